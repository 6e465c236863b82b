#include "ui/widgets/usage_bar_delegate.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace ui::widgets {

namespace {

constexpr double warnAt = 0.8;
constexpr int barHeight = 8;
constexpr int leastBarWidth = 60;
constexpr int forecastWidth = 2;

} // namespace

using gateway::RequestState;
using look::ColorRole;
using look::TextStyle;

UsageBarDelegate::UsageBarDelegate(const look::Theme &theme, const RowRoles &roles, int strongColumn,
                                   const UsageColumns &columns, QObject *parent)
    : RowDelegate(theme, roles, strongColumn, parent), m_theme(theme), m_roles(roles), m_columns(columns)
{
}

void UsageBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant share = index.column() == m_columns.barColumn ? index.data(m_columns.shareRole) : QVariant();
    const bool isOff = m_roles.isOff >= 0 && index.data(m_roles.isOff).toBool();
    const bool isMono = index.column() == m_columns.monoColumn;
    if (!share.isValid() && !isMono) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const QString text = std::exchange(full.text, QString());
    full.viewItemPosition = QStyleOptionViewItem::Middle;
    const QStyle *style = full.widget != nullptr ? full.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &full, painter, full.widget);
    painter->save();
    painter->setPen(m_theme.color(ColorRole::RowLine));
    painter->drawLine(full.rect.bottomLeft(), full.rect.bottomRight());
    if (isMono) {
        const bool isInverted =
            full.state.testFlag(QStyle::State_Selected) && m_theme.scheme() == look::Scheme::HighContrast;
        painter->setFont(m_theme.font(TextStyle::Mono));
        painter->setPen(m_theme.color(isInverted ? ColorRole::SelectedText : ColorRole::SecondaryText));
        const QRect words = full.rect.adjusted(8, 0, -8, -1);
        painter->drawText(words, int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    } else {
        const QVariant forecast = m_columns.forecastRole >= 0 ? index.data(m_columns.forecastRole) : QVariant();
        paintBar(*painter, full, {share.toDouble(), forecast}, isOff, text);
    }
    painter->restore();
}

// Of the bars that are on screen, as far as it leaves room for them.
int UsageBarDelegate::widestText(const QStyleOptionViewItem &option, const QFontMetrics &metrics, int most) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view == nullptr || view->model() == nullptr)
        return 0;
    const QModelIndex top = view->indexAt({0, 0});
    const QModelIndex bottom = view->indexAt({0, view->viewport()->height() - 1});
    const int last = bottom.isValid() ? bottom.row() : view->model()->rowCount() - 1;
    int widest = 0;
    for (int row = std::max(0, top.row()); row <= last; ++row) {
        const QModelIndex index = view->model()->index(row, m_columns.barColumn);
        const int width = metrics.horizontalAdvance(index.data().toString()) + 2;
        if (index.data(m_columns.shareRole).isValid() && width <= most)
            widest = std::max(widest, width);
    }
    return widest;
}

// The colour is never alone: what is spent is hatched, and the words stand beside it.
void UsageBarDelegate::paintBar(QPainter &painter, const QStyleOptionViewItem &option, const Shares &shares, bool isOff,
                                const QString &text) const
{
    const double share = shares.used;
    const bool isInverted =
        option.state.testFlag(QStyle::State_Selected) && m_theme.scheme() == look::Scheme::HighContrast;
    const bool isSpent = share >= 1;
    const bool isWorrying = share >= warnAt;
    const QColor worry =
        isSpent ? m_theme.stateColor(RequestState::UpstreamError) : m_theme.stateColor(RequestState::ClientError);
    QColor fill = isWorrying ? worry : m_theme.color(ColorRole::Accent);
    QColor ink = isWorrying && !isOff ? worry : m_theme.color(isOff ? ColorRole::SecondaryText : ColorRole::Text);
    if (isInverted)
        fill = ink = m_theme.color(ColorRole::SelectedText);
    else if (isOff)
        fill = m_theme.color(ColorRole::DisabledText);
    painter.setFont(m_theme.font(TextStyle::Body));
    const QRect inside = option.rect.adjusted(8, 0, -8, -1);
    // Bars of equal length compare at a glance; only words that need more shorten theirs.
    const int ownWidth = painter.fontMetrics().horizontalAdvance(text) + 2;
    const int usualWidth = widestText(option, painter.fontMetrics(), inside.width() - leastBarWidth - 10);
    const int textWidth = std::min(std::max(ownWidth, usualWidth), inside.width());
    const int barWidth = inside.width() - textWidth - 10;
    painter.setPen(ink);
    const QRect words(inside.right() - textWidth + 1, inside.top(), textWidth, inside.height());
    painter.drawText(QStyle::visualRect(option.direction, inside, words),
                     int(Qt::AlignVCenter | Qt::AlignTrailing) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, textWidth));
    if (barWidth < leastBarWidth)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect bar = QStyle::visualRect(
        option.direction, inside, QRect(inside.left(), inside.center().y() - barHeight / 2 + 1, barWidth, barHeight));
    QPainterPath shape;
    shape.addRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    painter.setClipPath(shape);
    if (!isInverted)
        painter.fillRect(bar, m_theme.color(ColorRole::Sunken));
    const int filled = static_cast<int>(std::min(share, 1.0) * barWidth);
    QRect used(bar.left(), bar.top(), filled, barHeight);
    used = QStyle::visualRect(option.direction, bar, used);
    painter.fillRect(used, fill);
    if (isSpent)
        painter.fillRect(used, QBrush(m_theme.color(ColorRole::Base), Qt::BDiagPattern));
    painter.setClipping(false);
    painter.setPen(isInverted ? ink : m_theme.color(ColorRole::FieldBorder));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);
    // Where it will stand when the window ends; beyond the end of the bar the words alone say it.
    const double forecast = shares.forecast.toDouble();
    if (shares.forecast.isValid() && forecast > share && forecast <= 1 && !isOff) {
        const int x = bar.left() + static_cast<int>(forecast * (barWidth - forecastWidth));
        const QRect mark(x, bar.top() - 3, forecastWidth, barHeight + 6);
        painter.fillRect(QStyle::visualRect(option.direction, bar, mark), ink);
    }
}

} // namespace ui::widgets
