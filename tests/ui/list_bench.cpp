// Measures the Requests page over a large history: what a person waits for, and how long the window stands still.
//
//   bilrost-list-bench [ROWS [GIGABYTES]]
//
// One million rows unless told otherwise; the store is made in a temporary folder. GIGABYTES is how large the bodies make it:
// they are where a large store has its bytes, and must not be in the way of its rows.
#include "gateway/service/usage_questions.h"
#include "gateway/service/view_conversion.h"
#include "gateway/storage/body_index.h"
#include "gateway/storage/schema_migrator.h"
#include "gateway/storage/session_sums.h"
#include "gateway/storage/sqlite_file.h"
#include "gateway/storage/storage_thread.h"
#include "tests/support/fake_gateway.h"
#include "ui/look/theme.h"
#include "ui/models/request_table_model.h"
#include "ui/pages/requests_page.h"
#include "ui/widgets/request_table_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <future>
#include <initializer_list>
#include <memory>
#include <string>

using namespace gateway;
using ui::models::RequestTableModel;

namespace {

constexpr int patience = 60'000; // milliseconds

// Thirty days, few providers and models, one of twenty-five failed; about 450 bytes each as real ones have.
const char *const fillRows =
    "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?1)"
    " INSERT INTO requests (sequence, request_id, started_at, duration, state, client, operation, dialect, asked_model,"
    " provider, model, key_name, answered_model, session_id, status, finish_reason, error_code, error_text, is_stream,"
    " first_byte, overhead, uncached_input, cache_read, cache_write, output, reasoning, request_bytes, response_bytes,"
    " method, path, peer_address, attempts, virtual_key, cost, unpriced)"
    " SELECT n, lower(hex(randomblob(16))), unixepoch() * 1000000 - (?1 - n) * (2592000000000 / ?1),"
    " abs(random()) % 60000000, iif(n % 25 = 3, 'upstream_error', 'succeeded'),"
    " CASE n % 4 WHEN 0 THEN 'Claude Code' WHEN 1 THEN 'Zed' ELSE 'Codex' END, 'chat_completion_stream',"
    " 'openai_chat', 'anthropic/claude-sonnet-5', CASE n % 3 WHEN 0 THEN 'anthropic' ELSE 'openai' END,"
    " CASE n % 3 WHEN 0 THEN 'claude-sonnet-5' ELSE 'gpt-5.4' END, 'work', '', 'session-' || (n / 40),"
    " iif(n % 25 = 3, 502, 200), 'stop', iif(n % 25 = 3, 'unreachable', ''),"
    " iif(n % 25 = 3, 'The provider cannot be reached.', ''), 1, 400000, 900, abs(random()) % 90000, n % 1000, 0,"
    " n % 900, NULL, 20000, 9000, 'POST', '/v1/chat/completions', '127.0.0.1',"
    " '[{\"provider\":\"openai\",\"model\":\"gpt-5.4\",\"key\":\"work\",\"status\":200,\"reason\":\"first choice\"}]',"
    " 'team-' || (n % 5), abs(random()) % 90000000, 0 FROM number";
const char *const fillHours =
    "INSERT INTO log_hours SELECT started_at / 3600000000, state, provider, model, virtual_key, count(*),"
    " sum(uncached_input + cache_read), sum(output), sum(cache_read), sum(cost), 0, sum(duration)"
    " FROM requests GROUP BY 1, 2, 3, 4, 5";

// A sentence each, so that the index has words that are in all, in some and in one. The answers are only large: their
// encoding says that there is none.
const char *const fillBodies =
    "INSERT INTO request_bodies (sequence, details, request_encoding, request_body, request_is_truncated,"
    " response_encoding, response_body, response_is_truncated)"
    " SELECT sequence, '', 1, '{\"messages\":[{\"role\":\"user\",\"content\":\"Please deploy service' ||"
    " (sequence % 5000) || ' as ticket' || sequence || ' says, and tell me what changed.\"}]}', 0, 0,"
    " iif(?1 > 0, randomblob(?1), NULL), 0"
    " FROM requests WHERE sequence > ?2 AND sequence <= ?2 + ?3";
constexpr std::int64_t bodiesAtOnce = 20'000; // a transaction stands twice on the disk until it is over

[[noreturn]] void fail(const Error &error)
{
    std::fprintf(stderr, "%s %s\n", error.message.c_str(), error.privateDetail.c_str());
    std::exit(1);
}

void run(storage::SqliteFile &file, const char *sql, std::initializer_list<std::int64_t> numbers)
{
    auto statement = file.prepare(sql);
    if (!statement)
        fail(statement.error());
    int place = 0;
    for (const std::int64_t number : numbers)
        statement->bind(++place, number);
    if (auto done = statement->run(); !done)
        fail(done.error());
}

void fill(const std::filesystem::path &folder, std::int64_t rows, std::int64_t bodyBytes)
{
    auto file = storage::SqliteFile::open(folder / "history.sqlite3", storage::FileUse::Replayable);
    if (!file)
        fail(file.error());
    if (auto done = storage::migrate(*file, storage::historyMigrations()); !done)
        fail(done.error());
    run(*file, fillRows, {rows});
    if (auto done = file->execute(fillHours); !done)
        fail(done.error());
    for (std::int64_t first = 0; first < rows; first += bodiesAtOnce)
        run(*file, fillBodies, {bodyBytes, first, bodiesAtOnce});
    QElapsedTimer clock;
    clock.start();
    if (auto done = storage::prepareBodyIndex(*file); !done)
        fail(done.error());
    if (auto done = storage::setBodySearch(*file, true); !done)
        fail(done.error());
    while (true) {
        const auto hasMore = storage::indexNextBodies(*file);
        if (!hasMore)
            fail(hasMore.error());
        if (!*hasMore)
            break;
    }
    std::printf("what all requests say was indexed after %.1f s\n", static_cast<double>(clock.elapsed()) / 1e3);
}

// The facade of a window whose history is a real one.
class StoredGateway : public support::FakeGateway {
public:
    explicit StoredGateway(storage::StorageThread &storage) : m_storage(storage) {}

