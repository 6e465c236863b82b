#include <string>
#include <vector>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tools/bench/chat_payloads.h"
#include "tools/bench/http_message_reader.h"
#include "tools/bench/sample_set.h"

using namespace std::chrono_literals;
using bench::HttpMessageReader;

namespace {

struct ReadMessage {
    int status = 0;
    std::string target;
    std::string body;
    bool operator==(const ReadMessage &) const = default;
};

// Feeds the bytes in pieces of the given size and takes out every whole message.
std::vector<ReadMessage> readAll(HttpMessageReader::Kind kind, const std::string &bytes, std::size_t pieceSize)
{
    std::vector<ReadMessage> messages;
    HttpMessageReader reader(kind);
    for (std::size_t start = 0; start < bytes.size(); start += pieceSize) {
        std::string_view piece = std::string_view(bytes).substr(start, pieceSize);
        while (!piece.empty() && !reader.hasFailed()) {
            piece.remove_prefix(reader.feed(piece));
            if (reader.isComplete()) {
                messages.push_back({reader.status(), std::string(reader.target()), reader.body()});
                reader.startNext();
            }
        }
    }
    return messages;
}

bool isJson(const std::string &text)
{
    return !QJsonDocument::fromJson(QByteArray::fromStdString(text)).isNull();
}

} // namespace

class BenchPartsTest : public QObject {
    Q_OBJECT

private slots:
    void percentileIsTheNearestRank_data();
    void percentileIsTheNearestRank();
    void percentileOfNothingIsZero();
    void readsResponsesInAnyCut();
    void readsRequestsInAnyCut();
    void readsBodyUntilTheConnectionEnds();
    void failsOnBrokenMessage_data();
    void failsOnBrokenMessage();
    void failsWhenTheConnectionEndsInsideABody();
    void requestBodyIsJsonOfTheWantedSize_data();
    void requestBodyIsJsonOfTheWantedSize();
    void answerIsJsonOfOneAndAHalfKilobytes();
    void streamPlanIsReadFromTheBodyThatAsksForIt();
    void streamPlanIsReadBehindALongConversation();
    void eventMarkIsReadBackInAnyCut();
};

void BenchPartsTest::percentileIsTheNearestRank_data()
{
    QTest::addColumn<double>("percent");
    QTest::addColumn<int>("expected");
    QTest::newRow("zero is the smallest") << 0.0 << 1;
    QTest::newRow("median of ten") << 50.0 << 5;
    QTest::newRow("just above the median") << 50.1 << 6;
    QTest::newRow("90") << 90.0 << 9;
    QTest::newRow("99 is the largest of ten") << 99.0 << 10;
    QTest::newRow("100") << 100.0 << 10;
    QTest::newRow("beyond the end") << 200.0 << 10;
}

void BenchPartsTest::percentileIsTheNearestRank()
{
    QFETCH(double, percent);
    QFETCH(int, expected);
    bench::SampleSet samples;
    for (const int sample : {7, 3, 10, 1, 9, 2, 8, 4, 6, 5})
        samples.add(bench::Nanoseconds(sample));
    QCOMPARE(samples.percentile(percent).count(), expected);
}

void BenchPartsTest::percentileOfNothingIsZero()
{
    bench::SampleSet samples;
    QCOMPARE(samples.percentile(99).count(), 0);
}

void BenchPartsTest::readsResponsesInAnyCut()
{
    const std::string bytes = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
                              "HTTP/1.1 100 Continue\r\n\r\n"
                              "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
                              "4\r\nbyte\r\nA;name=value\r\ns\r\nin two \r\n0\r\nTrailer: x\r\n\r\n"
                              "HTTP/1.1 204 No Content\r\n\r\n"
                              "HTTP/1.1 429 Too Many Requests\r\nCONTENT-LENGTH:  0\r\n\r\n";
    const std::vector<ReadMessage> expected = {
        {200, "", "hello"}, {200, "", "bytes\r\nin two "}, {204, "", ""}, {429, "", ""}};
    for (std::size_t pieceSize = 1; pieceSize <= bytes.size(); ++pieceSize)
        QVERIFY2(readAll(HttpMessageReader::Kind::Response, bytes, pieceSize) == expected,
                 std::to_string(pieceSize).c_str());
}

void BenchPartsTest::readsRequestsInAnyCut()
{
    const std::string bytes = "GET /v1/models HTTP/1.1\r\nHost: a\r\n\r\n"
                              "POST /v1/chat/completions HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}";
    const std::vector<ReadMessage> expected = {{0, "/v1/models", ""}, {0, "/v1/chat/completions", "{}"}};
    for (std::size_t pieceSize = 1; pieceSize <= bytes.size(); ++pieceSize)
        QVERIFY2(readAll(HttpMessageReader::Kind::Request, bytes, pieceSize) == expected,
                 std::to_string(pieceSize).c_str());
}

