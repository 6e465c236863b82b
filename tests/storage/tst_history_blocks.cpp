// Columns of blocks answer as the rows do: for every filter, whether a block is written or not, and after any change.
#include <QTemporaryDir>
#include <QTest>

#include "gateway/storage/block_condition.h"
#include "gateway/storage/block_sealer.h"
#include "gateway/storage/history_filter.h"
#include "gateway/storage/history_reader.h"
#include "gateway/storage/log_sums.h"
#include "gateway/storage/schema_migrator.h"
#include "tests/storage/storage_samples.h"

#include <algorithm>
#include <memory>

using namespace gateway;
using namespace gateway::storage;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(gateway::storage::HistoryQuery)

class HistoryBlocksTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void numbersComeBack_data();
    void numbersComeBack();
    void textsComeBack();
    void refusesWhatIsNoColumn();
    void answersAsTheRowsDo_data();
    void answersAsTheRowsDo();
    void pagesByKeyAndByOffset();
    void ordersByMeasures();
    void leavesTheNewestAndTheOldestBlock();
    void changedRowsLoseTheirBlock();
    void sequencesThatAreGivenAgainAreSeen();
    void bucketsAddUpToTheSums();

private:
    QTemporaryDir m_rows;   // a history without columns
    QTemporaryDir m_blocks; // the same with them
};

namespace {

// Values that repeat in different rhythms, some of them unknown.
const char *const fillRows =
    "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 20000)"
    " INSERT INTO requests (sequence, request_id, started_at, duration, state, client, operation, dialect, asked_model,"
    " provider, model, key_name, answered_model, session_id, status, finish_reason, error_code, error_text, is_stream,"
    " first_byte, overhead, uncached_input, cache_read, cache_write, output, reasoning, request_bytes, response_bytes,"
    " method, path, peer_address, attempts, virtual_key, cost, unpriced, pinned, comment, key_id, virtual_key_id)"
    " SELECT n, 'Request-' || n, 1700000000000000 + n * 1000000 - (n % 7) * 3000000, (n * 7919) % 90000000,"
    " CASE n % 10 WHEN 3 THEN 'upstream_error' WHEN 7 THEN 'cancelled' ELSE 'succeeded' END,"
    " CASE n % 4 WHEN 0 THEN 'Claude Code' WHEN 1 THEN 'Zed' ELSE '' END, 'chat_completion', 'openai_chat',"
    " 'alias-' || (n % 5), CASE n % 3 WHEN 0 THEN 'openai' ELSE 'groq' END, 'model-' || (n % 6), 'work', '',"
    " 'session-' || (n / 40), CASE n % 10 WHEN 3 THEN 502 ELSE 200 END, 'stop', iif(n % 10 = 3, 'unreachable', ''),"
    " iif(n % 10 = 3, 'The Provider ' || (n % 50) || ' is away', ''), n % 2, iif(n % 9 = 0, NULL, n * 10), 5,"
    " iif(n % 8 = 0, NULL, n % 3000), iif(n % 5 = 0, NULL, n % 100), NULL, iif(n % 8 = 0, NULL, n % 700), NULL, 10,"
    " n % 100000, 'POST', '/v1', '127.0.0.1',"
    " iif(n % 11 = 0, '[{\"provider\":\"openai\"},{\"provider\":\"groq\"}]', iif(n % 13 = 0, '', '[{}]')),"
    " 'key-' || (n % 3), iif(n % 6 = 0, NULL, n * 1000), n % 6 = 0, n % 500 = 0, iif(n % 700 = 0, 'Look here', ''),"
    " iif(n % 4 = 0, '', 'key-id-' || (n % 4)), iif(n % 5 = 0, '', 'id-of-' || (n % 3))"
    " FROM number";

SqliteFile emptyHistory(const QTemporaryDir &folder)
{
    auto file = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::Replayable);
    if (!file || !migrate(*file, historyMigrations()))
        qFatal("no history");
    return std::move(*file);
}

