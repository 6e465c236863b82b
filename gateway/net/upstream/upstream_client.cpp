#include "gateway/net/upstream/upstream_client.h"

#include "gateway/net/upstream/aws_signature.h"

namespace gateway::net {

std::unique_ptr<UpstreamExchange> UpstreamClient::start(UpstreamRequest request, UpstreamObserver &observer)
{
    signAwsRequest(request, m_clock.wallNow());
    const bool isDirect =
        request.route && request.route->scheme == "http" && !m_networkAccess.needsProxy(*request.route);
    return isDirect ? m_direct.start(std::move(request), observer)
                    : m_networkAccess.start(std::move(request), observer);
}

} // namespace gateway::net
