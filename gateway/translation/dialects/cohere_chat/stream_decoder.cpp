#include "gateway/translation/dialects/cohere_chat/stream_decoder.h"

#include "gateway/translation/dialects/cohere_chat/answer_words.h"
#include "gateway/translation/dialects/cohere_chat/message_decoder.h"
#include "gateway/translation/dialects/cohere_chat/tool_names.h"
#include "gateway/translation/dialects/cohere_chat/wire_form.h"

#include <algorithm>

namespace gateway::translation::cohere {

namespace {

const Json *messageOf(const Json &json)
{
    const Json *delta = findObject(json, "delta");
    return delta ? findObject(*delta, "message") : nullptr;
}

// tool_calls is one object here, though its name speaks of several; a list is read by its first.
const Json *callOf(const Json &json)
{
    const Json *message = messageOf(json);
    const Json *call = message ? findMember(*message, "tool_calls") : nullptr;
    if (call && call->is_array())
        call = call->empty() ? nullptr : &call->front();
    return call && call->is_object() ? call : nullptr;
}

std::int64_t indexOf(const Json &json)
{
    return integerMember(json, "index").value_or(0);
}

} // namespace

void StreamDecoder::skip(std::string reason)
{
    m_state.answerReport.dropped("answer/stream", std::move(reason));
}

void StreamDecoder::decode(const ProviderFrame &frame, StreamEvents &events)
{
    if (m_hasEnded || frame.data.empty() || frame.data == "[DONE]")
        return;
    const auto json = parseJson(frame.data);
    if (!json || !json->is_object()) {
        skip("A frame of the stream was no JSON object and was left out.");
        return;
    }
    const std::string_view type = textMember(*json, "type");
    const bool isError = frame.event == "error" || frame.isException || type == "error"
                         || (type.empty() && (findMember(*json, "error") || findMember(*json, "message")));
    if (isError)
        fail(errorFromBody(frame.data), events);
    else
        readEvent(type.empty() ? frame.event : type, *json, events);
}

void StreamDecoder::readEvent(std::string_view type, const Json &json, StreamEvents &events)
{
    if (type == "content-delta")
        readContent(json, false, events);
    else if (type == "tool-call-delta")
        addArguments(json, events);
    else if (type == "tool-plan-delta")
        addText(Kind::Plan, -1, messageOf(json) ? textMember(*messageOf(json), "tool_plan") : "", events);
    else if (type == "content-start")
        readContent(json, true, events);
    else if (type == "tool-call-start")
        startCall(json, events);
    else if (type == "tool-call-end")
        endCall(json, events);
    else if (type == "citation-start")
        addCitations(json, events);
    else if (type == "message-start")
        start(json, events);
    else if (type == "message-end")
        endMessage(json, events);
    else if (type != "content-end" && type != "citation-end" && type != "debug" && type != "ping")
        skip("An event of unknown type was left out.");
}

void StreamDecoder::start(const Json &json, StreamEvents &events)
{
    if (m_hasStarted)
        return;
    m_hasStarted = true;
    MessageStarted started;
    started.id = textMember(json, "id");
    events.push_back(std::move(started));
}

void StreamDecoder::ensureStarted(StreamEvents &events)
{
    if (!m_hasStarted)
        start(Json::object(), events);
}

void StreamDecoder::readContent(const Json &json, bool isStart, StreamEvents &events)
{
    const Json *message = messageOf(json);
    const Json *content = message ? findObject(*message, "content") : nullptr;
    if (!content)
        return;
    const std::int64_t wireIndex = indexOf(json);
    if (isStart)
        m_blockKinds[wireIndex] = textMember(*content, "type") == "thinking" ? Kind::Reasoning : Kind::Text;
    const std::string_view thinking = textMember(*content, "thinking");
    addText(Kind::Reasoning, wireIndex, thinking, events);
    const auto known = m_blockKinds.find(wireIndex);
    const bool isReasoning = thinking.empty() && known != m_blockKinds.end() && known->second == Kind::Reasoning;
    addText(isReasoning ? Kind::Reasoning : Kind::Text, wireIndex, textMember(*content, "text"), events);
    addLogprobs(json, wireIndex, events);
}

void StreamDecoder::addText(Kind kind, std::int64_t wireIndex, std::string_view text, StreamEvents &events)
{
    if (text.empty())
        return;
    openPart(kind, wireIndex, events);
    events.push_back(PartDelta{m_open->index, PartDelta::Kind::Text, std::string(text)});
}

void StreamDecoder::openPart(Kind kind, std::int64_t wireIndex, StreamEvents &events)
{
    ensureStarted(events);
    if (!m_open || m_open->kind != kind || m_open->wireIndex != wireIndex) {
        closeAll(events);
        m_open = OpenPart{kind, wireIndex, m_nextIndex++};
        Part part;
        if (kind == Kind::Reasoning)
            part.content = ReasoningPart{};
        else
            part.content = TextPart{};
        if (kind == Kind::Plan)
            part.wireForm = toolPlanForm;
        events.push_back(PartStarted{m_open->index, 0, std::move(part)});
    }
}

void StreamDecoder::addLogprobs(const Json &json, std::int64_t wireIndex, StreamEvents &events)
{
    const Json *logprobs = findMember(json, "logprobs");
    if (!logprobs)
        return;
    const auto known = m_blockKinds.find(wireIndex);
    if (known != m_blockKinds.end() && known->second == Kind::Reasoning) {
        m_state.answerReport.dropped("answer/logprobs", "Probabilities of no text.");
        return;
    }
    Json tokens = Json::array();
    if (logprobs->is_object())
        tokens.push_back(tokenFromLogprob(*logprobs));
    else if (logprobs->is_array())
        std::transform(logprobs->begin(), logprobs->end(), std::back_inserter(tokens), tokenFromLogprob);
    if (tokens.empty())
        return;
    openPart(Kind::Text, wireIndex, events);
    events.push_back(PartDelta{m_open->index, PartDelta::Kind::Logprobs, dumpJson(tokens)});
}

void StreamDecoder::addCitations(const Json &json, StreamEvents &events)
{
    const Json *message = messageOf(json);
    const Json *citations = message ? findMember(*message, "citations") : nullptr;
    if (!citations)
        return;
    if (!m_open || m_open->kind != Kind::Text) {
        m_state.answerReport.dropped("answer/citations", "A citation of no text.");
        return;
    }
    const Json list = citations->is_array() ? *citations : Json::array({*citations});
    for (const Json &citation : list) {
        if (citation.is_object())
            events.push_back(
                PartDelta{m_open->index, PartDelta::Kind::Annotation, dumpJson(annotationFromCitation(citation))});
    }
}

void StreamDecoder::startCall(const Json &json, StreamEvents &events)
{
    const Json *call = callOf(json);
    const Json *function = call ? findObject(*call, "function") : nullptr;
    const std::string_view name = function ? textMember(*function, "name") : std::string_view();
    if (name.empty()) {
        m_state.answerReport.dropped("answer/tool_calls", "A tool call without the name of a tool.");
        return;
    }
    ensureStarted(events);
    closePart(events);
    PendingCall pending;
    pending.wireIndex = indexOf(json);
    pending.id = textMember(*call, "id");
    pending.name = name;
    pending.waiting = argumentsText(*function);
    pending.isWrapped = isWrappedCustomTool(name, m_state);
    m_calls.push_back(std::move(pending));
    m_hasCalls = true;
    tellCalls(events);
}

StreamDecoder::PendingCall *StreamDecoder::findCall(const Json &json)
{
    const std::int64_t wireIndex = indexOf(json);
    const auto found = std::find_if(m_calls.rbegin(), m_calls.rend(), [wireIndex](const PendingCall &call) {
        return call.wireIndex == wireIndex && !call.isOver;
    });
    return found == m_calls.rend() ? nullptr : &*found;
}

void StreamDecoder::addArguments(const Json &json, StreamEvents &events)
{
    const Json *piece = callOf(json);
    const Json *function = piece ? findObject(*piece, "function") : nullptr;
    PendingCall *call = function ? findCall(json) : nullptr;
    if (!call) {
        m_state.answerReport.dropped("answer/tool_calls", "Arguments of no open tool call.");
        return;
    }
    call->waiting += textMember(*function, "arguments");
    tellCalls(events);
}

void StreamDecoder::endCall(const Json &json, StreamEvents &events)
{
    if (PendingCall *call = findCall(json))
        call->isOver = true;
    tellCalls(events);
}

void StreamDecoder::tellCalls(StreamEvents &events)
{
    while (!m_calls.empty()) {
        PendingCall &call = m_calls.front();
        tellCall(call, events);
        if (!call.isOver)
            return;
        events.push_back(PartEnded{*call.index, std::nullopt});
        m_calls.pop_front();
    }
}

void StreamDecoder::tellCall(PendingCall &call, StreamEvents &events)
{
    if (!call.index) {
        call.index = m_nextIndex++;
        ToolCallPart part = calledTool(call.name, {}, m_state);
        part.id = call.id.empty() ? m_state.makeCallId() : call.id;
        Part start;
        start.content = std::move(part);
        events.push_back(PartStarted{*call.index, 0, std::move(start)});
    }
    if (call.waiting.empty() || (call.isWrapped && !call.isOver))
        return;
    std::string arguments = std::exchange(call.waiting, {});
    if (call.isWrapped)
        arguments = unwrappedInput(arguments);
    if (!arguments.empty())
        events.push_back(PartDelta{*call.index, PartDelta::Kind::Arguments, std::move(arguments)});
}

void StreamDecoder::closePart(StreamEvents &events)
{
    if (m_open)
        events.push_back(PartEnded{m_open->index, std::nullopt});
    m_open.reset();
}

void StreamDecoder::closeAll(StreamEvents &events)
{
    closePart(events);
    for (PendingCall &call : m_calls)
        call.isOver = true;
    tellCalls(events);
}

void StreamDecoder::endMessage(const Json &json, StreamEvents &events)
{
    const Json *delta = findObject(json, "delta");
    const std::string word(delta ? textMember(*delta, "finish_reason") : std::string_view());
    const FinishReason reason = settledFinishReason(word, m_hasCalls, m_state);
    ensureStarted(events);
    closeAll(events);
    if (const Json *usage = delta ? findObject(*delta, "usage") : nullptr)
        events.push_back(UsageReported{usageFromJson(*usage), dumpJson(*usage)});
    const std::string_view words = delta ? textMember(*delta, "error") : std::string_view();
    if (reason == FinishReason::Error) {
        fail(errorFromWords(words.empty() ? "The provider gave up the answer: " + word + '.' : std::string(words)),
             events);
        return;
    }
    if (reason == FinishReason::ToolCalls && !m_hasCalls) {
        fail(callsMissing(), events);
        return;
    }
    if (word.empty())
        m_state.answerReport.approximated("answer/finish_reason", "The provider gave no finish reason.");
    m_hasEnded = true;
    events.push_back(ChoiceEnded{0, reason, word, {}});
    events.push_back(MessageEnded{});
}

void StreamDecoder::fail(Error error, StreamEvents &events)
{
    closeAll(events);
    m_hasEnded = true;
    events.push_back(StreamFailed{std::move(error)});
}

void StreamDecoder::finish(const Error *failure, StreamEvents &events)
{
    if (m_hasEnded)
        return;
    if (failure)
        fail(*failure, events);
    else
        fail(Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget,
                             "The provider ended the stream before the answer was complete."),
             events);
}

} // namespace gateway::translation::cohere
