#include "gateway/net/upstream/response_parser.h"

#include <QtTest/QTest>

using gateway::net::ResponseParser;
using Event = ResponseParser::Event;
using Problem = ResponseParser::Problem;

namespace {

struct Outcome {
    int heads = 0;
    int status = 0;
    gateway::HeaderList headers;
    std::optional<std::uint64_t> contentLength;
    std::string body;
    Event last = Event::NeedMore;
    Problem problem = Problem::None;
    bool mayKeep = false;
};

// Takes all events that the parser has.
void drain(ResponseParser &parser, Outcome &outcome)
{
    while (true) {
        outcome.last = parser.next();
        switch (outcome.last) {
        case Event::Head: {
            const gateway::net::UpstreamResponseHead head = parser.takeHead();
            ++outcome.heads;
            outcome.status = head.status;
            outcome.headers = head.headers;
            outcome.contentLength = head.contentLength;
            break;
        }
        case Event::Body: outcome.body.append(parser.body()); break;
        case Event::NeedMore: return;
        case Event::Failed: outcome.problem = parser.problem(); return;
        case Event::Finished: outcome.mayKeep = parser.mayKeepConnection(); return;
        }
    }
}

// Every piece is in memory of its own that is gone afterwards, so that a view kept too long is found by the sanitizer.
Outcome parse(const std::vector<std::string> &pieces, bool isEnded = false, bool isHead = false)
{
    ResponseParser parser(isHead);
    Outcome outcome;
    for (const std::string &piece : pieces) {
        auto copy = std::make_unique<std::string>(piece);
        parser.feed(*copy);
        drain(parser, outcome);
        if (outcome.last != Event::NeedMore)
            return outcome;
    }
    if (isEnded) {
        parser.endOfInput();
        drain(parser, outcome);
    }
    return outcome;
}

const std::string whole = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nhello world";
const std::string chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Kept: yes\r\n\r\n"
                            "5;name=value\r\nhello\r\n6\r\n world\r\n0\r\nX-Trailer: dropped\r\n\r\n";

} // namespace

class TestResponseParser : public QObject {
    Q_OBJECT
private slots:
    void givesTheSameAnswerWhereverItIsCut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("content-length") << QByteArray::fromStdString(whole);
        QTest::newRow("chunked") << QByteArray::fromStdString(chunked);
        QTest::newRow("after an interim answer")
            << QByteArray::fromStdString("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + whole);
    }
    void givesTheSameAnswerWhereverItIsCut()
    {
        QFETCH(QByteArray, bytes);
        const std::string text = bytes.toStdString();
        for (std::size_t first = 0; first <= text.size(); ++first) {
            for (std::size_t second = first; second <= text.size(); second += 7) {
                const Outcome outcome =
                    parse({text.substr(0, first), text.substr(first, second - first), text.substr(second)});
                QCOMPARE(outcome.last, Event::Finished);
                QCOMPARE(outcome.heads, 1);
                QCOMPARE(outcome.status, 200);
                QCOMPARE(outcome.body, std::string("hello world"));
                QVERIFY(outcome.mayKeep);
            }
        }
    }

    void parsesByteByByte()
    {
        std::vector<std::string> bytes;
        for (const char byte : chunked)
            bytes.emplace_back(1, byte);
        const Outcome outcome = parse(bytes);
        QCOMPARE(outcome.last, Event::Finished);
        QCOMPARE(outcome.body, std::string("hello world"));
    }

