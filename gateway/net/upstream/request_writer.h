// Checks a request before it is sent and writes it as HTTP/1.1.
#pragma once

#include "gateway/net/upstream/upstream_transport.h"

#include <optional>
#include <string>

namespace gateway::net {

// An error when a method, target or field could not be written without changing what the peer reads: control characters
// in them would let a value of the configuration or of a client smuggle in further fields (RFC 9112 §11.1).
std::optional<Error> findRequestFault(const UpstreamRequest &request);

// Fields that the transports write themselves; the caller's are left out.
bool isFramingField(std::string_view name);

// All but the body, which goes behind it unchanged.
std::string writeRequestHead(const UpstreamRequest &request);

} // namespace gateway::net
