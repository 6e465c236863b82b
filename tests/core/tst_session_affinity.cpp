// Sessions stay with the provider and key that served them, while those can.
#include "gateway/pipeline/request_pipeline.h"
#include "gateway/routing/session_affinity.h"

#include "tests/core/core_fixtures.h"
#include "tests/support/fake_exchange.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"
#include "tests/support/record_collector.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <set>

using namespace gateway;
using namespace gateway::pipeline;
using routing::SessionAffinity;
using routing::SessionBinding;
using routing::SessionKey;
using tests::FakeExchange;
using tests::FakeTransport;
using tests::makeKey;
using tests::makeProvider;
using translation::DialectFamily;

namespace {

constexpr int rounds = 25; // a draw among equals would not agree so often by chance

class NoManagement final : public ManagementPort {
public:
    void ask(ManagementRequest, std::function<void(ManagementResponse)>) override {}
};

const std::string answer = "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":"
                           "[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\","
                           "\"content\":\"Hi\"}}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}";

std::string question(const std::string &model, const std::string &more = {})
{
    return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]" + more + "}";
}

Error silence()
{
    return Error::upstream(ErrorCode::UpstreamTimedOut, RetryAdvice::OtherTarget, "No answer in time.");
}

} // namespace

class SessionAffinityTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void findsWhatWasBound();
    void forgetsAfterItsLife();
    void forgetsTheOldestBeyondItsLimit();
    void keepsTheKeyOfASession();
    void drawsForEachRequestWithoutASession();
    void keepsSessionsAndModelsApart();
    void knowsTheAgentsOwnHeaders_data();
    void knowsTheAgentsOwnHeaders();
    void canBeSwitchedOff();
    void takesItsLifeFromTheRequest();
    void letsGoOfAKeyThatRests();
    void letsGoOfAnOpenCircuit();
    void letsGoOfAKeyThatMayNoLonger();
    void movesToTheFallbackThatServed();
    void keepsTheProviderOfABareName();
    void keepsTheTargetThatARuleDrew();
    void bindsOnlyWhatWasServed();
    void tellsWhyInTheRecord();
    void simulatesTheSession();

private:
    void setProviders(std::vector<config::ProviderDefinition> providers, std::vector<config::RoutingRule> rules = {})
    {
        auto snapshot = std::make_shared<config::ConfigSnapshot>(*tests::makeSnapshot(std::move(providers)));
        snapshot->routingRules = std::make_shared<const std::vector<config::RoutingRule>>(std::move(rules));
        m_pipeline->setSnapshot(std::move(snapshot));
    }
    std::vector<config::ProviderKey> keys() { return {makeKey("a"), makeKey("b"), makeKey("c"), makeKey("d")}; }
    // Serves the request and returns "provider/model key" of the attempt that answered.
    std::string serve(const std::string &body, HeaderList headers)
    {
        FakeExchange exchange("POST", "/v1/chat/completions", body, std::move(headers));
        m_pipeline->handleRequest(exchange);
        m_transport.lastCall()->answer(200, answer);
        const RequestRecord &record = m_sink.records.back();
        return record.provider + "/" + record.model + " " + record.keyName;
    }
    std::string serveSession(const std::string &session, const std::string &model = "p/m")
    {
        return serve(question(model), {{"x-bf-session-id", session}});
    }

    tests::ManualClock m_clock;
    FakeTransport m_transport;
    tests::RecordCollector m_sink;
    std::unique_ptr<LiveFeed> m_feed;
    std::unique_ptr<routing::ModelCatalog> m_catalog;
    std::unique_ptr<routing::TargetHealth> m_health;
    std::unique_ptr<SessionAffinity> m_sessions;
    routing::FirstTokenTimes m_firstTokens;
    NoManagement m_management;
    std::unique_ptr<RequestPipeline> m_pipeline;
};

