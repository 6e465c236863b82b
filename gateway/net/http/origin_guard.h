// Decides by Host and Origin whether a request may reach a local server: the rules against DNS rebinding and
// cross-site pages, and the CORS headers of those that may.
#pragma once

#include "gateway/base/error.h"
#include "gateway/base/header_list.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::net {

struct OriginRules {
    // Host names beyond loopback under which this gateway is reached. Loopback names and addresses, host.docker.internal
    // and host.containers.internal always pass. Any numeric address passes: rebinding needs a name.
    std::vector<std::string> allowedHosts;
    // Origins beyond loopback: exact ("https://app.example.com"), "*", or '*' standing for one label.
    std::vector<std::string> allowedOrigins;
    std::vector<std::string> allowedHeaders; // beyond the default request headers of CORS answers
};

// Nothing when the request may pass.
std::optional<Error> checkOrigin(const OriginRules &rules, const HeaderList &headers);

// Access-Control-* and Vary for a request with an allowed Origin; empty when it has none.
HeaderList corsHeaders(const OriginRules &rules, const HeaderList &requestHeaders);

// The headers that every answer carries (X-Frame-Options and the others that Bifrost sends).
const HeaderList &securityHeaders();

} // namespace gateway::net
