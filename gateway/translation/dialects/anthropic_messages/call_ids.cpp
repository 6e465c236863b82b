#include "gateway/translation/dialects/anthropic_messages/call_ids.h"

namespace gateway::translation::anthropic {

std::string CallIds::fitted(std::string_view id)
{
    if (const auto known = m_known.find(id); known != m_known.end())
        return known->second;
    std::string result(id);
    for (char &character : result) {
        const bool fits = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
                          || (character >= '0' && character <= '9') || character == '_' || character == '-';
        if (!fits)
            character = '_';
    }
    if (m_taken.contains(result))
        result = m_state.makeId("toolu_");
    m_known.emplace(id, result);
    m_taken.emplace(result, id);
    return result;
}

std::string CallIds::ofCall(const ToolCallPart &call)
{
    if (!call.id.empty())
        return fitted(call.id);
    std::string id = m_state.makeCallId();
    m_waiting[call.name].push_back(id);
    return id;
}

std::string CallIds::ofResult(const ToolResultPart &result)
{
    if (!result.callId.empty())
        return fitted(result.callId);
    const auto waiting = m_waiting.find(result.toolName);
    if (waiting == m_waiting.end() || waiting->second.empty())
        return m_state.makeCallId();
    std::string id = std::move(waiting->second.front());
    waiting->second.pop_front();
    return id;
}

} // namespace gateway::translation::anthropic
