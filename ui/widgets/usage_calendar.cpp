#include "ui/widgets/usage_calendar.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace ui::widgets {

using look::ColorRole;
using look::TextStyle;

namespace {

constexpr int daysOfWeek = 7;
constexpr int nameWidth = 34;
constexpr int monthHeight = 18;
constexpr int scaleHeight = 24;
constexpr int gap = 3;
constexpr int mostPitch = 24;
constexpr int levels = 5; // the first is "nothing"

QColor mixed(const QColor &ground, const QColor &color, double share)
{
    const auto part = [share](int from, int to) { return from + qRound((to - from) * share); };
    return {part(ground.red(), color.red()), part(ground.green(), color.green()), part(ground.blue(), color.blue())};
}

} // namespace

void UsageCalendar::setDays(const QDate &first, const QList<qint64> &values, models::UsageMeasure measure)
{
    m_first = first;
    m_values = values;
    m_measure = measure;
    m_largest = values.isEmpty() ? 0 : *std::max_element(values.begin(), values.end());
    itemsChanged();
}

void UsageCalendar::setMarked(const QDate &first, const QDate &last)
{
    m_markedFirst = first;
    m_markedLast = last;
    update();
}

QString UsageCalendar::itemText(int item) const
{
    if (item < 0 || item >= itemCount())
        return {};
    return tr("%1: %2", "a day, what was used")
        .arg(QLocale().toString(dayOf(item), QLocale::LongFormat),
             models::measuredText(m_values[item], m_measure, m_format));
}

int UsageCalendar::pitch() const
{
    const int wide = (width() - nameWidth) / std::max(1, weeks());
    const int high = (height() - monthHeight - scaleHeight) / daysOfWeek;
    return std::clamp(std::min(wide, high), gap + 2, mostPitch);
}

QRect UsageCalendar::itemRect(int item) const
{
    const int step = pitch();
    const int week = item / daysOfWeek;
    const int left = isMirrored() ? width() - nameWidth - (week + 1) * step + gap : nameWidth + week * step;
    return {left, monthHeight + item % daysOfWeek * step, step - gap, step - gap};
}

int UsageCalendar::itemFor(int key, int from) const
{
    const bool isArrow = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Left || key == Qt::Key_Right;
    if (from < 0 && isArrow)
        return itemAtFirst();
    const int week = isMirrored() ? -daysOfWeek : daysOfWeek;
    const auto inside = [this, from](int item) { return item < 0 || item >= itemCount() ? from : item; };
    switch (key) {
    case Qt::Key_Down: return inside(from + 1);
    case Qt::Key_Up: return inside(from - 1);
    case Qt::Key_Right: return inside(from + week);
    case Qt::Key_Left: return inside(from - week);
    default: return ReadableChart::itemFor(key, from);
    }
}

// What was used at all is never shown as nothing.
int UsageCalendar::levelOf(qint64 value) const
{
    if (value <= 0 || m_largest <= 0)
        return 0;
    const double share = static_cast<double>(value) / static_cast<double>(m_largest);
    return std::clamp(1 + static_cast<int>(share * (levels - 1)), 1, levels - 1);
}

QColor UsageCalendar::colorOf(int level) const
{
    if (level == 0 && theme().scheme() == look::Scheme::HighContrast)
        return theme().color(ColorRole::Hover); // dividers are white there
    if (level == 0)
        return mixed(theme().color(ColorRole::Base), theme().color(ColorRole::Divider), 0.55);
    constexpr double shares[] = {0.0, 0.28, 0.52, 0.76, 1.0};
    return mixed(theme().color(ColorRole::Base), theme().color(ColorRole::Accent), shares[level]);
}

void UsageCalendar::paintNames(QPainter &painter) const
{
    painter.setFont(theme().font(TextStyle::Label));
    painter.setPen(theme().color(ColorRole::SecondaryText));
    const QLocale locale;
    for (const int day : {0, 2, 4, 6}) {
        const QRect cell = itemRect(day);
        const QRect place(isMirrored() ? width() - nameWidth + 6 : 0, cell.top() - 4, nameWidth - 6, cell.height() + 8);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, locale.dayName(day + 1, QLocale::ShortFormat));
    }
    int lastMonth = 0;
    int freeFrom = -1; // names that would touch the one before are left out
    for (int week = 0; week < weeks(); ++week) {
        const QDate monday = dayOf(week * daysOfWeek);
        if (monday.month() == lastMonth)
            continue;
        lastMonth = monday.month();
        const QString name = locale.standaloneMonthName(monday.month(), QLocale::ShortFormat);
        const int textWidth = painter.fontMetrics().horizontalAdvance(name) + 6;
        const QRect cell = itemRect(week * daysOfWeek);
        const int along = week * pitch();
        if (along < freeFrom || along + textWidth > std::max(weeks() * pitch(), width() - nameWidth))
            continue;
        freeFrom = along + textWidth;
        const int left = isMirrored() ? cell.right() - textWidth : cell.left();
        painter.drawText(QRect(left, 0, textWidth, monthHeight - 2), Qt::AlignLeft | Qt::AlignVCenter, name);
    }
}

void UsageCalendar::paintScale(QPainter &painter) const
{
    const int square = 10;
    const int top = monthHeight + daysOfWeek * pitch() + 8;
    const QString least =
        m_measure == models::UsageMeasure::Cost ? m_format.money({}) : models::measuredText(0, m_measure, m_format);
    const QString most = models::measuredText(m_largest, m_measure, m_format);
    const QFontMetrics metrics = painter.fontMetrics();
    const int leastWidth = metrics.horizontalAdvance(least) + 6;
    const int mostWidth = metrics.horizontalAdvance(most) + 6;
    const int whole = leastWidth + levels * (square + gap) + mostWidth;
    const auto placed = [this, whole](int along, int size) {
        return isMirrored() ? width() - nameWidth - along - size : nameWidth + std::min(along, whole - size);
    };
    painter.setPen(theme().color(ColorRole::SecondaryText));
    painter.drawText(QRect(placed(0, leastWidth), top - 4, leastWidth, 18), Qt::AlignLeft | Qt::AlignVCenter, least);
    for (int level = 0; level < levels; ++level)
        painter.fillRect(QRect(placed(leastWidth + level * (square + gap), square), top, square, square),
                         colorOf(level));
    painter.drawText(QRect(placed(leastWidth + levels * (square + gap) + 3, mostWidth), top - 4, mostWidth, 18),
                     Qt::AlignLeft | Qt::AlignVCenter, most);
}

void UsageCalendar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::Base));
    if (m_values.isEmpty())
        return;
    paintNames(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int item = 0; item < itemCount(); ++item) {
        const QRectF cell(itemRect(item));
        const QDate day = dayOf(item);
        const bool isMarked = day >= m_markedFirst && day <= m_markedLast;
        painter.setBrush(colorOf(levelOf(m_values[item])));
        painter.setPen(isMarked || item == hoveredItem() ? QPen(theme().color(ColorRole::SecondaryText), 1)
                                                         : QPen(Qt::NoPen));
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        if (item == currentItem() && hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme().color(ColorRole::Focus), 2));
            painter.drawRoundedRect(cell.adjusted(-1, -1, 1, 1), 3, 3);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintScale(painter);
}

} // namespace ui::widgets
