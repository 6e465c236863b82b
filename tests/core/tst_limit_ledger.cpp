// What is reserved and settled, by one thread and by many, over windows and over a restart.
#include <QTest>

#include "gateway/governance/limit_forecast.h"
#include "gateway/governance/limit_ledger.h"
#include "tests/core/governance_samples.h"
#include "tests/support/manual_clock.h"

#include <algorithm>
#include <atomic>
#include <thread>

using namespace gateway;
using namespace gateway::governance;
using config::LimitUnit;
using config::UsageLimit;
using config::WindowUnit;
using tests::makeLimit;
using namespace std::chrono_literals;

class LimitLedgerTest : public QObject {
    Q_OBJECT

private slots:
    void opensUntilTheLimitIsUsed();
    void holdsWhatRunningRequestsMayUse();
    void takesAllClaimsOrNone();
    void countsWhatIsDroppedAsUsed();
    void beginsAnewWhenTheWindowEnds();
    void chargesARequestToTheWindowThatItEndsIn();
    void keepsWhatWasUsedWhenALimitChanges();
    void opensAgainWhenTheClockWasSetBack();
    void remembersWhatWasUsedOverARestart();
    void writesWhatRunningRequestsHoldAsUsed();
    void forgetsALimitWhileARequestRuns();
    void resetsOnRequest();
    void forecastsByThePaceOfTheWindow();
    void overshootsByOneWorstCaseAtMostWhenManyThreadsAsk();
    void losesNothingWhenManyThreadsSettle();

private:
    std::optional<Reservation> reserve(LimitLedger &ledger, const UsageLimit &limit, std::int64_t atWorst)
    {
        const LimitClaim claim{&limit, atWorst};
        auto reservation = ledger.reserve({&claim, 1});
        return reservation ? std::optional(std::move(*reservation)) : std::nullopt;
    }
    bool use(LimitLedger &ledger, const UsageLimit &limit, std::int64_t amount)
    {
        auto reservation = reserve(ledger, limit, amount);
        if (reservation)
            reservation->settle({&amount, 1});
        return reservation.has_value();
    }

    tests::ManualClock m_clock;
};

void LimitLedgerTest::opensUntilTheLimitIsUsed()
{
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("a", LimitUnit::Requests, 2);
    QVERIFY(use(ledger, limit, 1));
    QVERIFY(use(ledger, limit, 1));
    const LimitClaim claim{&limit, 1};
    const auto refused = ledger.reserve({&claim, 1});
    QVERIFY(!refused);
    QCOMPARE(refused.error().use.used, std::int64_t(2));
    QCOMPARE(refused.error().use.resetsAt, m_clock.wallNow() + 24h);
    QVERIFY(!use(ledger, makeLimit("nothing", LimitUnit::Requests, 0), 1));
}

void LimitLedgerTest::holdsWhatRunningRequestsMayUse()
{
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("a", LimitUnit::Tokens, 100);
    auto running = reserve(ledger, limit, 150);
    QVERIFY(running);
    QVERIFY(!reserve(ledger, limit, 1));
    QCOMPARE(ledger.use(limit).used, std::int64_t(0));
    QCOMPARE(ledger.use(limit).reserved, std::int64_t(150));
    const std::int64_t used = 30;
    running->settle({&used, 1});
    QCOMPARE(ledger.use(limit).used, std::int64_t(30));
    QCOMPARE(ledger.use(limit).reserved, std::int64_t(0));
    QVERIFY(reserve(ledger, limit, 1));
}

void LimitLedgerTest::takesAllClaimsOrNone()
{
    LimitLedger ledger(m_clock);
    const UsageLimit open = makeLimit("open", LimitUnit::Requests, 10);
    const UsageLimit shut = makeLimit("shut", LimitUnit::Requests, 0);
    const LimitClaim claims[] = {{&open, 1}, {&shut, 1}};
    const auto refused = ledger.reserve(claims);
    QVERIFY(!refused);
    QCOMPARE(refused.error().claim, std::size_t(1));
    QCOMPARE(ledger.use(open).reserved, std::int64_t(0));
}

