#include "gateway/translation/dialects/cohere_chat/stream_encoder.h"

#include "gateway/base/overload.h"
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/cohere_chat/answer_words.h"
#include "gateway/translation/dialects/cohere_chat/wire_form.h"
#include "gateway/translation/json/object_writer.h"
#include "gateway/translation/json/top_level_editor.h"

namespace gateway::translation::cohere {

namespace {

std::string nested(std::string_view name, std::string_view rawValue)
{
    return ObjectWriter().addRaw(name, rawValue).finished();
}

} // namespace

void StreamEncoder::encode(const StreamEvent &event, std::string &wire)
{
    std::visit(Overload{
                   [&](const MessageStarted &started) { start(started, wire); },
                   [&](const PartStarted &started) { startPart(started, wire); },
                   [&](const PartDelta &delta) { addDelta(delta, wire); },
                   [&](const PartEnded &ended) { endPart(ended, wire); },
                   [&](const UsageReported &reported) {
                       mergeUsage(m_usage, reported.usage);
                       m_rawUsage = reported.rawUsage;
                   },
                   [&](const ChoiceEnded &ended) {
                       if (ended.choice == 0)
                           m_finishReason = ended.finishReason;
                   },
                   [&](const MessageEnded &) { endMessage(wire); },
                   [&](const StreamFailed &failed) { wire += failureFrame(m_id, failed.error); },
               },
               event);
}

// {"type":...,"index":...,"delta":{"message":...}}; without a message there is no delta.
void StreamEncoder::write(std::string_view type, std::optional<std::size_t> index, std::string_view message,
                          std::string &wire, std::string_view more)
{
    wire += "event: ";
    wire += type;
    wire += "\ndata: {\"type\":\"";
    wire += type;
    wire += '"';
    if (index) {
        wire += ",\"index\":";
        wire += std::to_string(*index);
    }
    if (!message.empty()) {
        wire += ",\"delta\":{\"message\":";
        wire += message;
        wire += '}';
    }
    wire += more;
    wire += "}\n\n";
}

void StreamEncoder::start(const MessageStarted &started, std::string &wire)
{
    m_id = started.id.empty() ? m_state.makeId({}) : started.id;
    mergeUsage(m_usage, started.usage);
    write("message-start", std::nullopt,
          R"({"role":"assistant","content":[],"tool_plan":"","tool_calls":[],"citations":[]})", wire,
          ",\"id\":" + quoteJson(m_id));
}

void StreamEncoder::startPart(const PartStarted &started, std::string &wire)
{
    if (started.choice != 0) {
        m_state.answerReport.dropped("answer/choices", "Cohere's answers hold one choice.");
        return;
    }
    m_open = {};
    m_open.index = started.index;
    const Part &part = started.part;
    if (part.state)
        noteState();
    if (const auto *text = part.as<TextPart>()) {
        m_open.kind = isToolPlan(part) ? Kind::Plan : Kind::Text;
        addText(text->text, wire);
        for (const Json &annotation : text->annotations)
            addAnnotation(dumpJson(annotation), wire);
    } else if (const auto *refusal = part.as<RefusalPart>()) {
        m_open.kind = Kind::Text;
        addText(refusal->text, wire);
    } else if (const auto *reasoning = part.as<ReasoningPart>()) {
        m_open.kind = Kind::Reasoning;
        addText(reasoning->text, wire);
    } else if (const auto *call = part.as<ToolCallPart>()) {
        m_open.kind = Kind::Call;
        startCall(*call, wire);
    } else {
        m_state.answerReport.dropped("answer/parts", "A part that Cohere's answers have no word for.");
    }
}

void StreamEncoder::startCall(const ToolCallPart &call, std::string &wire)
{
    m_open.wireIndex = m_calls++;
    const std::string function = ObjectWriter().add("name", call.name).add("arguments", "").finished();
    ObjectWriter json;
    json.add("id", call.id.empty() ? m_state.makeCallId() : call.id).add("type", "function");
    json.addRaw("function", function);
    write("tool-call-start", m_open.wireIndex, nested("tool_calls", json.finished()), wire);
    m_open.isCustom = call.kind == ToolCallPart::Kind::Custom;
    addArguments(call.arguments, wire);
}

void StreamEncoder::noteState()
{
    m_state.answerReport.dropped("answer/state", "Cohere's clients have no place for the signature of this part.");
}

void StreamEncoder::beginBlock(std::string &wire)
{
    if (m_open.hasBegun)
        return;
    m_open.hasBegun = true;
    m_open.wireIndex = m_blocks++;
    const std::string_view content = m_open.kind == Kind::Reasoning ? R"({"content":{"type":"thinking","thinking":""}})"
                                                                    : R"({"content":{"type":"text","text":""}})";
    write("content-start", m_open.wireIndex, content, wire);
}

void StreamEncoder::addDelta(const PartDelta &delta, std::string &wire)
{
    if (!isOpen(delta.index))
        return;
    switch (delta.kind) {
    case PartDelta::Kind::Text: addText(delta.text, wire); break;
    case PartDelta::Kind::Arguments: addArguments(delta.text, wire); break;
    case PartDelta::Kind::Annotation: addAnnotation(delta.text, wire); break;
    case PartDelta::Kind::Logprobs: addLogprobs(delta.text, wire); break;
    }
}

void StreamEncoder::addText(std::string_view text, std::string &wire)
{
    if (text.empty() || m_open.kind == Kind::Nothing || m_open.kind == Kind::Call)
        return;
    if (m_open.kind == Kind::Plan) {
        write("tool-plan-delta", std::nullopt, ObjectWriter().add("tool_plan", text).finished(), wire);
        return;
    }
    beginBlock(wire);
    const bool isReasoning = m_open.kind == Kind::Reasoning;
    if (!isReasoning)
        m_open.text += text;
    const std::string content = ObjectWriter().add(isReasoning ? "thinking" : "text", text).finished();
    write("content-delta", m_open.wireIndex, nested("content", content), wire);
}

void StreamEncoder::addArguments(std::string_view text, std::string &wire)
{
    if (text.empty() || m_open.kind != Kind::Call)
        return;
    if (m_open.isCustom) {
        m_open.held += text;
        return;
    }
    m_open.hasArguments = true;
    const std::string function = ObjectWriter().add("arguments", text).finished();
    write("tool-call-delta", m_open.wireIndex, nested("tool_calls", nested("function", function)), wire);
}

void StreamEncoder::addAnnotation(std::string_view text, std::string &wire)
{
    const auto annotation = parseJson(text);
    const std::size_t block = m_open.hasBegun ? m_open.wireIndex : m_blocks;
    const auto citation = annotation && m_open.kind == Kind::Text
                              ? citationFromAnnotation(*annotation, block, m_open.text)
                              : std::nullopt;
    if (!citation) {
        m_state.answerReport.dropped("answer/annotations", "Cohere has no such kind of citation.");
        return;
    }
    const std::size_t index = m_citations++;
    write("citation-start", index, nested("citations", dumpJson(*citation)), wire);
    write("citation-end", index, {}, wire);
}

void StreamEncoder::addLogprobs(std::string_view text, std::string &wire)
{
    const auto tokens = parseJson(text);
    if (!tokens || !tokens->is_array() || m_open.kind != Kind::Text)
        return;
    beginBlock(wire);
    for (const Json &token : *tokens)
        write("content-delta", m_open.wireIndex, R"({"content":{"text":""}})", wire,
              ",\"logprobs\":" + dumpJson(logprobFromToken(token, m_state)));
}

void StreamEncoder::endPart(const PartEnded &ended, std::string &wire)
{
    if (!isOpen(ended.index))
        return;
    if (ended.state)
        noteState();
    if (m_open.kind == Kind::Call) {
        if (m_open.isCustom) {
            m_open.isCustom = false;
            addArguments(dumpJson(Json{{"input", m_open.held}}), wire);
        }
        if (!m_open.hasArguments) // clients read them as JSON, also of tools without any
            addArguments("{}", wire);
        write("tool-call-end", m_open.wireIndex, {}, wire);
    } else if (m_open.hasBegun) {
        write("content-end", m_open.wireIndex, {}, wire);
    }
    m_open = {};
}

void StreamEncoder::endMessage(std::string &wire)
{
    ObjectWriter delta;
    delta.add("finish_reason", wordOfFinishReason(m_finishReason, m_calls > 0, m_state));
    if (const std::string usage = usageText(m_usage, m_rawUsage, m_state); !usage.empty())
        delta.addRaw("usage", usage);
    wire += "event: message-end\ndata: ";
    wire += ObjectWriter().add("type", "message-end").add("id", m_id).addRaw("delta", delta.finished()).finished();
    wire += "\n\n";
}

} // namespace gateway::translation::cohere
