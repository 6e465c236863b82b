#include "gateway/translation/framing/sse_codec.h"
#include "tests/support/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

#include <string>
#include <vector>

using namespace gateway::translation;

namespace {

struct OwnedFrame {
    std::string raw;
    std::string event;
    std::string data;
    bool hasData = false;
    bool operator==(const OwnedFrame &) const = default;
};

void takeFrames(SseFrameSplitter &splitter, std::vector<OwnedFrame> &frames)
{
    while (const auto frame = splitter.next())
        frames.push_back(
            {std::string(frame->raw), std::string(frame->event), std::string(frame->data), frame->hasData});
}

std::vector<OwnedFrame> split(const std::string &stream)
{
    SseFrameSplitter splitter;
    std::vector<OwnedFrame> frames;
    splitter.feed(stream);
    takeFrames(splitter, frames);
    return frames;
}

std::vector<OwnedFrame> splitInTwo(const std::string &stream, std::size_t cut)
{
    SseFrameSplitter splitter;
    std::vector<OwnedFrame> frames;
    splitter.feed(std::string_view(stream).substr(0, cut));
    takeFrames(splitter, frames);
    splitter.feed(std::string_view(stream).substr(cut));
    takeFrames(splitter, frames);
    return frames;
}

std::vector<OwnedFrame> splitIntoPieces(const std::string &stream, std::size_t pieceSize)
{
    SseFrameSplitter splitter;
    std::vector<OwnedFrame> frames;
    for (std::size_t from = 0; from < stream.size(); from += pieceSize) {
        splitter.feed(std::string_view(stream).substr(from, pieceSize));
        takeFrames(splitter, frames);
    }
    return frames;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SseCodecTest : public QObject {
    Q_OBJECT
private slots:
    void readsFieldsAsTheStandardSays_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<bool>("hasData");
        QTest::newRow("data") << QByteArray("data: a\n\n") << QByteArray() << QByteArray("a") << true;
        QTest::newRow("one space goes") << QByteArray("data:  a \n\n") << QByteArray() << QByteArray(" a ") << true;
        QTest::newRow("no space") << QByteArray("data:a\n\n") << QByteArray() << QByteArray("a") << true;
        QTest::newRow("joined") << QByteArray("data: a\ndata: b\ndata:\n\n") << QByteArray() << QByteArray("a\nb\n")
                                << true;
        QTest::newRow("two empty") << QByteArray("data:\ndata\n\n") << QByteArray() << QByteArray("\n") << true;
        QTest::newRow("no colon") << QByteArray("data\n\n") << QByteArray() << QByteArray() << true;
        QTest::newRow("comment") << QByteArray(": data: a\n\n") << QByteArray() << QByteArray() << false;
        QTest::newRow("event") << QByteArray("event: x\nevent: y\ndata: 1\n\n") << QByteArray("y") << QByteArray("1")
                               << true;
        QTest::newRow("event only") << QByteArray("event: ping\n\n") << QByteArray("ping") << QByteArray() << false;
        QTest::newRow("others") << QByteArray("id: 1\nretry: 5\ndatax: 2\ndata: 3\n\n") << QByteArray()
                                << QByteArray("3") << true;
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                            "data: a\n\n")
                              << QByteArray() << QByteArray("a") << true;
        QTest::newRow("crlf") << QByteArray("event: e\r\ndata: a\r\n\r\n") << QByteArray("e") << QByteArray("a")
                              << true;
        QTest::newRow("cr") << QByteArray("event: e\rdata: a\r\r") << QByteArray("e") << QByteArray("a") << true;
        QTest::newRow("mixed") << QByteArray("event: e\rdata: a\n\r\n") << QByteArray("e") << QByteArray("a") << true;
        QTest::newRow("colon in value") << QByteArray("data: {\"a\":1}\n\n") << QByteArray() << QByteArray("{\"a\":1}")
                                        << true;
    }

