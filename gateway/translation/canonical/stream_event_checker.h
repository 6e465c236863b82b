// Tells whether a sequence of stream events is legal; used in tests and debug builds.
#pragma once

#include "gateway/translation/canonical/stream_event.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace gateway::translation {

class StreamEventChecker {
public:
    // What is wrong with this event at this place; nothing when it is legal.
    std::optional<std::string> check(const StreamEvent &event);
    bool isComplete() const { return m_hasEnded; } // a last event was seen

private:
    std::optional<std::string> checkOpen(std::size_t index) const;

    bool m_hasStarted = false;
    bool m_hasEnded = false;
    std::size_t m_nextIndex = 0;
    std::map<std::size_t, std::int64_t> m_openParts; // index -> choice
    std::set<std::int64_t> m_startedChoices;
    std::set<std::int64_t> m_endedChoices;
};

} // namespace gateway::translation
