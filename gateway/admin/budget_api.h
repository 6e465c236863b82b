// What the holder of a virtual key may ask of it, and more than a budget allows for a while (bifrost-api §5.2, §5.6).
#pragma once

#include "gateway/admin/management_answers.h"
#include "gateway/api/governance_facade.h"
#include "gateway/pipeline/management_port.h"

namespace gateway::admin {

// Lives on the main thread.
class BudgetApi {
public:
    explicit BudgetApi(api::GovernanceFacade &governance) : m_governance(governance) {}

    // GET /api/governance/virtual-keys/quota: the key is shown like for inference, and is all that is needed.
    void answerQuota(const pipeline::ManagementRequest &request, ManagementReply reply);

    // PUT and DELETE /api/governance/…/{id}/budgets/{budget_id}/override. Bifrost's {amount, mode, cycles}; ours
    // is {amount, until}.
    void handleOverride(const pipeline::ManagementRequest &request, const api::LimitView &budget,
                        ManagementReply reply);

private:
    void raise(const api::LimitView &budget, qint64 amount, const QDateTime &until, ManagementReply reply);

    api::GovernanceFacade &m_governance;
};

} // namespace gateway::admin
