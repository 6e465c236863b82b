// Ids of tool calls as Bedrock takes them, the same in a call and in its result.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"

#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace gateway::translation::bedrock {

// ToolUseId of the API: [a-zA-Z0-9_.:-]{1,64}; Claude behind it takes neither dot nor colon.
bool fitsAsCallId(std::string_view id);

// Dialects without ids (Gemini) pair calls and results by name and order.
class CallIds {
public:
    explicit CallIds(ExchangeState &state) : m_state(state) {}

    std::string ofCall(const ToolCallPart &call);
    std::string ofResult(const ToolResultPart &result);

private:
    std::string fitted(const std::string &id);

    ExchangeState &m_state;
    std::map<std::string, std::string, std::less<>> m_made;                // as the client says -> as sent
    std::map<std::string, std::deque<std::string>, std::less<>> m_waiting; // ids made for calls without one, by name
};

} // namespace gateway::translation::bedrock
