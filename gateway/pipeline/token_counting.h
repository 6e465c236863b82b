// Counts the tokens of a request: by the provider where it can, else by an estimate that says so.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/upstream_attempt.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::pipeline {

// Fills attempt.operation where the provider's answer has to be said again.
Result<net::UpstreamRequest> encodeTokenCount(AttemptContext &attempt, const ProviderAddress &address);

// "estimated" on answers of estimatedCount(), and on counts of which a part that is no text had to be estimated.
constexpr std::string_view tokenCountHeader = "x-bifrost-token-count";

// The answer in place of an error. Clients ask for counts at every step and take a failure badly, so whatever goes wrong
// at the provider is answered by an estimate, with a note in the record (decision 0012). Nothing where the client should
// hear of the error: its request cannot be read, or the provider refused the client's own words (400, 413, 422).
std::optional<std::string> estimatedCount(RequestContext &context, const Error &error);

} // namespace gateway::pipeline
