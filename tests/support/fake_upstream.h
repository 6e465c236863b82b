// A scripted HTTP/1.1 peer for tests: it records requests and answers with exactly the bytes that a test gives it.
//
//   tests::FakeUpstream upstream([](tests::FakePeer &peer, const tests::ReceivedRequest &) {
//       peer.answer(200, {{"Content-Type", "application/json"}}, "{}");
//   });
//   connect to 127.0.0.1:upstream.port()
//
// Nothing here sleeps: a test that wants a delay keeps the peer (QPointer) and sends more when a signal says so.
#pragma once

#include "gateway/base/header_list.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QTcpServer>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace tests {

struct ReceivedRequest {
    std::string method;
    std::string target;
    gateway::HeaderList headers;
    std::string body;
};

// One accepted connection. Owned by its FakeUpstream and deleted when the connection has closed.
class FakePeer : public QObject {
    Q_OBJECT
public:
    FakePeer(QTcpSocket *socket, QObject *parent);

    // Bytes as they are; flushed at once, so that two sends are two writes.
    void send(std::string_view bytes);
    // The same in pieces of that size; each piece goes when the one before was written and the loop has turned.
    void sendInPieces(std::string_view bytes, std::size_t pieceSize);
    // A whole answer with Content-Length.
    void answer(int status, const gateway::HeaderList &headers, std::string_view body);

    void close(); // after everything that was sent, pieces too
    // The bytes and the end of the connection in one packet where the system can (Linux), so that whoever reads finds both
    // at once, however the threads are scheduled. Not for more than a packet takes.
    void sendAndClose(std::string_view bytes);
    void reset(); // RST at once; what was not written is lost

    void stopReading(); // the slow reader: its receive window closes
    void continueReading();

    bool isOpen() const;
    qint64 unsentBytes() const; // given to send() but not taken by the system
    qint64 sentBytes() const { return m_sentBytes; }

signals:
    void requestReceived(const tests::ReceivedRequest &request);
    void bytesSent(); // some bytes went to the system
    void closed();    // by either side

private:
    void readMore();
    bool takeRequest();
    void sendNextPiece();

    QTcpSocket *m_socket;
    std::string m_received;
    std::deque<std::string> m_pieces;
    bool m_mustClose = false;
    bool m_isReading = true;
    qint64 m_sentBytes = 0;
};

// Listens on a free port of the given address. Lives on the thread that made it, usually the test's.
class FakeUpstream : public QTcpServer {
    Q_OBJECT
public:
    // Called once for every complete request.
    using Script = std::function<void(FakePeer &peer, const ReceivedRequest &request)>;

    explicit FakeUpstream(Script script, const QHostAddress &address = QHostAddress(QHostAddress::LocalHost));
    // Speaks TLS with the certificate and key of the configuration (see test_certificates.h).
    FakeUpstream(Script script, const QSslConfiguration &tls);
    ~FakeUpstream() override;

    std::uint16_t port() const { return serverPort(); }
    void setScript(Script script) { m_script = std::move(script); }
    // Called for every new connection, before any request.
    void setConnectionScript(std::function<void(FakePeer &)> script) { m_connectionScript = std::move(script); }

    const std::vector<ReceivedRequest> &requests() const { return m_requests; }
    int acceptedConnections() const { return m_acceptedConnections; }
    int openConnections() const { return m_openConnections; }
    FakePeer *lastPeer() const { return m_lastPeer; }
    void closeAllConnections();

signals:
    void requestReceived();
    void connectionClosed();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void admit(QTcpSocket *socket);

    Script m_script;
    std::function<void(FakePeer &)> m_connectionScript;
    std::optional<QSslConfiguration> m_tls;
    std::vector<ReceivedRequest> m_requests;
    QPointer<FakePeer> m_lastPeer;
    int m_acceptedConnections = 0;
    int m_openConnections = 0;
};

} // namespace tests
