// Our own icons from SVG sources, recoloured by palette and drawn at any scale.
#pragma once

#include <QIcon>

namespace ui::look {

// `name` is a file of resources/icons without ".svg". Colour follows QPalette::ButtonText, or Disabled text.
QIcon icon(const char *name);

// A coloured square with a letter: the mark of a provider.
QIcon providerMark(const QString &letter, const QColor &color);

} // namespace ui::look
