// Counts the connections to each host for all workers, and lets requests wait for one, first come, first served.
#pragma once

#include "gateway/net/upstream/thread_inbox.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <atomic>
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace gateway::net {

class ConnectionHost;
using ConnectionHostPointer = std::shared_ptr<ConnectionHost>;

// The right to have one connection open. Its end gives it back, and whoever waits longest gets it. Used by one thread at
// a time.
class ConnectionPlace {
public:
    ConnectionPlace() = default; // none
    ~ConnectionPlace() { giveBack(); }
    ConnectionPlace(ConnectionPlace &&other) noexcept : m_host(std::exchange(other.m_host, nullptr)) {}
    ConnectionPlace &operator=(ConnectionPlace &&other) noexcept
    {
        giveBack();
        m_host = std::exchange(other.m_host, nullptr);
        return *this;
    }
    explicit operator bool() const { return m_host != nullptr; }
    void giveBack();

private:
    friend class ConnectionHost;
    explicit ConnectionPlace(ConnectionHostPointer host) : m_host(std::move(host)) {}

    ConnectionHostPointer m_host;
};

// What one worker has of a host's connections.
struct ConnectionShare {
    ThreadInboxPointer inbox;
    // Runs on the inbox's thread when somebody waits and `idle` was not 0: closes an idle connection, or asks on.
    std::function<void(ConnectionHost &)> giveUpIdle;
    std::atomic<int> idle{0}; // connections that are open and carry nothing; written by the worker alone
};
using ConnectionSharePointer = std::shared_ptr<ConnectionShare>;

// One host, of the routes that allow it the same number of connections. Any thread. As long as nobody waits, taking and
// giving back is a change of one number without a lock.
class ConnectionHost : public std::enable_shared_from_this<ConnectionHost> {
public:
    using Turn = std::function<void(std::uint64_t number, ConnectionPlace place)>;

    explicit ConnectionHost(int most) : m_most(most) {}

    void join(const ConnectionSharePointer &share);
    void leave(const ConnectionSharePointer &share);

    ConnectionPlace take(); // none where all are taken, or others wait already
    bool isWaitedFor() const { return m_waiting.load() > 0; }

    // The number in the line. `turn` runs on the thread of the share's inbox, from its event loop.
    std::uint64_t wait(const ConnectionSharePointer &share, Turn turn);
    void stopWaiting(std::uint64_t number); // a turn that is on its way is to be ignored
    // Takes whoever is first out of the line, if he waits in this share: then he can have a connection of its own that is
    // open already.
    std::optional<std::uint64_t> takeFirstOf(const ConnectionShare &share);
    void askForIdle(); // of whoever has an idle connection, if anybody has

private:
    friend class ConnectionPlace;

    struct Waiter {
        ConnectionSharePointer share;
        Turn turn;
    };

    bool tryTake();
    void giveBack();
    void serveLine();

    const int m_most;
    std::atomic<int> m_taken{0};
    std::atomic<int> m_waiting{0}; // the size of m_line. Who changes one of the two numbers looks at the other then
    std::mutex m_mutex;
    std::uint64_t m_lastNumber = 0;
    std::map<std::uint64_t, Waiter> m_line;
    std::vector<ConnectionSharePointer> m_shares;
};

// Whose turn it is, for the worker that waits in several lines.
struct ConnectionTicket {
    ConnectionHostPointer host;
    std::uint64_t number = 0;
    auto operator<=>(const ConnectionTicket &) const = default;
};

// Shared by all workers; outlives their transports. Any thread.
class ConnectionPlaces {
public:
    // The host that the route goes to. A changed number of connections begins anew: what is still open from before counts
    // for the number from before.
    ConnectionHostPointer hostOf(const UpstreamRoute &route);

private:
    using Key = std::tuple<std::string, std::string, std::uint16_t, int>; // scheme, host, port, connections

    std::mutex m_mutex;
    std::map<Key, std::weak_ptr<ConnectionHost>> m_hosts;
};

} // namespace gateway::net
