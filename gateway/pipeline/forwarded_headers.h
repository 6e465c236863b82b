// Which header fields may cross the gateway, in either direction.
#pragma once

#include "gateway/base/header_list.h"

namespace gateway::pipeline {

// Client -> provider. Everything a dialect may define passes (anthropic-beta, openai-organization, idempotency-key);
// credentials, cookies, browser and proxy fields, hop-by-hop fields and Bifrost's own stay. x-bf-eh-NAME becomes NAME.
HeaderList forwardedRequestHeaders(const HeaderList &clientHeaders);

// Provider -> client: all but hop-by-hop fields, cookies, what our server says itself, and x-bifrost-*.
HeaderList forwardedResponseHeaders(const HeaderList &providerHeaders);

} // namespace gateway::pipeline
