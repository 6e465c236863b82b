// Closed loop of short requests: each connection sends the next one as soon as it has its answer.
#pragma once

#include <memory>

#include "tools/bench/http_message_reader.h"
#include "tools/bench/load_options.h"
#include "tools/bench/loopback.h"

namespace bench {

class IntervalCost;

class RequestLoad {
public:
    explicit RequestLoad(const LoadOptions &options);

    LoadReport run();

private:
    struct Client {
        FileDescriptor socket;
        HttpMessageReader reader{HttpMessageReader::Kind::Response};
        std::size_t bytesSent = 0;
        Nanoseconds startTime{};
        bool isBusy = false;
        bool isWaitingToWrite = false;
    };

    bool connect(std::size_t index);
    void startRequest(std::size_t index);
    void sendRest(std::size_t index);
    void serve(std::size_t index, std::uint32_t events);
    void finishRequest(std::size_t index);
    void reconnect(std::size_t index);
    void workUntil(Nanoseconds deadline);
    bool isIdle() const { return m_busyCount == 0; }

    const LoadOptions &m_options;
    std::string m_request;
    EventPoll m_poll;
    std::vector<std::unique_ptr<Client>> m_clients;
    std::vector<char> m_buffer;
    LoadReport m_report;
    std::size_t m_busyCount = 0;
    std::uint64_t m_finished = 0; // since the last mark
    bool m_isMeasuring = false;
    bool m_mayStart = true;
};

} // namespace bench
