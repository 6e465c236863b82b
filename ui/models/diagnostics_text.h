// What helps to find a fault, as text that may be given away: no key, prompt, answer, name of a person or folder of theirs.
#pragma once

#include "gateway/api/gateway_facade.h"

#include <QByteArray>
#include <QString>

namespace ui::models {

struct DiagnosticsInput {
    const gateway::api::GatewayFacade &gateway;
    QString homeFolder; // written as "~" wherever it appears
    QString dataFolder;
    QString language;
    QString theme;
    QByteArray logEnd; // masked already
};

// In English, whatever the window's language: whoever reads it may have another one.
QString diagnosticsText(const DiagnosticsInput &input);

// Without user, password, query and fragment, which may be secret.
QString shareableUrl(const QString &url);

} // namespace ui::models
