// Sends log lines to standard error and to a rotating file, without secrets.
#pragma once

#include "app/command_line.h"

#include <QString>

namespace app {

// Installs the message handler of the process. Every line passes the secret mask. An empty folder writes no file; the
// file is bilrost.log, rotated once at 5 MB.
void installLog(LogLevel level, LogStyle style, const QString &folder);

} // namespace app
