// Listens on one port on several addresses and hands out the accepted socket descriptors.
#pragma once

#include "gateway/base/result.h"

#include <QHostAddress>
#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QTcpServer;

namespace gateway::net {

// Who holds a busy port, where the system tells.
struct PortHolder {
    std::string processName;
    std::int64_t processId = 0;
};

// Lives on the thread that creates it and accepts there.
class HttpServer : public QObject {
    Q_OBJECT
public:
    // `accept` gets each accepted descriptor and owns it from then on.
    explicit HttpServer(std::function<void(qintptr descriptor)> accept, QObject *parent = nullptr);
    ~HttpServer() override;

    // Port 0 takes a free one, the same for all addresses. On failure nothing listens; the error of a busy port names
    // its holder and the next free port. An address family that the system does not have (no IPv6) is skipped as long
    // as one address is left.
    Result<std::uint16_t> listen(const std::vector<QHostAddress> &addresses, std::uint16_t port);
    void close();
    bool isListening() const;
    std::uint16_t port() const;

    // After listen() failed because the port is busy: the next higher port that is free on all asked addresses, where
    // one of the next hundred is.
    std::optional<std::uint16_t> nextFreePort() const;

private:
    Result<std::uint16_t> listenOnce(const std::vector<QHostAddress> &addresses, std::uint16_t port);
    Error busyPort(const std::vector<QHostAddress> &addresses, std::uint16_t port);

    std::optional<std::uint16_t> m_nextFreePort;
    std::function<void(qintptr)> m_accept;
    std::vector<std::unique_ptr<QTcpServer>> m_listeners;
};

// Linux: /proc; elsewhere empty. Never blocks for long; call it only after a bind failed.
std::optional<PortHolder> findPortHolder(std::uint16_t port);

} // namespace gateway::net
