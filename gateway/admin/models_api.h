// Bifrost's /api/models: which models can be asked for, and asking providers for their lists again.
#pragma once

#include "gateway/admin/management_answers.h"
#include "gateway/api/gateway_facade.h"
#include "gateway/api/model_facade.h"
#include "gateway/pipeline/management_port.h"

#include <QUrlQuery>

namespace gateway::admin {

// Lives on the main thread.
class ModelsApi {
public:
    ModelsApi(api::GatewayFacade &gateway, const api::ModelFacade &models) : m_gateway(gateway), m_models(models) {}

    // `segments`: of the path behind /api/models. A virtual key that is shown narrows the list to what it may ask for.
    void handle(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);

    // POST …/refresh-models: asks for the list with each key that is on, or with the one of `keyId` only, and answers
    // the keys with what became of it. `keyId` belongs to the provider.
    void refresh(const api::ProviderView &provider, const QString &keyId, ManagementReply reply);

private:
    void answerParameters(const pipeline::ManagementRequest &request, const QString &name,
                          const ManagementReply &reply) const;
    Result<QList<api::KnownModel>> wanted(const pipeline::ManagementRequest &request, const QUrlQuery &query) const;

    api::GatewayFacade &m_gateway;
    const api::ModelFacade &m_models;
};

} // namespace gateway::admin
