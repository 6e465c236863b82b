// The fields of limits in forms: how much, in which time.
#pragma once

#include "gateway/api/governance_views.h"

#include <QList>
#include <QObject>

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QWidget;

namespace ui::dialogs {

// An amount that may be left empty, and the window that it counts in. Children of the form's widget.
struct LimitRow {
    gateway::api::LimitUnit unit = gateway::api::LimitUnit::Requests;
    QDoubleSpinBox *amount = nullptr;
    QComboBox *window = nullptr;
};

// Named `prefix`_budget, _requests or _tokens, and the same with _window. `unsetText` stands at 0.
LimitRow makeLimitRow(gateway::api::LimitUnit unit, const char *prefix, const QString &unsetText, QWidget *parent);
QString limitTitle(gateway::api::LimitUnit unit); // "Budget"
QWidget *boxOf(const LimitRow &row, QWidget *parent);
void showLimit(const LimitRow &row, const gateway::api::LimitView &limit);
// What the row says; what it does not show stays as in `previous`. Nothing when it is unset.
std::optional<gateway::api::LimitView> limitIn(const LimitRow &row, const gateway::api::LimitView *previous,
                                               bool countsByTheCalendar);
bool followsCalendar(const LimitRow &row); // a window that calendars know: a minute or an hour is none
QCheckBox *calendarBox(const char *prefix, QWidget *parent);
QWidget *withCalendarHint(QCheckBox *box, QWidget *parent);

// A budget, a limit of requests and one of tokens, and whether they count by the calendar. Several limits of one unit come
// from files and calls; the first is shown, the others stay.
class LimitRows : public QObject {
    Q_OBJECT
public:
    // Adds its rows to `form`; lives as long as `parent`.
    LimitRows(QFormLayout &form, const char *prefix, QWidget *parent);

    void show(const QList<gateway::api::LimitView> &limits, bool isNew); // a new one counts by the calendar
    QList<gateway::api::LimitView> limits() const;
    QList<QWidget *> fields() const; // in the order of Tab

private:
    void takeEdit();

    QList<LimitRow> m_rows;
    QCheckBox *m_isAligned;
    QList<gateway::api::LimitView> m_shown;
};

} // namespace ui::dialogs
