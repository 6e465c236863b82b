#include "gateway/translation/passthrough/forwarded_answer.h"

#include "gateway/translation/json/json_value.h"

#include <charconv>

namespace gateway::translation {

namespace {

std::optional<std::int64_t> firstOf(JsonValue object, std::string_view one, std::string_view other)
{
    const auto number = object[one].integer();
    return number ? number : object[other].integer();
}

JsonValue detailsOf(JsonValue usage)
{
    // Of images, of transcriptions, of chat.
    for (const std::string_view name : {"input_tokens_details", "input_token_details", "prompt_tokens_details"}) {
        if (const JsonValue details = usage[name]; details.isObject())
            return details;
    }
    return {};
}

void readTokens(JsonValue usage, TokenUsage &tokens)
{
    auto input = firstOf(usage, "input_tokens", "prompt_tokens");
    const auto output = firstOf(usage, "output_tokens", "completion_tokens");
    if (!input && !output)
        input = usage["total_tokens"].integer();
    const JsonValue details = detailsOf(usage);
    const auto cached = details["cached_tokens"].integer();
    if (input && cached) {
        tokens.cacheRead = cached;
        input = *input - *cached;
    }
    tokens.uncachedInput = input;
    tokens.output = output;
    if (const auto audio = details["audio_tokens"].integer())
        tokens.audioInput = audio;
}

void readUsage(JsonValue answer, AnswerFacts &facts)
{
    for (const std::string_view name : {"usage", "usage_info", "usageMetadata"}) {
        const JsonValue usage = answer[name];
        if (!usage.isObject())
            continue;
        facts.rawUsage = usage.raw();
        readTokens(usage, facts.usage);
        return;
    }
    const JsonValue billed = answer["meta"]["billed_units"];
    if (!billed.isObject())
        return;
    facts.rawUsage = billed.raw();
    readTokens(billed, facts.usage);
    facts.usage.webSearches = billed["search_units"].integer();
}

// "8.47" are nine begun seconds, "8.0" are eight.
std::optional<std::int64_t> begunSeconds(JsonValue value)
{
    if (value.kind() != JsonValue::Kind::Number)
        return std::nullopt;
    if (const auto whole = value.integer())
        return whole;
    const std::string_view text = value.raw();
    std::int64_t seconds = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (problem != std::errc() || end == text.data() + text.size() || *end != '.')
        return std::nullopt;
    const std::string_view fraction = text.substr(static_cast<std::size_t>(end + 1 - text.data()));
    return fraction.find_first_not_of('0') == std::string_view::npos ? seconds : seconds + 1;
}

void readMedia(JsonValue answer, AnswerFacts &facts)
{
    // Of OpenAI, of Mistral, of Whisper's servers.
    for (const JsonValue seconds :
         {answer["usage"]["seconds"], answer["usage"]["prompt_audio_seconds"], answer["duration"]}) {
        if (!facts.audioSeconds)
            facts.audioSeconds = begunSeconds(seconds);
    }
    JsonElements data(answer["data"]);
    while (const auto element = data.next())
        facts.pictures += (*element)["b64_json"].isString() || (*element)["url"].isString() ? 1 : 0;
}

} // namespace

void readForwardedAnswer(std::string_view body, AnswerFacts &facts)
{
    const JsonValue answer = JsonValue::checked(body);
    if (!answer.isObject())
        return;
    readUsage(answer, facts);
    readMedia(answer, facts);
    facts.answeredModel = answer["model"].text();
    facts.hasEnded = true;
}

void readForwardedEvent(std::string_view event, std::string_view data, AnswerFacts &facts)
{
    ++facts.framesRead;
    if (data == "[DONE]") {
        facts.hasEndMark = facts.hasEnded = true;
        return;
    }
    const JsonValue frame = JsonValue::checked(data);
    const std::string type = frame["type"].text();
    const std::string_view name = type.empty() ? event : std::string_view(type);
    if (name == "error" || frame["error"].isObject()) {
        facts.errorText = frame["error"]["message"].text();
        if (facts.errorText.empty())
            facts.errorText = frame["message"].text();
        if (facts.errorText.empty())
            facts.errorText = "The provider ended the stream with an error.";
        return;
    }
    if (frame["response"].isObject())
        readUsage(frame["response"], facts);
    else
        readUsage(frame, facts);
    if (frame["b64_json"].isString() && name.ends_with(".completed"))
        ++facts.pictures;
    facts.hasEnded = name.ends_with(".completed") || name.ends_with(".done");
}

} // namespace gateway::translation
