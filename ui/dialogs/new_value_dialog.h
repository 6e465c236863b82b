// Shows the value of a virtual key, once.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::dialogs {

// Closes only after a person says that the value is stored; Escape does not.
class NewValueDialog : public QDialog {
    Q_OBJECT
public:
    // `baseUrl`: what tools are given besides the key; may be empty.
    NewValueDialog(const QString &keyName, const QString &value, const QString &baseUrl, QWidget *parent = nullptr);

    void reject() override; // not by Escape or the frame: the value could not be shown again

private:
    void copyValue();

    QLineEdit *m_value;
    QPushButton *m_copy;
    QLabel *m_copied;
};

} // namespace ui::dialogs
