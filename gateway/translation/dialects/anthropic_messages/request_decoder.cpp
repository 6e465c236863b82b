#include "gateway/translation/dialects/anthropic_messages/request_decoder.h"

#include "gateway/translation/dialects/anthropic_messages/message_decoder.h"
#include "gateway/translation/dialects/anthropic_messages/tool_codec.h"
#include "gateway/translation/dialects/reasoning_policy.h"

namespace gateway::translation::anthropic {

namespace {

constexpr auto ownDialect = DialectId::AnthropicMessages;

std::optional<Error> checkBody(const Json &body)
{
    if (!body.is_object())
        return Error::client(ErrorCode::InvalidRequest, "The body must be a JSON object.");
    if (body.contains(std::string(betaExtension))) // it would become a header field
        return invalidMember("/anthropic-beta", "is a header field, no member of the body.");
    return findBreach(body, "",
                      {{"model", Wanted::Text, false},
                       {"max_tokens", Wanted::Integer, false},
                       {"stream", Wanted::Boolean, false},
                       {"messages", Wanted::Array, true},
                       {"system", Wanted::TextOrArray, false},
                       {"tools", Wanted::Array, false},
                       {"tool_choice", Wanted::Object, false},
                       {"temperature", Wanted::Number, false},
                       {"top_p", Wanted::Number, false},
                       {"top_k", Wanted::Integer, false},
                       {"stop_sequences", Wanted::Array, false},
                       {"thinking", Wanted::Object, false},
                       {"output_config", Wanted::Object, false},
                       {"output_format", Wanted::Object, false},
                       {"service_tier", Wanted::Text, false},
                       {"metadata", Wanted::Object, false}});
}

std::optional<Error> readModel(const Json &body, const ClientCall &call, ChatRequest &request)
{
    request.model = call.pathModel.empty() ? textMember(body, "model") : call.pathModel;
    if (request.model.empty())
        return Error::client(ErrorCode::ModelMissing, "/model: is required.");
    return std::nullopt;
}

std::optional<Error> readSampling(const Json &body, SamplingOptions &sampling)
{
    sampling.temperature = numberMember(body, "temperature");
    sampling.topP = numberMember(body, "top_p");
    sampling.topK = integerMember(body, "top_k");
    sampling.maxOutputTokens = integerMember(body, "max_tokens");
    if (sampling.maxOutputTokens && *sampling.maxOutputTokens < 0)
        return invalidMember("/max_tokens", "must not be negative.");
    if (const Json *sequences = findArray(body, "stop_sequences")) {
        for (std::size_t i = 0; i < sequences->size(); ++i) {
            const Json &sequence = (*sequences)[i];
            if (!sequence.is_string())
                return invalidMember(pointerTo("/stop_sequences", i), "must be a string.");
            sampling.stopSequences.push_back(sequence.get<std::string>());
        }
    }
    return std::nullopt;
}

// What the hub has no word for stays in an extension of the same name.
void keepRest(const Json &object, std::initializer_list<std::string_view> known, std::string_view name,
              ChatRequest &request)
{
    Extensions rest;
    keepUnknown(object, known, rest);
    if (const Json *members = rest.find(ownDialect))
        request.extensions.set(ownDialect, name, *members);
}

std::optional<Error> readThinking(const Json &body, ChatRequest &request)
{
    const Json *thinking = findObject(body, "thinking");
    if (!thinking)
        return std::nullopt;
    if (auto breach = findBreach(*thinking, "/thinking",
                                 {{"type", Wanted::Text, true},
                                  {"budget_tokens", Wanted::Integer, false},
                                  {"display", Wanted::Text, false}}))
        return breach;
    ReasoningOptions &reasoning = request.reasoning;
    const std::string_view type = textMember(*thinking, "type");
    if (type == "enabled") {
        reasoning.mode = ReasoningOptions::Mode::Enabled;
    } else if (type == "adaptive") {
        reasoning.mode = ReasoningOptions::Mode::Adaptive;
    } else if (type == "disabled") {
        reasoning.mode = ReasoningOptions::Mode::Disabled;
    } else { // a way of thinking that is newer than this code
        request.extensions.set(ownDialect, "thinking", *thinking);
        return std::nullopt;
    }
    reasoning.budgetTokens = integerMember(*thinking, "budget_tokens");
    if (reasoning.budgetTokens && *reasoning.budgetTokens < 0)
        return invalidMember("/thinking/budget_tokens", "must not be negative.");
    const std::string_view display = textMember(*thinking, "display");
    if (display == "omitted" || display == "summarized") {
        reasoning.includesText = display == "summarized";
        keepRest(*thinking, {"type", "budget_tokens", "display"}, "thinking", request);
    } else {
        keepRest(*thinking, {"type", "budget_tokens"}, "thinking", request);
    }
    return std::nullopt;
}

std::optional<Error> readFormat(const Json &format, const std::string &pointer, ChatRequest &request)
{
    if (auto breach = findBreach(format, pointer, {{"type", Wanted::Text, true}, {"schema", Wanted::Object, false}}))
        return breach;
    if (textMember(format, "type") != "json_schema")
        return invalidMember(pointer + "/type", "must be \"json_schema\".");
    request.outputFormat.kind = OutputFormat::Kind::JsonSchema;
    request.outputFormat.name = textMember(format, "name");
    const Json *schema = findObject(format, "schema");
    request.outputFormat.schema = schema ? *schema : Json::object();
    return std::nullopt;
}

std::optional<Error> readOutputConfig(const Json &body, ChatRequest &request)
{
    if (const Json *format = findObject(body, "output_format")) { // the beta's form of output_config.format
        if (auto problem = readFormat(*format, "/output_format", request))
            return problem;
    }
    const Json *config = findObject(body, "output_config");
    if (!config)
        return std::nullopt;
    if (auto breach =
            findBreach(*config, "/output_config", {{"effort", Wanted::Text, false}, {"format", Wanted::Object, false}}))
        return breach;
    request.reasoning.effort = effortFromName(textMember(*config, "effort"));
    if (const Json *format = findObject(*config, "format")) {
        if (auto problem = readFormat(*format, "/output_config/format", request))
            return problem;
    }
    if (request.reasoning.effort)
        keepRest(*config, {"effort", "format"}, "output_config", request);
    else
        keepRest(*config, {"format"}, "output_config", request);
    return std::nullopt;
}

std::optional<Error> readMetadata(const Json &body, ChatRequest &request)
{
    const Json *metadata = findObject(body, "metadata");
    if (!metadata)
        return std::nullopt;
    if (auto breach = findBreach(*metadata, "/metadata", {{"user_id", Wanted::Text, false}}))
        return breach;
    request.endUserId = textMember(*metadata, "user_id");
    Extensions rest;
    keepUnknown(*metadata, {"user_id"}, rest);
    if (const Json *members = rest.find(ownDialect))
        request.metadata = *members;
    return std::nullopt;
}

void readHeader(const ClientCall &call, ChatRequest &request)
{
    if (!call.headers)
        return;
    std::string betas;
    for (const HeaderField &field : *call.headers) {
        if (!equalsIgnoringCase(field.name, betaExtension) || field.value.empty())
            continue;
        betas += betas.empty() ? "" : ",";
        betas += field.value;
    }
    if (!betas.empty())
        request.extensions.set(ownDialect, betaExtension, betas);
}

void keepUnknownOptions(const Json &body, ChatRequest &request)
{
    keepUnknown(body,
                {"model", "max_tokens", "stream", "messages", "system", "tools", "tool_choice", "temperature", "top_p",
                 "top_k", "stop_sequences", "thinking", "output_config", "output_format", "service_tier", "metadata"},
                request.extensions);
}

} // namespace

Result<ChatRequest> decodeRequest(const ClientCall &call)
{
    auto body = parseJson(call.body);
    if (!body)
        return unexpected(std::move(body.error()));
    ChatRequest request;
    request.dialect = ownDialect;
    request.wantsStreamUsage = true;
    auto problem = checkBody(*body);
    const auto then = [&](auto &&read) {
        if (!problem)
            problem = read();
    };
    then([&] { return readModel(*body, call, request); });
    then([&] { return readSampling(*body, request.sampling); });
    then([&] { return readThinking(*body, request); });
    then([&] { return readOutputConfig(*body, request); });
    then([&] { return readMetadata(*body, request); });
    then([&] { return decodeTools(*body, request); });
    then([&] { return decodeMessages(*body, request.messages); });
    if (problem)
        return unexpected(std::move(*problem));
    request.isStream = booleanMember(*body, "stream").value_or(false);
    request.serviceTier = textMember(*body, "service_tier");
    keepUnknownOptions(*body, request);
    readHeader(call, request);
    return request;
}

} // namespace gateway::translation::anthropic
