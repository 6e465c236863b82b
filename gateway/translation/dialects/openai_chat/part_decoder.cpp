#include "gateway/translation/dialects/openai_chat/part_codec.h"

namespace gateway::translation::openai_chat {

namespace {

constexpr std::string_view dataScheme = "data:";

// A URL of the web, a data: URL taken apart, or bare base64 (`isBareData`: file_data without its scheme).
void setSource(MediaPart &media, std::string url, bool isBareData, const std::string &pointer, Problem &problem)
{
    if (const auto data = splitDataUrl(url)) {
        media.source = MediaPart::Source::Base64;
        media.mediaType = data->mediaType;
        media.value = data->data;
    } else if (url.starts_with(dataScheme)) {
        problem.set(pointer, "a data: URL must say its data in base64.");
    } else if (isBareData && !url.starts_with("http://") && !url.starts_with("https://")) {
        media.source = MediaPart::Source::Base64;
        media.value = std::move(url);
    } else {
        media.source = MediaPart::Source::Url;
        media.value = std::move(url);
    }
}

// The address is a text (Mistral, OpenAI's input_image) or in an object of its own.
Part decodeLink(MemberReader &reader, std::string_view name, MediaKind kind)
{
    Part part;
    MediaPart media;
    media.kind = kind;
    const Json *link = reader.any(name);
    std::string pointer = reader.pointerOf(name);
    if (link && link->is_string()) {
        setSource(media, link->get<std::string>(), false, pointer, reader.problem());
        media.detail = reader.text("detail");
    } else if (link && link->is_object()) {
        MemberReader inner(*link, pointer, reader.problem());
        inner.require("url");
        setSource(media, inner.text("url"), false, inner.pointerOf("url"), reader.problem());
        media.detail = inner.text("detail");
        Extensions rest;
        takeRest(inner, rest);
        if (const Json *members = rest.find(DialectId::OpenAiChat))
            part.extensions.set(DialectId::OpenAiChat, name, *members);
    } else {
        reader.problem().set(pointer, "must be an object with a URL.");
    }
    part.content = std::move(media);
    return part;
}

Part decodeAudio(MemberReader &reader)
{
    MediaPart media;
    media.kind = MediaKind::Audio;
    media.source = MediaPart::Source::Base64;
    reader.require("input_audio");
    if (const Json *audio = reader.object("input_audio")) {
        MemberReader inner(*audio, reader.pointerOf("input_audio"), reader.problem());
        inner.require("data");
        media.value = inner.text("data");
        const std::string format = inner.text("format");
        if (!format.empty())
            media.mediaType = "audio/" + (format == "mp3" ? std::string("mpeg") : format);
    }
    Part part;
    part.content = std::move(media);
    return part;
}

MediaPart decodeFileMembers(MemberReader &reader)
{
    MediaPart media;
    media.kind = MediaKind::Document;
    media.filename = reader.text("filename");
    const std::string id = reader.text("file_id");
    std::string data = reader.text("file_data");
    if (data.empty())
        data = reader.text("file_url"); // of OpenAI's input_file
    if (data.empty() && id.empty())
        reader.problem().set(reader.pointerOf("file_data"), "is missing.");
    if (!data.empty()) {
        setSource(media, std::move(data), true, reader.pointerOf("file_data"), reader.problem());
    } else {
        media.source = MediaPart::Source::FileId;
        media.value = id;
    }
    return media;
}

Part decodeFile(MemberReader &reader)
{
    Part part;
    reader.require("file");
    if (const Json *file = reader.object("file")) {
        MemberReader inner(*file, reader.pointerOf("file"), reader.problem());
        part.content = decodeFileMembers(inner);
    }
    return part;
}

Part decodeText(MemberReader &reader)
{
    reader.require("text");
    return makeText(reader.text("text"));
}

// Mistral: {"type":"thinking","thinking":[{"type":"text","text":"..."}]}.
Part decodeThinking(MemberReader &reader)
{
    ReasoningPart reasoning;
    const Json *thinking = reader.any("thinking");
    if (thinking && thinking->is_string())
        reasoning.text = thinking->get<std::string>();
    if (thinking && thinking->is_array()) {
        for (const Json &piece : *thinking)
            reasoning.text += textMember(piece, "text");
    }
    Part part;
    part.content = std::move(reasoning);
    return part;
}

Part decodeKnown(std::string_view type, MemberReader &reader, const Json &json)
{
    if (type == "text" || type == "input_text" || type == "output_text")
        return decodeText(reader);
    if (type == "image_url" || type == "input_image")
        return decodeLink(reader, "image_url", MediaKind::Image);
    if (type == "video_url")
        return decodeLink(reader, "video_url", MediaKind::Video);
    if (type == "document_url") { // Mistral
        Part part = decodeLink(reader, "document_url", MediaKind::Document);
        part.as<MediaPart>()->filename = reader.text("document_name");
        return part;
    }
    if (type == "input_audio")
        return decodeAudio(reader);
    if (type == "file")
        return decodeFile(reader);
    Part part;
    if (type == "input_file")
        part.content = decodeFileMembers(reader);
    else if (type == "refusal")
        part.content = RefusalPart{reader.text("refusal")};
    else if (type == "thinking")
        return decodeThinking(reader);
    else
        part.content = OpaquePart{DialectId::OpenAiChat, json};
    return part;
}

} // namespace

std::optional<DataUrl> splitDataUrl(std::string_view url)
{
    constexpr std::string_view mark = ";base64,";
    if (!url.starts_with(dataScheme))
        return std::nullopt;
    const std::size_t comma = url.find(',');
    if (comma == std::string_view::npos || comma + 1 < dataScheme.size() + mark.size()
        || url.substr(comma + 1 - mark.size(), mark.size()) != mark)
        return std::nullopt;
    const std::string_view type = url.substr(dataScheme.size(), comma + 1 - mark.size() - dataScheme.size());
    return DataUrl{type, url.substr(comma + 1)};
}

Part decodePart(const Json &json, const std::string &pointer, Problem &problem)
{
    if (!json.is_object()) {
        problem.set(pointer, "must be an object.");
        return {};
    }
    MemberReader reader(json, pointer, problem);
    reader.require("type");
    const std::string type = reader.text("type");
    Part part = decodeKnown(type, reader, json);
    if (part.as<OpaquePart>())
        return part;
    if (const Json *marker = reader.object("cache_control"))
        part.cacheMarker = CacheMarker{std::string(textMember(*marker, "ttl"))};
    takeRest(reader, part.extensions);
    return part;
}

std::vector<Part> decodeContent(const Json &content, const std::string &pointer, Problem &problem)
{
    std::vector<Part> parts;
    if (content.is_string()) {
        parts.push_back(makeText(content.get<std::string>()));
    } else if (content.is_array()) {
        parts.reserve(content.size());
        for (std::size_t i = 0; i < content.size(); ++i) {
            if (content[i].is_string()) // some clients write texts without their object
                parts.push_back(makeText(content[i].get<std::string>()));
            else
                parts.push_back(decodePart(content[i], pointer + '/' + std::to_string(i), problem));
        }
    } else {
        problem.set(pointer, "must be a string or an array of parts.");
    }
    return parts;
}

} // namespace gateway::translation::openai_chat
