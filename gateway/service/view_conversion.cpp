#include "gateway/service/view_conversion.h"

#include "gateway/config/aws_key.h"
#include "gateway/net/upstream/upstream_url.h"

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

api::ProviderNetworkView networkView(const config::NetworkSettings &network)
{
    api::ProviderNetworkView view;
    view.baseUrl = toText(network.baseUrl);
    view.totalTimeoutSeconds = inSeconds(network.totalTimeout);
    view.connectTimeoutSeconds = inSeconds(network.connectTimeout);
    view.streamIdleTimeoutSeconds = inSeconds(network.streamIdleTimeout);
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
    key.lastFour.clear();
    key.valueProblem = "The value was entered for another address and is not sent to this one. Enter it again.";
}

bool isElsewhere(const std::string &from, const std::string &to)
{
    return authorityOf(from) != authorityOf(to) || losesEncryption(from, to);
}

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string toUtf8(const QString &text)
{
    return text.toStdString();
}

api::ProviderKeyView keyView(const config::ProviderKey &key, bool isInMemoryOnly)
{
    api::ProviderKeyView view;
    view.id = toText(key.id.value);
    view.name = toText(key.name);
    view.models = toTexts(key.models);
    view.blacklistedModels = toTexts(key.blacklistedModels);
    view.weight = key.weight;
    view.isEnabled = key.isEnabled;
    view.useForBatchApi = key.useForBatchApi;
    view.hasValue = !key.value.isEmpty();
    view.problem = toText(key.valueProblem);
    view.region = toText(key.region);
    if (key.source == config::KeySource::EnvironmentVariable) {
        view.environmentVariable = toText(key.environmentVariable);
        view.redactedValue = QStringLiteral("env.") + view.environmentVariable;
        return view;
    }
    view.redactedValue = toText(key.value.redacted());
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
    view.needsKey = provider.credentialScheme != config::CredentialScheme::None;
    view.isCustom = provider.isCustom;
    view.isEnabled = provider.isEnabled;
    view.network = networkView(provider.network);
    for (const config::ProviderKey &key : provider.keys)
        view.keys.append(keyView(key, isInMemoryOnly));
    view.extraJson = QByteArray::fromStdString(provider.extraJson);
    return view;
}

config::ProviderDefinition providerDefinition(const api::ProviderView &view, const config::ProviderDefinition *previous)
{
    config::ProviderDefinition provider;
    provider.id = {toUtf8(view.name.trimmed())};
    provider.title = toUtf8(view.title);
    provider.preset = toUtf8(view.preset);
    provider.family = translation::familyFromName(toUtf8(view.family)).value_or(translation::DialectFamily::OpenAi);
    provider.credentialScheme =
        view.needsKey ? config::usualCredentialScheme(provider.family) : config::CredentialScheme::None;
    provider.isCustom = view.isCustom;
    provider.isEnabled = view.isEnabled;
    provider.network = networkSettings(view.network);
    provider.extraJson = view.extraJson.toStdString();
    if (previous) {
        provider.keys = previous->keys;
        if (isElsewhere(previous->network.baseUrl, provider.network.baseUrl))
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
    summary.startedAt = QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(record.startedAt.time_since_epoch()).count(), Qt::UTC);
    summary.state = record.state;
    summary.client = toText(record.client);
    summary.operation = toText(record.operation);
    summary.dialect = toText(record.dialect);
    summary.askedModel = toText(record.askedModel);
    summary.provider = toText(record.provider);
    summary.model = toText(record.model);
    summary.keyName = toText(record.keyName);
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

storage::HistoryQuery historyQuery(const api::HistoryQuery &query)
{
    storage::HistoryQuery stored;
    stored.beforeSequence = query.beforeSequence;
    stored.limit = query.limit;
    stored.text = toUtf8(query.text);
    stored.states = toStrings(query.states);
    stored.providers = toStrings(query.providers);
    stored.models = toStrings(query.models);
    stored.offset = query.offset;
    stored.oldestFirst = query.oldestFirst;
    const auto moment = [](const QDateTime &time) -> std::optional<WallTime> {
        if (!time.isValid())
            return std::nullopt;
        return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
    };
    stored.startedFrom = moment(query.startedFrom);
    stored.startedUntil = moment(query.startedUntil);
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
