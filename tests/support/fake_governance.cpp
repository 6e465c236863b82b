#include "tests/support/fake_governance.h"

#include <algorithm>

namespace support {

using gateway::Error;
using gateway::ErrorCode;
using namespace gateway::api;

namespace {

template <typename Use>
void forEachOwner(FakeGovernance &governance, Use use)
{
    for (auto &key : governance.storedKeys)
        use(key, LimitOwnerKind::VirtualKey);
    for (auto &team : governance.storedTeams)
        use(team, LimitOwnerKind::Team);
    for (auto &customer : governance.storedCustomers)
        use(customer, LimitOwnerKind::Customer);
    for (auto &shared : governance.storedSharedLimits)
        use(shared, !shared.model.isEmpty()     ? LimitOwnerKind::Model
                    : shared.provider.isEmpty() ? LimitOwnerKind::Everything
                                                : LimitOwnerKind::Provider);
}

} // namespace

std::optional<RemovedLimitView> FakeGovernance::takeLimit(const QString &id)
{
    std::optional<RemovedLimitView> taken;
    forEachOwner(*this, [&](auto &owner, LimitOwnerKind kind) {
        for (const LimitView &limit : std::as_const(owner.limits)) {
            if (limit.id != id)
                continue;
            taken = RemovedLimitView{kind, owner.id, {}, limit};
            if constexpr (requires { owner.name; })
                taken->ownerName = owner.name;
            else
                taken->ownerName = owner.model.isEmpty() ? owner.provider : owner.model;
        }
        owner.limits.removeIf([&id](const LimitView &limit) { return limit.id == id; });
    });
    if (taken)
        emit governanceChanged();
    return taken;
}

void FakeGovernance::giveLimit(const RemovedLimitView &removed)
{
    forEachOwner(*this, [&removed](auto &owner, LimitOwnerKind) {
        if (owner.id == removed.ownerId)
            owner.limits.append(removed.limit);
    });
    emit governanceChanged();
}

template <typename Value>
bool FakeGovernance::failsNow(const Reply<Value> &reply)
{
    if (!m_nextError)
        return false;
    const Error error = *std::exchange(m_nextError, std::nullopt);
    reply(gateway::unexpected(error));
    return true;
}

template <typename View>
void FakeGovernance::save(QList<View> &stored, View view, const Reply<View> &reply)
{
    if (failsNow(reply))
        return;
    if (view.id.isEmpty())
        view.id = QStringLiteral("id-%1").arg(++m_lastId);
    const auto found =
        std::find_if(stored.begin(), stored.end(), [&view](const View &each) { return each.id == view.id; });
    if (found == stored.end())
        stored.append(view);
    else
        *found = view;
    emit governanceChanged();
    reply(view);
}

template <typename View>
void FakeGovernance::remove(QList<View> &stored, const QString &id, const Reply<View> &reply)
{
    if (failsNow(reply))
        return;
    const auto found = std::find_if(stored.begin(), stored.end(), [&id](const View &each) { return each.id == id; });
    if (found == stored.end()) {
        reply(gateway::unexpected(Error::client(ErrorCode::NotFound, "There is none.")));
        return;
    }
    const View removed = *found;
    stored.erase(found);
    emit governanceChanged();
    reply(removed);
}

void FakeGovernance::setKeys(const QList<VirtualKeyView> &keys)
{
    storedKeys = keys;
    emit governanceChanged();
}

void FakeGovernance::setRequiresVirtualKey(bool required, Reply<bool> reply)
{
    if (failsNow(reply))
        return;
    isRequired = required;
    emit governanceChanged();
    reply(required);
}

void FakeGovernance::setAdmin(const AdminView &admin, const QString &password, Reply<AdminView> reply)
{
    if (failsNow(reply))
        return;
    storedAdmin = admin;
    adminPassword = password;
    emit governanceChanged();
    reply(admin);
}

void FakeGovernance::saveVirtualKey(const SaveVirtualKey &command, Reply<MadeVirtualKey> reply)
{
    savedKeys.push_back(command);
    const bool isNew = command.key.id.isEmpty();
    VirtualKeyView key = command.key;
    if (isNew) {
        key.shownPrefix = nextValue.left(10);
        key.hasKeptValue = key.keepsValue;
    }
    save<VirtualKeyView>(storedKeys, key, [this, isNew, reply](const gateway::Result<VirtualKeyView> &saved) {
        if (saved)
            reply(MadeVirtualKey{*saved, isNew ? nextValue : QString()});
        else
            reply(gateway::unexpected(saved.error()));
    });
}

void FakeGovernance::rotateVirtualKey(const QString &id, std::chrono::seconds grace, Reply<MadeVirtualKey> reply)
{
    rotatedKeys.emplace_back(id, grace);
    if (failsNow(reply))
        return;
    for (VirtualKeyView &key : storedKeys) {
        if (key.id != id)
            continue;
        key.shownPrefix = nextValue.left(10);
        const MadeVirtualKey made{key, nextValue};
        emit governanceChanged();
        reply(made);
        return;
    }
    reply(gateway::unexpected(Error::client(ErrorCode::NotFound, "There is none.")));
}

void FakeGovernance::readKeptValue(const QString &id, Reply<QString> reply)
{
    if (failsNow(reply))
        return;
    if (keptValues.contains(id))
        reply(keptValues.value(id));
    else
        reply(gateway::unexpected(Error::client(ErrorCode::NotFound, "Only a hash of this value is kept.")));
}

void FakeGovernance::removeVirtualKey(const QString &id, Reply<VirtualKeyView> reply)
{
    removedKeys.append(id);
    remove<VirtualKeyView>(storedKeys, id, reply);
}

void FakeGovernance::saveTeam(const TeamView &team, bool, Reply<TeamView> reply)
{
    save<TeamView>(storedTeams, team, reply);
}

void FakeGovernance::removeTeam(const QString &id, Reply<TeamView> reply)
{
    remove<TeamView>(storedTeams, id, reply);
}

void FakeGovernance::saveCustomer(const CustomerView &customer, bool, Reply<CustomerView> reply)
{
    save<CustomerView>(storedCustomers, customer, reply);
}

void FakeGovernance::removeCustomer(const QString &id, Reply<CustomerView> reply)
{
    remove<CustomerView>(storedCustomers, id, reply);
}

void FakeGovernance::saveSharedLimits(const SharedLimitsView &shared, bool, Reply<SharedLimitsView> reply)
{
    save<SharedLimitsView>(storedSharedLimits, shared, reply);
}

void FakeGovernance::removeSharedLimits(const QString &id, Reply<SharedLimitsView> reply)
{
    remove<SharedLimitsView>(storedSharedLimits, id, reply);
}

// By its prefix, which the header x-bf-vk has.
gateway::Result<VirtualKeyView> FakeGovernance::shownVirtualKey(const gateway::HeaderList &headers) const
{
    const std::string_view shown = headers.value("x-bf-vk");
    for (const VirtualKeyView &key : storedKeys) {
        if (!shown.empty() && key.shownPrefix.toStdString() == shown)
            return key;
    }
    const auto code = shown.empty() ? ErrorCode::VirtualKeyRequired : ErrorCode::VirtualKeyUnknown;
    return gateway::unexpected(Error::client(code, "No such key."));
}

void FakeGovernance::raiseLimit(const QString &id, qint64 extra, const QDateTime &until, Reply<LimitView> reply)
{
    if (failsNow(reply))
        return;
    raisedLimits.emplace_back(id, extra);
    LimitView raised;
    forEachOwner(*this, [&](auto &owner, LimitOwnerKind) {
        for (LimitView &limit : owner.limits) {
            if (limit.id != id)
                continue;
            limit.extra = extra;
            limit.extraUntil = extra > 0 ? until : QDateTime();
            raised = limit;
        }
    });
    emit governanceChanged();
    reply(raised);
}

} // namespace support
