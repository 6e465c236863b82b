// Which way the answer of an attempt takes to the client.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/pipeline/answer_lane.h"
#include "gateway/pipeline/request_context.h"

#include <memory>

namespace gateway::pipeline {

// As encodeAttempt() left it in the context; context and clock outlive the lane.
std::unique_ptr<AnswerLane> chooseLane(RequestContext &context, const Clock &clock);

} // namespace gateway::pipeline
