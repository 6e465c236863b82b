#include "ui/shell/edit_menu.h"

#include <QApplication>
#include <QMenu>
#include <QPointer>

#include "ui/shell/undo_bar.h"

namespace ui::shell {

namespace {

struct Entry {
    QString text;
    QKeySequence keys;
    const char *method;
};

// A class for its translations' context only.
struct EditMenu {
    Q_DECLARE_TR_FUNCTIONS(EditMenu)

public:
    static QList<Entry> entries()
    {
        return {{tr("&Undo"), QKeySequence::Undo, "undo"},
                {tr("Cu&t"), QKeySequence::Cut, "cut"},
                {tr("&Copy"), QKeySequence::Copy, "copy"},
                {tr("&Paste"), QKeySequence::Paste, "paste"},
                {tr("Select &all"), QKeySequence::SelectAll, "selectAll"}};
    }
};

bool canDo(const QWidget *focus, const QByteArray &method)
{
    return focus != nullptr && focus->metaObject()->indexOfMethod((method + "()").constData()) >= 0;
}

void perform(const QByteArray &method, UndoBar &undoBar)
{
    QWidget *focus = QApplication::focusWidget();
    if (method == "undo" && undoBar.isOffering() && !UndoBar::hasTypingToUndo(focus))
        undoBar.undo();
    else if (canDo(focus, method))
        QMetaObject::invokeMethod(focus, method.constData());
}

} // namespace

// Its own shortcuts stay the widget's own, so the entries show the keys without claiming them.
void fillEditMenu(QMenu &menu, UndoBar &undoBar)
{
    QList<QAction *> actions;
    for (const Entry &entry : EditMenu::entries()) {
        const QString label = entry.text + QLatin1Char('\t') + entry.keys.toString(QKeySequence::NativeText);
        const QByteArray method = entry.method;
        QAction *action = menu.addAction(label, &undoBar, [method, &undoBar] { perform(method, undoBar); });
        action->setObjectName(QLatin1String("action_") + QLatin1String(entry.method));
        action->setProperty("method", method);
        actions.append(action);
    }
    QObject::connect(&menu, &QMenu::aboutToShow, &undoBar, [actions, &undoBar] {
        for (QAction *action : actions) {
            const QByteArray method = action->property("method").toByteArray();
            action->setEnabled(canDo(QApplication::focusWidget(), method)
                               || (method == "undo" && undoBar.isOffering()));
        }
    });
    QObject::connect(&menu, &QMenu::aboutToHide, &undoBar, [actions] {
        for (QAction *action : actions)
            action->setEnabled(true);
    });
}

} // namespace ui::shell
