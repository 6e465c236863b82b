#include "gateway/translation/dialects/openai_chat/tool_codec.h"

namespace gateway::translation::openai_chat {

namespace {

constexpr std::size_t longestName = 64;
constexpr std::string_view namePunctuation = "_-";

} // namespace

std::string serverToolName(std::string_view name, std::string_view toolNamespace, ExchangeState &state)
{
    return state.providerToolName(nameWithNamespace(name, toolNamespace, state.request()), longestName,
                                  namePunctuation);
}

ToolCallPart calledTool(std::string_view serverName, std::string arguments, bool isCustomOnWire,
                        const ExchangeState &state)
{
    ToolCallPart call;
    nameCallForClient(serverName, state, call);
    if (isCustomOnWire)
        call.kind = ToolCallPart::Kind::Custom;
    const bool isWrapped = call.kind == ToolCallPart::Kind::Custom && !isCustomOnWire;
    call.arguments = isWrapped ? unwrappedInput(arguments) : std::move(arguments);
    return call;
}

} // namespace gateway::translation::openai_chat
