#include "gateway/translation/dialects/foreign_options.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace gateway::translation {

namespace {

// What is left of objects whose other members the hub knows: each member is an option of its own.
constexpr std::array<std::string_view, 8> remains{"function",         "functionCall",     "functionCallingConfig",
                                                  "functionResponse", "generationConfig", "output_config",
                                                  "thinking",         "toolConfig"};

// Of answers: for the people who run the provider, how fast it was made, or the form of an item.
constexpr std::array<std::string_view, 9> unasked{"created",
                                                  "item",
                                                  "metrics",
                                                  "object",
                                                  "performanceConfig",
                                                  "prompt_filter_results",
                                                  "provider",
                                                  "system_fingerprint",
                                                  "timings"};

void noteMembers(const Extensions &extensions, DialectId client, const std::string &pointer, ConversionReport &report)
{
    for (const Extension &extension : extensions.entries()) {
        if (extension.dialect == client)
            continue;
        for (const auto &[name, value] : extension.members.items()) {
            const bool isEmpty = value.is_null() || (value.is_structured() && value.empty());
            if (!isEmpty && std::find(unasked.begin(), unasked.end(), name) == unasked.end())
                report.dropped(std::string(pointer).append(1, '/').append(name),
                               "The client's dialect has no place for it.");
        }
    }
}

bool isRemains(std::string_view name, const Json &value)
{
    return value.is_object() && !value.empty() && std::find(remains.begin(), remains.end(), name) != remains.end();
}

void noteForeignOption(const std::string &place, std::string_view name, const Json &value, const std::string &reason,
                       ConversionReport &report)
{
    if (!isRemains(name, value)) {
        report.dropped(place, reason);
        return;
    }
    for (const auto &[inner, member] : value.items())
        noteForeignOption(std::string(place).append(1, '/').append(inner), inner, member, reason, report);
}

} // namespace

void noteForeignOptions(const Extensions &extensions, DialectId provider, const std::string &pointer,
                        const std::string &reason, ConversionReport &report)
{
    for (const Extension &extension : extensions.entries()) {
        if (extension.dialect == provider)
            continue;
        for (const auto &[name, value] : extension.members.items()) {
            noteForeignOption(std::string(pointer).append(1, '/').append(name), name, value, reason, report);
        }
    }
}

void noteForeignMembers(const ChatResponse &answer, DialectId client, ConversionReport &report)
{
    noteMembers(answer.extensions, client, "answer", report);
    for (const Choice &choice : answer.choices) {
        for (const Part &part : choice.parts)
            noteForeignMembers(part, client, report);
    }
}

void noteForeignMembers(const Part &part, DialectId client, ConversionReport &report)
{
    noteMembers(part.extensions, client, "answer/content", report);
}

void noteMediaName(const Part &part, const std::string &pointer, ConversionReport &report)
{
    const auto *media = part.as<MediaPart>();
    if (media && media->kind != MediaKind::Document && !media->filename.empty())
        report.dropped(pointer + "/filename", "The provider takes names of documents only.");
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

void noteChoiceWithoutTools(const ChatRequest &request, const std::string &pointer, ConversionReport &report)
{
    const auto &choice = request.toolChoice;
    if (choice && choice->kind != ToolChoice::Kind::Auto && choice->kind != ToolChoice::Kind::None)
        report.dropped(pointer, "There is no tool to choose from.");
}

void noteOutputAmongCalls(const ChatRequest &request, const std::string &pointer, ConversionReport &report)
{
    const auto &choice = request.toolChoice;
    const bool isDemanded = choice
                            && (choice->kind == ToolChoice::Kind::Required
                                || (choice->kind == ToolChoice::Kind::Allowed && choice->isRequired));
    if (isDemanded)
        report.approximated(pointer,
                            "The answer is asked for as a call, too, and may come in place of the one that was "
                            "demanded.");
}

} // namespace gateway::translation
