#include "ui/widgets/detail_delegate.h"

#include "ui/look/theme.h"
#include "ui/widgets/tabular_text.h"

#include <QAbstractItemView>
#include <QPainter>

namespace ui::widgets {

using look::ColorRole;
using look::TextStyle;

namespace {

constexpr qreal padding = 6; // as the header's
constexpr qreal barWidth = 3;

} // namespace

DetailDelegate::DetailDelegate(const look::Theme &theme, int firstMonoColumn, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_firstMonoColumn(firstMonoColumn)
{
}

QSize DetailDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {40, m_theme.rowHeight() - 2};
}

void DetailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRectF bounds(option.rect);
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool hasFocus = option.widget && option.widget->hasFocus();
    QColor ground = m_theme.color(ColorRole::Base);
    if (isSelected)
        ground = m_theme.color(hasFocus ? ColorRole::Selection : ColorRole::SelectionWithoutFocus);
    painter->save();
    painter->setClipRect(bounds);
    painter->fillRect(bounds, ground);
    if (!isSelected)
        painter->fillRect(QRectF(bounds.left(), bounds.bottom() - 1, bounds.width(), 1),
                          m_theme.color(ColorRole::RowLine));
    const bool isMirrored = option.direction == Qt::RightToLeft;
    if (isSelected && index.column() == 0) {
        const qreal x = isMirrored ? bounds.right() - barWidth : bounds.left();
        painter->fillRect(QRectF(x, bounds.top(), barWidth, bounds.height()), m_theme.color(ColorRole::Accent));
    }
    const bool isMono = index.column() >= m_firstMonoColumn;
    const QColor text = isSelected ? m_theme.color(ColorRole::SelectedText)
                        : isMono   ? m_theme.color(ColorRole::Text)
                                   : m_theme.color(ColorRole::SecondaryText);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const bool isRight = alignment.isValid() && (alignment.value<Qt::Alignment>() & Qt::AlignRight);
    drawTabular(
        *painter, bounds.adjusted(padding, 0, -padding, -1), isRight != isMirrored ? Qt::AlignRight : Qt::AlignLeft,
        m_theme.font(isMono ? TextStyle::Mono : TextStyle::Small), text, index.data(Qt::DisplayRole).toString());
    painter->restore();
}

} // namespace ui::widgets
