#include "ui/widgets/titled_width.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace ui::widgets {

void setTitledWidth(QTableView &table, int column, int width)
{
    constexpr int edges = 24; // of the first or last column, which have the wider ones
    const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
    const QFontMetrics metrics = table.horizontalHeader()->fontMetrics();
    table.setColumnWidth(column, std::max(width, metrics.horizontalAdvance(title) + edges));
}

} // namespace ui::widgets
