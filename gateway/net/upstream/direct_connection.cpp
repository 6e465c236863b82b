#include "gateway/net/upstream/direct_connection.h"

#include "gateway/net/http/native_socket.h"
#include "gateway/net/upstream/direct_exchange.h"
#include "gateway/net/upstream/direct_pool.h"
#include "gateway/net/upstream/request_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include <QtCore/QScopedValueRollback>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkProxy>

namespace gateway::net {

namespace {

// What Qt may hold of an answer that nobody reads; more stays in the system, so that the peer's window closes.
constexpr qint64 socketBufferLimit = 64 * 1024;

constexpr std::size_t uploadStep = 64 * 1024;   // read from the disk at once
constexpr std::size_t uploadTurn = 1024 * 1024; // sent before others get their turn

} // namespace

DirectConnection::DirectConnection(DirectPool &pool, UpstreamRoutePointer route, ConnectionPlace place)
    : QObject(&pool), m_pool(pool), m_route(std::move(route)), m_place(std::move(place)), m_reader(m_socket, [this] {
        advance();
    })
{
    m_socket.setProxy(QNetworkProxy::NoProxy); // the application's proxy must not slip in
    m_socket.setReadBufferSize(socketBufferLimit);
    connect(&m_socket, &QTcpSocket::connected, this, &DirectConnection::send);
    connect(&m_socket, &QTcpSocket::bytesWritten, this, &DirectConnection::noteSent);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &DirectConnection::noteEnd);
}

DirectConnection::~DirectConnection()
{
    m_socket.disconnect(this);
    if (m_exchange)
        m_exchange->forgetTransport();
}

void DirectConnection::carry(DirectExchange &exchange)
{
    const QScopedValueRollback<bool> guard(m_isInsideCarry, true);
    m_exchange = &exchange;
    m_hasSent = false;
    m_isReused = m_end || m_socket.state() == QAbstractSocket::ConnectedState;
    if (m_end) // it was lost, and the news has not been told yet
        QMetaObject::invokeMethod(this, &DirectConnection::handleEnd, Qt::QueuedConnection);
    else if (m_isReused)
        send();
    else
        open();
}

void DirectConnection::open()
{
    // RFC 6761 §6.3: localhost is loopback. Not every hosts file lists it for both families, and a server may listen on
    // one of them only.
    if (equalsIgnoringCase(m_route->host, "localhost")) {
        m_mayTrySecondAddress = true;
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_route->port);
        return;
    }
    m_socket.connectToHost(QString::fromStdString(m_route->host), m_route->port);
}

void DirectConnection::openSecondAddress()
{
    if (!m_exchange)
        return;
    m_end.reset();
    m_socket.abort();
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), m_route->port);
}

// What a name resolves to is known only now; a kept connection may be from before others could reach us.
std::optional<Error> DirectConnection::refusalOfPeer() const
{
    if (!m_isReused || m_pool.targets().isStrict()) {
        if (auto refusal = m_pool.targets().refusalOf(m_socket.peerAddress(), m_route->host, m_route->machineService))
            return refusal;
    }
    const bool isOwn = !m_isReused
                       && leadsToOwnListener(m_pool.ownListener(), m_socket.peerAddress(), m_socket.peerPort(),
                                             m_socket.localAddress());
    return isOwn ? std::optional(ownListenerAsTarget(m_route->host, m_route->port)) : std::nullopt;
}

void DirectConnection::send()
{
    if (!m_exchange)
        return;
    if (const auto refusal = refusalOfPeer()) {
        refuse(*refusal);
        return;
    }
    if (!m_isReused) {
        m_reader.attach();
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_exchange->noteConnected();
    }
    const UpstreamRequest &request = m_exchange->request();
    const std::string head = writeRequestHead(request);
    const auto body = request.body.pieces();
    std::array<std::string_view, mostPartsToSend> parts{head, body[0], body[1], body[2]};
    m_hasSent = true;
    m_uploaded = 0;
    write(parts);
    noteSent();
}

