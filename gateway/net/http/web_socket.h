// WebSockets on a connection of ours (RFC 6455): the handshake's answer, frames to the client, frames from it.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/http/http_message.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::net {

// Whether a request asks for a WebSocket, properly or not (RFC 6455 §4.1).
bool asksForWebSocket(const HttpRequest &request);

// The head that opens the WebSocket (§4.2.2). InvalidRequest, or UpgradeRequired for another version, where the
// handshake is not as it has to be. Extensions and subprotocols are not agreed to.
Result<ResponseHead> acceptWebSocket(const HttpRequest &request);

enum class WebSocketOpcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

// One whole frame, unmasked, as servers send them (§5.1).
void appendWebSocketFrame(std::string &output, WebSocketOpcode opcode, std::string_view payload);
// A frame that says why the connection is closed (§5.5.1, §7.4.1): 1000 normal, 1002 protocol error, 1009 too big.
void appendWebSocketClose(std::string &output, std::uint16_t code);

// Reads what a client sends. It may send anything; only the control frames mean something to a server that has nothing
// to be asked.
class WebSocketReader {
public:
    static constexpr std::size_t mostPayload = 64 * 1024; // bytes of one frame

    struct Frame {
        WebSocketOpcode opcode = WebSocketOpcode::Text;
        bool isLast = true; // of its message
        std::string payload;
    };

    void feed(std::string_view bytes) { m_bytes.append(bytes); }
    // The next whole frame, if there is one. An error ends the connection: closeCode() says why.
    Result<std::optional<Frame>> next();
    std::uint16_t closeCode() const { return m_closeCode; }

private:
    Result<std::optional<Frame>> refuse(std::uint16_t code, std::string message);

    std::string m_bytes;
    std::uint16_t m_closeCode = 1000;
};

} // namespace gateway::net
