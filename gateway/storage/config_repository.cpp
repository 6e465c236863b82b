#include "gateway/storage/config_repository.h"

#include "gateway/storage/config_names.h"
#include "gateway/storage/governance_repository.h"
#include "gateway/storage/hosting_codec.h"
#include "gateway/storage/json_text.h"
#include "gateway/storage/limits_text.h"
#include "gateway/storage/resilience_repository.h"
#include "gateway/storage/retention_repository.h"
#include "gateway/storage/routing_rule_repository.h"
#include "gateway/storage/sqlite_file.h"

#include <nlohmann/json.hpp>

namespace gateway::storage {

namespace {

using config::ProviderDefinition;
using config::ProviderKey;

constexpr std::string_view selectProviders =
    "SELECT id, title, preset, family, credential_scheme, is_custom, is_enabled, base_url, total_timeout_ms,"
    " connect_timeout_ms, stream_idle_timeout_ms, max_retries, extra_headers, proxy_kind, proxy_url, proxy_username,"
    " has_proxy_password, ca_certificate_pem, skip_tls_verification, allow_http2, extra_json, first_backoff_ms,"
    " longest_backoff_ms, limits, model_limits, allowed_requests, path_overrides"
    " FROM providers ORDER BY id";

// An update in place instead of REPLACE: that would delete the row and, with it, the keys.
constexpr std::string_view upsertProvider =
    "INSERT INTO providers (id, title, preset, family, credential_scheme, is_custom, is_enabled, base_url,"
    " total_timeout_ms, connect_timeout_ms, stream_idle_timeout_ms, max_retries, extra_headers, proxy_kind, proxy_url,"
    " proxy_username, has_proxy_password, ca_certificate_pem, skip_tls_verification, allow_http2, extra_json,"
    " first_backoff_ms, longest_backoff_ms, limits, model_limits, allowed_requests, path_overrides) VALUES (?1, ?2, ?3,"
    " ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)"
    " ON CONFLICT (id) DO UPDATE SET title = ?2, preset = ?3, family = ?4, credential_scheme = ?5, is_custom = ?6,"
    " is_enabled = ?7, base_url = ?8, total_timeout_ms = ?9, connect_timeout_ms = ?10, stream_idle_timeout_ms = ?11,"
    " max_retries = ?12, extra_headers = ?13, proxy_kind = ?14, proxy_url = ?15, proxy_username = ?16,"
    " has_proxy_password = ?17, ca_certificate_pem = ?18, skip_tls_verification = ?19, allow_http2 = ?20,"
    " extra_json = ?21, first_backoff_ms = ?22, longest_backoff_ms = ?23, limits = ?24, model_limits = ?25,"
    " allowed_requests = ?26, path_overrides = ?27";

constexpr std::string_view selectKeys =
    "SELECT id, name, source, environment_variable, last_four, models, blacklisted_models, weight, is_enabled,"
    " use_for_batch_api, region, place, aliases FROM provider_keys WHERE provider_id = ? ORDER BY position";

constexpr std::string_view insertKey =
    "INSERT INTO provider_keys (id, name, source, environment_variable, last_four, models, blacklisted_models, weight,"
    " is_enabled, use_for_batch_api, region, provider_id, position, place, aliases)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

ProviderDefinition providerFromRow(const SqliteStatement &row)
{
    ProviderDefinition provider;
    provider.id.value = row.text(0);
    provider.title = row.text(1);
    provider.preset = row.text(2);
    provider.family = translation::familyFromName(row.bytes(3)).value_or(translation::DialectFamily::OpenAi);
    provider.credentialScheme = fromStoredName<config::CredentialScheme>(row.bytes(4));
    provider.isCustom = row.boolean(5);
    provider.isEnabled = row.boolean(6);
    config::NetworkSettings &network = provider.network;
    network.baseUrl = row.text(7);
    network.totalTimeout = std::chrono::milliseconds(row.integer(8));
    network.connectTimeout = std::chrono::milliseconds(row.integer(9));
    network.streamIdleTimeout = std::chrono::milliseconds(row.integer(10));
    network.maxRetries = static_cast<int>(row.integer(11));
    network.extraHeaders = headersFromJson(parseJson(row.bytes(12)));
    network.proxy.kind = fromStoredName<config::ProxyKind>(row.bytes(13));
    network.proxy.url = row.text(14);
    network.proxy.username = row.text(15);
    network.proxy.hasStoredPassword = row.boolean(16);
    network.caCertificatePem = row.text(17);
    network.skipTlsVerification = row.boolean(18);
    network.allowHttp2 = row.boolean(19);
    provider.extraJson = row.text(20);
    network.firstBackoff = std::chrono::milliseconds(row.integer(21));
    network.longestBackoff = std::chrono::milliseconds(row.integer(22));
    const config::AttemptLimits limits = limitsFromJson(parseJson(row.bytes(23)));
    network.headTimeout = limits.head;
    network.firstTokenTimeout = limits.firstToken;
    network.streamTimeout = limits.total;
    network.modelLimits = modelLimitsFromJson(parseJson(row.bytes(24)));
    provider.allowedRequests = requestsFromJson(row.bytes(25));
    provider.pathOverrides = namesFromJson(row.bytes(26));
    return provider;
}

ProviderKey keyFromRow(const SqliteStatement &row)
{
    ProviderKey key;
    key.id.value = row.text(0);
    key.name = row.text(1);
    key.source = fromStoredName<config::KeySource>(row.bytes(2));
    key.environmentVariable = row.text(3);
    key.lastFour = row.text(4);
    key.models = stringsFromJson(parseJson(row.bytes(5)));
    key.blacklistedModels = stringsFromJson(parseJson(row.bytes(6)));
    key.weight = row.real(7);
    key.isEnabled = row.boolean(8);
    key.useForBatchApi = row.boolean(9);
    key.region = row.text(10);
    key.place = placeFromJson(row.bytes(11));
    key.aliases = namesFromJson(row.bytes(12));
    return key;
}

std::string jsonOf(const std::vector<std::string> &strings)
{
    std::string json;
    appendJsonStrings(json, strings);
    return json;
}

} // namespace

Result<StoredConfig> ConfigRepository::load()
{
    auto providers = loadProviders();
    if (!providers)
        return unexpected(providers.error());
    for (ProviderDefinition &provider : *providers) {
        if (auto done = loadKeys(provider); !done)
            return unexpected(done.error());
    }
    auto client = loadClientSettings();
    if (!client)
        return unexpected(client.error());
    auto rules = RoutingRuleRepository(m_file).load();
    if (!rules)
        return unexpected(rules.error());
    GovernanceRepository governance(m_file);
    auto stored = governance.load();
    if (!stored)
        return unexpected(stored.error());
    auto counters = governance.loadCounters();
    if (!counters)
        return unexpected(counters.error());
    auto resilience = ResilienceRepository(m_file).loadSettings();
    if (!resilience)
        return unexpected(resilience.error());
    auto health = ResilienceRepository(m_file).loadHealth();
    if (!health)
        return unexpected(health.error());
    auto retention = RetentionRepository(m_file).load();
    if (!retention)
        return unexpected(retention.error());
    auto extras = RetentionRepository(m_file).loadExtras();
    if (!extras)
        return unexpected(extras.error());
    return StoredConfig{std::move(*providers), std::move(*client),   std::move(*rules),
                        std::move(*stored),    std::move(*counters), *resilience,
                        std::move(*health),    *retention,           std::move(*extras)};
}

Result<std::vector<ProviderDefinition>> ConfigRepository::loadProviders()
{
    auto statement = m_file.prepare(selectProviders);
    if (!statement)
        return unexpected(statement.error());
    std::vector<ProviderDefinition> providers;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            return providers;
        providers.push_back(providerFromRow(*statement));
    }
}

