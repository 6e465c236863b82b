// The two names of a control: one for tests and scripts, one for people who cannot see it.
#pragma once

#include <QLatin1String>
#include <QString>
#include <QWidget>

namespace ui::widgets {

inline void nameIt(QWidget *widget, const char *objectName, const QString &accessibleName)
{
    widget->setObjectName(QLatin1String(objectName));
    widget->setAccessibleName(accessibleName);
}

} // namespace ui::widgets
