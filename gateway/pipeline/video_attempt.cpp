#include "gateway/pipeline/video_attempt.h"

#include "gateway/base/base64.h"
#include "gateway/base/percent_encoding.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/json/object_writer.h"
#include "gateway/translation/videos/video_codec.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace gateway::pipeline {

using namespace translation;

namespace {

// As of all videos (bifrost-api §1.1), so that the next question finds the provider.
std::string idEndOf(const AttemptContext &attempt)
{
    const bool isBifrosts = attempt.request.endpoint.isBifrostSurface;
    return isBifrosts ? ':' + attempt.target.provider->id.value : std::string();
}

class TaskExchange final : public OperationExchange {
public:
    // `asked`: of a new task.
    TaskExchange(const AttemptContext &attempt, const VideoCodec &codec, std::optional<VideoRequest> asked)
        : m_codec(codec)
        , m_asked(std::move(asked))
        , m_idEnd(idEndOf(attempt))
        , m_model(attempt.target.model)
        , m_began(attempt.request.record.startedAt)
    {
    }

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &facts) override
    {
        auto task = m_codec.decodeTask(providerBody);
        if (!task)
            return unexpected(task.error());
        if (task->model.empty())
            task->model = m_model;
        facts.answeredModel = task->model;
        if (m_asked && task->state == VideoState::Failed)
            return unexpected(refusedAtOnce(*task));
        const auto created = std::chrono::duration_cast<std::chrono::seconds>(m_began.time_since_epoch());
        return writeVideoTask(*task, m_idEnd, created.count(), m_asked ? &*m_asked : nullptr);
    }

private:
    // Nothing was begun, so there is nothing to ask after.
    static Error refusedAtOnce(const VideoTask &task)
    {
        Error error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::Never, task.problem);
        error.upstreamStatus = 400;
        return error;
    }

    const VideoCodec &m_codec;
    const std::optional<VideoRequest> m_asked;
    const std::string m_idEnd;
    const std::string m_model;
    const WallTime m_began;
};

class DeletionExchange final : public OperationExchange {
public:
    explicit DeletionExchange(std::string id) : m_id(std::move(id)) {}

    Result<std::string> answerOf(std::string_view, AnswerFacts &) override
    {
        return ObjectWriter().add("id", m_id).add("object", "video.deleted").addFlag("deleted", true).finished();
    }

private:
    const std::string m_id;
};

// "https://host/path?query" -> "/path?query"; empty for what is no such address.
std::string pathInUrl(std::string_view url)
{
    const auto mark = url.find("://");
    const auto slash = mark == std::string_view::npos ? mark : url.find('/', mark + 3);
    const bool isWeb = url.starts_with("https://") || url.starts_with("http://");
    return isWeb && slash != std::string_view::npos ? std::string(url.substr(slash)) : std::string();
}

class FilmExchange final : public OperationExchange {
public:
    explicit FilmExchange(const VideoCodec &codec) : m_codec(codec) {}

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &facts) override
    {
        const auto task = m_codec.decodeTask(providerBody);
        if (!task)
            return unexpected(task.error());
        facts.answeredModel = task->model;
        if (task->state != VideoState::Done)
            return unexpected(notDone(*task));
        if (!task->base64.empty()) {
            auto film = decodeBase64(task->base64);
            return film ? Result<std::string>(std::move(*film)) : unexpected(noFilm(*task));
        }
        if (pathInUrl(task->url).empty())
            return unexpected(noFilm(*task));
        location = task->url;
        return std::string();
    }
    std::string_view contentType() const override { return "video/mp4"; }

private:
    static Error notDone(const VideoTask &task)
    {
        return Error::client(ErrorCode::InvalidRequest, task.state == VideoState::Failed
                                                            ? "There is no film: " + task.problem
                                                            : std::string("The film is not done yet."));
    }
    static Error noFilm(const VideoTask &task)
    {
        return Error::client(ErrorCode::InvalidRequest,
                             "The film cannot be fetched from here: " + (task.url.empty() ? "it is empty." : task.url));
    }

    const VideoCodec &m_codec;
};

// A film on the provider's own host is asked there, with its key, whatever host the address names.
FollowUpSource filmBehind(const AttemptContext &attempt, const VideoCodec &codec, const ProviderAddress &address)
{
    return [&attempt, &codec, address](std::string_view body) -> Result<std::optional<FollowUp>> {
        const auto task = codec.decodeTask(body);
        const std::string path = task ? pathInUrl(task->url) : std::string();
        if (path.empty())
            return std::nullopt;
        auto request = encodeFurtherRequest(attempt, address, "GET", path);
        if (!request)
            return unexpected(request.error());
        request->headers.set("Accept", "*/*");
        FollowUp next;
        next.request = std::move(*request);
        next.isTheAnswer = true;
        return next;
    };
}

