// The virtual keys, owners and limits in force: checks commands, keeps them in the database, gives them to snapshots.
#pragma once

#include "gateway/api/governance_facade.h"
#include "gateway/api/removal_facade.h"
#include "gateway/base/clock.h"
#include "gateway/config/governance.h"
#include "gateway/config/limit_extra.h"
#include "gateway/governance/limit_ledger.h"
#include "gateway/secrets/secret_store.h"
#include "gateway/service/kept_values.h"
#include "gateway/service/limit_watch.h"
#include "gateway/service/worker_gate.h"
#include "gateway/storage/storage_thread.h"

#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gateway::service {

struct RemovedVirtualKey {
    config::VirtualKey key;
    std::vector<config::LimitCounter> used; // of its limits, when it went
    SecretString keptValue;                 // what the secret store had of it; empty: nothing
};

// A limit that went. The last one of shared limits takes its owner along.
struct RemovedLimit {
    api::RemovedLimitView view;
    storage::GovernanceObject owner; // as it was
    std::string provider;            // id of the virtual key's provider that it limits; empty: the whole owner
    config::UsageLimit limit;
    std::size_t place = 0; // among the limits of its owner
    std::vector<config::LimitCounter> used;
};

// A team or customer that went, and who belonged to it.
template <typename Owner>
struct RemovedOwner {
    Owner owner;
    std::vector<config::LimitCounter> used;
    std::vector<config::VirtualKeyId> keys;
    std::vector<config::TeamId> teams;
};

// Lives on the main thread. A command is acknowledged only after it is safely stored, and begins when the one before
// it is, so that none is lost. The first waits for the secret that values are hashed with.
class GovernanceConfiguration final : public api::GovernanceFacade {
    Q_OBJECT
public:
    GovernanceConfiguration(const Clock &clock, storage::StorageThread &storage, secrets::SecretStore &secrets,
                            governance::LimitLedger &ledger, std::shared_ptr<WorkerGate> mainGate,
                            QObject *parent = nullptr);

    // Before anything else; then the secret is read. `governance` changes again when it has come.
    void load(config::StoredGovernance stored);
    const config::GovernancePointer &governance() const { return m_published; } // never null

    bool requiresVirtualKey() const override { return m_current.settings.requiresVirtualKey; }
    void setRequiresVirtualKey(bool isRequired, Reply<bool> reply) override;
    void whenSettled(std::function<void()> done) override;
    api::AdminView admin() const override;
    void setAdmin(const api::AdminView &admin, const QString &password, Reply<api::AdminView> reply) override;
    bool isAdmin(const QString &username, const QString &password) const override;
    QList<api::VirtualKeyView> virtualKeys() const override;
    Result<api::VirtualKeyView> shownVirtualKey(const HeaderList &headers) const override;
    QList<api::TeamView> teams() const override;
    QList<api::CustomerView> customers() const override;
    QList<api::SharedLimitsView> sharedLimits() const override;
    void saveVirtualKey(const api::SaveVirtualKey &command, Reply<api::MadeVirtualKey> reply) override;
    void rotateVirtualKey(const QString &id, std::chrono::seconds grace, Reply<api::MadeVirtualKey> reply) override;
    void readKeptValue(const QString &id, Reply<QString> reply) override;
    void removeVirtualKey(const QString &id, Reply<api::VirtualKeyView> reply) override;
    // The keys that are to be deleted when they have expired, and have; done each minute while there is one that may.
    void removeExpired();
    // The same with a way back: with the same value, and with what was used of its limits.
    void takeVirtualKey(const QString &id, Reply<RemovedVirtualKey> reply);
    void restoreVirtualKey(const RemovedVirtualKey &removed, Reply<api::VirtualKeyView> reply);
    // Likewise a limit, whoever has it, and owners; who belonged to an owner does so again. NotFound when the owner of the
    // limit is gone, Conflict when it has another one of that kind now.
    void takeLimit(const QString &id, Reply<RemovedLimit> reply);
    void restoreLimit(const RemovedLimit &removed, Reply<api::RemovedLimitView> reply);
    void takeTeam(const QString &id, Reply<RemovedOwner<config::Team>> reply);
    void restoreTeam(const RemovedOwner<config::Team> &removed, Reply<api::TeamView> reply);
    void takeCustomer(const QString &id, Reply<RemovedOwner<config::Customer>> reply);
    void restoreCustomer(const RemovedOwner<config::Customer> &removed, Reply<api::CustomerView> reply);
    void saveTeam(const api::TeamView &team, bool mayBeNew, Reply<api::TeamView> reply) override;
    void removeTeam(const QString &id, Reply<api::TeamView> reply) override;
    void saveCustomer(const api::CustomerView &customer, bool mayBeNew, Reply<api::CustomerView> reply) override;
    void removeCustomer(const QString &id, Reply<api::CustomerView> reply) override;
    void saveSharedLimits(const api::SharedLimitsView &shared, bool mayBeNew,
                          Reply<api::SharedLimitsView> reply) override;
    void removeSharedLimits(const QString &id, Reply<api::SharedLimitsView> reply) override;
    void resetLimit(const QString &id) override;
    void raiseLimit(const QString &id, qint64 extra, const QDateTime &until, Reply<api::LimitView> reply) override;
    // What was allowed beyond limits before the start; after load().
    void loadExtras(const std::vector<config::LimitExtra> &extras);
    // Requests used something of these limits: who has to be warned is.
    void noteUse(const std::vector<config::LimitId> &limits);

private:
    using Stored = config::StoredGovernance;
    using Object = storage::GovernanceObject;
    struct NewKey {
        config::VirtualKey key;
        SecretString value; // to be told; empty: the stored one stays
        SecretString known; // the key's value as far as it is known here
        bool isFromFile = false;
    };

