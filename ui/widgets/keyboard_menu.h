// The context menu of a list, asked for by the keyboard.
#pragma once

class QAbstractItemView;

namespace ui::widgets {

// Qt asks for the menu in the middle of the view then, where another row stands or none: here it opens at the current
// row. The view's policy must be Qt::CustomContextMenu; positions are of its viewport, as for the mouse.
void openMenuAtCurrentRow(QAbstractItemView &view);

} // namespace ui::widgets
