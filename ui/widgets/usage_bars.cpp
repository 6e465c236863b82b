#include "ui/widgets/usage_bars.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

using look::ColorRole;

namespace {

// Colours alone are not enough for everyone, and not at all in high contrast.
Qt::BrushStyle patternOf(int series, look::Scheme scheme)
{
    constexpr Qt::BrushStyle patterns[] = {Qt::SolidPattern,  Qt::SolidPattern,     Qt::SolidPattern, Qt::BDiagPattern,
                                           Qt::Dense4Pattern, Qt::DiagCrossPattern, Qt::HorPattern,   Qt::VerPattern};
    constexpr Qt::BrushStyle strong[] = {Qt::SolidPattern,  Qt::FDiagPattern,     Qt::Dense4Pattern, Qt::BDiagPattern,
                                         Qt::Dense6Pattern, Qt::DiagCrossPattern, Qt::HorPattern,    Qt::VerPattern};
    const int index = series % models::mostSeries;
    return scheme == look::Scheme::HighContrast ? strong[index] : patterns[index];
}

} // namespace

void UsageBars::paintSwatch(QPainter &painter, const QRectF &rect, const look::Theme &theme, int series)
{
    const QColor color = theme.chartColor(series);
    const Qt::BrushStyle pattern = patternOf(series, theme.scheme());
    painter.save();
    painter.setPen(Qt::NoPen);
    if (pattern != Qt::SolidPattern) { // the lines of a pattern need a ground that still belongs to the bar
        QColor ground = color;
        ground.setAlpha(theme.scheme() == look::Scheme::HighContrast ? 60 : 110);
        painter.fillRect(rect, ground);
    }
    painter.fillRect(rect, QBrush(color, pattern));
    painter.restore();
}

void UsageBars::setForecast(qint64 perStep, int firstStep)
{
    m_forecast = perStep;
    m_firstToCome = firstStep;
    update();
}

QRectF UsageBars::barOf(int step) const
{
    const QRectF column = columnOf(step);
    const qreal width = std::clamp(column.width() * 0.7, 2.0, 44.0);
    return {std::round(column.center().x() - width / 2), column.top(), width, column.height()};
}

// Dashed and empty, because it did not happen.
void UsageBars::paintForecast(QPainter &painter, int step) const
{
    if (m_forecast <= 0 || step < m_firstToCome)
        return;
    const QRectF bar = barOf(step);
    const qreal height = std::round(bar.height() * static_cast<qreal>(m_forecast) / static_cast<qreal>(axisTop()));
    painter.setPen(QPen(theme().color(ColorRole::SecondaryText), 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(bar.left() + 0.5, bar.bottom() - height + 0.5, bar.width() - 1, height - 1));
}

void UsageBars::paintBar(QPainter &painter, int step) const
{
    const QRectF column = columnOf(step);
    const qreal width = barOf(step).width();
    const qreal left = barOf(step).left();
    const auto top = static_cast<qreal>(axisTop());
    qreal bottom = std::round(column.bottom());
    qreal exact = bottom;
    for (qsizetype series = 0; series < chart().series.size(); ++series) {
        const qint64 value = chart().values[step][series];
        if (value <= 0)
            continue;
        exact -= column.height() * static_cast<qreal>(value) / top;
        const qreal upper = std::min(bottom - 1, std::round(exact)); // what is not nothing is seen
        paintSwatch(painter, QRectF(left, upper, width, bottom - upper), theme(), static_cast<int>(series));
        bottom = upper;
        painter.fillRect(QRectF(left, bottom, width, 1), theme().color(ColorRole::Base));
    }
}

void UsageBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGround(painter);
    paintAxis(painter);
    for (int step = 0; step < itemCount(); ++step) {
        paintBar(painter, step);
        paintForecast(painter, step);
    }
    paintFocus(painter);
}

} // namespace ui::widgets
