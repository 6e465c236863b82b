#include "gateway/translation/dialects/bedrock_converse/request_block_encoder.h"

#include "gateway/translation/dialects/bedrock_converse/citation_codec.h"
#include "gateway/translation/dialects/bedrock_converse/tool_encoder.h"
#include "gateway/translation/dialects/foreign_options.h"

namespace gateway::translation::bedrock {

namespace {

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

Json textBlock(std::string text)
{
    return Json{{"text", std::move(text)}};
}

// A result's content has no cache points: one of its parts marks the result as a whole.
std::optional<CacheMarker> markerOf(const Part &part)
{
    const auto *result = part.as<ToolResultPart>();
    if (part.cacheMarker || !result)
        return part.cacheMarker;
    for (const Part &inner : result->content) {
        if (inner.cacheMarker)
            return inner.cacheMarker;
    }
    return std::nullopt;
}

} // namespace

RequestBlockEncoder::RequestBlockEncoder(const ChatRequest &request, const ModelTraits &traits, bool tellsCallsAsText,
                                         ExchangeState &state, ConversionReport &report)
    : m_traits(traits)
    , m_tellsCallsAsText(tellsCallsAsText)
    , m_isOwnClient(request.dialect == ownDialect)
    , m_state(state)
    , m_report(report)
    , m_ids(state)
    , m_media(m_isOwnClient)
{
}

Json RequestBlockEncoder::encode(const std::vector<Part> &parts, Place place, const std::string &pointer)
{
    Json blocks = Json::array();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string partPointer = elementPointer(pointer, i);
        noteForeign(parts[i], partPointer);
        append(parts[i], place, partPointer, blocks);
        if (const auto marker = markerOf(parts[i]); marker && place != Place::ToolResult)
            appendMarker(*marker, place, partPointer, blocks);
    }
    return blocks;
}

void RequestBlockEncoder::append(const Part &part, Place place, const std::string &pointer, Json &blocks)
{
    const auto *result = part.as<ToolResultPart>();
    if (result && m_tellsCallsAsText && place == Place::User) {
        for (Json &block : resultAsText(*result, pointer))
            blocks.push_back(std::move(block));
        return;
    }
    if (Json block = encodePart(part, place, pointer); !block.is_null())
        blocks.push_back(std::move(block));
}

void RequestBlockEncoder::appendMarker(const CacheMarker &marker, Place place, const std::string &pointer, Json &blocks)
{
    if (m_isOwnClient) {
        blocks.push_back(cachePointBlock(marker));
        return;
    }
    if (!m_traits.takesCachePoints) {
        m_report.dropped(pointer + "/cache_control", "The model has no prompt cache that can be asked for.");
        return;
    }
    const bool follows = !blocks.empty() && !findMember(blocks.back(), "cachePoint");
    if (!follows || (place == Place::Assistant && findMember(blocks.back(), "reasoningContent"))) {
        m_report.dropped(pointer + "/cache_control", "There is nothing before the cache point that can be cached.");
        return;
    }
    if (!marker.timeToLive.empty() && marker.timeToLive != "5m" && !m_traits.takesCacheTime)
        m_report.approximated(pointer + "/cache_control", "The model's cache has one time to live, five minutes.");
    // Five minutes are the default, and older models refuse to be told.
    const bool keepsTime = m_traits.takesCacheTime && marker.timeToLive == "1h";
    blocks.push_back(cachePointBlock(keepsTime ? marker : CacheMarker{}));
}

// Options and state that only another provider knows.
void RequestBlockEncoder::noteForeign(const Part &part, const std::string &pointer)
{
    noteForeignOptions(part.extensions, ownDialect, pointer,
                       "An option of the part that only another provider knows is left out.", m_report);
    noteMediaName(part, pointer, m_report);
    if (part.state && part.state->origin != ownDialect && !part.as<ReasoningPart>() && !m_hasNotedState) {
        m_hasNotedState = true;
        m_report.dropped(pointer, "State that another provider made is of no use to Bedrock.");
    }
}

Json RequestBlockEncoder::encodePart(const Part &part, Place place, const std::string &pointer)
{
    if (const Json *whole = m_isOwnClient ? findObject(part.wireForm, "whole") : nullptr)
        return *whole;
    if (const auto *text = part.as<TextPart>())
        return encodeText(part, *text, pointer);
    if (const auto *opaque = part.as<OpaquePart>()) {
        if (opaque->dialect == ownDialect)
            return opaque->json;
        m_report.dropped(pointer, "A part that only another provider knows is left out.");
        return Json();
    }
    if (const auto *media = part.as<MediaPart>())
        return encodeMedia(part, *media, place, pointer);
    if (const auto *reasoning = part.as<ReasoningPart>())
        return place == Place::Assistant ? encodeReasoning(part, *reasoning, pointer) : Json();
    if (const auto *refusal = part.as<RefusalPart>()) {
        if (isBlank(refusal->text))
            return Json();
        m_report.approximated(pointer, "A refusal is told as text.");
        return textBlock(refusal->text);
    }
    if (const auto *call = part.as<ToolCallPart>(); call && place == Place::Assistant)
        return encodeCall(part, *call, pointer);
    if (const auto *result = part.as<ToolResultPart>(); result && place == Place::User)
        return encodeResult(part, *result, pointer);
    m_report.dropped(pointer, "Bedrock does not take such a part in this place.");
    return Json();
}

