// Sets a value in a file of lines of another program, TOML or NAME=value, and leaves every other byte as it is.
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace app::clients {

// A text in the table `table` ("model_providers.bilrost"; empty: before the first table). The table is added at the end
// where it is missing. InvalidRequest for what is no TOML in its outline, and where the table is written in another way
// that cannot be extended.
gateway::Result<QByteArray> withTomlText(const QByteArray &text, const QString &table, const QString &key,
                                         const QString &value);
gateway::Result<std::optional<QString>> tomlTextAt(const QByteArray &text, const QString &table, const QString &key);

// Of a file of environment variables (.env). Values are written in double quotes.
QByteArray withVariable(const QByteArray &text, const QString &name, const QString &value);
std::optional<QString> variableIn(const QByteArray &text, const QString &name);

} // namespace app::clients
