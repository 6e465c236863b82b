#include "gateway/translation/dialects/cohere_chat/request_decoder.h"

#include "gateway/translation/dialects/cohere_chat/message_decoder.h"
#include "gateway/translation/dialects/cohere_chat/wire_form.h"
#include "gateway/translation/json/member_reader.h"

namespace gateway::translation::cohere {

namespace {

// Unknown members of an object that the hub takes apart: {"thinking": {...}} of the ones that are left.
void keepUnknownInside(const MemberReader &reader, std::string_view name, Extensions &extensions)
{
    Json rest = Json::object();
    reader.eachUnknown([&](const std::string &member, const Json &value) {
        if (!value.is_null())
            rest[member] = value;
    });
    if (!rest.empty())
        extensions.set(DialectId::CohereChat, name, std::move(rest));
}

void readSampling(MemberReader &body, SamplingOptions &sampling)
{
    sampling.temperature = body.number("temperature");
    sampling.topP = body.number("p");
    sampling.topK = body.integer("k");
    sampling.frequencyPenalty = body.number("frequency_penalty");
    sampling.presencePenalty = body.number("presence_penalty");
    sampling.seed = body.integer("seed");
    sampling.logprobs = body.boolean("logprobs");
    sampling.maxOutputTokens = body.integer("max_tokens");
    const Json *stops = body.array("stop_sequences");
    for (std::size_t i = 0; stops && i < stops->size(); ++i) {
        if ((*stops)[i].is_string())
            sampling.stopSequences.push_back((*stops)[i].get<std::string>());
        else
            body.problem().set(elementPointer("/stop_sequences", i), "must be a string.");
    }
}

Tool decodeTool(const Json &json, const std::string &pointer, Problem &problem)
{
    Tool tool;
    tool.origin = DialectId::CohereChat;
    MemberReader reader(json, pointer, problem);
    if (const std::string type = reader.text("type"); type != "function")
        reader.refuse("type", "must be function.");
    reader.require("function");
    if (const Json *function = reader.object("function")) {
        MemberReader inner(*function, reader.pointerOf("function"), problem);
        inner.require("name");
        tool.name = inner.text("name");
        tool.description = inner.text("description");
        if (const Json *schema = inner.object("parameters"))
            tool.inputSchema = *schema;
        keepUnknownInside(inner, "function", tool.extensions);
    }
    keepUnknown(reader, tool.extensions);
    return tool;
}

void readTools(MemberReader &body, ChatRequest &request)
{
    const Json *tools = body.array("tools");
    for (std::size_t i = 0; tools && i < tools->size(); ++i) {
        const std::string pointer = elementPointer("/tools", i);
        if ((*tools)[i].is_object())
            request.tools.push_back(decodeTool((*tools)[i], pointer, body.problem()));
        else
            body.problem().set(pointer, "must be an object.");
    }
    const auto isStrict = body.boolean("strict_tools"); // of all of them
    for (Tool &tool : request.tools)
        tool.isStrict = isStrict;
    if (isStrict && request.tools.empty())
        request.extensions.set(DialectId::CohereChat, "strict_tools", *isStrict);
    const std::string choice = body.text("tool_choice");
    if (choice == "REQUIRED")
        request.toolChoice = ToolChoice{ToolChoice::Kind::Required, {}, {}, false};
    else if (choice == "NONE")
        request.toolChoice = ToolChoice{ToolChoice::Kind::None, {}, {}, false};
    else if (!choice.empty())
        body.refuse("tool_choice", "must be REQUIRED or NONE.");
}

void readFormat(MemberReader &body, ChatRequest &request)
{
    const Json *json = body.object("response_format");
    if (!json)
        return;
    MemberReader reader(*json, "/response_format", body.problem());
    const std::string type = reader.text("type");
    const Json *named = reader.object("json_schema");
    const Json *older = reader.object("schema"); // as Cohere's own guides wrote it at first
    const Json *schema = named ? named : older;
    if (type == "json_object") {
        request.outputFormat.kind = schema ? OutputFormat::Kind::JsonSchema : OutputFormat::Kind::JsonObject;
        if (schema)
            request.outputFormat.schema = *schema;
    } else if (type != "text") {
        reader.refuse("type", "must be text or json_object.");
    }
    keepUnknownInside(reader, "response_format", request.extensions);
}

void readThinking(MemberReader &body, ChatRequest &request)
{
    const Json *json = body.object("thinking");
    if (!json)
        return;
    MemberReader reader(*json, "/thinking", body.problem());
    const std::string type = reader.text("type");
    if (type == "enabled")
        request.reasoning.mode = ReasoningOptions::Mode::Enabled;
    else if (type == "disabled")
        request.reasoning.mode = ReasoningOptions::Mode::Disabled;
    else
        reader.refuse("type", "must be enabled or disabled.");
    request.reasoning.budgetTokens = reader.integer("token_budget");
    if (request.reasoning.budgetTokens && *request.reasoning.budgetTokens < 1)
        reader.refuse("token_budget", "must be at least 1.");
    keepUnknownInside(reader, "thinking", request.extensions);
}

} // namespace

Result<ChatRequest> decodeRequest(const ClientCall &call)
{
    const auto json = parseJson(call.body);
    if (!json)
        return unexpected(json.error());
    if (!json->is_object())
        return unexpected(Error::client(ErrorCode::InvalidRequest, "The body must be a JSON object."));
    Problem problem;
    MemberReader body(*json, {}, problem);
    ChatRequest request;
    request.dialect = DialectId::CohereChat;
    request.wantsStreamUsage = true;
    request.model = body.text("model");
    if (request.model.empty())
        request.model = call.pathModel;
    if (request.model.empty() && !problem.isSet())
        return unexpected(Error::client(ErrorCode::ModelMissing, "model is required"));
    request.isStream = body.boolean("stream").value_or(false);
    readMessages(body, request);
    readTools(body, request);
    readSampling(body, request.sampling);
    readFormat(body, request);
    readThinking(body, request);
    static_cast<void>(body.any("fallbacks")); // the gateway's own
    keepUnknown(body, request.extensions);
    if (problem.isSet())
        return unexpected(problem.error());
    return request;
}

} // namespace gateway::translation::cohere
