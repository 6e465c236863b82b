// Draws the nine request states as shapes that differ without colour.
#pragma once

#include "gateway/base/request_state.h"

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace ui::look {

// Drawn inside `bounds` on a 16 grid. Streaming: `step` moves the four bars, one step per arrived batch of events.
void paintStateShape(QPainter &painter, const QRectF &bounds, gateway::RequestState state, const QColor &color,
                     int step = 0);

// The words of the state, translated: "Rate limited".
QString stateText(gateway::RequestState state);

} // namespace ui::look
