#include "gateway/storage/history_reader.h"

#include "gateway/storage/block_search.h"
#include "gateway/storage/body_codec.h"
#include "gateway/storage/body_index.h"
#include "gateway/storage/history_columns.h"
#include "gateway/storage/history_filter.h"
#include "gateway/storage/record_codec.h"
#include "gateway/storage/record_row.h"
#include "gateway/storage/stored_time.h"

#include <algorithm>
#include <limits>

namespace gateway::storage {

namespace {

Result<std::shared_ptr<const std::string>> bodyFromRow(const SqliteStatement &row, int encodingColumn)
{
    const auto encoding = static_cast<BodyEncoding>(row.integer(encodingColumn));
    if (encoding == BodyEncoding::Absent)
        return nullptr;
    auto body = decodeBody(encoding, row.bytes(encodingColumn + 1));
    if (!body)
        return unexpected(body.error());
    return std::make_shared<const std::string>(std::move(*body));
}

constexpr int firstBodyColumn = 37; // after the sequence and the 36 request columns

Result<void> addBodiesFromRow(const SqliteStatement &row, RequestRecord &record)
{
    decodeDetails(row.bytes(firstBodyColumn), record);
    auto requestBody = bodyFromRow(row, firstBodyColumn + 1);
    if (!requestBody)
        return unexpected(requestBody.error());
    auto responseBody = bodyFromRow(row, firstBodyColumn + 4);
    if (!responseBody)
        return unexpected(responseBody.error());
    record.requestBody = std::move(*requestBody);
    record.isRequestBodyTruncated = row.boolean(firstBodyColumn + 3);
    record.responseBody = std::move(*responseBody);
    record.isResponseBodyTruncated = row.boolean(firstBodyColumn + 6);
    record.streamMarks = decodeMarks(row.bytes(firstBodyColumn + 7));
    return {};
}

} // namespace

Result<HistoryPage> HistoryReader::readPage(const HistoryQuery &query, bool countMatching)
{
    const ReadSnapshot snapshot(m_file);
    HistoryPage page;
    // Reading the rows, or an index of all of them, would take longest of all.
    const Result<std::int64_t> total = m_file.queryInteger("SELECT coalesce(sum(requests), 0) FROM log_hours");
    if (!total)
        return unexpected(total.error());
    page.totalStored = *total;
    const BlockCondition condition(query);
    if (condition.isEmpty() && query.order == HistoryOrder::Time && query.offset <= 0) {
        if (countMatching)
            page.matching = *total;
        const auto done = addNeighbours(query, page);
        return done ? Result<HistoryPage>(std::move(page)) : unexpected(done.error());
    }
    auto found = findMatching(m_file, condition, query, countMatching);
    if (!found)
        return unexpected(found.error());
    page.matching = found->matching;
    page.hasMore = found->hasMore;
    const auto done = addRows(found->sequences, page);
    return done ? Result<HistoryPage>(std::move(page)) : unexpected(done.error());
}

// The next rows of all, without a look at any other.
Result<void> HistoryReader::addNeighbours(const HistoryQuery &query, HistoryPage &page)
{
    const auto limit = static_cast<std::size_t>(std::clamp(query.limit, 0, largestPage));
    const std::int64_t all = query.oldestFirst ? 0 : std::numeric_limits<std::int64_t>::max();
    auto statement = m_file.prepare(
        "SELECT sequence, " BILROST_REQUEST_COLUMNS " FROM requests WHERE sequence "
        + std::string(query.oldestFirst ? "> ? ORDER BY sequence ASC LIMIT ?" : "< ? ORDER BY sequence DESC LIMIT ?"));
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, query.beforeSequence > 0 ? query.beforeSequence : all);
    statement->bind(2, static_cast<std::int64_t>(limit + 1)); // one more tells whether there is more
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        page.hasMore = *hasRow && page.records.size() == limit;
        if (!*hasRow || page.hasMore)
            return {};
        page.records.push_back(recordFromRow(*statement));
    }
}

