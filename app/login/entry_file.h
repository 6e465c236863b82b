// Writes and removes the small file that is an entry for start at login.
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>
#include <QString>

namespace app::login {

// Whole or not at all; makes the folder. StorageFailed names the file.
gateway::Result<bool> writeEntry(const QString &file, const QByteArray &content);
gateway::Result<bool> removeEntry(const QString &file); // fine when there is none

} // namespace app::login
