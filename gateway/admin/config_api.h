// Bifrost's /api/config: the settings of the gateway as a whole, and their export.
#pragma once

#include "gateway/admin/client_config_json.h"
#include "gateway/admin/management_answers.h"
#include "gateway/api/gateway_facade.h"
#include "gateway/pipeline/management_port.h"

#include <QObject>
#include <QStringList>

namespace gateway::admin {

// Lives on the main thread.
class ConfigApi {
public:
    explicit ConfigApi(api::GatewayFacade &gateway);

    // `segments`: of the path behind /api/config.
    void handle(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    // /api/proxy-config. There is no proxy for everything: each provider has one, or follows the system.
    void handleProxy(const pipeline::ManagementRequest &request, ManagementReply reply) const;

private:
    struct Change {
        std::optional<ClientConfig> client;
        std::optional<AdminChange> admin;
    };

    ClientConfig current() const;
    Json describe() const;
    Result<Change> readChange(const Json &body) const;
    void save(const pipeline::ManagementRequest &request, ManagementReply reply);
    void saveRetention(const Change &change, ManagementReply reply);
    void saveAccess(const Change &change, ManagementReply reply);
    void saveLines(QList<api::ProviderView> changed, const Change &change, ManagementReply reply);
    void saveAdmin(const Change &change, ManagementReply reply);
    // drop_excess_requests is kept by the providers. What is said of all while there is none is for those that come.
    void tellNewProviders();

    api::GatewayFacade &m_gateway;
    QStringList m_known; // providers
    QObject m_whileAlive;
};

// What of these settings is in force.
ClientConfig clientConfigOf(api::GatewayFacade &gateway);

} // namespace gateway::admin
