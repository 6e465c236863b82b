#include "gateway/translation/dialects/openai_chat/chat_preference.h"

#include <algorithm>

#include "gateway/translation/dialects/openai_responses/option_codec.h"

namespace gateway::translation::openai_chat {

namespace {

bool wantsWhatOnlyChatHas(const SamplingOptions &sampling)
{
    return !sampling.stopSequences.empty() || sampling.frequencyPenalty || sampling.presencePenalty || sampling.seed
           || sampling.choiceCount.value_or(1) > 1 || !sampling.logitBias.is_null();
}

bool isSaidAsWell(const MediaPart &media, Role role)
{
    if (role != Role::User)
        return false;
    switch (media.kind) {
    case MediaKind::Image: return media.source == MediaPart::Source::Url || media.source == MediaPart::Source::Base64;
    case MediaKind::Document:
    case MediaKind::Audio: return media.source == MediaPart::Source::Base64;
    case MediaKind::Video: return false;
    }
    return false;
}

bool isSaidAsWell(const Part &part, Role role)
{
    if (const auto *media = part.as<MediaPart>())
        return isSaidAsWell(*media, role);
    if (const auto *result = part.as<ToolResultPart>())
        return std::all_of(result->content.begin(), result->content.end(),
                           [](const Part &inner) { return inner.as<TextPart>() != nullptr; });
    const auto *opaque = part.as<OpaquePart>();
    return !opaque || opaque->dialect != DialectId::OpenAiResponses;
}

} // namespace

bool isBetterSaidInChat(const ChatRequest &request, std::string_view model)
{
    return wantsWhatOnlyChatHas(request.sampling) && openai_responses::isPlainModel(model)
           && std::all_of(request.messages.begin(), request.messages.end(), [](const Message &message) {
                  return std::all_of(message.parts.begin(), message.parts.end(),
                                     [&](const Part &part) { return isSaidAsWell(part, message.role); });
              });
}

} // namespace gateway::translation::openai_chat
