#include "tests/support/fake_gateway.h"
#include "tests/ui/request_samples.h"
#include "ui/look/theme.h"
#include "ui/models/request_table_model.h"
#include "ui/pages/request_detail_pane.h"
#include "ui/pages/request_times.h"
#include "ui/pages/requests_page.h"
#include "ui/pages/saved_filters.h"
#include "ui/widgets/message_list.h"
#include "ui/widgets/request_table_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QTest>
#include <QTreeView>

using gateway::RequestState;
using gateway::api::ConversationView;
using gateway::api::MessageRole;
using gateway::api::PartKind;
using gateway::api::RequestDetail;
using ui::models::RequestTableModel;

namespace {

gateway::api::GatewayStatus listening()
{
    gateway::api::GatewayStatus status;
    status.listener = gateway::api::ListenerState::Listening;
    status.baseUrl = QStringLiteral("http://127.0.0.1:8080");
    status.port = 8080;
    return status;
}

RequestDetail detailOf(const gateway::api::RequestSummary &summary)
{
    RequestDetail detail;
    detail.summary = summary;
    detail.method = QStringLiteral("POST");
    detail.path = QStringLiteral("/v1/chat/completions");
    detail.hasBodies = true;
    detail.requestBody = "{\"model\":\"gpt-5.4\",\"messages\":[{\"role\":\"user\",\"content\":\"It's late\"}]}";
    detail.responseBody = "{\"choices\":[]}";
    detail.requestHeaders = {{QStringLiteral("Content-Type"), QStringLiteral("application/json")},
                             {QStringLiteral("Authorization"), QStringLiteral("Bearer sk-****")}};
    detail.conversation.requestId = summary.id;
    return detail;
}

ConversationView conversation(const QString &id, const QString &answer, bool isComplete)
{
    ConversationView view;
    view.requestId = id;
    view.isComplete = isComplete;
    view.messages << gateway::api::MessageView{
        MessageRole::User, {{PartKind::Text, QStringLiteral("Why?"), {}, {}, 0}}, false};
    view.messages << gateway::api::MessageView{MessageRole::Assistant, {{PartKind::Text, answer, {}, {}, 0}}, true};
    return view;
}

} // namespace

class TestRequestsPage : public QObject {
    Q_OBJECT

    struct Window {
        explicit Window(int stored, QSize size = {1280, 800})
        {
            gateway.currentStatus = listening();
            for (int number = stored; number > 0; --number) {
                gateway.history << samples::request(number);
                gateway.details.insert(samples::request(number).id, detailOf(samples::request(number)));
            }
            page = std::make_unique<ui::pages::RequestsPage>(gateway, gateway.fakeInspector, theme, settings());
            page->resize(size);
            page->show();
            QVERIFY(QTest::qWaitForWindowExposed(page.get()));
            page->activateWindow();
        }
        ui::pages::ViewSettings settings()
        {
            return {[this](const QString &name) { return kept.value(name); },
                    [this](const QString &name, const QByteArray &value) { kept.insert(name, value); }};
        }
        template <typename Widget>
        Widget *find(const char *name) const
        {
            auto *widget = page->findChild<Widget *>(QLatin1String(name));
            if (!widget)
                qFatal("no widget is called %s", name);
            return widget;
        }
        ui::widgets::RequestTableView *table() const { return find<ui::widgets::RequestTableView>("requestTable"); }
        RequestTableModel *model() const { return qobject_cast<RequestTableModel *>(table()->model()); }
        QString headline() const { return find<QLabel>("detailHeadline")->text(); }

