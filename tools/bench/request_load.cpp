#include "tools/bench/request_load.h"

#include "tools/bench/chat_payloads.h"
#include "tools/bench/interval_cost.h"

namespace bench {

namespace {

constexpr std::size_t bufferSize = 256 * 1024;
constexpr std::uint64_t failureLimit = 1000;
constexpr auto drainLimit = std::chrono::seconds(10);

} // namespace

std::string wireRequest(const LoadOptions &options, const std::string &body)
{
    std::string text =
        "POST " + options.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(options.port)
        + "\r\nAccept: application/json\r\nContent-Type: application/json\r\nUser-Agent: bilrost-bench\r\n"
          "Authorization: Bearer sk-bench-client\r\n";
    for (const std::string &header : options.extraHeaders)
        text += header + "\r\n";
    return text + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

RequestLoad::RequestLoad(const LoadOptions &options)
    : m_options(options)
    , m_request(wireRequest(options, chatRequestBody(options.modelPrefix + "bench", options.bodyBytes, false)))
    , m_buffer(bufferSize)
{
    m_report.delays.reserve(1'000'000);
}

LoadReport RequestLoad::run()
{
    for (std::size_t index = 0; index < m_options.connections; ++index) {
        m_clients.push_back(std::make_unique<Client>());
        if (!connect(index)) {
            m_report.problem = "cannot connect to port " + std::to_string(m_options.port);
            return std::move(m_report);
        }
        startRequest(index);
    }
    workUntil(monotonicNow() + m_options.warmUp);

    m_finished = 0;
    m_isMeasuring = true;
    const IntervalCost cost(m_options);
    workUntil(monotonicNow() + m_options.duration);
    cost.endInterval(m_report);
    m_report.answered = m_finished;

    m_isMeasuring = false;
    m_mayStart = false;
    workUntil(monotonicNow() + drainLimit);
    m_report.charged = m_finished;
    if (m_report.failed > failureLimit)
        m_report.problem = "more than " + std::to_string(failureLimit) + " answers were broken or not 200";
    else if (!isIdle())
        m_report.problem = std::to_string(m_busyCount) + " requests had no answer after ten seconds";
    else if (m_report.answered == 0)
        m_report.problem = "no request was answered with 200";
    cost.settle(m_report);
    return std::move(m_report);
}

void RequestLoad::workUntil(Nanoseconds deadline)
{
    for (;;) {
        const Nanoseconds left = deadline - monotonicNow();
        const bool hasEnough = m_isMeasuring && m_finished >= m_options.requestLimit;
        if (left <= Nanoseconds::zero() || hasEnough || isIdle() || m_report.failed > failureLimit)
            return;
        for (const epoll_event &event : m_poll.wait(left))
            serve(static_cast<std::size_t>(event.data.u64), event.events);
    }
}

bool RequestLoad::connect(std::size_t index)
{
    Client &client = *m_clients[index];
    client.socket = connectToLoopback(m_options.port);
    if (!client.socket.isOpen())
        return false;
    client.reader.startNext();
    client.isWaitingToWrite = false;
    m_poll.add(client.socket, index, EPOLLIN);
    return true;
}

void RequestLoad::startRequest(std::size_t index)
{
    Client &client = *m_clients[index];
    client.bytesSent = 0;
    client.isBusy = true;
    ++m_busyCount;
    client.startTime = monotonicNow();
    sendRest(index);
}

void RequestLoad::sendRest(std::size_t index)
{
    Client &client = *m_clients[index];
    if (client.bytesSent < m_request.size())
        client.bytesSent += transmit(client.socket, std::string_view(m_request).substr(client.bytesSent)).bytes;
    // A broken connection is seen when it is read.
    const bool mustWait = client.bytesSent < m_request.size();
    if (mustWait != client.isWaitingToWrite) {
        client.isWaitingToWrite = mustWait;
        m_poll.change(client.socket, index, EPOLLIN | (mustWait ? std::uint32_t{EPOLLOUT} : 0U));
    }
}

void RequestLoad::serve(std::size_t index, std::uint32_t events)
{
    Client &client = *m_clients[index];
    if ((events & EPOLLOUT) != 0)
        sendRest(index);
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) == 0)
        return;
    const Transfer transfer = receive(client.socket, m_buffer);
    client.reader.feed({m_buffer.data(), transfer.bytes});
    if (transfer.isClosed)
        client.reader.endOfInput();
    if (client.reader.isComplete())
        finishRequest(index);
    else if (transfer.isClosed || client.reader.hasFailed())
        reconnect(index);
}

void RequestLoad::finishRequest(std::size_t index)
{
    Client &client = *m_clients[index];
    const Nanoseconds now = monotonicNow();
    if (client.reader.status() == 200) {
        ++m_finished;
        if (m_isMeasuring)
            m_report.delays.add(now - client.startTime);
    } else {
        ++m_report.failed;
    }
    client.isBusy = false;
    --m_busyCount;
    if (client.reader.mustClose())
        return reconnect(index);
    client.reader.startNext();
    if (m_mayStart)
        startRequest(index);
}

void RequestLoad::reconnect(std::size_t index)
{
    Client &client = *m_clients[index];
    // A server may close a kept connection between two requests (RFC 9112 section 9.6); within an answer it may not.
    if (client.isBusy && client.reader.hasStarted())
        ++m_report.failed;
    else
        ++m_report.reconnected;
    if (client.isBusy)
        --m_busyCount;
    client.isBusy = false;
    if (!m_mayStart) {
        client.socket = FileDescriptor();
        return;
    }
    if (connect(index))
        startRequest(index);
    else
        m_report.problem = "the connection was closed and cannot be made again";
}

} // namespace bench
