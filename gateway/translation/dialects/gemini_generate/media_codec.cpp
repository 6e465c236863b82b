#include "gateway/translation/dialects/gemini_generate/media_codec.h"

#include "gateway/translation/dialects/gemini_generate/field_reader.h"

#include <algorithm>
#include <array>

namespace gateway::translation::gemini {

namespace {

struct Ending {
    std::string_view ending;
    std::string_view mediaType;
};

constexpr std::array endings{
    Ending{".png", "image/png"},       Ending{".jpg", "image/jpeg"}, Ending{".jpeg", "image/jpeg"},
    Ending{".webp", "image/webp"},     Ending{".gif", "image/gif"},  Ending{".heic", "image/heic"},
    Ending{".pdf", "application/pdf"}, Ending{".mp4", "video/mp4"},  Ending{".mov", "video/quicktime"},
    Ending{".webm", "video/webm"},     Ending{".mp3", "audio/mp3"},  Ending{".wav", "audio/wav"},
    Ending{".ogg", "audio/ogg"},       Ending{".txt", "text/plain"}, Ending{".html", "text/html"},
};

std::string_view mediaTypeOfUrl(std::string_view url)
{
    url = url.substr(0, url.find_first_of("?#"));
    for (const Ending &known : endings) {
        if (url.ends_with(known.ending))
            return known.mediaType;
    }
    return {};
}

bool isYoutube(std::string_view uri)
{
    return uri.find("youtube.com/") != std::string_view::npos || uri.find("youtu.be/") != std::string_view::npos;
}

std::string_view usualMediaType(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image: return "image/jpeg";
    case MediaKind::Document: return "application/pdf";
    case MediaKind::Audio: return "audio/wav";
    case MediaKind::Video: return "video/mp4";
    }
    return {};
}

// A `bytes` field in JSON may come in either alphabet and without padding (protobuf.dev/programming-guides/json), and
// Google's Python SDK writes the one for URLs; other providers read only the standard one (RFC 4648, section 4).
std::string standardBase64(std::string text)
{
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    while (text.size() % 4 != 0)
        text += '=';
    return text;
}

Result<Part> finished(MediaPart media, FieldReader &reader, std::string_view field)
{
    if (reader.error())
        return unexpected(*reader.error());
    Part part;
    part.content = std::move(media);
    Json others = Json::object();
    reader.eachUnknown([&](const std::string &name, const Json &value) { others[name] = value; });
    if (!others.empty())
        part.extensions.set(DialectId::GeminiGenerate, field, std::move(others));
    return part;
}

} // namespace

MediaKind kindOfMediaType(std::string_view mediaType)
{
    if (mediaType.starts_with("image/"))
        return MediaKind::Image;
    if (mediaType.starts_with("audio/"))
        return MediaKind::Audio;
    return mediaType.starts_with("video/") ? MediaKind::Video : MediaKind::Document;
}

bool isGeminiFile(std::string_view uri)
{
    return uri.starts_with("gs://") || uri.starts_with("files/")
           || uri.starts_with("https://generativelanguage.googleapis.com/");
}

Result<Part> decodeInlineData(const Json &blob, const std::string &pointer)
{
    FieldReader reader(blob, pointer);
    MediaPart media;
    media.source = MediaPart::Source::Base64;
    media.value = standardBase64(reader.text("data").value_or(""));
    media.mediaType = reader.text("mimeType").value_or("");
    media.filename = reader.text("displayName").value_or("");
    media.kind = kindOfMediaType(media.mediaType);
    return finished(std::move(media), reader, "inlineData");
}

Result<Part> decodeFileData(const Json &file, const std::string &pointer)
{
    FieldReader reader(file, pointer);
    MediaPart media;
    media.value = reader.text("fileUri").value_or("");
    media.mediaType = reader.text("mimeType").value_or("");
    media.filename = reader.text("displayName").value_or("");
    if (media.value.empty() && !reader.error())
        reader.fail("fileUri", "is required.");
    media.source = isGeminiFile(media.value) ? MediaPart::Source::FileId : MediaPart::Source::Url;
    if (!media.mediaType.empty())
        media.kind = kindOfMediaType(media.mediaType);
    else if (isYoutube(media.value))
        media.kind = MediaKind::Video;
    else
        media.kind = kindOfMediaType(mediaTypeOfUrl(media.value));
    return finished(std::move(media), reader, "fileData");
}

std::optional<Json> encodeMedia(const MediaPart &media, bool mayTellName)
{
    Json value = Json::object();
    switch (media.source) {
    case MediaPart::Source::PlainText: return std::nullopt;
    case MediaPart::Source::FileId:
        if (!isGeminiFile(media.value))
            return std::nullopt;
        [[fallthrough]];
    case MediaPart::Source::Url: {
        const std::string_view type = media.mediaType.empty() ? mediaTypeOfUrl(media.value) : media.mediaType;
        if (!type.empty())
            value["mimeType"] = type;
        value["fileUri"] = media.value;
        break;
    }
    case MediaPart::Source::Base64:
        value["mimeType"] = media.mediaType.empty() ? usualMediaType(media.kind) : std::string_view(media.mediaType);
        value["data"] = media.value;
        break;
    }
    if (mayTellName && !media.filename.empty())
        value["displayName"] = media.filename;
    return Json{{media.source == MediaPart::Source::Base64 ? "inlineData" : "fileData", std::move(value)}};
}

} // namespace gateway::translation::gemini
