// Bifrost's routing rules, and our /api/routing: health of targets, what happens on failures, the simulator.
#pragma once

#include "gateway/admin/management_answers.h"
#include "gateway/api/gateway_facade.h"
#include "gateway/pipeline/management_port.h"

namespace gateway::admin {

// Lives on the main thread.
class RoutingApi {
public:
    explicit RoutingApi(api::GatewayFacade &gateway) : m_gateway(gateway) {}

    // `segments`: of the path behind /api/routing.
    void handle(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    // Behind /api/routing/rules and, the older place, /api/governance/routing-rules.
    void handleRules(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);

private:
    void saveRule(const pipeline::ManagementRequest &request, const api::RoutingRuleView *previous,
                  ManagementReply reply);
    void handleHealth(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    void handleResilience(const pipeline::ManagementRequest &request, ManagementReply reply);
    void simulateRoute(const pipeline::ManagementRequest &request, ManagementReply reply);

    api::GatewayFacade &m_gateway;
};

} // namespace gateway::admin
