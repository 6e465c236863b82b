#include "gateway/storage/history_writer.h"

#include "gateway/storage/history_columns.h"
#include "gateway/storage/record_codec.h"
#include "gateway/storage/record_row.h"
#include "gateway/storage/stored_time.h"

#include <utility>

namespace gateway::storage {

namespace {

constexpr std::string_view insertRequest =
    "INSERT INTO requests (" BILROST_REQUEST_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
    " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

// The row of the request was inserted just before.
constexpr std::string_view insertBodies = "INSERT INTO request_bodies (sequence, " BILROST_BODY_COLUMNS
                                          ") VALUES (last_insert_rowid(), ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr std::string_view updateCost = "UPDATE requests SET attempts = ?, cost = ?, unpriced = ? WHERE sequence = ?";

// So few that what waits behind a step waits no longer than behind a batch of records.
constexpr std::int64_t repricedInAStep = 100;
constexpr std::string_view unpricedPage =
    "SELECT sequence, " BILROST_REQUEST_COLUMNS " FROM requests WHERE unpriced > 0 AND sequence > ?"
    " ORDER BY sequence LIMIT ?";

std::optional<std::int64_t> nanoDollars(const std::optional<Money> &money)
{
    return money ? std::optional(money->nanoDollars) : std::nullopt;
}

} // namespace

Result<HistoryWriter> HistoryWriter::create(SqliteFile file)
{
    HistoryWriter writer(std::move(file));
    if (auto done = prepareBodyIndex(writer.m_file); !done)
        return unexpected(done.error());
    const auto prepare = [&writer](SqliteStatement &statement, std::string_view sql) -> Result<void> {
        auto prepared = writer.m_file.prepare(sql);
        if (!prepared)
            return unexpected(prepared.error());
        statement = std::move(*prepared);
        return {};
    };
    for (const auto &done : {prepare(writer.m_begin, "BEGIN IMMEDIATE"), prepare(writer.m_commit, "COMMIT"),
                             prepare(writer.m_insertRequest, insertRequest),
                             prepare(writer.m_insertBodies, insertBodies), prepare(writer.m_updateCost, updateCost)}) {
        if (!done)
            return unexpected(done.error());
    }
    auto usage = UsageWriter::create(writer.m_file);
    if (!usage)
        return unexpected(usage.error());
    writer.m_usage = std::move(*usage);
    auto logHours = LogHoursWriter::create(writer.m_file);
    if (!logHours)
        return unexpected(logHours.error());
    writer.m_logHours = std::move(*logHours);
    auto latency = LatencyWriter::create(writer.m_file);
    if (!latency)
        return unexpected(latency.error());
    writer.m_latency = std::move(*latency);
    return writer;
}

Result<void> HistoryWriter::write(std::span<const RequestRecord *const> records)
{
    if (auto begun = m_begin.run(); !begun)
        return begun;
    Result<void> outcome;
    for (const RequestRecord *record : records) {
        outcome = writeOne(*record);
        if (!outcome)
            break;
    }
    if (outcome)
        outcome = m_usage.store();
    if (outcome)
        outcome = m_logHours.store();
    if (outcome)
        outcome = m_latency.store();
    if (outcome)
        outcome = m_commit.run();
    m_usage.discard();
    m_logHours.discard();
    m_latency.discard();
    if (outcome)
        m_requestMarks.forgetWaiting(records);
    // After a full disk SQLite may have rolled back already.
    if (!outcome && m_file.isInTransaction())
        (void)m_file.execute("ROLLBACK");
    return outcome;
}

Result<void> HistoryWriter::writeOne(const RequestRecord &record)
{
    bindRequest(record);
    if (auto done = m_insertRequest.run(); !done)
        return done;
    bindBodies(record);
    if (auto done = m_insertBodies.run(); !done)
        return done;
    if (auto done = m_requestMarks.writeWaiting(m_file, record.id); !done)
        return done;
    m_usage.add(record);
    m_logHours.add(record);
    m_latency.add(record);
    return {};
}

void HistoryWriter::bindRequest(const RequestRecord &record)
{
    int column = 0;
    const auto text = [&](const std::string &value) { m_insertRequest.bind(++column, std::string_view(value)); };
    const auto number = [&](auto value) { m_insertRequest.bind(++column, value); };
    text(record.id.value);
    number(microsecondsSinceEpoch(record.startedAt));
    number(record.duration);
    number(requestStateName(record.state));
    text(record.client);
    text(record.operation);
    text(record.dialect);
    text(record.askedModel);
    text(record.provider);
    text(record.model);
    text(record.keyName);
    text(record.answeredModel);
    text(record.sessionId);
    number(std::int64_t{record.status});
    text(record.finishReason);
    text(record.errorCode);
    text(record.errorText);
    number(record.isStream);
    number(record.firstByteAt);
    number(record.overhead);
    number(record.usage.uncachedInput);
    number(record.usage.cacheRead);
    number(record.usage.cacheWrite);
    number(record.usage.output);
    number(record.usage.reasoning);
    number(static_cast<std::int64_t>(record.requestBytes));
    number(static_cast<std::int64_t>(record.responseBytes));
    text(record.method);
    text(record.path);
    text(record.peerAddress);
    encodeAttempts(record.attempts, m_attempts);
    text(m_attempts);
    text(record.virtualKeyName);
    number(nanoDollars(record.cost));
    number(std::int64_t{record.unpricedAttempts});
    text(record.keyId);
    text(record.virtualKeyId);
}

void HistoryWriter::bindBodies(const RequestRecord &record)
{
    int column = 0;
    const auto body = [&](const std::shared_ptr<const std::string> &bytes, bool isTruncated, std::size_t slot) {
        const EncodedBody encoded = bytes ? m_compressor.encode(*bytes, slot) : EncodedBody{};
        m_insertBodies.bind(++column, static_cast<std::int64_t>(encoded.encoding));
        if (encoded.encoding == BodyEncoding::Absent)
            m_insertBodies.bindNull(++column);
        else
            m_insertBodies.bindBlob(++column, encoded.bytes);
        m_insertBodies.bind(++column, isTruncated);
    };
    encodeDetails(record, m_details);
    m_insertBodies.bind(++column, std::string_view(m_details));
    body(record.requestBody, record.isRequestBodyTruncated, 0);
    body(record.responseBody, record.isResponseBodyTruncated, 1);
    encodeMarks(record.streamMarks, m_marks);
    if (m_marks.empty())
        m_insertBodies.bindNull(++column);
    else
        m_insertBodies.bindBlob(++column, m_marks);
}

Result<HistoryWriter::Repriced> HistoryWriter::reprice(std::int64_t after,
                                                       const std::function<bool(RequestRecord &)> &price)
{
    auto page = readUnpriced(after);
    if (!page)
        return unexpected(page.error());
    Repriced step;
    step.last = page->empty() ? after : page->back().sequence;
    step.hasMore = std::cmp_equal(page->size(), repricedInAStep);
    if (page->empty())
        return step;
    auto transaction = Transaction::begin(m_file);
    if (!transaction)
        return unexpected(transaction.error());
    for (StoredRecord &stored : *page) {
        const RequestRecord before = stored.record;
        ++step.changes.matched;
        if (!price(stored.record))
            continue;
        if (auto done = storePrice(stored, before, step.changes); !done)
            return unexpected(done.error());
    }
    if (auto done = transaction->commit(); !done)
        return unexpected(done.error());
    return step;
}

Result<std::vector<StoredRecord>> HistoryWriter::readUnpriced(std::int64_t after)
{
    auto statement = m_file.prepare(unpricedPage);
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, after);
    statement->bind(2, repricedInAStep);
    std::vector<StoredRecord> records;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            return records;
        records.push_back(recordFromRow(*statement));
    }
}

