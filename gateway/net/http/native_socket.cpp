#include "gateway/net/http/native_socket.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>
#endif

namespace gateway::net {

#ifdef Q_OS_WIN

std::optional<std::size_t> sendNow(qintptr, std::string_view, std::string_view)
{
    return 0;
}

std::optional<std::size_t> receiveNow(qintptr, char *, std::size_t)
{
    return 0;
}

void shutdownSending(qintptr descriptor)
{
    shutdown(static_cast<SOCKET>(descriptor), SD_SEND);
}

void resetOnClose(qintptr descriptor)
{
    const LINGER linger{1, 0};
    setsockopt(static_cast<SOCKET>(descriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&linger),
               sizeof linger);
}

#else

std::optional<std::size_t> sendNow(qintptr descriptor, std::string_view first, std::string_view second)
{
#ifdef MSG_NOSIGNAL
    // iovec is older than const; sendmsg() does not write there.
    std::array<iovec, 2> parts{
        {{const_cast<char *>(first.data()), first.size()}, {const_cast<char *>(second.data()), second.size()}}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = second.empty() ? 1 : 2;
    ssize_t sent = 0;
    do {
        sent = sendmsg(static_cast<int>(descriptor), &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent >= 0)
        return static_cast<std::size_t>(sent);
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS)
        return 0;
    return std::nullopt;
#else
    Q_UNUSED(descriptor)
    Q_UNUSED(first)
    Q_UNUSED(second)
    return 0;
#endif
}

std::optional<std::size_t> receiveNow(qintptr descriptor, char *target, std::size_t size)
{
    ssize_t received = 0;
    do {
        received = recv(static_cast<int>(descriptor), target, size, 0);
    } while (received < 0 && errno == EINTR);
    if (received > 0)
        return static_cast<std::size_t>(received);
    if (received < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return 0;
    return std::nullopt;
}

void shutdownSending(qintptr descriptor)
{
    shutdown(static_cast<int>(descriptor), SHUT_WR);
}

void resetOnClose(qintptr descriptor)
{
    const linger onClose{1, 0};
    setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &onClose, sizeof onClose);
}

#endif

} // namespace gateway::net
