// The management API of prices and usage: own prices down to the database and back, and what unknown costs become.
#include "gateway/admin/usage_json.h"
#include "gateway/service/price_configuration.h"
#include "tests/core/asked_api.h"
#include "tests/core/usage_gateway.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gateway;
using admin::Json;
using service::PriceConfiguration;
using service::UsageQuestions;
using Answer = tests::ApiAnswer;

namespace {

std::shared_ptr<const config::PriceTable> shopList()
{
    auto table = std::make_shared<config::PriceTable>();
    config::ModelPrice price;
    price.standard.rates.input = 2'000'000;
    price.standard.rates.output = 10'000'000;
    price.checkedOn = "2026-11-21";
    table->add({"shop"}, {"listed"}, price);
    table->sortEntries();
    return table;
}

// Prices and usage are real, the rest of the gateway is not.
class CostGateway final : public tests::UsageGateway {
public:
    CostGateway(PriceConfiguration &priceConfiguration, UsageQuestions &questions)
        : UsageGateway(questions), m_prices(priceConfiguration)
    {
    }

    QList<api::PriceView> prices() const override { return m_prices.list(); }
    QList<api::PriceOverrideView> priceOverrides() const override { return m_prices.overrides(); }
    void savePriceOverride(const api::PriceOverrideView &price, api::Reply<api::PriceOverrideView> reply) override
    {
        m_prices.save(price, std::move(reply));
    }
    void removePriceOverride(const QString &id, api::Reply<api::PriceOverrideView> reply) override
    {
        m_prices.remove(id, std::move(reply));
    }
    void removeRequests(const QStringList &ids, api::Reply<qint64> reply) override
    {
        m_questions.removeRequests(ids, std::move(reply));
    }
    void recalculateCosts(api::Reply<api::PriceChanges> reply) override
    {
        auto snapshot = std::make_shared<config::ConfigSnapshot>();
        snapshot->prices = m_prices.prices();
        m_questions.reprice(std::move(snapshot), std::move(reply));
    }

private:
    PriceConfiguration &m_prices;
};

const std::string ownPrice = R"({"name":"contract","scope_kind":"provider","provider_id":"shop","match_type":"exact",)"
                             R"("pattern":"new","patch":{"input_cost_per_token":1e-06,"output_cost_per_token":2e-06,)"
                             R"("input_cost_per_token_batches":5e-07}})";
const std::string cheaper = R"({"patch":{"input_cost_per_token":0.0000005}})";
const std::string path = "/api/governance/pricing-overrides";

const std::string deleteTwo = R"({"ids":["a","c"]})";
const std::vector<std::string> noIds{"", "[]", "{}", R"({"ids":[]})", R"({"ids":"a"})", R"({"ids":[5]})"};

struct BadPrice {
    const char *name;
    std::string body;
};
const std::vector<BadPrice> badPrices{
    {"no pattern", R"({"patch":{"input_cost_per_token":1e-6}})"},
    {"no price", R"({"pattern":"m","patch":{}})"},
    {"a price for a million tokens", R"({"pattern":"m","patch":{"input_cost_per_token":2.5}})"},
    {"negative", R"({"pattern":"m","patch":{"input_cost_per_token":-1e-6}})"},
    {"text", R"({"pattern":"m","patch":{"input_cost_per_token":"1e-6"}})"},
    {"unknown scope", R"({"pattern":"m","scope_kind":"galaxy","patch":{"input_cost_per_token":1e-6}})"},
    {"scope without its provider", R"({"pattern":"m","scope_kind":"provider","patch":{"input_cost_per_token":1e-6}})"},
    {"star in the middle", R"({"pattern":"a*b","match_type":"wildcard","patch":{"input_cost_per_token":1e-6}})"},
    {"star in an exact name", R"({"pattern":"a*","patch":{"input_cost_per_token":1e-6}})"},
    {"unknown match", R"({"pattern":"m","match_type":"regex","patch":{"input_cost_per_token":1e-6}})"},
};

} // namespace

class CostApiTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keepsAnOwnPriceOverARestart();
    void changesOnlyWhatIsSent();
    void deletesLogsAndKeepsTotals();
    void refusesToDeleteNothing();
    void ranksModelsByUse();
    void namesWhatLogsCanBeFilteredBy();
    void refusesWhatCannotBeAPrice_data();
    void refusesWhatCannotBeAPrice();
    void deletesAPrice();
    void pricesStoredRequestsWhenAPriceAppears();
    void keepsPicturesUnknownWhoseTokensWereNotKeptApart();
    void tellsUsageByProviderAndByConfiguredModel();
    void answersHistogramsAsBifrostDoes_data();
    void answersHistogramsAsBifrostDoes();
    void choosesBucketsAsBifrostDoes();
    void refusesUnknownHistograms();

