#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include "tests/ui/request_samples.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/attention_items.h"
#include "ui/pages/dashboard_page.h"
#include "ui/pages/page.h"
#include "ui/widgets/attention_list.h"
#include "ui/widgets/minute_bars.h"

using gateway::RequestState;
using gateway::api::GatewayStatus;
using gateway::api::ListenerState;
using ui::models::AttentionItem;
using ui::models::attentionItems;

namespace {

struct Scene : WindowFixture {
    std::unique_ptr<ui::MainWindow> shown;
    ui::pages::DashboardPage *page = nullptr;

    void open()
    {
        shown = window();
        page = shown->findChild<ui::pages::DashboardPage *>();
        shown->openPage(page);
    }

    template <typename Control>
    Control *control(const char *name) const
    {
        return page->findChild<Control *>(QLatin1String(name));
    }
    QString text(const char *name) const { return control<QLabel>(name)->text(); }
    QString shownPage() const { return shown->page(shown->currentPage())->objectName(); }
};

gateway::api::RequestSummary failure(int id, const char *provider, int status)
{
    gateway::api::RequestSummary request = samples::request(id);
    request.state = RequestState::UpstreamError;
    request.provider = QLatin1String(provider);
    request.status = status;
    request.errorText = QStringLiteral("overloaded");
    request.startedAt = QDateTime::currentDateTimeUtc().addSecs(-id);
    return request;
}

} // namespace

class DashboardPageTest : public QObject {
    Q_OBJECT
private slots:
    void isWhatOneSeesFirst()
    {
        Scene scene;
        scene.open();
        QCOMPARE(scene.shown->page(0)->objectName(), QStringLiteral("dashboard_page"));
        QCOMPARE(scene.shownPage(), QStringLiteral("dashboard_page"));
    }

