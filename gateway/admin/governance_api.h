// Bifrost's /api/governance: virtual keys, teams, customers, budgets, rate limits, limits of models and providers.
#pragma once

#include "gateway/admin/management_answers.h"
#include "gateway/admin/virtual_key_api.h"
#include "gateway/api/gateway_facade.h"
#include "gateway/pipeline/management_port.h"

namespace gateway::admin {

// Lives on the main thread.
class GovernanceApi {
public:
    explicit GovernanceApi(api::GatewayFacade &gateway) : m_governance(gateway.governance()), m_keys(gateway) {}

    // GET /api/governance/virtual-keys/quota needs no right to manage.
    static bool isQuota(const pipeline::ManagementRequest &request);
    void answerQuota(const pipeline::ManagementRequest &request, ManagementReply reply)
    {
        m_keys.answerQuota(request, std::move(reply));
    }

    // `segments`: of the path behind /api/governance.
    void handle(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);

private:
    void handleTeams(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    void saveTeam(const pipeline::ManagementRequest &request, const api::TeamView *previous, ManagementReply reply);
    void handleCustomers(const pipeline::ManagementRequest &request, const QStringList &segments,
                         ManagementReply reply);
    void saveCustomer(const pipeline::ManagementRequest &request, const api::CustomerView *previous,
                      ManagementReply reply);
    void handleModelConfigs(const pipeline::ManagementRequest &request, const QStringList &segments,
                            ManagementReply reply);
    void saveModelConfig(const pipeline::ManagementRequest &request, const api::SharedLimitsView *previous,
                         ManagementReply reply);
    void handleProviders(const pipeline::ManagementRequest &request, const QStringList &segments,
                         ManagementReply reply);
    Json listLimits(bool budgets);

    api::GovernanceFacade &m_governance;
    VirtualKeyApi m_keys;
};

} // namespace gateway::admin
