// Requests with virtual keys through the whole pipeline: who is served, by whom, and what it is charged for.
#include "gateway/pipeline/request_pipeline.h"

#include "tests/core/core_fixtures.h"
#include "tests/core/governance_samples.h"
#include "tests/support/fake_exchange.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"
#include "tests/support/record_collector.h"
#include "tests/support/json_comparison.h"

#include <algorithm>
#include <functional>

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using config::LimitUnit;
using config::WindowUnit;
using tests::FakeExchange;
using tests::makeKey;
using tests::makeLimit;
using tests::makeProvider;
using tests::makeVirtualKey;
using translation::DialectFamily;
using namespace std::chrono_literals;

namespace {

const std::string value = "sk-bf-0123456789abcdefghijklmnopqrstuvwxyz0123";
const std::string chat = R"({"model":"openai/gpt-5","messages":[]})";
const std::string answered = R"({"model":"gpt-5","choices":[],"usage":{"prompt_tokens":60,"completion_tokens":40}})";

class NoManagement final : public ManagementPort {
public:
    void ask(ManagementRequest, std::function<void(ManagementResponse)>) override {}
};

config::VirtualKeyProvider allow(const std::string &provider, std::vector<std::string> models = {"*"},
                                 std::optional<double> weight = 1.0)
{
    config::VirtualKeyProvider config;
    config.id = "config-of-" + provider;
    config.provider = provider;
    config.allowedModels = std::move(models);
    config.weight = weight;
    return config;
}

config::VirtualKey keyFor(std::vector<config::VirtualKeyProvider> providers)
{
    config::VirtualKey key = makeVirtualKey("mine", value);
    key.allowsAllProviders = false;
    key.providers = std::move(providers);
    return key;
}

config::PriceBookPointer dollarAToken()
{
    auto table = std::make_shared<config::PriceTable>();
    config::ModelPrice price;
    price.checkedOn = "2026-11-21";
    price.standard.rates.input = 1'000'000'000'000; // pico-dollars
    price.standard.rates.output = 1'000'000'000'000;
    table->add({"openai"}, {"gpt-5"}, price);
    return std::make_shared<const config::PriceBook>(table, std::vector<config::PriceOverride>{});
}

} // namespace

class GovernedRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void servesAVirtualKeyAndNamesItInTheRecord();
    void neverForwardsOrKeepsTheValue();
    void refusesInTheDialectOfTheClient_data();
    void refusesInTheDialectOfTheClient();
    void requiresAKeyOfEveryEndpoint();
    void refusesProvidersAndModelsThatAreNotAllowed_data();
    void refusesProvidersAndModelsThatAreNotAllowed();
    void sendsANameWithoutAProviderToOneOfTheKey();
    void fallsBackToTheOtherProvidersOfTheKey();
    void usesOnlyTheKeysThatAreAllowed();
    void listsOnlyTheModelsOfTheKey();
    void keepsNothingButTotalsOfAPrivateKey();
    void tellsRoutingRulesWhoAsks();
    void refusesWhenTheRequestsOfAWindowAreUsed();
    void refusesWhenTheTokensOfAWindowAreUsed();
    void refusesWhenTheBudgetIsSpent();
    void usesNothingToSimulate();
    void chargesNoTokensForQuestionsAboutTokens();
    void chargesTeamAndCustomerToo();
    void leavesOutAProviderWhoseLimitIsUsed();
    void limitsAModelOfAProviderConfig();
    void limitsEverybodyTogether();
    void limitsAnAlias();
    void chargesNothingForRequestsThatNobodyAnswered();
    void letsARequestWaitForThoseThatRun();
    void asksRulesForWhatIsUsed();
    void simulatesWhatTheKeyPermitsAndCountsNothing();

