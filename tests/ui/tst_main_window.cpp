#include <QDialog>
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

#include "tests/ui/request_samples.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/page.h"
#include "ui/pages/requests_page.h"
#include "ui/widgets/banner.h"

using gateway::api::CaptureLevel;
using gateway::api::ListenerState;

namespace {

// What Qt makes for itself inside other widgets has no name of its own and needs none.
bool isInteractive(const QWidget &widget)
{
    const bool isKind = qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget)
                        || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget)
                        || qobject_cast<const QPlainTextEdit *>(&widget) || qobject_cast<const QTabBar *>(&widget)
                        || qobject_cast<const QAbstractItemView *>(&widget);
    if (!isKind || widget.objectName().startsWith(QLatin1String("qt_")))
        return false;
    for (const QWidget *parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QComboBox *>(parent)
            || qobject_cast<const QAbstractItemView *>(parent) || qobject_cast<const QTabBar *>(parent))
            return false;
    }
    return true;
}

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT
private slots:
    void everyInteractiveWidgetHasANameForTestsAndForPeople()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        int checked = 0;
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            if (!isInteractive(*widget))
                continue;
            ++checked;
            const QString what =
                QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
            QVERIFY2(!widget->objectName().isEmpty(), qPrintable(what + QStringLiteral(" has no object name")));
            const auto *banner = qobject_cast<ui::widgets::Banner *>(widget->parentWidget());
            if (banner == nullptr || widget->isVisibleTo(banner)) // a hidden banner has no words yet
                QVERIFY2(!widget->accessibleName().isEmpty(),
                         qPrintable(what + QStringLiteral(" has no accessible name")));
        }
        QVERIFY(checked > 30);
    }

    void requestsAreDeletedOnlyWhenThePersonSaysSo()
    {
        WindowFixture fixture;
        for (int number = 5; number > 0; --number)
            fixture.gateway.history.append(samples::request(number));
        const auto window = fixture.window();
        auto *page = window->findChild<ui::pages::RequestsPage *>();
        window->openPage(page);
        auto *table = page->findChild<QTableView *>(QStringLiteral("requestTable"));
        QTRY_COMPARE(table->model()->rowCount(), 5);
        table->selectRow(1);
        table->selectionModel()->select(table->model()->index(2, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
        auto *remove = page->findChild<QAction *>(QStringLiteral("actionRemoveRequests"));
        QVERIFY(remove->isEnabled());
        fixture.prompt.answers = {ui::Answer{0, false}, ui::Answer{1, false}};
        remove->trigger();
        QVERIFY2(fixture.prompt.questions.last().title.contains(QLatin1Char('2')),
                 qPrintable(fixture.prompt.questions.last().title));
        QVERIFY(fixture.gateway.removedRequests.isEmpty());
        remove->trigger();
        const QStringList gone{samples::request(4).id, samples::request(3).id};
        QCOMPARE(fixture.gateway.removedRequests, gone);
        QTRY_COMPARE(table->model()->rowCount(), 3);
    }

    void sideShrinksToIconsBelow1100()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        auto *navigation = window->findChild<QWidget *>(QStringLiteral("navigation"));
        window->resize(1280, 800);
        QTRY_COMPARE(navigation->width(), 204);
        window->resize(1000, 700);
        QTRY_COMPARE(navigation->width(), 48);
        auto *button = window->findChild<QAbstractButton *>(QStringLiteral("navigate_providers"));
        QVERIFY(!button->toolTip().isEmpty());
    }

    void busyPortOffersTheNextOne()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        auto *banner = window->findChild<ui::widgets::Banner *>(QStringLiteral("listener_banner"));
        QVERIFY(banner->isHidden());
        auto status = fixture.gateway.currentStatus;
        status.listener = ListenerState::Failed;
        status.listenerProblem = QStringLiteral("Port 8080 is used by node (4711).");
        status.nextFreePort = 8081;
        fixture.gateway.setStatus(status);
        QCOMPARE(banner->title(), status.listenerProblem);
        banner->findChild<QPushButton *>(QStringLiteral("banner_second"))->click();
        QCOMPARE(fixture.gateway.listenCommands.size(), std::size_t(1));
        QCOMPARE(fixture.gateway.listenCommands.front().port, quint16(8081));
        QVERIFY(banner->isHidden()); // the fake listens now
    }

    void captureLevelIsChosenInTheMenu()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        auto *button = window->findChild<QPushButton *>(QStringLiteral("capture_level"));
        const QString before = button->text();
        button->menu()->actions().first()->trigger();
        QCOMPARE(fixture.gateway.captureLevels, std::vector{CaptureLevel::Metadata});
        QVERIFY(button->text() != before);
    }

    void lostRecordsAreSaid()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        auto *trouble = window->findChild<QWidget *>(QStringLiteral("storage_trouble"));
        QVERIFY(trouble->isHidden());
        auto status = fixture.gateway.currentStatus;
        status.droppedRecords = 12;
        fixture.gateway.setStatus(status);
        QVERIFY(!trouble->isHidden());
        QVERIFY(trouble->accessibleName().contains(QStringLiteral("12")));
    }

    void reasonForTheSecretStoreIsItsTooltip()
    {
        WindowFixture fixture;
        fixture.gateway.currentStatus.secretStore = gateway::api::SecretStoreKind::Memory;
        fixture.gateway.currentStatus.secretStoreProblem = QStringLiteral("No keychain answers on the session bus.");
        const auto window = fixture.window();
        auto *label = window->findChild<QLabel *>(QStringLiteral("secret_store"));
        QCOMPARE(label->toolTip(), fixture.gateway.currentStatus.secretStoreProblem);
    }

    void addressIsCopied()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        window->findChild<QToolButton *>(QStringLiteral("copy_address"))->click();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:8080"));
    }

    void themeChangesAtOnceAndIsRemembered()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        window->findChild<QAction *>(QStringLiteral("theme_dark"))->trigger();
        QCOMPARE(fixture.theme.scheme(), ui::look::Scheme::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Base), fixture.theme.color(ui::look::ColorRole::Base));
        QCOMPARE(fixture.settings.read(ui::settings::theme), QStringLiteral("dark"));
    }

    void keepsItsSizeOverARestart()
    {
        WindowFixture fixture;
        fixture.settings.write(ui::settings::wasToldAboutMissingTray, true);
        fixture.gateway.currentStatus.inFlight = 0;
        {
            const auto window = fixture.window();
            window->resize(1111, 777);
            window->close();
        }
        const auto window = fixture.window();
        QCOMPARE(window->size(), QSize(1111, 777));
    }

    void hiddenWindowWantsNoLiveRows()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        QVERIFY(fixture.gateway.isLive);
        window->hide();
        QVERIFY(!fixture.gateway.isLive);
        window->raiseAndShow();
        QVERIFY(fixture.gateway.isLive);
    }

    void quittingWithRequestsInFlightSaysHowManyAndWaits()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        QSignalSpy accepted(window.get(), &ui::MainWindow::quitAccepted);
        fixture.prompt.answers = {{0, false}}; // wait
        window->requestQuit();
        QVERIFY(fixture.prompt.questions.first().title.contains(QStringLiteral("3")));
        QCOMPARE(fixture.gateway.stopCommands, 1);
        QCOMPARE(accepted.count(), 0);
        auto status = fixture.gateway.currentStatus;
        status.inFlight = 0;
        fixture.gateway.setStatus(status);
        QCOMPARE(accepted.count(), 1);
    }

    void quittingCanBeCancelled()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        QSignalSpy accepted(window.get(), &ui::MainWindow::quitAccepted);
        fixture.prompt.answers = {{2, false}};
        window->requestQuit();
        QCOMPARE(accepted.count(), 0);
        QCOMPARE(fixture.gateway.stopCommands, 0);
    }

    void withoutATrayClosingSaysSoOnceThenQuits()
    {
        WindowFixture fixture;
        fixture.gateway.currentStatus.inFlight = 0;
        const auto window = fixture.window();
        QSignalSpy accepted(window.get(), &ui::MainWindow::quitAccepted);
        fixture.prompt.answers = {{0, false}}; // minimise
        window->close();
        QCOMPARE(fixture.prompt.questions.size(), 1);
        QVERIFY(window->isMinimized());
        QCOMPARE(accepted.count(), 0);
        window->close();
        QCOMPARE(fixture.prompt.questions.size(), 1);
        QCOMPARE(accepted.count(), 1);
    }

    void f6VisitsEveryPane()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        window->showPage(3); // providers
        QSet<QString> visited;
        for (int round = 0; round < 6; ++round) {
            QTest::keyClick(window.get(), Qt::Key_F6);
            if (window->focusWidget() != nullptr)
                visited.insert(window->focusWidget()->objectName());
        }
        QVERIFY(visited.contains(QStringLiteral("navigate_providers")));
        QVERIFY(visited.contains(QStringLiteral("provider_table")));
        QVERIFY(visited.contains(QStringLiteral("capture_level")));
    }

    void keysReachTheListFromTheStartAndAfterChangingThePage()
    {
        WindowFixture fixture;
        fixture.gateway.history << samples::request(1);
        const auto window = fixture.window();
        const auto focus = [&window] {
            const QWidget *widget = window->focusWidget();
            return widget != nullptr ? widget->objectName() : QString();
        };
        QTRY_COMPARE(focus(), QStringLiteral("dashboard_now"));
        for (QAction *action : window->findChildren<QAction *>()) {
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_4))
                action->trigger();
        }
        QCOMPARE(window->currentPage(), 3);
        QCOMPARE(focus(), QStringLiteral("provider_table"));
    }

    void tabReachesEverythingOnAPageBothWays_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("dashboard") << 0
                                   << QStringList{QStringLiteral("dashboard_start_stop"),
                                                  QStringLiteral("dashboard_hour"), QStringLiteral("dashboard_now"),
                                                  QStringLiteral("dashboard_providers")};
        QTest::newRow("settings") << 8
                                  << QStringList{QStringLiteral("settings_search"), QStringLiteral("settings_sections"),
                                                 QStringLiteral("setting_language"), QStringLiteral("notify_budget")};
        QTest::newRow("requests") << 1
                                  << QStringList{QStringLiteral("liveButton"), QStringLiteral("requestFilter"),
                                                 QStringLiteral("chipErrors"), QStringLiteral("requestTable")};
        QTest::newRow("providers") << 3
                                   << QStringList{QStringLiteral("edit_provider"), QStringLiteral("add_provider"),
                                                  QStringLiteral("provider_table")};
    }
    void tabReachesEverythingOnAPageBothWays()
    {
        QFETCH(int, page);
        QFETCH(QStringList, names);
        WindowFixture fixture;
        fixture.gateway.history << samples::request(1);
        const auto window = fixture.window();
        window->showPage(page);
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        for (const bool isForward : {true, false}) {
            QSet<QString> visited;
            for (int step = 0; step < 45; ++step) {
                QTest::keyClick(window.get(), Qt::Key_Tab, isForward ? Qt::NoModifier : Qt::ShiftModifier);
                if (window->focusWidget() != nullptr)
                    visited.insert(window->focusWidget()->objectName());
            }
            for (const QString &name : names)
                QVERIFY2(visited.contains(name), qPrintable(name));
        }
    }

    void wizardOpensInTheMiddleOfTheWindow()
    {
        WindowFixture fixture;
        const auto window = fixture.window();
        const QRect screen = window->screen()->availableGeometry();
        const auto middleOf = [&screen](const QPoint &center, const QWidget &widget) {
            QRect place(QPoint(), widget.size());
            place.moveCenter(center);
            return QPoint(qBound(screen.left(), place.left(), qMax(screen.left(), screen.right() + 1 - place.width())),
                          qBound(screen.top(), place.top(), qMax(screen.top(), screen.bottom() + 1 - place.height())));
        };
        QVERIFY((window->pos() - middleOf(screen.center(), *window)).manhattanLength() <= 2); // at the first start
        window->setGeometry(QRect(screen.topLeft() + QPoint(0, 30), QSize(960, 600)));
        window->showFirstRunWizard();
        const auto *wizard = window->findChild<QDialog *>(QStringLiteral("first_run_wizard"));
        QVERIFY(wizard);
        const QPoint wanted = middleOf(window->geometry().center(), *wizard);
        QVERIFY2((wizard->pos() - wanted).manhattanLength() <= 2, "not in the middle");
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