Result<void> ConfigRepository::loadKeys(ProviderDefinition &provider)
{
    auto statement = m_file.prepare(selectKeys);
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, std::string_view(provider.id.value));
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            return {};
        provider.keys.push_back(keyFromRow(*statement));
    }
}

Result<config::ClientSettings> ConfigRepository::loadClientSettings()
{
    auto statement =
        m_file.prepare("SELECT capture_level, maximum_body_bytes, allowed_origins, allowed_hosts, refuses_excess_of_new"
                       " FROM client_settings WHERE id = 1");
    if (!statement)
        return unexpected(statement.error());
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return unexpected(hasRow.error());
    config::ClientSettings settings;
    if (!*hasRow)
        return settings;
    settings.captureLevel = fromStoredName<config::CaptureLevel>(statement->bytes(0));
    settings.maximumBodyBytes = static_cast<std::size_t>(statement->integer(1));
    settings.allowedOrigins = stringsFromJson(parseJson(statement->bytes(2)));
    settings.allowedHosts = stringsFromJson(parseJson(statement->bytes(3)));
    settings.refusesExcessOfNew = statement->boolean(4);
    return settings;
}

Result<bool> ConfigRepository::saveProvider(const ProviderDefinition &provider)
{
    auto transaction = Transaction::begin(m_file);
    if (!transaction)
        return unexpected(transaction.error());
    const Result<std::int64_t> before = m_file.queryInteger("SELECT count(*) FROM providers");
    if (!before)
        return unexpected(before.error());
    if (auto done = writeProvider(provider); !done)
        return unexpected(done.error());
    const Result<std::int64_t> after = m_file.queryInteger("SELECT count(*) FROM providers");
    if (!after)
        return unexpected(after.error());
    if (auto done = writeKeys(provider); !done)
        return unexpected(done.error());
    if (auto done = transaction->commit(); !done)
        return unexpected(done.error());
    return *after > *before;
}

