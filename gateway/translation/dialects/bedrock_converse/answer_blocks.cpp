#include "gateway/translation/dialects/bedrock_converse/answer_blocks.h"

#include "gateway/translation/dialects/bedrock_converse/call_ids.h"
#include "gateway/translation/dialects/bedrock_converse/media_formats.h"

namespace gateway::translation::bedrock {

std::string callIdFor(std::string_view id, ExchangeState &state)
{
    return fitsAsCallId(id) ? std::string(id) : state.makeId("tooluse_");
}

Json mediaBlock(const MediaPart &media, ExchangeState &state)
{
    const std::string_view format = formatOf(media);
    const bool isReadable =
        media.source == MediaPart::Source::Base64 && !format.empty()
        && (media.kind == MediaKind::Image || media.kind == MediaKind::Audio || media.kind == MediaKind::Video);
    if (!isReadable) {
        state.answerReport.dropped("answer/content", "Media of a form that Bedrock's clients do not know.");
        return Json();
    }
    return Json{{std::string(blockNameOf(media.kind)), {{"format", format}, {"source", {{"bytes", media.value}}}}}};
}

bool needsBlockBefore(const Part &part)
{
    return part.state && !part.as<ReasoningPart>();
}

} // namespace gateway::translation::bedrock
