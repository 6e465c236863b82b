// The list by session: what its rows say, how they open, and that live requests are counted once.
#include "tests/support/fake_gateway.h"
#include "tests/ui/request_samples.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/look/theme.h"
#include "ui/models/request_table_model.h"
#include "ui/models/session_text.h"
#include "ui/pages/requests_page.h"
#include "ui/widgets/request_table_view.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using gateway::Money;
using gateway::RequestState;
using gateway::api::HistoryPage;
using gateway::api::RequestSummary;
using gateway::api::SessionPage;
using gateway::api::SessionView;
using ui::models::Intake;
using ui::models::RequestTableModel;

namespace {

RequestSummary request(int number, const QString &session, RequestState state = RequestState::Succeeded)
{
    RequestSummary request = samples::request(number, state);
    request.sessionId = session;
    if (hasEnded(state))
        request.cost = Money{2'000'000};
    return request;
}

// Of the requests first to last, all of one session.
SessionView session(const QString &id, int first, int last)
{
    SessionView view;
    view.id = id;
    for (int number = first; number <= last; ++number) {
        const RequestSummary each = request(number, id);
        ++view.requests;
        view.cost += *each.cost;
        view.inputTokens += *each.inputTokens;
        view.outputTokens += *each.outputTokens;
    }
    view.firstStart = request(first, id).startedAt;
    view.lastStart = request(last, id).startedAt;
    return view;
}

SessionPage page(const QList<SessionView> &sessions)
{
    SessionPage page;
    page.sessions = sessions;
    page.matching = sessions.size();
    for (const SessionView &each : sessions)
        page.totalStored += each.requests;
    return page;
}

HistoryPage rows(const QString &session, int highest, int lowest, bool hasMore = false)
{
    HistoryPage page;
    for (int number = highest; number >= lowest; --number)
        page.rows << request(number, session);
    page.hasMore = hasMore;
    return page;
}

// "build" is the newest, then "docs".
SessionPage twoSessions()
{
    return page({session(QStringLiteral("build"), 11, 20), session(QStringLiteral("docs"), 1, 10)});
}

QString spoken(const RequestTableModel &model, int row)
{
    return model.index(row, RequestTableModel::State).data(Qt::AccessibleTextRole).toString();
}

const QString build = QStringLiteral("build");
const QString docs = QStringLiteral("docs");

struct Window {
    explicit Window(const QByteArray &grouping = {})
    {
        kept.insert(QStringLiteral("requests/grouping"), grouping);
        for (int number = 20; number > 0; --number)
            gateway.history << request(number, number > 10 ? build : docs);
        gateway.fakeInspector.sessionPage = twoSessions();
        page = std::make_unique<ui::pages::RequestsPage>(gateway, gateway.fakeInspector, theme, settings());
        page->resize(1280, 800);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        page->activateWindow();
    }
    ui::pages::ViewSettings settings()
    {
        return {[this](const QString &name) { return kept.value(name); },
                [this](const QString &name, const QByteArray &value) { kept.insert(name, value); }};
    }
    ui::widgets::RequestTableView *table() const
    {
        return page->findChild<ui::widgets::RequestTableView *>(QStringLiteral("requestTable"));
    }
    RequestTableModel *model() const { return qobject_cast<RequestTableModel *>(table()->model()); }
    QString factText() const // of the selection
    {
        QStringList facts;
        for (const QLabel *label :
             page->findChild<QWidget *>(QStringLiteral("selectionSummary"))->findChildren<QLabel *>())
            facts << label->accessibleName();
        return facts.join(QLatin1Char('\n'));
    }
    QToolButton *button() const { return page->findChild<QToolButton *>(QStringLiteral("groupButton")); }

    QHash<QString, QByteArray> kept;
    support::FakeGateway gateway;
    ui::look::Theme theme{ui::look::Scheme::Light};
    std::unique_ptr<ui::pages::RequestsPage> page;
};

} // namespace

