// Where a request would go is what the router decides for a request that really comes.
#include "gateway/pipeline/request_pipeline.h"
#include "gateway/routing/random_fraction.h"

#include "tests/core/generated_routes.h"
#include "tests/support/fake_exchange.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"
#include "tests/support/record_collector.h"

#include <algorithm>
#include <functional>

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using routing::KeyFate;
using routing::RouteExplanation;
using routing::RuleOutcome;
using tests::FakeExchange;
using tests::FakeTransport;
using tests::makeKey;
using tests::makeProvider;
using translation::DialectFamily;

namespace {

constexpr int generatedConfigurations = 500;

class NoManagement final : public ManagementPort {
public:
    void ask(ManagementRequest, std::function<void(ManagementResponse)>) override {}
};

Error silence()
{
    return Error::upstream(ErrorCode::UpstreamTimedOut, RetryAdvice::OtherTarget, "No answer in time.");
}

std::string question(const std::string &model, const std::string &more = {})
{
    return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]" + more + "}";
}

net::HttpRequest request(const std::string &body, HeaderList headers = {},
                         const std::string &path = "/v1/chat/completions")
{
    net::HttpRequest made;
    made.method = "POST";
    made.target = path;
    made.headers = std::move(headers);
    made.body = std::make_shared<const std::string>(body);
    return made;
}

config::RoutingRule rule(const std::string &name, const std::string &expression)
{
    config::RoutingRule made;
    made.id = {name};
    made.name = name;
    made.expression = expression;
    return made;
}

std::vector<std::string> chainOf(const RouteExplanation &explanation)
{
    std::vector<std::string> chain;
    for (const routing::AttemptExplanation &attempt : explanation.attempts) {
        const routing::PlannedTarget &target = explanation.targets.at(attempt.targetIndex);
        if (attempt.isMade)
            chain.push_back(target.provider + "/" + target.model + " " + attempt.keyName);
    }
    return chain;
}

std::vector<std::string> chainOf(const RequestRecord &record)
{
    std::vector<std::string> chain;
    for (const AttemptRecord &attempt : record.attempts)
        chain.push_back(attempt.provider + "/" + attempt.model + " " + attempt.keyName);
    return chain;
}

std::string told(const std::vector<std::string> &chain)
{
    std::string text;
    for (const std::string &each : chain)
        text += each + "; ";
    return text;
}

} // namespace

class RouteSimulationTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void agreesWithTheRouterForGeneratedConfigurations();
    void tellsHowTargetsFareWhereTheDrawMindsIt();
    void callsNobodyAndChangesNothing();
    void tellsWhyEachRuleDidOrDidNotMatch();
    void tellsWhyAKeyIsPassedOver();
    void tellsWhoMightHaveTakenABareName();
    void tellsWhatFollowsAFailure();
    void tellsTheLimits();
    void takesAProviderForOffline();
    void takesAKeyForLimited();
    void tellsTheErrorThatAClientWouldGet();
    void saysWhenThereIsNothingToRoute();
    void pinsTheKeyThatARulesFallbackNames();
    void refusesARuleWhoseProviderIsGone();
    void givesRulesTheParametersOfTheQuery();

private:
    void setSnapshot(std::vector<config::ProviderDefinition> providers, std::vector<config::RoutingRule> rules = {})
    {
        auto snapshot = std::make_shared<config::ConfigSnapshot>(*tests::makeSnapshot(std::move(providers)));
        snapshot->routingRules = std::make_shared<const std::vector<config::RoutingRule>>(std::move(rules));
        m_pipeline->setSnapshot(std::move(snapshot));
    }
    RouteExplanation explain(net::HttpRequest asked, const RoutePretences &pretended = {})
    {
        return m_pipeline->explainRoute(std::move(asked), pretended);
    }
    // The record of the request when every target stays silent.
    RequestRecord serveInSilence(const net::HttpRequest &asked)
    {
        FakeExchange exchange(asked.method, asked.target, *asked.body, asked.headers);
        m_pipeline->handleRequest(exchange);
        for (std::size_t index = 0; index < m_transport.callCount(); ++index)
            m_transport.call(index)->fail(silence());
        return m_sink.records.back();
    }

    tests::ManualClock m_clock;
    FakeTransport m_transport;
    tests::RecordCollector m_sink;
    std::unique_ptr<LiveFeed> m_feed;
    std::unique_ptr<routing::ModelCatalog> m_catalog;
    std::unique_ptr<routing::TargetHealth> m_health;
    std::unique_ptr<routing::TargetPace> m_pace;
    routing::FirstTokenTimes m_firstTokens;
    NoManagement m_management;
    std::unique_ptr<RequestPipeline> m_pipeline;
};