Json RequestBlockEncoder::encodeText(const Part &part, const TextPart &text, const std::string &pointer)
{
    if (m_isOwnClient && findMember(part.wireForm, "citations"))
        return citedText(part, text);
    if (isBlank(text.text)) {
        if (!text.text.empty())
            m_report.dropped(pointer, "Bedrock refuses texts of space alone.");
        return Json();
    }
    if (!text.annotations.empty())
        m_report.dropped(pointer, "Citations that another provider made are left out.");
    Json block = textBlock(text.text);
    putBack(part.extensions, block);
    return block;
}

Json RequestBlockEncoder::citedText(const Part &part, const TextPart &text) const
{
    Json cited = Json::object();
    const Json *content = findArray(part.wireForm, "content");
    cited["content"] = content ? *content : Json::array({textBlock(text.text)});
    if (booleanMember(part.wireForm, "citations").value_or(false)) {
        Json citations = Json::array();
        for (const Json &annotation : text.annotations) {
            if (auto citation = citationFromAnnotation(annotation))
                citations.push_back(std::move(*citation));
        }
        cited["citations"] = std::move(citations);
    }
    putBack(part.extensions, cited);
    return Json{{"citationsContent", std::move(cited)}};
}

Json RequestBlockEncoder::encodeMedia(const Part &part, const MediaPart &media, Place place, const std::string &pointer)
{
    if (!m_isOwnClient && (place == Place::Assistant || place == Place::System)) {
        m_report.dropped(pointer, "Bedrock takes images and documents in user turns only.");
        return Json();
    }
    if (place == Place::ToolResult && media.kind == MediaKind::Audio) {
        m_report.dropped(pointer, "Bedrock takes no audio in results of tools.");
        return Json();
    }
    if (!media.detail.empty() && media.detail != "auto") // which says nothing
        m_report.dropped(pointer, "Bedrock has no levels of detail for images.");
    auto block = m_media.encode(part, media);
    if (block) {
        if (m_media.hasRenamed() && media.kind == MediaKind::Document)
            m_report.approximated(pointer, "Bedrock takes few characters in names of documents, and each name once.");
        return std::move(*block);
    }
    m_lastRefusal = block.error().message;
    m_report.dropped(pointer, block.error().message);
    return Json();
}

Json RequestBlockEncoder::encodeReasoning(const Part &part, const ReasoningPart &reasoning, const std::string &pointer)
{
    const OpaqueState *state = part.state ? &*part.state : nullptr;
    const bool isOwn = state && state->origin == ownDialect;
    // "Values generated on one platform will be compatible with another" (docs.claude.com, Extended thinking).
    const bool isOfClaude =
        state && state->origin == DialectId::AnthropicMessages && !state->isRedacted && m_traits.isClaude();
    const bool isUnsigned = !state && m_isOwnClient;
    if (!isOwn && !isOfClaude && !isUnsigned) {
        if (!m_hasNotedReasoning)
            m_report.dropped(pointer, "Reasoning that Bedrock did not sign cannot be given back to it.");
        m_hasNotedReasoning = true;
        return Json();
    }
    if (state && state->isRedacted)
        return Json{{"reasoningContent", {{"redactedContent", state->data}}}};
    Json inner = {{"text", reasoning.text}};
    if (state)
        inner["signature"] = state->data;
    putBack(part.extensions, inner);
    return Json{{"reasoningContent", {{"reasoningText", std::move(inner)}}}};
}

Json RequestBlockEncoder::encodeCall(const Part &part, const ToolCallPart &call, const std::string &pointer)
{
    if (m_tellsCallsAsText) {
        m_report.approximated("/messages", "Bedrock refuses calls and results in a conversation without tools, so they "
                                           "are told as text.");
        return textBlock("[The tool \"" + call.name + "\" was called with " + call.arguments + "]");
    }
    Json input;
    if (call.kind == ToolCallPart::Kind::Custom) {
        input = Json{{"input", call.arguments}};
    } else if (auto object = objectFromText(call.arguments)) {
        input = std::move(*object);
    } else {
        input = Json{{"input", call.arguments}};
        m_report.approximated(pointer, "The arguments of a call are no JSON object and were put into one.");
    }
    Json use = {{"toolUseId", m_ids.ofCall(call)},
                {"name", providerNameOf(call.name, call.toolNamespace, m_state)},
                {"input", std::move(input)}};
    putBack(part.extensions, use);
    return Json{{"toolUse", std::move(use)}};
}

Json RequestBlockEncoder::encodeResult(const Part &part, const ToolResultPart &result, const std::string &pointer)
{
    Json inner = {{"toolUseId", m_ids.ofResult(result)}};
    Json content = encode(result.content, Place::ToolResult, pointer + "/content");
    if (content.empty() && !m_isOwnClient) { // AWS refuses a blank text, and models an empty list
        content.push_back(textBlock("(The tool gave no output.)"));
        m_report.injected(pointer + "/content", "An empty result was told in words.");
    }
    inner["content"] = std::move(content);
    if (result.isError)
        inner["status"] = "error";
    else if (m_isOwnClient && findMember(part.wireForm, "status"))
        inner["status"] = "success";
    putBack(part.extensions, inner);
    return Json{{"toolResult", std::move(inner)}};
}

Json RequestBlockEncoder::resultAsText(const ToolResultPart &result, const std::string &pointer)
{
    const std::string name = result.toolName.empty() ? "The tool" : "The tool \"" + result.toolName + '"';
    Json blocks = Json::array({textBlock('[' + name + (result.isError ? " failed:]" : " answered:]"))});
    for (Json &block : encode(result.content, Place::ToolResult, pointer + "/content")) {
        const Json *json = findMember(block, "json"); // allowed in results only
        blocks.push_back(json ? textBlock(dumpJson(*json)) : std::move(block));
    }
    return blocks;
}

} // namespace gateway::translation::bedrock
