#include "gateway/service/provider_configuration.h"

#include "gateway/base/identifiers.h"
#include "gateway/base/refusal.h"
#include "gateway/config/aws_key.h"
#include "gateway/config/model_names.h"
#include "gateway/secrets/secret_store_factory.h"
#include "gateway/service/key_values.h"
#include "gateway/service/view_conversion.h"

#include <algorithm>

// Keys of providers: what they hold, where their values lie, and when these are forgotten.
namespace gateway::service {

namespace {

using api::ProviderKeyView;
using config::ProviderDefinition;
using config::ProviderKey;

Result<bool> checkModels(const std::vector<std::string> &models)
{
    if (const auto problem = config::problemOfModels(models))
        return unexpected(refused(*problem));
    return true;
}

Error lacksValue(const ProviderDefinition &provider)
{
    if (provider.credentialScheme == config::CredentialScheme::AwsSigV4)
        return refused("A Bedrock key needs an access key with its secret key, a Bedrock API key as its value, a "
                       "profile of the AWS files, or a machine to ask for its role (credential_source).");
    if (provider.credentialScheme == config::CredentialScheme::GoogleCloud)
        return refused("A Vertex key needs the JSON file of a service account, an API key as its value, application "
                       "default credentials on this computer, or a machine to ask (credential_source).");
    return refused("Key value must not be empty");
}

// Value, place and region of a key. The place first: it says what the value is.
Result<void> takeWhatItHolds(ProviderKey &key, const api::SaveProviderKey &command, const ProviderDefinition &provider,
                             bool isNew)
{
    const auto scheme = provider.credentialScheme;
    const bool hasNewValue = command.value || !command.aws.isEmpty();
    const bool namesSource = !command.key.place.credentialSource.isEmpty();
    const bool usesProfile = scheme == config::CredentialScheme::AwsSigV4 && !hasNewValue
                             && (command.key.isFoundByAws || !command.key.place.profile.isEmpty() || namesSource);
    const bool usesDefault =
        scheme == config::CredentialScheme::GoogleCloud && !hasNewValue && (command.key.isFoundByGoogle || namesSource);
    const bool isFound = usesProfile || usesDefault;
    if (isNew && !hasNewValue && !isFound && scheme != config::CredentialScheme::None)
        return unexpected(lacksValue(provider));
    if (const auto taken = takePlace(key, command.key, hasNewValue || isFound); !taken)
        return taken;
    if (const auto taken = takeRegion(key, command.key.region, provider); !taken)
        return taken;
    if (const auto taken = takeTypedValue(key, command.value, command.aws, scheme); !taken)
        return taken;
    if (const auto checked = checkCredentialSource(key.place.credentialSource, scheme); !checked)
        return checked;
    if (isFound)
        key.source = usesProfile ? config::KeySource::AwsProfile : config::KeySource::GoogleDefault;
    if (key.source != config::KeySource::AwsProfile)
        key.place.profile.clear();
    if (key.source != config::KeySource::AwsProfile && key.source != config::KeySource::GoogleDefault)
        key.place.credentialSource.clear();
    if (!usesProfile && !key.place.roleArn.empty() && !config::unpackAwsKey(key.value))
        return unexpected(refused("A Bedrock API key takes no role. Enter an access key with its secret key, or name a "
                                  "profile."));
    readKeyParts(key, provider);
    // Nothing is there and nothing was named: that is no key yet.
    if (isNew && isFound && key.place.profile.empty() && !namesSource && !key.hasCredential())
        return unexpected(lacksValue(provider));
    return {};
}

} // namespace

void ProviderConfiguration::saveKey(const api::SaveProviderKey &command, api::Reply<ProviderKeyView> reply)
{
    inTurn<ProviderKeyView>(std::move(reply), [this, command](auto done) { changeKey(command, std::move(done)); });
}

Result<ProviderKey> ProviderConfiguration::checkedKey(const api::SaveProviderKey &command,
                                                      const ProviderDefinition &provider) const
{
    ProviderKey key;
    const std::string id = toUtf8(command.key.id);
    for (const ProviderKey &previous : provider.keys) {
        if (previous.id.value == id && !id.empty())
            key = previous;
    }
    const bool isNew = key.id.isEmpty();
    if (isNew && !id.empty())
        return unexpected(Error::client(ErrorCode::NotFound, "Key not found: " + id));
    if (isNew)
        key.id = {makeUuid()};
    key.name = toUtf8(command.key.name.trimmed());
    if (key.name.empty())
        return unexpected(refused("A key needs a name."));
    for (const ProviderDefinition &each : m_current.providers) {
        for (const ProviderKey &other : each.keys) {
            if (other.name == key.name && other.id != key.id)
                return unexpected(Error::client(ErrorCode::Conflict, "API key names must be unique across providers; \""
                                                                         + key.name + "\" is used by "
                                                                         + each.id.value));
        }
    }
    const auto strings = [](const QStringList &list) {
        std::vector<std::string> values;
        for (const QString &entry : list)
            values.push_back(toUtf8(entry));
        return values;
    };
    key.models = strings(command.key.models);
    key.blacklistedModels = strings(command.key.blacklistedModels);
    for (const auto *models : {&key.models, &key.blacklistedModels}) {
        if (const auto fine = checkModels(*models); !fine)
            return unexpected(fine.error());
    }
    key.weight = command.key.weight;
    key.isEnabled = command.key.isEnabled;
    key.useForBatchApi = command.key.useForBatchApi;
    if (const auto taken = takeWhatItHolds(key, command, provider, isNew); !taken)
        return unexpected(taken.error());
    return key;
}

void ProviderConfiguration::changeKey(const api::SaveProviderKey &command, api::Reply<ProviderKeyView> reply)
{
    const auto fail = [this, &reply](const Error &error) {
        m_mainGate->post([reply = std::move(reply), error] { reply(unexpected(error)); });
    };
    const auto provider = findForChange(command.provider);
    if (!provider)
        return fail(provider.error());
    auto key = checkedKey(command, **provider);
    if (!key)
        return fail(key.error());
    const std::string name = (*provider)->id.value;
    const bool hasNewValue = command.value || !command.aws.isEmpty();
    if (!hasNewValue || key->source != config::KeySource::SecretStore) {
        storeKey(name, std::move(*key), std::move(reply));
        return;
    }
    // The secret first: a definition without its value would be a promise that cannot be kept.
    m_secrets.write(secrets::providerKeyReference(key->id.value), key->value,
                    [this, name, key = *key, reply = std::move(reply)](Result<secrets::SecretStore::Done> written) {
                        if (!written)
                            reply(unexpected(written.error()));
                        else
                            storeKey(name, key, reply);
                    });
}

void ProviderConfiguration::storeKey(const std::string &providerName, ProviderKey key,
                                     api::Reply<ProviderKeyView> reply)
{
    const auto provider = findForChange(toText(providerName));
    if (!provider) {
        m_mainGate->post([reply = std::move(reply), error = provider.error()] { reply(unexpected(error)); });
        return;
    }
    ProviderDefinition changed = **provider;
    const auto place = std::find_if(changed.keys.begin(), changed.keys.end(),
                                    [&](const ProviderKey &each) { return each.id == key.id; });
    if (place == changed.keys.end())
        changed.keys.push_back(key);
    else
        *place = key;
    store(std::move(changed), [this, key, providerName, reply = std::move(reply)](Result<bool> stored) {
        if (!stored)
            reply(unexpected(stored.error()));
        else
            reply(keyView(key, isInMemoryOnly(), m_snapshot->findProvider(providerName)));
    });
}

// Before the new address is in force, so that at no moment, not even after a crash, a key can go to a host that it was
// not entered for. Values of environment variables are not ours to forget.
void ProviderConfiguration::forgetStoredKeys(const ProviderId &id, std::function<void(Result<bool>)> done)
{
    struct Progress {
        std::size_t waiting = 1; // this function itself
        std::optional<Error> error;
        std::function<void(Result<bool>)> done;
        void step()
        {
            if (--waiting == 0)
                done(error ? Result<bool>(unexpected(*error)) : Result<bool>(true));
        }
    };
    auto progress = std::make_shared<Progress>();
    progress->done = std::move(done);
    const auto provider = findForChange(toText(id.value));
    for (const ProviderKey &key : (*provider)->keys) {
        if (key.source != config::KeySource::SecretStore)
            continue;
        ++progress->waiting;
        m_secrets.remove(secrets::providerKeyReference(key.id.value),
                         [this, id, keyId = key.id, progress](Result<secrets::SecretStore::Done> removed) {
                             if (removed)
                                 clearValue(id, keyId);
                             else
                                 progress->error = removed.error();
                             progress->step();
                         });
    }
    m_mainGate->post([progress] { progress->step(); });
}

void ProviderConfiguration::clearValue(const ProviderId &id, const KeyId &keyId)
{
    const auto provider = findForChange(toText(id.value));
    if (!provider)
        return;
    for (ProviderKey &key : (*provider)->keys) {
        if (key.id == keyId)
            forgetStoredValue(key);
    }
    publish();
}

} // namespace gateway::service