Result<void> ConfigRepository::writeProvider(const ProviderDefinition &provider)
{
    auto statement = m_file.prepare(upsertProvider);
    if (!statement)
        return unexpected(statement.error());
    const config::NetworkSettings &network = provider.network;
    std::string extraHeaders;
    appendJsonHeaders(extraHeaders, network.extraHeaders);
    config::AttemptLimits ownLimits;
    ownLimits.head = network.headTimeout;
    ownLimits.firstToken = network.firstTokenTimeout;
    ownLimits.total = network.streamTimeout;
    const std::string limits = jsonOf(ownLimits);
    const std::string modelLimits = jsonOf(network.modelLimits);
    statement->bind(1, std::string_view(provider.id.value));
    statement->bind(2, std::string_view(provider.title));
    statement->bind(3, std::string_view(provider.preset));
    statement->bind(4, translation::familyName(provider.family));
    statement->bind(5, storedName(provider.credentialScheme));
    statement->bind(6, provider.isCustom);
    statement->bind(7, provider.isEnabled);
    statement->bind(8, std::string_view(network.baseUrl));
    statement->bind(9, std::int64_t{network.totalTimeout.count()});
    statement->bind(10, std::int64_t{network.connectTimeout.count()});
    statement->bind(11, std::int64_t{network.streamIdleTimeout.count()});
    statement->bind(12, std::int64_t{network.maxRetries});
    statement->bind(13, std::string_view(extraHeaders));
    statement->bind(14, storedName(network.proxy.kind));
    statement->bind(15, std::string_view(network.proxy.url));
    statement->bind(16, std::string_view(network.proxy.username));
    statement->bind(17, network.proxy.hasStoredPassword || !network.proxy.password.isEmpty());
    statement->bind(18, std::string_view(network.caCertificatePem));
    statement->bind(19, network.skipTlsVerification);
    statement->bind(20, network.allowHttp2);
    statement->bind(21, std::string_view(provider.extraJson));
    statement->bind(22, std::int64_t{network.firstBackoff.count()});
    statement->bind(23, std::int64_t{network.longestBackoff.count()});
    statement->bind(24, std::string_view(limits));
    statement->bind(25, std::string_view(modelLimits));
    const std::string allowedRequests = requestsToJson(provider.allowedRequests);
    const std::string pathOverrides = namesToJson(provider.pathOverrides);
    statement->bind(26, std::string_view(allowedRequests));
    statement->bind(27, std::string_view(pathOverrides));
    return statement->run();
}

