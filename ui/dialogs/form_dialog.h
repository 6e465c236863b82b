// A dialog that is one form: fields in rows, what follows from them, Cancel and the button that takes it.
#pragma once

#include <QDialog>
#include <QStringList>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::dialogs {

// A dialog calls finish() once its rows are in place. It is as high as its rows and the lines of its hints need.
class FormDialog : public QDialog {
    Q_OBJECT
public:
    explicit FormDialog(QWidget *parent);

protected:
    QFormLayout &form() { return *m_form; }
    void addField(const QString &label, QWidget *field);                      // with its label
    void addField(const QString &label, QWidget *field, const QString &hint); // and a hint below
    // Cancel and `accept`, the default button, get the names `prefix`_cancel and `prefix`_save. `above`, if any, stands
    // between rows and buttons.
    void finish(QPushButton *accept, const char *prefix, QWidget *above = nullptr);
    void fitHeight();
    void showEvent(QShowEvent *event) override;

private:
    QFormLayout *m_form;
};

// A field for names of models: "gpt-5.4, gpt-5.4-nano"; empty means all.
QLineEdit *modelNamesField(const QStringList &names, QWidget *parent);
QStringList namesIn(const QLineEdit &field);

} // namespace ui::dialogs
