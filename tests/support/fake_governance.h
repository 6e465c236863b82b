// The governance of a fake gateway: records what it is asked, answers what the test sets.
#pragma once

#include "gateway/api/governance_facade.h"
#include "gateway/api/removal_facade.h"

#include <QHash>

#include <optional>
#include <utility>
#include <vector>

namespace support {

// Replies are called from inside the command.
class FakeGovernance : public gateway::api::GovernanceFacade {
    Q_OBJECT
public:
    using GovernanceFacade::GovernanceFacade;

    bool isRequired = false;
    QList<gateway::api::VirtualKeyView> storedKeys;
    QList<gateway::api::TeamView> storedTeams;
    QList<gateway::api::CustomerView> storedCustomers;
    QList<gateway::api::SharedLimitsView> storedSharedLimits;
    QString nextValue = QStringLiteral("sk-bf-NewValueThatIsShownOnce"); // of the next key that is made or rotated

    void setKeys(const QList<gateway::api::VirtualKeyView> &keys);
    void failNext(const gateway::Error &error) { m_nextError = error; }
    // Of any owner but a virtual key's provider; nothing when there is none.
    std::optional<gateway::api::RemovedLimitView> takeLimit(const QString &id);
    void giveLimit(const gateway::api::RemovedLimitView &removed);

    // What was asked, oldest first.
    std::vector<gateway::api::SaveVirtualKey> savedKeys;
    std::vector<std::pair<QString, std::chrono::seconds>> rotatedKeys;
    QStringList removedKeys;
    QStringList resetLimits;
    std::vector<std::pair<QString, qint64>> raisedLimits; // id, how much more

    bool requiresVirtualKey() const override { return isRequired; }
    void setRequiresVirtualKey(bool required, Reply<bool> reply) override;
    gateway::api::AdminView storedAdmin;
    QString adminPassword;
    void whenSettled(std::function<void()> done) override { done(); }
    gateway::api::AdminView admin() const override { return storedAdmin; }
    void setAdmin(const gateway::api::AdminView &admin, const QString &password,
                  Reply<gateway::api::AdminView> reply) override;
    bool isAdmin(const QString &username, const QString &password) const override
    {
        return username == storedAdmin.username && password == adminPassword;
    }
    QList<gateway::api::VirtualKeyView> virtualKeys() const override { return storedKeys; }
    gateway::Result<gateway::api::VirtualKeyView> shownVirtualKey(const gateway::HeaderList &headers) const override;
    QList<gateway::api::TeamView> teams() const override { return storedTeams; }
    QList<gateway::api::CustomerView> customers() const override { return storedCustomers; }
    QList<gateway::api::SharedLimitsView> sharedLimits() const override { return storedSharedLimits; }
    void saveVirtualKey(const gateway::api::SaveVirtualKey &command,
                        Reply<gateway::api::MadeVirtualKey> reply) override;
    void rotateVirtualKey(const QString &id, std::chrono::seconds grace,
                          Reply<gateway::api::MadeVirtualKey> reply) override;
    QHash<QString, QString> keptValues; // by the id of the key
    void readKeptValue(const QString &id, Reply<QString> reply) override;
    void removeVirtualKey(const QString &id, Reply<gateway::api::VirtualKeyView> reply) override;
    void saveTeam(const gateway::api::TeamView &team, bool mayBeNew, Reply<gateway::api::TeamView> reply) override;
    void removeTeam(const QString &id, Reply<gateway::api::TeamView> reply) override;
    void saveCustomer(const gateway::api::CustomerView &customer, bool mayBeNew,
                      Reply<gateway::api::CustomerView> reply) override;
    void removeCustomer(const QString &id, Reply<gateway::api::CustomerView> reply) override;
    void saveSharedLimits(const gateway::api::SharedLimitsView &shared, bool mayBeNew,
                          Reply<gateway::api::SharedLimitsView> reply) override;
    void removeSharedLimits(const QString &id, Reply<gateway::api::SharedLimitsView> reply) override;
    void resetLimit(const QString &id) override { resetLimits.append(id); }
    void raiseLimit(const QString &id, qint64 extra, const QDateTime &until,
                    Reply<gateway::api::LimitView> reply) override;

private:
    template <typename Value>
    bool failsNow(const Reply<Value> &reply);
    template <typename View>
    void save(QList<View> &stored, View view, const Reply<View> &reply);
    template <typename View>
    void remove(QList<View> &stored, const QString &id, const Reply<View> &reply);

    std::optional<gateway::Error> m_nextError;
    int m_lastId = 0;
};

} // namespace support
