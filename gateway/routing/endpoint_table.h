// Method and path -> what is asked, in which dialect, and how its errors look.
#pragma once

#include "gateway/base/result.h"
#include "gateway/routing/forwarded_operation.h"
#include "gateway/translation/dialects/dialect_id.h"
#include "gateway/translation/dialects/error_envelope.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::routing {

enum class Operation {
    ChatCompletion,
    Responses,
    Messages,
    CountTokens,
    Embedding,
    ListModels,
    Health,
    Management, // everything below /api
    GetModel,   // one model, by name
    RawForward, // below /openai_passthrough and the like
    Hello,      // HEAD /anthropic/api/hello: Claude Code asks it at its start
    Forwarded,  // images, audio, files and what else goes on in the client's words: Endpoint::forwarded
};

struct Endpoint {
    Operation operation = Operation::ChatCompletion;
    translation::DialectFamily family = translation::DialectFamily::OpenAi;
    std::optional<translation::DialectId> dialect; // of bodies; unset for embeddings, listings and the like
    translation::ErrorShape errorShape = translation::ErrorShape::Bifrost;
    std::string_view upstreamPath;   // below the provider's base URL: "/v1/chat/completions"; "{model}" is put in
    std::string_view nativeProvider; // takes bare model names nobody else claims; empty on /v1 (bifrost-api §1.5)
    bool isBifrostSurface = false;   // /v1 and the bare root: Bifrost's own listing, and extra_fields in answers
    std::string pathModel;           // of dialects whose path names the model, percent-decoded; else empty
    std::string rawPath;       // of RawForward and Forwarded: what goes to the provider, as it was written; else empty
    std::string deployment;    // of Azure\'s paths: the model of a body that names none, percent-decoded; else empty
    bool isStreamPath = false; // the path asks for a stream (streamGenerateContent, converse-stream)
    bool isBedrockInvoke = false;                  // the dialect in the envelope of Bedrock's InvokeModel
    const ForwardedOperation *forwarded = nullptr; // of Forwarded, where it is never null
    std::string
        namedProvider; // by the query, a header or the body of a request that need not name a model; may be empty
};

// NotFound for an unknown path, MethodNotAllowed (with the methods that are) for a known one. HEAD counts as GET.
Result<Endpoint> findEndpoint(std::string_view method, std::string_view path);

// How an error on this path looks, also where no endpoint matches.
translation::ErrorShape errorShapeOf(std::string_view path);

// Bifrost's name of the operation: "chat_completion_stream", "list_models".
std::string_view requestTypeName(Operation operation, bool isStream);
std::string_view requestTypeName(const Endpoint &endpoint, bool isStream);

} // namespace gateway::routing
