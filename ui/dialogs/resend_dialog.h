// Edits a request before it is sent again: the model, the body, the virtual key to show.
#pragma once

#include "gateway/api/inspector_views.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui::widgets {
class SecretLineEdit;
}

namespace ui::dialogs {

// A value in, a value out. The model's field and the body say the same: a change of one changes the other.
class ResendDialog : public QDialog {
    Q_OBJECT
public:
    struct Surroundings {
        QStringList models;      // that were asked for lately
        bool asksForKey = false; // virtual keys exist
        bool needsKey = false;   // without one the request would be refused, or counted for nobody
    };

    ResendDialog(gateway::api::RequestDetail detail, const Surroundings &surroundings, QWidget *parent = nullptr);

    gateway::api::ResendRequest command() const;

    // Larger bodies are sent as they are; a text view of them would hold up the window.
    static constexpr qsizetype largestEdited = 2'000'000; // bytes

private:
    bool hasModelInPath() const;
    QByteArray editedBody() const;
    QString bodyModel() const;
    void takeModel(const QString &model);
    void takeBody();
    void showProblem();
    void goToProblem();

    const gateway::api::RequestDetail m_detail;
    QString m_firstText; // of the body's field
    QComboBox *m_model;
    QPlainTextEdit *m_body;
    QLabel *m_problem;
    QPushButton *m_goTo;
    widgets::SecretLineEdit *m_key = nullptr;
    QPushButton *m_send;
    bool m_isSettingModel = false;
};

} // namespace ui::dialogs
