#include "tools/demo_provider/openai_chat_rules.h"

#include "tools/demo_provider/openai_fields.h"

#include <algorithm>
#include <set>

namespace demo_provider::openai {

namespace {

using namespace kind;

constexpr Field chatFields[] = {
    {"messages", array, true},
    {"model", string, true},
    {"audio", object | null},
    {"frequency_penalty", number | null},
    {"function_call", string | object},
    {"functions", array},
    {"logit_bias", object | null},
    {"logprobs", boolean | null},
    {"max_completion_tokens", integer | null},
    {"max_tokens", integer | null},
    {"metadata", object | null},
    {"modalities", array | null},
    {"moderation", object | null},
    {"n", integer | null},
    {"parallel_tool_calls", boolean},
    {"prediction", object | null},
    {"presence_penalty", number | null},
    {"prompt_cache_key", string | null},
    {"prompt_cache_options", object | null},
    {"prompt_cache_retention", string | null},
    {"reasoning_effort", string | null},
    {"response_format", object},
    {"safety_identifier", string | null},
    {"seed", integer | null},
    {"service_tier", string | null},
    {"stop", string | array | null},
    {"store", boolean | null},
    {"stream", boolean | null},
    {"stream_options", object | null},
    {"temperature", number | null},
    {"tool_choice", string | object},
    {"tools", array},
    {"top_logprobs", integer | null},
    {"top_p", number | null},
    {"user", string},
    {"verbosity", string | null},
    {"web_search_options", object},
};

constexpr Field messageFields[] = {
    {"role", string, true},
    {"content", string | array | null},
    {"name", string},
    {"tool_calls", array},
    {"tool_call_id", string},
    {"refusal", string | null},
    {"function_call", object | null},
    {"audio", object | null},
    {"annotations", array | null},
};

constexpr Field toolCallFields[] = {
    {"id", string, true}, {"type", string, true}, {"function", object}, {"custom", object}};
constexpr Field calledFields[] = {{"name", string, true}, {"arguments", string, true}};
constexpr Field customCalledFields[] = {{"name", string, true}, {"input", string, true}};
constexpr Field toolFields[] = {{"type", string, true}, {"function", object}, {"custom", object}};
constexpr Field functionFields[] = {
    {"name", string, true}, {"description", string}, {"parameters", object}, {"strict", boolean | null}};
constexpr Field schemaFields[] = {
    {"name", string, true}, {"description", string}, {"schema", object}, {"strict", boolean | null}};

std::string at(const char *list, std::size_t index)
{
    return std::string(list) + "[" + std::to_string(index) + "]";
}

Verdict checkPart(const Json &part, const std::string &path, const std::string &role)
{
    if (!part.is_object()) {
        return wrongType(path, object, part);
    }
    const std::string type = textOf(part, "type");
    if (type.empty()) {
        return missingParameter(path + ".type");
    }
    if (type == "text") {
        static constexpr Field fields[] = {
            {"type", string, true}, {"text", string, true}, {"prompt_cache_breakpoint", object}};
        return check(part, path, fields);
    }
    if (role == "assistant") {
        return type == "refusal" ? Verdict{} : invalidValue(path + ".type", type, {"text", "refusal"});
    }
    if (role != "user") {
        return invalidValue(path + ".type", type, {"text"});
    }
    if (type == "image_url") {
        static constexpr Field fields[] = {
            {"type", string, true}, {"image_url", object, true}, {"prompt_cache_breakpoint", object}};
        static constexpr Field urlFields[] = {{"url", string, true}, {"detail", string}};
        if (auto verdict = check(part, path, fields)) {
            return verdict;
        }
        if (auto verdict = check(part["image_url"], path + ".image_url", urlFields)) {
            return verdict;
        }
        if (auto verdict =
                checkOneOf(part["image_url"], "detail", path + ".image_url", {"auto", "low", "high", "original"})) {
            return verdict;
        }
        return checkImageUrl(part["image_url"]["url"], path + ".image_url.url");
    }
    if (type == "input_audio" || type == "file") {
        return memberOf(part, type).is_object() ? Verdict{} : missingParameter(path + "." + type);
    }
    return invalidValue(path + ".type", type, {"text", "image_url", "input_audio", "refusal", "audio", "file"});
}

Verdict checkToolCalls(const Json &calls, const std::string &path)
{
    if (calls.empty()) {
        return refusal("Invalid '" + path + "': empty array. Expected an array with minimum length 1, but got an empty "
                           + "array instead.",
                       path, "empty_array");
    }
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const std::string where = path + "[" + std::to_string(i) + "]";
        if (auto verdict = check(calls[i], where, toolCallFields)) {
            return verdict;
        }
        if (auto verdict = checkLength(calls[i], "id", where, 40)) {
            return verdict;
        }
        if (auto verdict = checkOneOf(calls[i], "type", where, {"function", "custom"})) {
            return verdict;
        }
        const std::string type = textOf(calls[i], "type");
        if (!calls[i].contains(type)) {
            return missingParameter(where + "." + type);
        }
        if (calls[i].contains(type == "custom" ? "function" : "custom")) {
            return unknownParameter(where + "." + (type == "custom" ? "function" : "custom"));
        }
        if (auto verdict = type == "custom" ? check(calls[i]["custom"], where + ".custom", customCalledFields)
                                            : check(calls[i]["function"], where + ".function", calledFields)) {
            return verdict;
        }
    }
    return std::nullopt;
}

Verdict checkMessage(const Json &message, const std::string &path)
{
    if (auto verdict = check(message, path, messageFields)) {
        return verdict;
    }
    if (auto verdict =
            checkOneOf(message, "role", path, {"system", "assistant", "user", "function", "tool", "developer"})) {
        return verdict;
    }
    const std::string role = textOf(message, "role");
    if (message.contains("tool_calls")) {
        if (role != "assistant") {
            return unknownParameter(path + ".tool_calls");
        }
        if (auto verdict = checkToolCalls(message["tool_calls"], path + ".tool_calls")) {
            return verdict;
        }
    }
    if (role == "tool" && !message.contains("tool_call_id")) {
        return missingParameter(path + ".tool_call_id");
    }
    if (role != "tool" && message.contains("tool_call_id")) {
        return unknownParameter(path + ".tool_call_id");
    }
    const Json &content = memberOf(message, "content");
    if (content.is_null() && !message.contains("tool_calls") && !message.contains("function_call")
        && !message.contains("refusal")) {
        return role == "assistant" || message.contains("content")
                   ? refusal("Invalid value for 'content': expected a string, got null.", path + ".content")
                   : missingParameter(path + ".content");
    }
    if (content.is_array()) {
        for (std::size_t i = 0; i < content.size(); ++i) {
            if (auto verdict = checkPart(content[i], path + ".content[" + std::to_string(i) + "]", role)) {
                return verdict;
            }
        }
    }
    return std::nullopt;
}

Refusal unansweredCalls(const std::set<std::string> &open, std::size_t index)
{
    std::string ids;
    for (const std::string &id : open) {
        ids += (ids.empty() ? "" : ", ") + id;
    }
    return refusal("An assistant message with 'tool_calls' must be followed by tool messages responding to each "
                   "'tool_call_id'. The following tool_call_ids did not have response messages: "
                       + ids,
                   at("messages", index) + ".role");
}

/// Every tool message answers a call of the assistant message before it, and every call is answered.
Verdict checkToolOrder(const Json &messages)
{
    std::set<std::string> open;
    std::size_t callsAt = 0;
    bool afterCalls = false;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const std::string role = textOf(messages[i], "role");
        if (role == "tool") {
            const std::string id = textOf(messages[i], "tool_call_id");
            if (!afterCalls) {
                return refusal("Invalid parameter: messages with role 'tool' must be a response to a preceeding "
                               "message with 'tool_calls'.",
                               at("messages", i) + ".role");
            }
            if (open.erase(id) == 0) {
                return refusal("Invalid parameter: 'tool_call_id' of '" + id
                                   + "' not found in 'tool_calls' of previous message.",
                               at("messages", i) + ".tool_call_id");
            }
            continue;
        }
        if (!open.empty()) {
            return unansweredCalls(open, i);
        }
        afterCalls = messages[i].contains("tool_calls");
        callsAt = i;
        if (afterCalls) {
            for (const Json &call : messages[i]["tool_calls"]) {
                open.insert(textOf(call, "id"));
            }
        }
    }
    return open.empty() ? Verdict{} : unansweredCalls(open, callsAt);
}

