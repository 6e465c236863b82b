// Rows of small tables that a person has sorted: the order stays while values change, and is made anew with other rows.
#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <QList>
#include <QString>

#include <algorithm>

namespace ui::models {

// Which column a table is sorted by; -1: none, the rows are as they come.
struct RowOrder {
    int column = -1;
    Qt::SortOrder direction = Qt::AscendingOrder;
};

// `fresh` in the order of `shown`, where both have the same rows; else sorted by `keyOf(row)`, whose values compare.
// `idOf` names a row.
template <typename Row, typename IdOf, typename KeyOf>
QList<Row> inOrder(const QList<Row> &fresh, const QList<Row> &shown, const RowOrder &order, IdOf idOf, KeyOf keyOf)
{
    if (order.column < 0)
        return fresh;
    QHash<QString, const Row *> byId;
    for (const Row &row : fresh)
        byId.insert(idOf(row), &row);
    QList<Row> rows;
    for (const Row &row : shown) {
        if (const Row *found = byId.value(idOf(row)))
            rows.append(*found);
    }
    if (rows.size() == fresh.size())
        return rows;
    rows = fresh;
    std::stable_sort(rows.begin(), rows.end(), [&](const Row &left, const Row &right) {
        return order.direction == Qt::AscendingOrder ? keyOf(left) < keyOf(right) : keyOf(right) < keyOf(left);
    });
    return rows;
}

} // namespace ui::models
