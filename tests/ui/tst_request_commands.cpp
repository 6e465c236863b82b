// What can be done with rows of the Requests page: by menu, by keyboard, by the buttons of the detail.
#include "tests/support/fake_gateway.h"
#include "tests/ui/request_samples.h"
#include "ui/look/theme.h"
#include "ui/models/request_table_model.h"
#include "ui/pages/requests_page.h"
#include "ui/widgets/request_table_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using gateway::RequestState;
using gateway::api::RequestDetail;
using ui::models::RequestTableModel;

namespace {

RequestDetail detailOf(const gateway::api::RequestSummary &summary)
{
    RequestDetail detail;
    detail.summary = summary;
    detail.method = QStringLiteral("POST");
    detail.path = QStringLiteral("/v1/chat/completions");
    detail.hasBodies = true;
    detail.requestBody = "{\"model\":\"gpt-5.4\"}";
    detail.conversation.requestId = summary.id;
    return detail;
}

} // namespace

class RequestCommandsTest : public QObject {
    Q_OBJECT

    struct Window {
        explicit Window(int stored)
        {
            gateway.currentStatus.baseUrl = QStringLiteral("http://127.0.0.1:8080");
            for (int number = stored; number > 0; --number) {
                gateway.history << samples::request(number);
                gateway.details.insert(samples::request(number).id, detailOf(samples::request(number)));
            }
            page = std::make_unique<ui::pages::RequestsPage>(gateway, gateway.fakeInspector, theme,
                                                             ui::pages::ViewSettings());
            page->resize(1280, 800);
            page->show();
            QVERIFY(QTest::qWaitForWindowExposed(page.get()));
            page->activateWindow();
            QTRY_COMPARE(model()->rowCount(), stored);
            table()->setFocus();
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
        QString said() const { return find<QLabel>("detailSaid")->text(); }
        QAction *action(const char *name) const { return find<QAction>(name); }
        void select(int row)
        {
            // Not selectRow(): it looks at the keys of the event before.
            table()->selectionModel()->setCurrentIndex(model()->index(row, 0),
                                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            QTRY_COMPARE(gateway.detailQueries.isEmpty() ? QString() : gateway.detailQueries.last(),
                         model()->request(row).id);
        }

        support::FakeGateway gateway;
        ui::look::Theme theme{ui::look::Scheme::Light};
        std::unique_ptr<ui::pages::RequestsPage> page;
    };

private slots:
    void resendsByKeyboardAndSelectsTheNewRow()
    {
        Window window(3);
        window.select(1);
        QTest::keyClick(window.table(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(window.gateway.fakeInspector.resent.size(), std::size_t(1));
        QCOMPARE(window.gateway.fakeInspector.resent[0].requestId, samples::request(2).id);
        QVERIFY(!window.gateway.fakeInspector.resent[0].body);
        QCOMPARE(window.said(), QStringLiteral("Sent again."));
        auto fresh = samples::request(9, RequestState::InFlight);
        fresh.id = window.gateway.fakeInspector.nextId;
        window.gateway.details.insert(fresh.id, detailOf(fresh));
        window.gateway.emitRequests({fresh});
        QTRY_COMPARE(window.table()->currentIndex().row(), 0);
        QTRY_VERIFY(window.find<QWidget>("markBar")->isVisible());
        QVERIFY(window.find<QLabel>("markText")->text().contains(samples::request(2).id));
        // From the repetition back to the original, and to what differs.
        window.find<QAbstractButton>("compareWithOriginal")->click();
        QCOMPARE(window.gateway.fakeInspector.comparisons.last(),
                 (std::pair<QString, QString>(fresh.id, samples::request(2).id)));
        window.find<QAbstractButton>("showOriginal")->click();
        QCOMPARE(window.model()->request(window.table()->currentIndex().row()).id, samples::request(2).id);
    }

    void saysWhyItCouldNotResend()
    {
        Window window(2);
        window.select(0);
        window.gateway.fakeInspector.failNext(
            gateway::Error::client(gateway::ErrorCode::InvalidRequest, "The body was not stored."));
        window.action("actionResend")->trigger();
        QVERIFY2(window.said().contains(QStringLiteral("not stored")), qPrintable(window.said()));
    }

    void asksForTheKeyThatAResentRequestNeeds()
    {
        Window window(2);
        window.gateway.fakeGovernance.isRequired = true;
        window.select(0);
        window.action("actionResend")->trigger();
        QVERIFY(window.gateway.fakeInspector.resent.empty());
        auto *dialog = window.find<QDialog>("resendDialog");
        dialog->findChild<QLineEdit *>(QStringLiteral("resendKey"))->setText(QStringLiteral("sk-bf-1"));
        dialog->accept();
        QCOMPARE(window.gateway.fakeInspector.resent.size(), std::size_t(1));
        QCOMPARE(window.gateway.fakeInspector.resent[0].virtualKey, QStringLiteral("sk-bf-1"));
    }

    void editsBeforeItResends()
    {
        Window window(2);
        window.select(0);
        QTest::keyClick(window.table(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = window.find<QDialog>("resendDialog");
        dialog->findChild<QPlainTextEdit *>(QStringLiteral("resendBody"))
            ->setPlainText(QStringLiteral("{\"model\":\"other\"}"));
        dialog->accept();
        QCOMPARE(window.gateway.fakeInspector.resent.at(0).body.value_or(QByteArray()),
                 QByteArray("{\"model\":\"other\"}"));
    }

    void comparesWithTheOneBeforeOfTheSameKind()
    {
        Window window(8);
        window.select(0); // 8, asked for openai/gpt-5.4 by Claude Code; 6 was asked by Codex
        QTest::keyClick(window.table(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(window.gateway.fakeInspector.comparisons.size(), 1);
        QCOMPARE(window.gateway.fakeInspector.comparisons[0].second, samples::request(4).id);
        QTRY_VERIFY(window.page->findChild<QDialog *>(QStringLiteral("comparisonDialog")));
    }

    void comparesTwoSelectedRows()
    {
        Window window(5);
        window.select(1);
        window.table()->selectionModel()->select(window.model()->index(3, 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTRY_VERIFY(window.find<QAbstractButton>("compareSelected")->isVisible());
        window.find<QAbstractButton>("compareSelected")->click();
        QCOMPARE(window.gateway.fakeInspector.comparisons.size(), 1);
        window.table()->selectAll();
        QVERIFY(!window.find<QAbstractButton>("compareSelected")->isVisible());
        QVERIFY(!window.action("actionCompare")->isEnabled());
    }

    void saysWhenThereIsNothingToCompareWith()
    {
        Window window(1);
        window.select(0);
        window.action("actionCompare")->trigger();
        QVERIFY(window.gateway.fakeInspector.comparisons.isEmpty());
        QVERIFY(window.said().contains(QStringLiteral("Select two")));
    }

    void pinsByOneKeyInTheListOnly()
    {
        Window window(3);
        window.select(0);
        QVERIFY(window.table()->isColumnHidden(RequestTableModel::Note));
        QTest::keyClick(window.table(), Qt::Key_P);
        QVERIFY(window.gateway.fakeInspector.mark(samples::request(3).id).isPinned);
        QVERIFY(!window.table()->isColumnHidden(RequestTableModel::Note));
        QCOMPARE(window.model()->noteText(0), QStringLiteral("Pinned."));
        QVERIFY(window.find<QLabel>("markText")->text().startsWith(QStringLiteral("Pinned")));
        QCOMPARE(window.action("actionPin")->text(), QStringLiteral("Unpin"));
        QTest::keyClick(window.table(), Qt::Key_P);
        QVERIFY(!window.gateway.fakeInspector.mark(samples::request(3).id).isPinned);
        QVERIFY(window.table()->isColumnHidden(RequestTableModel::Note));
        auto *filter = window.find<QLineEdit>("requestFilter");
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("pc"));
        QCOMPARE(filter->text(), QStringLiteral("pc"));
        QVERIFY(!window.gateway.fakeInspector.mark(samples::request(3).id).isPinned);
    }

    void pinsSeveralAtOnce()
    {
        Window window(3);
        window.gateway.fakeInspector.pin(samples::request(2).id, true, [](const auto &) {});
        window.table()->selectAll();
        QTest::keyClick(window.table(), Qt::Key_P);
        for (int number = 1; number <= 3; ++number)
            QVERIFY(window.gateway.fakeInspector.mark(samples::request(number).id).isPinned);
    }

    void commentsOnARequest()
    {
        Window window(2);
        window.select(0);
        QTest::keyClick(window.table(), Qt::Key_C);
        auto *dialog = window.find<QInputDialog>("commentDialog");
        dialog->setTextValue(QStringLiteral("Ask Jana"));
        dialog->accept();
        QCOMPARE(window.gateway.fakeInspector.mark(samples::request(2).id).comment, QStringLiteral("Ask Jana"));
        QCOMPARE(window.model()->cellText(0, RequestTableModel::Comment), QStringLiteral("Ask Jana"));
        QVERIFY(window.find<QLabel>("markText")->text().contains(QStringLiteral("Ask Jana")));
    }

    void keepsMarksWhileARowChanges()
    {
        Window window(1);
        const auto running = samples::request(2, RequestState::Streaming);
        window.gateway.emitRequests({running});
        window.gateway.fakeInspector.pin(running.id, true, [](const auto &) {});
        window.gateway.emitRequests({samples::request(2)});
        QVERIFY(window.model()->mark(window.model()->rowOf(running.id)).isPinned);
    }

    void exportsTheSelectionByWayOfADialog()
    {
        Window window(4);
        window.table()->selectAll();
        QTest::keyClick(window.table(), Qt::Key_E, Qt::ControlModifier);
        window.find<QDialog>("exportDialog")->accept();
        QCOMPARE(window.gateway.fakeInspector.exports.size(), std::size_t(1));
        QCOMPARE(window.gateway.fakeInspector.exports[0].ids.size(), 4);
        auto *progress = window.find<QDialog>("exportProgress");
        emit window.gateway.fakeInspector.exportAdvanced(1, 2);
        QVERIFY(progress->findChild<QLabel *>(QStringLiteral("exportText"))->text().startsWith(QStringLiteral("2 ")));
        QTest::mouseClick(progress->findChild<QAbstractButton *>(QStringLiteral("exportButton")), Qt::LeftButton);
        QCOMPARE(window.gateway.fakeInspector.cancelledExports, QList<int>{1});
        window.gateway.fakeInspector.finishExport(
            gateway::unexpected(gateway::Error::client(gateway::ErrorCode::Cancelled, "The export was cancelled.")));
        QTRY_VERIFY(
            progress->findChild<QLabel *>(QStringLiteral("exportText"))->text().contains(QStringLiteral("cancelled")));
    }

    void copiesAsPythonAndALink()
    {
        Window window(2);
        window.select(0);
        window.action("actionCopyAsPython")->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("import json")));
        window.action("actionCopyAsJavaScript")->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("const answer")));
        window.action("actionCopyLink")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("http://127.0.0.1:8080/api/logs/") + samples::request(2).id);
    }

    void offersOnlyWhatCanBeDone()
    {
        Window window(2);
        window.table()->clearSelection();
        for (const char *name : {"actionResend", "actionEditAndResend", "actionCompare", "actionPin", "actionComment",
                                 "actionCopyAsCurl", "actionCopyLink"})
            QVERIFY2(!window.action(name)->isEnabled(), name);
        QVERIFY(window.action("actionExport")->isEnabled());
        window.gateway.emitRequests({samples::request(3, RequestState::Streaming)});
        window.table()->selectionModel()->setCurrentIndex(
            window.model()->index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QTRY_VERIFY(window.action("actionCancelRequest")->isEnabled());
        QVERIFY(!window.action("actionResend")->isEnabled());
        QVERIFY(window.action("actionPin")->isEnabled());
    }

    void everyCommandHasATextAndAName()
    {
        Window window(1);
        int commands = 0;
        for (const QAction *action : window.page->requestActions()) {
            if (action->isSeparator())
                continue;
            ++commands;
            QVERIFY(!action->objectName().isEmpty());
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        }
        QVERIFY(commands >= 13);
    }
};

QTEST_MAIN(RequestCommandsTest)
#include "tst_request_commands.moc"
