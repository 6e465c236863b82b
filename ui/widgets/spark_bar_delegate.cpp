#include "ui/widgets/spark_bar_delegate.h"

#include <QPainter>

#include <algorithm>

namespace ui::widgets {

using look::ColorRole;

namespace {

constexpr int margin = 8;
constexpr int height = 20;
constexpr int widestBar = 6;
constexpr int gap = 2;

} // namespace

SparkBarDelegate::SparkBarDelegate(const look::Theme &theme, const RowRoles &roles, int barsColumn, int barsRole,
                                   QObject *parent)
    : RowDelegate(theme, roles, -1, parent)
    , m_theme(theme)
    , m_roles(roles)
    , m_barsColumn(barsColumn)
    , m_barsRole(barsRole)
{
}

// The words are for tips and screen readers.
void SparkBarDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    if (index.column() == m_barsColumn)
        option->text.clear();
}

void SparkBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    const auto bars = index.column() == m_barsColumn ? index.data(m_barsRole).value<QList<qint64>>() : QList<qint64>();
    if (bars.isEmpty())
        return;
    const bool isInverted =
        option.state.testFlag(QStyle::State_Selected) && m_theme.scheme() == look::Scheme::HighContrast;
    QColor color = m_theme.color(isInverted ? ColorRole::SelectedText : ColorRole::SecondaryText);
    if (m_theme.scheme() != look::Scheme::HighContrast)
        color.setAlphaF(0.55F);
    const qint64 largest = std::max<qint64>(1, *std::max_element(bars.begin(), bars.end()));
    const QRect inside = option.rect.adjusted(margin, 0, -margin, -1);
    const auto count = static_cast<int>(bars.size());
    const int width = std::clamp(inside.width() / count - gap, 1, widestBar);
    const int bottom = inside.center().y() + height / 2;
    for (int bar = 0; bar < count; ++bar) {
        // Nothing is a line, so that the hour is there even when it was quiet.
        const int tall = bars.at(bar) == 0 ? 1 : std::max(2, static_cast<int>(bars.at(bar) * height / largest));
        const QRect place(inside.left() + bar * (width + gap), bottom - tall, width, tall);
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, place), color);
    }
}

} // namespace ui::widgets
