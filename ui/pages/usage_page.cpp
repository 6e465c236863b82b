#include "ui/pages/usage_page.h"

#include "ui/dialogs/date_range_dialog.h"
#include "ui/models/error_words.h"
#include "ui/models/filter_language.h"
#include "ui/models/usage_table_model.h"
#include "ui/widgets/chart_panel.h"
#include "ui/widgets/eliding_label.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/usage_bars.h"
#include "ui/widgets/usage_calendar.h"
#include "ui/widgets/usage_lines.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace ui::pages {

using gateway::FilterField;
using gateway::api::UsageGroup;
using gateway::api::UsageReport;
using models::UsageMeasure;
using models::UsageRange;

namespace {

constexpr std::chrono::seconds refreshInterval{5};
constexpr int refreshesOfCalendar = 12;
const QString kindSetting = QStringLiteral("usage/kind");
const QString measureSetting = QStringLiteral("usage/measure");

QString chosenByDialog(QWidget *parent, const QString &suggestedName)
{
    return QFileDialog::getSaveFileName(parent, UsagePage::tr("Save usage"), suggestedName,
                                        UsagePage::tr("Comma-separated values (*.csv)") + QStringLiteral(";;")
                                            + UsagePage::tr("Picture of the bars (*.png *.svg)"));
}

std::optional<std::pair<QDate, QDate>> daysByDialog(QWidget *parent, QDate first, QDate last)
{
    dialogs::DateRangeDialog dialog(first, last, std::max(last, QDate::currentDate()), parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return std::pair(dialog.first(), dialog.last());
}

} // namespace

void UsagePage::connectParts()
{
    m_chooseFile = chosenByDialog;
    m_chooseDays = daysByDialog;
    m_kinds
        ->button(std::clamp(m_settings.value(kindSetting).isEmpty() ? 2 : m_settings.value(kindSetting).toInt(), 0, 4))
        ->setChecked(true);
    m_measures->button(std::clamp(m_settings.value(measureSetting).toInt(), 0, 2))->setChecked(true);
    m_range = UsageRange(static_cast<UsageRange::Kind>(m_kinds->checkedId()), today());
    m_measure = static_cast<UsageMeasure>(m_measures->checkedId());
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int kind) {
        if (kind == static_cast<int>(UsageRange::Kind::Days)) {
            chooseDays();
            return;
        }
        m_settings.keep(kindSetting, QByteArray::number(kind));
        showRange(UsageRange(static_cast<UsageRange::Kind>(kind), std::min(m_range.day(), today())));
    });
    connect(m_measures, &QButtonGroup::idClicked, this, [this](int measure) {
        m_settings.keep(measureSetting, QByteArray::number(measure));
        m_measure = static_cast<UsageMeasure>(measure);
        showCharts();
    });
    connect(m_before, &QPushButton::clicked, this, [this] { moveRange(-1); });
    connect(m_after, &QPushButton::clicked, this, [this] { moveRange(1); });
    connect(m_asTable, &QPushButton::toggled, this, &UsagePage::setTablesShown);
    connect(m_save, &QPushButton::clicked, this, &UsagePage::save);
    connectCharts();
    connectTables();
    m_refreshTimer.setInterval(refreshInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        if (++m_refreshes % refreshesOfCalendar == 0)
            askCalendar();
        refresh();
    });
    showRange(m_range);
}

void UsagePage::connectTables()
{
    connect(m_moreChoice, &QButtonGroup::idClicked, this, &UsagePage::showMore);
    const auto open = [this](const UsageGroup *group, FilterField field) {
        if (group && !group->name.isEmpty())
            emit requestsWanted(models::filterTermText(field, group->name));
    };
    connect(m_providerTable, &QTableView::activated, this, [this, open](const QModelIndex &index) {
        open(m_byProvider->groupAt(index.row()), FilterField::Provider);
    });
    connect(m_askedTable, &QTableView::activated, this,
            [this, open](const QModelIndex &index) { open(m_byAsked->groupAt(index.row()), FilterField::AskedModel); });
    connect(m_moreTable, &QTableView::activated, this, [this, open](const QModelIndex &index) {
        constexpr FilterField fields[] = {FilterField::Model, FilterField::Key, FilterField::VirtualKey,
                                          FilterField::Client};
        open(m_more->groupAt(index.row()), fields[m_moreChoice->checkedId()]);
    });
}

