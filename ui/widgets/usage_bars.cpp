#include "ui/widgets/usage_bars.h"

#include "ui/look/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

using look::ColorRole;
using look::TextStyle;
using models::UsageMeasure;

namespace {

constexpr qreal leastLabelWidth = 58;
constexpr qreal labelGap = 8;
constexpr qreal labelHeight = 22;
constexpr qreal topMargin = 10;
constexpr qreal rightMargin = 8;
constexpr int axisLines = 3;

// 1, 2, 2.5, 5 or 10 times a power of ten: what people count by.
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

UsageBars::UsageBars(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &look::Theme::changed, this, qOverload<>(&QWidget::update));
}

void UsageBars::setChart(const models::UsageChart &chart)
{
    m_chart = chart;
    m_current = -1;
    m_hovered = -1;
    setAccessibleDescription(
        tr("%n bars. The arrow keys go through them.", nullptr, static_cast<int>(chart.steps.size())));
    update();
}

QString UsageBars::stepText(int step) const
{
    if (step < 0 || step >= m_chart.steps.size())
        return {};
    QStringList parts;
    for (qsizetype series = 0; series < m_chart.series.size(); ++series) {
        const qint64 value = m_chart.values[step][series];
        if (value > 0)
            parts << tr("%1 %2", "provider, amount")
                         .arg(m_chart.series[series], measuredText(value, m_chart.measure, m_format));
    }
    const QString sum =
        tr("%1: %2").arg(m_chart.steps[step].name, measuredText(m_chart.sumOf(step), m_chart.measure, m_format));
    return parts.isEmpty() ? sum : sum + QLatin1Char('\n') + parts.join(QLatin1Char('\n'));
}

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

QRectF UsageBars::plot() const
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const qreal labelWidth = axisLabelWidth();
    return QRectF(rect()).adjusted(isMirrored ? rightMargin : labelWidth, topMargin,
                                   isMirrored ? -labelWidth : -rightMargin, -labelHeight);
}

QRectF UsageBars::columnOf(int step) const
{
    const QRectF area = plot();
    const qreal width = area.width() / static_cast<qreal>(std::max<qsizetype>(m_chart.steps.size(), 1));
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const qreal at = isMirrored ? area.right() - (step + 1) * width : area.left() + step * width;
    return {at, area.top(), width, area.height()};
}

int UsageBars::stepAt(const QPointF &point) const
{
    for (int step = 0; step < m_chart.steps.size(); ++step) {
        const QRectF column = columnOf(step);
        if (point.x() >= column.left() && point.x() < column.right() && point.y() >= column.top())
            return step;
    }
    return -1;
}

qint64 UsageBars::axisTop() const
{
    const qint64 least = m_chart.measure == UsageMeasure::Cost ? 1'000'000 : axisLines; // a tenth of a cent
    return roundedUp(std::max(m_chart.largest, least));
}

QString UsageBars::axisLabel(int line) const
{
    if (m_chart.measure == UsageMeasure::Cost && line == 0)
        return m_format.money({});
    return measuredText(axisTop() * line / axisLines, m_chart.measure, m_format);
}

// An amount is longer where the sign of the currency is.
qreal UsageBars::axisLabelWidth() const
{
    const QFontMetricsF metrics(m_theme.font(TextStyle::Label));
    qreal width = leastLabelWidth;
    for (int line = 0; line <= axisLines; ++line)
        width = std::max(width, metrics.horizontalAdvance(axisLabel(line)) + labelGap + 2);
    return width;
}

