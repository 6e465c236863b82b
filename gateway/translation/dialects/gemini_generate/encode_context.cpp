#include "gateway/translation/dialects/gemini_generate/encode_context.h"

#include <algorithm>

namespace gateway::translation::gemini {

namespace {

// FunctionDeclaration.name: letters, digits, underscores, dots and dashes, at most 64. Colons are new and left out.
constexpr std::size_t longestName = 64;
constexpr std::string_view namePunctuation = "_-.";

} // namespace

std::string EncodeContext::toolName(std::string_view name, std::string_view toolNamespace, const std::string &pointer)
{
    std::string clientName(name);
    if (!toolNamespace.empty()) {
        const auto sharing = std::count_if(request.tools.begin(), request.tools.end(), [name](const Tool &tool) {
            return tool.kind != Tool::Kind::BuiltIn && tool.name == name;
        });
        if (sharing > 1)
            clientName = std::string(toolNamespace) + "__" + clientName;
    }
    std::string wireName = state.providerToolName(clientName, longestName, namePunctuation);
    if (wireName != name)
        report.renamed(pointer, "The tool is called \"" + wireName + "\" at the provider; answers name it as before.");
    return wireName;
}

} // namespace gateway::translation::gemini
