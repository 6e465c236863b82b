#include "gateway/pipeline/live_feed.h"

namespace gateway::pipeline {

void LiveFeed::setWanted(bool wanted)
{
    m_isWanted.store(wanted, std::memory_order_relaxed);
    if (wanted)
        return;
    const std::lock_guard lock(m_mutex);
    m_requests.clear();
    m_places.clear();
}

void LiveFeed::publish(RequestRecord record)
{
    const std::lock_guard lock(m_mutex);
    const auto [place, isNew] = m_places.try_emplace(record.id, m_requests.size());
    if (isNew)
        m_requests.push_back(std::move(record));
    else
        m_requests[place->second] = std::move(record);
}

std::uint64_t LiveFeed::watchTicket(const RequestId &id) const
{
    if (!m_hasWatched.load(std::memory_order_relaxed))
        return 0;
    const std::lock_guard lock(m_mutex);
    return m_watchedId == id ? m_watchTicket : 0;
}

void LiveFeed::watch(const RequestId &id)
{
    const std::lock_guard lock(m_mutex);
    m_watchedId = id;
    ++m_watchTicket;
    m_watched.reset();
    m_hasWatched.store(!id.isEmpty(), std::memory_order_relaxed);
}

void LiveFeed::publishAnswer(WatchedAnswer answer)
{
    const std::lock_guard lock(m_mutex);
    if (answer.id != m_watchedId)
        return;
    if (!m_watched || answer.isFirst) {
        m_watched = std::move(answer);
        return;
    }
    m_watched->bytes += answer.bytes;
    m_watched->isStream = answer.isStream; // an answer that had not begun is known to be one only now
    m_watched->isComplete = answer.isComplete;
}

// A request counts itself before it looks whether it is awaited, and this looks the other way round: one of both sees the
// other.
bool LiveFeed::awaitRequest()
{
    m_isRequestAwaited.store(true);
    return m_inFlight.load() == 0 || !m_isRequestAwaited.exchange(false);
}

LiveFeed::Batch LiveFeed::take()
{
    const std::lock_guard lock(m_mutex);
    Batch batch;
    batch.requests.swap(m_requests);
    batch.watched.swap(m_watched);
    m_places.clear();
    return batch;
}

} // namespace gateway::pipeline
