// Bifrost's management API: HTTP's face of the same facade that the window uses.
#pragma once

#include "gateway/admin/config_api.h"
#include "gateway/admin/governance_api.h"
#include "gateway/admin/logs_api.h"
#include "gateway/admin/models_api.h"
#include "gateway/admin/price_api.h"
#include "gateway/admin/price_list_api.h"
#include "gateway/admin/routing_api.h"
#include "gateway/admin/session_api.h"
#include "gateway/admin/setup_sessions.h"
#include "gateway/api/gateway_facade.h"
#include "gateway/pipeline/management_port.h"

#include <functional>
#include <optional>
#include <string>

namespace gateway::admin {

// Lives on the main thread. Where an administrator is set up, everybody needs the password, a session or the
// setup token. Else callers on this computer may manage, and others with the setup token (bifrost-api §5.1).
class ManagementApi {
public:
    using Reply = std::function<void(pipeline::ManagementResponse)>;

    // `metrics` makes the text of GET /metrics; empty: there are none.
    ManagementApi(api::GatewayFacade &gateway, const std::string &setupToken,
                  std::function<std::string()> metrics = {});

    void setPriceLists(api::PriceListFacade &prices) { m_priceLists.emplace(prices); } // else none can be fetched

    void setModels(const api::ModelFacade &models) { m_models.emplace(m_gateway, models); } // else none are known
    void setRecalculations(api::RecalculationFacade &recalculations) { m_logs.setRecalculations(recalculations); }

    void handle(const pipeline::ManagementRequest &request, Reply reply);

private:
    void dispatch(const pipeline::ManagementRequest &request, const QStringList &segments, Reply reply);
    void dispatchGovernance(const pipeline::ManagementRequest &request, const QStringList &segments, Reply reply);
    std::optional<Error> refusal(const pipeline::ManagementRequest &request);
    void answerMetrics(const pipeline::ManagementRequest &request, const Reply &reply) const;
    void handleProviders(const pipeline::ManagementRequest &request, const QStringList &segments, Reply reply);
    void handleProvider(const pipeline::ManagementRequest &request, const QString &name, Reply reply);
    void refreshModels(const pipeline::ManagementRequest &request, const QStringList &segments, Reply reply);
    void handleKeys(const pipeline::ManagementRequest &request, const QStringList &segments, Reply reply);
    void saveProvider(const pipeline::ManagementRequest &request, const std::optional<QString> &name, Reply reply);
    void saveKey(const pipeline::ManagementRequest &request, const QString &provider, const QString &keyId,
                 Reply reply);
    std::optional<api::ProviderView> find(const QString &provider) const;

    api::GatewayFacade &m_gateway;
    GovernanceApi m_governance;
    PriceApi m_prices;
    RoutingApi m_routing;
    LogsApi m_logs;
    ConfigApi m_config;
    SessionApi m_sessions;
    std::function<std::string()> m_metrics;
    std::optional<PriceListApi> m_priceLists;
    std::optional<ModelsApi> m_models;
    SetupSessions m_setups;
};

} // namespace gateway::admin
