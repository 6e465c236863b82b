// Paints the rows of virtual keys and limits: a bar where something is limited, the other cells like every table.
#pragma once

#include "ui/look/theme.h"
#include "ui/widgets/row_delegate.h"

namespace ui::widgets {

// Which columns and roles of the model are painted differently.
struct UsageColumns {
    int barColumn = -1;
    int shareRole = -1; // of the bar, 0 to 1 and above; without a value only the text is painted
    int monoColumn = -1;
    int forecastRole = -1; // of the bar when its window ends: a mark on it; without a value there is none
};

class UsageBarDelegate : public RowDelegate {
    Q_OBJECT
public:
    UsageBarDelegate(const look::Theme &theme, const RowRoles &roles, int strongColumn, const UsageColumns &columns,
                     QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Shares {
        double used = 0;
        QVariant forecast; // double, or nothing
    };
    int widestText(const QStyleOptionViewItem &option, const QFontMetrics &metrics, int most) const;
    void paintBar(QPainter &painter, const QStyleOptionViewItem &option, const Shares &shares, bool isOff,
                  const QString &text) const;

    const look::Theme &m_theme;
    RowRoles m_roles;
    UsageColumns m_columns;
};

} // namespace ui::widgets
