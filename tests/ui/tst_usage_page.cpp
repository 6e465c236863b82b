#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTranslator>

#include "tests/support/usage_samples.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/usage_chart.h"
#include "ui/models/usage_range.h"
#include "ui/models/usage_forecast.h"
#include "ui/models/usage_table_model.h"
#include "ui/pages/usage_page.h"
#include "ui/widgets/chart_panel.h"
#include "ui/widgets/eliding_label.h"
#include "ui/widgets/usage_bars.h"
#include "ui/widgets/usage_calendar.h"
#include "ui/widgets/usage_lines.h"

using gateway::Money;
using gateway::api::UsageReport;
using ui::models::UsageMeasure;
using ui::models::UsageRange;
using ui::models::UsageTableModel;
using ui::pages::UsagePage;
using ui::widgets::UsageBars;

namespace {

const QDate today(2026, 11, 21);
const QString clientTerm = QStringLiteral("client=\u0022Claude Code\u0022");
const QByteArray formulaInQuotes = "\"'=1+1\"";

struct Fixture : WindowFixture {
    std::unique_ptr<UsagePage> page()
    {
        auto made = std::make_unique<UsagePage>(gateway, theme, ui::pages::ViewSettings{});
        made->resize(1200, 1000);
        made->show();
        made->setToday(today);
        made->pageShown();
        return made;
    }
};

template <typename Widget>
Widget *part(UsagePage &page, const char *name)
{
    auto *found = page.findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

QString cell(QTableView *table, int row, int column)
{
    return table->model()->index(row, column).data().toString();
}

} // namespace

// Says everything on the page in twice as many words, as a long language may.
class LongLanguage : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (qstrcmp(context, "ui::pages::UsagePage") != 0)
            return {};
        const QString text = QString::fromUtf8(source);
        return text.contains(QLatin1Char(' ')) ? text + QStringLiteral(" – ") + text : text;
    }
};

