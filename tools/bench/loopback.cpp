#include "tools/bench/loopback.h"

#include <algorithm>
#include <cerrno>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

namespace {

sockaddr_in loopbackAddress(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

template <typename Address>
auto *genericAddress(Address *address)
{
    return reinterpret_cast<sockaddr *>(address); // the socket interface is made that way
}

void switchOn(int socket, int level, int option)
{
    const int on = 1;
    ::setsockopt(socket, level, option, &on, sizeof on);
}

Transfer transferOf(ssize_t result)
{
    if (result > 0)
        return {static_cast<std::size_t>(result), false};
    const bool mustWait = result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    return {0, !mustWait};
}

} // namespace

FileDescriptor &FileDescriptor::operator=(FileDescriptor &&other) noexcept
{
    if (this != &other) {
        if (isOpen())
            ::close(m_number);
        m_number = std::exchange(other.m_number, -1);
    }
    return *this;
}

FileDescriptor::~FileDescriptor()
{
    if (isOpen())
        ::close(m_number);
}

FileDescriptor listenOnLoopback(std::uint16_t port)
{
    FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket.isOpen())
        return {};
    switchOn(socket.number(), SOL_SOCKET, SO_REUSEADDR);
    sockaddr_in address = loopbackAddress(port);
    if (::bind(socket.number(), genericAddress(&address), sizeof address) != 0
        || ::listen(socket.number(), SOMAXCONN) != 0)
        return {};
    return socket;
}

std::uint16_t localPort(const FileDescriptor &socket)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    return ::getsockname(socket.number(), genericAddress(&address), &size) == 0 ? ntohs(address.sin_port)
                                                                                : std::uint16_t{0};
}

FileDescriptor acceptConnection(const FileDescriptor &listener)
{
    FileDescriptor socket(::accept4(listener.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket.isOpen())
        switchOn(socket.number(), IPPROTO_TCP, TCP_NODELAY);
    return socket;
}

FileDescriptor connectToLoopback(std::uint16_t port)
{
    // Connecting on loopback is immediate, so it may block; only the traffic is non-blocking.
    FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket.isOpen())
        return {};
    sockaddr_in address = loopbackAddress(port);
    if (::connect(socket.number(), genericAddress(&address), sizeof address) != 0)
        return {};
    switchOn(socket.number(), IPPROTO_TCP, TCP_NODELAY);
    return socket;
}

Transfer receive(const FileDescriptor &socket, std::span<char> buffer)
{
    return transferOf(::recv(socket.number(), buffer.data(), buffer.size(), MSG_DONTWAIT));
}

Transfer transmit(const FileDescriptor &socket, std::string_view bytes)
{
    return transferOf(::send(socket.number(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL));
}

EventPoll::EventPoll() : m_descriptor(::epoll_create1(EPOLL_CLOEXEC)) {}

void EventPoll::add(const FileDescriptor &socket, std::uint64_t id, std::uint32_t events)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = id;
    ::epoll_ctl(m_descriptor.number(), EPOLL_CTL_ADD, socket.number(), &event);
}

void EventPoll::change(const FileDescriptor &socket, std::uint64_t id, std::uint32_t events)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = id;
    ::epoll_ctl(m_descriptor.number(), EPOLL_CTL_MOD, socket.number(), &event);
}

std::span<const epoll_event> EventPoll::wait(std::optional<std::chrono::nanoseconds> timeout)
{
    timespec limit{};
    if (timeout) {
        const auto span = std::max(*timeout, std::chrono::nanoseconds::zero());
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(span);
        limit.tv_sec = seconds.count();
        limit.tv_nsec = (span - seconds).count();
    }
    // Milliseconds, the unit of epoll_wait, are too coarse for streams that are due every tenth of one.
    const int count = ::epoll_pwait2(m_descriptor.number(), m_events, static_cast<int>(std::size(m_events)),
                                     timeout ? &limit : nullptr, nullptr);
    return {m_events, static_cast<std::size_t>(std::max(count, 0))};
}

} // namespace bench
