// What follows when the network of the computer goes, comes back, or is another one.
#include "gateway/service/network_watch.h"

#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace gateway;
using namespace std::chrono_literals;
using routing::FailureClass;
using routing::TargetHealth;
using routing::TargetName;

namespace {

class FakeSource final : public net::NetworkSource {
public:
    std::optional<bool> isReachable() const override { return reachable; }
    void change(std::optional<bool> now)
    {
        reachable = now;
        emit changed();
    }

    std::optional<bool> reachable = true;
};

} // namespace

class NetworkWatchTest : public QObject {
    Q_OBJECT
private slots:
    void saysWhenThereIsNoNetwork()
    {
        QSignalSpy told(&m_watch, &api::NetworkFacade::offlineChanged);
        FakeSource &source = follow(true);
        QVERIFY(!m_watch.isOffline());
        source.change(false);
        QVERIFY(m_watch.isOffline());
        source.change(false); // another one that leads nowhere
        QCOMPARE(told.size(), 1);
        source.change(true);
        QVERIFY(!m_watch.isOffline());
        QCOMPARE(told.size(), 2);
    }

    void knowsFromTheStartThatThereIsNone()
    {
        NetworkNotice notice(&m_changes);
        follow(false);
        QVERIFY(m_watch.isOffline());
        QVERIFY(!notice.hasChanged()); // how it is at the start is no change
    }

    void isNeverOfflineWhereTheSystemDoesNotTell()
    {
        FakeSource &source = follow(std::nullopt);
        QVERIFY(!m_watch.isOffline());
        source.change(std::nullopt);
        QVERIFY(!m_watch.isOffline());
        service::NetworkWatch without(m_changes, m_health, [] {});
        QVERIFY(!without.isOffline());
    }

    void everyChangeMakesConnectionsOld()
    {
        NetworkNotice notice(&m_changes);
        FakeSource &source = follow(true);
        QVERIFY(!notice.hasChanged());
        source.change(true); // another network
        QVERIFY(notice.hasChanged());
        QVERIFY(!notice.hasChanged());
        source.change(false);
        QVERIFY(notice.hasChanged());
    }

    void whoCouldNotBeReachedIsTriedWhenItIsBack()
    {
        const TargetName unreachable{"openai", "gpt-5", "key"};
        const TargetName broken{"groq", "llama", "key"};
        for (int time = 0; time < 5; ++time) {
            m_health.reportFailure(unreachable, FailureClass::Unreachable, "no route");
            m_health.reportFailure(broken, FailureClass::Overloaded, "500");
        }
        FakeSource &source = follow(true);
        source.change(false);
        QCOMPARE(m_returns, 0);
        QVERIFY(!m_health.wouldAdmit(unreachable)); // there is nothing to try it with
        source.change(true);
        QCOMPARE(m_returns, 1);
        QVERIFY(m_health.wouldAdmit(unreachable));
        QVERIFY(!m_health.wouldAdmit(broken)); // its trouble is not the network
        QVERIFY(m_health.admit(unreachable));
        QVERIFY(!m_health.admit(unreachable)); // one try, as after every pause
    }

    void init()
    {
        m_health.reset({"openai", "gpt-5", "key"});
        m_health.reset({"groq", "llama", "key"});
        m_returns = 0;
    }

private:
    FakeSource &follow(std::optional<bool> isReachable)
    {
        auto source = std::make_unique<FakeSource>();
        FakeSource &made = *source;
        made.reachable = isReachable;
        m_watch.follow(std::move(source));
        return made;
    }

    tests::ManualClock m_clock;
    NetworkChanges m_changes;
    TargetHealth m_health{m_clock};
    int m_returns = 0;
    service::NetworkWatch m_watch{m_changes, m_health, [this] { ++m_returns; }};
};

QTEST_GUILESS_MAIN(NetworkWatchTest)
#include "tst_network_watch.moc"
