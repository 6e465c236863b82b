// Pictures of Bedrock's models, which InvokeModel asks in the words of their makers.
#include "gateway/base/percent_encoding.h"
#include "gateway/translation/images/image_codec.h"
#include "gateway/translation/json/json_value.h"

namespace gateway::translation {

namespace {

EncodedRequest invoking(const ImageCall &call, const Json &body)
{
    EncodedRequest encoded;
    encoded.path = "/model/" + percentEncoded(call.model) + "/invoke";
    encoded.body = dumpJson(body);
    return encoded;
}

Result<ImageResponse> pictures(JsonValue answer, const std::string &words)
{
    ImageResponse response;
    JsonElements images(answer["images"]);
    while (const auto image = images.next()) {
        Picture picture{{}, image->text()};
        picture.mediaType = mediaTypeOfBase64(picture.base64);
        if (!picture.base64.empty())
            response.pictures.push_back(std::move(picture));
    }
    if (response.pictures.empty())
        return unexpected(words.empty() ? noPicture() : pictureRefused(words));
    return response;
}

class AmazonImages final : public ImageCodec {
public:
    Result<EncodedRequest> encodeRequest(const ImageRequest &request, const ImageCall &call,
                                         ConversionReport &report) const override
    {
        const auto size = pixelSize(request);
        if (!size)
            return unexpected(size.error());
        Json config{{"numberOfImages", request.count}};
        if (*size) {
            config["width"] = (*size)->width;
            config["height"] = (*size)->height;
        }
        if (request.quality == "hd" || request.quality == "high")
            config["quality"] = "premium";
        if (request.seed)
            config["seed"] = *request.seed;
        dropFormat(request, "png", report);
        dropUnsaid(request, report);
        Json body = request.task == ImageTask::Generate ? generating(request) : varying(request, report);
        body["imageGenerationConfig"] = std::move(config);
        return invoking(call, body);
    }

    Result<ImageResponse> decodeResponse(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        return pictures(answer, answer["error"].text());
    }

private:
    static Json worded(const ImageRequest &request)
    {
        Json parameters = Json::object();
        if (!request.prompt.empty())
            parameters["text"] = request.prompt;
        if (!request.negativePrompt.empty())
            parameters["negativeText"] = request.negativePrompt;
        return parameters;
    }

    static Json generating(const ImageRequest &request)
    {
        return {{"taskType", "TEXT_IMAGE"}, {"textToImageParams", worded(request)}};
    }

    static Json varying(const ImageRequest &request, ConversionReport &report)
    {
        if (request.task == ImageTask::Edit)
            report.approximated("/prompt", "Without a mask of their own kind Amazon's models make a variation of the "
                                           "picture, led by the prompt.");
        Json parameters = worded(request);
        for (const Picture &picture : request.pictures)
            parameters["images"].push_back(picture.base64);
        return {{"taskType", "IMAGE_VARIATION"}, {"imageVariationParams", std::move(parameters)}};
    }
};

class StabilityImages final : public ImageCodec {
public:
    Result<EncodedRequest> encodeRequest(const ImageRequest &request, const ImageCall &call,
                                         ConversionReport &report) const override
    {
        if (request.task == ImageTask::Vary)
            return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                            "Stability's models vary no picture without a prompt; ask for an edit."));
        Json body{{"prompt", request.prompt}};
        if (!request.negativePrompt.empty())
            body["negative_prompt"] = request.negativePrompt;
        if (request.seed)
            body["seed"] = *request.seed;
        if (request.format == "png" || request.format == "jpeg")
            body["output_format"] = request.format;
        else
            dropFormat(request, {}, report);
        if (request.task == ImageTask::Edit)
            addPicture(body, request, call, report);
        else if (const auto problem = addShape(body, request, report))
            return unexpected(*problem);
        dropCount(request, report);
        dropText(request.quality, "/quality", report);
        dropUnsaid(request, report);
        return invoking(call, body);
    }

    Result<ImageResponse> decodeResponse(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        JsonElements reasons(answer["finish_reasons"]);
        while (const auto reason = reasons.next()) {
            if (reason->isString()) // "Filter reason: prompt"; a picture that was filtered comes blurred
                return unexpected(pictureRefused(reason->text()));
        }
        return pictures(answer, {});
    }

private:
    static std::optional<Error> addShape(Json &body, const ImageRequest &request, ConversionReport &report)
    {
        const auto shape =
            nearestShape(request, {"1:1", "2:3", "3:2", "4:5", "5:4", "9:16", "16:9", "9:21", "21:9"}, report);
        if (!shape)
            return shape.error();
        if (!shape->empty())
            body["aspect_ratio"] = *shape;
        return std::nullopt;
    }

    static void addPicture(Json &body, const ImageRequest &request, const ImageCall &call, ConversionReport &report)
    {
        constexpr double usualStrength = 0.7;
        body["image"] = request.pictures.front().base64;
        body["strength"] = usualStrength;
        report.injected("/strength", "The model must be told how far it may go from the picture: 0.7.");
        if (call.model.find("sd3") != std::string::npos)
            body["mode"] = "image-to-image";
        if (request.pictures.size() > 1)
            report.dropped("/image", "The model takes one picture; the first is sent.");
        dropText(request.size, "/size", report);
        dropText(request.aspectRatio, "/aspect_ratio", report);
    }
};

} // namespace

const ImageCodec &amazonImages()
{
    static const AmazonImages codec;
    return codec;
}

const ImageCodec &stabilityImages()
{
    static const StabilityImages codec;
    return codec;
}

} // namespace gateway::translation
