#include "ui/widgets/spend_curve_chart.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui::widgets {

using gateway::RequestState;
using look::ColorRole;
using look::TextStyle;

namespace {

constexpr double warnShare = 0.8;
constexpr double leastTop = 1e7; // a cent: an empty window tells no parts of it
constexpr qreal gap = 8;
constexpr qreal topMargin = 10;
constexpr int axisLines = 2;
constexpr int timeParts = 4;

// So that the lines of the axis are at amounts that people count by.
double roundedUp(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.2, 1.6, 2.0, 2.4, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10 * power;
}

} // namespace

void SpendCurveChart::setCurve(const models::SpendCurve &curve)
{
    if (curve == m_curve)
        return;
    m_curve = curve;
    itemsChanged();
}

QString SpendCurveChart::itemText(int item) const
{
    if (item < 0 || item >= itemCount())
        return {};
    const models::SpendPoint &point = m_curve.points.at(item);
    return tr("%1: %2", "a time, an amount")
        .arg(models::pointTime(m_curve, point.time), m_format.moneyTotal({point.spent}));
}

double SpendCurveChart::top() const
{
    double largest = leastTop;
    for (const models::SpendPoint &point : m_curve.points)
        largest = std::max(largest, static_cast<double>(point.spent));
    // A budget that is far away would press the curve to the ground.
    if (m_curve.most && (static_cast<double>(*m_curve.most) < largest * 8))
        largest = std::max(largest, static_cast<double>(*m_curve.most));
    if (m_curve.forecast)
        largest = std::max(largest, std::min(static_cast<double>(*m_curve.forecast), largest * 2));
    return roundedUp(largest * 1.05);
}

QStringList SpendCurveChart::labels() const
{
    QStringList texts;
    if (m_curve.most) {
        texts << tr("stop %1", "an amount").arg(m_format.moneyTotal({*m_curve.most}));
        texts << tr("warn %1", "an amount")
                     .arg(m_format.moneyTotal({static_cast<qint64>(static_cast<double>(*m_curve.most) * warnShare)}));
    }
    if (m_curve.forecast)
        texts << tr("about %1", "an amount").arg(m_format.moneyTotal({*m_curve.forecast}));
    return texts;
}

QRectF SpendCurveChart::plot() const
{
    const QFontMetricsF metrics(theme().font(TextStyle::Label));
    qreal right = 0;
    for (const QString &text : labels())
        right = std::max(right, metrics.horizontalAdvance(text) + gap);
    qreal left = 0;
    for (int line = 0; line <= axisLines; ++line)
        left = std::max(left,
                        metrics.horizontalAdvance(m_format.moneyTotal({static_cast<qint64>(top() * line / axisLines)}))
                            + gap);
    if (isMirrored())
        std::swap(left, right);
    return QRectF(rect()).adjusted(left, topMargin, -std::max(right, gap), -metrics.height() - 8);
}

QPointF SpendCurveChart::place(const QDateTime &time, double spent) const
{
    const QRectF area = plot();
    const double whole = static_cast<double>(std::max<qint64>(1, m_curve.start.msecsTo(m_curve.end)));
    const double share = std::clamp(static_cast<double>(m_curve.start.msecsTo(time)) / whole, 0.0, 1.0);
    const qreal x = area.width() * share;
    return {isMirrored() ? area.right() - x : area.left() + x,
            area.bottom() - area.height() * std::clamp(spent / top(), 0.0, 1.0)};
}

QRect SpendCurveChart::itemRect(int item) const
{
    if (item < 0 || item >= itemCount())
        return {};
    const models::SpendPoint &point = m_curve.points.at(item);
    const QPointF center = place(point.time, static_cast<double>(point.spent));
    return QRectF(center.x() - 6, center.y() - 6, 12, 12).toAlignedRect();
}

