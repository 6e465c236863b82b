// The line between two regions of a page.
#pragma once

#include <QFrame>

namespace ui::widgets {

// Drawn by the style, which knows the theme that is in force.
inline QFrame *divider(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(orientation == Qt::Vertical ? QFrame::VLine : QFrame::HLine);
    if (orientation == Qt::Vertical)
        line->setFixedWidth(1);
    else
        line->setFixedHeight(1);
    return line;
}

} // namespace ui::widgets
