// Takes over the providers and the governance of a Bifrost config.json.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/base/result.h"

#include <QString>
#include <QStringList>

namespace app {

struct ConfigFileReport {
    int providers = 0;
    int keys = 0;
    int virtualKeys = 0;
    QStringList ignoredSections; // sections and fields that mean nothing here, with their path
};

// Saves each provider and key of the file through the facade, as if a person had entered them; what is there under the
// same name is replaced, what is not in the file stays. The file itself is never written. Problems of single entries go
// to the log. MalformedJson when the file is not JSON.
gateway::Result<ConfigFileReport> applyConfigFile(const QString &path, gateway::api::GatewayFacade &gateway);

} // namespace app
