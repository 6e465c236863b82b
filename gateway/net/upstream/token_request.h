// Writes the request for an access token, and reads its answer.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/base/token_grant.h"

#include <chrono>
#include <string>
#include <string_view>

namespace gateway::net {

struct AccessToken {
    SecretString value;
    std::chrono::seconds lifetime{0}; // from the moment of its request
    bool operator==(const AccessToken &) const = default;
};

// The assertion of a service account (RFC 7523 §3, developers.google.com/identity/protocols/oauth2/service-account):
// issuer, scope, audience, and one hour of validity from `now`, signed with RS256. SecretUnavailable when the key is
// no RSA key as PEM.
Result<std::string> jwtAssertion(const TokenGrant &grant, WallTime now);

// The form that is posted to grant.tokenUrl. SecretUnavailable when what it is made of cannot be had.
Result<std::string> tokenForm(const TokenGrant &grant, WallTime now);

// RFC 6749 §5.1 and §5.2. A refusal becomes an UpstreamStatus with the status 401, whatever the endpoint says, because
// it means that the credential does not work; the endpoint's own troubles keep their status. The text is the
// endpoint's: mask it before it is kept.
Result<AccessToken> readToken(int status, const HeaderList &headers, std::string_view body, std::string_view host);

// --- what the answers of all token services have in common
// No token for this credential: `code` and the first line of `words` are the service's, and each may be empty.
Error tokenRefusal(std::string_view host, std::string_view code, std::string_view words);
Error notAToken(std::string_view host);
bool canStandInAHeader(std::string_view token); // visible ASCII, not empty and of a sensible length

} // namespace gateway::net
