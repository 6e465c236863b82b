// How prices that are not those of tokens are said.
#pragma once

#include "gateway/api/price_views.h"
#include "ui/display_format.h"

namespace ui::models {

QString pieceText(const gateway::api::PiecePriceView &price, const DisplayFormat &format); // "a picture: $0.04"
// "a picture: $0.04 → $0.03", and each piece that came or went; empty: nothing has changed.
QStringList pieceChanges(const QList<gateway::api::PiecePriceView> &before,
                         const QList<gateway::api::PiecePriceView> &after, const DisplayFormat &format);

} // namespace ui::models
