// Draws figures in cells of one width, also with fonts whose digits differ, so that columns of numbers line up.
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace ui::widgets {

// Font features cannot be chosen before Qt 6.7; digits are then drawn one by one, unless all ten are equally wide.
qreal tabularWidth(const QFont &font, const QString &text);
// One line, centred vertically; elided at its end when it does not fit. Returns the width drawn.
qreal drawTabular(QPainter &painter, const QRectF &bounds, Qt::Alignment alignment, const QFont &font,
                  const QColor &color, const QString &text);

} // namespace ui::widgets
