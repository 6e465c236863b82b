// Takes over a Bifrost config.json: providers, keys, and who may use what.
#pragma once

#include "app/config_file_run.h"

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

// Saves each entry of the file through the facade, as if a person had entered it; what is there under the same name or
// id is replaced, what is not in the file stays. The file itself is never written. MalformedJson, with line and column,
// when the file is not one JSON object; nothing was taken over then. The listener hears of single entries, also later.
// `keepsCapture`: what is kept of requests was said on the command line, which wins.
gateway::Result<ConfigFileReport> applyConfigFile(const QString &path, gateway::api::GatewayFacade &gateway,
                                                  ConfigFileListener listener, bool keepsCapture = false);

} // namespace app
