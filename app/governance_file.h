// Takes over who may use what from a Bifrost config.json: virtual keys, teams, customers, limits.
#pragma once

#include "app/config_file_run.h"

#include "gateway/admin/governance_json.h"
#include "gateway/api/governance_facade.h"

#include <QStringList>

namespace app {

struct GovernanceFileReport {
    int virtualKeys = 0;
    QStringList ignoredFields; // with their path: "governance.virtual_keys.mcp_configs"
};

// Reads the sections governance, client and plugins of the file; the other sections are not looked at. What is there
// under the same id is replaced, what is not in the file stays.
GovernanceFileReport applyGovernance(const gateway::admin::Json &root, gateway::api::GovernanceFacade &governance,
                                     const ConfigFileRun &run);

} // namespace app
