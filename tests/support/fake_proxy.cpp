#include "tests/support/fake_proxy.h"

#include <memory>

#include <QtCore/QUrl>
#include <QtCore/QtEndian>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QTcpSocket>

namespace tests {

FakeProxy::FakeProxy(Kind kind, Mood mood) : m_kind(kind), m_mood(mood)
{
    if (!listen(QHostAddress(QHostAddress::LocalHost)))
        qFatal("The fake proxy cannot listen: %s", qPrintable(errorString()));
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection())
            serve(client);
    });
}

void FakeProxy::serve(QTcpSocket *client)
{
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    auto received = std::make_shared<QByteArray>();
    auto step = std::make_shared<int>(0);
    connect(client, &QTcpSocket::readyRead, client, [this, client, received, step] {
        received->append(client->readAll());
        if (m_kind == Kind::Http)
            readHttp(client, *received);
        else
            readSocks(client, *received, *step);
    });
}

void FakeProxy::readHttp(QTcpSocket *client, QByteArray &received)
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray expected = "Basic " + QByteArray(username).append(':').append(password).toBase64();
    if (m_mood == Mood::Refusing) {
        client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        client->disconnectFromHost();
        return;
    }
    if (m_mood == Mood::AsksForPassword && !received.contains(expected)) {
        received.clear();
        client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                      "Content-Length: 0\r\n\r\n");
        return;
    }
    const QList<QByteArray> words = received.first(received.indexOf("\r\n")).split(' ');
    if (words.value(0) == "CONNECT") {
        const qsizetype colon = words.value(1).lastIndexOf(':');
        openTunnel(client, words[1].first(colon), words[1].mid(colon + 1).toUShort(),
                   "HTTP/1.1 200 Connection established\r\n\r\n", received.mid(end + 4));
        return;
    }
    // The absolute form goes on as it is; the fake upstream records it.
    const QUrl url = QUrl::fromEncoded(words.value(1));
    openTunnel(client, url.host().toLatin1(), static_cast<quint16>(url.port(80)), {}, received);
}

// RFC 1928, RFC 1929
void FakeProxy::readSocks(QTcpSocket *client, QByteArray &received, int &step)
{
    if (step == 0 && received.size() >= 2 && received.size() >= 2 + received[1]) {
        const bool mustAsk = m_mood == Mood::AsksForPassword;
        const bool mayAnswer = received.mid(2, received[1]).contains('\x02');
        received.remove(0, 2 + received[1]);
        client->write(QByteArray("\x05").append(!mustAsk ? '\x00' : mayAnswer ? '\x02' : '\xff'));
        step = mustAsk ? 1 : 2;
    }
    if (step == 1 && received.size() >= 2) {
        const QByteArray expected = QByteArray("\x01\x04").append(username).append('\x04').append(password);
        if (received.size() < expected.size())
            return;
        const bool isRight = received.startsWith(expected);
        received.clear();
        client->write(QByteArray("\x01").append(isRight ? '\x00' : '\x01'));
        step = 2;
        return;
    }
    if (step != 2 || received.size() < 7)
        return;
    if (m_mood == Mood::Refusing) {
        client->write(QByteArray("\x05\x02\x00\x01\x00\x00\x00\x00\x00\x00", 10)); // not allowed by ruleset
        client->disconnectFromHost();
        return;
    }
    const bool isName = received[3] == '\x03';
    const qsizetype hostLength = isName ? received[4] : 4;
    const qsizetype hostBegin = isName ? 5 : 4;
    if (received.size() < hostBegin + hostLength + 2)
        return;
    QByteArray host = received.mid(hostBegin, hostLength);
    if (!isName)
        host = QHostAddress(qFromBigEndian<quint32>(host.constData())).toString().toLatin1();
    const auto port = qFromBigEndian<quint16>(received.constData() + hostBegin + hostLength);
    openTunnel(client, host, port, QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10),
               received.mid(hostBegin + hostLength + 2));
}

void FakeProxy::openTunnel(QTcpSocket *client, const QByteArray &host, quint16 port, const QByteArray &greeting,
                           const QByteArray &firstBytes)
{
    m_destinations.push_back(host.toStdString() + ":" + std::to_string(port));
    client->disconnect(SIGNAL(readyRead()));
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy::NoProxy);
    connect(server, &QTcpSocket::connected, client, [client, server, greeting, firstBytes] {
        client->write(greeting);
        server->write(firstBytes);
        server->write(client->readAll());
        connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    // Whatever name was asked for, the peer is on this computer: a test can use names that no resolver knows.
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

} // namespace tests
