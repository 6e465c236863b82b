// Verifies AWS Signature Version 4 as Bedrock does, written apart from the gateway's signer.
#pragma once

#include "tools/demo_provider/field_check.h"
#include "tools/demo_provider/http_peer.h"

namespace demo_provider::bedrock {

/// The only access key that is taken.
inline constexpr std::string_view accessKeyId = "AKIADEMO0123456789AB";
inline constexpr std::string_view secretAccessKey = "demo/secret+access/key0123456789abcdefgh";
/// With it the key counts as a temporary one; nothing else is taken as a token.
inline constexpr std::string_view sessionToken = "demo-session-token";

/// Takes a bearer key (a Bedrock API key; empty `apiKey` takes any) or a signature of the access key above.
[[nodiscard]] Verdict checkCredential(const PeerRequest &request, const std::string &apiKey);

} // namespace demo_provider::bedrock
