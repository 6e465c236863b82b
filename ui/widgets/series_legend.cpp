#include "ui/widgets/series_legend.h"

#include "ui/look/theme.h"
#include "ui/widgets/usage_bars.h"
#include "ui/widgets/usage_lines.h"

#include <QPainter>

#include <cmath>

namespace ui::widgets {

namespace {

constexpr int swatch = 10;
constexpr int gap = 6;
constexpr int between = 16;

} // namespace

SeriesLegend::SeriesLegend(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &look::Theme::changed, this, qOverload<>(&QWidget::update));
}

void SeriesLegend::setNames(const QStringList &names, bool isLines)
{
    m_names = names;
    m_isLines = isLines;
    setAccessibleName(tr("Series: %1").arg(names.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QSize SeriesLegend::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(look::TextStyle::Small));
    int width = 0;
    for (const QString &name : m_names)
        width += swatch + gap + metrics.horizontalAdvance(name) + between;
    return {width, metrics.height() + 4};
}

void SeriesLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont font = m_theme.font(look::TextStyle::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    int x = 0;
    for (int series = 0; series < m_names.size(); ++series) {
        const int textWidth = metrics.horizontalAdvance(m_names[series]);
        const int whole = swatch + gap + textWidth;
        if (x + whole > width()) // what has no room is in the tool tips and the table
            return;
        const int left = isMirrored ? width() - x - whole : x;
        const QRectF mark(isMirrored ? left + textWidth + gap : left, std::round((height() - swatch) / 2.0), swatch,
                          swatch);
        if (m_isLines)
            UsageLines::paintMarker(painter, mark.center(), m_theme, series);
        else
            UsageBars::paintSwatch(painter, mark, m_theme, series);
        painter.setPen(m_theme.color(look::ColorRole::SecondaryText));
        painter.drawText(QRect(isMirrored ? left : left + swatch + gap, 0, textWidth + 2, height()),
                         Qt::AlignLeft | Qt::AlignVCenter, m_names[series]);
        x += whole + between;
    }
}

} // namespace ui::widgets
