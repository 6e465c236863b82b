// Reads a QTcpSocket's bytes straight from the system, without the question how many there are and without Qt's buffer.
#pragma once

#include <QObject>
#include <QPointer>
#include <QSocketNotifier>
#include <QTcpSocket>

#include <cstddef>
#include <functional>

namespace gateway::net {

// Lives on the socket's thread, beside its socket. It stands before Qt at the socket's read notifier; the end of the
// connection, and every error, it leaves to Qt, which reports them as ever. Where the system or this Qt does not offer
// that, it reads through the socket's buffer.
class SocketReader final : public QObject {
public:
    // `readable` is called from the event loop when bytes have come. Inside it the connection may be closed, but
    // neither the reader nor the socket destroyed.
    SocketReader(QTcpSocket &socket, std::function<void()> readable);

    // For a socket that is connected and of which nothing was read yet.
    void attach();

    // Bytes that were read, at most `size`; 0 when there are none now. Whoever is told of bytes and does not read them
    // is not told again until after the next read(), so that the peer's window closes.
    std::size_t read(char *target, std::size_t size);

    // True when bytes may be there that were not read; sure only where Qt counts them.
    bool hasInput() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTcpSocket &m_socket;
    std::function<void()> m_readable;
    QPointer<QSocketNotifier> m_notifier; // of the socket; null: Qt reads
    bool m_hasInput = false;
    bool m_hasRead = false; // since the last notification
    bool m_isAtEnd = false;
};

} // namespace gateway::net
