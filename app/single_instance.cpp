#include "app/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>

namespace app {

namespace {

constexpr int connectLimitMilliseconds = 500;
constexpr auto raiseMessage = "raise\n";

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent) : QObject(parent)
{
    // A name of fixed length: socket paths may be about a hundred bytes long.
    const QByteArray digest =
        QCryptographicHash::hash(QDir(dataFolder).absolutePath().toUtf8(), QCryptographicHash::Sha256);
    m_channel = QStringLiteral("bilrost-") + QString::fromLatin1(digest.toHex().left(16));
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::raiseOther()
{
    QLocalSocket socket;
    socket.connectToServer(m_channel);
    if (!socket.waitForConnected(connectLimitMilliseconds)) // before any window exists, so nothing is held up
        return false;
    socket.write(raiseMessage);
    return socket.waitForBytesWritten(connectLimitMilliseconds);
}

void SingleInstance::listen()
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_channel); // left behind by a crash; the data folder's lock says that nobody listens
    connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QLocalSocket::readyRead, this, &SingleInstance::raiseRequested);
            connect(socket, &QLocalSocket::disconnected, socket, &QLocalSocket::deleteLater);
        }
    });
    m_server->listen(m_channel);
}

} // namespace app