void SessionAffinityTest::init()
{
    m_pipeline.reset();
    m_transport = {};
    m_sink.records.clear();
    m_feed = std::make_unique<LiveFeed>();
    m_catalog = std::make_unique<routing::ModelCatalog>();
    m_health = std::make_unique<routing::TargetHealth>(m_clock);
    m_sessions = std::make_unique<SessionAffinity>(m_clock);
    m_pipeline = std::make_unique<RequestPipeline>(
        PipelineEnvironment{m_clock, m_transport, m_sink, *m_feed, *m_catalog, *m_health, m_firstTokens, m_management,
                            [] { return std::string("{}"); }, nullptr, m_sessions.get()});
}

void SessionAffinityTest::findsWhatWasBound()
{
    SessionAffinity sessions(m_clock);
    const SessionKey key{"vk", "one", "medium"};
    QVERIFY(!sessions.find(key));
    sessions.bind(key, {"p", "m", "k"}, std::chrono::hours(1));
    QVERIFY(sessions.find(key) == SessionBinding({"p", "m", "k"}));
    QVERIFY(!sessions.find({"other", "one", "medium"}));
    QVERIFY(!sessions.find({"vk", "two", "medium"}));
    QVERIFY(!sessions.find({"vk", "one", "fast"}));
    sessions.bind(key, {"q", "m", "k"}, std::chrono::hours(1));
    QCOMPARE(sessions.find(key)->provider, std::string("q"));
    QCOMPARE(sessions.size(), std::size_t(1));
}

void SessionAffinityTest::forgetsAfterItsLife()
{
    SessionAffinity sessions(m_clock);
    const SessionKey key{{}, "one", "m"};
    sessions.bind(key, {"p", "m", "k"}, std::chrono::minutes(10));
    m_clock.advance(std::chrono::minutes(9));
    QVERIFY(sessions.find(key));
    sessions.bind(key, {"p", "m", "k"}, std::chrono::minutes(10)); // renewed by use
    m_clock.advance(std::chrono::minutes(9));
    QVERIFY(sessions.find(key));
    m_clock.advance(std::chrono::minutes(1));
    QVERIFY(!sessions.find(key));
}

void SessionAffinityTest::forgetsTheOldestBeyondItsLimit()
{
    SessionAffinity sessions(m_clock, 3);
    for (const char *name : {"one", "two", "three"})
        sessions.bind({{}, name, "m"}, {"p", "m", "k"}, std::chrono::hours(1));
    sessions.bind({{}, "one", "m"}, {"p", "m", "k"}, std::chrono::hours(1)); // used again
    for (int index = 0; index < 1000; ++index) {
        sessions.bind({{}, "one", "m"}, {"p", "m", "k"}, std::chrono::hours(1));
        sessions.bind({{}, std::to_string(index), "m"}, {"p", "m", "k"}, std::chrono::hours(1));
    }
    QCOMPARE(sessions.size(), std::size_t(3));
    QVERIFY(sessions.find({{}, "one", "m"}));
    QVERIFY(!sessions.find({{}, "two", "m"}));
    QVERIFY(sessions.find({{}, "999", "m"}));
}

void SessionAffinityTest::keepsTheKeyOfASession()
{
    setProviders({makeProvider("p", DialectFamily::OpenAi, keys())});
    const std::string first = serveSession("one");
    for (int round = 0; round < rounds; ++round)
        QCOMPARE(serveSession("one"), first);
}

void SessionAffinityTest::drawsForEachRequestWithoutASession()
{
    setProviders({makeProvider("p", DialectFamily::OpenAi, keys())});
    std::set<std::string> served;
    for (int round = 0; round < 4 * rounds; ++round)
        served.insert(serve(question("p/m"), {}));
    QCOMPARE(served.size(), std::size_t(4));
    QCOMPARE(m_sessions->size(), std::size_t(0));
}

void SessionAffinityTest::keepsSessionsAndModelsApart()
{
    setProviders({makeProvider("p", DialectFamily::OpenAi, keys())});
    std::set<std::string> served;
    for (int session = 0; session < 4 * rounds; ++session)
        served.insert(serveSession(std::to_string(session)));
    QCOMPARE(served.size(), std::size_t(4));
    const std::string first = serveSession("one", "p/m");
    serveSession("one", "p/n");
    QCOMPARE(serveSession("one", "p/m"), first);
}

