// A strict token endpoint without a network: gives a token for what the real ones accept, and refuses as they refuse.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <map>
#include <string>
#include <string_view>

namespace tests {

struct TokenAnswer {
    int status = 0;
    std::string body;
};

// One RSA key pair, made when first asked for: making one takes a tenth of a second.
std::string rsaPrivateKeyPem();
std::string ecPrivateKeyPem(); // a key of another kind

// The fields of an application/x-www-form-urlencoded body.
std::map<std::string, std::string> formFields(std::string_view body);

// As oauth2.googleapis.com: the assertion is verified with the public half of rsaPrivateKeyPem().
TokenAnswer answerLikeGoogle(const gateway::net::UpstreamRequest &request, gateway::WallTime now,
                             std::string_view token, std::string_view audience = "https://oauth2.googleapis.com/token");
// As login.microsoftonline.com, for the client "client-1" with the secret "s3cret/+=&" of the tenant "tenant-1".
TokenAnswer answerLikeEntra(const gateway::net::UpstreamRequest &request, std::string_view token);

} // namespace tests
