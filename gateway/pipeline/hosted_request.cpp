#include "gateway/pipeline/hosted_request.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/config/aws_key.h"
#include "gateway/net/upstream/address_guard.h"
#include "gateway/net/upstream/upstream_url.h"
#include "gateway/translation/json/top_level_editor.h"
#include "gateway/translation/replicate/predictions.h"
#include "gateway/translation/reranking/reranking.h"

#include <algorithm>
#include <array>

namespace gateway::pipeline {

namespace {

using config::Hosting;
using config::KeyPlace;
using config::ProviderDefinition;
using config::ProviderKey;
using translation::DialectFamily;

// Claude's Messages API in the body instead of in a header (platform.claude.com, "Claude on Vertex AI").
constexpr std::string_view anthropicVersionOfVertex = "vertex-2023-10-16";
constexpr std::string_view regionOfVertex = "global";

// A target below its base path, taken apart.
struct Target {
    std::string path; // "/v1/chat/completions"
    std::string query;
};

Target targetOf(std::string_view target, std::string_view basePath)
{
    if (target.starts_with(basePath))
        target.remove_prefix(basePath.size());
    const auto mark = target.find('?');
    if (mark == std::string_view::npos)
        return {std::string(target), {}};
    return {std::string(target.substr(0, mark)), std::string(target.substr(mark + 1))};
}

void addParameter(std::string &query, std::string_view name, std::string_view value)
{
    if (!query.empty())
        query += '&';
    query.append(name).append("=").append(percentEncoded(value));
}

std::string joined(std::string_view basePath, const Target &target)
{
    std::string whole = net::joinUpstreamPath(basePath, target.path);
    return target.query.empty() ? whole : whole + "?" + target.query;
}

Error lacks(const ProviderKey *key, const char *what)
{
    return Error::client(ErrorCode::InvalidRequest,
                         (key ? "The key \"" + key->name + "\"" : std::string("The provider"))
                             + " cannot be used yet: it needs " + what + ".");
}

const KeyPlace &placeOf(const ProviderKey *key)
{
    static const KeyPlace none;
    return key ? key->placeInForce : none;
}

// --- Azure

constexpr std::string_view azurePrefix = "/openai";

// People paste what the portal shows: ".../openai/v1/", ".../openai/", ".../anthropic/".
std::string_view withoutKnownEnd(std::string_view basePath)
{
    for (const std::string_view end : {azurePrefix, std::string_view("/anthropic")}) {
        if (basePath.ends_with(end))
            basePath.remove_suffix(end.size());
    }
    return basePath;
}

bool isVersionOne(const std::string &version)
{
    return version == "v1" || version == "preview" || version == "latest";
}

// Of the resource as a whole; all others are of a deployment.
bool isOfResource(std::string_view path)
{
    constexpr std::array<std::string_view, 4> ofResource{"/models", "/files", "/batches", "/vector_stores"};
    return std::any_of(ofResource.begin(), ofResource.end(),
                       [path](std::string_view start) { return path.starts_with(start); });
}

// What dated versions never got.
bool isOfVersionOneOnly(std::string_view path)
{
    return path.starts_with("/responses") || path.starts_with("/videos") || path.starts_with("/containers");
}

Target azureTarget(Target target, const KeyPlace &place, std::string_view model)
{
    constexpr std::string_view versionOne = "/v1";
    const std::string version = place.apiVersion.empty() ? config::azureDefaultVersion : place.apiVersion;
    std::string_view operation = target.path;
    if (operation.starts_with(versionOne))
        operation.remove_prefix(versionOne.size());
    if (isVersionOne(version) || isOfVersionOneOnly(operation)) {
        target.path = std::string(azurePrefix).append(versionOne).append(operation);
        if (version == "preview")
            addParameter(target.query, "api-version", version);
        return target;
    }
    const std::string deployment = isOfResource(operation) ? std::string() : "/deployments/" + percentEncoded(model);
    target.path = std::string(azurePrefix).append(deployment).append(operation);
    addParameter(target.query, "api-version", version);
    return target;
}

// A resource answers for Claude below another name than for OpenAI's models.
void goToFoundry(net::UpstreamRequest &request)
{
    constexpr std::string_view openAiHost = ".openai.azure.com";
    constexpr std::string_view foundryHost = ".services.ai.azure.com";
    if (!request.route->host.ends_with(openAiHost))
        return;
    auto route = std::make_shared<net::UpstreamRoute>(*request.route);
    route->host.replace(route->host.size() - openAiHost.size(), openAiHost.size(), foundryHost);
    request.route = std::move(route);
}

Result<void> goToAzure(net::UpstreamRequest &request, const ProviderDefinition &provider, const ProviderKey *key,
                       std::string_view basePath, std::string_view model)
{
    Target target = targetOf(request.target, basePath);
    const std::string_view root = withoutKnownEnd(basePath);
    if (provider.family == DialectFamily::Anthropic) {
        goToFoundry(request);
        target.path.insert(0, "/anthropic");
    } else {
        target = azureTarget(std::move(target), placeOf(key), model);
    }
    request.target = joined(root, target);
    return {};
}

// --- Vertex

Result<std::string> locationOf(const ProviderDefinition &provider, const ProviderKey *key)
{
    const std::string &project = placeOf(key).project;
    if (project.empty())
        return unexpected(lacks(key, "the id of its Google Cloud project"));
    return "/v1/projects/" + percentEncoded(project) + "/locations/" + percentEncoded(regionOf(provider, key));
}

// An API key of Vertex's express mode belongs to a project already.
bool isExpressKey(const ProviderKey *key)
{
    return key && !key->tokenGrant && key->placeInForce.project.empty();
}

// Ranking is a service of its own beside the models.
Result<void> goToRanking(net::UpstreamRequest &request, const ProviderKey *key, std::string_view basePath)
{
    constexpr std::string_view modelsHost = "aiplatform.googleapis.com";
    const std::string &project = placeOf(key).project;
    if (project.empty())
        return unexpected(lacks(key, "the id of its Google Cloud project"));
    if (request.route->host.ends_with(modelsHost)) {
        auto route = std::make_shared<net::UpstreamRoute>(*request.route);
        route->host = "discoveryengine.googleapis.com";
        request.route = std::move(route);
    }
    const Target target{
        "/v1/projects/" + percentEncoded(project) + "/locations/global/rankingConfigs/default_ranking_config:rank", {}};
    request.target = joined(basePath, target);
    return {};
}

// Gemini's own host is asked for an operation by its name, Vertex by a question to its model.
Result<void> goToOperation(net::UpstreamRequest &request, const ProviderDefinition &provider, const ProviderKey *key,
                           std::string_view basePath, const std::string &rest)
{
    constexpr std::string_view version = "/v1/";
    const auto location = locationOf(provider, key);
    if (!location)
        return unexpected(location.error());
    const std::string model = *location + "/publishers/google/models" + rest.substr(0, rest.find('/', 1));
    const std::string name = percentDecoded(*location + "/publishers/google/models" + rest).substr(version.size());
    request.method = "POST";
    request.headers.set("Content-Type", "application/json");
    request.body = std::make_shared<const std::string>("{\"operationName\":" + translation::quoteJson(name) + "}");
    request.target = joined(basePath, {model + ":fetchPredictOperation", {}});
    return {};
}

Result<void> goToGoogleModel(net::UpstreamRequest &request, const ProviderDefinition &provider, const ProviderKey *key,
                             std::string_view basePath)
{
    constexpr std::string_view collection = "/v1beta/models";
    Target target = targetOf(request.target, basePath);
    if (target.path == translation::vertexRankPath)
        return goToRanking(request, key, basePath);
    if (!target.path.starts_with(collection))
        return {};
    const std::string rest = target.path.substr(collection.size());
    if (rest.find("/operations/") != std::string::npos)
        return goToOperation(request, provider, key, basePath, rest);
    if (rest.empty() || rest.find(':') == std::string::npos) { // the list, or one model: the same for all projects
        target.path = "/v1beta1/publishers/google/models" + rest;
    } else if (isExpressKey(key)) {
        target.path = "/v1/publishers/google/models" + rest;
    } else {
        const auto location = locationOf(provider, key);
        if (!location)
            return unexpected(location.error());
        target.path = *location + "/publishers/google/models" + rest;
    }
    request.target = joined(basePath, target);
    return {};
}

Result<void> setMember(net::UpstreamRequest &request, std::string_view name, std::string_view json)
{
    auto edited = translation::setTopLevelMember(*request.body, name, json);
    if (!edited)
        return unexpected(edited.error());
    request.body = std::make_shared<const std::string>(std::move(*edited));
    return {};
}

Result<void> goToClaude(net::UpstreamRequest &request, const ProviderDefinition &provider, const ProviderKey *key,
                        std::string_view basePath, std::string_view model, bool isStream)
{
    const auto location = locationOf(provider, key);
    if (!location)
        return unexpected(location.error());
    Target target = targetOf(request.target, basePath);
    const bool isCount = target.path.ends_with("/count_tokens");
    const std::string models = *location + "/publishers/anthropic/models/";
    target.path = isCount ? models + "count-tokens:rawPredict"
                          : models + percentEncoded(model) + (isStream ? ":streamRawPredict" : ":rawPredict");
    target.query.clear(); // "?beta=true" of Anthropic's own clients
    request.target = joined(basePath, target);
    request.headers.remove("anthropic-version");
    if (!request.body)
        return {};
    if (!isCount) {
        auto shortened = translation::removeTopLevelMember(*request.body, "model");
        if (!shortened)
            return unexpected(shortened.error());
        request.body = std::make_shared<const std::string>(std::move(*shortened));
    }
    return setMember(request, "anthropic_version", translation::quoteJson(anthropicVersionOfVertex));
}

Result<void> goToModelGarden(net::UpstreamRequest &request, const ProviderDefinition &provider, const ProviderKey *key,
                             std::string_view basePath)
{
    constexpr std::string_view versionOne = "/v1";
    const auto location = locationOf(provider, key);
    if (!location)
        return unexpected(location.error());
    Target target = targetOf(request.target, basePath);
    if (target.path.starts_with(versionOne))
        target.path.erase(0, versionOne.size());
    target.path.insert(0, *location + "/endpoints/openapi");
    request.target = joined(basePath, target);
    return {};
}

Result<void> goToVertex(net::UpstreamRequest &request, const ProviderDefinition &provider, const ProviderKey *key,
                        std::string_view basePath, std::string_view model, bool isStream)
{
    switch (provider.family) {
    case DialectFamily::Anthropic: return goToClaude(request, provider, key, basePath, model, isStream);
    case DialectFamily::OpenAi: return goToModelGarden(request, provider, key, basePath);
    case DialectFamily::Gemini:
    case DialectFamily::Bedrock:
    case DialectFamily::Cohere: break;
    }
    return goToGoogleModel(request, provider, key, basePath);
}

// --- names

// A dialect names the model in the body, or as one segment of the path.
Result<void> useAlias(net::UpstreamRequest &request, std::string_view model, std::string_view alias)
{
    const std::string segment = "/" + percentEncoded(model);
    const auto place = request.target.find(segment);
    const auto end = place + segment.size();
    const bool isSegment = place != std::string::npos
                           && (end == request.target.size()
                               || std::string_view("/:?").find(request.target[end]) != std::string_view::npos);
    if (isSegment)
        request.target.replace(place + 1, segment.size() - 1, percentEncoded(alias));
    if (!request.body || request.body.upload() || isSegment)
        return {};
    const auto said = translation::topLevelMember(*request.body, "model");
    return said && *said ? setMember(request, "model", translation::quoteJson(alias)) : Result<void>();
}

// --- a path of its own

Result<void> goToOwnPath(net::UpstreamRequest &request, std::string_view place, std::string_view basePath)
{
    Target target = targetOf(request.target, basePath);
    if (place.starts_with('/')) {
        target.path = place;
        request.target = joined(basePath, target);
        return {};
    }
    // A whole URL, whose path is taken as it stands.
    const auto begin = place.find("://");
    const auto slash = begin == std::string_view::npos ? begin : place.find('/', begin + 3);
    const auto url = net::parseUpstreamUrl(place.substr(0, slash));
    if (!url)
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        "The path for this request cannot be used: " + url.error().message));
    if (const auto refusal = net::refusalOfHost(url->host))
        return unexpected(*refusal);
    auto route = std::make_shared<net::UpstreamRoute>(*request.route);
    route->scheme = url->scheme;
    route->host = url->host;
    route->port = url->port;
    request.route = std::move(route);
    target.path = slash == std::string_view::npos ? "/" : std::string(place.substr(slash));
    request.target = joined({}, target);
    return {};
}

} // namespace

