#include "gateway/admin/management_routes.h"

#include <QString>

#include <algorithm>
#include <array>

namespace gateway::admin {

namespace {

constexpr std::string_view read = "GET, HEAD";
constexpr std::string_view act = "POST";
constexpr std::string_view list = "GET, HEAD, POST";
constexpr std::string_view one = "GET, HEAD, PUT, DELETE";
constexpr std::string_view setting = "GET, HEAD, PUT";

// What stands for itself comes before what stands for any segment.
constexpr std::array routes{
    ManagementRoute{"/api/providers", list},
    ManagementRoute{"/api/providers/{provider}", one},
    ManagementRoute{"/api/providers/{provider}/refresh-models", act},
    ManagementRoute{"/api/providers/{provider}/keys", list},
    ManagementRoute{"/api/providers/{provider}/keys/{key_id}", one},
    ManagementRoute{"/api/providers/{provider}/keys/{key_id}/refresh-models", act},
    ManagementRoute{"/api/keys", read},
    ManagementRoute{"/api/models", read},
    ManagementRoute{"/api/models/details", read},
    ManagementRoute{"/api/models/base", read},
    ManagementRoute{"/api/models/parameters", read},
    ManagementRoute{"/api/version", read},
    ManagementRoute{"/api/config", setting},
    ManagementRoute{"/api/config/export", read},
    ManagementRoute{"/api/proxy-config", setting},
    ManagementRoute{"/api/governance/virtual-keys", list},
    ManagementRoute{"/api/governance/virtual-keys/quota", read},
    ManagementRoute{"/api/governance/virtual-keys/rotate", act},
    ManagementRoute{"/api/governance/virtual-keys/{virtual_key_id}", one},
    ManagementRoute{"/api/governance/virtual-keys/{virtual_key_id}/rotate", act},
    ManagementRoute{"/api/governance/virtual-keys/{virtual_key_id}/value", read},
    ManagementRoute{"/api/governance/virtual-keys/{virtual_key_id}/budgets/{budget_id}/override", "PUT, DELETE"},
    ManagementRoute{"/api/governance/teams", list},
    ManagementRoute{"/api/governance/teams/{team_id}", one},
    ManagementRoute{"/api/governance/customers", list},
    ManagementRoute{"/api/governance/customers/{customer_id}", one},
    ManagementRoute{"/api/governance/model-configs", list},
    ManagementRoute{"/api/governance/model-configs/{model_config_id}", one},
    ManagementRoute{"/api/governance/providers", read},
    ManagementRoute{"/api/governance/providers/{provider}", "PUT, DELETE"},
    ManagementRoute{"/api/governance/budgets", read},
    ManagementRoute{"/api/governance/rate-limits", read},
    ManagementRoute{"/api/governance/routing-rules", list},
    ManagementRoute{"/api/governance/routing-rules/{rule_id}", one},
    ManagementRoute{"/api/governance/pricing-overrides", list},
    ManagementRoute{"/api/governance/pricing-overrides/{price_id}", one},
    ManagementRoute{"/api/routing/rules", list},
    ManagementRoute{"/api/routing/rules/{routing_rule_id}", one},
    ManagementRoute{"/api/routing/simulate", act},
    ManagementRoute{"/api/routing/health", read},
    ManagementRoute{"/api/routing/health/hold", act},
    ManagementRoute{"/api/routing/health/release", act},
    ManagementRoute{"/api/routing/health/reset", act},
    ManagementRoute{"/api/routing/resilience", setting},
    ManagementRoute{"/api/pricing/check", act},
    ManagementRoute{"/api/pricing/apply", act},
    ManagementRoute{"/api/pricing/force-sync", act},
    ManagementRoute{"/api/logs", "GET, HEAD, DELETE"},
    ManagementRoute{"/api/logs/stats", read},
    ManagementRoute{"/api/logs/dropped", read},
    ManagementRoute{"/api/logs/filterdata", read},
    ManagementRoute{"/api/logs/dashboard", read},
    ManagementRoute{"/api/logs/rankings", read},
    ManagementRoute{"/api/logs/rankings/by-dimension", read},
    ManagementRoute{"/api/logs/rankings/users", read},
    ManagementRoute{"/api/logs/user-agent-mappings", read},
    ManagementRoute{"/api/logs/recalculate-cost", act},
    ManagementRoute{"/api/logs/recalculate-cost/status", read},
    ManagementRoute{"/api/logs/recalculate-cost/cancel", act},
    ManagementRoute{"/api/logs/histogram", read},
    ManagementRoute{"/api/logs/histogram/tokens", read},
    ManagementRoute{"/api/logs/histogram/cost", read},
    ManagementRoute{"/api/logs/histogram/models", read},
    ManagementRoute{"/api/logs/histogram/latency", read},
    ManagementRoute{"/api/logs/histogram/throughput", read},
    ManagementRoute{"/api/logs/histogram/tokens/by-provider", read},
    ManagementRoute{"/api/logs/histogram/cost/by-provider", read},
    ManagementRoute{"/api/logs/histogram/latency/by-provider", read},
    ManagementRoute{"/api/logs/histogram/throughput/by-provider", read},
    ManagementRoute{"/api/logs/histogram/tokens/by-dimension", read},
    ManagementRoute{"/api/logs/histogram/cost/by-dimension", read},
    ManagementRoute{"/api/logs/histogram/latency/by-dimension", read},
    ManagementRoute{"/api/logs/histogram/throughput/by-dimension", read},
    ManagementRoute{"/api/logs/sessions/{session_id}", read},
    ManagementRoute{"/api/logs/sessions/{session_id}/summary", read},
    ManagementRoute{"/api/logs/{log_id}", read},
    ManagementRoute{"/api/usage", read},
    ManagementRoute{"/api/mcp/clients", read},
    ManagementRoute{"/api/mcp-logs", read},
    ManagementRoute{"/api/mcp-logs/stats", read},
    ManagementRoute{"/api/mcp-logs/filterdata", read},
    ManagementRoute{"/api/mcp-logs/histogram", read},
    ManagementRoute{"/api/mcp-logs/histogram/cost", read},
    ManagementRoute{"/api/mcp-logs/histogram/top-tools", read},
    ManagementRoute{"/api/plugins", read},
    ManagementRoute{"/api/session/is-auth-enabled", read},
    ManagementRoute{"/api/session/login", act},
    ManagementRoute{"/api/session/logout", act},
    ManagementRoute{"/api/session/setup", act},
    ManagementRoute{"/api/session/ws-ticket", act},
    ManagementRoute{"/metrics", read},
    ManagementRoute{"/ws", "GET"},
};

bool isAt(std::string_view path, const QStringList &segments)
{
    for (const QString &segment : segments) {
        if (!path.starts_with('/'))
            return false;
        path.remove_prefix(1);
        const std::string_view expected = path.substr(0, path.find('/'));
        if (!expected.starts_with('{')
            && segment != QLatin1String(expected.data(), static_cast<qsizetype>(expected.size())))
            return false;
        path.remove_prefix(expected.size());
    }
    return path.empty();
}

} // namespace

std::span<const ManagementRoute> managementRoutes()
{
    return routes;
}

std::string_view methodsAt(const QStringList &segments)
{
    for (const ManagementRoute &route : routes) {
        if (isAt(route.path, segments))
            return route.methods;
    }
    return {};
}

bool isAmong(std::string_view methods, std::string_view method)
{
    while (!methods.empty()) {
        const std::string_view first = methods.substr(0, methods.find(','));
        if (first == method)
            return true;
        methods.remove_prefix(first.size());
        methods.remove_prefix(std::min(methods.size(), std::string_view(", ").size()));
    }
    return false;
}

} // namespace gateway::admin