Verdict checkTools(const Json &body)
{
    const Json &tools = memberOf(body, "tools");
    if (tools.is_null()) {
        for (const char *name : {"tool_choice", "parallel_tool_calls"}) {
            if (body.contains(name) && body[name] != Json("none")) {
                return refusal("Invalid value for '" + std::string(name) + "': '" + name
                                   + "' is only allowed when 'tools' are specified.",
                               name);
            }
        }
        return std::nullopt;
    }
    if (tools.empty()) {
        return refusal("Invalid 'tools': empty array. Expected an array with minimum length 1, but got an empty array "
                       "instead.",
                       "tools", "empty_array");
    }
    for (std::size_t i = 0; i < tools.size(); ++i) {
        const std::string path = at("tools", i);
        if (auto verdict = check(tools[i], path, toolFields)) {
            return verdict;
        }
        if (auto verdict = checkOneOf(tools[i], "type", path, {"function", "custom"})) {
            return verdict;
        }
        if (textOf(tools[i], "type") == "custom") {
            continue;
        }
        if (!tools[i].contains("function")) {
            return missingParameter(path + ".function");
        }
        if (auto verdict = check(tools[i]["function"], path + ".function", functionFields)) {
            return verdict;
        }
        if (auto verdict = checkFunction(tools[i]["function"], path + ".function")) {
            return verdict;
        }
    }
    const Json &choice = memberOf(body, "tool_choice");
    if (choice.is_string()) {
        return checkOneOf(body, "tool_choice", {}, {"none", "auto", "required"});
    }
    if (choice.is_object() && textOf(choice, "type") == "function") {
        const std::string wanted = textOf(memberOf(choice, "function"), "name");
        const bool offered = std::any_of(tools.begin(), tools.end(), [&](const Json &tool) {
            return textOf(memberOf(tool, "function"), "name") == wanted;
        });
        if (!offered) {
            return refusal("Tool choice 'function' with name '" + wanted + "' not found in 'tools' parameter.",
                           "tool_choice");
        }
    }
    return std::nullopt;
}

