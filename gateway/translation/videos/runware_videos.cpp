// Films of Runware: a task in a list, that is asked after by another task (runware.ai/docs/platform/task-polling).
#include "gateway/base/identifiers.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/videos/video_codec.h"

#include <charconv>

namespace gateway::translation {

namespace {

constexpr PixelSize usualSize{1920, 1080};

Result<PixelSize> sizeOf(const std::string &text)
{
    PixelSize size;
    const char *const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    const bool hasBoth = width.ec == std::errc() && width.ptr != end && *width.ptr == 'x';
    const auto height = hasBoth ? std::from_chars(width.ptr + 1, end, size.height) : width;
    if (!hasBoth || height.ec != std::errc() || height.ptr != end || size.width < 1 || size.height < 1)
        return unexpected(invalidMember("/size", "must be like \"1280x720\"."));
    return size;
}

bool isTaskId(std::string_view id)
{
    constexpr std::size_t length = 36; // of a UUID
    return id.size() == length && id.find_first_not_of("0123456789abcdefABCDEF-") == std::string_view::npos;
}

class RunwareVideos final : public VideoCodec {
public:
    Result<EncodedRequest> encodeRequest(const VideoRequest &request, std::string_view model,
                                         ConversionReport &report) const override
    {
        const bool hasPicture = request.picture || !request.pictureUrl.empty();
        Json task{{"taskType", "videoInference"},
                  {"taskUUID", makeUuid()},
                  {"deliveryMethod", "async"},
                  {"model", model},
                  {"positivePrompt", request.prompt},
                  {"numberResults", 1},
                  {"outputType", "URL"},
                  {"outputFormat", "MP4"}};
        if (!request.size.empty() || !hasPicture) { // else the picture's own
            const auto size = request.size.empty() ? Result<PixelSize>(usualSize) : sizeOf(request.size);
            if (!size)
                return unexpected(size.error());
            task["width"] = size->width;
            task["height"] = size->height;
        }
        if (request.seconds)
            task["duration"] = *request.seconds;
        if (hasPicture) {
            Json frame{{"image", request.picture ? dataUrl(*request.picture) : request.pictureUrl}, {"frame", "first"}};
            task["inputs"] = {{"frameImages", Json::array({std::move(frame)})}};
        }
        if (!request.negativePrompt.empty())
            task["negativePrompt"] = request.negativePrompt;
        if (request.seed)
            task["seed"] = *request.seed;
        if (request.hasSound)
            report.dropped("/audio", "Each maker of a model at Runware has another word for it.");
        dropUnsaid(request, report);
        EncodedRequest encoded;
        encoded.path = "/v1";
        encoded.body = dumpJson(Json::array({std::move(task)}));
        return encoded;
    }

    Result<std::string> pathOf(std::string_view id) const override
    {
        if (!isTaskId(id))
            return unexpected(invalidMember("/id", "is none of a film that this provider makes."));
        return std::string("/v1");
    }
    std::string questionFor(std::string_view id) const override
    {
        return dumpJson(Json::array({Json{{"taskType", "getResponse"}, {"taskUUID", id}}}));
    }
    std::string deletionPathOf(std::string_view) const override { return {}; }

    // What is being made and what is done stands in "data", what failed in "errors".
    Result<VideoTask> decodeTask(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        JsonElements made(answer["data"]);
        JsonElements problems(answer["errors"]);
        const auto one = made.next();
        const auto problem = one ? std::nullopt : problems.next();
        const JsonValue told = one ? *one : problem ? *problem : JsonValue();
        VideoTask task;
        task.id = told["taskUUID"].text();
        if (problem) {
            task.state = VideoState::Failed;
            task.problem = told["message"].text();
            return task;
        }
        if (task.id.empty())
            return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                              "The provider's answer names no task."));
        task.url = told["videoURL"].text();
        const std::string status = told["status"].text(); // none in the answer that makes it
        task.state = !task.url.empty()   ? VideoState::Done
                     : status == "error" ? VideoState::Failed
                     : status.empty()    ? VideoState::Queued
                                         : VideoState::Running;
        if (task.state == VideoState::Failed)
            task.problem = told["message"].text();
        return task;
    }

    bool keepsFilms() const override { return false; }
};

} // namespace

const VideoCodec &runwareVideos()
{
    static const RunwareVideos codec;
    return codec;
}

} // namespace gateway::translation
