#include "gateway/net/upstream/upstream_client.h"

#include "gateway/net/upstream/aws_signature.h"
#include "gateway/net/upstream/credential_signer.h"

namespace gateway::net {

namespace {

DirectTransportLimits directLimits(const TargetPolicy *policy, const NetworkChanges *network)
{
    DirectTransportLimits limits;
    limits.targets.policy = policy;
    limits.network = network;
    return limits;
}

NetworkAccessLimits networkAccessLimits(const TargetPolicy *policy, const NetworkChanges *network)
{
    NetworkAccessLimits limits;
    limits.targets.policy = policy;
    limits.network = network;
    return limits;
}

} // namespace

UpstreamClient::UpstreamClient(const Clock *clock, TokenStore *tokens, const TargetPolicy *policy,
                               const NetworkChanges *network)
    : m_clock(clock ? *clock : m_systemClock)
    , m_direct(directLimits(policy, network))
    , m_networkAccess(networkAccessLimits(policy, network))
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
