#include "gateway/translation/dialects/cohere_chat/output_format.h"

#include "gateway/translation/dialects/cohere_chat/schema_fit.h"
#include "gateway/translation/dialects/output_format_words.h"

namespace gateway::translation::cohere {

namespace {

void addInstruction(EncodeContext &context, const OutputFormat &format, Json &body)
{
    std::string text = outputInstruction(format);
    context.report.injected(clientPointer(context.request, "output_format"), "The system text asks for the JSON.");
    Json &messages = body["messages"];
    const bool hasSystem = !messages.empty() && textMember(messages.front(), "role") == "system";
    if (!hasSystem) {
        messages.insert(messages.begin(), Json{{"role", "system"}, {"content", std::move(text)}});
        return;
    }
    Json &content = messages.front()["content"];
    if (content.is_string())
        content = content.get<std::string>() + "\n\n" + text;
    else if (content.is_array())
        content.push_back(Json{{"type", "text"}, {"text", std::move(text)}});
}

void encodeForOthers(EncodeContext &context, Json &body)
{
    const OutputFormat &format = context.request.outputFormat;
    const std::string pointer = clientPointer(context.request, "output_format");
    const bool isSchema = format.kind == OutputFormat::Kind::JsonSchema;
    if (body.contains("tools")) {
        context.report.approximated(pointer, "Cohere takes no format beside tools: the system text asks for it.");
        addInstruction(context, format, body);
        return;
    }
    if (isSchema && isEnforceable(format.schema)) {
        Json schema = withoutLimits(describedSchema(format), pointer, context.report);
        body["response_format"] = Json{{"type", "json_object"}, {"json_schema", std::move(schema)}};
        return;
    }
    if (isSchema)
        context.report.approximated(pointer, "Cohere cannot enforce such a schema: the system text asks for it.");
    body["response_format"] = Json{{"type", "json_object"}};
    if (isSchema || !mentionsJson(context.request)) // without the word the model may never stop, says Cohere
        addInstruction(context, format, body);
}

} // namespace

void encodeOutputFormat(EncodeContext &context, Json &body)
{
    const OutputFormat &format = context.request.outputFormat;
    const Json *more = context.request.extensions.find(DialectId::CohereChat, "response_format");
    if (format.kind == OutputFormat::Kind::Text && !more)
        return;
    if (!context.isSameDialect()) {
        if (format.kind != OutputFormat::Kind::Text)
            encodeForOthers(context, body);
        return;
    }
    Json json{{"type", format.kind == OutputFormat::Kind::Text ? "text" : "json_object"}};
    if (format.kind == OutputFormat::Kind::JsonSchema)
        json["json_schema"] = format.schema;
    if (more && more->is_object())
        json.update(*more);
    body["response_format"] = std::move(json);
}

} // namespace gateway::translation::cohere
