// Bifrost's provider objects (bifrost-api §5.3, §6.2) <-> views.
#pragma once

#include "gateway/admin/json_text.h"
#include "gateway/api/gateway_commands.h"
#include "gateway/base/result.h"

namespace gateway::admin {

// A create request. Fields that we keep but do not use yet survive in ProviderView::extraJson.
Result<api::SaveProvider> readProvider(const Json &body);
// A change request: PUT has the complete object, so what is absent returns to its default.
Result<api::SaveProvider> readProviderChange(const Json &body, const api::ProviderView &previous);

Json writeProvider(const api::ProviderView &provider);
Json writeProviders(const QList<api::ProviderView> &providers);

} // namespace gateway::admin
