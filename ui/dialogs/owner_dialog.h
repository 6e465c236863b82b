// Asks for a team or a customer, whom virtual keys belong to, or changes one.
#pragma once

#include "gateway/api/governance_views.h"
#include "ui/dialogs/form_dialog.h"

class QComboBox;

namespace ui::dialogs {

class LimitRows;

// Stays open until it is told to close, so that a refusal stands beside what was typed.
class OwnerDialog : public FormDialog {
    Q_OBJECT
public:
    // An empty id is a new one. A team may belong to one of `customers`.
    OwnerDialog(const gateway::api::TeamView &team, const QList<gateway::api::CustomerView> &customers,
                QWidget *parent = nullptr);
    explicit OwnerDialog(const gateway::api::CustomerView &customer, QWidget *parent = nullptr);

    gateway::api::TeamView team() const; // as it is now
    gateway::api::CustomerView customer() const;
    void showProblem(const QString &text);

signals:
    void saveRequested();

private:
    void build(const QString &name, const QList<gateway::api::LimitView> &limits, bool isNew);

    gateway::api::TeamView m_team;
    gateway::api::CustomerView m_customer;
    QLineEdit *m_name;
    QComboBox *m_customers = nullptr; // of a team, where there are customers
    LimitRows *m_limits = nullptr;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace ui::dialogs
