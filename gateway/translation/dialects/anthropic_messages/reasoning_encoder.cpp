#include "gateway/translation/dialects/anthropic_messages/reasoning_encoder.h"

#include "gateway/translation/dialects/reasoning_policy.h"

#include <algorithm>

namespace gateway::translation::anthropic {

namespace {

using Mode = ReasoningOptions::Mode;

constexpr auto ownDialect = DialectId::AnthropicMessages;
constexpr std::int64_t leastBudget = 1024; // refused below
constexpr std::string_view pointer = "/thinking";

class Planner {
public:
    Planner(const ChatRequest &request, const ModelTraits &traits, const ReasoningFacts &facts,
            ConversionReport &report)
        : m_request(request)
        , m_options(request.reasoning)
        , m_traits(traits)
        , m_facts(facts)
        , m_report(report)
        , m_isOwnClient(request.dialect == ownDialect)
    {
    }

    ReasoningPlan plan()
    {
        settleMaxTokens();
        m_mode = wantedMode();
        settleMode();
        settleEffort();
        switch (m_mode) {
        case Mode::Unset: break;
        case Mode::Disabled: writeDisabled(); break;
        case Mode::Adaptive: writeAdaptive(); break;
        case Mode::Enabled: writeEnabled(); break;
        }
        addRest();
        return std::move(m_plan);
    }

private:
    void settleMaxTokens()
    {
        const auto &said = m_request.sampling.maxOutputTokens;
        m_plan.maxTokens = said.value_or(m_traits.usualOutput);
        if (!said)
            m_report.injected("/max_tokens",
                              "Anthropic demands max_tokens, so " + std::to_string(m_plan.maxTokens) + " was set.");
        if (m_traits.longestOutput > 0 && m_plan.maxTokens > m_traits.longestOutput) {
            m_plan.maxTokens = m_traits.longestOutput;
            m_report.approximated("/max_tokens",
                                  "The model's longest answer has " + std::to_string(m_plan.maxTokens) + " tokens.");
        }
    }

    // What the client means, before the model's limits.
    Mode wantedMode() const
    {
        if (m_options.mode != Mode::Unset)
            return m_options.effort == ReasoningEffort::None && !m_isOwnClient ? Mode::Disabled : m_options.mode;
        if (m_isOwnClient && !m_options.budgetTokens) // here effort is of the answer as a whole, not of thinking alone
            return Mode::Unset;
        const auto effort = effectiveEffort(m_options);
        if (effort == ReasoningEffort::None)
            return Mode::Disabled;
        return effort || m_options.budgetTokens ? Mode::Enabled : Mode::Unset;
    }

    void settleMode()
    {
        if (m_mode != Mode::Enabled && m_mode != Mode::Adaptive)
            return;
        const bool takesBudget = m_traits.takesThinkingBudget != Support::No;
        const bool takesAdaptive = m_traits.takesAdaptiveThinking == Support::Yes
                                   || (m_traits.takesAdaptiveThinking == Support::Unknown && m_isOwnClient);
        if (!takesBudget && !takesAdaptive) {
            m_report.dropped(std::string(pointer), "The model cannot think.");
            m_mode = Mode::Unset;
        } else if (m_facts.isToolForced) {
            m_report.dropped(std::string(pointer), "Anthropic's models cannot think when a tool call is demanded.");
            m_mode = Mode::Unset;
        } else if (m_mode == Mode::Adaptive && !takesAdaptive) {
            m_report.approximated(std::string(pointer), "The model takes a thinking budget only.");
            m_mode = Mode::Enabled;
        } else if (m_mode == Mode::Enabled && takesAdaptive && prefersAdaptive(takesBudget)) {
            if (m_isOwnClient)
                m_report.approximated(std::string(pointer), "The model decides itself how much it thinks.");
            m_mode = Mode::Adaptive;
        }
        // With adaptive thinking the assistant's turns need not begin with thinking.
        if (m_mode == Mode::Enabled && m_facts.continuesWithoutThinking) {
            m_report.dropped(std::string(pointer),
                             "Thinking is off for this request, because the turn that goes on has no thinking block "
                             "that Anthropic signed.");
            m_mode = Mode::Unset;
        }
    }

    // A budget that was said in tokens stays one where the model takes it.
    bool prefersAdaptive(bool takesBudget) const
    {
        if (!takesBudget)
            return true;
        const bool hasBudget = m_options.budgetTokens && *m_options.budgetTokens >= 0;
        return !hasBudget && m_traits.takesAdaptiveThinking == Support::Yes;
    }

