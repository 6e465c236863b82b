// Serves one client socket: requests in, answers out, in order, within limits.
#pragma once

#include "gateway/net/http/connection_limits.h"
#include "gateway/net/http/http_exchange.h"
#include "gateway/net/http/origin_guard.h"

#include <QObject>

#include <chrono>
#include <cstddef>
#include <memory>

namespace gateway::net {

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
