#include "gateway/service/provider_configuration.h"

#include "gateway/base/provider_extras.h"
#include "gateway/base/refusal.h"
#include "gateway/base/secret_masker.h"
#include "gateway/config/aws_key.h"
#include "gateway/net/upstream/address_guard.h"
#include "gateway/net/upstream/upstream_url.h"
#include "gateway/secrets/secret_store_factory.h"
#include "gateway/service/askable_families.h"
#include "gateway/service/health_probe.h"
#include "gateway/service/key_values.h"
#include "gateway/service/view_conversion.h"

#include <QHostAddress>

#include <algorithm>

namespace gateway::service {

namespace {

using api::ProviderView;
using config::ProviderDefinition;
using config::ProviderKey;

constexpr auto valueGone = "The value was kept in memory only and ended with the last run. Enter it again.";

bool isUsableName(const std::string &name)
{
    return !name.empty() && std::none_of(name.begin(), name.end(), [](unsigned char letter) {
        return letter == '/' || letter <= ' ' || letter == 127;
    });
}

bool pointsHere(const net::UpstreamUrl &url, quint16 ownPort)
{
    if (ownPort == 0 || url.port != ownPort || url.scheme != "http")
        return false;
    return url.host == "localhost" || QHostAddress(QString::fromStdString(url.host)).isLoopback();
}

// What the mask would hide must not be stored in plain text either.
bool carriesSecret(const std::string &name, const std::string &value)
{
    const HeaderList header{{name, value}};
    return maskHeaders(header) != header || containsKeyPattern(value);
}

// A server of one's own may have a key, and mostly has none: then nothing is missing.
bool mayLackValue(const ProviderDefinition &provider)
{
    return provider.credentialScheme == config::CredentialScheme::None;
}

// Values that arrived from the secret store while the definition was on its way to the database.
void keepLoadedSecrets(ProviderDefinition &incoming, const ProviderDefinition &current)
{
    for (ProviderKey &key : incoming.keys) {
        if (key.source != config::KeySource::SecretStore || !key.value.isEmpty())
            continue;
        const auto same = std::find_if(current.keys.begin(), current.keys.end(),
                                       [&key](const ProviderKey &each) { return each.id == key.id; });
        if (same == current.keys.end() || same->source != key.source)
            continue;
        key.value = same->value;
        key.valueProblem = same->valueProblem;
        key.tokenGrant = same->tokenGrant; // kept if nothing of it has changed
    }
    config::ProxySettings &proxy = incoming.network.proxy;
    if (proxy.hasStoredPassword && proxy.password.isEmpty())
        proxy.password = current.network.proxy.password;
}

// What the values are made of: some come here as they lie in the secret store.
void readAllParts(ProviderDefinition &provider)
{
    for (ProviderKey &key : provider.keys)
        readKeyParts(key, provider);
}

Result<bool> checkPathOverrides(const api::NamePairs &overrides)
{
    for (const auto &[request, place] : overrides) {
        if (place.startsWith(QLatin1Char('/')) && !place.startsWith(QLatin1String("//")))
            continue;
        const auto url = net::parseUpstreamUrl(toUtf8(place.section(QLatin1Char('/'), 0, 2)));
        if (!url)
            return unexpected(refused("request_path_overrides." + toUtf8(request)
                                      + " must be a path that begins with \"/\", or a whole URL."));
    }
    return true;
}

} // namespace

ProviderConfiguration::ProviderConfiguration(storage::StorageThread &storage, secrets::SecretStore &secrets,
                                             const PresetCatalog &presets, std::shared_ptr<WorkerGate> mainGate,
                                             QObject *parent)
    : QObject(parent), m_storage(storage), m_secrets(secrets), m_presets(presets), m_mainGate(std::move(mainGate))
{
}

void ProviderConfiguration::load(storage::StoredConfig stored)
{
    m_current.providers = std::move(stored.providers);
    m_current.client = std::move(stored.client);
    m_current.resilience = stored.resilience;
    for (ProviderDefinition &provider : m_current.providers) {
        provider.offer = m_presets.offerOf(provider.preset, provider.network.baseUrl);
        for (ProviderKey &key : provider.keys) {
            if (key.source == config::KeySource::EnvironmentVariable)
                loadFromEnvironment(key);
            else if (key.source == config::KeySource::SecretStore && !mayLackValue(provider))
                key.valueProblem = isInMemoryOnly() ? valueGone : "The secret store has not answered yet.";
            readKeyParts(key, provider);
        }
    }
    publish();
    for (const ProviderDefinition &provider : m_snapshot->providers)
        readSecrets(provider);
}

void ProviderConfiguration::readSecrets(const ProviderDefinition &provider)
{
    for (const ProviderKey &key : provider.keys) {
        if (key.source != config::KeySource::SecretStore)
            continue;
        m_secrets.read(secrets::providerKeyReference(key.id.value),
                       [this, name = provider.id.value, id = key.id](Result<SecretString> value) {
                           applySecret(name, id, value);
                       });
    }
    if (!provider.network.proxy.hasStoredPassword)
        return;
    m_secrets.read(secrets::proxyPasswordReference(provider.id.value),
                   [this, id = provider.id](Result<SecretString> value) {
                       const auto found = findForChange(toText(id.value));
                       if (!found || !value || value->isEmpty())
                           return;
                       (*found)->network.proxy.password = std::move(*value);
                       publish();
                   });
}

void ProviderConfiguration::applySecret(const std::string &provider, const KeyId &id, const Result<SecretString> &value)
{
    const auto found = findForChange(toText(provider));
    if (!found)
        return;
    for (ProviderKey &key : (*found)->keys) {
        if (key.id != id)
            continue;
        key.value = value ? *value : SecretString();
        key.valueProblem.clear();
        if (!value)
            key.valueProblem = value.error().message;
        else if (value->isEmpty() && !mayLackValue(**found))
            key.valueProblem =
                isInMemoryOnly() ? valueGone : "The secret store has no value for this key. Enter it again.";
        readKeyParts(key, **found);
    }
    publish();
}

const ProviderDefinition *ProviderConfiguration::find(const QString &name) const
{
    return m_snapshot->findProvider(toUtf8(name));
}

Result<ProviderDefinition *> ProviderConfiguration::findForChange(const QString &name)
{
    const std::string wanted = toUtf8(name);
    for (ProviderDefinition &provider : m_current.providers) {
        if (provider.id.value == wanted)
            return &provider;
    }
    return unexpected(Error::client(ErrorCode::NotFound, "Provider not found: " + wanted));
}

QList<ProviderView> ProviderConfiguration::views() const
{
    QList<ProviderView> views;
    for (const ProviderDefinition &provider : m_snapshot->providers)
        views.append(providerView(provider, isInMemoryOnly()));
    return views;
}

void ProviderConfiguration::setClientSettings(const config::ClientSettings &settings, bool mustStore)
{
    m_current.client = settings;
    publish();
    if (mustStore)
        m_storage.postSaveClientSettings(settings, [](Result<bool>) {});
}

Result<ProviderDefinition> ProviderConfiguration::checkedProvider(const api::SaveProvider &command) const
{
    ProviderView view = command.provider;
    const ProviderDefinition *previous = find(view.name);
    if (previous && command.mustBeNew)
        return unexpected(Error::client(ErrorCode::Conflict, "Provider " + toUtf8(view.name) + " already exists"));
    const auto preset = m_presets.find(view.preset.isEmpty() ? view.name : view.preset);
    if (!view.isCustom && preset) {
        view.preset = preset->id;
        view.family = preset->family;
        view.needsKey = preset->needsKey;
        view.credential = preset->credential;
        if (view.title.isEmpty() || view.title == view.name)
            view.title = view.name == preset->id ? preset->title : view.name;
        if (view.network.baseUrl.isEmpty())
            view.network.baseUrl = preset->baseUrl;
    }
    if (view.isCustom && preset && view.preset == preset->id && view.network.baseUrl.isEmpty())
        view.network.baseUrl = preset->baseUrl;
    if (!isUsableName(toUtf8(view.name)))
        return unexpected(refused("A provider's name needs at least one character, and neither spaces nor \"/\"."));
    if (view.isCustom && m_presets.find(view.name))
        return unexpected(refused("Custom provider cannot be same as a standard provider"));
    if (view.family.isEmpty())
        return unexpected(refused("\"" + toUtf8(view.name)
                                  + "\" is not a built-in provider. Name the API that it speaks: "
                                    "custom_provider_config.base_provider_type is "
                                  + askedFamilies() + "."));
    if (const auto family = translation::familyFromName(toUtf8(view.family)); !family || !canBeAsked(*family))
        return unexpected(refused("Providers of the type \"" + toUtf8(view.family)
                                  + "\" cannot be asked yet. base_provider_type is " + askedFamilies() + "."));
    for (const auto &[name, value] : view.network.extraHeaders) {
        if (carriesSecret(toUtf8(name), toUtf8(value))) {
            return unexpected(
                refused("The extra header \"" + toUtf8(name)
                        + "\" looks like a key. Extra headers are stored as they are; enter it as a key."));
        }
    }
    if (const auto checked = checkPathOverrides(view.pathOverrides); !checked)
        return unexpected(checked.error());
    const QString address = view.network.baseUrl.trimmed().replace(QLatin1String("{resource}"), QLatin1String("name"));
    const auto url = net::parseUpstreamUrl(config::withRegion(toUtf8(address), config::defaultRegion));
    if (!url)
        return unexpected(refused("Invalid base URL: " + url.error().message));
    if (const auto refusal = net::refusalOfHost(url->host))
        return unexpected(*refusal);
    if (pointsHere(*url, m_ownPort))
        return unexpected(refused("This address is Bilrost itself. Requests would go round in a circle."));
    ProviderDefinition provider = providerDefinition(view, previous);
    provider.offer = m_presets.offerOf(provider.preset, provider.network.baseUrl);
    if (const auto problem = problemOfHealthProbe(provider, readProviderExtras(provider.extraJson).healthProbe))
        return unexpected(refused(*problem));
    return provider;
}

void ProviderConfiguration::startNextChange()
{
    if (m_isChanging || m_waitingChanges.empty())
        return;
    m_isChanging = true;
    const auto change = std::move(m_waitingChanges.front());
    m_waitingChanges.pop_front();
    change();
}

void ProviderConfiguration::saveProvider(const api::SaveProvider &command, api::Reply<ProviderView> reply)
{
    inTurn<ProviderView>(std::move(reply), [this, command](auto done) { changeProvider(command, std::move(done)); });
}

void ProviderConfiguration::changeProvider(const api::SaveProvider &command, api::Reply<ProviderView> reply)
{
    auto provider = checkedProvider(command);
    if (!provider) {
        m_mainGate->post([reply = std::move(reply), error = provider.error()] { reply(unexpected(error)); });
        return;
    }
    const ProviderDefinition *previous = find(toText(provider->id.value));
    if (previous && goesElsewhere(*previous, *provider)) {
        forgetStoredKeys(provider->id, [this, command, reply = std::move(reply)](Result<bool> forgotten) {
            if (!forgotten) {
                reply(unexpected(forgotten.error()));
                return;
            }
            auto changed = checkedProvider(command); // again: the keys have no values now
            if (changed)
                storeProvider(std::move(*changed), command, reply);
            else
                reply(unexpected(changed.error()));
        });
        return;
    }
    storeProvider(std::move(*provider), command, std::move(reply));
}

void ProviderConfiguration::storeProvider(ProviderDefinition provider, const api::SaveProvider &command,
                                          api::Reply<ProviderView> reply)
{
    config::ProxySettings &proxy = provider.network.proxy;
    const ProviderDefinition *previous = m_snapshot->findProvider(provider.id.value);
    if (command.proxyPassword) {
        proxy.password = SecretString(toUtf8(*command.proxyPassword));
        proxy.hasStoredPassword = !proxy.password.isEmpty();
        m_secrets.write(secrets::proxyPasswordReference(provider.id.value), proxy.password,
                        [](Result<secrets::SecretStore::Done>) {});
    } else if (previous && proxy.hasStoredPassword && proxy.url != previous->network.proxy.url) {
        proxy.password = {}; // it was entered for the other proxy
        proxy.hasStoredPassword = false;
        m_secrets.remove(secrets::proxyPasswordReference(provider.id.value), [](Result<secrets::SecretStore::Done>) {});
    }
    const std::string name = provider.id.value;
    store(std::move(provider), [this, name, reply = std::move(reply)](Result<bool> stored) {
        const ProviderDefinition *saved = m_snapshot->findProvider(name);
        if (!stored)
            reply(unexpected(stored.error()));
        else if (!saved)
            reply(unexpected(Error::client(ErrorCode::NotFound, "Provider not found: " + name)));
        else
            reply(providerView(*saved, isInMemoryOnly()));
    });
}

// The definition is in force only once the database has it.
void ProviderConfiguration::store(ProviderDefinition provider, std::function<void(Result<bool>)> reply)
{
    m_storage.postSaveProvider(provider,
                               [this, provider, gate = m_mainGate, reply = std::move(reply)](Result<bool> stored) {
                                   gate->post([this, provider, stored = std::move(stored), reply] {
                                       if (stored)
                                           adopt(provider);
                                       reply(stored);
                                   });
                               });
}

void ProviderConfiguration::adopt(ProviderDefinition provider)
{
    auto &providers = m_current.providers;
    const auto place = std::lower_bound(providers.begin(), providers.end(), provider,
                                        [](const auto &left, const auto &right) { return left.id < right.id; });
    if (place != providers.end() && place->id == provider.id) {
        keepLoadedSecrets(provider, *place);
        readAllParts(provider);
        *place = std::move(provider);
    } else {
        readAllParts(provider);
        providers.insert(place, std::move(provider));
    }
    publish();
}

void ProviderConfiguration::setResilience(const config::ResilienceSettings &settings)
{
    m_current.resilience = settings;
    publish();
}

void ProviderConfiguration::setRoutingRules(config::RoutingRulesPointer rules)
{
    m_current.routingRules = std::move(rules);
    publish();
}

void ProviderConfiguration::setGovernance(config::GovernancePointer governance)
{
    m_current.governance = std::move(governance);
    publish();
}

void ProviderConfiguration::setPrices(config::PriceBookPointer prices)
{
    m_current.prices = std::move(prices);
    publish();
}

void ProviderConfiguration::publish()
{
    m_snapshot = std::make_shared<const config::ConfigSnapshot>(m_current);
    emit snapshotChanged();
}

} // namespace gateway::service
