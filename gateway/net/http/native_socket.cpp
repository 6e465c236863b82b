#include "gateway/net/http/native_socket.h"

#include <algorithm>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>
#endif

namespace gateway::net {

void dropSent(std::span<std::string_view> parts, std::size_t sent)
{
    for (std::string_view &part : parts) {
        const std::size_t sentOfPart = std::min(sent, part.size());
        part.remove_prefix(sentOfPart);
        sent -= sentOfPart;
    }
}

#ifdef Q_OS_WIN

std::optional<std::size_t> sendNow(qintptr, std::span<const std::string_view>)
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

std::optional<std::size_t> sendNow(qintptr descriptor, std::span<const std::string_view> parts)
{
#ifdef MSG_NOSIGNAL
    Q_ASSERT(parts.size() <= mostPartsToSend);
    std::array<iovec, mostPartsToSend> pieces;
    msghdr message{};
    message.msg_iov = pieces.data();
    for (const std::string_view part : parts) {
        if (!part.empty()) // iovec is older than const; sendmsg() does not write there
            pieces[message.msg_iovlen++] = {const_cast<char *>(part.data()), part.size()};
    }
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
    Q_UNUSED(parts)
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
