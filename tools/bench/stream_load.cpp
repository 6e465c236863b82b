#include "tools/bench/stream_load.h"

#include <algorithm>
#include <cmath>

#include "tools/bench/interval_cost.h"

namespace bench {

namespace {

constexpr std::size_t bufferSize = 256 * 1024;
constexpr auto openingTime = std::chrono::milliseconds(250); // a hundred streams are not opened at once in real life
constexpr auto margin = std::chrono::milliseconds(100);
constexpr auto drainLimit = std::chrono::seconds(10);

std::uint32_t eventsIn(Nanoseconds time, unsigned eventsPerSecond)
{
    return static_cast<std::uint32_t>(std::ceil(std::chrono::duration<double>(time).count() * eventsPerSecond));
}

} // namespace

StreamLoad::StreamLoad(const LoadOptions &options) : m_options(options), m_buffer(bufferSize)
{
    // The first stream to open must still run when the measured interval ends.
    m_plan.eventsPerSecond = options.eventsPerSecond;
    m_plan.eventCount = eventsIn(openingTime + options.warmUp + options.duration + margin, options.eventsPerSecond);
    m_request =
        wireRequest(options, chatRequestBody(options.modelPrefix + streamModelName(m_plan), options.bodyBytes, true));
}

LoadReport StreamLoad::run()
{
    openStreams();
    if (!m_report.problem.empty())
        return std::move(m_report);
    workUntil(monotonicNow() + m_options.warmUp, true);

    m_received = 0;
    m_isMeasuring = true;
    const IntervalCost cost(m_options);
    workUntil(monotonicNow() + m_options.duration, true);
    cost.endInterval(m_report);
    m_report.answered = m_received;

    m_isMeasuring = false;
    workUntil(monotonicNow() + drainLimit, false);
    m_report.charged = m_received;
    cost.settle(m_report);

    m_report.eventsExpected = std::uint64_t{m_plan.eventCount} * m_streams.size();
    std::uint64_t receivedInAll = 0;
    for (const auto &stream : m_streams)
        receivedInAll += stream->eventsReceived;
    m_report.eventsLost = m_report.eventsExpected - std::min(receivedInAll, m_report.eventsExpected);
    // Delays of streams that ended early would look better than they are.
    const std::uint64_t broken = m_report.failed + m_runningCount;
    if (broken > 0)
        m_report.problem = std::to_string(broken) + " streams did not come to their proper end";
    return std::move(m_report);
}

void StreamLoad::openStreams()
{
    const Nanoseconds start = monotonicNow();
    const Nanoseconds pause = Nanoseconds(openingTime) / m_options.connections;
    for (std::size_t index = 0; index < m_options.connections; ++index) {
        m_streams.push_back(std::make_unique<Stream>());
        if (!open(index)) {
            m_report.problem = "cannot open stream " + std::to_string(index + 1);
            return;
        }
        workUntil(start + pause * static_cast<std::int64_t>(index + 1), false);
    }
}

bool StreamLoad::open(std::size_t index)
{
    Stream &stream = *m_streams[index];
    stream.socket = connectToLoopback(m_options.port);
    if (!stream.socket.isOpen())
        return false;
    stream.bytesSent = transmit(stream.socket, m_request).bytes;
    stream.isRunning = true;
    ++m_runningCount;
    const bool mustWait = stream.bytesSent < m_request.size();
    m_poll.add(stream.socket, index, EPOLLIN | (mustWait ? std::uint32_t{EPOLLOUT} : 0U));
    return true;
}

void StreamLoad::workUntil(Nanoseconds deadline, bool mustStopAtFirstEnd)
{
    for (;;) {
        const Nanoseconds left = deadline - monotonicNow();
        if (left <= Nanoseconds::zero() || m_runningCount == 0 || (mustStopAtFirstEnd && m_endedCount > 0))
            return;
        for (const epoll_event &event : m_poll.wait(left))
            serve(static_cast<std::size_t>(event.data.u64), event.events);
    }
}

void StreamLoad::serve(std::size_t index, std::uint32_t events)
{
    Stream &stream = *m_streams[index];
    if (!stream.isRunning)
        return;
    if ((events & EPOLLOUT) != 0) {
        stream.bytesSent += transmit(stream.socket, std::string_view(m_request).substr(stream.bytesSent)).bytes;
        if (stream.bytesSent == m_request.size())
            m_poll.change(stream.socket, index, EPOLLIN);
    }
    if ((events & (EPOLLIN | EPOLLHUP | EPOLLERR)) == 0)
        return;
    const Transfer transfer = receive(stream.socket, m_buffer);
    const Nanoseconds receiveTime = monotonicNow();
    stream.reader.feed({m_buffer.data(), transfer.bytes});
    if (transfer.isClosed)
        stream.reader.endOfInput();
    takeEvents(stream, receiveTime);
    if (stream.reader.isComplete() || stream.reader.hasFailed() || transfer.isClosed)
        finish(stream);
}

void StreamLoad::takeEvents(Stream &stream, Nanoseconds receiveTime)
{
    std::string &body = stream.reader.body();
    std::string_view rest = body;
    while (const auto mark = takeEventMark(&rest, &stream.isDone)) {
        ++m_received;
        // An event that comes out of order or twice is as bad as a lost one.
        if (mark->number == stream.eventsReceived)
            ++stream.eventsReceived;
        if (m_isMeasuring)
            m_report.delays.add(receiveTime - mark->sendTime);
    }
    body.erase(0, body.size() - rest.size());
}

void StreamLoad::finish(Stream &stream)
{
    if (stream.reader.status() != 200 || !stream.reader.isComplete() || !stream.isDone)
        ++m_report.failed;
    stream.isRunning = false;
    stream.socket = FileDescriptor();
    --m_runningCount;
    ++m_endedCount;
}

} // namespace bench
