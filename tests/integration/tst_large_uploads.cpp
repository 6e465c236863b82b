// A transcription of 100 MB goes through the whole gateway, and the memory hardly notices.
#include "tests/support/gateway_under_test.h"

#include <algorithm>
#include <functional>

#include <QCryptographicHash>
#include <QFile>
#include <QTcpServer>
#include <QTest>

namespace {

constexpr qint64 uploadBytes = 100'000'000;
constexpr qint64 mostAdded = 32 * 1024 * 1024;
constexpr int longestWait = 60'000;

#ifdef __SANITIZE_ADDRESS__ // which keeps freed memory for a while, to notice who uses it
constexpr bool isMemoryOurs = false;
#else
constexpr bool isMemoryOurs = true;
#endif

qint64 residentBytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toLongLong() * 4096;
}

// A provider that keeps nothing: it counts and hashes what comes, and answers when all of it has come.
class CountingProvider : public QTcpServer {
public:
    CountingProvider() { listen(QHostAddress(QHostAddress::LocalHost)); }

    qint64 received = 0;
    qint64 promised = -1;
    QByteArray beginning;
    QByteArray ending;
    QCryptographicHash hash{QCryptographicHash::Sha1};
    std::function<void()> onBytes;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setReadBufferSize(256 * 1024); // what waits here would count as the gateway's
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    }

private:
    void read(QTcpSocket &socket)
    {
        QByteArray bytes = socket.readAll();
        if (promised < 0) {
            m_head += bytes;
            const auto end = m_head.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const auto field = m_head.toLower().indexOf("content-length: ");
            promised = m_head.mid(field + 16, m_head.indexOf("\r\n", field) - field - 16).toLongLong();
            bytes = m_head.mid(end + 4);
        }
        if (beginning.size() < 1000)
            beginning += bytes.left(1000);
        ending = (ending + bytes).right(1000);
        received += bytes.size();
        hash.addData(bytes);
        if (onBytes)
            onBytes();
        if (received == promised)
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 17\r\n\r\n"
                         "{\"text\":\"a long\"}");
    }

    QByteArray m_head;
};

} // namespace

class LargeUploadsTest : public QObject {
    Q_OBJECT

private slots:
    void needsLittleMemory();
};

void LargeUploadsTest::needsLittleMemory()
{
    tests::GatewayUnderTest gateway(1);
    CountingProvider provider;
    gateway.addProvider("hearing", "openai", "http://127.0.0.1:" + QByteArray::number(provider.serverPort()));
    const QByteArray before = "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n"
                              "Content-Type: audio/wav\r\n\r\n";
    const QByteArray behind = "\r\n--X\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n";
    const QByteArray end = "\r\n--X--\r\n";
    QByteArray piece(256 * 1024, '\0');
    for (int at = 0; at < piece.size(); ++at)
        piece[at] = static_cast<char>((at * 31) % 251);
    QCryptographicHash expected(QCryptographicHash::Sha1);
    expected.addData(before);

    const qint64 memoryBefore = residentBytes();
    qint64 mostMemory = memoryBefore;
    const auto look = [&] { mostMemory = std::max(mostMemory, residentBytes()); };
    provider.onBytes = look;

    QTcpSocket client;
    QByteArray answer;
    qint64 left = uploadBytes;
    const auto sendMore = [&] {
        while (left > 0 && client.bytesToWrite() < piece.size()) {
            const QByteArray part = piece.left(std::min<qint64>(left, piece.size()));
            expected.addData(part);
            client.write(part);
            left -= part.size();
            if (left == 0)
                client.write(behind + "hearing/whisper-1" + end);
        }
        look();
    };
    connect(&client, &QTcpSocket::connected, this, [&] {
        const qint64 size = before.size() + uploadBytes + behind.size() + 17 + end.size();
        client.write("POST /v1/audio/transcriptions HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                     "Content-Type: multipart/form-data; boundary=X\r\nContent-Length: "
                     + QByteArray::number(size) + "\r\n\r\n" + before);
        sendMore();
    });
    connect(&client, &QTcpSocket::bytesWritten, this, sendMore);
    connect(&client, &QTcpSocket::readyRead, this, [&] { answer += client.readAll(); });
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), gateway.port());
    QVERIFY(QTest::qWaitFor([&] { return answer.contains("a long") || answer.contains("error"); }, longestWait));

    QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
    expected.addData(behind + "whisper-1" + end);
    QCOMPARE(provider.received, before.size() + uploadBytes + behind.size() + 9 + end.size());
    QCOMPARE(provider.hash.result(), expected.result());
    QVERIFY(provider.ending.endsWith("whisper-1\r\n--X--\r\n"));
    qInfo("%lld KB more at most", (mostMemory - memoryBefore) / 1024);
    if (memoryBefore > 0 && isMemoryOurs)
        QVERIFY2(mostMemory - memoryBefore < mostAdded, QByteArray::number(mostMemory - memoryBefore).constData());
}

QTEST_GUILESS_MAIN(LargeUploadsTest)
#include "tst_large_uploads.moc"
