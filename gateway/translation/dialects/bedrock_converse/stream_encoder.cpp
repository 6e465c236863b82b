#include "gateway/translation/dialects/bedrock_converse/stream_encoder.h"

#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/bedrock_converse/answer_blocks.h"
#include "gateway/translation/dialects/bedrock_converse/answer_words.h"
#include "gateway/translation/dialects/bedrock_converse/citation_codec.h"
#include "gateway/translation/dialects/bedrock_converse/reasoning_codec.h"
#include "gateway/translation/framing/aws_event_stream.h"
#include "gateway/translation/json/top_level_editor.h"

#include <utility>

namespace gateway::translation::bedrock {

namespace {

bool isSpace(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool beginsAnObject(std::string_view text)
{
    return text[text.find_first_not_of(" \t\r\n")] == '{';
}

std::string wrapped(std::string_view name, std::string_view rawValue)
{
    std::string text = "{\"";
    text.append(name).append("\":").append(rawValue) += '}';
    return text;
}

} // namespace

void StreamEncoder::encode(const StreamEvent &event, std::string &wire)
{
    std::visit([&](const auto &what) { write(what, wire); }, event);
}

void StreamEncoder::write(const MessageStarted &started, std::string &wire)
{
    m_usage = started.usage;
    m_serviceTier = started.serviceTier;
    wire += awsEventFrame("messageStart", R"({"role":"assistant"})");
}

void StreamEncoder::write(const PartStarted &started, std::string &wire)
{
    if (started.choice != 0) {
        m_skipped.insert(started.index);
        m_state.answerReport.dropped("answer/choices",
                                     "Bedrock's clients read one answer, so the others are left out.");
        return;
    }
    if (needsBlockBefore(started.part))
        writeStateOfNext(*started.part.state, wire);
    if (writeWholePart(started.part, wire)) {
        m_skipped.insert(started.index);
        return;
    }
    OpenPart &open = m_open[started.index];
    open.part = started.part;
    startPart(open, wire);
}

// What the part brings at its start; a block begins with its first content.
void StreamEncoder::startPart(OpenPart &open, std::string &wire)
{
    if (const auto *call = open.part.as<ToolCallPart>()) {
        m_hasCalls = true;
        // A Gemini state of the call is known at its end only, and its block comes before the call.
        open.isHeld = call->kind == ToolCallPart::Kind::Custom
                      || (m_state.providerDialect() == DialectId::GeminiGenerate && !open.part.state);
        if (!open.isHeld)
            startCall(open, wire);
        writeArguments(open, call->arguments, wire);
    } else if (const auto *text = open.part.as<TextPart>()) {
        writeText(open, text->text, wire);
        for (const Json &annotation : text->annotations)
            writeAnnotation(open, annotation, wire);
    } else if (const auto *reasoning = open.part.as<ReasoningPart>()) {
        writeText(open, reasoning->text, wire);
    } else if (const auto *refusal = open.part.as<RefusalPart>()) {
        writeText(open, refusal->text, wire);
    }
}

// Parts that come at once. False for those that have deltas.
bool StreamEncoder::writeWholePart(const Part &part, std::string &wire)
{
    if (const auto *media = part.as<MediaPart>()) {
        const Json block = mediaBlock(*media, m_state);
        const Json *image = findObject(block, "image");
        if (!block.is_null() && !image)
            m_state.answerReport.dropped("answer/content", "Media that Bedrock's streams have no form for.");
        if (!image)
            return true;
        writeStart(wrapped("image", wrapped("format", quoteJson(textMember(*image, "format")))), wire);
        writeDelta(wrapped("image", wrapped("source", wrapped("bytes", quoteJson(media->value)))), wire);
        stopBlock(wire);
        return true;
    }
    if (const auto *opaque = part.as<OpaquePart>(); opaque && opaque->dialect == ownDialect) {
        writeOpaque(opaque->json, wire);
        return true;
    }
    if (part.as<OpaquePart>() || part.as<ToolResultPart>()) {
        m_state.answerReport.dropped("answer/content", "A part of a kind that Bedrock's clients do not know.");
        return true;
    }
    const auto *reasoning = part.as<ReasoningPart>();
    if (!reasoning || !part.state || !reasoning->text.empty())
        return false;
    writeDelta(wrapped("reasoningContent", dumpJson(stateDeltaForClient(*part.state, false))), wire);
    stopBlock(wire);
    return true;
}

// Calls that run at Bedrock, and their results.
void StreamEncoder::writeOpaque(const Json &block, std::string &wire)
{
    const auto name = unionMember(block);
    const Json *inner = name == "toolUse" || name == "toolResult" ? findObject(block, name) : nullptr;
    if (!inner) {
        m_state.answerReport.dropped("answer/content", "A part that Bedrock's streams have no form for.");
        return;
    }
    Json start = *inner;
    start.erase("input");
    start.erase("content");
    writeStart(wrapped(name, dumpJson(start)), wire);
    if (const Json *input = findObject(*inner, "input"))
        writeInput(dumpJson(*input), wire);
    if (const Json *content = findArray(*inner, "content"))
        writeDelta(wrapped("toolResult", dumpJson(*content)), wire);
    stopBlock(wire);
}

void StreamEncoder::write(const PartDelta &delta, std::string &wire)
{
    const auto found = m_open.find(delta.index);
    if (found == m_open.end())
        return;
    OpenPart &open = found->second;
    switch (delta.kind) {
    case PartDelta::Kind::Text:
        if (!open.part.as<ToolCallPart>())
            writeText(open, delta.text, wire);
        return;
    case PartDelta::Kind::Arguments:
        if (open.part.as<ToolCallPart>())
            writeArguments(open, delta.text, wire);
        return;
    case PartDelta::Kind::Annotation:
        if (const auto annotation = parseJson(delta.text); annotation && open.part.as<TextPart>())
            writeAnnotation(open, *annotation, wire);
        return;
    case PartDelta::Kind::Logprobs:
        m_state.answerReport.dropped("answer/logprobs", "Bedrock's clients read no probabilities of tokens.");
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
    if (open.part.as<ToolCallPart>()) {
        endCall(open, ended, wire);
    } else if (ended.state && open.part.as<ReasoningPart>()) {
        open.hasBlock = true;
        writeDelta(wrapped("reasoningContent", dumpJson(stateDeltaForClient(*ended.state, open.hasText))), wire);
    } else if (ended.state && !open.part.state) {
        m_state.answerReport.dropped("answer/content", "State of a text came after it, too late for this client.");
    }
    if (!open.citations.empty())
        m_state.answerReport.dropped("answer/content", "Citations of a text without a character.");
    if (open.hasBlock)
        stopBlock(wire);
}

void StreamEncoder::endCall(OpenPart &open, const PartEnded &ended, std::string &wire)
{
    const bool isStateNew = ended.state && !open.part.state;
    if (isStateNew && open.hasBlock)
        m_state.answerReport.dropped("answer/content", "State of a call came after it, too late for this client.");
    if (!open.isHeld) {
        if (!open.hasContent) // SDKs' users parse what came, and nothing is no JSON
            writeInput("{}", wire);
        return;
    }
    if (isStateNew && !open.hasBlock)
        writeStateOfNext(*ended.state, wire);
    auto *call = open.part.as<ToolCallPart>();
    call->arguments = std::move(open.held);
    if (!open.hasBlock)
        startCall(open, wire);
    writeInput(dumpJson(callInput(*call, m_state)), wire);
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
    const auto reason = stopReasonFor(m_end.finishReason, m_end.rawFinishReason, m_hasCalls, m_state);
    wire += awsEventFrame("messageStop", wrapped("stopReason", quoteJson(reason)));
    Json metadata = {{"usage", usageFor(m_usage)}, {"metrics", metricsFor(m_state)}};
    if (Json tier = serviceTierFor(m_serviceTier); !tier.is_null())
        metadata["serviceTier"] = std::move(tier);
    wire += awsEventFrame("metadata", dumpJson(metadata));
}

void StreamEncoder::write(const StreamFailed &failed, std::string &wire)
{
    wire += awsExceptionFrame(exceptionNameFor(failed.error), exceptionPayload(failed.error));
}

void StreamEncoder::writeStart(std::string_view start, std::string &wire)
{
    std::string payload = "{\"start\":";
    payload.append(start).append(",\"contentBlockIndex\":").append(std::to_string(m_nextBlock)) += '}';
    wire += awsEventFrame("contentBlockStart", payload);
}

void StreamEncoder::writeDelta(std::string_view delta, std::string &wire)
{
    std::string payload = "{\"delta\":";
    payload.append(delta).append(",\"contentBlockIndex\":").append(std::to_string(m_nextBlock)) += '}';
    wire += awsEventFrame("contentBlockDelta", payload);
}

void StreamEncoder::stopBlock(std::string &wire)
{
    wire += awsEventFrame("contentBlockStop", wrapped("contentBlockIndex", std::to_string(m_nextBlock)));
    ++m_nextBlock;
}

// Clients send texts back, and AWS refuses empty ones: a block begins with its first character.
void StreamEncoder::writeText(OpenPart &open, std::string_view text, std::string &wire)
{
    if (text.empty())
        return;
    open.hasBlock = true;
    const std::string delta = wrapped("text", quoteJson(text));
    if (!open.part.as<ReasoningPart>()) {
        writeDelta(delta, wire);
        for (const Json &citation : std::exchange(open.citations, {}))
            writeCitation(citation, wire);
        return;
    }
    open.hasText = true;
    writeDelta(wrapped("reasoningContent", delta), wire);
}

void StreamEncoder::startCall(OpenPart &open, std::string &wire)
{
    const auto *call = open.part.as<ToolCallPart>();
    open.hasBlock = true;
    writeStart(R"({"toolUse":{"toolUseId":)" + quoteJson(callIdFor(call->id, m_state)) + R"(,"name":)"
                   + quoteJson(call->name) + "}}",
               wire);
}

void StreamEncoder::writeInput(std::string_view input, std::string &wire)
{
    writeDelta(wrapped("toolUse", wrapped("input", quoteJson(input))), wire);
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
    if (open.isHeld)
        open.held += piece;
    else
        writeInput(piece, wire);
}

void StreamEncoder::writeAnnotation(OpenPart &open, const Json &annotation, std::string &wire)
{
    const auto citation = citationFromAnnotation(annotation);
    if (!citation) {
        m_state.answerReport.dropped("answer/content", "Citations of a kind that Bedrock's clients do not know.");
        return;
    }
    if (open.hasBlock)
        writeCitation(*citation, wire);
    else
        open.citations.push_back(*citation);
}

void StreamEncoder::writeCitation(const Json &citation, std::string &wire)
{
    writeDelta(wrapped("citation", dumpJson(citation)), wire);
}

void StreamEncoder::writeStateOfNext(const OpaqueState &state, std::string &wire)
{
    OpaqueState carried = state;
    carried.belongsToNext = true;
    writeDelta(wrapped("reasoningContent", dumpJson(stateDeltaForClient(carried, false))), wire);
    stopBlock(wire);
}

} // namespace gateway::translation::bedrock