        QHash<QString, QByteArray> kept;
        support::FakeGateway gateway;
        ui::look::Theme theme{ui::look::Scheme::Light};
        std::unique_ptr<ui::pages::RequestsPage> page;
    };

private slots:
    void tellsHowToBeginWhenNothingWasEverStored()
    {
        Window window(0);
        QTRY_VERIFY(window.find<QLabel>("requestsEmptyText")->isVisible());
        QVERIFY(window.find<QLabel>("requestsEmptyText")->text().contains(QStringLiteral("http://127.0.0.1:8080")));
        QTest::mouseClick(window.find<QAbstractButton>("copyAddress"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:8080"));
    }

    void showsRequestFromStartToEndInOneRow()
    {
        Window window(3);
        QTRY_COMPARE(window.model()->rowCount(), 3);
        window.gateway.emitRequests({samples::request(4, RequestState::InFlight)});
        QCOMPARE(window.model()->rowCount(), 4);
        const auto result = [&] { return window.model()->cellText(0, RequestTableModel::Result); };
        QCOMPARE(result(), QStringLiteral("waiting for first token"));
        window.gateway.emitRequests({samples::request(4, RequestState::Streaming)});
        QCOMPARE(result(), QStringLiteral("streaming"));
        window.gateway.emitRequests({samples::request(4)});
        QCOMPARE(result(), QStringLiteral("200 · stop"));
        QCOMPARE(window.model()->rowCount(), 4);
    }

    void pausesCountsAndResumesByKeyboard()
    {
        Window window(3);
        QTRY_COMPARE(window.model()->rowCount(), 3);
        window.table()->setFocus();
        QTest::keyClick(window.table(), Qt::Key_Space);
        QVERIFY(window.page->isPaused());
        window.gateway.emitRequests({samples::request(4), samples::request(5, RequestState::InFlight)});
        QCOMPARE(window.model()->rowCount(), 3);
        QCOMPARE(window.find<QAbstractButton>("liveButton")->text(), QStringLiteral("2 new"));
        QTest::keyClick(window.table(), Qt::Key_End);
        QVERIFY(!window.page->isPaused());
        QCOMPARE(window.model()->rowCount(), 5);
        QCOMPARE(window.find<QAbstractButton>("liveButton")->text(), QStringLiteral("Live"));
    }

    void countOfTheStoreIsNeverBelowTheRows()
    {
        Window window(3);
        QTRY_COMPARE(window.model()->rowCount(), 3);
        window.gateway.emitRequests({samples::request(4), samples::request(5)});
        QCOMPARE(window.page->statusText(), QStringLiteral("5 of 5 requests"));
    }

    void homeGoesToTheFirstRow()
    {
        Window window(150);
        QTRY_COMPARE(window.model()->rowCount(), 150);
        QScrollBar *bar = window.table()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 600);
        window.table()->setFocus();
        window.table()->selectRow(40);
        bar->setValue(500);
        QTest::keyClick(window.table(), Qt::Key_Home);
        QCOMPARE(window.table()->currentIndex().row(), 0);
        QCOMPARE(window.table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(bar->value(), 0);
    }

    void stopsFollowingWhenScrolledAwayAndKeepsThePlace()
    {
        Window window(150);
        QTRY_COMPARE(window.model()->rowCount(), 150);
        QScrollBar *bar = window.table()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 600);
        bar->setValue(500);
        const QString top = window.model()->request(window.table()->rowAt(0)).id;
        window.gateway.emitRequests({samples::request(151, RequestState::InFlight)});
        QCOMPARE(window.model()->request(window.table()->rowAt(0)).id, top);
        QCOMPARE(window.find<QAbstractButton>("liveButton")->text(), QStringLiteral("1 new"));
        QTest::mouseClick(window.find<QAbstractButton>("liveButton"), Qt::LeftButton);
        QCOMPARE(bar->value(), 0);
        QCOMPARE(window.model()->request(0).id, samples::request(151).id);
    }

    void readsMoreWhenScrolledToTheEnd()
    {
        Window window(450);
        QTRY_COMPARE(window.model()->rowCount(), 450); // of which 200 were read
        QVERIFY(!window.model()->isLoaded(200));
        QScrollBar *bar = window.table()->verticalScrollBar();
        bar->setValue(bar->singleStep() * 190);
        QTRY_VERIFY(window.model()->isLoaded(399));
        bar->setValue(bar->maximum());
        QTRY_VERIFY(window.model()->isLoaded(449));
        QCOMPARE(window.model()->request(449).id, samples::request(1).id);
        QCOMPARE(window.model()->rowCount(), 450);
    }

    void keepsTheSelectionWhileRowsArrive()
    {
        Window window(20);
        QTRY_COMPARE(window.model()->rowCount(), 20);
        window.table()->selectRow(4);
        const QString selected = window.model()->request(4).id;
        for (int number = 21; number < 40; ++number)
            window.gateway.emitRequests({samples::request(number, RequestState::InFlight)});
        const QModelIndexList rows = window.table()->selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(window.model()->request(rows.constFirst().row()).id, selected);
    }

    void searchesWhatWasSaidOnlyWhereThatIsSwitchedOn()
    {
        Window window(3);
        QTRY_COMPARE(window.model()->rowCount(), 3);
        auto *echo = window.find<QLabel>("filterEcho");
        window.find<QLineEdit>("requestFilter")->setText(QStringLiteral("text:deploy"));
        QVERIFY2(echo->text().contains(QStringLiteral("Settings")), qPrintable(echo->text()));
        auto &inspector = window.gateway.fakeInspector;
        inspector.page.rows = {samples::request(2)};
        inspector.page.matching = 1;
        inspector.changeBodySearch({true, 0.5});
        QTRY_COMPARE(window.model()->rowCount(), 1); // the text was still there
        QCOMPARE(inspector.queries.back().second.field, gateway::FilterField::Body);
        QVERIFY2(echo->text().contains(QStringLiteral("50%")), qPrintable(echo->text()));
        window.gateway.emitRequests({samples::request(4, RequestState::InFlight)}); // nobody knows what it says yet
        QCOMPARE(window.model()->rowCount(), 1);
        inspector.changeBodySearch({true, 1.0});
        QVERIFY2(!echo->text().contains(QLatin1Char('%')), qPrintable(echo->text()));
    }

    void whatWasSearchedIsMarkedInTheConversation()
    {
        Window window(3);
        QTRY_COMPARE(window.model()->rowCount(), 3);
        RequestDetail detail = detailOf(samples::request(2));
        detail.conversation = conversation(detail.summary.id, QStringLiteral("Because you deploy on Fridays."), true);
        window.gateway.details.insert(detail.summary.id, detail);
        window.find<QTabBar>("detailTabs")->setCurrentIndex(1);
        auto &inspector = window.gateway.fakeInspector;
        inspector.page.rows = {samples::request(2)};
        inspector.changeBodySearch({true, 1.0});
        window.find<QLineEdit>("requestFilter")->setText(QStringLiteral("text:deploy -text:never"));
        QTRY_COMPARE(window.model()->rowCount(), 1);
        window.table()->selectRow(0);
        auto *field = window.find<QLineEdit>("conversationFind");
        const auto *found = window.find<QLabel>("conversationFound");
        const auto *list = window.find<ui::widgets::MessageList>("messageList");
        QCOMPARE(field->text(), QStringLiteral("deploy"));
        QTRY_COMPARE(found->text(), QStringLiteral("in 1 part"));
        QVERIFY(list->currentItem() && list->currentItem()->text.contains(QStringLiteral("Fridays")));
        field->setText(QStringLiteral("WHY"));
        QCOMPARE(found->text(), QStringLiteral("in 1 part"));
        QCOMPARE(list->currentItem()->text, QStringLiteral("Why?"));
        field->setText(QStringLiteral("nowhere"));
        QCOMPARE(found->text(), QStringLiteral("nothing found"));
        window.find<QLineEdit>("requestFilter")->setText(QStringLiteral("text:fridays"));
        QTRY_COMPARE(window.model()->filter().condition->text, std::string("fridays"));
        QCOMPARE(field->text(), QStringLiteral("nowhere")); // what was written here stays
    }

    void filtersTheStoreAndLiveRowsAlike()
    {
        Window window(6);
        QTRY_COMPARE(window.model()->rowCount(), 6);
        QTest::keyClick(window.page.get(), Qt::Key_F, Qt::ControlModifier);
        auto *field = window.find<QLineEdit>("requestFilter");
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("anthropic"));
        QTRY_COMPARE(window.model()->rowCount(), 3);
        QCOMPARE(window.gateway.queries.back().text, QStringLiteral("anthropic"));
        window.gateway.emitRequests(
            {samples::request(7, RequestState::InFlight), samples::request(8, RequestState::InFlight)});
        QCOMPARE(window.model()->rowCount(), 4);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(window.table()->hasFocus());
    }

