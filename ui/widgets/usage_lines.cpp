#include "ui/widgets/usage_lines.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <utility>

namespace ui::widgets {

namespace {

constexpr qreal radius = 3.5;
constexpr int shapes = 4;

} // namespace

void UsageLines::paintMarker(QPainter &painter, const QPointF &center, const look::Theme &theme, int series)
{
    const QColor color = theme.chartColor(series % models::mostSeries);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush((series / shapes) % 2 == 0 ? color : theme.color(look::ColorRole::Base));
    painter.translate(center);
    switch (series % shapes) {
    case 0: painter.drawEllipse(QPointF(), radius, radius); break;
    case 1: painter.drawRect(QRectF(-radius + 0.5, -radius + 0.5, 2 * radius - 1, 2 * radius - 1)); break;
    case 2: painter.drawPolygon(QPolygonF({{0, -radius}, {radius, radius - 1}, {-radius, radius - 1}})); break;
    default: painter.drawPolygon(QPolygonF({{0, -radius}, {radius, 0}, {0, radius}, {-radius, 0}})); break;
    }
    painter.restore();
}

qint64 UsageLines::largestShown() const
{
    qint64 largest = 0;
    for (const QList<qint64> &step : chart().values) {
        for (const qint64 value : step)
            largest = std::max(largest, value);
    }
    return largest;
}

void UsageLines::paintLine(QPainter &painter, int series) const
{
    const QRectF area = plot();
    const auto top = static_cast<qreal>(axisTop());
    QPolygonF line;
    QList<QPointF> points;
    painter.setPen(QPen(theme().chartColor(series % models::mostSeries), 1.75));
    for (int step = 0; step < itemCount(); ++step) {
        const qint64 value = chart().values[step][series];
        if (value < 0) { // nothing was measured
            painter.drawPolyline(line);
            line.clear();
            continue;
        }
        const QPointF point(columnOf(step).center().x(),
                            area.bottom() - area.height() * static_cast<qreal>(value) / top);
        line << point;
        points << point;
    }
    painter.drawPolyline(line);
    for (const QPointF &point : std::as_const(points))
        paintMarker(painter, point, theme(), series);
}

void UsageLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGround(painter);
    paintAxis(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int series = static_cast<int>(chart().series.size()) - 1; series >= 0; --series) // the first one on top
        paintLine(painter, series);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintFocus(painter);
}

} // namespace ui::widgets