private:
    void setUp(config::StoredGovernance stored);
    void setKey(config::VirtualKey key)
    {
        config::StoredGovernance stored;
        stored.virtualKeys = {std::move(key)};
        setUp(std::move(stored));
    }
    // Sends the request; a call that reaches a provider is answered when `answer` says so.
    std::unique_ptr<FakeExchange> send(const std::string &body = chat, bool isAnswered = true,
                                       const std::string &path = "/v1/chat/completions");
    std::int64_t used(const config::UsageLimit &limit) const { return m_ledger->use(limit).used; }
    const RequestRecord &record() const { return m_sink.records.back(); }

    tests::ManualClock m_clock;
    tests::FakeTransport m_transport;
    tests::RecordCollector m_sink;
    std::unique_ptr<LiveFeed> m_feed;
    routing::ModelCatalog m_catalog;
    std::unique_ptr<routing::TargetHealth> m_health;
    routing::FirstTokenTimes m_firstTokens;
    NoManagement m_management;
    std::unique_ptr<governance::LimitLedger> m_ledger;
    std::unique_ptr<governance::Governor> m_governor;
    std::shared_ptr<config::ConfigSnapshot> m_snapshot;
    std::unique_ptr<RequestPipeline> m_pipeline;
};

void GovernedRequestsTest::init()
{
    m_pipeline.reset();
    m_transport = {};
    m_sink.records.clear();
    m_feed = std::make_unique<LiveFeed>();
    m_health = std::make_unique<routing::TargetHealth>(m_clock);
    m_ledger = std::make_unique<governance::LimitLedger>(m_clock);
    m_governor = std::make_unique<governance::Governor>(*m_ledger);
    m_snapshot = std::make_shared<config::ConfigSnapshot>();
    m_snapshot->prices = dollarAToken();
    m_snapshot->providers = {makeProvider("anthropic", DialectFamily::Anthropic),
                             makeProvider("openai", DialectFamily::OpenAi, {makeKey("main", "main-value")}),
                             makeProvider("second", DialectFamily::OpenAi,
                                          {makeKey("cheap", "cheap-value"), makeKey("dear", "dear-value")})};
    m_pipeline = std::make_unique<RequestPipeline>(PipelineEnvironment{m_clock, m_transport, m_sink, *m_feed, m_catalog,
                                                                       *m_health, m_firstTokens, m_management,
                                                                       [] { return std::string(); }, m_governor.get()});
    setKey(makeVirtualKey("mine", value));
}

void GovernedRequestsTest::setUp(config::StoredGovernance stored)
{
    m_snapshot = std::make_shared<config::ConfigSnapshot>(*m_snapshot);
    m_snapshot->governance = tests::makeGovernance(std::move(stored));
    m_pipeline->setSnapshot(m_snapshot);
}

std::unique_ptr<FakeExchange> GovernedRequestsTest::send(const std::string &body, bool isAnswered,
                                                         const std::string &path)
{
    auto exchange =
        std::make_unique<FakeExchange>("POST", path, body, HeaderList{{"Authorization", "Bearer " + value}});
    const std::size_t calls = m_transport.callCount();
    m_pipeline->handleRequest(*exchange);
    if (isAnswered && m_transport.callCount() > calls)
        m_transport.lastCall()->answer(200, answered);
    return exchange;
}

void GovernedRequestsTest::servesAVirtualKeyAndNamesItInTheRecord()
{
    QCOMPARE(send()->head->status, 200);
    QCOMPARE(record().virtualKeyName, std::string("mine"));
    QCOMPARE(record().virtualKeyId, std::string("id-of-mine"));
    QCOMPARE(record().keyId, std::string("id-of-main"));
    QCOMPARE(record().provider, std::string("openai"));
}

