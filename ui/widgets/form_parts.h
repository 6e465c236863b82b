// Small parts that all forms share, so that they look alike.
#pragma once

#include <QString>

class QFormLayout;
class QFrame;
class QLabel;
class QScrollArea;
class QTableView;
class QWidget;

namespace ui::widgets {

constexpr int formLabelWidth = 124;

// The layout of a section of a page, without margins; null: of a part of one, to be added to another layout.
QFormLayout *newForm(QWidget *section);
QLabel *heading(const QString &text, QWidget *parent);                    // semibold
QLabel *hint(const QString &text, QWidget *parent);                       // small, secondary, wraps
QLabel *fieldLabel(const QString &text, QWidget *field, QWidget *parent); // right-aligned, buddy and accessible name
QWidget *withHint(QWidget *field, QLabel *below, QWidget *parent);        // a field with its hint below
QScrollArea *scrolling(QWidget *content, const char *objectName, QWidget *parent); // scrolls vertically, no frame
// Text to read on the ground of data; takes the focus, so that keys scroll it. The area fills `parent` by a layout.
QScrollArea *readingArea(QWidget *content, const char *objectName, const QString &accessibleName, QWidget *parent);
void prepareTable(QTableView &table); // rows, no grid, no frame, moves the selection by rows

} // namespace ui::widgets
