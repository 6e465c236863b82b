// Request bodies of POST /v1/messages -> the hub.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

#include <string_view>

namespace gateway::translation::anthropic {

// Where the field anthropic-beta of the client's header is kept among the extensions of the request.
inline constexpr std::string_view betaExtension = "anthropic-beta";

Result<ChatRequest> decodeRequest(const ClientCall &call);

} // namespace gateway::translation::anthropic