void GovernedRequestsTest::neverForwardsOrKeepsTheValue()
{
    FakeExchange exchange("POST", "/v1/chat/completions?key=" + value + "&x=1", chat,
                          {{"Authorization", "Bearer " + value}, {"x-bf-vk", value}, {"x-api-key", value}});
    m_pipeline->handleRequest(exchange);
    const auto call = m_transport.lastCall();
    QCOMPARE(call->request.target, std::string("/v1/chat/completions?x=1"));
    for (const HeaderField &field : call->request.headers)
        QVERIFY2(field.value.find("0123456789abc") == std::string::npos, field.name.c_str());
    call->answer(200, answered);
    for (const HeaderField &field : record().requestHeaders)
        QVERIFY2(field.value.find("0123456789abc") == std::string::npos, field.name.c_str());
}

void GovernedRequestsTest::refusesInTheDialectOfTheClient_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type"); // where the dialect has one
    QTest::newRow("openai") << QByteArray("/v1/chat/completions") << QByteArray("virtual_key_not_found");
    QTest::newRow("anthropic") << QByteArray("/anthropic/v1/messages") << QByteArray("error");
    QTest::newRow("gemini") << QByteArray("/genai/v1beta/models/m:generateContent") << QByteArray();
    QTest::newRow("bedrock") << QByteArray("/bedrock/model/m/converse") << QByteArray();
}

void GovernedRequestsTest::refusesInTheDialectOfTheClient()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, type);
    FakeExchange exchange("POST", path.toStdString(), R"({"model":"openai/gpt-5","max_tokens":1,"messages":[]})",
                          {{"x-api-key", value + "x"}});
    m_pipeline->handleRequest(exchange);
    QCOMPARE(exchange.head->status, 401);
    const auto answer = nlohmann::json::parse(exchange.body);
    if (!type.isEmpty())
        QCOMPARE(answer.value("type", std::string()), type.toStdString());
    QVERIFY(exchange.body.find("virtual key not found") != std::string::npos);
    QCOMPARE(record().state, RequestState::Blocked);
    QCOMPARE(m_transport.callCount(), std::size_t(0));
}

void GovernedRequestsTest::requiresAKeyOfEveryEndpoint()
{
    config::StoredGovernance stored;
    stored.settings.requiresVirtualKey = true;
    stored.virtualKeys = {makeVirtualKey("mine", value)};
    setUp(stored);
    for (const char *path :
         {"/v1/chat/completions", "/v1/responses", "/v1/embeddings", "/anthropic/v1/messages",
          "/openai/v1/chat/completions", "/genai/v1beta/models/m:generateContent", "/openai_passthrough/v1/files"}) {
        FakeExchange exchange("POST", path, chat, {{"Authorization", "Bearer dummy"}});
        m_pipeline->handleRequest(exchange);
        QCOMPARE(exchange.head->status, 401);
        QCOMPARE(record().errorCode, std::string("virtual_key_required"));
    }
    FakeExchange listing("GET", "/v1/models");
    m_pipeline->handleRequest(listing);
    QCOMPARE(listing.head->status, 401);
    FakeExchange health("GET", "/health");
    m_pipeline->handleRequest(health);
    QCOMPARE(health.head->status, 200);
    QCOMPARE(send()->head->status, 200);
}

void GovernedRequestsTest::refusesProvidersAndModelsThatAreNotAllowed_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *model, int status, const char *code) {
        QTest::newRow(model) << QByteArray(model) << status << QByteArray(code);
    };
    row("openai/gpt-5", 200, "");
    row("gpt-5", 200, "");
    row("openai/gpt-4", 403, "model_blocked");
    row("second/gpt-5", 403, "provider_blocked");
    row("anthropic/claude", 403, "model_blocked");
}

void GovernedRequestsTest::refusesProvidersAndModelsThatAreNotAllowed()
{
    QFETCH(QByteArray, model);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    config::VirtualKeyProvider anthropic = allow("anthropic");
    anthropic.deniedModels = {"claude"};
    setKey(keyFor({allow("openai", {"gpt-5"}), anthropic}));
    const auto exchange = send(R"({"model":")" + model.toStdString() + R"(","messages":[]})");
    QCOMPARE(exchange->head->status, status);
    QCOMPARE(record().errorCode, code.toStdString());
    if (status == 403)
        QCOMPARE(nlohmann::json::parse(exchange->body)["type"].get<std::string>(), code.toStdString());
}

