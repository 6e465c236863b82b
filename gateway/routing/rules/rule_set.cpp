#include "gateway/routing/rules/rule_set.h"

#include <algorithm>
#include <tuple>

namespace gateway::routing {

using cel::CelProblemKind;
using cel::CelType;
using config::RoutingRule;
using config::RuleScope;
using config::RuleTarget;

namespace {

bool isInScope(const RoutingRule &rule, const RoutingFacts &facts)
{
    switch (rule.scope) {
    case RuleScope::Global: return true;
    case RuleScope::VirtualKey: return !facts.virtualKeyId.empty() && rule.scopeId == facts.virtualKeyId;
    case RuleScope::Team: return !facts.teamId.empty() && rule.scopeId == facts.teamId;
    case RuleScope::Customer: return !facts.customerId.empty() && rule.scopeId == facts.customerId;
    }
    return false;
}

// What each target has of a draw, from 0 to 1; negative weights, which nobody may store, are never drawn. Without any
// weight all are alike.
std::vector<double> sharesOf(const std::vector<RuleTarget> &targets, const std::vector<Preference> &preferences)
{
    const bool isWeighted =
        std::any_of(targets.begin(), targets.end(), [](const RuleTarget &target) { return target.weight > 0; });
    std::vector<double> shares;
    double whole = 0;
    for (std::size_t index = 0; index < targets.size(); ++index) {
        double share = isWeighted ? std::max(targets[index].weight, 0.0) : targets[index].weight < 0 ? 0.0 : 1.0;
        if (index < preferences.size())
            share *= preferences[index].factor;
        shares.push_back(share);
        whole += share;
    }
    for (double &share : shares)
        share = whole > 0 ? share / whole : 0;
    return shares;
}

// A target drawn by its share; nothing when none can be drawn.
std::optional<std::size_t> drawTarget(const std::vector<double> &shares, const RuleSet::RandomSource &random)
{
    double drawn = shares.size() > 1 ? random() : 0;
    std::optional<std::size_t> last;
    for (std::size_t index = 0; index < shares.size(); ++index) {
        if (shares[index] <= 0)
            continue;
        last = index;
        drawn -= shares[index];
        if (drawn < 0)
            break;
    }
    return last;
}

std::string_view either(const std::string &wanted, std::string_view otherwise)
{
    return wanted.empty() ? otherwise : std::string_view(wanted);
}

// How the targets fare, where the rule minds it.
std::vector<Preference> preferencesOf(const RoutingRule &rule, const RoutingFacts &facts, std::string_view provider,
                                      std::string_view model)
{
    const bool minds = rule.care.isBalanced.value_or(facts.balancesByItself);
    if (!minds || !facts.preferences || rule.targets.size() < 2)
        return {};
    std::vector<DrawCandidate> candidates;
    for (const RuleTarget &target : rule.targets)
        candidates.push_back({either(target.provider, provider), either(target.model, model), target.keyId});
    return facts.preferences(candidates);
}

// The target that served the session before, when the rule has it.
std::optional<std::size_t> targetOfSession(const std::vector<RuleTarget> &targets, const RoutingFacts &facts)
{
    if (facts.sessionProvider.empty() || targets.size() < 2)
        return std::nullopt;
    const auto found = std::find_if(targets.begin(), targets.end(), [&facts](const RuleTarget &target) {
        return target.weight > 0 && target.provider == facts.sessionProvider && target.model == facts.sessionModel;
    });
    if (found == targets.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - targets.begin());
}

std::string routeName(std::string_view provider, std::string_view model)
{
    return provider.empty() ? std::string(model) : std::string(provider) + "/" + std::string(model);
}

// What the draw minded, target by target.
std::string balanceText(const RoutingRule &rule, const RuleTrial &trial)
{
    const std::vector<double> shares = sharesOf(rule.targets, trial.preferences);
    std::string text = "The draw minded how the targets fare:";
    for (std::size_t index = 0; index < rule.targets.size(); ++index) {
        const RuleTarget &target = rule.targets[index];
        text += (index > 0 ? "; " : " ") + routeName(target.provider, target.model) + " "
                + std::to_string(static_cast<int>(shares[index] * 100 + 0.5)) + " %";
        if (!trial.preferences[index].why.empty())
            text += " (" + trial.preferences[index].why + ")";
    }
    return text + ".";
}

std::string outcomeText(RuleOutcome outcome)
{
    switch (outcome) {
    case RuleOutcome::Matched: return "matches";
    case RuleOutcome::NotMatched: return "does not match";
    case RuleOutcome::Failed: return "could not be evaluated";
    case RuleOutcome::Broken: return "is skipped: its expression is wrong";
    case RuleOutcome::Disabled: return "is skipped: it is switched off";
    case RuleOutcome::OutOfScope: return "is skipped: it is not for this caller";
    case RuleOutcome::NoTarget: return "matches, but has no target";
    }
    return {};
}

RuleDecision decisionOf(const RoutingRule &rule, const RuleTarget &target, double share, const RoutingFacts &facts,
                        std::string_view provider, std::string_view model)
{
    RuleDecision decision;
    decision.provider = either(target.provider, provider);
    decision.model = either(target.model, model);
    decision.keyId = target.keyId;
    decision.limits = decision.fallbackLimits = rule.limits;
    if (target.firstTokenLimit)
        decision.limits.firstToken = target.firstTokenLimit;
    decision.care = rule.care;
    decision.fallbacks = rule.fallbacks;
    for (config::RuleFallback &fallback : decision.fallbacks) {
        if (fallback.provider.empty())
            fallback.provider = facts.provider;
        if (fallback.model.empty())
            fallback.model = facts.model;
    }
    decision.ruleId = rule.id;
    decision.ruleName = rule.name;
    decision.share = share;
    return decision;
}

} // namespace

std::string chainEndText(ChainEnd end, bool hasDecision)
{
    switch (end) {
    case ChainEnd::NoRuleMatched:
        return hasDecision ? "No further rule matches." : "No rule matches, so the request goes where it asked to go.";
    case ChainEnd::RuleEndsIt: return "This rule ends the search.";
    case ChainEnd::Circle: return "The rules lead back to where they have been, so the search ends here.";
    case ChainEnd::TooLong:
        return "The rules were asked " + std::to_string(maximumChainSteps) + " times, so the search ends here.";
    }
    return {};
}

std::string_view ruleOutcomeName(RuleOutcome outcome)
{
    switch (outcome) {
    case RuleOutcome::Matched: return "matched";
    case RuleOutcome::NotMatched: return "not_matched";
    case RuleOutcome::Failed: return "failed";
    case RuleOutcome::Broken: return "broken";
    case RuleOutcome::Disabled: return "disabled";
    case RuleOutcome::OutOfScope: return "out_of_scope";
    case RuleOutcome::NoTarget: return "no_target";
    }
    return "not_matched";
}

std::vector<double> RuleSet::shares(const RoutingRule &rule, const std::vector<Preference> &preferences)
{
    return sharesOf(rule.targets, preferences);
}

cel::CelResult<cel::CelProgram> compileRuleExpression(std::string_view expression)
{
    const bool isEmpty = expression.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
    auto program = cel::compileCel(isEmpty ? "true" : expression, ruleDeclarations());
    if (!program)
        return program;
    const CelType::Kind kind = program->resultType().kind;
    if (kind != CelType::Kind::Bool && kind != CelType::Kind::Dyn)
        return tl::unexpected(cel::problemAt(CelProblemKind::TypeMismatch, expression, 0,
                                             "A rule must answer true or false; this expression gives a value of type "
                                                 + nameOf(program->resultType()) + "."));
    return program;
}

RuleSet::RuleSet(const std::vector<RoutingRule> &rules)
{
    m_rules.reserve(rules.size());
    for (const RoutingRule &rule : rules)
        m_rules.push_back({rule, compileRuleExpression(rule.expression)});
    const auto rank = [](const CompiledRule &each) {
        return std::tie(each.rule.scope, each.rule.priority, each.rule.createdAt, each.rule.id.value);
    };
    std::stable_sort(m_rules.begin(), m_rules.end(),
                     [&rank](const CompiledRule &left, const CompiledRule &right) { return rank(left) < rank(right); });
}

RuleTrial RuleSet::judge(std::size_t index, const RoutingFacts &facts, const RuleVariables &variables) const
{
    const CompiledRule &compiled = m_rules[index];
    RuleTrial trial;
    trial.rule = index;
    if (!compiled.rule.isEnabled) {
        trial.outcome = RuleOutcome::Disabled;
    } else if (!isInScope(compiled.rule, facts)) {
        trial.outcome = RuleOutcome::OutOfScope;
    } else if (!compiled.program) {
        trial.outcome = RuleOutcome::Broken;
        trial.detail = toError(compiled.program.error()).message;
    } else {
        const auto value = evaluate(*compiled.program, variables);
        if (value && value->kind() == cel::CelKind::Bool) {
            trial.outcome = value->asBool() ? RuleOutcome::Matched : RuleOutcome::NotMatched;
        } else if (value) {
            trial.outcome = RuleOutcome::Failed;
            trial.detail = "The expression gives neither true nor false, but " + toText(*value) + ".";
        } else {
            // A header that the request does not have is no mistake of the rule.
            const CelProblemKind kind = value.error().kind;
            const bool isAbsence = kind == CelProblemKind::NoSuchKey || kind == CelProblemKind::Unknown;
            trial.outcome = isAbsence ? RuleOutcome::NotMatched : RuleOutcome::Failed;
            trial.detail = isAbsence ? value.error().message : toError(value.error()).message;
        }
    }
    return trial;
}

std::optional<RuleSet::Match> RuleSet::askOnce(const RoutingFacts &facts, const RuleVariables &variables, int step,
                                               const RandomSource &random, std::vector<RuleTrial> &trials) const
{
    for (std::size_t index = 0; index < m_rules.size(); ++index) {
        RuleTrial trial = judge(index, facts, variables);
        const bool isSkipped = trial.outcome == RuleOutcome::Disabled || trial.outcome == RuleOutcome::OutOfScope
                               || trial.outcome == RuleOutcome::Broken;
        if (isSkipped && step > 0)
            continue; // told in the first step
        trial.step = step;
        Match match{index};
        if (trial.outcome == RuleOutcome::Matched) {
            const RoutingRule &rule = m_rules[index].rule;
            trial.preferences = preferencesOf(rule, facts, variables.provider(), variables.model());
            const std::vector<double> shares = sharesOf(rule.targets, trial.preferences);
            trial.target = targetOfSession(rule.targets, facts);
            trial.isOfSession = trial.target.has_value();
            if (!trial.target)
                trial.target = drawTarget(shares, random);
            if (trial.target)
                match = {index, &rule.targets[*trial.target], shares[*trial.target]};
            else
                trial.outcome = RuleOutcome::NoTarget;
        }
        trials.push_back(std::move(trial));
        if (match.target)
            return match;
    }
    return std::nullopt;
}

RuleVerdict RuleSet::ask(const RoutingFacts &facts, const RandomSource &random) const
{
    RuleVerdict verdict;
    RuleVariables variables(facts);
    std::string provider(facts.provider);
    std::string model(facts.model);
    std::vector<std::pair<std::string, std::string>> visited;
    for (int step = 0; step < maximumChainSteps; ++step) {
        visited.emplace_back(provider, model);
        variables.setTarget(provider, model);
        const auto match = askOnce(facts, variables, step, random, verdict.trials);
        if (!match)
            return verdict;
        const RoutingRule &rule = m_rules[match->rule].rule;
        verdict.decision = decisionOf(rule, *match->target, match->share, facts, provider, model);
        if (!rule.continuesChain) {
            verdict.end = ChainEnd::RuleEndsIt;
            return verdict;
        }
        provider = verdict.decision->provider;
        model = verdict.decision->model;
        if (std::find(visited.begin(), visited.end(), std::pair(provider, model)) != visited.end()) {
            verdict.end = ChainEnd::Circle;
            return verdict;
        }
    }
    verdict.end = ChainEnd::TooLong;
    return verdict;
}

std::vector<std::string> RuleSet::explain(const RuleVerdict &verdict) const
{
    std::vector<std::string> sentences;
    for (const RuleTrial &trial : verdict.trials) {
        std::string sentence = "Rule \"" + m_rules[trial.rule].rule.name + "\" " + outcomeText(trial.outcome) + ".";
        if (!trial.detail.empty())
            sentence += " " + trial.detail;
        if (trial.isOfSession)
            sentence += " The session stays with the target that served it before.";
        if (trial.target && *trial.target < trial.preferences.size())
            sentence += " " + balanceText(m_rules[trial.rule].rule, trial);
        sentences.push_back(std::move(sentence));
    }
    sentences.push_back(chainEndText(verdict.end, verdict.decision.has_value()));
    if (verdict.decision)
        sentences.push_back("The request goes to " + routeName(verdict.decision->provider, verdict.decision->model)
                            + " by rule \"" + verdict.decision->ruleName + "\".");
    return sentences;
}

} // namespace gateway::routing
