// The byte stream to and from one client: few system calls, a count of what waits, and every way to close.
#pragma once

#include "gateway/net/http/socket_reader.h"

#include <QTcpSocket>

#include <chrono>
#include <cstddef>
#include <functional>
#include <string_view>

namespace gateway::net {

// Lives on a worker thread, inside its connection.
class ClientStream {
public:
    static constexpr qint64 highWatermark = 256 * 1024;
    static constexpr qint64 lowWatermark = 64 * 1024;

    // `readable` is called from the event loop when there is something to read().
    explicit ClientStream(std::function<void()> readable);

    // Takes over the descriptor; false when it is no usable socket.
    bool open(qintptr descriptor);

    // For the signals bytesWritten and disconnected.
    QTcpSocket &socket() { return m_socket; }

    // Bytes that were read, at most `size`; 0 when there are none now.
    std::size_t read(char *target, std::size_t size);
    bool hasInput() const { return m_reader.hasInput(); }

    // Never fails visibly: on a broken connection the bytes are dropped, isBroken() says so, and disconnected follows
    // from the event loop, never from inside a write.
    void write(std::string_view first, std::string_view second = {});
    bool isBroken() const { return m_isBroken; }
    bool isWriting() const { return m_isWriting; }

    // Bytes that wait for the client.
    qint64 pending() const { return m_socket.bytesToWrite(); }

    // To be called on the signal bytesWritten. True when the waiting bytes fell below the low watermark after they had
    // been above the high one.
    bool noteProgress();

    // Since when nothing moved, while something waits.
    std::chrono::steady_clock::time_point lastProgress() const { return m_lastProgress; }

    // The client sees the end of the stream once it has what waits; reading goes on.
    void endSending();

    // Closes at once, dropping what waits. With `isReset` the client sees a broken connection.
    void cut(bool isReset);

private:
    QTcpSocket m_socket;
    SocketReader m_reader;
    std::chrono::steady_clock::time_point m_lastProgress{};
    bool m_isBroken = false;
    bool m_isWriting = false;
    bool m_wasCongested = false;
    bool m_mustEnd = false;
};

} // namespace gateway::net
