#include "ui/dialogs/shortcuts_dialog.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QVBoxLayout>

#include "ui/menu_text.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

namespace ui::dialogs {

namespace {

constexpr int leastWidth = 180;
constexpr qsizetype mostInColumn = 16; // rows, headings included

// "&File" -> "File", and no dots that only say that a dialog follows.
QString plainText(const QString &menuText)
{
    QString text = plainMenuText(menuText);
    while (text.endsWith(QChar(0x2026)) || text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text;
}

void collect(const QMenu &menu, ShortcutGroup &group)
{
    for (const QAction *action : menu.actions()) {
        if (action->menu() != nullptr)
            collect(*action->menu(), group);
        else if (!action->shortcut().isEmpty())
            group.actions.append({plainText(action->text()), action->shortcut().toString(QKeySequence::NativeText)});
    }
}

} // namespace

QList<ShortcutGroup> shortcutsOf(const QMenuBar &menus)
{
    QList<ShortcutGroup> groups;
    for (const QAction *action : menus.actions()) {
        if (action->menu() == nullptr)
            continue;
        ShortcutGroup group{plainText(action->text()), {}};
        collect(*action->menu(), group);
        if (!group.actions.isEmpty())
            groups.append(group);
    }
    return groups;
}

ShortcutsDialog::ShortcutsDialog(const QList<ShortcutGroup> &groups, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcuts_dialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(36);
    QVBoxLayout *column = nullptr;
    qsizetype filled = mostInColumn;
    for (const ShortcutGroup &group : groups) {
        const qsizetype rows = group.actions.size() + 2;
        if (filled + rows > mostInColumn) {
            column = new QVBoxLayout;
            column->setSpacing(6);
            columns->addLayout(column);
            filled = 0;
        }
        filled += rows;
        QLabel *heading = widgets::heading(group.title, this);
        heading->setContentsMargins(0, column->count() == 0 ? 0 : 12, 0, 2);
        column->addWidget(heading);
        auto *grid = new QGridLayout;
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(5);
        grid->setColumnStretch(0, 1);
        grid->setColumnMinimumWidth(0, leastWidth);
        for (int row = 0; row < group.actions.size(); ++row) {
            const auto &[what, keys] = group.actions.at(row);
            auto *label = new QLabel(what, this);
            auto *press = new QLabel(keys, this);
            press->setObjectName(QStringLiteral("shortcut_keys"));
            press->setAccessibleName(QStringLiteral("%1: %2").arg(what, keys));
            widgets::setTextStyle(press, "small");
            widgets::setTone(*press, "secondary");
            grid->addWidget(label, row, 0);
            grid->addWidget(press, row, 1, Qt::AlignRight);
        }
        column->addLayout(grid);
    }
    for (int index = 0; index < columns->count(); ++index)
        qobject_cast<QVBoxLayout *>(columns->itemAt(index)->layout())->addStretch(1);
    QLabel *hint = widgets::hint(tr("In lists: arrow keys, Enter opens, F6 goes to the next part of the window. "
                                    "Esc closes this."),
                                 this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(16);
    layout->addLayout(columns);
    layout->addWidget(hint);
}

} // namespace ui::dialogs
