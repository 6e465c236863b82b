// What changes between two texts, line by line, with a few lines around each change.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace ui::models {

struct DiffLine {
    enum class Kind { Same, Added, Removed, Gap };
    Kind kind = Kind::Same;
    int number = 0; // in the text after, of removed lines in the text before; counted from 1
    QString text;   // of a gap nothing; what looks like a key is masked
    bool operator==(const DiffLine &) const = default;
};

struct LineDiff {
    QList<DiffLine> lines;
    int added = 0;
    int removed = 0;
};

LineDiff lineDiff(const QByteArray &before, const QByteArray &after, int context = 4);

} // namespace ui::models
