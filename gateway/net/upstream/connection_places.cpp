#include "gateway/net/upstream/connection_places.h"

#include <algorithm>

namespace gateway::net {

void ConnectionPlace::giveBack()
{
    if (const ConnectionHostPointer host = std::exchange(m_host, nullptr))
        host->giveBack();
}

void ConnectionHost::join(const ConnectionSharePointer &share)
{
    const std::lock_guard lock(m_mutex);
    m_shares.push_back(share);
}

void ConnectionHost::leave(const ConnectionSharePointer &share)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_shares, share);
}

bool ConnectionHost::tryTake()
{
    int taken = m_taken.load();
    while (taken < m_most) {
        if (m_taken.compare_exchange_weak(taken, taken + 1))
            return true;
    }
    return false;
}

ConnectionPlace ConnectionHost::take()
{
    return !isWaitedFor() && tryTake() ? ConnectionPlace(shared_from_this()) : ConnectionPlace();
}

void ConnectionHost::giveBack()
{
    m_taken.fetch_sub(1);
    if (isWaitedFor())
        serveLine();
}

std::uint64_t ConnectionHost::wait(const ConnectionSharePointer &share, Turn turn)
{
    std::uint64_t number = 0;
    {
        const std::lock_guard lock(m_mutex);
        number = ++m_lastNumber;
        m_line.emplace(number, Waiter{share, std::move(turn)});
        m_waiting.store(static_cast<int>(m_line.size()));
    }
    serveLine(); // one may have been given back before anybody knew that it is waited for
    if (isWaitedFor())
        askForIdle();
    return number;
}

void ConnectionHost::stopWaiting(std::uint64_t number)
{
    const std::lock_guard lock(m_mutex);
    m_line.erase(number);
    m_waiting.store(static_cast<int>(m_line.size()));
}

std::optional<std::uint64_t> ConnectionHost::takeFirstOf(const ConnectionShare &share)
{
    const std::lock_guard lock(m_mutex);
    if (m_line.empty() || m_line.begin()->second.share.get() != &share)
        return std::nullopt;
    const std::uint64_t number = m_line.begin()->first;
    m_line.erase(m_line.begin());
    m_waiting.store(static_cast<int>(m_line.size()));
    return number;
}

void ConnectionHost::askForIdle()
{
    ConnectionSharePointer asked;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_shares.begin(), m_shares.end(),
                                        [](const ConnectionSharePointer &share) { return share->idle.load() > 0; });
        if (found != m_shares.end())
            asked = *found;
    }
    if (asked)
        asked->inbox->post([asked, self = shared_from_this()] { asked->giveUpIdle(*self); });
}

// Nobody is told under the lock: a receiver that has gone gives its place back at once.
void ConnectionHost::serveLine()
{
    std::vector<std::pair<std::uint64_t, Waiter>> served;
    {
        const std::lock_guard lock(m_mutex);
        while (!m_line.empty() && tryTake()) {
            served.emplace_back(m_line.begin()->first, std::move(m_line.begin()->second));
            m_line.erase(m_line.begin());
        }
        m_waiting.store(static_cast<int>(m_line.size()));
    }
    for (auto &[number, waiter] : served) {
        // A function that is posted has to be one that could be copied.
        const auto place = std::make_shared<ConnectionPlace>(ConnectionPlace(shared_from_this()));
        waiter.share->inbox->post(
            [number = number, turn = std::move(waiter.turn), place] { turn(number, std::move(*place)); });
    }
}

ConnectionHostPointer ConnectionPlaces::hostOf(const UpstreamRoute &route)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_hosts, [](const auto &entry) { return entry.second.expired(); });
    std::weak_ptr<ConnectionHost> &kept = m_hosts[Key(route.scheme, route.host, route.port, route.mostConnections)];
    ConnectionHostPointer host = kept.lock();
    if (!host) {
        host = std::make_shared<ConnectionHost>(route.mostConnections);
        kept = host;
    }
    return host;
}

} // namespace gateway::net
