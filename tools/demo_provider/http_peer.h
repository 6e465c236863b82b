// A small HTTP/1.1 server for the demo provider, written apart from the gateway's own so that each finds the other's bugs.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace demo_provider {

using HeaderFields = std::vector<std::pair<std::string, std::string>>;

/// One whole request. Header names are in lower case.
struct PeerRequest {
    std::string method;
    std::string path;
    std::string query;
    HeaderFields headers;
    std::string body;

    /// Value of the first header with this lower-case name; empty if there is none.
    [[nodiscard]] std::string_view header(std::string_view name) const;
};

/// One client socket: reads a request, waits for its answer, then reads the next (keep-alive, RFC 9112 section 9.3).
/// Owned by the server; deletes itself when the client has gone.
class PeerConnection : public QObject {
    Q_OBJECT

public:
    PeerConnection(QTcpSocket *socket, QObject *parent);

    void sendWhole(int status, const HeaderFields &headers, std::string_view body);
    void beginStream(int status, const HeaderFields &headers);
    void sendChunk(std::string_view bytes);
    void endStream();
    /// Closes without the last chunk, so that the client sees an answer that was cut off.
    void cut();
    /// Bytes that the client has not taken yet.
    [[nodiscard]] qint64 unsentBytes() const;

signals:
    void requested(const demo_provider::PeerRequest &request);
    void bytesSent();

private:
    enum class ReadState { Head, SizedBody, ChunkedBody, Answering };

    void readMore();
    [[nodiscard]] bool readHead();
    [[nodiscard]] bool readFraming();
    [[nodiscard]] bool readSizedBody();
    [[nodiscard]] bool readChunkedBody();
    void deliver();
    void refuse(int status, std::string_view text);
    void answered();
    void write(std::string_view bytes);

    QTcpSocket *m_socket;
    std::string m_buffer;
    PeerRequest m_request;
    ReadState m_state = ReadState::Head;
    std::size_t m_bodySize = 0;
    bool m_keepAlive = true;
};

/// Listens on loopback and hands every request to the handler.
class HttpPeer : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<void(PeerConnection &, const PeerRequest &)>;

    explicit HttpPeer(Handler handler, QObject *parent = nullptr);

    /// Port 0 lets the system choose. Returns the port, or 0 if it is taken.
    [[nodiscard]] quint16 listen(quint16 port);

private:
    void accept();

    Handler m_handler;
    QTcpServer m_server;
};

} // namespace demo_provider
