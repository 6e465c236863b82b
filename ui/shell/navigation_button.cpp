#include "ui/shell/navigation_button.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include "ui/look/icon_set.h"
#include "ui/look/state_shape.h"

namespace ui::shell {

NavigationButton::NavigationButton(const look::Theme &theme, const QString &title, const char *iconName,
                                   QWidget *parent)
    : QAbstractButton(parent), m_theme(theme)
{
    setText(title);
    setIcon(look::icon(iconName));
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void NavigationButton::setAttention(bool needsAttention)
{
    m_needsAttention = needsAttention;
    describe();
}

void NavigationButton::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    describe();
}

void NavigationButton::setCollapsed(bool isCollapsed)
{
    m_isCollapsed = isCollapsed;
    describe();
    updateGeometry();
}

// The accessible name repeats the words, not the glyphs.
void NavigationButton::describe()
{
    QString name = text();
    if (m_count > 0)
        name = tr("%1, %n in flight", nullptr, m_count).arg(name);
    if (m_needsAttention)
        name = tr("%1, needs a look").arg(name);
    setAccessibleName(name);
    setToolTip(m_isCollapsed ? name : QString());
    update();
}

QSize NavigationButton::sizeHint() const
{
    return {m_isCollapsed ? 36 : 120, QFontMetrics(m_theme.font(look::TextStyle::Body)).height() + 12};
}

int NavigationButton::paintBadge(QPainter &painter, const QRect &inside)
{
    using gateway::RequestState;
    int right = inside.right();
    if (m_needsAttention) {
        const QRect place = m_isCollapsed ? QRect(right - 9, inside.top() + 1, 11, 11)
                                          : QRect(right - 16, inside.center().y() - 7, 16, 16);
        const bool isOnYellow = isChecked() && m_theme.scheme() == look::Scheme::HighContrast;
        const QColor ink =
            isOnYellow ? m_theme.color(look::ColorRole::SelectedText) : m_theme.stateColor(RequestState::ClientError);
        QPixmap mark = look::icon("warning").pixmap(place.size(), devicePixelRatioF());
        QPainter tint(&mark);
        tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
        tint.fillRect(mark.rect(), ink);
        tint.end();
        painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), place), mark);
        right -= 22;
    }
    if (m_count == 0 || m_isCollapsed)
        return inside.right() - right;
    const QString number = QLocale().toString(m_count);
    painter.setFont(m_theme.font(look::TextStyle::Small));
    const int width = painter.fontMetrics().horizontalAdvance(number) + 2;
    const QRect words(right - width, inside.top(), width, inside.height());
    painter.setPen(m_theme.color(isChecked() ? look::ColorRole::SelectedText : look::ColorRole::SecondaryText));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words), Qt::AlignCenter, number);
    const QRect shape(words.left() - 18, inside.center().y() - 6, 14, 14);
    const bool isOnYellow = isChecked() && m_theme.scheme() == look::Scheme::HighContrast;
    look::paintStateShape(painter, QStyle::visualRect(layoutDirection(), rect(), shape), RequestState::Streaming,
                          isOnYellow ? m_theme.color(look::ColorRole::SelectedText)
                                     : m_theme.stateColor(RequestState::Streaming));
    return inside.right() - shape.left() + 6;
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isChecked()) {
        painter.setBrush(m_theme.color(look::ColorRole::Selection));
        painter.drawRoundedRect(rect(), 5, 5);
        const QRect bar(0, 5, 3, height() - 10);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), bar), m_theme.color(look::ColorRole::Accent));
    } else if (underMouse()) {
        painter.setBrush(m_theme.color(look::ColorRole::Divider));
        painter.drawRoundedRect(rect(), 5, 5);
    }
    const QRect inside = rect().adjusted(12, 0, -12, 0);
    const int iconLeft = m_isCollapsed ? (width() - 16) / 2 : inside.left();
    const QRect iconRect(iconLeft, inside.center().y() - 7, 16, 16);
    icon().paint(&painter, QStyle::visualRect(layoutDirection(), rect(), iconRect), Qt::AlignCenter,
                 isChecked() ? QIcon::Selected : QIcon::Normal);
    const int taken = paintBadge(painter, m_isCollapsed ? rect().adjusted(0, 2, -2, -2) : inside);
    if (m_isCollapsed)
        return;
    painter.setFont(m_theme.font(isChecked() ? look::TextStyle::Strong : look::TextStyle::Body));
    painter.setPen(m_theme.color(isChecked() ? look::ColorRole::SelectedText : look::ColorRole::Text));
    const QRect words = QStyle::visualRect(layoutDirection(), rect(), inside.adjusted(25, 0, -taken, 0));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

void NavigationButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace ui::shell
