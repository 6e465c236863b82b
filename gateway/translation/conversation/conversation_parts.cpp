#include "gateway/translation/conversation/dialect_readers.h"

#include <algorithm>

namespace gateway::translation::conversation_detail {

namespace {

ConversationPart audioPart(JsonValue audio)
{
    ConversationPart part;
    part.kind = PartKind::Audio;
    if (const std::string format = audio["format"].text(); !format.empty())
        part.name = "audio/" + format;
    part.bytes = base64Size(audio["data"].text());
    part.text = audio["transcript"].text();
    return part;
}

// Chat puts the members into a "file" object, Responses beside the type.
ConversationPart filePart(JsonValue file)
{
    ConversationPart part = mediaPart(PartKind::File, file["file_data"].text());
    if (const std::string url = file["file_url"].text(); !url.empty())
        part.text = url;
    if (const std::string id = file["file_id"].text(); !id.empty())
        part.text = id;
    if (const std::string name = file["filename"].text(); !name.empty())
        part.name = name;
    return part;
}

ConversationPart imagePart(JsonValue part)
{
    const JsonValue image = part["image_url"];
    const JsonValue source = image.isObject() ? image["url"] : image;
    return mediaPart(PartKind::Image, source.isString() ? source.text() : part["file_id"].text());
}

void appendOpenAiPart(Parts &parts, JsonValue part)
{
    const JsonValue type = part["type"];
    if (part.isString())
        appendText(parts, PartKind::Text, part);
    else if (type.isText("text") || type.isText("input_text") || type.isText("output_text"))
        appendText(parts, PartKind::Text, part["text"]);
    else if (type.isText("summary_text") || type.isText("reasoning_text"))
        appendText(parts, PartKind::Reasoning, part["text"]);
    else if (type.isText("refusal"))
        appendText(parts, PartKind::Refusal, part["refusal"]);
    else if (type.isText("image_url") || type.isText("input_image"))
        parts.push_back(imagePart(part));
    else if (type.isText("input_audio"))
        parts.push_back(audioPart(part["input_audio"]));
    else if (type.isText("file"))
        parts.push_back(filePart(part["file"]));
    else if (type.isText("input_file"))
        parts.push_back(filePart(part));
    else
        parts.push_back(otherPart(part));
}

} // namespace

ConversationPart textPart(PartKind kind, std::string text)
{
    ConversationPart part;
    part.kind = kind;
    part.text = std::move(text);
    return part;
}

ConversationPart otherPart(JsonValue value)
{
    return textPart(PartKind::Other, std::string(value.raw()));
}

void appendText(Parts &parts, PartKind kind, JsonValue text)
{
    if (std::string words = text.text(); !words.empty())
        parts.push_back(textPart(kind, std::move(words)));
}

Speaker roleFromName(JsonValue name)
{
    if (name.isText("system") || name.isText("developer"))
        return Speaker::System;
    if (name.isText("assistant") || name.isText("model"))
        return Speaker::Assistant;
    if (name.isText("tool") || name.isText("function"))
        return Speaker::Tool;
    return Speaker::User;
}

std::int64_t base64Size(std::string_view encoded)
{
    const auto isLetter = [](char letter) { return letter != '=' && letter != '\n' && letter != '\r'; };
    return std::count_if(encoded.begin(), encoded.end(), isLetter) * 3 / 4;
}

// RFC 2397: data:[<media type>][;base64],<data>
ConversationPart mediaPart(PartKind kind, std::string_view source)
{
    ConversationPart part;
    part.kind = kind;
    const std::size_t comma = source.find(',');
    if (source.substr(0, 5) != "data:" || comma == std::string_view::npos) {
        // Some clients send the bare data in place of the URL: far too long to be an address.
        constexpr std::size_t longestUrl = 8192;
        if (source.size() > longestUrl)
            part.bytes = base64Size(source);
        else
            part.text = source;
        return part;
    }
    const std::string_view head = source.substr(5, comma - 5);
    const std::string_view data = source.substr(comma + 1);
    part.name = head.substr(0, head.find(';'));
    const bool isBase64 = head.size() >= 7 && head.substr(head.size() - 7) == ";base64";
    part.bytes = isBase64 ? base64Size(data) : static_cast<std::int64_t>(data.size());
    return part;
}

void appendOpenAiContent(Parts &parts, JsonValue content)
{
    if (content.isArray()) {
        JsonElements elements(content);
        while (const auto element = elements.next())
            appendOpenAiPart(parts, *element);
    } else if (content.isString()) {
        appendText(parts, PartKind::Text, content);
    } else if (content.isPresent() && !content.isNull()) {
        parts.push_back(otherPart(content));
    }
}

void appendToolResult(Parts &parts, JsonValue callId, JsonValue content,
                      void (*appendContent)(Parts &parts, JsonValue content))
{
    Parts inside;
    appendContent(inside, content);
    ConversationPart result;
    result.kind = PartKind::ToolResult;
    result.callId = callId.text();
    for (const ConversationPart &part : inside) {
        if (part.kind != PartKind::Text)
            continue;
        result.text += result.text.empty() ? "" : "\n";
        result.text += part.text;
    }
    parts.push_back(std::move(result));
    std::copy_if(inside.begin(), inside.end(), std::back_inserter(parts),
                 [](const ConversationPart &part) { return part.kind != PartKind::Text; });
}

} // namespace gateway::translation::conversation_detail
