#include "gateway/net/network_source.h"

#include <QNetworkInformation>

namespace gateway::net {

namespace {

class SystemNetworkSource final : public NetworkSource {
public:
    SystemNetworkSource()
    {
        using Feature = QNetworkInformation::Feature;
        if (!QNetworkInformation::loadBackendByFeatures(Feature::Reachability))
            return;
        m_information = QNetworkInformation::instance();
        if (m_information == nullptr)
            return;
        connect(m_information, &QNetworkInformation::reachabilityChanged, this, &NetworkSource::changed);
        if (m_information->supports(Feature::TransportMedium))
            connect(m_information, &QNetworkInformation::transportMediumChanged, this, &NetworkSource::changed);
    }

    std::optional<bool> isReachable() const override
    {
        if (m_information == nullptr || m_information->reachability() == QNetworkInformation::Reachability::Unknown)
            return std::nullopt;
        return m_information->reachability() != QNetworkInformation::Reachability::Disconnected;
    }

private:
    QNetworkInformation *m_information = nullptr; // Qt's own
};

} // namespace

std::unique_ptr<NetworkSource> makeSystemNetworkSource()
{
    return std::make_unique<SystemNetworkSource>();
}

} // namespace gateway::net
