// Takes over what clients are allowed, and how much of their requests is kept, from a Bifrost config.json.
#pragma once

#include "app/config_file_run.h"

#include "gateway/admin/provider_json.h"
#include "gateway/api/gateway_facade.h"

#include <QStringList>

namespace app {

// Reads the sections `client` and `logs_store`. `keepsCapture`: what is kept of requests was said elsewhere. Returns the fields that mean nothing here, with their path. Whether a
// virtual key is required is read by the governance file, which has more to say about it.
QStringList applyClient(const gateway::admin::Json &root, bool keepsCapture, gateway::api::GatewayFacade &gateway,
                        const ConfigFileRun &run);

} // namespace app
