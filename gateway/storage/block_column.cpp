#include "gateway/storage/block_column.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

namespace gateway::storage {

namespace {

constexpr std::array expressions{
    std::string_view("sequence"),
    std::string_view("started_at"),
    std::string_view("duration"),
    std::string_view("first_byte"),
    std::string_view("status"),
    std::string_view("iif(attempts = '', 0, json_array_length(attempts))"),
    std::string_view("cost"),
    std::string_view("unpriced"),
    std::string_view("(uncached_input + coalesce(cache_read, 0) + coalesce(cache_write, 0))"),
    std::string_view("(coalesce(uncached_input, 0) + coalesce(cache_read, 0) + coalesce(cache_write, 0))"),
    std::string_view("cache_read"),
    std::string_view("output"),
    std::string_view("response_bytes"),
    std::string_view("is_stream"),
    // Not by AND alone: as a value, both sides of it are computed, and an empty text is no JSON.
    std::string_view("iif(attempts = '' OR provider = '', 0, json_array_length(attempts) > 1"
                     " AND json_extract(attempts, '$[0].provider') <> provider)"),
    std::string_view("pinned"),
    std::string_view("state"),
    std::string_view("client"),
    std::string_view("operation"),
    std::string_view("asked_model"),
    std::string_view("provider"),
    std::string_view("model"),
    std::string_view("key_name"),
    std::string_view("virtual_key"),
    std::string_view("session_id"),
    std::string_view("finish_reason"),
    std::string_view("error_code"),
    std::string_view("error_text"),
    std::string_view("request_id"),
    std::string_view("comment"),
    std::string_view("key_id"),
    std::string_view("virtual_key_id"),
};
static_assert(expressions.size() == static_cast<std::size_t>(BlockColumn::End));
static_assert(static_cast<std::int64_t>(BlockColumn::End) <= columnsOfBlock);

constexpr std::array anyText{
    BlockColumn::Client,    BlockColumn::AskedModel, BlockColumn::Provider,  BlockColumn::Model,
    BlockColumn::KeyName,   BlockColumn::SessionId,  BlockColumn::ErrorText, BlockColumn::ErrorCode,
    BlockColumn::Operation, BlockColumn::RequestId,  BlockColumn::Comment,
};
constexpr std::array errorTexts{BlockColumn::ErrorText, BlockColumn::ErrorCode};

template <BlockColumn column>
std::span<const BlockColumn> only()
{
    static constexpr std::array<BlockColumn, 1> columns{column};
    return columns;
}

// Numbers begin with: bytes of one value, its one value where these are none, how many, the smallest. A value is its
// distance from the smallest and one; 0 is not known.
constexpr std::size_t headerBytes = 1 + 1 + 4 + 8;

void putNumber(std::string &bytes, std::uint64_t value, int width)
{
    for (int byte = 0; byte < width; ++byte)
        bytes.push_back(static_cast<char>(static_cast<unsigned char>(value >> (8 * byte))));
}

std::uint64_t numberAt(std::string_view bytes, std::size_t place, int width)
{
    std::uint64_t value = 0;
    for (int byte = 0; byte < width; ++byte)
        value |= std::uint64_t{static_cast<unsigned char>(bytes[place + static_cast<std::size_t>(byte)])} << (8 * byte);
    return value;
}

int widthOf(std::uint64_t largest)
{
    return largest <= 0xFF ? 1 : largest <= 0xFFFF ? 2 : largest <= 0xFFFF'FFFF ? 4 : 8;
}

std::uint64_t storedValue(std::int64_t value, std::int64_t smallest)
{
    return value == notKnown ? 0 : static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(smallest) + 1;
}

std::int64_t valueOf(std::uint64_t stored, std::int64_t smallest)
{
    return stored == 0 ? notKnown : static_cast<std::int64_t>(stored - 1 + static_cast<std::uint64_t>(smallest));
}

// Codes count from 0 and are all known: what is not becomes one that no text has.
template <typename Value>
Value valueAs(std::uint64_t stored, std::int64_t smallest)
{
    if constexpr (std::is_same_v<Value, std::uint16_t>)
        return static_cast<std::uint16_t>(stored - 1);
    else
        return valueOf(stored, smallest);
}

template <int width, typename Value>
void readValues(std::string_view bytes, std::int64_t smallest, std::vector<Value> &column)
{
    std::size_t place = headerBytes;
    for (Value &value : column) {
        value = valueAs<Value>(numberAt(bytes, place, width), smallest);
        place += width;
    }
}

// The column keeps its memory.
template <typename Value>
bool decodeNumbers(std::string_view bytes, std::vector<Value> &column)
{
    column.clear();
    if (bytes.size() < headerBytes)
        return false;
    const auto width = static_cast<int>(numberAt(bytes, 0, 1));
    const std::uint64_t count = numberAt(bytes, 2, 4);
    const auto smallest = static_cast<std::int64_t>(numberAt(bytes, 6, 8));
    if (count > static_cast<std::uint64_t>(sequencesOfBlock)
        || bytes.size() != headerBytes + count * static_cast<std::uint64_t>(width))
        return false;
    if (std::is_same_v<Value, std::uint16_t> && (width > 2 || smallest != 0))
        return false;
    column.assign(static_cast<std::size_t>(count), valueAs<Value>(numberAt(bytes, 1, 1), smallest));
    switch (width) {
    case 0: return true;
    case 1: readValues<1>(bytes, smallest, column); return true;
    case 2: readValues<2>(bytes, smallest, column); return true;
    case 4: readValues<4>(bytes, smallest, column); return true;
    case 8: readValues<8>(bytes, smallest, column); return true;
    default: return false;
    }
}

// One of the two columns of numbers that a column of texts begins with; it is taken off the bytes.
template <typename Value>
bool takeNumbers(std::string_view &bytes, std::vector<Value> &column)
{
    if (bytes.size() < 4)
        return false;
    const auto size = static_cast<std::size_t>(numberAt(bytes, 0, 4));
    if (size > bytes.size() - 4 || !decodeNumbers(bytes.substr(4, size), column))
        return false;
    bytes.remove_prefix(4 + size);
    return true;
}

} // namespace

std::string_view sqlOf(BlockColumn column)
{
    return expressions.at(static_cast<std::size_t>(column));
}

std::span<const BlockColumn> columnsOf(FilterField field)
{
    switch (field) {
    case FilterField::AnyText: return anyText;
    case FilterField::Client: return only<BlockColumn::Client>();
    case FilterField::AskedModel: return only<BlockColumn::AskedModel>();
    case FilterField::Provider: return only<BlockColumn::Provider>();
    case FilterField::Model: return only<BlockColumn::Model>();
    case FilterField::Key: return only<BlockColumn::KeyName>();
    case FilterField::VirtualKey: return only<BlockColumn::VirtualKey>();
    case FilterField::Session: return only<BlockColumn::SessionId>();
    case FilterField::Error: return errorTexts;
    case FilterField::Id: return only<BlockColumn::RequestId>();
    case FilterField::Operation: return only<BlockColumn::Operation>();
    case FilterField::FinishReason: return only<BlockColumn::FinishReason>();
    case FilterField::Comment: return only<BlockColumn::Comment>();
    case FilterField::Body: return only<BlockColumn::Sequence>(); // the index tells which
    case FilterField::Status: return only<BlockColumn::Status>();
    case FilterField::Tries: return only<BlockColumn::Tries>();
    case FilterField::Cost: return only<BlockColumn::Cost>();
    case FilterField::Duration: return only<BlockColumn::Duration>();
    case FilterField::FirstToken: return only<BlockColumn::FirstByte>();
    case FilterField::InputTokens: return only<BlockColumn::Input>();
    case FilterField::CachedTokens: return only<BlockColumn::CacheRead>();
    case FilterField::OutputTokens: return only<BlockColumn::Output>();
    case FilterField::Size: return only<BlockColumn::ResponseBytes>();
    case FilterField::State: return only<BlockColumn::State>();
    case FilterField::Streamed: return only<BlockColumn::IsStream>();
    case FilterField::FellBack: return only<BlockColumn::FellBack>();
    case FilterField::Unpriced: return only<BlockColumn::Unpriced>();
    case FilterField::Pinned: return only<BlockColumn::Pinned>();
    }
    return {};
}

void TextColumnBuilder::add(std::string_view text)
{
    auto known = m_codes.find(text);
    if (known == m_codes.end()) {
        known = m_codes.emplace(std::string(text), static_cast<std::uint16_t>(m_column.count())).first;
        m_column.texts.append(text).push_back('\0');
        m_column.starts.push_back(static_cast<std::uint32_t>(m_column.texts.size()));
    }
    m_column.codes.push_back(known->second);
}

TextColumn TextColumnBuilder::take()
{
    m_codes.clear();
    return std::exchange(m_column, {});
}

std::string encodeColumn(const NumberColumn &column)
{
    std::int64_t smallest = std::numeric_limits<std::int64_t>::max();
    std::int64_t largest = notKnown;
    bool hasUnknown = false;
    for (const std::int64_t value : column) {
        hasUnknown = hasUnknown || value == notKnown;
        smallest = value == notKnown ? smallest : std::min(smallest, value);
        largest = std::max(largest, value);
    }
    if (largest == notKnown)
        smallest = 0;
    const bool isOneValue = largest == notKnown || (largest == smallest && !hasUnknown);
    const int width = isOneValue ? 0 : widthOf(storedValue(largest, smallest));
    std::string bytes;
    bytes.reserve(headerBytes + column.size() * static_cast<std::size_t>(width));
    putNumber(bytes, static_cast<std::uint64_t>(width), 1);
    putNumber(bytes, std::uint64_t{largest != notKnown}, 1);
    putNumber(bytes, column.size(), 4);
    putNumber(bytes, static_cast<std::uint64_t>(smallest), 8);
    for (const std::int64_t value : column)
        putNumber(bytes, storedValue(value, smallest), width);
    return bytes;
}

bool decodeColumn(std::string_view bytes, NumberColumn &column)
{
    return decodeNumbers(bytes, column);
}

// The codes as numbers, the lengths as numbers, the texts; before each of the first two how long it is.
std::string encodeColumn(const TextColumn &column)
{
    NumberColumn lengths;
    for (std::size_t code = 0; code < column.count(); ++code)
        lengths.push_back(static_cast<std::int64_t>(column.text(code).size()));
    std::string bytes;
    for (const std::string &part :
         {encodeColumn(NumberColumn(column.codes.begin(), column.codes.end())), encodeColumn(lengths)}) {
        putNumber(bytes, part.size(), 4);
        bytes += part;
    }
    return bytes + column.texts;
}

bool decodeColumn(std::string_view bytes, TextColumn &column)
{
    column.texts.clear();
    column.starts.assign(1, 0);
    thread_local NumberColumn lengths;
    if (!takeNumbers(bytes, column.codes) || !takeNumbers(bytes, lengths))
        return false;
    std::uint64_t end = 0;
    for (const std::int64_t length : lengths) {
        if (length < 0 || static_cast<std::uint64_t>(length) > bytes.size())
            return false;
        end += static_cast<std::uint64_t>(length) + 1;
        column.starts.push_back(static_cast<std::uint32_t>(end));
    }
    if (end != bytes.size())
        return false;
    column.texts = bytes;
    return std::all_of(column.codes.begin(), column.codes.end(),
                       [count = column.count()](std::uint16_t code) { return code < count; });
}

} // namespace gateway::storage
