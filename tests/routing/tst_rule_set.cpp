// Which rule decides, what it decides, and how that is told.
#include "gateway/routing/rules/rule_set_cache.h"

#include <QTest>

using namespace gateway;
using namespace gateway::routing;
using namespace std::chrono_literals;
using config::RoutingRule;
using config::RuleScope;

namespace {

RoutingRule rule(const char *name, const char *expression, const char *provider, const char *model)
{
    RoutingRule result;
    result.id.value = std::string("id-") + name;
    result.name = name;
    result.expression = expression;
    result.targets = {{provider, model, "", 1.0, std::nullopt}};
    return result;
}

RoutingRule chained(RoutingRule result)
{
    result.continuesChain = true;
    return result;
}

RoutingFacts asking(std::string_view model, std::string_view provider = {})
{
    RoutingFacts facts;
    facts.model = model;
    facts.provider = provider;
    facts.requestType = "chat_completion";
    return facts;
}

double never()
{
    qFatal("A single target needs no chance.");
}

std::string routeOf(const RuleVerdict &verdict)
{
    return verdict.decision ? verdict.decision->provider + "/" + verdict.decision->model : "none";
}

std::string ruleOf(const RuleVerdict &verdict)
{
    return verdict.decision ? verdict.decision->ruleName : "none";
}

} // namespace

class RuleSetTest : public QObject {
    Q_OBJECT

private slots:
    void leavesRequestsAloneThatNoRuleMatches();
    void aliasSendsToProviderAndModel();
    void emptyExpressionAlwaysMatches();
    void emptyTargetKeepsWhatWasAskedFor();
    void asksByScopeThenPriority();
    void skipsRulesOfOtherCallers();
    void keepsBrokenRulesAndSaysWhy();
    void refusesExpressionsThatGiveNoTruth();
    void missingHeaderIsNoMatch();
    void failingExpressionIsNoMatch();
    void seesHeadersAndParametersInAnyCase();
    void seesEveryVariable_data();
    void seesEveryVariable();
    void asksForUsageOncePerStepAndOnlyWhenNeeded();
    void chainGoesOnWithTheNewModel();
    void chainRefreshesUsage();
    void chainEndsInACircle();
    void chainEndsAfterTenSteps();
    void lastMatchDecidesEverything();
    void drawsTargetsByWeight();
    void drawsAmongEqualsWhenAllWeightsAreZero();
    void ruleWithoutTargetsIsPassed();
    void fillsFallbacksFromTheRequest();
    void unknownComplexityDoesNotMatch();
    void cacheCompilesOnlyChangedRules();
};

void RuleSetTest::leavesRequestsAloneThatNoRuleMatches()
{
    const RuleSet rules({rule("fast", "model == \"fast\"", "openai", "gpt-4o-mini")});
    const RuleVerdict verdict = rules.ask(asking("gpt-4o"), never);
    QVERIFY(!verdict.decision);
    QCOMPARE(verdict.end, ChainEnd::NoRuleMatched);
    QCOMPARE(verdict.trials.size(), std::size_t(1));
    QCOMPARE(verdict.trials[0].outcome, RuleOutcome::NotMatched);
    QCOMPARE(rules.explain(verdict),
             (std::vector<std::string>{"Rule \"fast\" does not match.",
                                       "No rule matches, so the request goes where it asked to go."}));
}

void RuleSetTest::aliasSendsToProviderAndModel()
{
    RoutingRule alias = rule("fast", "model == \"fast\"", "openai", "gpt-4o-mini");
    alias.targets[0].keyId = "key-1";
    alias.targets[0].firstTokenLimit = 1500ms;
    const RuleSet rules({alias});
    const RuleVerdict verdict = rules.ask(asking("fast"), never);
    QCOMPARE(routeOf(verdict), std::string("openai/gpt-4o-mini"));
    QCOMPARE(verdict.decision->keyId, std::string("key-1"));
    QVERIFY(verdict.decision->limits.firstToken == std::optional(std::chrono::milliseconds(1500)));
    QCOMPARE(verdict.decision->ruleId.value, std::string("id-fast"));
    QCOMPARE(verdict.end, ChainEnd::RuleEndsIt);
    QCOMPARE(rules.explain(verdict).back(), std::string("The request goes to openai/gpt-4o-mini by rule \"fast\"."));
}

