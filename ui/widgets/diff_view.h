// Shows what would change in files: line numbers, signs and coloured lines; to read and copy, not to edit.
#pragma once

#include "ui/look/theme.h"
#include "ui/models/line_diff.h"

#include <QPlainTextEdit>

namespace ui::widgets {

// A file with its heading, such as "~/.codex/config.toml: 5 lines added".
struct ShownDiff {
    QString heading;
    models::LineDiff diff;
};

class DiffView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit DiffView(const look::Theme &theme, QWidget *parent = nullptr); // the theme must outlive it

    void setDiffs(const QList<ShownDiff> &diffs);

private:
    enum class Look { Plain, Heading, Added, Removed };
    void colorLines();

    const look::Theme &m_theme;
    QList<Look> m_looks; // of each block
};

} // namespace ui::widgets
