// Asks for a new virtual key, or changes one: name, what it may use, its limits, its end.
#pragma once

#include "gateway/api/governance_views.h"
#include "ui/dialogs/form_dialog.h"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui::dialogs {

// What is in the key and not in the dialog (weights, denied models, limits of providers, teams) stays as it is.
class VirtualKeyDialog : public FormDialog {
    Q_OBJECT
public:
    VirtualKeyDialog(const gateway::api::VirtualKeyView &key, const QStringList &providers, QWidget *parent = nullptr);

    gateway::api::VirtualKeyView key() const; // as it is now

    // Where values cannot be kept, because nothing lasts longer than the program.
    void forbidKeeping();

private:
    // A number that may be left empty, and the window that it counts in.
    struct LimitRow {
        gateway::api::LimitUnit unit;
        QDoubleSpinBox *amount = nullptr;
        QComboBox *window = nullptr;
    };

    LimitRow makeLimit(gateway::api::LimitUnit unit, const char *name, const QString &title);
    QWidget *rowOf(const LimitRow &row);
    QWidget *buildRights(const QStringList &providers);
    void showKey();
    void takeEdit();
    void readLimit(const LimitRow &row, QList<gateway::api::LimitView> &limits) const;
    QList<gateway::api::VirtualKeyProviderView> chosenProviders() const;

    gateway::api::VirtualKeyView m_key;
    QLineEdit *m_name;
    QComboBox *m_reach;
    QList<QCheckBox *> m_providers;
    QLineEdit *m_models;
    QLabel *m_modelsHint;
    LimitRow m_budget;
    LimitRow m_requests;
    LimitRow m_tokens;
    QCheckBox *m_isAligned;
    QCheckBox *m_expires;
    QDateEdit *m_expiryDay;
    QCheckBox *m_goesWhenExpired;
    QCheckBox *m_isPrivate;
    QCheckBox *m_keepsValue;
    QLabel *m_keepingHint;
    QPushButton *m_save;
};

} // namespace ui::dialogs
