// Paints the rows of virtual keys: a bar where something is limited, the other cells like every table.
#pragma once

#include "ui/look/theme.h"
#include "ui/widgets/row_delegate.h"

namespace ui::widgets {

// Which columns and roles of the model are painted differently.
struct UsageColumns {
    int barColumn = -1;
    int shareRole = -1; // of the bar, 0 to 1 and above; without a value only the text is painted
    int monoColumn = -1;
};

class UsageBarDelegate : public RowDelegate {
    Q_OBJECT
public:
    UsageBarDelegate(const look::Theme &theme, const RowRoles &roles, int strongColumn, const UsageColumns &columns,
                     QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBar(QPainter &painter, const QStyleOptionViewItem &option, double share, bool isOff,
                  const QString &text) const;

    const look::Theme &m_theme;
    RowRoles m_roles;
    UsageColumns m_columns;
};

} // namespace ui::widgets
