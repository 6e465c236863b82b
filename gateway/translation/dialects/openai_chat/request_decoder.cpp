#include "gateway/translation/dialects/openai_chat/request_decoder.h"

#include "gateway/translation/dialects/openai_chat/message_decoder.h"
#include "gateway/translation/dialects/openai_chat/tool_codec.h"
#include "gateway/translation/dialects/reasoning_policy.h"

namespace gateway::translation::openai_chat {

namespace {

void readStop(MemberReader &body, SamplingOptions &sampling)
{
    const Json *stop = body.any("stop");
    if (!stop)
        return;
    if (stop->is_string()) {
        sampling.stopSequences.push_back(stop->get<std::string>());
        return;
    }
    if (!stop->is_array()) {
        body.problem().set("/stop", "must be a string or an array of strings.");
        return;
    }
    for (std::size_t i = 0; i < stop->size(); ++i) {
        if ((*stop)[i].is_string())
            sampling.stopSequences.push_back((*stop)[i].get<std::string>());
        else
            body.problem().set("/stop/" + std::to_string(i), "must be a string.");
    }
}

void readSampling(MemberReader &body, SamplingOptions &sampling)
{
    sampling.temperature = body.number("temperature");
    sampling.topP = body.number("top_p");
    sampling.topK = body.integer("top_k");
    sampling.frequencyPenalty = body.number("frequency_penalty");
    sampling.presencePenalty = body.number("presence_penalty");
    sampling.seed = body.integer("seed");
    sampling.choiceCount = body.integer("n");
    sampling.logprobs = body.boolean("logprobs");
    sampling.topLogprobs = body.integer("top_logprobs");
    if (const Json *bias = body.object("logit_bias"))
        sampling.logitBias = *bias;
    readStop(body, sampling);
    const auto oldLimit = body.integer("max_tokens");
    const auto limit = body.integer("max_completion_tokens");
    const auto responsesLimit = body.integer("max_output_tokens"); // Cursor
    sampling.maxOutputTokens = limit ? limit : (oldLimit ? oldLimit : responsesLimit);
}

// {"type":"json_schema","json_schema":{...}}, or flat as in the Responses API's text.format.
void readFormat(const Json &json, const std::string &pointer, Problem &problem, OutputFormat &format)
{
    MemberReader reader(json, pointer, problem);
    const std::string type = reader.text("type");
    if (type == "json_object") {
        format.kind = OutputFormat::Kind::JsonObject;
    } else if (type == "json_schema") {
        format.kind = OutputFormat::Kind::JsonSchema;
        const Json *inner = reader.object("json_schema");
        MemberReader schema(inner ? *inner : json, inner ? pointer + "/json_schema" : pointer, problem);
        format.name = schema.text("name");
        format.description = schema.text("description");
        format.isStrict = schema.boolean("strict");
        if (const Json *value = schema.object("schema"))
            format.schema = *value;
    } else if (type != "text") {
        problem.set(pointer + "/type", "must be text, json_object or json_schema.");
    }
}

void readOutput(MemberReader &body, ChatRequest &request)
{
    request.verbosity = body.text("verbosity");
    if (const Json *format = body.object("response_format"))
        readFormat(*format, "/response_format", body.problem(), request.outputFormat);
    const Json *text = body.object("text"); // Cursor
    if (!text)
        return;
    if (const Json *format = findObject(*text, "format"))
        readFormat(*format, "/text/format", body.problem(), request.outputFormat);
    if (request.verbosity.empty())
        request.verbosity = textMember(*text, "verbosity");
}

void setEffort(std::string_view name, const std::string &pointer, Problem &problem, ReasoningOptions &reasoning)
{
    const auto effort = effortFromName(name);
    if (name == "default") // Groq's word for a model's own
        return;
    if (!effort) {
        problem.set(pointer, "must be none, minimal, low, medium, high, xhigh or max.");
        return;
    }
    reasoning.effort = effort;
    reasoning.mode =
        *effort == ReasoningEffort::None ? ReasoningOptions::Mode::Disabled : ReasoningOptions::Mode::Enabled;
}

// OpenAI's reasoning_effort; OpenRouter's, Bifrost's and Cursor's object; Bifrost's reasoning_max_tokens.
void readReasoning(MemberReader &body, ReasoningOptions &reasoning)
{
    const auto budget = body.integer("reasoning_max_tokens");
    if (const Json *json = body.object("reasoning")) {
        MemberReader inner(*json, "/reasoning", body.problem());
        if (const std::string effort = inner.text("effort"); !effort.empty())
            setEffort(effort, "/reasoning/effort", body.problem(), reasoning);
        reasoning.budgetTokens = inner.integer("max_tokens");
        reasoning.summary = inner.text("summary");
        if (const auto isEnabled = inner.boolean("enabled");
            isEnabled && reasoning.mode == ReasoningOptions::Mode::Unset)
            reasoning.mode = *isEnabled ? ReasoningOptions::Mode::Enabled : ReasoningOptions::Mode::Disabled;
        if (const auto isExcluded = inner.boolean("exclude"))
            reasoning.includesText = !*isExcluded;
    }
    if (const std::string effort = body.text("reasoning_effort"); !effort.empty())
        setEffort(effort, "/reasoning_effort", body.problem(), reasoning);
    if (budget)
        reasoning.budgetTokens = budget;
    if (reasoning.budgetTokens && reasoning.mode == ReasoningOptions::Mode::Unset)
        reasoning.mode = ReasoningOptions::Mode::Enabled;
}

void readStreaming(MemberReader &body, ChatRequest &request)
{
    request.isStream = body.boolean("stream").value_or(false);
    const Json *json = body.object("stream_options");
    if (!json)
        return;
    MemberReader options(*json, "/stream_options", body.problem());
    request.wantsStreamUsage = options.boolean("include_usage").value_or(false);
    Extensions rest;
    takeRest(options, rest);
    if (const Json *members = rest.find(DialectId::OpenAiChat))
        request.extensions.set(DialectId::OpenAiChat, "stream_options", *members);
}

void readAccount(MemberReader &body, ChatRequest &request)
{
    request.serviceTier = body.text("service_tier");
    request.promptCacheKey = body.text("prompt_cache_key");
    request.mayStore = body.boolean("store");
    request.previousResponseId = body.text("previous_response_id");
    if (const Json *metadata = body.object("metadata"))
        request.metadata = *metadata;
    request.endUserId = body.text("user");
    const std::string safetyId = body.text("safety_identifier");
    if (safetyId.empty())
        return;
    // Both name a person: without the old member the new one is the hub's; beside it, it is kept for this dialect.
    if (request.endUserId.empty())
        request.endUserId = safetyId;
    request.extensions.set(DialectId::OpenAiChat, "safety_identifier", safetyId);
}

Message instructionsOf(std::string text)
{
    Message message;
    message.role = Role::System;
    message.isTopLevel = true;
    message.parts.push_back(makeText(std::move(text)));
    return message;
}

void readMessages(MemberReader &body, ChatRequest &request)
{
    const Json *messages = body.array("messages");
    const Json *input = body.any("input"); // Cursor
    if (std::string instructions = body.text("instructions"); !instructions.empty())
        request.messages.push_back(instructionsOf(std::move(instructions)));
    const Json *list = messages ? messages : input;
    const std::string pointer = messages || !input ? "/messages" : "/input";
    if (list && list->is_string()) {
        Message message;
        message.parts.push_back(makeText(list->get<std::string>()));
        request.messages.push_back(std::move(message));
        return;
    }
    if (!list || !list->is_array() || list->empty()) {
        body.problem().set(pointer, list ? "must be an array with messages." : "is missing.");
        return;
    }
    for (Message &message : MessageDecoder(body.problem()).decode(*list, pointer))
        request.messages.push_back(std::move(message));
    if (request.messages.empty())
        body.problem().set(pointer, "must be an array with messages.");
}

} // namespace

bool isMistralSdk(const HeaderList &headers)
{
    return headers.value("user-agent").find("mistral") != std::string_view::npos;
}

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
    request.dialect = DialectId::OpenAiChat;
    request.model = body.text("model");
    if (request.model.empty())
        request.model = call.pathModel;
    if (request.model.empty() && !problem.isSet())
        return unexpected(Error::client(ErrorCode::ModelMissing, "model is required"));
    readMessages(body, request);
    decodeTools(body, request);
    decodeToolChoice(body, request);
    request.allowsParallelToolCalls = body.boolean("parallel_tool_calls");
    readSampling(body, request.sampling);
    readOutput(body, request);
    readReasoning(body, request.reasoning);
    readStreaming(body, request);
    readAccount(body, request);
    static_cast<void>(body.any("fallbacks")); // the gateway's own
    takeRest(body, request.extensions);
    // Mistral's own service gives every tool call in one piece and the usage of every stream.
    if (call.headers && isMistralSdk(*call.headers))
        request.wantsWholeToolCalls = request.wantsStreamUsage = true;
    if (problem.isSet())
        return unexpected(problem.error());
    return request;
}

} // namespace gateway::translation::openai_chat
