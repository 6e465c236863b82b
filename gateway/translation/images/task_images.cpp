// Pictures of Replicate's predictions and of Hugging Face's own servers.
#include "gateway/base/base64.h"
#include "gateway/translation/huggingface/model_place.h"
#include "gateway/translation/images/image_codec.h"
#include "gateway/translation/replicate/predictions.h"

#include <array>
#include <optional>

namespace gateway::translation {

namespace {

// What the makers of models call the pictures that one begins with. Most have one, "image".
struct PictureMember {
    std::string_view ofModel; // part of its name
    std::string_view name;
    bool isList;
};
constexpr std::array pictureMembers{
    PictureMember{"kontext", "input_image", false}, PictureMember{"nano-banana", "image_input", true},
    PictureMember{"seedream", "image_input", true}, PictureMember{"gpt-image", "input_images", true}};

std::string dataUrlOf(const Picture &picture)
{
    return "data:" + picture.mediaType + ";base64," + picture.base64;
}

void addPictures(Json &input, const ImageRequest &request, std::string_view model, ConversionReport &report)
{
    if (request.pictures.empty())
        return;
    PictureMember member{"", "image", false};
    for (const PictureMember &each : pictureMembers) {
        if (model.find(each.ofModel) != std::string_view::npos)
            member = each;
    }
    if (!member.isList) {
        input[std::string(member.name)] = dataUrlOf(request.pictures.front());
        if (request.pictures.size() > 1)
            report.dropped("/image", "The model begins with one picture.");
        return;
    }
    Json all = Json::array();
    for (const Picture &picture : request.pictures)
        all.push_back(dataUrlOf(picture));
    input[std::string(member.name)] = std::move(all);
}

// "data:image/png;base64,..." or an address.
Picture pictureAt(const std::string &place)
{
    constexpr std::string_view scheme = "data:";
    constexpr std::string_view encoding = ";base64,";
    const auto end = place.starts_with(scheme) ? place.find(encoding) : std::string::npos;
    if (end == std::string::npos)
        return {"", "", place};
    return {place.substr(scheme.size(), end - scheme.size()), place.substr(end + encoding.size())};
}

class ReplicateImages final : public ImageCodec {
public:
    Result<EncodedRequest> encodeRequest(const ImageRequest &request, const ImageCall &call,
                                         ConversionReport &report) const override
    {
        auto shape =
            nearestShape(request, {"1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9"}, report);
        if (!shape)
            return unexpected(shape.error());
        Json input{{"prompt", request.prompt}};
        if (!shape->empty())
            input["aspect_ratio"] = *shape;
        if (request.count > 1)
            input["num_outputs"] = request.count;
        if (!request.format.empty())
            input["output_format"] = request.format == "jpeg" ? "jpg" : request.format;
        if (request.compression)
            input["output_quality"] = *request.compression;
        if (!request.negativePrompt.empty())
            input["negative_prompt"] = request.negativePrompt;
        if (request.seed)
            input["seed"] = *request.seed;
        addPictures(input, request, call.model, report);
        dropText(request.quality, "/quality", report);
        for (const std::string &name : request.unsaid)
            report.dropped("/" + name, "The models of Replicate share no word for it.");
        return replicate::encodePrediction(call.model, std::move(input), replicate::Wait::ForTheOutput);
    }

    // Addresses that everybody may ask for an hour; small pictures may be there themselves.
    Result<ImageResponse> decodeResponse(std::string_view body) const override
    {
        const auto prediction = replicate::readPrediction(body);
        if (!prediction)
            return unexpected(prediction.error());
        if (prediction->state == replicate::State::Failed)
            return unexpected(replicate::failureOf(*prediction));
        ImageResponse response;
        response.model = prediction->model;
        for (const std::string &place : prediction->output)
            response.pictures.push_back(pictureAt(place));
        if (response.pictures.empty())
            return unexpected(noPicture());
        return response;
    }

    std::string pathOfUnfinished(std::string_view body) const override { return replicate::pathOfUnfinished(body); }
};

// huggingface.co/docs/inference-providers/tasks/image-to-image
Json editOf(const ImageRequest &request, const std::optional<PixelSize> &size, ConversionReport &report)
{
    if (request.pictures.size() > 1)
        report.dropped("/image", "Hugging Face's servers begin with one picture.");
    Json body{{"inputs", request.pictures.front().base64}, {"parameters", {{"prompt", request.prompt}}}};
    if (size)
        body["parameters"]["target_size"] = {{"width", size->width}, {"height", size->height}};
    return body;
}

class HuggingFaceImages final : public ImageCodec {
public:
    Result<EncodedRequest> encodeRequest(const ImageRequest &request, const ImageCall &call,
                                         ConversionReport &report) const override
    {
        const auto path = huggingface::pathOfModel(call.model);
        const auto size = path ? pixelSize(request) : unexpected(path.error());
        if (!size)
            return unexpected(size.error());
        Json body = request.task == ImageTask::Edit ? editOf(request, *size, report) : Json{{"inputs", request.prompt}};
        if (*size && request.task != ImageTask::Edit)
            body["parameters"] = {{"width", (*size)->width}, {"height", (*size)->height}};
        if (!request.negativePrompt.empty())
            body["parameters"]["negative_prompt"] = request.negativePrompt;
        if (request.seed)
            body["parameters"]["seed"] = *request.seed;
        dropUnsaid(request, report);
        dropCount(request, report);
        dropFormat(request, "", report);
        dropText(request.quality, "/quality", report);
        EncodedRequest encoded;
        encoded.path = *path;
        encoded.body = dumpJson(body);
        encoded.headers.set("Accept", "image/*");
        return encoded;
    }

    // The picture itself.
    Result<ImageResponse> decodeResponse(std::string_view body) const override
    {
        const std::string_view type = mediaTypeOfPicture(body);
        if (type.empty())
            return unexpected(noPicture());
        ImageResponse response;
        response.pictures.push_back({std::string(type), encodeBase64(body)});
        return response;
    }
};

} // namespace

const ImageCodec &replicateImages()
{
    static const ReplicateImages codec;
    return codec;
}

const ImageCodec &huggingFaceImages()
{
    static const HuggingFaceImages codec;
    return codec;
}

} // namespace gateway::translation
