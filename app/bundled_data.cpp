#include "app/bundled_data.h"

#include "gateway/config/price_file.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

namespace app {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using gateway::unexpected;
using gateway::service::PresetCatalog;

namespace {

Q_LOGGING_CATEGORY(bundledData, "bilrost.data")

} // namespace

Result<PresetCatalog> readPresets()
{
    QFile file(QStringLiteral(":/providers/presets.json"));
    if (!file.open(QIODevice::ReadOnly))
        return unexpected(Error::internal(ErrorCode::Internal, "The provider presets are missing."));
    return PresetCatalog::parse(file.readAll());
}

std::shared_ptr<const gateway::config::PriceTable> readPriceLists()
{
    auto table = std::make_shared<gateway::config::PriceTable>();
    const QDir folder(QStringLiteral(":/prices"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        const QByteArray json = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const auto read = gateway::config::readPriceFile(json.toStdString(), *table);
        if (!read)
            qCCritical(bundledData).noquote() << name << QString::fromStdString(read.error().message);
    }
    return table;
}

} // namespace app
