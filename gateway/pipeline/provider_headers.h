// Puts into a request what a provider asks of every caller: credential, version, headers of its own, region.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/provider_definition.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <string>

namespace gateway::pipeline {

// Credential, version and extra headers of the provider. In this order, so that the last can replace the others. The
// request goes to the key's region. One that AWS signs, that needs an access token, or whose key stands in the address,
// is completed when it is sent, so its body may still be set.
Result<void> addProviderHeaders(net::UpstreamRequest &request, const config::ProviderDefinition &provider,
                                const config::ProviderKey *key);

// Where the key stands in the address: takes it out of what the provider says, which may repeat the address.
void hideKeyParameter(std::string &text, const config::ProviderDefinition &provider, const config::ProviderKey *key);

} // namespace gateway::pipeline
