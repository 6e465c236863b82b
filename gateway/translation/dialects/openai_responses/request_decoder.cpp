#include "gateway/translation/dialects/openai_responses/request_decoder.h"

#include "gateway/translation/dialects/openai_responses/item_decoder.h"
#include "gateway/translation/dialects/openai_responses/item_form.h"
#include "gateway/translation/dialects/openai_responses/option_codec.h"
#include "gateway/translation/dialects/openai_responses/part_codec.h"
#include "gateway/translation/dialects/openai_responses/tool_codec.h"

#include <algorithm>
#include <array>

namespace gateway::translation::openai_responses {

namespace {

enum class Kind { Text, TextOrArray, TextOrObject, Number, Integer, Boolean, Object, Array };

struct Member {
    std::string_view name;
    Kind kind;
};

// The members that the hub has words for; all others are kept for their own dialect.
constexpr std::array knownMembers{
    Member{"model", Kind::Text},
    Member{"input", Kind::TextOrArray},
    Member{"instructions", Kind::Text},
    Member{"stream", Kind::Boolean},
    Member{"tools", Kind::Array},
    Member{"tool_choice", Kind::TextOrObject},
    Member{"parallel_tool_calls", Kind::Boolean},
    Member{"temperature", Kind::Number},
    Member{"top_p", Kind::Number},
    Member{"top_logprobs", Kind::Integer},
    Member{"max_output_tokens", Kind::Integer},
    Member{"reasoning", Kind::Object},
    Member{"text", Kind::Object},
    Member{"include", Kind::Array},
    Member{"store", Kind::Boolean},
    Member{"metadata", Kind::Object},
    Member{"user", Kind::Text},
    Member{"prompt_cache_key", Kind::Text},
    Member{"previous_response_id", Kind::Text},
    Member{"service_tier", Kind::Text},
};

bool fits(const Json &object, std::string_view name, const Json &value, Kind kind)
{
    switch (kind) {
    case Kind::Text: return value.is_string();
    case Kind::TextOrArray: return value.is_string() || value.is_array();
    case Kind::TextOrObject: return value.is_string() || value.is_object();
    case Kind::Number: return value.is_number();
    case Kind::Integer: return integerMember(object, name).has_value();
    case Kind::Boolean: return value.is_boolean();
    case Kind::Object: return value.is_object();
    case Kind::Array: return value.is_array();
    }
    return false;
}

std::string_view kindWords(Kind kind)
{
    switch (kind) {
    case Kind::Text: return "must be a text.";
    case Kind::TextOrArray: return "must be a text or an array.";
    case Kind::TextOrObject: return "must be a text or an object.";
    case Kind::Number: return "must be a number.";
    case Kind::Integer: return "must be an integer.";
    case Kind::Boolean: return "must be a boolean.";
    case Kind::Object: return "must be an object.";
    case Kind::Array: return "must be an array.";
    }
    return {};
}

std::optional<Error> checkMembers(const Json &body)
{
    for (const Member &member : knownMembers) {
        const Json *value = findMember(body, member.name);
        if (value && !fits(body, member.name, *value, member.kind))
            return invalidMember(pointerTo("", member.name), kindWords(member.kind));
    }
    const bool hasInput = findMember(body, "input") || findMember(body, "prompt") || findMember(body, "conversation")
                          || findMember(body, "previous_response_id");
    if (!hasInput)
        return invalidMember("/input", "is missing.");
    return std::nullopt;
}

std::optional<Error> decodeMessages(const Json &body, std::vector<Message> &messages)
{
    if (const auto instructions = optionalText(body, "instructions")) {
        Message message;
        message.role = Role::System;
        message.isTopLevel = true;
        message.parts.push_back(makeText(*instructions));
        messages.push_back(std::move(message));
    }
    const Json *input = findMember(body, "input");
    if (!input)
        return std::nullopt;
    if (input->is_string()) {
        Message message;
        message.parts.push_back(makeText(input->get<std::string>()));
        setForm(message.parts.back(), "input", true);
        messages.push_back(std::move(message));
        return std::nullopt;
    }
    ItemDecoder items(messages);
    std::size_t index = 0;
    for (const Json &item : *input) {
        if (auto problem = items.add(item, pointerTo("/input", index++)))
            return problem;
    }
    items.finish();
    return std::nullopt;
}

void decodeSampling(const Json &body, SamplingOptions &sampling)
{
    sampling.temperature = numberMember(body, "temperature");
    sampling.topP = numberMember(body, "top_p");
    sampling.topLogprobs = integerMember(body, "top_logprobs");
    sampling.maxOutputTokens = integerMember(body, "max_output_tokens");
}

void decodeOptions(const Json &body, ChatRequest &request)
{
    request.isStream = booleanMember(body, "stream").value_or(false);
    request.wantsStreamUsage = true;
    request.allowsParallelToolCalls = booleanMember(body, "parallel_tool_calls");
    request.mayStore = booleanMember(body, "store");
    request.endUserId = textMember(body, "user");
    if (request.endUserId.empty()) // OpenAI's newer name of the same
        request.endUserId = textMember(body, "safety_identifier");
    request.promptCacheKey = textMember(body, "prompt_cache_key");
    request.previousResponseId = textMember(body, "previous_response_id");
    request.serviceTier = textMember(body, "service_tier");
    if (const Json *metadata = findObject(body, "metadata"))
        request.metadata = *metadata;
    decodeSampling(body, request.sampling);
    if (const Json *reasoning = findObject(body, "reasoning"))
        decodeReasoningOptions(*reasoning, request);
    if (const Json *text = findObject(body, "text"))
        decodeTextOptions(*text, request);
    if (const Json *include = findArray(body, "include"))
        decodeInclude(*include, request);
    if (const Json *choice = findMember(body, "tool_choice")) {
        request.toolChoice = decodeToolChoice(*choice);
        if (!request.toolChoice)
            request.extensions.set(ownDialect, "tool_choice", *choice);
    }
}

void keepUnknown(const Json &body, ChatRequest &request)
{
    for (const auto &item : body.items()) {
        const bool isKnown = std::any_of(knownMembers.begin(), knownMembers.end(),
                                         [&](const Member &member) { return member.name == item.key(); });
        if (!isKnown && !item.value().is_null())
            request.extensions.set(ownDialect, item.key(), item.value());
    }
}

} // namespace

Result<ChatRequest> decodeRequest(const ClientCall &call)
{
    const auto body = parseJson(call.body);
    if (!body)
        return unexpected(body.error());
    if (!body->is_object())
        return unexpected(invalidMember("", "The body must be an object."));
    if (auto problem = checkMembers(*body))
        return unexpected(std::move(*problem));
    ChatRequest request;
    request.dialect = ownDialect;
    request.model = textMember(*body, "model");
    if (request.model.empty())
        request.model = call.pathModel;
    if (request.model.empty())
        return unexpected(Error::client(ErrorCode::ModelMissing, "/model: is missing."));
    if (auto problem = decodeMessages(*body, request.messages))
        return unexpected(std::move(*problem));
    if (const Json *tools = findArray(*body, "tools")) {
        if (auto problem = decodeTools(*tools, request.tools))
            return unexpected(std::move(*problem));
    }
    decodeOptions(*body, request);
    keepUnknown(*body, request);
    return request;
}

} // namespace gateway::translation::openai_responses
