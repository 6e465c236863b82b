// The part of Amazon S3 in which a key of Bedrock has the files of its batches.
#pragma once

#include "gateway/base/result.h"
#include "gateway/base/s3_place.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/provider_address.h"

#include <string>
#include <string_view>
#include <vector>

namespace gateway::pipeline {

inline constexpr std::string_view purposeField = "x-amz-meta-purpose";
inline constexpr std::string_view typeField = "x-amz-meta-model-invocation-type";

// The buckets of the attempt's key; InvalidRequest when it has none.
Result<std::vector<S3Place>> bucketsOf(const AttemptContext &attempt);

// Where the file of that id lies; NotFound for what is outside of the buckets: a client reaches no other object that the
// key could read.
Result<S3Place> placeOfFile(const AttemptContext &attempt, std::string_view id);

// The bucket and the folder in it that the request names in Bifrost's way (storage_config, s3_bucket, s3_prefix; in the
// form or in the query), or the key's first.
Result<S3Place> chosenFolder(const AttemptContext &attempt);

// A request of ours to S3, signed for it when it is sent. InvalidRequest for a key that cannot sign.
Result<net::UpstreamRequest> encodeStorageRequest(AttemptContext &attempt, const ProviderAddress &address,
                                                  std::string_view method, const S3Place &place,
                                                  std::string_view query = {});

// Letters and digits that are the same for each attempt of one request, and for no two requests.
std::string tokenOf(const RequestContext &context);

} // namespace gateway::pipeline
