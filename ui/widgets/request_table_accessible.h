// What a screen reader finds in the table of requests: its cells, and of the rows of sessions whether they are open.
#pragma once

#include <QString>

class QAccessibleInterface;
class QObject;

namespace ui::widgets {

// For QAccessible::installFactory: an interface for every RequestTableView, nothing for other objects.
QAccessibleInterface *makeRequestTableAccessible(const QString &className, QObject *object);

} // namespace ui::widgets
