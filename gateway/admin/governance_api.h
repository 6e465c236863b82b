// Bifrost's /api/governance: virtual keys, teams, customers, budgets, rate limits, limits of models and providers.
#pragma once

#include "gateway/admin/budget_api.h"
#include "gateway/admin/management_answers.h"
#include "gateway/api/gateway_facade.h"
#include "gateway/pipeline/management_port.h"

namespace gateway::admin {

// Lives on the main thread.
class GovernanceApi {
public:
    explicit GovernanceApi(api::GatewayFacade &gateway)
        : m_gateway(gateway), m_governance(gateway.governance()), m_budgets(m_governance)
    {
    }

    // GET /api/governance/virtual-keys/quota needs no right to manage.
    static bool isQuota(const pipeline::ManagementRequest &request);
    void answerQuota(const pipeline::ManagementRequest &request, ManagementReply reply)
    {
        m_budgets.answerQuota(request, std::move(reply));
    }

    // `segments`: of the path behind /api/governance.
    void handle(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);

private:
    void handleKeys(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    void saveKey(const pipeline::ManagementRequest &request, const api::VirtualKeyView *previous,
                 ManagementReply reply);
    api::VirtualKeyView withBudgetsReset(const api::VirtualKeyView &key);
    void rotateKeys(const pipeline::ManagementRequest &request, ManagementReply reply);
    void handleOverride(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    void rotateKey(const pipeline::ManagementRequest &request, const QString &id, ManagementReply reply);
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
    Json listKeys(const std::string &query);
    Json listLimits(bool budgets);
    std::optional<Error> checkProviders(const api::VirtualKeyView &key) const;

    api::GatewayFacade &m_gateway;
    api::GovernanceFacade &m_governance;
    BudgetApi m_budgets;
};

} // namespace gateway::admin
