#include "gateway/translation/dialects/openai_chat/answer_words.h"

#include "gateway/translation/passthrough/answer_facts.h"

#include "gateway/base/header_list.h"
#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/dialects/unsaid_ending.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/object_writer.h"

#include <algorithm>
#include <array>

namespace gateway::translation::openai_chat {

namespace {

struct FinishWord {
    std::string_view word;
    FinishReason reason;
};

// OpenAI's five first; then words that other servers use in their place.
constexpr std::array finishWords{
    FinishWord{"stop", FinishReason::Stop},
    FinishWord{"length", FinishReason::Length},
    FinishWord{"tool_calls", FinishReason::ToolCalls},
    FinishWord{"content_filter", FinishReason::ContentFilter},
    FinishWord{"function_call", FinishReason::ToolCalls},
    FinishWord{"tool_use", FinishReason::ToolCalls},
    FinishWord{"end_turn", FinishReason::Stop},
    FinishWord{"eos", FinishReason::Stop},
    FinishWord{"stop_sequence", FinishReason::StopSequence},
    FinishWord{"max_tokens", FinishReason::Length},
    FinishWord{"model_length", FinishReason::ContextOverflow}, // Mistral
    FinishWord{"safety", FinishReason::ContentFilter},
    FinishWord{"error", FinishReason::Error},                        // Mistral, OpenRouter
    FinishWord{"abort", FinishReason::Error},                        // vLLM
    FinishWord{"insufficient_system_resource", FinishReason::Error}, // DeepSeek
};

std::optional<std::int64_t> tokens(const Json *object, std::string_view name)
{
    const auto count = object ? integerMember(*object, name) : std::nullopt;
    return count && *count >= 0 ? count : std::nullopt;
}

std::optional<std::int64_t> firstOf(std::optional<std::int64_t> first, std::optional<std::int64_t> second)
{
    return first ? first : second;
}

// The three counts that SDKs require.
bool hasAllCounts(const std::string &rawUsage)
{
    const JsonValue usage = JsonValue::checked(rawUsage);
    return usage["prompt_tokens"].integer() && usage["completion_tokens"].integer() && usage["total_tokens"].integer();
}

bool isFailureStatus(std::int64_t status)
{
    return status >= 400 && status <= 599;
}

} // namespace

FinishReason finishReasonFromWord(std::string_view word)
{
    const std::string lower = toLowerAscii(word);
    for (const FinishWord &row : finishWords) {
        if (row.word == lower)
            return row.reason;
    }
    return FinishReason::Unknown;
}

// Words outside OpenAI's own end typed clients; an answer that failed midway is best told as one that was cut.
std::string_view wordOfFinishReason(FinishReason reason, bool hasCalls, bool saidRefusal, bool isLegacy,
                                    ExchangeState &state)
{
    std::string_view word = isLegacy ? "function_call" : "tool_calls";
    if (!hasCalls)
        word = "stop";
    bool saysLess = false;
    switch (reason) {
    case FinishReason::Length: return "length";
    case FinishReason::ContentFilter: return "content_filter";
    case FinishReason::Refusal:
        word = saidRefusal ? "stop" : "content_filter";
        saysLess = !saidRefusal;
        break;
    case FinishReason::ContextOverflow:
    case FinishReason::Error:
        word = "length";
        saysLess = true;
        break;
    case FinishReason::Paused: saysLess = true; break;
    case FinishReason::Stop:
    case FinishReason::StopSequence:
    case FinishReason::ToolCalls:
    case FinishReason::Unknown: break;
    }
    if (saysLess)
        noteUnsaidEnding(reason, word, "answer/finish_reason", state);
    return word;
}

FinishReason settledFinishReason(std::string_view word, bool hasCalls, bool hasRefusal, ExchangeState &state)
{
    const FinishReason reason = finishReasonFromWord(word);
    const bool isPlainEnd = reason == FinishReason::Stop || reason == FinishReason::Unknown;
    if (hasCalls && isPlainEnd) {
        state.answerReport.approximated("answer/finish_reason",
                                        "The provider called tools without saying so in its finish reason.");
        return FinishReason::ToolCalls;
    }
    return hasRefusal && isPlainEnd ? FinishReason::Refusal : reason;
}

std::string stopSequenceOf(const Json &choice, const ExchangeState &state)
{
    const auto &asked = state.request().sampling.stopSequences;
    const std::string told(textMember(choice, "stop_reason"));
    return std::find(asked.begin(), asked.end(), told) == asked.end() ? std::string() : told;
}

const Json *findUsage(const Json &answer)
{
    if (const Json *usage = findObject(answer, "usage"))
        return usage;
    const Json *groq = findObject(answer, "x_groq");
    return groq ? findObject(*groq, "usage") : nullptr;
}

TokenUsage usageFromJson(const Json &usage)
{
    const Json *inputDetails = findObject(usage, "prompt_tokens_details");
    const Json *outputDetails = findObject(usage, "completion_tokens_details");
    TokenUsage counts;
    counts.cacheRead = firstOf(tokens(inputDetails, "cached_tokens"), tokens(&usage, "prompt_cache_hit_tokens"));
    counts.cacheWrite = tokens(inputDetails, "cache_write_tokens");
    counts.audioInput = tokens(inputDetails, "audio_tokens");
    counts.output = tokens(&usage, "completion_tokens");
    counts.reasoning = firstOf(tokens(outputDetails, "reasoning_tokens"), tokens(&usage, "reasoning_tokens"));
    counts.audioOutput = tokens(outputDetails, "audio_tokens");
    const auto input = tokens(&usage, "prompt_tokens");
    if (input) {
        const std::int64_t cached = std::min(*input, counts.cacheRead.value_or(0));
        const std::int64_t written = std::min(*input - cached, counts.cacheWrite.value_or(0));
        counts.uncachedInput = *input - cached - written;
    }
    const auto total = tokens(&usage, "total_tokens");
    if (input && total && counts.output && counts.reasoning.value_or(0) > 0
        && *total - *input - *counts.output == *counts.reasoning)
        counts.output = *counts.output + *counts.reasoning;
    return counts;
}

std::string usageText(const TokenUsage &usage, const std::string &rawUsage, const ExchangeState &state)
{
    if (usage.isEmpty())
        return {};
    if (state.providerDialect() == DialectId::OpenAiChat && hasAllCounts(rawUsage))
        return rawUsage;
    const std::int64_t input =
        usage.uncachedInput.value_or(0) + usage.cacheRead.value_or(0) + usage.cacheWrite.value_or(0);
    const std::int64_t output = usage.output.value_or(0); // the three counts are required by SDKs
    ObjectWriter writer;
    writer.addNumber("prompt_tokens", input).addNumber("completion_tokens", output);
    writer.addNumber("total_tokens", input + output);
    ObjectWriter inputDetails;
    if (usage.cacheRead)
        inputDetails.addNumber("cached_tokens", *usage.cacheRead);
    if (usage.cacheWrite)
        inputDetails.addNumber("cache_write_tokens", *usage.cacheWrite);
    if (usage.audioInput)
        inputDetails.addNumber("audio_tokens", *usage.audioInput);
    if (usage.cacheRead || usage.cacheWrite || usage.audioInput)
        writer.addRaw("prompt_tokens_details", inputDetails.finished());
    ObjectWriter outputDetails;
    if (usage.reasoning)
        outputDetails.addNumber("reasoning_tokens", *usage.reasoning);
    if (usage.audioOutput)
        outputDetails.addNumber("audio_tokens", *usage.audioOutput);
    if (usage.reasoning || usage.audioOutput)
        writer.addRaw("completion_tokens_details", outputDetails.finished());
    return writer.finished();
}

std::string reasoningOf(const Json &message)
{
    for (const std::string_view name : {"reasoning_content", "reasoning"}) {
        if (const std::string_view text = textMember(message, name); !text.empty())
            return std::string(text);
    }
    std::string told;
    if (const Json *details = findArray(message, "reasoning_details")) {
        for (const Json &detail : *details)
            told.append(textMember(detail, "text")).append(textMember(detail, "summary"));
    }
    return told;
}

Json annotationFromChat(const Json &annotation)
{
    const Json *citation = findObject(annotation, "url_citation");
    if (!citation)
        return annotation;
    Json flat{{"type", "url_citation"}};
    flat.update(*citation);
    return flat;
}

std::optional<Json> annotationForChat(const Json &annotation)
{
    if (findMember(annotation, "dialect") || textMember(annotation, "type") != "url_citation")
        return std::nullopt;
    Json citation = annotation;
    citation.erase("type");
    return Json{{"type", "url_citation"}, {"url_citation", std::move(citation)}};
}

void noteLogprobs(const Json &logprobs, ExchangeState &state)
{
    const Json *refusal = findArray(logprobs, "refusal");
    if (refusal && !refusal->empty() && state.clientDialect() != DialectId::OpenAiChat)
        state.answerReport.dropped("answer/logprobs/refusal", "The client's dialect has no probabilities of refusals.");
}

std::string argumentsText(const Json &function, std::string_view name)
{
    const Json *arguments = findMember(function, name);
    if (!arguments)
        return {};
    return arguments->is_string() ? arguments->get<std::string>() : dumpJson(*arguments);
}

std::optional<OpaqueState> stateOfCall(const Json &call)
{
    const Json *extra = findObject(call, "extra_content");
    const Json *google = extra ? findObject(*extra, "google") : nullptr;
    const std::string_view signature = google ? textMember(*google, "thought_signature") : std::string_view();
    if (signature.empty())
        return std::nullopt;
    OpaqueState state;
    state.origin = DialectId::GeminiGenerate;
    state.data = signature;
    return state;
}

bool tellsError(const Json &answer)
{
    if (answer.is_array()) // Google's OpenAI endpoint wraps errors so
        return answer.size() == 1 && tellsError(answer.front());
    return findMember(answer, "error") != nullptr || textMember(answer, "object") == "error";
}

Error errorFromAnswer(const Json &answer, std::string_view text)
{
    std::string words = upstreamErrorMessage(text);
    if (words.empty())
        words = "The provider said that it failed, without a reason.";
    Error error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget, std::move(words));
    const Json &body = answer.is_array() && !answer.empty() ? answer.front() : answer;
    const Json *inner = findObject(body, "error");
    for (const Json *place : {inner, &body}) {
        for (const std::string_view name : {"code", "status", "status_code"}) {
            const auto status = place ? integerMember(*place, name) : std::nullopt;
            if (status && isFailureStatus(*status) && !error.upstreamStatus)
                error.upstreamStatus = static_cast<int>(*status);
        }
    }
    return error;
}

Error callsMissing(std::string_view upstream)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget, describeMissingCall(upstream));
}

} // namespace gateway::translation::openai_chat
