#include "gateway/pipeline/outer_lane.h"

#include <utility>

namespace gateway::pipeline {

OuterLane::OuterLane(std::unique_ptr<AnswerLane> inner) : m_inner(std::move(inner)) {}

std::optional<Error> OuterLane::feed(std::string_view bytes, LaneOutput &output)
{
    m_events.clear();
    auto error = m_inner->feed(bytes, m_events);
    addEvents(m_events.wire, output);
    return error;
}

std::optional<Error> OuterLane::finish(LaneOutput &output)
{
    m_events.clear();
    auto error = m_inner->finish(m_events);
    addEvents(m_events.wire, output);
    return error;
}

bool OuterLane::fail(const Error &error, LaneOutput &output)
{
    m_events.clear();
    const bool isTold = m_inner->fail(error, m_events);
    addEvents(m_events.wire, output);
    return isTold;
}

} // namespace gateway::pipeline
