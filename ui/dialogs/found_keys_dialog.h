// Asks which of the keys in the environment shall be used, and where their values shall be.
#pragma once

#include "ui/dialogs/form_dialog.h"
#include "ui/models/found_keys.h"

class QCheckBox;
class QPushButton;
class QRadioButton;

namespace ui::dialogs {

// Shows names of variables only, never a value. Nothing is chosen at first.
class FoundKeysDialog : public FormDialog {
    Q_OBJECT
public:
    explicit FoundKeysDialog(const QList<models::FoundKey> &found, QWidget *parent = nullptr);

    QList<models::FoundKey> chosen() const;
    bool staysInEnvironment() const; // else the value is copied into the store for secrets

private:
    void refresh();

    QList<models::FoundKey> m_found;
    QList<QCheckBox *> m_boxes; // one for each
    QRadioButton *m_reference;
    QRadioButton *m_copy;
    QPushButton *m_add;
};

} // namespace ui::dialogs
