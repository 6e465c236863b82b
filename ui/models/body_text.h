// Makes bodies readable as text without changing their order: indents JSON and breaks endless lines.
#pragma once

#include <QByteArray>
#include <QString>

namespace ui::models {

// Bodies above it are shown from their beginning until the user asks for all.
constexpr qsizetype shownBodyLimit = 1'000'000; // bytes

// Indents by two spaces. Members keep their order; text that ends in the middle, or is no JSON, comes back readable too.
QString indentJson(const QString &text);

// A text view lays out whole lines, so a line of a megabyte would hold up the window: long ones are broken.
QString breakLongLines(const QString &text, qsizetype longest = 2'000);

// The first `limit` bytes as text, cut between characters; `limit` below 0: all.
QString bodyText(const QByteArray &body, qsizetype limit = shownBodyLimit);

} // namespace ui::models
