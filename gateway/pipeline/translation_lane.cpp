#include "gateway/pipeline/translation_lane.h"

#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/canonical/stream_content.h"

#include <cassert>

namespace gateway::pipeline {

using namespace translation;

// A decoder closes what is open before it says that the stream failed. The client must not hear of that: another attempt
// may go on from there. The number of the first such event, or of events when the stream has not failed.
std::size_t firstClosingOfABreak(const StreamEvents &events)
{
    if (events.empty() || !std::holds_alternative<StreamFailed>(events.back()))
        return events.size();
    std::size_t first = events.size() - 1;
    while (first > 0 && std::holds_alternative<PartEnded>(events[first - 1]))
        --first;
    return first;
}

std::string describeNote(const ConversionNote &note)
{
    std::string text(noteKindName(note.kind));
    text += ' ';
    text += note.pointer;
    text += ": ";
    text += note.reason;
    return text;
}

TranslationLane::TranslationLane(TranslatedExchange &exchange, std::unique_ptr<StreamContinuation> continuation)
    : m_exchange(exchange), m_continuation(std::move(continuation))
{
}

TranslationLane::~TranslationLane() = default;

std::string_view TranslationLane::contentType() const
{
    return streamsToClient() ? m_exchange.clientDialect.streamContentType() : std::string_view("application/json");
}

void TranslationLane::decode(std::string_view bytes, StreamEvents &events)
{
    if (!m_decoder)
        m_decoder = m_exchange.providerDialect.beginStream(m_exchange.state);
    m_splitter.feed(bytes);
    while (const auto frame = m_splitter.next()) {
        if (frame->hasData)
            m_decoder->decode({frame->event, frame->data, frame->isException}, events);
    }
}

void TranslationLane::noteFacts(const StreamEvent &event)
{
    if (const auto *started = std::get_if<MessageStarted>(&event)) {
        m_facts.answeredModel = started->model;
        m_facts.serviceTier = started->serviceTier;
        mergeUsage(m_facts.usage, started->usage);
    } else if (const auto *reported = std::get_if<UsageReported>(&event)) {
        mergeUsage(m_facts.usage, reported->usage);
        if (!reported->rawUsage.empty())
            m_facts.rawUsage = reported->rawUsage;
    } else if (const auto *ended = std::get_if<ChoiceEnded>(&event)) {
        m_facts.finishReason = ended->rawFinishReason;
    } else if (std::holds_alternative<MessageEnded>(event)) {
        m_facts.hasEnded = true;
    }
}

// Begun where the client is: a continuation's encoder has said all that the client has.
ClientStreamEncoder &TranslationLane::encoder()
{
    if (m_encoder)
        return *m_encoder;
    m_encoder = m_exchange.clientDialect.beginStream(m_exchange.state);
    if (m_continuation) {
        std::string said;
        for (const StreamEvent &event : m_continuation->delivered())
            m_encoder->encode(event, said);
    }
    return *m_encoder;
}

std::optional<Error> TranslationLane::encode(const StreamEvent &event, LaneOutput &output)
{
    // Before the first byte a failure is a plain error answer, which the caller makes.
    if (const auto *failed = std::get_if<StreamFailed>(&event))
        return failed->error;
    const std::size_t before = output.wire.size();
    encoder().encode(event, output.wire);
    if (output.wire.size() > before)
        output.eventEnds.push_back(output.wire.size());
    return std::nullopt;
}

std::optional<Error> TranslationLane::encodeAll(const StreamEvents &events, LaneOutput &output)
{
    const std::size_t closings = firstClosingOfABreak(events);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const StreamEvent &event = events[i];
#ifndef NDEBUG
        assert(!m_checker.check(event));
#endif
        if (i >= closings && i + 1 < events.size())
            continue;
        noteFacts(event);
        m_hasSpoken = m_hasSpoken || isContent(event);
        if (!m_continuation) {
            m_hasContent = m_hasSpoken;
            if (auto error = encode(event, output))
                return error;
            continue;
        }
        m_continued.clear();
        if (auto error = m_continuation->take(event, m_continued))
            return error;
        m_hasContent = m_hasContent || m_continuation->hasJoined();
        for (const StreamEvent &continued : m_continued) {
            if (auto error = encode(continued, output))
                return error;
        }
    }
    return std::nullopt;
}

std::optional<Error> TranslationLane::feed(std::string_view bytes, LaneOutput &output)
{
    m_events.clear();
    decode(bytes, m_events);
    m_facts.framesRead += m_events.size();
    if (auto error = encodeAll(m_events, output))
        return error;
    return m_splitter.defect();
}

std::optional<Error> TranslationLane::finish(LaneOutput &output)
{
    m_events.clear();
    decode(m_splitter.missingEnd(), m_events);
    if (!m_facts.hasEnded)
        m_decoder->finish(nullptr, m_events);
    return encodeAll(m_events, output);
}

bool TranslationLane::fail(const Error &error, LaneOutput &output)
{
    if (m_hasToldFailure || m_facts.hasEnded)
        return true;
    m_hasToldFailure = true;
    encoder().encode(StreamFailed{error}, output.wire);
    output.eventEnds.push_back(output.wire.size());
    return m_exchange.clientDialect.hasFailureEvents();
}

Result<ChatResponse> TranslationLane::readWhole(std::string_view body, bool isEventStream)
{
    if (!isEventStream)
        return m_exchange.providerDialect.decodeResponse(body, m_exchange.state);
    StreamEvents events;
    decode(body, events);
    decode(m_splitter.missingEnd(), events);
    m_decoder->finish(nullptr, events);
    ResponseCollector collector;
    for (const StreamEvent &event : events)
        collector.add(event);
    return collector.take();
}

Result<std::optional<std::string>> TranslationLane::translateWhole(std::string_view body, bool isEventStream)
{
    const auto response = readWhole(body, isEventStream);
    if (!response)
        return unexpected(response.error());
    m_facts.usage = response->usage;
    m_facts.rawUsage = response->rawUsage;
    m_facts.answeredModel = response->model;
    m_facts.serviceTier = response->serviceTier;
    m_facts.hasEnded = true;
    if (!response->choices.empty())
        m_facts.finishReason = response->choices.front().rawFinishReason;
    if (!streamsToClient())
        return std::optional(m_exchange.clientDialect.encodeResponse(*response, m_exchange.state));
    LaneOutput output;
    if (const auto error = encodeAll(eventsOf(*response), output))
        return unexpected(*error);
    return std::optional(std::move(output.wire));
}

std::vector<std::string> TranslationLane::takeNotes()
{
    std::vector<std::string> notes;
    for (const ConversionNote &note : m_exchange.state.answerReport.notes())
        notes.push_back(describeNote(note));
    return notes;
}

} // namespace gateway::pipeline
