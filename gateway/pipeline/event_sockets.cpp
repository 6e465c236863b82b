#include "gateway/pipeline/event_sockets.h"

#include "gateway/net/http/switched_listener.h"
#include "gateway/net/http/web_socket.h"
#include "gateway/translation/dialects/error_envelope.h"

#include <utility>
#include <vector>

namespace gateway::pipeline {

namespace {

using net::WebSocketOpcode;

// Bifrost's way to say that what was fetched before may have changed.
constexpr std::string_view askAgain = R"({"type":"store_update","tags":["Logs"]})";

} // namespace

class EventSockets::Socket final : public net::SwitchedListener {
public:
    Socket(EventSockets &owner, net::HttpExchange &exchange) : m_owner(owner), m_exchange(&exchange)
    {
        m_exchange->setListener(this);
    }

    void send(std::string_view text)
    {
        if (m_exchange->isCongested()) {
            m_hasMissed = true;
            return;
        }
        sendFrame(WebSocketOpcode::Text, text);
    }

    void clientGone() override
    {
        m_exchange = nullptr;
        m_owner.remove(*this);
    }

    void clientDrained() override
    {
        if (std::exchange(m_hasMissed, false))
            sendFrame(WebSocketOpcode::Text, askAgain);
    }

    void clientSent(std::string_view bytes) override
    {
        m_reader.feed(bytes);
        while (true) {
            const auto frame = m_reader.next();
            if (!frame || (*frame && (*frame)->opcode == WebSocketOpcode::Close)) {
                close(frame ? std::uint16_t{1000} : m_reader.closeCode());
                return;
            }
            if (!*frame)
                return;
            if ((*frame)->opcode == WebSocketOpcode::Ping)
                sendFrame(WebSocketOpcode::Pong, (*frame)->payload);
        }
    }

    // This is destroyed when it returns.
    void close(std::uint16_t code)
    {
        m_frame.clear();
        net::appendWebSocketClose(m_frame, code);
        m_exchange->sendBody(m_frame);
        m_exchange->setListener(nullptr);
        std::exchange(m_exchange, nullptr)->finish();
        m_owner.remove(*this);
    }

private:
    void sendFrame(WebSocketOpcode opcode, std::string_view payload)
    {
        m_frame.clear();
        net::appendWebSocketFrame(m_frame, opcode, payload);
        m_exchange->sendBody(m_frame);
    }

    EventSockets &m_owner;
    net::HttpExchange *m_exchange;
    net::WebSocketReader m_reader;
    std::string m_frame;
    bool m_hasMissed = false;
};

EventSockets::EventSockets(std::function<void(int)> counted) : m_counted(std::move(counted)) {}

EventSockets::~EventSockets() = default;

void EventSockets::open(net::HttpExchange &exchange)
{
    const auto head = net::acceptWebSocket(exchange.request());
    if (!head) {
        net::ResponseHead refused;
        refused.status = head.error().httpStatus();
        refused.headers.add("Content-Type", "application/json");
        refused.headers.add("Sec-WebSocket-Version", "13"); // RFC 6455 §4.4
        exchange.sendWhole(refused,
                           translation::renderErrorBody(translation::ErrorShape::Bifrost, head.error(), {}) + "\n");
        return;
    }
    exchange.sendHead(*head, std::nullopt);
    auto socket = std::make_unique<Socket>(*this, exchange);
    const Socket *key = socket.get();
    m_sockets.emplace(key, std::move(socket));
    m_counted(1);
}

void EventSockets::send(std::string_view text)
{
    for (const auto &[key, socket] : m_sockets)
        socket->send(text);
}

void EventSockets::remove(const Socket &socket)
{
    if (m_sockets.erase(&socket) > 0)
        m_counted(-1);
}

} // namespace gateway::pipeline