void UsageBars::paintAxis(QPainter &painter, const QRectF &area) const
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const qreal labelWidth = axisLabelWidth();
    painter.setFont(m_theme.font(TextStyle::Label));
    for (int line = 0; line <= axisLines; ++line) {
        const qreal y = std::round(area.bottom() - area.height() * line / axisLines);
        painter.fillRect(QRectF(area.left(), y, area.width(), 1),
                         m_theme.color(line == 0 ? ColorRole::Divider : ColorRole::RowLine));
        const QRectF place(isMirrored ? area.right() + labelGap : 0, y - 10, labelWidth - labelGap, 20);
        painter.setPen(m_theme.color(ColorRole::SecondaryText));
        painter.drawText(place, (isMirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, axisLabel(line));
    }
    for (int step = 0; step < m_chart.steps.size(); ++step) {
        if (m_chart.steps[step].label.isEmpty())
            continue;
        const QRectF column = columnOf(step);
        const QRectF place(column.center().x() - 40, area.bottom() + 4, 80, labelHeight - 4);
        painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop, m_chart.steps[step].label);
    }
}

void UsageBars::paintBar(QPainter &painter, int step) const
{
    const QRectF column = columnOf(step);
    const qreal width = std::clamp(column.width() * 0.7, 2.0, 44.0);
    const qreal left = std::round(column.center().x() - width / 2);
    if (step == m_hovered || step == m_current)
        painter.fillRect(column, m_theme.color(ColorRole::Hover));
    const auto top = static_cast<qreal>(axisTop());
    qreal bottom = std::round(column.bottom());
    qreal exact = bottom;
    for (qsizetype series = 0; series < m_chart.series.size(); ++series) {
        const qint64 value = m_chart.values[step][series];
        if (value <= 0)
            continue;
        exact -= column.height() * static_cast<qreal>(value) / top;
        const qreal upper = std::min(bottom - 1, std::round(exact)); // what is not nothing is seen
        paintSwatch(painter, QRectF(left, upper, width, bottom - upper), m_theme, static_cast<int>(series));
        bottom = upper;
        painter.fillRect(QRectF(left, bottom, width, 1), m_theme.color(ColorRole::Base));
    }
    if (step == m_current && hasFocus()) {
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(column.adjusted(1, 1, -1, -1));
    }
}

void UsageBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ColorRole::Base));
    const QRectF area = plot();
    for (int step = 0; step < m_chart.steps.size(); ++step)
        paintBar(painter, step);
    paintAxis(painter, area);
    for (int step = 0; step < m_chart.steps.size(); ++step) // over the lines of the axis
        if (m_chart.sumOf(step) > 0)
            paintBar(painter, step);
}

void UsageBars::setCurrent(int step)
{
    m_current = std::clamp(step, 0, static_cast<int>(m_chart.steps.size()) - 1);
    setAccessibleName(
        tr("Bars over time. %1").arg(stepText(m_current).replace(QLatin1Char('\n'), QStringLiteral(", "))));
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    QToolTip::showText(mapToGlobal(columnOf(m_current).center().toPoint()), stepText(m_current), this);
    update();
}

void UsageBars::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    if (m_chart.steps.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Right: setCurrent(m_current + forward); break;
    case Qt::Key_Left: setCurrent(m_current - forward); break;
    case Qt::Key_Home: setCurrent(0); break;
    case Qt::Key_End: setCurrent(static_cast<int>(m_chart.steps.size()) - 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit stepActivated(m_current);
        break;
    default: QWidget::keyPressEvent(event);
    }
}

void UsageBars::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && !m_chart.steps.isEmpty() && event->reason() != Qt::MouseFocusReason) {
        m_current = 0;
        update();
    }
}

void UsageBars::mousePressEvent(QMouseEvent *event)
{
    const int step = stepAt(event->position());
    if (step >= 0 && event->button() == Qt::LeftButton)
        emit stepActivated(step);
}

void UsageBars::mouseMoveEvent(QMouseEvent *event)
{
    const int step = stepAt(event->position());
    if (step == m_hovered)
        return;
    m_hovered = step;
    update();
}

void UsageBars::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

bool UsageBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), stepText(stepAt(help->pos())), this);
    return true;
}

} // namespace ui::widgets