    void readsFieldsAsTheStandardSays()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, data);
        QFETCH(bool, hasData);
        const auto frames = split(stream.toStdString());
        QCOMPARE(frames.size(), std::size_t{1});
        QCOMPARE(frames[0].raw, stream.toStdString());
        QCOMPARE(frames[0].event, event.toStdString());
        QCOMPARE(frames[0].data, data.toStdString());
        QCOMPARE(frames[0].hasData, hasData);
    }

    void givesTheSameFramesForEveryCut_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QDirIterator files(support::sourcePath("tests/fixtures/dialects"), {QStringLiteral("*.sse")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QByteArray stream = readFile(path);
            QTest::newRow(qPrintable(path.section(QLatin1Char('/'), -3))) << stream;
        }
        QTest::newRow("mixed line ends") << QByteArray(
            "\xEF\xBB\xBF: c\r\rdata: 1\r\n\r\ndata: 2\n\r\ndata: 3\r\n\n"
            "data: 4\r\ndata: 5\r\r\ndata: 6\n\n\n\r\r\r\nevent: x\n\ndata: 7");
        QTest::newRow("blank lines only") << QByteArray("\r\n\n\r\r\n\r\r\r\n\n\n\r");
    }

    void givesTheSameFramesForEveryCut()
    {
        QFETCH(QByteArray, stream);
        const std::string text = stream.toStdString();
        const auto whole = split(text);
        QVERIFY(!whole.empty());
        for (std::size_t cut = 0; cut <= text.size(); ++cut)
            QVERIFY(splitInTwo(text, cut) == whole);
        for (const std::size_t pieceSize : {1u, 2u, 3u, 7u})
            QVERIFY(splitIntoPieces(text, pieceSize) == whole);
    }

    void keepsEveryByte()
    {
        const std::string stream = "\xEF\xBB\xBF: hello\n\nid: 4\r\ndata: a\r\n\r\n\n\ndata: b\r\rdata: incomp";
        SseFrameSplitter splitter;
        splitter.feed(stream);
        std::vector<OwnedFrame> frames;
        takeFrames(splitter, frames);
        std::string together;
        for (const OwnedFrame &frame : frames)
            together += frame.raw;
        QCOMPARE(together + std::string(splitter.rest()), stream);
        QCOMPARE(splitter.rest(), std::string_view("data: incomp"));
    }

    void sendsOnACompleteFrameAtOnce()
    {
        SseFrameSplitter splitter;
        splitter.feed("data: a\r\r");
        QVERIFY(splitter.next().has_value());
        splitter.feed("\n");
        QVERIFY(!splitter.next().has_value());
        QVERIFY(splitter.rest().empty());
        splitter.feed("data: b\n\n");
        const auto frame = splitter.next();
        QVERIFY(frame.has_value());
        QCOMPARE(frame->data, std::string_view("b"));
    }

    void keepsALateLineFeedWithTheFrameThatFollows()
    {
        SseFrameSplitter splitter;
        splitter.feed("data: a\r\r\ndata: b");
        QVERIFY(splitter.next().has_value());
        QVERIFY(!splitter.next().has_value());
        QCOMPARE(splitter.rest(), std::string_view("\ndata: b"));
    }

    void stopsAtFramesThatAreTooLarge()
    {
        for (const std::size_t pieceSize : {1u, 5u, 100u}) {
            SseFrameSplitter splitter(20);
            const std::string stream = "data: small\n\ndata: this one is too large\n\ndata: c\n\n";
            std::vector<OwnedFrame> frames;
            for (std::size_t from = 0; from < stream.size(); from += pieceSize) {
                splitter.feed(std::string_view(stream).substr(from, pieceSize));
                takeFrames(splitter, frames);
            }
            QVERIFY(splitter.hasOverflowed());
            QCOMPARE(frames.size(), std::size_t{1});
        }
    }

    // Ten megabytes in one frame, byte by byte and with only one kind of line end: quadratic work would take minutes.
    void worksInLinearTime()
    {
        QElapsedTimer timer;
        timer.start();
        for (const std::string lineEnd : {"\n", "\r", "\r\n"}) {
            std::string line = "data: " + std::string(1000, 'x') + lineEnd;
            SseFrameSplitter splitter;
            for (int count = 0; count < 3000; ++count) {
                for (std::size_t from = 0; from < line.size(); from += 3) {
                    splitter.feed(std::string_view(line).substr(from, 3));
                    QVERIFY(!splitter.next().has_value());
                }
            }
            splitter.feed(lineEnd + "x");
            QVERIFY(splitter.next().has_value());
        }
        QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
    }

    void writesWhatItReads()
    {
        QCOMPARE(writeSseFrame({}, "{}"), std::string("data: {}\n\n"));
        QCOMPARE(writeSseFrame("error", "a\r\nb\rc\n"),
                 std::string("event: error\ndata: a\ndata: b\ndata: c\ndata: \n\n"));
        const auto frames = split(writeSseFrame("e", " x\ny"));
        QCOMPARE(frames.size(), std::size_t{1});
        QCOMPARE(frames[0].event, std::string("e"));
        QCOMPARE(frames[0].data, std::string(" x\ny"));
    }
};

QTEST_APPLESS_MAIN(SseCodecTest)
#include "tst_sse_codec.moc"
