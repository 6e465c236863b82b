// What needs a look, one below another: shape, what happened, what it means, one action.
#pragma once

#include "ui/look/theme.h"
#include "ui/models/attention_items.h"

#include <QWidget>

class QVBoxLayout;

namespace ui::widgets {

class AttentionList : public QWidget {
    Q_OBJECT
public:
    // The theme must outlive it.
    explicit AttentionList(const look::Theme &theme, QWidget *parent = nullptr);

    void setItems(const QList<models::AttentionItem> &items); // rows are made anew only where something changed
    const QList<models::AttentionItem> &items() const { return m_items; }

signals:
    void activated(const ui::models::AttentionItem &item);

private:
    QWidget *makeRow(const models::AttentionItem &item, int index);

    const look::Theme &m_theme;
    QVBoxLayout *m_layout;
    QList<models::AttentionItem> m_items;
};

} // namespace ui::widgets