// Not from inside of carry(), where nobody may be called back.
void DirectConnection::refuse(const Error &refusal)
{
    if (!m_isInsideCarry) {
        failExchange(refusal);
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [this, refusal] {
            if (m_exchange)
                failExchange(refusal);
        },
        Qt::QueuedConnection);
}

bool DirectConnection::hasMoreToSend() const
{
    return m_exchange->request().body.upload() && m_uploaded < m_exchange->request().body.size();
}

// The next of an upload, as long as the system takes it at once; what it does not take, noteSent() waits for.
void DirectConnection::sendMore()
{
    if (m_isUploading)
        return;
    const QScopedValueRollback<bool> guard(m_isUploading, true);
    const std::shared_ptr<const UploadSource> upload = m_exchange->request().body.upload();
    const DirectExchange *const exchange = m_exchange;
    std::array<char, uploadStep> buffer;
    std::size_t sent = 0;
    while (m_exchange == exchange && hasMoreToSend() && m_socket.bytesToWrite() == 0 && !m_end) {
        if (sent >= uploadTurn) {
            QMetaObject::invokeMethod(this, &DirectConnection::noteSent, Qt::QueuedConnection);
            return;
        }
        const std::size_t count = upload->read(m_uploaded, buffer);
        if (count == 0) {
            m_end = QAbstractSocket::UnknownSocketError;
            m_endDetail = "the upload could not be read again from the disk";
            QMetaObject::invokeMethod(this, &DirectConnection::handleEnd, Qt::QueuedConnection);
            return;
        }
        m_uploaded += count;
        sent += count;
        std::array<std::string_view, 1> parts{std::string_view(buffer.data(), count)};
        write(parts);
    }
}

// Straight from where the bytes are; Qt gets only what the system does not take at once.
void DirectConnection::write(std::span<std::string_view> parts)
{
    // A broken connection is left to Qt, which reports it.
    dropSent(parts, sendNow(m_socket.socketDescriptor(), parts).value_or(0));
    if (std::all_of(parts.begin(), parts.end(), [](std::string_view part) { return part.empty(); }))
        return;
    for (const std::string_view part : parts) {
        if (!part.empty())
            m_socket.write(part.data(), static_cast<qint64>(part.size()));
    }
    m_socket.flush(); // now and not in the next turn of the loop
}

void DirectConnection::noteSent()
{
    if (!m_exchange || m_socket.bytesToWrite() > 0)
        return;
    if (hasMoreToSend())
        sendMore();
    if (m_exchange && m_socket.bytesToWrite() == 0 && !hasMoreToSend())
        m_exchange->noteSent();
}

void DirectConnection::continueLater()
{
    QMetaObject::invokeMethod(this, &DirectConnection::advance, Qt::QueuedConnection);
}

void DirectConnection::advance()
{
    if (!m_exchange) {
        // An idle peer has nothing to say; the end of the connection is told by noteEnd().
        auto &buffer = m_pool.readBuffer();
        if (m_reader.read(buffer.data(), buffer.size()) > 0)
            m_pool.drop(*this);
        return;
    }
    DirectExchange *const exchange = m_exchange; // only compared after a call to the observer
    while (m_exchange == exchange && !exchange->isPaused()) {
        switch (exchange->parser().next()) {
        case ResponseParser::Event::NeedMore:
            if (!fillParser())
                return;
            break;
        case ResponseParser::Event::Head: exchange->deliverHead(); break;
        case ResponseParser::Event::Body: exchange->deliverBody(); break;
        case ResponseParser::Event::Finished: finishExchange(); return;
        case ResponseParser::Event::Failed: {
            const ResponseParser &parser = exchange->parser();
            const ResponseParser::Problem problem = parser.problem();
            failExchange(problem == ResponseParser::Problem::Cut
                             ? exchange->cutError()
                             : malformedAnswer(*m_route, problem, parser.problemDetail()));
            return;
        }
        }
    }
    if (m_exchange == exchange)
        exchange->parser().keepRest(); // the read buffer is everybody's
}

