// Draws that mind how targets fare: what each fact makes of a weight, and what is told of it.
#include "gateway/routing/target_balance.h"

#include "tests/core/core_fixtures.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace gateway;
using namespace gateway::routing;
using tests::makeKey;
using tests::makeProvider;
using namespace std::chrono_literals;

class TargetBalanceTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void saysNothingWhereNothingIsKnown();
    void halfAsFastIsHalfAsLikely();
    void countsWhatIsNotKnownYetLikeTheFastest();
    void aFreeTargetDoesNotDriveTheOthersOut();
    void avoidsTargetsThatFail();
    void leavesKeysAloneWhoseLimitIsNearlyUsed();
    void forgetsHeadroomAfterAMinute();
    void readsHeadroomFromHeaders_data();
    void readsHeadroomFromHeaders();
    void averagesWithTheNewestFirst();

private:
    std::vector<Preference> ask() const
    {
        const DrawCandidate candidates[] = {{"a", "m", {}}, {"b", "m", {}}};
        return balance({*m_snapshot, *m_health, *m_pace, m_clock.wallNow()}, candidates);
    }

    tests::ManualClock m_clock;
    config::ConfigSnapshotPointer m_snapshot;
    std::unique_ptr<TargetHealth> m_health;
    std::unique_ptr<TargetPace> m_pace;
};

void TargetBalanceTest::init()
{
    m_snapshot = tests::makeSnapshot({makeProvider("a"), makeProvider("b")});
    m_health = std::make_unique<TargetHealth>(m_clock);
    m_pace = std::make_unique<TargetPace>(m_clock);
}

void TargetBalanceTest::saysNothingWhereNothingIsKnown()
{
    const auto found = ask();
    QCOMPARE(found[0].factor, 1.0);
    QCOMPARE(found[1].factor, 1.0);
    QCOMPARE(found[0].why, std::string("speed not known yet"));
}

void TargetBalanceTest::halfAsFastIsHalfAsLikely()
{
    m_pace->noteAnswer("a", "m", 1'000ms, 150.0); // 3 s for 300 tokens
    m_pace->noteAnswer("b", "m", 2'000ms, 75.0);  // 6 s
    const auto found = ask();
    QCOMPARE(found[0].factor, 1.0);
    QCOMPARE(found[1].factor, 0.5);
    QCOMPARE(found[1].why, std::string("first token after 2000 ms, 75 tokens/s"));
}

void TargetBalanceTest::countsWhatIsNotKnownYetLikeTheFastest()
{
    m_pace->noteAnswer("a", "m", 1'000ms, 150.0);
    QCOMPARE(ask()[1].factor, 1.0);
}

void TargetBalanceTest::aFreeTargetDoesNotDriveTheOthersOut()
{
    config::PriceOverride dear;
    dear.name = dear.id = "dear";
    dear.scope = config::PriceOverride::Scope::Provider;
    dear.providerId = "a";
    dear.isPattern = true;
    dear.pattern = "*";
    config::PriceOverride free = dear;
    free.name = free.id = "free";
    free.providerId = "b";
    dear.rates.input = 1'000'000;
    dear.rates.output = 1'000'000;
    free.rates.input = 0;
    free.rates.output = 0;
    auto snapshot = std::make_shared<config::ConfigSnapshot>(*m_snapshot);
    snapshot->prices = std::make_shared<const config::PriceBook>(nullptr, std::vector{dear, free});
    m_snapshot = snapshot;
    const auto found = ask();
    QCOMPARE(found[1].factor, 1.0);
    QVERIFY(found[0].factor >= 0.1 && found[0].factor < 0.5);
    QVERIFY2(found[0].why.find("$0.0013 for a typical answer") != std::string::npos, found[0].why.c_str());
}

void TargetBalanceTest::avoidsTargetsThatFail()
{
    const TargetName failing{"a", "m", "id-of-main"};
    m_health->reportFailure(failing, FailureClass::Overloaded, "503");
    QCOMPARE(ask()[0].factor, 0.5);
    for (int failure = 0; failure < 5; ++failure)
        m_health->reportFailure(failing, FailureClass::Overloaded, "503");
    const auto found = ask();
    QCOMPARE(found[0].factor, 0.01); // never 0: it is to be looked at again
    QVERIFY(found[0].why.find("its circuit is open") != std::string::npos);
    QCOMPARE(found[1].factor, 1.0);
}

void TargetBalanceTest::leavesKeysAloneWhoseLimitIsNearlyUsed()
{
    m_pace->noteHeadroom("id-of-main", 0.1); // of both providers
    QCOMPARE(ask()[0].factor, 0.5);
    m_pace->noteHeadroom("id-of-main", 0.9);
    QCOMPARE(ask()[0].factor, 1.0);
    QCOMPARE(headroomFactor(0), 0.05);
}

void TargetBalanceTest::forgetsHeadroomAfterAMinute()
{
    m_pace->noteHeadroom("key", 0.1);
    QCOMPARE(m_pace->headroomOf("key").value(), 0.1);
    m_clock.advance(61s);
    QVERIFY(!m_pace->headroomOf("key"));
}

void TargetBalanceTest::readsHeadroomFromHeaders_data()
{
    QTest::addColumn<QByteArray>("remaining");
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<double>("expected"); // -1: nothing
    const auto row = [](const char *name, const char *remaining, const char *limit, double expected) {
        QTest::newRow(name) << QByteArray(remaining) << QByteArray(limit) << expected;
    };
    row("a quarter", "25", "100", 0.25);
    row("none", "0", "100", 0.0);
    row("more than there is", "500", "100", 1.0);
    row("no limit", "25", "0", -1);
    row("no number", "many", "100", -1);
    row("no header", "", "", -1);
}

void TargetBalanceTest::readsHeadroomFromHeaders()
{
    QFETCH(QByteArray, remaining);
    QFETCH(QByteArray, limit);
    QFETCH(double, expected);
    for (const auto &[left, all] :
         {std::pair{"x-ratelimit-remaining-tokens", "x-ratelimit-limit-tokens"},
          {"anthropic-ratelimit-input-tokens-remaining", "anthropic-ratelimit-input-tokens-limit"}}) {
        HeaderList headers{{"Content-Type", "application/json"}};
        if (!remaining.isEmpty())
            headers.add(left, remaining.toStdString());
        if (!limit.isEmpty())
            headers.add(all, limit.toStdString());
        QCOMPARE(headroomIn(headers).value_or(-1), expected);
    }
}

void TargetBalanceTest::averagesWithTheNewestFirst()
{
    m_pace->noteAnswer("a", "m", 1'000ms, std::nullopt);
    m_pace->noteAnswer("a", "m", 2'000ms, 50.0);
    const Pace pace = m_pace->paceOf("a", "m");
    QCOMPARE(pace.firstTokenMs.value(), 1'200.0);
    QCOMPARE(pace.tokensPerSecond.value(), 50.0);
    QCOMPARE(pace.answers, 2);
}

QTEST_GUILESS_MAIN(TargetBalanceTest)
#include "tst_target_balance.moc"
