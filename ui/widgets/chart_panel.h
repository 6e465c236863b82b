// A chart with its heading, legend and table twin, and a menu that copies and saves it.
#pragma once

#include "ui/models/usage_chart.h"

#include <QList>
#include <QWidget>

#include <functional>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedWidget;
class QTableWidget;

namespace ui::look {
class Theme;
}

namespace ui::widgets {

class ReadableChart;
class SeriesLegend;

class ChartPanel : public QWidget {
    Q_OBJECT
public:
    // Where it is saved; an empty name means that the person changed their mind.
    using ChooseFile = std::function<QString(QWidget *parent, const QString &suggestedName)>;

    // The theme must outlive it. `name` begins the names of its parts: "usageErrors" makes "usageErrorsTable".
    ChartPanel(const look::Theme &theme, const QString &name, QWidget *parent = nullptr);

    // The panel's from now on. Of several drawings of the same figures the menu chooses one, by `choice`.
    void addDrawing(ReadableChart *drawing, const QString &choice);
    void setDrawing(int drawing);
    int drawing() const { return m_drawing; }
    ReadableChart *currentDrawing() const { return m_drawings[m_drawing]; }

    void setTitle(const QString &title);
    void setNote(const QString &note); // at the right of the heading, quiet
    void setSeries(const QStringList &names, bool isLines);
    void setFigures(const models::ChartFigures &figures);
    void setTableShown(bool isShown);
    QHBoxLayout *head() const { return m_head; } // for controls of its own
    QMenu *menu() const { return m_menu; }
    void setChooseFile(ChooseFile choose) { m_chooseFile = std::move(choose); }

    // Words first, figures right of them, all as wide as they and their heads need; the words take what is left.
    static void fitColumns(QTableWidget &table);

    // By the end of the name: .png, .svg or the figures as .csv. What went wrong, or empty.
    QString saveAs(const QString &name) const;

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void drawingChosen(int drawing); // by the menu
    void saved(const QString &problem);

private:
    void buildMenu();
    void copyPicture() const;
    void copyFigures() const;
    void save();
    void showStack();
    static void fitFirstColumn(QTableWidget &table);
    QImage picture() const;

    const look::Theme &m_theme;
    QString m_name;
    ChooseFile m_chooseFile;
    models::ChartFigures m_figures;
    QList<ReadableChart *> m_drawings;
    QList<QAction *> m_choices;
    int m_drawing = 0;
    bool m_isTable = false;
    QHBoxLayout *m_head;
    QLabel *m_title;
    QLabel *m_note;
    SeriesLegend *m_legend;
    QStackedWidget *m_stack;
    QTableWidget *m_table;
    QMenu *m_menu;
};

} // namespace ui::widgets