std::string regionOf(const ProviderDefinition &provider, const ProviderKey *key)
{
    if (key && !key->region.empty())
        return key->region;
    return std::string(provider.hosting() == Hosting::Vertex ? regionOfVertex : config::defaultRegion);
}

Result<void> goToHost(net::UpstreamRequest &request, const ProviderDefinition &provider, const ProviderKey *key,
                      std::string_view basePath, const HostedCall &call)
{
    const std::string model = key ? key->nameThere(call.model) : std::string(call.model);
    if (model != call.model) {
        if (const auto renamed = useAlias(request, call.model, model); !renamed)
            return renamed;
    }
    switch (provider.hosting()) {
    case Hosting::Azure: return goToAzure(request, provider, key, basePath, model);
    case Hosting::Vertex: return goToVertex(request, provider, key, basePath, model, call.isStream);
    case Hosting::Own: break;
    }
    // replicate.com/docs/reference/http: what is said of models is said of deployments in the same words.
    if (provider.preset == "replicate" && placeOf(key).asksDeployments) {
        Target target = targetOf(request.target, basePath);
        target.path = translation::replicate::pathOfDeployment(std::move(target.path));
        request.target = joined(basePath, target);
    }
    const std::string_view place = provider.pathFor(call.request);
    return place.empty() ? Result<void>() : goToOwnPath(request, place, basePath);
}

std::optional<ProviderDefinition> faceOf(const ProviderDefinition &provider, DialectFamily family)
{
    if (family == provider.family)
        return std::nullopt;
    ProviderDefinition face = provider;
    face.keys.clear();
    face.family = family;
    return face;
}

} // namespace gateway::pipeline