    void queryHistory(const api::HistoryQuery &query, api::Reply<api::HistoryPage> reply) override
    {
        m_storage.postQuery(service::historyQuery(query), query.mustCountMatching,
                            [this, reply = std::move(reply)](const Result<storage::HistoryPage> &page) {
                                bring(reply, page ? Result<api::HistoryPage>(service::historyPage(*page))
                                                  : Result<api::HistoryPage>(unexpected(page.error())));
                            });
    }
    void queryLogHistogram(const api::HistoryQuery &query, const api::LogHistogramQuestion &question,
                           api::Reply<QList<api::LogBucket>> reply) override
    {
        m_storage.postLogHistogram(
            service::histogramQuery(query, question),
            [this, reply = std::move(reply)](const Result<std::vector<storage::LogBucket>> &buckets) {
                bring(reply, buckets ? Result<QList<api::LogBucket>>(service::bucketViews(*buckets))
                                     : Result<QList<api::LogBucket>>(unexpected(buckets.error())));
            });
    }

private:
    template <typename Value>
    void bring(const api::Reply<Value> &reply, const Result<Value> &answer)
    {
        QMetaObject::invokeMethod(
            this, [reply, answer] { reply(answer); }, Qt::QueuedConnection);
    }

    storage::StorageThread &m_storage;
};

// The longest time between two turns of the event loop.
class Watchdog : public QObject {
public:
    Watchdog()
    {
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, m_clock.nsecsElapsed());
            m_clock.restart();
        });
        m_timer.start(0);
        m_clock.start();
    }
    void restart()
    {
        m_longest = 0;
        m_clock.restart();
    }
    double longestMilliseconds() const { return static_cast<double>(m_longest) / 1e6; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

qint64 residentBytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').constFirst().toLongLong() * 1024;
    }
    return 0;
}

int marksMissed = 0;

void say(const char *what, double value, const char *unit, double limit)
{
    marksMissed += value > limit;
    std::printf("%-48s %9.1f %-5s (mark: %.0f)%s\n", what, value, unit, limit, value > limit ? "  ABOVE" : "");
    std::fflush(stdout);
}

