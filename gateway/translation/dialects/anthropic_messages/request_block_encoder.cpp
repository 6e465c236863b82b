#include "gateway/translation/dialects/anthropic_messages/request_block_encoder.h"

#include "gateway/translation/dialects/anthropic_messages/annotation_codec.h"
#include "gateway/translation/dialects/anthropic_messages/media_codec.h"
#include "gateway/translation/dialects/anthropic_messages/tool_codec.h"
#include "gateway/translation/dialects/foreign_options.h"

namespace gateway::translation::anthropic {

namespace {

constexpr auto ownDialect = DialectId::AnthropicMessages;

} // namespace

Json shortestContent(Json blocks)
{
    if (blocks.size() != 1)
        return blocks;
    const Json &only = blocks.front();
    const bool isPlain = only.size() == 2 && textMember(only, "type") == "text" && only.contains("text");
    return isPlain ? Json(std::string(textMember(only, "text"))) : blocks;
}

RequestBlockEncoder::RequestBlockEncoder(const ChatRequest &request, ExchangeState &state, ConversionReport &report)
    : m_request(request), m_state(state), m_report(report), m_ids(state)
{
}

Json RequestBlockEncoder::encode(const std::vector<Part> &parts, Place place, const std::string &pointer)
{
    Json blocks = Json::array();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string partPointer = pointerTo(pointer, i);
        noteForeign(parts[i], partPointer);
        Json block = encodePart(parts[i], place, partPointer);
        if (!block.is_null())
            blocks.push_back(std::move(block));
    }
    return blocks;
}

// Options and state that only another provider knows.
void RequestBlockEncoder::noteForeign(const Part &part, const std::string &pointer)
{
    noteForeignOptions(part.extensions, ownDialect, pointer,
                       "An option of the part that only another provider knows is left out.", m_report);
    noteMediaName(part, pointer, m_report);
    if (part.state && part.state->origin != ownDialect && !part.as<ReasoningPart>() && !m_hasNotedState) {
        m_hasNotedState = true;
        m_report.dropped(pointer, "State that another provider made is of no use to Anthropic.");
    }
}

Json RequestBlockEncoder::encodePart(const Part &part, Place place, const std::string &pointer)
{
    if (const Json *whole = m_request.dialect == ownDialect ? findObject(part.wireForm, "whole") : nullptr) {
        Json block = *whole;
        if (part.cacheMarker && !block.contains("cache_control"))
            writeExtras(block, part.cacheMarker, {});
        return block;
    }
    if (const auto *text = part.as<TextPart>())
        return encodeText(part, *text, pointer);
    if (const auto *opaque = part.as<OpaquePart>()) {
        if (opaque->dialect == ownDialect)
            return opaque->json;
        m_report.dropped(pointer, "A part that only another provider knows is left out.");
        return Json();
    }
    if (const auto *media = part.as<MediaPart>())
        return encodeMediaPart(part, *media, place, pointer);
    if (const auto *reasoning = part.as<ReasoningPart>())
        return place == Place::Assistant ? encodeReasoning(part, *reasoning, pointer) : Json();
    if (const auto *refusal = part.as<RefusalPart>()) {
        if (refusal->text.empty())
            return Json();
        m_report.approximated(pointer, "A refusal is told as text.");
        return Json{{"type", "text"}, {"text", refusal->text}};
    }
    if (const auto *call = part.as<ToolCallPart>(); call && place == Place::Assistant)
        return encodeCall(part, *call, pointer);
    if (const auto *result = part.as<ToolResultPart>(); result && place == Place::User)
        return encodeResult(part, *result, pointer);
    m_report.dropped(pointer, "Anthropic does not take such a part in this place.");
    return Json();
}

Json RequestBlockEncoder::encodeText(const Part &part, const TextPart &text, const std::string &pointer)
{
    if (text.text.empty())
        return Json();
    Json block = {{"type", "text"}, {"text", text.text}};
    Json citations = Json::array();
    for (const Json &annotation : text.annotations) {
        if (auto citation = citationForProvider(annotation))
            citations.push_back(std::move(*citation));
        else
            m_report.dropped(pointer, "Citations that another provider made are left out.");
    }
    if (!citations.empty())
        block["citations"] = std::move(citations);
    writeExtras(block, part.cacheMarker, part.extensions);
    return block;
}

Json RequestBlockEncoder::encodeMediaPart(const Part &part, const MediaPart &media, Place place,
                                          const std::string &pointer)
{
    if (place == Place::Assistant || place == Place::System) {
        m_report.dropped(pointer, "Anthropic takes images and documents in user turns only.");
        return Json();
    }
    if (!media.detail.empty() && media.detail != "auto") // which says nothing
        m_report.dropped(pointer, "Anthropic has no levels of detail for images.");
    auto block = encodeMedia(part, media, m_request.dialect == ownDialect);
    if (block)
        return std::move(*block);
    m_lastRefusal = block.error().message;
    m_report.dropped(pointer, block.error().message);
    return Json();
}

Json RequestBlockEncoder::encodeReasoning(const Part &part, const ReasoningPart &reasoning, const std::string &pointer)
{
    if (!part.state || part.state->origin != ownDialect) {
        if (!m_hasNotedReasoning)
            m_report.dropped(pointer, "Reasoning without a signature of Anthropic's cannot be given back to it.");
        m_hasNotedReasoning = true;
        return Json();
    }
    Json block = part.state->isRedacted
                     ? Json{{"type", "redacted_thinking"}, {"data", part.state->data}}
                     : Json{{"type", "thinking"}, {"thinking", reasoning.text}, {"signature", part.state->data}};
    writeExtras(block, std::nullopt, part.extensions);
    return block;
}

Json RequestBlockEncoder::encodeCall(const Part &part, const ToolCallPart &call, const std::string &pointer)
{
    Json input;
    if (call.kind == ToolCallPart::Kind::Custom) {
        input = Json{{"input", call.arguments}};
    } else if (auto object = objectFromText(call.arguments)) {
        input = std::move(*object);
    } else {
        input = Json{{"input", call.arguments}};
        m_report.approximated(pointer, "The arguments of a call are no JSON object and were put into one.");
    }
    Json block = {{"type", "tool_use"},
                  {"id", m_ids.ofCall(call)},
                  {"name", providerNameOf(call.name, call.toolNamespace, m_state)},
                  {"input", std::move(input)}};
    writeExtras(block, part.cacheMarker, part.extensions);
    return block;
}

Json RequestBlockEncoder::encodeResult(const Part &part, const ToolResultPart &result, const std::string &pointer)
{
    Json block = {{"type", "tool_result"}, {"tool_use_id", m_ids.ofResult(result)}};
    Json content = encode(result.content, Place::ToolResult, pointer + "/content");
    if (!content.empty())
        block["content"] = shortestContent(std::move(content));
    if (result.isError)
        block["is_error"] = true;
    writeExtras(block, part.cacheMarker, part.extensions);
    return block;
}

} // namespace gateway::translation::anthropic
