#include "gateway/translation/counting/token_count_codec.h"

#include "gateway/base/base64.h"
#include "gateway/translation/dialects/bedrock_invoke/bedrock_invoke.h"
#include "gateway/translation/dialects/gemini_generate/model_path.h"
#include "gateway/translation/json/json_document.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/object_writer.h"
#include "gateway/translation/json/top_level_editor.h"

#include <algorithm>
#include <initializer_list>

namespace gateway::translation {

namespace {

void keepOnly(Json &body, std::initializer_list<std::string_view> names)
{
    Json kept = Json::object();
    for (auto &[name, value] : body.items()) {
        if (std::find(names.begin(), names.end(), name) != names.end())
            kept[name] = std::move(value);
    }
    body = std::move(kept);
}

void makeAnthropicCount(EncodedRequest &request, Json &body)
{
    keepOnly(body, {"model", "messages", "system", "tools", "tool_choice", "thinking", "output_config", "output_format",
                    "mcp_servers", "context_management", "cache_control"});
    request.path = "/v1/messages/count_tokens";
}

void makeResponsesCount(EncodedRequest &request, Json &body)
{
    keepOnly(body, {"model", "input", "instructions", "tools", "tool_choice", "parallel_tool_calls", "reasoning",
                    "text", "truncation", "conversation", "previous_response_id"});
    request.path = "/v1/responses/input_tokens";
}

constexpr std::string_view generateAction = ":generateContent";

void makeGeminiCount(EncodedRequest &request, const ProviderCall &call, Json &body)
{
    request.path.replace(request.path.find(generateAction), generateAction.size(), ":countTokens");
    if (call.preset
        == "vertex") { // cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.endpoints/countTokens
        keepOnly(body, {"contents", "systemInstruction", "tools", "generationConfig"});
        return;
    }
    Json wrapped = Json::object();
    wrapped["model"] = gemini::modelResource(call.model);
    wrapped.update(body);
    body = Json::object();
    body["generateContentRequest"] = std::move(wrapped);
}

constexpr std::string_view converseAction = "/converse";

void makeBedrockCount(EncodedRequest &request, Json &body)
{
    keepOnly(body, {"messages", "system", "toolConfig", "additionalModelRequestFields"});
    Json input{{"converse", std::move(body)}};
    body = Json{{"input", std::move(input)}};
    request.path.replace(request.path.rfind(converseAction), converseAction.size(), "/count-tokens");
}

// {"input": {"converse": {...}}}, or the bytes of an InvokeModel body in its place.
Result<ChatRequest> decodeBedrockCount(const ClientDialect &client, const ClientCall &call)
{
    const JsonValue input = JsonValue::checked(call.body)["input"];
    ClientCall inner = call;
    if (const JsonValue converse = input["converse"]; converse.isObject()) {
        inner.body = converse.raw();
        return client.decodeRequest(inner);
    }
    const auto bytes = decodeBase64(input["invokeModel"]["body"].text());
    if (!bytes || bytes->empty())
        return unexpected(invalidMember("/input", "must hold \"converse\" or \"invokeModel\"."));
    inner.body = *bytes;
    return bedrockInvokeClient().decodeRequest(inner);
}

// What was put in for an answer that is never asked for is not worth a note.
void copyNotes(const ConversionReport &from, ConversionReport &to)
{
    for (const ConversionNote &note : from.notes()) {
        switch (note.kind) {
        case ConversionNote::Kind::Dropped: to.dropped(note.pointer, note.reason); break;
        case ConversionNote::Kind::Approximated: to.approximated(note.pointer, note.reason); break;
        case ConversionNote::Kind::Renamed: to.renamed(note.pointer, note.reason); break;
        case ConversionNote::Kind::Injected:
            if (note.pointer != "/max_tokens")
                to.injected(note.pointer, note.reason);
            break;
        }
    }
}

std::string_view countMember(DialectId provider)
{
    if (provider == DialectId::BedrockConverse)
        return "inputTokens";
    return provider == DialectId::GeminiGenerate ? "totalTokens" : "input_tokens";
}

} // namespace

std::optional<DialectId> countingDialect(DialectFamily family)
{
    switch (family) {
    case DialectFamily::OpenAi: return DialectId::OpenAiResponses;
    case DialectFamily::Anthropic: return DialectId::AnthropicMessages;
    case DialectFamily::Gemini: return DialectId::GeminiGenerate;
    case DialectFamily::Bedrock: return DialectId::BedrockConverse;
    case DialectFamily::Cohere: return std::nullopt;
    }
    return std::nullopt;
}

Result<ChatRequest> decodeCountRequest(const ClientDialect &client, const ClientCall &call)
{
    if (client.id() == DialectId::BedrockConverse)
        return decodeBedrockCount(client, call);
    if (client.id() != DialectId::GeminiGenerate)
        return client.decodeRequest(call);
    // Google's clients ask with bare contents or with the whole request inside.
    const JsonValue body = JsonValue::checked(call.body);
    for (const std::string_view name : {"generateContentRequest", "generate_content_request"}) {
        if (const JsonValue whole = body[name]; whole.isObject()) {
            ClientCall inner = call;
            inner.body = whole.raw();
            return client.decodeRequest(inner);
        }
    }
    return client.decodeRequest(call);
}

std::string encodeTokenCount(DialectId client, std::int64_t tokens, std::string_view bifrostModel)
{
    ObjectWriter answer;
    switch (client) {
    case DialectId::GeminiGenerate:
    case DialectId::BedrockConverse: return answer.addNumber(countMember(client), tokens).finished();
    case DialectId::OpenAiResponses: answer.add("object", "response.input_tokens"); break;
    default: break;
    }
    if (!bifrostModel.empty())
        answer.add("model", bifrostModel);
    answer.addNumber("input_tokens", tokens);
    if (!bifrostModel.empty())
        answer.addNumber("total_tokens", tokens);
    return answer.finished();
}

ChatRequest countedRequest(ChatRequest request)
{
    request.isStream = false;
    request.sampling = {};
    request.mayStore = false;
    request.metadata = nullptr;
    request.endUserId.clear();
    request.promptCacheKey.clear();
    request.serviceTier.clear();
    return request;
}

Result<EncodedRequest> encodeCountRequest(const ProviderDialect &provider, const ProviderCall &call,
                                          ExchangeState &state, ConversionReport &report)
{
    ConversionReport whole;
    auto encoded = provider.encodeRequest(state.request(), call, state, whole);
    copyNotes(whole, report);
    if (!encoded)
        return encoded;
    auto body = parseJson(encoded->body);
    if (!body)
        return unexpected(body.error());
    switch (provider.id()) {
    case DialectId::AnthropicMessages: makeAnthropicCount(*encoded, *body); break;
    case DialectId::OpenAiResponses: makeResponsesCount(*encoded, *body); break;
    case DialectId::GeminiGenerate: makeGeminiCount(*encoded, call, *body); break;
    case DialectId::BedrockConverse: makeBedrockCount(*encoded, *body); break;
    default: return unexpected(Error::client(ErrorCode::UnsupportedOperation, "The provider does not count tokens."));
    }
    encoded->body = dumpJson(*body);
    return encoded;
}

Result<std::int64_t> decodeTokenCount(DialectId provider, std::string_view body)
{
    const auto tokens = JsonValue::checked(body)[countMember(provider)].integer();
    if (tokens && *tokens >= 0)
        return *tokens;
    return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                      "The provider's count of tokens cannot be read.",
                                      "no count in: " + std::string(body.substr(0, 200))));
}

std::optional<std::string> withGeminiModel(std::string_view body, std::string_view model)
{
    constexpr std::string_view inside = "generateContentRequest";
    const JsonValue whole = JsonValue::checked(body)[inside];
    if (!whole["model"].isString())
        return std::nullopt;
    const std::string name = gemini::modelResource(model);
    if (whole["model"].isText(name))
        return std::nullopt;
    const auto renamed = setTopLevelMember(whole.raw(), "model", quoteJson(name));
    if (!renamed)
        return std::nullopt;
    auto edited = setTopLevelMember(body, inside, *renamed);
    return edited ? std::optional(std::move(*edited)) : std::nullopt;
}

} // namespace gateway::translation
