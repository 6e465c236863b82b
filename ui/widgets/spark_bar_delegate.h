// Rows of tables of which one column shows amounts over time as small bars.
#pragma once

#include "ui/widgets/row_delegate.h"

namespace ui::widgets {

class SparkBarDelegate : public RowDelegate {
    Q_OBJECT
public:
    // `barsRole` of the cells of `barsColumn` holds a QList<qint64>, oldest first. Their words are not painted.
    SparkBarDelegate(const look::Theme &theme, const RowRoles &roles, int barsColumn, int barsRole,
                     QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const look::Theme &m_theme;
    RowRoles m_roles;
    int m_barsColumn;
    int m_barsRole;
};

} // namespace ui::widgets