void LimitLedgerTest::countsWhatIsDroppedAsUsed()
{
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("a", LimitUnit::Tokens, 100);
    {
        const auto dropped = reserve(ledger, limit, 40);
        QVERIFY(dropped);
    }
    QCOMPARE(ledger.use(limit).used, std::int64_t(40));
    QCOMPARE(ledger.use(limit).reserved, std::int64_t(0));
}

void LimitLedgerTest::beginsAnewWhenTheWindowEnds()
{
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("a", LimitUnit::Requests, 1, WindowUnit::Minute);
    QVERIFY(use(ledger, limit, 1));
    m_clock.advance(59s);
    QVERIFY(!use(ledger, limit, 1));
    m_clock.advance(1s);
    QCOMPARE(ledger.use(limit).used, std::int64_t(0));
    QVERIFY(use(ledger, limit, 1));
    QVERIFY(!use(ledger, limit, 1));
}

void LimitLedgerTest::chargesARequestToTheWindowThatItEndsIn()
{
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("a", LimitUnit::Tokens, 100, WindowUnit::Minute);
    auto running = reserve(ledger, limit, 10);
    m_clock.advance(2min);
    const std::int64_t used = 7;
    running->settle({&used, 1});
    QCOMPARE(ledger.use(limit).used, std::int64_t(7));
}

void LimitLedgerTest::keepsWhatWasUsedWhenALimitChanges()
{
    LimitLedger ledger(m_clock);
    UsageLimit limit = makeLimit("a", LimitUnit::Requests, 1);
    QVERIFY(use(ledger, limit, 1));
    limit.most = 5;
    QCOMPARE(ledger.use(limit).used, std::int64_t(1));
    limit.window.unit = WindowUnit::Week;
    QVERIFY(use(ledger, limit, 1));
    QCOMPARE(ledger.use(limit).used, std::int64_t(2));
}

void LimitLedgerTest::opensAgainWhenTheClockWasSetBack()
{
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("a", LimitUnit::Requests, 1, WindowUnit::Minute);
    QVERIFY(use(ledger, limit, 1));
    m_clock.advance(-24h * 365);
    QVERIFY(use(ledger, limit, 1));
    QCOMPARE(ledger.use(limit).resetsAt, m_clock.wallNow() + 60s);
}

void LimitLedgerTest::remembersWhatWasUsedOverARestart()
{
    const UsageLimit rolling = makeLimit("rolling", LimitUnit::Money, 100);
    UsageLimit aligned = makeLimit("aligned", LimitUnit::Requests, 100);
    aligned.window.isCalendarAligned = true;
    std::vector<config::LimitCounter> written;
    {
        LimitLedger before(m_clock);
        QVERIFY(use(before, rolling, 60));
        QVERIFY(use(before, aligned, 3));
        written = before.takeChanged();
        QVERIFY(before.takeChanged().empty());
    }
    QCOMPARE(written.size(), std::size_t(2));
    m_clock.advance(1h);
    LimitLedger after(m_clock);
    after.load(written);
    QCOMPARE(after.use(rolling).used, std::int64_t(60));
    QCOMPARE(after.use(aligned).used, std::int64_t(3));
    QVERIFY(use(after, rolling, 40));
    QVERIFY(!use(after, rolling, 1));
    m_clock.advance(23h); // the window goes on from where it was, it does not begin with the start
    QCOMPARE(after.use(rolling).used, std::int64_t(0));
}

