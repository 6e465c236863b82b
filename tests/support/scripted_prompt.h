// Answers questions of the window as the test says, and records them.
#pragma once

#include "ui/user_prompt.h"

#include <QList>

namespace support {

class ScriptedPrompt : public ui::UserPrompt {
public:
    void ask(QWidget *, const ui::Question &question, std::function<void(ui::Answer)> reply) override
    {
        questions.append(question);
        if (!answers.isEmpty())
            reply(answers.takeFirst());
    }

    QList<ui::Answer> answers; // used up in order; with none left a question stays open
    QList<ui::Question> questions;
};

} // namespace support
