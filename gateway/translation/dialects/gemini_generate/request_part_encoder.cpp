#include "gateway/translation/dialects/gemini_generate/request_part_encoder.h"

#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/gemini_generate/content_decoder.h"
#include "gateway/translation/dialects/gemini_generate/media_codec.h"
#include "gateway/translation/dialects/gemini_generate/part_encoder.h"

#include <utility>

namespace gateway::translation::gemini {

std::string RequestPartEncoder::signatureOf(const Part &part)
{
    return part.state && part.state->origin == DialectId::GeminiGenerate ? part.state->data : std::string();
}

void RequestPartEncoder::addNotes(const Part &part, const std::string &pointer)
{
    if (part.cacheMarker)
        m_context.report.dropped(pointer + "/cache_control", "Gemini caches by itself; marks are not taken.");
    noteForeignOptions(part.extensions, DialectId::GeminiGenerate, pointer, "Gemini has no such option.",
                       m_context.report);
}

void RequestPartEncoder::finish(Json json, const Part &part, std::string_view field, Json &parts)
{
    std::string signature = signatureOf(part);
    if (signature.empty())
        signature = std::exchange(m_pendingSignature, {});
    if (!signature.empty())
        json["thoughtSignature"] = signature;
    addExtensions(json, part.extensions, field);
    parts.push_back(std::move(json));
}

void RequestPartEncoder::addText(std::string_view text, const Part &part, Json &parts)
{
    // An empty text is only of use when a signature hangs on it.
    if (text.empty() && signatureOf(part).empty() && !m_context.isOwnClient())
        return;
    finish(textPart(text), part, "text", parts);
}

void RequestPartEncoder::addSystemPart(const Part &part, const std::string &pointer, Json &parts)
{
    addNotes(part, pointer);
    if (const auto *text = part.as<TextPart>())
        addText(text->text, part, parts);
    else if (const auto *opaque = part.as<OpaquePart>())
        addOpaque(*opaque, pointer, parts);
    else
        m_context.report.dropped(pointer, "Gemini's system instruction holds text only.");
}

std::optional<Error> RequestPartEncoder::addUserPart(const Part &part, const std::string &pointer, Json &parts)
{
    addNotes(part, pointer);
    if (const auto *text = part.as<TextPart>())
        addText(text->text, part, parts);
    else if (const auto *media = part.as<MediaPart>())
        return addMedia(*media, part, pointer, parts);
    else if (const auto *refusal = part.as<RefusalPart>())
        addText(refusal->text, part, parts);
    else if (const auto *opaque = part.as<OpaquePart>())
        addOpaque(*opaque, pointer, parts);
    else
        m_context.report.dropped(pointer, "Gemini does not take this part in a user's turn.");
    return std::nullopt;
}

std::optional<Error> RequestPartEncoder::addModelPart(const Part &part, const std::string &pointer, Json &parts)
{
    if (const auto *reasoning = part.as<ReasoningPart>()) {
        addNotes(part, pointer);
        addReasoning(*reasoning, part, parts);
        return std::nullopt;
    }
    if (const auto *call = part.as<ToolCallPart>()) {
        addNotes(part, pointer);
        addCall(*call, part, pointer, parts);
        return std::nullopt;
    }
    if (const auto *text = part.as<TextPart>(); text && !text->annotations.empty() && !m_context.isOwnClient())
        m_context.report.dropped(pointer + "/annotations", "Gemini does not take citations back.");
    return addUserPart(part, pointer, parts);
}

void RequestPartEncoder::addReasoning(const ReasoningPart &reasoning, const Part &part, Json &parts)
{
    const std::string signature = signatureOf(part);
    if (!signature.empty() && part.state->belongsToNext) {
        m_pendingSignature = signature;
        return;
    }
    const bool isOwn = !signature.empty() || (m_context.isOwnClient() && !part.state);
    if (!isOwn) {
        m_context.report.dropped("/messages", "Reasoning of another provider is not sent to Gemini.");
        return;
    }
    finish(thoughtPart(reasoning.text), part, "text", parts);
}

std::string RequestPartEncoder::idOf(std::string_view callId) const
{
    const bool isMade = m_context.isOwnClient() && callId.starts_with(madeCallIdPrefix);
    return isMade || !m_context.takesCallIds() ? std::string() : std::string(callId);
}

void RequestPartEncoder::addCall(const ToolCallPart &call, const Part &part, const std::string &pointer, Json &parts)
{
    const std::string name = m_context.toolName(call.name, call.toolNamespace, pointer + "/name");
    bool wasWrapped = false;
    Json json;
    if (call.kind == ToolCallPart::Kind::Custom) {
        json = callPart(idOf(call.id), name, dumpJson(Json{{"input", call.arguments}}), wasWrapped);
    } else {
        json = callPart(idOf(call.id), name, call.arguments, wasWrapped);
        if (wasWrapped)
            m_context.report.approximated(pointer + "/arguments",
                                          "The arguments are no JSON object; they are sent as {\"input\": text}.");
    }
    finish(std::move(json), part, "functionCall", parts);
}

void RequestPartEncoder::addOpaque(const OpaquePart &opaque, const std::string &pointer, Json &parts)
{
    if (opaque.dialect == DialectId::GeminiGenerate && opaque.json.is_object())
        parts.push_back(opaque.json);
    else
        m_context.report.dropped(pointer, "The part belongs to another provider.");
}

std::optional<Error> RequestPartEncoder::addMedia(const MediaPart &media, const Part &part, const std::string &pointer,
                                                  Json &parts)
{
    if (media.source == MediaPart::Source::PlainText) {
        m_context.report.approximated(pointer, "The text document is sent as text.");
        parts.push_back(textPart(media.filename.empty() ? media.value : media.filename + "\n\n" + media.value));
        return std::nullopt;
    }
    auto json = encodeMedia(media, m_context.isOwnClient());
    if (!json) {
        return invalidMember(pointer, "This file is kept at another provider. Send its bytes or a URL, or upload it "
                                      "to Gemini and send its URI.");
    }
    noteLabels(media, pointer);
    if (media.mediaType.empty() && media.source == MediaPart::Source::Base64)
        m_context.report.approximated(pointer, "The media type is not told; the usual one of its kind is sent.");
    finish(std::move(*json), part, json->contains("inlineData") ? "inlineData" : "fileData", parts);
    return std::nullopt;
}

void RequestPartEncoder::noteLabels(const MediaPart &media, const std::string &pointer)
{
    if (!media.detail.empty() && media.detail != "auto")
        m_context.report.dropped(pointer + "/detail", "Gemini has no detail for one image.");
    if (!media.filename.empty() && !m_context.isOwnClient())
        m_context.report.dropped(pointer + "/filename", "The Gemini API takes no file names.");
}

void RequestPartEncoder::addResult(const Part &part, const ToolCallPart *call, const std::string &pointer,
                                   Json &results, Json &media)
{
    const auto *result = part.as<ToolResultPart>();
    if (!result)
        return;
    addNotes(part, pointer);
    Json json = Json::object();
    if (const std::string id = idOf(result->callId); !id.empty())
        json["id"] = id;
    const std::string &name = call ? call->name : result->toolName;
    json["name"] = m_context.toolName(name.empty() ? "unknown" : name, call ? call->toolNamespace : std::string(),
                                      pointer + "/name");
    Json responseParts = Json::array();
    json["response"] = responseOf(*result, pointer, responseParts, media);
    if (!responseParts.empty())
        json["parts"] = std::move(responseParts);
    finish(Json{{"functionResponse", std::move(json)}}, part, "functionResponse", results);
}

namespace {

// Google reads {"$ref": name} in a response as a reference to one of its media parts.
std::optional<Json> structuredResponse(const std::string &text, bool isOwnClient)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || text[first] != '{')
        return std::nullopt;
    if (!isOwnClient && text.find("\"$ref\"") != std::string::npos)
        return std::nullopt;
    return objectFromText(text);
}

} // namespace

