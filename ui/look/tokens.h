// The table of colour tokens for the three schemes.
#pragma once

#include "ui/look/theme.h"

#include <QColor>

namespace ui::look {

QColor tokenColor(Scheme scheme, ColorRole role);
QColor tokenStateColor(Scheme scheme, gateway::RequestState state);

// WCAG 2.2, relative luminance: 1 to 21.
double contrastRatio(const QColor &first, const QColor &second);

} // namespace ui::look
