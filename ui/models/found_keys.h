// Keys of known providers that stand in environment variables and are used by nobody here yet.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QList>
#include <QString>

namespace ui::models {

struct FoundKey {
    gateway::api::ProviderPreset preset;
    QString variable; // its value is not looked at here
};

// By the variables that the presets name. One of several presets for a variable, the first; none whose provider has a
// key already. GUI thread.
QList<FoundKey> foundKeys(const QList<gateway::api::ProviderPreset> &presets,
                          const QList<gateway::api::ProviderView> &providers);

bool isInEnvironment(const QString &variable); // set, and not to nothing

} // namespace ui::models
