// Pictures that a client of OpenAI's asks for, in the words of providers of other families.
#pragma once

#include "gateway/base/result.h"
#include "gateway/base/token_usage.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/dialects/dialect_id.h"
#include "gateway/translation/dialects/provider_dialect.h"
#include "gateway/translation/json/json_document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

enum class ImageTask { Generate, Edit, Vary };

// By the names in resources/providers/presets.json: "image_generation", "image_edit", "image_variation".
std::optional<ImageTask> imageTaskFromName(std::string_view offer);

struct Picture {
    std::string mediaType; // "image/png"
    std::string base64;    // RFC 4648 §4, padded
    std::string url = {};  // of an answer, in place of the bytes: where they are for a while
};

struct ImageRequest {
    ImageTask task = ImageTask::Generate;
    std::string prompt; // empty only where a picture is varied
    std::int64_t count = 1;
    std::string size;                        // "1024x1536"; empty: the model's own
    std::string aspectRatio;                 // "16:9"; before the size
    std::string quality;                     // "high", "hd"; empty: the usual
    std::string format;                      // "png", "jpeg", "webp"; empty: the model's own
    std::optional<std::int64_t> compression; // of jpeg and webp, 0 to 100
    std::string negativePrompt;
    std::optional<std::int64_t> seed;
    std::vector<Picture> pictures;   // to be edited or varied
    std::vector<std::string> unsaid; // members that no other family has a word for
    bool wantsUrl = false;           // of each picture, instead of its bytes
};

struct ImageResponse {
    std::vector<Picture> pictures;
    std::string model;
    TokenUsage usage;
    std::int64_t pictureTokens = 0; // of the prompt
    std::string rawUsage;
};

struct ImageCall {
    std::string model;
    bool isAtVertex = false; // not at Google's other host, which has fewer of Imagen's parameters
};

// Stateless; any thread. We are the client.
class ImageCodec {
public:
    virtual ~ImageCodec() = default;

    // What cannot be said is noted; an error means that the request makes no sense without it.
    virtual Result<EncodedRequest> encodeRequest(const ImageRequest &request, const ImageCall &call,
                                                 ConversionReport &report) const = 0;
    // A picture that the provider does not want to show is an error in its words, with 400 as OpenAI's own.
    virtual Result<ImageResponse> decodeResponse(std::string_view body) const = 0;
    // Where an answer that is not done is to be asked after with GET; empty: it is done.
    virtual std::string pathOfUnfinished(std::string_view body) const
    {
        static_cast<void>(body);
        return {};
    }
};

// Whether any model of the provider can, in other words than OpenAI's; the model at hand may be another one. `preset`:
// for those that have words of their own beside a family's dialect.
bool canMakeImages(DialectFamily family, std::string_view preset, ImageTask task);
// Null: there are no other words than OpenAI's, or no pictures.
const ImageCodec *findImageCodec(DialectFamily family, std::string_view preset, std::string_view model);

const ImageCodec &geminiImages(); // :generateContent: ai.google.dev/gemini-api/docs/image-generation
const ImageCodec &imagenImages(); // :predict: cloud.google.com/vertex-ai/generative-ai/docs/model-reference/imagen-api
const ImageCodec &amazonImages(); // Nova Canvas, Titan: docs.aws.amazon.com/nova/latest/userguide
const ImageCodec &replicateImages();   // replicate.com/docs/reference/http
const ImageCodec &huggingFaceImages(); // huggingface.co/docs/inference-providers/tasks/text-to-image
const ImageCodec &runwareImages();     // runware.ai/docs/en/image-inference/api-reference
const ImageCodec &stabilityImages();   // at Bedrock: docs.aws.amazon.com/bedrock/latest/userguide

// `members`: the body, or the fields of a form, whose numbers are texts. Errors name the place by JSON pointer.
Result<ImageRequest> readImageRequest(ImageTask task, const Json &members, std::vector<Picture> pictures);
// `created`: seconds since 1970.
std::string writeImageResponse(const ImageResponse &response, std::int64_t created);

// The same as OpenAI's events: one that is completed for each picture, because all are done at once. Their usage is in
// the last. `asked`: what the pictures were to be; its own pictures are not read.
std::string writeImageEvents(const ImageResponse &response, const ImageRequest &asked, std::int64_t created);

// --- shared by the codecs

// By the first bytes: PNG, JPEG, WebP, GIF; else empty.
std::string_view mediaTypeOfPicture(std::string_view bytes);
std::string_view mediaTypeOfBase64(std::string_view base64);

// The one of `shapes` ("16:9") that comes nearest to what was asked; empty when nothing was. Notes what is lost.
Result<std::string> nearestShape(const ImageRequest &request, std::vector<std::string_view> shapes,
                                 ConversionReport &report);
struct PixelSize {
    std::int64_t width = 0;
    std::int64_t height = 0;
};
// As asked; a shape alone is about a megapixel. Nothing when nothing was asked.
Result<std::optional<PixelSize>> pixelSize(const ImageRequest &request);

// Notes everything that the provider at hand cannot do with it.
void dropUnsaid(const ImageRequest &request, ConversionReport &report);
void dropCount(const ImageRequest &request, ConversionReport &report);                         // of more than one
void dropFormat(const ImageRequest &request, std::string_view only, ConversionReport &report); // of another one
void dropText(std::string_view value, std::string pointer, ConversionReport &report);          // that is not empty

Error pictureRefused(const std::string &words);
Error noPicture();

} // namespace gateway::translation
