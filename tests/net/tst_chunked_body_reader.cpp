// The framing of chunked bodies: what is read, what is refused, and that cuts change nothing.
#include "gateway/net/http/chunked_body_reader.h"

#include <QtTest/QTest>

#include <memory>

using gateway::net::ChunkedBodyReader;
using gateway::net::ChunkRules;
using State = ChunkedBodyReader::State;

namespace {

struct Outcome {
    std::string body;
    State state = State::Reading;
    std::size_t used = 0;
};

Outcome read(const std::string &bytes, std::size_t pieceSize, const ChunkRules &rules = {})
{
    ChunkedBodyReader reader(rules);
    Outcome outcome;
    for (std::size_t at = 0; at < bytes.size() && reader.state() == State::Reading; at += pieceSize) {
        // A copy of its own size, so that a sanitizer sees every step beyond its end.
        const auto copy = std::make_unique<std::string>(bytes.substr(at, pieceSize));
        std::string_view piece = *copy;
        while (!piece.empty() && reader.state() == State::Reading) {
            const ChunkedBodyReader::Step step = reader.next(piece);
            outcome.body += step.body;
            outcome.used += step.used;
            piece.remove_prefix(step.used);
        }
    }
    outcome.state = reader.state();
    return outcome;
}

constexpr std::size_t pieceSizes[] = {1, 2, 3, 5, 7, 64, 100'000};

} // namespace

class TestChunkedBodyReader : public QObject {
    Q_OBJECT

private slots:
    void readsWhatIsWellFormed_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("body");
        const auto row = [](const char *name, std::string bytes, std::string body) {
            QTest::newRow(name) << std::move(bytes) << std::move(body);
        };
        row("nothing", "0\r\n\r\n", "");
        row("several", "5\r\nhello\r\n1\r\n,\r\n0A\r\n0123456789\r\n0\r\n\r\n", "hello,0123456789");
        row("zeros before a size", "00000005\r\nhello\r\n0000\r\n\r\n", "hello");
        row("line ends inside of a chunk", "6\r\na\r\n\r\nb\r\n0\r\n\r\n", "a\r\n\r\nb");
        row("extension without a value", "1;last\r\na\r\n0\r\n\r\n", "a");
        row("extensions, one quoted", "1;a=b;c=\"d;\\\"\te\" ; f\r\na\r\n0;g\r\n\r\n", "a");
        row("trailers", "1\r\na\r\n0\r\nServer-Timing: a\r\nX-Empty:\r\n\r\n", "a");
    }