    void asksTheStoreForConditionsAndSaysWhatTheyMean()
    {
        Window window(6);
        QTRY_COMPARE(window.model()->rowCount(), 6);
        window.gateway.fakeInspector.page.rows = {samples::request(5), samples::request(3)};
        auto *field = window.find<QLineEdit>("requestFilter");
        auto *echo = window.find<QLabel>("filterEcho");
        field->setText(QStringLiteral("provider:anthropic -client:codex"));
        QTRY_COMPARE(window.gateway.fakeInspector.queries.size(), std::size_t(1));
        QVERIFY2(echo->text().startsWith(QStringLiteral("The provider contains")), qPrintable(echo->text()));
        QTRY_COMPARE(window.model()->rowCount(), 1); // the other one was asked by Codex
        window.gateway.emitRequests({samples::request(7, RequestState::InFlight), samples::request(8)});
        QCOMPARE(window.model()->rowCount(), 2); // live rows pass by the same condition
        field->setText(QStringLiteral("provider:anthropic -client:codex and modle:x"));
        QTRY_VERIFY(echo->text().contains(QStringLiteral("modle")));
        QCOMPARE(window.model()->rowCount(), 2); // the last right filter stays in force
        QCOMPARE(window.gateway.fakeInspector.queries.size(), std::size_t(1));
        field->clear();
        QTRY_COMPARE(window.model()->rowCount(), 6);
        QVERIFY(echo->text().isEmpty());
    }

    void saysWhatIsStoredWhenNothingMatches()
    {
        Window window(6);
        QTRY_COMPARE(window.model()->rowCount(), 6);
        window.find<QLineEdit>("requestFilter")->setText(QStringLiteral("nobody"));
        QTRY_VERIFY(window.find<QLabel>("requestsEmptyText")->isVisible());
        QVERIFY(window.find<QLabel>("requestsEmptyText")->text().startsWith(QStringLiteral("No request matches.")));
        QTest::mouseClick(window.find<QAbstractButton>("clearFilter"), Qt::LeftButton);
        QTRY_COMPARE(window.model()->rowCount(), 6);
    }

    void theFilterIsKeptWhenTheWindowIsClosed()
    {
        Window window(6);
        QTRY_COMPARE(window.model()->rowCount(), 6);
        window.find<QLineEdit>("requestFilter")->setText(QStringLiteral("anthropic"));
        window.find<QAbstractButton>("chipErrors")->setChecked(true);
        QTRY_COMPARE(window.model()->rowCount(), 0);
        const auto queries = window.gateway.queries.size();
        ui::pages::RequestsPage again(window.gateway, window.gateway.fakeInspector, window.theme, window.settings());
        QCOMPARE(again.findChild<QLineEdit *>(QStringLiteral("requestFilter"))->text(), QStringLiteral("anthropic"));
        QVERIFY(again.findChild<QAbstractButton *>(QStringLiteral("chipErrors"))->isChecked());
        QCOMPARE(window.gateway.queries.size(), queries); // read when it is shown, and by this filter at once
        again.show();
        QTRY_VERIFY(window.gateway.queries.size() > queries);
        QCOMPARE(window.gateway.queries[queries].text, QStringLiteral("anthropic"));
    }

