// What an attempt that has ended showed of its target, for the draws that mind it.
#pragma once

#include "gateway/pipeline/attempt_run.h"
#include "gateway/routing/target_pace.h"

namespace gateway::pipeline {

// Of a success its speed, of any answer what it told about rate limits.
void notePace(const AttemptRun &attempt, routing::TargetPace &pace);

} // namespace gateway::pipeline
