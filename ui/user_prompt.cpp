#include "ui/user_prompt.h"

#include "ui/widgets/label_color.h"

#include <QCheckBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace ui {

namespace {

class MessageBoxPrompt : public UserPrompt {
public:
    void ask(QWidget *parent, const Question &question, std::function<void(Answer)> reply) override
    {
        auto *box = new QMessageBox(parent);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setObjectName(QStringLiteral("question"));
        box->setWindowTitle(QStringLiteral("Bilrost"));
        box->setText(question.title);
        box->setInformativeText(question.text);
        box->setTextFormat(Qt::PlainText);
        // A box is as narrow as its title allows, which breaks what follows into a column of single words.
        constexpr int lettersInALine = 52;
        if (auto *title = box->findChild<QLabel *>(QStringLiteral("qt_msgbox_label")))
            widgets::setTextStyle(title, "strong");
        if (auto *text = box->findChild<QLabel *>(QStringLiteral("qt_msgbox_informativelabel")))
            text->setMinimumWidth(lettersInALine * text->fontMetrics().averageCharWidth());
        QList<QAbstractButton *> buttons;
        for (qsizetype index = 0; index < question.buttons.size(); ++index) {
            const bool isDestructive = index == question.destructiveButton;
            QPushButton *button = box->addButton(
                question.buttons.at(index), isDestructive ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole);
            if (isDestructive)
                button->setProperty("kind", QStringLiteral("danger"));
            else if (index == question.defaultButton)
                button->setProperty("kind", QStringLiteral("primary"));
            if (index == question.defaultButton)
                box->setDefaultButton(button);
            if (index == question.escapeButton)
                box->setEscapeButton(button);
            buttons.append(button);
        }
        QCheckBox *remember = nullptr;
        if (!question.rememberText.isEmpty()) {
            remember = new QCheckBox(question.rememberText);
            box->setCheckBox(remember); // takes ownership
        }
        const int escape = question.escapeButton;
        QObject::connect(box, &QMessageBox::finished, box, [=, reply = std::move(reply)] {
            const qsizetype index = buttons.indexOf(box->clickedButton());
            reply({index < 0 ? escape : static_cast<int>(index), remember != nullptr && remember->isChecked()});
        });
        box->open();
    }
};

} // namespace

std::unique_ptr<UserPrompt> makeMessageBoxPrompt()
{
    return std::make_unique<MessageBoxPrompt>();
}

} // namespace ui
