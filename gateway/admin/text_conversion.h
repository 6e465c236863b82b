// Between the texts of JSON, which are UTF-8, and those of the views.
#pragma once

#include <QString>

#include <string>

namespace gateway::admin {

inline QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

inline std::string utf8(const QString &text)
{
    return text.toStdString();
}

} // namespace gateway::admin
