#include "ui/widgets/step_chart.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

using look::ColorRole;
using look::TextStyle;
using models::UsageMeasure;

namespace {

constexpr qreal leastLabelWidth = 58; // "1 min 30 s" and the like widen it
constexpr qreal labelGap = 8;
constexpr qreal labelHeight = 22;
constexpr qreal topMargin = 10;
constexpr qreal rightMargin = 8;
constexpr int axisLines = 3;

// Three equal parts of it are what people count by.
qint64 roundedUp(qint64 value)
{
    if (value <= 0)
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(static_cast<double>(value))));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 4.5, 6.0, 7.5, 9.0}) {
        if (static_cast<double>(value) <= step * power)
            return static_cast<qint64>(std::ceil(step * power));
    }
    return static_cast<qint64>(12.0 * power);
}

// So that an axis without data does not claim to tell parts of a cent, a token or a millisecond.
qint64 leastTop(UsageMeasure measure)
{
    switch (measure) {
    case UsageMeasure::Cost: return 1'000'000;
    case UsageMeasure::Duration: return 3'000;
    case UsageMeasure::Tokens:
    case UsageMeasure::Requests: break;
    }
    return axisLines;
}

} // namespace

void StepChart::setChart(const models::UsageChart &chart)
{
    m_chart = chart;
    itemsChanged();
}

QString StepChart::itemText(int step) const
{
    if (step < 0 || step >= itemCount())
        return {};
    QStringList parts;
    for (qsizetype series = 0; series < m_chart.series.size(); ++series) {
        const qint64 value = m_chart.values[step][series];
        if (value > 0)
            parts << tr("%1 %2", "provider, amount")
                         .arg(m_chart.series[series], models::measuredText(value, m_chart.measure, m_format));
    }
    const QString name = m_chart.steps[step].name;
    if (!m_chart.hasSums())
        return parts.isEmpty() ? tr("%1: nothing", "a step of time").arg(name)
                               : name + QLatin1Char('\n') + parts.join(QLatin1Char('\n'));
    const QString sum = tr("%1: %2").arg(name, models::measuredText(m_chart.sumOf(step), m_chart.measure, m_format));
    return parts.isEmpty() ? sum : sum + QLatin1Char('\n') + parts.join(QLatin1Char('\n'));
}

QRectF StepChart::plot() const
{
    const qreal labelWidth = axisLabelWidth();
    return QRectF(rect()).adjusted(isMirrored() ? rightMargin : labelWidth, topMargin,
                                   isMirrored() ? -labelWidth : -rightMargin, -labelHeight);
}

QRectF StepChart::columnOf(int step) const
{
    const QRectF area = plot();
    const qreal width = area.width() / static_cast<qreal>(std::max<qsizetype>(m_chart.steps.size(), 1));
    const qreal at = isMirrored() ? area.right() - (step + 1) * width : area.left() + step * width;
    return {at, area.top(), width, area.height()};
}

qint64 StepChart::axisTop() const
{
    return roundedUp(std::max(largestShown(), leastTop(m_chart.measure)));
}

QString StepChart::axisText(qint64 value) const
{
    if (m_chart.measure == UsageMeasure::Duration && value == 0)
        return QStringLiteral("0");
    return m_chart.measure == UsageMeasure::Cost && value == 0 ? m_format.money({})
                                                               : models::measuredText(value, m_chart.measure, m_format);
}

// An amount is longer where the sign of the currency is.
qreal StepChart::axisLabelWidth() const
{
    const QFontMetricsF metrics(theme().font(TextStyle::Label));
    const qint64 top = axisTop();
    qreal width = leastLabelWidth;
    for (int line = 0; line <= axisLines; ++line)
        width = std::max(width, metrics.horizontalAdvance(axisText(top * line / axisLines)) + labelGap + 2);
    return width;
}

void StepChart::paintGround(QPainter &painter) const
{
    painter.fillRect(rect(), theme().color(ColorRole::Base));
    for (const int step : {hoveredItem(), currentItem()}) {
        if (step >= 0 && step < itemCount())
            painter.fillRect(columnOf(step), theme().color(ColorRole::Hover));
    }
}

void StepChart::paintAxis(QPainter &painter) const
{
    const QRectF area = plot();
    const qint64 top = axisTop();
    const qreal labelWidth = axisLabelWidth();
    painter.setFont(theme().font(TextStyle::Label));
    for (int line = 0; line <= axisLines; ++line) {
        const qreal y = std::round(area.bottom() - area.height() * line / axisLines);
        painter.fillRect(QRectF(area.left(), y, area.width(), 1),
                         theme().color(line == 0 ? ColorRole::Divider : ColorRole::RowLine));
        const QRectF place(isMirrored() ? area.right() + labelGap : 0, y - 10, labelWidth - labelGap, 20);
        painter.setPen(theme().color(ColorRole::SecondaryText));
        painter.drawText(place, (isMirrored() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                         axisText(top * line / axisLines));
    }
    QRectF last;
    for (int step = 0; step < itemCount(); ++step) {
        const QString &label = m_chart.steps[step].label;
        const qreal wide = painter.fontMetrics().horizontalAdvance(label) + 4;
        const QRectF place(columnOf(step).center().x() - wide / 2, area.bottom() + 4, wide, labelHeight - 4);
        if (label.isEmpty() || place.intersects(last)) // where there is no room, the tool tips have it
            continue;
        painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop, label);
        last = place;
    }
}

void StepChart::paintFocus(QPainter &painter) const
{
    if (currentItem() < 0 || currentItem() >= itemCount() || !hasFocus())
        return;
    painter.setPen(QPen(theme().color(ColorRole::Focus), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(columnOf(currentItem()).adjusted(1, 1, -1, -1));
}

} // namespace ui::widgets
