// "bilrost-headless export [FILE]": the configuration of a data folder as a config.json.
#pragma once

#include "app/command_line.h"

namespace app {

// Serves nothing and changes nothing; secrets are references. Refused while a Bilrost runs in the folder: that one
// exports by itself (File menu, GET /api/config/export). Needs a QCoreApplication. Returns the exit code: 0, or 2 when
// it could not be read or written.
int exportConfiguration(const Options &options);

} // namespace app
