#include "gateway/routing/forwarded_operation.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/base/s3_place.h"
#include "gateway/routing/raw_prefix.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace gateway::routing {

namespace {

using translation::DialectFamily;

constexpr ForwardedOperation textCompletion{"text_completion", "text_completion_stream", "text_completion",
                                            "text completion"};
constexpr ForwardedOperation rerank{"rerank", "", "rerank", "reranking"};
constexpr ForwardedOperation moderation{"moderation", "", "moderation", "moderation", ModelNeed::Optional, true};
constexpr ForwardedOperation decision{"decision", "", "decision", "decisions"};
constexpr ForwardedOperation ocr{"ocr", "", "ocr", "OCR"};
constexpr ForwardedOperation speech{"speech", "speech_stream", "speech", "speech"};
constexpr ForwardedOperation transcription{"transcription", "transcription_stream", "transcription", "transcription"};
constexpr ForwardedOperation audioTranslation{"translation", "", "translation", "audio translation"};
constexpr ForwardedOperation imageGeneration{"image_generation", "image_generation_stream", "image_generation",
                                             "image generation"};
constexpr ForwardedOperation imageEdit{"image_edit", "image_edit_stream", "image_edit", "image editing"};
constexpr ForwardedOperation imageVariation{"image_variation", "", "image_variation", "image variation"};
constexpr ForwardedOperation compaction{"responses_compact", "", "responses_state", "compaction of responses"};
constexpr ForwardedOperation tokenize{"tokenize", "", "tokenize", "tokenization", ModelNeed::Required, true};
constexpr ForwardedOperation detokenize{"detokenize", "", "tokenize", "tokenization", ModelNeed::Required, true};
constexpr ForwardedOperation prediction{"image_generation", "", "image_generation", "image generation"};
constexpr ForwardedOperation longPrediction{"video_generation", "", "video", "video generation"};

constexpr ForwardedOperation stored(std::string_view name, std::string_view offer, std::string_view title)
{
    return {name, {}, offer, title, ModelNeed::None, true, true};
}

constexpr ForwardedOperation fileUpload = stored("file_upload", "file", "file storage");
constexpr ForwardedOperation fileList = stored("file_list", "file", "file storage");
constexpr ForwardedOperation fileRetrieve = stored("file_retrieve", "file", "file storage");
constexpr ForwardedOperation fileDelete = stored("file_delete", "file", "file storage");
constexpr ForwardedOperation fileContent = stored("file_content", "file", "file storage");
constexpr ForwardedOperation batchCreate{"batch_create", "", "batch", "batches", ModelNeed::Optional, true, true};
constexpr ForwardedOperation batchList = stored("batch_list", "batch", "batches");
constexpr ForwardedOperation batchRetrieve = stored("batch_retrieve", "batch", "batches");
constexpr ForwardedOperation batchCancel = stored("batch_cancel", "batch", "batches");
constexpr ForwardedOperation batchDelete = stored("batch_delete", "batch", "batches");
constexpr ForwardedOperation batchResults = stored("batch_results", "batch", "batches");
constexpr ForwardedOperation containerCreate = stored("container_create", "container", "containers");
constexpr ForwardedOperation containerList = stored("container_list", "container", "containers");
constexpr ForwardedOperation containerRetrieve = stored("container_retrieve", "container", "containers");
constexpr ForwardedOperation containerDelete = stored("container_delete", "container", "containers");
constexpr ForwardedOperation containerFileCreate = stored("container_file_create", "container", "containers");
constexpr ForwardedOperation containerFileList = stored("container_file_list", "container", "containers");
constexpr ForwardedOperation containerFileRetrieve = stored("container_file_retrieve", "container", "containers");
constexpr ForwardedOperation containerFileDelete = stored("container_file_delete", "container", "containers");
constexpr ForwardedOperation containerFileContent = stored("container_file_content", "container", "containers");
constexpr ForwardedOperation responsesRetrieve = stored("responses_retrieve", "responses_state", "stored responses");
constexpr ForwardedOperation responsesDelete = stored("responses_delete", "responses_state", "stored responses");
constexpr ForwardedOperation responsesCancel = stored("responses_cancel", "responses_state", "stored responses");
constexpr ForwardedOperation responsesItems = stored("responses_input_items", "responses_state", "stored responses");
constexpr ForwardedOperation cachedContents = stored("cached_content", "cached_content", "cached contents");
constexpr ForwardedOperation videoOperation = stored("video_retrieve", "video", "video generation");

constexpr ForwardedOperation video(std::string_view name, ModelNeed model, bool isFree)
{
    return {name, {}, "video", "video generation", model, isFree, true, true};
}

constexpr ForwardedOperation videoGeneration = video("video_generation", ModelNeed::Required, false);
constexpr ForwardedOperation videoEdit = video("video_edit", ModelNeed::Optional, false);
constexpr ForwardedOperation videoRemix = video("video_remix", ModelNeed::None, false);
constexpr ForwardedOperation videoList = video("video_list", ModelNeed::None, true);
constexpr ForwardedOperation videoRetrieve = video("video_retrieve", ModelNeed::None, true);
constexpr ForwardedOperation videoDelete = video("video_delete", ModelNeed::None, true);
constexpr ForwardedOperation videoDownload = video("video_download", ModelNeed::None, true);

// "{}" is one segment of the path, whatever is in it, "{model}" one or more.
struct ForwardedRoute {
    std::string_view method;
    std::string_view path;
    const ForwardedOperation *operation;
};

// platform.openai.com/docs/api-reference, docs.mistral.ai/api for ocr, docs.vllm.ai and jina.ai for rerank
constexpr std::array openAiRoutes{
    ForwardedRoute{"POST", "/completions", &textCompletion},
    ForwardedRoute{"POST", "/rerank", &rerank},
    ForwardedRoute{"POST", "/moderations", &moderation},
    ForwardedRoute{"POST", "/decisions", &decision}, // in the words of TypeSafe's System One (docs.typesafe.ai/api)
    ForwardedRoute{"POST", "/ocr", &ocr},
    ForwardedRoute{"POST", "/audio/speech", &speech},
    ForwardedRoute{"POST", "/audio/transcriptions", &transcription},
    ForwardedRoute{"POST", "/audio/translations", &audioTranslation},
    ForwardedRoute{"POST", "/images/generations", &imageGeneration},
    ForwardedRoute{"POST", "/images/edits", &imageEdit},
    ForwardedRoute{"POST", "/images/variations", &imageVariation},
    ForwardedRoute{"POST", "/responses/compact", &compaction},
    ForwardedRoute{"GET", "/responses/{}", &responsesRetrieve},
    ForwardedRoute{"DELETE", "/responses/{}", &responsesDelete},
    ForwardedRoute{"POST", "/responses/{}/cancel", &responsesCancel},
    ForwardedRoute{"GET", "/responses/{}/input_items", &responsesItems},
    ForwardedRoute{"POST", "/videos", &videoGeneration},
    ForwardedRoute{"GET", "/videos", &videoList},
    ForwardedRoute{"POST", "/videos/edits", &videoEdit},
    ForwardedRoute{"GET", "/videos/{}", &videoRetrieve},
    ForwardedRoute{"DELETE", "/videos/{}", &videoDelete},
    ForwardedRoute{"GET", "/videos/{}/content", &videoDownload},
    ForwardedRoute{"POST", "/videos/{}/remix", &videoRemix},
    ForwardedRoute{"POST", "/batches", &batchCreate},
    ForwardedRoute{"GET", "/batches", &batchList},
    ForwardedRoute{"GET", "/batches/{}", &batchRetrieve},
    ForwardedRoute{"POST", "/batches/{}/cancel", &batchCancel},
    ForwardedRoute{"GET", "/batches/{}/results", &batchResults},
    ForwardedRoute{"POST", "/files", &fileUpload},
    ForwardedRoute{"GET", "/files", &fileList},
    ForwardedRoute{"GET", "/files/{}", &fileRetrieve},
    ForwardedRoute{"DELETE", "/files/{}", &fileDelete},
    ForwardedRoute{"GET", "/files/{}/content", &fileContent},
    ForwardedRoute{"POST", "/containers", &containerCreate},
    ForwardedRoute{"GET", "/containers", &containerList},
    ForwardedRoute{"GET", "/containers/{}", &containerRetrieve},
    ForwardedRoute{"DELETE", "/containers/{}", &containerDelete},
    ForwardedRoute{"POST", "/containers/{}/files", &containerFileCreate},
    ForwardedRoute{"GET", "/containers/{}/files", &containerFileList},
    ForwardedRoute{"GET", "/containers/{}/files/{}", &containerFileRetrieve},
    ForwardedRoute{"DELETE", "/containers/{}/files/{}", &containerFileDelete},
    ForwardedRoute{"GET", "/containers/{}/files/{}/content", &containerFileContent},
};

// platform.claude.com/docs/en/api
constexpr std::array anthropicRoutes{
    ForwardedRoute{"POST", "/v1/complete", &textCompletion},
    ForwardedRoute{"POST", "/v1/messages/batches", &batchCreate},
    ForwardedRoute{"GET", "/v1/messages/batches", &batchList},
    ForwardedRoute{"GET", "/v1/messages/batches/{}", &batchRetrieve},
    ForwardedRoute{"DELETE", "/v1/messages/batches/{}", &batchDelete},
    ForwardedRoute{"POST", "/v1/messages/batches/{}/cancel", &batchCancel},
    ForwardedRoute{"GET", "/v1/messages/batches/{}/results", &batchResults},
    ForwardedRoute{"POST", "/v1/files", &fileUpload},
    ForwardedRoute{"GET", "/v1/files", &fileList},
    ForwardedRoute{"GET", "/v1/files/{}", &fileRetrieve},
    ForwardedRoute{"DELETE", "/v1/files/{}", &fileDelete},
    ForwardedRoute{"GET", "/v1/files/{}/content", &fileContent},
};

// ai.google.dev/api; the upload itself goes to the address that the answer names
constexpr std::array geminiRoutes{
    ForwardedRoute{"POST", "/v1beta/models/{model}:predict", &prediction},
    ForwardedRoute{"POST", "/v1beta/models/{model}:predictLongRunning", &longPrediction},
    ForwardedRoute{"GET", "/v1beta/models/{model}/operations/{}", &videoOperation},
    ForwardedRoute{"POST", "/upload/v1beta/files", &fileUpload},
    ForwardedRoute{"POST", "/v1beta/files", &fileUpload},
    ForwardedRoute{"GET", "/v1beta/files", &fileList},
    ForwardedRoute{"GET", "/v1beta/files/{}", &fileRetrieve},
    ForwardedRoute{"DELETE", "/v1beta/files/{}", &fileDelete},
    ForwardedRoute{"POST", "/v1beta/models/{model}:batchGenerateContent", &batchCreate},
    ForwardedRoute{"GET", "/v1beta/batches", &batchList},
    ForwardedRoute{"GET", "/v1beta/batches/{}", &batchRetrieve},
    ForwardedRoute{"DELETE", "/v1beta/batches/{}", &batchDelete},
    ForwardedRoute{"POST", "/v1beta/batches/{}:cancel", &batchCancel},
    ForwardedRoute{"POST", "/v1beta/cachedContents", &cachedContents},
    ForwardedRoute{"GET", "/v1beta/cachedContents", &cachedContents},
    ForwardedRoute{"GET", "/v1beta/cachedContents/{}", &cachedContents},
    ForwardedRoute{"PATCH", "/v1beta/cachedContents/{}", &cachedContents},
    ForwardedRoute{"DELETE", "/v1beta/cachedContents/{}", &cachedContents},
};

// docs.cohere.com/reference
constexpr std::array cohereRoutes{
    ForwardedRoute{"POST", "/v2/rerank", &rerank},
    ForwardedRoute{"POST", "/v1/rerank", &rerank},
    ForwardedRoute{"POST", "/v1/tokenize", &tokenize},
    ForwardedRoute{"POST", "/v1/detokenize", &detokenize},
};

// docs.aws.amazon.com/bedrock/latest/APIReference, and of Amazon S3 what Bifrost's clients do below "files"; there
// "{model}" is the key of an object.
constexpr std::array bedrockRoutes{
    ForwardedRoute{"POST", "/model-invocation-job", &batchCreate},
    ForwardedRoute{"GET", "/model-invocation-jobs", &batchList},
    ForwardedRoute{"GET", "/model-invocation-job/{}", &batchRetrieve},
    ForwardedRoute{"POST", "/model-invocation-job/{}/stop", &batchCancel},
    ForwardedRoute{"GET", "/files/{}", &fileList},
    ForwardedRoute{"PUT", "/files/{}/{model}", &fileUpload},
    ForwardedRoute{"GET", "/files/{}/{model}", &fileContent},
    ForwardedRoute{"DELETE", "/files/{}/{model}", &fileDelete},
};

std::span<const ForwardedRoute> routesOf(DialectFamily family)
{
    switch (family) {
    case DialectFamily::OpenAi: return openAiRoutes;
    case DialectFamily::Anthropic: return anthropicRoutes;
    case DialectFamily::Gemini: return geminiRoutes;
    case DialectFamily::Cohere: return cohereRoutes;
    case DialectFamily::Bedrock: return bedrockRoutes;
    }
    return {};
}

struct PathMatch {
    bool fits = false;
    std::string_view model;
};

// The variables are tried from left to right, each as short as the text behind it lets it be; a model as long.
PathMatch match(std::string_view pattern, std::string_view path)
{
    const auto open = pattern.find('{');
    if (open == std::string_view::npos)
        return {pattern == path, {}};
    if (!path.starts_with(pattern.substr(0, open)))
        return {};
    const auto close = pattern.find('}', open);
    const bool isModel = close > open + 1;
    const std::string_view behind = pattern.substr(close + 1);
    path.remove_prefix(open);
    const auto lastOfSegment = std::min(path.find('/'), path.size());
    for (std::size_t length = isModel ? path.size() : lastOfSegment; length > 0; --length) {
        PathMatch rest = match(behind, path.substr(length));
        if (!rest.fits)
            continue;
        if (isModel)
            rest.model = path.substr(0, length);
        return rest;
    }
    return {};
}

Error methodsAre(const std::vector<std::string_view> &served, std::string_view method)
{
    std::string names;
    for (const std::string_view name : served)
        names += (names.empty() ? "" : ", ") + std::string(name) + (name == "GET" ? ", HEAD" : "");
    return Error::methodNotAllowed(names, "This address takes " + names + ", not " + std::string(method) + ".");
}

struct NamedThings {
    DialectFamily family;
    std::string_view collection; // the segment behind it is the id
};

// Jobs of Bedrock may be named by their ARN, and its files by their address in S3, as Bifrost's clients do: both have slashes,
// which no segment may have, and a short name as well.
std::string withShortIds(DialectFamily family, std::string_view rest)
{
    constexpr std::array things{NamedThings{DialectFamily::Bedrock, "/model-invocation-job/"},
                                NamedThings{DialectFamily::OpenAi, "/batches/"},
                                NamedThings{DialectFamily::OpenAi, "/files/"}};
    for (const NamedThings &each : things) {
        if (each.family != family || !rest.starts_with(each.collection))
            continue;
        const std::string_view behind = rest.substr(each.collection.size());
        const std::size_t end = std::min(behind.find('/'), behind.size());
        std::string id = percentDecoded(behind.substr(0, end));
        if (id.starts_with("arn:aws"))
            id = percentEncoded(id.substr(id.rfind('/') + 1));
        else if (const auto place = id.starts_with("s3://") ? placeOfS3File(id) : std::nullopt)
            id = s3FileId(*place);
        else
            continue;
        return std::string(each.collection) + id + std::string(behind.substr(end));
    }
    return std::string(rest);
}

} // namespace