void RuleSetTest::emptyExpressionAlwaysMatches()
{
    QCOMPARE(ruleOf(RuleSet({rule("all", "", "a", "b")}).ask(asking("x"), never)), std::string("all"));
    QCOMPARE(ruleOf(RuleSet({rule("all", " \n", "a", "b")}).ask(asking("x"), never)), std::string("all"));
}

void RuleSetTest::emptyTargetKeepsWhatWasAskedFor()
{
    QCOMPARE(routeOf(RuleSet({rule("provider", "", "azure", "")}).ask(asking("gpt-4o", "openai"), never)),
             std::string("azure/gpt-4o"));
    QCOMPARE(routeOf(RuleSet({rule("model", "", "", "gpt-5")}).ask(asking("gpt-4o", "openai"), never)),
             std::string("openai/gpt-5"));
}

void RuleSetTest::asksByScopeThenPriority()
{
    std::vector<RoutingRule> all;
    const auto add = [&all](const char *name, RuleScope scope, const char *scopeId, std::int64_t priority, int age) {
        RoutingRule each = rule(name, "false", "p", "m");
        each.scope = scope;
        each.scopeId = scopeId;
        each.priority = priority;
        each.createdAt = WallTime(std::chrono::seconds(age));
        all.push_back(each);
    };
    add("global", RuleScope::Global, "", -5, 1);
    add("customer", RuleScope::Customer, "c", 0, 1);
    add("team late", RuleScope::Team, "t", 10, 1);
    add("team early", RuleScope::Team, "t", 2, 1);
    add("key younger", RuleScope::VirtualKey, "k", 0, 9);
    add("key older", RuleScope::VirtualKey, "k", 0, 3);
    const RuleSet rules(all);
    RoutingFacts facts = asking("x");
    facts.virtualKeyId = "k";
    facts.teamId = "t";
    facts.customerId = "c";
    std::string order;
    for (const RuleTrial &trial : rules.ask(facts, never).trials)
        order += rules.rules()[trial.rule].rule.name + ";";
    QCOMPARE(order, std::string("key older;key younger;team early;team late;customer;global;"));
}

void RuleSetTest::skipsRulesOfOtherCallers()
{
    RoutingRule other = rule("team", "", "p", "m");
    other.scope = RuleScope::Team;
    other.scopeId = "t1";
    RoutingRule off = rule("off", "", "p", "m");
    off.isEnabled = false;
    const RuleSet rules({other, off});
    RoutingFacts facts = asking("x");
    QVERIFY(!rules.ask(facts, never).decision);
    facts.teamId = "t2";
    const RuleVerdict verdict = rules.ask(facts, never);
    QVERIFY(!verdict.decision);
    QCOMPARE(verdict.trials[0].outcome, RuleOutcome::OutOfScope);
    QCOMPARE(verdict.trials[1].outcome, RuleOutcome::Disabled);
    facts.teamId = "t1";
    QCOMPARE(ruleOf(rules.ask(facts, never)), std::string("team"));
}

void RuleSetTest::keepsBrokenRulesAndSaysWhy()
{
    const RuleSet rules({rule("broken", "modle == \"x\"", "p", "m"), rule("good", "true", "p", "m")});
    const RuleVerdict verdict = rules.ask(asking("x"), never);
    QCOMPARE(ruleOf(verdict), std::string("good"));
    QCOMPARE(verdict.trials[0].outcome, RuleOutcome::Broken);
    QVERIFY(verdict.trials[0].detail.starts_with("Line 1, column 1: There is no variable \"modle\"."));
    QVERIFY(!rules.rules()[0].program);
}

