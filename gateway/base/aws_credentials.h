// An access key of Amazon Web Services, permanent or temporary.
#pragma once

#include "gateway/base/secret_string.h"

namespace gateway {

// docs.aws.amazon.com/IAM/latest/UserGuide/security-creds.html
struct AwsCredentials {
    SecretString accessKeyId;     // "AKIA...", of temporary ones "ASIA..."
    SecretString secretAccessKey; // never sent: requests are signed with it
    SecretString sessionToken;    // of temporary ones; else empty

    bool isEmpty() const { return accessKeyId.isEmpty(); }
    bool operator==(const AwsCredentials &) const = default;
};

} // namespace gateway
