// Bifrost's /api/session: who may manage, logins and logouts.
#pragma once

#include "gateway/access/admin_gate.h"
#include "gateway/admin/management_answers.h"
#include "gateway/api/governance_facade.h"
#include "gateway/pipeline/management_port.h"

#include <chrono>
#include <map>
#include <string>

namespace gateway::admin {

// Lives on the main thread. Open to everybody, as logins must be.
class SessionApi {
public:
    SessionApi(api::GovernanceFacade &governance, bool hasSetupToken);

    bool isAdminNeeded() const { return m_governance.admin().isNeeded; }
    // AdminRequired when the request comes from nobody who may manage.
    // A WebSocket may show its session, or a ticket that a session was given, in its query: ?token=, ?ticket=.
    Result<void> check(const pipeline::ManagementRequest &request);

    // `segments`: of the path behind /api/session.
    void handle(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);

private:
    void logIn(const pipeline::ManagementRequest &request, const ManagementReply &reply);
    void giveTicket(const pipeline::ManagementRequest &request, const ManagementReply &reply);
    bool takeTicket(const std::string &ticket);
    void followAccount();

    api::GovernanceFacade &m_governance;
    access::AdminGate m_gate;
    bool m_hasSetupToken;
    api::AdminView m_account;                                                            // whose sessions these are
    std::map<std::string, std::chrono::steady_clock::time_point, std::less<>> m_tickets; // until when each is good
};

} // namespace gateway::admin
