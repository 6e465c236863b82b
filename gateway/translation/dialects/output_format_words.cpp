#include "gateway/translation/dialects/output_format_words.h"

#include "gateway/translation/json/json_document.h"

#include <algorithm>

namespace gateway::translation {

std::string outputInstruction(const OutputFormat &format)
{
    if (format.kind != OutputFormat::Kind::JsonSchema)
        return "Answer with a JSON object alone.";
    return "Answer with JSON alone that fits this JSON Schema"
           + (format.description.empty() ? std::string() : " (" + format.description + ")") + ":\n"
           + dumpJson(format.schema);
}

bool mentionsJson(const ChatRequest &request)
{
    const auto mentions = [](const Part &part) {
        const auto *text = part.as<TextPart>();
        return text && (text->text.find("json") != std::string::npos || text->text.find("JSON") != std::string::npos);
    };
    return std::any_of(request.messages.begin(), request.messages.end(), [&](const Message &message) {
        return std::any_of(message.parts.begin(), message.parts.end(), mentions);
    });
}

Json describedSchema(const OutputFormat &format)
{
    Json schema = format.schema.is_object() ? format.schema : Json{{"type", "object"}};
    if (!format.description.empty() && !schema.contains("description"))
        schema["description"] = format.description;
    return schema;
}

OutputTool outputTool(const OutputFormat &format, ConversionReport &report)
{
    OutputTool tool;
    tool.name = format.name.empty() ? "final_answer" : "final_answer_" + format.name;
    tool.description = "Gives the final answer to the user: the whole answer, in these arguments.";
    if (!format.description.empty())
        tool.description += ' ' + format.description;
    tool.schema = format.schema.is_object() ? format.schema : Json::object();
    if (findMember(tool.schema, "type") && tool.schema["type"] != "object")
        report.approximated("/response_format/schema/type", "The answer is made by a call, which gives an object.");
    tool.schema["type"] = "object";
    return tool;
}

} // namespace gateway::translation
