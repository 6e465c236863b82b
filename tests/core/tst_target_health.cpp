#include "gateway/routing/target_health.h"

#include "tests/support/manual_clock.h"

#include <algorithm>

#include <QTest>

using namespace gateway;
using namespace gateway::routing;
using namespace std::chrono_literals;

class TargetHealthTest : public QObject {
    Q_OBJECT

private slots:
    void opensAfterFailuresInARow();
    void forgetsFailuresAtASuccess();
    void letsOneProbePassAfterEachPause();
    void waitsLongerAfterEachProbeThatFails();
    void closesAfterAProbeThatServes();
    void givesTheProbeBackWhenItWasCancelled();
    void letsAnotherProbePassWhenOneNeverReports();
    void countsOutagesOnly();
    void keepsTargetsApart();
    void letsKeysRest();
    void grantsRetriesAsAShareOfTheRequests();
    void holdsATargetByHand();
    void keepsWhatFailedWhileAPersonHoldsIt();
    void takesUpWhatAnEarlierRunKnew();
    void copiesForDecisionsThatDoNotCount();

private:
    void fail(TargetHealth &health, const TargetName &target, int times)
    {
        for (int time = 0; time < times; ++time)
            health.reportFailure(target, FailureClass::Overloaded, "500");
    }

    tests::ManualClock m_clock;
    const TargetName m_target{"openai", "gpt-5", "key"};
};

void TargetHealthTest::opensAfterFailuresInARow()
{
    TargetHealth health(m_clock);
    fail(health, m_target, 4);
    QVERIFY(health.admit(m_target));
    fail(health, m_target, 1);
    QVERIFY(!health.wouldAdmit(m_target));
    QVERIFY(!health.admit(m_target));
    const auto reports = health.reports();
    QCOMPARE(reports.size(), std::size_t(1));
    QCOMPARE(reports.front().state, CircuitState::Open);
    QCOMPARE(reports.front().failuresInARow, 5);
    QCOMPARE(reports.front().lastFailure, std::string("500"));
}

void TargetHealthTest::forgetsFailuresAtASuccess()
{
    TargetHealth health(m_clock);
    fail(health, m_target, 4);
    health.reportSuccess(m_target);
    fail(health, m_target, 4);
    QVERIFY(health.admit(m_target));
}

void TargetHealthTest::letsOneProbePassAfterEachPause()
{
    TargetHealth health(m_clock);
    fail(health, m_target, 5);
    m_clock.advance(4999ms);
    QVERIFY(!health.admit(m_target));
    m_clock.advance(1ms);
    QVERIFY(health.wouldAdmit(m_target));
    QVERIFY(health.admit(m_target));
    for (int other = 0; other < 100; ++other)
        QVERIFY(!health.admit(m_target));
}

