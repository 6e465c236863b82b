#include "gateway/storage/block_sealer.h"

#include "gateway/storage/history_block.h"

#include <algorithm>
#include <vector>

namespace gateway::storage {

namespace {

std::vector<BlockColumn> allColumns()
{
    std::vector<BlockColumn> columns;
    for (int column = 0; column < static_cast<int>(BlockColumn::End); ++column)
        columns.push_back(static_cast<BlockColumn>(column));
    return columns;
}

Result<void> seal(SqliteFile &file, HistoryBlock &block)
{
    const std::vector<BlockColumn> columns = allColumns();
    auto transaction = Transaction::begin(file);
    if (!transaction)
        return unexpected(transaction.error());
    if (auto done = block.readRows(columns); !done)
        return done;
    auto insert = file.prepare("INSERT OR REPLACE INTO request_columns (id, data) VALUES (?, ?)");
    if (!insert)
        return unexpected(insert.error());
    for (const BlockColumn column : columns) {
        const std::string data =
            isText(column) ? encodeColumn(block.texts(column)) : encodeColumn(block.numbers(column));
        insert->bind(1, block.number() * columnsOfBlock + static_cast<std::int64_t>(column));
        insert->bindBlob(2, data);
        if (auto done = insert->run(); !done)
            return done;
    }
    return transaction->commit();
}

} // namespace

Result<bool> BlockSealer::sealNext(SqliteFile &file)
{
    const auto newest = file.queryInteger("SELECT coalesce(max(sequence), 0) FROM requests");
    const auto oldest = file.queryInteger("SELECT coalesce(min(sequence), 0) FROM requests");
    if (!newest || !oldest)
        return unexpected(newest ? oldest.error() : newest.error());
    auto before = file.prepare("SELECT coalesce(max(sequence), 0) FROM requests WHERE sequence < ?");
    if (!before)
        return unexpected(before.error());
    const std::int64_t newestBlock = *newest / sequencesOfBlock;
    const std::int64_t end = std::max(*oldest / sequencesOfBlock, m_sealedTo);
    HistoryBlock block(file);
    // From block to block that has rows: after much was removed there may be long gaps.
    for (std::int64_t bound = newestBlock * sequencesOfBlock;;) {
        before->bind(1, bound);
        if (const auto hasRow = before->step(); !hasRow)
            return unexpected(hasRow.error());
        const std::int64_t number = before->integer(0) / sequencesOfBlock;
        before->reset();
        if (number <= end) {
            m_sealedTo = std::max(m_sealedTo, newestBlock - 1);
            return false;
        }
        block.goTo(number);
        const auto isStored = block.isStored();
        if (!isStored)
            return isStored;
        if (!*isStored) {
            const auto done = seal(file, block);
            return done ? Result<bool>(true) : unexpected(done.error());
        }
        bound = number * sequencesOfBlock;
    }
}

} // namespace gateway::storage
