#include "gateway/pipeline/management_call.h"

#include <utility>

namespace gateway::pipeline {

class ManagementCalls::Call final : public net::ExchangeListener {
public:
    Call(net::HttpExchange &exchange, EventSockets &sockets) : m_exchange(&exchange), m_sockets(sockets)
    {
        m_exchange->setListener(this);
    }

    void answer(const ManagementResponse &response)
    {
        if (!m_exchange)
            return;
        if (response.status == 101) {
            m_exchange->setListener(nullptr);
            m_sockets.open(*std::exchange(m_exchange, nullptr));
            return;
        }
        net::ResponseHead head;
        head.status = response.status;
        head.headers = response.headers;
        if (!response.contentType.empty())
            head.headers.add("Content-Type", response.contentType);
        head.headers.add("Cache-Control", "no-store");
        m_exchange->setListener(nullptr);
        std::exchange(m_exchange, nullptr)->sendWhole(head, response.body);
    }

    void clientGone() override { m_exchange = nullptr; }
    void clientDrained() override {}

private:
    net::HttpExchange *m_exchange;
    EventSockets &m_sockets;
};

ManagementCalls::ManagementCalls(ManagementPort &port, EventSockets &sockets)
    : m_port(port)
    , m_sockets(sockets)
    , m_calls(std::make_shared<std::unordered_map<std::uint64_t, std::unique_ptr<Call>>>())
{
}

ManagementCalls::~ManagementCalls() = default;

void ManagementCalls::begin(net::HttpExchange &exchange)
{
    const net::HttpRequest &request = exchange.request();
    ManagementRequest asked;
    asked.method = request.method;
    asked.path = std::string(request.path());
    asked.query = std::string(request.query());
    asked.body = *request.body;
    asked.headers = request.headers;
    asked.peerAddress = request.peerAddress;
    asked.isPeerLoopback = request.isPeerLoopback;
    const std::uint64_t ticket = m_nextTicket++;
    m_calls->emplace(ticket, std::make_unique<Call>(exchange, m_sockets));
    // The table may be gone when an answer comes after the worker was stopped.
    m_port.ask(std::move(asked), [calls = std::weak_ptr(m_calls), ticket](const ManagementResponse &response) {
        const auto table = calls.lock();
        if (!table)
            return;
        const auto found = table->find(ticket);
        if (found == table->end())
            return;
        const std::unique_ptr<Call> call = std::move(found->second);
        table->erase(found);
        call->answer(response);
    });
}

} // namespace gateway::pipeline
