#include "gateway/translation/dialects/openai_responses/media_codec.h"

#include "gateway/translation/dialects/openai_responses/item_form.h"

#include <optional>

namespace gateway::translation::openai_responses {

namespace {

constexpr std::string_view base64Mark = ";base64,";

struct DataUrl {
    std::string_view mediaType;
    std::string_view base64;
};

bool isDataUrl(std::string_view text)
{
    return text.starts_with("data:");
}

// Nothing for data that is percent-encoded instead of base64 (RFC 2397).
std::optional<DataUrl> splitDataUrl(std::string_view text)
{
    const auto comma = text.find(',');
    const auto mark = text.find(base64Mark);
    if (!isDataUrl(text) || mark == std::string_view::npos || mark + base64Mark.size() - 1 != comma)
        return std::nullopt;
    return DataUrl{text.substr(5, mark - 5), text.substr(comma + 1)};
}

std::string dataUrl(const MediaPart &media, std::string_view otherwise)
{
    std::string url = "data:";
    url += media.mediaType.empty() ? otherwise : std::string_view(media.mediaType);
    url += base64Mark;
    url += media.value;
    return url;
}

bool setSource(MediaPart &media, std::string_view url)
{
    if (!isDataUrl(url)) {
        media.source = MediaPart::Source::Url;
        media.value = url;
        return true;
    }
    const auto data = splitDataUrl(url);
    if (!data)
        return false;
    media.source = MediaPart::Source::Base64;
    media.mediaType = data->mediaType;
    media.value = data->base64;
    return true;
}

bool decodeImage(const Json &value, Part &part)
{
    MediaPart media;
    media.detail = textMember(value, "detail");
    const auto url = optionalText(value, "image_url");
    const auto fileId = optionalText(value, "file_id");
    if (url.has_value() == fileId.has_value()) // neither, or both: only its own provider can judge
        return false;
    if (fileId) {
        media.source = MediaPart::Source::FileId;
        media.value = *fileId;
    } else if (!setSource(media, *url)) {
        return false;
    }
    part.content = std::move(media);
    keepUnknownMembers(part, value, {"type", "detail", "image_url", "file_id"});
    return true;
}

bool decodeFile(const Json &value, Part &part)
{
    MediaPart media;
    media.kind = MediaKind::Document;
    media.filename = textMember(value, "filename");
    const auto data = optionalText(value, "file_data");
    const auto url = optionalText(value, "file_url");
    const auto fileId = optionalText(value, "file_id");
    if (int(data.has_value()) + int(url.has_value()) + int(fileId.has_value()) != 1)
        return false;
    if (fileId) {
        media.source = MediaPart::Source::FileId;
        media.value = *fileId;
    } else if (url) {
        if (isDataUrl(*url))
            return false;
        media.value = *url;
    } else if (isDataUrl(*data)) {
        if (!setSource(media, *data))
            return false;
    } else {
        media.source = MediaPart::Source::Base64;
        media.value = *data;
    }
    part.content = std::move(media);
    keepUnknownMembers(part, value, {"type", "filename", "file_data", "file_url", "file_id"});
    return true;
}

bool decodeAudio(const Json &value, Part &part)
{
    const Json *audio = findObject(value, "input_audio");
    if (!audio || audio->size() != 2 || !optionalText(*audio, "data"))
        return false;
    const std::string_view format = textMember(*audio, "format");
    if (format != "wav" && format != "mp3")
        return false;
    MediaPart media;
    media.kind = MediaKind::Audio;
    media.source = MediaPart::Source::Base64;
    media.mediaType = format == "wav" ? "audio/wav" : "audio/mpeg";
    media.value = textMember(*audio, "data");
    part.content = std::move(media);
    keepUnknownMembers(part, value, {"type", "input_audio"});
    return true;
}

Json encodeImage(const MediaPart &media)
{
    Json json{{"type", "input_image"}};
    if (!media.detail.empty())
        json["detail"] = media.detail;
    if (media.source == MediaPart::Source::FileId)
        json["file_id"] = media.value;
    else
        json["image_url"] = media.source == MediaPart::Source::Base64 ? dataUrl(media, "image/png") : media.value;
    return json;
}

std::string_view filenameFor(std::string_view mediaType)
{
    if (mediaType == "application/pdf")
        return "document.pdf";
    return mediaType.starts_with("text/") ? "document.txt" : "document";
}

Json encodeFile(const MediaPart &media)
{
    Json json{{"type", "input_file"}};
    if (!media.filename.empty())
        json["filename"] = media.filename;
    if (media.source == MediaPart::Source::FileId) {
        json["file_id"] = media.value;
    } else if (media.source == MediaPart::Source::Url) {
        json["file_url"] = media.value;
    } else {
        json["file_data"] = media.mediaType.empty() ? media.value : dataUrl(media, {});
        if (media.filename.empty()) // OpenAI wants one beside data
            json["filename"] = filenameFor(media.mediaType);
    }
    return json;
}

Json encodePlainText(const MediaPart &media, const std::string &pointer, ConversionReport &report)
{
    report.approximated(pointer, "The text document is sent as a text part.");
    std::string text;
    if (!media.filename.empty())
        text = media.filename + ":\n";
    return Json{{"type", "input_text"}, {"text", text + media.value}};
}

Json encodeAudio(const MediaPart &media, const std::string &pointer, ConversionReport &report)
{
    const bool isMp3 = media.mediaType == "audio/mpeg" || media.mediaType == "audio/mp3";
    const bool isWav = media.mediaType == "audio/wav" || media.mediaType == "audio/x-wav";
    if (media.source != MediaPart::Source::Base64 || (!isMp3 && !isWav)) {
        report.dropped(pointer, "OpenAI Responses takes audio as base64 in the formats wav and mp3 only.");
        return {};
    }
    const Json audio{{"data", media.value}, {"format", isMp3 ? "mp3" : "wav"}};
    return Json{{"type", "input_audio"}, {"input_audio", audio}};
}

} // namespace

bool decodeMedia(const Json &value, Part &part)
{
    const std::string_view type = textMember(value, "type");
    if (type == "input_image")
        return decodeImage(value, part);
    if (type == "input_file")
        return decodeFile(value, part);
    return type == "input_audio" && decodeAudio(value, part);
}

Json encodeMedia(const MediaPart &media, const std::string &pointer, ConversionReport &report)
{
    if (media.source == MediaPart::Source::PlainText)
        return encodePlainText(media, pointer, report);
    switch (media.kind) {
    case MediaKind::Image: return encodeImage(media);
    case MediaKind::Document: return encodeFile(media);
    case MediaKind::Audio: return encodeAudio(media, pointer, report);
    case MediaKind::Video: break;
    }
    report.dropped(pointer, "OpenAI Responses takes no video.");
    return {};
}

} // namespace gateway::translation::openai_responses