Result<void> HistoryWriter::storePrice(const StoredRecord &stored, const RequestRecord &before, PriceChanges &changes)
{
    const RequestRecord &record = stored.record;
    encodeAttempts(record.attempts, m_attempts);
    m_updateCost.bind(1, std::string_view(m_attempts));
    m_updateCost.bind(2, nanoDollars(record.cost));
    m_updateCost.bind(3, std::int64_t{record.unpricedAttempts});
    m_updateCost.bind(4, stored.sequence);
    if (auto done = m_updateCost.run(); !done)
        return done;
    ++changes.priced;
    const auto sum = [](const RequestRecord &each) {
        Money money;
        for (const AttemptRecord &attempt : each.attempts)
            money += attempt.cost.value_or(Money{});
        return money;
    };
    changes.added += sum(record) - sum(before);
    return m_usage.change(before, record);
}

Result<std::int64_t> HistoryWriter::remove(std::span<const RequestId> requests)
{
    auto bodies = m_file.prepare("DELETE FROM request_bodies WHERE sequence IN"
                                 " (SELECT sequence FROM requests WHERE request_id = ?)");
    auto rows = m_file.prepare("DELETE FROM requests WHERE request_id = ?");
    if (!bodies || !rows)
        return unexpected(bodies ? rows.error() : bodies.error());
    const auto before = countRows();
    if (!before)
        return before;
    auto transaction = Transaction::begin(m_file);
    if (!transaction)
        return unexpected(transaction.error());
    for (const RequestId &request : requests) {
        for (SqliteStatement *statement : {&*bodies, &*rows}) {
            statement->bind(1, std::string_view(request.value));
            if (auto done = statement->run(); !done)
                return unexpected(done.error());
        }
    }
    if (auto done = transaction->commit(); !done)
        return unexpected(done.error());
    const auto after = countRows();
    return after ? Result<std::int64_t>(*before - *after) : after;
}

Result<BodySearchState> HistoryWriter::switchBodySearch(bool isOn)
{
    if (auto done = setBodySearch(m_file, isOn); !done)
        return unexpected(done.error());
    return readBodySearch(m_file);
}

Result<TrimStep> HistoryWriter::trim(const config::RetentionSettings &settings, WallTime now)
{
    return trimHistory(m_file, settings, now);
}

Result<std::int64_t> HistoryWriter::countRows()
{
    return m_file.queryInteger("SELECT count(*) FROM requests");
}

} // namespace gateway::storage
