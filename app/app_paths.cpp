#include "app/app_paths.h"

#include <QDir>
#include <QStandardPaths>

namespace app {

QString defaultDataFolder()
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
#ifdef Q_OS_LINUX
    return QDir(base).filePath(QStringLiteral("bilrost"));
#else
    return QDir(base).filePath(QStringLiteral("Bilrost"));
#endif
}

} // namespace app
