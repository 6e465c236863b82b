// Answers chat requests as a script says: one JSON document at once, or an event stream at a steady rate.
//
// One thread. Every stream gets its own phase inside the interval between two events, so that many streams load the
// subject evenly and not in bursts.
#pragma once

#include <memory>
#include <queue>
#include <unordered_map>
#include <vector>

#include "tools/bench/chat_payloads.h"
#include "tools/bench/http_message_reader.h"
#include "tools/bench/loopback.h"

namespace bench {

class ScriptedUpstream {
public:
    ScriptedUpstream();

    // False when the port is taken or the system has no sockets left; port 0 lets the system choose.
    bool listen(std::uint16_t port);
    std::uint16_t port() const { return localPort(m_listener); }
    [[noreturn]] void run();

private:
    struct Connection {
        FileDescriptor socket;
        HttpMessageReader reader{HttpMessageReader::Kind::Request};
        std::string outgoing;
        std::optional<StreamPlan> plan; // of the stream that is being sent
        std::uint32_t eventsSent = 0;
        Nanoseconds nextDue{};
        bool isWaitingToWrite = false;
    };
    struct DueEvent {
        Nanoseconds due;
        std::uint64_t connectionId;
        bool operator>(const DueEvent &other) const { return due > other.due; }
    };

    void acceptConnections();
    void serve(std::uint64_t id, std::uint32_t events);
    bool readRequests(std::uint64_t id, Connection &connection);
    void answer(std::uint64_t id, Connection &connection);
    void startStream(std::uint64_t id, Connection &connection, const StreamPlan &plan);
    void sendDueEvents();
    void sendNextEvent(std::uint64_t id, Connection &connection);
    bool flush(std::uint64_t id, Connection &connection);

    EventPoll m_poll;
    FileDescriptor m_listener;
    std::unordered_map<std::uint64_t, std::unique_ptr<Connection>> m_connections;
    std::priority_queue<DueEvent, std::vector<DueEvent>, std::greater<>> m_dueEvents;
    std::vector<char> m_buffer;
    std::string m_chatAnswer; // whole responses, made once
    std::string m_modelsAnswer;
    std::uint64_t m_nextId = 1; // 0 is the listener
    std::uint64_t m_streamsStarted = 0;
};

} // namespace bench
