// Paints the rows of tables, of one line or two, with the same margins as their headers.
#pragma once

#include "ui/look/theme.h"

#include <QStyledItemDelegate>

namespace ui::widgets {

// Which role of the model holds what; -1: not there.
struct RowRoles {
    int state = -1;         // gateway::RequestState as int: shape before the text, text in its colour
    int subtitle = -1;      // second line
    int isOff = -1;         // drawn quieter
    int subtitleState = -1; // gateway::RequestState as int: shape before the second line
    int lineHeight = 0;     // of lists, which have no height of rows; 0: as high as the text
};

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    // What the model says is bold, and the strong column (-1: none), are drawn strong.
    RowDelegate(const look::Theme &theme, const RowRoles &roles, int strongColumn, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTwoLines(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                       QRect inside) const;
    QColor inkFor(const QStyleOptionViewItem &option, look::ColorRole role) const;

    const look::Theme &m_theme;
    RowRoles m_roles;
    int m_strongColumn;
};

} // namespace ui::widgets
