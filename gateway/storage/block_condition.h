// Says which rows of a block match a history query: the same rule as HistoryFilter, asked of columns.
#pragma once

#include "gateway/storage/history_block.h"
#include "gateway/storage/storage_thread.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace gateway::storage {

using RowMask = std::vector<std::uint8_t>; // for each row 1: it matches, or 0

// Only the filter of the query counts, not its page.
class BlockCondition {
public:
    explicit BlockCondition(const HistoryQuery &query);

    bool isEmpty() const { return m_tests.empty(); }
    void match(HistoryBlock &block, RowMask &mask) const;

private:
    using Test = std::function<void(HistoryBlock &, RowMask &)>; // clears what does not match

    void addTimes(const HistoryQuery &query);
    void addNames(const HistoryQuery &query);
    void addMeasures(const HistoryMeasures &measures);
    void addNumber(BlockColumn column, FilterComparison comparison, const std::optional<std::int64_t> &bound);
    void addOneOf(BlockColumn column, const std::vector<std::string> &values);
    void addKeys(BlockColumn idColumn, BlockColumn nameColumn, const std::vector<KeyChoice> &keys);

    std::vector<Test> m_tests; // the cheapest first
};

// Block after block with at least one row that matches, newest or oldest first. `visit` says false when it has enough.
// `from` is where to begin: only blocks with smaller sequences (larger ones when the oldest come first), or its own; 0
// for all of them. ErrorCode::Cancelled when the file is interrupted.
using BlockVisit = std::function<bool(HistoryBlock &block, const RowMask &mask)>;
Result<void> visitBlocks(SqliteFile &file, const BlockCondition &condition, bool oldestFirst, std::int64_t from,
                         const BlockVisit &visit);

// Tokens of prompt and answer together; 0 where none was told.
std::int64_t tokensOf(std::int64_t input, std::int64_t output);

} // namespace gateway::storage
