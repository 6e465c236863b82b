#include "gateway/service/view_conversion.h"

#include "gateway/config/aws_key.h"
#include "gateway/net/upstream/upstream_url.h"
#include "gateway/service/utc_time.h"

#include <algorithm>

namespace gateway::service {

namespace {

std::vector<std::string> toStrings(const QStringList &list)
{
    std::vector<std::string> strings;
    for (const QString &entry : list)
        strings.push_back(toUtf8(entry));
    return strings;
}

QStringList toTexts(const std::vector<std::string> &strings)
{
    QStringList list;
    for (const std::string &entry : strings)
        list.append(toText(entry));
    return list;
}

QString proxyKindName(config::ProxyKind kind)
{
    switch (kind) {
    case config::ProxyKind::System: return QStringLiteral("system");
    case config::ProxyKind::None: return QStringLiteral("none");
    case config::ProxyKind::Http: return QStringLiteral("http");
    case config::ProxyKind::Socks5: return QStringLiteral("socks5");
    }
    return {};
}

config::ProxyKind proxyKindFromName(const QString &name)
{
    for (const auto kind : {config::ProxyKind::None, config::ProxyKind::Http, config::ProxyKind::Socks5}) {
        if (proxyKindName(kind) == name)
            return kind;
    }
    return config::ProxyKind::System;
}

int inSeconds(std::chrono::milliseconds duration)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(duration).count());
}

int secondsOrNone(const config::AttemptLimits::Limit &limit)
{
    return limit ? inSeconds(*limit) : 0;
}

config::AttemptLimits::Limit limitOfSeconds(int seconds)
{
    return seconds > 0 ? config::AttemptLimits::Limit(std::chrono::seconds(seconds)) : std::nullopt;
}

std::optional<int> inMilliseconds(const config::AttemptLimits::Limit &limit)
{
    return limit ? std::optional(static_cast<int>(limit->count())) : std::nullopt;
}

config::AttemptLimits::Limit limitOf(const std::optional<int> &milliseconds)
{
    return milliseconds ? config::AttemptLimits::Limit(std::chrono::milliseconds(*milliseconds)) : std::nullopt;
}

} // namespace

api::LimitsView limitsView(const config::AttemptLimits &limits)
{
    return {inMilliseconds(limits.connect), inMilliseconds(limits.head), inMilliseconds(limits.firstToken),
            inMilliseconds(limits.idle), inMilliseconds(limits.total)};
}

config::AttemptLimits limitsFromView(const api::LimitsView &view)
{
    return {limitOf(view.connectMs), limitOf(view.headMs), limitOf(view.firstTokenMs), limitOf(view.idleMs),
            limitOf(view.totalMs)};
}

