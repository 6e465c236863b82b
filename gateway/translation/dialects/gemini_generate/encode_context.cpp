#include "gateway/translation/dialects/gemini_generate/encode_context.h"

#include "gateway/translation/dialects/tool_names.h"

namespace gateway::translation::gemini {

namespace {

// FunctionDeclaration.name: letters, digits, underscores, dots and dashes, at most 64. Colons are new and left out.
constexpr std::size_t longestName = 64;
constexpr std::string_view namePunctuation = "_-.";

} // namespace

std::string EncodeContext::toolName(std::string_view name, std::string_view toolNamespace, const std::string &pointer)
{
    std::string wireName =
        state.providerToolName(nameWithNamespace(name, toolNamespace, request), longestName, namePunctuation);
    if (wireName != name)
        report.renamed(pointer, "The tool is called \"" + wireName + "\" at the provider; answers name it as before.");
    return wireName;
}

} // namespace gateway::translation::gemini
