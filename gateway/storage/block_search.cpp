#include "gateway/storage/block_search.h"

#include <algorithm>
#include <numeric>

namespace gateway::storage {

namespace {

std::size_t limitOf(const HistoryQuery &query)
{
    return static_cast<std::size_t>(std::clamp(query.limit, 0, largestPage));
}

std::int64_t countOf(const RowMask &mask)
{
    return std::accumulate(mask.begin(), mask.end(), std::int64_t{0});
}

// Of the pages before and behind a sequence.
bool isOnThatSide(const HistoryQuery &query, std::int64_t sequence)
{
    if (query.beforeSequence <= 0)
        return true;
    return query.oldestFirst ? sequence > query.beforeSequence : sequence < query.beforeSequence;
}

// Takes rows as they come, after those that the page skips.
class PageInOrder {
public:
    explicit PageInOrder(const HistoryQuery &query)
        : m_query(query), m_limit(limitOf(query)), m_skipped(std::max(query.offset, 0))
    {
    }

    // False: the page is full, and one more row was seen.
    bool take(HistoryBlock &block, const RowMask &mask)
    {
        const NumberColumn &sequences = block.numbers(BlockColumn::Sequence);
        // Blocks that are skipped as a whole are only counted.
        const std::int64_t matching = countOf(mask);
        const bool isWhole =
            !mask.empty() && isOnThatSide(m_query, sequences.front()) && isOnThatSide(m_query, sequences.back());
        if (isWhole && matching <= m_skipped) {
            m_skipped -= matching;
            return true;
        }
        for (std::size_t step = 0; step < mask.size() && !m_found.hasMore; ++step) {
            const std::size_t row = m_query.oldestFirst ? step : mask.size() - 1 - step;
            if (mask[row] != 0 && isOnThatSide(m_query, sequences[row]))
                take(sequences[row]);
        }
        return !m_found.hasMore;
    }
    bool isFull() const { return m_found.hasMore; }
    FoundRows &&result() { return std::move(m_found); }

private:
    void take(std::int64_t sequence)
    {
        if (m_skipped > 0)
            --m_skipped;
        else if (m_found.sequences.size() == m_limit)
            m_found.hasMore = true;
        else
            m_found.sequences.push_back(sequence);
    }

    const HistoryQuery &m_query;
    std::size_t m_limit;
    std::int64_t m_skipped;
    FoundRows m_found;
};

NumberColumn measuresOf(HistoryBlock &block, HistoryOrder order)
{
    switch (order) {
    case HistoryOrder::Time: break;
    case HistoryOrder::Duration: return block.numbers(BlockColumn::Duration);
    case HistoryOrder::Tokens: {
        NumberColumn tokens = block.numbers(BlockColumn::Input);
        const NumberColumn &output = block.numbers(BlockColumn::Output);
        std::transform(tokens.begin(), tokens.end(), output.begin(), tokens.begin(), tokensOf);
        return tokens;
    }
    case HistoryOrder::Cost: return block.numbers(BlockColumn::Cost); // an unknown one is the smallest
    }
    return block.numbers(BlockColumn::Sequence);
}

Result<FoundRows> findByMeasure(SqliteFile &file, const BlockCondition &condition, const HistoryQuery &query)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> rows; // measure and sequence
    const auto collect = [&](HistoryBlock &block, const RowMask &mask) {
        const NumberColumn &sequences = block.numbers(BlockColumn::Sequence);
        const NumberColumn measures = measuresOf(block, query.order);
        for (std::size_t row = 0; row < mask.size(); ++row) {
            if (mask[row] != 0 && isOnThatSide(query, sequences[row]))
                rows.emplace_back(measures[row], sequences[row]);
        }
        return true;
    };
    if (auto done = visitBlocks(file, condition, false, 0, collect); !done)
        return unexpected(done.error());
    const auto skipped = std::min(static_cast<std::size_t>(std::max(query.offset, 0)), rows.size());
    const std::size_t end = std::min(skipped + limitOf(query), rows.size());
    const auto sortPage = [&rows, skipped, end](auto isBefore) {
        const auto first = rows.begin() + static_cast<std::ptrdiff_t>(skipped);
        if (first == rows.end())
            return;
        std::nth_element(rows.begin(), first, rows.end(), isBefore);
        std::partial_sort(first, rows.begin() + static_cast<std::ptrdiff_t>(end), rows.end(), isBefore);
    };
    if (query.oldestFirst)
        sortPage(std::less<>());
    else
        sortPage(std::greater<>());
    FoundRows found;
    for (std::size_t row = skipped; row < end; ++row)
        found.sequences.push_back(rows[row].second);
    found.hasMore = end < rows.size();
    found.matching = static_cast<std::int64_t>(rows.size());
    return found;
}

} // namespace

Result<FoundRows> findMatching(SqliteFile &file, const BlockCondition &condition, const HistoryQuery &query,
                               bool countMatching)
{
    if (query.order != HistoryOrder::Time) {
        auto found = findByMeasure(file, condition, query);
        if (found && !countMatching)
            found->matching = -1;
        return found;
    }
    PageInOrder page(query);
    std::int64_t matching = 0;
    const auto visit = [&](HistoryBlock &block, const RowMask &mask) {
        if (countMatching)
            matching += countOf(mask);
        if (!page.isFull())
            page.take(block, mask);
        return countMatching || !page.isFull();
    };
    const std::int64_t from = countMatching ? 0 : query.beforeSequence;
    if (auto done = visitBlocks(file, condition, query.oldestFirst, from, visit); !done)
        return unexpected(done.error());
    FoundRows found = page.result();
    found.matching = countMatching ? matching : -1;
    return found;
}

} // namespace gateway::storage
