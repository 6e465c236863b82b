// Google's Veo, at Gemini's host and at Vertex: one question to :predictLongRunning, then its operation is asked after.
#include "gateway/translation/dialects/gemini_generate/model_path.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/videos/video_codec.h"

namespace gateway::translation {

namespace {

// Of a task's id: a model's name and the operation's, neither of which has it.
constexpr char separator = '~';

// "models/veo-3/operations/abc", at Vertex with "projects/.../publishers/google/" in front.
std::string idOf(std::string_view name)
{
    constexpr std::string_view collection = "models/";
    constexpr std::string_view operations = "/operations/";
    const auto end = name.rfind(operations);
    const auto begin = end == std::string_view::npos ? end : name.substr(0, end).rfind(collection);
    if (begin == std::string_view::npos)
        return {};
    const auto model = name.substr(begin + collection.size(), end - begin - collection.size());
    return std::string(model) + separator + std::string(name.substr(end + operations.size()));
}

std::string modelOf(std::string_view id)
{
    return std::string(id.substr(0, id.find(separator)));
}

std::string filtered(JsonValue answer)
{
    JsonElements reasons(answer["raiMediaFilteredReasons"]);
    const auto reason = reasons.next();
    return reason ? reason->text() : "The provider's answer brings no film.";
}

void takeFilm(JsonValue response, VideoTask &task)
{
    const JsonValue ofGemini = response["generateVideoResponse"];
    JsonElements samples(ofGemini["generatedSamples"]);
    JsonElements videos(response["videos"]); // at Vertex
    if (const auto sample = samples.next()) {
        task.url = (*sample)["video"]["uri"].text();
        task.base64 = (*sample)["video"]["encodedVideo"].text();
    } else if (const auto video = videos.next()) {
        task.url = (*video)["gcsUri"].text();
        task.base64 = (*video)["bytesBase64Encoded"].text();
    }
    if (!task.url.empty() || !task.base64.empty())
        return;
    task.state = VideoState::Failed;
    task.problem = filtered(ofGemini.isObject() ? ofGemini : response);
}

class VeoVideos final : public VideoCodec {
public:
    Result<EncodedRequest> encodeRequest(const VideoRequest &request, std::string_view model,
                                         ConversionReport &report) const override
    {
        const auto path = gemini::modelPath(model);
        if (!path)
            return unexpected(path.error());
        if (!request.pictureUrl.empty())
            return unexpected(invalidMember("/input_reference", "Veo takes a picture itself, not its address."));
        auto shape = nearestVideoShape(request, {"16:9", "9:16"}, report);
        if (!shape)
            return unexpected(shape.error());
        Json instance{{"prompt", request.prompt}};
        if (request.picture)
            instance["image"] = {{"bytesBase64Encoded", request.picture->base64},
                                 {"mimeType", request.picture->mediaType}};
        Json parameters = Json::object();
        if (!shape->empty())
            parameters["aspectRatio"] = *shape;
        if (request.seconds)
            parameters["durationSeconds"] = *request.seconds;
        if (!request.negativePrompt.empty())
            parameters["negativePrompt"] = request.negativePrompt;
        if (request.seed)
            parameters["seed"] = *request.seed;
        if (request.hasSound)
            parameters["generateAudio"] = *request.hasSound;
        dropUnsaid(request, report);
        EncodedRequest encoded;
        encoded.path = "/v1beta/" + *path + ":predictLongRunning";
        encoded.body =
            dumpJson({{"instances", Json::array({std::move(instance)})}, {"parameters", std::move(parameters)}});
        return encoded;
    }

    Result<std::string> pathOf(std::string_view id) const override
    {
        const auto mark = id.find(separator);
        const auto model = mark == std::string_view::npos ? Result<std::string>(unexpected(noId()))
                                                          : gemini::modelPath(id.substr(0, mark));
        const std::string_view operation = mark == std::string_view::npos ? id : id.substr(mark + 1);
        const bool isName = !operation.empty()
                            && operation.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz"
                                                           "ABCDEFGHIJKLMNOPQRSTUVWXYZ-_")
                                   == std::string_view::npos;
        if (!model || !isName)
            return unexpected(noId());
        return "/v1beta/" + *model + "/operations/" + std::string(operation);
    }

    std::string deletionPathOf(std::string_view) const override { return {}; }

    Result<VideoTask> decodeTask(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        VideoTask task;
        task.id = idOf(answer["name"].text());
        if (task.id.empty())
            return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                              "The provider's answer names no operation."));
        task.model = modelOf(task.id);
        task.state = answer["done"].isTrue() ? VideoState::Done : VideoState::Running;
        if (answer["error"].isObject()) {
            task.state = VideoState::Failed;
            task.problem = answer["error"]["message"].text();
        } else if (task.state == VideoState::Done) {
            takeFilm(answer["response"], task);
        }
        return task;
    }

    bool keepsFilms() const override { return true; }

private:
    static Error noId() { return invalidMember("/id", "is none of a film that this provider makes."); }
};

} // namespace

const VideoCodec &veoVideos()
{
    static const VeoVideos codec;
    return codec;
}

} // namespace gateway::translation
