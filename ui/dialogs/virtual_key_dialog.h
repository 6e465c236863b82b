// Asks for a new virtual key, or changes one: name, what it may use, its limits, its end.
#pragma once

#include "gateway/api/governance_views.h"
#include "ui/dialogs/form_dialog.h"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::dialogs {

class LimitRows;

// What is in the key and not in the dialog (weights, denied models, limits of providers) stays as it is.
class VirtualKeyDialog : public FormDialog {
    Q_OBJECT
public:
    VirtualKeyDialog(const gateway::api::VirtualKeyView &key, const QStringList &providers, QWidget *parent = nullptr);

    // Whom the key may belong to; while there is nobody, nothing is asked.
    void offerOwners(const QList<gateway::api::TeamView> &teams, const QList<gateway::api::CustomerView> &customers);
    gateway::api::VirtualKeyView key() const; // as it is now

    // Where values cannot be kept, because nothing lasts longer than the program.
    void forbidKeeping();

private:
    QWidget *buildRights(const QStringList &providers);
    void orderTabs();
    void showKey();
    void takeEdit();
    QList<gateway::api::VirtualKeyProviderView> chosenProviders() const;

    gateway::api::VirtualKeyView m_key;
    QLineEdit *m_name;
    QComboBox *m_reach;
    QList<QCheckBox *> m_providers;
    QLineEdit *m_models;
    QLabel *m_modelsHint;
    LimitRows *m_limits;
    QCheckBox *m_expires;
    QDateEdit *m_expiryDay;
    QCheckBox *m_goesWhenExpired;
    QCheckBox *m_isPrivate;
    QCheckBox *m_keepsValue;
    QLabel *m_keepingHint;
    QComboBox *m_owner = nullptr; // only where owners were offered
    QPushButton *m_save;
};

} // namespace ui::dialogs
