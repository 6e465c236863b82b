#include "gateway/translation/dialects/openai_responses/stream_item.h"

#include "gateway/translation/dialects/openai_responses/answer_decoder.h"
#include "gateway/translation/dialects/openai_responses/item_form.h"
#include "gateway/translation/dialects/openai_responses/reasoning_codec.h"

namespace gateway::translation::openai_responses {

namespace {

std::string_view argumentsName(const Json &item)
{
    return textMember(item, "type") == "custom_tool_call" ? "input" : "arguments";
}

// The part's start: what it is, without its content.
void tellStart(Part part, StreamEvents &events)
{
    events.push_back(PartStarted{0, 0, std::move(part)});
}

void tellText(PartDelta::Kind kind, std::string_view text, StreamEvents &events)
{
    if (!text.empty())
        events.push_back(PartDelta{0, kind, std::string(text)});
}

} // namespace

void StreamItem::begin(const Json &item, StreamEvents &events)
{
    m_begun = item;
    const std::string_view type = textMember(item, "type");
    if (type == "message") {
        m_kind = Kind::Message;
    } else if (type == "reasoning") {
        m_kind = Kind::Reasoning;
    } else if (type == "function_call" || type == "custom_tool_call") {
        m_kind = Kind::Call;
        if (!textMember(item, "name").empty() && !textMember(item, "call_id").empty())
            openCall(item, events);
    } else {
        m_kind = Kind::Other;
    }
}

void StreamItem::read(std::string_view type, const Json &event, StreamEvents &events)
{
    const std::int64_t content = integerMember(event, "content_index").value_or(0);
    const std::int64_t summary = integerMember(event, "summary_index").value_or(0);
    const std::string_view delta = textMember(event, "delta");
    if (type == "output_text.delta") {
        readPiece(Piece::Text, content, delta, events);
        readLogprobs(event, 0, events);
    } else if (type == "output_text.done") {
        readWhole(Piece::Text, content, textMember(event, "text"), events);
        readLogprobs(event, m_index == content ? m_toldTokens : 0, events);
    } else if (type == "output_text.annotation.added") {
        readAnnotation(event, events);
    } else if (type == "refusal.delta") {
        readPiece(Piece::Refusal, content, delta, events);
    } else if (type == "refusal.done") {
        readWhole(Piece::Refusal, content, textMember(event, "refusal"), events);
    } else if (type == "reasoning_summary_text.delta") {
        readPiece(Piece::Summary, summary, delta, events);
    } else if (type == "reasoning_summary_text.done") {
        readWhole(Piece::Summary, summary, textMember(event, "text"), events);
    } else if (type == "reasoning_text.delta") {
        readPiece(Piece::Reasoning, content, delta, events);
    } else if (type == "reasoning_text.done") {
        readWhole(Piece::Reasoning, content, textMember(event, "text"), events);
    } else if (type == "function_call_arguments.delta" || type == "custom_tool_call_input.delta") {
        readArguments(delta, events);
    }
}

void StreamItem::readPiece(Piece piece, std::int64_t index, std::string_view text, StreamEvents &events)
{
    const bool isReasoning = piece == Piece::Summary || piece == Piece::Reasoning;
    if (m_isFinished || text.empty() || m_kind == Kind::Call || m_kind == Kind::Other
        || (m_kind != Kind::Unknown && isReasoning != (m_kind == Kind::Reasoning)))
        return;
    if (!m_isOpen || m_piece != piece || m_index != index)
        open(piece, index, events);
    if (!m_isOpen || m_piece != piece)
        return;
    tellText(PartDelta::Kind::Text, text, events);
    m_received += text.size();
}

// Usually nothing is new; some servers tell no pieces.
void StreamItem::readWhole(Piece piece, std::int64_t index, std::string_view text, StreamEvents &events)
{
    const bool isOpenPiece = m_isOpen && m_piece == piece && m_index == index;
    if (isOpenPiece && text.size() > m_received)
        readPiece(piece, index, text.substr(m_received), events);
    else if (!isOpenPiece && index >= m_nextContent)
        readPiece(piece, index, text, events);
}

void StreamItem::open(Piece piece, std::int64_t index, StreamEvents &events)
{
    const bool isReasoning = piece == Piece::Summary || piece == Piece::Reasoning;
    if (isReasoning && m_isOpen) {
        if (m_piece != piece) {
            m_state.answerReport.dropped("answer/reasoning",
                                         "The provider told its reasoning in full and in summary; the first is kept.");
            return;
        }
        tellText(PartDelta::Kind::Text, summarySeparator, events);
        m_index = index;
        m_nextContent = index + 1;
        m_received = m_toldTokens = 0;
        return;
    }
    closePart(events);
    Part part;
    if (isReasoning)
        part.content = ReasoningPart{{}, piece == Piece::Summary};
    else if (piece == Piece::Refusal)
        part.content = RefusalPart{};
    else
        part.content = TextPart{};
    if (!m_hasParts && m_begun.is_object()) {
        setForm(part, itemForm, pickMembers(m_begun, {"type", "id"}));
        if (const Json *phase = findMember(m_begun, "phase"))
            part.extensions.set(ownDialect, itemForm, Json{{"phase", *phase}});
    }
    tellStart(std::move(part), events);
    m_isOpen = m_hasParts = true;
    m_piece = piece;
    m_index = index;
    m_nextContent = index + 1;
    m_received = m_toldTokens = 0;
}

void StreamItem::openCall(const Json &item, StreamEvents &events)
{
    ToolCallPart call;
    call.kind =
        textMember(item, "type") == "custom_tool_call" ? ToolCallPart::Kind::Custom : ToolCallPart::Kind::Function;
    call.id = textMember(item, "call_id");
    call.name = m_state.clientToolName(textMember(item, "name"));
    call.toolNamespace = textMember(item, "namespace");
    call.itemId = textMember(item, "id");
    Part part;
    part.content = std::move(call);
    closePart(events);
    tellStart(std::move(part), events);
    m_isOpen = m_hasParts = true;
    m_received = 0;
    readArguments(textMember(item, argumentsName(item)), events);
    std::string ahead;
    ahead.swap(m_argumentsAhead);
    readArguments(ahead, events);
}

void StreamItem::readArguments(std::string_view text, StreamEvents &events)
{
    if (m_isFinished || text.empty() || (m_kind != Kind::Call && m_kind != Kind::Unknown))
        return;
    if (!m_isOpen) {
        m_argumentsAhead += text;
        return;
    }
    tellText(PartDelta::Kind::Arguments, text, events);
    m_received += text.size();
}

void StreamItem::readAnnotation(const Json &event, StreamEvents &events)
{
    const Json *annotation = findObject(event, "annotation");
    if (!annotation)
        return;
    if (m_isOpen && m_kind != Kind::Call && m_piece == Piece::Text)
        events.push_back(PartDelta{0, PartDelta::Kind::Annotation, dumpJson(*annotation)});
    else
        m_state.answerReport.dropped("answer/annotations", "A citation came without its text.");
}

void StreamItem::readLogprobs(const Json &event, std::size_t first, StreamEvents &events)
{
    const Json *tokens = findArray(event, "logprobs");
    if (!tokens || tokens->size() <= first)
        return;
    if (!m_isOpen || m_piece != Piece::Text || m_kind == Kind::Call) {
        m_state.answerReport.dropped("answer/logprobs", "Probabilities of no text.");
        return;
    }
    Json told = Json::array();
    told.insert(told.end(), tokens->begin() + static_cast<std::ptrdiff_t>(first), tokens->end());
    m_toldTokens += told.size();
    events.push_back(PartDelta{0, PartDelta::Kind::Logprobs, dumpJson(told)});
}

void StreamItem::closePart(StreamEvents &events, std::optional<OpaqueState> state)
{
    if (m_isOpen)
        events.push_back(PartEnded{0, std::move(state)});
    m_isOpen = false;
}

void StreamItem::close(StreamEvents &events)
{
    closePart(events);
    m_isFinished = true;
}

void StreamItem::finish(const Json &item, StreamEvents &events)
{
    if (m_isFinished)
        return;
    if (m_kind == Kind::Unknown)
        begin(item, events);
    switch (m_kind) {
    case Kind::Message: finishMessage(item, events); break;
    case Kind::Reasoning: finishReasoning(item, events); break;
    case Kind::Call: finishCall(item, events); break;
    case Kind::Unknown:
    case Kind::Other: tellWhole(item, events); break;
    }
    close(events);
}

void StreamItem::finishMessage(const Json &item, StreamEvents &events)
{
    const Json *content = findArray(item, "content");
    std::int64_t index = 0;
    for (const Json &part : content ? *content : Json::array()) {
        const std::string_view type = textMember(part, "type");
        const bool isNew = index >= m_nextContent;
        if (type == "output_text") {
            readWhole(Piece::Text, index, textMember(part, "text"), events);
            if (isNew || m_index == index)
                readLogprobs(part, m_index == index ? m_toldTokens : 0, events);
            const Json *annotations = isNew ? findArray(part, "annotations") : nullptr;
            for (const Json &annotation : annotations ? *annotations : Json::array())
                readAnnotation(Json{{"annotation", annotation}}, events);
        } else if (type == "refusal") {
            readWhole(Piece::Refusal, index, textMember(part, "refusal"), events);
        }
        ++index;
    }
}

void StreamItem::finishReasoning(const Json &item, StreamEvents &events)
{
    Part whole = decodeReasoning(item);
    const bool isOwnClient = m_state.clientDialect() == ownDialect;
    auto *reasoning = whole.as<ReasoningPart>();
    if (!m_hasParts) {
        if (reasoning->text.empty() && !whole.state && !isOwnClient)
            return;
        const std::string text = std::move(reasoning->text);
        reasoning->text.clear();
        std::optional<OpaqueState> state = std::move(whole.state);
        whole.state.reset();
        tellStart(std::move(whole), events);
        m_isOpen = m_hasParts = true;
        tellText(PartDelta::Kind::Text, text, events);
        closePart(events, std::move(state));
        return;
    }
    closePart(events, std::move(whole.state));
}

void StreamItem::finishCall(const Json &item, StreamEvents &events)
{
    if (!m_isOpen) {
        if (textMember(item, "name").empty() || textMember(item, "call_id").empty()) {
            m_state.answerReport.dropped("answer/output", "The provider sent a tool call without name or id.");
            return;
        }
        // The finished item has all arguments, those that came ahead included.
        m_argumentsAhead.clear();
        openCall(item, events);
        return;
    }
    const std::string_view arguments = textMember(item, argumentsName(item));
    if (arguments.size() > m_received)
        readArguments(arguments.substr(m_received), events);
}

void StreamItem::tellWhole(const Json &item, StreamEvents &events)
{
    closePart(events);
    for (Part &part : decodeOutputItem(item, m_state, nullptr)) {
        tellStart(std::move(part), events);
        events.push_back(PartEnded{0, std::nullopt});
    }
}

} // namespace gateway::translation::openai_responses
