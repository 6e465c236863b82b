#include "ui/pages/usage_page.h"

#include "ui/look/theme.h"
#include "ui/models/error_words.h"
#include "ui/models/usage_forecast.h"
#include "ui/models/usage_table_model.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/series_legend.h"
#include "ui/widgets/usage_bars.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>
#include <QStackedWidget>
#include <QSvgGenerator>
#include <QTableView>
#include <QTableWidget>

#include <algorithm>
#include <utility>

namespace ui::pages {

using gateway::api::GatewayFacade;
using gateway::api::UsageGroup;
using gateway::api::UsageReport;
using models::UsageMeasure;
using models::UsageRange;

namespace {

constexpr std::chrono::seconds refreshInterval{5};
const QString kindSetting = QStringLiteral("usage/kind");
const QString measureSetting = QStringLiteral("usage/measure");

QString chosenByDialog(QWidget *parent, const QString &suggestedName)
{
    return QFileDialog::getSaveFileName(parent, UsagePage::tr("Save usage"), suggestedName,
                                        UsagePage::tr("Comma-separated values (*.csv)") + QStringLiteral(";;")
                                            + UsagePage::tr("Picture of the bars (*.png *.svg)"));
}

} // namespace

void UsagePage::connectParts()
{
    m_chooseFile = chosenByDialog;
    m_kinds
        ->button(std::clamp(m_settings.value(kindSetting).isEmpty() ? 2 : m_settings.value(kindSetting).toInt(), 0, 4))
        ->setChecked(true);
    m_measures->button(std::clamp(m_settings.value(measureSetting).toInt(), 0, 2))->setChecked(true);
    m_range = UsageRange(static_cast<UsageRange::Kind>(m_kinds->checkedId()), today());
    m_measure = static_cast<UsageMeasure>(m_measures->checkedId());
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int kind) {
        m_settings.keep(kindSetting, QByteArray::number(kind));
        showRange(UsageRange(static_cast<UsageRange::Kind>(kind), std::min(m_range.day(), today())));
    });
    connect(m_measures, &QButtonGroup::idClicked, this, [this](int measure) {
        m_settings.keep(measureSetting, QByteArray::number(measure));
        m_measure = static_cast<UsageMeasure>(measure);
        showChart();
    });
    connect(m_before, &QPushButton::clicked, this, [this] { moveRange(-1); });
    connect(m_after, &QPushButton::clicked, this, [this] { moveRange(1); });
    connect(m_asTable, &QPushButton::toggled, this,
            [this](bool isTable) { m_chartStack->setCurrentIndex(isTable ? 1 : 0); });
    connect(m_save, &QPushButton::clicked, this, &UsagePage::save);
    connect(m_moreChoice, &QButtonGroup::idClicked, this, &UsagePage::showMore);
    connect(m_providerTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const UsageGroup *group = m_byProvider->groupAt(index.row()); group && !group->name.isEmpty())
            emit requestsWanted(group->name);
    });
    // From a month or a year to the day or the month of a bar.
    connect(m_bars, &widgets::UsageBars::stepActivated, this, [this](int step) {
        const auto steps = m_range.steps(QLocale(), m_report.firstHour, today());
        const bool isOfMonths = m_range.kind() == UsageRange::Kind::Year || m_range.kind() == UsageRange::Kind::All;
        if (m_range.kind() != UsageRange::Kind::Day && step < steps.size())
            showRange({isOfMonths ? UsageRange::Kind::Month : UsageRange::Kind::Day, steps[step].start.date()});
    });
    m_refreshTimer.setInterval(refreshInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, &UsagePage::refresh);
    showRange(m_range);
}

void UsagePage::setToday(const QDate &today)
{
    m_today = today;
    showRange(UsageRange(m_range.kind(), today));
}

void UsagePage::showRange(const UsageRange &range)
{
    m_range = range;
    m_kinds->button(static_cast<int>(range.kind()))->setChecked(true);
    m_span->setText(tr("%1, local time").arg(range.title(QLocale(), m_report.firstHour, today())));
    const bool moves = range.kind() != UsageRange::Kind::All;
    m_before->setEnabled(moves);
    m_after->setEnabled(moves && range.end(today()) <= today().startOfDay());
    if (isVisible() || m_hasReport)
        refresh();
}

void UsagePage::moveRange(int by)
{
    if (by > 0 ? m_after->isEnabled() : m_before->isEnabled())
        showRange(m_range.moved(by));
}

