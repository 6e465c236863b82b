#include "gateway/translation/dialects/anthropic_messages/answer_blocks.h"

#include <algorithm>

namespace gateway::translation::anthropic {

std::string idWithPrefix(std::string_view id, std::string_view prefix, ExchangeState &state)
{
    return id.starts_with(prefix) && id.size() > prefix.size() ? std::string(id) : state.makeId(prefix);
}

std::string callIdFor(std::string_view id, ExchangeState &state)
{
    const bool fits = std::all_of(id.begin(), id.end(), [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
               || (character >= '0' && character <= '9') || character == '_' || character == '-';
    });
    return fits && !id.empty() ? std::string(id) : state.makeId("toolu_");
}

Json reasoningBlock(std::string_view text, const OpaqueState *state)
{
    constexpr auto own = DialectId::AnthropicMessages;
    const bool isForeign = state && state->origin != own;
    if (state && text.empty() && (state->isRedacted || isForeign))
        return Json{{"type", "redacted_thinking"}, {"data", stateForClient(*state, own)}};
    return Json{
        {"type", "thinking"}, {"thinking", text}, {"signature", state ? stateForClient(*state, own) : std::string()}};
}

Json stateOfNextBlock(OpaqueState state)
{
    state.belongsToNext = true;
    return Json{{"type", "redacted_thinking"}, {"data", packState(state)}};
}

bool needsBlockBefore(const Part &part)
{
    return part.state && !part.as<ReasoningPart>();
}

} // namespace gateway::translation::anthropic
