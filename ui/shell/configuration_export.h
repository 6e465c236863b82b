// Writes the configuration into a file that a person chooses.
#pragma once

#include "gateway/api/gateway_facade.h"

#include <functional>

class QWidget;

namespace ui {
class UserPrompt;
}

namespace ui::shell {

// The file that was chosen; empty: none.
using FileChoice = std::function<QString(QWidget *parent, const QString &suggestedName)>;

QString chooseConfigurationFile(QWidget *parent, const QString &suggestedName);

// Says in `prompt` what stands in the file in place of secrets, or why it could not be written. The file is whole or is
// not touched.
void exportConfiguration(QWidget &window, gateway::api::GatewayFacade &gateway, UserPrompt &prompt,
                         const FileChoice &choose);

} // namespace ui::shell
