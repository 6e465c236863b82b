// Signs a request with AWS Signature Version 4 (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html).
#pragma once

#include "gateway/base/aws_credentials.h"
#include "gateway/base/clock.h"
#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <string>
#include <string_view>

namespace gateway::net {

// SecretUnavailable when one is missing or cannot stand in a header.
Result<void> checkAwsCredentials(const AwsCredentials &credentials);

// Does what request.awsSigning says, for credentials that were checked: sets X-Amz-Date, X-Amz-Content-Sha256,
// X-Amz-Security-Token (of temporary credentials) and Authorization. Signed are the method, the target as it is sent,
// the body, Host, Content-Type and every x-amz-* field: they must not change after this. A file that goes to S3 over TLS is
// not signed (UNSIGNED-PAYLOAD). AWS accepts a signature for five minutes, so each attempt is signed when it is sent.
void signAwsRequest(UpstreamRequest &request, WallTime now);

// The value of Authorization for exactly these header fields, all of which are signed; X-Amz-Date and Host must be
// among them. The target is as on the request line: its path is encoded once more, as AWS demands of every service but
// S3, so the ":" of a model's name, sent as "%3A", is signed as "%253A". Of S3 the path is signed as it is, and instead of
// the body what X-Amz-Content-Sha256 says of it (docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).
std::string awsAuthorization(std::string_view method, std::string_view target, const HeaderList &signedFields,
                             std::string_view body, const AwsCredentials &credentials, const AwsScope &scope);

std::string awsDate(WallTime moment); // "20150830T123600Z"

} // namespace gateway::net
