// The quiet bar above the status line: what was removed, and the way back while there is one.
#pragma once

#include "gateway/api/removal_facade.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QShortcut;

namespace ui::shell {

// Hidden unless something can be undone. Then Ctrl+Z undoes it, except where a field has typing of its own to undo.
class UndoBar : public QWidget {
    Q_OBJECT
public:
    explicit UndoBar(gateway::api::RemovalFacade &removals, QWidget *parent); // borrowed

    bool isOffering() const { return !isHidden(); }
    void undo();

    // Whether the field with the focus has typing of its own to undo.
    static bool hasTypingToUndo(const QWidget *focus);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeUndoable();
    void showFailure(const gateway::Error &error);

    gateway::api::RemovalFacade &m_removals;
    QLabel *m_what;
    QLabel *m_meaning;
    QPushButton *m_undo;
    QPushButton *m_dismiss;
    QShortcut *m_shortcut;
};

} // namespace ui::shell