private:
    void open();
    Answer call(const char *method, const std::string &at, const std::string &body = {}, const char *query = "")
    {
        return tests::askApi(*m_api, method, at, body, query);
    }
    void store(const std::string &id, const std::string &model, const std::string &asked,
               const char *operation = "chat_completion");

    std::unique_ptr<QTemporaryDir> m_folder;
    tests::ManualClock m_clock;
    std::unique_ptr<storage::StorageThread> m_storage;
    std::shared_ptr<service::WorkerGate> m_gate;
    std::unique_ptr<PriceConfiguration> m_prices;
    std::unique_ptr<UsageQuestions> m_questions;
    std::unique_ptr<CostGateway> m_gateway;
    std::unique_ptr<admin::ManagementApi> m_api;
};

void CostApiTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void CostApiTest::open()
{
    cleanup();
    storage::StorageOptions options;
    options.folder = m_folder->path().toStdString();
    auto storage = storage::StorageThread::open(options);
    QVERIFY(storage);
    m_storage = std::move(*storage);
    m_gate = std::make_shared<service::WorkerGate>(*this);
    m_prices = std::make_unique<PriceConfiguration>(m_clock, *m_storage, m_gate, shopList());
    m_questions = std::make_unique<UsageQuestions>(*m_storage, m_gate);
    m_gateway = std::make_unique<CostGateway>(*m_prices, *m_questions);
    m_api = std::make_unique<admin::ManagementApi>(*m_gateway, "");
}

void CostApiTest::cleanup()
{
    m_api.reset();
    m_gateway.reset();
    m_storage.reset();
    m_questions.reset();
    m_prices.reset();
    if (m_gate)
        m_gate->close();
    m_gate.reset();
}

void CostApiTest::store(const std::string &id, const std::string &model, const std::string &asked,
                        const char *operation)
{
    RequestRecord record = tests::unpricedRecord(id, model);
    record.operation = operation;
    record.askedModel = asked;
    record.duration = std::chrono::milliseconds(40);
    m_storage->postRecord(std::move(record));
}

void CostApiTest::keepsAnOwnPriceOverARestart()
{
    const Answer created = call("POST", path, ownPrice);
    QCOMPARE(created.status, 201);
    const Json price = created.body["pricing_override"];
    QCOMPARE(price["scope_kind"].get<std::string>(), std::string("provider"));
    // Members that we do not use come back, too.
    QCOMPARE(admin::parseJson(price["pricing_patch"].get<std::string>())["input_cost_per_token_batches"].get<double>(),
             5e-07);
    open();
    const Answer listed = call("GET", path);
    QCOMPARE(listed.body["total_count"].get<int>(), 1);
    QCOMPARE(listed.body["pricing_overrides"][0].dump(), price.dump());
    const auto answer = m_prices->prices()->find({"shop", "", "new", "", "", "chat_completion", m_clock.wallNow()});
    QVERIFY(answer && answer->isOverride);
    QCOMPARE(answer->price->standard.rates.input, 1'000'000);
    QCOMPARE(answer->price->standard.rates.output, 2'000'000);
}

void CostApiTest::deletesLogsAndKeepsTotals()
{
    for (const char *id : {"a", "b", "c"})
        store(id, "new", "medium");
    const Answer deleted = call("DELETE", "/api/logs", deleteTwo);
    QCOMPARE(deleted.status, 200);
    QCOMPARE(deleted.body["message"].get<std::string>(), std::string("Logs deleted successfully"));
    QCOMPARE(call("GET", "/api/logs/stats").body["total_requests"].get<int>(), 1);
    QCOMPARE(m_storage->counters().stored, 1);
    QCOMPARE(call("GET", "/api/usage").body["total"]["requests"].get<int>(), 3);
    QCOMPARE(call("DELETE", "/api/logs", deleteTwo).status, 200); // they are gone already
    QCOMPARE(call("GET", "/api/logs/stats").body["total_requests"].get<int>(), 1);
}

void CostApiTest::refusesToDeleteNothing()
{
    store("a", "new", "medium");
    for (const std::string &body : noIds)
        QCOMPARE(call("DELETE", "/api/logs", body).status, 400);
    QCOMPARE(call("DELETE", "/api/logs/stats").status, 405);
    QCOMPARE(call("GET", "/api/logs/stats").body["total_requests"].get<int>(), 1);
}

