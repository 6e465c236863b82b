// What the attempts about stored files and batches have in common, whoever keeps them.
#pragma once

#include "gateway/base/result.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/provider_address.h"

#include <functional>
#include <string>
#include <string_view>

namespace gateway::pipeline {

// The provider's whole answer -> the client's.
using StoredReading = std::function<Result<std::string>(std::string_view providerBody)>;

// Fills attempt.operation. `isLines`: the client gets JSON lines.
void readWith(AttemptContext &attempt, StoredReading read, bool isLines = false);

// "/v1/files/ID/content", "/v1/batches/ID": percent-decoded; empty for others.
std::string storedIdIn(std::string_view path);

// One request more, a GET after the answer to the first; to nowhere where the path is empty.
FollowUpSource onceMore(const AttemptContext &attempt, const ProviderAddress &address,
                        std::function<std::string(std::string_view providerBody)> pathAfter);

} // namespace gateway::pipeline