SqliteFile filledHistory(const QTemporaryDir &folder)
{
    SqliteFile file = emptyHistory(folder);
    if (auto done = file.execute(fillRows); !done)
        qFatal("%s", done.error().privateDetail.c_str());
    return file;
}

int sealAll(SqliteFile &file)
{
    BlockSealer sealer;
    for (int count = 0;; ++count) {
        const auto hasSealed = sealer.sealNext(file);
        if (!hasSealed)
            qFatal("%s", hasSealed.error().privateDetail.c_str());
        if (!*hasSealed)
            return count;
    }
}

std::int64_t sealedBlocks(SqliteFile &file)
{
    return *file.queryInteger("SELECT count(*) FROM request_columns WHERE id % 64 = 0");
}

// What the rows themselves say.
struct Expected {
    std::vector<std::int64_t> sequences; // newest first
    std::int64_t cost = 0;
    std::int64_t duration = 0;
    bool operator==(const Expected &) const = default;
};

Expected askRows(SqliteFile &file, const HistoryQuery &query)
{
    const HistoryFilter filter(query);
    auto statement = file.prepare("SELECT sequence, coalesce(cost, 0), duration FROM requests" + filter.whereClause()
                                  + " ORDER BY sequence DESC");
    if (!statement)
        qFatal("%s", statement.error().privateDetail.c_str());
    filter.bindTo(*statement);
    Expected expected;
    while (*statement->step()) {
        expected.sequences.push_back(statement->integer(0));
        expected.cost += statement->integer(1);
        expected.duration += statement->integer(2);
    }
    return expected;
}

Expected askBlocks(SqliteFile &file, const HistoryQuery &query)
{
    const ReadSnapshot snapshot(file);
    Expected found;
    const auto done = visitBlocks(file, BlockCondition(query), false, 0, [&](HistoryBlock &block, const RowMask &mask) {
        for (std::size_t row = mask.size(); row-- > 0;) {
            if (mask[row] == 0)
                continue;
            found.sequences.push_back(block.numbers(BlockColumn::Sequence)[row]);
            const std::int64_t cost = block.numbers(BlockColumn::Cost)[row];
            found.cost += cost == notKnown ? 0 : cost;
            found.duration += block.numbers(BlockColumn::Duration)[row];
        }
        return true;
    });
    if (!done)
        qFatal("%s", done.error().privateDetail.c_str());
    return found;
}

FilterTerm compare(FilterField field, FilterComparison comparison, std::int64_t number)
{
    FilterTerm term;
    term.kind = FilterTerm::Kind::Compare;
    term.field = field;
    term.comparison = comparison;
    term.number = number;
    return term;
}

FilterTerm text(FilterField field, const char *wanted, FilterComparison comparison = FilterComparison::Contains)
{
    FilterTerm term = compare(field, comparison, 0);
    term.text = wanted;
    return term;
}

FilterTerm group(FilterTerm::Kind kind, std::vector<FilterTerm> parts)
{
    FilterTerm term;
    term.kind = kind;
    term.parts = std::move(parts);
    return term;
}

FilterTerm cancelledOnes()
{
    FilterTerm term = compare(FilterField::State, FilterComparison::Holds, 0);
    term.states = {RequestState::Cancelled, RequestState::Blocked};
    return term;
}

std::vector<std::int64_t> sequencesOf(const HistoryPage &page)
{
    std::vector<std::int64_t> sequences;
    for (const StoredRecord &stored : page.records)
        sequences.push_back(stored.sequence);
    return sequences;
}

HistoryReader readerOf(const QTemporaryDir &folder)
{
    auto file = SqliteFile::open(samples::pathOf(folder) / "history.sqlite3", FileUse::ReadOnly);
    if (!file)
        qFatal("%s", file.error().privateDetail.c_str());
    return HistoryReader(std::move(*file));
}

} // namespace

