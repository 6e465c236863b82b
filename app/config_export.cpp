#include "app/config_export.h"

#include "app/app_paths.h"
#include "app/bundled_data.h"

#include "gateway/base/clock.h"
#include "gateway/secrets/memory_secret_store.h"
#include "gateway/service/gateway_service.h"
#include "gateway/storage/storage_thread.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSaveFile>

#include <cstdio>
#include <memory>

namespace app {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using gateway::unexpected;

namespace {

Result<QByteArray> readConfiguration(const QString &folder)
{
    if (!QFile::exists(QDir(folder).filePath(QStringLiteral("config.sqlite3"))))
        return unexpected(
            Error::client(ErrorCode::NotFound, "There is no configuration in " + folder.toStdString() + "."));
    QLockFile lock(QDir(folder).filePath(QStringLiteral("bilrost.lock")));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0)) {
        return unexpected(Error::client(ErrorCode::Conflict,
                                        "Another Bilrost uses " + folder.toStdString()
                                            + ". Export there: in its File menu, or by GET /api/config/export."));
    }
    gateway::storage::StorageOptions options;
    options.folder = folder.toStdString();
    auto storage = gateway::storage::StorageThread::open(options);
    if (!storage)
        return unexpected(storage.error());
    auto presets = readPresets();
    if (!presets)
        return unexpected(presets.error());
    const gateway::SystemClock clock;
    gateway::secrets::MemorySecretStore secrets; // no secret is needed to name it
    gateway::service::GatewayService service(clock, **storage, secrets, std::move(*presets), {});
    return service.exportConfiguration();
}

Result<bool> write(const QByteArray &configuration, const QString &path)
{
    if (path.isEmpty()) {
        std::fputs(configuration.constData(), stdout);
        return true;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration) != configuration.size() || !file.commit())
        return unexpected(
            Error::client(ErrorCode::InvalidRequest, path.toStdString() + ": " + file.errorString().toStdString()));
    return true;
}

} // namespace

int exportConfiguration(const Options &options)
{
    const QString folder = options.dataFolder.isEmpty() ? defaultDataFolder() : options.dataFolder;
    const auto configuration = readConfiguration(folder);
    const auto written = configuration ? write(*configuration, options.exportFile) : unexpected(configuration.error());
    if (written)
        return 0;
    std::fprintf(stderr, "%s\n", written.error().message.c_str());
    return 2;
}

} // namespace app
