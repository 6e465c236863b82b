// Every key that the menus know, on one sheet.
#pragma once

#include <QDialog>
#include <QList>
#include <QPair>
#include <QString>

class QMenuBar;

namespace ui::dialogs {

struct ShortcutGroup {
    QString title;                              // of the menu, without its mnemonic
    QList<std::pair<QString, QString>> actions; // what it does, its keys as this system writes them
};

// Menus without any shortcut are left out; submenus belong to their menu.
QList<ShortcutGroup> shortcutsOf(const QMenuBar &menus);

class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ShortcutsDialog(const QList<ShortcutGroup> &groups, QWidget *parent = nullptr);
};

} // namespace ui::dialogs