void RouteSimulationTest::init()
{
    m_pipeline.reset();
    m_transport = {};
    m_sink.records.clear();
    m_feed = std::make_unique<LiveFeed>();
    m_catalog = std::make_unique<routing::ModelCatalog>();
    m_health = std::make_unique<routing::TargetHealth>(m_clock);
    m_pace = std::make_unique<routing::TargetPace>(m_clock);
    m_pipeline = std::make_unique<RequestPipeline>(
        PipelineEnvironment{m_clock, m_transport, m_sink, *m_feed, *m_catalog, *m_health, m_firstTokens, m_management,
                            [] { return std::string("{}"); }, nullptr, nullptr, m_pace.get()});
}

void RouteSimulationTest::agreesWithTheRouterForGeneratedConfigurations()
{
    int refused = 0;
    int withFallbacks = 0;
    for (std::uint32_t seed = 1; seed <= generatedConfigurations; ++seed) {
        init();
        tests::GeneratedRoutes generated(seed);
        const auto snapshot = generated.snapshot();
        generated.fillCatalog(*m_catalog);
        m_pipeline->setSnapshot(snapshot);
        generated.trouble(*m_health, *snapshot);
        generated.fillPace(*m_pace, *snapshot);
        for (int round = 0; round < 3; ++round) { // the later ones meet the failures of the earlier ones
            const net::HttpRequest asked = request(generated.body(), generated.headers(), generated.path());
            const std::uint32_t draw = generated.number();
            routing::seedRandomFractions(draw);
            const RouteExplanation explanation = explain(asked);
            routing::seedRandomFractions(draw);
            const RequestRecord record = serveInSilence(asked);

            const std::string context = "seed " + std::to_string(seed) + ", " + *asked.body + "\n simulated "
                                        + told(chainOf(explanation)) + "\n routed " + told(chainOf(record)) + " "
                                        + record.errorText;
            QVERIFY2(chainOf(explanation) == chainOf(record), context.c_str());
            if (explanation.error) {
                QCOMPARE(explanation.error->httpStatus(), record.status);
                QCOMPARE(explanation.error->message, record.errorText);
                ++refused;
            }
            withFallbacks += record.attempts.size() > 1 ? 1 : 0;
        }
    }
    // What is generated must be worth the comparison.
    QVERIFY2(refused > 100 && refused < 1000, std::to_string(refused).c_str());
    QVERIFY2(withFallbacks > 200, std::to_string(withFallbacks).c_str());
}

