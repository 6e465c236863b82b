// The part of the control style that draws tables and tabs.
#include "ui/look/control_style.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include "ui/look/tokens.h"

namespace ui::look {

namespace {

constexpr qreal focusRadius = 5;

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QFont smaller(QFont font)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 12.0 / 13.0);
    else
        font.setPixelSize(qRound(font.pixelSize() * 12.0 / 13.0));
    return font;
}

} // namespace

// Selection is a ground plus a bar in accent at the leading edge; without focus it is grey.
void ControlStyle::drawItemGround(QPainter &painter, const QStyleOption &option, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    const bool isSelected = has(option, State_Selected);
    const bool hasFocus = widget == nullptr || widget->hasFocus();
    if (isSelected)
        painter.fillRect(option.rect, color(hasFocus ? ColorRole::Selection : ColorRole::SelectionWithoutFocus));
    else if (has(option, State_MouseOver))
        painter.fillRect(option.rect, color(ColorRole::Hover));
    const bool isFirst = item == nullptr || item->viewItemPosition == QStyleOptionViewItem::Beginning
                         || item->viewItemPosition == QStyleOptionViewItem::OnlyOne
                         || (item->viewItemPosition == QStyleOptionViewItem::Invalid && item->index.column() == 0);
    if (isSelected && isFirst) {
        const QRect bar(option.rect.left(), option.rect.top(), 3, option.rect.height());
        painter.fillRect(visualRect(option.direction, option.rect, bar), color(ColorRole::Accent));
    }
}

void ControlStyle::drawHeaderSection(QPainter &painter, const QStyleOption &option) const
{
    painter.fillRect(option.rect, color(ColorRole::Sunken));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     color(ColorRole::Divider));
    if (!option.state.testFlag(State_Horizontal))
        return;
    painter.fillRect(QRect(option.rect.right(), option.rect.top(), 1, option.rect.height()), color(ColorRole::RowLine));
}

bool ControlStyle::isWithIconAndWords(const QStyleOptionToolButton &option)
{
    return option.toolButtonStyle == Qt::ToolButtonTextBesideIcon && !option.icon.isNull() && !option.text.isEmpty();
}

// Qt leaves no air between the two.
void ControlStyle::drawToolButtonLabel(QPainter &painter, const QStyleOptionToolButton &option) const
{
    const QSize size = option.iconSize;
    const int words = option.fontMetrics.horizontalAdvance(option.text);
    const int whole = size.width() + gapBesideIcon + words;
    QRect place(option.rect.left() + (option.rect.width() - whole) / 2, option.rect.top(), whole, option.rect.height());
    QRect mark(place.left(), place.top() + (place.height() - size.height()) / 2, size.width(), size.height());
    const bool isEnabled = option.state.testFlag(State_Enabled);
    option.icon.paint(&painter, visualRect(option.direction, option.rect, mark), Qt::AlignCenter,
                      isEnabled ? QIcon::Normal : QIcon::Disabled);
    place.setLeft(mark.right() + 1 + gapBesideIcon);
    painter.save();
    painter.setFont(option.font);
    drawItemText(&painter, visualRect(option.direction, option.rect, place),
                 int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextShowMnemonic | Qt::TextSingleLine, option.palette,
                 isEnabled, option.text, QPalette::ButtonText);
    painter.restore();
}

void ControlStyle::drawHeaderLabel(QPainter &painter, const QStyleOptionHeader &option, const QWidget *widget) const
{
    painter.save();
    painter.setFont(smaller(painter.font()));
    painter.setPen(color(ColorRole::SecondaryText));
    // The text stands above the text of the cells, which keep 16 pixels from the edges of the table.
    const bool isFirst =
        option.position == QStyleOptionHeader::Beginning || option.position == QStyleOptionHeader::OnlyOneSection;
    const bool isLast =
        option.position == QStyleOptionHeader::End || option.position == QStyleOptionHeader::OnlyOneSection;
    // A list whose cells go on to its edges says so.
    const bool isTight = widget != nullptr && widget->property("tightEnds").toBool();
    const QRect rect =
        visualRect(option.direction, option.rect,
                   option.rect.adjusted(isFirst && !isTight ? 16 : 8, 0, isLast && !isTight ? -16 : -8, 0));
    const bool isSorted = option.sortIndicator != QStyleOptionHeader::None;
    const QFontMetrics metrics(painter.font());
    const int arrowSpace = isSorted ? 16 : 0;
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, rect.width() - arrowSpace);
    const auto alignment = visualAlignment(option.direction, option.textAlignment);
    QRect textRect = rect;
    if (alignment.testFlag(Qt::AlignRight))
        textRect.adjust(0, 0, -arrowSpace, 0);
    painter.drawText(textRect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    if (isSorted) {
        const int x =
            alignment.testFlag(Qt::AlignRight) ? rect.right() - 14 : rect.left() + metrics.horizontalAdvance(text) + 2;
        drawChevron(painter, QRect(x, rect.top(), 14, rect.height()),
                    option.sortIndicator == QStyleOptionHeader::SortUp, color(ColorRole::SecondaryText));
    }
    painter.restore();
}

void ControlStyle::drawTabShape(QPainter &painter, const QStyleOption &option) const
{
    const QRect line(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2);
    if (has(option, State_Selected))
        painter.fillRect(line, color(ColorRole::Accent));
    else if (has(option, State_MouseOver) && has(option, State_Enabled))
        painter.fillRect(line, color(ColorRole::Divider));
}

void ControlStyle::drawTabLabel(QPainter &painter, const QStyleOption &option, const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(&option);
    if (tab == nullptr)
        return;
    painter.save();
    QFont font = painter.font();
    const bool isSelected = has(option, State_Selected);
    font.setWeight(isSelected ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(color(isSelected ? ColorRole::Text : ColorRole::SecondaryText));
    const int mnemonic =
        styleHint(SH_UnderlineShortcut, &option, widget, nullptr) != 0 ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter.drawText(option.rect, Qt::AlignCenter | mnemonic, tab->text);
    if (has(option, State_HasFocus)) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(ColorRole::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(3, 4, -3, -5), focusRadius, focusRadius);
    }
    painter.restore();
}

} // namespace ui::look