void CostApiTest::ranksModelsByUse()
{
    store("a", "old", "medium");
    store("b", "new", "medium");
    store("c", "new", "fast");
    const Json rankings = call("GET", "/api/logs/rankings").body["rankings"];
    QCOMPARE(rankings.size(), std::size_t{2});
    const Json first = rankings[0];
    QCOMPARE(first["model"].get<std::string>(), std::string("new"));
    QCOMPARE(first["provider"].get<std::string>(), std::string("shop"));
    QCOMPARE(first["total_requests"].get<int>(), 2);
    QCOMPARE(first["success_rate"].get<double>(), 100.0);
    QCOMPARE(first["total_tokens"].get<int>(), 2200);
    QCOMPARE(first["avg_latency"].get<double>(), 40.0);
    QCOMPARE(first["trend"]["has_previous_period"].get<bool>(), false);
    // The requests are of 2027-01-15T08:00:00Z, and before there were none.
    const Json later =
        call("GET", "/api/logs/rankings", {}, "start_time=2027-01-15T08:00:00Z&end_time=2027-01-15T08:30:00Z")
            .body["rankings"];
    QCOMPARE(later.size(), std::size_t{2});
    QCOMPARE(later[0]["trend"]["has_previous_period"].get<bool>(), false);
    QCOMPARE(call("GET", "/api/logs/rankings", {}, "limit=0").status, 400);
}

void CostApiTest::namesWhatLogsCanBeFilteredBy()
{
    store("a", "old", "medium");
    store("b", "new", "medium");
    const Json all = call("GET", "/api/logs/filterdata").body;
    QCOMPARE(all["models"].dump(), std::string("[\"new\",\"old\"]"));
    QCOMPARE(all["aliases"].dump(), std::string("[\"medium\"]"));
    QCOMPARE(all["virtual_keys"].dump(), std::string("[]"));
    const Json some = call("GET", "/api/logs/filterdata", {}, "dimensions=aliases,providers").body;
    QCOMPARE(some.size(), std::size_t{2});
    QCOMPARE(some["providers"].dump(), std::string("[\"shop\"]"));
}

void CostApiTest::changesOnlyWhatIsSent()
{
    const auto id = call("POST", path, ownPrice).body["pricing_override"]["id"].get<std::string>();
    const QSignalSpy changed(m_prices.get(), &PriceConfiguration::pricesChanged);
    const Answer answer = call("PUT", path + "/" + id, cheaper);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body["pricing_override"]["name"].get<std::string>(), std::string("contract"));
    QCOMPARE(m_prices->overrides().first().rates.input, qint64{500'000});
    QVERIFY(!m_prices->overrides().first().rates.output); // the patch is one thing
    QCOMPARE(changed.size(), 1);
    QCOMPARE(call("PUT", path + "/nobody", cheaper).status, 404);
}

void CostApiTest::refusesWhatCannotBeAPrice_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const BadPrice &bad : badPrices)
        QTest::newRow(bad.name) << QByteArray::fromStdString(bad.body);
}

void CostApiTest::refusesWhatCannotBeAPrice()
{
    QFETCH(QByteArray, body);
    QCOMPARE(call("POST", path, body.toStdString()).status, 400);
    QVERIFY(m_prices->overrides().isEmpty());
}

void CostApiTest::deletesAPrice()
{
    const auto id = call("POST", path, ownPrice).body["pricing_override"]["id"].get<std::string>();
    QCOMPARE(call("GET", path + "/" + id).status, 200);
    QCOMPARE(call("DELETE", path + "/" + id).status, 200);
    QCOMPARE(call("GET", path + "/" + id).status, 404);
    QCOMPARE(call("PATCH", path).status, 405);
    open();
    QVERIFY(m_prices->overrides().isEmpty());
}

void CostApiTest::pricesStoredRequestsWhenAPriceAppears()
{
    store("r1", "new", "medium");
    store("r2", "listed", "medium");
    store("r3", "other", "fast");
    const Answer listed = call("POST", "/api/logs/recalculate-cost");
    QCOMPARE(listed.body["updated"].get<int>(), 1); // the list knows "listed"
    QCOMPARE(listed.body["remaining"].get<int>(), 2);
    QCOMPARE(call("POST", path, ownPrice).status, 201); // prices "new" by itself
    Json usage;
    QTRY_COMPARE((usage = call("GET", "/api/usage").body)["total"]["unpriced_attempts"].get<int>(), 1);
    // 1000 at $2 and 100 at $10; 1000 at $1 and 100 at $2
    QCOMPARE(usage["total"]["cost"].get<double>(), 0.003 + 0.0012);
    QCOMPARE(call("GET", "/api/logs/stats").body["total_cost"].get<double>(), 0.0042);
}

void CostApiTest::keepsPicturesUnknownWhoseTokensWereNotKeptApart()
{
    store("r1", "listed", "medium", "image_generation");
    QCOMPARE(call("POST", "/api/logs/recalculate-cost").body["updated"].get<int>(), 0);
    QCOMPARE(call("GET", "/api/usage").body["total"]["unpriced_attempts"].get<int>(), 1);
}

