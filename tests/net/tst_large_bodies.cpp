// Bodies that are too large for the memory: put aside by the parser, sent from the disk by every transport.
#include "gateway/net/http/request_parser.h"
#include "gateway/net/upstream/upload_device.h"
#include "tests/net/upstream_rig.h"

#include <zlib.h>

#include <QtTest/QTest>

using namespace gateway;
using namespace gateway::net;
using tests::ExchangeRecorder;
using tests::FakePeer;
using tests::ReceivedRequest;
using tests::TestCertificates;
using tests::TransportKind;
using tests::UpstreamRig;

namespace {

constexpr std::size_t smallLimit = 4 * 1024;

// No two stretches of it are alike.
std::string sampleBytes(std::size_t size)
{
    std::string bytes;
    bytes.reserve(size + 16);
    for (std::size_t line = 0; bytes.size() < size; ++line)
        bytes += std::to_string(line * 7919) + "\r\n--";
    bytes.resize(size);
    return bytes;
}

std::shared_ptr<const SpooledBody> spooled(std::string_view bytes)
{
    auto body = SpooledBody::create();
    if (!body || (*body)->append(bytes))
        return nullptr;
    return *body;
}

std::string allOf(const SpooledBody &body)
{
    std::string bytes(static_cast<std::size_t>(body.size()), '\0');
    bytes.resize(body.read(0, bytes));
    return bytes;
}

std::string packed(const std::string &text)
{
    uLongf size = compressBound(static_cast<uLong>(text.size()));
    std::string bytes(size, '\0');
    compress(reinterpret_cast<Bytef *>(bytes.data()), &size, reinterpret_cast<const Bytef *>(text.data()),
             static_cast<uLong>(text.size()));
    bytes.resize(size);
    return bytes;
}

std::string inChunks(std::string_view body, std::size_t size)
{
    std::string framed;
    while (!body.empty()) {
        const std::string_view chunk = body.substr(0, size);
        framed += QByteArray::number(static_cast<qulonglong>(chunk.size()), 16).toStdString() + "\r\n";
        framed.append(chunk).append("\r\n");
        body.remove_prefix(chunk.size());
    }
    return framed + "0\r\n\r\n";
}

void feedAll(RequestParser &parser, std::string_view bytes, std::size_t piece)
{
    std::string waiting;
    while (!bytes.empty()) {
        waiting.append(bytes.substr(0, piece));
        bytes.remove_prefix(std::min(piece, bytes.size()));
        while (const std::size_t used = parser.feed(waiting)) {
            waiting.erase(0, used);
            if (waiting.empty())
                break;
        }
    }
}

} // namespace

class LargeBodiesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_certificates = TestCertificates::create(); }
    void putsLargeMediaAside_data();
    void putsLargeMediaAside();
    void keepsTheRestInMemory_data();
    void keepsTheRestInMemory();
    void takesBytesThatWereReadIntoItsRoom();
    void forgetsTheLastUpload();
    void editsWhatItReads();
    void seeksAsADevice();
    void sendsFromTheDisk_data();
    void sendsFromTheDisk();
    void goesOnAfterAnEarlyAnswer();

private:
    std::unique_ptr<TestCertificates> m_certificates;
};

void LargeBodiesTest::putsLargeMediaAside_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("framing"); // "length", "chunks", "deflate"
    QTest::addColumn<int>("piece");
    for (const int piece : {1000, 5000, 700'000}) {
        QTest::addRow("form of known length, %d", piece)
            << QByteArray("Content-Type: multipart/form-data; boundary=X\r\n") << QByteArray("length") << piece;
        QTest::addRow("sound in chunks, %d", piece)
            << QByteArray("Content-Type: AUDIO/wav\r\n") << QByteArray("chunks") << piece;
        QTest::addRow("compressed bytes, %d", piece)
            << QByteArray("Content-Type: application/octet-stream\r\n") << QByteArray("deflate") << piece;
    }
}

