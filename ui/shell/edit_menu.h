// The Edit menu: the widget with the focus does the work, and Undo also brings back what was removed.
#pragma once

class QMenu;

namespace ui::shell {

class UndoBar;

void fillEditMenu(QMenu &menu, UndoBar &undoBar); // the bar is borrowed

} // namespace ui::shell
