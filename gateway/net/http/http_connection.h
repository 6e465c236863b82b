// Serves one client socket: requests in, answers out, in order, within limits.
#pragma once

#include "gateway/net/http/http_exchange.h"
#include "gateway/net/http/origin_guard.h"

#include <QObject>

#include <chrono>
#include <cstddef>
#include <memory>

namespace gateway::net {

struct ConnectionLimits {
    std::size_t headBytes = 64 * 1024;
    std::size_t targetBytes = 16 * 1024;
    std::size_t bodyBytes = 100u * 1024u * 1024u;
    std::chrono::milliseconds headTime{10'000};    // first byte of a head to its end
    std::chrono::milliseconds bodySilence{30'000}; // longest silence inside a body
    std::chrono::milliseconds idleTime{75'000};    // between requests
    // Longest time in which a client takes nothing of what waits for it; then the connection is cut.
    std::chrono::milliseconds answerStall{300'000};
};

// Shared by the connections of a worker; replaced as a whole when the configuration changes.
struct ConnectionSettings {
    ConnectionLimits limits;
    OriginRules origins;
};

// Lives on a worker thread; deletes itself (deleteLater) when its socket is closed. Answers OPTIONS itself, and adds
// Date, CORS and security headers to every answer. Deleting it from outside while a request is answered tells the
// listener clientGone().
class HttpConnection : public QObject {
    Q_OBJECT
public:
    // Takes over the descriptor. `handler` must outlive the connection.
    HttpConnection(qintptr descriptor, RequestHandler &handler, std::shared_ptr<const ConnectionSettings> settings,
                   QObject *parent = nullptr);
    ~HttpConnection() override;

    // Used from the next request on.
    void setSettings(std::shared_ptr<const ConnectionSettings> settings);

    // Closes at once when idle; otherwise answers the running request with "Connection: close" and then closes.
    void closeGracefully();

signals:
    void closed();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace gateway::net
