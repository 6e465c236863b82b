#include "gateway/net/http/web_socket.h"

#include "gateway/base/base64.h"

#include <QCryptographicHash>

#include <algorithm>

namespace gateway::net {

namespace {

constexpr std::string_view handshakeId = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // §1.3
constexpr std::size_t keyBytes = 16;
constexpr std::size_t mostControlPayload = 125; // §5.5
constexpr std::uint8_t lastBit = 0x80;
constexpr std::uint8_t reservedBits = 0x70;
constexpr std::uint8_t maskBit = 0x80;
constexpr std::size_t maskBytes = 4;

// One of the words of a list in a header field.
bool namesWord(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        std::string_view each = list.substr(0, comma);
        while (!each.empty() && (each.front() == ' ' || each.front() == '\t'))
            each.remove_prefix(1);
        while (!each.empty() && (each.back() == ' ' || each.back() == '\t'))
            each.remove_suffix(1);
        if (equalsIgnoringCase(each, word))
            return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

std::string acceptValue(std::string_view key)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const std::string_view part : {key, handshakeId})
        hash.addData(QByteArrayView(part.data(), static_cast<qsizetype>(part.size())));
    const QByteArray digest = hash.result();
    return encodeBase64({digest.constData(), static_cast<std::size_t>(digest.size())});
}

bool isKnown(std::uint8_t opcode)
{
    return opcode <= 2 || (opcode >= 8 && opcode <= 10);
}

void appendBigEndian(std::string &output, std::uint64_t number, int bytes)
{
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        output.push_back(static_cast<char>((number >> shift) & 0xFF));
}

std::uint64_t readBigEndian(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (const char byte : bytes)
        number = (number << 8) | static_cast<std::uint8_t>(byte);
    return number;
}

} // namespace

bool asksForWebSocket(const HttpRequest &request)
{
    return equalsIgnoringCase(request.headers.value("upgrade"), "websocket");
}

Result<ResponseHead> acceptWebSocket(const HttpRequest &request)
{
    const HeaderList &headers = request.headers;
    if (request.method != "GET" || request.minorVersion < 1 || !namesWord(headers.value("connection"), "upgrade"))
        return unexpected(Error::client(ErrorCode::InvalidRequest, "This is no handshake of a WebSocket."));
    if (headers.value("sec-websocket-version") != "13")
        return unexpected(Error::client(ErrorCode::UpgradeRequired, "Only version 13 of WebSockets is spoken here."));
    const std::string_view key = headers.value("sec-websocket-key");
    const auto decoded = decodeBase64(key);
    if (!decoded || decoded->size() != keyBytes)
        return unexpected(Error::client(ErrorCode::InvalidRequest, "Sec-WebSocket-Key must be 16 bytes in base64."));
    ResponseHead head;
    head.status = 101;
    head.headers.add("Upgrade", "websocket");
    head.headers.add("Sec-WebSocket-Accept", acceptValue(key));
    return head;
}

void appendWebSocketFrame(std::string &output, WebSocketOpcode opcode, std::string_view payload)
{
    output.push_back(static_cast<char>(lastBit | static_cast<std::uint8_t>(opcode)));
    if (payload.size() <= mostControlPayload) {
        output.push_back(static_cast<char>(payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        output.push_back(126);
        appendBigEndian(output, payload.size(), 2);
    } else {
        output.push_back(127);
        appendBigEndian(output, payload.size(), 8);
    }
    output.append(payload);
}

void appendWebSocketClose(std::string &output, std::uint16_t code)
{
    std::string payload;
    appendBigEndian(payload, code, 2);
    appendWebSocketFrame(output, WebSocketOpcode::Close, payload);
}

Result<std::optional<WebSocketReader::Frame>> WebSocketReader::refuse(std::uint16_t code, std::string message)
{
    m_closeCode = code;
    return unexpected(Error::client(ErrorCode::InvalidRequest, std::move(message)));
}

Result<std::optional<WebSocketReader::Frame>> WebSocketReader::next()
{
    const std::string_view bytes = m_bytes;
    if (bytes.size() < 2)
        return std::nullopt;
    const auto first = static_cast<std::uint8_t>(bytes[0]);
    const auto second = static_cast<std::uint8_t>(bytes[1]);
    const auto opcode = static_cast<std::uint8_t>(first & 0x0F);
    if ((first & reservedBits) != 0 || !isKnown(opcode))
        return refuse(1002, "A frame of an extension that was not agreed to.");
    if ((second & maskBit) == 0) // §5.1: clients mask
        return refuse(1002, "A frame without a mask.");
    const std::uint8_t shortLength = second & 0x7F;
    const std::size_t lengthBytes = shortLength == 127 ? 8 : shortLength == 126 ? 2 : 0;
    const std::size_t headBytes = 2 + lengthBytes + maskBytes;
    if (bytes.size() < headBytes)
        return std::nullopt;
    const std::uint64_t length = lengthBytes == 0 ? shortLength : readBigEndian(bytes.substr(2, lengthBytes));
    const bool isLast = (first & lastBit) != 0;
    if (opcode >= 8 && (!isLast || length > mostControlPayload))
        return refuse(1002, "A control frame that is too long, or in pieces.");
    if (length > mostPayload)
        return refuse(1009, "A frame that is too large.");
    const auto size = static_cast<std::size_t>(length);
    if (bytes.size() < headBytes + size)
        return std::nullopt;
    Frame frame{static_cast<WebSocketOpcode>(opcode), isLast, std::string(bytes.substr(headBytes, size))};
    const std::string_view mask = bytes.substr(headBytes - maskBytes, maskBytes);
    for (std::size_t index = 0; index < size; ++index)
        frame.payload[index] = static_cast<char>(frame.payload[index] ^ mask[index % maskBytes]);
    m_bytes.erase(0, headBytes + size);
    return frame;
}

} // namespace gateway::net
