#include "app/login/entry_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace app::login {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using gateway::unexpected;

Result<bool> writeEntry(const QString &file, const QByteArray &content)
{
    QSaveFile entry(file);
    if (!QDir().mkpath(QFileInfo(file).path()) || !entry.open(QIODevice::WriteOnly)
        || entry.write(content) != content.size() || !entry.commit()) {
        return unexpected(Error::internal(
            ErrorCode::StorageFailed, file.toStdString() + " cannot be written: " + entry.errorString().toStdString()));
    }
    return true;
}

Result<bool> removeEntry(const QString &file)
{
    QFile entry(file);
    if (entry.exists() && !entry.remove()) {
        return unexpected(Error::internal(
            ErrorCode::StorageFailed, file.toStdString() + " cannot be removed: " + entry.errorString().toStdString()));
    }
    return true;
}

} // namespace app::login
