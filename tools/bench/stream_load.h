// Concurrent event streams, each read to its end; the delay of an event is receive time minus the send time inside it.
#pragma once

#include <memory>

#include "tools/bench/chat_payloads.h"
#include "tools/bench/http_message_reader.h"
#include "tools/bench/load_options.h"
#include "tools/bench/loopback.h"

namespace bench {

class StreamLoad {
public:
    explicit StreamLoad(const LoadOptions &options);

    LoadReport run();

private:
    struct Stream {
        FileDescriptor socket;
        HttpMessageReader reader{HttpMessageReader::Kind::Response};
        std::size_t bytesSent = 0;
        std::uint32_t eventsReceived = 0;
        bool isRunning = false;
        bool isDone = false; // "[DONE]" was seen
    };

    void openStreams();
    bool open(std::size_t index);
    void workUntil(Nanoseconds deadline, bool mustStopAtFirstEnd);
    void serve(std::size_t index, std::uint32_t events);
    void takeEvents(Stream &stream, Nanoseconds receiveTime);
    void finish(Stream &stream);

    const LoadOptions &m_options;
    StreamPlan m_plan;
    std::string m_request;
    EventPoll m_poll;
    std::vector<std::unique_ptr<Stream>> m_streams;
    std::vector<char> m_buffer;
    LoadReport m_report;
    std::size_t m_runningCount = 0;
    std::size_t m_endedCount = 0;
    std::uint64_t m_received = 0; // since the last mark
    bool m_isMeasuring = false;
};

} // namespace bench
