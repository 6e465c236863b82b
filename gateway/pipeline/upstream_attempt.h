// Makes the request that goes to a provider: lane, edits, headers, credential.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/hosted_request.h"
#include "gateway/pipeline/provider_address.h"

#include <string_view>

namespace gateway::pipeline {

// Chooses the lane: where the provider speaks the client's dialect the client's bytes go on, else what they say is said
// in the provider's. The client's body is never changed, so another attempt can begin from it again.
Result<net::UpstreamRequest> encodeAttempt(AttemptContext &attempt, const ProviderAddress &address);

// The client's bytes with top-level edits only, and notes of what was edited.
Result<net::UpstreamRequest> encodePassthrough(AttemptContext &attempt, const ProviderAddress &address);

void setTimeouts(net::UpstreamRequest &request, const AttemptContext &attempt);

// What is beside method and target in a request of our own.
struct OwnCall {
    HostedCall hosted;
    net::SharedBytes body; // JSON; null: none
};

// A request of our own to a provider ("GET /v1/models").
Result<net::UpstreamRequest> encodeOwnRequest(const config::ProviderDefinition &provider,
                                              const config::ProviderKey *key, const ProviderAddress &address,
                                              std::string_view method, std::string_view target,
                                              const OwnCall &call = {});

// A further request of an attempt, with its key and its limits: for what its answer alone does not tell.
Result<net::UpstreamRequest> encodeFurtherRequest(const AttemptContext &attempt, const ProviderAddress &address,
                                                  std::string_view method, std::string_view target);

} // namespace gateway::pipeline