class TestRequestSessions : public QObject {
    Q_OBJECT

private slots:
    void aSessionTellsWhatItsRequestsCameTo()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetToSessions(twoSessions(), {});
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.isSession(0));
        QVERIFY(!model.isLoaded(0)); // it has no request
        QCOMPARE(model.cellText(0, RequestTableModel::Cost), QStringLiteral("$0.0200"));
        const QString text = spoken(model, 0);
        for (const char *part : {"Session build", "10 requests", "846,240 tokens", "$0.0200", "Right opens it"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    }

    void failuresAndMissingPricesAreSaid()
    {
        SessionView view = session(build, 1, 3);
        view.failed = 2;
        view.unpriced = 1;
        const QString facts = ui::models::sessionFacts(view, ui::DisplayFormat(QLocale::c()));
        QVERIFY2(facts.contains(QStringLiteral("2 failed")), qPrintable(facts));
        QVERIFY2(facts.contains(QStringLiteral("at least")), qPrintable(facts));
        view.cost = {};
        QVERIFY(ui::models::sessionFacts(view, ui::DisplayFormat(QLocale::c())).contains(QStringLiteral("no price")));
        QCOMPARE(ui::models::sessionTitle(SessionView{}), QStringLiteral("Without a session"));
    }

    void opensToItsRequestsAndCloses()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetToSessions(twoSessions(), {});
        QSignalSpy wanted(&model, &RequestTableModel::sessionRowsWanted);
        model.setOpen(1, true);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), docs);
        model.addSessionRows(docs, 0, rows(docs, 10, 1), {});
        QCOMPARE(model.rowCount(), 12);
        QCOMPARE(model.request(2).id, request(10, docs).id);
        QCOMPARE(model.rowOf(request(1, docs).id), 11);
        QVERIFY(model.isLoaded(11));
        QVERIFY(spoken(model, 1).contains(QStringLiteral("Left closes it")));
        model.setOpen(0, true); // above the other one
        model.addSessionRows(build, 0, rows(build, 20, 11), {});
        QCOMPARE(model.rowOf(request(20, build).id), 1);
        QCOMPARE(model.rowOf(request(10, docs).id), 12);
        model.setOpen(0, false);
        QCOMPARE(model.rowCount(), 12);
        QCOMPARE(model.rowOf(request(20, build).id), -1);
    }

    void readsOnWhereAnOpenSessionEndsOnScreen()
    {
        RequestTableModel model;
        model.resetToSessions(page({session(build, 1, 500)}), {});
        model.setOpen(0, true);
        model.addSessionRows(build, 0, rows(build, 500, 301, true), {});
        QSignalSpy wanted(&model, &RequestTableModel::sessionRowsWanted);
        model.lookAt(0, 20);
        QCOMPARE(wanted.size(), 0); // far from its end
        model.lookAt(120, 150);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(1).toLongLong(), 301);
        model.lookAt(130, 160); // it is on its way
        QCOMPARE(wanted.size(), 1);
        model.addSessionRows(build, 301, rows(build, 300, 1), {});
        QCOMPARE(model.rowCount(), 501);
        model.lookAt(480, 500);
        QCOMPARE(wanted.size(), 1); // there are no more
    }

    void whatIsOpenStaysWithinBounds()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetToSessions(page({session(build, 6'001, 12'000), session(docs, 1, 6'000)}), {});
        model.setOpen(0, true);
        model.addSessionRows(build, 0, rows(build, 12'000, 6'001), {});
        const int docsRow = model.rowCount() - 1;
        model.setOpen(docsRow, true);
        model.addSessionRows(docs, 0, rows(docs, 6'000, 1), {});
        QVERIFY(!model.isOpen(0)); // the one that was opened first
        QVERIFY(model.isOpen(1));
        QCOMPARE(model.rowCount(), 6'002);
    }

    void liveRequestsAreCountedOnce()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetToSessions(twoSessions(), {});
        model.mergeLive({request(21, build, RequestState::InFlight)});
        QCOMPARE(model.session(0).requests, 11);
        QCOMPARE(model.session(0).cost, twoSessions().sessions.at(0).cost);
        model.mergeLive({request(21, build, RequestState::Streaming)});
        model.mergeLive({request(21, build)});
        model.mergeLive({request(21, build)});
        QCOMPARE(model.session(0).requests, 11);
        QCOMPARE(model.session(0).cost, session(build, 11, 21).cost);
        QCOMPARE(model.session(0).lastStart, request(21, build).startedAt);
        QCOMPARE(model.rowCount(), 2); // closed ones take no rows

        model.beginCounting();
        model.mergeLive({request(22, build)}); // not in the answer
        model.mergeSessions(page({session(build, 11, 21), session(docs, 1, 10)}), {});
        QCOMPARE(model.session(0).requests, 12);
        QCOMPARE(model.session(0).cost, session(build, 11, 22).cost);
        model.beginCounting();
        model.mergeSessions(page({session(build, 11, 22), session(docs, 1, 10)}), {});
        QCOMPARE(model.session(0).requests, 12);
        QCOMPARE(model.session(0).cost, session(build, 11, 22).cost);
    }

    void aRequestWhoseEndWasMissedIsNotCountedForEver()
    {
        RequestTableModel model;
        model.resetToSessions(twoSessions(), {request(21, build, RequestState::InFlight)});
        QCOMPARE(model.session(0).requests, 11);
        model.beginCounting();
        model.mergeSessions(page({session(build, 11, 21), session(docs, 1, 10)}), {});
        QCOMPARE(model.session(0).requests, 11);
    }

    void openSessionsTakeLiveRows()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetToSessions(twoSessions(), {});
        model.setOpen(0, true);
        model.addSessionRows(build, 0, rows(build, 20, 11), {});
        model.mergeLive({request(21, build, RequestState::InFlight), request(22, docs, RequestState::InFlight)});
        QCOMPARE(model.rowCount(), 13);
        QCOMPARE(model.request(1).id, request(21, build).id);
        model.mergeLive({request(21, build)});
        QCOMPARE(model.cellText(1, RequestTableModel::Result), QStringLiteral("200 · stop"));
        QCOMPARE(model.rowCount(), 13);
        QCOMPARE(model.session(12).requests, 11); // of docs
    }

    void aRequestGoesToTheSessionThatItTellsLater()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetToSessions(twoSessions(), {});
        model.setOpen(0, true);
        model.addSessionRows(build, 0, rows(build, 20, 11), {});
        model.mergeLive({request(21, {}, RequestState::InFlight)});
        QCOMPARE(model.sessionCount(), 3);
        QCOMPARE(model.session(0).id, QString());
        QCOMPARE(model.session(0).requests, 1);
        model.mergeLive({request(21, build)});
        QCOMPARE(model.session(0).requests, 0);
        QCOMPARE(model.session(1).requests, 11);
        QCOMPARE(model.rowOf(request(21, build).id), 2);
        model.beginCounting();
        model.mergeSessions(page({session(build, 11, 21), session(docs, 1, 10)}), {});
        QCOMPARE(model.sessionCount(), 2); // nothing is left of the one without a name
    }

    void sessionsMoveWhenTheyAreCountedAndTakeTheirRowsAlong()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetToSessions(twoSessions(), {});
        model.setOpen(1, true);
        model.addSessionRows(docs, 0, rows(docs, 10, 9, true), {});
        const QPersistentModelIndex selected(model.index(3, 0));
        model.mergeLive({request(30, docs)});
        QCOMPARE(model.session(0).id, build); // two that take turns do not dance
        model.beginCounting();
        SessionView grown = session(docs, 1, 10);
        ++grown.requests;
        grown.lastStart = request(30, docs).startedAt;
        model.mergeSessions(page({grown, session(build, 11, 20)}), {});
        QCOMPARE(model.session(0).id, docs);
        QCOMPARE(model.request(1).id, request(30, docs).id);
        QCOMPARE(model.request(selected.row()).id, request(9, docs).id);
        QCOMPARE(model.session(4).id, build);
    }

    void nothingMovesWhileSomebodyReadsFurtherDown()
    {
        RequestTableModel model;
        model.resetToSessions(twoSessions(), {});
        model.setIntake(Intake::HoldNewRows);
        model.beginCounting();
        model.mergeSessions(page({session(QStringLiteral("new"), 21, 25), session(docs, 1, 10)}), {});
        QCOMPARE(model.sessionCount(), 2);
        QCOMPARE(model.session(0).id, build);
        QCOMPARE(model.session(0).requests, 0); // but what is told is true
        model.setIntake(Intake::Follow);
        model.mergeSessions(page({session(QStringLiteral("new"), 21, 25), session(docs, 1, 10)}), {});
        QCOMPARE(model.session(0).id, QStringLiteral("new"));
        QCOMPARE(model.sessionCount(), 2);
    }

    void whatEndedFurtherUpIsCountedOnceWhenItIsLetIn()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetToSessions(twoSessions(), {request(21, docs, RequestState::InFlight)});
        model.setIntake(Intake::HoldNewRows);
        model.mergeLive({request(21, docs), request(22, docs)});
        model.beginCounting();
        model.mergeLive({request(23, docs)}); // after the question: it may not be in the answer
        SessionView counted = session(docs, 1, 10);
        counted.requests += 2;
        model.mergeSessions(page({counted, session(build, 11, 20)}), {});
        QCOMPARE(model.session(model.rowOfSession(docs)).requests, 12);
        model.setIntake(Intake::Follow);
        QCOMPARE(model.session(model.rowOfSession(docs)).requests, 13);
        model.beginCounting();
        counted.requests = 13;
        model.mergeSessions(page({counted, session(build, 11, 20)}), {});
        QCOMPARE(model.session(model.rowOfSession(docs)).requests, 13);
    }

    void requestsAboveAGapAreReadAnew()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetToSessions(page({session(build, 1, 500)}), {});
        model.setOpen(0, true);
        model.addSessionRows(build, 0, rows(build, 100, 51, true), {});
        model.addSessionRows(build, 0, rows(build, 500, 301, true), {});
        QCOMPARE(model.rowCount(), 201);
        QCOMPARE(model.rowOf(request(100, build).id), -1);
        model.addSessionRows(build, 0, rows(build, 510, 480, true), {}); // joins
        QCOMPARE(model.rowCount(), 211);
    }

    void onlyWhatMatchesIsCounted()
    {
        RequestTableModel model;
        ui::models::RequestFilter filter;
        filter.states = {RequestState::RateLimited};
        model.setFilter(filter);
        model.resetToSessions(page({}), {});
        model.mergeLive({request(21, build)});
        QCOMPARE(model.rowCount(), 0);
        model.mergeLive({request(22, build, RequestState::RateLimited)});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.session(0).failed, 1);
    }

    void aRequestThatNoLongerMatchesLeavesItsSession()
    {
        RequestTableModel model;
        ui::models::RequestFilter filter;
        filter.states = {RequestState::InFlight};
        model.setFilter(filter);
        model.resetToSessions(page({}), {request(21, build, RequestState::InFlight)});
        QCOMPARE(model.session(0).requests, 1);
        QSignalSpy changed(&model, &RequestTableModel::dataChanged);
        model.mergeLive({request(21, build)});
        QCOMPARE(model.session(0).requests, 0);
        QVERIFY(!changed.isEmpty()); // and it is painted so
    }

    void nothingComesIntoAnOpenSessionWhileTheListIsPaused()
    {
        RequestTableModel model;
        QAbstractItemModelTester tester(&model);
        model.resetToSessions(twoSessions(), {});
        model.setOpen(0, true);
        model.addSessionRows(build, 0, rows(build, 20, 11), {});
        model.setIntake(Intake::Freeze);
        model.addSessionRows(build, 0, rows(build, 25, 11), {});
        QCOMPARE(model.rowCount(), 12);
        model.setOpen(11, true); // what is opened by hand is shown
        model.addSessionRows(docs, 0, rows(docs, 10, 1), {});
        QCOMPARE(model.rowCount(), 22);
        model.setIntake(Intake::Follow);
        model.addSessionRows(build, 0, rows(build, 25, 11), {});
        QCOMPARE(model.rowOf(request(25, build).id), 1);
    }

    void aSessionThatIsOpenDoesNotGrowForEver()
    {
        RequestTableModel model; // without a tester, who looks at all rows for each that comes
        model.resetToSessions(page({session(build, 1, 100)}), {});
        model.setOpen(0, true);
        model.addSessionRows(build, 0, rows(build, 100, 1), {});
        QList<RequestSummary> live;
        for (int number = 101; number <= RequestTableModel::mostOpenRows + 300; ++number)
            live << request(number, build);
        model.mergeLive(live);
        QCOMPARE(model.rowCount(), 1 + RequestTableModel::mostOpenRows);
        QCOMPARE(model.request(1).id, live.constLast().id);
        QCOMPARE(model.rowOf(request(300, build).id), -1); // the oldest ones went
        QCOMPARE(model.session(0).requests, RequestTableModel::mostOpenRows + 300);
    }

    void theSwitchIsKeptAndGoesBothWays()
    {
        Window window;
        QTRY_COMPARE(window.model()->rowCount(), 20);
        QTest::keyClick(window.page.get(), Qt::Key_G, Qt::ControlModifier);
        QTRY_COMPARE(window.model()->rowCount(), 2);
        QCOMPARE(window.kept.value(QStringLiteral("requests/grouping")), QByteArray("session"));
        QVERIFY(window.button()->isChecked());
        QVERIFY2(window.page->statusText().contains(QStringLiteral("2 of 2 sessions")),
                 qPrintable(window.page->statusText()));
        QTest::mouseClick(window.button(), Qt::LeftButton);
        QTRY_COMPARE(window.model()->rowCount(), 20);
        QVERIFY(!window.model()->isGrouped());
        QCOMPARE(window.kept.value(QStringLiteral("requests/grouping")), QByteArray("none"));

        Window again("session");
        QTRY_COMPARE(again.model()->rowCount(), 2);
        QVERIFY(again.button()->isChecked());
    }

    void opensAndClosesByKeyboard()
    {
        Window window("session");
        QTRY_COMPARE(window.model()->rowCount(), 2);
        auto *table = window.table();
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Right);
        QTRY_COMPARE(window.model()->rowCount(), 12);
        QCOMPARE(window.gateway.queries.back().sessionIds, QStringList{build});
        QCOMPARE(table->currentIndex().row(), 0);
        QTest::keyClick(table, Qt::Key_Left);
        QCOMPARE(window.model()->rowCount(), 2);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(window.model()->rowCount(), 12);
        QTest::keyClick(table, Qt::Key_Down); // on a request they go through the tabs of its detail
        auto *tabs = window.page->findChild<QTabBar *>();
        QVERIFY(tabs);
        const int tab = tabs->currentIndex();
        QTest::keyClick(table, Qt::Key_Right);
        QCOMPARE(tabs->currentIndex(), tab + 1);
        QCOMPARE(window.model()->rowCount(), 12);
    }

    void leftGoesFromARequestToItsSession()
    {
        Window window("session");
        QTRY_COMPARE(window.model()->rowCount(), 2);
        auto *table = window.table();
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Right);
        QTRY_COMPARE(window.model()->rowCount(), 12);
        table->selectRow(3);
        auto *tabs = window.page->findChild<QTabBar *>();
        tabs->setCurrentIndex(1);
        QTest::keyClick(table, Qt::Key_Left); // first through the tabs
        QCOMPARE(tabs->currentIndex(), 0);
        QCOMPARE(table->currentIndex().row(), 3);
        QTest::keyClick(table, Qt::Key_Left);
        QCOMPARE(table->currentIndex().row(), 0);
        QVERIFY(table->selectionModel()->isRowSelected(0, {}));
        QTest::keyClick(table, Qt::Key_Left);
        QCOMPARE(window.model()->rowCount(), 2);
    }

    void aSelectedSessionIsToldInTheDetailAndIsNoRequest()
    {
        Window window("session");
        QTRY_COMPARE(window.model()->rowCount(), 2);
        auto *table = window.table();
        window.model()->setOpen(0, true);
        QTRY_COMPARE(window.model()->rowCount(), 12);
        table->selectRow(1);
        const auto *resend = window.page->findChild<QAction *>(QStringLiteral("actionResend"));
        const auto *pin = window.page->findChild<QAction *>(QStringLiteral("actionPin"));
        const auto *title = window.page->findChild<QLabel *>(QStringLiteral("selectionTitle"));
        QVERIFY(resend->isEnabled());
        QVERIFY(!title->isVisible());
        table->selectRow(0);
        QVERIFY(title->isVisible());
        QCOMPARE(title->text(), QStringLiteral("Session build"));
        QVERIFY(!resend->isEnabled()); // what was shown before is not what is selected
        QVERIFY(!pin->isEnabled());
        window.gateway.emitRequests({request(21, build)});
        QVERIFY2(window.factText().contains(QStringLiteral("Requests: 11")), qPrintable(window.factText()));
        window.model()->setOpen(0, false);
        table->selectAll();
        QCOMPARE(title->text(), QStringLiteral("2 sessions selected"));
        window.button()->click(); // a list of requests has none
        QTRY_VERIFY(!title->isVisible());
    }

    void aSelectedSessionStaysSelectedWhenTheListIsReadAnew()
    {
        Window window("session");
        QTRY_COMPARE(window.model()->rowCount(), 2);
        window.table()->selectRow(1);
        const auto before = window.gateway.fakeInspector.sessionQueries.size();
        window.page->findChild<QLineEdit *>(QStringLiteral("requestFilter"))->setText(QStringLiteral("claude"));
        QTRY_VERIFY(window.gateway.fakeInspector.sessionQueries.size() > before);
        QTRY_COMPARE(window.table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(window.model()->session(window.table()->currentIndex().row()).id, docs);
    }

    void theMenuOfASessionIsItsOwn()
    {
        Window window("session");
        QTRY_COMPARE(window.model()->rowCount(), 2);
        auto *table = window.table();
        table->selectRow(1);
        const QPoint middle = table->rect().center();
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, middle, table->mapToGlobal(middle));
        QCoreApplication::sendEvent(table, &byKey);
        auto *menu = window.page->findChild<QMenu *>(QStringLiteral("rowMenu"));
        QVERIFY(menu);
        QStringList entries;
        for (const QAction *action : menu->actions())
            entries << action->text();
        QCOMPARE(entries, (QStringList{QStringLiteral("Open session"), QStringLiteral("Show only this session"),
                                       QStringLiteral("Copy id"), QString(), QStringLiteral("Export…")}));
        menu->actions().at(1)->trigger();
        QCOMPARE(window.page->findChild<QLineEdit *>(QStringLiteral("requestFilter"))->text(),
                 QStringLiteral("session=docs"));
        menu->close();
    }

    void selectedSessionsAreCopiedAndExported()
    {
        Window window("session");
        QTRY_COMPARE(window.model()->rowCount(), 2);
        window.table()->setFocus();
        window.table()->selectRow(1);
        QTest::keySequence(window.table(), QKeySequence::Copy);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(QStringLiteral("docs\t10 requests")), qPrintable(copied));
        window.page->findChild<QAction *>(QStringLiteral("actionExport"))->trigger();
        auto *dialog = window.page->findChild<ui::dialogs::ExportDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->command().query.sessionIds, QStringList{docs});
        dialog->reject();
    }

    void opensByTheArrowAndByADoubleClick()
    {
        Window window("session");
        QTRY_COMPARE(window.model()->rowCount(), 2);
        auto *table = window.table();
        const int y = table->rowViewportPosition(0) + 8;
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, {400, y});
        QCOMPARE(window.model()->isOpen(0), false);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, {10, y});
        QCOMPARE(window.model()->isOpen(0), true);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, {400, y});
        QCOMPARE(window.model()->isOpen(0), false);
    }

    void theFilterGoesAlong()
    {
        Window window("session");
        QTRY_COMPARE(window.model()->rowCount(), 2);
        window.page->findChild<QLineEdit *>(QStringLiteral("requestFilter"))->setText(QStringLiteral("cost>1c"));
        QTRY_COMPARE(window.gateway.fakeInspector.sessionQueries.size(), std::size_t(2));
        QCOMPARE(window.gateway.fakeInspector.sessionQueries.back().second.field, gateway::FilterField::Cost);
    }

    void aScreenReaderHearsWhatASessionCameTo()
    {
        Window window("session");
        QTRY_COMPARE(window.model()->rowCount(), 2);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(window.table());
        QVERIFY(list && list->tableInterface());
        QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Sessions, newest first"));
        const QString heard = list->tableInterface()->cellAt(0, RequestTableModel::State)->text(QAccessible::Name);
        QVERIFY2(heard.contains(QStringLiteral("10 requests")), qPrintable(heard));
    }

    void aScreenReaderKnowsWhetherASessionIsOpen()
    {
        Window window("session");
        QTRY_COMPARE(window.model()->rowCount(), 2);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(window.table());
        QAccessibleInterface *session = list->tableInterface()->cellAt(1, RequestTableModel::Client);
        QVERIFY(session->state().expandable && session->state().collapsed && !session->state().expanded);
        session->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QTRY_COMPARE(window.model()->rowCount(), 12);
        QVERIFY(session->state().expandable && session->state().expanded && !session->state().collapsed);
        QAccessibleInterface *request = list->tableInterface()->cellAt(2, RequestTableModel::Client);
        QVERIFY(!request->state().expandable && !request->state().collapsed);
        QVERIFY(!request->actionInterface()->actionNames().contains(QAccessibleActionInterface::toggleAction()));

        // What a reader stands on stays itself while rows come above it.
        window.model()->setOpen(0, true);
        QTRY_COMPARE(window.model()->rowCount(), 22);
        QCOMPARE(session->tableCellInterface()->rowIndex(), 11);
        QCOMPARE(list->tableInterface()->cellAt(11, RequestTableModel::Client), session);
        QCOMPARE(list->child(list->indexOfChild(session)), session);
        QVERIFY(!request->isValid() || request->tableCellInterface()->rowIndex() == 12);
        QVERIFY(session->text(QAccessible::Name)
                != list->child(RequestTableModel::Client + 1)->text(QAccessible::Name));
        QCOMPARE(session->tableCellInterface()->columnHeaderCells().first()->text(QAccessible::Name),
                 window.model()->headerData(RequestTableModel::Client, Qt::Horizontal).toString());
    }
};

QTEST_MAIN(TestRequestSessions)
#include "tst_request_sessions.moc"