namespace {

api::ProviderNetworkView networkView(const config::NetworkSettings &network)
{
    api::ProviderNetworkView view;
    view.baseUrl = toText(network.baseUrl);
    view.totalTimeoutSeconds = inSeconds(network.totalTimeout);
    view.connectTimeoutSeconds = inSeconds(network.connectTimeout);
    view.streamIdleTimeoutSeconds = inSeconds(network.streamIdleTimeout);
    view.headTimeoutSeconds = secondsOrNone(network.headTimeout);
    view.firstTokenTimeoutSeconds = secondsOrNone(network.firstTokenTimeout);
    view.streamTimeoutSeconds = secondsOrNone(network.streamTimeout);
    for (const config::ModelLimits &entry : network.modelLimits)
        view.modelLimits.append({toText(entry.model), limitsView(entry.limits)});
    view.maxRetries = network.maxRetries;
    view.firstBackoffMs = static_cast<int>(network.firstBackoff.count());
    view.longestBackoffMs = static_cast<int>(network.longestBackoff.count());
    for (const HeaderField &field : network.extraHeaders)
        view.extraHeaders.append({toText(field.name), toText(field.value)});
    view.proxyKind = proxyKindName(network.proxy.kind);
    view.proxyUrl = toText(network.proxy.url);
    view.proxyUsername = toText(network.proxy.username);
    view.caCertificatePem = toText(network.caCertificatePem);
    view.skipTlsVerification = network.skipTlsVerification;
    view.allowHttp2 = network.allowHttp2;
    return view;
}

config::NetworkSettings networkSettings(const api::ProviderNetworkView &view)
{
    config::NetworkSettings network;
    network.baseUrl = toUtf8(view.baseUrl.trimmed());
    network.totalTimeout = std::chrono::seconds(view.totalTimeoutSeconds);
    network.connectTimeout = std::chrono::seconds(view.connectTimeoutSeconds);
    network.streamIdleTimeout = std::chrono::seconds(view.streamIdleTimeoutSeconds);
    network.headTimeout = limitOfSeconds(view.headTimeoutSeconds);
    network.firstTokenTimeout = limitOfSeconds(view.firstTokenTimeoutSeconds);
    network.streamTimeout = limitOfSeconds(view.streamTimeoutSeconds);
    for (const api::ModelLimitsView &entry : view.modelLimits) {
        if (!entry.model.trimmed().isEmpty())
            network.modelLimits.push_back({toUtf8(entry.model.trimmed()), limitsFromView(entry.limits)});
    }
    network.maxRetries = view.maxRetries;
    network.firstBackoff = std::chrono::milliseconds(view.firstBackoffMs);
    network.longestBackoff = std::chrono::milliseconds(view.longestBackoffMs);
    for (const auto &[name, value] : view.extraHeaders)
        network.extraHeaders.add(toUtf8(name), toUtf8(value));
    network.proxy.kind = proxyKindFromName(view.proxyKind);
    network.proxy.url = toUtf8(view.proxyUrl);
    network.proxy.username = toUtf8(view.proxyUsername);
    network.caCertificatePem = toUtf8(view.caCertificatePem);
    network.skipTlsVerification = view.skipTlsVerification;
    network.allowHttp2 = view.allowHttp2;
    return network;
}

QString redactedPart(const SecretString &part)
{
    return toText(config::environmentVariableOf(part.reveal()).empty() ? part.redacted() : part.reveal());
}

// What a stored secret is bound to. An address that cannot be read is bound to nothing else.
std::string authorityOf(const std::string &url)
{
    const auto parsed = net::parseUpstreamUrl(url);
    return parsed ? net::authorityOf(parsed->scheme, parsed->host, parsed->port) : url;
}

// Plain http where https was: the secret would be readable on the way.
bool losesEncryption(const std::string &from, const std::string &to)
{
    return from.starts_with("https:") && to.starts_with("http:");
}

} // namespace

void forgetStoredValue(config::ProviderKey &key)
{
    if (key.source != config::KeySource::SecretStore)
        return;
    key.value = {};
    key.aws = {};
    key.tokenGrant.reset();
    key.lastFour.clear();
    key.valueProblem = "The value was entered for another address and is not sent to this one. Enter it again.";
}

bool isElsewhere(const std::string &from, const std::string &to)
{
    return authorityOf(from) != authorityOf(to) || losesEncryption(from, to);
}

bool goesElsewhere(const config::ProviderDefinition &from, const config::ProviderDefinition &to)
{
    if (isElsewhere(from.network.baseUrl, to.network.baseUrl))
        return true;
    const auto isKnown = [&from](const std::string &url) {
        return !isElsewhere(from.network.baseUrl, url)
               || std::any_of(from.pathOverrides.begin(), from.pathOverrides.end(),
                              [&url](const auto &known) { return !isElsewhere(known.second, url); });
    };
    return std::any_of(to.pathOverrides.begin(), to.pathOverrides.end(),
                       [&isKnown](const auto &each) { return !each.second.starts_with('/') && !isKnown(each.second); });
}

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string toUtf8(const QString &text)
{
    return text.toStdString();
}

