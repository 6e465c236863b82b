// The columns of stored requests that filters and sums ask for, and their compact form for a block of rows.
#pragma once

#include "gateway/base/filter_term.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gateway::storage {

// A block is all rows whose sequences differ in the lowest twelve bits only. Both figures stand in the triggers of
// migration history/0006 too.
inline constexpr std::int64_t sequencesOfBlock = 4096;
inline constexpr std::int64_t columnsOfBlock = 64; // room for the numbers below

// The numbers are stored: none is ever changed or given again.
enum class BlockColumn {
    Sequence,
    StartedAt, // microseconds since 1970
    Duration,  // microseconds
    FirstByte, // microseconds
    Status,
    Tries,
    Cost, // nano-dollars
    Unpriced,
    Input,  // tokens with cached ones; not known where the provider told none
    Prompt, // the same, 0 where none was told
    CacheRead,
    Output,
    ResponseBytes,
    IsStream,
    FellBack,
    Pinned,
    // Texts
    State,
    Client,
    Operation,
    AskedModel,
    Provider,
    Model,
    KeyName,
    VirtualKey,
    SessionId,
    FinishReason,
    ErrorCode,
    ErrorText,
    RequestId,
    Comment,
    KeyId,
    VirtualKeyId,
    End,
};

// The value of a row of `requests`, as SQL.
std::string_view sqlOf(BlockColumn column);
constexpr bool isText(BlockColumn column)
{
    return column >= BlockColumn::State;
}
// Several where any of them may hold the text.
std::span<const BlockColumn> columnsOf(FilterField field);

// One value for each row of the block, by rising sequence.
using NumberColumn = std::vector<std::int64_t>;
inline constexpr std::int64_t notKnown = std::numeric_limits<std::int64_t>::min(); // NULL

// Each different text once.
struct TextColumn {
    std::vector<std::uint16_t> codes;        // for each row, which text
    std::string texts;                       // each with a zero behind it
    std::vector<std::uint32_t> starts = {0}; // of the texts, and the end

    std::size_t count() const { return starts.size() - 1; }
    std::string_view text(std::size_t code) const
    {
        return std::string_view(texts).substr(starts[code], starts[code + 1] - starts[code] - 1);
    }
};

class TextColumnBuilder {
public:
    void add(std::string_view text);
    TextColumn take();

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    TextColumn m_column;
    std::unordered_map<std::string, std::uint16_t, Hash, std::equal_to<>> m_codes;
};

std::string encodeColumn(const NumberColumn &column);
std::string encodeColumn(const TextColumn &column);
// False: these bytes are no column.
bool decodeColumn(std::string_view bytes, NumberColumn &column);
bool decodeColumn(std::string_view bytes, TextColumn &column);

} // namespace gateway::storage
