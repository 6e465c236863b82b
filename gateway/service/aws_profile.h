// Reads an access key from the files that Amazon's own tools keep on this computer.
#pragma once

#include "gateway/config/provider_definition.h"

namespace gateway::service {

// Main thread. Fills value, region and valueProblem of a key whose place names a profile. The files are those of the
// variables AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE, else ~/.aws/credentials and ~/.aws/config
// (docs.aws.amazon.com/sdkref/latest/guide/file-format.html). Profiles that run a program or sign in by a browser have
// no key in these files: then valueProblem says so.
void readAwsProfile(config::ProviderKey &key);

} // namespace gateway::service
