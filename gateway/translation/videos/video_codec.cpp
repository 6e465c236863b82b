#include "gateway/translation/videos/video_codec.h"

#include "gateway/base/base64.h"
#include "gateway/translation/json/object_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gateway::translation {

namespace {

constexpr std::string_view noWord = "The provider's models have no word for it.";
constexpr std::array<std::string_view, 10> knownMembers{"model",     "prompt",          "seconds", "size",
                                                        "fallbacks", "negative_prompt", "seed",    "audio",
                                                        "provider",  "input_reference"};

Result<std::optional<std::int64_t>> numberIn(const Json &members, std::string_view name)
{
    if (const auto number = integerMember(members, name))
        return number;
    const std::string_view text = textMember(members, name);
    if (text.empty() && !findMember(members, name))
        return std::nullopt;
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || problem != std::errc() || end != text.data() + text.size())
        return unexpected(invalidMember("/" + std::string(name), "must be a whole number."));
    return std::optional(number);
}

// "data:image/png;base64,...", or an address.
Result<void> takeReference(const Json &members, VideoRequest &request)
{
    const Json *given = findMember(members, "input_reference");
    if (!given || request.picture)
        return {};
    const std::string_view text =
        given->is_object() ? textMember(*given, "image_url") : textMember(members, "input_reference");
    constexpr std::string_view scheme = "data:";
    constexpr std::string_view encoding = ";base64,";
    if (!text.starts_with(scheme)) {
        if (!text.starts_with("https://") && !text.starts_with("http://"))
            return unexpected(invalidMember("/input_reference", "must be a picture's address, a data URL, or a file."));
        request.pictureUrl = text;
        return {};
    }
    const auto end = text.find(encoding);
    const std::string_view base64 = end == std::string_view::npos ? text : text.substr(end + encoding.size());
    if (end == std::string_view::npos || !decodeBase64(base64))
        return unexpected(invalidMember("/input_reference", "must be base64 in a data URL."));
    request.picture = Picture{std::string(text.substr(scheme.size(), end - scheme.size())), std::string(base64)};
    return {};
}

std::string_view nameOf(VideoState state)
{
    switch (state) {
    case VideoState::Queued: return "queued";
    case VideoState::Running: return "in_progress";
    case VideoState::Done: return "completed";
    case VideoState::Failed: return "failed";
    }
    return "queued";
}

} // namespace

const VideoCodec *findVideoCodec(DialectFamily family, std::string_view preset)
{
    if (family == DialectFamily::Gemini)
        return &veoVideos();
    if (preset == "runway")
        return &runwayVideos();
    if (preset == "runware")
        return &runwareVideos();
    return preset == "replicate" ? &replicateVideos() : nullptr;
}

Result<VideoRequest> readVideoRequest(const Json &members, std::optional<Picture> picture)
{
    VideoRequest request;
    request.prompt = textMember(members, "prompt");
    if (request.prompt.empty())
        return unexpected(invalidMember("/prompt", "prompt is required for video generation"));
    request.picture = std::move(picture);
    if (const auto taken = takeReference(members, request); !taken)
        return unexpected(taken.error());
    const auto seconds = numberIn(members, "seconds");
    const auto seed = numberIn(members, "seed");
    for (const auto *number : {&seconds, &seed}) {
        if (!*number)
            return unexpected(number->error());
    }
    request.seconds = *seconds;
    request.seed = *seed;
    request.size = textMember(members, "size");
    request.negativePrompt = textMember(members, "negative_prompt");
    request.hasSound = booleanMember(members, "audio");
    for (const auto &[name, value] : members.items()) {
        const bool isKnown = std::find(knownMembers.begin(), knownMembers.end(), name) != knownMembers.end();
        if (!isKnown && !value.is_null() && value != "")
            request.unsaid.push_back(name);
    }
    return request;
}

std::string writeVideoTask(const VideoTask &task, std::string_view idEnd, std::int64_t created,
                           const VideoRequest *asked)
{
    ObjectWriter video;
    video.add("id", task.id + std::string(idEnd))
        .add("object", "video")
        .addNumber("created_at", created)
        .add("status", nameOf(task.state))
        .add("model", task.model)
        .addNumber("progress", task.state == VideoState::Done ? 100 : task.progress.value_or(0));
    if (asked && asked->seconds)
        video.add("seconds", std::to_string(*asked->seconds));
    if (asked && !asked->size.empty())
        video.add("size", asked->size);
    if (task.state == VideoState::Failed)
        video.addRaw("error",
                     ObjectWriter().add("code", "video_generation_failed").add("message", task.problem).finished());
    return video.finished();
}

std::string dataUrl(const Picture &picture)
{
    return "data:" + picture.mediaType + ";base64," + picture.base64;
}

Result<std::string> nearestVideoShape(const VideoRequest &request, std::vector<std::string_view> shapes,
                                      ConversionReport &report)
{
    ImageRequest shape;
    shape.size = request.size;
    return nearestShape(shape, std::move(shapes), report);
}

void dropUnsaid(const VideoRequest &request, ConversionReport &report)
{
    for (const std::string &name : request.unsaid)
        report.dropped("/" + name, std::string(noWord));
}

} // namespace gateway::translation
