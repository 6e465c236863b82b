#include "gateway/pipeline/image_attempt.h"

#include "gateway/base/base64.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/images/image_codec.h"

#include <chrono>
#include <optional>
#include <utility>

namespace gateway::pipeline {

using namespace translation;

namespace {

class ImageExchange final : public OperationExchange {
public:
    // `asked`: what is to be told as events; nothing when it is to be one object.
    ImageExchange(const ImageCodec &provider, WallTime began, std::optional<ImageRequest> asked)
        : m_provider(provider), m_began(began), m_asked(std::move(asked))
    {
    }

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &facts) override
    {
        const auto response = m_provider.decodeResponse(providerBody);
        if (!response)
            return unexpected(response.error());
        facts.usage = response->usage;
        facts.rawUsage = response->rawUsage;
        facts.answeredModel = response->model;
        facts.pictures = static_cast<std::int64_t>(response->pictures.size());
        const auto created = std::chrono::duration_cast<std::chrono::seconds>(m_began.time_since_epoch());
        return m_asked ? writeImageEvents(*response, *m_asked, created.count())
                       : writeImageResponse(*response, created.count());
    }
    std::string_view contentType() const override { return m_asked ? "text/event-stream" : "application/json"; }

private:
    const ImageCodec &m_provider;
    const WallTime m_began;
    const std::optional<ImageRequest> m_asked;
};

// "image" and "image[]": OpenAI's clients write both.
bool isPicture(const FormField &field)
{
    return field.isFile && (field.name == "image" || field.name == "image[]");
}

Result<std::vector<Picture>> picturesOf(const RequestContext &context)
{
    constexpr std::uint64_t most = 20ULL * 1024 * 1024; // what the providers take in one request, and what we hold
    std::vector<Picture> pictures;
    std::uint64_t size = 0;
    for (const FormField &field : *context.form) {
        if (field.isFile && field.name == "mask")
            return unexpected(invalidMember("/mask", "is transparent where OpenAI's models edit; the models of this "
                                                     "provider have masks of another kind, or none."));
        if (!isPicture(field))
            continue;
        size += field.valueSize;
        if (size > most)
            return unexpected(invalidMember("/image", "more than 20 MB of pictures cannot be sent to this provider."));
        const std::string bytes = bytesOfField(context.exchange->request(), field);
        const std::string_view type = mediaTypeOfPicture(bytes);
        if (type.empty())
            return unexpected(invalidMember("/image", "must be a PNG, JPEG, WebP or GIF picture."));
        pictures.push_back({std::string(type), encodeBase64(bytes)});
    }
    return pictures;
}

Result<ImageRequest> readRequest(const RequestContext &context, ImageTask task)
{
    const auto members = membersOf(context);
    auto pictures = context.form ? picturesOf(context) : Result<std::vector<Picture>>();
    if (!members || !pictures)
        return unexpected(members ? pictures.error() : members.error());
    return readImageRequest(task, *members, std::move(*pictures));
}

} // namespace

bool needsImageWords(const AttemptContext &attempt)
{
    const routing::Endpoint &endpoint = attempt.request.endpoint;
    const config::ProviderDefinition &provider = *attempt.target.provider;
    return imageTaskFromName(endpoint.forwarded->offer) && endpoint.family == DialectFamily::OpenAi
           && (provider.family != DialectFamily::OpenAi
               || findImageCodec(provider.family, provider.preset, attempt.target.model));
}

Result<net::UpstreamRequest> encodeImages(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    const config::ProviderDefinition &provider = *attempt.target.provider;
    const ImageCodec *codec = findImageCodec(provider.family, provider.preset, attempt.target.model);
    if (!codec)
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        "The provider \"" + provider.id.value + "\" makes no pictures."));
    const auto asked = readRequest(context, *imageTaskFromName(context.endpoint.forwarded->offer));
    if (!asked)
        return unexpected(asked.error());
    std::optional<ImageRequest> asEvents;
    if (context.facts.isStream) { // of pictures that come when they are done
        asEvents = *asked;
        asEvents->pictures.clear();
    }
    attempt.operation = std::make_unique<ImageExchange>(*codec, context.record.startedAt, std::move(asEvents));
    attempt.followUp =
        untilDone(attempt, address, [codec](std::string_view body) { return codec->pathOfUnfinished(body); });
    ConversionReport report;
    const bool isAtVertex = provider.hosting() == config::Hosting::Vertex;
    auto encoded = codec->encodeRequest(*asked, {modelForCodec(attempt), isAtVertex}, report);
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(encoded), report), "application/json");
}

} // namespace gateway::pipeline
