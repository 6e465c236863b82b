#include "gateway/translation/dialects/openai_chat/stream_encoder.h"

#include "gateway/base/overload.h"
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/dialects/openai_chat/answer_words.h"
#include "gateway/translation/dialects/openai_chat/part_codec.h"
#include "gateway/translation/dialects/openai_chat/response_encoder.h"
#include "gateway/translation/dialects/openai_chat/tool_codec.h"
#include "gateway/translation/json/object_writer.h"
#include "gateway/translation/json/top_level_editor.h"

namespace gateway::translation::openai_chat {

namespace {

std::string textDelta(std::string_view member, std::string_view text)
{
    return ObjectWriter().add(member, text).finished();
}

std::string callDelta(std::string_view call)
{
    std::string delta = "{\"tool_calls\":[";
    delta += call;
    delta += "]}";
    return delta;
}

std::string_view memberOf(const Part &part)
{
    if (part.as<ReasoningPart>())
        return "reasoning_content";
    return part.as<RefusalPart>() ? "refusal" : "content";
}

// The text that a part may bring with its start.
std::string firstText(const Part &part)
{
    if (const auto *text = part.as<TextPart>())
        return text->text;
    if (const auto *reasoning = part.as<ReasoningPart>())
        return reasoning->text;
    const auto *refusal = part.as<RefusalPart>();
    return refusal ? refusal->text : std::string();
}

} // namespace

StreamEncoder::StreamEncoder(ExchangeState &state) : m_state(state), m_isLegacy(usesLegacyFunctions(state.request())) {}

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
                   [&](const ChoiceEnded &ended) { endChoice(ended, wire); },
                   [&](const MessageEnded &) { endMessage(wire); },
                   [&](const StreamFailed &failed) { fail(failed, wire); },
               },
               event);
}

void StreamEncoder::start(const MessageStarted &started, std::string &wire)
{
    ObjectWriter head;
    head.add("id", answerId(started.id, m_state)).add("object", "chat.completion.chunk");
    head.addNumber("created", answerTime(started.createdAt)).add("model", answerModel(started.model, m_state));
    if (isKnownServiceTier(started.serviceTier))
        head.add("service_tier", started.serviceTier);
    m_head = "data: " + head.finished();
    m_head.back() = ','; // goes on with the choices
    mergeUsage(m_usage, started.usage);
    choiceOf(0, wire);
}

void StreamEncoder::writeChunk(std::int64_t choice, std::string_view delta, std::string_view logprobs,
                               std::string_view reason, std::string &wire)
{
    wire += m_head;
    wire += "\"choices\":[{\"index\":";
    wire += std::to_string(choice);
    wire += ",\"delta\":";
    wire += delta;
    wire += ",\"logprobs\":";
    wire += logprobs;
    wire += ",\"finish_reason\":";
    wire += reason;
    wire += "}]}\n\n";
}

void StreamEncoder::writeDelta(std::int64_t choice, std::string_view delta, std::string &wire)
{
    writeChunk(choice, delta, "null", "null", wire);
}

StreamEncoder::ChoiceState &StreamEncoder::choiceOf(std::int64_t index, std::string &wire)
{
    ChoiceState &choice = m_choices[index];
    if (!choice.hasRole)
        writeDelta(index, R"({"role":"assistant","content":""})", wire);
    choice.hasRole = true;
    return choice;
}

void StreamEncoder::startPart(const PartStarted &started, std::string &wire)
{
    choiceOf(started.choice, wire);
    OpenPart &open = m_openParts[started.index];
    open.choice = started.choice;
    open.part = started.part;
    if (open.part.as<ToolCallPart>()) {
        startCall(open, wire);
    } else if (open.part.as<MediaPart>() || open.part.as<OpaquePart>() || open.part.as<ToolResultPart>()) {
        addWholePart(open, wire);
    } else {
        addText(open, firstText(open.part), wire);
        if (const auto *text = open.part.as<TextPart>()) {
            for (const Json &annotation : text->annotations)
                addAnnotation(open, dumpJson(annotation), wire);
        }
    }
}

