#include "gateway/translation/dialects/anthropic_messages/media_codec.h"

#include "gateway/base/refusal.h"

#include <array>

namespace gateway::translation::anthropic {

namespace {

// Text of a document whose source is content blocks, for dialects that know no such documents.
std::string textOfContent(const Json &content)
{
    if (content.is_string())
        return content.get<std::string>();
    std::string text;
    for (const Json &block : content.is_array() ? content : Json::array()) {
        if (textMember(block, "type") == "text")
            text += textMember(block, "text");
    }
    return text;
}

// False when the source's type is not known.
bool readSource(const Json &source, MediaPart &media, Part &part)
{
    const std::string_view type = textMember(source, "type");
    if (type == "base64") {
        media.source = MediaPart::Source::Base64;
        media.mediaType = textMember(source, "media_type");
        media.value = textMember(source, "data");
    } else if (type == "url") {
        media.source = MediaPart::Source::Url;
        media.value = textMember(source, "url");
    } else if (type == "file") {
        media.source = MediaPart::Source::FileId;
        media.value = textMember(source, "file_id");
    } else if (type == "text") {
        media.source = MediaPart::Source::PlainText;
        media.mediaType = textMember(source, "media_type");
        media.value = textMember(source, "data");
    } else if (type == "content") {
        const Json *content = findMember(source, "content");
        media.source = MediaPart::Source::PlainText;
        media.value = content ? textOfContent(*content) : std::string();
        part.extensions.set(DialectId::AnthropicMessages, "source", source);
    } else {
        return false;
    }
    return true;
}

// Base64 tells the kind of a picture by its first letters: the magic bytes.
std::string_view imageTypeOf(const MediaPart &media)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> signatures{
        {{"iVBOR", "image/png"}, {"/9j/", "image/jpeg"}, {"R0lG", "image/gif"}, {"UklGR", "image/webp"}}};
    for (const auto &[start, type] : signatures) {
        if (std::string_view(media.value).starts_with(start))
            return type;
    }
    return media.mediaType;
}

std::string decodedBase64(std::string_view encoded)
{
    std::string bytes;
    unsigned buffer = 0;
    int bits = 0;
    for (const char character : encoded) {
        unsigned value = 0;
        if (character >= 'A' && character <= 'Z')
            value = static_cast<unsigned>(character - 'A');
        else if (character >= 'a' && character <= 'z')
            value = static_cast<unsigned>(character - 'a') + 26;
        else if (character >= '0' && character <= '9')
            value = static_cast<unsigned>(character - '0') + 52;
        else if (character == '+' || character == '-')
            value = 62;
        else if (character == '/' || character == '_')
            value = 63;
        else
            continue;
        buffer = (buffer << 6 | value) & 0xFFFFFFu;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(buffer >> bits & 0xFFu);
        }
    }
    return bytes;
}

Json plainTextSource(std::string text)
{
    return Json{{"type", "text"}, {"media_type", "text/plain"}, {"data", std::move(text)}};
}

Result<Json> inlineSource(const MediaPart &media)
{
    if (media.kind == MediaKind::Image)
        return Json{{"type", "base64"}, {"media_type", imageTypeOf(media)}, {"data", media.value}};
    if (media.mediaType.starts_with("text/") || media.mediaType == "application/json")
        return plainTextSource(decodedBase64(media.value));
    if (!media.mediaType.empty() && media.mediaType != "application/pdf")
        return unexpected(refused("Anthropic reads documents as PDF or plain text, not as " + media.mediaType + "."));
    return Json{{"type", "base64"}, {"media_type", "application/pdf"}, {"data", media.value}};
}

Result<Json> sourceOf(const MediaPart &media, bool isOwnClient)
{
    switch (media.source) {
    case MediaPart::Source::Url: return Json{{"type", "url"}, {"url", media.value}};
    case MediaPart::Source::FileId:
        if (!isOwnClient)
            return unexpected(refused("The file is known to another provider by its id; send its bytes to Anthropic."));
        return Json{{"type", "file"}, {"file_id", media.value}};
    case MediaPart::Source::PlainText: return plainTextSource(media.value);
    case MediaPart::Source::Base64: return inlineSource(media);
    }
    return Json();
}

} // namespace

Result<Part> decodeMedia(const Json &block, MediaKind kind, const std::string &pointer)
{
    if (auto breach = findBreach(block, pointer, {{"source", Wanted::Object, true}, {"title", Wanted::Text, false}}))
        return unexpected(std::move(*breach));
    Part part;
    MediaPart media;
    media.kind = kind;
    const Json *source = findObject(block, "source");
    if (!source || !readSource(*source, media, part)) {
        part.content = OpaquePart{DialectId::AnthropicMessages, block};
        return part;
    }
    readCacheControl(block, part.cacheMarker, part.extensions);
    if (kind == MediaKind::Document) { // only they have one
        media.filename = textMember(block, "title");
        keepUnknown(block, {"type", "source", "title", "cache_control"}, part.extensions);
    } else {
        keepUnknown(block, {"type", "source", "cache_control"}, part.extensions);
    }
    part.content = std::move(media);
    return part;
}

Result<Json> encodeMedia(const Part &part, const MediaPart &media, bool isOwnClient)
{
    if (media.kind == MediaKind::Audio || media.kind == MediaKind::Video)
        return unexpected(refused("Anthropic reads images and documents, but no audio or video."));
    Result<Json> source = sourceOf(media, isOwnClient);
    if (!source)
        return source;
    Json block = {{"type", media.kind == MediaKind::Image ? "image" : "document"}, {"source", std::move(*source)}};
    if (media.kind == MediaKind::Document && !media.filename.empty())
        block["title"] = media.filename;
    writeExtras(block, part.cacheMarker, part.extensions);
    return block;
}

} // namespace gateway::translation::anthropic