class UsagePageTest : public QObject {
    Q_OBJECT
private slots:
    void showsEqualTotalsOnBothSides()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        auto *asked = part<QTableView>(*page, "usageByAsked");
        auto *paid = part<QTableView>(*page, "usageByProvider");
        const int lastAsked = asked->model()->rowCount() - 1;
        const int lastPaid = paid->model()->rowCount() - 1;
        QCOMPARE(cell(asked, lastAsked, UsageTableModel::Name), QStringLiteral("Total"));
        for (const int column : {UsageTableModel::Requests, UsageTableModel::Tokens, UsageTableModel::Cost})
            QCOMPARE(cell(asked, lastAsked, column), cell(paid, lastPaid, column));
        QCOMPARE(part<QLabel>(*page, "usageSameTotal")->text(), QStringLiteral("✓ same total"));
    }

    void whatStandsBelowTheFiguresIsWholeInLongLanguages()
    {
        LongLanguage language;
        QCoreApplication::installTranslator(&language);
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        QCoreApplication::removeTranslator(&language);
        for (const int width : {1240, 1000}) {
            page->resize(width, 900);
            QCoreApplication::processEvents();
            for (const char *name : {"usageSpendBelow", "usageRequestsBelow", "usageTokensBelow", "usageSavedBelow",
                                     "usageFailedBelow", "usageUnpricedBelow"}) {
                const auto *below = part<QLabel>(*page, name);
                QVERIFY2(below->height() >= below->heightForWidth(below->width()), name);
            }
        }
    }

    void theSpanGivesUpItsLastWordsFirst()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        auto *span = part<ui::widgets::ElidingLabel>(*page, "usageSpan");
        page->resize(1800, 900);
        QCoreApplication::processEvents();
        QCOMPARE(span->shownText(), QStringLiteral("November 2026, local time"));
        const int needed = span->fontMetrics().horizontalAdvance(QStringLiteral("November 2026"));
        span->resize(needed + 4, span->height());
        QCOMPARE(span->shownText(), QStringLiteral("November 2026"));
    }

    void forecastGoesOnAtThePaceOfTheMonth()
    {
        using ui::models::forecastForMonth;
        const QDate month(2026, 11, 1);
        const QDateTime middle(QDate(2026, 11, 16), QTime(0, 0)); // half of thirty days
        QCOMPARE(forecastForMonth(Money{100}, month, {}, middle)->nanoDollars, 200);
        // Who began ten days ago spent a tenth a day.
        const QDateTime began(QDate(2026, 11, 6), QTime(0, 0));
        QCOMPARE(forecastForMonth(Money{100}, month, began, middle)->nanoDollars, 250);
        QVERIFY(!forecastForMonth(Money{100}, month, middle.addSecs(-3600), middle)); // too little to go by
        QVERIFY(!forecastForMonth(Money{100}, month.addMonths(-1), {}, middle));      // over already
    }

    void daysToComeAreDrawnAtThePaceOfTheMonth()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        fixture.gateway.usage.firstHour = QDate(2026, 11, 1).startOfDay().toUTC();
        const auto page = fixture.page();
        auto *bars = part<UsageBars>(*page, "usageBars");
        const QImage with = bars->grab().toImage();
        bars->setForecast(0);
        const QImage without = bars->grab().toImage();
        const auto differs = [&](int step) {
            const QRect column = bars->itemRect(step);
            return with.copy(column) != without.copy(column);
        };
        QVERIFY(!differs(20)); // the 21st is today
        QVERIFY(differs(21));
        QVERIFY(differs(29));
    }

    void barsAreSavedAsPictures()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        const QTemporaryDir folder;
        for (const QString &ending : {QStringLiteral("png"), QStringLiteral("svg")}) {
            const QString name = folder.filePath(QStringLiteral("bars.") + ending);
            page->setChooseFile([&name](QWidget *, const QString &) { return name; });
            part<QPushButton>(*page, "usageSave")->click();
            const QImage picture(name);
            QVERIFY2(!picture.isNull(), qPrintable(name));
            QSet<QRgb> colors;
            for (int x = 0; x < picture.width(); x += 3) {
                for (int y = 0; y < picture.height(); y += 3)
                    colors.insert(picture.pixel(x, y));
            }
            QVERIFY(colors.size() > 3); // bars and words, not only their ground
        }
    }

    void saysWhenTotalsDiffer()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        fixture.gateway.usage.byProvider.first().sums.cost += Money{400'000};
        const auto page = fixture.page();
        QVERIFY(part<QLabel>(*page, "usageSameTotal")->text().contains(QStringLiteral("$0.0004")));
    }

    void countsUnknownCostsBesideTheSum()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        QVERIFY(fixture.gateway.usage.total.unpriced > 0);
        QCOMPARE(part<QLabel>(*page, "usageUnpriced")->text(), QString::number(fixture.gateway.usage.total.unpriced));
        QVERIFY(part<QLabel>(*page, "usageSpendBelow")->text().contains(QStringLiteral("no price")));
        auto *paid = part<QTableView>(*page, "usageByProvider");
        QStringList costs;
        for (int row = 0; row < paid->model()->rowCount(); ++row)
            costs << cell(paid, row, UsageTableModel::Name) + QLatin1Char(' ') + cell(paid, row, UsageTableModel::Cost);
        QVERIFY(costs.contains(QStringLiteral("openrouter no price"))); // not $0
        QVERIFY(costs.contains(QStringLiteral("ollama $0")));           // which is true
    }

    void asksForTheSpanInLocalTime()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        page->showRange({UsageRange::Kind::Day, today});
        auto query = fixture.gateway.usageQueries.back();
        QCOMPARE(query.from, today.startOfDay().toUTC());
        QCOMPARE(query.until, today.addDays(1).startOfDay().toUTC());
        part<QPushButton>(*page, "usageBefore")->click();
        QCOMPARE(fixture.gateway.usageQueries.back().until, today.startOfDay().toUTC());
        QTest::keyClick(page.get(), Qt::Key_BracketRight);
        QCOMPARE(fixture.gateway.usageQueries.back().from, today.startOfDay().toUTC());
        QVERIFY(!part<QPushButton>(*page, "usageAfter")->isEnabled()); // nothing was used tomorrow
        part<QPushButton>(*page, "usageKind4")->click();               // everything
        QVERIFY(!fixture.gateway.usageQueries.back().from.isValid());
    }

    void everyBarHasItsFiguresInATable()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        auto *table = part<QTableWidget>(*page, "usageTable");
        QCOMPARE(table->rowCount(), 30); // days of November
        QVERIFY(!table->isVisible());
        QTest::keyClick(page.get(), Qt::Key_T);
        QVERIFY(table->isVisible());
        QCOMPARE(table->item(25, table->columnCount() - 1)->text(), QStringLiteral("$0"));
    }

    void barsAreReadWithTheKeyboard()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        auto *bars = part<ui::widgets::UsageBars>(*page, "usageBars");
        QTest::keyClick(bars, Qt::Key_Home);
        QCOMPARE(bars->currentItem(), 0);
        QTest::keyClick(bars, Qt::Key_Right);
        QCOMPARE(bars->currentItem(), 1);
        QVERIFY(bars->accessibleName().contains(QStringLiteral("anthropic")));
        QTest::keyClick(bars, Qt::Key_Return); // the day of the bar
        QCOMPARE(fixture.gateway.usageQueries.back().from, QDate(2026, 11, 2).startOfDay().toUTC());
    }

    void opensTheRequestsOfAProvider()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        const QSignalSpy wanted(page.get(), &UsagePage::requestsWanted);
        auto *paid = part<QTableView>(*page, "usageByProvider");
        emit paid->activated(paid->model()->index(0, 0));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(),
                 QStringLiteral("provider=") + fixture.gateway.usage.byProvider.first().name);
        emit paid->activated(paid->model()->index(paid->model()->rowCount() - 1, 0)); // the total
        QCOMPARE(wanted.size(), 1);
    }

    void everyNameOpensItsRequests()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        const QSignalSpy wanted(page.get(), &UsagePage::requestsWanted);
        auto *asked = part<QTableView>(*page, "usageByAsked");
        emit asked->activated(asked->model()->index(0, 0));
        QCOMPARE(wanted.last().first().toString(), QStringLiteral("asked=medium"));
        part<QPushButton>(*page, "usageMoreChoice3")->click(); // by client
        auto *more = part<QTableView>(*page, "usageMore");
        emit more->activated(more->model()->index(0, 0));
        QCOMPARE(wanted.last().first().toString(), clientTerm);
        part<QPushButton>(*page, "usageMoreChoice2")->click();
        emit more->activated(more->model()->index(0, 0)); // no virtual key: there is no term for that
        QCOMPARE(wanted.size(), 2);
    }

    void saysWhatCachingSavedAndHowThatWasFound()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        auto &total = fixture.gateway.usage.total;
        total.cachedCost = Money{12'340'000'000};
        total.cachedAsFresh = Money{100'000'000'000};
        const auto page = fixture.page();
        QCOMPARE(part<QLabel>(*page, "usageSaved")->text(), QStringLiteral("$87.66"));
        QVERIFY(part<QLabel>(*page, "usageSavedBelow")->text().contains(QStringLiteral("$12.34 instead of $100.00")));
        total.cachedCost = {};
        total.cachedAsFresh = {}; // tokens came from a cache, and their price is not known
        page->pageShown();
        QCOMPARE(part<QLabel>(*page, "usageSaved")->text(), ui::DisplayFormat::missing());
    }

    void calendarNarrowsToADay()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        fixture.gateway.earlierHours = support::sampleEarlierHours(today);
        const auto page = fixture.page();
        auto *calendar = part<ui::widgets::UsageCalendar>(*page, "usageCalendarDays");
        QCOMPARE(calendar->itemCount(), 17 * 7 + 6); // whole weeks, and this one up to Saturday
        QCOMPARE(calendar->dayOf(calendar->itemCount() - 1), today);
        QVERIFY(calendar->itemText(calendar->itemCount() - 1).contains(QLatin1Char('$')));
        QTest::keyClick(calendar, Qt::Key_End);
        QTest::keyClick(calendar, Qt::Key_Left); // a week earlier
        QTest::keyClick(calendar, Qt::Key_Up);   // a day earlier
        QTest::keyClick(calendar, Qt::Key_Return);
        QCOMPARE(fixture.gateway.usageQueries.back().from, today.addDays(-8).startOfDay().toUTC());
        QCOMPARE(fixture.gateway.usageQueries.back().until, today.addDays(-7).startOfDay().toUTC());
    }

    void calendarShowsWhatIsMeasured()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        auto *calendar = part<ui::widgets::UsageCalendar>(*page, "usageCalendarDays");
        const int last = calendar->itemCount() - 1;
        qint64 requests = 0;
        for (const auto &hour : fixture.gateway.usage.hours) {
            if (hour.hour.toLocalTime().date() == today)
                requests += hour.sums.requests;
        }
        part<QPushButton>(*page, "usageMeasure2")->click();
        QVERIFY(calendar->itemText(last).endsWith(QStringLiteral(": ") + ui::DisplayFormat().count(requests)));
        QCOMPARE(part<QTableWidget>(*page, "usageCalendarTable")->item(0, 1)->text(),
                 ui::DisplayFormat().count(requests));
    }

    void asksForThePercentilesOfItsSteps()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        page->showRange({UsageRange::Kind::Week, today});
        const auto &borders = fixture.gateway.usageQueries.back().latencyBorders;
        QCOMPARE(borders.size(), 8);
        QCOMPARE(borders.first(), QDate(2026, 11, 16).startOfDay().toUTC());
        QCOMPARE(borders.last(), QDate(2026, 11, 23).startOfDay().toUTC());
    }

    void tellsPercentilesByStepAndByProvider()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        auto *table = part<QTableWidget>(*page, "usageLatencyTable");
        QCOMPARE(table->columnCount(), 4);                                  // no sum of percentiles
        QCOMPARE(table->item(25, 1)->text(), ui::DisplayFormat::missing()); // a day to come
        auto *lines = part<ui::widgets::UsageLines>(*page, "usageLatencyLines");
        const QString first = lines->itemText(0);
        QVERIFY2(first.contains(QStringLiteral("p95 ")), qPrintable(first));
        QVERIFY(lines->itemText(25).contains(QStringLiteral("nothing")));
        part<QPushButton>(*page, "usageLatencyKind1")->click();
        QVERIFY(lines->itemText(0) != first);
        auto *providers = part<QTableWidget>(*page, "usageProviderLatency");
        QCOMPARE(providers->rowCount(), 7); // six and all of them
        QCOMPARE(providers->item(0, 0)->text(), fixture.gateway.usage.byProvider.first().name);
    }

    void kindsOfTokensAddUpToAllTokens()
    {
        const UsageReport report = support::sampleUsage(today);
        const UsageRange month(UsageRange::Kind::Month, today);
        const auto chart = ui::models::makeTokenChart(report, month.steps(QLocale::c(), report.firstHour, today));
        qint64 sum = 0;
        for (int step = 0; step < chart.steps.size(); ++step)
            sum += chart.sumOf(step);
        QCOMPARE(sum, report.total.tokens());
        const auto errors = ui::models::makeErrorChart(report, month.steps(QLocale::c(), report.firstHour, today));
        qint64 failed = 0;
        for (int step = 0; step < errors.steps.size(); ++step)
            failed += errors.sumOf(step);
        QCOMPARE(failed, report.total.errors);
        QVERIFY(failed > 0);
    }

    void anyDaysCanBeShown()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        page->setChooseDays([](QWidget *, QDate, QDate) { return std::pair(QDate(2026, 11, 9), QDate(2026, 11, 3)); });
        part<QPushButton>(*page, "usageKind5")->click();
        QCOMPARE(fixture.gateway.usageQueries.back().from, QDate(2026, 11, 3).startOfDay().toUTC());
        QCOMPARE(fixture.gateway.usageQueries.back().until, QDate(2026, 11, 10).startOfDay().toUTC());
        part<QPushButton>(*page, "usageBefore")->click(); // the seven days before
        QCOMPARE(fixture.gateway.usageQueries.back().until, QDate(2026, 11, 3).startOfDay().toUTC());
        page->setChooseDays([](QWidget *, QDate, QDate) { return std::nullopt; });
        page->showRange({UsageRange::Kind::Month, today});
        part<QPushButton>(*page, "usageKind5")->click();
        QVERIFY(part<QPushButton>(*page, "usageKind2")->isChecked()); // the month stays
    }

    void stepsOfAnyDaysFollowTheirLength_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("count");
        QTest::newRow("hours of two days") << 2 << 48;
        QTest::newRow("days of a week") << 7 << 7;
        QTest::newRow("days of two months") << 62 << 62;
        QTest::newRow("months, the first one from its middle") << 120 << 5;
    }
    void stepsOfAnyDaysFollowTheirLength()
    {
        QFETCH(int, days);
        QFETCH(int, count);
        const QDate first(2026, 7, 15);
        const UsageRange range = UsageRange::between(first, first.addDays(days - 1));
        const auto steps = range.steps(QLocale::c(), {}, today);
        QCOMPARE(steps.size(), count);
        QCOMPARE(steps.first().start, first.startOfDay());
        QCOMPARE(steps.last().end, first.addDays(days).startOfDay());
        for (int step = 1; step < steps.size(); ++step)
            QCOMPARE(steps[step].start, steps[step - 1].end);
    }

    void chartsAreCopiedAndSaved()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        part<QAction>(*page, "usageErrorsCopyFigures")->trigger();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(QStringLiteral("Time\tanthropic")));
        QCOMPARE(copied.count(QLatin1Char('\n')), 30);
        part<QAction>(*page, "usageErrorsCopyPicture")->trigger();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
        auto *panel = part<ui::widgets::ChartPanel>(*page, "usageTokenKinds");
        const QString name = fixture.folder.filePath(QStringLiteral("tokens.csv"));
        panel->setChooseFile([&name](QWidget *, const QString &) { return name; });
        part<QAction>(*page, "usageTokenKindsSave")->trigger();
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readLine().startsWith("time,"));
        QVERIFY(file.readLine().startsWith("2026-11-01T00:00:00"));
    }

    void linesAndBarsShowTheSame()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        auto *bars = part<ui::widgets::UsageBars>(*page, "usageBars");
        auto *lines = part<ui::widgets::UsageLines>(*page, "usageLines");
        QVERIFY(bars->isVisible() && !lines->isVisible());
        part<QAction>(*page, "usageLinesChoice")->trigger();
        QVERIFY(lines->isVisible() && !bars->isVisible());
        QCOMPARE(lines->itemText(3), bars->itemText(3));
    }

    // As a screen reader asks, without a pixel.
    void chartsTellTheirItems()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        auto *bars = part<ui::widgets::UsageBars>(*page, "usageBars");
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(bars);
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QCOMPARE(chart->childCount(), 30);
        QAccessibleInterface *third = chart->child(2);
        QCOMPARE(third, chart->child(2)); // the same one each time
        QCOMPARE(chart->indexOfChild(third), 2);
        QCOMPARE(third->parent(), chart);
        QVERIFY(third->text(QAccessible::Name).contains(QStringLiteral("anthropic $")));
        QVERIFY(!third->state().selected);
        QVERIFY(bars->rect().contains(bars->mapFromGlobal(third->rect().center())));
        QCOMPARE(chart->childAt(third->rect().center().x(), third->rect().center().y()), third);
        third->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(bars->currentItem(), 2);
        QVERIFY(third->state().selected);
        third->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(fixture.gateway.usageQueries.back().from, QDate(2026, 11, 3).startOfDay().toUTC());
        QVERIFY(!chart->child(24)); // a day has 24 hours
        page->showRange({UsageRange::Kind::Year, today});
        QVERIFY(!chart->child(12));
    }

    void keysKeepTheirPlaceWhileFiguresArrive()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        const auto page = fixture.page();
        auto *bars = part<ui::widgets::UsageBars>(*page, "usageBars");
        QTest::keyClick(bars, Qt::Key_Home);
        QTest::keyClick(bars, Qt::Key_Right);
        page->pageShown();
        QCOMPARE(bars->currentItem(), 1);
    }

    void saysWhatToDoWhenThereIsNothing()
    {
        Fixture fixture;
        const auto page = fixture.page();
        auto *empty = part<QLabel>(*page, "usageEmpty");
        QVERIFY(empty->isVisible());
        QVERIFY(empty->text().contains(QStringLiteral("after the first request")));
        fixture.gateway.usage.firstHour = QDateTime::currentDateTimeUtc();
        page->pageShown();
        QVERIFY(empty->text().contains(QStringLiteral("in this span")));
    }

    void savesWhatItShows()
    {
        Fixture fixture;
        fixture.gateway.usage = support::sampleUsage(today);
        fixture.gateway.usage.byClient.first().name = QStringLiteral("=1+1"); // a client that means a spreadsheet harm
        const auto page = fixture.page();
        const QString name = fixture.folder.filePath(QStringLiteral("usage.csv"));
        page->setChooseFile([&name](QWidget *, const QString &) { return name; });
        part<QPushButton>(*page, "usageSave")->click();
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QVERIFY(csv.startsWith("list,name,requests"));
        QVERIFY(csv.contains(formulaInQuotes));
        QVERIFY(csv.contains("\r\ntotal,"));
    }

    void aStackHoldsAtMostEightSeries()
    {
        UsageReport report;
        const QDateTime hour = QDateTime(today, QTime(9, 0)).toUTC();
        for (int index = 0; index < 12; ++index) {
            const QString name = QStringLiteral("p%1").arg(index);
            gateway::api::UsageSums sums;
            sums.cost = Money{100 - index};
            report.byProvider.append({name, {}, sums});
            report.hours.append({hour, name, sums});
        }
        const UsageRange day(UsageRange::Kind::Day, today);
        const auto chart = ui::models::makeChart(report, day.steps(QLocale::c(), {}, today), UsageMeasure::Cost);
        QCOMPARE(chart.series.size(), 8);
        QCOMPARE(chart.series.last(), QStringLiteral("other"));
        QCOMPARE(chart.largest, qint64{12 * 100 - 66}); // nothing is lost in "other"
    }

    void stepsCoverTheirSpanWithoutGaps_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("count");
        QTest::newRow("day") << 0 << 24;
        QTest::newRow("week") << 1 << 7;
        QTest::newRow("month") << 2 << 30;
        QTest::newRow("year") << 3 << 12;
        QTest::newRow("all") << 4 << 3;
    }
    void stepsCoverTheirSpanWithoutGaps()
    {
        QFETCH(int, kind);
        QFETCH(int, count);
        const QDateTime first = QDateTime(QDate(2026, 9, 12), QTime(8, 0));
        const UsageRange range(static_cast<UsageRange::Kind>(kind), today);
        const auto steps = range.steps(QLocale::c(), first, today);
        QCOMPARE(steps.size(), count);
        QCOMPARE(steps.first().start, range.start(first));
        for (int step = 1; step < steps.size(); ++step)
            QCOMPARE(steps[step].start, steps[step - 1].end);
        if (kind != 4) // everything ends today, its last month later
            QCOMPARE(steps.last().end, range.end(today));
    }

    void tablesKeepTheRulesOfModels()
    {
        UsageTableModel model(QStringLiteral("Provider"));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setGroups(support::sampleUsage(today).byProvider);
        QCOMPARE(model.rowCount(), 7); // six and the total
        model.setGroups({});
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_MAIN(UsagePageTest)
#include "tst_usage_page.moc"