Result<void> HistoryReader::addRows(const std::vector<std::int64_t> &sequences, HistoryPage &page)
{
    auto statement = m_file.prepare("SELECT sequence, " BILROST_REQUEST_COLUMNS " FROM requests WHERE sequence = ?");
    if (!statement)
        return unexpected(statement.error());
    page.records.reserve(sequences.size());
    for (const std::int64_t sequence : sequences) {
        statement->bind(1, sequence);
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (*hasRow)
            page.records.push_back(recordFromRow(*statement));
        statement->reset();
    }
    return {};
}

Result<HistoryPage> HistoryReader::readWhole(const HistoryQuery &query, std::size_t mostBytes)
{
    if (asksForBodies(query.condition)) {
        if (auto isOn = checkBodySearch(m_file); !isOn)
            return unexpected(isOn.error());
    }
    HistoryPage page;
    HistoryFilter filter(query);
    if (auto done = addTimeBounds(query, filter); !done)
        return unexpected(done.error());
    if (query.beforeSequence > 0)
        filter.addSequenceBound(query.oldestFirst ? ">" : "<", query.beforeSequence);
    auto statement = m_file.prepare("SELECT requests.sequence, " BILROST_REQUEST_COLUMNS ", " BILROST_BODY_COLUMNS
                                    " FROM requests LEFT JOIN request_bodies USING (sequence)"
                                    + filter.whereClause() + " ORDER BY requests.sequence "
                                    + (query.oldestFirst ? "ASC" : "DESC") + " LIMIT ?");
    if (!statement)
        return unexpected(statement.error());
    const int bound = filter.bindTo(*statement);
    const auto limit = static_cast<std::size_t>(std::clamp(query.limit, 1, largestPage));
    statement->bind(bound + 1, static_cast<std::int64_t>(limit + 1)); // one more tells whether there is more
    std::size_t bytes = 0;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        const bool isFull = page.records.size() == limit || bytes > mostBytes;
        page.hasMore = *hasRow && isFull;
        if (!*hasRow || isFull)
            return page;
        StoredRecord stored = recordFromRow(*statement);
        if (auto done = addBodiesFromRow(*statement, stored.record); !done)
            return unexpected(done.error());
        for (const auto &body : {stored.record.requestBody, stored.record.responseBody})
            bytes += body ? body->size() : 0;
        page.records.push_back(std::move(stored));
    }
}

// Finds the first and the last row of the time range in the narrow index, so that the walk along the sequence does not
// pass over the whole history before or after the range.
Result<void> HistoryReader::addTimeBounds(const HistoryQuery &query, HistoryFilter &filter)
{
    if (!query.startedFrom && !query.startedUntil)
        return {};
    auto statement =
        m_file.prepare("SELECT min(sequence), max(sequence) FROM requests WHERE started_at BETWEEN ?1 AND ?2");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, microsecondsSinceEpoch(query.startedFrom.value_or(WallTime::min())));
    statement->bind(2, microsecondsSinceEpoch(query.startedUntil.value_or(WallTime::max())));
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return unexpected(hasRow.error());
    filter.addSequenceBound(">=", statement->integer(0)); // NULL when nothing matches: 0
    filter.addSequenceBound("<=", statement->integer(1));
    return {};
}

Result<StoredRecord> HistoryReader::readRecord(const RequestId &id)
{
    auto statement = m_file.prepare("SELECT requests.sequence, " BILROST_REQUEST_COLUMNS ", " BILROST_BODY_COLUMNS
                                    " FROM requests LEFT JOIN request_bodies USING (sequence)"
                                    " WHERE request_id = ? ORDER BY requests.sequence DESC LIMIT 1");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, std::string_view(id.value));
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return unexpected(hasRow.error());
    if (!*hasRow)
        return unexpected(Error::client(ErrorCode::NotFound, "The history has no request " + id.value + "."));
    StoredRecord stored = recordFromRow(*statement);
    if (auto done = addBodiesFromRow(*statement, stored.record); !done)
        return unexpected(done.error());
    return stored;
}

} // namespace gateway::storage
