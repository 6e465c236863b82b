// Takes over the providers of a Bifrost config.json.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/base/result.h"

#include <QString>
#include <QStringList>

namespace app {

struct ConfigFileReport {
    int providers = 0;
    int keys = 0;
    QStringList ignoredSections; // top-level sections that are not read yet
};

// Saves each provider and key of the file through the facade, as if a person had entered them; what is there under the
// same name is replaced, what is not in the file stays. The file itself is never written. Problems of single entries go
// to the log. MalformedJson when the file is not JSON.
gateway::Result<ConfigFileReport> applyConfigFile(const QString &path, gateway::api::GatewayFacade &gateway);

} // namespace app
