// Carries what running requests do from the workers to whoever watches; costs nothing while nobody does.
#pragma once

#include "gateway/base/request_record.h"
#include "gateway/translation/dialects/dialect_id.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gateway::pipeline {

// Bytes of the one answer that is being read by a person.
struct WatchedAnswer {
    RequestId id;
    std::optional<translation::DialectId> dialect;
    std::shared_ptr<const std::string> requestBody; // set with the first piece
    std::string bytes;                              // that arrived since the last take
    bool isStream = false;
    bool isFirst = false; // `bytes` begins at the start of the answer
    bool isComplete = false;
};

// Shared by all threads. Workers publish, the main thread takes.
class LiveFeed {
public:
    struct Batch {
        std::vector<RequestRecord> requests; // newest state of each, without bodies; in order of first change
        std::optional<WatchedAnswer> watched;
    };

    bool isWanted() const { return m_isWanted.load(std::memory_order_relaxed); }
    void setWanted(bool wanted);

    // A request that is neither running nor ended is never published. Several states of one request between two takes
    // are merged into the last.
    void publish(RequestRecord record);

    // Which watch this request is under, 0 when under none. A new watch has a new ticket, so that a relay knows when to
    // begin again from the start of its answer.
    std::uint64_t watchTicket(const RequestId &id) const;
    void watch(const RequestId &id); // empty: nothing
    void publishAnswer(WatchedAnswer answer);

    Batch take();

    void requestBegan()
    {
        m_inFlight.fetch_add(1);
        if (m_isRequestAwaited.load() && m_isRequestAwaited.exchange(false))
            m_awakener();
    }
    void requestEnded() { m_inFlight.fetch_sub(1, std::memory_order_relaxed); }
    int inFlight() const { return m_inFlight.load(std::memory_order_relaxed); }

    // What the next request that begins after awaitRequest() calls, once, on its worker's thread. Set while no worker runs.
    void setAwakener(std::function<void()> awakener) { m_awakener = std::move(awakener); }
    bool awaitRequest(); // false: one is running already

private:
    std::atomic<bool> m_isWanted{false};
    std::atomic<bool> m_hasWatched{false};
    std::atomic<int> m_inFlight{0};
    std::atomic<bool> m_isRequestAwaited{false};
    std::function<void()> m_awakener;
    mutable std::mutex m_mutex;
    std::vector<RequestRecord> m_requests;
    std::unordered_map<RequestId, std::size_t> m_places;
    RequestId m_watchedId;
    std::uint64_t m_watchTicket = 0;
    std::optional<WatchedAnswer> m_watched;
};

} // namespace gateway::pipeline
