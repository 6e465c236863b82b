// Paints the cells of the tables and trees of the detail like those of the request list: same rows, bar and spacing.
#pragma once

#include <QStyledItemDelegate>

namespace ui::look {
class Theme;
}

namespace ui::widgets {

class DetailDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    // Columns before `firstMonoColumn` are figures or names, from it on text of machines. The theme must outlive it.
    DetailDelegate(const look::Theme &theme, int firstMonoColumn, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const look::Theme &m_theme;
    int m_firstMonoColumn;
};

} // namespace ui::widgets
