// Pictures of Runware: a list of tasks, of which there is one (runware.ai/docs/en/image-inference/api-reference).
#include "gateway/base/identifiers.h"
#include "gateway/translation/images/image_codec.h"
#include "gateway/translation/json/json_value.h"

#include <algorithm>
#include <array>

namespace gateway::translation {

namespace {

constexpr PixelSize usualSize{1024, 1024};

// Models are named by their source, "runware:100@1". Those of other makers look at pictures, its own begin with one.
bool looksAtPictures(std::string_view model)
{
    constexpr std::array<std::string_view, 2> beginWithOne{"runware:", "civitai:"};
    return std::none_of(beginWithOne.begin(), beginWithOne.end(),
                        [model](std::string_view source) { return model.starts_with(source); });
}

std::string dataUrlOf(const Picture &picture)
{
    return "data:" + picture.mediaType + ";base64," + picture.base64;
}

void addPictures(Json &task, const ImageRequest &request, std::string_view model, ConversionReport &report)
{
    if (request.pictures.empty())
        return;
    if (!looksAtPictures(model)) {
        task["seedImage"] = dataUrlOf(request.pictures.front());
        if (request.pictures.size() > 1)
            report.dropped("/image", "The model begins with one picture.");
        return;
    }
    task["referenceImages"] = Json::array();
    for (const Picture &picture : request.pictures)
        task["referenceImages"].push_back(dataUrlOf(picture));
}

Error refusalOf(const JsonValue &problem)
{
    Error error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::Never, problem["message"].text());
    error.upstreamStatus = 400;
    error.upstreamCode = problem["code"].text();
    return error;
}

class RunwareImages final : public ImageCodec {
public:
    Result<EncodedRequest> encodeRequest(const ImageRequest &request, const ImageCall &call,
                                         ConversionReport &report) const override
    {
        const auto size = pixelSize(request);
        if (!size)
            return unexpected(size.error());
        const PixelSize shape = size->value_or(usualSize);
        Json task{{"taskType", "imageInference"},     {"taskUUID", makeUuid()}, {"model", call.model},
                  {"positivePrompt", request.prompt}, {"width", shape.width},   {"height", shape.height},
                  {"numberResults", request.count}};
        task["outputType"] = request.wantsUrl ? "URL" : "base64Data";
        if (!request.format.empty())
            task["outputFormat"] = request.format == "jpeg" ? "JPG" : request.format == "webp" ? "WEBP" : "PNG";
        if (request.compression)
            task["outputQuality"] = *request.compression;
        if (!request.negativePrompt.empty())
            task["negativePrompt"] = request.negativePrompt;
        if (request.seed)
            task["seed"] = *request.seed;
        addPictures(task, request, call.model, report);
        dropText(request.quality, "/quality", report);
        for (const std::string &name : request.unsaid)
            report.dropped("/" + name, "The models of Runware share no word for it.");
        EncodedRequest encoded;
        encoded.path = "/v1";
        encoded.body = dumpJson(Json::array({std::move(task)}));
        return encoded;
    }

    Result<ImageResponse> decodeResponse(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        ImageResponse response;
        JsonElements made(answer["data"]);
        while (const auto each = made.next()) {
            const std::string base64 = (*each)["imageBase64Data"].text();
            const std::string url = (*each)["imageURL"].text();
            if (!base64.empty())
                response.pictures.push_back({std::string(mediaTypeOfBase64(base64)), base64});
            else if (!url.empty())
                response.pictures.push_back({"", "", url});
        }
        JsonElements problems(answer["errors"]);
        if (const auto problem = response.pictures.empty() ? problems.next() : std::nullopt)
            return unexpected(refusalOf(*problem));
        if (response.pictures.empty())
            return unexpected(noPicture());
        return response;
    }
};

} // namespace

const ImageCodec &runwareImages()
{
    static const RunwareImages codec;
    return codec;
}

} // namespace gateway::translation
