#include "ui/widgets/eliding_label.h"

#include <QHelpEvent>
#include <QStyle>
#include <QStyleOption>
#include <QStylePainter>
#include <QToolTip>

namespace ui::widgets {

void ElidingLabel::setShorterText(const QString &text)
{
    m_shorter = text;
    update();
}

bool ElidingLabel::fits(const QString &text) const
{
    return fontMetrics().horizontalAdvance(text) <= contentsRect().width();
}

QString ElidingLabel::shownText() const
{
    if (fits(text()))
        return text();
    return fontMetrics().elidedText(m_shorter.isEmpty() ? text() : m_shorter, Qt::ElideRight, contentsRect().width());
}

QSize ElidingLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

// A tip that somebody set goes first. Asked only when it is wanted, because text and width change apart.
bool ElidingLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty())
        return QLabel::event(event);
    const QPoint place = static_cast<const QHelpEvent *>(event)->globalPos();
    if (shownText() == text())
        QToolTip::hideText();
    else
        QToolTip::showText(place, text(), this);
    return true;
}

void ElidingLabel::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    painter.drawItemText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, palette(), isEnabled(),
                         shownText(), foregroundRole());
}

} // namespace ui::widgets
