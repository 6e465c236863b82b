#include "gateway/pipeline/raw_forwarding.h"

#include "gateway/base/secret_masker.h"
#include "gateway/net/upstream/upstream_url.h"
#include "gateway/pipeline/forwarded_headers.h"
#include "gateway/pipeline/provider_headers.h"

namespace gateway::pipeline {

translation::RequestFacts readRawFacts(const RequestContext &context)
{
    auto facts = translation::readRequestFacts(*context.exchange->request().body);
    if (!facts)
        return {};
    facts->fallbacks.clear(); // the provider is given
    return std::move(*facts);
}

Result<net::UpstreamRequest> encodeRawForward(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    const net::HttpRequest &asked = context.exchange->request();
    net::UpstreamRequest request;
    request.route = address.route;
    request.method = asked.method;
    request.target = net::joinUpstreamPath(address.basePath, context.endpoint.rawPath);
    if (const std::string query = withoutKeyParameters(asked.query()); !query.empty())
        request.target += '?' + query;
    request.headers = forwardedRequestHeaders(asked.headers);
    request.headers.set("Accept-Encoding", "identity"); // the record keeps what can be read
    if (const auto added = addProviderHeaders(request, *attempt.target.provider, attempt.target.key); !added)
        return unexpected(added.error());
    if (attempt.target.usesCallersCredential)
        request.headers.set("Authorization", std::string(asked.headers.value("authorization")));
    if (asked.spooledBody)
        request.body = net::UpstreamBody(
            std::make_shared<const net::UploadSource>(asked.spooledBody, std::vector<net::UploadSource::Edit>()));
    else if (!asked.body->empty())
        request.body = asked.body;
    setTimeouts(request, attempt);
    return request;
}

} // namespace gateway::pipeline
