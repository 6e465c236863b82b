#include "gateway/routing/endpoint_table.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/routing/raw_prefix.h"
#include "gateway/translation/dialects/dialect_registry.h"

#include <array>
#include <span>

namespace gateway::routing {

namespace {

using translation::DialectFamily;
using translation::DialectId;
using translation::ErrorShape;

// An operation below a prefix. "{model}" stands for one or more characters, slashes included.
struct Route {
    std::string_view method;
    std::string_view path; // after the prefix
    Operation operation;
    std::optional<DialectId> dialect;
    std::string_view upstreamPath;
    bool isStreamPath = false;
    bool isBedrockInvoke = false;
};

constexpr std::array openAiRoutes{
    Route{"POST", "/chat/completions", Operation::ChatCompletion, DialectId::OpenAiChat, "/v1/chat/completions"},
    Route{"POST", "/responses", Operation::Responses, DialectId::OpenAiResponses, "/v1/responses"},
    Route{"POST", "/responses/input_tokens", Operation::CountTokens, DialectId::OpenAiResponses,
          "/v1/responses/input_tokens"},
    Route{"POST", "/embeddings", Operation::Embedding, std::nullopt, "/v1/embeddings"},
    Route{"GET", "/models", Operation::ListModels, std::nullopt, "/v1/models"},
    Route{"GET", "/models/{model}", Operation::GetModel, std::nullopt, "/v1/models/{model}"},
};

constexpr std::array anthropicRoutes{
    Route{"POST", "/v1/messages", Operation::Messages, DialectId::AnthropicMessages, "/v1/messages"},
    Route{"POST", "/v1/messages/count_tokens", Operation::CountTokens, DialectId::AnthropicMessages,
          "/v1/messages/count_tokens"},
    Route{"GET", "/v1/models", Operation::ListModels, std::nullopt, "/v1/models"},
    Route{"GET", "/v1/models/{model}", Operation::GetModel, std::nullopt, "/v1/models/{model}"},
    Route{"GET", "/api/hello", Operation::Hello, std::nullopt, ""},
};

// ai.google.dev/api/generate-content; @google/genai 3 calls /v1, the others /v1beta.
constexpr std::array geminiRoutes{
    Route{"POST", "/v1beta/models/{model}:generateContent", Operation::ChatCompletion, DialectId::GeminiGenerate,
          "/v1beta/models/{model}:generateContent"},
    Route{"POST", "/v1beta/models/{model}:streamGenerateContent", Operation::ChatCompletion, DialectId::GeminiGenerate,
          "/v1beta/models/{model}:streamGenerateContent", true},
    Route{"POST", "/v1/models/{model}:generateContent", Operation::ChatCompletion, DialectId::GeminiGenerate,
          "/v1beta/models/{model}:generateContent"},
    Route{"POST", "/v1/models/{model}:streamGenerateContent", Operation::ChatCompletion, DialectId::GeminiGenerate,
          "/v1beta/models/{model}:streamGenerateContent", true},
    Route{"POST", "/v1beta/models/{model}:countTokens", Operation::CountTokens, DialectId::GeminiGenerate,
          "/v1beta/models/{model}:countTokens"},
    Route{"POST", "/v1/models/{model}:countTokens", Operation::CountTokens, DialectId::GeminiGenerate,
          "/v1beta/models/{model}:countTokens"},
    Route{"POST", "/v1beta/models/{model}:embedContent", Operation::Embedding, std::nullopt,
          "/v1beta/models/{model}:embedContent"},
    Route{"POST", "/v1/models/{model}:embedContent", Operation::Embedding, std::nullopt,
          "/v1beta/models/{model}:embedContent"},
    Route{"POST", "/v1beta/models/{model}:batchEmbedContents", Operation::Embedding, std::nullopt,
          "/v1beta/models/{model}:batchEmbedContents"},
    Route{"POST", "/v1/models/{model}:batchEmbedContents", Operation::Embedding, std::nullopt,
          "/v1beta/models/{model}:batchEmbedContents"},
    Route{"GET", "/v1beta/models", Operation::ListModels, std::nullopt, "/v1beta/models"},
    Route{"GET", "/v1/models", Operation::ListModels, std::nullopt, "/v1beta/models"},
    // Last, because the name may hold anything.
    Route{"GET", "/v1beta/models/{model}", Operation::GetModel, std::nullopt, "/v1beta/models/{model}"},
    Route{"GET", "/v1/models/{model}", Operation::GetModel, std::nullopt, "/v1beta/models/{model}"},
};

constexpr std::array cohereRoutes{
    Route{"POST", "/v2/embed", Operation::Embedding, std::nullopt, "/v2/embed"},
    Route{"GET", "/v1/models", Operation::ListModels, std::nullopt, "/v1/models"},
    Route{"GET", "/v1/models/{model}", Operation::GetModel, std::nullopt, "/v1/models/{model}"},
};

// docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html. Of the bodies of Invoke,
// which are each model's own, only Anthropic's can be understood.
constexpr std::array bedrockRoutes{
    Route{"POST", "/model/{model}/converse", Operation::ChatCompletion, DialectId::BedrockConverse,
          "/model/{model}/converse"},
    Route{"POST", "/model/{model}/converse-stream", Operation::ChatCompletion, DialectId::BedrockConverse,
          "/model/{model}/converse-stream", true},
    Route{"POST", "/model/{model}/invoke", Operation::ChatCompletion, DialectId::AnthropicMessages,
          "/model/{model}/invoke", false, true},
    Route{"POST", "/model/{model}/invoke-with-response-stream", Operation::ChatCompletion, DialectId::AnthropicMessages,
          "/model/{model}/invoke-with-response-stream", true, true},
    Route{"POST", "/model/{model}/count-tokens", Operation::CountTokens, DialectId::BedrockConverse,
          "/model/{model}/count-tokens"},
    Route{"GET", "/foundation-models", Operation::ListModels, std::nullopt, "/foundation-models"},
    Route{"GET", "/foundation-models/{model}", Operation::GetModel, std::nullopt, "/foundation-models/{model}"},
};

// A dialect's operations as they stand below a prefix.
struct RouteGroup {
    DialectFamily family;
    std::string_view nativeProvider;
    std::span<const Route> routes;
    std::string_view prefix; // between the mount and the routes: "/v1" or nothing
};

constexpr std::array openAiGroup{RouteGroup{DialectFamily::OpenAi, "openai", openAiRoutes, "/v1"},
                                 RouteGroup{DialectFamily::OpenAi, "openai", openAiRoutes, ""}};
constexpr std::array anthropicGroup{RouteGroup{DialectFamily::Anthropic, "anthropic", anthropicRoutes, ""}};
constexpr std::array geminiGroup{RouteGroup{DialectFamily::Gemini, "gemini", geminiRoutes, ""}};
constexpr std::array cohereGroup{RouteGroup{DialectFamily::Cohere, "cohere", cohereRoutes, ""}};
constexpr std::array bedrockGroup{RouteGroup{DialectFamily::Bedrock, "bedrock", bedrockRoutes, ""}};
constexpr std::array everyGroup{openAiGroup[0], openAiGroup[1],  anthropicGroup[0],
                                geminiGroup[0], bedrockGroup[0], cohereGroup[0]};
constexpr std::array cursorGroup{openAiGroup[0], openAiGroup[1], anthropicGroup[0]};

struct Mount {
    std::string_view prefix;
    std::span<const RouteGroup> groups;
    ErrorShape errorShape;  // of what is found nowhere
    bool servesAll = false; // the routes of dialects with a mount of their own, too
    bool isBifrost = false; // Bifrost's own surface: its listing, and no native provider
};

// The bare root, last, serves base URLs that end at the port.
constexpr std::array mounts{
    Mount{"/openai", openAiGroup, ErrorShape::Bifrost}, //
    Mount{"/anthropic", anthropicGroup, ErrorShape::Anthropic},
    Mount{"/genai", geminiGroup, ErrorShape::Gemini},
    Mount{"/cohere", cohereGroup, ErrorShape::BifrostWithMessage},
    Mount{"/bedrock", bedrockGroup, ErrorShape::Bedrock},
    Mount{"/litellm", everyGroup, ErrorShape::Bifrost, true},
    Mount{"/langchain", everyGroup, ErrorShape::Bifrost, true},
    Mount{"/pydanticai", everyGroup, ErrorShape::Bifrost, true},
    Mount{"/cursor", cursorGroup, ErrorShape::Bifrost},
    Mount{"", openAiGroup, ErrorShape::Bifrost, false, true},
};

ErrorShape shapeOfFamily(DialectFamily family)
{
    switch (family) {
    case DialectFamily::OpenAi: return ErrorShape::Bifrost;
    case DialectFamily::Cohere: return ErrorShape::BifrostWithMessage;
    case DialectFamily::Anthropic: return ErrorShape::Anthropic;
    case DialectFamily::Gemini: return ErrorShape::Gemini;
    case DialectFamily::Bedrock: return ErrorShape::Bedrock;
    }
    return ErrorShape::Bifrost;
}

std::string_view withoutTrailingSlash(std::string_view path)
{
    while (path.size() > 1 && path.back() == '/')
        path.remove_suffix(1);
    return path;
}

bool isBelow(std::string_view path, std::string_view prefix)
{
    return path.substr(0, prefix.size()) == prefix && (path.size() == prefix.size() || path[prefix.size()] == '/');
}

Endpoint makeEndpoint(const Mount &mount, const RouteGroup &group, const Route &route, std::string_view pathModel)
{
    Endpoint endpoint;
    endpoint.operation = route.operation;
    endpoint.family = group.family;
    endpoint.dialect = route.dialect;
    endpoint.errorShape = shapeOfFamily(group.family);
    endpoint.upstreamPath = route.upstreamPath;
    endpoint.nativeProvider = mount.isBifrost ? std::string_view() : group.nativeProvider;
    endpoint.isBifrostSurface = mount.isBifrost;
    endpoint.pathModel = percentDecoded(pathModel);
    endpoint.isStreamPath = route.isStreamPath;
    endpoint.isBedrockInvoke = route.isBedrockInvoke;
    return endpoint;
}

Endpoint plainEndpoint(Operation operation)
{
    Endpoint endpoint;
    endpoint.operation = operation;
    return endpoint;
}

bool isServed(std::string_view served, std::string_view method)
{
    return served == method || (served == "GET" && method == "HEAD");
}

Error methodRefused(std::string_view served, std::string_view method)
{
    return Error::methodNotAllowed(served == "GET" ? "GET, HEAD" : std::string(served),
                                   "This address takes " + std::string(served) + ", not " + std::string(method) + ".");
}

// What stands for "{model}" in `path`, empty for patterns without it; nothing when the path does not fit.
std::optional<std::string_view> match(std::string_view pattern, std::string_view path)
{
    constexpr std::string_view variable = "{model}";
    const auto place = pattern.find(variable);
    if (place == std::string_view::npos)
        return pattern == path ? std::optional(std::string_view()) : std::nullopt;
    const std::string_view before = pattern.substr(0, place);
    const std::string_view behind = pattern.substr(place + variable.size());
    if (path.size() <= before.size() + behind.size() || !path.starts_with(before) || !path.ends_with(behind))
        return std::nullopt;
    return path.substr(before.size(), path.size() - before.size() - behind.size());
}

std::optional<Result<Endpoint>> findForwardedBelow(const Mount &mount, const RouteGroup &group, std::string_view method,
                                                   std::string_view rest)
{
    auto found = findForwarded(group.family, method, rest);
    if (!found)
        return std::nullopt;
    if (!*found)
        return unexpected(found->error());
    Route route{method, rest, Operation::Forwarded, std::nullopt, {}};
    Endpoint endpoint = makeEndpoint(mount, group, route, {});
    endpoint.forwarded = (*found)->operation;
    endpoint.rawPath = std::move((*found)->path);
    endpoint.pathModel = std::move((*found)->pathModel);
    return endpoint;
}

std::optional<Result<Endpoint>> findBelow(const Mount &mount, const RouteGroup &group, std::string_view method,
                                          std::string_view rest)
{
    if (!isBelow(rest, group.prefix))
        return std::nullopt;
    rest.remove_prefix(group.prefix.size());
    auto forwarded = findForwardedBelow(mount, group, method, rest);
    // Another method may be a route of the table: POST /responses/input_tokens looks like an id.
    if (forwarded && (*forwarded || forwarded->error().code != ErrorCode::MethodNotAllowed))
        return forwarded;
    for (const Route &route : group.routes) {
        const auto pathModel = match(route.path, rest);
        if (!pathModel)
            continue;
        if (isServed(route.method, method))
            return makeEndpoint(mount, group, route, *pathModel);
        return unexpected(methodRefused(route.method, method));
    }
    return forwarded; // nothing, or how it is asked
}

Endpoint endpointOf(const translation::ClientDialect &dialect, const translation::ClientMount &mount,
                    const translation::ClientRoute &route, std::string_view pathModel)
{
    Endpoint endpoint;
    endpoint.family = translation::familyOf(dialect.id());
    endpoint.dialect = dialect.id();
    endpoint.errorShape = mount.errorShape;
    endpoint.upstreamPath = route.upstreamPath;
    endpoint.nativeProvider = mount.nativeProvider;
    endpoint.pathModel = percentDecoded(pathModel);
    endpoint.isStreamPath = route.isStreamPath;
    return endpoint;
}

// Dialects that say themselves where they are called.
std::optional<Result<Endpoint>> findOfDialects(const Mount &mount, std::string_view method, std::string_view path)
{
    for (const translation::ClientDialect *dialect : translation::allClientDialects()) {
        const translation::ClientMount *own = dialect->mount();
        const bool isOwn = own && isBelow(path, own->prefix);
        if (!own || (!isOwn && !mount.servesAll))
            continue;
        const std::string_view rest = path.substr(isOwn ? own->prefix.size() : mount.prefix.size());
        for (const translation::ClientRoute &route : own->routes) {
            const auto pathModel = match(route.path, rest);
            if (pathModel && method == "POST")
                return endpointOf(*dialect, *own, route, *pathModel);
            if (pathModel)
                return unexpected(methodRefused("POST", method));
        }
    }
    return std::nullopt;
}

// "/openai/openai/deployments/gpt-5/chat/completions", as OpenAI's libraries for Azure write it, is
// "/openai/chat/completions" with the model gpt-5; "/openai/openai/…" is "/openai/…" (bifrost-api §2).
struct AzureForm {
    std::string path;
    std::string deployment;
};

std::optional<AzureForm> readAzureForm(std::string_view path)
{
    constexpr std::string_view mount = "/openai/openai/";
    constexpr std::string_view collection = "deployments/";
    if (!path.starts_with(mount))
        return std::nullopt;
    path.remove_prefix(mount.size());
    AzureForm form;
    if (path.starts_with(collection)) {
        path.remove_prefix(collection.size());
        const auto slash = path.find('/');
        if (slash == std::string_view::npos || slash == 0)
            return std::nullopt;
        form.deployment = percentDecoded(path.substr(0, slash));
        path.remove_prefix(slash + 1);
    }
    form.path = "/openai/" + std::string(path);
    return form;
}

const Mount &mountOf(std::string_view path)
{
    for (const Mount &mount : mounts) {
        if (isBelow(path, mount.prefix))
            return mount;
    }
    return mounts.back();
}

// What one dialect only reads, another may post: OpenAI's "/v1/models/{model}" and Gemini's "…:generateContent".
Result<Endpoint> findBelowMount(std::string_view method, std::string_view path)
{
    const Mount &mount = mountOf(path);
    std::optional<Result<Endpoint>> refused;
    const auto isFound = [&refused](const std::optional<Result<Endpoint>> &found) {
        if (found && !*found && found->error().code == ErrorCode::MethodNotAllowed && !refused)
            refused = found;
        return found && (*found || found->error().code != ErrorCode::MethodNotAllowed);
    };
    for (const RouteGroup &group : mount.groups) {
        if (auto found = findBelow(mount, group, method, path.substr(mount.prefix.size())); isFound(found))
            return std::move(*found);
    }
    if (auto found = findOfDialects(mount, method, path); isFound(found))
        return std::move(*found);
    if (refused)
        return std::move(*refused);
    return unexpected(Error::client(ErrorCode::NotFound, "Nothing is served at " + std::string(path) + "."));
}

} // namespace

Result<Endpoint> findEndpoint(std::string_view method, std::string_view path)
{
    if (auto raw = findRawEndpoint(path))
        return std::move(*raw);
    path = withoutTrailingSlash(path);
    if (path == "/health") {
        if (!isServed("GET", method))
            return unexpected(methodRefused("GET", method));
        return plainEndpoint(Operation::Health);
    }
    if (isBelow(path, "/api") || path == "/metrics" || path == "/ws")
        return plainEndpoint(Operation::Management);
    if (const auto azure = readAzureForm(path)) {
        auto found = findEndpoint(method, azure->path);
        if (found && !azure->deployment.empty()) {
            found->deployment = azure->deployment;
            found->nativeProvider = "azure";
        }
        return found;
    }
    return findBelowMount(method, path);
}

translation::ErrorShape errorShapeOf(std::string_view path)
{
    for (const translation::ClientDialect *dialect : translation::allClientDialects()) {
        const translation::ClientMount *own = dialect->mount();
        if (own && isBelow(path, own->prefix))
            return own->errorShape;
    }
    return mountOf(path).errorShape;
}

std::string_view requestTypeName(Operation operation, bool isStream)
{
    switch (operation) {
    case Operation::ChatCompletion:
    case Operation::Messages: return isStream ? "chat_completion_stream" : "chat_completion";
    case Operation::Responses: return isStream ? "responses_stream" : "responses";
    case Operation::CountTokens: return "count_tokens";
    case Operation::Embedding: return "embedding";
    case Operation::ListModels: return "list_models";
    case Operation::GetModel: return "model_retrieve";
    case Operation::RawForward: return isStream ? "passthrough_stream" : "passthrough";
    case Operation::Health:
    case Operation::Management:
    case Operation::Hello:
    case Operation::Forwarded: return "";
    }
    return "";
}

std::string_view requestTypeName(const Endpoint &endpoint, bool isStream)
{
    if (!endpoint.forwarded)
        return requestTypeName(endpoint.operation, isStream);
    return isStream && !endpoint.forwarded->streamName.empty() ? endpoint.forwarded->streamName
                                                               : endpoint.forwarded->name;
}

} // namespace gateway::routing
