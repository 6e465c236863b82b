// Takes over routing rules and a person's own prices from a Bifrost config.json.
#pragma once

#include "app/config_file_run.h"

#include "gateway/admin/provider_json.h"
#include "gateway/api/gateway_facade.h"

#include <QStringList>

namespace app {

// The fields of these entries that mean nothing here, with their path.
QStringList ignoredInRules(const gateway::admin::Json &root);

// Reads governance.routing_rules and governance.pricing_overrides. What is there under the same id is replaced, what is
// not in the file stays. Both name keys of providers, so these are saved already.
void applyRules(const gateway::admin::Json &root, gateway::api::GatewayFacade &gateway, const ConfigFileRun &run);

} // namespace app