namespace {

api::KeyPlaceView placeView(const config::KeyPlace &place)
{
    return {{},
            toText(place.endpoint),
            toText(place.apiVersion),
            toText(place.project),
            toText(place.tenantId),
            toText(place.clientId),
            toText(place.scope),
            toText(place.tokenUrl),
            toText(place.profile),
            toText(place.roleArn),
            toText(place.externalId),
            toText(place.sessionName),
            toText(place.credentialSource),
            toText(place.batchBuckets),
            toText(place.batchRole),
            place.asksDeployments};
}

QString placeKind(const config::ProviderDefinition &provider)
{
    switch (provider.credentialScheme) {
    case config::CredentialScheme::AzureKey: return QStringLiteral("azure");
    case config::CredentialScheme::GoogleCloud: return QStringLiteral("vertex");
    case config::CredentialScheme::AwsSigV4: return QStringLiteral("bedrock");
    case config::CredentialScheme::Bearer:
    case config::CredentialScheme::XApiKey:
    case config::CredentialScheme::XGoogApiKey:
    case config::CredentialScheme::XiApiKey:
    case config::CredentialScheme::QueryKey:
    case config::CredentialScheme::None: return toText(provider.preset);
    }
    return {};
}

} // namespace

api::ProviderKeyView keyView(const config::ProviderKey &key, bool isInMemoryOnly,
                             const config::ProviderDefinition *provider)
{
    api::ProviderKeyView view;
    view.id = toText(key.id.value);
    view.name = toText(key.name);
    view.models = toTexts(key.models);
    view.blacklistedModels = toTexts(key.blacklistedModels);
    view.weight = key.weight;
    view.isEnabled = key.isEnabled;
    view.useForBatchApi = key.useForBatchApi;
    view.hasValue = key.hasCredential();
    view.problem = toText(key.valueProblem);
    view.region = toText(key.region);
    view.place = placeView(key.place);
    if (provider)
        view.place.kind = placeKind(*provider);
    for (const auto &[model, name] : key.aliases)
        view.aliases.append({toText(model), toText(name)});
    if (key.source == config::KeySource::EnvironmentVariable) {
        view.environmentVariable = toText(key.environmentVariable);
        view.redactedValue = QStringLiteral("env.") + view.environmentVariable;
        return view;
    }
    if (key.source == config::KeySource::AwsProfile) {
        view.isFoundByAws = true;
        view.redactedValue = !view.place.credentialSource.isEmpty() ? view.place.credentialSource
                             : view.place.profile.isEmpty()         ? QStringLiteral("AWS environment")
                                                                    : QStringLiteral("profile ") + view.place.profile;
        view.lastFour = toText(key.lastFour);
        return view;
    }
    if (key.source == config::KeySource::GoogleDefault) {
        view.isFoundByGoogle = true;
        view.redactedValue = QStringLiteral("application default credentials");
        return view;
    }
    // Of a key file the account is shown: the end of its text says nothing.
    const bool isKeyFile = key.tokenGrant
                           && (key.tokenGrant->kind == TokenGrant::Kind::ServiceAccount
                               || key.tokenGrant->kind == TokenGrant::Kind::RefreshToken);
    view.redactedValue = toText(isKeyFile ? key.tokenGrant->clientId : key.value.redacted());
    if (const auto parts = config::unpackAwsKey(key.value)) {
        view.aws = {redactedPart(parts->accessKeyId), redactedPart(parts->secretAccessKey),
                    redactedPart(parts->sessionToken)};
        view.redactedValue = view.aws->accessKey;
    }
    view.lastFour = toText(key.lastFour);
    view.isInMemoryOnly = isInMemoryOnly;
    return view;
}