void RuleSetTest::refusesExpressionsThatGiveNoTruth()
{
    const auto text = compileRuleExpression("model");
    QVERIFY(!text);
    QVERIFY(text.error().message.find("type string") != std::string::npos);
    QVERIFY(!compileRuleExpression("1 + 1"));
    QVERIFY(compileRuleExpression("dyn(true)"));
    const RuleVerdict verdict = RuleSet({rule("dynamic", "dyn(1)", "p", "m")}).ask(asking("x"), never);
    QCOMPARE(verdict.trials[0].outcome, RuleOutcome::Failed);
}

void RuleSetTest::missingHeaderIsNoMatch()
{
    const RuleVerdict verdict =
        RuleSet({rule("header", "headers[\"x-team\"] == \"a\"", "p", "m")}).ask(asking("x"), never);
    QCOMPARE(verdict.trials[0].outcome, RuleOutcome::NotMatched);
    QCOMPARE(verdict.trials[0].detail, std::string("There is no key x-team."));
}

void RuleSetTest::failingExpressionIsNoMatch()
{
    const RuleVerdict verdict =
        RuleSet({rule("number", "int(model) > 1", "p", "m"), rule("second", "", "p", "m")}).ask(asking("x"), never);
    QCOMPARE(verdict.trials[0].outcome, RuleOutcome::Failed);
    QVERIFY(verdict.trials[0].detail.starts_with("Line 1, column 1: "));
    QCOMPARE(ruleOf(verdict), std::string("second"));
}

void RuleSetTest::seesHeadersAndParametersInAnyCase()
{
    const HeaderList headers{{"X-Team", "alpha"}, {"x-team", "second"}, {"Accept", "*/*"}};
    const HeaderList params{{"Tier", "gold"}};
    RoutingFacts facts = asking("x");
    facts.headers = &headers;
    facts.params = &params;
    for (const char *expression :
         {"headers[\"x-team\"] == \"alpha\"", "headers[\"X-TEAM\"] == \"alpha\"", "\"X-Team\" in headers",
          "headers.size() == 2", "headers.exists(name, name == \"x-team\")", "has(headers.accept)",
          "headers.all(name, name == name.lowerAscii())", "params[\"tier\"] == \"gold\"", "!(\"other\" in params)"})
        QVERIFY2(RuleSet({rule("r", expression, "p", "m")}).ask(facts, never).decision, expression);
}

void RuleSetTest::seesEveryVariable_data()
{
    QTest::addColumn<QString>("expression");
    for (const char *expression :
         {"model == \"gpt\"", "provider == \"openai\"", "request_type == \"chat_completion\"",
          "virtual_key_id == \"vk\"", "virtual_key_name == \"laptop\"", "team_id == \"t\"", "team_name == \"team\"",
          "customer_id == \"c\"", "customer_name == \"customer\"", "budget_used == 80.5", "tokens_used == 12.0",
          "request > 100", "complexity_tier == \"SIMPLE\"", "headers == {}", "params == {}"})
        QTest::newRow(expression) << QString::fromLatin1(expression);
}

void RuleSetTest::seesEveryVariable()
{
    QFETCH(const QString, expression);
    RoutingFacts facts = asking("gpt", "openai");
    facts.virtualKeyId = "vk";
    facts.virtualKeyName = "laptop";
    facts.teamId = "t";
    facts.teamName = "team";
    facts.customerId = "c";
    facts.customerName = "customer";
    facts.complexityTier = "SIMPLE";
    facts.usage = [](std::string_view, std::string_view) { return UsagePercentages{80.5, 12, 101}; };
    QVERIFY(RuleSet({rule("r", qPrintable(expression), "p", "m")}).ask(facts, never).decision);
    QVERIFY(!RuleSet({rule("r", qPrintable(QStringLiteral("!(%1)").arg(expression)), "p", "m")})
                 .ask(facts, never)
                 .decision);
}

