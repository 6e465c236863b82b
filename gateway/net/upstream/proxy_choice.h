// Decides which proxy a route goes through.
#pragma once

#include "gateway/net/upstream/upstream_transport.h"

#include <vector>

#include <QtNetwork/QNetworkProxy>

namespace gateway::net {

bool isLoopbackHost(const std::string &host);

// ProxyMode::System asks the environment or the desktop, at most once a minute for each destination, because the
// question may take the system some milliseconds. Loopback is never proxied in that mode, as in Go and in browsers: a
// local model server is not the proxy's business. Lives on one thread.
class ProxyChoice {
public:
    // NoProxy, or a proxy with its name, port and credentials.
    QNetworkProxy proxyFor(const UpstreamRoute &route);

private:
    struct Answer {
        std::string scheme;
        std::string host;
        std::uint16_t port = 0;
        QNetworkProxy proxy;
        SteadyTime askedAt;
    };
    QNetworkProxy systemProxyFor(const UpstreamRoute &route);

    std::vector<Answer> m_answers;
};

} // namespace gateway::net