void TargetHealthTest::waitsLongerAfterEachProbeThatFails()
{
    TargetHealth health(m_clock);
    fail(health, m_target, 5);
    auto pause = 5'000ms;
    for (int probe = 0; probe < 6; ++probe) {
        m_clock.advance(pause - 1ms);
        QVERIFY(!health.admit(m_target));
        m_clock.advance(1ms);
        QVERIFY(health.admit(m_target));
        fail(health, m_target, 1);
        pause = std::min(pause * 2, 10'000ms);
    }
}

void TargetHealthTest::closesAfterAProbeThatServes()
{
    TargetHealth health(m_clock);
    fail(health, m_target, 5);
    m_clock.advance(5s);
    QVERIFY(health.admit(m_target));
    health.reportSuccess(m_target);
    QVERIFY(health.admit(m_target));
    QVERIFY(health.admit(m_target));
    QVERIFY(health.reports().empty());
}

void TargetHealthTest::givesTheProbeBackWhenItWasCancelled()
{
    TargetHealth health(m_clock);
    fail(health, m_target, 5);
    m_clock.advance(5s);
    QVERIFY(health.admit(m_target));
    health.reportAbandoned(m_target);
    QVERIFY(health.admit(m_target));
    QVERIFY(!health.admit(m_target));
}

void TargetHealthTest::letsAnotherProbePassWhenOneNeverReports()
{
    TargetHealth health(m_clock);
    fail(health, m_target, 5);
    m_clock.advance(5s);
    QVERIFY(health.admit(m_target));
    m_clock.advance(60s);
    QVERIFY(health.admit(m_target));
}

void TargetHealthTest::countsOutagesOnly()
{
    TargetHealth health(m_clock);
    for (const auto failure :
         {FailureClass::Refused, FailureClass::RateLimited, FailureClass::BadKey, FailureClass::ContentFiltered,
          FailureClass::ContextOverflow, FailureClass::UnknownModel, FailureClass::Own}) {
        for (int time = 0; time < 10; ++time)
            health.reportFailure(m_target, failure, "no");
    }
    QVERIFY(health.admit(m_target));
    QVERIFY(health.reports().empty());
}

void TargetHealthTest::keepsTargetsApart()
{
    TargetHealth health(m_clock);
    fail(health, m_target, 5);
    QVERIFY(health.admit({"openai", "gpt-5-mini", "key"}));
    QVERIFY(health.admit({"openai", "gpt-5", "other key"}));
    QVERIFY(health.admit({"azure", "gpt-5", "key"}));
}

void TargetHealthTest::letsKeysRest()
{
    TargetHealth health(m_clock);
    QVERIFY(!health.isCooling("k"));
    health.coolKey("k", 2s);
    health.coolKey("k", 1s); // a shorter hint does not shorten the rest
    QCOMPARE(health.restOf("k").value_or(0ms), 2000ms);
    QVERIFY(!health.isCooling("other"));
    m_clock.advance(1999ms);
    QVERIFY(health.isCooling("k"));
    m_clock.advance(1ms);
    QVERIFY(!health.isCooling("k"));
}

void TargetHealthTest::grantsRetriesAsAShareOfTheRequests()
{
    TargetHealth health(m_clock);
    int granted = 0;
    for (int request = 0; request < 1000; ++request) {
        health.noteRequest("p");
        granted += health.takeRetry("p") ? 1 : 0;
        granted += health.takeRetry("p") ? 1 : 0;
    }
    QVERIFY2(granted >= 200 && granted <= 212, qPrintable(QString::number(granted)));
    QVERIFY(health.takeRetry("other"));
}

void TargetHealthTest::holdsATargetByHand()
{
    TargetHealth health(m_clock);
    health.hold(m_target, true);
    QVERIFY(!health.admit(m_target));
    m_clock.advance(24h);
    QVERIFY(!health.admit(m_target));
    health.reportSuccess(m_target); // of a request that was on its way
    QVERIFY(!health.admit(m_target));
    health.hold(m_target, false);
    QVERIFY(health.admit(m_target));
}

void TargetHealthTest::keepsWhatFailedWhileAPersonHoldsIt()
{
    TargetHealth health(m_clock);
    for (int failure = 0; failure < 5; ++failure)
        health.reportFailure(m_target, FailureClass::Unreachable, "It is down.");
    health.hold(m_target, true);
    health.hold(m_target, false);
    QVERIFY(!health.wouldAdmit(m_target)); // released, but its circuit is still open
    health.coolKey(m_target.keyId, std::chrono::seconds(30));
    health.reset(m_target);
    QVERIFY(health.wouldAdmit(m_target));
    QVERIFY(!health.isCooling(m_target.keyId));
    QVERIFY(health.isClear());
}

void TargetHealthTest::takesUpWhatAnEarlierRunKnew()
{
    TargetHealth before(m_clock);
    for (int failure = 0; failure < 5; ++failure)
        before.reportFailure(m_target, FailureClass::Unreachable, "It is down.");
    before.coolKey("resting", std::chrono::seconds(30));
    TargetName held = m_target;
    held.model = "held";
    before.hold(held, true);
    m_clock.advance(std::chrono::seconds(6));
    QVERIFY(before.admit(m_target)); // a probe is on its way when the process ends
    TargetHealth after(m_clock);
    const auto changes = after.changes();
    after.restore(before.reports(), before.restingKeys());
    QVERIFY(after.changes() > changes);
    QVERIFY(after.isCooling("resting"));
    QVERIFY(!after.wouldAdmit(held));
    QVERIFY(after.reportOf(held)->isHeld);
    QCOMPARE(after.reportOf(m_target)->state, CircuitState::Open);
    QCOMPARE(after.reportOf(m_target)->lastFailure, std::string("It is down."));
    m_clock.advance(std::chrono::minutes(2));
    QVERIFY(after.admit(m_target));
    QVERIFY(!after.admit(m_target)); // one probe
}

void TargetHealthTest::copiesForDecisionsThatDoNotCount()
{
    TargetHealth health(m_clock);
    for (int failure = 0; failure < 5; ++failure)
        health.reportFailure(m_target, FailureClass::Unreachable, "It is down.");
    const auto changes = health.changes();
    const auto copy = health.copy();
    QVERIFY(!copy->wouldAdmit(m_target));
    copy->reset(m_target);
    copy->coolKey("other", std::chrono::seconds(9));
    QVERIFY(copy->wouldAdmit(m_target));
    QVERIFY(!health.wouldAdmit(m_target));
    QVERIFY(!health.isCooling("other"));
    QCOMPARE(health.changes(), changes);
}

QTEST_APPLESS_MAIN(TargetHealthTest)
#include "tst_target_health.moc"
