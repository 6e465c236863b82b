#include "gateway/translation/images/image_codec.h"

#include "gateway/base/base64.h"
#include "gateway/translation/json/object_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace gateway::translation {

namespace {

constexpr std::string_view noWord = "The provider's models have no word for it.";

// What means something to the hub, and what is for the gateway or says what is done anyway.
constexpr std::array<std::string_view, 14> knownMembers{"model",         "prompt",          "n",
                                                        "size",          "aspect_ratio",    "quality",
                                                        "output_format", "negative_prompt", "output_compression",
                                                        "seed",          "fallbacks",       "provider",
                                                        "stream",        "response_format"};

bool saysNothing(const Json &value)
{
    return value.is_null() || value == "auto" || value == "" || value == false;
}

// Numbers of forms are texts.
Result<std::optional<std::int64_t>> numberIn(const Json &members, std::string_view name)
{
    const Json *value = findMember(members, name);
    if (!value)
        return std::nullopt;
    if (const auto number = integerMember(members, name))
        return number;
    const std::string_view text = textMember(members, name);
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || problem != std::errc() || end != text.data() + text.size())
        return unexpected(invalidMember("/" + std::string(name), "must be a whole number."));
    return std::optional(number);
}

std::string wordIn(const Json &members, std::string_view name)
{
    const std::string_view word = textMember(members, name);
    return word == "auto" ? std::string() : std::string(word);
}

// "16:9", "1024x768"; nothing for other texts.
std::optional<PixelSize> pairOf(std::string_view text, char separator)
{
    PixelSize pair;
    const char *const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, pair.width);
    if (width.ec != std::errc() || width.ptr == end || *width.ptr != separator)
        return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, pair.height);
    constexpr std::int64_t most = 100'000;
    const bool isFine = height.ec == std::errc() && height.ptr == end && pair.width > 0 && pair.height > 0
                        && pair.width <= most && pair.height <= most;
    return isFine ? std::optional(pair) : std::nullopt;
}

double ratioOf(const PixelSize &pair)
{
    return static_cast<double>(pair.width) / static_cast<double>(pair.height);
}

Result<std::optional<PixelSize>> askedPair(const ImageRequest &request)
{
    if (!request.aspectRatio.empty()) {
        const auto pair = pairOf(request.aspectRatio, ':');
        if (!pair)
            return unexpected(invalidMember("/aspect_ratio", "must be like \"16:9\"."));
        return pair;
    }
    if (request.size.empty())
        return std::nullopt;
    const auto pair = pairOf(request.size, 'x');
    if (!pair)
        return unexpected(invalidMember("/size", "must be like \"1024x1024\", or \"auto\"."));
    return pair;
}

// "png"; empty where only an address is known.
std::string_view formatOf(const Picture &picture)
{
    constexpr std::string_view kind = "image/";
    const std::string_view type = picture.mediaType;
    return type.starts_with(kind) ? type.substr(kind.size()) : std::string_view();
}

std::string usageObject(const ImageResponse &response)
{
    const std::int64_t input = response.usage.uncachedInput.value_or(0) + response.usage.cacheRead.value_or(0);
    const std::int64_t output = response.usage.output.value_or(0);
    const std::string details = ObjectWriter()
                                    .addNumber("text_tokens", input - response.pictureTokens)
                                    .addNumber("image_tokens", response.pictureTokens)
                                    .finished();
    return ObjectWriter()
        .addNumber("total_tokens", input + output)
        .addNumber("input_tokens", input)
        .addNumber("output_tokens", output)
        .addRaw("input_tokens_details", details)
        .finished();
}

} // namespace

std::optional<ImageTask> imageTaskFromName(std::string_view offer)
{
    if (offer == "image_generation")
        return ImageTask::Generate;
    if (offer == "image_edit")
        return ImageTask::Edit;
    return offer == "image_variation" ? std::optional(ImageTask::Vary) : std::nullopt;
}

bool canMakeImages(DialectFamily family, std::string_view preset, ImageTask task)
{
    if (preset == "replicate" || preset == "runware")
        return task != ImageTask::Vary;
    if (preset == "huggingface")
        return task != ImageTask::Vary;
    return family == DialectFamily::Bedrock || (family == DialectFamily::Gemini && task != ImageTask::Vary);
}

const ImageCodec *findImageCodec(DialectFamily family, std::string_view preset, std::string_view model)
{
    if (preset == "replicate")
        return &replicateImages();
    if (preset == "runware")
        return &runwareImages();
    if (preset == "huggingface")
        return &huggingFaceImages();
    if (family == DialectFamily::Gemini)
        return model.find("imagen") != std::string_view::npos ? &imagenImages() : &geminiImages();
    if (family != DialectFamily::Bedrock)
        return nullptr;
    return model.find("stability.") != std::string_view::npos ? &stabilityImages() : &amazonImages();
}

Result<ImageRequest> readImageRequest(ImageTask task, const Json &members, std::vector<Picture> pictures)
{
    ImageRequest request;
    request.task = task;
    request.prompt = textMember(members, "prompt");
    if (request.prompt.empty() && task != ImageTask::Vary)
        return unexpected(invalidMember("/prompt", "prompt cannot be empty"));
    if (pictures.empty() && task != ImageTask::Generate)
        return unexpected(invalidMember("/image", "at least one image is required"));
    request.pictures = std::move(pictures);
    const auto count = numberIn(members, "n");
    const auto compression = numberIn(members, "output_compression");
    const auto seed = numberIn(members, "seed");
    for (const auto *number : {&count, &compression, &seed}) {
        if (!*number)
            return unexpected(number->error());
    }
    request.count = count->value_or(1);
    if (request.count < 1)
        return unexpected(invalidMember("/n", "must be at least 1."));
    request.compression = *compression;
    request.seed = *seed;
    request.size = wordIn(members, "size");
    request.aspectRatio = wordIn(members, "aspect_ratio");
    request.quality = wordIn(members, "quality");
    request.format = wordIn(members, "output_format");
    request.negativePrompt = textMember(members, "negative_prompt");
    request.wantsUrl = textMember(members, "response_format") == "url";
    for (const auto &[name, value] : members.items()) {
        const bool isKnown = std::find(knownMembers.begin(), knownMembers.end(), name) != knownMembers.end();
        if (!isKnown && !saysNothing(value))
            request.unsaid.push_back(name);
    }
    return request;
}

