// Sockets on 127.0.0.1 and a thin epoll, each closing itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include <sys/epoll.h>

namespace bench {

class FileDescriptor {
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int number) : m_number(number) {}
    FileDescriptor(FileDescriptor &&other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    FileDescriptor &operator=(FileDescriptor &&other) noexcept;
    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;
    ~FileDescriptor();

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

private:
    int m_number = -1;
};

// Port 0 lets the system choose; errors are in errno, the descriptor is closed then.
FileDescriptor listenOnLoopback(std::uint16_t port);
std::uint16_t localPort(const FileDescriptor &socket);
FileDescriptor acceptConnection(const FileDescriptor &listener);
FileDescriptor connectToLoopback(std::uint16_t port);

// What a non-blocking read or write came to.
struct Transfer {
    std::size_t bytes = 0;
    bool isClosed = false; // the peer ended the connection, or it broke
};
Transfer receive(const FileDescriptor &socket, std::span<char> buffer);
Transfer transmit(const FileDescriptor &socket, std::string_view bytes);

class EventPoll {
public:
    EventPoll();
    bool isOpen() const { return m_descriptor.isOpen(); }
    void add(const FileDescriptor &socket, std::uint64_t id, std::uint32_t events);
    void change(const FileDescriptor &socket, std::uint64_t id, std::uint32_t events);
    // Without a timeout it waits for ever. The view is good until the next call.
    std::span<const epoll_event> wait(std::optional<std::chrono::nanoseconds> timeout);

private:
    FileDescriptor m_descriptor;
    epoll_event m_events[256];
};

} // namespace bench
