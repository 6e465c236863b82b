#include "ui/widgets/row_delegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/look/state_shape.h"

namespace ui::widgets {

using gateway::RequestState;
using look::ColorRole;
using look::TextStyle;

namespace {

constexpr int outerMargin = 16; // at the edges of the table
constexpr int innerMargin = 8;

} // namespace

RowDelegate::RowDelegate(const look::Theme &theme, const RowRoles &roles, int strongColumn, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_roles(roles), m_strongColumn(strongColumn)
{
}

// In a selected row of high contrast all ink is the selected-text colour; shapes stay.
QColor RowDelegate::inkFor(const QStyleOptionViewItem &option, ColorRole role) const
{
    const bool isInverted =
        option.state.testFlag(QStyle::State_Selected) && m_theme.scheme() == look::Scheme::HighContrast;
    return m_theme.color(isInverted ? ColorRole::SelectedText : role);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const int lastColumn = index.model()->columnCount(index.parent()) - 1;
    full.viewItemPosition = index.column() == 0 ? QStyleOptionViewItem::Beginning : QStyleOptionViewItem::Middle;
    const QStyle *style = full.widget != nullptr ? full.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &full, painter, full.widget);
    painter->save();
    painter->setPen(m_theme.color(ColorRole::RowLine));
    painter->drawLine(full.rect.bottomLeft(), full.rect.bottomRight());
    QRect inside = full.rect.adjusted(index.column() == 0 ? outerMargin : innerMargin, 0,
                                      index.column() == lastColumn ? -outerMargin : -innerMargin, -1);
    if (m_roles.subtitle >= 0 && index.data(m_roles.subtitle).isValid()) {
        paintTwoLines(*painter, full, index, inside);
        painter->restore();
        return;
    }
    const bool isOff = m_roles.isOff >= 0 && index.data(m_roles.isOff).toBool();
    QColor ink = inkFor(full, isOff ? ColorRole::SecondaryText : ColorRole::Text);
    const bool isStateColumn = m_roles.state >= 0 && index.data(m_roles.state).isValid() && !full.text.isEmpty()
                               && (m_roles.subtitle < 0 || index.column() == 1);
    if (isStateColumn) {
        const auto state = static_cast<RequestState>(index.data(m_roles.state).toInt());
        const bool isInverted =
            full.state.testFlag(QStyle::State_Selected) && m_theme.scheme() == look::Scheme::HighContrast;
        const QColor color = isInverted ? m_theme.color(ColorRole::SelectedText) : m_theme.stateColor(state);
        const QRect shape(inside.left(), inside.center().y() - 7, 16, 16);
        look::paintStateShape(*painter,
                              QRectF(QStyle::visualRect(full.direction, full.rect, shape)).adjusted(1, 1, -1, -1),
                              state, color);
        inside.adjust(22, 0, 0, 0);
        const bool isNeutral = state == RequestState::Succeeded || state == RequestState::InFlight;
        ink = isNeutral || isInverted ? ink : color;
    }
    const bool isStrong = index.column() == m_strongColumn || full.font.bold();
    painter->setFont(m_theme.font(isStrong ? TextStyle::Strong : TextStyle::Body));
    painter->setPen(ink);
    const QRect words = QStyle::visualRect(full.direction, full.rect, inside);
    painter->drawText(words, int(full.displayAlignment) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(full.text, Qt::ElideRight, inside.width()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isAtEdge = index.column() == 0 || index.column() == index.model()->columnCount(index.parent()) - 1;
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (m_roles.lineHeight > 0)
        size.setHeight(m_roles.lineHeight);
    return size + QSize(innerMargin + (isAtEdge ? outerMargin : innerMargin), 0);
}

void RowDelegate::paintTwoLines(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                QRect inside) const
{
    const bool isOff = m_roles.isOff >= 0 && index.data(m_roles.isOff).toBool();
    if (!option.icon.isNull()) {
        const QRect mark(inside.left(), inside.center().y() - 12, 26, 26);
        option.icon.paint(&painter, QStyle::visualRect(option.direction, option.rect, mark), Qt::AlignCenter,
                          isOff ? QIcon::Disabled : QIcon::Normal);
        inside.adjust(38, 0, 0, 0);
    }
    const QFont strong = m_theme.font(TextStyle::Strong);
    const QFont small = m_theme.font(TextStyle::Small);
    const int firstHeight = QFontMetrics(strong).height();
    const int secondHeight = QFontMetrics(small).height();
    const int top = inside.top() + (inside.height() - firstHeight - secondHeight) / 2;
    const auto drawLine = [&](const QFont &font, ColorRole role, int y, int height, const QString &text) {
        painter.setFont(font);
        painter.setPen(inkFor(option, role));
        const QRect line(inside.left(), y, inside.width(), height);
        painter.drawText(QStyle::visualRect(option.direction, option.rect, line), Qt::AlignVCenter | Qt::AlignLeading,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    };
    drawLine(strong, isOff ? ColorRole::SecondaryText : ColorRole::Text, top, firstHeight, option.text);
    if (m_roles.subtitleState >= 0) {
        const auto state = static_cast<RequestState>(index.data(m_roles.subtitleState).toInt());
        const bool isInverted =
            option.state.testFlag(QStyle::State_Selected) && m_theme.scheme() == look::Scheme::HighContrast;
        const QRect shape(inside.left(), top + firstHeight + (secondHeight - 14) / 2, 14, 14);
        look::paintStateShape(painter, QRectF(QStyle::visualRect(option.direction, option.rect, shape)), state,
                              isInverted ? m_theme.color(ColorRole::SelectedText) : m_theme.stateColor(state));
        inside.adjust(20, 0, 0, 0);
    }
    drawLine(small, ColorRole::SecondaryText, top + firstHeight, secondHeight, index.data(m_roles.subtitle).toString());
}

} // namespace ui::widgets
