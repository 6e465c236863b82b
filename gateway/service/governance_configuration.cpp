#include "gateway/service/governance_configuration.h"

#include "gateway/access/key_hash.h"
#include "gateway/base/overload.h"
#include "gateway/base/refusal.h"
#include "gateway/service/governance_lists.h"
#include "gateway/service/governance_views.h"
#include "gateway/service/view_conversion.h"

#include <algorithm>
#include <tuple>

namespace gateway::service {

namespace {

using config::KeyHash;
using config::VirtualKey;
using storage::GovernanceKind;

constexpr auto hashSecretReference = "virtual-key-hash";

template <typename Owner>
void replaceIn(std::vector<Owner> &owners, Owner owner)
{
    const auto found =
        std::find_if(owners.begin(), owners.end(), [&owner](const Owner &each) { return idOf(each) == idOf(owner); });
    if (found == owners.end())
        owners.push_back(std::move(owner));
    else
        *found = std::move(owner);
}

template <typename Owner>
void sortByAge(std::vector<Owner> &owners)
{
    std::sort(owners.begin(), owners.end(), [](const Owner &left, const Owner &right) {
        return std::tie(left.createdAt, idOf(left)) < std::tie(right.createdAt, idOf(right));
    });
}

} // namespace

GovernanceConfiguration::GovernanceConfiguration(const Clock &clock, storage::StorageThread &storage,
                                                 secrets::SecretStore &secrets, governance::LimitLedger &ledger,
                                                 std::shared_ptr<WorkerGate> mainGate, QObject *parent)
    : GovernanceFacade(parent)
    , m_clock(clock)
    , m_storage(storage)
    , m_secrets(secrets)
    , m_ledger(ledger)
    , m_watch(ledger)
    , m_mainGate(std::move(mainGate))
    , m_kept(secrets, m_mainGate)
{
    m_expiryCheck.setInterval(std::chrono::minutes(1));
    connect(&m_expiryCheck, &QTimer::timeout, this, &GovernanceConfiguration::removeExpired);
}

// --- the secret

void GovernanceConfiguration::load(config::StoredGovernance stored)
{
    m_current = std::move(stored);
    sortByAge(m_current.virtualKeys);
    sortByAge(m_current.teams);
    sortByAge(m_current.customers);
    sortByAge(m_current.sharedLimits);
    makeDatabaseSalt();
    publish();
    m_watch.takeAsTold();
    if (m_secrets.kind() == secrets::StoreKind::Memory) {
        m_isReady = true;
        return;
    }
    m_secrets.read(hashSecretReference, [this](const Result<SecretString> &value) { takeSecret(value); });
}

void GovernanceConfiguration::makeDatabaseSalt()
{
    if (!m_current.settings.databaseSalt.empty())
        return;
    m_current.settings.databaseSalt = access::makeRandomSecret();
    m_storage.postSaveGovernance(m_current.settings, [](const Result<bool> &) {
        // If it fails, so will the saving of the first key that is hashed with it.
    });
}

// A store that cannot be read leaves the keys that were hashed with its secret unusable; new ones are hashed with the
// database's salt.
void GovernanceConfiguration::takeSecret(const Result<SecretString> &value)
{
    const auto begin = [this] {
        m_isReady = true;
        publish();
        emit governanceChanged();
        startNextChange();
    };
    if (!value || !value->isEmpty()) {
        if (value)
            m_hashSecret = *value;
        begin();
        return;
    }
    const SecretString made(access::makeRandomSecret());
    m_secrets.write(hashSecretReference, made, [this, made, begin](const Result<secrets::SecretStore::Done> &written) {
        if (written)
            m_hashSecret = made;
        begin();
    });
}

// --- one change after another

void GovernanceConfiguration::inTurn(std::function<void()> change)
{
    m_waitingChanges.push_back(std::move(change));
    startNextChange();
}

void GovernanceConfiguration::startNextChange()
{
    if (!m_isReady || m_isChanging || m_waitingChanges.empty())
        return;
    m_isChanging = true;
    m_mainGate->post([this] {
        const auto change = std::move(m_waitingChanges.front());
        m_waitingChanges.pop_front();
        change();
    });
}

void GovernanceConfiguration::endChange()
{
    m_isChanging = false;
    startNextChange();
}

void GovernanceConfiguration::store(Object object, std::function<void(Result<bool>)> done)
{
    m_storage.postSaveGovernance(object,
                                 [this, object, gate = m_mainGate, done = std::move(done)](const Result<bool> &stored) {
                                     gate->post([this, object, stored, done] {
                                         if (stored)
                                             adopt(object);
                                         endChange();
                                         done(stored);
                                     });
                                 });
}

void GovernanceConfiguration::adopt(Object object)
{
    const std::vector<config::LimitId> before = allLimitIds(m_current);
    std::visit(
        Overload{[this](config::GovernanceSettings &&settings) { m_current.settings = std::move(settings); },
                 [this](VirtualKey &&key) {
                     replaceIn(m_current.virtualKeys, std::move(key));
                     sortByAge(m_current.virtualKeys); // one that comes back is not the newest
                 },
                 [this](config::Team &&team) { replaceIn(m_current.teams, std::move(team)); },
                 [this](config::Customer &&customer) { replaceIn(m_current.customers, std::move(customer)); },
                 [this](config::SharedLimits &&shared) { replaceIn(m_current.sharedLimits, std::move(shared)); }},
        std::move(object));
    forgetLimits(before);
    publish();
    emit governanceChanged();
}

void GovernanceConfiguration::publish()
{
    Stored published = m_current;
    raisePublished(published);
    m_published = std::make_shared<const config::Governance>(std::move(published), m_hashSecret);
    m_watch.setGovernance(m_published);
    watchExpiry();
}

// --- virtual keys

QList<api::VirtualKeyView> GovernanceConfiguration::virtualKeys() const
{
    QList<api::VirtualKeyView> views;
    for (const VirtualKey &key : m_current.virtualKeys)
        views.append(virtualKeyView(key, m_ledger));
    for (api::VirtualKeyView &view : views)
        addExtras(view);
    return views;
}

Result<bool> GovernanceConfiguration::checkOwners(const VirtualKey &key) const
{
    if (!key.team.isEmpty() && !findIn(m_current.teams, key.team.value))
        return unexpected(refused("There is no team with the id " + key.team.value + "."));
    if (!key.customer.isEmpty() && !findIn(m_current.customers, key.customer.value))
        return unexpected(refused("There is no customer with the id " + key.customer.value + "."));
    for (const VirtualKey &other : m_current.virtualKeys) {
        if (other.name == key.name && other.id != key.id)
            return unexpected(Error::client(ErrorCode::Conflict,
                                            "Another virtual key is named \"" + key.name + "\". Choose another name."));
    }
    return true;
}

Result<GovernanceConfiguration::NewKey> GovernanceConfiguration::checkedKey(const api::SaveVirtualKey &command) const
{
    const std::string id = toUtf8(command.key.id);
    const bool isFromFile = command.value.has_value();
    const VirtualKey *previous = findIn(m_current.virtualKeys, id);
    if (!previous && !id.empty() && !isFromFile)
        return unexpected(notFound("Virtual key", id));
    VirtualKey base = previous ? *previous : VirtualKey();
    base.updatedAt = m_clock.wallNow();
    if (!previous) {
        base.id.value = id.empty() ? makeUuid() : id;
        base.createdAt = base.updatedAt;
    }
    auto key = readVirtualKey(command.key, base, isFromFile);
    if (!key)
        return unexpected(key.error());
    if (const auto fine = checkOwners(*key); !fine)
        return unexpected(fine.error());
    NewKey made{std::move(*key), {}, {}, isFromFile};
    if (!isFromFile && previous)
        return made;
    const SecretString value = isFromFile ? SecretString(toUtf8(*command.value)) : access::makeVirtualKeyValue();
    if (value.isEmpty())
        return unexpected(refused("The virtual key \"" + made.key.name + "\" has no value."));
    takeValue(made.key, value);
    const config::Governance::Found taken = m_published->find(made.key.hash);
    if (taken.key && taken.key->id != made.key.id)
        return unexpected(Error::client(ErrorCode::Conflict, "The virtual keys \"" + taken.key->name + "\" and \""
                                                                 + made.key.name + "\" have the same value."));
    made.known = value;
    if (!isFromFile)
        made.value = value;
    return made;
}

void GovernanceConfiguration::saveVirtualKey(const api::SaveVirtualKey &command, Reply<api::MadeVirtualKey> reply)
{
    inTurn([this, command, reply = std::move(reply)] {
        const auto made = checkedKey(command);
        if (made)
            storeKey(*made, reply);
        else
            refuse(reply, made.error());
    });
}

// --- owners

template <typename Owner, typename View>
Result<Owner> GovernanceConfiguration::checkedOwner(const std::vector<Owner> &owners, const View &view, bool mayBeNew,
                                                    const char *what) const
{
    const std::string id = toUtf8(view.id);
    const Owner *previous = findIn(owners, id);
    if (!previous && !id.empty() && !mayBeNew)
        return unexpected(notFound(what, id));
    Owner owner = previous ? *previous : Owner();
    if constexpr (std::is_same_v<Owner, config::SharedLimits>) {
        owner.id = previous ? owner.id : id.empty() ? makeUuid() : id;
        owner.provider = toUtf8(view.provider.trimmed());
        owner.model = toUtf8(view.model.trimmed());
    } else {
        owner.id.value = previous ? owner.id.value : id.empty() ? makeUuid() : id;
        owner.name = toUtf8(view.name.trimmed());
        if (owner.name.empty())
            return unexpected(refused(std::string("A name is needed: ") + what + "."));
    }
    if constexpr (std::is_same_v<Owner, config::Team>) {
        owner.customer.value = toUtf8(view.customerId);
        if (!owner.customer.isEmpty() && !findIn(m_current.customers, owner.customer.value))
            return unexpected(refused("There is no customer with the id " + owner.customer.value + "."));
    }
    auto limits = readLimits(view.limits, owner.limits, mayBeNew);
    if (!limits)
        return unexpected(limits.error());
    owner.limits = std::move(*limits);
    owner.updatedAt = m_clock.wallNow();
    if (!previous)
        owner.createdAt = owner.updatedAt;
    return owner;
}

namespace {

template <typename Owner, typename View>
std::function<void(Result<bool>)> replyWith(View (*viewOf)(const Owner &, const governance::LimitLedger &),
                                            const Owner &owner, const governance::LimitLedger &ledger,
                                            const api::GovernanceFacade::Reply<View> &reply)
{
    return [viewOf, owner, &ledger, reply](const Result<bool> &stored) {
        if (stored)
            reply(viewOf(owner, ledger));
        else
            reply(unexpected(stored.error()));
    };
}

template <typename View, typename Owner>
QList<View> viewsOf(const std::vector<Owner> &owners, View (*viewOf)(const Owner &, const governance::LimitLedger &),
                    const governance::LimitLedger &ledger)
{
    QList<View> views;
    for (const Owner &owner : owners)
        views.append(viewOf(owner, ledger));
    return views;
}

} // namespace

QList<api::TeamView> GovernanceConfiguration::teams() const
{
    QList<api::TeamView> views = viewsOf<api::TeamView>(m_current.teams, teamView, m_ledger);
    for (api::TeamView &view : views)
        addExtras(view.limits);
    return views;
}

QList<api::CustomerView> GovernanceConfiguration::customers() const
{
    QList<api::CustomerView> views = viewsOf<api::CustomerView>(m_current.customers, customerView, m_ledger);
    for (api::CustomerView &view : views)
        addExtras(view.limits);
    return views;
}

QList<api::SharedLimitsView> GovernanceConfiguration::sharedLimits() const
{
    QList<api::SharedLimitsView> views =
        viewsOf<api::SharedLimitsView>(m_current.sharedLimits, sharedLimitsView, m_ledger);
    for (api::SharedLimitsView &view : views)
        addExtras(view.limits);
    return views;
}

void GovernanceConfiguration::saveTeam(const api::TeamView &team, bool mayBeNew, Reply<api::TeamView> reply)
{
    inTurn([this, team, mayBeNew, reply = std::move(reply)] {
        const auto checked = checkedOwner(m_current.teams, team, mayBeNew, "Team");
        if (checked)
            store(*checked, replyWith(teamView, *checked, m_ledger, reply));
        else
            refuse(reply, checked.error());
    });
}

void GovernanceConfiguration::saveCustomer(const api::CustomerView &customer, bool mayBeNew,
                                           Reply<api::CustomerView> reply)
{
    inTurn([this, customer, mayBeNew, reply = std::move(reply)] {
        const auto checked = checkedOwner(m_current.customers, customer, mayBeNew, "Customer");
        if (checked)
            store(*checked, replyWith(customerView, *checked, m_ledger, reply));
        else
            refuse(reply, checked.error());
    });
}

void GovernanceConfiguration::saveSharedLimits(const api::SharedLimitsView &shared, bool mayBeNew,
                                               Reply<api::SharedLimitsView> reply)
{
    inTurn([this, shared, mayBeNew, reply = std::move(reply)] {
        const auto checked = checkedOwner(m_current.sharedLimits, shared, mayBeNew, "Limits");
        if (checked)
            store(*checked, replyWith(sharedLimitsView, *checked, m_ledger, reply));
        else
            refuse(reply, checked.error());
    });
}

} // namespace gateway::service