Verdict checkResponseFormat(const Json &body)
{
    const Json &format = memberOf(body, "response_format");
    if (format.is_null()) {
        return std::nullopt;
    }
    static constexpr Field fields[] = {{"type", string, true}, {"json_schema", object}};
    if (auto verdict = check(format, "response_format", fields)) {
        return verdict;
    }
    if (auto verdict = checkOneOf(format, "type", "response_format", {"json_object", "json_schema", "text"})) {
        return verdict;
    }
    const std::string type = textOf(format, "type");
    if (type == "json_object" && dumped(body["messages"]).find("json") == std::string::npos
        && dumped(body["messages"]).find("JSON") == std::string::npos) {
        return refusal("'messages' must contain the word 'json' in some form, to use 'response_format' of type "
                       "'json_object'.",
                       "messages");
    }
    if (type != "json_schema") {
        return std::nullopt;
    }
    const std::string path = "response_format.json_schema";
    if (!format.contains("json_schema")) {
        return missingParameter(path);
    }
    const Json &schema = format["json_schema"];
    if (auto verdict = check(schema, path, schemaFields)) {
        return verdict;
    }
    if (!isPlainName(textOf(schema, "name"), 64)) {
        return refusal("Invalid '" + path + ".name': string does not match pattern. Expected a string that matches the "
                           + "pattern '^[a-zA-Z0-9_-]+$'.",
                       path + ".name", "invalid_value");
    }
    return memberOf(schema, "strict") == Json(true) ? checkStrictSchema(
               memberOf(schema, "schema"), "response_format '" + textOf(schema, "name") + "'", "response_format")
                                                    : Verdict{};
}