// The button shows what is chosen, so it goes back where the person changed their mind.
void UsagePage::chooseDays()
{
    const QDate last = std::min(m_range.dayAfter(today()).addDays(-1), today());
    const auto chosen = m_chooseDays(this, std::min(m_range.firstDay(m_report.firstHour), last), last);
    showRange(chosen ? UsageRange::between(chosen->first, chosen->second) : m_range);
}

void UsagePage::setToday(const QDate &today)
{
    m_today = today;
    m_calendarEnd = {};
    showRange(UsageRange(m_range.kind(), today));
}

void UsagePage::showRange(const UsageRange &range)
{
    m_range = range;
    m_kinds->button(static_cast<int>(range.kind()))->setChecked(true);
    showSpan();
    const bool moves = range.kind() != UsageRange::Kind::All;
    m_before->setEnabled(moves);
    m_after->setEnabled(moves && range.end(today()) <= today().startOfDay());
    if (!isVisible() && !m_hasReport)
        return;
    if (moveCalendar())
        askCalendar();
    refresh();
}

void UsagePage::showSpan()
{
    const QString title = m_range.title(QLocale(), m_report.firstHour, today());
    m_span->setText(tr("%1, local time").arg(title));
    m_span->setShorterText(title);
}

void UsagePage::moveRange(int by)
{
    if (by > 0 ? m_after->isEnabled() : m_before->isEnabled())
        showRange(m_range.moved(by));
}

void UsagePage::pageShown()
{
    askCalendar();
    refresh();
    m_refreshTimer.start();
}

void UsagePage::pageHidden()
{
    m_refreshTimer.stop();
}

void UsagePage::refresh()
{
    if (m_isAsking) {
        m_mustAskAgain = true;
        return;
    }
    m_isAsking = true;
    gateway::api::UsageQuery query;
    if (m_range.kind() != UsageRange::Kind::All) {
        query.from = m_range.start({}).toUTC();
        query.until = m_range.end(today()).toUTC();
    }
    m_askedFirstHour = m_report.firstHour;
    const auto steps = m_range.steps(QLocale(), m_askedFirstHour, today());
    for (const models::UsageStep &step : steps)
        query.latencyBorders.append(step.start.toUTC());
    if (!steps.isEmpty())
        query.latencyBorders.append(steps.last().end.toUTC());
    const QPointer<UsagePage> guard(this);
    m_gateway.queryUsage(query, [guard](const gateway::Result<UsageReport> &report) {
        if (!guard)
            return;
        guard->m_isAsking = false;
        if (std::exchange(guard->m_mustAskAgain, false)) { // for another span
            guard->refresh();
            return;
        }
        guard->m_problem = report ? QString() : models::failureText(report.error());
        guard->takeReport(report ? *report : guard->m_report);
    });
}

void UsagePage::takeReport(const UsageReport &report)
{
    m_report = report;
    m_hasReport = true;
    const bool isEmpty = report.total.requests == 0 && report.total.attempts == 0;
    m_emptyText->setText(!m_problem.isEmpty()         ? m_problem
                         : report.firstHour.isValid() ? tr("Nothing was used in this span.")
                                                      : tr("Spend appears after the first request. Totals stay for "
                                                           "ever, also after requests are deleted."));
    m_stack->setCurrentIndex(isEmpty || !m_problem.isEmpty() ? 1 : 0);
    m_save->setEnabled(!isEmpty);
    showSpan();
    m_byAsked->setGroups(report.byConfiguredModel);
    m_byProvider->setGroups(report.byProvider);
    fitTable(m_askedTable);
    fitTable(m_providerTable);
    showTotals();
    arrange();
    showFigures();
    showCharts();
    showMore();
    emit statusTextChanged();
    // The steps of everything begin with the first hour, which only an answer tells.
    if (m_range.kind() == UsageRange::Kind::All && m_problem.isEmpty() && m_report.firstHour != m_askedFirstHour)
        refresh();
}