void GovernedRequestsTest::sendsANameWithoutAProviderToOneOfTheKey()
{
    setKey(keyFor({allow("openai", {"other"}, 5.0), allow("second", {"google/gemini"}, 1.0)}));
    QCOMPARE(send(R"({"model":"google/gemini","messages":[]})")->head->status, 200);
    QCOMPARE(record().provider, std::string("second"));
    QCOMPARE(record().model, std::string("google/gemini"));
    setKey(keyFor({allow("openai", {"m"}, 0.0), allow("second", {"m"}, 1.0)}));
    for (int count = 0; count < 10; ++count) {
        QCOMPARE(send(R"({"model":"m","messages":[]})")->head->status, 200);
        QCOMPARE(record().provider, std::string("second"));
    }
}

void GovernedRequestsTest::fallsBackToTheOtherProvidersOfTheKey()
{
    setKey(keyFor({allow("openai", {"m"}, std::nullopt), allow("second", {"m"}, 1.0)}));
    const auto exchange = send(R"({"model":"m","messages":[]})", false);
    m_transport.lastCall()->fail(Error::upstream(ErrorCode::UpstreamUnreachable, RetryAdvice::OtherTarget, "Gone."));
    QCOMPARE(m_transport.callCount(), std::size_t(2));
    m_transport.lastCall()->answer(200, answered);
    QCOMPARE(exchange->head->status, 200);
    QCOMPARE(record().provider, std::string("openai"));
}

void GovernedRequestsTest::usesOnlyTheKeysThatAreAllowed()
{
    config::VirtualKeyProvider second = allow("second");
    second.allowsAllKeys = false;
    second.keys = {"dear"};
    setKey(keyFor({second}));
    for (int count = 0; count < 10; ++count) {
        QCOMPARE(send(R"({"model":"second/m","messages":[]})")->head->status, 200);
        QCOMPARE(record().keyName, std::string("dear"));
    }
    second.keys.clear();
    setKey(keyFor({second}));
    QCOMPARE(send(R"({"model":"second/m","messages":[]})")->head->status, 400);
    QCOMPARE(record().errorCode, std::string("no_key_for_model"));
}

void GovernedRequestsTest::listsOnlyTheModelsOfTheKey()
{
    setKey(keyFor({allow("openai", {"gpt-5"})}));
    FakeExchange exchange("GET", "/v1/models", {}, {{"x-bf-vk", value}});
    m_pipeline->handleRequest(exchange);
    QCOMPARE(m_transport.callCount(), std::size_t(1));
    m_transport.lastCall()->answer(200, R"({"data":[{"id":"gpt-4"},{"id":"gpt-5"}]})");
    const auto answer = nlohmann::json::parse(exchange.body);
    QCOMPARE(answer["data"].size(), std::size_t(1));
    QCOMPARE(answer["data"][0]["id"].get<std::string>(), std::string("openai/gpt-5"));
}

void GovernedRequestsTest::keepsNothingButTotalsOfAPrivateKey()
{
    config::VirtualKey key = makeVirtualKey("mine", value);
    key.isPrivate = true;
    setKey(key);
    QCOMPARE(send()->head->status, 200);
    QVERIFY(!record().requestBody);
    QVERIFY(!record().responseBody);
    QVERIFY(record().requestHeaders.size() == 0);
    QCOMPARE(record().virtualKeyName, std::string("mine"));
}

