// Asks the user; behind an interface so that tests answer instead of a message box.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QWidget;

namespace ui {

struct Question {
    QString title; // one sentence: what is asked
    QString text;  // what follows from it
    QStringList buttons;
    int defaultButton = 0;
    int escapeButton = 0; // also when the box is closed
    int destructiveButton = -1;
    QString rememberText = {}; // a check box when not empty
};

struct Answer {
    int button = 0;
    bool mustRemember = false;
};

// Nothing blocks: the answer comes later, on the GUI thread, once.
class UserPrompt {
public:
    virtual ~UserPrompt() = default;
    virtual void ask(QWidget *parent, const Question &question, std::function<void(Answer)> reply) = 0;
};

std::unique_ptr<UserPrompt> makeMessageBoxPrompt();

} // namespace ui