void UsagePage::showTotals()
{
    const auto difference = m_byAsked->total().cost - m_byProvider->total().cost;
    const bool isSame = m_byAsked->total() == m_byProvider->total();
    m_sameTotal->setText(isSame ? tr("✓ same total")
                                : tr("Totals differ by %1, report this").arg(m_format.exactMoney(difference)));
    widgets::setTone(*m_sameTotal, isSame ? "ok" : "error");
}

void UsagePage::showFigures()
{
    const auto &total = m_report.total;
    const auto share = [this](qint64 part, qint64 whole) {
        return whole == 0 ? m_format.percent(0)
                          : m_format.percent(static_cast<double>(part) / static_cast<double>(whole));
    };
    m_spend.value->setText(m_format.moneyTotal(total.cost));
    m_spend.value->setToolTip(m_format.exactMoney(total.cost));
    m_spend.below->setText(total.partial > 0
                               ? tr("%n answers were cut: at least", nullptr, static_cast<int>(total.partial))
                           : total.unpriced > 0 ? tr("without what has no price")
                                                : tr("everything has a price"));
    m_requests.value->setText(m_format.count(total.requests));
    m_requests.below->setText(tr("%1 tries").arg(m_format.count(total.attempts)));
    m_tokens.value->setText(m_format.count(total.tokens()));
    m_tokens.below->setText(tr("%1 of the input read from cache").arg(share(total.cacheRead, total.input())));
    showSavings();
    m_failed.value->setText(share(total.errors, total.requests));
    m_failed.below->setText(tr("%1 requests").arg(m_format.count(total.errors)));
    m_unpriced.value->setText(m_format.count(total.unpriced));
    m_unpriced.below->setText(total.unpriced > 0 ? tr("tries, not in any sum") : tr("nothing is missing"));
    widgets::setTone(*m_unpriced.below, total.unpriced > 0 ? "warning" : "secondary");
}

void UsagePage::showMore()
{
    const int choice = m_moreChoice->checkedId();
    const QStringList titles{tr("Model"), tr("Key"), tr("Virtual key"), tr("Client")};
    const QList<UsageGroup> *lists[] = {&m_report.byModel, &m_report.byKey, &m_report.byVirtualKey, &m_report.byClient};
    m_more->setNameTitle(titles[choice]);
    m_more->setGroups(*lists[choice]);
    m_moreTable->setAccessibleName(m_moreChoice->button(choice)->text());
    fitTable(m_moreTable);
}

void UsagePage::save()
{
    const QString name = m_chooseFile(this, QStringLiteral("usage-%1.csv").arg(m_range.day().toString(Qt::ISODate)));
    if (name.isEmpty())
        return;
    if (name.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)
        || name.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        m_problem = m_main->saveAs(name);
        emit statusTextChanged();
        return;
    }
    QSaveFile file(name);
    const QByteArray csv = models::usageCsv(m_report);
    const bool isSaved = file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit();
    m_problem = isSaved ? QString() : tr("The file could not be saved: %1").arg(file.errorString());
    emit statusTextChanged();
}

QString UsagePage::statusText() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    const QString spend = m_format.moneyTotal(m_report.total.cost);
    return m_report.total.unpriced == 0
               ? spend
               : tr("%1, without %n tries of unknown cost", nullptr, static_cast<int>(m_report.total.unpriced))
                     .arg(spend);
}

QWidget *UsagePage::firstPane()
{
    return m_main->currentDrawing();
}

QList<QWidget *> UsagePage::panes()
{
    return {m_main->currentDrawing(), m_calendar,  m_askedTable, m_providerTable,
            m_latencyLines,           m_tokenBars, m_errorBars,  m_moreTable};
}

void UsagePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_BracketLeft)
        moveRange(-1);
    else if (event->key() == Qt::Key_BracketRight)
        moveRange(1);
    else if (event->key() == Qt::Key_T)
        m_asTable->toggle();
    else
        Page::keyPressEvent(event);
}

} // namespace ui::pages
