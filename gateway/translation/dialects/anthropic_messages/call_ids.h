// Ids of tool calls as Anthropic takes them, the same in a call and in its result.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"

#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace gateway::translation::anthropic {

// Anthropic wants ^[a-zA-Z0-9_-]+$. Dialects without ids (Gemini) pair calls and results by name and order.
class CallIds {
public:
    explicit CallIds(ExchangeState &state) : m_state(state) {}

    std::string ofCall(const ToolCallPart &call);
    std::string ofResult(const ToolResultPart &result);

private:
    std::string fitted(std::string_view id);

    ExchangeState &m_state;
    std::map<std::string, std::string, std::less<>> m_known;               // as the client says -> as sent
    std::map<std::string, std::string, std::less<>> m_taken;               // as sent -> as the client says
    std::map<std::string, std::deque<std::string>, std::less<>> m_waiting; // ids made for calls without one, by name
};

} // namespace gateway::translation::anthropic
