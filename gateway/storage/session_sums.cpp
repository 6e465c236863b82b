#include "gateway/storage/session_sums.h"

#include "gateway/storage/block_condition.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/stored_time.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace gateway::storage {

namespace {

constexpr std::size_t mostSessions = 10'000;

std::int64_t known(std::int64_t value)
{
    return value == notKnown ? 0 : value;
}

// Takes blocks from the newest on. The first sessions that come up have sums, the others only a number to tell them
// apart by: sessions of years ago are not worth their names.
class SessionCounter {
public:
    explicit SessionCounter(std::size_t limit) : m_limit(limit) {}

    void add(HistoryBlock &block, const RowMask &mask)
    {
        const TextColumn &ids = block.texts(BlockColumn::SessionId);
        const std::vector<std::size_t> slots = slotsOf(ids, mask);
        const std::vector<std::int64_t> failures = failuresOf(block);
        const NumberColumn &starts = block.numbers(BlockColumn::StartedAt);
        const NumberColumn &costs = block.numbers(BlockColumn::Cost);
        const NumberColumn &unpriced = block.numbers(BlockColumn::Unpriced);
        const NumberColumn &prompts = block.numbers(BlockColumn::Prompt);
        const NumberColumn &outputs = block.numbers(BlockColumn::Output);
        for (std::size_t row = 0; row < mask.size(); ++row) {
            const std::size_t slot = mask[row] == 0 ? counted : slots[ids.codes[row]];
            if (slot == counted)
                continue;
            SessionSum &sum = m_sums[slot];
            const WallTime start = wallTime(Microseconds(starts[row]));
            sum.firstStart = sum.requests == 0 ? start : std::min(sum.firstStart, start);
            sum.lastStart = std::max(sum.lastStart, start);
            ++sum.requests;
            sum.failed += failures[row];
            sum.cost.nanoDollars += known(costs[row]);
            sum.unpriced += unpriced[row] > 0 ? 1 : 0;
            sum.inputTokens += known(prompts[row]);
            sum.outputTokens += known(outputs[row]);
        }
    }

    SessionSums take()
    {
        SessionSums result;
        std::sort(m_others.begin(), m_others.end());
        const auto end = std::unique(m_others.begin(), m_others.end());
        result.matching = static_cast<std::int64_t>(m_sums.size()) + (end - m_others.begin());
        std::stable_sort(m_sums.begin(), m_sums.end(), [](const SessionSum &left, const SessionSum &right) {
            return left.lastStart > right.lastStart;
        });
        result.sessions = std::move(m_sums);
        return result;
    }

private:
    static constexpr std::size_t counted = static_cast<std::size_t>(-1); // without sums
    static constexpr std::size_t notSeen = static_cast<std::size_t>(-1) - 1;

    // By the code of the session in this block.
    std::vector<std::size_t> slotsOf(const TextColumn &ids, const RowMask &mask)
    {
        std::vector<std::size_t> slots(ids.count(), notSeen);
        for (std::size_t row = mask.size(); row-- > 0;) {
            std::size_t &slot = slots[ids.codes[row]];
            if (mask[row] != 0 && slot == notSeen)
                slot = slotOf(ids.text(ids.codes[row]));
        }
        return slots;
    }

    std::size_t slotOf(std::string_view id)
    {
        if (const auto seen = m_slots.find(std::string(id)); seen != m_slots.end())
            return seen->second;
        if (m_sums.size() == m_limit) {
            m_others.push_back(std::hash<std::string_view>()(id));
            return counted;
        }
        m_slots.emplace(id, m_sums.size());
        m_sums.emplace_back().id = id;
        return m_sums.size() - 1;
    }

    static std::vector<std::int64_t> failuresOf(HistoryBlock &block)
    {
        const TextColumn &states = block.texts(BlockColumn::State);
        std::vector<std::int64_t> byCode;
        for (std::size_t code = 0; code < states.count(); ++code)
            byCode.push_back(hasFailed(requestStateFromName(states.text(code))) ? 1 : 0);
        std::vector<std::int64_t> failures;
        failures.reserve(states.codes.size());
        for (const std::uint16_t code : states.codes)
            failures.push_back(byCode[code]);
        return failures;
    }

    std::size_t m_limit;
    std::vector<SessionSum> m_sums;
    std::unordered_map<std::string, std::size_t> m_slots; // of the sums, by id
    std::vector<std::size_t> m_others;                    // hashes of ids; some several times
};

} // namespace

Result<SessionSums> readSessionSums(SqliteFile &file, const HistoryQuery &query)
{
    const ReadSnapshot snapshot(file);
    const auto stored = file.queryInteger("SELECT coalesce(sum(requests), 0) FROM log_hours");
    if (!stored)
        return unexpected(stored.error());
    SessionCounter counter(
        std::clamp(static_cast<std::size_t>(std::max(query.limit, 1)), std::size_t{1}, mostSessions));
    const auto add = [&counter](HistoryBlock &block, const RowMask &mask) {
        counter.add(block, mask);
        return true;
    };
    if (auto done = visitBlocks(file, BlockCondition(query), false, 0, add); !done)
        return unexpected(done.error());
    SessionSums sums = counter.take();
    sums.totalStored = *stored;
    return sums;
}

} // namespace gateway::storage
