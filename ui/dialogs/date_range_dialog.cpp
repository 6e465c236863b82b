#include "ui/dialogs/date_range_dialog.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QPushButton>

namespace ui::dialogs {

DateRangeDialog::DateRangeDialog(const QDate &first, const QDate &last, const QDate &latest, QWidget *parent)
    : FormDialog(parent)
    , m_first(makeField("range_first", first, latest))
    , m_last(makeField("range_last", last, latest))
{
    setObjectName(QStringLiteral("date_range_dialog"));
    setWindowTitle(tr("Which days"));
    addField(tr("First day"), m_first);
    addField(tr("Last day"), m_last, tr("Both count, in local time."));
    auto *take = new QPushButton(tr("Show"), this);
    finish(take, "range");
    connect(take, &QPushButton::clicked, this, &QDialog::accept);
}

QDateEdit *DateRangeDialog::makeField(const char *objectName, const QDate &date, const QDate &latest)
{
    auto *field = new QDateEdit(date, this);
    field->setObjectName(QLatin1String(objectName));
    field->setCalendarPopup(true);
    field->setMaximumDate(latest);
    return field;
}

QDate DateRangeDialog::first() const
{
    return m_first->date();
}

QDate DateRangeDialog::last() const
{
    return m_last->date();
}

} // namespace ui::dialogs
