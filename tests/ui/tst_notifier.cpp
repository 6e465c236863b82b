#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/fake_network.h"
#include "tests/support/sample_gateway.h"
#include "ui/notifier.h"
#include "ui/ui_settings.h"

using gateway::RequestState;
using gateway::api::ProviderHealth;
using ui::NoticeKind;

namespace {

struct Scene {
    QTemporaryDir folder;
    QSettings store{folder.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat};
    ui::UiSettings settings{store};
    support::FakeGateway gateway;
    QDateTime now = QDateTime::currentDateTimeUtc();
    bool isWatched = false;
    QList<ui::Notice> notices;
    std::unique_ptr<ui::Notifier> notifier;

    Scene()
    {
        support::fillWithSamples(gateway);
        gateway.history.clear();
        notifier = std::make_unique<ui::Notifier>(
            gateway, settings, [this] { return isWatched; }, [this] { return now; });
        QObject::connect(notifier.get(), &ui::Notifier::noticed, notifier.get(),
                         [this](const ui::Notice &notice) { notices.append(notice); });
    }

    void setHealth(ProviderHealth health, int errors = 0)
    {
        auto providers = gateway.storedProviders;
        providers[0].health = health;
        providers[0].errorsLastHour += errors;
        gateway.setProviders(providers);
    }

    void setUsed(qint64 nanoDollars) // of the five dollars of gemini-cli
    {
        for (auto &key : gateway.fakeGovernance.storedKeys) {
            if (key.id == QLatin1String("gemini-cli"))
                key.limits[0].used = nanoDollars;
        }
        emit gateway.fakeGovernance.governanceChanged();
    }
};

} // namespace

class NotifierTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsSoAtTheStartIsNoNews()
    {
        Scene scene; // has a provider that rejects its key, and a spent budget
        emit scene.gateway.providersChanged();
        emit scene.gateway.fakeGovernance.governanceChanged();
        QVERIFY(scene.notices.isEmpty());
    }

    void providerThatFailsAndComesBackIsTold()
    {
        Scene scene;
        scene.setHealth(ProviderHealth::Unreachable);
        QCOMPARE(scene.notices.size(), 1);
        QCOMPARE(scene.notices[0].kind, NoticeKind::ProviderDown);
        QVERIFY(scene.notices[0].item.title.contains(QStringLiteral("Anthropic")));
        QCOMPARE(scene.notices[0].item.target, QStringLiteral("anthropic"));
        scene.setHealth(ProviderHealth::Healthy);
        QCOMPARE(scene.notices.size(), 2);
        QCOMPARE(scene.notices[1].kind, NoticeKind::ProviderBack);
    }

    void whoIsNotReachedWithoutANetworkIsNoNews()
    {
        Scene scene;
        support::FakeNetwork network;
        scene.notifier->useNetwork(network);
        network.setOffline(true);
        scene.setHealth(ProviderHealth::Unreachable, 3);
        QVERIFY(scene.notices.isEmpty());
        network.setOffline(false);
        scene.setHealth(ProviderHealth::Healthy); // nor that it answers again
        QVERIFY(scene.notices.isEmpty());
        network.setOffline(true);
        scene.setHealth(ProviderHealth::Unreachable);
        network.setOffline(false);
        emit scene.gateway.providersChanged(); // the network is back, and it is still not reached
        QCOMPARE(scene.notices.size(), 1);
        QCOMPARE(scene.notices[0].kind, NoticeKind::ProviderDown);
    }

    void sameCauseIsToldOnceAMinute()
    {
        Scene scene;
        for (int round = 0; round < 5; ++round) {
            scene.setHealth(ProviderHealth::Failing);
            scene.setHealth(ProviderHealth::Healthy);
        }
        QCOMPARE(scene.notices.size(), 2); // down and back
        scene.now = scene.now.addSecs(61);
        scene.setHealth(ProviderHealth::Failing);
        QCOMPARE(scene.notices.size(), 3);
    }

    void rejectedKeyIsAKindOfItsOwn()
    {
        Scene scene;
        scene.settings.write(ui::settings::notifiesProviderDown, false);
        scene.setHealth(ProviderHealth::Failing);
        QVERIFY(scene.notices.isEmpty());
        scene.setHealth(ProviderHealth::KeyRejected);
        QCOMPARE(scene.notices.size(), 1);
        QCOMPARE(scene.notices[0].kind, NoticeKind::KeyRejected);
    }

    void nothingIsToldWhileTheWindowIsInFront()
    {
        Scene scene;
        scene.isWatched = true;
        scene.setHealth(ProviderHealth::Unreachable);
        QVERIFY(scene.notices.isEmpty());
        scene.isWatched = false; // what was seen there is no news later
        emit scene.gateway.providersChanged();
        QVERIFY(scene.notices.isEmpty());
    }

    void budgetIsToldAtEachStepUpwards()
    {
        Scene scene;
        scene.setUsed(0);
        scene.setUsed(3'900'000'000); // 78 %
        QVERIFY(scene.notices.isEmpty());
        scene.setUsed(4'100'000'000);
        QCOMPARE(scene.notices.size(), 1);
        QCOMPARE(scene.notices[0].kind, NoticeKind::Budget);
        QCOMPARE(scene.notices[0].item.target, QStringLiteral("gemini-cli"));
        scene.setUsed(4'200'000'000); // the same step
        QCOMPARE(scene.notices.size(), 1);
        scene.setUsed(5'000'000'000); // past 95 and 100 at once
        QCOMPARE(scene.notices.size(), 2);
        QVERIFY(scene.notices[1].item.title.contains(QStringLiteral("spent")));
        scene.setUsed(0); // a new day
        QCOMPARE(scene.notices.size(), 2);
    }

    void budgetsOfOthersThanKeysAreTold()
    {
        Scene scene;
        gateway::api::LimitWarning warning;
        warning.ownerKind = gateway::api::LimitOwnerKind::Provider;
        warning.ownerName = QStringLiteral("openai");
        warning.limit.unit = gateway::api::LimitUnit::Money;
        warning.limit.most = 5'000'000'000;
        warning.limit.used = 4'000'000'000;
        emit scene.gateway.fakeGovernance.limitWarned(warning);
        QCOMPARE(scene.notices.size(), 1);
        QCOMPARE(scene.notices[0].item.title, QStringLiteral("Provider openai: 80% of the budget is used"));
        QCOMPARE(scene.notices[0].item.action, ui::models::AttentionItem::Action::OpenLimits);
        warning.percent = 100;
        emit scene.gateway.fakeGovernance.limitWarned(warning);
        QCOMPARE(scene.notices.size(), 2);
        QVERIFY(scene.notices[1].item.title.endsWith(QStringLiteral("spent")));
        warning.limit.unit = gateway::api::LimitUnit::Requests; // a limit of pace is used up every other minute
        emit scene.gateway.fakeGovernance.limitWarned(warning);
        warning.limit.unit = gateway::api::LimitUnit::Money;
        warning.ownerKind = gateway::api::LimitOwnerKind::VirtualKey; // is told with its key
        emit scene.gateway.fakeGovernance.limitWarned(warning);
        QCOMPARE(scene.notices.size(), 2);
    }

    void requestWithoutATargetLeftOpensItsRow()
    {
        Scene scene;
        gateway::api::RequestSummary failed;
        failed.id = QStringLiteral("req_42");
        failed.sequence = 42;
        failed.state = RequestState::UpstreamError;
        failed.status = 503;
        failed.errorText = QStringLiteral("overloaded");
        failed.startedAt = scene.now;
        scene.gateway.history = {failed};
        scene.setHealth(ProviderHealth::Healthy, 1);
        QCOMPARE(scene.notices.size(), 1);
        QCOMPARE(scene.notices[0].kind, NoticeKind::NoTargetLeft);
        QCOMPARE(scene.notices[0].item.target, QStringLiteral("req_42"));
        scene.setHealth(ProviderHealth::Healthy, 1); // in the same minute
        QCOMPARE(scene.notices.size(), 1);
    }
};

QTEST_MAIN(NotifierTest)
#include "tst_notifier.moc"
