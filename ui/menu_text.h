// Says what a menu's entry says, without the marks that only a menu understands.
#pragma once

#include <QString>

namespace ui {

// "&Add provider…\tIns" and, as Chinese and Japanese menus have it, "添加提供商(&A)…" -> "Add provider…", "添加提供商…".
QString plainMenuText(const QString &menuText);

} // namespace ui
