// Where configuration, history and logs live on each system.
#pragma once

#include <QString>

namespace app {

// The data folder for this user; XDG_DATA_HOME/bilrost, Application Support/Bilrost, AppData\Roaming\Bilrost.
QString defaultDataFolder();

} // namespace app
