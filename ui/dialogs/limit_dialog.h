// Asks for a new limit and what it is for, or changes one.
#pragma once

#include "ui/dialogs/form_dialog.h"
#include "ui/dialogs/limit_rows.h"
#include "ui/models/owned_limits.h"

namespace ui::dialogs {

// What can have a limit, beside all requests.
struct LimitPlaces {
    QStringList providers;
    QList<gateway::api::VirtualKeyView> keys;
    QList<gateway::api::TeamView> teams;
    QList<gateway::api::CustomerView> customers;
};

// Stays open until it is told to close, so that a refusal stands beside what was typed.
class LimitDialog : public FormDialog {
    Q_OBJECT
public:
    explicit LimitDialog(const LimitPlaces &places, QWidget *parent = nullptr); // a new one
    explicit LimitDialog(const models::OwnedLimit &limit, QWidget *parent = nullptr);

    models::OwnedLimit limit() const; // as it is now
    void showProblem(const QString &text);

signals:
    void saveRequested();

private:
    LimitDialog(const models::OwnedLimit &limit, const LimitPlaces &places, bool isNew, QWidget *parent);
    void addPlaces();
    void addAmount();
    void listOwners();
    void listProviders();
    bool isOfKey() const;
    void takeEdit();
    gateway::api::LimitOwnerKind kind() const;
    gateway::api::LimitUnit unit() const;
    const LimitRow &row() const;

    models::OwnedLimit m_limit;
    LimitPlaces m_places;
    bool m_isNew;
    QComboBox *m_kind = nullptr; // these four only of a new limit
    QComboBox *m_provider = nullptr;
    QLineEdit *m_model = nullptr;
    QLabel *m_modelHint = nullptr;
    QComboBox *m_owner = nullptr;
    QComboBox *m_unit;
    QList<LimitRow> m_rows; // by unit; one of them is seen
    QCheckBox *m_isAligned;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace ui::dialogs
