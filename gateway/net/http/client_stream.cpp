#include "gateway/net/http/client_stream.h"

#include "gateway/net/http/native_socket.h"

#include <array>
#include <utility>

namespace gateway::net {

namespace {

// What Qt reads ahead of us where it reads; when it is full, Qt stops reading from the system.
constexpr qint64 readAhead = 256 * 1024;

} // namespace

ClientStream::ClientStream(std::function<void()> readable) : m_reader(m_socket, std::move(readable)) {}

bool ClientStream::open(qintptr descriptor)
{
    if (!m_socket.setSocketDescriptor(descriptor)) {
        m_isBroken = true;
        return false;
    }
    m_socket.setReadBufferSize(readAhead);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_reader.attach();
    return true;
}

std::size_t ClientStream::read(char *target, std::size_t size)
{
    return m_reader.read(target, size);
}

void ClientStream::write(std::string_view first, std::string_view second)
{
    if (m_isBroken || m_mustEnd || m_socket.state() != QAbstractSocket::ConnectedState)
        return;
    std::array parts{first, second};
    if (m_socket.bytesToWrite() == 0) {
        const auto result = sendNow(m_socket.socketDescriptor(), parts);
        if (!result) {
            // The event loop reports it: a caller in the middle of an answer must not lose it under its feet.
            m_isBroken = true;
            return;
        }
        m_lastProgress = std::chrono::steady_clock::now();
        if (*result == first.size() + second.size())
            return;
        dropSent(parts, *result);
    }
    m_isWriting = true;
    for (const std::string_view part : parts) {
        if (!part.empty())
            m_socket.write(part.data(), static_cast<qint64>(part.size()));
    }
#ifndef Q_OS_LINUX
    m_socket.flush();
#endif
    m_isWriting = false;
    m_wasCongested = m_wasCongested || pending() > highWatermark;
}

bool ClientStream::noteProgress()
{
    m_lastProgress = std::chrono::steady_clock::now();
    if (m_mustEnd && pending() == 0)
        shutdownSending(m_socket.socketDescriptor());
    if (!m_wasCongested || pending() > lowWatermark)
        return false;
    m_wasCongested = false;
    return true;
}

void ClientStream::endSending()
{
    if (m_mustEnd || m_socket.state() != QAbstractSocket::ConnectedState)
        return;
    m_mustEnd = true;
    if (pending() == 0)
        shutdownSending(m_socket.socketDescriptor());
}

void ClientStream::cut(bool isReset)
{
    if (m_socket.state() != QAbstractSocket::ConnectedState)
        return;
    if (isReset)
        resetOnClose(m_socket.socketDescriptor());
    m_socket.abort();
}

} // namespace gateway::net
