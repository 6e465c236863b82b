// Who may use what: virtual keys, teams, customers and limits. A part of the narrow waist.
#pragma once

#include "gateway/api/governance_views.h"
#include "gateway/base/header_list.h"
#include "gateway/base/result.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace gateway::api {

// Lives on the main thread, under the rules of GatewayFacade: values are cached, replies come later, exactly once.
// A save with an empty id makes a new object; with one it replaces that, or makes it if `mayBeNew` says so.
class GovernanceFacade : public QObject {
    Q_OBJECT
public:
    template <typename Value>
    using Reply = std::function<void(Result<Value>)>;

    using QObject::QObject;

    virtual bool requiresVirtualKey() const = 0; // of every inference request
    virtual void setRequiresVirtualKey(bool isRequired, Reply<bool> reply) = 0;

    // `done` is called on the main thread when every change that was asked for before is stored, or refused.
    virtual void whenSettled(std::function<void()> done) = 0;

    virtual AdminView admin() const = 0;
    // The password is hashed at once, which takes some tenths of a second. InvalidRequest when one is needed and none given.
    virtual void setAdmin(const AdminView &admin, const QString &password, Reply<AdminView> reply) = 0;
    virtual bool isAdmin(const QString &username, const QString &password) const = 0; // as slow

    virtual QList<VirtualKeyView> virtualKeys() const = 0; // oldest first
    // The key that a request with these headers shows. VirtualKeyRequired when it shows none, and the errors that an
    // inference request would get.
    virtual Result<VirtualKeyView> shownVirtualKey(const HeaderList &headers) const = 0;
    virtual QList<TeamView> teams() const = 0;
    virtual QList<CustomerView> customers() const = 0;
    virtual QList<SharedLimitsView> sharedLimits() const = 0;

    // InvalidRequest for what cannot be, Conflict for a name that another key has, NotFound for an unknown id.
    virtual void saveVirtualKey(const SaveVirtualKey &command, Reply<MadeVirtualKey> reply) = 0;
    // A new value; the one before is good for `grace` more. When the key keeps its values: SecretUnavailable
    // where the secret store cannot be reached, InvalidRequest where it ends with the process, and nothing has changed.
    // So with saveVirtualKey.
    virtual void rotateVirtualKey(const QString &id, std::chrono::seconds grace, Reply<MadeVirtualKey> reply) = 0;
    // The value of a key that keeps it, from the secret store. NotFound for an unknown id and where only a hash is kept,
    // SecretUnavailable when the store cannot be reached. Never to be logged, stored or shown unasked.
    virtual void readKeptValue(const QString &id, Reply<QString> reply) = 0;
    virtual void removeVirtualKey(const QString &id, Reply<VirtualKeyView> reply) = 0;

    virtual void saveTeam(const TeamView &team, bool mayBeNew, Reply<TeamView> reply) = 0;
    virtual void removeTeam(const QString &id, Reply<TeamView> reply) = 0; // its keys stay, without a team
    virtual void saveCustomer(const CustomerView &customer, bool mayBeNew, Reply<CustomerView> reply) = 0;
    virtual void removeCustomer(const QString &id, Reply<CustomerView> reply) = 0; // likewise
    virtual void saveSharedLimits(const SharedLimitsView &shared, bool mayBeNew, Reply<SharedLimitsView> reply) = 0;
    virtual void removeSharedLimits(const QString &id, Reply<SharedLimitsView> reply) = 0;

    // What is used of a limit begins at nothing again; its window stays.
    virtual void resetLimit(const QString &id) = 0;
    // Allows so much more than the limit says, in its unit, until then; 0 takes it back. NotFound for an unknown id,
    // InvalidRequest for less than nothing or a time that has passed.
    virtual void raiseLimit(const QString &id, qint64 extra, const QDateTime &until, Reply<LimitView> reply) = 0;

signals:
    void governanceChanged(); // not for what is used, which changes with every request
    void limitWarned(const gateway::api::LimitWarning &warning);
};

} // namespace gateway::api
