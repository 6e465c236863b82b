#include "tools/bench/scripted_upstream.h"

#include <cmath>
#include <cstdio>

namespace bench {

namespace {

constexpr std::uint64_t listenerId = 0;
constexpr std::size_t bufferSize = 256 * 1024;

std::string jsonResponse(std::string_view status, std::string_view body)
{
    return "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: application/json\r\nContent-Length: "
           + std::to_string(body.size()) + "\r\nx-request-id: req_bench0123456789\r\n\r\n" + std::string(body);
}

std::string chunk(std::string_view data)
{
    char size[24];
    std::snprintf(size, sizeof size, "%zx\r\n", data.size());
    std::string text = size;
    text += data;
    text += "\r\n";
    return text;
}

constexpr std::string_view streamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
                                        "Cache-Control: no-cache\r\nx-request-id: req_bench0123456789\r\n"
                                        "Transfer-Encoding: chunked\r\n\r\n";

} // namespace

ScriptedUpstream::ScriptedUpstream()
    : m_buffer(bufferSize)
    , m_chatAnswer(jsonResponse("200 OK", chatAnswerBody()))
    , m_modelsAnswer(jsonResponse(
          "200 OK",
          R"({"object":"list","data":[{"id":"bench","object":"model","created":1763000000,"owned_by":"bench"}]})"))
{
}

bool ScriptedUpstream::listen(std::uint16_t port)
{
    m_listener = listenOnLoopback(port);
    if (!m_listener.isOpen() || !m_poll.isOpen())
        return false;
    m_poll.add(m_listener, listenerId, EPOLLIN);
    return true;
}

void ScriptedUpstream::run()
{
    for (;;) {
        std::optional<std::chrono::nanoseconds> timeout;
        if (!m_dueEvents.empty())
            timeout = m_dueEvents.top().due - monotonicNow();
        for (const epoll_event &event : m_poll.wait(timeout)) {
            if (event.data.u64 == listenerId)
                acceptConnections();
            else
                serve(event.data.u64, event.events);
        }
        sendDueEvents();
    }
}

void ScriptedUpstream::acceptConnections()
{
    for (;;) {
        auto connection = std::make_unique<Connection>();
        connection->socket = acceptConnection(m_listener);
        if (!connection->socket.isOpen())
            return;
        m_poll.add(connection->socket, m_nextId, EPOLLIN);
        m_connections.emplace(m_nextId++, std::move(connection));
    }
}

void ScriptedUpstream::serve(std::uint64_t id, std::uint32_t events)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    Connection &connection = *found->second;
    bool isAlive = (events & (EPOLLERR | EPOLLHUP)) == 0;
    if (isAlive && (events & EPOLLIN) != 0)
        isAlive = readRequests(id, connection);
    if (isAlive)
        isAlive = flush(id, connection);
    if (!isAlive)
        m_connections.erase(found);
}

bool ScriptedUpstream::readRequests(std::uint64_t id, Connection &connection)
{
    const Transfer transfer = receive(connection.socket, m_buffer);
    std::string_view bytes(m_buffer.data(), transfer.bytes);
    // No second request may come before the first is answered: neither proxies nor the load generator pipeline.
    while (!bytes.empty()) {
        bytes.remove_prefix(connection.reader.feed(bytes));
        if (connection.reader.hasFailed())
            return false;
        if (!connection.reader.isComplete())
            break;
        answer(id, connection);
        connection.reader.startNext();
    }
    return !transfer.isClosed;
}

void ScriptedUpstream::answer(std::uint64_t id, Connection &connection)
{
    const HttpMessageReader &reader = connection.reader;
    if (reader.method() == "GET" && reader.target().ends_with("/models")) {
        connection.outgoing += m_modelsAnswer;
    } else if (reader.method() == "POST" && reader.target().ends_with("/chat/completions")) {
        if (const auto plan = streamPlanOf(connection.reader.body()))
            startStream(id, connection, *plan);
        else
            connection.outgoing += m_chatAnswer;
    } else {
        connection.outgoing +=
            jsonResponse("404 Not Found",
                         R"({"error":{"message":"The benchmark has no such path.","type":"invalid_request_error"}})");
    }
}

void ScriptedUpstream::startStream(std::uint64_t id, Connection &connection, const StreamPlan &plan)
{
    // Multiples of the golden ratio spread any number of streams evenly over the interval.
    constexpr double goldenRatio = 0.6180339887498949;
    const Nanoseconds interval(1'000'000'000 / plan.eventsPerSecond);
    const double phase = std::fmod(static_cast<double>(++m_streamsStarted) * goldenRatio, 1.0);
    connection.plan = plan;
    connection.eventsSent = 0;
    connection.nextDue =
        monotonicNow() + Nanoseconds(static_cast<std::int64_t>(phase * static_cast<double>(interval.count())));
    connection.outgoing += streamHead;
    m_dueEvents.push({connection.nextDue, id});
}

void ScriptedUpstream::sendDueEvents()
{
    const Nanoseconds now = monotonicNow();
    while (!m_dueEvents.empty() && m_dueEvents.top().due <= now) {
        const std::uint64_t id = m_dueEvents.top().connectionId;
        m_dueEvents.pop();
        const auto found = m_connections.find(id);
        if (found == m_connections.end() || !found->second->plan)
            continue; // the client left
        sendNextEvent(id, *found->second);
        if (!flush(id, *found->second))
            m_connections.erase(found);
    }
}

void ScriptedUpstream::sendNextEvent(std::uint64_t id, Connection &connection)
{
    const StreamPlan plan = *connection.plan;
    if (connection.eventsSent < plan.eventCount) {
        connection.outgoing += chunk(streamEvent(connection.eventsSent++, monotonicNow()));
        connection.nextDue += Nanoseconds(1'000'000'000 / plan.eventsPerSecond);
        m_dueEvents.push({connection.nextDue, id});
        return;
    }
    if (plan.mustReportUsage)
        connection.outgoing += chunk(usageEvent());
    connection.outgoing += chunk(doneEvent);
    connection.outgoing += "0\r\n\r\n";
    connection.plan.reset();
}

bool ScriptedUpstream::flush(std::uint64_t id, Connection &connection)
{
    if (connection.outgoing.empty())
        return true;
    const Transfer transfer = transmit(connection.socket, connection.outgoing);
    if (transfer.isClosed)
        return false;
    connection.outgoing.erase(0, transfer.bytes);
    const bool mustWait = !connection.outgoing.empty();
    if (mustWait != connection.isWaitingToWrite) {
        connection.isWaitingToWrite = mustWait;
        m_poll.change(connection.socket, id, EPOLLIN | (mustWait ? std::uint32_t{EPOLLOUT} : 0U));
    }
    return true;
}

} // namespace bench
