// Puts into a request what a provider asks of every caller: credential, version, headers of its own, region.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/provider_definition.h"
#include "gateway/net/upstream/upstream_transport.h"

namespace gateway::pipeline {

// Credential, version and extra headers of the provider. In this order, so that the last can replace the others. The
// request goes to the key's region. One that AWS signs, or that needs an access token, is completed when it is sent, so
// its body may still be set.
Result<void> addProviderHeaders(net::UpstreamRequest &request, const config::ProviderDefinition &provider,
                                const config::ProviderKey *key);

} // namespace gateway::pipeline
