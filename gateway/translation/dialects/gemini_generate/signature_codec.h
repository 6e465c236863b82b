// State in the one opaque field that Gemini has: thoughtSignature of any part.
#pragma once

#include "gateway/translation/canonical/opaque_state.h"

#include <string>
#include <string_view>

namespace gateway::translation::gemini {

// The field is `bytes` in the proto, so SDKs of typed languages (Python, Go, Java) refuse what is not base64: other
// providers' packed state is written as base64 of packState().
std::string signatureForClient(const OpaqueState &state);

// Takes base64 in either alphabet, as SDKs write it back in the one they like.
OpaqueState stateFromSignature(std::string_view signature);

} // namespace gateway::translation::gemini