    void saysWhereToConnectAndWhatTodayCost()
    {
        Scene scene;
        scene.gateway.history << samples::request(1);
        scene.gateway.currentStatus.spentToday = gateway::Money{18'420'000'000};
        scene.gateway.usage.total.requests = 2418;
        scene.gateway.usage.total.errors = 37;
        scene.open();
        QCOMPARE(scene.text("dashboard_address"), QStringLiteral("http://127.0.0.1:8080"));
        QCOMPARE(scene.text("dashboard_spent"), QStringLiteral("$18.42"));
        QCOMPARE(scene.text("dashboard_requests"), QStringLiteral("2,418"));
    }

    void newRequestAppearsAtOnceAndOpens()
    {
        Scene scene;
        scene.gateway.history << samples::request(1);
        scene.open();
        auto *table = scene.control<QTableView>("dashboard_now");
        const int before = table->model()->rowCount();
        auto fresh = samples::request(99);
        fresh.startedAt = QDateTime::currentDateTimeUtc().addSecs(5);
        scene.gateway.emitRequests({fresh});
        QCOMPARE(table->model()->rowCount(), before + 1);
        QSignalSpy wanted(scene.page, &ui::pages::DashboardPage::requestWanted);
        emit table->activated(table->model()->index(0, 0));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), fresh.id);
        QCOMPARE(scene.shownPage(), QStringLiteral("requests_page"));
    }

    void asksNothingWhileAnotherPageIsShown()
    {
        Scene scene;
        scene.gateway.history << samples::request(1);
        scene.open();
        scene.shown->showPage(8); // settings ask nothing themselves
        const auto queries = scene.gateway.usageQueries.size();
        scene.gateway.emitRequests({samples::request(2)});
        QTest::qWait(1);
        QCOMPARE(scene.gateway.usageQueries.size(), queries);
        scene.shown->openPage(scene.page);
        QVERIFY(scene.gateway.usageQueries.size() > queries);
    }

    void withoutAProviderTheNextStepIsToAddOne()
    {
        Scene scene;
        scene.gateway.storedProviders.clear();
        scene.gateway.history.clear();
        scene.gateway.running.clear();
        scene.open();
        auto *action = scene.control<QPushButton>("dashboard_empty_action");
        QVERIFY(action->isVisible());
        action->click();
        QCOMPARE(scene.shownPage(), QStringLiteral("providers_page"));
    }

    void withoutARequestTheNextStepIsToConnectATool()
    {
        Scene scene;
        scene.gateway.history.clear();
        scene.gateway.running.clear();
        scene.open();
        auto *action = scene.control<QPushButton>("dashboard_empty_action");
        QVERIFY(action->isVisible());
        QVERIFY(scene.text("dashboard_empty_text").contains(QStringLiteral("127.0.0.1:8080")));
        action->click();
        QCOMPARE(scene.shownPage(), QStringLiteral("clients_page"));
        scene.shown->openPage(scene.page);
        scene.gateway.emitRequests({samples::request(1)});
        QVERIFY(!action->isVisible());
    }

    void saysThatThereIsNoNetwork()
    {
        Scene scene;
        scene.network.setOffline(true); // before the window, and while it is there
        scene.open();
        const auto first = [&scene] {
            const auto items = scene.control<ui::widgets::AttentionList>("dashboard_attention")->items();
            return items.isEmpty() ? QString() : items.first().title;
        };
        QCOMPARE(first(), QStringLiteral("This computer is offline"));
        scene.network.setOffline(false);
        QVERIFY(first() != QStringLiteral("This computer is offline"));
        scene.network.setOffline(true);
        QCOMPARE(first(), QStringLiteral("This computer is offline"));
    }

    void itemLeadsToItsPlace()
    {
        Scene scene;
        scene.gateway.history << samples::request(1);
        scene.open();
        auto *list = scene.control<ui::widgets::AttentionList>("dashboard_attention");
        QVERIFY(!list->items().isEmpty()); // the samples have a rejected key
        QVERIFY(list->items().first().action == AttentionItem::Action::OpenProvider);
        scene.control<QPushButton>("attention_0")->click();
        QCOMPARE(scene.shownPage(), QStringLiteral("providers_page"));
    }

    void barsCountAnsweredAndFailedByMinute()
    {
        Scene scene;
        scene.gateway.history << samples::request(1);
        QDateTime minute = QDateTime::currentDateTimeUtc().addSecs(-600);
        minute.setTime(QTime(minute.time().hour(), minute.time().minute()));
        gateway::api::LogBucket bucket;
        bucket.start = minute;
        bucket.stats.requests = 21;
        bucket.stats.succeeded = 17;
        scene.gateway.logBuckets = {bucket};
        scene.open();
        auto *bars = scene.control<ui::widgets::MinuteBars>("dashboard_hour");
        QVERIFY(bars->accessibleDescription().contains(QStringLiteral("21")));
        bool isFound = false;
        for (int index = 0; index < 60; ++index)
            isFound = isFound || bars->minuteText(index).contains(QStringLiteral("21 requests, 4 failed"));
        QVERIFY(isFound);
        QTest::keyClick(bars, Qt::Key_Left); // begins with now
        QCOMPARE(bars->currentItem(), 59);
        QTest::keyClick(bars, Qt::Key_Left);
        QCOMPARE(bars->currentItem(), 58);
    }

    void sameErrorManyTimesIsOneItem()
    {
        QList<gateway::api::RequestSummary> failed;
        for (int id = 1; id <= 12; ++id)
            failed.append(failure(id, "gemini", 503));
        failed.append(failure(13, "openai", 503));
        const auto items = attentionItems({}, {}, {}, failed, ui::DisplayFormat());
        QCOMPARE(items.size(), 2);
        QVERIFY(items[0].title.contains(QStringLiteral("12")));
        QCOMPARE(items[0].target, failed[0].id); // the newest
    }

    void cancelledRequestsNeedNoLook()
    {
        auto cancelled = failure(1, "openai", 499);
        cancelled.state = RequestState::Cancelled;
        QVERIFY(attentionItems({}, {}, {}, {cancelled}, ui::DisplayFormat()).isEmpty());
    }

    void tellsThatAChangedConfigurationFileIsNotInForce()
    {
        gateway::api::GatewayStatus status;
        status.configurationProblem = QStringLiteral("It is not JSON: line 2.");
        const auto items = attentionItems(status, {}, {}, {}, ui::DisplayFormat());
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.front().text, status.configurationProblem);
    }

    void worstComesFirst()
    {
        GatewayStatus status;
        status.listener = ListenerState::Failed;
        status.listenerProblem = QStringLiteral("Port 8080 is used by node (4711).");
        status.unpricedToday = 3;
        const auto items =
            attentionItems(status, support::sampleProviders(), support::sampleVirtualKeys(), {}, ui::DisplayFormat());
        QCOMPARE(items.first().title, status.listenerProblem);
        QVERIFY(items.last().action == AttentionItem::Action::OpenPrices);
        QVERIFY(items.size() > 4);
    }

    void budgetsNearTheirEndAreNamed()
    {
        const auto items = attentionItems({}, {}, support::sampleVirtualKeys(), {}, ui::DisplayFormat());
        QStringList keys;
        for (const AttentionItem &item : items)
            keys.append(item.target);
        QCOMPARE(keys, (QStringList{QStringLiteral("gemini-cli"), QStringLiteral("nightly-eval")}));
        QVERIFY(items[1].title.contains(QStringLiteral("$5.00")));
    }
};

QTEST_MAIN(DashboardPageTest)
#include "tst_dashboard_page.moc"
