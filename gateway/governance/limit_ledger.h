// Counts what is used of every limit: reserved before a request, settled after it, never lost between.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/config/usage_limit.h"
#include "gateway/governance/limit_window.h"
#include "gateway/governance/reservation.h"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace gateway::governance {

// What a request may come to use of one limit, at worst.
struct LimitClaim {
    const config::UsageLimit *limit = nullptr; // borrowed for the call
    std::int64_t atWorst = 0;                  // in the unit of the limit
};

struct LimitUse {
    std::int64_t used = 0;
    std::int64_t reserved = 0; // by requests that run
    WallTime began{};          // the start of the window; 1970 when nothing was used in it
    WallTime resetsAt{};
};

struct LimitRefusal {
    std::size_t claim = 0; // which one could not be had
    LimitUse use;
};

// Any thread; the only state that workers share for limits. Under its mutex a request costs a few look-ups; the calendar
// is read only when a window ends. Outlives its reservations.
//
// A limit is open while what was used and what is reserved are below it together. So requests that run at the same time
// use at most the worst case of one of them more than is allowed, as long as each keeps to its claim.
class LimitLedger {
public:
    explicit LimitLedger(const Clock &clock) : m_clock(clock) {}

    void load(const std::vector<config::LimitCounter> &counters); // what was used before the start
    // Called after each change on the thread that made it, without the mutex. Set it before the first request.
    void setChangeListener(std::function<void()> listener) { m_changed = std::move(listener); }

    // All claims or none. No limit may be claimed twice.
    tl::expected<Reservation, LimitRefusal> reserve(std::span<const LimitClaim> claims);

    LimitUse use(const config::UsageLimit &limit) const;
    WallTime now() const { return m_clock.wallNow(); }
    void resetUse(const config::LimitId &limit); // to nothing, for the rest of its window
    void forget(const std::vector<config::LimitId> &limits);
    std::vector<config::LimitCounter>
    counters(const std::vector<config::LimitId> &limits) const;      // what is used of them
    void restore(const std::vector<config::LimitCounter> &counters); // after forget(); they are written down again

    // What has changed since the last call, to be written down. What running requests hold counts as used there, so that
    // after a crash nothing was used that is not counted.
    std::vector<config::LimitCounter> takeChanged();
    bool hasChanged() const; // since the last takeChanged()
    // What takeChanged() gave could not be written: it comes again, with what it is then.
    void keepChanged(const std::vector<config::LimitCounter> &counters);

private:
    friend class Reservation;
    struct Counter {
        std::int64_t used = 0;
        std::int64_t reserved = 0;
        WindowSpan span;
        config::LimitWindow window; // that `span` was made for
        bool hasSpan = false;
        bool hasChanged = false;
    };
    tl::expected<Reservation, LimitRefusal> take(std::span<const LimitClaim> claims);
    Counter &current(const config::UsageLimit &limit, WallTime now);
    static void roll(Counter &counter, const config::LimitWindow &window, WallTime now);
    void noteChange(const std::string &id, Counter &counter);
    void settle(std::span<const Reservation::Held> held, std::span<const std::int64_t> used);

    const Clock &m_clock;
    std::function<void()> m_changed;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Counter> m_counters; // by limit id
    std::vector<std::string> m_changedIds;
};

} // namespace gateway::governance
