// A small table of facts: row names, columns of selectable text, one divider under each row.
#pragma once

#include <QStringList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace ui::look {
class Theme;
}

namespace ui::widgets {

class FactsGrid : public QWidget {
    Q_OBJECT
public:
    struct Row {
        QString name;
        QStringList values; // one for each column; empty ones stay empty
    };

    // `columns` may hold empty headings; with none at all the head row is left out. The theme must outlive the grid.
    FactsGrid(const look::Theme &theme, const QStringList &columns, bool hasNumbers, QWidget *parent = nullptr);

    void setRows(const QList<Row> &rows);

private:
    void applyTheme();
    QLabel *labelAt(int row, int column);

    const look::Theme &m_theme;
    QGridLayout *m_grid;
    int m_columnCount;
    bool m_hasNumbers;
    int m_headRows = 0;
    QList<QLabel *> m_labels; // row by row, the name first
    QList<QWidget *> m_lines;
};

} // namespace ui::widgets
