#include "ui/widgets/state_label.h"

#include <QPainter>
#include <QStyle>

#include "ui/look/state_shape.h"

namespace ui::widgets {

namespace {
constexpr int shapeSize = 16;
constexpr int gap = 5;
constexpr int badgePadding = 6;
} // namespace

StateLabel::StateLabel(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &look::Theme::changed, this, qOverload<>(&QWidget::update));
}

void StateLabel::setState(gateway::RequestState state, const QString &text)
{
    if (state == m_state && text == m_text)
        return;
    m_state = state;
    m_text = text;
    setAccessibleName(text.isEmpty() ? look::stateText(state) : text);
    updateGeometry();
    update();
}

void StateLabel::setBadge(bool isBadge)
{
    m_isBadge = isBadge;
    updateGeometry();
}

void StateLabel::setTextStyle(look::TextStyle style)
{
    m_style = style;
    updateGeometry();
}

void StateLabel::setCalm(bool isCalm)
{
    m_isCalm = isCalm;
    update();
}

QSize StateLabel::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(m_style));
    const int padding = m_isBadge ? 2 * badgePadding : 0;
    const int textWidth = m_text.isEmpty() ? 0 : gap + metrics.horizontalAdvance(m_text) + 2;
    return {shapeSize + textWidth + padding, qMax(shapeSize, metrics.height()) + (m_isBadge ? 4 : 0)};
}

QSize StateLabel::minimumSizeHint() const
{
    return {shapeSize + (m_isBadge ? 2 * badgePadding : 0), sizeHint().height()};
}

void StateLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ink = m_theme.stateColor(m_state);
    QRect inside = rect();
    if (m_isBadge) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_theme.scheme() == look::Scheme::HighContrast ? QPen(ink) : QPen(Qt::NoPen));
        painter.setBrush(m_theme.stateGround(m_state));
        const int width = qMin(inside.width(), sizeHint().width());
        inside =
            QStyle::visualRect(layoutDirection(), inside, QRect(inside.left(), inside.top(), width, inside.height()));
        painter.drawRoundedRect(QRectF(inside).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        inside.adjust(badgePadding, 0, -badgePadding, 0);
    }
    const QRect shape(inside.left(), inside.center().y() - shapeSize / 2 + 1, shapeSize, shapeSize);
    look::paintStateShape(painter, QRectF(QStyle::visualRect(layoutDirection(), inside, shape)).adjusted(1, 1, -1, -1),
                          m_state, ink);
    if (m_text.isEmpty())
        return;
    painter.setFont(m_theme.font(m_style));
    painter.setPen(m_isCalm ? m_theme.color(look::ColorRole::Text) : ink);
    const QRect words = QStyle::visualRect(layoutDirection(), inside, inside.adjusted(shapeSize + gap, 0, 0, 0));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, words.width()));
}

} // namespace ui::widgets