    void settleEffort()
    {
        std::optional<ReasoningEffort> effort = m_options.effort;
        const bool isOfBudget =
            !effort && m_mode == Mode::Adaptive && m_options.budgetTokens && *m_options.budgetTokens >= 0;
        if (isOfBudget)
            effort = effortOfBudget(*m_options.budgetTokens);
        if (!effort || *effort == ReasoningEffort::None)
            return;
        const bool isUsed = m_isOwnClient || m_mode == Mode::Adaptive;
        const bool isTaken =
            m_traits.takesEffort == Support::Yes || (m_traits.takesEffort == Support::Unknown && m_isOwnClient);
        if (!isUsed || !isTaken) {
            if (m_mode != Mode::Enabled) // else the budget says it
                m_report.dropped("/output_config/effort", "The model knows no effort.");
            return;
        }
        if (*effort == ReasoningEffort::Minimal) {
            m_report.approximated("/output_config/effort", "Anthropic's lowest effort is \"low\".");
            effort = ReasoningEffort::Low;
        } else if (*effort == ReasoningEffort::ExtraHigh && !m_traits.takesExtraHighEffort) {
            m_report.approximated("/output_config/effort", "The model knows no effort \"xhigh\".");
            effort = ReasoningEffort::High;
        }
        m_plan.effort = effortName(*effort);
        if (isOfBudget)
            m_report.approximated(std::string(pointer),
                                  "The thinking budget was told as the effort \"" + m_plan.effort + "\".");
    }

    void writeDisabled()
    {
        if (!m_traits.canThinkingBeDisabled) {
            m_report.dropped(std::string(pointer), "The model's thinking cannot be switched off.");
            return;
        }
        const bool canThink =
            m_traits.takesThinkingBudget != Support::No || m_traits.takesAdaptiveThinking == Support::Yes;
        if (canThink || m_isOwnClient)
            m_plan.thinking = Json{{"type", "disabled"}};
    }

    void writeAdaptive()
    {
        m_plan.isThinking = true;
        m_plan.thinking = Json{{"type", "adaptive"}};
        writeDisplay();
    }

    void writeEnabled()
    {
        const bool isSaid = m_options.budgetTokens && *m_options.budgetTokens >= 0;
        const ReasoningEffort effort = m_options.effort.value_or(ReasoningEffort::Medium);
        std::int64_t budget = isSaid ? *m_options.budgetTokens : budgetOfEffort(effort);
        if (!isSaid)
            m_report.approximated(std::string(pointer),
                                  "The effort was told as a thinking budget of " + std::to_string(budget) + " tokens.");
        if (budget < leastBudget) {
            budget = leastBudget;
            m_report.approximated("/thinking/budget_tokens", "Anthropic's least thinking budget is 1024 tokens.");
        }
        fitBudget(budget);
        m_plan.isThinking = true;
        m_plan.thinking = Json{{"type", "enabled"}, {"budget_tokens", budget}};
        writeDisplay();
    }

    // budget_tokens < max_tokens, with room for the answer.
    void fitBudget(std::int64_t &budget)
    {
        if (m_plan.maxTokens > budget)
            return;
        const bool isSaid = m_request.sampling.maxOutputTokens.has_value();
        if (!isSaid || m_plan.maxTokens < 2 * leastBudget) {
            std::int64_t raised = budget + (isSaid ? m_plan.maxTokens : m_traits.usualOutput);
            if (isSaid) { // little is wanted: the least thinking, and the answer on top
                budget = leastBudget;
                raised = leastBudget + std::max<std::int64_t>(m_plan.maxTokens, 1);
            }
            if (m_traits.longestOutput == 0 || raised <= m_traits.longestOutput) {
                m_plan.maxTokens = raised;
                m_report.approximated("/max_tokens", "max_tokens was raised to " + std::to_string(raised)
                                                         + ", because it must be larger than the thinking budget.");
                return;
            }
            m_plan.maxTokens = m_traits.longestOutput;
        }
        budget = std::max(leastBudget, m_plan.maxTokens - std::max<std::int64_t>(leastBudget, m_plan.maxTokens / 4));
        m_report.approximated("/thinking/budget_tokens", "The thinking budget was lowered to " + std::to_string(budget)
                                                             + " tokens, because it must be below max_tokens.");
    }

    void writeDisplay()
    {
        if (!m_options.includesText)
            return;
        // Newer than some servers behind this dialect: only where it is known, or was said in these words.
        const bool isTaken = m_isOwnClient || m_traits.takesAdaptiveThinking == Support::Yes;
        if (isTaken)
            m_plan.thinking["display"] = *m_options.includesText ? "summarized" : "omitted";
        else if (!*m_options.includesText)
            m_report.approximated("/thinking/display", "The model always tells what it thinks.");
    }

    // Members of `thinking` that the hub has no word for.
    void addRest()
    {
        const Json *rest = m_request.extensions.find(ownDialect, "thinking");
        if (!rest || !rest->is_object())
            return;
        if (m_plan.thinking.is_null()) {
            if (!rest->contains("type"))
                return;
            m_plan.thinking = Json::object();
            m_plan.isThinking = true;
        }
        for (const auto &[name, value] : rest->items())
            m_plan.thinking[name] = value;
    }

    const ChatRequest &m_request;
    const ReasoningOptions &m_options;
    const ModelTraits &m_traits;
    const ReasoningFacts &m_facts;
    ConversionReport &m_report;
    const bool m_isOwnClient;
    Mode m_mode = Mode::Unset;
    ReasoningPlan m_plan;
};

} // namespace

ReasoningPlan planReasoning(const ChatRequest &request, const ModelTraits &traits, const ReasoningFacts &facts,
                            ConversionReport &report)
{
    return Planner(request, traits, facts, report).plan();
}

} // namespace gateway::translation::anthropic
