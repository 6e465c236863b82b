#include "gateway/translation/dialects/bedrock_converse/call_ids.h"

#include <algorithm>

namespace gateway::translation::bedrock {

bool fitsAsCallId(std::string_view id)
{
    constexpr std::size_t longest = 64;
    return !id.empty() && id.size() <= longest && std::all_of(id.begin(), id.end(), [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
               || (character >= '0' && character <= '9') || character == '_' || character == '-';
    });
}

std::string CallIds::fitted(const std::string &id)
{
    if (fitsAsCallId(id))
        return id;
    const auto [entry, isNew] = m_made.emplace(id, std::string());
    if (isNew)
        entry->second = m_state.makeId("tooluse_");
    return entry->second;
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

} // namespace gateway::translation::bedrock