    void readsWhatIsWellFormed()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, body);
        for (const std::size_t pieceSize : pieceSizes) {
            const Outcome outcome = read(bytes + "GET /next", pieceSize);
            QCOMPARE(outcome.state, State::Complete);
            QCOMPARE(outcome.body, body);
            QCOMPARE(outcome.used, bytes.size());
        }
    }

    void refusesWhatIsNot_data()
    {
        QTest::addColumn<std::string>("bytes");
        const auto row = [](const char *name, std::string bytes) { QTest::newRow(name) << std::move(bytes); };
        row("quotation mark that is not closed", "b3;x=\"y&\r\nabcd\r\n\"\r\n0\r\n\r\n");
        row("quotation mark closed in the next line", "1;x=\"\r\na\r\n0;\"\r\n\r\n");
        row("backslash at the end of a quotation", "1;x=\"\\\r\n\"\r\na\r\n0\r\n\r\n");
        row("extension without a name", "1;=a\r\na\r\n0\r\n\r\n");
        row("extension without anything", "1;\r\na\r\n0\r\n\r\n");
        row("control character in an extension", "1;a=\"\x01\"\r\na\r\n0\r\n\r\n");
        row("zero byte in an extension", "1;a=" + std::string(1, '\0') + "\r\na\r\n0\r\n\r\n");
        row("CR in an extension", "1;a\rb\r\na\r\n0\r\n\r\n");
        row("LF alone", "1\na\r\n0\r\n\r\n");
        row("no size", "\r\na\r\n0\r\n\r\n");
        row("sign", "+1\r\na\r\n0\r\n\r\n");
        row("prefix", "0x1\r\na\r\n0\r\n\r\n");
        row("more than 64 bits", "10000000000000000\r\na\r\n0\r\n\r\n");
        row("longer than its size", "1\r\nab\r\n0\r\n\r\n");
        row("shorter than its size", "3\r\nab\r\n0\r\n\r\n");
        row("folded trailer", "0\r\nA: b\r\n c\r\n\r\n");
        row("trailer without a name", "0\r\n: b\r\n\r\n");
        row("trailer that is no field", "0\r\nGET / HTTP/1.1\r\n\r\n");
        row("control character in a trailer", "0\r\nA: \x01\r\n\r\n");
        row("long size line", std::string(400, '0') + "1\r\na\r\n0\r\n\r\n");
        row("long extension", "1;" + std::string(257, 'a') + "\r\na\r\n0\r\n\r\n");
        row("endless size line", "1;" + std::string(40'000, 'a'));
        row("endless trailer", "0\r\nA: " + std::string(40'000, 'a'));
        std::string trailers = "0\r\n";
        for (int line = 0; line < 2'000; ++line)
            trailers += "Name: value\r\n";
        row("endless trailers", trailers);
    }

    void refusesWhatIsNot()
    {
        QFETCH(std::string, bytes);
        for (const std::size_t pieceSize : pieceSizes)
            QCOMPARE(read(bytes, pieceSize).state, State::Malformed);
    }

    void waitsForTheRest_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::newRow("size") << std::string("1");
        QTest::newRow("extension") << std::string("1;a=\"b\"");
        QTest::newRow("chunk") << std::string("5\r\nhell");
        QTest::newRow("end of a chunk") << std::string("5\r\nhello\r");
        QTest::newRow("trailers") << std::string("0\r\nA: b\r\n");
    }

    void waitsForTheRest()
    {
        QFETCH(std::string, bytes);
        for (const std::size_t pieceSize : pieceSizes) {
            const Outcome outcome = read(bytes, pieceSize);
            QCOMPARE(outcome.state, State::Reading);
            QCOMPARE(outcome.used, bytes.size());
        }
    }

    void limitsAllChunksTogether()
    {
        const ChunkRules rules{.bodyBytes = 8};
        for (const std::size_t pieceSize : pieceSizes) {
            QCOMPARE(read("5\r\nhello\r\n3\r\nabc\r\n0\r\n\r\n", pieceSize, rules).state, State::Complete);
            QCOMPARE(read("5\r\nhello\r\n4\r\nabcd\r\n0\r\n\r\n", pieceSize, rules).state, State::TooLarge);
            QCOMPARE(read("FFFFFFFFFFFFFFFF\r\n", pieceSize, rules).state, State::TooLarge);
            QCOMPARE(read("5\r\nhello\r\nFFFFFFFFFFFFFFFF\r\n", pieceSize, rules).state, State::TooLarge);
        }
    }

    void allowsBlanksAfterSizesWhereTheyAreUsual()
    {
        const std::string bytes = "5  \r\nhello\r\n0 \t\r\n\r\n";
        for (const std::size_t pieceSize : pieceSizes) {
            QCOMPARE(read(bytes, pieceSize).state, State::Malformed);
            QCOMPARE(read(bytes, pieceSize, {.allowsBlanksAfterSize = true}).state, State::Complete);
            QCOMPARE(read("5 5\r\nhello\r\n", pieceSize, {.allowsBlanksAfterSize = true}).state, State::Malformed);
        }
    }

    void saysWhatIsWrong()
    {
        ChunkedBodyReader reader;
        QCOMPARE(std::string(reader.problem()), std::string());
        reader.next("1;a=\"\r\n");
        QCOMPARE(std::string(reader.problem()), std::string("The extension of a chunk is not valid."));
    }
};

QTEST_GUILESS_MAIN(TestChunkedBodyReader)
#include "tst_chunked_body_reader.moc"