void SessionAffinityTest::knowsTheAgentsOwnHeaders_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("Bifrost") << "X-Bf-Session-Id"
                             << "s1";
    QTest::newRow("Claude Code") << "x-claude-code-session-id"
                                 << "0b1f";
    QTest::newRow("Codex") << "session-id"
                           << "019a";
    QTest::newRow("baggage") << "baggage"
                             << "user=1, session-id=ab%2Fc;p=1 ,x=y";
}

void SessionAffinityTest::knowsTheAgentsOwnHeaders()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    setProviders({makeProvider("p", DialectFamily::OpenAi, keys())});
    const HeaderList headers{{name.toStdString(), value.toStdString()}};
    const std::string first = serve(question("p/m"), headers);
    QVERIFY(!m_sink.records.back().sessionId.empty());
    for (int round = 0; round < rounds; ++round)
        QCOMPARE(serve(question("p/m"), headers), first);
}

void SessionAffinityTest::canBeSwitchedOff()
{
    setProviders({makeProvider("p", DialectFamily::OpenAi, keys())});
    std::set<std::string> served;
    for (int round = 0; round < 4 * rounds; ++round)
        served.insert(serve(question("p/m"), {{"x-bf-session-id", "one"}, {"x-bf-session-affinity", "False"}}));
    QCOMPARE(served.size(), std::size_t(4));
    serve(question("p/m"), {{"x-bf-session-id", std::string(256, 'x')}}); // longer than an id may be
    QCOMPARE(m_sessions->size(), std::size_t(0));
}

void SessionAffinityTest::takesItsLifeFromTheRequest()
{
    setProviders({makeProvider("p", DialectFamily::OpenAi, keys())});
    const auto isKept = [this](const std::string &life, std::chrono::seconds after) {
        init();
        setProviders({makeProvider("p", DialectFamily::OpenAi, keys())});
        serve(question("p/m"), {{"x-bf-session-id", "one"}, {"x-bf-session-ttl", life}});
        m_clock.advance(after);
        return m_sessions->find({{}, "one", "p/m"}).has_value();
    };
    QVERIFY(isKept("90", std::chrono::seconds(89)));
    QVERIFY(!isKept("90", std::chrono::seconds(90)));
    QVERIFY(isKept("1h30m", std::chrono::minutes(89)));
    QVERIFY(!isKept("1h30m", std::chrono::minutes(90)));
    QVERIFY(isKept("nonsense", std::chrono::minutes(59))); // an hour, as without it
    QVERIFY(!isKept("", std::chrono::minutes(60)));
}

void SessionAffinityTest::letsGoOfAKeyThatRests()
{
    setProviders({makeProvider("p", DialectFamily::OpenAi, {makeKey("a"), makeKey("b")})});
    const std::string first = serveSession("one");
    m_health->coolKey(first.ends_with('a') ? "id-of-a" : "id-of-b", std::chrono::seconds(20));
    const std::string second = serveSession("one");
    QVERIFY(second != first);
    m_clock.advance(std::chrono::seconds(30));
    for (int round = 0; round < rounds; ++round) // that one has the prompt cache now
        QCOMPARE(serveSession("one"), second);
}

void SessionAffinityTest::letsGoOfAnOpenCircuit()
{
    setProviders({makeProvider("p"), makeProvider("q")});
    const auto ask = [this] {
        return serve(question("p/m", ",\"fallbacks\":[\"q/n\"]"), {{"x-bf-session-id", "one"}});
    };
    QCOMPARE(ask(), std::string("p/m main"));
    m_health->hold({"p", "m", "id-of-main"}, true);
    QCOMPARE(ask(), std::string("q/n main"));
}

void SessionAffinityTest::letsGoOfAKeyThatMayNoLonger()
{
    setProviders({makeProvider("p", DialectFamily::OpenAi, {makeKey("a"), makeKey("b")})});
    const std::string first = serveSession("one");
    auto kept = makeKey("a");
    auto other = makeKey("b");
    (first.ends_with('a') ? kept : other).isEnabled = false;
    setProviders({makeProvider("p", DialectFamily::OpenAi, {kept, other})});
    QVERIFY(serveSession("one") != first);
}

