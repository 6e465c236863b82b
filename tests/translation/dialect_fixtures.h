// Reads the payloads under tests/fixtures/dialects.
#pragma once

#include "tests/support/source_tree.h"

#include <QFile>
#include <QString>

#include <string>

inline std::string readDialectFixture(const char *path)
{
    QFile file(support::sourcePath("tests/fixtures/dialects/") + QString::fromUtf8(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", path);
    return file.readAll().toStdString();
}
