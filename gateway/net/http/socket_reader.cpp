#include "gateway/net/http/socket_reader.h"

#include "gateway/net/http/native_socket.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace gateway::net {

SocketReader::SocketReader(QTcpSocket &socket, std::function<void()> readable)
    : m_socket(socket), m_readable(std::move(readable))
{
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_readable(); });
}

void SocketReader::attach()
{
    m_hasInput = m_isAtEnd = false;
    m_notifier = nullptr;
    if (!canReceiveNow || m_socket.bytesAvailable() > 0)
        return;
    // The notifier belongs to the part of the socket that talks to the system, and is gone with the connection.
    const auto notifiers = m_socket.findChildren<QSocketNotifier *>();
    const auto found = std::find_if(notifiers.begin(), notifiers.end(), [this](const QSocketNotifier *notifier) {
        return notifier->type() == QSocketNotifier::Read && notifier->socket() == m_socket.socketDescriptor();
    });
    if (found == notifiers.end())
        return;
    m_notifier = *found;
    m_notifier->installEventFilter(this);
}

std::size_t SocketReader::read(char *target, std::size_t size)
{
    if (!m_notifier)
        return static_cast<std::size_t>(std::max<qint64>(m_socket.read(target, static_cast<qint64>(size)), 0));
    m_hasRead = true;
    if (!m_notifier->isEnabled())
        m_notifier->setEnabled(true);
    if (!m_hasInput || size == 0)
        return 0;
    const auto received = receiveNow(m_socket.socketDescriptor(), target, size);
    m_isAtEnd = !received;
    // Less than asked for: that was all. What comes later is told again.
    m_hasInput = received == size;
    return received.value_or(0);
}

bool SocketReader::hasInput() const
{
    return m_notifier ? m_hasInput : m_socket.bytesAvailable() > 0;
}

bool SocketReader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::SockAct || watched != m_notifier)
        return false;
    m_hasInput = true;
    m_hasRead = m_isAtEnd = false;
    m_readable();
    if (!m_notifier) // closed meanwhile
        return true;
    if (!m_hasRead)
        m_notifier->setEnabled(false);
    if (!m_isAtEnd)
        return true;
    // The end is for Qt to find, and from now on it reads.
    m_notifier->removeEventFilter(this);
    m_notifier = nullptr;
    return false;
}

} // namespace gateway::net
