// Shows the value of a virtual key: once, or again where it is kept.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::dialogs {

// Where the value is not kept, it closes only after a person says that it is stored; Escape does not.
class NewValueDialog : public QDialog {
    Q_OBJECT
public:
    // `baseUrl`: what tools are given besides the key; may be empty. `isKept`: it can be shown again.
    NewValueDialog(const QString &keyName, const QString &value, const QString &baseUrl, bool isKept,
                   QWidget *parent = nullptr);

    void reject() override; // not by Escape or the frame when the value could not be shown again

private:
    void copyValue();

    QLineEdit *m_value;
    QPushButton *m_copy;
    QLabel *m_copied;
    bool m_isKept;
};

} // namespace ui::dialogs
