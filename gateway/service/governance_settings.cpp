#include "gateway/access/admin_gate.h"
#include "gateway/service/governance_configuration.h"
#include "gateway/service/view_conversion.h"

// The settings among what GovernanceConfiguration keeps: who must show a key, who may manage.
namespace gateway::service {

void GovernanceConfiguration::setRequiresVirtualKey(bool isRequired, Reply<bool> reply)
{
    inTurn([this, isRequired, reply = std::move(reply)] {
        config::GovernanceSettings settings = m_current.settings;
        settings.requiresVirtualKey = isRequired;
        store(settings,
              [isRequired, reply](const Result<bool> &stored) { reply(stored ? Result<bool>(isRequired) : stored); });
    });
}

void GovernanceConfiguration::whenSettled(std::function<void()> done)
{
    inTurn([this, done = std::move(done)] {
        endChange();
        done();
    });
}

api::AdminView GovernanceConfiguration::admin() const
{
    return {m_current.settings.isAdminNeeded, toText(m_current.settings.adminName)};
}

bool GovernanceConfiguration::isAdmin(const QString &username, const QString &password) const
{
    const config::GovernanceSettings &settings = m_current.settings;
    const bool isPassword =
        access::isPassword(toUtf8(password), settings.adminPasswordHash); // first: names are no secret
    return isPassword && SecretString(toUtf8(username)) == SecretString(settings.adminName);
}

void GovernanceConfiguration::setAdmin(const api::AdminView &admin, const QString &password,
                                       Reply<api::AdminView> reply)
{
    inTurn([this, admin, password = SecretString(toUtf8(password)), reply = std::move(reply)] {
        config::GovernanceSettings settings = m_current.settings;
        settings.isAdminNeeded = admin.isNeeded;
        settings.adminName = toUtf8(admin.username);
        const bool isKnown = access::isPassword(password.reveal(), settings.adminPasswordHash);
        if (!password.isEmpty() && !isKnown) {
            auto hash = access::hashPassword(password.reveal());
            if (!hash) {
                refuse(reply, hash.error());
                return;
            }
            settings.adminPasswordHash = std::move(*hash);
        }
        if (admin.isNeeded && (settings.adminName.empty() || settings.adminPasswordHash.empty())) {
            refuse(reply, Error::client(ErrorCode::InvalidRequest, "An administrator needs a name and a password."));
            return;
        }
        store(settings, [admin, reply](const Result<bool> &stored) {
            if (stored)
                reply(admin);
            else
                reply(unexpected(stored.error()));
        });
    });
}

} // namespace gateway::service
