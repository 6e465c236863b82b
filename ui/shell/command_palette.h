// One field for everything: pages, commands, providers, aliases and virtual keys, by a few letters.
#pragma once

#include "ui/look/theme.h"
#include "ui/models/command_list_model.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QMenuBar;
class QTableView;

namespace ui::shell {

// What the menus offer now, each with its keys; what is disabled is left out.
QList<models::Command> commandsOf(const QMenuBar &menuBar);

// Enter does the chosen one after the palette has closed, Escape closes it.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    CommandPalette(QList<models::Command> commands, const look::Theme &theme, QWidget *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void takeTyped();
    void tellChosen();
    void runChosen();

    const look::Theme &m_theme;
    models::CommandListModel *m_model;
    QLineEdit *m_field;
    QTableView *m_table;
    QLabel *m_nothing;
};

} // namespace ui::shell