// False when there is nothing to read at present, or the exchange has ended.
bool DirectConnection::fillParser()
{
    auto &buffer = m_pool.readBuffer();
    const std::size_t count = m_reader.read(buffer.data(), buffer.size());
    if (count > 0) {
        m_exchange->deadlines().noteActivity();
        m_exchange->parser().feed(std::string_view(buffer.data(), count));
        return true;
    }
    if (!m_end)
        return false;
    if (*m_end == QAbstractSocket::RemoteHostClosedError && m_exchange->parser().hasReceivedAnything()) {
        m_exchange->parser().endOfInput();
        return true;
    }
    failExchange(endError());
    return false;
}

void DirectConnection::finishExchange()
{
    const bool wasSent = !hasMoreToSend(); // some answer before they have heard all
    DirectExchange *const exchange = std::exchange(m_exchange, nullptr);
    const bool mayKeep = !m_end && exchange->parser().mayKeepConnection() && wasSent && m_socket.bytesToWrite() == 0
                         && !m_reader.hasInput();
    if (mayKeep) {
        // Before the observer hears it, so that a next call from there finds this connection.
        m_idleSince = std::chrono::steady_clock::now();
        m_pool.keep(*this);
    } else {
        m_pool.drop(*this);
    }
    exchange->finish();
}

void DirectConnection::failExchange(const Error &error)
{
    DirectExchange *const exchange = std::exchange(m_exchange, nullptr);
    m_pool.drop(*this);
    exchange->fail(error);
}

void DirectConnection::abandon()
{
    m_exchange = nullptr;
    m_pool.drop(*this);
}

void DirectConnection::closeNow()
{
    m_socket.disconnect(this);
    m_socket.abort();
    m_place.giveBack();
}

void DirectConnection::noteEnd(QAbstractSocket::SocketError error)
{
    m_end = error;
    m_endDetail = m_socket.errorString().toStdString();
    if (m_isInsideCarry)
        QMetaObject::invokeMethod(this, &DirectConnection::handleEnd, Qt::QueuedConnection);
    else
        handleEnd();
}

void DirectConnection::handleEnd()
{
    if (!m_exchange) {
        m_pool.drop(*this);
        return;
    }
    if (m_exchange->deadlines().phase() == ExchangePhase::Connecting) {
        // A socket cannot be reopened from inside its own signal.
        if (std::exchange(m_mayTrySecondAddress, false))
            QMetaObject::invokeMethod(this, &DirectConnection::openSecondAddress, Qt::QueuedConnection);
        else
            failExchange(endError());
        return;
    }
    if (mayRetry())
        sendOnNewConnection();
    else
        advance();
}

void DirectConnection::sendOnNewConnection()
{
    DirectExchange *const exchange = std::exchange(m_exchange, nullptr);
    ConnectionPlace place = std::move(m_place); // it goes on, before all who wait
    m_pool.drop(*this);
    m_pool.carryOnNewConnection(*exchange, std::move(place));
    if (m_hasSent) // else nothing went out before the news of the closing
        exchange->noteSecondSending();
}

// Not a byte of an answer on a connection that was idle before: the server had closed it, and our request crossed that
// (RFC 9112 §9.3.1). With one byte, or on a new connection, the server may have worked on it: then it is a failure like
// any other, and whether to ask again is not for the transport to say.
bool DirectConnection::mayRetry() const
{
    const std::optional<SteadyTime> sentAt = m_exchange->timing().sentAt;
    const bool isRecent = !sentAt || std::chrono::steady_clock::now() - *sentAt < staleWindow;
    return m_isReused && isRecent && !m_reader.hasInput() && !m_exchange->parser().hasReceivedAnything();
}

Error DirectConnection::endError() const
{
    return classifySocketError(m_end.value_or(QAbstractSocket::RemoteHostClosedError), *m_route,
                               m_exchange->deadlines().phase(), m_endDetail);
}

} // namespace gateway::net