Verdict checkSampling(const Json &body, bool reasoningModel, bool knowsEffort)
{
    if (reasoningModel && !memberOf(body, "max_tokens").is_null()) {
        return refusal("Unsupported parameter: 'max_tokens' is not supported with this model. Use "
                       "'max_completion_tokens' instead.",
                       "max_tokens", "unsupported_parameter");
    }
    const Json &temperature = memberOf(body, "temperature");
    if (reasoningModel && temperature.is_number() && temperature.get<double>() != 1.0) {
        return refusal("Unsupported value: 'temperature' does not support " + dumped(temperature)
                           + " with this model. Only the default (1) value is supported.",
                       "temperature", "unsupported_value");
    }
    if (!knowsEffort && !memberOf(body, "reasoning_effort").is_null()) {
        return refusal("Unrecognized request argument supplied: reasoning_effort", {});
    }
    if (!memberOf(body, "max_tokens").is_null() && !memberOf(body, "max_completion_tokens").is_null()) {
        return refusal("Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
                       "max_tokens", "invalid_parameter_combination");
    }
    for (const auto &[name, lowest, highest] : {std::tuple{"max_tokens", 1.0, 1e9},
                                                {"max_completion_tokens", 1.0, 1e9},
                                                {"n", 1.0, 128.0},
                                                {"frequency_penalty", -2.0, 2.0},
                                                {"presence_penalty", -2.0, 2.0}}) {
        if (auto verdict = checkRange(body, name, lowest, highest)) {
            return verdict;
        }
    }
    const Json &stop = memberOf(body, "stop");
    if (stop.is_array() && stop.size() > 4) {
        return refusal("Invalid 'stop': array too long. Expected an array with maximum length 4, but got an array with "
                       "length "
                           + std::to_string(stop.size()) + " instead.",
                       "stop", "array_above_max_length");
    }
    if (!memberOf(body, "top_logprobs").is_null() && memberOf(body, "logprobs") != Json(true)) {
        return refusal("The 'logprobs' parameter must be set to true if 'top_logprobs' is used.", "top_logprobs");
    }
    if (auto verdict =
            checkOneOf(body, "reasoning_effort", {}, {"none", "minimal", "low", "medium", "high", "xhigh", "max"})) {
        return verdict;
    }
    return checkOneOf(body, "verbosity", {}, {"low", "medium", "high"});
}

Verdict checkStreamOptions(const Json &body)
{
    const Json &options = memberOf(body, "stream_options");
    if (options.is_null()) {
        return std::nullopt;
    }
    if (memberOf(body, "stream") != Json(true)) {
        return refusal("The 'stream_options' parameter is only allowed when 'stream' is enabled.", "stream_options");
    }
    static constexpr Field fields[] = {{"include_usage", boolean}, {"include_obfuscation", boolean}};
    return check(options, "stream_options", fields);
}

} // namespace

Verdict checkChat(const Json &body, bool reasoningModel, bool knowsEffort)
{
    if (auto verdict = check(body, {}, chatFields)) {
        return verdict;
    }
    const Json &messages = body["messages"];
    if (messages.empty()) {
        return refusal("Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty "
                       "array instead.",
                       "messages", "empty_array");
    }
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (auto verdict = checkMessage(messages[i], at("messages", i))) {
            return verdict;
        }
    }
    if (auto verdict = checkToolOrder(messages)) {
        return verdict;
    }
    if (auto verdict = checkTools(body)) {
        return verdict;
    }
    if (auto verdict = checkResponseFormat(body)) {
        return verdict;
    }
    if (auto verdict = checkSampling(body, reasoningModel, knowsEffort)) {
        return verdict;
    }
    if (auto verdict = checkStreamOptions(body)) {
        return verdict;
    }
    return checkCommonLimits(body);
}

} // namespace demo_provider::openai
