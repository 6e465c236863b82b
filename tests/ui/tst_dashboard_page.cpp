#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>

#include "tests/ui/request_samples.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/attention_items.h"
#include "ui/models/limit_table_model.h"
#include "ui/pages/dashboard_page.h"
#include "ui/pages/page.h"
#include "ui/widgets/attention_list.h"
#include "ui/widgets/minute_bars.h"

using gateway::RequestState;
using gateway::api::GatewayStatus;
using gateway::api::ListenerState;
using ui::models::AttentionFacts;
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
        AttentionFacts facts;
        facts.failed = failed;
        const auto items = attentionItems(facts, ui::DisplayFormat());
        QCOMPARE(items.size(), 2);
        QVERIFY(items[0].title.contains(QStringLiteral("12")));
        QCOMPARE(items[0].target, failed[0].id); // the newest
    }

    void cancelledRequestsNeedNoLook()
    {
        auto cancelled = failure(1, "openai", 499);
        cancelled.state = RequestState::Cancelled;
        AttentionFacts facts;
        facts.failed = {cancelled};
        QVERIFY(attentionItems(facts, ui::DisplayFormat()).isEmpty());
    }

    void tellsThatAChangedConfigurationFileIsNotInForce()
    {
        AttentionFacts facts;
        facts.status.configurationProblem = QStringLiteral("It is not JSON: line 2.");
        const auto items = attentionItems(facts, ui::DisplayFormat());
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.front().text, facts.status.configurationProblem);
    }

    void worstComesFirst()
    {
        AttentionFacts facts;
        GatewayStatus &status = facts.status;
        status.listener = ListenerState::Failed;
        status.listenerProblem = QStringLiteral("Port 8080 is used by node (4711).");
        status.unpricedToday = 3;
        facts.providers = support::sampleProviders();
        facts.keys = support::sampleVirtualKeys();
        const auto items = attentionItems(facts, ui::DisplayFormat());
        QCOMPARE(items.first().title, status.listenerProblem);
        QVERIFY(items.last().action == AttentionItem::Action::OpenPrices);
        QVERIFY(items.size() > 4);
    }

    void budgetsNearTheirEndAreNamed()
    {
        AttentionFacts facts;
        facts.keys = support::sampleVirtualKeys();
        const auto items = attentionItems(facts, ui::DisplayFormat());
        QStringList keys;
        for (const AttentionItem &item : items)
            keys.append(item.target);
        QCOMPARE(keys, (QStringList{QStringLiteral("gemini-cli"), QStringLiteral("nightly-eval")}));
        QVERIFY(items[1].title.contains(QStringLiteral("$5.00")));
    }

    void limitsOfEverybodyNearTheirEndAreNamed()
    {
        using gateway::api::LimitOwnerKind;
        using gateway::api::LimitUnit;
        AttentionFacts facts;
        const auto add = [&facts](LimitOwnerKind kind, const char *name, LimitUnit unit, qint64 most, qint64 used,
                                  const char *window = "1d") {
            ui::models::OwnedLimit owned{kind, QLatin1String(name), QLatin1String(name), {}, {}, {}};
            if (kind == LimitOwnerKind::Provider)
                owned.provider = QLatin1String(name);
            if (kind == LimitOwnerKind::Model)
                owned.model = QLatin1String(name);
            owned.limit.id = QStringLiteral("limit of %1").arg(QLatin1String(name));
            owned.limit.unit = unit;
            owned.limit.most = most;
            owned.limit.used = used;
            owned.limit.window = QLatin1String(window);
            facts.limits.append(owned);
        };
        constexpr qint64 dollar = 1'000'000'000;
        add(LimitOwnerKind::Provider, "openai", LimitUnit::Money, 10 * dollar, 9 * dollar);
        add(LimitOwnerKind::Model, "deep", LimitUnit::Tokens, 100, 100, "1M");
        add(LimitOwnerKind::Customer, "contoso", LimitUnit::Money, 60 * dollar, 60 * dollar);
        add(LimitOwnerKind::Team, "research", LimitUnit::Money, 10 * dollar, 1 * dollar);    // far from its end
        add(LimitOwnerKind::Team, "design", LimitUnit::Requests, 60, 60, "1m");              // how it works
        add(LimitOwnerKind::VirtualKey, "codex", LimitUnit::Money, 10 * dollar, 9 * dollar); // told with the key
        QStringList titles;
        const auto items = attentionItems(facts, ui::DisplayFormat());
        for (const AttentionItem &item : items)
            titles.append(item.title);
        QCOMPARE(titles, (QStringList{QStringLiteral("Provider openai: 90% of the budget is used"),
                                      QStringLiteral("Model or alias deep: the limit is used up"),
                                      QStringLiteral("Customer contoso: the budget of $60.00 is spent")}));
        QVERIFY(items.first().action == AttentionItem::Action::OpenLimits);
        QCOMPARE(items.first().target, QStringLiteral("limit of openai"));
    }

    void ofOneOwnerTheFullestLimitIsNamed()
    {
        AttentionFacts facts;
        ui::models::OwnedLimit owned{gateway::api::LimitOwnerKind::Everything, {}, {}, {}, {}, {}};
        owned.limit.unit = gateway::api::LimitUnit::Money;
        owned.limit.most = 100;
        for (const qint64 used : {85, 97, 90}) {
            owned.limit.used = used;
            owned.limit.id = QString::number(used);
            facts.limits.append(owned);
        }
        const auto items = attentionItems(facts, ui::DisplayFormat());
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.first().target, QStringLiteral("97"));
    }

    void aLimitLeadsToItsRow()
    {
        Scene scene;
        scene.gateway.history << samples::request(1);
        scene.gateway.fakeGovernance.storedSharedLimits = support::sampleSharedLimits();
        scene.open();
        auto *list = scene.control<ui::widgets::AttentionList>("dashboard_attention");
        const auto items = list->items();
        const auto found = std::find_if(items.begin(), items.end(), [](const AttentionItem &item) {
            return item.action == AttentionItem::Action::OpenLimits;
        });
        QVERIFY(found != items.end());
        emit list->activated(*found);
        QCOMPARE(scene.shownPage(), QStringLiteral("keys_page"));
        auto *table = scene.shown->findChild<QTableView *>(QStringLiteral("limit_table"));
        const int row = table->selectionModel()->selectedRows().first().row();
        QCOMPARE(static_cast<ui::models::LimitTableModel *>(table->model())->limitAt(row)->limit.id, found->target);
    }

    void whoIsNotReachedWithoutANetworkNeedsNoLook()
    {
        AttentionFacts facts;
        facts.providers = support::sampleProviders();
        facts.isOffline = true;
        for (auto &provider : facts.providers)
            provider.health = gateway::api::ProviderHealth::Healthy;
        facts.providers[0].health = gateway::api::ProviderHealth::Unreachable; // anthropic
        auto &local = facts.providers[3];
        QCOMPARE(local.name, QStringLiteral("ollama"));
        local.network.baseUrl = QStringLiteral("http://127.0.0.1:11434");
        local.health = gateway::api::ProviderHealth::Unreachable; // needs no network
        const auto items = attentionItems(facts, ui::DisplayFormat());
        QCOMPARE(items.size(), 2);
        QCOMPARE(items.at(0).title, QStringLiteral("This computer is offline"));
        QCOMPARE(items.at(1).target, QStringLiteral("ollama"));
        facts.isOffline = false;
        QCOMPARE(attentionItems(facts, ui::DisplayFormat()).first().target, QStringLiteral("anthropic"));
    }
};

QTEST_MAIN(DashboardPageTest)
#include "tst_dashboard_page.moc"
