#include "gateway/translation/dialects/anthropic_messages/stream_encoder.h"

#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/anthropic_messages/annotation_codec.h"
#include "gateway/translation/dialects/anthropic_messages/answer_blocks.h"
#include "gateway/translation/dialects/anthropic_messages/answer_words.h"
#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/json/top_level_editor.h"

#include <utility>

namespace gateway::translation::anthropic {

namespace {

// Claude Code reads the event lines, SDKs the type in the data: both are written always.
void writeFrame(std::string_view event, std::string_view data, std::string &wire)
{
    wire += "event: ";
    wire += event;
    wire += "\ndata: ";
    wire += data;
    wire += "\n\n";
}

bool isSpace(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool beginsAnObject(std::string_view text)
{
    return text[text.find_first_not_of(" \t\r\n")] == '{';
}

} // namespace

void StreamEncoder::encode(const StreamEvent &event, std::string &wire)
{
    std::visit([&](const auto &what) { write(what, wire); }, event);
}

void StreamEncoder::write(const MessageStarted &started, std::string &wire)
{
    m_usage = started.usage;
    m_serviceTier = serviceTierFor(started.serviceTier);
    const Json message = {{"id", idWithPrefix(started.id, "msg_", m_state)},
                          {"type", "message"},
                          {"role", "assistant"},
                          {"model", started.model.empty() ? m_state.request().model : started.model},
                          {"content", Json::array()},
                          {"stop_reason", nullptr},
                          {"stop_sequence", nullptr},
                          {"usage", usageFor(m_usage, m_serviceTier)}};
    writeFrame("message_start", R"({"type":"message_start","message":)" + dumpJson(message) + '}', wire);
}

void StreamEncoder::write(const PartStarted &started, std::string &wire)
{
    if (started.choice != 0) {
        m_skipped.insert(started.index);
        m_state.answerReport.dropped("answer/choices",
                                     "Anthropic's clients read one answer, so the others are left out.");
        return;
    }
    const Part &part = started.part;
    if (needsBlockBefore(part))
        writeWholeBlock(stateOfNextBlock(*part.state), wire);
    if (const auto *opaque = part.as<OpaquePart>(); opaque && opaque->dialect == DialectId::AnthropicMessages) {
        writeOpaque(*opaque, wire);
        m_skipped.insert(started.index);
        return;
    }
    if (part.as<MediaPart>() || part.as<OpaquePart>() || part.as<ToolResultPart>()) {
        m_skipped.insert(started.index);
        m_state.answerReport.dropped("answer/content", "A part of a kind that Anthropic's clients do not know.");
        return;
    }
    OpenPart &open = m_open[started.index];
    open.part = part;
    if (const auto *reasoning = part.as<ReasoningPart>()) {
        if (part.state && reasoning->text.empty()) { // whole: redacted
            writeWholeBlock(reasoningBlock({}, &*part.state), wire);
            m_open.erase(started.index);
            m_skipped.insert(started.index);
            return;
        }
        startBlock(R"({"type":"thinking","thinking":"","signature":""})", wire);
        open.hasBlock = true;
        if (!reasoning->text.empty())
            writeDelta("thinking_delta", "thinking", reasoning->text, wire);
    } else if (const auto *call = part.as<ToolCallPart>()) {
        m_hasCalls = true;
        // A Gemini state of the call is known at its end only, and its block comes before the call.
        open.isHeld = call->kind == ToolCallPart::Kind::Custom
                      || (m_state.providerDialect() == DialectId::GeminiGenerate && !part.state);
        if (!open.isHeld)
            startCallBlock(open, wire);
        writeArguments(open, call->arguments, wire);
    } else if (const auto *text = part.as<TextPart>()) {
        if (!text->text.empty())
            write(PartDelta{started.index, PartDelta::Kind::Text, text->text}, wire);
        for (const Json &annotation : text->annotations)
            writeAnnotation(open, dumpJson(annotation), wire);
    } else if (const auto *refusal = part.as<RefusalPart>()) {
        m_hasRefusal = true;
        if (!refusal->text.empty())
            write(PartDelta{started.index, PartDelta::Kind::Text, refusal->text}, wire);
    }
}

void StreamEncoder::write(const PartDelta &delta, std::string &wire)
{
    const auto found = m_open.find(delta.index);
    if (found == m_open.end())
        return;
    OpenPart &open = found->second;
    switch (delta.kind) {
    case PartDelta::Kind::Text:
        if (delta.text.empty())
            return;
        if (open.part.as<ReasoningPart>()) {
            writeDelta("thinking_delta", "thinking", delta.text, wire);
        } else if (!open.part.as<ToolCallPart>()) {
            startTextBlock(open, wire);
            writeDelta("text_delta", "text", delta.text, wire);
        }
        return;
    case PartDelta::Kind::Arguments:
        if (open.part.as<ToolCallPart>())
            writeArguments(open, delta.text, wire);
        return;
    case PartDelta::Kind::Annotation:
        if (open.part.as<TextPart>())
            writeAnnotation(open, delta.text, wire);
        return;
    case PartDelta::Kind::Logprobs:
        m_state.answerReport.dropped("answer/logprobs", "Anthropic's clients read no probabilities of tokens.");
        return;
    }
}

void StreamEncoder::write(const PartEnded &ended, std::string &wire)
{
    if (m_skipped.erase(ended.index) > 0)
        return;
    const auto found = m_open.find(ended.index);
    if (found == m_open.end())
        return;
    OpenPart open = std::move(found->second);
    m_open.erase(found);
    if (open.part.as<ReasoningPart>()) {
        endReasoning(ended, wire);
    } else if (open.part.as<ToolCallPart>()) {
        endCall(open, ended, wire);
    } else if (ended.state && !open.part.state) {
        m_state.answerReport.dropped("answer/content", "State of a text came after it, too late for this client.");
    }
    if (!open.citations.empty())
        m_state.answerReport.dropped("answer/content", "Citations of a text without a character.");
    if (open.hasBlock)
        stopBlock(wire);
}

void StreamEncoder::endReasoning(const PartEnded &ended, std::string &wire)
{
    if (ended.state)
        writeDelta("signature_delta", "signature", stateForClient(*ended.state, DialectId::AnthropicMessages), wire);
}

void StreamEncoder::endCall(OpenPart &open, const PartEnded &ended, std::string &wire)
{
    const bool isStateNew = ended.state && !open.part.state;
    if (isStateNew && open.hasBlock)
        m_state.answerReport.dropped("answer/content", "State of a call came after it, too late for this client.");
    if (!open.isHeld)
        return;
    if (isStateNew && !open.hasBlock)
        writeWholeBlock(stateOfNextBlock(*ended.state), wire);
    auto *call = open.part.as<ToolCallPart>();
    call->arguments = std::move(open.held);
    if (!open.hasBlock)
        startCallBlock(open, wire);
    const Json input = callInput(*call, m_state);
    if (!input.empty())
        writeDelta("input_json_delta", "partial_json", dumpJson(input), wire);
}

void StreamEncoder::write(const UsageReported &reported, std::string &)
{
    mergeUsage(m_usage, reported.usage);
}

void StreamEncoder::write(const ChoiceEnded &ended, std::string &)
{
    if (ended.choice == 0)
        m_end = ended;
}

void StreamEncoder::write(const MessageEnded &, std::string &wire)
{
    const Json delta = {{"stop_reason", stopReasonFor(m_end.finishReason, m_hasCalls, m_hasRefusal, m_state)},
                        {"stop_sequence", stopSequenceFor(m_end.finishReason, m_end.stopSequence, m_state.request())}};
    writeFrame("message_delta",
               R"({"type":"message_delta","delta":)" + dumpJson(delta) + R"(,"usage":)"
                   + dumpJson(usageFor(m_usage, {})) + '}',
               wire);
    writeFrame("message_stop", R"({"type":"message_stop"})", wire);
}

void StreamEncoder::write(const StreamFailed &failed, std::string &wire)
{
    wire += renderErrorFrame(DialectId::AnthropicMessages, failed.error, {});
}

void StreamEncoder::startBlock(const std::string &block, std::string &wire)
{
    writeFrame("content_block_start",
               R"({"type":"content_block_start","index":)" + std::to_string(m_nextBlock) + R"(,"content_block":)"
                   + block + '}',
               wire);
}

// Clients send texts back, and Anthropic refuses empty ones: a block begins with its first character.
void StreamEncoder::startTextBlock(OpenPart &open, std::string &wire)
{
    if (open.hasBlock)
        return;
    open.hasBlock = true;
    startBlock(R"({"type":"text","text":""})", wire);
    for (const Json &citation : std::exchange(open.citations, {}))
        writeCitation(citation, wire);
}

void StreamEncoder::startCallBlock(OpenPart &open, std::string &wire)
{
    const auto *call = open.part.as<ToolCallPart>();
    open.hasBlock = true;
    startBlock(R"({"type":"tool_use","id":)" + quoteJson(callIdFor(call->id, m_state)) + R"(,"name":)"
                   + quoteJson(call->name) + R"(,"input":{}})",
               wire);
}

void StreamEncoder::writeDelta(std::string_view type, std::string_view member, std::string_view text, std::string &wire)
{
    wire += "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":";
    wire += std::to_string(m_nextBlock);
    wire += ",\"delta\":{\"type\":\"";
    wire += type;
    wire += "\",\"";
    wire += member;
    wire += "\":";
    wire += quoteJson(text);
    wire += "}}\n\n";
}

void StreamEncoder::stopBlock(std::string &wire)
{
    writeFrame("content_block_stop", R"({"type":"content_block_stop","index":)" + std::to_string(m_nextBlock) + '}',
               wire);
    ++m_nextBlock;
}

void StreamEncoder::writeWholeBlock(const Json &block, std::string &wire)
{
    startBlock(dumpJson(block), wire);
    stopBlock(wire);
}

// Clients gather the input of calls from deltas, also of calls that run at the provider.
void StreamEncoder::writeOpaque(const OpaquePart &opaque, std::string &wire)
{
    const Json *input = findObject(opaque.json, "input");
    if (!input || input->empty()) {
        writeWholeBlock(opaque.json, wire);
        return;
    }
    Json start = opaque.json;
    start["input"] = Json::object();
    startBlock(dumpJson(start), wire);
    writeDelta("input_json_delta", "partial_json", dumpJson(*input), wire);
    stopBlock(wire);
}

void StreamEncoder::writeArguments(OpenPart &open, std::string_view piece, std::string &wire)
{
    if (!open.isHeld && !open.hasContent) {
        if (isSpace(piece))
            return;
        // What is no object is put into one, for which its end must be known.
        open.isHeld = !beginsAnObject(piece);
        open.hasContent = true;
    }
    if (open.isHeld) {
        open.held += piece;
        return;
    }
    writeDelta("input_json_delta", "partial_json", piece, wire);
}

void StreamEncoder::writeAnnotation(OpenPart &open, std::string_view annotation, std::string &wire)
{
    const auto json = parseJson(annotation);
    const auto citation = json ? citationForClient(*json) : std::nullopt;
    if (!citation) {
        m_state.answerReport.dropped("answer/content", "Citations of a kind that Anthropic's clients do not know.");
        return;
    }
    if (open.hasBlock)
        writeCitation(*citation, wire);
    else
        open.citations.push_back(*citation);
}

void StreamEncoder::writeCitation(const Json &citation, std::string &wire)
{
    writeFrame("content_block_delta",
               R"({"type":"content_block_delta","index":)" + std::to_string(m_nextBlock)
                   + R"(,"delta":{"type":"citations_delta","citation":)" + dumpJson(citation) + "}}",
               wire);
}

} // namespace gateway::translation::anthropic