void CostApiTest::tellsUsageByProviderAndByConfiguredModel()
{
    store("r1", "listed", "medium");
    store("r2", "listed", "fast");
    QCOMPARE(call("POST", "/api/logs/recalculate-cost").body["updated"].get<int>(), 2);
    const Json usage = call("GET", "/api/usage").body;
    QCOMPARE(usage["byProvider"]["shop"]["cost"].get<double>(), 0.006);
    QCOMPARE(usage["byConfiguredModel"]["medium"]["cost"].get<double>(), 0.003);
    QCOMPARE(usage["byConfiguredModel"]["fast"]["requests"].get<int>(), 1);
    QCOMPARE(usage["byModel"]["shop/listed"]["total_tokens"].get<int>(), 2200);
    const Json later = call("GET", "/api/usage", {}, "start_time=2030-01-01T00:00:00Z").body;
    QCOMPARE(later["total"]["requests"].get<int>(), 0);
}

void CostApiTest::answersHistogramsAsBifrostDoes_data()
{
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("member"); // JSON pointer into the answer
    QTest::addColumn<double>("value");
    QTest::newRow("requests") << QByteArray() << QByteArray() << QByteArray("/buckets/0/count") << 2.0;
    QTest::newRow("tokens") << QByteArray("/tokens") << QByteArray() << QByteArray("/buckets/0/prompt_tokens")
                            << 2000.0;
    QTest::newRow("cost") << QByteArray("/cost") << QByteArray() << QByteArray("/buckets/0/by_model/listed") << 0.006;
    QTest::newRow("cost, sum") << QByteArray("/cost") << QByteArray() << QByteArray("/buckets/0/total_cost") << 0.006;
    QTest::newRow("models") << QByteArray("/models") << QByteArray() << QByteArray("/buckets/0/by_model/listed/success")
                            << 2.0;
    QTest::newRow("latency") << QByteArray("/latency") << QByteArray() << QByteArray("/buckets/0/p99_latency") << 40.0;
    QTest::newRow("by provider") << QByteArray("/cost/by-provider") << QByteArray()
                                 << QByteArray("/buckets/0/by_provider/shop") << 0.006;
    QTest::newRow("by dimension") << QByteArray("/tokens/by-dimension") << QByteArray("dimension=provider")
                                  << QByteArray("/buckets/0/by_dimension/shop/total_tokens") << 2200.0;
    QTest::newRow("step") << QByteArray() << QByteArray() << QByteArray("/bucket_size_seconds") << 3600.0;
}

void CostApiTest::answersHistogramsAsBifrostDoes()
{
    QFETCH(QByteArray, at);
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, member);
    QFETCH(double, value);
    store("r1", "listed", "medium");
    store("r2", "listed", "fast");
    call("POST", "/api/logs/recalculate-cost");
    const Answer answer = call("GET", "/api/logs/histogram" + at.toStdString(), {}, query.constData());
    QCOMPARE(answer.status, 200);
    const Json &found = answer.body.at(Json::json_pointer(member.toStdString()));
    QCOMPARE(found.get<double>(), value);
}

void CostApiTest::choosesBucketsAsBifrostDoes()
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    const auto bucketOf = [&now](qint64 seconds) { return admin::bucketSeconds(now.addSecs(-seconds), {}, now); };
    QCOMPARE(admin::bucketSeconds({}, {}, now), 3600);
    QCOMPARE(bucketOf(3600), 60);
    QCOMPARE(bucketOf(2 * 3600), 600);
    QCOMPARE(bucketOf(24 * 3600), 3600);
    QCOMPARE(bucketOf(3 * 86400), 8 * 3600);
    QCOMPARE(bucketOf(7 * 86400), 86400);
    QCOMPARE(bucketOf(30 * 86400), 3 * 86400);
    QCOMPARE(bucketOf(90 * 86400), 7 * 86400);
    QCOMPARE(bucketOf(400 * 86400), 30 * 86400);
}

void CostApiTest::refusesUnknownHistograms()
{
    QCOMPARE(call("GET", "/api/logs/histogram/weather").status, 404);
    QCOMPARE(call("GET", "/api/logs/histogram/cost/by-weather").status, 404);
    QCOMPARE(call("GET", "/api/logs/histogram/cost/by-dimension").status, 400);
    QCOMPARE(call("GET", "/api/logs/histogram/cost/by-dimension", {}, "dimension=weather").status, 400);
    QCOMPARE(call("DELETE", "/api/usage").status, 405);
}

QTEST_GUILESS_MAIN(CostApiTest)
#include "tst_cost_api.moc"
