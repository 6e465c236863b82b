#include "ui/widgets/readable_chart.h"

#include "ui/widgets/chart_accessible.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>

namespace ui::widgets {

ReadableChart::ReadableChart(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    QAccessible::installFactory(makeChartAccessible); // Qt keeps one of each
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &look::Theme::changed, this, qOverload<>(&QWidget::update));
}

void ReadableChart::setTitle(const QString &title)
{
    m_title = title;
    tellName();
}

void ReadableChart::tellName()
{
    const QString text = itemText(m_current).replace(QLatin1Char('\n'), QStringLiteral(", "));
    setAccessibleName(text.isEmpty() ? m_title : tr("%1. %2", "a chart, its current item").arg(m_title, text));
}

void ReadableChart::itemsChanged()
{
    if (m_current >= itemCount())
        m_current = -1;
    m_hovered = -1;
    setAccessibleDescription(tr("%n items. The arrow keys go through them.", nullptr, itemCount()));
    tellName();
    update();
}

int ReadableChart::itemFor(int key, int from) const
{
    const int forward = isMirrored() ? -1 : 1;
    switch (key) {
    case Qt::Key_Right: return std::max(0, from + forward);
    case Qt::Key_Left: return std::max(0, from - forward);
    case Qt::Key_Home: return 0;
    case Qt::Key_End: return itemCount() - 1;
    default: return -1;
    }
}

int ReadableChart::itemAt(const QPoint &point) const
{
    for (int item = 0; item < itemCount(); ++item) {
        if (itemRect(item).contains(point))
            return item;
    }
    return -1;
}

void ReadableChart::setCurrent(int item)
{
    if (itemCount() == 0)
        return;
    m_current = std::clamp(item, 0, itemCount() - 1);
    tellName();
    QAccessibleEvent changed(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(m_current);
    QAccessible::updateAccessibility(&focused);
    QToolTip::showText(mapToGlobal(itemRect(m_current).center()), itemText(m_current), this);
    update();
}

void ReadableChart::activate(int item)
{
    if (item >= 0 && item < itemCount())
        emit itemActivated(item);
}

void ReadableChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate(m_current);
        return;
    }
    const int item = itemCount() == 0 || event->modifiers() != Qt::NoModifier ? -1 : itemFor(event->key(), m_current);
    if (item < 0)
        QWidget::keyPressEvent(event);
    else
        setCurrent(item);
}

void ReadableChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && itemCount() > 0 && event->reason() != Qt::MouseFocusReason) {
        m_current = itemAtFirst();
        tellName();
    }
    update();
}

void ReadableChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        activate(itemAt(event->pos()));
}

void ReadableChart::mouseMoveEvent(QMouseEvent *event)
{
    const int item = itemAt(event->pos());
    if (item == m_hovered)
        return;
    m_hovered = item;
    update();
}

void ReadableChart::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

bool ReadableChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), itemText(itemAt(help->pos())), this);
    return true;
}

} // namespace ui::widgets
