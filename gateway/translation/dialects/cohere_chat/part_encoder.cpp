#include "gateway/translation/dialects/cohere_chat/part_encoder.h"

#include "gateway/translation/dialects/cohere_chat/wire_form.h"
#include "gateway/translation/dialects/foreign_options.h"

#include <algorithm>

namespace gateway::translation::cohere {

namespace {

Json textBlock(std::string_view text)
{
    return Json{{"type", "text"}, {"text", text}};
}

std::optional<Json> dropBlock(const std::string &pointer, EncodeContext &context, std::string reason)
{
    context.report.dropped(pointer, std::move(reason));
    return std::nullopt;
}

std::string addressOf(const MediaPart &media)
{
    if (media.source != MediaPart::Source::Base64)
        return media.value;
    return "data:" + media.mediaType + ";base64," + media.value;
}

bool isKnownDetail(std::string_view detail)
{
    return detail == "auto" || detail == "low" || detail == "high";
}

Json imageBlock(const Part &part, const MediaPart &media, const std::string &pointer, EncodeContext &context)
{
    Json link{{"url", addressOf(media)}};
    if (isKnownDetail(media.detail) || (context.isSameDialect() && !media.detail.empty()))
        link["detail"] = media.detail;
    else if (!media.detail.empty())
        context.report.dropped(pointer + "/detail", "Cohere knows the details auto, low and high.");
    if (const Json *members = part.extensions.find(DialectId::CohereChat, "image_url"); members && members->is_object())
        link.update(*members);
    return Json{{"type", "image_url"}, {"image_url", std::move(link)}};
}

std::optional<Json> encodeMedia(const Part &part, const MediaPart &media, BlockPlace place, const std::string &pointer,
                                EncodeContext &context)
{
    if (media.kind == MediaKind::Document && media.source == MediaPart::Source::PlainText) {
        context.report.approximated(pointer, "A text document is said as text.");
        const std::string title = media.filename.empty() ? std::string() : " title=\"" + media.filename + '"';
        return textBlock("<document" + title + ">\n" + media.value + "\n</document>");
    }
    if (media.kind != MediaKind::Image)
        return dropBlock(pointer, context, "Cohere's chat takes images and text only.");
    if (media.source == MediaPart::Source::FileId)
        return dropBlock(pointer, context, "The image is stored at another provider: send its data or a URL.");
    if (place != BlockPlace::User)
        return dropBlock(pointer, context, "Cohere takes images in user turns only.");
    return imageBlock(part, media, pointer, context);
}

} // namespace

void noteForeignPart(const Part &part, const std::string &pointer, EncodeContext &context)
{
    noteForeignOptions(part.extensions, DialectId::CohereChat, pointer, "Cohere's chat has no such option of a part.",
                       context.report);
    noteMediaName(part, pointer, context.report);
    if (part.cacheMarker)
        context.report.dropped(pointer + "/cache_control", "Cohere caches prompts by itself.");
    if (part.state && !part.state->data.empty() && part.state->origin != DialectId::CohereChat)
        context.report.dropped(pointer, "A provider's signature goes back only to the provider that made it.");
}

std::optional<Json> encodeBlock(const Part &part, BlockPlace place, const std::string &pointer, EncodeContext &context)
{
    std::optional<Json> block;
    if (const auto *text = part.as<TextPart>()) {
        if (const Json *document = documentOf(part))
            block = Json{{"type", "document"}, {"document", *document}};
        else if (!text->text.empty() || context.isSameDialect()) // Cohere refuses empty ones
            block = textBlock(text->text);
    } else if (const auto *refusal = part.as<RefusalPart>()) {
        block = textBlock(refusal->text);
    } else if (const auto *media = part.as<MediaPart>()) {
        block = encodeMedia(part, *media, place, pointer, context);
    } else if (const auto *opaque = part.as<OpaquePart>()) {
        if (opaque->dialect == DialectId::CohereChat)
            return opaque->json;
        return dropBlock(pointer, context, "A part that Cohere's chat has no word for.");
    }
    if (block)
        putBack(part.extensions, *block);
    if (block || part.cacheMarker) // a mark counts without its text, too
        noteForeignPart(part, pointer, context);
    return block;
}

Json contentOf(const std::vector<Part> &parts, Json blocks)
{
    if (blocks.empty())
        return "";
    const bool isListForm = std::any_of(parts.begin(), parts.end(), isListed);
    const bool isOneText =
        blocks.size() == 1 && blocks.front().size() == 2 && textMember(blocks.front(), "type") == "text";
    if (isOneText && !isListForm)
        return textMember(blocks.front(), "text");
    return blocks;
}

} // namespace gateway::translation::cohere
