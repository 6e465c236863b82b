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

// What targets weigh in a draw; negative weights, which nobody may store, are never drawn.
struct DrawWeights {
    explicit DrawWeights(const std::vector<RuleTarget> &targets)
    {
        for (const RuleTarget &target : targets) {
            total += std::max(target.weight, 0.0);
            count += target.weight >= 0 ? 1 : 0;
        }
        whole = total > 0 ? total : static_cast<double>(count);
    }
    double of(const RuleTarget &target) const
    {
        if (target.weight < 0)
            return 0;
        return total > 0 ? target.weight : 1.0;
    }

    double total = 0;
    std::size_t count = 0;
    double whole = 0;
};

double shareOf(const RuleTarget &target, const std::vector<RuleTarget> &targets)
{
    const DrawWeights weights(targets);
    return weights.whole > 0 ? weights.of(target) / weights.whole : 0;
}

// A target drawn by weight, with its share.
std::pair<const RuleTarget *, double> drawTarget(const std::vector<RuleTarget> &targets,
                                                 const RuleSet::RandomSource &random)
{
    const DrawWeights weights(targets);
    double drawn = weights.count > 1 ? random() * weights.whole : 0;
    const RuleTarget *last = nullptr;
    for (const RuleTarget &target : targets) {
        if (weights.of(target) <= 0)
            continue;
        last = &target;
        drawn -= weights.of(target);
        if (drawn < 0)
            break;
    }
    return {last, last ? weights.of(*last) / weights.whole : 0};
}

// The target that served the session before, when the rule has it.
const RuleTarget *targetOfSession(const std::vector<RuleTarget> &targets, const RoutingFacts &facts)
{
    if (facts.sessionProvider.empty() || targets.size() < 2)
        return nullptr;
    const auto found = std::find_if(targets.begin(), targets.end(), [&facts](const RuleTarget &target) {
        return target.weight > 0 && target.provider == facts.sessionProvider && target.model == facts.sessionModel;
    });
    return found == targets.end() ? nullptr : &*found;
}

std::string_view either(const std::string &wanted, std::string_view otherwise)
{
    return wanted.empty() ? otherwise : std::string_view(wanted);
}

std::string routeName(std::string_view provider, std::string_view model)
{
    return provider.empty() ? std::string(model) : std::string(provider) + "/" + std::string(model);
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
    decision.firstTokenLimit = target.firstTokenLimit;
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

std::vector<double> RuleSet::shares(const RoutingRule &rule)
{
    std::vector<double> shares;
    for (const RuleTarget &target : rule.targets)
        shares.push_back(shareOf(target, rule.targets));
    return shares;
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
            const std::vector<RuleTarget> &targets = m_rules[index].rule.targets;
            match.target = targetOfSession(targets, facts);
            trial.isOfSession = match.target != nullptr;
            if (trial.isOfSession)
                match.share = shareOf(*match.target, targets);
            else
                std::tie(match.target, match.share) = drawTarget(targets, random);
            if (match.target)
                trial.target = static_cast<std::size_t>(match.target - m_rules[index].rule.targets.data());
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
        sentences.push_back(std::move(sentence));
    }
    sentences.push_back(chainEndText(verdict.end, verdict.decision.has_value()));
    if (verdict.decision)
        sentences.push_back("The request goes to " + routeName(verdict.decision->provider, verdict.decision->model)
                            + " by rule \"" + verdict.decision->ruleName + "\".");
    return sentences;
}

} // namespace gateway::routing