    void takeSecret(const Result<SecretString> &value);
    void makeDatabaseSalt();
    void inTurn(std::function<void()> change);
    void startNextChange();
    void endChange();
    template <typename Value>
    void refuse(const api::GovernanceFacade::Reply<Value> &reply, const Error &error)
    {
        endChange();
        reply(unexpected(error));
    }

    Result<NewKey> checkedKey(const api::SaveVirtualKey &command) const;
    config::KeyHash hashOf(const SecretString &value, config::KeyHash::Secret secret) const;
    void takeValue(config::VirtualKey &key, const SecretString &value) const;
    void storeKey(const NewKey &made, const Reply<api::MadeVirtualKey> &reply);
    void storeKey(const NewKey &made, const config::VirtualKey &before, bool isKept,
                  const Reply<api::MadeVirtualKey> &reply);
    void restoreKey(const config::VirtualKey &key, const std::vector<config::LimitCounter> &used,
                    const Reply<api::VirtualKeyView> &reply);
    Result<bool> checkOwners(const config::VirtualKey &key) const;
    template <typename Owner, typename View>
    Result<Owner> checkedOwner(const std::vector<Owner> &owners, const View &view, bool mayBeNew,
                               const char *what) const;

    void store(Object object, std::function<void(Result<bool>)> done);
    void erase(storage::GovernanceKind kind, const std::string &id, std::function<void(Result<bool>)> done);
    template <typename Owner, typename View>
    void removeOwner(const std::vector<Owner> &owners, storage::GovernanceKind kind, const QString &id,
                     View (*viewOf)(const Owner &, const governance::LimitLedger &),
                     const api::GovernanceFacade::Reply<View> &reply, const char *what);
    void adopt(Object object);
    void drop(storage::GovernanceKind kind, const std::string &id);
    template <typename Id>
    void detachKeys(Id config::VirtualKey::*owner, const Id &id);
    void detachTeams(const config::CustomerId &customer);
    template <typename Owner>
    RemovedOwner<Owner> membersOf(const Owner &owner) const;
    template <typename Owner>
    void attachMembers(const RemovedOwner<Owner> &removed);
    template <typename Owner>
    void takeOwner(const std::vector<Owner> &owners, storage::GovernanceKind kind, const QString &id, const char *what,
                   const Reply<RemovedOwner<Owner>> &reply);
    template <typename Owner, typename View>
    void restoreOwner(const RemovedOwner<Owner> &removed,
                      View (*viewOf)(const Owner &, const governance::LimitLedger &), const Reply<View> &reply);
    std::optional<RemovedLimit> placeOfLimit(const std::string &id) const;
    std::optional<Object> currentOwner(const Object &owner) const;
    void forgetLimits(const std::vector<config::LimitId> &before);
    void publish();
    void watchExpiry();
    // What is allowed beyond limits is a part of the limits that are published, until it ends.
    void endExtras();
    void raisePublished(Stored &published) const;
    void addExtras(QList<api::LimitView> &limits) const;
    void addExtras(api::VirtualKeyView &key) const;

    const Clock &m_clock;
    storage::StorageThread &m_storage;
    secrets::SecretStore &m_secrets;
    governance::LimitLedger &m_ledger;
    LimitWatch m_watch;
    std::shared_ptr<WorkerGate> m_mainGate;
    KeptValues m_kept;
    Stored m_current;
    std::map<std::string, config::LimitExtra> m_extras; // by limit id; those that have not ended
    QTimer m_extrasEnd;
    QTimer m_expiryCheck; // runs while a key is to be deleted when it has expired
    SecretString m_hashSecret;
    config::GovernancePointer m_published = std::make_shared<const config::Governance>();
    std::deque<std::function<void()>> m_waitingChanges;
    bool m_isReady = false; // the secret has come, or will not
    bool m_isChanging = false;
};

} // namespace gateway::service
