// Asks how much more than a limit says is allowed, and until when.
#pragma once

#include "gateway/api/governance_views.h"
#include "ui/dialogs/form_dialog.h"

#include <QDateTime>

class QDateTimeEdit;
class QDoubleSpinBox;

namespace ui::dialogs {

class RaiseDialog : public FormDialog {
    Q_OBJECT
public:
    // `whose` as people read it; `now` is the earliest end.
    RaiseDialog(const gateway::api::LimitView &limit, const QString &whose, const QDateTime &now,
                QWidget *parent = nullptr);

    qint64 extra() const;    // in the unit of the limit
    QDateTime until() const; // UTC

private:
    gateway::api::LimitView m_limit;
    QDoubleSpinBox *m_amount;
    QDateTimeEdit *m_until;
};

} // namespace ui::dialogs
