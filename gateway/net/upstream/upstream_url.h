// Reads the base URL that a person typed for a provider; joins it with the path of a request.
#pragma once

#include "gateway/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gateway::net {

struct UpstreamUrl {
    std::string scheme; // "http" or "https"
    std::string host;   // in lower case, IPv6 without brackets
    std::uint16_t port = 0;
    std::string basePath; // empty, or "/prefix" without a slash at its end
    bool operator==(const UpstreamUrl &) const = default;
};

// Pure. Accepts http and https without user information, query and fragment (RFC 3986). Slashes at the end and one
// "/v1" are stripped, because the paths of requests begin with it. Errors are InvalidRequest with a text for people.
Result<UpstreamUrl> parseUpstreamUrl(std::string_view text);

// The target of a request: "/prefix" and "/v1/models" give "/prefix/v1/models". `path` begins with '/'.
std::string joinUpstreamPath(std::string_view basePath, std::string_view path);

// "host:port" for a Host field or for people; the port only when it is not the scheme's own; IPv6 in brackets.
std::string authorityOf(std::string_view scheme, std::string_view host, std::uint16_t port);

} // namespace gateway::net