Json RequestPartEncoder::responseOf(const ToolResultPart &result, const std::string &pointer, Json &responseParts,
                                    Json &media)
{
    std::string text;
    bool hasText = false;
    for (const Part &part : result.content) {
        addNotes(part, pointer);
        if (const auto *piece = part.as<TextPart>()) {
            text += (hasText ? "\n" : "") + piece->text;
            hasText = true;
        } else if (const auto *attached = part.as<MediaPart>()) {
            auto json = encodeMedia(*attached, m_context.isOwnClient());
            if (!json) {
                if (attached->source == MediaPart::Source::PlainText)
                    text += (hasText ? "\n" : "") + attached->value, hasText = true;
                else
                    m_context.report.dropped(pointer, "A file of the result is kept at another provider.");
                continue;
            }
            noteLabels(*attached, pointer);
            addExtensions(*json, part.extensions, json->contains("inlineData") ? "inlineData" : "fileData");
            if (m_context.traits.takesMediaInResults()) {
                responseParts.push_back(std::move(*json));
            } else {
                m_context.report.approximated(pointer, "This model takes no media in a tool's result: it follows it.");
                media.push_back(std::move(*json));
            }
        } else {
            m_context.report.dropped(pointer, "A part of the result belongs to another provider.");
        }
    }
    if (!hasText)
        return result.isError ? Json{{"error", ""}} : Json::object();
    if (auto object = structuredResponse(text, m_context.isOwnClient())) {
        if (result.isError && !object->contains("error"))
            return Json{{"error", std::move(*object)}};
        return std::move(*object);
    }
    return Json{{result.isError ? "error" : "output", text}};
}

void RequestPartEncoder::addOrphanResult(const Part &part, const std::string &pointer, Json &parts)
{
    const auto *result = part.as<ToolResultPart>();
    if (!result)
        return;
    addNotes(part, pointer);
    m_context.report.approximated(pointer, "The call of this result is not in the conversation: it is sent as text.");
    Json media = Json::array();
    Json attached = Json::array();
    static_cast<void>(responseOf(*result, pointer, attached, media));
    parts.push_back(textPart("<tool_result>\n" + joinedText(result->content) + "\n</tool_result>"));
    for (Json *list : {&attached, &media}) {
        for (Json &one : *list)
            parts.push_back(std::move(one));
    }
}

} // namespace gateway::translation::gemini
