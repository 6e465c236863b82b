// Films that a client of OpenAI's asks for, in the words of other providers: a task is made, asked after, and fetched.
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/dialects/dialect_id.h"
#include "gateway/translation/dialects/provider_dialect.h"
#include "gateway/translation/images/image_codec.h"
#include "gateway/translation/json/json_document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

struct VideoRequest {
    std::string prompt;
    std::optional<std::int64_t> seconds;
    std::string size; // "1280x720"; empty: the model's own
    std::string negativePrompt;
    std::optional<std::int64_t> seed;
    std::optional<bool> hasSound;
    std::optional<Picture> picture;  // to begin with
    std::string pictureUrl;          // the same, where only its address is given
    std::vector<std::string> unsaid; // members that no other provider has a word for
};

enum class VideoState { Queued, Running, Done, Failed };

struct VideoTask {
    std::string id; // one segment of a path, for pathOf()
    VideoState state = VideoState::Queued;
    std::string model;
    std::optional<std::int64_t> progress; // percent
    std::string problem;                  // of a failed one, in the provider's words
    std::string url;                      // of the film, when it is done
    std::string base64;                   // or the film itself
};

// Stateless; any thread. We are the client.
class VideoCodec {
public:
    virtual ~VideoCodec() = default;

    // What cannot be said is noted; an error means that the request makes no sense without it.
    virtual Result<EncodedRequest> encodeRequest(const VideoRequest &request, std::string_view model,
                                                 ConversionReport &report) const = 0;
    // Where the task is asked after; InvalidRequest for an id that is none.
    virtual Result<std::string> pathOf(std::string_view id) const = 0;
    // What is posted there, as JSON; empty: it is asked with GET.
    virtual std::string questionFor(std::string_view id) const
    {
        static_cast<void>(id);
        return {};
    }
    // Where the task is given up with DELETE; empty: nowhere.
    virtual std::string deletionPathOf(std::string_view id) const = 0;
    virtual Result<VideoTask> decodeTask(std::string_view body) const = 0;
    // Whether the film's address is on the provider's own host and wants its key.
    virtual bool keepsFilms() const = 0;
};

// Null: the provider makes no films, or takes OpenAI's words for them.
const VideoCodec *findVideoCodec(DialectFamily family, std::string_view preset);

const VideoCodec &veoVideos();       // Gemini and Vertex: ai.google.dev/gemini-api/docs/video
const VideoCodec &runwayVideos();    // docs.dev.runwayml.com/api
const VideoCodec &replicateVideos(); // replicate.com/docs/reference/http
const VideoCodec &runwareVideos();   // runware.ai/docs/platform/task-polling

// `members`: the body, or the fields of a form, whose numbers are texts; so are OpenAI's seconds everywhere. `picture`: of
// a form. Errors name the place by JSON pointer.
Result<VideoRequest> readVideoRequest(const Json &members, std::optional<Picture> picture);

// OpenAI's object "video". `idEnd`: is put behind the id. `created`: seconds since 1970. `asked`: of a task that is new.
std::string writeVideoTask(const VideoTask &task, std::string_view idEnd, std::int64_t created,
                           const VideoRequest *asked);

// --- shared by the codecs

std::string dataUrl(const Picture &picture); // RFC 2397
// The one of `shapes` that comes nearest to the size asked for ("16:9"); empty when none was.
Result<std::string> nearestVideoShape(const VideoRequest &request, std::vector<std::string_view> shapes,
                                      ConversionReport &report);
void dropUnsaid(const VideoRequest &request, ConversionReport &report);

} // namespace gateway::translation