void LimitLedgerTest::writesWhatRunningRequestsHoldAsUsed()
{
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("a", LimitUnit::Tokens, 100);
    int changes = 0;
    ledger.setChangeListener([&changes] { ++changes; });
    auto running = reserve(ledger, limit, 40);
    QCOMPARE(changes, 1);
    QCOMPARE(ledger.takeChanged().at(0).used, std::int64_t(40));
    const std::int64_t used = 5;
    running->settle({&used, 1});
    QCOMPARE(changes, 2);
    const auto written = ledger.takeChanged();
    QCOMPARE(written.at(0).used, std::int64_t(5));
    ledger.keepChanged(written);
    QCOMPARE(ledger.takeChanged(), written);
}

void LimitLedgerTest::forgetsALimitWhileARequestRuns()
{
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("a", LimitUnit::Tokens, 100);
    auto running = reserve(ledger, limit, 40);
    ledger.forget({limit.id});
    running.reset();
    QCOMPARE(ledger.use(limit).used, std::int64_t(0));
    QVERIFY(ledger.takeChanged().empty());
}

void LimitLedgerTest::resetsOnRequest()
{
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("a", LimitUnit::Requests, 1);
    QVERIFY(use(ledger, limit, 1));
    ledger.resetUse(limit.id);
    QVERIFY(use(ledger, limit, 1));
}

// 64 requests at once, each of at most 70: what is used comes to the limit and one worst case more, never further.
void LimitLedgerTest::forecastsByThePaceOfTheWindow()
{
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("day", LimitUnit::Money, 1000);
    const auto forecast = [&] { return forecastUse(ledger.use(limit), m_clock.wallNow()); };
    QVERIFY(!forecast()); // nothing began
    QVERIFY(use(ledger, limit, 120));
    QVERIFY(!forecast());
    m_clock.advance(1h); // less than a twentieth of the day
    QVERIFY(!forecast());
    m_clock.advance(5h);
    QCOMPARE(forecast(), std::optional<std::int64_t>(480));
    QVERIFY(use(ledger, limit, 120));
    m_clock.advance(6h);
    QCOMPARE(forecast(), std::optional<std::int64_t>(480));
    m_clock.advance(11h);
    QVERIFY(*forecast() >= 240 && *forecast() < 260);
    m_clock.advance(2h);
    QVERIFY(!forecast()); // the next window has not begun
}

void LimitLedgerTest::overshootsByOneWorstCaseAtMostWhenManyThreadsAsk()
{
    constexpr int requests = 64;
    constexpr std::int64_t worst = 70;
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("a", LimitUnit::Money, 1'000);
    std::atomic<bool> begin = false;
    std::atomic<int> admitted = 0;
    std::vector<std::thread> threads;
    for (int count = 0; count < requests; ++count) {
        threads.emplace_back([&] {
            while (!begin)
                std::this_thread::yield();
            for (int round = 0; round < 50; ++round) {
                if (use(ledger, limit, worst))
                    ++admitted;
            }
        });
    }
    begin = true;
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(ledger.use(limit).used, admitted * worst);
    QVERIFY(ledger.use(limit).used >= limit.most);
    QVERIFY(ledger.use(limit).used < limit.most + worst);
}

void LimitLedgerTest::losesNothingWhenManyThreadsSettle()
{
    constexpr int threadCount = 8;
    constexpr int rounds = 2'000;
    LimitLedger ledger(m_clock);
    const UsageLimit limit = makeLimit("a", LimitUnit::Tokens, 1'000'000'000);
    std::atomic<std::int64_t> written = 0;
    ledger.setChangeListener([&] {
        for (const config::LimitCounter &counter : ledger.takeChanged())
            written = std::max<std::int64_t>(written, counter.used);
    });
    std::vector<std::thread> threads;
    for (int count = 0; count < threadCount; ++count) {
        threads.emplace_back([&] {
            for (int round = 0; round < rounds; ++round)
                use(ledger, limit, 3);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(ledger.use(limit).used, std::int64_t(threadCount * rounds * 3));
    QCOMPARE(ledger.use(limit).reserved, std::int64_t(0));
    QVERIFY(written <= ledger.use(limit).used);
}

QTEST_APPLESS_MAIN(LimitLedgerTest)
#include "tst_limit_ledger.moc"