    // Beast asserts here, in debug builds, when it is shown four bytes.
    void parsesAnEmptyChunkedBodyByteByByte()
    {
        std::vector<std::string> bytes{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"};
        for (const char byte : std::string_view("0\r\n\r\n"))
            bytes.emplace_back(1, byte);
        QCOMPARE(parse(bytes).last, Event::Finished);
    }

    void goesOnAfterThePauseInTheMiddleOfABuffer()
    {
        ResponseParser parser(false);
        auto bytes = std::make_unique<std::string>(chunked);
        parser.feed(*bytes);
        QCOMPARE(parser.next(), Event::Head);
        QCOMPARE(parser.next(), Event::Body);
        parser.keepRest();
        bytes.reset();
        Outcome outcome;
        drain(parser, outcome);
        QCOMPARE(outcome.last, Event::Finished);
        QCOMPARE(outcome.body, std::string(" world"));
    }

    void removesHopByHopFields()
    {
        const Outcome outcome = parse({"HTTP/1.1 200 OK\r\nConnection: close, X-Private\r\nX-Private: 1\r\nKeep-Alive: "
                                       "timeout=5\r\nX-Kept: 2\r\nContent-Length: 0\r\n\r\n"});
        QCOMPARE(outcome.headers, (gateway::HeaderList{{"X-Kept", "2"}, {"Content-Length", "0"}}));
        QVERIFY(!outcome.mayKeep);
    }

    void dropsTrailers() { QCOMPARE(parse({chunked}).headers, (gateway::HeaderList{{"X-Kept", "yes"}})); }

    void readsUntilCloseWithoutALength()
    {
        const Outcome outcome = parse({"HTTP/1.1 200 OK\r\n\r\nabc", "def"}, true);
        QCOMPARE(outcome.last, Event::Finished);
        QCOMPARE(outcome.body, std::string("abcdef"));
        QVERIFY(!outcome.mayKeep);
    }

    void expectsNoBody_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isHead");
        QTest::newRow("HEAD") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n") << true;
        QTest::newRow("HEAD, chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n") << true;
        QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << false;
        QTest::newRow("304") << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Length: 50\r\n\r\n") << false;
    }
    void expectsNoBody()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isHead);
        const Outcome outcome = parse({bytes.toStdString()}, false, isHead);
        QCOMPARE(outcome.heads, 1);
        QCOMPARE(outcome.last, Event::Finished);
        QVERIFY(outcome.body.empty());
    }

    void doesNotKeepAConnectionThatSaysMoreThanItShould()
    {
        const Outcome outcome = parse({whole + "HTTP/1.1 200"});
        QCOMPARE(outcome.last, Event::Finished);
        QVERIFY(!outcome.mayKeep);
    }

    void keepsHttp10OnlyWhenItSaysSo()
    {
        QVERIFY(!parse({"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n"}).mayKeep);
        QVERIFY(parse({"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n"}).mayKeep);
    }

    void noticesACut()
    {
        for (const std::string &text : {whole, chunked}) {
            for (std::size_t length = 0; length < text.size(); ++length) {
                const Outcome outcome = parse({text.substr(0, length)}, true);
                QCOMPARE(outcome.last, Event::Failed);
                QCOMPARE(outcome.problem, Problem::Cut);
            }
        }
    }

    void refusesWhatIsNotHttp_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("greeting") << QByteArray("220 mail.example ESMTP\r\n");
        QTest::newRow("TLS alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x16", 7);
        QTest::newRow("HTTP/2 frame") << QByteArray("\x00\x00\x06\x04\x00", 5);
        QTest::newRow("other version") << QByteArray("HTTP/2.0 200 OK\r\n\r\n");
        QTest::newRow("no status") << QByteArray("HTTP/1.1 abc\r\n\r\n");
        QTest::newRow("status of no class") << QByteArray("HTTP/1.1 000 None\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("status below all classes") << QByteArray("HTTP/1.1 099 None\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("bad length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1x\r\n\r\n");
        QTest::newRow("two lengths") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n");
        QTest::newRow("length and chunks")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
        QTest::newRow("bad chunk size") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n");
        QTest::newRow("space in name") << QByteArray("HTTP/1.1 200 OK\r\nBad Name: 1\r\n\r\n");
        QTest::newRow("switching protocols") << QByteArray("HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n");
    }
    void refusesWhatIsNotHttp()
    {
        QFETCH(QByteArray, bytes);
        const Outcome outcome = parse({bytes.toStdString()});
        QCOMPARE(outcome.last, Event::Failed);
        QCOMPARE(outcome.problem, Problem::Malformed);
    }

    void limitsTheHead()
    {
        const std::string field = "X-Filler: " + std::string(1000, 'x') + "\r\n";
        std::string head = "HTTP/1.1 200 OK\r\n";
        while (head.size() + field.size() < ResponseParser::headLimit - 100)
            head += field;
        QCOMPARE(parse({head + "Content-Length: 0\r\n\r\n"}).last, Event::Finished);
        while (head.size() <= ResponseParser::headLimit)
            head += field;
        QCOMPARE(parse({head + "\r\n"}).problem, Problem::HeadTooLarge);
        QCOMPARE(parse({head}).problem, Problem::HeadTooLarge); // without waiting for its end
    }

    void limitsAChunkExtension()
    {
        std::vector<std::string> pieces{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;"};
        for (int piece = 0; piece < 100; ++piece)
            pieces.emplace_back(1000, 'x');
        QCOMPARE(parse(pieces).problem, Problem::Malformed);
    }

    void staysFailed()
    {
        ResponseParser parser(false);
        parser.feed("nonsense\r\n\r\n");
        QCOMPARE(parser.next(), Event::Failed);
        parser.feed(whole);
        QCOMPARE(parser.next(), Event::Failed);
    }
};

QTEST_GUILESS_MAIN(TestResponseParser)
#include "tst_response_parser.moc"
