#include "gateway/net/http/connection_limits.h"

#include <algorithm>

namespace gateway::net {

using std::chrono::milliseconds;

RequestLimits requestLimits(const ConnectionLimits &limits)
{
    return {limits.headBytes, limits.targetBytes, limits.bodyBytes};
}

milliseconds tickFor(const ConnectionLimits &limits)
{
    const auto shortest = std::min({limits.headTime, limits.bodySilence, limits.idleTime, limits.answerStall});
    return std::clamp(shortest / 4, milliseconds(10), milliseconds(1'000));
}

} // namespace gateway::net
