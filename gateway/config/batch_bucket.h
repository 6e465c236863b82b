// The buckets of Amazon S3 that a key of Bedrock has for the files of batches.
#pragma once

#include "gateway/base/result.h"
#include "gateway/base/s3_place.h"

#include <string>
#include <string_view>
#include <vector>

namespace gateway::config {

// "s3://bucket/prefix s3://other": the first is used where a request names none. As KeyPlace has them; nothing is asked
// outside of them. InvalidRequest for what is no such list; the keys of the places have no '/' at their ends.
Result<std::vector<S3Place>> readBatchBuckets(std::string_view text);
std::string writeBatchBuckets(const std::vector<S3Place> &buckets);

// Whether the place is below one of the buckets' prefixes, or that prefix itself.
bool isInBatchBuckets(const std::vector<S3Place> &buckets, const S3Place &place);

} // namespace gateway::config
