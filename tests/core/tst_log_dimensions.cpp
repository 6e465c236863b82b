// Stored requests by team, customer and virtual key: filters, histograms, rankings, and the dashboard of all of them.
#include "gateway/service/view_conversion.h"
#include "tests/core/asked_api.h"
#include "tests/core/usage_gateway.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gateway;
using admin::Json;
using service::UsageQuestions;

namespace {

// Requests are really stored, the rest of the gateway is not there.
class LogGateway final : public tests::UsageGateway {
public:
    LogGateway(storage::StorageThread &storage, std::shared_ptr<service::WorkerGate> gate, UsageQuestions &questions)
        : UsageGateway(questions), m_storage(storage), m_gate(std::move(gate))
    {
    }

    void queryHistory(const api::HistoryQuery &query, api::Reply<api::HistoryPage> reply) override
    {
        m_storage.postQuery(service::historyQuery(query), false,
                            [gate = m_gate, reply = std::move(reply)](const Result<storage::HistoryPage> &page) {
                                gate->post([reply, view = service::historyPage(*page)] { reply(view); });
                            });
    }
    void recalculateCosts(api::Reply<api::PriceChanges> reply) override
    {
        m_questions.reprice(std::make_shared<config::ConfigSnapshot>(), std::move(reply));
    }

private:
    storage::StorageThread &m_storage;
    std::shared_ptr<service::WorkerGate> m_gate;
};

api::VirtualKeyView key(const char *id, const char *team, const char *customer = "")
{
    api::VirtualKeyView view;
    view.id = QString::fromLatin1(id);
    view.name = QStringLiteral("key ") + view.id;
    view.teamId = QString::fromLatin1(team);
    view.customerId = QString::fromLatin1(customer);
    return view;
}

} // namespace

class LogDimensionsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void filtersByOwner_data();
    void filtersByOwner();
    void drawsHistogramsOfTeamsAndCustomers();
    void ranksOwnersByRequests();
    void tellsHowFastTokensCame();
    void namesEveryFilter();
    void comparesSumsWithTheTimeBefore();
    void knowsApplicationsByTheirUserAgents();
    void answersTheDashboardAtOnce();
    void answersTheDashboardWithTheFirstError();
    void tellsWhatASearchForCostsCameTo();

private:
    tests::ApiAnswer call(const char *method, const std::string &path, const std::string &query = {})
    {
        return tests::askApi(*m_api, method, path, {}, query);
    }
    Json get(const std::string &path, const std::string &query = {});
    void store(const std::string &id, const char *virtualKey, const char *finishReason = "stop");

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::shared_ptr<service::WorkerGate> m_gate;
    std::unique_ptr<UsageQuestions> m_questions;
    std::unique_ptr<LogGateway> m_gateway;
    std::unique_ptr<admin::ManagementApi> m_api;
};

void LogDimensionsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    storage::StorageOptions options;
    options.folder = m_folder->path().toStdString();
    m_storage = std::move(*storage::StorageThread::open(options));
    m_gate = std::make_shared<service::WorkerGate>(*this);
    m_questions = std::make_unique<UsageQuestions>(*m_storage, m_gate);
    m_gateway = std::make_unique<LogGateway>(*m_storage, m_gate, *m_questions);
    m_api = std::make_unique<admin::ManagementApi>(*m_gateway, "");
    m_api->setRecalculations(*m_questions);
    // Ann and Bob are of the team "web", which is of the customer "acme"; Cy is of acme itself; Di of nobody.
    support::FakeGovernance &governance = m_gateway->fakeGovernance;
    governance.storedKeys = {key("ann", "web"), key("bob", "web"), key("cy", "", "acme"), key("di", "")};
    api::TeamView web;
    web.id = QStringLiteral("web");
    web.name = QStringLiteral("Web team");
    web.customerId = QStringLiteral("acme");
    api::TeamView empty;
    empty.id = QStringLiteral("empty");
    governance.storedTeams = {web, empty};
    api::CustomerView acme;
    acme.id = QStringLiteral("acme");
    acme.name = QStringLiteral("ACME");
    governance.storedCustomers = {acme};
    store("1", "key ann");
    store("2", "key bob", "length");
    store("3", "key bob");
    store("4", "key cy");
    store("5", "key di");
    store("6", "");
}

void LogDimensionsTest::cleanup()
{
    m_api.reset();
    m_gateway.reset();
    m_storage.reset();
    m_questions.reset();
    m_gate->close();
    m_gate.reset();
}

Json LogDimensionsTest::get(const std::string &path, const std::string &query)
{
    const auto [status, body] = call("GET", path, query);
    if (status != 200)
        qWarning("%s: %d %s", path.c_str(), status, body.dump().c_str());
    return body;
}

// A second long.
void LogDimensionsTest::store(const std::string &id, const char *virtualKey, const char *finishReason)
{
    RequestRecord record = tests::unpricedRecord(id, "m");
    record.virtualKeyName = virtualKey;
    record.finishReason = finishReason;
    record.duration = std::chrono::seconds(1);
    m_storage->postRecord(std::move(record));
}

