// The handshake and the frames of RFC 6455, with its own examples.
#include "gateway/net/http/web_socket.h"

#include <QTest>

using namespace gateway;
using namespace gateway::net;

namespace {

HttpRequest handshake()
{
    HttpRequest request;
    request.method = "GET";
    request.target = "/ws";
    request.headers = {{"Upgrade", "websocket"},
                       {"Connection", "keep-alive, Upgrade"},
                       {"Sec-WebSocket-Version", "13"},
                       {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}};
    return request;
}

std::string masked(std::uint8_t first, const std::string &payload)
{
    const std::string mask = "\x37\xfa\x21\x3d";
    std::string frame;
    frame.push_back(static_cast<char>(first));
    if (payload.size() < 126) {
        frame.push_back(static_cast<char>(0x80 | payload.size()));
    } else {
        frame.push_back(static_cast<char>(0x80 | 126));
        frame.push_back(static_cast<char>(payload.size() >> 8));
        frame.push_back(static_cast<char>(payload.size() & 0xFF));
    }
    frame += mask;
    for (std::size_t index = 0; index < payload.size(); ++index)
        frame.push_back(static_cast<char>(payload[index] ^ mask[index % 4]));
    return frame;
}

} // namespace

class WebSocketTest : public QObject {
    Q_OBJECT

private slots:
    void acceptsTheHandshakeOfTheStandard();
    void refusesOtherHandshakes_data();
    void refusesOtherHandshakes();
    void readsFramesInPieces();
    void refusesFrames_data();
    void refusesFrames();
    void writesEveryLength();
};

void WebSocketTest::acceptsTheHandshakeOfTheStandard()
{
    QVERIFY(asksForWebSocket(handshake()));
    const auto head = acceptWebSocket(handshake());
    QVERIFY(head);
    QCOMPARE(head->status, 101);
    // RFC 6455 §1.3
    QCOMPARE(head->headers.value("sec-websocket-accept"), std::string_view("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    QCOMPARE(head->headers.value("upgrade"), std::string_view("websocket"));
}

void WebSocketTest::refusesOtherHandshakes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    QTest::newRow("an old version") << QByteArray("Sec-WebSocket-Version") << QByteArray("8") << 426;
    QTest::newRow("no key") << QByteArray("Sec-WebSocket-Key") << QByteArray("") << 400;
    QTest::newRow("a short key") << QByteArray("Sec-WebSocket-Key") << QByteArray("c2hvcnQ=") << 400;
    QTest::newRow("no upgrade of the connection") << QByteArray("Connection") << QByteArray("keep-alive") << 400;
}

void WebSocketTest::refusesOtherHandshakes()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, status);
    HttpRequest request = handshake();
    HeaderList headers;
    for (const HeaderField &field : request.headers)
        headers.add(field.name, field.name == name.toStdString() ? value.toStdString() : field.value);
    request.headers = headers;
    const auto head = acceptWebSocket(request);
    QVERIFY(!head);
    QCOMPARE(head.error().httpStatus(), status);
}

void WebSocketTest::readsFramesInPieces()
{
    WebSocketReader reader;
    const std::string large(300, 'x');
    const std::string bytes = masked(0x81, "Hello") + masked(0x89, "ping") + masked(0x82, large);
    std::vector<WebSocketReader::Frame> frames;
    for (const char byte : bytes) {
        reader.feed({&byte, 1});
        const auto frame = reader.next();
        QVERIFY(frame);
        if (*frame)
            frames.push_back(**frame);
    }
    QCOMPARE(frames.size(), std::size_t(3));
    QCOMPARE(frames[0].payload, std::string("Hello"));
    QVERIFY(frames[1].opcode == WebSocketOpcode::Ping);
    QCOMPARE(frames[1].payload, std::string("ping"));
    QCOMPARE(frames[2].payload, large);
}

void WebSocketTest::refusesFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("without a mask") << QByteArray("\x81\x01x", 3) << 1002;
    QTest::newRow("with a reserved bit") << QByteArray::fromStdString(masked(0xC1, "x")) << 1002;
    QTest::newRow("of an unknown kind") << QByteArray::fromStdString(masked(0x83, "x")) << 1002;
    QTest::newRow("a ping in pieces") << QByteArray::fromStdString(masked(0x09, "x")) << 1002;
    QTest::newRow("a ping that is too long") << QByteArray::fromStdString(masked(0x89, std::string(126, 'x'))) << 1002;
    QTest::newRow("too large") << QByteArray("\x82\xff\x00\x00\x00\x00\x00\x10\x00\x00mask", 14) << 1009;
}

void WebSocketTest::refusesFrames()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    WebSocketReader reader;
    reader.feed(bytes.toStdString());
    QVERIFY(!reader.next());
    QCOMPARE(int{reader.closeCode()}, code);
}

void WebSocketTest::writesEveryLength()
{
    const auto headOf = [](std::size_t size) {
        std::string frame;
        appendWebSocketFrame(frame, WebSocketOpcode::Text, std::string(size, 'x'));
        return QByteArray::fromStdString(frame.substr(0, frame.size() - size)).toHex();
    };
    QCOMPARE(headOf(0), QByteArray("8100"));
    QCOMPARE(headOf(125), QByteArray("817d"));
    QCOMPARE(headOf(126), QByteArray("817e007e"));
    QCOMPARE(headOf(65535), QByteArray("817effff"));
    QCOMPARE(headOf(65536), QByteArray("817f0000000000010000"));
    std::string close;
    appendWebSocketClose(close, 1000);
    QCOMPARE(QByteArray::fromStdString(close).toHex(), QByteArray("880203e8"));
}

QTEST_APPLESS_MAIN(WebSocketTest)
#include "tst_web_socket.moc"