void BenchPartsTest::readsBodyUntilTheConnectionEnds()
{
    HttpMessageReader reader(HttpMessageReader::Kind::Response);
    reader.feed("HTTP/1.1 200 OK\r\n\r\nto the ");
    reader.feed("end");
    QVERIFY(!reader.isComplete());
    reader.endOfInput();
    QVERIFY(reader.isComplete());
    QVERIFY(reader.mustClose());
    QCOMPARE(reader.body(), std::string("to the end"));
}

void BenchPartsTest::failsOnBrokenMessage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no HTTP") << QByteArray("SSH-2.0-x\r\n\r\n");
    QTest::newRow("status is no number") << QByteArray("HTTP/1.1 abc OK\r\n\r\n");
    QTest::newRow("length is no number") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\n");
    QTest::newRow("chunk size is no number")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    QTest::newRow("chunk is longer than its size")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n");
}

void BenchPartsTest::failsOnBrokenMessage()
{
    QFETCH(QByteArray, bytes);
    HttpMessageReader reader(HttpMessageReader::Kind::Response);
    reader.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    QVERIFY(reader.hasFailed());
}

void BenchPartsTest::failsWhenTheConnectionEndsInsideABody()
{
    HttpMessageReader reader(HttpMessageReader::Kind::Response);
    reader.feed("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
    reader.endOfInput();
    QVERIFY(reader.hasFailed());
}

void BenchPartsTest::requestBodyIsJsonOfTheWantedSize_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("1 KB") << 1024;
    QTest::newRow("3 KB") << 3072;
    QTest::newRow("100 KB") << 102400;
}

void BenchPartsTest::requestBodyIsJsonOfTheWantedSize()
{
    QFETCH(int, size);
    const std::string body = bench::chatRequestBody("openai/bench", static_cast<std::size_t>(size), true);
    QCOMPARE(body.size(), static_cast<std::size_t>(size));
    const QJsonObject request = QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
    QCOMPARE(request.value(QLatin1String("model")).toString(), QStringLiteral("openai/bench"));
    QCOMPARE(request.value(QLatin1String("stream")).toBool(), true);
    QVERIFY(request.value(QLatin1String("messages")).toArray().size() >= 2);
    QVERIFY(!bench::streamPlanOf(bench::chatRequestBody("bench", static_cast<std::size_t>(size), false)));
}

void BenchPartsTest::answerIsJsonOfOneAndAHalfKilobytes()
{
    const std::string body = bench::chatAnswerBody();
    QVERIFY(isJson(body));
    QVERIFY2(body.size() > 1400 && body.size() < 1700, std::to_string(body.size()).c_str());
}

void BenchPartsTest::streamPlanIsReadFromTheBodyThatAsksForIt()
{
    const bench::StreamPlan plan{50, 120, false};
    const auto read = bench::streamPlanOf(bench::chatRequestBody(bench::streamModelName(plan), 1024, true));
    QVERIFY(read.has_value());
    QVERIFY(*read == plan);
    const auto withUsage =
        bench::streamPlanOf(R"({"model":"bench-stream-20x7","stream": true,"stream_options":{"include_usage":true}})");
    QVERIFY(withUsage.has_value());
    QVERIFY((*withUsage == bench::StreamPlan{20, 7, true}));
}

void BenchPartsTest::streamPlanIsReadBehindALongConversation()
{
    // A gateway may write the members that it adds or changes at the end.
    const std::string body = R"({"messages":[{"role":"user","content":")" + std::string(50000, 'x')
                             + R"("}],"model":"bench-stream-50x9","stream":true})";
    const auto plan = bench::streamPlanOf(body);
    QVERIFY(plan.has_value());
    QCOMPARE(plan->eventCount, std::uint32_t{9});
}

void BenchPartsTest::eventMarkIsReadBackInAnyCut()
{
    const bench::EventMark first{0, 123456789ns};
    const bench::EventMark second{41, bench::Nanoseconds(9'000'000'000'000'000'000)};
    const std::string events = bench::streamEvent(first.number, first.sendTime) + ": a comment\n\n"
                               + bench::streamEvent(second.number, second.sendTime) + bench::usageEvent()
                               + std::string(bench::doneEvent);
    QCOMPARE(bench::streamEvent(0, 1ns).size(), bench::streamEvent(99999999, bench::Nanoseconds::max()).size());
    QVERIFY(isJson(bench::streamEvent(1, 1ns).substr(6)));
    QVERIFY(isJson(bench::usageEvent().substr(6)));
    for (std::size_t cut = 0; cut <= events.size(); ++cut) {
        std::vector<bench::EventMark> marks;
        bool isDone = false;
        std::string received;
        for (const std::string &piece : {events.substr(0, cut), events.substr(cut)}) {
            received += piece;
            std::string_view rest = received;
            while (const auto mark = bench::takeEventMark(&rest, &isDone))
                marks.push_back(*mark);
            received.erase(0, received.size() - rest.size());
        }
        QVERIFY2((marks == std::vector<bench::EventMark>{first, second}), std::to_string(cut).c_str());
        QVERIFY(isDone);
        QVERIFY(received.empty());
    }
}

QTEST_APPLESS_MAIN(BenchPartsTest)
#include "tst_bench_parts.moc"