void LogDimensionsTest::filtersByOwner_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("requests");
    QTest::newRow("everybody") << QByteArray() << 6;
    QTest::newRow("a team") << QByteArray("team_ids=web") << 3;
    QTest::newRow("a customer has the requests of its teams") << QByteArray("customer_ids=acme") << 4;
    QTest::newRow("by name, as names are shown") << QByteArray("customer_ids=ACME") << 4;
    QTest::newRow("one of a team") << QByteArray("team_ids=web&virtual_key_ids=ann") << 1;
    QTest::newRow("one of another team") << QByteArray("team_ids=web&virtual_key_ids=cy") << 0;
    QTest::newRow("a team without keys") << QByteArray("team_ids=empty") << 0;
    QTest::newRow("no such team") << QByteArray("team_ids=nobody") << 0;
    QTest::newRow("users, who are not known") << QByteArray("user_ids=ann") << 0;
    QTest::newRow("metadata, which is not kept") << QByteArray("metadata_project=x") << 0;
    QTest::newRow("an empty filter is none") << QByteArray("user_ids=&team_ids=") << 6;
}

void LogDimensionsTest::filtersByOwner()
{
    QFETCH(QByteArray, query);
    QFETCH(int, requests);
    QCOMPARE(get("/api/logs/stats", query.toStdString())["total_requests"].get<int>(), requests);
    const Json page = get("/api/logs", query.toStdString());
    QCOMPARE(page["logs"].size(), static_cast<std::size_t>(requests));
    QCOMPARE(page["pagination"]["total_count"].get<int>(), requests);
}

void LogDimensionsTest::drawsHistogramsOfTeamsAndCustomers()
{
    const Json teams = get("/api/logs/histogram/tokens/by-dimension", "dimension=team_id");
    QCOMPARE(teams["dimension"].get<std::string>(), std::string("team_id"));
    QCOMPARE(teams["dimension_values"].dump(), std::string("[\"web\"]"));
    QCOMPARE(teams["buckets"][0]["by_dimension"]["web"]["total_tokens"].get<int>(), 3300);
    const Json customers = get("/api/logs/histogram/latency/by-dimension", "dimension=customer_id");
    const Json figures = customers["buckets"][0]["by_dimension"]["acme"];
    QCOMPARE(figures["total_requests"].get<int>(), 4);
    QCOMPARE(figures["p99_latency"].get<double>(), 1000.0);
    QVERIFY(get("/api/logs/histogram/cost/by-dimension", "dimension=user_id")["buckets"].empty());
    const Json narrowed = get("/api/logs/histogram/tokens/by-dimension", "dimension=team_id&virtual_key_ids=ann");
    QCOMPARE(narrowed["buckets"][0]["by_dimension"]["web"]["total_tokens"].get<int>(), 1100);
}

void LogDimensionsTest::ranksOwnersByRequests()
{
    const Json keys = get("/api/logs/rankings/by-dimension", "dimension=virtual_key")["rankings"];
    QCOMPARE(keys.size(), std::size_t{4});
    QCOMPARE(keys[0]["id"].get<std::string>(), std::string("bob"));
    QCOMPARE(keys[0]["name"].get<std::string>(), std::string("key bob"));
    QCOMPARE(keys[0]["total_requests"].get<int>(), 2);
    QCOMPARE(keys[0]["trend"]["has_previous_period"].get<bool>(), false);
    // As long before, nothing was asked; then everything was.
    const Json later = get("/api/logs/rankings/by-dimension",
                           "dimension=team&start_time=2027-01-15T07:00:00Z&end_time=2027-01-15T09:00:00Z")["rankings"];
    QCOMPARE(later[0]["total_requests"].get<int>(), 3);
    QCOMPARE(later[0]["trend"]["has_previous_period"].get<bool>(), false);
    QVERIFY(get("/api/logs/rankings/by-dimension",
                "dimension=team&start_time=2027-01-15T09:00:00Z&end_time=2027-01-15T11:00:00Z")["rankings"]
                .empty());
    QVERIFY(get("/api/logs/rankings/users")["rankings"].empty());
    QCOMPARE(call("GET", "/api/logs/rankings/by-dimension").status, 400);
    QCOMPARE(call("GET", "/api/logs/rankings/by-dimension", "dimension=weather").status, 400);
}

void LogDimensionsTest::tellsHowFastTokensCame()
{
    const Json all = get("/api/logs/histogram/throughput")["buckets"][0];
    QCOMPARE(all["tokens_per_second"].get<double>(), 100.0);
    QCOMPARE(all["total_completion_tokens"].get<int>(), 600);
    QCOMPARE(all["total_requests"].get<int>(), 6);
    const Json byProvider = get("/api/logs/histogram/throughput/by-provider");
    QCOMPARE(byProvider["providers"].dump(), std::string("[\"shop\"]"));
    QCOMPARE(byProvider["buckets"][0]["by_provider"]["shop"]["tokens_per_second"].get<double>(), 100.0);
}