void RouteSimulationTest::tellsHowTargetsFareWhereTheDrawMindsIt()
{
    auto drawn = rule("drawn", "");
    drawn.targets = {{"a", "m", {}, 0.5, {}}, {"b", "m", {}, 0.5, {}}};
    drawn.care.isBalanced = true;
    m_pace->noteAnswer("a", "m", std::chrono::milliseconds(200), 100.0);
    m_pace->noteAnswer("b", "m", std::chrono::milliseconds(3'200), 100.0);
    setSnapshot({makeProvider("a"), makeProvider("b")}, {drawn});
    const RouteExplanation explanation = explain(request(question("x")));
    const auto &targets = explanation.rules.at(0).targets;
    QVERIFY2(qAbs(targets.at(0).share - 6.2 / 9.4) < 0.01, std::to_string(targets.at(0).share).c_str());
    QCOMPARE(targets.at(1).balance, std::string("first token after 3200 ms, 100 tokens/s"));
    drawn.care.isBalanced = false;
    setSnapshot({makeProvider("a"), makeProvider("b")}, {drawn});
    const RouteExplanation plain = explain(request(question("x")));
    QCOMPARE(plain.rules.at(0).targets.at(0).share, 0.5);
    QVERIFY(plain.rules.at(0).targets.at(0).balance.empty());
}

void RouteSimulationTest::callsNobodyAndChangesNothing()
{
    setSnapshot({makeProvider("a"), makeProvider("b")});
    const routing::TargetName failing{"a", "m", "id-of-main"};
    for (int failures = 0; failures < 5; ++failures)
        m_health->reportFailure(failing, routing::FailureClass::Unreachable, "It is down.");
    const auto before = m_health->reports();
    m_clock.advance(std::chrono::minutes(2)); // the next request is the probe
    for (int round = 0; round < 3; ++round)
        QCOMPARE(chainOf(explain(request(question("a/m", ",\"fallbacks\":[\"b/n\"]")))).size(), std::size_t(2));
    QCOMPARE(m_transport.callCount(), std::size_t(0));
    QVERIFY(m_sink.records.empty());
    QVERIFY(m_health->reports() == before);
    QCOMPARE(m_feed->inFlight(), 0);
}

void RouteSimulationTest::tellsWhyEachRuleDidOrDidNotMatch()
{
    auto off = rule("off", "");
    off.isEnabled = false;
    auto team = rule("team", "");
    team.scope = config::RuleScope::Team;
    team.scopeId = "t";
    auto last = rule("last", "model == \"fast\"");
    last.targets = {{"a", "m", {}, 0.75, {}}, {"b", "n", {}, 0.25, {}}};
    auto never = rule("never", "");
    std::vector rules{off,
                      rule("header", "headers[\"x-team\"] == \"maps\""),
                      rule("broken", "modle == 1"),
                      rule("failing", "1 / size(headers) > 7"),
                      last,
                      never};
    for (std::size_t index = 0; index < rules.size(); ++index)
        rules[index].priority = static_cast<std::int64_t>(index);
    rules.push_back(team);
    setSnapshot({makeProvider("a"), makeProvider("b")}, rules);
    const RouteExplanation explanation = explain(request(question("fast")));
    QCOMPARE(explanation.rules.size(), std::size_t(6));
    const std::vector<std::pair<std::string, RuleOutcome>> expected{
        {"team", RuleOutcome::OutOfScope}, {"off", RuleOutcome::Disabled},   {"header", RuleOutcome::NotMatched},
        {"broken", RuleOutcome::Broken},   {"failing", RuleOutcome::Failed}, {"last", RuleOutcome::Matched}};
    for (std::size_t index = 0; index < expected.size(); ++index) {
        QCOMPARE(explanation.rules[index].name, expected[index].first);
        QVERIFY2(explanation.rules[index].outcome == expected[index].second, expected[index].first.c_str());
    }
    QVERIFY(explanation.rules[2].detail.find("x-team") != std::string::npos);
    QVERIFY(explanation.rules[3].detail.find("modle") != std::string::npos);
    const auto &targets = explanation.rules[5].targets;
    QCOMPARE(targets.size(), std::size_t(2));
    QCOMPARE(targets[0].share, 0.75);
    QCOMPARE(int(targets[0].isChosen) + int(targets[1].isChosen), 1);
    const auto &chosen = targets[0].isChosen ? targets[0] : targets[1];
    QCOMPARE(explanation.targets.at(0).provider, chosen.provider);
    QCOMPARE(explanation.rulesEnd, std::string("This rule ends the search."));
}

void RouteSimulationTest::tellsWhyAKeyIsPassedOver()
{
    auto off = makeKey("off");
    off.isEnabled = false;
    auto refusing = makeKey("refusing");
    refusing.blacklistedModels = {"m"};
    setSnapshot({makeProvider("a", DialectFamily::OpenAi,
                              {off, refusing, makeKey("other", "v", {"x"}), makeKey("locked", ""), makeKey("resting"),
                               makeKey("heavy", "v", {"*"}, 3), makeKey("light", "v", {"*"}, 1)})});
    m_health->coolKey("id-of-resting", std::chrono::seconds(24));
    const RouteExplanation explanation = explain(request(question("a/m")));
    const auto &keys = explanation.attempts.at(0).trials.at(0).keys;
    const std::vector<KeyFate> fates{KeyFate::SwitchedOff,  KeyFate::ModelBlacklisted, KeyFate::ModelNotAllowed,
                                     KeyFate::WithoutValue, KeyFate::Resting,          KeyFate::Eligible,
                                     KeyFate::Eligible};
    QCOMPARE(keys.size(), fates.size());
    for (std::size_t index = 0; index < fates.size(); ++index)
        QVERIFY2(keys[index].fate == fates[index], keys[index].name.c_str());
    QCOMPARE(keys[4].rest, std::chrono::milliseconds(24'000));
    QCOMPARE(keys[5].share, 0.75);
    QCOMPARE(keys[4].share, 0.0);
    QVERIFY(keys[5].isChosen != keys[6].isChosen);
    const auto named = explain(request(question("a/m"), {{"x-bf-api-key", "light"}}));
    QVERIFY(named.attempts.at(0).trials.at(0).keys.at(5).fate == KeyFate::NotNamed);
    QCOMPARE(named.attempts.at(0).keyName, std::string("light"));
}

void RouteSimulationTest::tellsWhoMightHaveTakenABareName()
{
    auto off = makeProvider("c");
    off.isEnabled = false;
    setSnapshot({makeProvider("a"), makeProvider("b"), off});
    m_catalog->setModels("b", {"m"});
    const RouteExplanation explanation = explain(request(question("m")));
    QCOMPARE(explanation.candidates.size(), std::size_t(3));
    QVERIFY(!explanation.candidates[0].isChosen && explanation.candidates[1].isChosen);
    QCOMPARE(explanation.candidates[1].reason, std::string("It lists the model."));
    QCOMPARE(explanation.candidates[2].reason, std::string("It is turned off."));
    QVERIFY(explain(request(question("a/m"))).candidates.empty());
    serveInSilence(request(question("m")));
    const auto &notes = m_sink.records.back().notes; // a record tells it as well
    QVERIFY(std::any_of(notes.begin(), notes.end(),
                        [](const std::string &note) { return note.starts_with("b serves the bare model name"); }));
}

void RouteSimulationTest::tellsWhatFollowsAFailure()
{
    setSnapshot({makeProvider("a"), makeProvider("b"), makeProvider("c")});
    const auto asked = request(question("a/m", ",\"fallbacks\":[\"b/n\",\"gone/x\",\"mistral/y\",\"c/o\"]"));
    const RouteExplanation explanation = explain(asked);
    QCOMPARE(told(chainOf(explanation)),
             std::string("a/m main; b/n main; a/gone/x main; a/mistral/y main; c/o main; "));
    m_health->hold({"b", "n", "id-of-main"}, true);
    QCOMPARE(chainOf(explain(asked)).back(), std::string("b/n main")); // only when nothing else is left
}

void RouteSimulationTest::tellsTheLimits()
{
    auto limited = rule("limited", "");
    limited.targets = {{"a", "m", {}, 1, std::chrono::milliseconds(700)}};
    limited.fallbacks = {{"b", "n", {}}};
    auto provider = makeProvider("a");
    provider.network.maxRetries = 2;
    setSnapshot({provider, makeProvider("b")}, {limited});
    const RouteExplanation explanation = explain(request(question("x", ",\"stream\":true")));
    QCOMPARE(explanation.targets.at(0).limits.firstToken.value().count(), 700);
    QCOMPARE(explanation.targets.at(0).mostRetries, 2);
    QCOMPARE(explanation.targets.at(0).limits.head.value().count(), 600'000);
    QVERIFY(!explanation.targets.at(0).limits.total); // a stream may last
    QVERIFY(explanation.rescue == config::Rescue::Match);
    QCOMPARE(explanation.slowStartAfter.value().count(), 10'000);
    const RouteExplanation whole = explain(request(question("x")));
    QVERIFY(whole.rescue == config::Rescue::Off && !whole.slowStartAfter);
    QCOMPARE(whole.targets.at(0).limits.total.value().count(), 600'000);
    QVERIFY(!whole.targets.at(0).limits.firstToken); // only streams have one
}

void RouteSimulationTest::takesAProviderForOffline()
{
    setSnapshot({makeProvider("a"), makeProvider("b")});
    const auto asked = request(question("a/m", ",\"fallbacks\":[\"b/n\"]"));
    RoutePretences pretended;
    pretended.offlineProviders = {"a"};
    const RouteExplanation explanation = explain(asked, pretended);
    QCOMPARE(explanation.attempts.at(0).targetIndex, std::size_t(1));
    QCOMPARE(explanation.attempts.at(0).trials.size(), std::size_t(2));
    QVERIFY(!explanation.attempts.at(0).trials.at(0).isWell);
    QVERIFY(explanation.attempts.at(0).trials.at(0).health.has_value());
    QCOMPARE(explain(asked).attempts.at(0).targetIndex, std::size_t(0));
}

void RouteSimulationTest::takesAKeyForLimited()
{
    setSnapshot({makeProvider("a", DialectFamily::OpenAi, {makeKey("one"), makeKey("two")})});
    RoutePretences pretended;
    pretended.restingKeyIds = {"id-of-one"};
    for (int round = 0; round < 20; ++round)
        QCOMPARE(explain(request(question("a/m")), pretended).attempts.at(0).keyName, std::string("two"));
}

void RouteSimulationTest::tellsTheErrorThatAClientWouldGet()
{
    setSnapshot({makeProvider("a"), makeProvider("b")});
    QVERIFY(explain(request(question("m"))).error->code == ErrorCode::ModelUnresolved);
    QCOMPARE(explain(request(question("m"))).candidates.size(), std::size_t(2));
    QVERIFY(explain(request("{")).error->code == ErrorCode::MalformedJson);
    QVERIFY(explain(request(question("a/m"), {{"x-bf-vk", "sk-bf-unknown"}})).error->code
            == ErrorCode::VirtualKeyUnknown);
    const RouteExplanation keyless = explain(request(question("a/m"), {{"x-bf-api-key", "nobody"}}));
    QVERIFY(keyless.error->code == ErrorCode::NoKeyForModel);
    QVERIFY(!keyless.attempts.at(0).isMade);
    QCOMPARE(keyless.attempts.at(0).trials.at(0).keys.size(), std::size_t(1));
}

void RouteSimulationTest::saysWhenThereIsNothingToRoute()
{
    setSnapshot({makeProvider("a")});
    auto listing = request({}, {}, "/v1/models");
    listing.method = "GET";
    QVERIFY(explain(listing).error->code == ErrorCode::UnsupportedOperation);
    QVERIFY(explain(request({}, {}, "/nowhere")).error->code == ErrorCode::NotFound);
}

void RouteSimulationTest::pinsTheKeyThatARulesFallbackNames()
{
    auto always = rule("always", "");
    always.targets = {{"a", "m", {}, 1, {}}};
    always.fallbacks = {{"b", "n", "id-of-two"}};
    setSnapshot({makeProvider("a"), makeProvider("b", DialectFamily::OpenAi, {makeKey("one"), makeKey("two")})},
                {always});
    for (int round = 0; round < 20; ++round) {
        const RequestRecord record = serveInSilence(request(question("x")));
        QCOMPARE(record.attempts.at(1).keyName, std::string("two"));
        m_health->reset({"a", "m", "id-of-main"});
        m_health->reset({"b", "n", "id-of-two"});
    }
}

void RouteSimulationTest::refusesARuleWhoseProviderIsGone()
{
    auto lost = rule("lost", "");
    lost.targets = {{"gone", "m", {}, 1, {}}};
    setSnapshot({makeProvider("a")}, {lost});
    const RouteExplanation explanation = explain(request(question("x")));
    QVERIFY(explanation.error->code == ErrorCode::ProviderNotConfigured);
    QVERIFY(explanation.error->message.find("\"lost\"") != std::string::npos);
    lost.targets = {{"a", "m", {}, 1, {}}};
    lost.fallbacks = {{"gone", "m", {}}};
    setSnapshot({makeProvider("a")}, {lost});
    QCOMPARE(told(chainOf(explain(request(question("x"))))), std::string("a/m main; "));
    QVERIFY(explain(request(question("x"))).notes.at(0).find("\"gone\"") != std::string::npos);
}

void RouteSimulationTest::givesRulesTheParametersOfTheQuery()
{
    auto cheap = rule("cheap", "params[\"tier\"] == \"low cost\"");
    cheap.targets = {{"a", "small", {}, 1, {}}};
    setSnapshot({makeProvider("a")}, {cheap});
    const auto asked = [](const std::string &query) {
        return request(question("a/large"), {}, "/v1/chat/completions" + query);
    };
    QCOMPARE(explain(asked("?tier=low%20cost")).targets.at(0).model, std::string("small"));
    QCOMPARE(explain(asked("?tier=high")).targets.at(0).model, std::string("large"));
    QCOMPARE(explain(asked({})).targets.at(0).model, std::string("large"));
}

QTEST_GUILESS_MAIN(RouteSimulationTest)
#include "tst_route_simulation.moc"
