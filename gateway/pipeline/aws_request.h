// Sends a request for Amazon Bedrock to the service of Amazon's that it is for.
#pragma once

#include "gateway/base/s3_place.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <string_view>

namespace gateway::pipeline {

// Bedrock runs models at one host, and lists them and keeps jobs at another
// (docs.aws.amazon.com/general/latest/gr/bedrock.html). A host of one's own is asked for all.
void goToControlPlane(net::UpstreamRequest &request);

// To S3 in the region of the request, which signs for S3 from now on. A bucket is a part of the host's name, or where it has
// a dot in its own, for which no certificate is, and at a host of one's own, of the path
// (docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html). `query` is encoded.
void goToStorage(net::UpstreamRequest &request, std::string_view basePath, const S3Place &place,
                 std::string_view query = {});

} // namespace gateway::pipeline
