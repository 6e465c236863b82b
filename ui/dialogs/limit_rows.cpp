#include "ui/dialogs/limit_rows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimeZone>

#include <cmath>
#include <utility>

#include "ui/models/virtual_key_words.h"
#include "ui/widgets/form_parts.h"

namespace ui::dialogs {

using gateway::api::LimitUnit;
using gateway::api::LimitView;

namespace {

constexpr double nanoPerDollar = 1e9;
constexpr double mostDollars = 1'000'000;
constexpr double mostCount = 1e12;

const char *nameOf(LimitUnit unit)
{
    switch (unit) {
    case LimitUnit::Money: return "budget";
    case LimitUnit::Requests: return "requests";
    case LimitUnit::Tokens: return "tokens";
    }
    return "";
}

const LimitView *firstOf(const QList<LimitView> &limits, LimitUnit unit)
{
    for (const LimitView &limit : limits) {
        if (limit.unit == unit)
            return &limit;
    }
    return nullptr;
}

} // namespace

QString limitTitle(LimitUnit unit)
{
    switch (unit) {
    case LimitUnit::Money: return LimitRows::tr("Budget");
    case LimitUnit::Requests: return LimitRows::tr("Requests");
    case LimitUnit::Tokens: return LimitRows::tr("Tokens");
    }
    return {};
}

LimitRow makeLimitRow(LimitUnit unit, const char *prefix, const QString &unsetText, QWidget *parent)
{
    LimitRow row{unit, new QDoubleSpinBox(parent), new QComboBox(parent)};
    const bool isMoney = unit == LimitUnit::Money;
    const QString name = QStringLiteral("%1_%2").arg(QLatin1String(prefix), QLatin1String(nameOf(unit)));
    row.amount->setObjectName(name);
    row.amount->setAccessibleName(limitTitle(unit));
    row.amount->setRange(0, isMoney ? mostDollars : mostCount);
    row.amount->setDecimals(isMoney ? 2 : 0);
    if (isMoney) {
        row.amount->setPrefix(models::dollarSigns().first);
        row.amount->setSuffix(models::dollarSigns().second);
    }
    row.amount->setSpecialValueText(unsetText); // at 0: who may use nothing is turned off
    row.amount->setGroupSeparatorShown(true);
    row.amount->setSingleStep(isMoney ? 1 : 10);
    row.window->setObjectName(name + QStringLiteral("_window"));
    row.window->setAccessibleName(LimitRows::tr("%1: counted", "title of a limit").arg(limitTitle(unit)));
    for (const char *window : {"1m", "1h", "1d", "1w", "1M", "1Y"}) {
        const QString text = QLatin1String(window);
        row.window->addItem(models::windowText(text), text);
    }
    row.window->setCurrentIndex(isMoney ? 2 : 0);
    return row;
}

QWidget *boxOf(const LimitRow &row, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(row.amount, 1);
    layout->addWidget(row.window, 1);
    return box;
}

void showLimit(const LimitRow &row, const LimitView &limit)
{
    const double most = static_cast<double>(limit.most);
    row.amount->setValue(row.unit == LimitUnit::Money ? most / nanoPerDollar : most);
    int index = row.window->findData(limit.window);
    if (index < 0) {
        row.window->addItem(models::windowText(limit.window), limit.window);
        index = row.window->count() - 1;
    }
    row.window->setCurrentIndex(index);
}

bool followsCalendar(const LimitRow &row)
{
    const QString window = row.window->currentData().toString();
    return !window.isEmpty() && QStringLiteral("dwMQY").contains(window.back());
}

std::optional<LimitView> limitIn(const LimitRow &row, const LimitView *previous, bool countsByTheCalendar)
{
    if (row.amount->value() <= 0)
        return std::nullopt;
    LimitView limit = previous ? *previous : LimitView();
    limit.unit = row.unit;
    limit.window = row.window->currentData().toString();
    limit.most = std::llround(row.amount->value() * (row.unit == LimitUnit::Money ? nanoPerDollar : 1.0));
    const bool wasAligned = previous && previous->isCalendarAligned;
    limit.isCalendarAligned = countsByTheCalendar && followsCalendar(row);
    if (limit.isCalendarAligned && !wasAligned)
        limit.timeZone = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    if (!limit.isCalendarAligned)
        limit.timeZone.clear();
    return limit;
}

QCheckBox *calendarBox(const char *prefix, QWidget *parent)
{
    auto *box = new QCheckBox(LimitRows::tr("Count by the calendar"), parent);
    box->setObjectName(QLatin1String(prefix) + QStringLiteral("_is_aligned"));
    box->setAccessibleName(box->text());
    return box;
}

QWidget *withCalendarHint(QCheckBox *box, QWidget *parent)
{
    const QString text = LimitRows::tr("Days begin at midnight, weeks on Monday, months on the first; else with the "
                                       "first request.");
    return widgets::withHint(box, widgets::hint(text, parent), parent);
}

LimitRows::LimitRows(QFormLayout &form, const char *prefix, QWidget *parent)
    : QObject(parent), m_isAligned(calendarBox(prefix, parent))
{
    for (const LimitUnit unit : {LimitUnit::Money, LimitUnit::Requests, LimitUnit::Tokens}) {
        const LimitRow row = makeLimitRow(unit, prefix, tr("no limit"), parent);
        form.addRow(widgets::fieldLabel(limitTitle(unit), row.amount, parent), boxOf(row, parent));
        connect(row.amount, &QDoubleSpinBox::valueChanged, this, &LimitRows::takeEdit);
        connect(row.window, &QComboBox::currentIndexChanged, this, &LimitRows::takeEdit);
        m_rows.append(row);
    }
    form.addRow(QString(), withCalendarHint(m_isAligned, parent));
    takeEdit();
}

void LimitRows::show(const QList<LimitView> &limits, bool isNew)
{
    m_shown = limits;
    bool isAligned = isNew;
    for (const LimitRow &row : std::as_const(m_rows)) {
        if (const LimitView *limit = firstOf(limits, row.unit)) {
            showLimit(row, *limit);
            isAligned = isAligned || limit->isCalendarAligned;
        }
    }
    m_isAligned->setChecked(isAligned);
    takeEdit();
}

void LimitRows::takeEdit()
{
    bool needsCalendar = false;
    for (const LimitRow &row : std::as_const(m_rows)) {
        const bool isSet = row.amount->value() > 0;
        row.window->setEnabled(isSet);
        needsCalendar = needsCalendar || (isSet && followsCalendar(row));
    }
    m_isAligned->setEnabled(needsCalendar);
}

QList<QWidget *> LimitRows::fields() const
{
    QList<QWidget *> fields;
    for (const LimitRow &row : m_rows)
        fields << row.amount << row.window;
    return fields << m_isAligned;
}

QList<LimitView> LimitRows::limits() const
{
    QList<LimitView> limits;
    for (const LimitRow &row : m_rows) {
        if (const auto limit = limitIn(row, firstOf(m_shown, row.unit), m_isAligned->isChecked()))
            limits.append(*limit);
        bool isFirst = true;
        for (const LimitView &limit : m_shown) {
            if (limit.unit == row.unit && !std::exchange(isFirst, false))
                limits.append(limit);
        }
    }
    return limits;
}

} // namespace ui::dialogs
