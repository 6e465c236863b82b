#include "ui/widgets/timing_bar.h"

#include "ui/display_format.h"
#include "ui/look/theme.h"
#include "ui/widgets/tabular_text.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace ui::widgets {

using gateway::RequestState;
using gateway::api::Microseconds;
using look::ColorRole;
using look::TextStyle;

namespace {

constexpr int barHeight = 12;
constexpr int legendTop = barHeight + 10;

} // namespace

QList<TimingPart> timingParts(const gateway::api::RequestDetail &detail)
{
    using Kind = TimingPart::Kind;
    QList<TimingPart> parts;
    const auto add = [&parts](Kind kind, Microseconds lasted) {
        if (lasted.count() > 0)
            parts << TimingPart{kind, lasted};
    };
    if (detail.attempts.isEmpty()) {
        add(Kind::Overhead, detail.overhead);
        return parts;
    }
    const auto &first = detail.attempts.constFirst();
    const auto &last = detail.attempts.constLast();
    const auto end = std::max(last.endedAt, last.startedAt);
    add(Kind::Queue, first.startedAt - detail.overhead);
    add(Kind::FailedTries, last.startedAt - first.startedAt);
    if (last.connectedAt)
        add(Kind::Connect, *last.connectedAt - last.startedAt);
    add(Kind::FirstToken, last.firstByteAt.value_or(end) - last.connectedAt.value_or(last.startedAt));
    if (last.firstByteAt)
        add(Kind::Generation, end - *last.firstByteAt);
    add(Kind::Overhead, detail.overhead);
    return parts;
}

QString timingPartName(TimingPart::Kind kind)
{
    switch (kind) {
    case TimingPart::Kind::Queue: return TimingBar::tr("Queue");
    case TimingPart::Kind::FailedTries: return TimingBar::tr("Failed tries");
    case TimingPart::Kind::Connect: return TimingBar::tr("Connect");
    case TimingPart::Kind::FirstToken: return TimingBar::tr("First token");
    case TimingPart::Kind::Generation: return TimingBar::tr("Generation");
    case TimingPart::Kind::Overhead: return TimingBar::tr("Our overhead");
    }
    return {};
}

TimingBar::TimingBar(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("timingBar"));
    setAccessibleName(tr("Timing of the answer"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &look::Theme::changed, this, qOverload<>(&QWidget::update));
}

void TimingBar::setParts(const QList<TimingPart> &parts)
{
    m_parts = parts;
    QStringList spoken;
    for (const TimingPart &part : parts)
        spoken << tr("%1 %2", "part of the time, how long")
                      .arg(timingPartName(part.kind), DisplayFormat().duration(part.lasted));
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int TimingBar::lineHeight() const
{
    return QFontMetrics(m_theme.font(TextStyle::Small)).height() + 6;
}

int TimingBar::columnsFor(int width) const
{
    const QFont font = m_theme.font(TextStyle::Small);
    qreal widest = 80;
    for (const TimingPart &part : m_parts) {
        const qreal name = tabularWidth(font, timingPartName(part.kind));
        widest = std::max(widest, name + tabularWidth(font, DisplayFormat().duration(part.lasted)) * 1.1 + 36);
    }
    return std::clamp(static_cast<int>(width / widest), 1, 3);
}

int TimingBar::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int lines = (static_cast<int>(m_parts.size()) + columns - 1) / columns;
    return legendTop + lines * lineHeight();
}

QSize TimingBar::sizeHint() const
{
    return {380, heightForWidth(380)};
}

TimingBar::Swatch TimingBar::swatch(TimingPart::Kind kind) const
{
    const QColor quiet = m_theme.color(ColorRole::SecondaryText);
    switch (kind) {
    case TimingPart::Kind::Queue:
    case TimingPart::Kind::Overhead: return {quiet, true};
    case TimingPart::Kind::FailedTries: return {m_theme.stateColor(RequestState::ClientError), false};
    case TimingPart::Kind::Connect: return {quiet, false};
    case TimingPart::Kind::FirstToken: return {m_theme.stateColor(RequestState::InFlight), false};
    case TimingPart::Kind::Generation: return {m_theme.stateColor(RequestState::Streaming), false};
    }
    return {quiet, true};
}

void TimingBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    double total = 0;
    for (const TimingPart &part : m_parts)
        total += static_cast<double>(part.lasted.count());
    const auto paintSwatch = [&](const QRectF &box, const Swatch &look) {
        if (!look.isHollow) {
            painter.fillRect(box, look.color);
            return;
        }
        painter.setPen(QPen(look.color, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    };
    const int columns = columnsFor(width());
    const qreal columnWidth = static_cast<qreal>(width()) / columns;
    const qreal spare = std::max(1.0, width() - 2.0 * static_cast<double>(m_parts.size()));
    qreal x = 0;
    for (int at = 0; at < m_parts.size(); ++at) {
        const TimingPart &part = m_parts[at];
        // Two pixels at least: a part that took no visible share of the time was still there.
        const qreal share = 2 + spare * static_cast<double>(part.lasted.count()) / std::max(1.0, total);
        const auto flipped = [&](qreal left, qreal w) { return isLeftToRight() ? left : width() - left - w; };
        paintSwatch(QRectF(flipped(x, share), 0, std::max(2.0, share - 1), barHeight), swatch(part.kind));
        x += share;
        const qreal left = (at % columns) * columnWidth;
        const qreal top = legendTop + (at / columns) * lineHeight();
        const qreal middle = top + lineHeight() / 2.0;
        paintSwatch(QRectF(flipped(left, 9), std::round(middle - 4.5), 9, 9), swatch(part.kind));
        const QFont font = m_theme.font(TextStyle::Small);
        const QString name = timingPartName(part.kind);
        const qreal nameWidth = tabularWidth(font, name) + 1;
        drawTabular(painter, QRectF(flipped(left + 15, nameWidth), top, nameWidth, lineHeight()), Qt::AlignLeft, font,
                    m_theme.color(ColorRole::SecondaryText), name);
        const QString lasted = DisplayFormat().duration(part.lasted);
        QFont strong = font;
        strong.setWeight(QFont::DemiBold);
        const qreal lastedWidth = tabularWidth(strong, lasted) + 1;
        drawTabular(painter, QRectF(flipped(left + 15 + nameWidth + 6, lastedWidth), top, lastedWidth, lineHeight()),
                    Qt::AlignLeft, strong, m_theme.color(ColorRole::Text), lasted);
    }
}

} // namespace ui::widgets
