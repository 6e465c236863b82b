// Answers about what a provider keeps, with ids and addresses that lead the client back here.
#pragma once

#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/operation_exchange.h"

#include <memory>

namespace gateway::pipeline {

// Null where the answer goes on as it is. Else:
// - ids of videos below /v1 get ":provider" behind them, so that a later question finds the way (bifrost-api §1.1);
// - a film at Vertex is told in the words of Gemini's own host, whose clients ask: its operation as
//   "models/PROVIDER/MODEL/operations/ID", the films as samples;
// - "results_url" of Anthropic's batches names its own host, to which its SDKs would go with the key that they have: it
//   becomes the address at which the client asked us.
std::unique_ptr<OperationExchange> keptAnswerOf(const AttemptContext &attempt);

} // namespace gateway::pipeline
