// Pictures of Google's two kinds of models: Gemini's, which talk, and Imagen's, which predict.
#include "gateway/translation/dialects/gemini_generate/model_path.h"
#include "gateway/translation/images/image_codec.h"
#include "gateway/translation/json/json_value.h"

namespace gateway::translation {

namespace {

Result<EncodedRequest> encoded(const ImageCall &call, std::string_view action, const Json &body)
{
    const auto path = gemini::modelPath(call.model);
    if (!path)
        return unexpected(path.error());
    EncodedRequest request;
    request.path = "/v1beta/" + *path + std::string(action);
    request.body = dumpJson(body);
    return request;
}

// promptTokensDetails: [{"modality":"IMAGE","tokenCount":258}, ...]
std::int64_t tokensOfPictures(JsonValue usage)
{
    std::int64_t tokens = 0;
    JsonElements details(usage["promptTokensDetails"]);
    while (const auto detail = details.next())
        tokens += (*detail)["modality"].isText("IMAGE") ? (*detail)["tokenCount"].integer().value_or(0) : 0;
    return tokens;
}

class GeminiImages final : public ImageCodec {
public:
    Result<EncodedRequest> encodeRequest(const ImageRequest &request, const ImageCall &call,
                                         ConversionReport &report) const override
    {
        if (request.task == ImageTask::Vary)
            return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                            "Gemini's models vary no picture without a prompt; ask for an edit."));
        auto shape =
            nearestShape(request, {"1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"}, report);
        if (!shape)
            return unexpected(shape.error());
        Json parts = Json::array({Json{{"text", request.prompt}}});
        for (const Picture &picture : request.pictures)
            parts.push_back({{"inlineData", {{"mimeType", picture.mediaType}, {"data", picture.base64}}}});
        Json config{{"responseModalities", Json::array({"TEXT", "IMAGE"})}};
        if (!shape->empty())
            config["imageConfig"] = {{"aspectRatio", *shape}};
        if (request.seed)
            config["seed"] = *request.seed;
        dropUnsaid(request, report);
        dropCount(request, report);
        dropFormat(request, "png", report);
        dropText(request.quality, "/quality", report);
        dropText(request.negativePrompt, "/negative_prompt", report);
        return encoded(call, ":generateContent",
                       {{"contents", Json::array({Json{{"role", "user"}, {"parts", std::move(parts)}}})},
                        {"generationConfig", std::move(config)}});
    }

    Result<ImageResponse> decodeResponse(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        if (!answer.isObject())
            return unexpected(noPicture());
        ImageResponse response;
        std::string words = answer["promptFeedback"]["blockReason"].text();
        JsonElements candidates(answer["candidates"]);
        while (const auto candidate = candidates.next()) {
            JsonElements parts((*candidate)["content"]["parts"]);
            while (const auto part = parts.next()) {
                const JsonValue data = (*part)["inlineData"];
                if (data["data"].isString())
                    response.pictures.push_back({data["mimeType"].text(), data["data"].text()});
                else if ((*part)["text"].isString())
                    words = (*part)["text"].text();
            }
            if (words.empty())
                words = (*candidate)["finishReason"].text();
        }
        if (response.pictures.empty())
            return unexpected(words.empty() ? noPicture() : pictureRefused(words));
        response.model = answer["modelVersion"].text();
        const JsonValue usage = answer["usageMetadata"];
        response.rawUsage = usage.raw();
        response.usage.uncachedInput = usage["promptTokenCount"].integer();
        response.usage.output = usage["candidatesTokenCount"].integer();
        response.pictureTokens = tokensOfPictures(usage);
        return response;
    }
};

class ImagenImages final : public ImageCodec {
public:
    Result<EncodedRequest> encodeRequest(const ImageRequest &request, const ImageCall &call,
                                         ConversionReport &report) const override
    {
        if (request.task != ImageTask::Generate && !call.isAtVertex)
            return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                            "Imagen edits pictures at Vertex only; here a Gemini model does."));
        Json parameters{{"sampleCount", request.count}};
        if (const auto problem = addShape(parameters, request, report))
            return unexpected(*problem);
        if (!request.format.empty())
            parameters["outputOptions"]["mimeType"] = "image/" + request.format;
        if (request.compression)
            parameters["outputOptions"]["compressionQuality"] = *request.compression;
        if (call.isAtVertex && !request.negativePrompt.empty())
            parameters["negativePrompt"] = request.negativePrompt;
        else
            dropText(request.negativePrompt, "/negative_prompt", report);
        if (request.seed)
            report.dropped("/seed", "Imagen takes none for pictures with its watermark.");
        dropText(request.quality, "/quality", report);
        dropUnsaid(request, report);
        return encoded(call, ":predict",
                       {{"instances", Json::array({instanceOf(request)})}, {"parameters", std::move(parameters)}});
    }

    Result<ImageResponse> decodeResponse(std::string_view body) const override
    {
        const JsonValue answer = JsonValue::checked(body);
        if (!answer.isObject())
            return unexpected(noPicture());
        ImageResponse response;
        std::string words;
        JsonElements predictions(answer["predictions"]);
        while (const auto prediction = predictions.next()) {
            if ((*prediction)["bytesBase64Encoded"].isString())
                response.pictures.push_back(
                    {(*prediction)["mimeType"].text(), (*prediction)["bytesBase64Encoded"].text()});
            else if (words.empty())
                words = (*prediction)["raiFilteredReason"].text();
        }
        if (response.pictures.empty()) // it filters silently, unless asked to say so
            return unexpected(pictureRefused(words.empty() ? "all of them were filtered." : words));
        return response;
    }

private:
    // What is edited keeps its shape.
    static std::optional<Error> addShape(Json &parameters, const ImageRequest &request, ConversionReport &report)
    {
        if (request.task != ImageTask::Generate) {
            dropText(request.size, "/size", report);
            dropText(request.aspectRatio, "/aspect_ratio", report);
            return std::nullopt;
        }
        const auto shape = nearestShape(request, {"1:1", "3:4", "4:3", "9:16", "16:9"}, report);
        if (!shape)
            return shape.error();
        if (!shape->empty())
            parameters["aspectRatio"] = *shape;
        return std::nullopt;
    }

    static Json instanceOf(const ImageRequest &request)
    {
        Json instance{{"prompt", request.prompt}};
        std::int64_t id = 0;
        for (const Picture &picture : request.pictures)
            instance["referenceImages"].push_back(
                {{"referenceType", "REFERENCE_TYPE_RAW"},
                 {"referenceId", ++id},
                 {"referenceImage", {{"bytesBase64Encoded", picture.base64}, {"mimeType", picture.mediaType}}}});
        return instance;
    }
};

} // namespace

const ImageCodec &geminiImages()
{
    static const GeminiImages codec;
    return codec;
}

const ImageCodec &imagenImages()
{
    static const ImagenImages codec;
    return codec;
}

} // namespace gateway::translation
