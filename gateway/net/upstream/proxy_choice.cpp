#include "gateway/net/upstream/proxy_choice.h"

#include <algorithm>

#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>

namespace gateway::net {

namespace {

constexpr std::chrono::seconds systemAnswerLifetime{60};

QNetworkProxy configuredProxy(QNetworkProxy::ProxyType type, const UpstreamRoute &route)
{
    return QNetworkProxy(type, QString::fromStdString(route.proxyHost), route.proxyPort,
                         QString::fromStdString(route.proxyUsername), QString::fromStdString(route.proxyPassword));
}

} // namespace

bool isLoopbackHost(const std::string &host)
{
    return equalsIgnoringCase(host, "localhost") || QHostAddress(QString::fromStdString(host)).isLoopback();
}

QNetworkProxy ProxyChoice::proxyFor(const UpstreamRoute &route)
{
    switch (route.proxyMode) {
    case ProxyMode::None: return QNetworkProxy(QNetworkProxy::NoProxy);
    case ProxyMode::Http: return configuredProxy(QNetworkProxy::HttpProxy, route);
    case ProxyMode::Socks5: return configuredProxy(QNetworkProxy::Socks5Proxy, route); // resolves names itself
    case ProxyMode::System: return systemProxyFor(route);
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

QNetworkProxy ProxyChoice::systemProxyFor(const UpstreamRoute &route)
{
    const SteadyTime now = std::chrono::steady_clock::now();
    const auto isSame = [&route](const Answer &answer) {
        return answer.port == route.port && answer.host == route.host && answer.scheme == route.scheme;
    };
    const auto known = std::find_if(m_answers.begin(), m_answers.end(), isSame);
    if (known != m_answers.end() && now - known->askedAt < systemAnswerLifetime)
        return known->proxy;
    QNetworkProxy proxy(QNetworkProxy::NoProxy);
    if (!isLoopbackHost(route.host)) {
        QUrl url;
        url.setScheme(QString::fromStdString(route.scheme));
        url.setHost(QString::fromStdString(route.host));
        url.setPort(route.port);
        const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
        if (!proxies.isEmpty() && proxies.first().type() != QNetworkProxy::DefaultProxy)
            proxy = proxies.first();
    }
    Answer answer{route.scheme, route.host, route.port, proxy, now};
    if (known != m_answers.end())
        *known = std::move(answer);
    else
        m_answers.push_back(std::move(answer));
    return proxy;
}

} // namespace gateway::net
