// Shows a screenshot program in another language: "--language de", or one that nobody speaks: "pseudo", and "mirrored",
// the same for a window that is read from the right.
#pragma once

#include <QStringList>

class QCoreApplication;

namespace screenshots {

// Takes "--language NAME" out of the arguments and returns NAME; empty when it is not there.
QString takeLanguage(QStringList &arguments);

// True for the two of which every text of ours can be told from others.
bool isInvented(const QString &name);

// Sets locale and texts. False when there is no translation into that language. An empty name keeps the
// locale and shows the English texts with their plural forms.
bool useLanguage(QCoreApplication &application, const QString &name);

} // namespace screenshots
