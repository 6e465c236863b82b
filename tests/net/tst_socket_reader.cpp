#include "gateway/net/http/socket_reader.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <memory>

using gateway::net::SocketReader;

class SocketReaderTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_peer;
    std::unique_ptr<QTcpSocket> m_socket;
    std::unique_ptr<SocketReader> m_reader;
    QByteArray m_received;
    int m_notifications = 0;
    bool m_isReading = true;

    void readAll()
    {
        ++m_notifications;
        QByteArray piece(4096, '\0');
        while (m_isReading) {
            const std::size_t count = m_reader->read(piece.data(), static_cast<std::size_t>(piece.size()));
            if (count == 0)
                return;
            m_received.append(piece.constData(), static_cast<qsizetype>(count));
        }
    }

private slots:
    void init()
    {
        m_received.clear();
        m_notifications = 0;
        m_isReading = true;
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
        m_peer = std::make_unique<QTcpSocket>();
        m_peer->connectToHost(QHostAddress(QHostAddress::LocalHost), m_server->serverPort());
        QTRY_VERIFY(m_server->hasPendingConnections());
        m_socket.reset(m_server->nextPendingConnection());
        m_socket->setParent(nullptr);
        m_reader = std::make_unique<SocketReader>(*m_socket, [this] { readAll(); });
        m_reader->attach();
        QTRY_COMPARE(m_peer->state(), QAbstractSocket::ConnectedState);
    }

    void cleanup()
    {
        m_reader.reset();
        m_socket.reset();
        m_peer.reset();
        m_server.reset();
    }

    void readsWhatComes()
    {
        const QByteArray sent(1'000'000, 'x');
        m_peer->write(sent);
        QTRY_COMPARE(m_received.size(), sent.size());
        QCOMPARE(m_received, sent);
        QVERIFY(!m_reader->hasInput());
    }

    void leavesNothingInTheSocketsBuffer()
    {
#ifdef Q_OS_WIN
        QSKIP("Here Qt reads.");
#endif
        m_isReading = false;
        m_peer->write("hello");
        QTRY_COMPARE(m_notifications, 1);
        QCOMPARE(m_socket->bytesAvailable(), 0);
        QVERIFY(m_reader->hasInput());
    }

    // Level-triggered: whoever does not read would be told without end.
    void isQuietUntilTheNextReadWhenNobodyReads()
    {
        m_isReading = false;
        m_peer->write("hello");
        QTRY_COMPARE(m_notifications, 1);
        m_peer->write(" world");
        QTRY_COMPARE(m_peer->bytesToWrite(), 0);
        for (int turn = 0; turn < 10; ++turn)
            QCoreApplication::processEvents();
        QVERIFY(m_notifications <= 2); // where Qt reads, it tells of the second piece as well
        m_isReading = true;
        readAll();
        QTRY_COMPARE(m_received, QByteArray("hello world"));
        m_peer->write("!");
        QTRY_COMPARE(m_received, QByteArray("hello world!"));
    }

    void holdsThePeerBackWhileNobodyReads()
    {
        m_socket->setReadBufferSize(64 * 1024);
        m_isReading = false;
        const QByteArray sent(32 * 1024 * 1024, 'x');
        m_peer->write(sent);
        QTRY_VERIFY(m_notifications > 0);
        for (int turn = 0; turn < 100; ++turn)
            QCoreApplication::processEvents();
        QVERIFY(m_peer->bytesToWrite() > 0);
        m_isReading = true;
        readAll();
        QTRY_COMPARE_WITH_TIMEOUT(m_received.size(), sent.size(), 20'000);
    }

    void leavesTheEndToTheSocketAfterTheLastByte()
    {
        const QSignalSpy ended(m_socket.get(), &QTcpSocket::disconnected);
        m_peer->write("last words");
        m_peer->disconnectFromHost();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(m_received, QByteArray("last words"));
        QCOMPARE(m_socket->error(), QAbstractSocket::RemoteHostClosedError);
    }

    void tellsOfAResetAsOfAnEnd()
    {
        const QSignalSpy ended(m_socket.get(), &QTcpSocket::disconnected);
        m_socket->write("never read");
        QTRY_VERIFY(m_peer->bytesAvailable() > 0);
        m_peer->abort(); // with bytes unread: a reset
        QTRY_COMPARE(ended.size(), 1);
    }

    void survivesTheEndOfTheConnectionInsideTheCall()
    {
        m_reader = std::make_unique<SocketReader>(*m_socket, [this] {
            ++m_notifications;
            m_socket->abort();
        });
        m_reader->attach();
        m_peer->write("hello");
        QTRY_COMPARE(m_notifications, 1);
        QCOMPARE(m_socket->state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    }

    void readsThroughQtWhenItIsNotAttached()
    {
        m_reader = std::make_unique<SocketReader>(*m_socket, [this] { readAll(); });
        m_peer->write("hello");
        QTRY_COMPARE(m_received, QByteArray("hello"));
    }
};

QTEST_GUILESS_MAIN(SocketReaderTest)
#include "tst_socket_reader.moc"