void SpendCurveChart::paintAxis(QPainter &painter) const
{
    const QRectF area = plot();
    const QFontMetricsF metrics(painter.font());
    for (int line = 0; line <= axisLines; ++line) {
        const double amount = top() * line / axisLines;
        const qreal y = std::round(place(m_curve.start, amount).y());
        painter.fillRect(QRectF(area.left(), y, area.width(), 1),
                         theme().color(line == 0 ? ColorRole::Divider : ColorRole::RowLine));
        painter.setPen(theme().color(ColorRole::SecondaryText));
        const QRectF label = isMirrored() ? QRectF(area.right() + gap, y - 10, width() - area.right() - gap, 20)
                                          : QRectF(0, y - 10, area.left() - gap, 20);
        painter.drawText(label, (isMirrored() ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                         m_format.moneyTotal({static_cast<qint64>(amount)}));
    }
    QRectF last;
    for (int part = 0; part <= timeParts; ++part) {
        const QDateTime time = m_curve.start.addMSecs(m_curve.start.msecsTo(m_curve.end) * part / timeParts);
        const QString text = models::pointTime(m_curve, time);
        const qreal wide = metrics.horizontalAdvance(text) + 4;
        QRectF label(place(time, 0).x() - wide / 2, area.bottom() + 5, wide, metrics.height());
        label.moveLeft(std::clamp(label.left(), 0.0, width() - wide));
        if (label.intersects(last))
            continue;
        painter.drawText(label, Qt::AlignHCenter | Qt::AlignTop, text);
        last = label;
    }
}

void SpendCurveChart::paintLabel(QPainter &painter, double spent, const QString &text, const QColor &color) const
{
    const QRectF area = plot();
    const qreal y = place(m_curve.end, spent).y();
    const QRectF label = isMirrored() ? QRectF(0, y - 10, area.left() - gap, 20)
                                      : QRectF(area.right() + gap, y - 10, width() - area.right() - gap, 20);
    painter.setPen(color);
    painter.drawText(label, (isMirrored() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text);
}

void SpendCurveChart::paintLevels(QPainter &painter) const
{
    if (!m_curve.most)
        return;
    const auto most = static_cast<double>(*m_curve.most);
    const QStringList texts = labels();
    const std::array levels{std::pair{most, RequestState::UpstreamError},
                            std::pair{most * warnShare, RequestState::ClientError}};
    for (std::size_t index = 0; index < levels.size(); ++index) {
        const auto [amount, state] = levels[index];
        if (amount > top())
            continue;
        const QColor color = theme().stateColor(state);
        const bool isStop = index == 0;
        painter.setPen(QPen(color, isStop ? 1.5 : 1.2, isStop ? Qt::SolidLine : Qt::DotLine));
        painter.drawLine(place(m_curve.start, amount), place(m_curve.end, amount));
        paintLabel(painter, amount, texts.at(static_cast<qsizetype>(index)), color);
    }
}

void SpendCurveChart::paintSpent(QPainter &painter) const
{
    if (m_curve.points.isEmpty())
        return;
    QPolygonF line;
    for (const models::SpendPoint &point : m_curve.points)
        line << place(point.time, static_cast<double>(point.spent));
    QPolygonF ground = line;
    ground << QPointF(line.last().x(), plot().bottom()) << QPointF(line.first().x(), plot().bottom());
    const QColor color = theme().chartColor(0);
    QColor fill = color;
    fill.setAlphaF(0.16F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(ground);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(QPen(theme().color(ColorRole::Base), 2));
    painter.setBrush(color);
    painter.drawEllipse(line.last(), 5, 5);
}

// Dashed, because it did not happen.
void SpendCurveChart::paintForecast(QPainter &painter) const
{
    if (!m_curve.forecast || m_curve.points.isEmpty())
        return;
    const models::SpendPoint &now = m_curve.points.last();
    const auto amount = static_cast<double>(*m_curve.forecast);
    const QColor color = theme().color(ColorRole::SecondaryText);
    painter.setPen(QPen(color, 1.4, Qt::DashLine));
    painter.drawLine(place(now.time, static_cast<double>(now.spent)), place(m_curve.end, amount));
    // Where a level has its words already, the sentence above the chart says it.
    const auto isAt = [&](double level) {
        return m_curve.most
               && std::abs(place(m_curve.end, amount).y() - place(m_curve.end, level).y())
                      < painter.fontMetrics().height();
    };
    const auto most = static_cast<double>(m_curve.most.value_or(0));
    if (!isAt(most) && !isAt(most * warnShare))
        paintLabel(painter, amount, labels().last(), color);
}

void SpendCurveChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorRole::Base));
    painter.setFont(theme().font(TextStyle::Label));
    paintAxis(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSpent(painter);
    paintForecast(painter);
    paintLevels(painter);
    for (const int item : {hoveredItem(), currentItem()}) {
        const bool isShown = item >= 0 && item < itemCount() && (item != currentItem() || hasFocus());
        if (!isShown)
            continue;
        painter.setPen(QPen(theme().color(ColorRole::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(itemRect(item)).center(), 8, 8);
    }
}

} // namespace ui::widgets
