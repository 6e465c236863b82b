#include "gateway/translation/dialects/foreign_options.h"

namespace gateway::translation {

void noteForeignOptions(const Extensions &extensions, DialectId provider, const std::string &pointer,
                        const std::string &reason, ConversionReport &report)
{
    for (const Extension &extension : extensions.entries()) {
        if (extension.dialect == provider)
            continue;
        for (const auto &[name, value] : extension.members.items())
            report.dropped(std::string(pointer).append(1, '/').append(name), reason);
    }
}

void noteNamespace(const Tool &tool, const std::string &pointer, ConversionReport &report)
{
    if (tool.toolNamespace.empty())
        return;
    report.dropped(pointer + "/namespace", "The provider has no namespaces of tools: \"" + tool.toolNamespace
                                               + "\" and its description are left out.");
}

void noteInputFormat(const Tool &tool, const std::string &pointer, ConversionReport &report)
{
    const Json *custom = findObject(tool.raw, "custom"); // nested in Chat Completions, flat in Responses
    const Json *format = findObject(custom ? *custom : tool.raw, "format");
    if (format && textMember(*format, "type") != "text")
        report.dropped(pointer + "/format", "The provider holds the input of a tool to no grammar.");
}

} // namespace gateway::translation
