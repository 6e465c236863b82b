// The price lists of the checkout, for tests.
#pragma once

#include "gateway/config/price_file.h"
#include "tests/support/source_tree.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <memory>
#include <string>

namespace support {

inline std::string readSource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(path));
    return file.readAll().toStdString();
}

inline QStringList priceListPaths()
{
    const QDir folder(sourcePath("resources/prices"));
    QStringList paths;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        paths.append(folder.filePath(name));
    return paths;
}

inline std::shared_ptr<const gateway::config::PriceTable> shippedPrices()
{
    auto table = std::make_shared<gateway::config::PriceTable>();
    for (const QString &path : priceListPaths()) {
        const auto read = gateway::config::readPriceFile(readSource(path), *table);
        if (!read)
            qFatal("%s: %s", qPrintable(path), read.error().message.c_str());
    }
    return table;
}

inline gateway::WallTime momentOf(QStringView time)
{
    const QString iso = time.toString();
    return gateway::WallTime(std::chrono::milliseconds(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch()));
}

} // namespace support