void StreamEncoder::startCall(OpenPart &open, std::string &wire)
{
    auto &call = *open.part.as<ToolCallPart>();
    open.callIndex = m_choices[open.choice].calls++;
    if (call.id.empty())
        call.id = m_state.makeCallId();
    // Gemini's signature is known at the end, and clients look for it beside the name.
    open.isHeld = m_state.request().wantsWholeToolCalls || m_state.providerDialect() == DialectId::GeminiGenerate;
    if (open.isHeld || (m_isLegacy && open.callIndex > 0))
        return;
    const std::string arguments = std::exchange(call.arguments, {});
    const auto extra = signatureJson(open.part.state, m_state);
    if (m_isLegacy) {
        const std::string function = ObjectWriter().add("name", call.name).add("arguments", "").finished();
        writeDelta(open.choice, ObjectWriter().addRaw("function_call", function).finished(), wire);
    } else {
        const bool isCustom = call.kind == ToolCallPart::Kind::Custom;
        ObjectWriter called;
        called.add("name", call.name).add(isCustom ? "input" : "arguments", "");
        ObjectWriter json;
        json.addNumber("index", open.callIndex).add("id", call.id).add("type", isCustom ? "custom" : "function");
        json.addRaw(isCustom ? "custom" : "function", called.finished());
        if (extra)
            json.addRaw("extra_content", dumpJson(*extra));
        writeDelta(open.choice, callDelta(json.finished()), wire);
    }
    addArguments(open, arguments, wire);
}

void StreamEncoder::addDelta(const PartDelta &delta, std::string &wire)
{
    const auto found = m_openParts.find(delta.index);
    if (found == m_openParts.end())
        return;
    OpenPart &open = found->second;
    switch (delta.kind) {
    case PartDelta::Kind::Text: addText(open, delta.text, wire); break;
    case PartDelta::Kind::Arguments: addArguments(open, delta.text, wire); break;
    case PartDelta::Kind::Annotation: addAnnotation(open, delta.text, wire); break;
    case PartDelta::Kind::Logprobs:
        writeChunk(open.choice, "{}", ObjectWriter().addRaw("content", delta.text).addRaw("refusal", "null").finished(),
                   "null", wire);
        break;
    }
}

void StreamEncoder::addText(OpenPart &open, std::string_view text, std::string &wire)
{
    if (text.empty())
        return;
    ChoiceState &choice = m_choices[open.choice];
    const bool isReasoning = open.part.as<ReasoningPart>() != nullptr;
    if (isReasoning && choice.hasReasoning && !open.hasContent)
        writeDelta(open.choice, textDelta("reasoning_content", "\n\n"), wire);
    choice.hasReasoning = choice.hasReasoning || isReasoning;
    choice.saidRefusal = choice.saidRefusal || open.part.as<RefusalPart>() != nullptr;
    open.hasContent = true;
    writeDelta(open.choice, textDelta(memberOf(open.part), text), wire);
}

// No name here: OpenAI's Python helpers and LangChain join repeated names, others take an empty one for the name.
void StreamEncoder::addArguments(OpenPart &open, std::string_view text, std::string &wire)
{
    auto *call = open.part.as<ToolCallPart>();
    if (!call || text.empty() || (m_isLegacy && open.callIndex > 0))
        return;
    open.hasContent = true;
    if (open.isHeld) {
        call->arguments += text;
        return;
    }
    if (m_isLegacy) {
        writeDelta(open.choice, ObjectWriter().addRaw("function_call", textDelta("arguments", text)).finished(), wire);
        return;
    }
    const bool isCustom = call->kind == ToolCallPart::Kind::Custom;
    ObjectWriter json;
    json.addNumber("index", open.callIndex);
    json.addRaw(isCustom ? "custom" : "function", textDelta(isCustom ? "input" : "arguments", text));
    writeDelta(open.choice, callDelta(json.finished()), wire);
}

