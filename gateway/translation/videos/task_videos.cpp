// Films of Runway's tasks and Replicate's predictions, which are alike: an id, a state, and addresses that everybody may
// ask for a while.
#include "gateway/base/percent_encoding.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/replicate/predictions.h"
#include "gateway/translation/videos/video_codec.h"

#include <algorithm>
#include <charconv>

namespace gateway::translation {

namespace {

Error noTask()
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's answer names no task.");
}

// "1280x720" as Runway writes it.
std::string withColon(std::string size)
{
    std::replace(size.begin(), size.end(), 'x', ':');
    return size;
}

// Runway tells a fraction from 0 to 1.
std::optional<std::int64_t> percentOf(JsonValue fraction)
{
    double number = 0;
    const std::string_view text = fraction.raw();
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || text.empty() || !(number >= 0 && number <= 1))
        return std::nullopt;
    return static_cast<std::int64_t>(number * 100);
}

class RunwayVideos final : public VideoCodec {
public:
    Result<EncodedRequest> encodeRequest(const VideoRequest &request, std::string_view model,
                                         ConversionReport &report) const override
    {
        constexpr auto usualSize = "1280x720";
        constexpr std::int64_t usualSeconds = 5;
        const bool hasPicture = request.picture || !request.pictureUrl.empty();
        Json body{{"model", model}, {"promptText", request.prompt}};
        body["ratio"] = withColon(request.size.empty() ? usualSize : request.size);
        body["duration"] = request.seconds.value_or(usualSeconds);
        if (hasPicture)
            body["promptImage"] = request.picture ? dataUrl(*request.picture) : request.pictureUrl;
        if (request.seed)
            body["seed"] = *request.seed;
        if (request.hasSound)
            body["audio"] = *request.hasSound;
        dropText(request.negativePrompt, "/negative_prompt", report);
        dropUnsaid(request, report);
        EncodedRequest encoded;
        encoded.path = hasPicture ? "/v1/image_to_video" : "/v1/text_to_video";
        encoded.body = dumpJson(body);
        return encoded;
    }

    Result<std::string> pathOf(std::string_view id) const override { return "/v1/tasks/" + percentEncoded(id); }
    std::string deletionPathOf(std::string_view id) const override { return "/v1/tasks/" + percentEncoded(id); }

    Result<VideoTask> decodeTask(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        VideoTask task;
        task.id = answer["id"].text();
        if (task.id.empty())
            return unexpected(noTask());
        const std::string state = answer["status"].text(); // none in the answer that makes it
        task.state = state == "SUCCEEDED"                             ? VideoState::Done
                     : state == "FAILED" || state.starts_with("CANC") ? VideoState::Failed
                     : state == "RUNNING"                             ? VideoState::Running
                                                                      : VideoState::Queued;
        task.progress = percentOf(answer["progress"]);
        JsonElements films(answer["output"]);
        if (const auto film = films.next())
            task.url = film->text();
        if (task.state == VideoState::Failed)
            task.problem = answer["failure"].isString() ? answer["failure"].text() : "The task was given up.";
        return task;
    }

    bool keepsFilms() const override { return false; }
};

class ReplicateVideos final : public VideoCodec {
public:
    Result<EncodedRequest> encodeRequest(const VideoRequest &request, std::string_view model,
                                         ConversionReport &report) const override
    {
        auto shape = nearestVideoShape(request, {"16:9", "9:16", "1:1", "4:3", "3:4", "21:9"}, report);
        if (!shape)
            return unexpected(shape.error());
        Json input{{"prompt", request.prompt}};
        if (!shape->empty())
            input["aspect_ratio"] = *shape;
        if (request.seconds)
            input["duration"] = *request.seconds;
        if (request.picture || !request.pictureUrl.empty())
            input["image"] = request.picture ? dataUrl(*request.picture) : request.pictureUrl;
        if (!request.negativePrompt.empty())
            input["negative_prompt"] = request.negativePrompt;
        if (request.seed)
            input["seed"] = *request.seed;
        if (request.hasSound)
            input["generate_audio"] = *request.hasSound;
        dropUnsaid(request, report);
        return replicate::encodePrediction(model, std::move(input), replicate::Wait::ForNothing);
    }

    Result<std::string> pathOf(std::string_view id) const override { return replicate::pathOfPrediction(id); }
    std::string deletionPathOf(std::string_view) const override { return {}; }

    Result<VideoTask> decodeTask(std::string_view body) const override
    {
        const auto prediction = replicate::readPrediction(body);
        if (!prediction)
            return unexpected(prediction.error());
        VideoTask task;
        task.id = prediction->id;
        task.model = prediction->model;
        switch (prediction->state) {
        case replicate::State::Starting: task.state = VideoState::Queued; break;
        case replicate::State::Running: task.state = VideoState::Running; break;
        case replicate::State::Succeeded: task.state = VideoState::Done; break;
        case replicate::State::Failed: task.state = VideoState::Failed; break;
        }
        task.problem = prediction->problem;
        if (!prediction->output.empty())
            task.url = prediction->output.front();
        return task;
    }

    bool keepsFilms() const override { return false; }
};

} // namespace

const VideoCodec &runwayVideos()
{
    static const RunwayVideos codec;
    return codec;
}

const VideoCodec &replicateVideos()
{
    static const ReplicateVideos codec;
    return codec;
}

} // namespace gateway::translation
