// Asks for the first and the last day of a span.
#pragma once

#include "ui/dialogs/form_dialog.h"

#include <QDate>

class QDateEdit;

namespace ui::dialogs {

class DateRangeDialog : public FormDialog {
    Q_OBJECT
public:
    // No later day than `latest` can be chosen.
    DateRangeDialog(const QDate &first, const QDate &last, const QDate &latest, QWidget *parent = nullptr);

    QDate first() const;
    QDate last() const;

private:
    QDateEdit *makeField(const char *objectName, const QDate &date, const QDate &latest);

    QDateEdit *m_first;
    QDateEdit *m_last;
};

} // namespace ui::dialogs
