#include "gateway/translation/dialects/openai_chat/part_codec.h"

#include "gateway/translation/dialects/foreign_options.h"

namespace gateway::translation::openai_chat {

namespace {

std::string dataUrl(const MediaPart &media)
{
    return "data:" + media.mediaType + ";base64," + media.value;
}

std::string addressOf(const MediaPart &media)
{
    return media.source == MediaPart::Source::Base64 ? dataUrl(media) : media.value;
}

Json textJson(std::string text)
{
    return Json{{"type", "text"}, {"text", std::move(text)}};
}

// Text documents are said as text, in the form that Anthropic's guides suggest.
Json plainTextDocument(const MediaPart &media)
{
    const std::string title = media.filename.empty() ? std::string() : " title=\"" + media.filename + '"';
    return textJson("<document" + title + ">\n" + media.value + "\n</document>");
}

std::string audioFormat(const MediaPart &media)
{
    std::string_view type = media.mediaType;
    if (type.starts_with("audio/"))
        type.remove_prefix(6);
    if (type.starts_with("x-"))
        type.remove_prefix(2);
    if (type == "mpeg" || type == "mp3")
        return "mp3";
    return type == "wave" || type.empty() ? "wav" : std::string(type);
}

std::optional<Json> dropMedia(const std::string &pointer, EncodeContext &context, std::string reason)
{
    context.report.dropped(pointer, std::move(reason));
    return std::nullopt;
}

std::optional<Json> encodeAudio(const MediaPart &media, const std::string &pointer, EncodeContext &context)
{
    if (media.source != MediaPart::Source::Base64)
        return dropMedia(pointer, context, "Chat completions take audio as base64 data only.");
    Json audio{{"data", media.value}};
    if (!media.mediaType.empty() || !context.isSameDialect())
        audio["format"] = audioFormat(media);
    return Json{{"type", "input_audio"}, {"input_audio", std::move(audio)}};
}

std::optional<Json> encodeFileId(const MediaPart &media, const std::string &pointer, EncodeContext &context)
{
    const bool isOpenAiFile = familyOf(context.request.dialect) == DialectFamily::OpenAi;
    if (!isOpenAiFile)
        return dropMedia(pointer, context, "The file is stored at another provider.");
    Json file{{"file_id", media.value}};
    if (!media.filename.empty())
        file["filename"] = media.filename;
    return Json{{"type", "file"}, {"file", std::move(file)}};
}

std::optional<Json> encodeDocument(const MediaPart &media, const std::string &pointer, EncodeContext &context)
{
    if (media.source == MediaPart::Source::PlainText) {
        context.report.approximated(pointer, "Chat completions have no text documents: it is said as text.");
        return plainTextDocument(media);
    }
    if (media.source == MediaPart::Source::FileId)
        return encodeFileId(media, pointer, context);
    if (media.source == MediaPart::Source::Url && context.traits.isMistral) {
        Json document{{"type", "document_url"}, {"document_url", media.value}};
        if (!media.filename.empty())
            document["document_name"] = media.filename;
        return document;
    }
    if (media.source == MediaPart::Source::Url && !context.isSameDialect() && !context.traits.knowsCacheMarkers)
        return dropMedia(pointer, context, "Chat completions take documents as data only: send them in base64.");
    const bool isBare = media.source == MediaPart::Source::Base64 && media.mediaType.empty();
    Json file = Json::object();
    if (!media.filename.empty())
        file["filename"] = media.filename;
    else if (!context.isSameDialect()) // OpenAI demands a name beside data
        file["filename"] = media.mediaType == "application/pdf" ? "document.pdf" : "document";
    file["file_data"] = isBare ? media.value : addressOf(media);
    return Json{{"type", "file"}, {"file", std::move(file)}};
}

std::optional<Json> encodeMedia(const MediaPart &media, const std::string &pointer, EncodeContext &context)
{
    switch (media.kind) {
    case MediaKind::Audio: return encodeAudio(media, pointer, context);
    case MediaKind::Document: return encodeDocument(media, pointer, context);
    case MediaKind::Video:
        if (context.traits.isOpenAi && !context.isSameDialect())
            return dropMedia(pointer, context, "OpenAI's chat completions take no video.");
        if (media.source == MediaPart::Source::FileId)
            return dropMedia(pointer, context, "The video is stored at another provider.");
        return Json{{"type", "video_url"}, {"video_url", Json{{"url", addressOf(media)}}}};
    case MediaKind::Image: break;
    }
    if (media.source == MediaPart::Source::FileId)
        return dropMedia(pointer, context, "Chat completions take no images by file id: send the data or a URL.");
    return imageJson(media);
}

void addCacheMarker(const Part &part, const std::string &pointer, EncodeContext &context, Json &json)
{
    if (!part.cacheMarker)
        return;
    if (!context.traits.knowsCacheMarkers && !context.isSameDialect()) {
        context.report.dropped(pointer + "/cache_control", "The server caches prompts by itself.");
        return;
    }
    json["cache_control"] = Json{{"type", "ephemeral"}};
    if (!part.cacheMarker->timeToLive.empty())
        json["cache_control"]["ttl"] = part.cacheMarker->timeToLive;
}

void addExtensions(const Part &part, Json &json)
{
    putBack(part.extensions, json);
    // Members of the inner object, such as image_url.format, were kept under its name.
    const Json *members = part.extensions.find(DialectId::OpenAiChat);
    const std::string type(textMember(json, "type"));
    if (!members || !json.contains(type) || !json[type].is_object())
        return;
    if (const Json *inner = findObject(*members, type)) {
        for (const auto &[name, value] : inner->items()) {
            if (!json[type].contains(name))
                json[type][name] = value;
        }
    }
}

} // namespace

void noteForeignPart(const Part &part, const std::string &pointer, EncodeContext &context)
{
    noteForeignOptions(part.extensions, DialectId::OpenAiChat, pointer,
                       "Chat completions have no such option of a part.", context.report);
    noteMediaName(part, pointer, context.report);
    const bool isOfAnother = part.state && !part.state->data.empty() && part.state->origin != DialectId::OpenAiChat;
    if (isOfAnother && !part.as<ToolCallPart>()) // a call's may go on: see there
        context.report.dropped(pointer, "A provider's signature goes back only to the provider that made it.");
}

Json imageJson(const MediaPart &image)
{
    Json link{{"url", addressOf(image)}};
    if (!image.detail.empty())
        link["detail"] = image.detail;
    return Json{{"type", "image_url"}, {"image_url", std::move(link)}};
}

std::optional<Json> encodePart(const Part &part, const std::string &pointer, EncodeContext &context)
{
    std::optional<Json> json;
    if (const auto *text = part.as<TextPart>()) {
        json = textJson(text->text);
        if (!text->annotations.empty())
            context.report.dropped(pointer + "/annotations", "Chat completions take no citations back.");
    } else if (const auto *media = part.as<MediaPart>()) {
        json = encodeMedia(*media, pointer, context);
    } else if (const auto *opaque = part.as<OpaquePart>()) {
        if (opaque->dialect == DialectId::OpenAiChat)
            return opaque->json;
        context.report.dropped(pointer, "A part that chat completions have no word for.");
        return std::nullopt;
    }
    if (json) {
        addCacheMarker(part, pointer, context, *json);
        addExtensions(part, *json);
        noteForeignPart(part, pointer, context);
    }
    return json;
}

} // namespace gateway::translation::openai_chat
