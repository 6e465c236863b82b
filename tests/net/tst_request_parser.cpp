#include "gateway/net/http/request_parser.h"

#include <QTest>

#include <zlib.h>

#include <algorithm>
#include <string>

using namespace gateway;
using namespace gateway::net;

using State = RequestParser::State;

namespace {

// Feeds as a connection does: what is not used is offered again with more behind it.
std::string feedInPieces(RequestParser &parser, const std::string &bytes, std::size_t piece)
{
    std::string waiting;
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
        waiting += bytes.substr(at, piece);
        std::size_t used = 0;
        do {
            used = parser.feed(waiting);
            waiting.erase(0, used);
        } while (used > 0 && !waiting.empty());
    }
    return waiting;
}

std::string gzip(const std::string &text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    std::string packed(text.size() + 1024, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string post(const std::string &headers, const std::string &body)
{
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body;
}

} // namespace

class RequestParserTest : public QObject {
    Q_OBJECT
private slots:
    void readsARequestCutAnywhere_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 3, 7, 16, 100, 10000})
            QTest::addRow("%d bytes", piece) << piece;
    }

    void readsARequestCutAnywhere()
    {
        QFETCH(int, piece);
        RequestParser parser;
        const std::string first = post("X-Empty:\r\nContent-Length: 5\r\nX-Odd:  a\t b \t\r\n", "hello");
        const std::string rest = feedInPieces(parser, first, static_cast<std::size_t>(piece));
        QCOMPARE(parser.state(), State::Complete);
        QVERIFY(rest.empty());
        const HttpRequest &request = parser.request();
        QCOMPARE(request.method, std::string("POST"));
        QCOMPARE(request.target, std::string("/v1/chat/completions"));
        QCOMPARE(request.minorVersion, 1);
        QCOMPARE(request.headers.size(), std::size_t{4});
        QCOMPARE(request.headers.value("x-odd"), "a\t b");
        QCOMPARE(*request.body, std::string("hello"));
        QVERIFY(parser.keepsAlive());
        QVERIFY(request.completeAt >= request.firstByteAt);
    }

    void readsChunksCutAnywhere_data() { readsARequestCutAnywhere_data(); }

    void readsChunksCutAnywhere()
    {
        QFETCH(int, piece);
        RequestParser parser;
        const std::string bytes =
            post("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n1;name=\"va;lue\"\r\n,\r\n0A\r\n0123456789\r\n0\r\n"
                                                   "X-Trailer: forgotten\r\n\r\n");
        const std::string rest = feedInPieces(parser, bytes, static_cast<std::size_t>(piece));
        QCOMPARE(parser.state(), State::Complete);
        QVERIFY(rest.empty());
        QCOMPARE(*parser.request().body, std::string("hello,0123456789"));
        QVERIFY(!parser.request().headers.contains("x-trailer"));
    }

    void readsFirstChunkThatIsTheLastCutAnywhere()
    {
        for (std::size_t piece = 1; piece < 8; ++piece) {
            RequestParser parser;
            feedInPieces(parser, post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), piece);
            QCOMPARE(parser.state(), State::Complete);
            QVERIFY(parser.request().body->empty());
        }
    }

    void leavesTheNextRequestAlone()
    {
        RequestParser parser;
        const std::string next = "GET /second HTTP/1.1\r\nHost: b\r\n\r\n";
        const std::string bytes = post("Content-Length: 2\r\n", "ab") + next;
        std::size_t used = parser.feed(bytes);
        QCOMPARE(parser.state(), State::Complete);
        QCOMPARE(bytes.substr(used), next);
        parser.reset({});
        used = parser.feed(next);
        QCOMPARE(used, next.size());
        QCOMPARE(parser.state(), State::Complete);
        QCOMPARE(parser.request().target, std::string("/second"));
        QCOMPARE(parser.request().headers, HeaderList({{"Host", "b"}}));
        QVERIFY(parser.request().body->empty());
    }

    void acceptsHarmlessOddities_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::newRow("empty lines before") << std::string("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
        QTest::newRow("1.0 without host") << std::string("GET / HTTP/1.0\r\n\r\n");
        QTest::newRow("bytes above ascii in a value")
            << std::string("GET / HTTP/1.1\r\nHost: a\r\nX: \xc3\xa4\r\n\r\n");
        QTest::newRow("post without length") << post("", "");
        QTest::newRow("post with type only") << post("Content-Type: application/json\r\n", "");
        QTest::newRow("options for all") << std::string("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
        QTest::newRow("unknown method") << std::string("BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n");
        QTest::newRow("chunked in capitals") << post("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n");
        QTest::newRow("1.0 expects nothing") << std::string("GET / HTTP/1.0\r\nExpect: x\r\n\r\n");
        QTest::newRow("empty host") << std::string("GET / HTTP/1.1\r\nHost:\r\n\r\n");
    }

    void acceptsHarmlessOddities()
    {
        QFETCH(std::string, bytes);
        RequestParser parser;
        feedInPieces(parser, bytes, bytes.size());
        QVERIFY2(parser.state() == State::Complete, parser.error().message.c_str());
    }

    void refusesWhatTwoParsersMightReadDifferently_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const std::string &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        const auto get = [](const std::string &headers) { return "GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n"; };
        const std::string chunked = "Transfer-Encoding: chunked\r\n";
        row("length and chunked", post("Content-Length: 5\r\n" + chunked, "0\r\n\r\n"), 400);
        row("chunked and length", post(chunked + "Content-Length: 5\r\n", "0\r\n\r\n"), 400);
        row("two different lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello"), 400);
        row("two equal lengths", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), 400);
        row("list of lengths", post("Content-Length: 5, 5\r\n", "hello"), 400);
        row("signed length", post("Content-Length: +5\r\n", "hello"), 400);
        row("negative length", post("Content-Length: -5\r\n", "hello"), 400);
        row("empty length", post("Content-Length:\r\n", "hello"), 400);
        row("hexadecimal length", post("Content-Length: 0x5\r\n", "hello"), 400);
        row("huge length", post("Content-Length: 99999999999999999999999\r\n", ""), 400);
        row("gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", ""), 501);
        row("chunked, chunked", post("Transfer-Encoding: chunked, chunked\r\n", ""), 501);
        row("identity", post("Transfer-Encoding: identity\r\n", ""), 501);
        row("hidden chunked", post("Transfer-Encoding: xchunked\r\n", ""), 501);
        row("quoted chunked", post("Transfer-Encoding: \"chunked\"\r\n", ""), 501);
        row("chunked twice", post(chunked + chunked, "0\r\n\r\n"), 400);
        row("1.0 chunked", "POST / HTTP/1.0\r\nHost: a\r\n" + chunked + "\r\n0\r\n\r\n", 400);
        row("no chunk size", post(chunked, "\r\nhello"), 400);
        row("chunk size not hexadecimal", post(chunked, "g\r\n"), 400);
        row("chunk size with 0x", post(chunked, "0x5\r\nhello\r\n0\r\n\r\n"), 400);
        row("negative chunk size", post(chunked, "-5\r\nhello\r\n0\r\n\r\n"), 400);
        row("blank before chunk size", post(chunked, " 5\r\nhello\r\n0\r\n\r\n"), 400);
        row("blank after chunk size", post(chunked, "5 \r\nhello\r\n0\r\n\r\n"), 400);
        row("overflowing chunk size", post(chunked, "10000000000000005\r\nhello\r\n0\r\n\r\n"), 400);
        row("chunk longer than its size", post(chunked, "5\r\nhello!\r\n0\r\n\r\n"), 400);
        row("chunk size ends with LF", post(chunked, "5\nhello\r\n0\r\n\r\n"), 400);
        row("bare CR in extension", post(chunked, "5;a=\rb\r\nhello\r\n0\r\n\r\n"), 400);
        row("long extension", post(chunked, "5;a=" + std::string(300, 'x') + "\r\nhello\r\n0\r\n\r\n"), 400);
        row("endless extension", post(chunked, "5;a=" + std::string(40'000, 'x')), 400);
        row("endless trailers", post(chunked, "0\r\nA: " + std::string(40'000, 'x')), 400);
        row("folded line", get("X: a\r\n b\r\n"), 400);
        row("folded line with tab", get("X: a\r\n\tb\r\n"), 400);
        row("first field folded", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400);
        row("NUL in value", get(std::string("X: a\0b\r\n", 8)), 400);
        row("NUL in name", get(std::string("X\0: b\r\n", 7)), 400);
        row("NUL in target", std::string("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 29), 400);
        row("bare CR in value", get("X: a\rb\r\n"), 400);
        row("bare LF at line end", get("X: a\nY: b\r\n"), 400);
        row("LF only", "GET / HTTP/1.1\nHost: a\n\n", 400);
        row("control in value", get("X: a\x01\r\n"), 400);
        row("blank before colon", get("X : a\r\n"), 400);
        row("blank before colon of host", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400);
        row("no colon", get("X\r\n"), 400);
        row("no name", get(": a\r\n"), 400);
        row("name not ascii", get("\xc3\xa4: a\r\n"), 400);
        row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("two hosts", get("Host: b\r\n"), 400);
        row("two equal hosts", get("Host: a\r\n"), 400);
        row("two hosts in 1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400);
        row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
        row("HTTP/3.0", "GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505);
        row("HTTP/0.9", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505);
        row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
        row("no version", "GET /\r\n\r\n", 400);
        row("version of two digits", "GET / HTTP/1.10\r\nHost: a\r\n\r\n", 400);
        row("version in small letters", "GET / http/1.1\r\nHost: a\r\n\r\n", 400);
        row("two blanks", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("tab as blank", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("blank in target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("blank after version", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400);
        row("relative target", "GET index HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("star for get", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("URL without host", "GET http:///x HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("URL with user", "GET http://u@h/x HTTP/1.1\r\nHost: a\r\n\r\n", 400);
        row("TLS handshake", std::string("\x16\x03\x01\x02\x00\x01\x00", 7), 400);
        row("only empty lines", std::string(20, '\n'), 400);
        row("CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 501);
        row("TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
        row("unknown expectation", post("Content-Length: 2\r\nExpect: gold\r\n", ""), 417);
        row("expects without length", post("Expect: 100-continue\r\n", ""), 411);
        row("unknown encoding", post("Content-Length: 2\r\nContent-Encoding: lzma\r\n", "ab"), 415);
        row("two encodings", post("Content-Length: 2\r\nContent-Encoding: gzip, br\r\n", "ab"), 415);
        row("two encoding fields",
            post("Content-Length: 2\r\nContent-Encoding: gzip\r\nContent-Encoding: br\r\n", "ab"), 415);
        row("not gzip", post("Content-Length: 4\r\nContent-Encoding: gzip\r\n", "nope"), 400);
    }

    void refusesWhatTwoParsersMightReadDifferently()
    {
        QFETCH(std::string, bytes);
        QFETCH(int, status);
        for (const std::size_t piece : {std::size_t{1}, std::size_t{5}, bytes.size()}) {
            RequestParser parser;
            feedInPieces(parser, bytes, piece);
            QVERIFY2(parser.state() == State::Failed, qPrintable(QString::number(piece)));
            QCOMPARE(parser.error().httpStatus(), status);
            QVERIFY(!parser.error().message.empty());
            QCOMPARE(parser.feed("GET / HTTP/1.1\r\n"), std::size_t{0});
        }
    }

    void limitsHeadTargetAndBody_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("complete long target") << "GET /" + std::string(200, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"
                                              << 414;
        QTest::newRow("long method") << std::string(400, 'A') + " / HTTP/1.1\r\nHost: a\r\n\r\n" << 414;
        QTest::newRow("endless target") << "GET /" + std::string(900, 'a') << 414;
        QTest::newRow("complete long head") << "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(2000, 'a') + "\r\n\r\n"
                                            << 431;
        QTest::newRow("endless head") << "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(2000, 'a') << 431;
        QTest::newRow("announced body") << post("Content-Length: 5001\r\n", "") << 413;
        QTest::newRow("chunked body") << post("Transfer-Encoding: chunked\r\n",
                                              "9c4\r\n" + std::string(2500, 'a') + "\r\n9c5\r\n")
                                      << 413;
        QTest::newRow("decompressed body") << post(
            "Content-Encoding: gzip\r\nContent-Length: " + std::to_string(gzip(std::string(5001, 'a')).size()) + "\r\n",
            gzip(std::string(5001, 'a'))) << 413;
    }

    void limitsHeadTargetAndBody()
    {
        QFETCH(std::string, bytes);
        QFETCH(int, status);
        for (const std::size_t piece : {std::size_t{1}, std::size_t{100}, bytes.size()}) {
            RequestParser parser({1000, 100, 5000});
            feedInPieces(parser, bytes, piece);
            QCOMPARE(parser.state(), State::Failed);
            QCOMPARE(parser.error().httpStatus(), status);
        }
    }

    void tellsWhatWasAskedWhereItIsTooLong()
    {
        RequestParser parser({1000, 100, 5000});
        parser.feed("GET /" + std::string(900, 'a'));
        QCOMPARE(parser.request().method, std::string("GET"));
        QCOMPARE(parser.request().target.substr(0, 5), std::string("/aaaa"));
    }

    void takesABodyThatIsPutWhereItStays_data()
    {
        QTest::addColumn<int>("fed"); // before the rest is put into the room
        for (const int fed : {0, 1, 1000, 599'999})
            QTest::addRow("%d bytes fed", fed) << fed;
    }

    void takesABodyThatIsPutWhereItStays()
    {
        QFETCH(int, fed);
        std::string body;
        while (body.size() < 600'000) // more than room is made for at once
            body += std::to_string(body.size()) + ' ';
        body.resize(600'000);
        RequestParser parser;
        QVERIFY(parser.bodyRoom().empty());
        const std::string text = post("Content-Length: 600000\r\n", body);
        std::string_view rest(text);
        const std::size_t sizeToFeed = text.size() - body.size() + static_cast<std::size_t>(fed);
        QCOMPARE(parser.feed(rest.substr(0, sizeToFeed)), sizeToFeed);
        rest.remove_prefix(sizeToFeed);
        for (std::size_t count = 1; !rest.empty(); count = count * 3 + 1) {
            const auto room = parser.bodyRoom();
            QVERIFY(!room.empty() && room.size() <= rest.size());
            const std::string_view part = rest.substr(0, std::min(count, room.size()));
            std::copy(part.begin(), part.end(), room.begin());
            parser.bodyReceived(part.size());
            rest.remove_prefix(part.size());
            if (count == 4 && !rest.empty()) { // a byte that is fed meanwhile
                QCOMPARE(parser.feed(rest.substr(0, 1)), std::size_t{1});
                rest.remove_prefix(1);
            }
        }
        QCOMPARE(parser.state(), State::Complete);
        QVERIFY(*parser.request().body == body);
        QVERIFY(parser.bodyRoom().empty());
    }

    void hasNoRoomForBodiesThatAreDecoded()
    {
        RequestParser chunked;
        chunked.feed(post("Transfer-Encoding: chunked\r\n", "5\r\nhe"));
        QCOMPARE(chunked.state(), State::Body);
        QVERIFY(chunked.bodyRoom().empty());
        RequestParser packed;
        packed.feed(post("Content-Encoding: gzip\r\nContent-Length: 100\r\n", {}));
        QCOMPARE(packed.state(), State::Body);
        QVERIFY(packed.bodyRoom().empty());
    }

    void acceptsABodyOfExactlyTheLimit()
    {
        RequestParser parser({1000, 100, 5000});
        const std::string packed = gzip(std::string(5000, 'a'));
        feedInPieces(
            parser, post("Content-Encoding: gzip\r\nContent-Length: " + std::to_string(packed.size()) + "\r\n", packed),
            11);
        QCOMPARE(parser.state(), State::Complete);
        QCOMPARE(*parser.request().body, std::string(5000, 'a'));
        QVERIFY(!parser.request().headers.contains("content-encoding"));
    }

    void refusesACutCompressedBody()
    {
        RequestParser parser;
        std::string packed = gzip("something worth compressing");
        packed.pop_back();
        feedInPieces(
            parser, post("Content-Encoding: gzip\r\nContent-Length: " + std::to_string(packed.size()) + "\r\n", packed),
            1000);
        QCOMPARE(parser.state(), State::Failed);
        QCOMPARE(parser.error().httpStatus(), 400);
    }

    void tellsWhoWaitsForContinue()
    {
        RequestParser parser;
        parser.feed(post("Expect: 100-Continue\r\nContent-Length: 2\r\n", ""));
        QCOMPARE(parser.state(), State::Body);
        QVERIFY(parser.expectsContinue());
        parser.reset({});
        parser.feed(post("Content-Length: 2\r\n", ""));
        QVERIFY(!parser.expectsContinue());
    }

    void tellsWhoKeepsTheConnection_data()
    {
        QTest::addColumn<std::string>("head");
        QTest::addColumn<bool>("keepsAlive");
        QTest::newRow("1.1") << std::string("HTTP/1.1\r\n") << true;
        QTest::newRow("1.1 close") << std::string("HTTP/1.1\r\nConnection: x, Close\r\n") << false;
        QTest::newRow("1.0") << std::string("HTTP/1.0\r\n") << false;
        QTest::newRow("1.0 keep-alive") << std::string("HTTP/1.0\r\nConnection: keep-alive\r\n") << true;
    }

    void tellsWhoKeepsTheConnection()
    {
        QFETCH(std::string, head);
        QFETCH(bool, keepsAlive);
        RequestParser parser;
        parser.feed("GET / " + head + "Host: a\r\n\r\n");
        QCOMPARE(parser.state(), State::Complete);
        QCOMPARE(parser.keepsAlive(), keepsAlive);
    }

    void storesAUrlAsItsPath_data()
    {
        QTest::addColumn<std::string>("url");
        QTest::addColumn<std::string>("path");
        QTest::newRow("path") << std::string("http://real:8080/v1/models?x=1") << std::string("/v1/models?x=1");
        QTest::newRow("no path") << std::string("HTTP://real:8080") << std::string("/");
        QTest::newRow("query only") << std::string("http://real:8080?x") << std::string("/?x");
    }

    void storesAUrlAsItsPath()
    {
        QFETCH(std::string, url);
        QFETCH(std::string, path);
        RequestParser parser;
        parser.feed("GET " + url + " HTTP/1.1\r\nHost: forged\r\n\r\n");
        QCOMPARE(parser.state(), State::Complete);
        QCOMPARE(parser.request().target, path);
        QCOMPARE(parser.request().headers.value("host"), "real:8080");
    }

    void forgetsTheRequestBefore()
    {
        RequestParser parser;
        parser.feed(post("Content-Length: 2\r\nConnection: close\r\nX-One: 1\r\n", "ab"));
        const SharedBytes kept = parser.request().body;
        parser.reset({});
        QVERIFY(!parser.hasStarted());
        parser.feed("GET /x HTTP/1.1\r\nHost: b\r\n\r\n");
        QVERIFY(parser.keepsAlive());
        QVERIFY(!parser.request().headers.contains("x-one"));
        QCOMPARE(*kept, std::string("ab"));
    }
};

QTEST_APPLESS_MAIN(RequestParserTest)
#include "tst_request_parser.moc"
