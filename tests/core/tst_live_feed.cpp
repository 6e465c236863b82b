#include "gateway/pipeline/live_feed.h"

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;

namespace {

RequestRecord recordOf(const std::string &id, int status)
{
    RequestRecord record;
    record.id = {id};
    record.status = status;
    return record;
}

WatchedAnswer piece(const std::string &id, const std::string &bytes, bool isFirst = false, bool isComplete = false)
{
    WatchedAnswer answer;
    answer.id = {id};
    answer.bytes = bytes;
    answer.isFirst = isFirst;
    answer.isComplete = isComplete;
    return answer;
}

} // namespace

class LiveFeedTest : public QObject {
    Q_OBJECT

private slots:
    void mergesTheStatesOfOneRequestIntoTheLast();
    void givesEachStateOnce();
    void dropsWhatWaitsWhenNobodyLooks();
    void countsRequestsInFlight();
    void givesEachWatchATicketOfItsOwn();
    void joinsThePiecesOfTheWatchedAnswer();
    void startsAgainWithAFirstPiece();
    void ignoresPiecesOfOtherRequests();
};

void LiveFeedTest::mergesTheStatesOfOneRequestIntoTheLast()
{
    LiveFeed feed;
    feed.setWanted(true);
    feed.publish(recordOf("a", 1));
    feed.publish(recordOf("b", 2));
    feed.publish(recordOf("a", 3));
    const auto batch = feed.take();
    QCOMPARE(batch.requests.size(), std::size_t(2));
    QCOMPARE(batch.requests[0].id.value, std::string("a"));
    QCOMPARE(batch.requests[0].status, 3);
    QCOMPARE(batch.requests[1].status, 2);
}

void LiveFeedTest::givesEachStateOnce()
{
    LiveFeed feed;
    feed.setWanted(true);
    feed.publish(recordOf("a", 1));
    QCOMPARE(feed.take().requests.size(), std::size_t(1));
    QVERIFY(feed.take().requests.empty());
    feed.publish(recordOf("a", 2));
    const auto batch = feed.take();
    QCOMPARE(batch.requests.size(), std::size_t(1));
    QCOMPARE(batch.requests[0].status, 2);
}

void LiveFeedTest::dropsWhatWaitsWhenNobodyLooks()
{
    LiveFeed feed;
    QVERIFY(!feed.isWanted());
    feed.setWanted(true);
    QVERIFY(feed.isWanted());
    feed.publish(recordOf("a", 1));
    feed.setWanted(false);
    QVERIFY(feed.take().requests.empty());
}

void LiveFeedTest::countsRequestsInFlight()
{
    LiveFeed feed;
    feed.requestBegan();
    feed.requestBegan();
    QCOMPARE(feed.inFlight(), 2);
    feed.requestEnded();
    QCOMPARE(feed.inFlight(), 1);
}

void LiveFeedTest::givesEachWatchATicketOfItsOwn()
{
    LiveFeed feed;
    QCOMPARE(feed.watchTicket({"a"}), std::uint64_t(0));
    feed.watch({"a"});
    const auto first = feed.watchTicket({"a"});
    QVERIFY(first != 0);
    QCOMPARE(feed.watchTicket({"b"}), std::uint64_t(0));
    feed.watch({"a"});
    QVERIFY(feed.watchTicket({"a"}) != first);
    feed.watch({});
    QCOMPARE(feed.watchTicket({"a"}), std::uint64_t(0));
    QCOMPARE(feed.watchTicket({}), std::uint64_t(0));
}

void LiveFeedTest::joinsThePiecesOfTheWatchedAnswer()
{
    LiveFeed feed;
    feed.watch({"a"});
    feed.publishAnswer(piece("a", "one ", true));
    feed.publishAnswer(piece("a", "two "));
    feed.publishAnswer(piece("a", "three", false, true));
    auto batch = feed.take();
    QVERIFY(batch.watched.has_value());
    QCOMPARE(batch.watched->bytes, std::string("one two three"));
    QVERIFY(batch.watched->isFirst);
    QVERIFY(batch.watched->isComplete);
    QVERIFY(!feed.take().watched.has_value());
}

void LiveFeedTest::startsAgainWithAFirstPiece()
{
    LiveFeed feed;
    feed.watch({"a"});
    feed.publishAnswer(piece("a", "old", true));
    feed.publishAnswer(piece("a", "whole", true));
    QCOMPARE(feed.take().watched->bytes, std::string("whole"));
}

void LiveFeedTest::ignoresPiecesOfOtherRequests()
{
    LiveFeed feed;
    feed.publishAnswer(piece("a", "x", true));
    feed.watch({"b"});
    feed.publishAnswer(piece("a", "x", true));
    QVERIFY(!feed.take().watched.has_value());
    feed.publishAnswer(piece("b", "x", true));
    feed.watch({"c"}); // what waits of the old one is dropped
    QVERIFY(!feed.take().watched.has_value());
}

QTEST_APPLESS_MAIN(LiveFeedTest)
#include "tst_live_feed.moc"
