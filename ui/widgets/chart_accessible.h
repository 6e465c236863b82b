// Charts as screen readers see them: a chart whose children are its items, each with its text, place and action.
#pragma once

#include <QString>

class QAccessibleInterface;
class QObject;

namespace ui::widgets {

// For QAccessible::installFactory: an interface for every ReadableChart, nothing for other objects.
QAccessibleInterface *makeChartAccessible(const QString &className, QObject *object);

} // namespace ui::widgets
