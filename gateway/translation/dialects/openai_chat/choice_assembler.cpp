#include "gateway/translation/dialects/openai_chat/choice_assembler.h"

#include "gateway/translation/dialects/openai_chat/answer_words.h"
#include "gateway/translation/dialects/openai_chat/part_codec.h"
#include "gateway/translation/dialects/openai_chat/response_decoder.h"
#include "gateway/translation/dialects/openai_chat/tool_codec.h"

#include <algorithm>
#include <array>

namespace gateway::translation::openai_chat {

namespace {

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

void JsonProgress::feed(std::string_view text)
{
    for (const char character : text) {
        if (m_isEscaped) {
            m_isEscaped = false;
        } else if (m_isInString) {
            m_isEscaped = character == '\\';
            m_isInString = character != '"';
        } else if (character == '"') {
            m_isInString = true;
        } else if (character == '{' || character == '[') {
            ++m_depth;
        } else if ((character == '}' || character == ']') && m_depth > 0) {
            m_isComplete = --m_depth == 0;
        }
    }
}

ChoiceAssembler::ChoiceAssembler(std::int64_t choice, ExchangeState &state, std::size_t &nextIndex)
    : m_choice(choice), m_state(state), m_nextIndex(nextIndex)
{
}

void ChoiceAssembler::setFinishWord(std::string_view word)
{
    if (!word.empty()) // some servers send an empty one beside every delta
        m_finishWord = word;
}

void ChoiceAssembler::readDelta(const Json &delta, StreamEvents &events)
{
    addText(Kind::Reasoning, reasoningOf(delta), events);
    readContent(delta, events);
    addText(Kind::Refusal, textMember(delta, "refusal"), events);
    if (const Json *annotations = findArray(delta, "annotations")) {
        for (const Json &annotation : *annotations)
            addAnnotation(annotation, events);
    }
    for (Part &part : wholePartsOf(delta))
        addWhole(std::move(part), events);
    readCalls(delta, events);
    noteRest(delta);
}

// Whole answers keep such members for chat clients; a stream has no event for them.
void ChoiceAssembler::noteRest(const Json &delta) const
{
    static constexpr std::array<std::string_view, 11> known{
        "role",    "content",    "reasoning_content", "reasoning",   "reasoning_details",
        "refusal", "tool_calls", "function_call",     "annotations", "images",
        "audio"};
    for (const auto &[name, value] : delta.items()) {
        const bool isEmpty = value.is_null() || value == "" || (value.is_structured() && value.empty());
        if (!isEmpty && std::find(known.begin(), known.end(), name) == known.end())
            m_state.answerReport.dropped("answer/" + name, "A member of the stream that has no place in an answer.");
    }
}

void ChoiceAssembler::readContent(const Json &delta, StreamEvents &events)
{
    const Json *content = findMember(delta, "content");
    if (!content)
        return;
    if (content->is_string()) {
        addText(Kind::Text, content->get_ref<const std::string &>(), events);
        return;
    }
    Problem problem;
    for (Part &part : decodeContent(*content, "answer/content", problem)) { // Mistral: thinking and text as parts
        if (const auto *text = part.as<TextPart>())
            addText(Kind::Text, text->text, events);
        else if (const auto *reasoning = part.as<ReasoningPart>())
            addText(Kind::Reasoning, reasoning->text, events);
        else
            addWhole(std::move(part), events);
    }
    if (problem.isSet())
        m_state.answerReport.dropped("answer/content", problem.error().message);
}

ChoiceAssembler::PendingPart &ChoiceAssembler::partFor(Kind kind)
{
    if (m_parts.empty() || m_parts.back().kind != kind || m_parts.back().isClosed)
        m_parts.emplace_back().kind = kind;
    return m_parts.back();
}

void ChoiceAssembler::addText(Kind kind, std::string_view text, StreamEvents &events)
{
    if (text.empty())
        return;
    m_hasRefusal = m_hasRefusal || kind == Kind::Refusal;
    partFor(kind).waiting.push_back({0, PartDelta::Kind::Text, std::string(text)});
    advance(events);
}

void ChoiceAssembler::addAnnotation(const Json &annotation, StreamEvents &events)
{
    if (!annotation.is_object())
        return;
    partFor(Kind::Text).waiting.push_back({0, PartDelta::Kind::Annotation, dumpJson(annotationFromChat(annotation))});
    advance(events);
}

// Only of text: a token's probability without its text says nothing.
void ChoiceAssembler::readLogprobs(const Json &logprobs, StreamEvents &events)
{
    const Json *tokens = findArray(logprobs, "content");
    const Json *refusal = findArray(logprobs, "refusal");
    if (refusal && !refusal->empty())
        m_state.answerReport.dropped("answer/logprobs/refusal", "Streams tell no probabilities of refusals.");
    if (!tokens || tokens->empty())
        return;
    if (m_parts.empty() || m_parts.back().kind != Kind::Text || m_parts.back().isClosed) {
        m_state.answerReport.dropped("answer/logprobs", "Probabilities of no text.");
        return;
    }
    m_parts.back().waiting.push_back({0, PartDelta::Kind::Logprobs, dumpJson(*tokens)});
    advance(events);
}

void ChoiceAssembler::addWhole(Part part, StreamEvents &events)
{
    PendingPart &pending = m_parts.emplace_back();
    pending.kind = Kind::Whole;
    pending.whole = std::move(part);
    advance(events);
}

void ChoiceAssembler::readCalls(const Json &delta, StreamEvents &events)
{
    if (const Json *calls = findArray(delta, "tool_calls")) {
        for (const Json &json : *calls) {
            const Json *custom = findObject(json, "custom");
            const Json *called = custom ? custom : findObject(json, "function");
            CallDelta call;
            call.index = integerMember(json, "index");
            call.id = textMember(json, "id");
            call.isCustom = custom != nullptr;
            call.signature = stateOfCall(json);
            if (called) {
                call.name = textMember(*called, "name");
                call.arguments = argumentsText(*called, custom ? "input" : "arguments");
            }
            addCall(std::move(call), events);
        }
    }
    if (const Json *function = findObject(delta, "function_call")) {
        CallDelta call;
        call.index = -1; // beside those of tool_calls
        call.name = textMember(*function, "name");
        call.arguments = argumentsText(*function, "arguments");
        addCall(std::move(call), events);
    }
}

void ChoiceAssembler::addCall(CallDelta delta, StreamEvents &events)
{
    PendingPart *part = findCall(delta);
    if (part && part->isClosed) {
        if (!isBlank(delta.arguments))
            m_state.answerReport.dropped("answer/tool_calls", "Arguments of a tool call that was whole before.");
        return;
    }
    if (!part) {
        part = &m_parts.emplace_back();
        part->kind = Kind::Call;
        part->wireIndex = delta.index.value_or(0);
        part->isCustomOnWire = delta.isCustom;
    }
    if (part->id.empty())
        part->id = delta.id;
    if (part->name.empty()) // Mistral and others repeat it in every piece
        part->name = delta.name;
    if (delta.signature)
        part->signature = std::move(delta.signature);
    part->progress.feed(delta.arguments);
    if (!delta.arguments.empty())
        part->waiting.push_back({0, PartDelta::Kind::Arguments, std::move(delta.arguments)});
    advance(events);
}

// Servers leave out indexes or ids, or give every call the same index: a piece with a name of its own begins a new call
// when the one before is whole or has another id.
ChoiceAssembler::PendingPart *ChoiceAssembler::findCall(const CallDelta &delta)
{
    for (auto part = m_parts.rbegin(); part != m_parts.rend(); ++part) {
        if (part->kind != Kind::Call || (delta.index && part->wireIndex != *delta.index))
            continue;
        const bool bringsName = !delta.name.empty() && !part->name.empty();
        const bool hasOtherId = !delta.id.empty() && !part->id.empty() && delta.id != part->id;
        if (hasOtherId && (bringsName || !delta.index)) {
            if (delta.index)
                return nullptr;
            continue; // without indexes the id alone tells which call it is
        }
        const bool repeatsId = !delta.id.empty() && delta.id == part->id;
        const bool bringsMore = !isBlank(delta.arguments) || delta.name != part->name;
        if (bringsName && !repeatsId && part->progress.isComplete() && bringsMore)
            return nullptr;
        return &*part;
    }
    return nullptr;
}

bool ChoiceAssembler::isOver(const PendingPart &part)
{
    return part.kind != Kind::Call || (part.isStarted && part.progress.isComplete());
}

void ChoiceAssembler::advance(StreamEvents &events)
{
    while (m_front < m_parts.size()) {
        PendingPart &part = m_parts[m_front];
        tell(part, events);
        if (m_front + 1 == m_parts.size() || !isOver(part))
            return;
        close(part, events);
        ++m_front;
    }
}

void ChoiceAssembler::closeAll(StreamEvents &events)
{
    for (; m_front < m_parts.size(); ++m_front) {
        tell(m_parts[m_front], events);
        close(m_parts[m_front], events);
    }
}

Part ChoiceAssembler::startOf(PendingPart &part)
{
    Part start;
    switch (part.kind) {
    case Kind::Text: start.content = TextPart{}; break;
    case Kind::Reasoning: start.content = ReasoningPart{}; break;
    case Kind::Refusal: start.content = RefusalPart{}; break;
    case Kind::Whole: return std::move(part.whole);
    case Kind::Call: {
        part.isWrapped = !part.isCustomOnWire && isWrappedCustomTool(part.name, m_state);
        ToolCallPart call = calledTool(part.name, {}, part.isCustomOnWire, m_state);
        call.id = part.id.empty() ? m_state.makeCallId() : part.id;
        start.content = std::move(call);
        start.state = part.signature;
        m_hasCalls = true;
        break;
    }
    }
    return start;
}

bool ChoiceAssembler::start(PendingPart &part, StreamEvents &events)
{
    if (part.isStarted)
        return true;
    if (part.kind == Kind::Call && part.name.empty())
        return false;
    part.isStarted = true;
    part.index = m_nextIndex++;
    events.push_back(PartStarted{part.index, m_choice, startOf(part)});
    return true;
}

void ChoiceAssembler::tell(PendingPart &part, StreamEvents &events)
{
    if (!start(part, events))
        return;
    for (PartDelta &delta : part.waiting) {
        if (part.isWrapped) {
            part.wrappedArguments += delta.text;
            continue;
        }
        delta.index = part.index;
        events.push_back(std::move(delta));
    }
    part.waiting.clear();
}

void ChoiceAssembler::close(PendingPart &part, StreamEvents &events)
{
    part.isClosed = true;
    if (!part.isStarted) {
        m_state.answerReport.dropped("answer/tool_calls", "A tool call without the name of a tool.");
        return;
    }
    if (part.isWrapped) {
        if (std::string input = unwrappedInput(part.wrappedArguments); !input.empty())
            events.push_back(PartDelta{part.index, PartDelta::Kind::Arguments, std::move(input)});
    }
    events.push_back(PartEnded{part.index, part.signature});
}

} // namespace gateway::translation::openai_chat
