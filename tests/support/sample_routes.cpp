#include "tests/support/sample_routes.h"

namespace support {

using namespace gateway::api;

namespace {

RoutingRuleView rule(const char *id, const char *name, const char *expression, const QList<RuleTargetView> &targets)
{
    RoutingRuleView view;
    view.id = QLatin1String(id);
    view.name = QString::fromUtf8(name);
    view.expression = QString::fromUtf8(expression);
    view.targets = targets;
    return view;
}

RuleTargetView target(const char *provider, const char *model, double weight)
{
    return {QLatin1String(provider), QLatin1String(model), {}, weight, {}};
}

RuleTrialView trial(const RoutingRuleView &rule, RuleOutcome outcome, const char *detail)
{
    RuleTrialView view;
    view.id = rule.id;
    view.name = rule.name;
    view.expression = rule.expression;
    view.outcome = outcome;
    view.detail = QString::fromUtf8(detail);
    return view;
}

QList<RoutingRuleView> sampleRules()
{
    RoutingRuleView medium = rule("r-medium", "medium", "model == \"medium\"",
                                  {target("anthropic", "claude-sonnet-5-5", 0.9), target("openai", "gpt-5.4", 0.1)});
    medium.targets[0].firstTokenLimitMs = 20'000;
    medium.fallbacks = {{QStringLiteral("mistral"), QStringLiteral("mistral-large-3"), {}}};
    RoutingRuleView fast = rule("r-fast", "fast", "model == \"fast\"", {target("openai", "gpt-5.4-nano", 1)});
    RoutingRuleView budget =
        rule("r-budget", "Near the budget, go small", "budget_used > 90 && model in [\"medium\", \"deep\"]",
             {target("openai", "gpt-5.4-nano", 1)});
    RoutingRuleView long_ =
        rule("r-long", "Long answers to Mistral", "int(params[\"max_tokens\"]) > 64000", {target("mistral", "", 1)});
    RoutingRuleView legal =
        rule("r-legal", "EU data stays in the EU", "headers[\"x-team\"] == \"legal\"", {target("mistral", "", 1)});
    legal.isEnabled = false;
    return {medium, fast, budget, long_, legal};
}

KeyTrialView key(const char *name, KeyFate fate, bool isChosen, double share)
{
    KeyTrialView view;
    view.id = view.name = QLatin1String(name);
    view.fate = fate;
    view.isChosen = isChosen;
    view.share = share;
    view.weight = 1;
    return view;
}

TargetTrialView targetTrial(int index, const char *provider, const char *model, const QList<KeyTrialView> &keys)
{
    TargetTrialView view;
    view.targetIndex = index;
    view.provider = QLatin1String(provider);
    view.model = QLatin1String(model);
    view.keys = keys;
    for (const KeyTrialView &each : keys) {
        if (each.isChosen)
            view.keyName = each.name;
    }
    return view;
}

} // namespace

RouteExplanationView sampleExplanation()
{
    const QList<RoutingRuleView> rules = sampleRules();
    RouteExplanationView view;
    view.method = QStringLiteral("POST");
    view.path = QStringLiteral("/anthropic/v1/messages");
    view.operation = QStringLiteral("chat_completion_stream");
    view.isStream = true;
    view.askedModel = QStringLiteral("medium");
    view.sessionId = QStringLiteral("0b1f7c52");
    view.rules = {trial(rules[2], RuleOutcome::NotMatched, ""),
                  trial(rules[3], RuleOutcome::NotMatched, "There is no \"max_tokens\"."),
                  trial(rules[4], RuleOutcome::Disabled, ""), trial(rules[0], RuleOutcome::Matched, "")};
    view.rules.last().targets = {
        {QStringLiteral("anthropic"), QStringLiteral("claude-sonnet-5-5"), 0.9, 0.9, true, false, {}},
        {QStringLiteral("openai"), QStringLiteral("gpt-5.4"), 0.1, 0.1, false, false, {}}};
    PlannedTargetView first{
        QStringLiteral("anthropic"), QStringLiteral("claude-sonnet-5-5"), {}, 10'000, 600'000, 20'000, 120'000, {}, 2};
    PlannedTargetView second{
        QStringLiteral("mistral"), QStringLiteral("mistral-large-3"), {}, 10'000, 600'000, {}, 120'000, {}, 0};
    view.targets = {first, second};
    PlannedAttemptView now;
    now.keyName = QStringLiteral("work");
    KeyTrialView resting = key("trial", KeyFate::Resting, false, 0);
    resting.rest = std::chrono::seconds(24);
    now.trials = {targetTrial(0, "anthropic", "claude-sonnet-5-5",
                              {key("work", KeyFate::Eligible, true, 0.75), key("team", KeyFate::Eligible, false, 0.25),
                               key("personal", KeyFate::ModelNotAllowed, false, 0), resting})};
    PlannedAttemptView next;
    next.targetIndex = 1;
    next.keyName = QStringLiteral("main");
    next.trials = {targetTrial(1, "mistral", "mistral-large-3", {key("main", KeyFate::Eligible, true, 1)})};
    view.attempts = {now, next};
    view.rescue = Rescue::Match;
    view.slowStartAfterMs = 10'000;
    view.longestRetryAfterMs = 5'000;
    return view;
}

void fillWithRoutes(FakeGateway &gateway)
{
    gateway.storedRules = sampleRules();
    gateway.explanation = sampleExplanation();
    TargetHealthView open;
    open.provider = QStringLiteral("mistral");
    open.model = QStringLiteral("mistral-large-3");
    open.keyId = open.keyName = QStringLiteral("main");
    open.state = CircuitState::Open;
    open.failuresInARow = 7;
    open.lastFailure = QStringLiteral("The provider answered 503: the model is overloaded.");
    open.opensUntil = QDateTime::currentDateTimeUtc().addSecs(41);
    TargetHealthView held;
    held.provider = QStringLiteral("openai");
    held.model = QStringLiteral("gpt-5.4");
    held.keyId = held.keyName = QStringLiteral("work");
    held.isHeld = true;
    gateway.board.targets = {open, held};
    gateway.board.restingKeys = {{QStringLiteral("anthropic"), QStringLiteral("trial"), QStringLiteral("trial"),
                                  QDateTime::currentDateTimeUtc().addSecs(24)}};
}

} // namespace support
