// What a request cost: all of its attempts together.
#pragma once

#include "gateway/base/request_record.h"

namespace gateway::metering {

// Sets cost and unpricedAttempts from the attempts. A request that nothing was tried for cost nothing.
void sumUpCost(RequestRecord &record);

} // namespace gateway::metering