// Milliseconds until it holds.
double until(const std::function<bool()> &holds)
{
    QElapsedTimer clock;
    clock.start();
    if (!QTest::qWaitFor(holds, patience))
        std::fprintf(stderr, "this never came\n");
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void waitForColumns(const std::filesystem::path &folder, std::int64_t rows)
{
    auto file = storage::SqliteFile::open(folder / "history.sqlite3", storage::FileUse::ReadOnly);
    const std::int64_t wanted = std::max<std::int64_t>(0, rows / 4096 - 1);
    QElapsedTimer clock;
    clock.start();
    while (file && *file->queryInteger("SELECT count(*) FROM request_columns WHERE id % 64 = 0") < wanted
           && clock.elapsed() < 20 * patience)
        QTest::qWait(500);
    std::printf("columns of all blocks were written after %.1f s\n", static_cast<double>(clock.elapsed()) / 1e3);
}

// Milliseconds until the answer of a question that `post` asks.
template <typename Value, typename Post>
double askedFor(Post post)
{
    std::promise<void> promise;
    QElapsedTimer clock;
    clock.start();
    post([&promise](const Result<Value> &answer) {
        if (!answer)
            fail(answer.error());
        promise.set_value();
    });
    promise.get_future().wait();
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

storage::HistoryQuery queryOf(FilterField field, const char *text)
{
    storage::HistoryQuery query;
    query.condition.kind = FilterTerm::Kind::Compare;
    query.condition.field = field;
    query.condition.text = text;
    return query;
}

void measureQuestions(storage::StorageThread &storage)
{
    const auto ask = [&](const std::string &what, storage::HistoryQuery query, double mark) {
        say(what.c_str(),
            askedFor<storage::HistoryPage>([&](auto reply) { storage.postQuery(query, true, std::move(reply)); }), "ms",
            mark);
    };
    ask("a filter with an index: provider", queryOf(FilterField::Provider, "openai"), 150);
    ask("a filter with an index: virtual key", queryOf(FilterField::VirtualKey, "team-3"), 150);
    ask("a filter with an index: client", queryOf(FilterField::Client, "Zed"), 150);
    for (const char *text : {"ticket777", "service77", "deploy", "deploy service77 changed", "nowhere"})
        ask(std::string("what was said: ") + text, queryOf(FilterField::Body, text), 500);
    storage::HistoryQuery newest;
    newest.limit = RequestTableModel::mostSessions;
    say("sums of the sessions",
        askedFor<storage::SessionSums>([&](auto reply) { storage.postSessionSums(newest, std::move(reply)); }), "ms",
        300);
}

void measure(StoredGateway &gateway)
{
    ui::look::Theme theme{ui::look::Scheme::Light};
    const qint64 before = residentBytes();
    ui::pages::RequestsPage page(gateway, gateway.fakeInspector, theme, {});
    page.resize(1280, 800);
    auto *table = page.findChild<ui::widgets::RequestTableView *>(QStringLiteral("requestTable"));
    auto *model = qobject_cast<RequestTableModel *>(table->model());
    auto *field = page.findChild<QLineEdit *>(QStringLiteral("requestFilter"));
    auto *bar = table->verticalScrollBar();
    page.show();
    say("page opens", until([&] { return model->rowCount() > 0; }), "ms", 300);
    const auto filterBy = [&](const char *what, const char *text, double mark) {
        QSignalSpy reset(model, &RequestTableModel::modelReset);
        field->setText(QLatin1String(text));
        say(what, until([&] { return !reset.isEmpty(); }), "ms", mark);
        std::printf("    %d rows\n", model->rowCount());
    };
    filterBy("text search, few rows (with 120 ms of waiting)", "session-777", 500);
    filterBy("text search, no row", "nowhere", 500);
    filterBy("text search, every row", "claude-sonnet-5", 500);
    filterBy("no filter again", "", 300);

    Watchdog watchdog;
    bar->setValue(bar->maximum() / 2);
    say("a window in the middle", until([&] { return model->isLoaded(table->rowAt(0)); }), "ms", 150);
    watchdog.restart();
    for (int step = 0; step < 300; ++step) {
        bar->setValue(bar->value() + bar->pageStep() / 2);
        QTest::qWait(5);
    }
    say("longest standstill while scrolling", watchdog.longestMilliseconds(), "ms", 16);
    watchdog.restart();
    for (int step = 0; step < 100; ++step) {
        bar->setValue(bar->maximum() / 100 * step);
        QTest::qWait(5);
    }
    say("longest standstill while dragging the bar", watchdog.longestMilliseconds(), "ms", 16);
    until([&] { return model->isLoaded(table->rowAt(0)); });
    say("memory of the page", static_cast<double>(residentBytes() - before) / 1e6, "MB", 150);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const std::int64_t rows = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    const double gigabytes = argc > 2 ? QByteArray(argv[2]).toDouble() : 0;
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    fill(path, rows, static_cast<std::int64_t>(gigabytes * 1e9 / static_cast<double>(rows)));
    std::printf("the store has %.2f GB\n",
                static_cast<double>(std::filesystem::file_size(path / "history.sqlite3")) / 1e9);
    auto storage = storage::StorageThread::open({.folder = path});
    if (!storage)
        fail(storage.error());
    waitForColumns(path, rows);
    measureQuestions(**storage);
    StoredGateway gateway(**storage);
    measure(gateway);
    return marksMissed > 0 ? 1 : 0;
}
