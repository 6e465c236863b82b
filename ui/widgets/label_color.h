// Gives labels and grounds their look in the words of the application's style sheet.
#pragma once

#include <QColor>
#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace ui::widgets {

// Fonts and palettes that a widget was given before it was first shown do not survive the style sheet; the properties
// that the sheet knows do, and they follow the theme. Call it before the widget is shown.
inline void setTextStyle(QWidget *label, const char *style)
{
    label->setProperty("textStyle", QLatin1String(style));
}

// "secondary", "error", "warning", "ok". May change while the widget is seen.
inline void setTone(QWidget &label, const char *tone)
{
    label.setProperty("tone", QLatin1String(tone));
    // The sheet looks at properties only when it polishes, which it does by itself before the first showing.
    if (label.testAttribute(Qt::WA_WState_Polished)) {
        label.style()->unpolish(&label);
        label.style()->polish(&label);
    }
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
