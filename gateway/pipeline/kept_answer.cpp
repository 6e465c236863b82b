#include "gateway/pipeline/kept_answer.h"

#include "gateway/translation/json/json_document.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/top_level_editor.h"

namespace gateway::pipeline {

namespace {

using translation::JsonValue;

Error noObject()
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's answer is no JSON object.");
}

class VideoExchange final : public OperationExchange {
public:
    explicit VideoExchange(std::string provider) : m_provider(std::move(provider)) {}

    Result<std::string> answerOf(std::string_view providerBody, translation::AnswerFacts &facts) override
    {
        const JsonValue answer = JsonValue::checked(providerBody);
        if (!answer.isObject())
            return unexpected(noObject());
        facts.answeredModel = answer["model"].text();
        const std::string id = answer["id"].text();
        if (id.empty() || !answer["object"].isText("video"))
            return std::string(providerBody);
        return translation::setTopLevelMember(providerBody, "id", translation::quoteJson(id + ':' + m_provider));
    }

private:
    const std::string m_provider;
};

// cloud.google.com/vertex-ai/generative-ai/docs/model-reference/veo-video-generation -> ai.google.dev/gemini-api/docs/video
class VertexVideoExchange final : public OperationExchange {
public:
    explicit VertexVideoExchange(std::string model) : m_model(std::move(model)) {} // "PROVIDER/MODEL"

    Result<std::string> answerOf(std::string_view providerBody, translation::AnswerFacts &) override
    {
        auto answer = translation::parseJson(providerBody);
        if (!answer || !answer->is_object())
            return unexpected(noObject());
        const std::string name(translation::textMember(*answer, "name"));
        if (!name.empty())
            (*answer)["name"] = "models/" + m_model + "/operations/" + name.substr(name.rfind('/') + 1);
        if (const auto response = answer->find("response"); response != answer->end())
            *response = samplesOf(*response);
        return translation::dumpJson(*answer);
    }

private:
    static translation::Json samplesOf(const translation::Json &response)
    {
        const translation::Json *videos = translation::findArray(response, "videos");
        if (!videos)
            return response; // all were filtered: it says why
        translation::Json samples = translation::Json::array();
        for (const translation::Json &each : *videos) {
            translation::Json video = translation::Json::object();
            for (const auto &[there, here] :
                 {std::pair("gcsUri", "uri"), std::pair("bytesBase64Encoded", "encodedVideo"),
                  std::pair("mimeType", "encoding")}) {
                if (const std::string_view text = translation::textMember(each, there); !text.empty())
                    video[here] = text;
            }
            samples.push_back({{"video", std::move(video)}});
        }
        translation::Json told = response;
        told.erase("videos");
        told["generateVideoResponse"] = {{"generatedSamples", std::move(samples)}};
        return told;
    }

    const std::string m_model;
};

class BatchExchange final : public OperationExchange {
public:
    explicit BatchExchange(std::string ownAddress) : m_ownAddress(std::move(ownAddress)) {}

    Result<std::string> answerOf(std::string_view providerBody, translation::AnswerFacts &) override
    {
        const JsonValue answer = JsonValue::checked(providerBody);
        if (!answer.isObject())
            return unexpected(noObject());
        const std::string url = answer["results_url"].text();
        const auto path = url.find("/v1/messages/batches/");
        if (path == std::string::npos)
            return std::string(providerBody);
        return translation::setTopLevelMember(providerBody, "results_url",
                                              translation::quoteJson(m_ownAddress + url.substr(path)));
    }

private:
    const std::string m_ownAddress;
};

// "http://127.0.0.1:8080/anthropic", as the client wrote it.
std::string addressOfClient(const RequestContext &context)
{
    const net::HttpRequest &request = context.exchange->request();
    const std::string_view path = request.path();
    const bool isTls = equalsIgnoringCase(request.headers.value("x-forwarded-proto"), "https");
    return (isTls ? "https://" : "http://") + std::string(request.headers.value("host"))
           + std::string(path.substr(0, path.find("/v1/messages")));
}

} // namespace

std::unique_ptr<OperationExchange> keptAnswerOf(const AttemptContext &attempt)
{
    const RequestContext &context = attempt.request;
    const std::string_view name = context.endpoint.forwarded->name;
    if (context.endpoint.forwarded->hasProviderInId && context.endpoint.isBifrostSurface && name != "video_download"
        && name != "video_list")
        return std::make_unique<VideoExchange>(attempt.target.provider->id.value);
    if (context.endpoint.forwarded->offer == "video" && context.endpoint.family == translation::DialectFamily::Gemini
        && attempt.target.provider->hosting() == config::Hosting::Vertex)
        return std::make_unique<VertexVideoExchange>(attempt.target.provider->id.value + "/" + attempt.target.model);
    const bool isBatch = name == "batch_create" || name == "batch_retrieve" || name == "batch_cancel";
    if (isBatch && context.endpoint.family == translation::DialectFamily::Anthropic)
        return std::make_unique<BatchExchange>(addressOfClient(context));
    return nullptr;
}

} // namespace gateway::pipeline
