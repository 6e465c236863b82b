// Sets a text in a JSON file of another program and leaves every other byte as it is, comments included.
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace app::clients {

// `text` may have comments and commas after the last member, as the settings of editors do; empty is an empty object.
// Objects on the way that are missing are made. InvalidRequest, with the line, for what is no such text, and where the
// path leads through something that is no object.
gateway::Result<QByteArray> withJsonText(const QByteArray &text, const QStringList &path, const QString &value);

// The text at `path`; nothing when there is none.
gateway::Result<std::optional<QString>> jsonTextAt(const QByteArray &text, const QStringList &path);

} // namespace app::clients
