// How often the service looks after its own state.
#include "gateway/service/status_pulse.h"

#include <QTest>

#include <thread>

using namespace gateway;
using service::StatusPulse;

namespace {

struct PulseFixture {
    QObject service;
    std::shared_ptr<service::WorkerGate> gate = std::make_shared<service::WorkerGate>(service);
    pipeline::LiveFeed feed;
    bool hasNews = false;
    int looks = 0;
    StatusPulse pulse{feed, gate, [this] {
                          ++looks;
                          return hasNews;
                      }};

    void beat(int times)
    {
        for (int count = 0; count < times; ++count)
            pulse.beat();
    }
};

} // namespace

class StatusPulseTest : public QObject {
    Q_OBJECT

private slots:
    void fallsAsleepWhenNothingHappens()
    {
        PulseFixture fixture;
        fixture.beat(StatusPulse::quietLooks - 1);
        QCOMPARE(fixture.pulse.interval(), StatusPulse::awakeInterval);
        fixture.beat(1);
        QCOMPARE(fixture.pulse.interval(), StatusPulse::asleepInterval);
        QCOMPARE(fixture.looks, StatusPulse::quietLooks);
    }

    void newsKeepItAwake()
    {
        PulseFixture fixture;
        fixture.beat(StatusPulse::quietLooks - 1);
        fixture.hasNews = true;
        fixture.beat(1);
        fixture.hasNews = false;
        fixture.beat(StatusPulse::quietLooks - 1);
        QCOMPARE(fixture.pulse.interval(), StatusPulse::awakeInterval);
    }

    void runningRequestsKeepItAwake()
    {
        PulseFixture fixture;
        fixture.feed.requestBegan();
        fixture.beat(2 * StatusPulse::quietLooks);
        QCOMPARE(fixture.pulse.interval(), StatusPulse::awakeInterval);
    }

    void aRequestWakesIt()
    {
        PulseFixture fixture;
        fixture.beat(StatusPulse::quietLooks);
        QCOMPARE(fixture.pulse.interval(), StatusPulse::asleepInterval);
        std::thread worker([&fixture] {
            fixture.feed.requestBegan();
            fixture.feed.requestEnded();
        });
        worker.join();
        QTRY_COMPARE(fixture.pulse.interval(), StatusPulse::awakeInterval);
        fixture.beat(StatusPulse::quietLooks);
        QCOMPARE(fixture.pulse.interval(), StatusPulse::asleepInterval);
    }

    void staysAwakeWhenARequestIsRunningAlready()
    {
        pipeline::LiveFeed feed;
        feed.requestBegan();
        QVERIFY(!feed.awaitRequest());
        feed.requestEnded();
        QVERIFY(feed.awaitRequest());
    }
};

QTEST_GUILESS_MAIN(StatusPulseTest)
#include "tst_status_pulse.moc"
