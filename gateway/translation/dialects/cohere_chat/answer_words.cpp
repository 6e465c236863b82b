#include "gateway/translation/dialects/cohere_chat/answer_words.h"

#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/dialects/unsaid_ending.h"
#include "gateway/translation/framing/sse_codec.h"
#include "gateway/translation/json/object_writer.h"

#include <algorithm>
#include <array>
#include <limits>

namespace gateway::translation::cohere {

namespace {

struct FinishWord {
    std::string_view word;
    FinishReason reason;
};

// The six of v2 first; then words of v1 that some hosts of Cohere's models still use.
constexpr std::array finishWords{
    FinishWord{"COMPLETE", FinishReason::Stop},
    FinishWord{"STOP_SEQUENCE", FinishReason::StopSequence},
    FinishWord{"MAX_TOKENS", FinishReason::Length},
    FinishWord{"TOOL_CALL", FinishReason::ToolCalls},
    FinishWord{"ERROR", FinishReason::Error},
    FinishWord{"TIMEOUT", FinishReason::Error},
    FinishWord{"ERROR_TOXIC", FinishReason::ContentFilter},
    FinishWord{"ERROR_LIMIT", FinishReason::ContextOverflow},
    FinishWord{"USER_CANCEL", FinishReason::Error},
};

// Counts come as decimals, too: 12.0.
std::optional<std::int64_t> tokens(const Json *object, std::string_view name)
{
    const auto count = object ? integerMember(*object, name) : std::nullopt;
    return count && *count >= 0 ? count : std::nullopt;
}

bool hasCounts(const std::string &rawUsage)
{
    return JsonValue::checked(rawUsage)["tokens"].isObject();
}

std::string_view messageOf(const Error &error)
{
    return error.message.empty() ? std::string_view("The request failed without a reason") : error.message;
}

} // namespace

FinishReason finishReasonFromWord(std::string_view word)
{
    for (const FinishWord &row : finishWords) {
        if (row.word == word)
            return row.reason;
    }
    return FinishReason::Unknown;
}

FinishReason settledFinishReason(std::string_view word, bool hasCalls, ExchangeState &state)
{
    const FinishReason reason = finishReasonFromWord(word);
    if (hasCalls && (reason == FinishReason::Stop || reason == FinishReason::Unknown)) {
        state.answerReport.approximated("answer/finish_reason",
                                        "The provider called tools without saying so in its finish reason.");
        return FinishReason::ToolCalls;
    }
    return reason;
}

std::string_view wordOfFinishReason(FinishReason reason, bool hasCalls, ExchangeState &state)
{
    std::string_view word = hasCalls ? "TOOL_CALL" : "COMPLETE";
    switch (reason) {
    case FinishReason::Length: return "MAX_TOKENS";
    case FinishReason::StopSequence: return "STOP_SEQUENCE";
    case FinishReason::Error: return "ERROR";
    case FinishReason::ToolCalls:
    case FinishReason::Stop:
    case FinishReason::Unknown: return word;
    case FinishReason::ContextOverflow: word = "MAX_TOKENS"; break;
    case FinishReason::ContentFilter: // what was said stands
    case FinishReason::Refusal:
    case FinishReason::Paused: break;
    }
    noteUnsaidEnding(reason, word, "answer/finish_reason", state);
    return word;
}

TokenUsage usageFromJson(const Json &usage)
{
    const Json *counted = findObject(usage, "tokens");
    const Json *billed = findObject(usage, "billed_units");
    const auto input = tokens(counted, "input_tokens");
    const auto output = tokens(counted, "output_tokens");
    TokenUsage counts;
    counts.cacheRead = tokens(&usage, "cached_tokens");
    counts.output = output ? output : tokens(billed, "output_tokens");
    counts.uncachedInput = input ? input : tokens(billed, "input_tokens");
    if (counts.uncachedInput && counts.cacheRead)
        counts.uncachedInput = *counts.uncachedInput - std::min(*counts.uncachedInput, *counts.cacheRead);
    return counts;
}

std::string usageText(const TokenUsage &usage, const std::string &rawUsage, const ExchangeState &state)
{
    if (state.providerDialect() == DialectId::CohereChat && hasCounts(rawUsage))
        return rawUsage;
    if (usage.isEmpty())
        return {};
    ObjectWriter counts;
    if (usage.uncachedInput || usage.cacheRead || usage.cacheWrite)
        counts.addNumber("input_tokens",
                         usage.uncachedInput.value_or(0) + usage.cacheRead.value_or(0) + usage.cacheWrite.value_or(0));
    if (usage.output)
        counts.addNumber("output_tokens", *usage.output);
    ObjectWriter writer;
    writer.addRaw("billed_units", counts.finished()).addRaw("tokens", counts.finished());
    if (usage.cacheRead)
        writer.addNumber("cached_tokens", *usage.cacheRead);
    return writer.finished();
}

Json annotationFromCitation(const Json &citation)
{
    Json annotation = citation.is_object() ? citation : Json::object();
    annotation["dialect"] = dialectName(DialectId::CohereChat);
    return annotation;
}

std::optional<Json> ownCitation(const Json &annotation)
{
    if (textMember(annotation, "dialect") != dialectName(DialectId::CohereChat))
        return std::nullopt;
    Json citation = annotation;
    citation.erase("dialect");
    return citation;
}

std::optional<Json> citationFromAnnotation(const Json &annotation, std::size_t contentIndex, std::string_view text)
{
    if (auto citation = ownCitation(annotation))
        return citation;
    if (findMember(annotation, "dialect") || textMember(annotation, "type") != "url_citation")
        return std::nullopt;
    const std::string_view url = textMember(annotation, "url");
    Json document{{"id", url}, {"url", url}};
    if (const std::string_view title = textMember(annotation, "title"); !title.empty())
        document["title"] = title;
    const std::int64_t start = std::max<std::int64_t>(0, integerMember(annotation, "start_index").value_or(0));
    const std::int64_t end = std::max(start, integerMember(annotation, "end_index").value_or(start));
    Json citation{{"start", start}, {"end", end}};
    // Others count characters, here are bytes: the words themselves only where both are the same.
    const bool isAscii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    const auto size = static_cast<std::int64_t>(text.size());
    if (isAscii && end <= size)
        citation["text"] = text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
    else
        citation["text"] = "";
    citation["sources"] = Json::array({Json{{"type", "document"}, {"id", url}, {"document", std::move(document)}}});
    citation["content_index"] = contentIndex;
    citation["type"] = "TEXT_CONTENT";
    return citation;
}

Json tokenFromLogprob(const Json &item)
{
    double sum = 0; // of all tokens of the piece
    if (const Json *numbers = findArray(item, "logprobs")) {
        for (const Json &number : *numbers)
            sum += number.is_number() ? number.get<double>() : 0;
    }
    return Json{
        {"token", textMember(item, "text")}, {"logprob", sum}, {"bytes", nullptr}, {"top_logprobs", Json::array()}};
}

Json logprobFromToken(const Json &token, ExchangeState &state)
{
    if (const Json *others = findArray(token, "top_logprobs"); others && !others->empty())
        state.answerReport.dropped("answer/logprobs", "Cohere tells no probabilities of tokens that were not chosen.");
    const double logprob = numberMember(token, "logprob").value_or(0);
    return Json{
        {"text", textMember(token, "token")}, {"token_ids", Json::array()}, {"logprobs", Json::array({logprob})}};
}

std::string failureFrame(std::string_view id, const Error &error)
{
    ObjectWriter delta;
    delta.add("error", messageOf(error)).add("finish_reason", "ERROR");
    ObjectWriter event;
    event.add("type", "message-end");
    if (!id.empty())
        event.add("id", id);
    return writeSseFrame("message-end", event.addRaw("delta", delta.finished()).finished());
}

bool isErrorBody(std::string_view body)
{
    const JsonValue json = JsonValue::checked(body);
    return json.isObject() && json["message"].isString();
}

Error errorFromWords(std::string_view words)
{
    return Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget,
                           words.empty() ? "The provider said that it failed, without a reason." : std::string(words));
}

Error errorFromBody(std::string_view body)
{
    return errorFromWords(upstreamErrorMessage(body));
}

Error notAnAnswer(std::string_view reason)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget, std::string(reason));
}

Error callsMissing()
{
    return notAnAnswer("The provider said that it calls a tool, but sent no call.");
}

// Of a stream only the last event tells anything; there the members stand in "delta".
void readFacts(JsonValue answer, AnswerFacts &facts)
{
    const JsonValue type = answer["type"];
    if (type.isString() && !type.isText("message-end"))
        return;
    const JsonValue place = type.isString() ? answer["delta"] : answer;
    if (const JsonValue reason = place["finish_reason"]; reason.isString()) {
        facts.finishReason = reason.text();
        facts.hasEnded = true;
        if (type.isString() && finishReasonFromWord(facts.finishReason) == FinishReason::Error)
            facts.errorText = errorFromWords(place["error"].text()).message;
    }
    const JsonValue usage = place["usage"];
    if (!usage.isObject())
        return;
    facts.rawUsage = usage.raw();
    if (const auto json = parseJson(facts.rawUsage))
        facts.usage = usageFromJson(*json);
}

} // namespace gateway::translation::cohere