void HistoryBlocksTest::initTestCase()
{
    filledHistory(m_rows);
    SqliteFile file = filledHistory(m_blocks);
    QCOMPARE(sealAll(file), 3);
}

void HistoryBlocksTest::numbersComeBack_data()
{
    QTest::addColumn<QList<qint64>>("values");
    QTest::addColumn<int>("mostBytes");
    QTest::newRow("none") << QList<qint64>{} << 14;
    QTest::newRow("one") << QList<qint64>{5} << 14;
    QTest::newRow("all the same") << QList<qint64>(4096, 1'700'000'000'000'000) << 14;
    QTest::newRow("all unknown") << QList<qint64>(100, notKnown) << 14;
    QTest::newRow("small ones far from zero") << QList<qint64>{9'000'000'000, 9'000'000'200, notKnown} << 17;
    QTest::newRow("255 and unknown") << QList<qint64>{0, 255, notKnown} << 20;
    QTest::newRow("negative") << QList<qint64>{-1, 0, 1, -70'000} << 30;
    QTest::newRow("the ends") << QList<qint64>{notKnown + 1, std::numeric_limits<qint64>::max(), 0, notKnown} << 46;
}

void HistoryBlocksTest::numbersComeBack()
{
    QFETCH(QList<qint64>, values);
    QFETCH(int, mostBytes);
    const NumberColumn column(values.begin(), values.end());
    const std::string bytes = encodeColumn(column);
    QVERIFY2(bytes.size() <= static_cast<std::size_t>(mostBytes), std::to_string(bytes.size()).c_str());
    NumberColumn read{1, 2, 3};
    QVERIFY(decodeColumn(bytes, read));
    QCOMPARE(read, column);
}

void HistoryBlocksTest::textsComeBack()
{
    TextColumnBuilder builder;
    const std::vector<std::string> texts{"openai", "", "groq", "openai", std::string("with\0zero", 9), "", "openai"};
    for (const std::string &each : texts)
        builder.add(each);
    const TextColumn column = builder.take();
    QCOMPARE(column.count(), std::size_t(4));
    TextColumn read;
    QVERIFY(decodeColumn(encodeColumn(column), read));
    QCOMPARE(read.codes.size(), texts.size());
    for (std::size_t row = 0; row < texts.size(); ++row)
        QCOMPARE(std::string(read.text(read.codes[row])), texts[row]);
}

void HistoryBlocksTest::refusesWhatIsNoColumn()
{
    TextColumnBuilder builder;
    for (const char *each : {"one", "two", "three"})
        builder.add(each);
    const std::string bytes = encodeColumn(builder.take());
    TextColumn read;
    for (std::size_t length = 0; length < bytes.size(); ++length)
        QVERIFY2(!decodeColumn(std::string_view(bytes).substr(0, length), read), std::to_string(length).c_str());
    NumberColumn numbers;
    QVERIFY(!decodeColumn(std::string(14, '\x05'), numbers));
}

void HistoryBlocksTest::answersAsTheRowsDo_data()
{
    using Comparison = FilterComparison;
    using Field = FilterField;
    using Kind = FilterTerm::Kind;
    QTest::addColumn<HistoryQuery>("query");
    const auto row = [](const char *name, HistoryQuery query) { QTest::newRow(name) << query; };
    const auto term = [&](const char *name, FilterTerm condition) { row(name, {.condition = std::move(condition)}); };
    const WallTime start{1'700'000'000s};
    row("all", {});
    row("state", {.states = {"cancelled"}});
    row("provider and model", {.providers = {"openai"}, .models = {"model-3", "model-0"}});
    row("from", {.startedFrom = start + 9'000s});
    row("until", {.startedUntil = start + 5'000s});
    row("between", {.startedFrom = start + 5'000s, .startedUntil = start + 9'000s});
    row("names", {.askedModels = {"alias-2"}, .virtualKeys = {{{}, "key-1"}}, .clients = {"Zed", ""}});
    row("key by id", {.keys = {{"key-id-3", "work"}}});
    row("keys by id and name", {.keys = {{"key-id-1", {}}, {{}, "work"}}});
    row("virtual key by id", {.virtualKeys = {{"id-of-2", "key-2"}}});
    row("virtual key that went", {.virtualKeys = {{{}, "gone"}, {"gone", {}}}});
    row("case of a name", {.providers = {"OpenAI"}});
    row("session", {.sessionIds = {"session-77"}});
    row("request", {.requestIds = {"Request-4711"}});
    row("statuses", {.statuses = {502, 429}});
    row("duration", {.measures = {.leastDuration = 30s, .mostDuration = 60s}});
    row("tokens", {.measures = {.leastTokens = 3'000}});
    row("few tokens", {.measures = {.mostTokens = 10}});
    row("cost", {.measures = {.leastCost = Money{1'000'000}, .mostCost = Money{15'000'000}}});
    row("unpriced", {.measures = {.isUnpricedOnly = true}});
    row("text", {.text = "request-12"});
    row("text without case", {.text = "CLAUDE"});
    row("text of a comment", {.text = "look h"});
    row("text that is nowhere", {.text = "openaigroq"});
    row("text of signs", {.text = "100%"});
    row("text and time", {.text = "provider 3", .startedFrom = start + 15'000s});
    term("error", text(Field::Error, "AWAY"));
    term("equal text", text(Field::Model, "MODEL-4", Comparison::Equals));
    term("not equal to a part", text(Field::Model, "model", Comparison::Equals));
    term("status", compare(Field::Status, Comparison::AtLeast, 500));
    term("tries", compare(Field::Tries, Comparison::Greater, 1));
    term("cost below", compare(Field::Cost, Comparison::Less, 5'000));
    term("first token", compare(Field::FirstToken, Comparison::AtMost, 4'000));
    term("input", compare(Field::InputTokens, Comparison::Equals, 100));
    term("cached", compare(Field::CachedTokens, Comparison::Greater, 90));
    term("output", compare(Field::OutputTokens, Comparison::AtLeast, 699));
    term("size", compare(Field::Size, Comparison::Less, 50));
    term("streamed", compare(Field::Streamed, Comparison::Holds, 0));
    term("fell back", compare(Field::FellBack, Comparison::Holds, 0));
    term("unknown price", compare(Field::Unpriced, Comparison::Holds, 0));
    term("pinned", compare(Field::Pinned, Comparison::Holds, 0));
    term("one of the states", cancelledOnes());
    term("not of what is unknown", group(Kind::Not, {compare(Field::Cost, Comparison::Greater, 0)}));
    term("any of nothing", group(Kind::Any, {}));
    term("mixed", group(Kind::Any, {group(Kind::All, {text(Field::Client, "zed"), cancelledOnes()}),
                                    group(Kind::Not, {text(Field::Provider, "o")})}));
}

void HistoryBlocksTest::answersAsTheRowsDo()
{
    QFETCH(HistoryQuery, query);
    const Expected expected = askRows(readerOf(m_rows).file(), query);
    for (const QTemporaryDir *folder : {&m_rows, &m_blocks}) {
        const Expected found = askBlocks(readerOf(*folder).file(), query);
        QCOMPARE(found.sequences, expected.sequences);
        QVERIFY(found == expected);
    }
    const auto page = readerOf(m_blocks).readPage(query, true);
    QVERIFY(page);
    QCOMPARE(static_cast<std::size_t>(std::min(200, static_cast<int>(expected.sequences.size()))),
             page->records.size());
    if (!query.condition.parts.empty() || query.condition.kind == FilterTerm::Kind::Compare || !query.text.empty())
        QCOMPARE(page->matching, static_cast<std::int64_t>(expected.sequences.size()));
}

void HistoryBlocksTest::pagesByKeyAndByOffset()
{
    const QTemporaryDir folder;
    SqliteFile file = filledHistory(folder);
    QCOMPARE(sealAll(file), 3);
    HistoryReader reader = readerOf(folder);
    const Expected all = askRows(file, {.clients = {"Zed"}});
    const auto slice = [&all](std::size_t from, std::size_t count) {
        const auto begin = all.sequences.begin() + static_cast<std::ptrdiff_t>(from);
        return std::vector<std::int64_t>(begin, begin + static_cast<std::ptrdiff_t>(count));
    };
    const auto byOffset = reader.readPage({.limit = 50, .offset = 2'345, .clients = {"Zed"}}, true);
    QCOMPARE(sequencesOf(*byOffset), slice(2'345, 50));
    QCOMPARE(byOffset->matching, static_cast<std::int64_t>(all.sequences.size()));
    QVERIFY(byOffset->hasMore);
    const auto byKey =
        reader.readPage({.beforeSequence = all.sequences[2'344], .limit = 50, .clients = {"Zed"}}, false);
    QCOMPARE(sequencesOf(*byKey), slice(2'345, 50));
    const auto both =
        reader.readPage({.beforeSequence = all.sequences[344], .limit = 50, .offset = 2'000, .clients = {"Zed"}}, true);
    QCOMPARE(sequencesOf(*both), slice(2'345, 50));
    const auto last = reader.readPage({.limit = 50, .offset = 4'990, .clients = {"Zed"}}, false);
    QCOMPARE(sequencesOf(*last), slice(4'990, 10));
    QVERIFY(!last->hasMore);
    const auto oldest = reader.readPage({.limit = 3, .offset = 1, .oldestFirst = true, .clients = {"Zed"}}, false);
    QCOMPARE(sequencesOf(*oldest), (std::vector<std::int64_t>{5, 9, 13}));
    QVERIFY(reader.readPage({.limit = 3, .offset = 20'000}, false)->records.empty());
}

void HistoryBlocksTest::ordersByMeasures()
{
    const QTemporaryDir folder;
    SqliteFile file = filledHistory(folder);
    sealAll(file);
    HistoryReader reader = readerOf(folder);
    const auto bySql = [&file](const std::string &order) {
        auto statement = file.prepare("SELECT sequence FROM requests ORDER BY " + order + " LIMIT 20 OFFSET 7");
        std::vector<std::int64_t> sequences;
        while (*statement->step())
            sequences.push_back(statement->integer(0));
        return sequences;
    };
    const auto page = [&reader](HistoryOrder order, bool smallestFirst) {
        return sequencesOf(
            *reader.readPage({.limit = 20, .offset = 7, .oldestFirst = smallestFirst, .order = order}, false));
    };
    QCOMPARE(page(HistoryOrder::Duration, false), bySql("duration DESC, sequence DESC"));
    QCOMPARE(page(HistoryOrder::Duration, true), bySql("duration, sequence"));
    QCOMPARE(page(HistoryOrder::Cost, false), bySql("cost DESC, sequence DESC"));
    QCOMPARE(page(HistoryOrder::Cost, true), bySql("cost, sequence"));
    QCOMPARE(page(HistoryOrder::Tokens, false),
             bySql("coalesce(uncached_input + coalesce(cache_read, 0), 0) + coalesce(output, 0) DESC, sequence DESC"));
}

void HistoryBlocksTest::leavesTheNewestAndTheOldestBlock()
{
    const QTemporaryDir folder;
    SqliteFile file = filledHistory(folder);
    QCOMPARE(sealAll(file), 3);
    QCOMPARE(*file.queryInteger("SELECT min(id) / 64 FROM request_columns"), 1);
    QCOMPARE(*file.queryInteger("SELECT max(id) / 64 FROM request_columns"), 3);
    QCOMPARE(sealAll(file), 0);
}

void HistoryBlocksTest::changedRowsLoseTheirBlock()
{
    const QTemporaryDir folder;
    SqliteFile file = filledHistory(folder);
    QCOMPARE(sealAll(file), 3);
    const HistoryQuery dear{.measures = {.leastCost = Money{1'000'000'000}}};
    QVERIFY(askBlocks(file, dear).sequences.empty());
    QVERIFY(file.execute("UPDATE requests SET cost = 2000000000 WHERE sequence = 9000"));
    QCOMPARE(sealedBlocks(file), 2);
    QCOMPARE(askBlocks(file, dear).sequences, (std::vector<std::int64_t>{9000}));
    QCOMPARE(sealAll(file), 1);
    QCOMPARE(askBlocks(file, dear).sequences, (std::vector<std::int64_t>{9000}));
    QVERIFY(file.execute("DELETE FROM requests WHERE sequence = 9000"));
    QVERIFY(askBlocks(file, dear).sequences.empty());
    QCOMPARE(sealAll(file), 1);
    QVERIFY(askBlocks(file, dear).sequences.empty());
    QVERIFY(askBlocks(file, {}) == askRows(file, {}));
}

void HistoryBlocksTest::sequencesThatAreGivenAgainAreSeen()
{
    const QTemporaryDir folder;
    SqliteFile file = filledHistory(folder);
    QCOMPARE(sealAll(file), 3);
    QVERIFY(file.execute("DELETE FROM requests WHERE sequence > 10000"));
    QCOMPARE(sealedBlocks(file), 1);
    QVERIFY(file.execute("INSERT INTO requests (sequence, request_id, started_at, duration, state, client, operation,"
                         " dialect, asked_model, provider, model, key_name, answered_model, session_id, status,"
                         " finish_reason, error_code, error_text, is_stream, overhead, request_bytes, response_bytes,"
                         " method, path, peer_address, attempts) VALUES (10001, 'again', 1, 1, 'succeeded', '', '', '',"
                         " '', '', '', '', '', '', 200, '', '', '', 0, 0, 0, 0, '', '', '', '')"));
    QCOMPARE(askBlocks(file, {.text = "again"}).sequences, (std::vector<std::int64_t>{10001}));
    QCOMPARE(askBlocks(file, {}).sequences.size(), std::size_t(10'001));
}

void HistoryBlocksTest::bucketsAddUpToTheSums()
{
    const QTemporaryDir folder;
    SqliteFile file = filledHistory(folder);
    sealAll(file);
    for (const HistoryQuery &filter : {HistoryQuery{.text = "zed"}, HistoryQuery{.statuses = {502}}}) {
        const Expected expected = askRows(file, filter);
        const auto stats = readLogStats(file, filter);
        QVERIFY(stats);
        QCOMPARE(stats->requests, static_cast<std::int64_t>(expected.sequences.size()));
        QCOMPARE(stats->cost.nanoDollars, expected.cost);
        QCOMPARE(stats->duration.count(), expected.duration);
        for (const auto dimension :
             {LogHistogramQuery::Dimension::None, LogHistogramQuery::Dimension::ProviderAndModel}) {
            const auto buckets = readLogHistogram(file, {filter, 600s, dimension, true});
            QVERIFY(buckets);
            QVERIFY(buckets->size() > 20);
            LogStats sum;
            for (const LogBucket &bucket : *buckets) {
                sum.requests += bucket.stats.requests;
                sum.succeeded += bucket.stats.succeeded;
                sum.promptTokens += bucket.stats.promptTokens;
                QVERIFY(bucket.p90 <= bucket.p99);
            }
            QCOMPARE(sum.requests, stats->requests);
            QCOMPARE(sum.succeeded, stats->succeeded);
            QCOMPARE(sum.promptTokens, stats->promptTokens);
        }
    }
}

QTEST_GUILESS_MAIN(HistoryBlocksTest)
#include "tst_history_blocks.moc"
