#include "gateway/translation/canonical/stream_event_checker.h"

#include "gateway/base/overload.h"

#include <algorithm>

namespace gateway::translation {

namespace {

using Verdict = std::optional<std::string>;

} // namespace

Verdict StreamEventChecker::checkOpen(std::size_t index) const
{
    if (m_openParts.contains(index))
        return std::nullopt;
    return "part " + std::to_string(index) + " is not open";
}

Verdict StreamEventChecker::check(const StreamEvent &event)
{
    if (m_hasEnded)
        return "nothing may come after the last event";
    if (!m_hasStarted && !std::holds_alternative<MessageStarted>(event) && !std::holds_alternative<StreamFailed>(event))
        return "the message has not started";
    return std::visit(
        Overload{
            [this](const MessageStarted &) -> Verdict {
                if (m_hasStarted)
                    return "the message started twice";
                m_hasStarted = true;
                return std::nullopt;
            },
            [this](const PartStarted &started) -> Verdict {
                if (started.index != m_nextIndex)
                    return "part " + std::to_string(started.index) + " started out of order";
                if (m_endedChoices.contains(started.choice))
                    return "a part started after its choice had ended";
                const bool isOpen = std::any_of(m_openParts.begin(), m_openParts.end(),
                                                [&](const auto &open) { return open.second == started.choice; });
                if (isOpen)
                    return "a part started while another of its choice is open";
                ++m_nextIndex;
                m_openParts.emplace(started.index, started.choice);
                m_startedChoices.insert(started.choice);
                return std::nullopt;
            },
            [this](const PartDelta &delta) -> Verdict { return checkOpen(delta.index); },
            [this](const PartEnded &ended) -> Verdict {
                auto verdict = checkOpen(ended.index);
                m_openParts.erase(ended.index);
                return verdict;
            },
            [](const UsageReported &) -> Verdict { return std::nullopt; },
            [this](const ChoiceEnded &ended) -> Verdict {
                if (!m_endedChoices.insert(ended.choice).second)
                    return "a choice ended twice";
                const bool isOpen = std::any_of(m_openParts.begin(), m_openParts.end(),
                                                [&](const auto &open) { return open.second == ended.choice; });
                return isOpen ? Verdict("a choice ended while a part of it is open") : std::nullopt;
            },
            [this](const MessageEnded &) -> Verdict {
                m_hasEnded = true;
                if (!m_openParts.empty())
                    return "the message ended while a part is open";
                const bool isEnded = std::all_of(m_startedChoices.begin(), m_startedChoices.end(),
                                                 [&](auto choice) { return m_endedChoices.contains(choice); });
                return isEnded ? std::nullopt : Verdict("the message ended before one of its choices");
            },
            [this](const StreamFailed &) -> Verdict {
                m_hasEnded = true;
                return std::nullopt;
            },
        },
        event);
}

} // namespace gateway::translation
