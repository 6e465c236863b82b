#include "gateway/net/upstream/upstream_client.h"

#include "gateway/net/upstream/aws_signature.h"
#include "gateway/net/upstream/credential_signer.h"

namespace gateway::net {

namespace {

// What both transports are told of the world around them.
template <typename Limits>
Limits limitsWith(const TargetPolicy *policy, const NetworkChanges *network, ConnectionPlaces &places)
{
    Limits limits;
    limits.targets.policy = policy;
    limits.network = network;
    limits.places = &places;
    return limits;
}

} // namespace

UpstreamClient::UpstreamClient(const Clock *clock, TokenStore *tokens, const TargetPolicy *policy,
                               const NetworkChanges *network, ConnectionPlaces *places)
    : m_clock(clock ? *clock : m_systemClock)
    , m_direct(limitsWith<DirectTransportLimits>(policy, network, places ? *places : m_ownPlaces))
    , m_networkAccess(limitsWith<NetworkAccessLimits>(policy, network, places ? *places : m_ownPlaces))
    , m_tokens(tokens ? *tokens : m_ownTokens, m_clock, [this](UpstreamRequest request, UpstreamObserver &observer) {
        return send(std::move(request), observer);
    })
{
}

std::unique_ptr<UpstreamExchange> UpstreamClient::start(UpstreamRequest request, UpstreamObserver &observer)
{
    if (request.tokenGrant)
        return m_tokens.start(std::move(request), observer);
    return send(std::move(request), observer);
}

std::unique_ptr<UpstreamExchange> UpstreamClient::send(UpstreamRequest request, UpstreamObserver &observer)
{
    addKeyParameter(request);
    signAwsRequest(request, m_clock.wallNow());
    const bool isDirect =
        request.route && request.route->scheme == "http" && !m_networkAccess.needsProxy(*request.route);
    return isDirect ? m_direct.start(std::move(request), observer)
                    : m_networkAccess.start(std::move(request), observer);
}

} // namespace gateway::net
