#include "tests/ui/request_samples.h"
#include "ui/models/request_table_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using gateway::RequestState;
using gateway::api::HistoryPage;
using gateway::api::RequestSummary;
using ui::models::Intake;
using ui::models::RequestFilter;
using ui::models::RequestTableModel;

namespace {

QStringList ids(const RequestTableModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.request(row).id;
    return list;
}

bool isNewestFirst(const RequestTableModel &model)
{
    for (int row = 1; row < model.rowCount(); ++row) {
        if (model.request(row - 1).startedAt < model.request(row).startedAt)
            return false;
    }
    return true;
}

constexpr int million = 1'000'000;

// Answers every page that the model wants from 1..highest.
void serve(RequestTableModel &model, int highest)
{
    QObject::connect(&model, &RequestTableModel::pageWanted, &model,
                     [&model, highest](qint64 before) { model.appendPage(samples::page(highest, before)); });
}

} // namespace

class TestRequestTableModel : public QObject {
    Q_OBJECT

private slots:
    void clientsFitIntoTheirColumnAndKeepTheirFullNameInTheTip()
    {
        RequestTableModel model;
        gateway::api::HistoryPage page = samples::page(3);
        page.rows[0].client = QStringLiteral("OpenAI SDK (Python)");
        page.rows[1].client = QStringLiteral("Anthropic SDK (JavaScript)");
        page.rows[2].client = QStringLiteral("my SDK (beta) tool");
        model.resetTo(page, {});
        const auto client = [&model](int row, int role) {
            return model.index(row, RequestTableModel::Client).data(role).toString();
        };
        QCOMPARE(client(0, Qt::DisplayRole), QStringLiteral("OpenAI Python"));
        QCOMPARE(client(1, Qt::DisplayRole), QStringLiteral("Anthropic JS"));
        QCOMPARE(client(2, Qt::DisplayRole), QStringLiteral("my SDK (beta) tool"));
        QCOMPARE(client(0, Qt::ToolTipRole), QStringLiteral("OpenAI SDK (Python)"));
    }

    void showsRequestFromItsStartAndChangesItInPlace()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetTo(samples::page(5), {});
        QSignalSpy inserted(&model, &RequestTableModel::rowsInserted);
        QSignalSpy changed(&model, &RequestTableModel::dataChanged);
        QSignalSpy reset(&model, &RequestTableModel::modelReset);