void LargeBodiesTest::putsLargeMediaAside()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, framing);
    QFETCH(int, piece);
    const std::string body = sampleBytes(600'000);
    std::string head = "POST /v1/files HTTP/1.1\r\nHost: localhost\r\n" + headers.toStdString();
    std::string framed = body;
    if (framing == "chunks") {
        framed = inChunks(body, 9'999);
        head += "Transfer-Encoding: chunked\r\n";
    } else {
        if (framing == "deflate") {
            framed = packed(body);
            head += "Content-Encoding: deflate\r\n";
        }
        head += "Content-Length: " + std::to_string(framed.size()) + "\r\n";
    }
    RequestLimits limits;
    limits.mediumBytesInMemory = smallLimit;
    RequestParser parser(limits);
    feedAll(parser, head + "\r\n" + framed, static_cast<std::size_t>(piece));
    QCOMPARE(parser.state(), RequestParser::State::Complete);
    QVERIFY(parser.request().spooledBody != nullptr);
    QVERIFY(parser.request().body->empty());
    QCOMPARE(parser.request().bodySize(), std::uint64_t(body.size()));
    QVERIFY(allOf(*parser.request().spooledBody) == body);
}

void LargeBodiesTest::keepsTheRestInMemory_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("size");
    QTest::newRow("small form") << QByteArray("multipart/form-data; boundary=X") << int(smallLimit) - 1;
    QTest::newRow("large JSON") << QByteArray("application/json") << 100'000;
    QTest::newRow("what curl sends") << QByteArray("application/x-www-form-urlencoded") << 100'000;
}

void LargeBodiesTest::keepsTheRestInMemory()
{
    QFETCH(QByteArray, type);
    QFETCH(int, size);
    const std::string body = sampleBytes(static_cast<std::size_t>(size));
    RequestLimits limits;
    limits.mediumBytesInMemory = smallLimit;
    RequestParser parser(limits);
    feedAll(parser,
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type.toStdString()
                + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body,
            3000);
    QCOMPARE(parser.state(), RequestParser::State::Complete);
    QVERIFY(parser.request().spooledBody == nullptr);
    QVERIFY(*parser.request().body == body);
}