void RuleSetTest::asksForUsageOncePerStepAndOnlyWhenNeeded()
{
    int asked = 0;
    RoutingFacts facts = asking("x");
    facts.usage = [&asked](std::string_view, std::string_view) {
        ++asked;
        return UsagePercentages{};
    };
    static_cast<void>(RuleSet({rule("r", "model == \"y\" && budget_used > 1", "p", "m")}).ask(facts, never));
    QCOMPARE(asked, 0);
    static_cast<void>(RuleSet({rule("r", "budget_used > 1 || tokens_used > 1", "p", "m"),
                               rule("s", "request > 1 && budget_used > 1", "p", "m")})
                          .ask(facts, never));
    QCOMPARE(asked, 1);
}

void RuleSetTest::chainGoesOnWithTheNewModel()
{
    const RuleSet rules({chained(rule("alias", "model == \"fast\"", "", "gpt-4o-mini")),
                         rule("mini", "model == \"gpt-4o-mini\"", "azure", "")});
    const RuleVerdict verdict = rules.ask(asking("fast", "openai"), never);
    QCOMPARE(routeOf(verdict), std::string("azure/gpt-4o-mini"));
    QCOMPARE(ruleOf(verdict), std::string("mini"));
    QCOMPARE(verdict.trials.back().step, 1);
    QCOMPARE(verdict.end, ChainEnd::RuleEndsIt);
}

void RuleSetTest::chainRefreshesUsage()
{
    std::vector<std::string> asked;
    RoutingFacts facts = asking("x", "openai");
    facts.usage = [&asked](std::string_view provider, std::string_view model) {
        asked.push_back(std::string(provider) + "/" + std::string(model));
        return UsagePercentages{provider == "openai" ? 95.0 : 10.0, 0, 0};
    };
    const RuleSet rules(
        {chained(rule("full", "budget_used > 90", "azure", "")), rule("room", "budget_used < 50", "", "y")});
    QCOMPARE(routeOf(rules.ask(facts, never)), std::string("azure/y"));
    QCOMPARE(asked, (std::vector<std::string>{"openai/x", "azure/x"}));
}

void RuleSetTest::chainEndsInACircle()
{
    const RuleSet rules(
        {chained(rule("there", "model == \"a\"", "", "b")), chained(rule("back", "model == \"b\"", "", "a"))});
    const RuleVerdict verdict = rules.ask(asking("a"), never);
    QCOMPARE(verdict.end, ChainEnd::Circle);
    QCOMPARE(verdict.decision->model, std::string("a"));
    QCOMPARE(verdict.decision->ruleName, std::string("back"));
    const RuleVerdict standing = RuleSet({chained(rule("self", "", "", ""))}).ask(asking("a"), never);
    QCOMPARE(standing.end, ChainEnd::Circle);
    QCOMPARE(standing.trials.size(), std::size_t(1));
}

void RuleSetTest::chainEndsAfterTenSteps()
{
    std::vector<RoutingRule> all;
    for (int number = 0; number < 30; ++number) {
        const std::string from = "model == \"m" + std::to_string(number) + "\"";
        const std::string to = "m" + std::to_string(number + 1);
        all.push_back(chained(rule(to.c_str(), from.c_str(), "", to.c_str())));
    }
    const RuleVerdict verdict = RuleSet(all).ask(asking("m0"), never);
    QCOMPARE(verdict.end, ChainEnd::TooLong);
    QCOMPARE(verdict.decision->model, std::string("m10"));
}

void RuleSetTest::lastMatchDecidesEverything()
{
    RoutingRule first = chained(rule("first", "model == \"a\"", "openai", "b"));
    first.targets[0].keyId = "key";
    first.fallbacks = {{"azure", "b", ""}};
    const RuleVerdict verdict = RuleSet({first, rule("second", "model == \"b\"", "", "c")}).ask(asking("a"), never);
    QCOMPARE(routeOf(verdict), std::string("openai/c"));
    QCOMPARE(verdict.decision->keyId, std::string());
    QVERIFY(verdict.decision->fallbacks.empty());
}