        model.mergeLive({samples::request(6, RequestState::InFlight)});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.rowOf(samples::request(6).id), 0);
        QVERIFY(model.hasRunningRows());

        model.mergeLive({samples::request(6, RequestState::Streaming)});
        model.mergeLive({samples::request(6, RequestState::Succeeded)});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.rowCount(), 6);
        QVERIFY(!model.hasRunningRows());
    }

    void doesNotLetAnEndedRequestRunAgain()
    {
        RequestTableModel model;
        model.resetTo({}, {samples::request(1, RequestState::InFlight)});
        model.mergeLive({samples::request(1, RequestState::Succeeded)});
        model.mergeLive({samples::request(1, RequestState::Streaming)}); // overtaken on its way
        QCOMPARE(model.request(0).state, RequestState::Succeeded);
    }

    void keepsTheSequenceThatAPageTold()
    {
        RequestTableModel model;
        model.resetTo(samples::page(3), {});
        RequestSummary late = samples::request(3);
        late.sequence = 0;
        model.mergeLive({late});
        QCOMPARE(model.request(0).sequence, 3);
    }

    void readsOlderPagesOneAtATime()
    {
        RequestTableModel model;
        QSignalSpy wanted(&model, &RequestTableModel::pageWanted);
        model.resetTo(samples::page(1'000), {});
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        model.fetchMore({}); // while the page is on its way
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toLongLong(), 801);
        model.appendPage(samples::page(1'000, 801));
        QCOMPARE(model.rowCount(), 400);
        model.fetchMore({});
        QCOMPARE(wanted[1][0].toLongLong(), 601);
        model.pageFailed();
        QVERIFY(model.canFetchMore({}));
    }

    void keepsOrderAndIdentityThroughRandomMerges_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 3; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void keepsOrderAndIdentityThroughRandomMerges()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        QItemSelectionModel selection(&model);
        QHash<QString, QPersistentModelIndex> watched;
        int highest = 220;
        model.resetTo(samples::page(highest), {});
        QMap<int, RequestState> running;
        for (int round = 0; round < 80; ++round) {
            const int what = random.bounded(10);
            if (what < 5) {
                QList<RequestSummary> batch;
                for (int count = random.bounded(1, 5); count > 0; --count) {
                    running.insert(++highest, RequestState::InFlight);
                    batch << samples::request(highest, RequestState::InFlight);
                }
                std::shuffle(batch.begin(), batch.end(), random);
                model.mergeLive(batch);
            } else if (what < 8 && !running.isEmpty()) {
                const int number = running.keys().at(random.bounded(static_cast<int>(running.size())));
                running.remove(number);
                model.mergeLive({samples::request(number)});
            } else if (model.canFetchMore({})) {
                qint64 before = 0;
                const auto note = [&before](qint64 sequence) { before = sequence; };
                const auto link = connect(&model, &RequestTableModel::pageWanted, &model, note);
                model.fetchMore({});
                disconnect(link);
                model.appendPage(samples::page(220, before));
            }
            if (round == 20) {
                for (int at = 0; at < 5; ++at) {
                    const int row = random.bounded(model.rowCount());
                    watched.insert(model.request(row).id, QPersistentModelIndex(model.index(row, 3)));
                    selection.select(model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
                }
            }
        }
        QVERIFY(isNewestFirst(model));
        const QStringList all = ids(model);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.rowOf(model.request(row).id), row);
        QVERIFY(watched.size() >= 2);
        for (auto entry = watched.constBegin(); entry != watched.constEnd(); ++entry) {
            QVERIFY(entry.value().isValid());
            QCOMPARE(model.request(entry.value().row()).id, entry.key());
            QVERIFY(selection.isRowSelected(entry.value().row(), {}));
        }
    }

    void putsLongRequestWhereItStarted()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        HistoryPage first = samples::page(400);
        RequestSummary slow = samples::request(150); // stored last, started early
        slow.id = QStringLiteral("slow");
        slow.sequence = 401;
        first.rows.prepend(slow);
        model.resetTo(first, {});
        QCOMPARE(model.request(model.rowCount() - 1).id, QStringLiteral("slow"));
        model.appendPage(samples::page(400, 201));
        QVERIFY(isNewestFirst(model));
        QCOMPARE(model.rowCount(), 401);
    }

    void holdsNewRowsAndCountsThem()
    {
        RequestTableModel model;
        model.resetTo(samples::page(3), {samples::request(4, RequestState::Streaming)});
        model.setIntake(Intake::HoldNewRows);
        QSignalSpy held(&model, &RequestTableModel::heldCountChanged);
        model.mergeLive({samples::request(5, RequestState::InFlight), samples::request(4)});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.heldCount(), 1);
        QCOMPARE(held.size(), 1);
        QCOMPARE(model.request(0).state, RequestState::Succeeded); // known rows go on
        model.mergeLive({samples::request(5)});
        QCOMPARE(model.heldCount(), 1); // the same request, not a second one
        model.setIntake(Intake::Follow);
        QCOMPARE(model.heldCount(), 0);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.request(0).state, RequestState::Succeeded);
    }

    void freezesEverythingWhilePaused()
    {
        RequestTableModel model;
        model.resetTo(samples::page(3), {samples::request(4, RequestState::Streaming)});
        model.setIntake(Intake::Freeze);
        QSignalSpy changed(&model, &RequestTableModel::dataChanged);
        const auto shown = model.shownDuration(0);
        model.mergeLive({samples::request(4), samples::request(5)});
        model.tick();
        QCOMPARE(changed.size(), 0);
        QCOMPARE(model.request(0).state, RequestState::Streaming);
        QCOMPARE(model.shownDuration(0), shown);
        QCOMPARE(model.heldCount(), 1);
        model.setIntake(Intake::Follow);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.request(1).state, RequestState::Succeeded);
    }

    void asksToReloadWhenTooMuchWasHeld()
    {
        RequestTableModel model;
        model.resetTo({}, {});
        model.setIntake(Intake::Freeze);
        QList<RequestSummary> many;
        for (int number = 1; number <= RequestTableModel::heldLimit + 10; ++number)
            many << samples::request(number);
        model.mergeLive(many);
        QCOMPARE(model.heldCount(), RequestTableModel::heldLimit + 10);
        QSignalSpy reload(&model, &RequestTableModel::reloadWanted);
        model.setIntake(Intake::Follow);
        QCOMPARE(reload.size(), 1);
        QCOMPARE(model.rowCount(), 0);
    }

    void filtersLiveRowsAsTheStoreDoes()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.setFilter({QStringLiteral("ANTHROPIC"), {}});
        model.resetTo({}, {samples::request(1, RequestState::InFlight), samples::request(2, RequestState::InFlight)});
        QCOMPARE(ids(model), QStringList{samples::request(1).id});
        model.mergeLive({samples::request(3), samples::request(4)});
        QCOMPARE(model.rowCount(), 2);

        model.setFilter({QString(), {RequestState::InFlight, RequestState::Streaming}});
        model.resetTo({}, {samples::request(1, RequestState::InFlight)});
        QSignalSpy left(&model, &RequestTableModel::requestLeft);
        model.mergeLive({samples::request(1, RequestState::RateLimited)});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(left.size(), 1);
    }

    void findsTextInEveryFieldThatTheQueryNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("asked model") << QStringLiteral("MEDIUM") << true;
        QTest::newRow("model") << QStringLiteral("haiku") << true;
        QTest::newRow("provider") << QStringLiteral("bedrock") << true;
        QTest::newRow("client") << QStringLiteral("zed") << true;
        QTest::newRow("error") << QStringLiteral("over quota") << true;
        QTest::newRow("id") << QStringLiteral("REQ_9") << true;
        QTest::newRow("name of the key") << QStringLiteral("KEYNAME") << true;
    }
    void findsTextInEveryFieldThatTheQueryNames()
    {
        QFETCH(QString, text);
        QFETCH(bool, isFound);
        RequestSummary request;
        request.id = QStringLiteral("req_9");
        request.askedModel = QStringLiteral("medium");
        request.model = QStringLiteral("claude-haiku-4-5");
        request.provider = QStringLiteral("bedrock");
        request.client = QStringLiteral("Zed");
        request.errorText = QStringLiteral("You are over quota");
        request.keyName = QStringLiteral("secretkeyname");
        QCOMPARE((RequestFilter{text, {}}.matches(request)), isFound);
    }

    void mergesTheNewestPageWithoutReset()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetTo(samples::page(300), {});
        QSignalSpy reset(&model, &RequestTableModel::modelReset);
        QVERIFY(model.mergeNewestPage(samples::page(350)));
        QCOMPARE(model.rowCount(), 250);
        QVERIFY(!model.mergeNewestPage(samples::page(900))); // 351 to 700 would be missing
        QCOMPARE(reset.size(), 0);
    }

    void keepsMemoryBounded()
    {
        RequestTableModel model(nullptr, 2'000);
        serve(model, 5'000);
        model.resetTo(samples::page(5'000), {});
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 2'000);
        QAbstractItemModelTester tester(&model);
        for (int number = 5'001; number <= 5'500; ++number)
            model.mergeLive({samples::request(number)});
        QVERIFY(model.rowCount() <= 2'200);
        QCOMPARE(model.rowOf(samples::request(5'500).id), 0);
        QCOMPARE(model.rowOf(samples::request(3'001).id), -1);
    }

    void holdsAWindowOfAMillionRows()
    {
        RequestTableModel model;
        HistoryPage newest = samples::page(million);
        newest.matching = million;
        model.resetTo(newest, {});
        QCOMPARE(model.rowCount(), million);
        QVERIFY(model.isLoaded(199));
        QVERIFY(!model.isLoaded(200));
        QVERIFY(!model.canFetchMore({}));
        QVERIFY(model.request(200).id.isEmpty());
        QVERIFY(model.index(200, RequestTableModel::Result).data().toString().isEmpty());

        QSignalSpy older(&model, &RequestTableModel::pageWanted);
        QSignalSpy newer(&model, &RequestTableModel::newerPageWanted);
        QSignalSpy place(&model, &RequestTableModel::placeWanted);
        QSignalSpy inserted(&model, &RequestTableModel::rowsInserted);
        QSignalSpy removed(&model, &RequestTableModel::rowsRemoved);
        model.lookAt(0, 30);
        QCOMPARE(older.size(), 0);
        model.lookAt(90, 120);
        model.lookAt(95, 125); // while the page is on its way
        QCOMPARE(older.size(), 1);
        QCOMPARE(older[0][0].toLongLong(), million - 199);
        model.appendPage(samples::page(million, million - 199));
        QVERIFY(model.isLoaded(399));
        QCOMPARE(model.request(399).id, samples::request(million - 399).id);

        model.lookAt(500'000, 500'030); // the scroll bar was dragged
        QCOMPARE(place.size(), 1);
        QCOMPARE(place[0][0].toInt(), 499'950);
        model.placePage(samples::page(million, million - 499'950 + 1), 499'950);
        QVERIFY(!model.isLoaded(399));
        QCOMPARE(model.request(500'000).id, samples::request(500'000).id);
        QCOMPARE(model.rowOf(samples::request(500'000).id), 500'000);

        model.lookAt(499'960, 499'990);
        QCOMPARE(newer.size(), 1);
        QCOMPARE(newer[0][0].toLongLong(), million - 499'950);
        HistoryPage above;
        above.hasMore = true;
        for (int number = 500'051; number <= 500'250; ++number)
            above.rows << samples::request(number);
        model.prependPage(above);
        QCOMPARE(model.request(499'750).id, samples::request(500'250).id);
        QCOMPARE(model.request(500'000).id, samples::request(500'000).id);
        QVERIFY(!model.isLoaded(499'749));

        QCOMPARE(model.rowCount(), million);
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(removed.size(), 0);
    }

    void keepsTheWindowSmallWhileItMoves()
    {
        RequestTableModel model;
        HistoryPage newest = samples::page(20'000);
        newest.matching = 20'000;
        model.resetTo(newest, {});
        serve(model, 20'000);
        const auto loaded = [&model] {
            int count = 0;
            for (int row = 0; row < model.rowCount(); ++row)
                count += model.isLoaded(row) ? 1 : 0;
            return count;
        };
        const QPersistentModelIndex chosen = model.index(10, 0);
        for (int first = 0; first < 19'950; first += 40)
            model.lookAt(first, first + 40);
        QVERIFY(model.isLoaded(19'940));
        QVERIFY(!model.isLoaded(10));
        QVERIFY2(loaded() < RequestTableModel::windowRows + RequestTableModel::pageSize,
                 qPrintable(QString::number(loaded())));
        QCOMPARE(chosen.row(), 10);
        QCOMPARE(model.rowCount(), 20'000);
        for (int row = 15'000; row < 20'000; ++row) {
            if (model.isLoaded(row))
                QCOMPARE(model.request(row).id, samples::request(20'000 - row).id);
        }
    }

    void learnsThatFewerRowsAreLeftThanWereCounted()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        HistoryPage newest = samples::page(300);
        newest.matching = 500;
        model.resetTo(newest, {});
        QCOMPARE(model.rowCount(), 500);
        model.appendPage(samples::page(300, 101));
        QCOMPARE(model.rowCount(), 300);
        QVERIFY(model.isLoaded(299));
    }

    void liveRowsComeAboveTheWholeList()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        HistoryPage newest = samples::page(1'000);
        newest.matching = 1'000;
        model.resetTo(newest, {});
        model.mergeLive({samples::request(1'001, RequestState::InFlight)});
        QCOMPARE(model.rowCount(), 1'001);
        QCOMPARE(model.rowOf(samples::request(1'001).id), 0);
        // Far from the newest nothing is inserted out of its place; the newest are read again instead.
        model.placePage(samples::page(1'000, 501), 501);
        QSignalSpy reload(&model, &RequestTableModel::reloadWanted);
        model.setIntake(Intake::HoldNewRows);
        model.mergeLive({samples::request(1'002)});
        QCOMPARE(model.heldCount(), 1);
        QCOMPARE(model.rowCount(), 1'001);
        model.setIntake(Intake::Follow);
        QCOMPARE(reload.size(), 1);
    }

    void spansErrorsAcrossEmptyNumbersOnly()
    {
        RequestTableModel model;
        RequestSummary failed = samples::request(1, RequestState::RateLimited);
        failed.outputTokens.reset();
        failed.errorText = QStringLiteral("Quota per minute reached");
        model.resetTo({}, {});
        model.mergeLive({failed});
        QVERIFY(model.isSpannedByError(0, RequestTableModel::FirstToken));
        QVERIFY(!model.isSpannedByError(0, RequestTableModel::Input)); // has a number to show
        QVERIFY(model.isSpannedByError(0, RequestTableModel::Output));
        QCOMPARE(model.cellText(0, RequestTableModel::Result), QStringLiteral("429 · Quota per minute reached"));
        const QString spoken = model.index(0, RequestTableModel::State).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QStringLiteral("Claude Code asked claude-sonnet-5-5")), qPrintable(spoken));
        QVERIFY2(spoken.contains(QStringLiteral("429, Quota per minute reached")), qPrintable(spoken));
    }

    void everyColumnHasATitleForScreenReaders()
    {
        RequestTableModel model;
        for (int column = 0; column < RequestTableModel::ColumnCount; ++column)
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString().isEmpty());
    }

    void staysFastWithAHundredThousandRows()
    {
        RequestTableModel model;
        serve(model, 100'000);
        QElapsedTimer timer;
        timer.start();
        model.resetTo(samples::page(100'000), {});
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 100'000);
        const qint64 paged = timer.restart();

        QSignalSpy reset(&model, &RequestTableModel::modelReset);
        QSignalSpy layout(&model, &RequestTableModel::layoutChanged);
        const int updates = 5'000;
        timer.restart();
        for (int number = 100'001; number <= 100'000 + updates; ++number) {
            model.mergeLive({samples::request(number, RequestState::InFlight)});
            model.mergeLive({samples::request(number)});
        }
        const double each = static_cast<double>(timer.nsecsElapsed()) / (2.0 * updates) / 1'000.0;
        qInfo("100,000 rows paged in: %lld ms; one live update: %.1f us", paged, each);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(layout.size(), 0);
        // A linear step over 100,000 rows would take a hundred times as long.
        QVERIFY2(each < 200.0, "a live update costs too much");
    }
};

QTEST_MAIN(TestRequestTableModel)
#include "tst_request_table_model.moc"
