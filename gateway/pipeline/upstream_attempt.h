// Makes the request that goes to a provider: lane, edits, headers, credential.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gateway::pipeline {

// Where a provider is, parsed once for each snapshot.
struct ProviderAddress {
    net::UpstreamRoutePointer route;
    std::string basePath; // "" or "/something"
};

// Addresses of the providers of one snapshot; a provider whose base URL cannot be used has an error instead.
class ProviderAddresses {
public:
    explicit ProviderAddresses(const config::ConfigSnapshot &snapshot);
    Result<ProviderAddress> find(const ProviderId &id) const;

private:
    std::unordered_map<ProviderId, Result<ProviderAddress>> m_addresses;
};

Result<ProviderAddress> addressOf(const config::ProviderDefinition &provider);

// Chooses the lane: where the provider speaks the client's dialect the client's bytes go on, else what they say is said
// in the provider's. The client's body is never changed, so another attempt can begin from it again.
Result<net::UpstreamRequest> encodeAttempt(AttemptContext &attempt, const ProviderAddress &address);

// The client's bytes with top-level edits only, and notes of what was edited.
Result<net::UpstreamRequest> encodePassthrough(AttemptContext &attempt, const ProviderAddress &address);

void setTimeouts(net::UpstreamRequest &request, const AttemptContext &attempt);

// A request of our own to a provider ("GET /v1/models").
Result<net::UpstreamRequest> encodeOwnRequest(const config::ProviderDefinition &provider,
                                              const config::ProviderKey *key, const ProviderAddress &address,
                                              std::string_view method, std::string_view target);

} // namespace gateway::pipeline
