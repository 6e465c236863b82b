// The providers and keys in force: applies commands, keeps them in the database and the secret store, makes snapshots.
#pragma once

#include "gateway/api/gateway_commands.h"
#include "gateway/api/gateway_facade.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/secrets/secret_store.h"
#include "gateway/service/preset_catalog.h"
#include "gateway/service/worker_gate.h"
#include "gateway/storage/storage_thread.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>

namespace gateway::service {

struct RemovedProviderKey {
    ProviderId provider;
    std::string baseUrl;   // that the key was entered for
    std::size_t place = 0; // among the keys of its provider
    config::ProviderKey key;
};

// Lives on the main thread. A command is acknowledged only after it is safely stored.
class ProviderConfiguration : public QObject {
    Q_OBJECT
public:
    ProviderConfiguration(storage::StorageThread &storage, secrets::SecretStore &secrets, const PresetCatalog &presets,
                          std::shared_ptr<WorkerGate> mainGate, QObject *parent = nullptr);

    // Takes what was stored, then reads the secrets one after another; snapshotChanged follows each change.
    void load(storage::StoredConfig stored);

    const config::ConfigSnapshotPointer &snapshot() const { return m_snapshot; }
    const config::ProviderDefinition *find(const QString &name) const;
    QList<api::ProviderView> views() const;
    bool isInMemoryOnly() const { return m_secrets.kind() == secrets::StoreKind::Memory; }

    // Our own listener: a provider at this port of this computer would be a circle.
    void setOwnPort(quint16 port) { m_ownPort = port; }
    void setClientSettings(const config::ClientSettings &settings, bool mustStore);

    void setResilience(const config::ResilienceSettings &settings); // for the next snapshots
    void setRoutingRules(config::RoutingRulesPointer rules);        // for the next snapshots
    void setGovernance(config::GovernancePointer governance);
    void setPrices(config::PriceBookPointer prices); // not null; for the next snapshots

    void saveProvider(const api::SaveProvider &command, api::Reply<api::ProviderView> reply);
    void removeProvider(const QString &name, api::Reply<api::ProviderView> reply);
    void saveKey(const api::SaveProviderKey &command, api::Reply<api::ProviderKeyView> reply);
    void removeKey(const QString &provider, const QString &keyId, api::Reply<api::ProviderKeyView> reply);

    // The same with the secret values, for a way back. What is restored must be what was taken; Conflict when a name
    // was given away meanwhile.
    void takeProvider(const QString &name, api::Reply<config::ProviderDefinition> reply);
    void restoreProvider(const config::ProviderDefinition &provider, api::Reply<api::ProviderView> reply);
    void takeKey(const QString &provider, const QString &keyId, api::Reply<RemovedProviderKey> reply);
    void restoreKey(const RemovedProviderKey &removed, api::Reply<api::ProviderKeyView> reply);

signals:
    void snapshotChanged();

private:
    using Definition = config::ProviderDefinition;

    // A change begins when the one before is stored, so that each builds upon the last and none is lost.
    template <typename Value>
    void inTurn(api::Reply<Value> reply, std::function<void(api::Reply<Value>)> change)
    {
        m_waitingChanges.push_back([this, reply = std::move(reply), change = std::move(change)] {
            change([this, reply](Result<Value> result) {
                m_isChanging = false;
                startNextChange();
                reply(std::move(result));
            });
        });
        startNextChange();
    }
    template <typename Value>
    void refuse(api::Reply<Value> reply, const Error &error)
    {
        m_mainGate->post([reply = std::move(reply), error] { reply(unexpected(error)); });
    }
    void startNextChange();
    void changeProvider(const api::SaveProvider &command, api::Reply<api::ProviderView> reply);
    void forgetStoredKeys(const ProviderId &id, std::function<void(Result<bool>)> done);
    void clearValue(const ProviderId &id, const KeyId &keyId);
    void storeProvider(Definition provider, const api::SaveProvider &command, api::Reply<api::ProviderView> reply);
    // Values that have not come from the secret store yet are asked for, so that what is taken is whole.
    void readMissing(std::shared_ptr<Definition> provider, std::function<void()> done);
    void dropProvider(const QString &name, api::Reply<Definition> reply);
    void eraseProvider(std::shared_ptr<const Definition> provider, api::Reply<Definition> reply);
    void bringBackProvider(const Definition &provider, api::Reply<api::ProviderView> reply);
    void writeValues(std::vector<std::pair<std::string, SecretString>> values, std::function<void(Result<bool>)> done);
    Result<bool> checkKeyNames(const std::vector<config::ProviderKey> &keys) const;
    void changeKey(const api::SaveProviderKey &command, api::Reply<api::ProviderKeyView> reply);
    void dropKey(const QString &provider, const QString &keyId, api::Reply<RemovedProviderKey> reply);
    void eraseKey(const Definition &provider, const KeyId &id, api::Reply<RemovedProviderKey> reply);
    void bringBackKey(const RemovedProviderKey &removed, api::Reply<api::ProviderKeyView> reply);

    Result<Definition> checkedProvider(const api::SaveProvider &command) const;
    Result<config::ProviderKey> checkedKey(const api::SaveProviderKey &command, const Definition &provider) const;
    Result<Definition *> findForChange(const QString &name);
    void store(Definition provider, std::function<void(Result<bool>)> reply);
    void storeKey(const std::string &provider, config::ProviderKey key, api::Reply<api::ProviderKeyView> reply);
    void adopt(Definition provider);
    void readSecrets(const Definition &provider);
    void applySecret(const std::string &provider, const KeyId &key, const Result<SecretString> &value);
    void publish();

    storage::StorageThread &m_storage;
    secrets::SecretStore &m_secrets;
    const PresetCatalog &m_presets;
    std::shared_ptr<WorkerGate> m_mainGate;
    config::ConfigSnapshot m_current;
    config::ConfigSnapshotPointer m_snapshot = std::make_shared<const config::ConfigSnapshot>();
    quint16 m_ownPort = 0;
    std::deque<std::function<void()>> m_waitingChanges;
    bool m_isChanging = false;
};

} // namespace gateway::service