    void chipsFilterByState()
    {
        Window window(4);
        window.find<QAbstractButton>("chipRateLimited")->click();
        QTRY_COMPARE(window.gateway.queries.back().states, QStringList{QStringLiteral("rate_limited")});
        QTRY_COMPARE(window.model()->rowCount(), 0);
        window.gateway.emitRequests({samples::request(5, RequestState::RateLimited), samples::request(6)});
        QCOMPARE(window.model()->rowCount(), 1);
        window.find<QAbstractButton>("chipRunning")->click();
        QTRY_COMPARE(window.gateway.queries.back().states.size(), 3);
    }

    void keepsTheDetailOfARowThatTheFilterHides()
    {
        Window window(4);
        QTRY_COMPARE(window.model()->rowCount(), 4);
        window.table()->selectRow(0);
        QTRY_COMPARE(window.gateway.detailQueries.size(), 1);
        window.find<QLineEdit>("requestFilter")->setText(QStringLiteral("anthropic"));
        QTRY_COMPARE(window.model()->rowCount(), 2);
        QVERIFY(window.find<QWidget>("hiddenByFilter")->isVisible());
        QCOMPARE(window.headline(), QStringLiteral("Answered by openai"));
        window.find<QAbstractButton>("showHiddenRequest")->click();
        QTRY_COMPARE(window.model()->rowCount(), 4);
        QTRY_VERIFY(!window.find<QWidget>("hiddenByFilter")->isVisible());
        QCOMPARE(window.table()->selectionModel()->selectedRows().size(), 1);
    }

    void theMenuOfARowNarrowsTheFilter()
    {
        Window window(30);
        QTRY_COMPARE(window.model()->rowCount(), 30);
        auto *table = window.table();
        window.gateway.fakeInspector.page.rows = window.gateway.history;
        auto *filter = window.find<QLineEdit>("requestFilter");
        filter->setText(QStringLiteral("provider:openai or model:gpt"));
        QTRY_COMPARE(window.model()->rowCount(), 15);
        const int x = table->columnViewportPosition(RequestTableModel::Client) + 4;
        const int row = window.model()->rowOf(samples::request(20).id);
        emit table->customContextMenuRequested({x, table->rowViewportPosition(row) + 4});
        auto *menu = window.find<QMenu>("rowMenu");
        const QList<QAction *> entries = window.find<QMenu>("showOnlyMenu")->actions();
        QCOMPARE(entries.constFirst()->text(), QStringLiteral("client=\"Claude Code\"")); // the cell under the pointer
        entries.constFirst()->trigger();
        QCOMPARE(filter->text(), QStringLiteral("(provider:openai or model:gpt) client=\"Claude Code\""));
        filter->undo(); // like anything that is typed
        QCOMPARE(filter->text(), QStringLiteral("provider:openai or model:gpt"));
        filter->clear();
        for (QAction *entry : window.find<QMenu>("hideMenu")->actions()) {
            if (entry->text() == QLatin1String("model=gpt-5.4"))
                entry->trigger();
        }
        QCOMPARE(filter->text(), QStringLiteral("-model=gpt-5.4"));
        menu->close();
        QTRY_COMPARE(window.model()->request(0).model, QStringLiteral("claude-sonnet-5-5"));
        QCOMPARE(window.model()->rowCount(), 15);
    }

