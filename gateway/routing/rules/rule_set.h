// Asks the routing rules, in their order, where a request goes.
#pragma once

#include "gateway/config/routing_rule.h"
#include "gateway/routing/cel/cel_program.h"
#include "gateway/routing/rules/routing_facts.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::routing {

// How often the rules are asked for one request at most.
constexpr int maximumChainSteps = 10;

// The expression as a program that answers true or false; the empty one always answers true.
cel::CelResult<cel::CelProgram> compileRuleExpression(std::string_view expression);

enum class RuleOutcome {
    Matched,
    NotMatched,
    Failed,     // the expression could not be evaluated; counts as no match
    Broken,     // it does not compile
    Disabled,   // switched off by a person
    OutOfScope, // for another virtual key, team or customer
    NoTarget,   // matched, but has nothing to send to
};

enum class ChainEnd {
    NoRuleMatched,
    RuleEndsIt, // the last match does not continue the chain
    Circle,     // it led to a provider and model that the chain had come to before
    TooLong,    // after maximumChainSteps
};

// One rule in one step of the chain.
struct RuleTrial {
    int step = 0;         // from 0
    std::size_t rule = 0; // index of RuleSet::rules()
    RuleOutcome outcome = RuleOutcome::NotMatched;
    std::string detail;                  // a sentence: what failed, which header is missing; or empty
    std::optional<std::size_t> target;   // of one that matched: which of the rule's targets was drawn
    bool isOfSession = false;            // the target was not drawn: it served this session before
    std::vector<Preference> preferences; // of the rule's targets, where the draw minded how they fare; else empty
};

// Stable name for the management API: "not_matched".
std::string_view ruleOutcomeName(RuleOutcome outcome);
// How a chain ended, for people.
std::string chainEndText(ChainEnd end, bool hasDecision);

// What the last rule that matched decides.
struct RuleDecision {
    std::string provider; // empty: still to be found for the model
    std::string model;
    std::string keyId;
    config::AttemptLimits limits;         // of the target; the first token's is its own before the rule's
    config::AttemptLimits fallbackLimits; // of the fallbacks
    config::RouteCare care;
    std::vector<config::RuleFallback> fallbacks; // complete: empty parts are filled
    config::RuleId ruleId;
    std::string ruleName;
    double share = 1; // of the target among those of the rule
};

struct RuleVerdict {
    std::optional<RuleDecision> decision; // none: the request goes where it would go without rules
    ChainEnd end = ChainEnd::NoRuleMatched;
    std::vector<RuleTrial> trials; // in the order in which they were made
};

// Immutable; threads may share it.
class RuleSet {
public:
    // Compiles every rule. One that does not compile is kept and never matches.
    explicit RuleSet(const std::vector<config::RoutingRule> &rules);

    // Between 0 and 1, without 1.
    using RandomSource = std::function<double()>;

    RuleVerdict ask(const RoutingFacts &facts, const RandomSource &random) const;

    struct CompiledRule {
        config::RoutingRule rule;
        cel::CelResult<cel::CelProgram> program;
    };
    // In the order in which they are asked: by scope, priority, age.
    const std::vector<CompiledRule> &rules() const { return m_rules; }
    bool isEmpty() const { return m_rules.empty(); }

    // How often each target of the rule is drawn, from 0 to 1. `preferences`: of each target, or none.
    static std::vector<double> shares(const config::RoutingRule &rule, const std::vector<Preference> &preferences = {});

    // "Why here?" in sentences, one a trial and one for the end.
    std::vector<std::string> explain(const RuleVerdict &verdict) const;

private:
    struct Match {
        std::size_t rule = 0;
        const config::RuleTarget *target = nullptr;
        double share = 1;
    };
    std::optional<Match> askOnce(const RoutingFacts &facts, const RuleVariables &variables, int step,
                                 const RandomSource &random, std::vector<RuleTrial> &trials) const;
    RuleTrial judge(std::size_t index, const RoutingFacts &facts, const RuleVariables &variables) const;

    std::vector<CompiledRule> m_rules;
};

} // namespace gateway::routing