void SessionAffinityTest::movesToTheFallbackThatServed()
{
    setProviders({makeProvider("p"), makeProvider("q", DialectFamily::OpenAi, keys())});
    FakeExchange exchange("POST", "/v1/chat/completions", question("p/m", ",\"fallbacks\":[\"q/n\"]"),
                          {{"x-bf-session-id", "one"}});
    m_pipeline->handleRequest(exchange);
    m_transport.call(0)->fail(silence());
    m_transport.call(1)->answer(200, answer);
    const auto binding = m_sessions->find({{}, "one", "p/m"});
    QVERIFY(binding.has_value());
    QCOMPARE(binding->provider, std::string("q"));
    QCOMPARE(binding->model, std::string("n"));
}

void SessionAffinityTest::keepsTheProviderOfABareName()
{
    setProviders({makeProvider("p"), makeProvider("q")});
    m_catalog->setModels("q", {"m"});
    QCOMPARE(serveSession("one", "m"), std::string("q/m main"));
    m_catalog->setModels("p", {"m"}); // another one learns the model, which would be asked first
    QCOMPARE(serveSession("one", "m"), std::string("q/m main"));
    QCOMPARE(serveSession("two", "m"), std::string("p/m main"));
    QCOMPARE(serveSession("one", "p/m"), std::string("p/m main")); // named: that is a wish
}

void SessionAffinityTest::keepsTheTargetThatARuleDrew()
{
    config::RoutingRule alias;
    alias.id = {"medium"};
    alias.name = "medium";
    alias.expression = "model == \"medium\"";
    for (const char *provider : {"p", "q", "r"})
        alias.targets.push_back({provider, "m", {}, 1.0 / 3, {}});
    setProviders({makeProvider("p"), makeProvider("q"), makeProvider("r")}, {alias});
    std::set<std::string> served;
    for (int session = 0; session < 4 * rounds; ++session)
        served.insert(serveSession(std::to_string(session), "medium"));
    QCOMPARE(served.size(), std::size_t(3));
    const std::string first = serveSession("one", "medium");
    for (int round = 0; round < rounds; ++round)
        QCOMPARE(serveSession("one", "medium"), first);
}

void SessionAffinityTest::bindsOnlyWhatWasServed()
{
    setProviders({makeProvider("p")});
    FakeExchange exchange("POST", "/v1/chat/completions", question("p/m"), {{"x-bf-session-id", "one"}});
    m_pipeline->handleRequest(exchange);
    m_transport.lastCall()->fail(silence());
    QCOMPARE(m_sessions->size(), std::size_t(0));
    serveSession("one");
    QCOMPARE(m_sessions->size(), std::size_t(1));
}

void SessionAffinityTest::tellsWhyInTheRecord()
{
    setProviders({makeProvider("p"), makeProvider("q")});
    m_catalog->setModels("q", {"m"});
    serveSession("one", "m");
    serveSession("one", "m");
    const auto &notes = m_sink.records.back().notes;
    QVERIFY(std::any_of(notes.begin(), notes.end(),
                        [](const std::string &note) { return note.starts_with("The session stays with q"); }));
}

void SessionAffinityTest::simulatesTheSession()
{
    setProviders({makeProvider("p", DialectFamily::OpenAi, keys())});
    const std::string first = serveSession("one");
    net::HttpRequest asked;
    asked.method = "POST";
    asked.target = "/v1/chat/completions";
    asked.headers = {{"x-bf-session-id", "one"}};
    asked.body = std::make_shared<const std::string>(question("p/m"));
    for (int round = 0; round < rounds; ++round) {
        const auto explanation = m_pipeline->explainRoute(asked, {});
        QCOMPARE("p/m " + explanation.attempts.at(0).keyName, first);
        const auto &keysTold = explanation.attempts.at(0).trials.at(0).keys;
        QVERIFY(std::any_of(keysTold.begin(), keysTold.end(),
                            [](const auto &key) { return key.isChosen && key.isOfSession; }));
    }
    QCOMPARE(m_sessions->size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(SessionAffinityTest)
#include "tst_session_affinity.moc"