Result<std::optional<Picture>> pictureOf(const RequestContext &context)
{
    constexpr std::uint64_t most = 20ULL * 1024 * 1024;
    for (const FormField &field : context.form.value_or(std::vector<FormField>())) {
        if (!field.isFile || field.name != "input_reference")
            continue;
        const std::string bytes =
            field.valueSize > most ? std::string() : bytesOfField(context.exchange->request(), field);
        const std::string_view type = mediaTypeOfPicture(bytes);
        if (type.empty())
            return unexpected(invalidMember("/input_reference", "must be a PNG, JPEG, WebP or GIF picture of at most "
                                                                "20 MB for this provider."));
        return std::optional(Picture{std::string(type), encodeBase64(bytes)});
    }
    return std::nullopt;
}

Result<net::UpstreamRequest> encodeTask(AttemptContext &attempt, const ProviderAddress &address,
                                        const VideoCodec &codec)
{
    const auto members = membersOf(attempt.request);
    auto picture = members ? pictureOf(attempt.request) : unexpected(members.error());
    auto asked = picture ? readVideoRequest(*members, std::move(*picture)) : unexpected(picture.error());
    if (!asked)
        return unexpected(asked.error());
    ConversionReport report;
    auto encoded = codec.encodeRequest(*asked, modelForCodec(attempt), report);
    asked->picture.reset();
    attempt.operation = std::make_unique<TaskExchange>(attempt, codec, std::move(*asked));
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(encoded), report), "application/json");
}

// "/v1/videos/ID", "/v1/videos/ID/content"
std::string idIn(std::string_view path)
{
    constexpr std::string_view collection = "/v1/videos/";
    path.remove_prefix(std::min(collection.size(), path.size()));
    return percentDecoded(path.substr(0, path.find('/')));
}

Result<net::UpstreamRequest> askAfter(const AttemptContext &attempt, const ProviderAddress &address,
                                      const std::string &path, std::string question)
{
    auto request = encodeFurtherRequest(attempt, address, question.empty() ? "GET" : "POST", path);
    if (request && !question.empty()) {
        request->body = std::make_shared<const std::string>(std::move(question));
        request->headers.set("Content-Type", "application/json");
    }
    return request;
}

Error notThere(const config::ProviderDefinition &provider)
{
    return Error::client(ErrorCode::UnsupportedOperation,
                         "The provider \"" + provider.id.value + "\" cannot do this with its videos.");
}

} // namespace

bool needsVideoWords(const AttemptContext &attempt)
{
    const routing::Endpoint &endpoint = attempt.request.endpoint;
    const config::ProviderDefinition &provider = *attempt.target.provider;
    return endpoint.forwarded->offer == "video" && endpoint.family == DialectFamily::OpenAi
           && (provider.family != DialectFamily::OpenAi || findVideoCodec(provider.family, provider.preset));
}

Result<net::UpstreamRequest> encodeVideo(AttemptContext &attempt, const ProviderAddress &address)
{
    const config::ProviderDefinition &provider = *attempt.target.provider;
    const std::string_view name = attempt.request.endpoint.forwarded->name;
    const VideoCodec *codec = findVideoCodec(provider.family, provider.preset);
    if (!codec)
        return unexpected(notThere(provider));
    if (name == "video_generation")
        return encodeTask(attempt, address, *codec);
    const std::string id = idIn(attempt.request.endpoint.rawPath);
    if (name == "video_delete") {
        const std::string path = codec->deletionPathOf(id);
        if (path.empty())
            return unexpected(notThere(provider));
        attempt.operation = std::make_unique<DeletionExchange>(id + idEndOf(attempt));
        return encodeFurtherRequest(attempt, address, "DELETE", path);
    }
    if (name != "video_retrieve" && name != "video_download")
        return unexpected(notThere(provider));
    const auto path = codec->pathOf(id);
    if (!path)
        return unexpected(path.error());
    if (name == "video_retrieve") {
        attempt.operation = std::make_unique<TaskExchange>(attempt, *codec, std::nullopt);
    } else {
        attempt.operation = std::make_unique<FilmExchange>(*codec);
        if (codec->keepsFilms())
            attempt.followUp = filmBehind(attempt, *codec, address);
    }
    return askAfter(attempt, address, *path, codec->questionFor(id));
}

} // namespace gateway::pipeline
