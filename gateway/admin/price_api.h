// Bifrost's /api/governance/pricing-overrides.
#pragma once

#include "gateway/admin/management_answers.h"
#include "gateway/api/gateway_facade.h"
#include "gateway/pipeline/management_port.h"

namespace gateway::admin {

// Lives on the main thread.
class PriceApi {
public:
    explicit PriceApi(api::GatewayFacade &gateway) : m_gateway(gateway) {}

    // `segments`: of the path behind /api/governance/pricing-overrides.
    void handle(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);

private:
    void save(const pipeline::ManagementRequest &request, const api::PriceOverrideView *previous,
              ManagementReply reply);

    api::GatewayFacade &m_gateway;
};

} // namespace gateway::admin
