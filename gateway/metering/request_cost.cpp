#include "gateway/metering/request_cost.h"

namespace gateway::metering {

void sumUpCost(RequestRecord &record)
{
    Money sum;
    record.unpricedAttempts = 0;
    for (const AttemptRecord &attempt : record.attempts) {
        if (attempt.cost)
            sum += *attempt.cost;
        else
            ++record.unpricedAttempts;
    }
    record.cost = record.unpricedAttempts == 0 ? std::optional(sum) : std::nullopt;
}

} // namespace gateway::metering
