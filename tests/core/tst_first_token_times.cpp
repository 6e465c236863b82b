#include "gateway/routing/first_token_times.h"

#include <QTest>

using namespace gateway::routing;
using namespace std::chrono_literals;

class FirstTokenTimesTest : public QObject {
    Q_OBJECT

private slots:
    void staysWithTheUsualUntilItSawEnough()
    {
        FirstTokenTimes times;
        for (int stream = 0; stream < 19; ++stream)
            times.note("openai", "thinker", 60s);
        QCOMPARE(times.slowAfter("openai", "thinker", 10s), 10'000ms);
        times.note("openai", "thinker", 60s);
        QCOMPARE(times.slowAfter("openai", "thinker", 10s), 90'000ms);
    }
    void leavesQuickModelsAtTheUsual()
    {
        FirstTokenTimes times;
        for (int stream = 0; stream < 200; ++stream)
            times.note("openai", "quick", 300ms);
        QCOMPARE(times.slowAfter("openai", "quick", 10s), 10'000ms);
    }
    void doesNotFollowOneSlowStream()
    {
        FirstTokenTimes times;
        for (int stream = 0; stream < 127; ++stream)
            times.note("openai", "quick", 300ms);
        times.note("openai", "quick", 500s);
        QCOMPARE(times.slowAfter("openai", "quick", 10s), 10'000ms);
    }
    void forgetsWhatIsLongAgo()
    {
        FirstTokenTimes times;
        for (int stream = 0; stream < 128; ++stream)
            times.note("openai", "m", 60s);
        for (int stream = 0; stream < 128; ++stream)
            times.note("openai", "m", 1s);
        QCOMPARE(times.slowAfter("openai", "m", 10s), 10'000ms);
    }
    void keepsModelsApart()
    {
        FirstTokenTimes times;
        for (int stream = 0; stream < 20; ++stream)
            times.note("openai", "thinker", 60s);
        QCOMPARE(times.slowAfter("openai", "other", 10s), 10'000ms);
        QCOMPARE(times.slowAfter("azure", "thinker", 10s), 10'000ms);
    }
};

QTEST_APPLESS_MAIN(FirstTokenTimesTest)
#include "tst_first_token_times.moc"
