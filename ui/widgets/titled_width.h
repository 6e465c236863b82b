// Makes the column of a table no narrower than its title, which is longer in some languages.
#pragma once

class QTableView;

namespace ui::widgets {

// `width` in pixels, or what the title needs. The table has its model already.
void setTitledWidth(QTableView &table, int column, int width);

} // namespace ui::widgets
