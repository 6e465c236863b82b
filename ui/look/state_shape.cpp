#include "ui/look/state_shape.h"

#include <array>

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

namespace ui::look {

namespace {

using gateway::RequestState;

void strokeWith(QPainter &painter, const QColor &color, qreal width)
{
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

void paintBars(QPainter &painter, const QColor &color, int step)
{
    static constexpr std::array<qreal, 4> heights{5, 10, 7, 4};
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (int bar = 0; bar < 4; ++bar) {
        const qreal height = heights[static_cast<std::size_t>((bar + step) % 4)];
        painter.drawRoundedRect(QRectF(2.6 + bar * 3.0, 8 - height / 2, 1.9, height), 0.8, 0.8);
    }
}

void paintDiamond(QPainter &painter, const QColor &color)
{
    strokeWith(painter, color, 1.5);
    painter.drawPolygon(QPolygonF({{8, 1.8}, {14.2, 8}, {8, 14.2}, {1.8, 8}}));
    strokeWith(painter, color, 1.7);
    painter.drawLine(QPointF(8, 5.2), QPointF(8, 8.4));
    painter.drawPoint(QPointF(8, 10.8));
}

void paintCrossedDisc(QPainter &painter, const QColor &color)
{
    QPainterPath disc;
    disc.addEllipse(QPointF(8, 8), 6.2, 6.2);
    QPainterPath cross;
    cross.moveTo(5.7, 5.7);
    cross.lineTo(10.3, 10.3);
    cross.moveTo(10.3, 5.7);
    cross.lineTo(5.7, 10.3);
    QPainterPathStroker stroker;
    stroker.setWidth(1.7);
    stroker.setCapStyle(Qt::RoundCap);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(disc.subtracted(stroker.createStroke(cross)));
}

void paintHourglass(QPainter &painter, const QColor &color)
{
    painter.setPen(QPen(color, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({{4.6, 3.6}, {11.4, 3.6}, {8, 8}}));
    painter.drawPolygon(QPolygonF({{4.6, 12.4}, {11.4, 12.4}, {8, 8}}));
    strokeWith(painter, color, 1.7);
    painter.drawLine(QPointF(3.4, 2.6), QPointF(12.6, 2.6));
    painter.drawLine(QPointF(3.4, 13.4), QPointF(12.6, 13.4));
}

void paintTornLine(QPainter &painter, const QColor &color)
{
    strokeWith(painter, color, 1.8);
    painter.drawPolyline(QPolygonF({{1.6, 9.2}, {4.4, 9.2}, {6.8, 4.4}}));
    painter.drawPolyline(QPolygonF({{9.2, 11.6}, {11.6, 6.8}, {14.4, 6.8}}));
}

void paintOnGrid(QPainter &painter, RequestState state, const QColor &color, int step)
{
    switch (state) {
    case RequestState::InFlight:
        strokeWith(painter, color, 1.9);
        painter.drawEllipse(QPointF(8, 8), 4.3, 4.3);
        return;
    case RequestState::Streaming: paintBars(painter, color, step); return;
    case RequestState::Succeeded:
        strokeWith(painter, color, 1.8);
        painter.drawPolyline(QPolygonF({{3.4, 8.5}, {6.5, 11.6}, {12.6, 4.8}}));
        return;
    case RequestState::ClientError: paintDiamond(painter, color); return;
    case RequestState::UpstreamError: paintCrossedDisc(painter, color); return;
    case RequestState::RateLimited: paintHourglass(painter, color); return;
    case RequestState::Blocked:
        strokeWith(painter, color, 1.7);
        painter.drawEllipse(QPointF(8, 8), 5.4, 5.4);
        painter.drawLine(QPointF(11.8, 4.2), QPointF(4.2, 11.8));
        return;
    case RequestState::Cancelled:
        strokeWith(painter, color, 1.6);
        painter.drawRoundedRect(QRectF(3, 3, 10, 10), 2, 2);
        painter.drawLine(QPointF(5.8, 8), QPointF(10.2, 8));
        return;
    case RequestState::BrokenStream: paintTornLine(painter, color); return;
    }
}

} // namespace

void paintStateShape(QPainter &painter, const QRectF &bounds, RequestState state, const QColor &color, int step)
{
    const qreal side = qMin(bounds.width(), bounds.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(bounds.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 16, side / 16);
    paintOnGrid(painter, state, color, step);
    painter.restore();
}

QString stateText(RequestState state)
{
    const auto text = [](const char *words) { return QCoreApplication::translate("StateShape", words); };
    switch (state) {
    case RequestState::InFlight: return text(QT_TRANSLATE_NOOP("StateShape", "In flight"));
    case RequestState::Streaming: return text(QT_TRANSLATE_NOOP("StateShape", "Streaming"));
    case RequestState::Succeeded: return text(QT_TRANSLATE_NOOP("StateShape", "Ok"));
    case RequestState::ClientError: return text(QT_TRANSLATE_NOOP("StateShape", "Client error"));
    case RequestState::UpstreamError: return text(QT_TRANSLATE_NOOP("StateShape", "Upstream error"));
    case RequestState::RateLimited: return text(QT_TRANSLATE_NOOP("StateShape", "Rate limited"));
    case RequestState::Blocked: return text(QT_TRANSLATE_NOOP("StateShape", "Blocked"));
    case RequestState::Cancelled: return text(QT_TRANSLATE_NOOP("StateShape", "Cancelled by client"));
    case RequestState::BrokenStream: return text(QT_TRANSLATE_NOOP("StateShape", "Broken stream"));
    }
    return {};
}

} // namespace ui::look