void UsagePage::pageShown()
{
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
    m_span->setText(tr("%1, local time").arg(m_range.title(QLocale(), report.firstHour, today())));
    m_byAsked->setGroups(report.byConfiguredModel);
    m_byProvider->setGroups(report.byProvider);
    fitTable(m_askedTable);
    fitTable(m_providerTable);
    showTotals();
    showFigures();
    showChart();
    showMore();
    emit statusTextChanged();
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
    m_failed.value->setText(share(total.errors, total.requests));
    m_failed.below->setText(tr("%1 requests").arg(m_format.count(total.errors)));
    m_unpriced.value->setText(m_format.count(total.unpriced));
    m_unpriced.below->setText(total.unpriced > 0 ? tr("tries, not in any sum") : tr("nothing is missing"));
    widgets::setTone(*m_unpriced.below, total.unpriced > 0 ? "warning" : "secondary");
}

void UsagePage::showChart()
{
    const auto chart = models::makeChart(m_report, m_range.steps(QLocale(), m_report.firstHour, today()), m_measure);
    m_chartTitle->setText(m_measure == UsageMeasure::Cost     ? tr("Spend by provider")
                          : m_measure == UsageMeasure::Tokens ? tr("Tokens by provider")
                                                              : tr("Requests by provider"));
    showForecast();
    m_legend->setNames(chart.series);
    m_bars->setChart(chart);
    m_bars->setAccessibleName(m_chartTitle->text());
    const int columns = static_cast<int>(chart.series.size()) + 2;
    m_barTable->clear();
    m_barTable->setColumnCount(columns);
    m_barTable->setRowCount(static_cast<int>(chart.steps.size()));
    m_barTable->setHorizontalHeaderLabels(QStringList{tr("Time")} + chart.series + QStringList{tr("Total")});
    for (int step = 0; step < chart.steps.size(); ++step) {
        m_barTable->setItem(step, 0, new QTableWidgetItem(chart.steps[step].name));
        for (int column = 1; column < columns; ++column) {
            const qint64 value = column == columns - 1 ? chart.sumOf(step) : chart.values[step][column - 1];
            auto *item = new QTableWidgetItem(models::measuredText(value, m_measure, m_format));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_barTable->setItem(step, column, item);
        }
    }
    m_barTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_barTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
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

// At the end of the current month, if the days to come are like those before.
void UsagePage::showForecast()
{
    std::optional<gateway::Money> forecast;
    if (m_range.kind() == UsageRange::Kind::Month && m_measure == UsageMeasure::Cost) {
        forecast = models::forecastForMonth(m_report.total.cost, m_range.day(), m_report.firstHour,
                                            QDateTime(today(), QTime::currentTime()));
    }
    m_forecast->setVisible(forecast && forecast->nanoDollars > 0);
    if (!forecast)
        return;
    const QDate last = m_range.end(today()).date().addDays(-1);
    m_forecast->setText(
        tr("at this pace about %1 by %2").arg(m_format.moneyTotal(*forecast), m_format.day(last, today())));
}

QString UsagePage::savePicture(const QString &name) const
{
    if (name.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) {
        QPixmap picture(m_bars->size() * 2); // sharp also in print
        picture.setDevicePixelRatio(2);
        picture.fill(m_theme.color(look::ColorRole::Base));
        m_bars->render(&picture, {}, {}, QWidget::DrawChildren);
        return picture.save(name) ? QString() : tr("The picture could not be saved as %1").arg(name);
    }
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return tr("The file could not be saved: %1").arg(file.errorString());
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(m_bars->size());
    generator.setViewBox(m_bars->rect());
    generator.setTitle(m_chartTitle->text());
    QPainter painter(&generator);
    painter.fillRect(m_bars->rect(), m_theme.color(look::ColorRole::Base));
    m_bars->render(&painter, {}, {}, QWidget::DrawChildren);
    painter.end();
    return file.commit() ? QString() : tr("The file could not be saved: %1").arg(file.errorString());
}

void UsagePage::save()
{
    const QString name = m_chooseFile(this, QStringLiteral("usage-%1.csv").arg(m_range.day().toString(Qt::ISODate)));
    if (name.isEmpty())
        return;
    if (name.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)
        || name.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        m_problem = savePicture(name);
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
    return m_bars;
}

QList<QWidget *> UsagePage::panes()
{
    return {m_bars, m_askedTable, m_providerTable, m_moreTable};
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
