// Colours the text of a label whatever ground it stands on.
#pragma once

#include <QColor>
#include <QWidget>

namespace ui::widgets {

// A label on a Base ground would paint with Text, on a Window ground with WindowText (QWidget::foregroundRole).
inline void setTextColor(QWidget *label, const QColor &color)
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    palette.setColor(QPalette::Text, color);
    label->setPalette(palette);
    label->setForegroundRole(QPalette::WindowText);
}

// A widget that is nothing but ground: dividers, notices.
inline void setGround(QWidget *widget, const QColor &color)
{
    widget->setAutoFillBackground(true);
    widget->setBackgroundRole(QPalette::Window);
    QPalette palette = widget->palette();
    palette.setColor(QPalette::Window, color);
    widget->setPalette(palette);
}

} // namespace ui::widgets