void LogDimensionsTest::namesEveryFilter()
{
    const Json all = get("/api/logs/filterdata");
    for (const char *name : {"models", "aliases", "selected_keys", "virtual_keys", "routing_rules", "routing_engines",
                             "stop_reasons", "teams", "customers", "users", "business_units"})
        QVERIFY2(all.contains(name) && all[name].is_array(), name);
    QVERIFY(all["metadata_keys"].is_object());
    QCOMPARE(all["stop_reasons"].dump(), std::string("[\"length\",\"stop\"]"));
    QCOMPARE(all["customers"].dump(), std::string("[{\"id\":\"acme\",\"name\":\"ACME\"}]"));
    QCOMPARE(all["teams"].size(), std::size_t{2});
    QCOMPARE(get("/api/logs/filterdata", "dimensions=teams,stop_reasons").size(), std::size_t{2});
}

void LogDimensionsTest::comparesSumsWithTheTimeBefore()
{
    QVERIFY(!get("/api/logs/stats").contains("has_previous_period"));
    QCOMPARE(get("/api/logs/stats", "compare_to_previous=true")["has_previous_period"].dump(), std::string("false"));
    const Json later = get("/api/logs/stats", "compare_to_previous=true&team_ids=web&start_time=2027-01-15T09:00:00Z"
                                              "&end_time=2027-01-15T11:00:00Z");
    QCOMPARE(later["has_previous_period"].dump(), std::string("true"));
    QCOMPARE(later["total_requests"].get<int>(), 0);
    QCOMPARE(later["previous"]["total_requests"].get<int>(), 3); // of the team, as now
}

void LogDimensionsTest::knowsApplicationsByTheirUserAgents()
{
    const Json mappings = get("/api/logs/user-agent-mappings")["mappings"];
    QCOMPARE(mappings[0]["pattern"].get<std::string>(), std::string("claude-cli"));
    QCOMPARE(mappings[0]["app"].get<std::string>(), std::string("Claude Code"));
    QVERIFY(mappings.size() > 10);
}

void LogDimensionsTest::answersTheDashboardAtOnce()
{
    const Json dashboard = get("/api/logs/dashboard", "team_ids=web&dimension=weather");
    QCOMPARE(dashboard["overview"]["stats"]["total_requests"].get<int>(), 3);
    QCOMPARE(dashboard["overview"]["throughput"]["buckets"][0]["total_requests"].get<int>(), 3);
    QCOMPARE(dashboard["provider_usage"]["tokens"]["buckets"][0]["by_provider"]["shop"]["total_tokens"].get<int>(),
             3300);
    QCOMPARE(dashboard["model_rankings"]["rankings"]["rankings"][0]["total_requests"].get<int>(), 3);
    QCOMPARE(dashboard["model_rankings"]["histogram"].dump(), dashboard["overview"]["models"].dump());
    QCOMPARE(dashboard["overview"]["models"]["buckets"].size(), std::size_t{1});
    QCOMPARE(dashboard["dimension_rankings"]["team"]["rankings"][0]["id"].get<std::string>(), std::string("web"));
    QVERIFY(dashboard["dimension_rankings"]["user"]["rankings"].empty());
    QCOMPARE(dashboard["meta"]["bucket_size_seconds"].get<int>(), 3600);
}

void LogDimensionsTest::answersTheDashboardWithTheFirstError()
{
    QCOMPARE(call("GET", "/api/logs/dashboard", "min_cost=much").status, 400);
    QCOMPARE(call("POST", "/api/logs/dashboard").status, 405);
}

void LogDimensionsTest::tellsWhatASearchForCostsCameTo()
{
    const std::string path = "/api/logs/recalculate-cost";
    QCOMPARE(get(path + "/status")["status"].get<std::string>(), std::string("idle"));
    QCOMPARE(call("POST", path).body["total_matched"].get<int>(), 6);
    const Json ended = get(path + "/status");
    QCOMPARE(ended["status"].get<std::string>(), std::string("completed"));
    QCOMPARE(ended["processed"].get<int>(), 6);
    QCOMPARE(ended["updated"].get<int>(), 0);
    QCOMPARE(ended["skipped"].get<int>(), 6);
    QCOMPARE(call("POST", path + "/cancel").body["status"].get<std::string>(), std::string("completed"));
    // One that runs ends before its time, and says so to whoever started it.
    std::optional<Result<api::PriceChanges>> changes;
    m_gateway->recalculateCosts([&changes](const Result<api::PriceChanges> &done) { changes = done; });
    QCOMPARE(call("POST", path + "/cancel").status, 200);
    QVERIFY(QTest::qWaitFor([&changes] { return changes.has_value(); }));
    QCOMPARE(get(path + "/status")["status"].get<std::string>(), std::string("cancelled"));
    QCOMPARE(call("GET", path + "/cancel").status, 405);
    QCOMPARE(call("GET", path + "/weather").status, 404);
}

QTEST_GUILESS_MAIN(LogDimensionsTest)
#include "tst_log_dimensions.moc"
