// Says how long the beginning of a stream stays with us: what the client does not have yet can still be replaced unseen.
#pragma once

#include "gateway/config/resilience.h"
#include "gateway/pipeline/attempt_run.h"

namespace gateway::pipeline {

// Of one request.
class HeldStart {
public:
    // `hasAlternative`: another attempt could take over, so the first content is waited for.
    HeldStart(const config::ResilienceSettings &settings, bool hasAlternative)
        : m_heldTokens(settings.heldTokens), m_hasAlternative(hasAlternative)
    {
    }

    // Whether the head of a stream waits for its events.
    bool holdsHead(const AttemptRun &attempt) const;
    // Whether the events that have come are still held back. A stream that goes on from a broken one is not held.
    bool holds(const AttemptRun &attempt, bool hasBegun) const;

private:
    int m_heldTokens;
    bool m_hasAlternative;
};

} // namespace gateway::pipeline