void LargeBodiesTest::takesBytesThatWereReadIntoItsRoom()
{
    const std::string body = sampleBytes(1'000'000);
    RequestLimits limits;
    limits.mediumBytesInMemory = smallLimit;
    RequestParser parser(limits);
    parser.feed("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: audio/wav\r\nContent-Length: 1000000\r\n\r\n");
    std::size_t given = 0;
    while (given < body.size()) {
        const std::span<char> room = parser.bodyRoom();
        QVERIFY(!room.empty());
        const std::size_t count = std::min({room.size(), body.size() - given, std::size_t(60'001)});
        std::copy_n(body.begin() + static_cast<std::ptrdiff_t>(given), count, room.begin());
        parser.bodyReceived(count);
        given += count;
    }
    QCOMPARE(parser.state(), RequestParser::State::Complete);
    QVERIFY(allOf(*parser.request().spooledBody) == body);
}

void LargeBodiesTest::forgetsTheLastUpload()
{
    RequestLimits limits;
    limits.mediumBytesInMemory = 10;
    RequestParser parser(limits);
    parser.feed("POST / HTTP/1.1\r\nHost: h\r\nContent-Type: audio/wav\r\nContent-Length: 20\r\n\r\n"
                "01234567890123456789");
    const std::weak_ptr<const SpooledBody> first = parser.request().spooledBody;
    QVERIFY(!first.expired());
    parser.reset(limits);
    QVERIFY(first.expired());
    parser.feed("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 20\r\n\r\n01234567890123456789");
    QCOMPARE(*parser.request().body, std::string("01234567890123456789"));
}

void LargeBodiesTest::editsWhatItReads()
{
    const UploadSource source(spooled("abcdefghij"), {{0, 1, "XY"}, {3, 2, {}}, {5, 0, "+"}, {9, 1, "Z"}});
    const std::string expected = "XYbc+fghiZ";
    QCOMPARE(source.size(), std::uint64_t(expected.size()));
    for (std::size_t offset = 0; offset <= expected.size(); ++offset) {
        for (std::size_t length = 1; length <= expected.size(); ++length) {
            std::string read(length, '?');
            read.resize(source.read(offset, read));
            QCOMPARE(read, expected.substr(offset, length));
        }
    }
}

void LargeBodiesTest::seeksAsADevice()
{
    UploadDevice device(
        std::make_shared<const UploadSource>(spooled("abcdefghij"), std::vector<UploadSource::Edit>{{0, 1, "XY"}}));
    QCOMPARE(device.size(), qint64(11));
    QVERIFY(!device.isSequential());
    QCOMPARE(device.read(4), QByteArray("XYbc"));
    QVERIFY(device.reset());
    QCOMPARE(device.readAll(), QByteArray("XYbcdefghij"));
    QVERIFY(device.atEnd());
}

void LargeBodiesTest::sendsFromTheDisk_data()
{
    QTest::addColumn<TransportKind>("kind");
    QTest::newRow("direct") << TransportKind::Direct;
    QTest::newRow("network access") << TransportKind::NetworkAccess;
    if (m_certificates)
        QTest::newRow("network access, TLS") << TransportKind::NetworkAccessTls;
    else
        qWarning("There is no openssl command: the row over TLS is left out.");
}

void LargeBodiesTest::sendsFromTheDisk()
{
    QFETCH(TransportKind, kind);
    const std::string body = sampleBytes(6'000'000);
    UpstreamRig rig(kind, m_certificates.get(),
                    [](FakePeer &peer, const ReceivedRequest &) { peer.answer(200, {}, "{}"); });
    const auto source = std::make_shared<const UploadSource>(
        spooled(body), std::vector<UploadSource::Edit>{{100, 5, "a longer text"}, {5'999'990, 10, {}}});
    std::string expected = body.substr(0, 5'999'990);
    expected.replace(100, 5, "a longer text");
    for (int round = 0; round < 2; ++round) { // the second one on the same connection
        UpstreamRequest request = rig.request();
        request.body = UpstreamBody(source);
        ExchangeRecorder recorder;
        const auto exchange = rig.transport->start(std::move(request), recorder);
        QTRY_VERIFY_WITH_TIMEOUT(recorder.hasEnded(), 30'000);
        QVERIFY2(recorder.isFinished, recorder.error ? recorder.error->message.c_str() : "");
        QVERIFY(exchange->timing().sentAt.has_value());
        const ReceivedRequest &received = rig.upstream->requests().at(static_cast<std::size_t>(round));
        QCOMPARE(std::string(received.headers.value("content-length")), std::to_string(expected.size()));
        QVERIFY(received.body == expected);
    }
    QCOMPARE(rig.upstream->acceptedConnections(), 1);
}

// Some refuse as soon as they have seen the head. The connection still has the rest of the upload before it.
void LargeBodiesTest::goesOnAfterAnEarlyAnswer()
{
    UpstreamRig rig(TransportKind::Direct, nullptr,
                    [](FakePeer &peer, const ReceivedRequest &) { peer.answer(200, {}, "second"); });
    rig.upstream->setConnectionScript([](FakePeer &peer) {
        peer.stopReading();
        peer.answer(413, {{"Connection", "keep-alive"}}, "too large");
    });
    UpstreamRequest request = rig.request();
    request.body = UpstreamBody(
        std::make_shared<const UploadSource>(spooled(sampleBytes(20'000'000)), std::vector<UploadSource::Edit>()));
    ExchangeRecorder recorder;
    const auto exchange = rig.transport->start(std::move(request), recorder);
    QTRY_VERIFY(recorder.hasEnded());
    QVERIFY(recorder.isFinished);
    QCOMPARE(recorder.head->status, 413);
    rig.upstream->setConnectionScript([](FakePeer &) {});
    ExchangeRecorder next;
    const auto other = rig.start(next);
    QTRY_VERIFY(next.isFinished);
    QCOMPARE(next.body, std::string("second"));
    QCOMPARE(rig.upstream->acceptedConnections(), 2);
}

QTEST_GUILESS_MAIN(LargeBodiesTest)
#include "tst_large_bodies.moc"
