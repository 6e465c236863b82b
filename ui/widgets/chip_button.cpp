#include "ui/widgets/chip_button.h"

#include "ui/display_format.h"
#include "ui/look/state_shape.h"
#include "ui/look/theme.h"
#include "ui/widgets/tabular_text.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace ui::widgets {

using look::ColorRole;
using look::TextStyle;

namespace {

constexpr int margin = 10;
constexpr int shapeSize = 14;
constexpr int gap = 6;

QString countText(int count)
{
    return count > 0 ? DisplayFormat().count(count) : QString();
}

} // namespace

ChipButton::ChipButton(const look::Theme &theme, gateway::RequestState shape, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_shape(shape)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(text);
}

void ChipButton::setCount(int count)
{
    if (m_count == count)
        return;
    const bool changesWidth = countText(count).size() != countText(m_count).size();
    m_count = count;
    setAccessibleDescription(count > 0 ? DisplayFormat().count(count) : QString());
    if (changesWidth)
        updateGeometry();
    update();
}

QSize ChipButton::sizeHint() const
{
    const QFont font = m_theme.font(TextStyle::Small);
    int width = 2 * margin + shapeSize + gap + QFontMetrics(font).horizontalAdvance(text());
    if (m_count > 0)
        width += gap + static_cast<int>(tabularWidth(font, countText(m_count))) + 1;
    return {width, QFontMetrics(font).height() + 7};
}

void ChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isFilled = isChecked() || isDown();
    const bool hasOneColor = isFilled && m_theme.scheme() == look::Scheme::HighContrast;
    const QColor text =
        hasOneColor ? m_theme.palette().color(QPalette::HighlightedText) : m_theme.color(ColorRole::Text);
    const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    QColor ground = m_theme.color(ColorRole::Raised);
    if (isFilled)
        ground = m_theme.color(ColorRole::Selection);
    else if (underMouse())
        ground = m_theme.color(ColorRole::Hover);
    painter.setPen(QPen(m_theme.color(isFilled ? ColorRole::Accent : ColorRole::ButtonBorder), 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0, height() / 2.0);
    }
    const auto placed = [this](qreal x, qreal width) {
        const qreal left = isLeftToRight() ? x : this->width() - x - width;
        return QRectF(left, 0, width, height());
    };
    QRectF shape(0, 0, shapeSize, shapeSize);
    shape.moveCenter(placed(margin, shapeSize).center());
    look::paintStateShape(painter, shape, m_shape, hasOneColor ? text : m_theme.stateColor(m_shape));
    const QFont font = m_theme.font(TextStyle::Small);
    const qreal from = margin + shapeSize + gap;
    const qreal words = tabularWidth(font, this->text()) + 1;
    drawTabular(painter, placed(from, words), Qt::AlignLeft, font, text, this->text());
    if (m_count > 0) {
        const QColor quiet = hasOneColor ? text : m_theme.color(ColorRole::SecondaryText);
        drawTabular(painter, placed(from + words + gap - 1, tabularWidth(font, countText(m_count)) + 1), Qt::AlignLeft,
                    font, quiet, countText(m_count));
    }
}

void ChipButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace ui::widgets
