// Finds who this computer is at Amazon Web Services, where Amazon's own tools look.
#pragma once

#include "gateway/base/aws_credentials.h"
#include "gateway/base/token_grant.h"
#include "gateway/config/key_place.h"

#include <string>

namespace gateway::service {

struct AwsCaller {
    AwsCredentials credentials; // an access key, or
    TokenGrantPointer grant;    // a role
    std::string region;         // that the profile or the variables name; may be empty
    std::string problem;        // why there is neither, for people
};

// Main thread. The profile that the place names, with the roles that it is made of; without one the variables
// AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, then AWS_ROLE_ARN with AWS_WEB_IDENTITY_TOKEN_FILE, then the profile of
// AWS_PROFILE or "default", then the container that AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or ..._FULL_URI tells of
// (docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html). The machine is asked only where the place or a
// profile names it as the source (decision 0054). The files are those of AWS_SHARED_CREDENTIALS_FILE and
// AWS_CONFIG_FILE, else ~/.aws/credentials and ~/.aws/config. Profiles that run a program, ask for a code or sign in by a
// browser are a problem with that reason.
// Roles are asked for in `region`, else in the one that is found.
AwsCaller findAwsCaller(const config::KeyPlace &place, const std::string &region);

} // namespace gateway::service
