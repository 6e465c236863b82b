#include "gateway/translation/framing/aws_event_stream.h"

#include "gateway/translation/json/top_level_editor.h"

#include <cstdint>

#include <zlib.h>

namespace gateway::translation {

namespace {

constexpr std::size_t preludeBytes = 12; // two lengths and their checksum
constexpr std::size_t checksumBytes = 4;
constexpr std::size_t smallestMessage = preludeBytes + checksumBytes;
constexpr std::size_t mostHeaderBytes = 128u * 1024u;

// The type byte in front of a header's value.
enum class HeaderType : unsigned char {
    True = 0,
    False = 1,
    Byte = 2,
    Short = 3,
    Integer = 4,
    Long = 5,
    Bytes = 6,
    String = 7,
    Timestamp = 8,
    Uuid = 9,
};

Error defect(std::string privateDetail)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's event stream is damaged.", std::move(privateDetail));
}

std::uint32_t checksum(std::string_view bytes)
{
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<z_size_t>(bytes.size())));
}

std::uint32_t numberAt(std::string_view bytes, std::size_t place, std::size_t size = 4)
{
    std::uint32_t number = 0;
    for (const char byte : bytes.substr(place, size))
        number = number << 8u | static_cast<unsigned char>(byte);
    return number;
}

void appendNumber(std::string &bytes, std::size_t number, std::size_t size)
{
    for (std::size_t shift = size * 8; shift > 0; shift -= 8)
        bytes += static_cast<char>(static_cast<unsigned char>(number >> (shift - 8)));
}

struct Header {
    std::string_view name;
    HeaderType type = HeaderType::True;
    std::string_view value; // of a fixed size: its bytes
};

// Reads headers one after the other; `isBroken` when the bytes make no header.
class HeaderReader {
public:
    explicit HeaderReader(std::string_view bytes) : m_rest(bytes) {}

    std::optional<Header> next()
    {
        if (m_rest.empty())
            return std::nullopt;
        Header header;
        const auto name = takeSized(1);
        const auto type = take(1);
        if (!name || name->empty() || !type)
            return fail();
        header.name = *name;
        header.type = static_cast<HeaderType>(static_cast<unsigned char>(type->front()));
        const auto value = takeValue(header.type);
        if (!value)
            return fail();
        header.value = *value;
        return header;
    }

    bool isBroken() const { return m_isBroken; }

private:
    std::optional<Header> fail()
    {
        m_isBroken = true;
        return std::nullopt;
    }

    std::optional<std::string_view> take(std::size_t size)
    {
        if (size > m_rest.size())
            return std::nullopt;
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }

    std::optional<std::string_view> takeSized(std::size_t sizeOfLength)
    {
        const auto length = take(sizeOfLength);
        return length ? take(numberAt(*length, 0, sizeOfLength)) : std::nullopt;
    }

    std::optional<std::string_view> takeValue(HeaderType type)
    {
        switch (type) {
        case HeaderType::True:
        case HeaderType::False: return take(0);
        case HeaderType::Byte: return take(1);
        case HeaderType::Short: return take(2);
        case HeaderType::Integer: return take(4);
        case HeaderType::Long:
        case HeaderType::Timestamp: return take(8);
        case HeaderType::Bytes:
        case HeaderType::String: return takeSized(2);
        case HeaderType::Uuid: return take(16);
        }
        return std::nullopt; // a byte that names no type
    }

    std::string_view m_rest;
    bool m_isBroken = false;
};

// The headers that say what a message is; the others (:content-type) are not asked for.
struct MessageHeaders {
    std::string_view messageType, eventType, exceptionType, errorCode, errorMessage;

    void note(const Header &header)
    {
        if (header.type != HeaderType::String)
            return;
        if (header.name == ":message-type")
            messageType = header.value;
        else if (header.name == ":event-type")
            eventType = header.value;
        else if (header.name == ":exception-type")
            exceptionType = header.value;
        else if (header.name == ":error-code")
            errorCode = header.value;
        else if (header.name == ":error-message")
            errorMessage = header.value;
    }
};

void appendStringHeader(std::string &bytes, std::string_view name, std::string_view value)
{
    appendNumber(bytes, name.size(), 1);
    bytes += name;
    bytes += static_cast<char>(HeaderType::String);
    appendNumber(bytes, value.size(), 2);
    bytes += value;
}

