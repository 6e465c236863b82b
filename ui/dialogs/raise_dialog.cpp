#include "ui/dialogs/raise_dialog.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>

#include <cmath>

#include "ui/dialogs/limit_rows.h"
#include "ui/models/virtual_key_words.h"
#include "ui/widgets/form_parts.h"

namespace ui::dialogs {

using gateway::api::LimitUnit;
using gateway::api::LimitView;

namespace {

constexpr double nanoPerDollar = 1e9;

double shownAmount(const LimitView &limit, qint64 amount)
{
    return static_cast<double>(amount) / (limit.unit == LimitUnit::Money ? nanoPerDollar : 1.0);
}

} // namespace

RaiseDialog::RaiseDialog(const LimitView &limit, const QString &whose, const QDateTime &now, QWidget *parent)
    : FormDialog(parent), m_limit(limit), m_amount(nullptr), m_until(new QDateTimeEdit(this))
{
    setObjectName(QStringLiteral("raise_dialog"));
    setWindowTitle(tr("Allow more for a while"));
    const LimitRow row = makeLimitRow(limit.unit, "raise", tr("nothing"), this);
    m_amount = row.amount;
    m_amount->setObjectName(QStringLiteral("raise_amount"));
    delete row.window; // the end is asked for below
    m_amount->setValue(shownAmount(limit, limit.extra > 0 ? limit.extra : limit.most / 2));
    m_until->setObjectName(QStringLiteral("raise_until"));
    m_until->setCalendarPopup(true);
    m_until->setMinimumDateTime(now.toLocalTime().addSecs(60));
    const QDateTime end = limit.extraUntil.isValid() ? limit.extraUntil : limit.resetsAt;
    m_until->setDateTime(end.isValid() ? end.toLocalTime() : now.toLocalTime().addDays(1));
    auto *what = new QLabel(tr("%1: %2", "whose limit, the limit").arg(whose, models::limitText(limit)), this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    what->setMinimumHeight(m_amount->sizeHint().height());
    what->setAccessibleName(what->text());
    addField(tr("Limit"), what);
    addField(tr("More"), m_amount);
    addField(tr("Until"), m_until, tr("The limit itself stays as it is."));
    auto *save = new QPushButton(tr("Allow it"), this);
    finish(save, "raise");
    setMinimumWidth(440);
    setTabOrder(m_amount, m_until);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    m_amount->setFocus();
}

qint64 RaiseDialog::extra() const
{
    return std::llround(m_amount->value() * (m_limit.unit == LimitUnit::Money ? nanoPerDollar : 1.0));
}

QDateTime RaiseDialog::until() const
{
    return m_until->dateTime().toUTC();
}

} // namespace ui::dialogs
