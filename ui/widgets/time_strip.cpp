#include "ui/widgets/time_strip.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

using look::ColorRole;

namespace {

constexpr qreal smallestBar = 2; // one request among a million can be seen

} // namespace

TimeStrip::TimeStrip(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    connect(&theme, &look::Theme::changed, this, qOverload<>(&QWidget::update));
}

void TimeStrip::setTimes(const models::TimeSlots &times)
{
    if (times == m_times)
        return;
    if (times.bars.size() != m_times.bars.size() || times.seconds != m_times.seconds) {
        m_current = -1;
        m_anchor = -1;
        m_isDragging = false;
    }
    m_times = times;
    update();
}

QRectF TimeStrip::columnOf(int slot) const
{
    const qreal width = static_cast<qreal>(this->width()) / std::max(1, count());
    const int place = layoutDirection() == Qt::RightToLeft ? count() - 1 - slot : slot;
    return {place * width, 0, width, static_cast<qreal>(height())};
}

int TimeStrip::slotAt(qreal x) const
{
    if (count() == 0 || width() <= 0)
        return -1;
    const int place = std::clamp(static_cast<int>(x * count() / width()), 0, count() - 1);
    return layoutDirection() == Qt::RightToLeft ? count() - 1 - place : place;
}

void TimeStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    qint64 most = 1;
    for (const models::TimeSlot &bar : m_times.bars)
        most = std::max(most, bar.requests());
    const qreal bottom = height() - 1;
    const qreal unit = (bottom - 3) / static_cast<qreal>(most);
    painter.fillRect(QRectF(0, bottom, width(), 1), m_theme.color(ColorRole::RowLine));
    QColor answered = m_theme.color(ColorRole::SecondaryText);
    if (m_theme.scheme() != look::Scheme::HighContrast)
        answered.setAlphaF(0.55F);
    const QColor failed = m_theme.stateColor(gateway::RequestState::UpstreamError);
    const auto heightOf = [unit](qint64 requests) {
        return requests == 0 ? 0.0 : std::max(smallestBar, static_cast<qreal>(requests) * unit);
    };
    for (int slot = 0; slot < count(); ++slot) {
        const models::TimeSlot &bar = m_times.bars.at(slot);
        const QRectF whole = columnOf(slot);
        const bool isChosen = m_anchor >= 0 && slot >= std::min(m_anchor, m_current)
                              && slot <= std::max(m_anchor, m_current) && (m_isDragging || hasFocus());
        if (isChosen)
            painter.fillRect(whole, m_theme.color(ColorRole::Selection));
        const qreal gap = whole.width() > 4 ? 1 : 0;
        const QRectF column = whole.adjusted(gap / 2, 0, -gap / 2, 0);
        const qreal below = heightOf(bar.answered);
        const qreal above = heightOf(bar.failed);
        painter.fillRect(QRectF(column.left(), bottom - below, column.width(), below), answered);
        painter.fillRect(QRectF(column.left(), bottom - below - above, column.width(), above), failed);
        if (slot == m_current && hasFocus()) {
            painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
            painter.drawRect(whole.adjusted(0, 1, 0, -1));
        }
    }
    if (hasFocus() && m_current < 0) {
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void TimeStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || count() == 0)
        return QWidget::mousePressEvent(event);
    m_isDragging = true;
    m_anchor = slotAt(event->position().x());
    m_current = m_anchor;
    update();
}

void TimeStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isDragging)
        return QWidget::mouseMoveEvent(event);
    m_current = slotAt(event->position().x());
    const int first = std::min(m_anchor, m_current);
    QToolTip::showText(event->globalPosition().toPoint(),
                       models::rangeText(m_times.bars.at(first).start, m_times.endOf(std::max(m_anchor, m_current))),
                       this);
    update();
}

void TimeStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isDragging || event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    m_current = slotAt(event->position().x());
    m_isDragging = false;
    choose();
}

void TimeStrip::choose()
{
    if (m_current < 0 || m_anchor < 0)
        return;
    const int first = std::min(m_anchor, m_current);
    const int last = std::max(m_anchor, m_current);
    m_anchor = -1;
    m_current = -1;
    update();
    emit rangeChosen(first, last);
}

void TimeStrip::speak(const QString &text)
{
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TimeStrip::setCurrent(int slot, bool isExtending)
{
    if (count() == 0)
        return;
    m_current = std::clamp(slot, 0, count() - 1);
    if (!isExtending || m_anchor < 0)
        m_anchor = m_current;
    const int first = std::min(m_anchor, m_current);
    const int last = std::max(m_anchor, m_current);
    const QString text = first == last ? models::slotText(m_times, m_current)
                                       : models::rangeText(m_times.bars.at(first).start, m_times.endOf(last));
    QToolTip::showText(mapToGlobal(columnOf(m_current).topLeft().toPoint()), text, this);
    speak(text);
    update();
}

void TimeStrip::keyPressEvent(QKeyEvent *event)
{
    const int by = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const bool isExtending = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left: setCurrent(m_current < 0 ? count() - 1 : m_current - by, isExtending); return;
    case Qt::Key_Right: setCurrent(m_current < 0 ? count() - 1 : m_current + by, isExtending); return;
    case Qt::Key_Home: setCurrent(0, isExtending); return;
    case Qt::Key_End: setCurrent(count() - 1, isExtending); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return;
    case Qt::Key_Escape: emit wholeWanted(); return;
    default: QWidget::keyPressEvent(event);
    }
}

void TimeStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_current = -1;
    m_anchor = -1;
    m_isDragging = false;
    update();
}

bool TimeStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int slot = slotAt(help->pos().x());
    if (slot >= 0)
        QToolTip::showText(help->globalPos(), models::slotText(m_times, slot), this);
    return true;
}

} // namespace ui::widgets