api::ProviderView providerView(const config::ProviderDefinition &provider, bool isInMemoryOnly)
{
    api::ProviderView view;
    view.name = toText(provider.id.value);
    view.title = provider.title.empty() ? view.name : toText(provider.title);
    view.preset = toText(provider.preset);
    view.family = toText(translation::familyName(provider.family));
    view.credential = toText(config::unusualCredentialName(provider.credentialScheme));
    view.needsKey = provider.credentialScheme != config::CredentialScheme::None;
    view.isCustom = provider.isCustom;
    view.isEnabled = provider.isEnabled;
    view.network = networkView(provider.network);
    for (const config::ProviderKey &key : provider.keys)
        view.keys.append(keyView(key, isInMemoryOnly, &provider));
    view.extraJson = QByteArray::fromStdString(provider.extraJson);
    if (provider.allowedRequests)
        view.allowedRequests = toTexts(*provider.allowedRequests);
    for (const auto &[request, place] : provider.pathOverrides)
        view.pathOverrides.append({toText(request), toText(place)});
    return view;
}

namespace {

config::CredentialScheme schemeOf(const api::ProviderView &view, translation::DialectFamily family)
{
    if (!view.needsKey)
        return config::CredentialScheme::None;
    return config::unusualCredentialFromName(toUtf8(view.credential)).value_or(config::usualCredentialScheme(family));
}

} // namespace

config::ProviderDefinition providerDefinition(const api::ProviderView &view, const config::ProviderDefinition *previous)
{
    config::ProviderDefinition provider;
    provider.id = {toUtf8(view.name.trimmed())};
    provider.title = toUtf8(view.title);
    provider.preset = toUtf8(view.preset);
    provider.family = translation::familyFromName(toUtf8(view.family)).value_or(translation::DialectFamily::OpenAi);
    provider.credentialScheme = schemeOf(view, provider.family);
    if (view.allowedRequests)
        provider.allowedRequests = toStrings(*view.allowedRequests);
    for (const auto &[request, place] : view.pathOverrides)
        provider.pathOverrides.emplace(toUtf8(request), toUtf8(place));
    provider.isCustom = view.isCustom;
    provider.isEnabled = view.isEnabled;
    provider.network = networkSettings(view.network);
    provider.extraJson = view.extraJson.toStdString();
    if (previous) {
        provider.keys = previous->keys;
        if (goesElsewhere(*previous, provider))
            std::for_each(provider.keys.begin(), provider.keys.end(), forgetStoredValue);
        provider.network.proxy.password = previous->network.proxy.password;
        provider.network.proxy.hasStoredPassword = previous->network.proxy.hasStoredPassword;
    }
    return provider;
}

api::RequestSummary requestSummary(const RequestRecord &record, std::int64_t sequence)
{
    api::RequestSummary summary;
    summary.id = toText(record.id.value);
    summary.sequence = sequence;
    summary.startedAt = inUtc(record.startedAt);
    summary.state = record.state;
    summary.client = toText(record.client);
    summary.operation = toText(record.operation);
    summary.dialect = toText(record.dialect);
    summary.askedModel = toText(record.askedModel);
    summary.provider = toText(record.provider);
    summary.model = toText(record.model);
    summary.keyName = toText(record.keyName);
    summary.keyId = toText(record.keyId);
    summary.sessionId = toText(record.sessionId);
    summary.status = record.status;
    summary.finishReason = toText(record.finishReason);
    summary.errorCode = toText(record.errorCode);
    summary.errorText = toText(record.errorText);
    summary.isStream = record.isStream;
    summary.attempts = static_cast<int>(record.attempts.size());
    if (!record.attempts.empty() && record.attempts.front().provider != record.provider)
        summary.firstProvider = toText(record.attempts.front().provider);
    summary.firstByteAt = record.firstByteAt;
    summary.duration = record.duration;
    const TokenUsage &usage = record.usage;
    if (usage.uncachedInput || usage.cacheRead || usage.cacheWrite)
        summary.inputTokens =
            usage.uncachedInput.value_or(0) + usage.cacheRead.value_or(0) + usage.cacheWrite.value_or(0);
    if (usage.cacheRead)
        summary.cachedTokens = *usage.cacheRead;
    if (usage.output)
        summary.outputTokens = *usage.output;
    summary.requestBytes = static_cast<qint64>(record.requestBytes);
    summary.responseBytes = static_cast<qint64>(record.responseBytes);
    summary.virtualKeyName = toText(record.virtualKeyName);
    summary.virtualKeyId = toText(record.virtualKeyId);
    summary.cost = record.cost;
    summary.unpricedAttempts = record.unpricedAttempts;
    return summary;
}

