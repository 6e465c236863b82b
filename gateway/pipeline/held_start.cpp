#include "gateway/pipeline/held_start.h"

namespace gateway::pipeline {

namespace {

constexpr std::size_t largestStart = 256 * 1024;            // of a stream that announces much and says nothing
constexpr std::size_t largestHeldAnswer = 16 * 1024 * 1024; // of one that is to be whole: then it goes out as it comes

} // namespace

bool HeldStart::holdsHead(const AttemptRun &attempt) const
{
    return m_hasAlternative || m_heldTokens != 0 || attempt.mustBeginInTime();
}

bool HeldStart::holds(const AttemptRun &attempt, bool hasBegun) const
{
    const LaneOutput &output = attempt.output();
    const bool waitsForContent = (m_hasAlternative || attempt.mustBeginInTime()) && !attempt.hasContent();
    if (waitsForContent && output.wire.size() < largestStart)
        return true;
    if (hasBegun || output.wire.size() >= largestHeldAnswer)
        return false;
    // Providers send about one token an event.
    return m_heldTokens == config::wholeAnswer || output.eventEnds.size() < static_cast<std::size_t>(m_heldTokens);
}

} // namespace gateway::pipeline
