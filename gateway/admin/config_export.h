// Writes the whole configuration as a Bifrost config.json (bifrost-api §6).
#pragma once

#include "gateway/api/gateway_facade.h"

#include <string>

namespace gateway::admin {

// JSON with a line end, which `applyConfigFile` takes over. Of a secret there is only a reference: "env.NAME" where it
// comes from a variable, else "stored.<id>", which a gateway that has the secret keeps (client_config_json.h).
std::string exportConfiguration(api::GatewayFacade &gateway);

} // namespace gateway::admin
