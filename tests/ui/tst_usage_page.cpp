#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>

#include "tests/support/usage_samples.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/usage_chart.h"
#include "ui/models/usage_range.h"
#include "ui/models/usage_forecast.h"
#include "ui/models/usage_table_model.h"
#include "ui/pages/usage_page.h"
#include "ui/widgets/usage_bars.h"

using gateway::Money;
using gateway::api::UsageReport;
using ui::models::UsageMeasure;
using ui::models::UsageRange;
using ui::models::UsageTableModel;
using ui::pages::UsagePage;

namespace {

const QDate today(2026, 11, 21);
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
        auto *table = part<QTableWidget>(*page, "usageBarTable");
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
        QCOMPARE(bars->currentStep(), 0);
        QTest::keyClick(bars, Qt::Key_Right);
        QCOMPARE(bars->currentStep(), 1);
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
        QCOMPARE(wanted.first().first().toString(), fixture.gateway.usage.byProvider.first().name);
        emit paid->activated(paid->model()->index(paid->model()->rowCount() - 1, 0)); // the total
        QCOMPARE(wanted.size(), 1);
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
