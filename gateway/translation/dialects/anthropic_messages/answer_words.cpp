#include "gateway/translation/dialects/anthropic_messages/answer_words.h"

#include <array>

namespace gateway::translation::anthropic {

namespace {

constexpr std::array<std::pair<std::string_view, FinishReason>, 7> stopReasons{{
    {"end_turn", FinishReason::Stop},
    {"max_tokens", FinishReason::Length},
    {"stop_sequence", FinishReason::StopSequence},
    {"tool_use", FinishReason::ToolCalls},
    {"pause_turn", FinishReason::Paused},
    {"refusal", FinishReason::Refusal},
    {"model_context_window_exceeded", FinishReason::ContextOverflow},
}};

Json numberOrNull(const std::optional<std::int64_t> &number)
{
    return number ? Json(*number) : Json();
}

} // namespace

FinishReason finishReasonOf(std::string_view stopReason)
{
    for (const auto &[name, reason] : stopReasons) {
        if (name == stopReason)
            return reason;
    }
    return FinishReason::Unknown;
}

std::string_view stopReasonFor(FinishReason reason, bool hasCalls, bool hasRefusal, ExchangeState &state)
{
    if (hasRefusal && reason == FinishReason::Stop)
        return "refusal";
    switch (reason) {
    case FinishReason::ContentFilter:
        state.answerReport.approximated("answer/stop_reason", "The provider's content filter is told as a refusal.");
        return "refusal";
    case FinishReason::Error:
        state.answerReport.approximated("answer/stop_reason",
                                        "The provider said that the answer failed, which Anthropic has no word for.");
        return "end_turn";
    case FinishReason::Unknown: return hasCalls ? "tool_use" : "end_turn";
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::Length:
    case FinishReason::ToolCalls:
    case FinishReason::Refusal:
    case FinishReason::ContextOverflow:
    case FinishReason::Paused: break;
    }
    for (const auto &[name, known] : stopReasons) {
        if (known == reason)
            return name;
    }
    return "end_turn";
}

Json stopSequenceFor(FinishReason reason, const std::string &told, const ChatRequest &request)
{
    if (!told.empty())
        return told;
    const auto &asked = request.sampling.stopSequences;
    return reason == FinishReason::StopSequence && asked.size() == 1 ? Json(asked.front()) : Json();
}

TokenUsage usageFrom(const Json &usage)
{
    TokenUsage read;
    read.uncachedInput = integerMember(usage, "input_tokens");
    read.cacheRead = integerMember(usage, "cache_read_input_tokens");
    read.cacheWrite = integerMember(usage, "cache_creation_input_tokens");
    read.output = integerMember(usage, "output_tokens");
    if (const Json *creation = findObject(usage, "cache_creation")) {
        read.cacheWriteOneHour = integerMember(*creation, "ephemeral_1h_input_tokens");
        const auto shortLived = integerMember(*creation, "ephemeral_5m_input_tokens");
        if (!read.cacheWrite && (shortLived || read.cacheWriteOneHour))
            read.cacheWrite = shortLived.value_or(0) + read.cacheWriteOneHour.value_or(0);
    }
    if (const Json *details = findObject(usage, "output_tokens_details"))
        read.reasoning = integerMember(*details, "thinking_tokens");
    return read;
}

Json usageFor(const TokenUsage &usage, std::string_view tier)
{
    Json written = {{"input_tokens", usage.uncachedInput.value_or(0)},
                    {"cache_creation_input_tokens", numberOrNull(usage.cacheWrite)},
                    {"cache_read_input_tokens", numberOrNull(usage.cacheRead)},
                    {"output_tokens", usage.output.value_or(0)}};
    if (usage.cacheWrite) {
        const std::int64_t oneHour = usage.cacheWriteOneHour.value_or(0);
        written["cache_creation"] =
            Json{{"ephemeral_5m_input_tokens", *usage.cacheWrite - oneHour}, {"ephemeral_1h_input_tokens", oneHour}};
    }
    if (usage.reasoning)
        written["output_tokens_details"] = Json{{"thinking_tokens", *usage.reasoning}};
    if (!tier.empty())
        written["service_tier"] = tier;
    return written;
}

std::string_view serviceTierFor(std::string_view tier)
{
    if (tier == "standard" || tier == "priority" || tier == "batch")
        return tier;
    return tier == "default" ? "standard" : std::string_view();
}

Result<FinishReason> settledReason(FinishReason reason, std::size_t callCount, bool hasServerCall, ExchangeState &state)
{
    if (callCount == 0) {
        if (reason != FinishReason::ToolCalls || hasServerCall)
            return reason;
        if (!state.outputTool.empty())
            return FinishReason::Stop;
        return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                          "The provider said that it calls a tool, but sent no call."));
    }
    if (reason != FinishReason::Stop && reason != FinishReason::Unknown)
        return reason;
    state.answerReport.approximated("answer/stop_reason", "The answer calls tools, so it ends with tool calls.");
    return FinishReason::ToolCalls;
}

} // namespace gateway::translation::anthropic
