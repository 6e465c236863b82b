#include "gateway/translation/dialects/bedrock_converse/media_formats.h"

#include "gateway/base/header_list.h"

#include <array>
#include <string>

namespace gateway::translation::bedrock {

namespace {

struct FormatRow {
    MediaKind kind;
    std::string_view format;
    std::string_view mediaType; // the first row of a format is how it is told to others
};

constexpr std::array formatRows{
    FormatRow{MediaKind::Image, "png", "image/png"},
    FormatRow{MediaKind::Image, "jpeg", "image/jpeg"},
    FormatRow{MediaKind::Image, "jpeg", "image/jpg"},
    FormatRow{MediaKind::Image, "gif", "image/gif"},
    FormatRow{MediaKind::Image, "webp", "image/webp"},
    FormatRow{MediaKind::Document, "pdf", "application/pdf"},
    FormatRow{MediaKind::Document, "txt", "text/plain"},
    FormatRow{MediaKind::Document, "md", "text/markdown"},
    FormatRow{MediaKind::Document, "csv", "text/csv"},
    FormatRow{MediaKind::Document, "html", "text/html"},
    FormatRow{MediaKind::Document, "doc", "application/msword"},
    FormatRow{MediaKind::Document, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    FormatRow{MediaKind::Document, "xls", "application/vnd.ms-excel"},
    FormatRow{MediaKind::Document, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    FormatRow{MediaKind::Document, "txt", "application/json"},
    FormatRow{MediaKind::Audio, "mp3", "audio/mpeg"},
    FormatRow{MediaKind::Audio, "mp3", "audio/mp3"},
    FormatRow{MediaKind::Audio, "wav", "audio/wav"},
    FormatRow{MediaKind::Audio, "wav", "audio/x-wav"},
    FormatRow{MediaKind::Audio, "aac", "audio/aac"},
    FormatRow{MediaKind::Audio, "x-aac", "audio/x-aac"},
    FormatRow{MediaKind::Audio, "flac", "audio/flac"},
    FormatRow{MediaKind::Audio, "ogg", "audio/ogg"},
    FormatRow{MediaKind::Audio, "opus", "audio/opus"},
    FormatRow{MediaKind::Audio, "m4a", "audio/x-m4a"},
    FormatRow{MediaKind::Audio, "mp4", "audio/mp4"},
    FormatRow{MediaKind::Audio, "webm", "audio/webm"},
    FormatRow{MediaKind::Audio, "mka", "audio/x-matroska"},
    FormatRow{MediaKind::Audio, "pcm", "audio/pcm"},
    FormatRow{MediaKind::Video, "mp4", "video/mp4"},
    FormatRow{MediaKind::Video, "mov", "video/quicktime"},
    FormatRow{MediaKind::Video, "mkv", "video/x-matroska"},
    FormatRow{MediaKind::Video, "webm", "video/webm"},
    FormatRow{MediaKind::Video, "flv", "video/x-flv"},
    FormatRow{MediaKind::Video, "mpeg", "video/mpeg"},
    FormatRow{MediaKind::Video, "mpg", "video/mpg"},
    FormatRow{MediaKind::Video, "wmv", "video/x-ms-wmv"},
    FormatRow{MediaKind::Video, "three_gp", "video/3gpp"},
};

struct MagicRow {
    MediaKind kind;
    std::string_view start; // of the base64
    std::string_view format;
};

constexpr std::array magicRows{
    MagicRow{MediaKind::Image, "iVBOR", "png"},     MagicRow{MediaKind::Image, "/9j/", "jpeg"},
    MagicRow{MediaKind::Image, "R0lG", "gif"},      MagicRow{MediaKind::Image, "UklGR", "webp"},
    MagicRow{MediaKind::Document, "JVBERi", "pdf"},
};

std::string_view knownFormat(MediaKind kind, std::string_view ending)
{
    if (kind == MediaKind::Image && ending == "jpg")
        return "jpeg";
    if (kind == MediaKind::Document && ending == "htm")
        return "html";
    for (const FormatRow &row : formatRows) {
        if (row.kind == kind && row.format == ending)
            return row.format;
    }
    return {};
}

} // namespace

std::string_view blockNameOf(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Image: return "image";
    case MediaKind::Document: return "document";
    case MediaKind::Audio: return "audio";
    case MediaKind::Video: return "video";
    }
    return {};
}

std::string_view mediaTypeOfFormat(MediaKind kind, std::string_view format)
{
    for (const FormatRow &row : formatRows) {
        if (row.kind == kind && row.format == format)
            return row.mediaType;
    }
    return {};
}

std::string_view formatOf(const MediaPart &media)
{
    // The bytes know better than the client, and models refuse an image whose format is told wrongly.
    if (media.source == MediaPart::Source::Base64) {
        for (const MagicRow &row : magicRows) {
            if (row.kind == media.kind && std::string_view(media.value).starts_with(row.start))
                return row.format;
        }
    }
    const std::string type = toLowerAscii(std::string_view(media.mediaType).substr(0, media.mediaType.find(';')));
    for (const FormatRow &row : formatRows) {
        if (row.kind == media.kind && row.mediaType == type)
            return row.format;
    }
    const bool isNamed = media.source == MediaPart::Source::Url || media.source == MediaPart::Source::FileId;
    const std::string_view address = isNamed ? std::string_view(media.value) : std::string_view();
    for (const std::string_view name : {std::string_view(media.filename), address}) {
        const auto dot = name.rfind('.');
        if (dot == std::string_view::npos)
            continue;
        const std::string_view format = knownFormat(media.kind, toLowerAscii(name.substr(dot + 1)));
        if (!format.empty())
            return format;
    }
    const bool isText = media.source == MediaPart::Source::PlainText || type.starts_with("text/");
    return media.kind == MediaKind::Document && isText ? std::string_view("txt") : std::string_view();
}

} // namespace gateway::translation::bedrock
