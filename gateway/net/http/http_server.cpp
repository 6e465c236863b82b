#include "gateway/net/http/http_server.h"

#include <QTcpServer>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <utility>

namespace gateway::net {

namespace {

constexpr int backlog = 1024;
constexpr int portsToTry = 100;
constexpr int triesForAnyPort = 10;
constexpr std::chrono::milliseconds pauseAfterFailure{200};

// Hands descriptors on instead of making sockets of them.
class Listener final : public QTcpServer {
public:
    explicit Listener(const std::function<void(qintptr)> &accept) : m_accept(accept)
    {
        setListenBacklogSize(backlog);
        // Qt stops accepting for good when it runs out of descriptors; they may be free again soon.
        connect(this, &QTcpServer::acceptError, this,
                [this] { QTimer::singleShot(pauseAfterFailure, this, [this] { resumeAccepting(); }); });
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_accept(descriptor); }

private:
    const std::function<void(qintptr)> &m_accept;
};

bool isMissingFamily(const QTcpServer &listener, const QHostAddress &address)
{
    const auto error = listener.serverError();
    return error == QAbstractSocket::UnsupportedSocketOperationError
           || (error == QAbstractSocket::SocketAddressNotAvailableError
               && address.protocol() == QAbstractSocket::IPv6Protocol);
}

bool isBusy(const QTcpServer &listener)
{
    return listener.serverError() == QAbstractSocket::AddressInUseError;
}

bool isFreeOnAll(const std::vector<QHostAddress> &addresses, std::uint16_t port)
{
    return std::all_of(addresses.begin(), addresses.end(), [port](const QHostAddress &address) {
        QTcpServer probe;
        return probe.listen(address, port) || isMissingFamily(probe, address);
    });
}

} // namespace

HttpServer::HttpServer(std::function<void(qintptr)> accept, QObject *parent)
    : QObject(parent), m_accept(std::move(accept))
{
}

HttpServer::~HttpServer() = default;

Result<std::uint16_t> HttpServer::listen(const std::vector<QHostAddress> &addresses, std::uint16_t port)
{
    close();
    m_nextFreePort.reset();
    auto result = listenOnce(addresses, port);
    // A port that the system chose for one address may be taken on another.
    for (int attempt = 1; port == 0 && !result && attempt < triesForAnyPort; ++attempt)
        result = listenOnce(addresses, port);
    return result;
}

Result<std::uint16_t> HttpServer::listenOnce(const std::vector<QHostAddress> &addresses, std::uint16_t port)
{
    std::uint16_t chosen = port;
    for (const QHostAddress &address : addresses) {
        auto listener = std::make_unique<Listener>(m_accept);
        if (listener->listen(address, chosen)) {
            chosen = listener->serverPort();
            m_listeners.push_back(std::move(listener));
            continue;
        }
        if (isMissingFamily(*listener, address))
            continue;
        close();
        if (isBusy(*listener))
            return unexpected(busyPort(addresses, chosen));
        return unexpected(Error::internal(ErrorCode::Internal, "Cannot listen on " + address.toString().toStdString()
                                                                   + " port " + std::to_string(chosen) + ": "
                                                                   + listener->errorString().toStdString() + "."));
    }
    if (m_listeners.empty())
        return unexpected(Error::internal(ErrorCode::Internal, "This system has none of the addresses to listen on."));
    return chosen;
}

Error HttpServer::busyPort(const std::vector<QHostAddress> &addresses, std::uint16_t port)
{
    const int last = std::min<int>(port + portsToTry, std::numeric_limits<std::uint16_t>::max());
    for (int candidate = port + 1; candidate <= last && !m_nextFreePort; ++candidate) {
        if (isFreeOnAll(addresses, static_cast<std::uint16_t>(candidate)))
            m_nextFreePort = static_cast<std::uint16_t>(candidate);
    }
    std::string message = "Port " + std::to_string(port) + " is used by ";
    if (const auto holder = findPortHolder(port))
        message += holder->processName + " (" + std::to_string(holder->processId) + ").";
    else
        message += "another program.";
    if (m_nextFreePort)
        message += " Port " + std::to_string(*m_nextFreePort) + " is free.";
    return Error::internal(ErrorCode::Conflict, std::move(message));
}

void HttpServer::close()
{
    m_listeners.clear();
}

bool HttpServer::isListening() const
{
    return !m_listeners.empty();
}

std::uint16_t HttpServer::port() const
{
    return m_listeners.empty() ? std::uint16_t{0} : m_listeners.front()->serverPort();
}

std::optional<std::uint16_t> HttpServer::nextFreePort() const
{
    return m_nextFreePort;
}

} // namespace gateway::net
