#include "gateway/translation/dialects/openai_responses/answer_facts.h"

#include "gateway/translation/json/object_writer.h"

#include <algorithm>
#include <array>

namespace gateway::translation::openai_responses {

namespace {

std::optional<std::int64_t> tokenCount(const Json *object, std::string_view name)
{
    const auto count = object ? integerMember(*object, name) : std::nullopt;
    return count && *count >= 0 ? count : std::nullopt;
}

struct CodeRow {
    std::string_view code;
    int status;
    RetryAdvice retry;
};

// What the codes of failed responses mean as HTTP statuses.
constexpr std::array codeRows{
    CodeRow{"rate_limit_exceeded", 429, RetryAdvice::OtherTarget},
    CodeRow{"insufficient_quota", 429, RetryAdvice::OtherTarget},
    CodeRow{"server_error", 500, RetryAdvice::SameTarget},
    CodeRow{"server_is_overloaded", 503, RetryAdvice::OtherTarget},
    CodeRow{"slow_down", 503, RetryAdvice::OtherTarget},
    CodeRow{"vector_store_timeout", 504, RetryAdvice::SameTarget},
    CodeRow{"invalid_api_key", 401, RetryAdvice::OtherTarget},
    CodeRow{"invalid_prompt", 400, RetryAdvice::Never},
    CodeRow{"context_length_exceeded", 400, RetryAdvice::Never},
};

} // namespace

TokenUsage decodeUsage(const Json &usage)
{
    TokenUsage decoded;
    const Json *inputDetails = findObject(usage, "input_tokens_details");
    const Json *outputDetails = findObject(usage, "output_tokens_details");
    decoded.cacheRead = tokenCount(inputDetails, "cached_tokens");
    decoded.cacheWrite = tokenCount(inputDetails, "cache_write_tokens");
    decoded.audioInput = tokenCount(inputDetails, "audio_tokens");
    decoded.output = tokenCount(&usage, "output_tokens");
    decoded.reasoning = tokenCount(outputDetails, "reasoning_tokens");
    decoded.audioOutput = tokenCount(outputDetails, "audio_tokens");
    if (const auto input = tokenCount(&usage, "input_tokens")) {
        const std::int64_t read = std::min(*input, decoded.cacheRead.value_or(0));
        const std::int64_t written = std::min(*input - read, decoded.cacheWrite.value_or(0));
        decoded.uncachedInput = *input - read - written;
    }
    return decoded;
}

std::string encodeUsage(const TokenUsage &usage)
{
    if (usage.isEmpty())
        return "null";
    const std::int64_t cached = usage.cacheRead.value_or(0);
    const std::int64_t written = usage.cacheWrite.value_or(0);
    const std::int64_t input = usage.uncachedInput.value_or(0) + cached + written;
    const std::int64_t output = usage.output.value_or(0);
    ObjectWriter inputDetails;
    inputDetails.addNumber("cached_tokens", cached);
    if (usage.cacheWrite)
        inputDetails.addNumber("cache_write_tokens", written);
    if (usage.audioInput)
        inputDetails.addNumber("audio_tokens", *usage.audioInput);
    ObjectWriter outputDetails;
    outputDetails.addNumber("reasoning_tokens", usage.reasoning.value_or(0));
    if (usage.audioOutput)
        outputDetails.addNumber("audio_tokens", *usage.audioOutput);
    ObjectWriter whole;
    whole.addNumber("input_tokens", input).addRaw("input_tokens_details", inputDetails.finished());
    whole.addNumber("output_tokens", output).addRaw("output_tokens_details", outputDetails.finished());
    whole.addNumber("total_tokens", input + output);
    return whole.finished();
}

Error decodeError(const Json &error, const Json &whole)
{
    std::string message(textMember(error, "message"));
    if (message.empty() && error.is_string())
        message = error.get<std::string>();
    if (message.empty())
        message = "The provider failed without a reason.";
    std::string_view code = textMember(error, "code");
    if (code.empty())
        code = textMember(error, "type");
    Error decoded = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget, std::move(message),
                                    dumpJson(whole).substr(0, 2000));
    for (const CodeRow &row : codeRows) {
        if (row.code == code) {
            decoded.upstreamStatus = row.status;
            decoded.retry = row.retry;
        }
    }
    return decoded;
}

std::string_view errorCodeFor(const Error &error)
{
    switch (error.httpStatus()) {
    case 429: return "rate_limit_exceeded";
    case 400: return "invalid_prompt";
    default: return "server_error";
    }
}

Ending decodeEnding(const Json &response, bool hasCalls, bool hasRefusalOnly)
{
    const std::string_view status = textMember(response, "status");
    if (status == "incomplete") {
        const Json *details = findObject(response, "incomplete_details");
        const std::string word(details ? textMember(*details, "reason") : std::string_view());
        if (word == "content_filter")
            return {FinishReason::ContentFilter, word};
        return {word == "max_output_tokens" ? FinishReason::Length : FinishReason::Unknown,
                word.empty() ? "incomplete" : word};
    }
    const std::string word(status);
    if (hasCalls)
        return {FinishReason::ToolCalls, word};
    return {hasRefusalOnly ? FinishReason::Refusal : FinishReason::Stop, word};
}

Status statusFor(FinishReason reason, bool hasRefusal)
{
    switch (reason) {
    case FinishReason::Length:
    case FinishReason::ContextOverflow: return {"incomplete", "max_output_tokens"};
    case FinishReason::ContentFilter: return {"incomplete", "content_filter"};
    case FinishReason::Refusal:
        if (!hasRefusal)
            return {"incomplete", "content_filter"};
        break;
    case FinishReason::Error: return {"failed", {}};
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::ToolCalls:
    case FinishReason::Paused:
    case FinishReason::Unknown: break;
    }
    return {"completed", {}};
}

} // namespace gateway::translation::openai_responses
