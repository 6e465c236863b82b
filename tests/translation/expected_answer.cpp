#include "tests/translation/expected_answer.h"

#include "gateway/base/base64.h"
#include "gateway/translation/canonical/response_collector.h"

#include <nlohmann/json.hpp>

#include <QtGlobal>

#include <algorithm>
#include <map>

namespace tests {

namespace {

using PlainJson = nlohmann::json;

bool isOpenAis(DialectId client)
{
    return client == DialectId::OpenAiChat || client == DialectId::OpenAiResponses;
}

std::string expectedCall(const ToolCallPart &call, DialectId client)
{
    std::string arguments = call.arguments.empty() ? "{}" : call.arguments;
    if (call.kind == ToolCallPart::Kind::Custom)
        arguments = isOpenAis(client) ? call.arguments : PlainJson{{"input", call.arguments}}.dump();
    const PlainJson object = PlainJson::parse(arguments, nullptr, false);
    return call.name + ' ' + (object.is_discarded() ? arguments : object.dump());
}

// Marks of random_events.h -> words of the notes about their loss.
std::multimap<std::string, std::vector<std::string>> marksOf(const StreamEvents &events)
{
    static const std::vector<std::string> lostState{"tate of", "signature"};
    static const std::vector<std::string> lostPart{"part", "Media", "media", "item", "file", "member of the stream"};
    std::multimap<std::string, std::vector<std::string>> marks;
    const auto markIn = [](const std::string &text) {
        const auto start = text.find("mark");
        const auto begin = text.find_last_not_of("abcdefghijklmnopqrstuvwxyz", start) + 1;
        return text.substr(begin, text.find('x', start) - begin + 1);
    };
    for (const StreamEvent &event : events) {
        if (const auto *delta = std::get_if<PartDelta>(&event)) {
            if (delta->kind == PartDelta::Kind::Annotation)
                marks.emplace(markIn(delta->text), std::vector<std::string>{"itation"});
            else if (delta->kind == PartDelta::Kind::Logprobs)
                marks.emplace(markIn(delta->text), std::vector<std::string>{"robabilit"});
        } else if (const auto *ended = std::get_if<PartEnded>(&event)) {
            if (ended->state)
                marks.emplace(ended->state->data, lostState);
        } else if (const auto *started = std::get_if<PartStarted>(&event)) {
            if (started->part.state)
                marks.emplace(started->part.state->data, lostState);
            if (const auto *media = started->part.as<MediaPart>())
                marks.emplace(media->value, lostPart);
            if (const auto *opaque = started->part.as<OpaquePart>())
                marks.emplace(markIn(dumpJson(opaque->json)), lostPart);
        }
    }
    return marks;
}

} // namespace

std::uint32_t seedCount()
{
    return static_cast<std::uint32_t>(std::max(300, qEnvironmentVariableIntValue("BILROST_RANDOM_ANSWERS")));
}

ChatRequest searchingRequest(DialectId client)
{
    ChatRequest request;
    request.dialect = client;
    request.model = std::string("model-1"); // GCC 12 warns about the assignment of the literal
    request.isStream = true;
    request.wantsStreamUsage = true;
    Tool search;
    search.kind = Tool::Kind::BuiltIn;
    search.origin = DialectId::GeminiGenerate;
    search.name = "googleSearch";
    search.raw = Json{{"googleSearch", Json::object()}};
    request.tools.push_back(std::move(search));
    return request;
}

Result<ChatResponse> collected(const StreamEvents &events)
{
    ResponseCollector collector;
    for (const StreamEvent &event : events)
        collector.add(event);
    return collector.take();
}

std::string expectedUsage(const TokenUsage &usage, DialectId client)
{
    const bool isBeside = client == DialectId::AnthropicMessages || client == DialectId::BedrockConverse;
    const std::int64_t cached = usage.cacheRead.value_or(0);
    return std::to_string(usage.uncachedInput.value_or(0) + (isBeside ? 0 : cached)) + ' '
           + std::to_string(usage.output.value_or(0)) + ' '
           + (usage.cacheRead || client == DialectId::OpenAiResponses ? std::to_string(cached) : "-") + ' ';
}

ToldAnswer expectedOf(const Choice &choice, DialectId client)
{
    ToldAnswer expected;
    for (const Part &part : choice.parts) {
        if (const auto *text = part.as<TextPart>()) {
            expected.text += text->text;
        } else if (const auto *refusal = part.as<RefusalPart>()) {
            (isOpenAis(client) ? expected.refusal : expected.text) += refusal->text;
        } else if (const auto *reasoning = part.as<ReasoningPart>()) {
            const bool hasBreak = client == DialectId::OpenAiChat && !reasoning->text.empty();
            expected.reasoning += (hasBreak && !expected.reasoning.empty() ? "\n\n" : "") + reasoning->text;
        } else if (const auto *call = part.as<ToolCallPart>()) {
            expected.calls.push_back(expectedCall(*call, client));
        }
    }
    return expected;
}

std::string withoutBreaks(std::string text)
{
    text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
    return text;
}

std::string comparable(std::string text, DialectId client, const std::vector<std::string> &calls)
{
    if (client != DialectId::CohereChat || calls.empty())
        return text;
    text = withoutBreaks(std::move(text));
    std::sort(text.begin(), text.end()); // refusals stand behind the plan
    return text;
}

std::string othersOf(const ChatResponse &answer)
{
    std::string others;
    for (const Choice &choice : answer.choices) {
        others += dumpJson(choice.logprobs);
        for (const Part &part : choice.parts) {
            if (part.state)
                others += part.state->data + decodeBase64(part.state->data).value_or("") + '\n';
            if (const auto *text = part.as<TextPart>())
                others += Json(text->annotations).dump();
            else if (const auto *media = part.as<MediaPart>())
                others += media->value + '\n';
            else if (const auto *opaque = part.as<OpaquePart>())
                others += dumpJson(opaque->json);
        }
    }
    return others;
}

bool isNoted(const ConversionReport &report, const std::vector<std::string> &words)
{
    return std::any_of(report.notes().begin(), report.notes().end(), [&](const ConversionNote &note) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string &word) { return note.reason.find(word) != std::string::npos; });
    });
}

std::string lostInSilence(const StreamEvents &events, const std::string &others, const ConversionReport &report)
{
    for (const auto &[mark, words] : marksOf(events)) {
        if (others.find(mark) == std::string::npos && !isNoted(report, words))
            return mark;
    }
    return {};
}

} // namespace tests
