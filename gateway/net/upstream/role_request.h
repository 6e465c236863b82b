// Writes the calls that take a role at Amazon Web Services, and reads their answers.
#pragma once

#include "gateway/base/aws_credentials.h"
#include "gateway/base/clock.h"
#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/base/token_grant.h"
#include "gateway/net/upstream/token_request.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::net {

// The form of AssumeRole or AssumeRoleWithWebIdentity
// (docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html). Reads the identity's file where the grant has one:
// SecretUnavailable when that cannot be had.
Result<std::string> roleForm(const TokenGrant &grant);

// The temporary access key as one token, with its time from `now` on. Refusals become an UpstreamStatus with the status
// 401 and AWS's code and words; what is over soon (throttling, an identity provider that is away) keeps its own status.
// The text is AWS's: mask it before it is kept.
Result<AccessToken> readRole(int status, const HeaderList &headers, std::string_view body, std::string_view host,
                             WallTime now);

// The token of a role <-> what requests are signed with. Nothing for another token.
SecretString tokenOfRole(const AwsCredentials &credentials);
std::optional<AwsCredentials> credentialsOfRole(const SecretString &token);

// From `now` until the moment that AWS writes, "2026-11-22T18:00:00Z"; 0 when it is over or no moment.
std::chrono::seconds lifetimeUntil(const std::string &moment, WallTime now);

// Whether this answer of a service of AWS says that the key of the role is over, or never was one.
bool refusesRole(int status, const HeaderList &headers);

} // namespace gateway::net