void RuleSetTest::drawsTargetsByWeight()
{
    RoutingRule weighted = rule("weighted", "", "a", "m");
    weighted.targets = {
        {"a", "m", "", 0.7, {}}, {"never", "m", "", 0.0, {}}, {"b", "m", "", 0.2, {}}, {"c", "m", "", 0.1, {}}};
    const RuleSet rules({weighted});
    const auto drawn = [&rules](double chance) {
        return rules.ask(asking("x"), [chance] { return chance; }).decision->provider;
    };
    QCOMPARE(drawn(0.0), std::string("a"));
    QCOMPARE(drawn(0.69), std::string("a"));
    QCOMPARE(drawn(0.71), std::string("b"));
    QCOMPARE(drawn(0.89), std::string("b"));
    QCOMPARE(drawn(0.91), std::string("c"));
    QCOMPARE(drawn(0.9999999999999999), std::string("c"));
    QVERIFY(qAbs(rules.ask(asking("x"), [] { return 0.8; }).decision->share - 0.2) < 1e-9);
}

void RuleSetTest::drawsAmongEqualsWhenAllWeightsAreZero()
{
    RoutingRule weighted = rule("weighted", "", "a", "m");
    weighted.targets = {{"a", "m", "", 0.0, {}}, {"b", "m", "", 0.0, {}}, {"no", "m", "", -1.0, {}}};
    const RuleSet rules({weighted});
    QCOMPARE(rules.ask(asking("x"), [] { return 0.4; }).decision->provider, std::string("a"));
    QCOMPARE(rules.ask(asking("x"), [] { return 0.6; }).decision->provider, std::string("b"));
}

void RuleSetTest::ruleWithoutTargetsIsPassed()
{
    RoutingRule empty = rule("empty", "", "a", "m");
    empty.targets.clear();
    const RuleVerdict verdict = RuleSet({empty, rule("next", "", "b", "m")}).ask(asking("x"), never);
    QCOMPARE(verdict.trials[0].outcome, RuleOutcome::NoTarget);
    QCOMPARE(ruleOf(verdict), std::string("next"));
}

void RuleSetTest::fillsFallbacksFromTheRequest()
{
    RoutingRule each = rule("r", "", "azure", "gpt-5");
    each.fallbacks = {{"groq", "", ""}, {"", "gpt-4", "key"}};
    const RuleVerdict verdict = RuleSet({each}).ask(asking("gpt-4o", "openai"), never);
    QCOMPARE(verdict.decision->fallbacks,
             (std::vector<config::RuleFallback>{{"groq", "gpt-4o", ""}, {"openai", "gpt-4", "key"}}));
}

void RuleSetTest::unknownComplexityDoesNotMatch()
{
    const RuleSet rules({rule("r", "complexity_tier == \"SIMPLE\"", "p", "m"),
                         rule("s", "complexity_tier == \"SIMPLE\" || model == \"x\"", "p", "m")});
    const RuleVerdict verdict = rules.ask(asking("x"), never);
    QCOMPARE(verdict.trials[0].outcome, RuleOutcome::NotMatched);
    QCOMPARE(ruleOf(verdict), std::string("s"));
}

void RuleSetTest::cacheCompilesOnlyChangedRules()
{
    RuleSetCache cache;
    config::ConfigSnapshot first;
    const auto empty = cache.of(first);
    QVERIFY(empty->isEmpty());
    first.routingRules = std::make_shared<const std::vector<RoutingRule>>(std::vector{rule("r", "", "p", "m")});
    const auto compiled = cache.of(first);
    QCOMPARE(compiled->rules().size(), std::size_t(1));
    const config::ConfigSnapshot second = first;
    QCOMPARE(cache.of(second).get(), compiled.get());
}

QTEST_APPLESS_MAIN(RuleSetTest)
#include "tst_rule_set.moc"