    void theMenuKeyIsAboutTheCurrentRow()
    {
        Window window(30);
        QTRY_COMPARE(window.model()->rowCount(), 30);
        auto *table = window.table();
        table->selectRow(2);
        QSignalSpy wanted(table, &QWidget::customContextMenuRequested);
        const QPoint middle = table->rect().center();
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, middle, table->mapToGlobal(middle)); // as Qt sends it
        QCoreApplication::sendEvent(table, &byKey);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(table->rowAt(wanted.at(0).at(0).toPoint().y()), 2);
        window.find<QMenu>("rowMenu")->close();
    }

    void sumsUpSeveralRows()
    {
        Window window(5);
        QTRY_COMPARE(window.model()->rowCount(), 5);
        window.table()->selectAll();
        QTRY_VERIFY(window.find<QWidget>("selectionSummary")->isVisible());
        QCOMPARE(window.find<QLabel>("selectionTitle")->text(), QStringLiteral("5 requests selected"));
    }

    void showsTheDetailByKeyboardAlone()
    {
        Window window(5);
        QTRY_COMPARE(window.model()->rowCount(), 5);
        window.table()->setFocus();
        QTest::keyClick(window.table(), Qt::Key_Down);
        QTest::keyClick(window.table(), Qt::Key_Down);
        QTRY_VERIFY(!window.headline().isEmpty());
        auto *tabs = window.find<QTabBar>("detailTabs");
        QCOMPARE(tabs->currentIndex(), 0);
        QTest::keyClick(window.table(), Qt::Key_Right);
        QTest::keyClick(window.table(), Qt::Key_Right);
        QCOMPARE(tabs->tabText(tabs->currentIndex()), QStringLiteral("Request"));
        QTest::keyClick(window.table(), Qt::Key_Return);
        QTRY_VERIFY(window.find<QTreeView>("requestTree")->hasFocus());
        QTest::keyClick(window.page->focusWidget(), Qt::Key_Escape, Qt::ShiftModifier);
        QTRY_VERIFY(window.table()->hasFocus());
        QTest::keyClick(window.table(), Qt::Key_Left);
        QCOMPARE(tabs->tabText(tabs->currentIndex()), QStringLiteral("Conversation"));
    }

    void followsTheAnswerWhileItStreams()
    {
        Window window(2);
        const auto running = samples::request(3, RequestState::Streaming);
        RequestDetail detail = detailOf(running);
        detail.conversation = conversation(running.id, QStringLiteral("Be"), false);
        window.gateway.details.insert(running.id, detail);
        window.gateway.running = {running};
        window.gateway.emitRequests({running});
        QTRY_COMPARE(window.model()->rowCount(), 3);
        window.table()->selectRow(0);
        window.find<QTabBar>("detailTabs")->setCurrentIndex(1);
        QTRY_COMPARE(window.gateway.watchedRequest, running.id);
        QTRY_COMPARE(window.find<QAbstractButton>("followStream")->isVisible(), true);
        auto *list = window.find<ui::widgets::MessageList>("messageList");
        QString answer;
        for (int line = 0; line < 200; ++line) {
            answer += QStringLiteral("Because of reason %1.\n").arg(line);
            window.gateway.emitConversation(conversation(running.id, answer, false));
        }
        QVERIFY(list->isFollowing());
        QCOMPARE(list->verticalScrollBar()->value(), list->verticalScrollBar()->maximum());
        QVERIFY(list->verticalScrollBar()->maximum() > 500);

        list->verticalScrollBar()->setValue(0);
        QVERIFY(!list->isFollowing());
        window.gateway.emitConversation(conversation(running.id, answer + QStringLiteral("End."), false));
        QCOMPARE(list->verticalScrollBar()->value(), 0);
        window.find<QAbstractButton>("followStream")->click();
        QVERIFY(list->isFollowing());

        window.gateway.emitConversation(conversation(QStringLiteral("another"), QStringLiteral("No"), false));
        const auto ended = samples::request(3);
        RequestDetail whole = detailOf(ended);
        whole.conversation = conversation(ended.id, answer, true);
        window.gateway.details.insert(ended.id, whole);
        window.gateway.emitRequests({ended});
        QTRY_COMPARE(window.gateway.watchedRequest, QString());
        QTRY_VERIFY(!window.find<QAbstractButton>("followStream")->isVisible());
        QCOMPARE(window.headline(), QStringLiteral("Answered by anthropic"));
    }

    void cancelsTheRunningRequestOnly()
    {
        Window window(2);
        const auto running = samples::request(3, RequestState::Streaming);
        window.gateway.details.insert(running.id, detailOf(running));
        window.gateway.emitRequests({running});
        QTRY_COMPARE(window.model()->rowCount(), 3);
        window.table()->setFocus();
        window.table()->selectRow(1);
        QTRY_VERIFY(!window.find<QAbstractButton>("cancelRequest")->isVisible());
        window.table()->selectRow(0);
        QTRY_VERIFY(window.find<QAbstractButton>("cancelRequest")->isVisible());
        QTest::keyClick(window.table(), Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(window.gateway.cancelledRequests, QStringList{running.id});
        window.gateway.emitRequests({samples::request(3, RequestState::Cancelled)});
        QTRY_VERIFY(!window.find<QAbstractButton>("cancelRequest")->isVisible());
    }

    void copiesAsCurlWithAPlaceholderKey()
    {
        Window window(2);
        QTRY_COMPARE(window.model()->rowCount(), 2);
        window.table()->setFocus();
        window.table()->selectRow(0);
        QTRY_COMPARE(window.gateway.detailQueries.size(), 1);
        QTest::keyClick(window.table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString command = QGuiApplication::clipboard()->text();
        QVERIFY2(command.startsWith(QStringLiteral("curl 'http://127.0.0.1:8080/v1/chat/completions'")),
                 qPrintable(command));
        QVERIFY(command.contains(QStringLiteral("Bearer $BILROST_KEY")));
        QVERIFY(!command.contains(QStringLiteral("sk-")));
        QVERIFY(command.contains(QStringLiteral("It'\\''s late")));
    }

    void cyclesThePlaceOfTheDetailAndKeepsIt()
    {
        Window window(2);
        auto *splitter = window.find<QSplitter>("requestsSplitter");
        QCOMPARE(splitter->orientation(), Qt::Vertical);
        QTest::keyClick(window.page.get(), Qt::Key_F8);
        QCOMPARE(splitter->orientation(), Qt::Horizontal);
        QCOMPARE(window.kept.value(QStringLiteral("requests/detail_wide")), QByteArray("right"));
        window.page->resize(1'000, 700);
        QTRY_COMPARE(splitter->orientation(), Qt::Vertical); // too narrow to stand side by side
        window.page->resize(1'280, 700);
        QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
        QTest::keyClick(window.page.get(), Qt::Key_F8);
        QVERIFY(!window.find<QWidget>("requestDetail")->isVisible());
        QTest::keyClick(window.page.get(), Qt::Key_F8);
        QVERIFY(window.find<QWidget>("requestDetail")->isVisible());
    }

    void columnsLeaveByPriorityAndComeBack()
    {
        Window window(3);
        QTRY_COMPARE(window.model()->rowCount(), 3);
        const auto *table = window.table();
        QVERIFY(!table->isColumnHidden(RequestTableModel::Output));
        QVERIFY(table->isColumnHidden(RequestTableModel::Session));
        window.page->resize(800, 700);
        QTRY_VERIFY(table->isColumnHidden(RequestTableModel::Cached));
        QVERIFY(!table->isColumnHidden(RequestTableModel::Result));
        window.page->resize(1'400, 700);
        QTRY_VERIFY(!table->isColumnHidden(RequestTableModel::Cached));
    }

    void keepsTheChosenColumns()
    {
        Window window(3);
        auto *menu = window.find<QMenu>("columnsMenu");
        emit menu->aboutToShow();
        auto *session = menu->findChild<QAction *>(QStringLiteral("column_session"));
        QVERIFY(session);
        session->trigger();
        QVERIFY(!window.table()->isColumnHidden(RequestTableModel::Session));
        ui::pages::RequestsPage again(window.gateway, window.gateway.fakeInspector, window.theme, window.settings());
        auto *table = again.findChild<ui::widgets::RequestTableView *>(QStringLiteral("requestTable"));
        QVERIFY(!table->isColumnHidden(RequestTableModel::Session));
    }

    void arrowKeysBeginAtTheNewestRowInSight()
    {
        Window window(1);
        QTRY_COMPARE(window.model()->rowCount(), 1);
        window.table()->setFocus(Qt::TabFocusReason); // makes the only row the current one
        for (int number = 2; number <= 40; ++number)
            window.gateway.emitRequests({samples::request(number)});
        QTRY_COMPARE(window.model()->rowCount(), 40);
        window.table()->clearSelection();
        QTest::keyClick(window.table(), Qt::Key_Down);
        const QModelIndexList rows = window.table()->selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().row(), 0);
        QTest::keyClick(window.table(), Qt::Key_Down);
        QCOMPARE(window.table()->currentIndex().row(), 1);
    }

    void keepsTheWidthsOfColumns()
    {
        Window window(3);
        QTRY_COMPARE(window.model()->rowCount(), 3);
        window.table()->setColumnWidth(RequestTableModel::Client, 171);
        ui::pages::RequestsPage again(window.gateway, window.gateway.fakeInspector, window.theme, window.settings());
        const auto *table = again.findChild<ui::widgets::RequestTableView *>(QStringLiteral("requestTable"));
        again.resize(1'400, 800);
        again.show();
        QTRY_COMPARE(table->columnWidth(RequestTableModel::Client), 171);
    }

    void saysThatTheStoreLosesRequests()
    {
        Window window(2);
        auto *banner = window.find<QWidget>("requestsBanner");
        QVERIFY(!banner->isVisible());
        gateway::api::GatewayStatus status = listening();
        status.droppedRecords = 12;
        status.storageProblem = QStringLiteral("The disk is full");
        window.gateway.setStatus(status);
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(
            window.find<QLabel>("requestsBannerText")->text(),
            QStringLiteral("The last 12 requests could not be stored: the disk is full. They still went through."));
    }

    void saysThatBodiesWereNotStored()
    {
        Window window(1);
        RequestDetail bare = detailOf(samples::request(1));
        bare.hasBodies = false;
        bare.requestBody.clear();
        bare.responseBody.clear();
        window.gateway.details.insert(bare.summary.id, bare);
        QTRY_COMPARE(window.model()->rowCount(), 1);
        window.table()->selectRow(0);
        window.find<QTabBar>("detailTabs")->setCurrentIndex(7);
        QTRY_VERIFY(window.find<QLabel>("rawNotice")->text().startsWith(QStringLiteral("Only totals were stored")));
    }

    void showsLargeBodiesFromTheirBeginning()
    {
        Window window(1);
        RequestDetail large = detailOf(samples::request(1));
        large.requestBody = "{\"text\":\"" + QByteArray(1'500'000, 'x') + "\"}";
        window.gateway.details.insert(large.summary.id, large);
        QTRY_COMPARE(window.model()->rowCount(), 1);
        window.table()->selectRow(0);
        window.find<QTabBar>("detailTabs")->setCurrentIndex(2);
        QTRY_COMPARE(window.find<QLabel>("requestNotice")->text(),
                     QStringLiteral("The first 1.0 MB of 1.5 MB are shown."));
        QVERIFY(window.find<QPlainTextEdit>("requestText")->toPlainText().size() < 1'100'000);
        window.find<QAbstractButton>("requestLoadAll")->click();
        QVERIFY(window.find<QTreeView>("requestTree")->isVisible());
    }

    void readsARequestAgainThatIsNotStoredYet()
    {
        Window window(1);
        auto justEnded = samples::request(2);
        justEnded.sequence = 0;
        justEnded.startedAt = QDateTime::currentDateTimeUtc();
        window.gateway.emitRequests({justEnded});
        QTRY_COMPARE(window.model()->rowCount(), 2);
        window.table()->selectRow(0);
        QTRY_COMPARE(window.gateway.detailQueries.size(), 1);
        window.gateway.details.insert(justEnded.id, detailOf(justEnded));
        QTRY_COMPARE(window.gateway.detailQueries.size(), 2);
        QTRY_VERIFY(window.page->findChild<ui::pages::RequestDetailPane *>()->isDetailKnown());
        QVERIFY(!window.find<QLabel>("detailFailure")->isVisible());
    }

    void scrollsThroughTheWholeListAndKeepsTheSelection()
    {
        Window window(3'000);
        QTRY_COMPARE(window.model()->rowCount(), 3'000);
        window.table()->selectRow(3);
        QTRY_COMPARE(window.page->findChild<ui::pages::RequestDetailPane *>()->requestId(), samples::request(2'997).id);
        auto *bar = window.table()->verticalScrollBar();
        bar->setValue(bar->maximum() * 2 / 3);
        const int middle = window.table()->rowAt(0);
        QVERIFY(middle > 1'500);
        QTRY_VERIFY(window.model()->isLoaded(middle));
        QCOMPARE(window.model()->request(middle).id, samples::request(3'000 - middle).id);
        QVERIFY(!window.model()->isLoaded(3));
        QCOMPARE(window.model()->rowCount(), 3'000);
        QCOMPARE(window.page->findChild<ui::pages::RequestDetailPane *>()->requestId(), samples::request(2'997).id);
        QCOMPARE(window.table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(window.table()->selectionModel()->selectedRows().constFirst().row(), 3);
        for (int step = 0; step < 40 && bar->value() < bar->maximum(); ++step) {
            bar->setValue(bar->value() + bar->pageStep());
            QTRY_VERIFY(window.model()->isLoaded(window.table()->rowAt(0)));
        }
        bar->setValue(0);
        QTRY_VERIFY(window.model()->isLoaded(3));
        QTRY_COMPARE(window.model()->request(3).id, samples::request(2'997).id);
        QTRY_COMPARE(window.table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(window.table()->selectionModel()->selectedRows().constFirst().row(), 3);
    }

    void aRowThatIsNotReadYetIsShownWhenItIs()
    {
        Window window(3'000);
        QTRY_COMPARE(window.model()->rowCount(), 3'000);
        auto *bar = window.table()->verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        const int row = window.table()->rowAt(0) + 2;
        QVERIFY(!window.model()->isLoaded(row));
        window.table()->selectRow(row);
        QTRY_COMPARE(window.page->findChild<ui::pages::RequestDetailPane *>()->requestId(),
                     samples::request(3'000 - row).id);
    }

    void sortsTheWholeHistoryByWhatRequestsTook()
    {
        Window window(0);
        window.page->hide();
        for (int number = 3'000; number > 0; --number) {
            auto row = samples::request(number);
            row.duration = std::chrono::milliseconds((number * 7) % 3'000 + 1); // 1 to 3000, each once
            row.cost = gateway::Money{row.duration.count()};
            window.gateway.history << row;
        }
        window.page->show();
        QTRY_COMPARE(window.model()->rowCount(), 3'000);
        const auto duration = [&](int row) { return window.model()->request(row).duration; };
        const auto title = [&](int column) { return window.model()->headerData(column, Qt::Horizontal).toString(); };
        auto *header = window.table()->horizontalHeader();
        emit header->sectionClicked(RequestTableModel::Client); // no order of the store
        QCOMPARE(title(RequestTableModel::Time), QStringLiteral("Time ↓"));
        emit header->sectionClicked(RequestTableModel::Duration);
        QTRY_COMPARE(duration(0), std::chrono::milliseconds(3'000));
        QCOMPARE(title(RequestTableModel::Duration), QStringLiteral("Duration ↓"));
        QCOMPARE(title(RequestTableModel::Time), QStringLiteral("Time"));
        QCOMPARE(window.model()->rowCount(), 3'000);
        auto *bar = window.table()->verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
        const int middle = window.table()->rowAt(0);
        QTRY_VERIFY(window.model()->isLoaded(middle));
        QCOMPARE(duration(middle), std::chrono::milliseconds(3'000 - middle));
        bar->setValue(bar->maximum());
        QTRY_VERIFY(window.model()->isLoaded(2'999));
        QCOMPARE(duration(2'999), std::chrono::milliseconds(1));
        emit header->sectionClicked(RequestTableModel::Duration); // turned round
        QTRY_COMPARE(duration(0), std::chrono::milliseconds(1));
        emit header->sectionClicked(RequestTableModel::Cost);
        QTRY_COMPARE(window.model()->request(0).cost->nanoDollars, std::int64_t(3'000'000));
        QCOMPARE(window.table()->accessibleName(), QStringLiteral("Requests, sorted by a column"));
    }

    void newRequestsWaitForTheOrderOfTime()
    {
        Window window(30);
        QTRY_COMPARE(window.model()->rowCount(), 30);
        emit window.table()->horizontalHeader()->sectionClicked(RequestTableModel::Duration);
        QTRY_COMPARE(window.find<QAbstractButton>("liveButton")->text(), QStringLiteral("By time"));
        window.table()->selectRow(2);
        const QString chosen = window.model()->request(2).id;
        window.gateway.history.prepend(samples::request(31));
        window.gateway.emitRequests({samples::request(31)});
        QCOMPARE(window.model()->rowCount(), 30);
        QCOMPARE(window.model()->request(2).id, chosen);
        window.find<QAbstractButton>("liveButton")->click();
        QTRY_COMPARE(window.model()->request(0).id, samples::request(31).id);
        QCOMPARE(window.find<QAbstractButton>("liveButton")->text(), QStringLiteral("Live"));
        QTRY_COMPARE(window.page->findChild<ui::pages::RequestDetailPane *>()->requestId(), chosen);
    }

    void aRangeOfTimeNarrowsTheList()
    {
        Window window(20);
        QTRY_COMPARE(window.model()->rowCount(), 20);
        auto *times = window.find<ui::pages::RequestTimes>("requestTimes");
        const QDateTime from = samples::request(11).startedAt;
        emit times->rangeChosen(from, from.addSecs(60));
        QTRY_COMPARE(window.gateway.queries.back().startedFrom, from);
        QVERIFY(window.model()->filter().startedUntil.isValid());
        auto early = samples::request(2);
        early.id = QStringLiteral("early");
        window.gateway.emitRequests({early});
        QCOMPARE(window.model()->rowOf(early.id), -1);
        emit times->wholeWanted();
        QTRY_VERIFY(window.model()->filter().isEmpty());
    }

    void savedFiltersComeBackAndAreChosenFromTheMenu()
    {
        Window window(20);
        QTRY_COMPARE(window.model()->rowCount(), 20);
        window.find<QLineEdit>("requestFilter")->setText(QStringLiteral("provider:openai"));
        window.find<QAbstractButton>("chipErrors")->click();
        auto *saved = window.page->findChild<ui::pages::SavedFilters *>();
        saved->save(QStringLiteral("Failures & OpenAI"));
        saved->save(QStringLiteral("  "));
        QCOMPARE(saved->filters().size(), 1);
        window.find<QAbstractButton>("chipErrors")->click();
        window.find<QLineEdit>("requestFilter")->clear();

        const auto reopened = std::make_unique<ui::pages::RequestsPage>(window.gateway, window.gateway.fakeInspector,
                                                                        window.theme, window.settings());
        auto *again = reopened->findChild<ui::pages::SavedFilters *>();
        QCOMPARE(again->filters(), saved->filters());
        QSignalSpy open(reopened.get(), &ui::pages::RequestsPage::openWanted);
        const QList<QAction *> actions = again->menuAction()->menu()->actions();
        QCOMPARE(actions.constFirst()->text(), QStringLiteral("Failures && OpenAI"));
        actions.constFirst()->trigger();
        QCOMPARE(open.size(), 1);
        QCOMPARE(reopened->findChild<QLineEdit *>(QStringLiteral("requestFilter"))->text(),
                 QStringLiteral("provider:openai"));
        QVERIFY(reopened->findChild<QAbstractButton *>(QStringLiteral("chipErrors"))->isChecked());
        again->remove(QStringLiteral("Failures & OpenAI"));
        QVERIFY(again->filters().isEmpty());
        QVERIFY(!window.kept.value(QStringLiteral("requests/saved_filters")).contains("Failures"));
    }

    void survivesAStoreThatCannotBeRead()
    {
        Window window(2);
        QTRY_COMPARE(window.model()->rowCount(), 2);
        window.gateway.details.clear();
        window.table()->selectRow(0);
        QTRY_VERIFY_WITH_TIMEOUT(window.find<QLabel>("detailFailure")->isVisible(), 5'000);
    }

    void everyControlHasANameForScreenReadersAndTests()
    {
        Window window(2);
        QTRY_COMPARE(window.model()->rowCount(), 2);
        window.table()->selectRow(0);
        for (const QWidget *widget : window.page->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(QStringLiteral("qt_")))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget); // speaks its text
            const bool hasName = label || !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            const bool isOurs = widget->objectName().size() > 0;
            if (isOurs)
                QVERIFY2(hasName || widget->inherits("QSplitter"), qPrintable(widget->objectName()));
            const bool isControl =
                qobject_cast<const QLineEdit *>(widget)
                || (button && button->parentWidget() && !button->parentWidget()->inherits("QLineEdit")
                    && !button->parentWidget()->inherits("QTabBar") && !button->parentWidget()->inherits("QTableView"));
            if (isControl)
                QVERIFY2(isOurs, widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestRequestsPage)
#include "tst_requests_page.moc"