std::string writeMessage(std::string_view messageType, std::string_view typeName, std::string_view type,
                         std::string_view payload)
{
    std::string headers;
    appendStringHeader(headers, typeName, type.substr(0, 0xFFFF));
    appendStringHeader(headers, ":content-type", "application/json");
    appendStringHeader(headers, ":message-type", messageType);
    std::string message;
    const std::size_t size = smallestMessage + headers.size() + payload.size();
    message.reserve(size);
    appendNumber(message, size, 4);
    appendNumber(message, headers.size(), 4);
    appendNumber(message, checksum(message), checksumBytes);
    message += headers;
    message += payload;
    appendNumber(message, checksum(message), checksumBytes);
    return message;
}

} // namespace

AwsEventStreamDecoder::AwsEventStreamDecoder(std::size_t maximumMessageBytes)
    : m_maximumMessageBytes(maximumMessageBytes)
{
}

void AwsEventStreamDecoder::feed(std::string_view bytes)
{
    if (m_defect)
        return;
    // Moving the rest only once it is the smaller half keeps the total work linear.
    if (m_position > 0 && m_position >= m_buffer.size() - m_position) {
        m_buffer.erase(0, m_position);
        m_position = 0;
    }
    m_buffer.append(bytes);
}

Result<std::optional<AwsEvent>> AwsEventStreamDecoder::next()
{
    if (m_defect)
        return unexpected(*m_defect);
    const std::string_view bytes = rest();
    if (!m_prelude) {
        if (bytes.size() < preludeBytes)
            return std::nullopt;
        auto prelude = readPrelude(bytes);
        if (!prelude)
            return fail(std::move(prelude.error()));
        m_prelude = *prelude;
    }
    if (bytes.size() < m_prelude->totalBytes)
        return std::nullopt;
    auto event = readMessage(bytes.substr(0, m_prelude->totalBytes), m_prelude->headerBytes);
    if (!event)
        return fail(std::move(event.error()));
    m_position += m_prelude->totalBytes;
    m_prelude.reset();
    return std::optional(*event);
}

std::string_view AwsEventStreamDecoder::rest() const
{
    return std::string_view(m_buffer).substr(m_position);
}

// Checked before the message is there, so that a wrong length never waits for gigabytes.
Result<AwsEventStreamDecoder::Prelude> AwsEventStreamDecoder::readPrelude(std::string_view bytes) const
{
    const Prelude prelude{numberAt(bytes, 0), numberAt(bytes, 4)};
    if (checksum(bytes.substr(0, 8)) != numberAt(bytes, 8))
        return unexpected(defect("The checksum of a message's lengths does not fit."));
    if (prelude.totalBytes < smallestMessage || prelude.totalBytes > m_maximumMessageBytes)
        return unexpected(defect("A message of " + std::to_string(prelude.totalBytes) + " bytes."));
    if (prelude.headerBytes > mostHeaderBytes || prelude.headerBytes > prelude.totalBytes - smallestMessage)
        return unexpected(defect("Headers of " + std::to_string(prelude.headerBytes) + " bytes in a message of "
                                 + std::to_string(prelude.totalBytes) + "."));
    return prelude;
}

Result<AwsEvent> AwsEventStreamDecoder::readMessage(std::string_view message, std::size_t headerBytes)
{
    const std::size_t end = message.size() - checksumBytes;
    if (checksum(message.substr(0, end)) != numberAt(message, end))
        return unexpected(defect("The checksum of a message does not fit."));
    MessageHeaders headers;
    HeaderReader reader(message.substr(preludeBytes, headerBytes));
    while (const auto header = reader.next())
        headers.note(*header);
    if (reader.isBroken())
        return unexpected(defect("The headers of a message make no sense."));
    AwsEvent event;
    event.raw = message;
    event.data = message.substr(preludeBytes + headerBytes, end - preludeBytes - headerBytes);
    event.event = headers.eventType;
    if (headers.messageType == "exception") {
        event.isException = true;
        event.event = headers.exceptionType;
    } else if (headers.messageType == "error") {
        event.isException = true;
        event.event = headers.errorCode;
        if (event.data.empty()) {
            m_writtenData = R"({"message":)" + quoteJson(headers.errorMessage) + '}';
            event.data = m_writtenData;
        }
    }
    return event;
}

Result<std::optional<AwsEvent>> AwsEventStreamDecoder::fail(Error error)
{
    m_defect = std::move(error);
    m_buffer.clear();
    m_position = 0;
    return unexpected(*m_defect);
}

std::string awsEventFrame(std::string_view eventType, std::string_view jsonPayload)
{
    return writeMessage("event", ":event-type", eventType, jsonPayload);
}

std::string awsExceptionFrame(std::string_view exceptionType, std::string_view jsonPayload)
{
    return writeMessage("exception", ":exception-type", exceptionType, jsonPayload);
}

} // namespace gateway::translation
