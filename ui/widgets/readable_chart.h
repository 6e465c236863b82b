// A drawing made of items: arrow keys and pointer reach each, tool tips tell it, screen readers read it.
#pragma once

#include "ui/look/theme.h"

#include <QWidget>

namespace ui::widgets {

class ReadableChart : public QWidget {
    Q_OBJECT
public:
    // The theme must outlive it.
    explicit ReadableChart(const look::Theme &theme, QWidget *parent = nullptr);

    void setTitle(const QString &title);          // its accessible name, with the current item behind it
    int currentItem() const { return m_current; } // -1: none

    virtual int itemCount() const = 0;
    virtual QString itemText(int item) const = 0; // lines: what it is, then its parts
    virtual QRect itemRect(int item) const = 0;
    void activate(int item);
    void setCurrent(int item); // tells it too

signals:
    void itemActivated(int item);

protected:
    // Where a key leads from an item (-1: from none); nothing (-1) for keys that mean nothing here.
    virtual int itemFor(int key, int from) const;
    virtual int itemAtFirst() const { return 0; } // that the focus comes to
    int hoveredItem() const { return m_hovered; }
    int itemAt(const QPoint &point) const;
    const look::Theme &theme() const { return m_theme; }
    bool isMirrored() const { return layoutDirection() == Qt::RightToLeft; }
    void itemsChanged(); // other items or other texts; the current one stays where there still is one

    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override; // tool tips

private:
    void tellName();

    const look::Theme &m_theme;
    QString m_title;
    int m_current = -1; // by keyboard
    int m_hovered = -1;
};

} // namespace ui::widgets
