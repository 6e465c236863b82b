// Takes over a Bifrost config.json: providers, keys, and who may use what.
#pragma once

#include "app/config_file_run.h"

#include "gateway/api/gateway_facade.h"
#include "gateway/base/result.h"

#include <QString>
#include <QStringList>

#include <string>

namespace app {

struct ConfigFileReport {
    int providers = 0;
    int keys = 0;
    int virtualKeys = 0;
    QStringList ignoredSections; // sections and fields that mean nothing here, with their path
};

// Saves each entry of the text through the facade, as if a person had entered it; what is there under the same name or
// id is replaced, what is not in it stays. MalformedJson, with line and column,
// when it is not one JSON object; nothing was taken over then. The listener hears of single entries, also later.
// `keepsCapture`: what is kept of requests was said on the command line, which wins.
gateway::Result<ConfigFileReport> applyConfigText(const std::string &text, gateway::api::GatewayFacade &gateway,
                                                  ConfigFileListener listener, bool keepsCapture = false);

// The same with the content of a file, which is never written. InvalidRequest when it cannot be read.
gateway::Result<ConfigFileReport> applyConfigFile(const QString &path, gateway::api::GatewayFacade &gateway,
                                                  ConfigFileListener listener, bool keepsCapture = false);

} // namespace app