std::string writeImageResponse(const ImageResponse &response, std::int64_t created)
{
    std::string data = "[";
    for (const Picture &picture : response.pictures) {
        const bool isElsewhere = picture.base64.empty();
        data += (data.size() > 1 ? "," : "")
                + ObjectWriter()
                      .add(isElsewhere ? "url" : "b64_json", isElsewhere ? picture.url : picture.base64)
                      .finished();
    }
    data += ']';
    ObjectWriter answer;
    answer.addNumber("created", created).addRaw("data", data);
    if (const std::string_view format = formatOf(response.pictures.front()); !format.empty())
        answer.add("output_format", format);
    if (!response.usage.isEmpty())
        answer.addRaw("usage", usageObject(response));
    return answer.finished();
}

std::string writeImageEvents(const ImageResponse &response, const ImageRequest &asked, std::int64_t created)
{
    const std::string type = asked.task == ImageTask::Edit ? "image_edit.completed" : "image_generation.completed";
    const auto orAuto = [](const std::string &word) { return word.empty() ? std::string("auto") : word; };
    std::string events;
    for (const Picture &picture : response.pictures) {
        const bool isElsewhere = picture.base64.empty();
        ObjectWriter event;
        event.add("type", type)
            .add(isElsewhere ? "url" : "b64_json", isElsewhere ? picture.url : picture.base64)
            .addNumber("created_at", created)
            .add("size", orAuto(asked.size))
            .add("quality", orAuto(asked.quality))
            .add("background", "auto");
        if (const std::string_view format = formatOf(picture); !format.empty())
            event.add("output_format", format);
        if (&picture == &response.pictures.back() && !response.usage.isEmpty())
            event.addRaw("usage", usageObject(response));
        events += "event: " + type + "\ndata: " + event.finished() + "\n\n";
    }
    return events;
}

std::string_view mediaTypeOfPicture(std::string_view bytes)
{
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (bytes.starts_with("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP")
        return "image/webp";
    return bytes.starts_with("GIF8") ? std::string_view("image/gif") : std::string_view();
}

std::string_view mediaTypeOfBase64(std::string_view base64)
{
    constexpr std::size_t enough = 16; // characters: twelve bytes
    const auto bytes = decodeBase64(base64.substr(0, enough));
    return bytes ? mediaTypeOfPicture(*bytes) : std::string_view();
}

Result<std::string> nearestShape(const ImageRequest &request, std::vector<std::string_view> shapes,
                                 ConversionReport &report)
{
    const auto asked = askedPair(request);
    if (!asked)
        return unexpected(asked.error());
    if (!*asked)
        return std::string();
    std::string nearest;
    double best = std::numeric_limits<double>::infinity();
    for (const std::string_view shape : shapes) {
        const double distance = std::abs(std::log(ratioOf(*pairOf(shape, ':')) / ratioOf(**asked)));
        if (distance < best) {
            best = distance;
            nearest = shape;
        }
    }
    if (request.aspectRatio.empty())
        report.approximated("/size", "The model chooses the number of pixels; their shape is " + nearest + ".");
    else if (nearest != request.aspectRatio)
        report.approximated("/aspect_ratio", "The nearest that the model has is " + nearest + ".");
    return nearest;
}

Result<std::optional<PixelSize>> pixelSize(const ImageRequest &request)
{
    const auto asked = askedPair(request);
    if (!asked || !*asked || request.aspectRatio.empty())
        return asked;
    constexpr double megapixel = 1024.0 * 1024.0;
    constexpr double step = 64.0; // what the models' own sizes are multiples of
    const double width = std::sqrt(megapixel * ratioOf(**asked));
    const auto rounded = [](double length) { return static_cast<std::int64_t>(std::round(length / step) * step); };
    return std::optional(PixelSize{rounded(width), rounded(megapixel / width)});
}

void dropUnsaid(const ImageRequest &request, ConversionReport &report)
{
    for (const std::string &name : request.unsaid)
        report.dropped("/" + name, std::string(noWord));
    if (request.wantsUrl)
        report.approximated("/response_format", "The provider sends the pictures themselves, in \"b64_json\".");
}

void dropCount(const ImageRequest &request, ConversionReport &report)
{
    if (request.count > 1)
        report.dropped("/n", "The model makes one picture in a request.");
}

void dropFormat(const ImageRequest &request, std::string_view only, ConversionReport &report)
{
    if (!request.format.empty() && request.format != only)
        report.dropped("/output_format", "The model chooses the format of its pictures.");
    if (request.compression)
        report.dropped("/output_compression", std::string(noWord));
}

void dropText(std::string_view value, std::string pointer, ConversionReport &report)
{
    if (!value.empty())
        report.dropped(std::move(pointer), std::string(noWord));
}

Error pictureRefused(const std::string &words)
{
    Error error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::Never,
                                  "The provider made no picture: " + (words.empty() ? "it does not say why." : words));
    error.upstreamStatus = 400;
    error.upstreamCode = "moderation_blocked";
    return error;
}

Error noPicture()
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider's answer brings no picture.");
}

} // namespace gateway::translation
