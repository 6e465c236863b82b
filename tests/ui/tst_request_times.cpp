// The strip of requests by time: its slots, its twin as a table, and what is chosen in it.
#include "tests/support/fake_gateway.h"
#include "ui/look/theme.h"
#include "ui/models/time_slots.h"
#include "ui/pages/request_times.h"
#include "ui/widgets/time_strip.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using gateway::api::HistoryQuery;
using gateway::api::LogBucket;
using gateway::api::LogHistogramQuestion;
using ui::models::TimeSlots;

namespace {

LogBucket bucket(const QDateTime &start, qint64 requests, qint64 succeeded, std::int64_t nanoDollars)
{
    LogBucket bucket;
    bucket.start = start;
    bucket.stats.requests = requests;
    bucket.stats.succeeded = succeeded;
    bucket.stats.cost = gateway::Money{nanoDollars};
    return bucket;
}

QDateTime at(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(hour, minute));
}

// The store as the strip sees it: an hour with seven requests on each of four days.
struct Store {
    QList<LogHistogramQuestion> questions;
    QList<HistoryQuery> queries;
    QList<LogBucket> buckets{bucket(at(3, 14).toUTC(), 7, 5, 1'000'000'000), bucket(at(4, 14).toUTC(), 7, 7, 0),
                             bucket(at(6, 15).toUTC(), 7, 7, 500'000'000)};

    ui::pages::RequestTimes::Ask ask()
    {
        return [this](const HistoryQuery &query, const LogHistogramQuestion &question, auto reply) {
            queries << query;
            questions << question;
            QList<LogBucket> coarse;
            for (LogBucket each : std::as_const(buckets)) {
                const qint64 slot = each.start.toSecsSinceEpoch() / question.bucketSeconds;
                each.start = QDateTime::fromSecsSinceEpoch(slot * question.bucketSeconds, Qt::UTC);
                coarse << each;
            }
            reply(coarse);
        };
    }
};

} // namespace

class TestRequestTimes : public QObject {
    Q_OBJECT

private slots:
    void slotsHaveALengthThatPeopleKnow_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("length");
        QTest::newRow("a moment") << qint64(0) << 1;
        QTest::newRow("a minute") << qint64(60) << 1;
        QTest::newRow("an hour") << qint64(3'600) << 60;
        QTest::newRow("a day") << qint64(86'400) << 900;
        QTest::newRow("a week") << qint64(7 * 86'400) << 7'200;
        QTest::newRow("a month") << qint64(30 * 86'400) << 43'200;
        QTest::newRow("three years") << qint64(1'095) * 86'400 << 30 * 86'400;
    }
    void slotsHaveALengthThatPeopleKnow()
    {
        QFETCH(qint64, seconds);
        QFETCH(int, length);
        QCOMPARE(ui::models::slotSeconds(at(1, 0), at(1, 0).addSecs(seconds)), length);
    }

    void slotsBeginAtTheFullHourHereAndHaveNoGaps()
    {
        const QList<LogBucket> buckets{bucket(at(3, 14, 15).toUTC(), 7, 5, 1'000'000'000),
                                       bucket(at(3, 14, 45).toUTC(), 1, 1, 500), bucket(at(3, 17).toUTC(), 2, 2, 0)};
        const TimeSlots times = ui::models::slotsOf(buckets, at(3, 14, 10), at(3, 17, 5), 3'600);
        QCOMPARE(times.bars.size(), 4);
        QCOMPARE(times.bars[0].start, at(3, 14));
        QCOMPARE(times.bars[0].answered, 6);
        QCOMPARE(times.bars[0].failed, 2);
        QCOMPARE(times.bars[0].cost, gateway::Money{1'000'000'500});
        QCOMPARE(times.bars[1].requests(), 0);
        QCOMPARE(times.bars[3].requests(), 2);
        QCOMPARE(times.endOf(3), at(3, 18));
    }

    void countsWhatTheListShows()
    {
        Store store;
        ui::look::Theme theme{ui::look::Scheme::Light};
        ui::pages::RequestTimes times(theme, store.ask());
        HistoryQuery query;
        query.text = QStringLiteral("sonnet");
        times.count(query);
        QVERIFY(store.questions.isEmpty()); // nobody sees it
        times.resize(900, 80);
        times.show();
        QCOMPARE(store.questions.size(), 2); // when they were, then the slots
        QCOMPARE(store.queries.constLast().text, QStringLiteral("sonnet"));
        const auto *summary = times.findChild<QLabel *>(QStringLiteral("timesSummary"));
        QVERIFY2(summary->text().contains(QStringLiteral("21 requests · 2 failed · $1.50")),
                 qPrintable(summary->text()));
        const auto *table = times.findChild<QTableView *>(QStringLiteral("timesTable"));
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(2, ui::models::TimeSlotModel::Failed).data().toString(), QStringLiteral("2"));
    }

    void aDragAndTheKeysChooseARange()
    {
        Store store;
        ui::look::Theme theme{ui::look::Scheme::Light};
        ui::pages::RequestTimes times(theme, store.ask());
        times.resize(900, 80);
        times.show();
        times.count({});
        auto *strip = times.findChild<ui::widgets::TimeStrip *>(QStringLiteral("timeStrip"));
        QVERIFY(strip->times().bars.size() > 30);
        QSignalSpy chosen(&times, &ui::pages::RequestTimes::rangeChosen);
        const QPoint first = strip->columnOf(2).center().toPoint();
        const QPoint last = strip->columnOf(5).center().toPoint();
        QTest::mousePress(strip, Qt::LeftButton, {}, last);
        QTest::mouseMove(strip, first);
        QTest::mouseRelease(strip, Qt::LeftButton, {}, first);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toDateTime(), strip->times().bars[2].start);
        QCOMPARE(chosen[0][1].toDateTime(), strip->times().endOf(5).addMSecs(-1));

        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Home);
        QVERIFY(strip->accessibleDescription().contains(QStringLiteral("requests")));
        QTest::keyClick(strip, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(strip, Qt::Key_Return);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1][0].toDateTime(), strip->times().bars[0].start);
        QCOMPARE(chosen[1][1].toDateTime(), strip->times().endOf(1).addMSecs(-1));

        QSignalSpy whole(&times, &ui::pages::RequestTimes::wholeWanted);
        QTest::keyClick(strip, Qt::Key_Escape);
        QCOMPARE(whole.size(), 1);
    }

    void theTableChoosesToo()
    {
        Store store;
        ui::look::Theme theme{ui::look::Scheme::Light};
        ui::pages::RequestTimes times(theme, store.ask());
        times.resize(900, 240);
        times.show();
        times.count({});
        times.findChild<QAbstractButton *>(QStringLiteral("timesTableButton"))->click();
        auto *table = times.findChild<QTableView *>(QStringLiteral("timesTable"));
        QVERIFY(table->isVisible());
        QSignalSpy chosen(&times, &ui::pages::RequestTimes::rangeChosen);
        emit table->activated(table->model()->index(0, 0));
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen[0][0].toDateTime() <= at(6, 15));
        QVERIFY(chosen[0][1].toDateTime() > at(6, 15));
    }
};

QTEST_MAIN(TestRequestTimes)
#include "tst_request_times.moc"
