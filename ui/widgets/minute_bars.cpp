#include "ui/widgets/minute_bars.h"

#include <algorithm>
#include <cmath>

#include <QLocale>
#include <QPainter>

namespace ui::widgets {

using gateway::RequestState;
using look::ColorRole;
using look::TextStyle;

namespace {

constexpr int axisWidth = 34;
constexpr int labelEvery = 15; // minutes
constexpr qreal gap = 2;

QString clockOf(const QDateTime &time)
{
    return QLocale().toString(time.time(), QLocale::ShortFormat);
}

} // namespace

MinuteBars::MinuteBars(const look::Theme &theme, QWidget *parent) : ReadableChart(theme, parent) {}

void MinuteBars::setMinutes(const QList<MinuteCount> &minutes)
{
    if (minutes == m_minutes)
        return;
    m_minutes = minutes;
    itemsChanged();
    setAccessibleDescription(summary());
}

int MinuteBars::itemFor(int key, int from) const
{
    const bool moves = key == Qt::Key_Left || key == Qt::Key_Right;
    return from < 0 && moves ? itemCount() - 1 : ReadableChart::itemFor(key, from);
}

QString MinuteBars::minuteText(int index) const
{
    const MinuteCount &minute = m_minutes.at(index);
    const QString requests =
        tr("%1: %n requests", nullptr, static_cast<int>(minute.answered + minute.failed)).arg(clockOf(minute.start));
    return minute.failed == 0 ? requests : tr("%1, %2 failed").arg(requests).arg(minute.failed);
}

QString MinuteBars::summary() const
{
    qint64 answered = 0;
    qint64 failed = 0;
    for (const MinuteCount &minute : m_minutes) {
        answered += minute.answered;
        failed += minute.failed;
    }
    return tr("%n requests in the last hour, %1 of them failed", nullptr, static_cast<int>(answered + failed))
        .arg(failed);
}

QRectF MinuteBars::plot() const
{
    const qreal labels = QFontMetricsF(theme().font(TextStyle::Label)).height() + 6;
    return QRectF(rect()).adjusted(axisWidth, 8, -4, -labels);
}

QRectF MinuteBars::columnOf(int index) const
{
    const QRectF area = plot();
    const qreal width = area.width() / static_cast<qreal>(std::max<qsizetype>(1, m_minutes.size()));
    const qreal place = isMirrored() ? static_cast<qreal>(m_minutes.size() - 1 - index) : static_cast<qreal>(index);
    return {area.left() + place * width, area.top(), width, area.height()};
}

// The next of 2, 4, 10, 20, 40, 100 …, so that the middle line is a whole number.
qint64 MinuteBars::axisTop() const
{
    qint64 largest = 2;
    for (const MinuteCount &minute : m_minutes)
        largest = std::max(largest, minute.answered + minute.failed);
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 step : {2, 4, 10}) {
            if (step * power >= largest)
                return step * power;
        }
    }
}

void MinuteBars::paintAxis(QPainter &painter) const
{
    const QRectF area = plot();
    const qint64 top = axisTop();
    painter.setFont(theme().font(TextStyle::Label));
    for (const int part : {0, 1, 2}) {
        const qreal y = std::round(area.bottom() - area.height() * part / 2) + 0.5;
        painter.setPen(theme().color(part == 0 ? ColorRole::FieldBorder : ColorRole::RowLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(theme().color(ColorRole::SecondaryText));
        painter.drawText(QRectF(0, y - 8, axisWidth - 8, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(top * part / 2));
    }
    for (int index = 0; index < m_minutes.size(); ++index) {
        const bool isLast = index == m_minutes.size() - 1;
        if (!isLast && (index % labelEvery != 0 || m_minutes.size() - index < labelEvery / 2))
            continue;
        const QRectF column = columnOf(index);
        const bool isAtEnd = isLast != (isMirrored());
        const QRectF place = isAtEnd ? QRectF(column.right() - 80, area.bottom() + 4, 80, 16)
                                     : QRectF(column.left(), area.bottom() + 4, 80, 16);
        painter.drawText(place, (isAtEnd ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop,
                         isLast ? tr("now") : clockOf(m_minutes.at(index).start));
    }
}

void MinuteBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAxis(painter);
    const qreal unit = plot().height() / static_cast<qreal>(axisTop());
    QColor answered = theme().color(ColorRole::SecondaryText);
    if (theme().scheme() != look::Scheme::HighContrast)
        answered.setAlphaF(0.55F);
    const QColor failed = theme().stateColor(RequestState::UpstreamError);
    for (int index = 0; index < m_minutes.size(); ++index) {
        const MinuteCount &minute = m_minutes.at(index);
        const QRectF column = columnOf(index).adjusted(gap / 2, 0, -gap / 2, 0);
        const qreal below = static_cast<qreal>(minute.answered) * unit;
        const qreal above = static_cast<qreal>(minute.failed) * unit;
        painter.fillRect(QRectF(column.left(), column.bottom() - below, column.width(), below), answered);
        painter.fillRect(QRectF(column.left(), column.bottom() - below - above, column.width(), above), failed);
        if (index == currentItem() && hasFocus()) {
            painter.setPen(QPen(theme().color(ColorRole::Focus), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(column.adjusted(-1, 0, 1, 0));
        }
    }
}

} // namespace ui::widgets
