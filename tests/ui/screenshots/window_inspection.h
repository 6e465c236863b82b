// Looks a window over for what a person would miss: controls without a name, texts that are cut, widgets that lie on
// each other, letters of menus that stand for two entries, texts that nobody could translate.
#pragma once

#include <QStringList>

class QWidget;

namespace screenshots {

// One line for each fault of a visible control; empty when all is well. With `isPseudoLocale` every text of a button, a
// tab, a header and a menu must have come through tr().
QStringList inspectWindow(const QWidget &window, bool isPseudoLocale);

} // namespace screenshots