void StreamEncoder::addAnnotation(const OpenPart &open, std::string_view text, std::string &wire)
{
    const auto annotation = parseJson(text);
    const auto json = annotation ? annotationForChat(*annotation) : std::nullopt;
    if (!json) {
        m_state.answerReport.dropped("answer/annotations", "Chat completions have no such kind of citation.");
        return;
    }
    writeDelta(open.choice, dumpJson(Json{{"annotations", Json::array({*json})}}), wire);
}

void StreamEncoder::addWholePart(const OpenPart &open, std::string &wire)
{
    const auto *media = open.part.as<MediaPart>();
    const auto *opaque = open.part.as<OpaquePart>();
    if (media && media->kind == MediaKind::Image)
        writeDelta(open.choice, dumpJson(Json{{"images", Json::array({imageJson(*media)})}}), wire);
    else if (opaque && opaque->dialect == DialectId::OpenAiChat && opaque->json.is_object())
        writeDelta(open.choice, dumpJson(opaque->json), wire);
    else
        m_state.answerReport.dropped("answer/parts", "A part that chat completions have no word for.");
}

void StreamEncoder::endPart(const PartEnded &ended, std::string &wire)
{
    const auto found = m_openParts.find(ended.index);
    if (found == m_openParts.end())
        return;
    OpenPart &open = found->second;
    const auto &state = ended.state ? ended.state : open.part.state;
    if (open.part.as<ToolCallPart>())
        endCall(open, state, wire);
    else if (state && !state->data.empty())
        m_state.answerReport.dropped("answer/state", "Chat clients have no place for the signature of this part.");
    m_openParts.erase(found);
}

void StreamEncoder::endCall(OpenPart &open, const std::optional<OpaqueState> &state, std::string &wire)
{
    const auto &call = *open.part.as<ToolCallPart>();
    if (m_isLegacy && open.callIndex > 0) {
        m_state.answerReport.dropped("answer/tool_calls", "The old function_call holds one call alone.");
        return;
    }
    if (!open.isHeld) {
        if (state && !open.part.state)
            m_state.answerReport.dropped("answer/state", "The signature of a call came after it, too late to be told.");
        // Clients read the arguments as JSON, also of tools without any.
        if (!open.hasContent && call.kind == ToolCallPart::Kind::Function)
            addArguments(open, "{}", wire);
        return;
    }
    Json json = toolCallJson(call, state, m_state);
    if (m_isLegacy) {
        const Json *function = findMember(json, "function");
        writeDelta(open.choice, dumpJson(Json{{"function_call", function ? *function : Json::object()}}), wire);
        return;
    }
    Json indexed{{"index", open.callIndex}};
    indexed.update(json);
    writeDelta(open.choice, callDelta(dumpJson(indexed)), wire);
}

void StreamEncoder::endChoice(const ChoiceEnded &ended, std::string &wire)
{
    ChoiceState &choice = choiceOf(ended.choice, wire);
    choice.hasEnded = true;
    const std::string_view word =
        wordOfFinishReason(ended.finishReason, choice.calls > 0, choice.saidRefusal, m_isLegacy, m_state);
    writeChunk(ended.choice, "{}", "null", quoteJson(word), wire);
}

void StreamEncoder::endMessage(std::string &wire)
{
    for (const auto &[index, choice] : m_choices) { // the first, when nothing came at all
        if (!choice.hasEnded)
            writeChunk(index, "{}", "null", "\"stop\"", wire);
    }
    if (m_state.request().wantsStreamUsage && !m_usage.isEmpty()) {
        wire += m_head;
        wire += "\"choices\":[],\"usage\":";
        wire += usageText(m_usage, m_rawUsage, m_state);
        wire += "}\n\n";
    }
    wire += "data: [DONE]\n\n";
}

// OpenAI's SDKs raise at a frame with an "error"; "[DONE]" behind it would look like a success to others.
void StreamEncoder::fail(const StreamFailed &failed, std::string &wire)
{
    ErrorContext context;
    context.askedModel = m_state.request().model;
    context.requestType = "chat_completion";
    wire += renderErrorFrame(DialectId::OpenAiChat, failed.error, context);
}

} // namespace gateway::translation::openai_chat
