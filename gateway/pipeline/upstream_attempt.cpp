#include "gateway/pipeline/upstream_attempt.h"

#include "gateway/base/percent_encoding.h"
#include "gateway/base/secret_masker.h"
#include "gateway/net/upstream/credential_signer.h"
#include "gateway/net/upstream/upstream_url.h"
#include "gateway/pipeline/forwarded_headers.h"
#include "gateway/pipeline/loop_guard.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/dialects/openai_chat/server_traits.h"
#include "gateway/translation/json/top_level_editor.h"

#include <vector>

namespace gateway::pipeline {

namespace {

using config::CredentialScheme;
using config::ProviderDefinition;
using translation::DialectFamily;

// The version of the Messages API that a request without the header means
// (docs.anthropic.com/en/api/versioning).
constexpr std::string_view anthropicVersion = "2023-06-01";

net::ProxyMode proxyMode(config::ProxyKind kind)
{
    switch (kind) {
    case config::ProxyKind::System: return net::ProxyMode::System;
    case config::ProxyKind::None: return net::ProxyMode::None;
    case config::ProxyKind::Http: return net::ProxyMode::Http;
    case config::ProxyKind::Socks5: return net::ProxyMode::Socks5;
    }
    return net::ProxyMode::System;
}

// "http://host:port", "socks5://host:port" or "host:port".
Result<net::UpstreamUrl> parseProxy(std::string_view text)
{
    const auto mark = text.find("://");
    if (mark != std::string_view::npos)
        text.remove_prefix(mark + 3);
    auto url = net::parseUpstreamUrl("http://" + std::string(text));
    if (!url)
        return unexpected(
            Error::client(ErrorCode::InvalidRequest, "The proxy's address cannot be used: " + url.error().message));
    return url;
}

net::SigningScheme signingScheme(CredentialScheme scheme)
{
    switch (scheme) {
    case CredentialScheme::Bearer: return net::SigningScheme::Bearer;
    case CredentialScheme::XApiKey: return net::SigningScheme::XApiKey;
    case CredentialScheme::XGoogApiKey: return net::SigningScheme::XGoogApiKey;
    case CredentialScheme::AwsSigV4: // signed when the body is known
    case CredentialScheme::None: return net::SigningScheme::None;
    }
    return net::SigningScheme::None;
}

// Metering needs the usage of a stream; OpenAI chat tells it only when asked.
Result<translation::TextEdit> askForStreamUsage(std::string_view body, const translation::RequestFacts &facts)
{
    const std::string options = R"({"include_usage":true})";
    const auto [offset, size] = facts.streamOptionsPlace;
    if (size == 0)
        return translation::TextEdit{facts.endOfMembers, 0, R"(,"stream_options":)" + options};
    if (!facts.hasStreamOptions) // null
        return translation::TextEdit{offset, size, options};
    auto edited = translation::setTopLevelMember(body.substr(offset, size), "include_usage", "true");
    if (!edited)
        return unexpected(edited.error());
    return translation::TextEdit{offset, size, std::move(*edited)};
}

// Many chat clients still say max_tokens, which OpenAI refuses for the models that reason
// (platform.openai.com/docs/api-reference/chat/create).
Result<net::UpstreamBody> withNewNameOfTheLimit(AttemptContext &attempt, net::UpstreamBody body)
{
    constexpr std::string_view oldName = "max_tokens";
    constexpr std::string_view newName = "max_completion_tokens";
    const auto traits = translation::openai_chat::traitsOf(attempt.target.provider->preset, attempt.target.model);
    const bool isChat = attempt.request.endpoint.dialect == translation::DialectId::OpenAiChat;
    if (!isChat || !traits.isOpenAi || !traits.isReasoningModel || body->find(oldName) == std::string::npos
        || body->find(newName) != std::string::npos)
        return body;
    const auto limit = translation::topLevelMember(*body, oldName);
    if (!limit || !*limit || **limit == "null")
        return body;
    const auto shortened = translation::removeTopLevelMember(*body, oldName);
    if (!shortened)
        return unexpected(shortened.error());
    auto renamed = translation::setTopLevelMember(*shortened, newName, **limit);
    if (!renamed)
        return unexpected(renamed.error());
    attempt.notes.emplace_back("Renamed max_tokens to max_completion_tokens: the model refuses the old name.");
    return std::make_shared<const std::string>(std::move(*renamed));
}

// The client's bytes themselves when nothing has to change, or one name only.
Result<net::UpstreamBody> editBody(AttemptContext &attempt)
{
    const RequestContext &context = attempt.request;
    const net::SharedBytes &body = context.exchange->request().body;
    const translation::RequestFacts &facts = context.facts;
    std::vector<translation::TextEdit> edits;
    if (context.endpoint.pathModel.empty() && facts.model != attempt.target.model)
        edits.push_back({facts.modelPlace.offset, facts.modelPlace.size, translation::quoteJson(attempt.target.model)});
    const bool isChatStream = context.endpoint.dialect == translation::DialectId::OpenAiChat && facts.isStream;
    attempt.mustWithholdUsageFrame = isChatStream && !facts.asksForStreamUsage;
    if (attempt.mustWithholdUsageFrame) {
        auto edit = askForStreamUsage(*body, facts);
        if (!edit)
            return unexpected(edit.error());
        const bool isBehindModel = edits.empty() || edit->offset > edits.front().offset;
        edits.insert(isBehindModel ? edits.end() : edits.begin(), std::move(*edit));
        attempt.notes.emplace_back("Added stream_options.include_usage to learn what the stream used; the extra "
                                   "usage event was kept from the client.");
    }
    if (edits.size() == 1 && !facts.hasFallbacks) {
        translation::TextEdit &edit = edits.front();
        return withNewNameOfTheLimit(attempt, {body, edit.offset, edit.size, std::move(edit.replacement)});
    }
    net::SharedBytes edited =
        edits.empty() ? body : std::make_shared<const std::string>(translation::withEdits(*body, edits));
    if (facts.hasFallbacks) {
        auto shortened = translation::removeTopLevelMember(*edited, "fallbacks");
        if (!shortened)
            return unexpected(shortened.error());
        edited = std::make_shared<const std::string>(std::move(*shortened));
    }
    return withNewNameOfTheLimit(attempt, std::move(edited));
}

// The model's name becomes one segment of the path, whatever is in it.
std::string withModel(const routing::Endpoint &endpoint, std::string_view model)
{
    std::string path(endpoint.upstreamPath);
    constexpr std::string_view variable = "{model}";
    if (const auto place = path.find(variable); place != std::string::npos)
        path.replace(place, variable.size(), percentEncoded(model));
    return path;
}

std::string targetPath(const AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    std::string target = net::joinUpstreamPath(address.basePath, withModel(context.endpoint, attempt.target.model));
    const std::string query = withoutKeyParameters(context.exchange->request().query());
    if (!query.empty()) {
        target += '?';
        target += query;
    }
    return target;
}

} // namespace

Result<void> addProviderHeaders(HeaderList &headers, const ProviderDefinition &provider, const config::ProviderKey *key)
{
    const auto scheme = key ? signingScheme(provider.credentialScheme) : net::SigningScheme::None;
    const auto isSigned = net::signRequest(headers, scheme, key ? key->value : SecretString());
    if (!isSigned)
        return unexpected(isSigned.error());
    if (provider.family == DialectFamily::Anthropic && !headers.contains("anthropic-version"))
        headers.add("anthropic-version", std::string(anthropicVersion));
    // Last, so that a provider with a credential of its own kind can be set up.
    for (const HeaderField &field : provider.network.extraHeaders)
        headers.set(field.name, field.value);
    return {};
}

Result<ProviderAddress> addressOf(const ProviderDefinition &provider)
{
    auto url = net::parseUpstreamUrl(provider.network.baseUrl);
    if (!url)
        return unexpected(url.error());
    auto route = std::make_shared<net::UpstreamRoute>();
    route->scheme = url->scheme;
    route->host = url->host;
    route->port = url->port;
    route->caCertificatePem = provider.network.caCertificatePem;
    route->skipTlsVerification = provider.network.skipTlsVerification;
    route->allowHttp2 = provider.network.allowHttp2;
    route->connectTimeout = provider.network.connectTimeout;
    route->proxyMode = proxyMode(provider.network.proxy.kind);
    if (route->proxyMode == net::ProxyMode::Http || route->proxyMode == net::ProxyMode::Socks5) {
        const auto proxy = parseProxy(provider.network.proxy.url);
        if (!proxy)
            return unexpected(proxy.error());
        route->proxyHost = proxy->host;
        route->proxyPort = proxy->port;
        route->proxyUsername = provider.network.proxy.username;
        route->proxyPassword = std::string(provider.network.proxy.password.reveal());
    }
    return ProviderAddress{std::move(route), url->basePath};
}

ProviderAddresses::ProviderAddresses(const config::ConfigSnapshot &snapshot)
{
    for (const ProviderDefinition &provider : snapshot.providers)
        m_addresses.emplace(provider.id, addressOf(provider));
}

Result<ProviderAddress> ProviderAddresses::find(const ProviderId &id) const
{
    const auto found = m_addresses.find(id);
    if (found == m_addresses.end())
        return unexpected(Error::internal(ErrorCode::Internal, "The provider is not part of this configuration."));
    return found->second;
}

Result<net::UpstreamRequest> encodeAttempt(AttemptContext &attempt, const ProviderAddress &address)
{
    const auto &dialect = attempt.request.endpoint.dialect;
    const bool isTranslated = dialect && (attempt.mustTranslate || !attempt.target.provider->speaks(*dialect));
    auto request = isTranslated ? encodeTranslated(attempt, address) : encodePassthrough(attempt, address);
    if (request)
        markHop(request->headers, attempt.request.exchange->request().headers);
    return request;
}

Result<net::UpstreamRequest> encodePassthrough(AttemptContext &attempt, const ProviderAddress &address)
{
    auto body = editBody(attempt);
    if (!body)
        return unexpected(body.error());
    const ProviderDefinition &provider = *attempt.target.provider;
    const net::HttpRequest &asked = attempt.request.exchange->request();
    net::UpstreamRequest request;
    request.route = address.route;
    request.method = asked.method;
    request.target = targetPath(attempt, address);
    request.headers = forwardedRequestHeaders(asked.headers);
    // Event streams are read frame by frame, so they must come plain; so must what a record keeps readable.
    request.headers.set("Accept-Encoding", "identity");
    if (const auto added = addProviderHeaders(request.headers, provider, attempt.target.key); !added)
        return unexpected(added.error());
    if (attempt.target.usesCallersCredential)
        request.headers.set("Authorization", std::string(asked.headers.value("authorization")));
    request.body = std::move(*body);
    setTimeouts(request, attempt);
    return request;
}

void setTimeouts(net::UpstreamRequest &request, const AttemptContext &attempt)
{
    const config::NetworkSettings &network = attempt.target.provider->network;
    request.firstByteTimeout = network.totalTimeout;
    request.idleTimeout = attempt.request.facts.isStream ? network.streamIdleTimeout : network.totalTimeout;
}

Result<net::UpstreamRequest> encodeOwnRequest(const ProviderDefinition &provider, const config::ProviderKey *key,
                                              const ProviderAddress &address, std::string_view method,
                                              std::string_view target)
{
    net::UpstreamRequest request;
    request.route = address.route;
    request.method = std::string(method);
    request.target = net::joinUpstreamPath(address.basePath, target);
    request.headers.add("Accept", "application/json");
    request.headers.add("Accept-Encoding", "identity");
    request.headers.add("User-Agent", "Bilrost/" BILROST_VERSION);
    if (const auto added = addProviderHeaders(request.headers, provider, key); !added)
        return unexpected(added.error());
    request.firstByteTimeout = std::chrono::seconds(20);
    request.idleTimeout = std::chrono::seconds(20);
    return request;
}

} // namespace gateway::pipeline
