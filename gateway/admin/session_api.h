// Bifrost's /api/session: who may manage, logins and logouts.
#pragma once

#include "gateway/access/admin_gate.h"
#include "gateway/admin/management_answers.h"
#include "gateway/api/governance_facade.h"
#include "gateway/pipeline/management_port.h"

namespace gateway::admin {

// Lives on the main thread. Open to everybody, as logins must be.
class SessionApi {
public:
    explicit SessionApi(api::GovernanceFacade &governance);

    bool isAdminNeeded() const { return m_governance.admin().isNeeded; }
    // AdminRequired when the request comes from nobody who may manage.
    Result<void> check(const pipeline::ManagementRequest &request);

    // `segments`: of the path behind /api/session.
    void handle(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);

private:
    void logIn(const pipeline::ManagementRequest &request, const ManagementReply &reply);
    void followAccount();

    api::GovernanceFacade &m_governance;
    access::AdminGate m_gate;
    api::AdminView m_account; // whose sessions these are
};

} // namespace gateway::admin
