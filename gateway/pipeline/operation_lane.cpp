#include "gateway/pipeline/operation_lane.h"

namespace gateway::pipeline {

// Streams do not occur: these operations answer once.
std::optional<Error> OperationLane::feed(std::string_view, LaneOutput &)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                           "The provider streams what has to be one answer.");
}

std::optional<Error> OperationLane::finish(LaneOutput &)
{
    return std::nullopt;
}

bool OperationLane::fail(const Error &, LaneOutput &)
{
    return false;
}

Result<std::optional<std::string>> OperationLane::translateWhole(std::string_view body, bool)
{
    auto answer = m_exchange.answerOf(body, m_facts);
    if (!answer)
        return unexpected(answer.error());
    m_facts.hasEnded = true;
    return std::optional(std::move(*answer));
}

} // namespace gateway::pipeline
