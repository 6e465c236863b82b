#include "tests/support/fake_upstream.h"

#include <charconv>

#include <QtCore/QTimer>
#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif
#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#endif

namespace tests {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return trimmed(line);
}

ReceivedRequest readHead(std::string_view head)
{
    ReceivedRequest request;
    const std::string_view first = takeLine(head);
    const std::size_t space = first.find(' ');
    request.method = first.substr(0, space);
    if (space != std::string_view::npos)
        request.target = first.substr(space + 1, first.rfind(' ') - space - 1);
    while (!head.empty()) {
        const std::string_view line = takeLine(head);
        const std::size_t colon = line.find(':');
        if (colon != std::string_view::npos)
            request.headers.add(std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1))));
    }
    return request;
}

} // namespace

FakePeer::FakePeer(QTcpSocket *socket, QObject *parent) : QObject(parent), m_socket(socket)
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::readyRead, this, &FakePeer::readMore);
    connect(socket, &QTcpSocket::bytesWritten, this, [this](qint64 count) {
        m_sentBytes += count;
        emit bytesSent();
        if (!m_pieces.empty())
            QTimer::singleShot(0, this, &FakePeer::sendNextPiece);
    });
    connect(socket, &QTcpSocket::disconnected, this, &FakePeer::closed);
}

void FakePeer::send(std::string_view bytes)
{
    m_socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
    m_socket->flush();
}

void FakePeer::sendInPieces(std::string_view bytes, std::size_t pieceSize)
{
    const bool mustStart = m_pieces.empty();
    for (std::size_t at = 0; at < bytes.size(); at += pieceSize)
        m_pieces.emplace_back(bytes.substr(at, pieceSize));
    if (mustStart)
        sendNextPiece();
}

void FakePeer::sendNextPiece()
{
    if (m_pieces.empty() || m_socket->bytesToWrite() > 0)
        return;
    const std::string piece = std::move(m_pieces.front());
    m_pieces.pop_front();
    send(piece);
    if (m_pieces.empty() && m_mustClose)
        m_socket->disconnectFromHost();
}

void FakePeer::answer(int status, const gateway::HeaderList &headers, std::string_view body)
{
    std::string text = "HTTP/1.1 " + std::to_string(status) + " Scripted\r\n";
    for (const gateway::HeaderField &field : headers)
        text += field.name + ": " + field.value + "\r\n";
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    text += body;
    send(text);
}

void FakePeer::close()
{
    m_mustClose = true;
    if (m_pieces.empty())
        m_socket->disconnectFromHost();
}

void FakePeer::sendAndClose(std::string_view bytes)
{
#ifdef Q_OS_LINUX
    const int isCorked = 1; // tcp(7): partial packets wait, until the close
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), IPPROTO_TCP, TCP_CORK, &isCorked, sizeof isCorked);
#endif
    send(bytes);
    close();
}

void FakePeer::reset()
{
    // A linger time of zero turns close() into RST.
    linger option{};
    option.l_onoff = 1;
    option.l_linger = 0;
    const qintptr descriptor = m_socket->socketDescriptor();
#ifdef Q_OS_WIN
    ::setsockopt(static_cast<SOCKET>(descriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&option),
                 sizeof option);
#else
    ::setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &option, sizeof option);
#endif
    m_socket->abort();
}

void FakePeer::stopReading()
{
    m_isReading = false;
    m_socket->setReadBufferSize(1);
}

void FakePeer::continueReading()
{
    m_isReading = true;
    m_socket->setReadBufferSize(0);
    readMore();
}

bool FakePeer::isOpen() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

qint64 FakePeer::unsentBytes() const
{
    const auto *tlsSocket = qobject_cast<const QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (tlsSocket ? tlsSocket->encryptedBytesToWrite() : 0);
}

void FakePeer::readMore()
{
    if (!m_isReading)
        return;
    const QByteArray bytes = m_socket->readAll();
    m_received.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const QPointer<FakePeer> self(this);
    while (self && takeRequest()) {
    }
}

bool FakePeer::takeRequest()
{
    const std::size_t headEnd = m_received.find("\r\n\r\n");
    if (headEnd == std::string::npos)
        return false;
    ReceivedRequest request = readHead(std::string_view(m_received).substr(0, headEnd + 2));
    std::size_t length = 0;
    const std::string_view lengthText = request.headers.value("Content-Length");
    std::from_chars(lengthText.data(), lengthText.data() + lengthText.size(), length);
    if (m_received.size() < headEnd + 4 + length)
        return false;
    request.body = m_received.substr(headEnd + 4, length);
    m_received.erase(0, headEnd + 4 + length);
    emit requestReceived(request);
    return true;
}

FakeUpstream::FakeUpstream(Script script, const QHostAddress &address) : m_script(std::move(script))
{
    if (!listen(address))
        qFatal("The fake upstream cannot listen: %s", qPrintable(errorString()));
}

FakeUpstream::FakeUpstream(Script script, const QSslConfiguration &tls) : FakeUpstream(std::move(script))
{
    m_tls = tls;
}

FakeUpstream::~FakeUpstream()
{
    blockSignals(true);
    closeAllConnections();
}

void FakeUpstream::closeAllConnections()
{
    const QList<FakePeer *> peers = findChildren<FakePeer *>(QString(), Qt::FindDirectChildrenOnly);
    for (FakePeer *peer : peers)
        peer->close();
}

void FakeUpstream::incomingConnection(qintptr descriptor)
{
    if (!m_tls) {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        admit(socket);
        return;
    }
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    socket->setSslConfiguration(*m_tls);
    admit(socket);
    socket->startServerEncryption();
}

void FakeUpstream::admit(QTcpSocket *socket)
{
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *peer = new FakePeer(socket, this);
    m_lastPeer = peer;
    ++m_acceptedConnections;
    ++m_openConnections;
    connect(peer, &FakePeer::closed, this, [this, peer] {
        --m_openConnections;
        peer->deleteLater();
        emit connectionClosed();
    });
    connect(peer, &FakePeer::requestReceived, this, [this, peer](const ReceivedRequest &request) {
        m_requests.push_back(request);
        m_lastPeer = peer;
        if (m_script)
            m_script(*peer, request);
        emit requestReceived();
    });
    if (m_connectionScript)
        m_connectionScript(*peer);
}

} // namespace tests
