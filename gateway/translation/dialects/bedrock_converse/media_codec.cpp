#include "gateway/translation/dialects/bedrock_converse/media_codec.h"

#include "gateway/base/base64.h"
#include "gateway/base/refusal.h"
#include "gateway/translation/dialects/bedrock_converse/media_formats.h"

#include <optional>

namespace gateway::translation::bedrock {

namespace {

constexpr std::size_t longestName = 200;

std::string textOfContent(const Json &content)
{
    std::string text;
    for (const Json &block : content)
        text += textMember(block, "text");
    return text;
}

// False when the source is of a form that the hub has no word for.
bool readSource(const Json &source, const std::string &pointer, MediaPart &media, Part &part, Problem &problem)
{
    MemberReader reader(source, pointer, problem);
    const std::string_view form = unionMember(source);
    if (form == "bytes") {
        media.source = MediaPart::Source::Base64;
        media.value = reader.text("bytes");
    } else if (form == "s3Location") {
        media.source = MediaPart::Source::FileId;
        if (const Json *location = reader.object("s3Location")) {
            MemberReader inner(*location, pointer + "/s3Location", problem);
            media.value = inner.text("uri");
            Extensions rest;
            takeRest(inner, rest);
            if (const Json *members = rest.find(ownDialect))
                part.extensions.set(ownDialect, "s3Location", *members);
        }
    } else if (form == "text") {
        media.source = MediaPart::Source::PlainText;
        media.value = reader.text("text");
    } else if (const Json *content = form == "content" ? reader.array("content") : nullptr) {
        media.source = MediaPart::Source::PlainText;
        media.value = textOfContent(*content);
        part.extensions.set(ownDialect, "source", source);
    } else {
        return false;
    }
    return true;
}

// "The name can only contain alphanumeric characters, whitespace characters (no more than one in a row), hyphens,
// parentheses and square brackets": what does not fit becomes a hyphen, and none stands twice.
std::string fittedName(std::string_view name)
{
    std::string fitted;
    for (const char character : name) {
        const bool isAlphanumeric = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
                                    || (character >= '0' && character <= '9');
        const bool fits = isAlphanumeric || std::string_view("-()[] ").find(character) != std::string_view::npos;
        const char next = fits ? character : '-';
        if (!isAlphanumeric && !fitted.empty() && fitted.back() == next && (next == '-' || next == ' '))
            continue;
        fitted += next;
    }
    while (!fitted.empty() && (fitted.back() == '-' || fitted.back() == ' '))
        fitted.pop_back();
    fitted.erase(0, fitted.find_first_not_of("- "));
    return fitted.substr(0, longestName - 4);
}

std::string_view withoutEnding(std::string_view filename)
{
    const auto dot = filename.rfind('.');
    const bool isEnding = dot != std::string_view::npos && dot > 0 && filename.size() - dot <= 5;
    return isEnding ? filename.substr(0, dot) : filename;
}

std::string_view nounOf(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image: return "images";
    case MediaKind::Document: return "documents";
    case MediaKind::Audio: return "audio";
    case MediaKind::Video: return "videos";
    }
    return "media";
}

} // namespace

Part decodeMedia(const Json &media, MediaKind kind, const std::string &pointer, Problem &problem)
{
    Part part;
    MemberReader reader(media, pointer, problem);
    MediaPart decoded;
    decoded.kind = kind;
    const std::string format = reader.text("format");
    decoded.mediaType = mediaTypeOfFormat(kind, format);
    if (kind == MediaKind::Document)
        decoded.filename = reader.text("name");
    const Json *source = reader.object("source");
    if (!source || !readSource(*source, pointer + "/source", decoded, part, problem)) {
        part.content = OpaquePart{ownDialect, Json{{std::string(blockNameOf(kind)), media}}};
        return part;
    }
    takeRest(reader, part.extensions);
    part.content = std::move(decoded);
    part.wireForm = format.empty() ? Json() : Json{{"format", format}};
    return part;
}

Result<Json> MediaEncoder::encode(const Part &part, const MediaPart &media)
{
    m_hasRenamed = false;
    Result<Json> source = sourceOf(part, media);
    if (!source)
        return source;
    Json inner = Json::object();
    const std::string_view said = m_isOwnClient ? textMember(part.wireForm, "format") : std::string_view();
    const std::string_view format = m_isOwnClient ? said : formatOf(media);
    if (format.empty() && !m_isOwnClient) {
        const std::string type = media.mediaType.empty() ? "of an unknown type" : "of the type " + media.mediaType;
        return unexpected(refused("Bedrock takes no " + std::string(nounOf(media.kind)) + ' ' + type + '.'));
    }
    if (!format.empty())
        inner["format"] = format;
    if (media.kind == MediaKind::Document)
        inner["name"] = m_isOwnClient ? media.filename : documentName(media.filename);
    inner["source"] = std::move(*source);
    if (const Json *members = part.extensions.find(ownDialect)) {
        for (const auto &[name, value] : members->items()) {
            if (name != "source" && name != "s3Location")
                inner[name] = value;
        }
    }
    return Json{{std::string(blockNameOf(media.kind)), std::move(inner)}};
}

Result<Json> MediaEncoder::sourceOf(const Part &part, const MediaPart &media) const
{
    if (const Json *source = part.extensions.find(ownDialect, "source"))
        return *source;
    const bool isInS3 = media.source == MediaPart::Source::Url || media.source == MediaPart::Source::FileId;
    if (isInS3 && media.value.starts_with("s3://")) {
        Json location = {{"uri", media.value}};
        if (const Json *rest = part.extensions.find(ownDialect, "s3Location"); rest && rest->is_object())
            location.update(*rest);
        return Json{{"s3Location", std::move(location)}};
    }
    switch (media.source) {
    case MediaPart::Source::Url:
        return unexpected(refused("Bedrock fetches no " + std::string(nounOf(media.kind))
                                  + " from a URL; send the bytes as base64, or an address that begins with s3://."));
    case MediaPart::Source::FileId:
        if (m_isOwnClient)
            return Json{{"s3Location", {{"uri", media.value}}}};
        return unexpected(refused("The file is known to another provider by its id; send its bytes to Bedrock."));
    case MediaPart::Source::PlainText:
        if (m_isOwnClient)
            return Json{{"text", media.value}};
        return Json{{"bytes", encodeBase64(media.value)}};
    case MediaPart::Source::Base64: break;
    }
    return Json{{"bytes", media.value}};
}

std::string MediaEncoder::documentName(const std::string &filename)
{
    const std::string_view bare = withoutEnding(filename);
    std::string name = fittedName(bare);
    if (name.empty())
        name = std::string("document");
    m_hasRenamed = !filename.empty() && name != bare;
    const std::string first = name;
    for (int number = 2; !m_names.insert(name).second; ++number) {
        name = first + '-' + std::to_string(number);
        m_hasRenamed = true;
    }
    return name;
}

} // namespace gateway::translation::bedrock
