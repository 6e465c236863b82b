#include "gateway/translation/dialects/cohere_chat/tool_names.h"

namespace gateway::translation::cohere {

namespace {

// v1 documents letters, digits and underscores alone; v2 says nothing, so nothing else is tried.
constexpr std::string_view namePunctuation = "_";
constexpr std::size_t longestName = 64;

} // namespace

std::string toolNameAtCohere(std::string_view name, std::string_view toolNamespace, ExchangeState &state)
{
    if (state.clientDialect() == DialectId::CohereChat) // the client chose it for Cohere
        return std::string(name);
    return state.providerToolName(nameWithNamespace(name, toolNamespace, state.request()), longestName,
                                  namePunctuation);
}

ToolCallPart calledTool(std::string_view nameAtCohere, std::string arguments, const ExchangeState &state)
{
    ToolCallPart call;
    nameCallForClient(nameAtCohere, state, call);
    call.arguments = call.kind == ToolCallPart::Kind::Custom ? unwrappedInput(arguments) : std::move(arguments);
    return call;
}

} // namespace gateway::translation::cohere
