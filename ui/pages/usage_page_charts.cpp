// The charts of the Usage page: how they are made, and what they show.
#include "ui/look/theme.h"
#include "ui/models/usage_forecast.h"
#include "ui/pages/usage_page.h"
#include "ui/widgets/chart_panel.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/usage_bars.h"
#include "ui/widgets/usage_calendar.h"
#include "ui/widgets/usage_lines.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

#include <algorithm>

namespace ui::pages {

using gateway::api::LatencyFigures;
using gateway::api::UsageReport;
using models::LatencyKind;
using models::UsageMeasure;
using models::UsageRange;
using models::UsageStep;

namespace {

const QString drawingSetting = QStringLiteral("usage/drawing");
const QString latencySetting = QStringLiteral("usage/latency");
constexpr int calendarWeeks = 18;
constexpr int leastWidthOfTwo = 1000;   // of the page, for two charts beside each other
constexpr int marginsOfTable = 32 + 20; // of its half, and of the title beside a name

// With every column title readable.
int leastWidth(const QTableView &table)
{
    const QHeaderView &header = *table.horizontalHeader();
    int width = marginsOfTable;
    for (int column = 0; column < header.count(); ++column) {
        const bool isNumber = header.sectionResizeMode(column) == QHeaderView::ResizeToContents;
        width += std::max(header.sectionSizeHint(column), isNumber ? header.sectionSize(column) : 0);
    }
    return width;
}

const LatencyFigures &figuresOf(const gateway::api::UsageLatency &latency, LatencyKind kind)
{
    return kind == LatencyKind::FirstToken ? latency.firstToken : latency.whole;
}

QDate firstOfCalendar(const QDate &last)
{
    return last.addDays(1 - last.dayOfWeek()).addDays(-7 * (calendarWeeks - 1));
}

} // namespace

widgets::ChartPanel *UsagePage::makePanel(const char *name, const QString &title, QWidget *parent)
{
    auto *panel = new widgets::ChartPanel(m_theme, QLatin1String(name), parent);
    panel->setTitle(title);
    connect(panel, &widgets::ChartPanel::saved, this, [this](const QString &problem) {
        m_problem = problem;
        emit statusTextChanged();
    });
    return panel;
}

QWidget *UsagePage::buildCharts()
{
    auto *charts = new QWidget(this);
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight, charts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_main = makePanel("usage", tr("Spend by provider"), charts);
    m_bars = new widgets::UsageBars(m_theme);
    m_bars->setObjectName(QStringLiteral("usageBars"));
    m_lines = new widgets::UsageLines(m_theme);
    m_lines->setObjectName(QStringLiteral("usageLines"));
    m_main->addDrawing(m_bars, tr("Stacked bars"));
    m_main->addDrawing(m_lines, tr("Lines"));
    m_calendarPanel = makePanel("usageCalendar", tr("Every day"), charts);
    m_calendar = new widgets::UsageCalendar(m_theme);
    m_calendar->setObjectName(QStringLiteral("usageCalendarDays"));
    m_calendarPanel->addDrawing(m_calendar, {});
    m_calendarPanel->setNote(tr("last %n weeks", nullptr, calendarWeeks));
    row->addWidget(m_main, 68);
    row->addWidget(m_calendarPanel, 32);
    m_rows.append(row);
    return charts;
}

QWidget *UsagePage::buildLatency()
{
    auto *charts = new QWidget(this);
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight, charts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_latency = makePanel("usageLatency", tr("Time to answer"), charts);
    m_latencyLines = new widgets::UsageLines(m_theme);
    m_latencyLines->setObjectName(QStringLiteral("usageLatencyLines"));
    m_latency->addDrawing(m_latencyLines, {});
    auto *choices = new QHBoxLayout;
    choices->setSpacing(4);
    m_latencyKind = new QButtonGroup(this);
    addChoices(*choices, *m_latencyKind, {tr("First token"), tr("Whole answer")}, "usageLatencyKind");
    m_latency->head()->addLayout(choices);
    auto *table = new QWidget(charts);
    auto *column = new QVBoxLayout(table);
    column->setContentsMargins(16, 12, 16, 10);
    column->setSpacing(6);
    m_providerLatency = new QTableWidget(table);
    m_providerLatency->setObjectName(QStringLiteral("usageProviderLatency"));
    m_providerLatency->setAccessibleName(tr("Time to answer by provider"));
    m_providerLatency->setEditTriggers(QAbstractItemView::NoEditTriggers);
    widgets::prepareTable(*m_providerLatency);
    m_providerLatency->setItemDelegate(new widgets::RowDelegate(m_theme, {}, -1, m_providerLatency));
    m_providerLatency->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(widgets::heading(tr("Time to answer by provider"), table));
    column->addWidget(m_providerLatency);
    column->addStretch(1);
    row->addWidget(m_latency, 50);
    row->addWidget(table, 50);
    m_rows.append(row);
    return charts;
}

QWidget *UsagePage::buildKinds()
{
    auto *charts = new QWidget(this);
    auto *row = new QBoxLayout(QBoxLayout::LeftToRight, charts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_tokenKinds = makePanel("usageTokenKinds", tr("Tokens by kind"), charts);
    m_tokenBars = new widgets::UsageBars(m_theme);
    m_tokenBars->setObjectName(QStringLiteral("usageTokenBars"));
    m_tokenKinds->addDrawing(m_tokenBars, {});
    m_errors = makePanel("usageErrors", tr("Failed requests by provider"), charts);
    m_errorBars = new widgets::UsageBars(m_theme);
    m_errorBars->setObjectName(QStringLiteral("usageErrorBars"));
    m_errors->addDrawing(m_errorBars, {});
    row->addWidget(m_tokenKinds, 1);
    row->addWidget(m_errors, 1);
    m_rows.append(row);
    return charts;
}

void UsagePage::connectCharts()
{
    m_main->setDrawing(m_settings.value(drawingSetting).toInt());
    connect(m_main, &widgets::ChartPanel::drawingChosen, this, [this](int drawing) {
        m_settings.keep(drawingSetting, QByteArray::number(drawing));
        showCharts();
    });
    m_latencyKind->button(m_settings.value(latencySetting).toInt() == 1 ? 1 : 0)->setChecked(true);
    connect(m_latencyKind, &QButtonGroup::idClicked, this, [this](int kind) {
        m_settings.keep(latencySetting, QByteArray::number(kind));
        showCharts();
    });
    const std::initializer_list<widgets::ReadableChart *> overTime{m_bars, m_lines, m_latencyLines, m_tokenBars,
                                                                   m_errorBars};
    for (widgets::ReadableChart *chart : overTime)
        connect(chart, &widgets::ReadableChart::itemActivated, this, &UsagePage::narrowTo);
    connect(m_calendar, &widgets::ReadableChart::itemActivated, this, [this](int item) {
        showRange({UsageRange::Kind::Day, m_calendar->dayOf(item)});
    });
    auto *rows = m_errors->menu()->addAction(tr("Show these requests"));
    rows->setObjectName(QStringLiteral("usageErrorsRows"));
    connect(rows, &QAction::triggered, this, [this] { emit requestsWanted(QStringLiteral("state:error,cancelled")); });
}

// From months to the days of one, from days to the hours of one.
void UsagePage::narrowTo(int step)
{
    const auto steps = m_range.steps(QLocale(), m_report.firstHour, today());
    if (step < 0 || step >= steps.size())
        return;
    const QDate day = steps[step].start.date();
    const qint64 days = day.daysTo(steps[step].end.addSecs(-1).date()) + 1;
    if (days > 1)
        showRange({UsageRange::Kind::Month, day});
    else if (m_range.kind() != UsageRange::Kind::Day)
        showRange({UsageRange::Kind::Day, day});
}

void UsagePage::setTablesShown(bool isShown)
{
    for (widgets::ChartPanel *panel : {m_main, m_calendarPanel, m_latency, m_tokenKinds, m_errors})
        panel->setTableShown(isShown);
}

void UsagePage::arrange()
{
    const int ofTables = leastWidth(*m_askedTable) + leastWidth(*m_providerTable) + m_sameTotal->sizeHint().width();
    m_tablesRow->setDirection(width() < ofTables ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (QBoxLayout *row : std::as_const(m_rows))
        row->setDirection(width() < leastWidthOfTwo ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

// Its weeks end today, or with the span where that lies further back; a span inside moves nothing.
bool UsagePage::moveCalendar()
{
    const QDate last = std::min(m_range.dayAfter(today()).addDays(-1), today());
    if (m_calendarEnd.isValid() && last <= m_calendarEnd && last >= firstOfCalendar(m_calendarEnd))
        return false;
    m_calendarEnd = last >= firstOfCalendar(today()) ? today() : last;
    return true;
}

void UsagePage::askCalendar()
{
    moveCalendar();
    gateway::api::UsageQuery query;
    query.from = firstOfCalendar(m_calendarEnd).startOfDay().toUTC();
    query.until = m_calendarEnd.addDays(1).startOfDay().toUTC();
    const QPointer<UsagePage> guard(this);
    const QDate asked = m_calendarEnd;
    m_gateway.queryUsage(query, [guard, asked](const gateway::Result<UsageReport> &report) {
        if (!guard || !report || asked != guard->m_calendarEnd)
            return;
        guard->m_calendarHours = report->hours;
        guard->showCalendar();
    });
}

void UsagePage::showCalendar()
{
    if (!m_calendarEnd.isValid())
        return;
    const QDate first = firstOfCalendar(m_calendarEnd);
    const int count = static_cast<int>(first.daysTo(m_calendarEnd)) + 1;
    const QList<qint64> sums = models::daySums(m_calendarHours, first, count, m_measure);
    m_calendar->setDays(first, sums, m_measure);
    const QDate markedFirst = m_range.firstDay(m_report.firstHour);
    const QDate markedLast = m_range.dayAfter(today()).addDays(-1);
    const bool isAll = markedFirst <= first && markedLast >= m_calendarEnd; // a frame around each says nothing
    m_calendar->setMarked(isAll ? QDate() : markedFirst, isAll ? QDate() : markedLast);
    m_calendarPanel->setFigures(models::figuresOfDays(first, sums, m_measure, m_format));
    m_calendarPanel->setNote(m_calendarEnd == today()
                                 ? tr("last %n weeks", nullptr, calendarWeeks)
                                 : tr("until %1").arg(QLocale().toString(m_calendarEnd, QLocale::ShortFormat)));
}

void UsagePage::showCharts()
{
    const auto steps = m_range.steps(QLocale(), m_report.firstHour, today());
    showMain(steps);
    showCalendar();
    showLatency(steps);
    showProviderLatency();
    showKinds(steps);
}

void UsagePage::showMain(const QList<UsageStep> &steps)
{
    const auto chart = models::makeChart(m_report, steps, m_measure);
    m_main->setTitle(m_measure == UsageMeasure::Cost     ? tr("Spend by provider")
                     : m_measure == UsageMeasure::Tokens ? tr("Tokens by provider")
                                                         : tr("Requests by provider"));
    m_main->setSeries(chart.series, m_main->currentDrawing() == m_lines);
    m_bars->setChart(chart);
    m_lines->setChart(chart);
    m_main->setFigures(models::figuresOf(chart, m_format));
    showForecast();
}

// At the end of the current month, if the days to come are like those before.
void UsagePage::showForecast()
{
    std::optional<gateway::Money> forecast;
    if (m_range.kind() == UsageRange::Kind::Month && m_measure == UsageMeasure::Cost) {
        forecast = models::forecastForMonth(m_report.total.cost, m_range.day(), m_report.firstHour,
                                            QDateTime(today(), QTime::currentTime()));
    }
    if (!forecast || forecast->nanoDollars <= 0) {
        m_main->setNote({});
        m_bars->setForecast(0);
        return;
    }
    const QDate last = m_range.end(today()).date().addDays(-1);
    const qint64 left = today().daysTo(last); // whole days to come, of which each has a bar
    const gateway::Money toCome = *forecast - m_report.total.cost;
    m_bars->setForecast(left > 0 ? toCome.nanoDollars / (left + 1) : 0, today().day()); // the rest of today is one, too
    m_main->setNote(tr("at this pace about %1 by %2").arg(m_format.moneyTotal(*forecast), m_format.day(last, today())));
}

void UsagePage::showLatency(const QList<UsageStep> &steps)
{
    const auto kind = static_cast<LatencyKind>(m_latencyKind->checkedId());
    const auto chart = models::makeLatencyChart(m_report, steps, kind);
    m_latency->setTitle(kind == LatencyKind::FirstToken ? tr("Time to the first token")
                                                        : tr("Time to the whole answer"));
    m_latency->setSeries(chart.series, true);
    m_latencyLines->setChart(chart);
    m_latency->setFigures(models::figuresOf(chart, m_format));
}

void UsagePage::showProviderLatency()
{
    const auto kind = static_cast<LatencyKind>(m_latencyKind->checkedId());
    QTableWidget &table = *m_providerLatency;
    table.clear();
    table.setColumnCount(5);
    table.setHorizontalHeaderLabels(
        {tr("Provider"), tr("Answers"), QStringLiteral("p50"), QStringLiteral("p95"), QStringLiteral("p99")});
    table.setRowCount(0);
    const auto add = [&](const QString &name, const LatencyFigures &figures) {
        const auto timeText = [&](std::chrono::microseconds value) {
            return figures.answers == 0              ? DisplayFormat::missing()
                   : kind == LatencyKind::FirstToken ? m_format.firstToken(value)
                                                     : m_format.duration(value);
        };
        const QStringList texts{name, m_format.count(figures.answers), timeText(figures.p50), timeText(figures.p95),
                                timeText(figures.p99)};
        const int row = table.rowCount();
        table.insertRow(row);
        for (int column = 0; column < texts.size(); ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            if (column > 0)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table.setItem(row, column, item);
        }
    };
    for (const auto &each : m_report.latencyByProvider)
        add(each.provider.isEmpty() ? tr("no provider") : each.provider, figuresOf(each.latency, kind));
    if (m_report.latencyByProvider.size() > 1)
        add(tr("All"), figuresOf(m_report.latency, kind));
    widgets::ChartPanel::fitColumns(table);
    fitTable(m_providerLatency);
}

void UsagePage::showKinds(const QList<UsageStep> &steps)
{
    const auto tokens = models::makeTokenChart(m_report, steps);
    m_tokenKinds->setSeries(tokens.series, false);
    m_tokenBars->setChart(tokens);
    m_tokenKinds->setFigures(models::figuresOf(tokens, m_format));
    const auto errors = models::makeErrorChart(m_report, steps);
    m_errors->setSeries(errors.series, false);
    m_errorBars->setChart(errors);
    m_errors->setFigures(models::figuresOf(errors, m_format));
}

// Tokens that were written to a cache may have cost more than they brought back; that is told, not hidden.
void UsagePage::showSavings()
{
    const auto &total = m_report.total;
    const bool isKnown = total.cachedAsFresh.nanoDollars != 0 || total.cacheRead + total.cacheWrite == 0;
    m_saved.value->setText(isKnown ? m_format.moneyTotal(total.savedByCache()) : DisplayFormat::missing());
    m_saved.value->setToolTip(isKnown ? m_format.exactMoney(total.savedByCache()) : QString());
    m_saved.below->setToolTip(isKnown ? tr("What tokens from the cache cost, and would have cost as fresh input")
                                      : QString());
    m_saved.below->setText(
        total.cacheRead + total.cacheWrite == 0 ? tr("no token came from a cache")
        : !isKnown                              ? tr("without a price of fresh input")
                                                : tr("%1 instead of %2")
                         .arg(m_format.moneyTotal(total.cachedCost), m_format.moneyTotal(total.cachedAsFresh)));
}

} // namespace ui::pages
