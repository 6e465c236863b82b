// Paints a row of the list of rules: grip, number, name and where it goes, and the switch.
#pragma once

#include <QStyledItemDelegate>

namespace ui::look {
class Theme;
}

namespace ui::widgets {

// For models::RoutingRuleModel. A click on the switch, or Space, asks the model for the other state.
class RuleDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit RuleDelegate(const look::Theme &theme, QObject *parent = nullptr); // the theme must outlive it

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void paintGrip(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const look::Theme &m_theme;
};

} // namespace ui::widgets