api::HistoryPage historyPage(const storage::HistoryPage &page)
{
    api::HistoryPage view;
    for (const storage::StoredRecord &stored : page.records)
        view.rows.append(requestSummary(stored.record, stored.sequence));
    view.hasMore = page.hasMore;
    view.totalStored = page.totalStored;
    view.matching = page.matching;
    return view;
}

namespace {

storage::HistoryMeasures measuresOf(const api::HistoryMeasures &view)
{
    const auto precise = [](const std::optional<std::chrono::milliseconds> &duration) {
        return duration ? std::optional<Microseconds>(*duration) : std::nullopt;
    };
    return {precise(view.leastDuration),
            precise(view.mostDuration),
            view.leastTokens,
            view.mostTokens,
            view.leastCost,
            view.mostCost,
            view.isUnpricedOnly};
}

std::vector<storage::KeyChoice> keyChoices(const QList<api::KeyChoice> &views)
{
    std::vector<storage::KeyChoice> choices;
    for (const api::KeyChoice &view : views)
        choices.push_back({toUtf8(view.id), toUtf8(view.name)});
    return choices;
}

} // namespace

storage::HistoryQuery historyQuery(const api::HistoryQuery &query)
{
    storage::HistoryQuery stored;
    stored.beforeSequence = query.beforeSequence;
    stored.limit = query.limit;
    stored.text = toUtf8(query.text);
    stored.states = toStrings(query.states);
    stored.providers = toStrings(query.providers);
    stored.models = toStrings(query.models);
    stored.askedModels = toStrings(query.askedModels);
    stored.operations = toStrings(query.operations);
    stored.finishReasons = toStrings(query.finishReasons);
    stored.keys = keyChoices(query.keys);
    stored.virtualKeys = keyChoices(query.virtualKeys);
    stored.clients = toStrings(query.clients);
    stored.sessionIds = toStrings(query.sessionIds);
    stored.requestIds = toStrings(query.requestIds);
    stored.errorCodes = toStrings(query.errorCodes);
    stored.statuses.assign(query.statuses.begin(), query.statuses.end());
    stored.measures = measuresOf(query.measures);
    stored.order = static_cast<storage::HistoryOrder>(query.order);
    stored.offset = query.offset;
    stored.oldestFirst = query.oldestFirst;
    stored.startedFrom = wallTime(query.startedFrom);
    stored.startedUntil = wallTime(query.startedUntil);
    return stored;
}

api::CaptureLevel captureLevelView(config::CaptureLevel level)
{
    switch (level) {
    case config::CaptureLevel::Metadata: return api::CaptureLevel::Metadata;
    case config::CaptureLevel::Errors: return api::CaptureLevel::Errors;
    case config::CaptureLevel::Everything: return api::CaptureLevel::Everything;
    }
    return api::CaptureLevel::Everything;
}

config::CaptureLevel captureLevelFromView(api::CaptureLevel level)
{
    switch (level) {
    case api::CaptureLevel::Metadata: return config::CaptureLevel::Metadata;
    case api::CaptureLevel::Errors: return config::CaptureLevel::Errors;
    case api::CaptureLevel::Everything: return config::CaptureLevel::Everything;
    }
    return config::CaptureLevel::Everything;
}

} // namespace gateway::service
