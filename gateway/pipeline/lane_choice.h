// Which way the answer of an attempt takes to the client.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/translation/canonical/stream_continuation.h"

#include <memory>

namespace gateway::pipeline {

// As encodeAttempt() left it in the attempt; attempt and clock outlive the lane. `isGuarded`: another attempt may take
// over. `continuation` is set where a translated stream goes on from a broken one.
std::unique_ptr<AnswerLane> chooseLane(AttemptContext &attempt, bool isGuarded,
                                       std::unique_ptr<translation::StreamContinuation> continuation,
                                       const Clock &clock);

// Whether what a client gets of a stream are the dialect's own events, which can be read again: not forwarded bytes, not
// an array.
bool isDialectsOwnStream(const RequestContext &context);

} // namespace gateway::pipeline