std::optional<Result<ForwardedMatch>> findForwarded(DialectFamily family, std::string_view method,
                                                    std::string_view asked)
{
    const bool isBedrock = family == DialectFamily::Bedrock;
    const std::string rest = withShortIds(family, asked);
    std::vector<std::string_view> served;
    for (const ForwardedRoute &route : routesOf(family)) {
        // Most requests are chats, for which nothing here fits: one letter tells it of nearly all.
        if (rest.size() > 1 && route.path.size() > 1 && route.path[1] != '{' && route.path[1] != rest[1])
            continue;
        const PathMatch found = match(route.path, rest);
        if (!found.fits)
            continue;
        if (route.method != method && !(route.method == "GET" && method == "HEAD")) {
            served.push_back(route.method);
            continue;
        }
        const bool hasSegments = route.path.find("{}") != std::string_view::npos;
        if (hasSegments && !isSafePath(rest))
            return unexpected(unsafePath());
        const bool isOpenAi = family == DialectFamily::OpenAi;
        return ForwardedMatch{route.operation, (isOpenAi ? "/v1" : "") + rest,
                              isBedrock ? std::string() : percentDecoded(found.model)};
    }
    if (served.empty())
        return std::nullopt;
    return unexpected(methodsAre(served, method));
}

} // namespace gateway::routing
