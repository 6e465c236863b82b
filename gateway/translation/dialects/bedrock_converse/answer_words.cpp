#include "gateway/translation/dialects/bedrock_converse/answer_words.h"

#include "gateway/translation/json/object_writer.h"

#include <array>

namespace gateway::translation::bedrock {

namespace {

constexpr std::array<std::pair<std::string_view, FinishReason>, 10> stopReasons{{
    {"end_turn", FinishReason::Stop},
    {"tool_use", FinishReason::ToolCalls},
    {"max_tokens", FinishReason::Length},
    {"stop_sequence", FinishReason::StopSequence},
    {"content_filtered", FinishReason::ContentFilter},
    {"guardrail_intervened", FinishReason::ContentFilter},
    {"malformed_model_output", FinishReason::Error},
    {"malformed_tool_use", FinishReason::Error},
    {"model_context_window_exceeded", FinishReason::ContextOverflow},
    {"refusal", FinishReason::Refusal}, // Claude's own word, should it come through
}};

struct ExceptionRow {
    std::string_view name; // in streams; in bodies it begins with a capital
    int status;
};

constexpr std::array exceptionRows{
    ExceptionRow{"validationException", 400},       ExceptionRow{"accessDeniedException", 403},
    ExceptionRow{"resourceNotFoundException", 404}, ExceptionRow{"modelTimeoutException", 408},
    ExceptionRow{"modelErrorException", 424},       ExceptionRow{"modelStreamErrorException", 424},
    ExceptionRow{"throttlingException", 429},       ExceptionRow{"modelNotReadyException", 429},
    ExceptionRow{"internalServerException", 500},   ExceptionRow{"serviceUnavailableException", 503},
};

// "com.amazon.coral.service#ThrottlingException" -> "throttlingException"
std::string shortName(std::string_view type)
{
    if (const auto hash = type.rfind('#'); hash != std::string_view::npos)
        type.remove_prefix(hash + 1);
    std::string name(type.substr(0, type.find(':')));
    if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z')
        name.front() = static_cast<char>(name.front() - 'A' + 'a');
    return name;
}

int statusOf(const std::string &name, const Json &payload)
{
    if (const auto original = integerMember(payload, "originalStatusCode");
        original && *original >= 400 && *original < 600)
        return static_cast<int>(*original);
    for (const ExceptionRow &row : exceptionRows) {
        if (row.name == name)
            return row.status;
    }
    return 500;
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

std::string_view stopReasonFor(FinishReason reason, std::string_view rawReason, bool hasCalls, ExchangeState &state)
{
    switch (reason) {
    case FinishReason::Unknown: return hasCalls ? "tool_use" : "end_turn";
    case FinishReason::Refusal:
        state.answerReport.approximated("answer/stopReason", "A refusal is told as filtered content.");
        return "content_filtered";
    case FinishReason::Paused:
        state.answerReport.approximated("answer/stopReason", "Bedrock has no word for a turn that is to go on.");
        return "end_turn";
    case FinishReason::ContentFilter:
        return rawReason == "guardrail_intervened" ? "guardrail_intervened" : "content_filtered";
    case FinishReason::Error:
        return rawReason == "malformed_tool_use" ? "malformed_tool_use" : "malformed_model_output";
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::Length:
    case FinishReason::ToolCalls:
    case FinishReason::ContextOverflow: break;
    }
    for (const auto &[name, known] : stopReasons) {
        if (known == reason)
            return name;
    }
    return "end_turn";
}

TokenUsage usageFrom(const Json &usage)
{
    TokenUsage read;
    read.uncachedInput = integerMember(usage, "inputTokens");
    read.output = integerMember(usage, "outputTokens");
    read.cacheRead = integerMember(usage, "cacheReadInputTokens");
    read.cacheWrite = integerMember(usage, "cacheWriteInputTokens");
    if (const Json *details = findArray(usage, "cacheDetails"); details && !details->empty()) {
        std::int64_t sum = 0;
        std::int64_t oneHour = 0;
        for (const Json &detail : *details) {
            const std::int64_t tokens = integerMember(detail, "inputTokens").value_or(0);
            sum += tokens;
            if (textMember(detail, "ttl") == "1h")
                oneHour += tokens;
        }
        read.cacheWriteOneHour = oneHour;
        if (!read.cacheWrite)
            read.cacheWrite = sum;
    }
    return read;
}

Json usageFor(const TokenUsage &usage)
{
    const std::int64_t input = usage.uncachedInput.value_or(0);
    const std::int64_t output = usage.output.value_or(0);
    Json written = {
        {"inputTokens", input},
        {"outputTokens", output},
        {"totalTokens", input + output + usage.cacheRead.value_or(0) + usage.cacheWrite.value_or(0)},
    };
    if (usage.cacheRead)
        written["cacheReadInputTokens"] = *usage.cacheRead;
    if (usage.cacheWrite)
        written["cacheWriteInputTokens"] = *usage.cacheWrite;
    if (usage.cacheWrite && usage.cacheWriteOneHour && *usage.cacheWrite > 0) {
        Json details = Json::array(); // the longer time first
        if (*usage.cacheWriteOneHour > 0)
            details.push_back(Json{{"ttl", "1h"}, {"inputTokens", *usage.cacheWriteOneHour}});
        if (const std::int64_t shortLived = *usage.cacheWrite - *usage.cacheWriteOneHour; shortLived > 0)
            details.push_back(Json{{"ttl", "5m"}, {"inputTokens", shortLived}});
        written["cacheDetails"] = std::move(details);
    }
    return written;
}

Json metricsFor(const ExchangeState &state)
{
    return Json{{"latencyMs", state.elapsed ? state.elapsed().count() : 0}};
}

Json serviceTierFor(std::string_view tier)
{
    if (tier == "standard") // Anthropic's word
        tier = "default";
    const bool isKnown = tier == "default" || tier == "flex" || tier == "priority" || tier == "reserved";
    return isKnown ? Json{{"type", tier}} : Json();
}

Result<FinishReason> settledReason(std::string_view stopReason, std::size_t callCount, bool hasServerCall,
                                   ExchangeState &state)
{
    const FinishReason reason = finishReasonOf(stopReason);
    if (reason == FinishReason::Error)
        return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                          "The provider gave up the answer: " + std::string(stopReason) + '.'));
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
    state.answerReport.approximated("answer/stopReason", "The answer calls tools, so it ends with tool calls.");
    return FinishReason::ToolCalls;
}

Error errorFromException(std::string_view type, const Json &payload)
{
    std::string message(textMember(payload, "message"));
    if (message.empty())
        message = textMember(payload, "Message");
    if (message.empty())
        message = "The provider ended the answer with an error.";
    if (const std::string_view original = textMember(payload, "originalMessage"); !original.empty())
        message.append(" (").append(original).append(")");
    const std::string name = shortName(type);
    const int status = statusOf(name, payload);
    const bool isOurs = status < 429 && status != 401 && status != 403 && status != 408 && status != 424;
    Error error = Error::upstream(ErrorCode::UpstreamStatus, isOurs ? RetryAdvice::Never : RetryAdvice::OtherTarget,
                                  std::move(message));
    error.upstreamStatus = status;
    return error;
}

std::string_view exceptionNameFor(const Error &error)
{
    if (error.code == ErrorCode::UpstreamReset || error.code == ErrorCode::UpstreamProtocol)
        return "modelStreamErrorException";
    const int status = error.httpStatus();
    switch (status) {
    case 408:
    case 424:
    case 504: return "modelStreamErrorException";
    case 429: return "throttlingException";
    case 503:
    case 529: return "serviceUnavailableException";
    default: break;
    }
    return status >= 500 ? "internalServerException" : "validationException";
}

std::string exceptionPayload(const Error &error)
{
    ObjectWriter payload;
    payload.add("message", error.message);
    if (exceptionNameFor(error) == "modelStreamErrorException") {
        payload.addNumber("originalStatusCode", error.httpStatus());
        payload.add("originalMessage", error.message);
    }
    return payload.finished();
}

} // namespace gateway::translation::bedrock
