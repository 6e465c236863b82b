// Bifrost's /api/governance/virtual-keys (bifrost-api §5.6).
#pragma once

#include "gateway/admin/budget_api.h"
#include "gateway/admin/management_answers.h"
#include "gateway/api/gateway_facade.h"
#include "gateway/pipeline/management_port.h"

#include <optional>

namespace gateway::admin {

// Lives on the main thread.
class VirtualKeyApi {
public:
    explicit VirtualKeyApi(api::GatewayFacade &gateway)
        : m_gateway(gateway), m_governance(gateway.governance()), m_budgets(m_governance)
    {
    }

    // `segments`: of the path behind /api/governance/virtual-keys. Everything is answered.
    void handle(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    // GET …/quota, which needs no right to manage.
    void answerQuota(const pipeline::ManagementRequest &request, ManagementReply reply)
    {
        m_budgets.answerQuota(request, std::move(reply));
    }

private:
    void saveKey(const pipeline::ManagementRequest &request, const api::VirtualKeyView *previous,
                 ManagementReply reply);
    api::VirtualKeyView withBudgetsReset(const api::VirtualKeyView &key);
    void rotateKeys(const pipeline::ManagementRequest &request, ManagementReply reply);
    void handleOverride(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    void rotateKey(const pipeline::ManagementRequest &request, const QString &id, ManagementReply reply);
    void tellValue(const pipeline::ManagementRequest &request, const QString &id, ManagementReply reply);
    Json written(const api::VirtualKeyView &key, const QString &value) const;
    Json listKeys(const std::string &query);
    std::optional<Error> checkProviders(const api::VirtualKeyView &key) const;

    api::GatewayFacade &m_gateway;
    api::GovernanceFacade &m_governance;
    BudgetApi m_budgets;
};

} // namespace gateway::admin
