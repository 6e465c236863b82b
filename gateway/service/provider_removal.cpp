// Providers and keys that go, and those that come back.
#include "gateway/secrets/secret_store_factory.h"
#include "gateway/service/key_values.h"
#include "gateway/service/provider_configuration.h"
#include "gateway/service/view_conversion.h"

#include <algorithm>

namespace gateway::service {

namespace {

using api::ProviderKeyView;
using api::ProviderView;
using config::ProviderDefinition;
using config::ProviderKey;
using Secrets = secrets::SecretStore;

bool lacksValue(const ProviderKey &key)
{
    return key.source == config::KeySource::SecretStore && key.value.isEmpty();
}

std::vector<std::string> referencesOf(const ProviderDefinition &provider)
{
    std::vector<std::string> references{secrets::proxyPasswordReference(provider.id.value)};
    for (const ProviderKey &key : provider.keys)
        references.push_back(secrets::providerKeyReference(key.id.value));
    return references;
}

// One after the other. What cannot be removed is not a reason to keep the definition that names it.
void removeValues(Secrets &store, std::vector<std::string> references, std::function<void()> done)
{
    if (references.empty()) {
        done();
        return;
    }
    const std::string next = std::move(references.back());
    references.pop_back();
    store.remove(next, [&store, references = std::move(references), done = std::move(done)](
                           const Result<Secrets::Done> &) { removeValues(store, references, done); });
}

Error keyNotFound(const KeyId &id)
{
    return Error::client(ErrorCode::NotFound, "Key not found: " + id.value);
}

} // namespace

// --- going

void ProviderConfiguration::removeProvider(const QString &name, api::Reply<ProviderView> reply)
{
    takeProvider(
        name, [isInMemoryOnly = isInMemoryOnly(), reply = std::move(reply)](const Result<ProviderDefinition> &removed) {
            if (removed)
                reply(providerView(*removed, isInMemoryOnly));
            else
                reply(unexpected(removed.error()));
        });
}

void ProviderConfiguration::takeProvider(const QString &name, api::Reply<ProviderDefinition> reply)
{
    inTurn<ProviderDefinition>(std::move(reply), [this, name](auto done) { dropProvider(name, std::move(done)); });
}

void ProviderConfiguration::readMissing(std::shared_ptr<ProviderDefinition> provider, std::function<void()> done)
{
    const auto missing = std::find_if(provider->keys.begin(), provider->keys.end(), lacksValue);
    if (missing == provider->keys.end() || isInMemoryOnly()) {
        done();
        return;
    }
    m_secrets.read(secrets::providerKeyReference(missing->id.value),
                   [this, provider, id = missing->id, done = std::move(done)](const Result<SecretString> &value) {
                       if (!value || value->isEmpty()) { // the other ones will hardly fare better
                           done();
                           return;
                       }
                       for (ProviderKey &key : provider->keys) {
                           if (key.id == id)
                               key.value = *value;
                       }
                       readMissing(provider, done);
                   });
}

void ProviderConfiguration::dropProvider(const QString &name, api::Reply<ProviderDefinition> reply)
{
    const auto found = findForChange(name);
    if (!found) {
        refuse(std::move(reply), found.error());
        return;
    }
    const auto provider = std::make_shared<ProviderDefinition>(**found);
    readMissing(provider,
                [this, provider, reply = std::move(reply)]() mutable { eraseProvider(provider, std::move(reply)); });
}

void ProviderConfiguration::eraseProvider(std::shared_ptr<const ProviderDefinition> provider,
                                          api::Reply<ProviderDefinition> reply)
{
    m_storage.postRemoveProvider(
        provider->id, [this, provider, gate = m_mainGate, reply = std::move(reply)](const Result<bool> &removed) {
            gate->post([this, provider, removed, reply] {
                if (!removed) {
                    reply(unexpected(removed.error()));
                    return;
                }
                std::erase_if(m_current.providers, [&](const auto &each) { return each.id == provider->id; });
                publish();
                removeValues(m_secrets, referencesOf(*provider), [provider, reply] { reply(*provider); });
            });
        });
}

void ProviderConfiguration::removeKey(const QString &provider, const QString &keyId, api::Reply<ProviderKeyView> reply)
{
    takeKey(provider, keyId,
            [isInMemoryOnly = isInMemoryOnly(), reply = std::move(reply)](const Result<RemovedProviderKey> &removed) {
                if (removed)
                    reply(keyView(removed->key, isInMemoryOnly));
                else
                    reply(unexpected(removed.error()));
            });
}

void ProviderConfiguration::takeKey(const QString &provider, const QString &keyId, api::Reply<RemovedProviderKey> reply)
{
    inTurn<RemovedProviderKey>(std::move(reply),
                               [this, provider, keyId](auto done) { dropKey(provider, keyId, std::move(done)); });
}

void ProviderConfiguration::dropKey(const QString &providerName, const QString &keyId,
                                    api::Reply<RemovedProviderKey> reply)
{
    const auto found = findForChange(providerName);
    if (!found) {
        refuse(std::move(reply), found.error());
        return;
    }
    const auto provider = std::make_shared<ProviderDefinition>(**found);
    readMissing(provider, [this, provider, id = KeyId{toUtf8(keyId)}, reply = std::move(reply)]() mutable {
        eraseKey(*provider, id, std::move(reply));
    });
}

void ProviderConfiguration::eraseKey(const ProviderDefinition &provider, const KeyId &id,
                                     api::Reply<RemovedProviderKey> reply)
{
    ProviderDefinition changed = provider;
    const auto place = std::find_if(changed.keys.begin(), changed.keys.end(),
                                    [&id](const ProviderKey &each) { return each.id == id; });
    if (place == changed.keys.end()) {
        refuse(std::move(reply), keyNotFound(id));
        return;
    }
    const RemovedProviderKey removed{provider.id, provider.network.baseUrl,
                                     static_cast<std::size_t>(place - changed.keys.begin()), *place};
    changed.keys.erase(place);
    store(std::move(changed), [this, removed, reply = std::move(reply)](const Result<bool> &stored) {
        if (!stored) {
            reply(unexpected(stored.error()));
            return;
        }
        removeValues(m_secrets, {secrets::providerKeyReference(removed.key.id.value)},
                     [removed, reply] { reply(removed); });
    });
}

// --- coming back

void ProviderConfiguration::restoreProvider(const ProviderDefinition &provider, api::Reply<ProviderView> reply)
{
    inTurn<ProviderView>(std::move(reply),
                         [this, provider](auto done) { bringBackProvider(provider, std::move(done)); });
}

Result<bool> ProviderConfiguration::checkKeyNames(const std::vector<ProviderKey> &keys) const
{
    for (const ProviderDefinition &each : m_current.providers) {
        for (const ProviderKey &other : each.keys) {
            const auto same = std::find_if(keys.begin(), keys.end(),
                                           [&other](const ProviderKey &key) { return key.name == other.name; });
            if (same != keys.end())
                return unexpected(Error::client(ErrorCode::Conflict, "A key of " + each.id.value + " is named \""
                                                                         + other.name
                                                                         + "\" now. Give it another name first."));
        }
    }
    return true;
}

void ProviderConfiguration::writeValues(std::vector<std::pair<std::string, SecretString>> values,
                                        std::function<void(Result<bool>)> done)
{
    if (values.empty()) {
        m_mainGate->post([done = std::move(done)] { done(true); });
        return;
    }
    const auto next = std::move(values.back());
    values.pop_back();
    m_secrets.write(next.first, next.second,
                    [this, values = std::move(values), done = std::move(done)](const Result<Secrets::Done> &written) {
                        if (written)
                            writeValues(values, done);
                        else
                            done(unexpected(written.error()));
                    });
}

// The secrets first, as with a new key: a definition without its values would be a promise that cannot be kept.
void ProviderConfiguration::bringBackProvider(const ProviderDefinition &provider, api::Reply<ProviderView> reply)
{
    if (findForChange(toText(provider.id.value))) {
        refuse(std::move(reply), Error::client(ErrorCode::Conflict,
                                               "There is another provider named \"" + provider.id.value + "\" now."));
        return;
    }
    if (const auto names = checkKeyNames(provider.keys); !names) {
        refuse(std::move(reply), names.error());
        return;
    }
    std::vector<std::pair<std::string, SecretString>> values;
    for (const ProviderKey &key : provider.keys) {
        if (key.source == config::KeySource::SecretStore && !key.value.isEmpty())
            values.emplace_back(secrets::providerKeyReference(key.id.value), key.value);
    }
    if (const SecretString &password = provider.network.proxy.password; !password.isEmpty())
        values.emplace_back(secrets::proxyPasswordReference(provider.id.value), password);
    writeValues(std::move(values), [this, provider, reply = std::move(reply)](const Result<bool> &written) {
        if (!written) {
            reply(unexpected(written.error()));
            return;
        }
        store(provider, [this, provider, reply](const Result<bool> &stored) {
            if (stored)
                reply(providerView(provider, isInMemoryOnly()));
            else
                reply(unexpected(stored.error()));
        });
    });
}

void ProviderConfiguration::restoreKey(const RemovedProviderKey &removed, api::Reply<ProviderKeyView> reply)
{
    inTurn<ProviderKeyView>(std::move(reply), [this, removed](auto done) { bringBackKey(removed, std::move(done)); });
}

void ProviderConfiguration::bringBackKey(const RemovedProviderKey &removed, api::Reply<ProviderKeyView> reply)
{
    const auto found = findForChange(toText(removed.provider.value));
    if (!found) {
        refuse(std::move(reply), found.error());
        return;
    }
    if (isElsewhere(removed.baseUrl, (*found)->network.baseUrl)) {
        refuse(std::move(reply), Error::client(ErrorCode::Conflict, "The provider has another address now. The key was "
                                                                    "entered for "
                                                                        + removed.baseUrl + "; enter it again."));
        return;
    }
    if (const auto names = checkKeyNames({removed.key}); !names) {
        refuse(std::move(reply), names.error());
        return;
    }
    std::vector<std::pair<std::string, SecretString>> values;
    if (removed.key.source == config::KeySource::SecretStore && !removed.key.value.isEmpty())
        values.emplace_back(secrets::providerKeyReference(removed.key.id.value), removed.key.value);
    writeValues(std::move(values), [this, removed, reply = std::move(reply)](const Result<bool> &written) {
        const auto provider = findForChange(toText(removed.provider.value));
        if (!written || !provider) {
            reply(unexpected(written ? provider.error() : written.error()));
            return;
        }
        ProviderDefinition changed = **provider;
        const auto place = static_cast<std::ptrdiff_t>(std::min(removed.place, changed.keys.size()));
        changed.keys.insert(changed.keys.begin() + place, removed.key);
        store(std::move(changed), [this, removed, reply](const Result<bool> &stored) {
            if (stored)
                reply(keyView(removed.key, isInMemoryOnly()));
            else
                reply(unexpected(stored.error()));
        });
    });
}

} // namespace gateway::service
