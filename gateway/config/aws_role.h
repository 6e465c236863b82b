// Roles at Amazon Web Services: what can be said of one, and the grant of its temporary keys.
#pragma once

#include "gateway/base/secret_string.h"
#include "gateway/base/token_grant.h"
#include "gateway/config/key_place.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::config {

// What is wrong with the place's role, external id or name of the session, as a whole sentence; each may be "env.NAME".
std::optional<std::string> problemOfRole(const KeyPlace &place);
// Likewise with the role of its batches.
std::optional<std::string> problemOfBatchRole(const KeyPlace &place);
// "arn:aws:iam::123456789012:role/path/name", in other partitions "arn:aws-us-gov:…".
bool isRoleArn(std::string_view text);

// Where the token service of a region listens (docs.aws.amazon.com/general/latest/gr/sts.html).
std::string stsUrl(std::string_view region);

// The grant of the keys of the machine or the container that this runs on, whose service is at `url`. A container may have
// a token to show, or the file of one.
TokenGrantPointer machineGrant(std::string url);
TokenGrantPointer containerGrant(std::string url, SecretString token, std::string tokenFile);

// The grant of the role's keys; `tokenUrl` is asked instead of the region's service where it is not empty.
TokenGrantPointer roleGrant(AwsRole role, std::string_view tokenUrl);

} // namespace gateway::config
