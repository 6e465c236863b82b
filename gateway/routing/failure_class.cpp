#include "gateway/routing/failure_class.h"

#include "gateway/base/header_list.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace gateway::routing {

namespace {

constexpr std::array overflowWords{
    "context_length_exceeded", "maximum context length",        "context window",    "prompt is too long",
    "input is too long",       "maximum number of tokens",      "too many tokens",   "input token count",
    "request_too_large",       "model_context_window_exceeded", "reduce the length",
};

constexpr std::array filterWords{
    "content_filter",           "content filter", "content management policy",
    "content_policy_violation", "safety system",  "usage policy",
    "prohibited_content",       "guardrail",      "flagged as potentially",
};

// OpenAI says 429 both for "too fast" and for "nothing left to spend"; only the first passes by itself.
constexpr std::array creditWords{"insufficient_quota", "credit balance", "billing_hard_limit"};

char inLowerCase(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

bool saysOneOf(const Error &error, std::span<const char *const> words)
{
    std::string said = error.upstreamCode + "\n" + error.message;
    std::transform(said.begin(), said.end(), said.begin(), inLowerCase);
    return std::any_of(words.begin(), words.end(),
                       [&said](const char *word) { return said.find(word) != std::string::npos; });
}

FailureClass classOfStatus(const Error &error)
{
    const int status = error.upstreamStatus.value_or(500);
    if (status < 500 && saysOneOf(error, filterWords))
        return FailureClass::ContentFiltered;
    if ((status == 400 || status == 413 || status == 422) && (status == 413 || saysOneOf(error, overflowWords)))
        return FailureClass::ContextOverflow;
    switch (status) {
    case 401:
    case 402:
    case 403: return FailureClass::BadKey;
    case 508: return FailureClass::Own; // a loop of gateways: it is set up wrongly
    case 404: return FailureClass::UnknownModel;
    case 408:
    case 409:
    case 425: return FailureClass::Overloaded;
    case 429: return saysOneOf(error, creditWords) ? FailureClass::BadKey : FailureClass::RateLimited;
    default: break;
    }
    return status >= 500 ? FailureClass::Overloaded : FailureClass::Refused;
}

} // namespace

FailureClass failureClassOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::UpstreamUnreachable:
    case ErrorCode::UpstreamTls:
    case ErrorCode::UpstreamProxy: return FailureClass::Unreachable;
    case ErrorCode::UpstreamReset: return FailureClass::Reset;
    case ErrorCode::UpstreamTimedOut: // a connection that could not be made in time was told nothing yet
        return error.retry == RetryAdvice::SameTarget ? FailureClass::Unreachable : FailureClass::Silent;
    case ErrorCode::UpstreamProtocol: return FailureClass::Malformed;
    case ErrorCode::UpstreamStatus: return classOfStatus(error);
    default: return FailureClass::Own;
    }
}

std::string_view failureClassName(FailureClass failure)
{
    switch (failure) {
    case FailureClass::Unreachable: return "unreachable";
    case FailureClass::Reset: return "reset";
    case FailureClass::RateLimited: return "rate_limited";
    case FailureClass::Overloaded: return "overloaded";
    case FailureClass::Silent: return "silent";
    case FailureClass::ContextOverflow: return "context_overflow";
    case FailureClass::ContentFiltered: return "content_filtered";
    case FailureClass::BadKey: return "bad_key";
    case FailureClass::UnknownModel: return "unknown_model";
    case FailureClass::Malformed: return "malformed";
    case FailureClass::Refused: return "refused";
    case FailureClass::Own: return "own";
    }
    return "own";
}

bool isOutage(FailureClass failure)
{
    switch (failure) {
    case FailureClass::Unreachable:
    case FailureClass::Reset:
    case FailureClass::Overloaded:
    case FailureClass::Silent:
    case FailureClass::Malformed: return true;
    default: return false;
    }
}

} // namespace gateway::routing
