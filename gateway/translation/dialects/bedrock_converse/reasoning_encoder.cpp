#include "gateway/translation/dialects/bedrock_converse/reasoning_encoder.h"

#include "gateway/translation/dialects/anthropic_messages/reasoning_encoder.h"
#include "gateway/translation/dialects/bedrock_converse/extras.h"
#include "gateway/translation/dialects/reasoning_policy.h"

namespace gateway::translation::bedrock {

namespace {

using Mode = ReasoningOptions::Mode;

std::string_view modeWord(Mode mode)
{
    switch (mode) {
    case Mode::Disabled: return "disabled";
    case Mode::Enabled: return "enabled";
    case Mode::Adaptive: return "adaptive";
    case Mode::Unset: break;
    }
    return {};
}

// As the client said it; which model stands behind the id is the client's knowledge.
ReasoningPlan asSaid(const ChatRequest &request, const ModelTraits &traits)
{
    const ReasoningOptions &options = request.reasoning;
    ReasoningPlan plan;
    plan.maxTokens = request.sampling.maxOutputTokens;
    const std::string_view effort = options.effort ? effortName(*options.effort) : std::string_view();
    if (traits.family == ModelFamily::Nova && options.mode != Mode::Unset && !options.budgetTokens) {
        Json nova = {{"type", options.mode == Mode::Enabled ? "enabled" : "disabled"}};
        if (!effort.empty())
            nova["maxReasoningEffort"] = effort;
        plan.modelFields["reasoningConfig"] = std::move(nova);
        return plan;
    }
    if (traits.family == ModelFamily::GptOss && !effort.empty()) {
        plan.modelFields["reasoning_effort"] = effort;
        return plan;
    }
    plan.effort = effort;
    if (options.mode == Mode::Unset)
        return plan;
    Json thinking = {{"type", modeWord(options.mode)}};
    if (options.budgetTokens)
        thinking["budget_tokens"] = *options.budgetTokens;
    if (options.includesText)
        thinking["display"] = *options.includesText ? "summarized" : "omitted";
    if (const Json *rest = request.extensions.find(ownDialect, "thinking"); rest && rest->is_object())
        thinking.update(*rest);
    plan.modelFields["thinking"] = std::move(thinking);
    plan.isThinking = options.mode != Mode::Disabled;
    return plan;
}

// Claude takes what it takes at Anthropic; only max_tokens may be left out here as long as it does not think.
ReasoningPlan planForClaude(const ChatRequest &request, const ModelTraits &traits, const ReasoningFacts &facts,
                            ConversionReport &report)
{
    ConversionReport notes;
    anthropic::ReasoningPlan planned =
        anthropic::planReasoning(request, traits.claude, {facts.isToolForced, facts.continuesWithoutThinking}, notes);
    const bool sendsMaxTokens = request.sampling.maxOutputTokens || planned.isThinking;
    for (const ConversionNote &note : notes.notes()) {
        switch (note.kind) {
        case ConversionNote::Kind::Dropped: report.dropped(note.pointer, note.reason); break;
        case ConversionNote::Kind::Approximated: report.approximated(note.pointer, note.reason); break;
        case ConversionNote::Kind::Renamed: report.renamed(note.pointer, note.reason); break;
        case ConversionNote::Kind::Injected:
            if (sendsMaxTokens)
                report.injected(note.pointer, "max_tokens was set to " + std::to_string(planned.maxTokens)
                                                  + ", because it must be larger than the thinking budget.");
            break;
        }
    }
    ReasoningPlan plan;
    plan.isThinking = planned.isThinking;
    plan.effort = std::move(planned.effort);
    if (sendsMaxTokens)
        plan.maxTokens = planned.maxTokens;
    // Claude Code sends it to every model; Bedrock passes fields on as they are, and older Claudes refuse what they do not know.
    const bool takesDisplay = traits.claude.takesAdaptiveThinking == anthropic::Support::Yes;
    if (!takesDisplay && findMember(planned.thinking, "display")) {
        if (textMember(planned.thinking, "display") == "omitted")
            report.approximated("/thinking/display", "The model always tells what it thinks.");
        planned.thinking.erase("display");
    }
    if (!planned.thinking.is_null() && textMember(planned.thinking, "type") != "disabled") // the default
        plan.modelFields["thinking"] = std::move(planned.thinking);
    return plan;
}

// Families with three levels: the nearest one.
std::string_view levelOf(ReasoningEffort effort, ConversionReport &report)
{
    switch (effort) {
    case ReasoningEffort::None: break;
    case ReasoningEffort::Low: return "low";
    case ReasoningEffort::Medium: return "medium";
    case ReasoningEffort::High: return "high";
    case ReasoningEffort::Minimal:
        report.approximated("/reasoning/effort", "The model's lowest effort is \"low\".");
        return "low";
    case ReasoningEffort::ExtraHigh:
    case ReasoningEffort::Maximum:
        report.approximated("/reasoning/effort", "The model's highest effort is \"high\".");
        return "high";
    }
    return {};
}

} // namespace

ReasoningPlan planReasoning(const ChatRequest &request, const ModelTraits &traits, const ReasoningFacts &facts,
                            ConversionReport &report)
{
    if (request.dialect == ownDialect)
        return asSaid(request, traits);
    if (traits.isClaude())
        return planForClaude(request, traits, facts, report);
    ReasoningPlan plan;
    plan.maxTokens = request.sampling.maxOutputTokens;
    const bool isWanted = request.reasoning.mode == Mode::Enabled || request.reasoning.mode == Mode::Adaptive;
    auto effort = effectiveEffort(request.reasoning);
    if (!effort && isWanted)
        effort = ReasoningEffort::Medium;
    if (!effort)
        return plan;
    const bool isNova = traits.takesNovaEffort;
    const bool isGptOss = traits.family == ModelFamily::GptOss;
    if (*effort == ReasoningEffort::None) {
        if (isGptOss)
            report.dropped("/reasoning/effort", "The model's reasoning cannot be switched off.");
        return plan; // off is the default elsewhere
    }
    if (!isNova && !isGptOss) {
        report.dropped("/reasoning", "The model takes no options of reasoning.");
        return plan;
    }
    if (request.reasoning.budgetTokens && !request.reasoning.effort)
        report.approximated("/reasoning", "The thinking budget was told as an effort.");
    if (request.reasoning.includesText == std::optional(isNova)) // Nova hides its thoughts, and GPT OSS never
        report.approximated("/reasoning", isNova ? "The model does not tell what it thinks."
                                                 : "The model always tells what it thinks.");
    const std::string_view level = levelOf(*effort, report);
    if (isGptOss) {
        plan.modelFields["reasoning_effort"] = level;
        return plan;
    }
    plan.modelFields["reasoningConfig"] = Json{{"type", "enabled"}, {"maxReasoningEffort", level}};
    plan.isThinking = level == "high"; // Nova refuses limits and sampling options then
    if (plan.isThinking && plan.maxTokens) {
        plan.maxTokens.reset();
        report.dropped("/max_tokens", "Nova takes no limit of tokens together with a high effort.");
    }
    return plan;
}

} // namespace gateway::translation::bedrock
