#include "gateway/translation/canonical/response_collector.h"

#include "gateway/base/overload.h"

#include <algorithm>
#include <utility>

namespace gateway::translation {

namespace {

void addText(Part &part, const std::string &text)
{
    if (auto *content = part.as<TextPart>())
        content->text += text;
    else if (auto *reasoning = part.as<ReasoningPart>())
        reasoning->text += text;
    else if (auto *refusal = part.as<RefusalPart>())
        refusal->text += text;
}

void addLogprobs(Choice &choice, const Json &tokens)
{
    if (!tokens.is_array())
        return;
    if (!choice.logprobs.is_object())
        choice.logprobs = Json{{"content", Json::array()}};
    for (const Json &token : tokens)
        choice.logprobs["content"].push_back(token);
}

// The start of a part without what its deltas will bring.
Part withoutContent(const Part &part)
{
    Part start = part;
    if (!part.state || !part.state->isRedacted) // what was redacted is whole at its start
        start.state.reset();
    if (auto *text = start.as<TextPart>())
        *text = {};
    else if (auto *call = start.as<ToolCallPart>())
        call->arguments.clear();
    else if (auto *reasoning = start.as<ReasoningPart>())
        reasoning->text.clear();
    else if (auto *refusal = start.as<RefusalPart>())
        refusal->text.clear();
    return start;
}

void tellContent(const Part &part, std::size_t index, StreamEvents &events)
{
    const auto tell = [&](PartDelta::Kind kind, std::string text) {
        if (!text.empty())
            events.push_back(PartDelta{index, kind, std::move(text)});
    };
    if (const auto *text = part.as<TextPart>()) {
        tell(PartDelta::Kind::Text, text->text);
        for (const Json &annotation : text->annotations)
            tell(PartDelta::Kind::Annotation, dumpJson(annotation));
    } else if (const auto *call = part.as<ToolCallPart>()) {
        tell(PartDelta::Kind::Arguments, call->arguments);
    } else if (const auto *reasoning = part.as<ReasoningPart>()) {
        tell(PartDelta::Kind::Text, reasoning->text);
    } else if (const auto *refusal = part.as<RefusalPart>()) {
        tell(PartDelta::Kind::Text, refusal->text);
    }
}

template <typename T>
void replace(std::optional<T> &value, const std::optional<T> &newer)
{
    if (newer)
        value = newer;
}

} // namespace

void mergeUsage(TokenUsage &usage, const TokenUsage &newer)
{
    replace(usage.uncachedInput, newer.uncachedInput);
    replace(usage.cacheRead, newer.cacheRead);
    replace(usage.cacheWrite, newer.cacheWrite);
    replace(usage.cacheWriteOneHour, newer.cacheWriteOneHour);
    replace(usage.output, newer.output);
    replace(usage.reasoning, newer.reasoning);
    replace(usage.audioInput, newer.audioInput);
    replace(usage.audioOutput, newer.audioOutput);
}

Choice &ResponseCollector::choiceOf(std::int64_t index)
{
    auto &choices = m_response.choices;
    const auto place =
        std::find_if(choices.begin(), choices.end(), [&](const Choice &choice) { return choice.index >= index; });
    if (place != choices.end() && place->index == index)
        return *place;
    Choice choice;
    choice.index = index;
    return *choices.insert(place, std::move(choice));
}

void ResponseCollector::add(const StreamEvent &event)
{
    std::visit(Overload{
                   [this](const MessageStarted &started) {
                       m_response.id = started.id;
                       m_response.model = started.model;
                       m_response.createdAt = started.createdAt;
                       m_response.serviceTier = started.serviceTier;
                       mergeUsage(m_response.usage, started.usage);
                   },
                   [this](const PartStarted &started) {
                       Choice &choice = choiceOf(started.choice);
                       m_places[started.index] = {started.choice, choice.parts.size()};
                       choice.parts.push_back(started.part);
                   },
                   [this](const PartDelta &delta) {
                       const auto place = m_places.find(delta.index);
                       if (place == m_places.end())
                           return;
                       Choice &choice = choiceOf(place->second.first);
                       Part &part = choice.parts[place->second.second];
                       switch (delta.kind) {
                       case PartDelta::Kind::Text: addText(part, delta.text); break;
                       case PartDelta::Kind::Arguments:
                           if (auto *call = part.as<ToolCallPart>())
                               call->arguments += delta.text;
                           break;
                       case PartDelta::Kind::Annotation:
                           if (auto *text = part.as<TextPart>()) {
                               if (auto annotation = parseJson(delta.text))
                                   text->annotations.push_back(std::move(*annotation));
                           }
                           break;
                       case PartDelta::Kind::Logprobs:
                           if (const auto tokens = parseJson(delta.text))
                               addLogprobs(choice, *tokens);
                           break;
                       }
                   },
                   [this](const PartEnded &ended) {
                       const auto place = m_places.find(ended.index);
                       if (place != m_places.end() && ended.state)
                           choiceOf(place->second.first).parts[place->second.second].state = ended.state;
                   },
                   [this](const UsageReported &reported) {
                       mergeUsage(m_response.usage, reported.usage);
                       if (!reported.rawUsage.empty())
                           m_response.rawUsage = reported.rawUsage;
                   },
                   [this](const ChoiceEnded &ended) {
                       Choice &choice = choiceOf(ended.choice);
                       choice.finishReason = ended.finishReason;
                       choice.rawFinishReason = ended.rawFinishReason;
                       choice.stopSequence = ended.stopSequence;
                   },
                   [](const MessageEnded &) {},
                   [this](const StreamFailed &failed) { m_error = failed.error; },
               },
               event);
}

Result<ChatResponse> ResponseCollector::take()
{
    if (m_error)
        return unexpected(*m_error);
    return std::move(m_response);
}

StreamEvents eventsOf(const ChatResponse &response)
{
    StreamEvents events;
    events.push_back(
        MessageStarted{response.id, response.model, response.createdAt, TokenUsage(), response.serviceTier});
    std::size_t index = 0;
    for (const Choice &choice : response.choices) {
        const Json *logprobs = findArray(choice.logprobs, "content");
        for (const Part &part : choice.parts) {
            events.push_back(PartStarted{index, choice.index, withoutContent(part)});
            tellContent(part, index, events);
            if (logprobs && part.as<TextPart>()) // of all texts together: told with the first
                events.push_back(
                    PartDelta{index, PartDelta::Kind::Logprobs, dumpJson(*std::exchange(logprobs, nullptr))});
            events.push_back(PartEnded{index, part.state});
            ++index;
        }
        events.push_back(ChoiceEnded{choice.index, choice.finishReason, choice.rawFinishReason, choice.stopSequence});
    }
    events.push_back(UsageReported{response.usage, response.rawUsage});
    events.push_back(MessageEnded{});
    return events;
}

} // namespace gateway::translation
