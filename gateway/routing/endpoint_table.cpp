#include "gateway/routing/endpoint_table.h"

#include <array>

namespace gateway::routing {

namespace {

using translation::DialectFamily;
using translation::DialectId;
using translation::ErrorShape;

// An operation below a prefix. Prefixes mount whole groups of them, as Bifrost's integrations do.
struct Route {
    std::string_view method;
    std::string_view path; // after the prefix
    Operation operation;
    std::optional<DialectId> dialect;
    std::string_view upstreamPath;
};

constexpr std::array openAiRoutes{
    Route{"POST", "/chat/completions", Operation::ChatCompletion, DialectId::OpenAiChat, "/v1/chat/completions"},
    Route{"POST", "/responses", Operation::Responses, DialectId::OpenAiResponses, "/v1/responses"},
    Route{"POST", "/embeddings", Operation::Embedding, std::nullopt, "/v1/embeddings"},
    Route{"GET", "/models", Operation::ListModels, std::nullopt, "/v1/models"},
};

constexpr std::array anthropicRoutes{
    Route{"POST", "/v1/messages", Operation::Messages, DialectId::AnthropicMessages, "/v1/messages"},
    Route{"POST", "/v1/messages/count_tokens", Operation::CountTokens, DialectId::AnthropicMessages,
          "/v1/messages/count_tokens"},
    Route{"GET", "/v1/models", Operation::ListModels, std::nullopt, "/v1/models"},
    Route{"GET", "/api/hello", Operation::Hello, std::nullopt, ""},
};

struct Mount {
    std::string_view prefix;
    DialectFamily family;
    std::string_view nativeProvider;
    bool isBifrostListing;
};

// Longest prefix first. The bare root serves base URLs that end at the port.
constexpr std::array mounts{
    Mount{"/openai/v1", DialectFamily::OpenAi, "openai", false},
    Mount{"/openai", DialectFamily::OpenAi, "openai", false},
    Mount{"/anthropic", DialectFamily::Anthropic, "anthropic", false},
    Mount{"/v1", DialectFamily::OpenAi, "", true},
    Mount{"", DialectFamily::OpenAi, "", true},
};

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

Endpoint makeEndpoint(const Mount &mount, const Route &route)
{
    Endpoint endpoint;
    endpoint.operation = route.operation;
    endpoint.family = mount.family;
    endpoint.dialect = route.dialect;
    endpoint.errorShape = mount.family == DialectFamily::Anthropic ? ErrorShape::Anthropic : ErrorShape::Bifrost;
    endpoint.upstreamPath = route.upstreamPath;
    endpoint.nativeProvider = mount.nativeProvider;
    endpoint.isBifrostListing = mount.isBifrostListing;
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

template <typename Routes>
std::optional<Result<Endpoint>> findBelow(const Mount &mount, const Routes &routes, std::string_view method,
                                          std::string_view path)
{
    const std::string_view rest = path.substr(mount.prefix.size());
    for (const Route &route : routes) {
        if (route.path != rest)
            continue;
        if (isServed(route.method, method))
            return makeEndpoint(mount, route);
        return unexpected(methodRefused(route.method, method));
    }
    return std::nullopt;
}

} // namespace

Result<Endpoint> findEndpoint(std::string_view method, std::string_view path)
{
    path = withoutTrailingSlash(path);
    if (path == "/health") {
        if (!isServed("GET", method))
            return unexpected(methodRefused("GET", method));
        return plainEndpoint(Operation::Health);
    }
    if (isBelow(path, "/api"))
        return plainEndpoint(Operation::Management);
    for (const Mount &mount : mounts) {
        if (!isBelow(path, mount.prefix))
            continue;
        const auto found = mount.family == DialectFamily::Anthropic ? findBelow(mount, anthropicRoutes, method, path)
                                                                    : findBelow(mount, openAiRoutes, method, path);
        if (found)
            return *found;
    }
    return unexpected(Error::client(ErrorCode::NotFound, "Nothing is served at " + std::string(path) + "."));
}

translation::ErrorShape errorShapeOf(std::string_view path)
{
    return isBelow(path, "/anthropic") ? ErrorShape::Anthropic : ErrorShape::Bifrost;
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
    case Operation::Health:
    case Operation::Management:
    case Operation::Hello: return "";
    }
    return "";
}

} // namespace gateway::routing