Result<void> ConfigRepository::writeKeys(const ProviderDefinition &provider)
{
    auto remove = m_file.prepare("DELETE FROM provider_keys WHERE provider_id = ?");
    if (!remove)
        return unexpected(remove.error());
    remove->bind(1, std::string_view(provider.id.value));
    if (auto done = remove->run(); !done)
        return done;
    if (auto done = refuseForeignKeyNames(provider); !done)
        return done;
    auto insert = m_file.prepare(insertKey);
    if (!insert)
        return unexpected(insert.error());
    std::int64_t position = 0;
    for (const ProviderKey &key : provider.keys) {
        const std::string models = jsonOf(key.models);
        const std::string blacklistedModels = jsonOf(key.blacklistedModels);
        insert->bind(1, std::string_view(key.id.value));
        insert->bind(2, std::string_view(key.name));
        insert->bind(3, storedName(key.source));
        insert->bind(4, std::string_view(key.environmentVariable));
        insert->bind(5, std::string_view(key.lastFour));
        insert->bind(6, std::string_view(models));
        insert->bind(7, std::string_view(blacklistedModels));
        insert->bind(8, key.weight);
        insert->bind(9, key.isEnabled);
        insert->bind(10, key.useForBatchApi);
        insert->bind(11, std::string_view(key.region));
        insert->bind(12, std::string_view(provider.id.value));
        insert->bind(13, position++);
        const std::string place = placeToJson(key.place);
        const std::string aliases = namesToJson(key.aliases);
        insert->bind(14, std::string_view(place));
        insert->bind(15, std::string_view(aliases));
        if (auto done = insert->run(); !done)
            return done;
    }
    return {};
}

Result<void> ConfigRepository::refuseForeignKeyNames(const ProviderDefinition &provider)
{
    auto statement = m_file.prepare("SELECT provider_id FROM provider_keys WHERE name = ?1 OR id = ?2");
    if (!statement)
        return unexpected(statement.error());
    for (auto key = provider.keys.begin(); key != provider.keys.end(); ++key) {
        for (auto other = provider.keys.begin(); other != key; ++other) {
            if (other->name == key->name || other->id == key->id)
                return unexpected(
                    Error::client(ErrorCode::Conflict, "Two keys of this provider are named \"" + key->name + "\"."));
        }
        statement->bind(1, std::string_view(key->name));
        statement->bind(2, std::string_view(key->id.value));
        const Result<bool> isTaken = statement->step();
        if (!isTaken)
            return unexpected(isTaken.error());
        if (*isTaken)
            return unexpected(Error::client(ErrorCode::Conflict, "The provider \"" + statement->text(0)
                                                                     + "\" already has a key named \"" + key->name
                                                                     + "\". Choose another name."));
        statement->reset();
    }
    return {};
}

Result<bool> ConfigRepository::removeProvider(const ProviderId &provider)
{
    auto statement = m_file.prepare("DELETE FROM providers WHERE id = ?");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, std::string_view(provider.value));
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return m_file.changedRows() > 0;
}

Result<bool> ConfigRepository::saveClientSettings(const config::ClientSettings &settings)
{
    auto statement = m_file.prepare("INSERT OR REPLACE INTO client_settings"
                                    " (id, capture_level, maximum_body_bytes, allowed_origins, allowed_hosts,"
                                    " refuses_excess_of_new) VALUES (1, ?, ?, ?, ?, ?)");
    if (!statement)
        return unexpected(statement.error());
    const std::string origins = jsonOf(settings.allowedOrigins);
    const std::string hosts = jsonOf(settings.allowedHosts);
    statement->bind(1, storedName(settings.captureLevel));
    statement->bind(2, static_cast<std::int64_t>(settings.maximumBodyBytes));
    statement->bind(3, std::string_view(origins));
    statement->bind(4, std::string_view(hosts));
    statement->bind(5, settings.refusesExcessOfNew);
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return true;
}

} // namespace gateway::storage
