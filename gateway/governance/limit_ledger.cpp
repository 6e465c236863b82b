#include "gateway/governance/limit_ledger.h"

#include <algorithm>
#include <utility>

namespace gateway::governance {

using config::LimitCounter;
using config::UsageLimit;

void LimitLedger::load(const std::vector<LimitCounter> &counters)
{
    const std::lock_guard lock(m_mutex);
    for (const LimitCounter &stored : counters) {
        Counter &counter = m_counters[stored.limit.value];
        counter.used = stored.used;
        counter.span.begin = stored.windowBegan;
    }
}

// Begins the window that `now` is in, unless it has begun.
void LimitLedger::roll(Counter &counter, const config::LimitWindow &window, WallTime now)
{
    if (counter.hasSpan && counter.window == window && now >= counter.span.begin && now < counter.span.end)
        return;
    const WallTime began = counter.span.begin;
    const bool hasBegun = began != WallTime{};
    WindowSpan span;
    if (window.isCalendarAligned) {
        span = calendarSpan(window, now);
    } else {
        span = rollingSpan(window, hasBegun ? began : now);
        // A clock that was set back must not keep a limit shut until it has caught up.
        if (now >= span.end || now < span.begin)
            span = rollingSpan(window, now);
    }
    // What was used in a window of another length counts if that began in this one.
    if (!hasBegun || began < span.begin || began >= span.end)
        counter.used = 0;
    counter.span = span;
    counter.window = window;
    counter.hasSpan = true;
}

LimitLedger::Counter &LimitLedger::current(const UsageLimit &limit, WallTime now)
{
    Counter &counter = m_counters[limit.id.value];
    roll(counter, limit.window, now);
    return counter;
}

tl::expected<Reservation, LimitRefusal> LimitLedger::reserve(std::span<const LimitClaim> claims)
{
    auto reservation = take(claims);
    if (reservation && !reservation->isEmpty() && m_changed)
        m_changed();
    return reservation;
}

tl::expected<Reservation, LimitRefusal> LimitLedger::take(std::span<const LimitClaim> claims)
{
    const WallTime now = m_clock.wallNow();
    Reservation reservation;
    reservation.m_held.reserve(claims.size());
    const std::lock_guard lock(m_mutex);
    for (std::size_t index = 0; index < claims.size(); ++index) {
        const UsageLimit &limit = *claims[index].limit;
        const Counter &counter = current(limit, now);
        if (counter.used + counter.reserved >= limit.most)
            return tl::unexpected(
                LimitRefusal{index, {counter.used, counter.reserved, counter.span.begin, counter.span.end}});
    }
    for (const LimitClaim &claim : claims) {
        const std::int64_t atWorst = std::max<std::int64_t>(claim.atWorst, 0);
        Counter &counter = m_counters[claim.limit->id.value];
        counter.reserved += atWorst;
        noteChange(claim.limit->id.value, counter);
        reservation.m_held.push_back({claim.limit->id.value, atWorst});
    }
    reservation.m_ledger = this;
    return reservation;
}

void LimitLedger::noteChange(const std::string &id, Counter &counter)
{
    if (!std::exchange(counter.hasChanged, true))
        m_changedIds.push_back(id);
}

// A request counts in the window that it ends in: that is when its cost is known.
void LimitLedger::settle(std::span<const Reservation::Held> held, std::span<const std::int64_t> used)
{
    const WallTime now = m_clock.wallNow();
    bool hasChanged = false;
    {
        const std::lock_guard lock(m_mutex);
        for (std::size_t index = 0; index < held.size(); ++index) {
            const auto found = m_counters.find(held[index].limit);
            if (found == m_counters.end())
                continue; // the limit was removed meanwhile
            Counter &counter = found->second;
            counter.reserved -= held[index].atWorst;
            const std::int64_t amount = index < used.size() ? used[index] : held[index].atWorst;
            roll(counter, config::LimitWindow(counter.window), now);
            counter.used += std::max<std::int64_t>(amount, 0);
            noteChange(found->first, counter);
            hasChanged = true;
        }
    }
    if (hasChanged && m_changed)
        m_changed();
}

LimitUse LimitLedger::use(const UsageLimit &limit) const
{
    const WallTime now = m_clock.wallNow();
    const std::lock_guard lock(m_mutex);
    const auto found = m_counters.find(limit.id.value);
    Counter counter = found == m_counters.end() ? Counter() : found->second;
    const WallTime began = counter.span.begin;
    roll(counter, limit.window, now);
    const bool isUnused = !limit.window.isCalendarAligned && (counter.span.begin != began || began == WallTime{});
    return {counter.used, counter.reserved, isUnused ? WallTime{} : counter.span.begin, counter.span.end};
}

void LimitLedger::resetUse(const config::LimitId &limit)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_counters.find(limit.value);
        if (found == m_counters.end())
            return;
        found->second.used = 0;
        noteChange(found->first, found->second);
    }
    if (m_changed)
        m_changed();
}

void LimitLedger::forget(const std::vector<config::LimitId> &limits)
{
    const std::lock_guard lock(m_mutex);
    for (const config::LimitId &limit : limits)
        m_counters.erase(limit.value);
}

std::vector<LimitCounter> LimitLedger::counters(const std::vector<config::LimitId> &limits) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<LimitCounter> counters;
    for (const config::LimitId &limit : limits) {
        if (const auto found = m_counters.find(limit.value); found != m_counters.end())
            counters.push_back({limit, found->second.span.begin, found->second.used});
    }
    return counters;
}

void LimitLedger::restore(const std::vector<LimitCounter> &counters)
{
    load(counters);
    keepChanged(counters);
    if (!counters.empty() && m_changed)
        m_changed();
}

std::vector<LimitCounter> LimitLedger::takeChanged()
{
    const std::lock_guard lock(m_mutex);
    std::vector<LimitCounter> changed;
    changed.reserve(m_changedIds.size());
    for (const std::string &id : std::exchange(m_changedIds, {})) {
        const auto found = m_counters.find(id);
        if (found == m_counters.end())
            continue;
        found->second.hasChanged = false;
        changed.push_back({{id}, found->second.span.begin, found->second.used + found->second.reserved});
    }
    return changed;
}

bool LimitLedger::hasChanged() const
{
    const std::lock_guard lock(m_mutex);
    return !m_changedIds.empty();
}

void LimitLedger::keepChanged(const std::vector<LimitCounter> &counters)
{
    const std::lock_guard lock(m_mutex);
    for (const LimitCounter &unwritten : counters) {
        if (const auto found = m_counters.find(unwritten.limit.value); found != m_counters.end())
            noteChange(found->first, found->second);
    }
}

} // namespace gateway::governance