void GovernedRequestsTest::tellsRoutingRulesWhoAsks()
{
    config::RoutingRule rule;
    rule.id = {"r"};
    rule.name = "team rule";
    rule.scope = config::RuleScope::Team;
    rule.scopeId = "team";
    rule.expression = "virtual_key_name == 'mine' && customer_name == 'Acme'";
    rule.targets = {{"second", "m", {}, 1.0, std::nullopt}};
    m_snapshot->routingRules = std::make_shared<const std::vector<config::RoutingRule>>(std::vector{rule});
    config::StoredGovernance stored;
    stored.virtualKeys = {makeVirtualKey("mine", value)};
    stored.virtualKeys.front().team = {"team"};
    stored.teams = {{{"team"}, "Team", {"acme"}, {}, {}, {}}};
    stored.customers = {{{"acme"}, "Acme", {}, {}, {}}};
    setUp(stored);
    QCOMPARE(send()->head->status, 200);
    QCOMPARE(record().provider, std::string("second"));
}

void GovernedRequestsTest::refusesWhenTheRequestsOfAWindowAreUsed()
{
    config::VirtualKey key = makeVirtualKey("mine", value);
    key.limits = {makeLimit("l", LimitUnit::Requests, 2, WindowUnit::Minute)};
    setKey(key);
    QCOMPARE(send()->head->status, 200);
    QCOMPARE(send()->head->status, 200);
    m_clock.advance(20s);
    const auto refused = send();
    QCOMPARE(refused->head->status, 429);
    QCOMPARE(std::string(refused->head->headers.value("retry-after")), std::string("40"));
    const auto answer = nlohmann::json::parse(refused->body);
    QCOMPARE(answer["type"].get<std::string>(), std::string("request_limited"));
    QCOMPARE(answer["extra_fields"]["retry_after_ms"].get<int>(), 40'000);
    QCOMPARE(record().state, RequestState::RateLimited);
    QCOMPARE(m_transport.callCount(), std::size_t(2));
    m_clock.advance(40s);
    QCOMPARE(send()->head->status, 200);
}

void GovernedRequestsTest::refusesWhenTheTokensOfAWindowAreUsed()
{
    config::VirtualKey key = makeVirtualKey("mine", value);
    key.limits = {makeLimit("l", LimitUnit::Tokens, 150, WindowUnit::Hour)};
    setKey(key);
    QCOMPARE(send()->head->status, 200);
    QCOMPARE(used(key.limits.front()), std::int64_t(100)); // as the provider told, not as it was feared
    QCOMPARE(send()->head->status, 200);
    const auto refused = send();
    QCOMPARE(refused->head->status, 429);
    QCOMPARE(nlohmann::json::parse(refused->body)["type"].get<std::string>(), std::string("token_limited"));
    QCOMPARE(std::string(refused->head->headers.value("x-should-retry")), std::string("false"));
}

void GovernedRequestsTest::usesNothingToSimulate()
{
    config::VirtualKey key = makeVirtualKey("mine", value);
    key.limits = {makeLimit("r", LimitUnit::Requests, 1),
                  makeLimit("m", LimitUnit::Money, Money::ofDollars(1).nanoDollars)};
    setKey(key);
    net::HttpRequest request;
    request.method = "POST";
    request.target = "/v1/chat/completions";
    request.headers = {{"Authorization", "Bearer " + value}};
    request.body = std::make_shared<const std::string>(chat);
    m_pipeline->explainRoute(request, {});
    for (const config::UsageLimit &limit : key.limits) {
        QCOMPARE(used(limit), std::int64_t(0));
        QCOMPARE(m_ledger->use(limit).reserved, std::int64_t(0));
    }
    QCOMPARE(send()->head->status, 200);
}

void GovernedRequestsTest::refusesWhenTheBudgetIsSpent()
{
    config::VirtualKey key = makeVirtualKey("mine", value);
    key.limits = {makeLimit("l", LimitUnit::Money, Money::ofDollars(5).nanoDollars)};
    setKey(key);
    // The estimate was eight dollars and what the question may come to; charged is what the answer used.
    QCOMPARE(send(R"({"model":"openai/gpt-5","max_tokens":8,"messages":[]})")->head->status, 200);
    QCOMPARE(used(key.limits.front()), Money::ofDollars(100).nanoDollars);
    const auto refused = send();
    QCOMPARE(refused->head->status, 402);
    const auto answer = nlohmann::json::parse(refused->body);
    QCOMPARE(answer["type"].get<std::string>(), std::string("budget_exceeded"));
    QVERIFY(
        answer["error"]["message"].get<std::string>().starts_with("Budget exceeded: virtual key budget exceeded: "));
    QVERIFY(answer["error"]["message"].get<std::string>().find(">= 5.0000 dollars") != std::string::npos);
    QVERIFY(refused->head->headers.contains("retry-after"));
    QCOMPARE(record().state, RequestState::Blocked);
}

void GovernedRequestsTest::chargesNoTokensForQuestionsAboutTokens()
{
    config::VirtualKey key = makeVirtualKey("mine", value);
    key.limits = {makeLimit("m", LimitUnit::Money, Money::ofDollars(5).nanoDollars),
                  makeLimit("t", LimitUnit::Tokens, 5'000), makeLimit("r", LimitUnit::Requests, 5)};
    setKey(key);
    const auto exchange = send(R"({"model":"anthropic/claude","messages":[{"role":"user","content":"Hello"}]})", false,
                               "/anthropic/v1/messages/count_tokens");
    m_transport.lastCall()->answer(200, R"({"input_tokens":9})");
    QCOMPARE(exchange->head->status, 200);
    QCOMPARE(used(key.limits[0]), std::int64_t(0));
    QCOMPARE(used(key.limits[1]), std::int64_t(0));
    QCOMPARE(used(key.limits[2]), std::int64_t(1));
}

void GovernedRequestsTest::chargesTeamAndCustomerToo()
{
    config::StoredGovernance stored;
    stored.virtualKeys = {makeVirtualKey("mine", value)};
    stored.virtualKeys.front().team = {"team"};
    const auto ofTeam = makeLimit("t", LimitUnit::Requests, 10);
    const auto ofCustomer = makeLimit("c", LimitUnit::Requests, 1);
    stored.teams = {{{"team"}, "Team", {"acme"}, {ofTeam}, {}, {}}};
    stored.customers = {{{"acme"}, "Acme", {ofCustomer}, {}, {}}};
    setUp(stored);
    QCOMPARE(send()->head->status, 200);
    const auto refused = send();
    QCOMPARE(refused->head->status, 429);
    QVERIFY(refused->body.find("customer request limit exceeded") != std::string::npos);
    QCOMPARE(used(ofTeam), std::int64_t(1));
}

void GovernedRequestsTest::leavesOutAProviderWhoseLimitIsUsed()
{
    config::VirtualKeyProvider openai = allow("openai", {"m"}, 1.0);
    openai.limits = {makeLimit("o", LimitUnit::Requests, 1)};
    setKey(keyFor({openai, allow("second", {"m"}, 0.0)}));
    const std::string body = R"({"model":"m","messages":[]})";
    QCOMPARE(send(body)->head->status, 200);
    QCOMPARE(record().provider, std::string("openai"));
    QCOMPARE(send(body)->head->status, 200);
    QCOMPARE(record().provider, std::string("second"));
    QVERIFY(std::any_of(record().notes.begin(), record().notes.end(),
                        [](const std::string &note) { return note.starts_with("openai/m was left out"); }));
    QCOMPARE(send(R"({"model":"openai/m","messages":[]})")->head->status, 429);
    QCOMPARE(used(openai.limits.front()), std::int64_t(1));
}

void GovernedRequestsTest::limitsAModelOfAProviderConfig()
{
    config::VirtualKeyProvider openai = allow("openai", {"*"}, 1.0);
    openai.modelLimits = {{"dear", {makeLimit("d", LimitUnit::Requests, 1)}}};
    setKey(keyFor({openai}));
    QCOMPARE(send(R"({"model":"openai/dear","messages":[]})")->head->status, 200);
    QCOMPARE(send(R"({"model":"openai/cheap","messages":[]})")->head->status, 200);
    QCOMPARE(send(R"({"model":"openai/dear","messages":[]})")->head->status, 429);
    QCOMPARE(send(R"({"model":"openai/cheap","messages":[]})")->head->status, 200);
    QCOMPARE(used(openai.modelLimits.front().limits.front()), std::int64_t(1));
}

void GovernedRequestsTest::limitsEverybodyTogether()
{
    config::StoredGovernance stored;
    const auto ofModel = makeLimit("m", LimitUnit::Requests, 1);
    const auto ofAll = makeLimit("all", LimitUnit::Requests, 3);
    stored.sharedLimits = {{"1", {}, "gpt-5", {ofModel}, {}, {}}, {"2", {}, {}, {ofAll}, {}, {}}};
    setUp(stored);
    const auto ask = [this](const std::string &model) {
        FakeExchange exchange("POST", "/v1/chat/completions", R"({"model":")" + model + R"(","messages":[]})");
        const std::size_t calls = m_transport.callCount();
        m_pipeline->handleRequest(exchange);
        if (m_transport.callCount() > calls)
            m_transport.lastCall()->answer(200, answered);
        return exchange.head->status;
    };
    QCOMPARE(ask("openai/gpt-5"), 200);
    QCOMPARE(ask("second/gpt-5"), 429);
    QCOMPARE(ask("openai/other"), 200);
    QCOMPARE(used(ofAll), std::int64_t(2));
    QCOMPARE(ask("openai/other"), 200);
    QCOMPARE(ask("openai/other"), 429);
}

// The name that clients ask for, wherever a rule sends it; a model of that name keeps limits of its own.
void GovernedRequestsTest::limitsAnAlias()
{
    config::RoutingRule rule;
    rule.id = {"r"};
    rule.name = "fast";
    rule.expression = "model == 'fast'";
    rule.targets = {{"openai", "gpt-5", {}, 1.0, std::nullopt}};
    m_snapshot->routingRules = std::make_shared<const std::vector<config::RoutingRule>>(std::vector{rule});
    config::StoredGovernance stored;
    stored.virtualKeys = {makeVirtualKey("mine", value)};
    const auto ofAlias = makeLimit("alias", LimitUnit::Tokens, 10'000);
    const auto requests = makeLimit("requests", LimitUnit::Requests, 2);
    const auto ofModel = makeLimit("model", LimitUnit::Requests, 10);
    stored.sharedLimits = {{"1", {}, "fast", {ofAlias, requests}, {}, {}}, {"2", {}, "gpt-5", {ofModel}, {}, {}}};
    setUp(stored);
    const std::string fast = R"({"model":"fast","messages":[]})";
    QCOMPARE(send(fast)->head->status, 200);
    QCOMPARE(used(requests), std::int64_t(1));
    QCOMPARE(used(ofAlias), std::int64_t(100)); // what the attempt used, though it bears the model's name
    QCOMPARE(used(ofModel), std::int64_t(1));
    QCOMPARE(send()->head->status, 200); // by the model's own name
    QCOMPARE(used(requests), std::int64_t(1));
    QCOMPARE(used(ofModel), std::int64_t(2));
    QCOMPARE(send(fast)->head->status, 200);
    const auto refused = send(fast);
    QCOMPARE(refused->head->status, 429);
    QVERIFY(refused->body.find("alias request limit exceeded") != std::string::npos);
    QCOMPARE(send(R"({"model":"second/fast","messages":[]})")->head->status, 429); // the rule takes this one, too
}

void GovernedRequestsTest::chargesNothingForRequestsThatNobodyAnswered()
{
    config::VirtualKey key = makeVirtualKey("mine", value);
    key.limits = {makeLimit("t", LimitUnit::Tokens, 1000), makeLimit("r", LimitUnit::Requests, 10),
                  makeLimit("m", LimitUnit::Money, Money::ofDollars(10'000).nanoDollars)};
    setKey(key);
    const auto exchange = send(chat, false);
    m_transport.lastCall()->answer(500, R"({"error":{"message":"broken"}})");
    QCOMPARE(exchange->head->status, 500);
    QCOMPARE(used(key.limits[0]), std::int64_t(0));
    QCOMPARE(used(key.limits[1]), std::int64_t(1));
    QCOMPARE(used(key.limits[2]), std::int64_t(0));
    QCOMPARE(m_ledger->use(key.limits[0]).reserved, std::int64_t(0));
}

void GovernedRequestsTest::letsARequestWaitForThoseThatRun()
{
    config::VirtualKey key = makeVirtualKey("mine", value);
    key.limits = {makeLimit("t", LimitUnit::Tokens, 1000)};
    setKey(key);
    const auto running = send(R"({"model":"openai/gpt-5","max_tokens":5000,"messages":[]})", false);
    const auto refused = send();
    QCOMPARE(refused->head->status, 429);
    QCOMPARE(std::string(refused->head->headers.value("retry-after")), std::string("2"));
    QCOMPARE(nlohmann::json::parse(refused->body)["type"].get<std::string>(), std::string("rate_limited"));
    m_transport.call(0)->answer(200, answered);
    QCOMPARE(send()->head->status, 200);
}

void GovernedRequestsTest::asksRulesForWhatIsUsed()
{
    config::RoutingRule rule;
    rule.id = {"r"};
    rule.name = "spare";
    rule.expression = "request >= 50.0";
    rule.targets = {{"second", "m", {}, 1.0, std::nullopt}};
    m_snapshot->routingRules = std::make_shared<const std::vector<config::RoutingRule>>(std::vector{rule});
    config::VirtualKey key = makeVirtualKey("mine", value);
    key.limits = {makeLimit("r", LimitUnit::Requests, 2)};
    setKey(key);
    QCOMPARE(send()->head->status, 200);
    QCOMPARE(record().provider, std::string("openai"));
    QCOMPARE(send()->head->status, 200);
    QCOMPARE(record().provider, std::string("second"));
}

void GovernedRequestsTest::simulatesWhatTheKeyPermitsAndCountsNothing()
{
    auto second = allow("second");
    second.allowsAllKeys = false;
    second.keys = {"dear"};
    config::VirtualKey key = keyFor({second});
    const config::UsageLimit limit = makeLimit("requests", config::LimitUnit::Requests, 1);
    key.limits = {limit};
    setKey(key);
    net::HttpRequest asked;
    asked.method = "POST";
    asked.target = "/v1/chat/completions";
    asked.headers = {{"x-bf-vk", value}};
    asked.body = std::make_shared<const std::string>(R"({"model":"second/m","fallbacks":["openai/x"],"messages":[]})");
    for (int round = 0; round < 3; ++round) {
        const auto explanation = m_pipeline->explainRoute(asked, {});
        QVERIFY2(!explanation.error, explanation.error ? explanation.error->message.c_str() : "");
        QCOMPARE(explanation.virtualKeyName, std::string("mine"));
        QCOMPARE(explanation.targets.size(), std::size_t(1)); // the fallback is not permitted
        QVERIFY(explanation.notes.at(0).find("openai/x") != std::string::npos);
        const auto &keys = explanation.attempts.at(0).trials.at(0).keys;
        QVERIFY(keys.at(0).fate == routing::KeyFate::NotPermitted);
        QVERIFY(keys.at(1).isChosen);
    }
    QCOMPARE(used(limit), std::int64_t(0));
    QCOMPARE(m_ledger->use(limit).reserved, std::int64_t(0));
    QCOMPARE(send(R"({"model":"second/m","messages":[]})")->head->status, 200);
    const auto refused = m_pipeline->explainRoute(asked, {});
    QVERIFY(refused.error.has_value());
    QCOMPARE(refused.error->httpStatus(), 429);
}

QTEST_APPLESS_MAIN(GovernedRequestsTest)
#include "tst_governed_requests.moc"
