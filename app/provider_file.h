// Takes over the providers and their keys from a Bifrost config.json.
#pragma once

#include "app/config_file_run.h"

#include "gateway/admin/provider_json.h"
#include "gateway/api/gateway_facade.h"

#include <QStringList>

namespace app {

struct ProviderFileReport {
    int providers = 0;
    int keys = 0;
    QStringList ignoredFields; // with their path: "providers.openai.pricing_overrides"
};

// Reads the section `providers`. What is there under the same name is replaced, what is not in the file stays. Where a
// secret is "stored.…", the one that is there stays (docs/configuration.md). `isOldFile`: of the time when an empty list
// of models meant all of them.
ProviderFileReport applyProviders(const gateway::admin::Json &root, bool isOldFile,
                                  gateway::api::GatewayFacade &gateway, const ConfigFileRun &run);

} // namespace app
