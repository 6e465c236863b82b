#include "gateway/translation/dialects/openai_responses/stream_decoder.h"

#include "gateway/translation/dialects/openai_responses/answer_facts.h"

#include <algorithm>

namespace gateway::translation::openai_responses {

namespace {

constexpr std::string_view prefix = "response.";

bool isMark(std::string_view data)
{
    return data.find_first_not_of(" \r\n\t") == std::string_view::npos || data == "[DONE]";
}

} // namespace

void StreamDecoder::decode(const ProviderFrame &frame, StreamEvents &events)
{
    if (m_hasEnded || isMark(frame.data))
        return;
    const auto event = parseJson(frame.data);
    if (!event || !event->is_object()) {
        m_state.answerReport.dropped("answer/stream", "The provider sent an event that is not a JSON object.");
        return;
    }
    std::string_view type = textMember(*event, "type");
    if (type.empty())
        type = frame.event;
    const Json *error = findMember(*event, "error");
    if (type == "error" || (error && type.empty())) {
        fail(decodeError(error ? *error : *event, *event), events);
        return;
    }
    if (type.starts_with(prefix))
        readEvent(type.substr(prefix.size()), *event, events);
}

void StreamDecoder::readEvent(std::string_view type, const Json &event, StreamEvents &events)
{
    if (type == "created" || type == "in_progress" || type == "queued") {
        start(findObject(event, "response"), events);
        return;
    }
    const Json *response = findObject(event, "response");
    if (type == "failed" || type == "cancelled") {
        const Json *error = response ? findMember(*response, "error") : nullptr;
        fail(decodeError(error ? *error : Json(), event), events);
    } else if (type == "completed" || type == "incomplete") {
        start(response, events);
        readEnd(response ? *response : Json::object(), events);
    } else if (integerMember(event, "output_index")) {
        start(nullptr, events);
        readItemEvent(type, event, events);
    }
}

void StreamDecoder::start(const Json *response, StreamEvents &events)
{
    if (m_hasStarted)
        return;
    m_hasStarted = true;
    MessageStarted started;
    if (response) {
        started.id = textMember(*response, "id");
        started.model = textMember(*response, "model");
        started.createdAt = integerMember(*response, "created_at");
        started.serviceTier = textMember(*response, "service_tier");
    }
    events.push_back(std::move(started));
}

StreamDecoder::Waiting &StreamDecoder::itemAt(std::int64_t outputIndex)
{
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const Waiting &waiting) { return waiting.outputIndex == outputIndex; });
    if (found != m_items.end())
        return *found;
    m_seenIndexes.insert(outputIndex);
    return m_items.emplace_back(Waiting{outputIndex, StreamItem(m_state), {}});
}

void StreamDecoder::readItemEvent(std::string_view type, const Json &event, StreamEvents &events)
{
    const std::int64_t outputIndex = *integerMember(event, "output_index");
    const bool isKnown = std::any_of(m_items.begin(), m_items.end(),
                                     [&](const Waiting &waiting) { return waiting.outputIndex == outputIndex; });
    if (!isKnown && m_seenIndexes.contains(outputIndex))
        return; // finished before
    const Json *item = findObject(event, "item");
    const bool isWhole = type == "output_item.added" || type == "output_item.done";
    if (isWhole && !item)
        return;
    Waiting &waiting = itemAt(outputIndex);
    if (type == "output_item.added") {
        if (!isKnown)
            waiting.item.begin(*item, waiting.events);
    } else if (type == "output_item.done") {
        waiting.item.finish(*item, waiting.events);
    } else {
        waiting.item.read(type, event, waiting.events);
    }
    tellItems(events);
}

void StreamDecoder::tellItems(StreamEvents &events)
{
    while (!m_items.empty()) {
        Waiting &first = m_items.front();
        tell(std::move(first.events), events);
        first.events.clear();
        if (!first.item.isFinished())
            return;
        m_items.pop_front();
    }
}

// Gives the parts of an item their places in the whole message.
void StreamDecoder::tell(StreamEvents &&itemEvents, StreamEvents &events)
{
    for (StreamEvent &event : itemEvents) {
        if (auto *started = std::get_if<PartStarted>(&event)) {
            started->index = m_nextPart++;
            m_hasCalls = m_hasCalls || started->part.as<ToolCallPart>();
            m_hasText = m_hasText || started->part.as<TextPart>();
            m_hasRefusal = m_hasRefusal || started->part.as<RefusalPart>();
        } else if (auto *delta = std::get_if<PartDelta>(&event)) {
            delta->index = m_nextPart - 1;
        } else if (auto *ended = std::get_if<PartEnded>(&event)) {
            ended->index = m_nextPart - 1;
        }
        events.push_back(std::move(event));
    }
}

void StreamDecoder::closeItems(StreamEvents &events)
{
    for (Waiting &waiting : m_items) {
        if (!waiting.item.isFinished())
            waiting.item.close(waiting.events);
    }
    tellItems(events);
}

void StreamDecoder::readEnd(const Json &response, StreamEvents &events)
{
    const Json *output = findArray(response, "output");
    std::int64_t index = 0;
    for (const Json &item : output ? *output : Json::array()) {
        // What was not told by events is told at the end by some servers.
        if (item.is_object() && (!m_seenIndexes.contains(index) || !m_items.empty())) {
            const bool isOver = m_seenIndexes.contains(index)
                                && std::none_of(m_items.begin(), m_items.end(),
                                                [&](const Waiting &waiting) { return waiting.outputIndex == index; });
            if (!isOver) {
                Waiting &waiting = itemAt(index);
                waiting.item.finish(item, waiting.events);
            }
        }
        ++index;
    }
    closeItems(events);
    if (const Json *usage = findObject(response, "usage"))
        events.push_back(UsageReported{decodeUsage(*usage), dumpJson(*usage)});
    Ending ending = decodeEnding(response, m_hasCalls, m_hasRefusal && !m_hasText);
    events.push_back(ChoiceEnded{0, ending.reason, std::move(ending.word), {}});
    events.push_back(MessageEnded{});
    m_hasEnded = true;
}

void StreamDecoder::fail(Error error, StreamEvents &events)
{
    closeItems(events);
    events.push_back(StreamFailed{std::move(error)});
    m_hasEnded = true;
}

void StreamDecoder::finish(const Error *failure, StreamEvents &events)
{
    if (m_hasEnded)
        return;
    fail(failure ? *failure
                 : Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget,
                                   "The provider ended the stream before its answer was complete."),
         events);
}

} // namespace gateway::translation::openai_responses
