#include "openai_responses_rules.h"

#include "openai_fields.h"

#include <algorithm>
#include <set>

#include <QByteArray>

namespace demo_provider::openai {

namespace {

using namespace kind;

constexpr Field bodyFields[] = {
    {"access_programs", object | null},
    {"background", boolean | null},
    {"client_metadata", object | null},
    {"context_management", array | null},
    {"conversation", string | object | null},
    {"include", array | null},
    {"input", string | array},
    {"instructions", string | null},
    {"max_output_tokens", integer | null},
    {"max_tool_calls", integer | null},
    {"metadata", object | null},
    {"model", string, true},
    {"moderation", object | null},
    {"parallel_tool_calls", boolean | null},
    {"previous_response_id", string | null},
    {"prompt", object | null},
    {"prompt_cache_key", string | null},
    {"prompt_cache_options", object | null},
    {"prompt_cache_retention", string | null},
    {"reasoning", object | null},
    {"safety_identifier", string | null},
    {"service_tier", string | null},
    {"store", boolean | null},
    {"stream", boolean | null},
    {"stream_options", object | null},
    {"temperature", number | null},
    {"text", object},
    {"tool_choice", string | object},
    {"tools", array},
    {"top_logprobs", integer | null},
    {"top_p", number | null},
    {"truncation", string | null},
    {"user", string},
};

constexpr std::string_view encryptedPrefix = "bilrost-demo-reasoning:";

std::string inputAt(std::size_t index)
{
    return "input[" + std::to_string(index) + "]";
}

Verdict checkId(const Json &item, const std::string &path, std::string_view prefix)
{
    const Json &id = memberOf(item, "id");
    if (!id.is_string()) {
        return id.is_null() ? Verdict{} : wrongType(path + ".id", string, id);
    }
    const std::string text = id;
    if (!isPlainName(text, 512)) {
        return refusal("Invalid '" + path + ".id': '" + text
                           + "'. Expected an ID that contains letters, numbers, underscores, or dashes, but this value "
                             "contained additional characters.",
                       path + ".id", "invalid_value");
    }
    if (text.size() > 64) {
        return checkLength(item, "id", path, 64);
    }
    if (!text.starts_with(prefix)) {
        return refusal("Invalid '" + path + ".id': '" + text + "'. Expected an ID that begins with '"
                           + std::string(prefix) + "'.",
                       path + ".id", "invalid_value");
    }
    return std::nullopt;
}

Verdict checkContentPart(const Json &part, const std::string &path, const std::string &role)
{
    if (!part.is_object()) {
        return wrongType(path, object, part);
    }
    const std::string type = textOf(part, "type");
    if (type.empty()) {
        return missingParameter(path + ".type");
    }
    if (role == "assistant") {
        static constexpr Field fields[] = {
            {"type", string, true}, {"text", string}, {"refusal", string}, {"annotations", array}, {"logprobs", array}};
        if (type != "output_text" && type != "refusal") {
            return invalidValue(path, type, {"output_text", "refusal"});
        }
        return check(part, path, fields);
    }
    if (type == "input_text") {
        static constexpr Field fields[] = {
            {"type", string, true}, {"text", string, true}, {"prompt_cache_breakpoint", object}};
        return check(part, path, fields);
    }
    if (type == "input_image") {
        static constexpr Field fields[] = {{"type", string, true},
                                           {"image_url", string | null},
                                           {"file_id", string | null},
                                           {"detail", string | null},
                                           {"prompt_cache_breakpoint", object}};
        if (auto verdict = check(part, path, fields)) {
            return verdict;
        }
        if (auto verdict = checkOneOf(part, "detail", path, {"low", "high", "auto", "original"})) {
            return verdict;
        }
        const Json &url = memberOf(part, "image_url");
        if (url.is_null()) {
            return memberOf(part, "file_id").is_null() ? missingParameter(path + ".image_url") : Verdict{};
        }
        return checkImageUrl(url, path + ".image_url");
    }
    if (type == "input_file" || type == "input_audio") {
        return std::nullopt;
    }
    return invalidValue(path, type,
                        {"input_text", "input_image", "output_text", "refusal", "input_file", "input_audio"});
}

Verdict checkMessageItem(const Json &item, const std::string &path)
{
    static constexpr Field fields[] = {
        {"type", string},      {"role", string, true},    {"content", string | array, true},
        {"id", string | null}, {"status", string | null}, {"phase", string | null}};
    if (auto verdict = check(item, path, fields)) {
        return verdict;
    }
    if (auto verdict = checkOneOf(item, "role", path, {"assistant", "system", "developer", "user"})) {
        return verdict;
    }
    if (auto verdict = checkId(item, path, "msg")) {
        return verdict;
    }
    const Json &content = item["content"];
    for (std::size_t i = 0; content.is_array() && i < content.size(); ++i) {
        if (auto verdict =
                checkContentPart(content[i], path + ".content[" + std::to_string(i) + "]", textOf(item, "role"))) {
            return verdict;
        }
    }
    return std::nullopt;
}

Verdict checkReasoningItem(const Json &item, const std::string &path)
{
    static constexpr Field fields[] = {{"type", string, true},
                                       {"id", string | null},
                                       {"summary", array, true},
                                       {"content", array | null},
                                       {"encrypted_content", string | null},
                                       {"status", string | null}};
    if (auto verdict = check(item, path, fields)) {
        return verdict;
    }
    if (auto verdict = checkId(item, path, "rs")) {
        return verdict;
    }
    const std::string sealed = textOf(item, "encrypted_content");
    if (!sealed.empty()) {
        const QByteArray opened = QByteArray::fromBase64(QByteArray::fromStdString(sealed));
        if (!opened.toStdString().starts_with(encryptedPrefix)) {
            return refusal("The encrypted content for item " + textOf(item, "id") + " could not be verified. Reason: "
                               + "Encrypted content could not be decrypted or parsed.",
                           {}, "invalid_encrypted_content");
        }
    }
    return std::nullopt;
}

Verdict checkItem(const Json &item, const std::string &path)
{
    if (!item.is_object()) {
        return wrongType(path, object, item);
    }
    const std::string type = textOf(item, "type");
    if (type == "message" || (type.empty() && item.contains("role"))) {
        return checkMessageItem(item, path);
    }
    if (type == "reasoning") {
        return checkReasoningItem(item, path);
    }
    if (type == "function_call") {
        static constexpr Field fields[] = {{"type", string, true},      {"id", string | null},
                                           {"call_id", string, true},   {"name", string, true},
                                           {"arguments", string, true}, {"namespace", string | null},
                                           {"status", string | null},   {"caller", object | null}};
        if (auto verdict = check(item, path, fields)) {
            return verdict;
        }
        return checkId(item, path, "fc");
    }
    if (type == "function_call_output") {
        static constexpr Field fields[] = {{"type", string, true},       {"id", string | null},
                                           {"call_id", string, true},    {"output", string | array, true},
                                           {"status", string | null},    {"name", string | null},
                                           {"namespace", string | null}, {"caller", object | null}};
        if (auto verdict = check(item, path, fields)) {
            return verdict;
        }
        return checkId(item, path, "fc");
    }
    static const std::vector<std::string_view> others = {"message",
                                                         "reasoning",
                                                         "function_call",
                                                         "function_call_output",
                                                         "item_reference",
                                                         "custom_tool_call",
                                                         "custom_tool_call_output",
                                                         "web_search_call",
                                                         "file_search_call",
                                                         "computer_call",
                                                         "computer_call_output",
                                                         "local_shell_call",
                                                         "local_shell_call_output",
                                                         "image_generation_call",
                                                         "code_interpreter_call",
                                                         "mcp_list_tools",
                                                         "mcp_call",
                                                         "compaction"};
    if (type.empty()) {
        return missingParameter(path + ".type");
    }
    return std::find(others.begin(), others.end(), type) == others.end() ? invalidValue(path, type, others) : Verdict{};
}

/// Outputs answer calls, calls are answered, and reasoning is followed by what it led to.
Verdict checkItemOrder(const Json &earlier, const Json &input)
{
    std::set<std::string> calls;
    std::vector<std::string> unanswered;
    for (const Json &item : earlier) {
        if (textOf(item, "type") == "function_call") {
            calls.insert(textOf(item, "call_id"));
            unanswered.push_back(textOf(item, "call_id"));
        }
    }
    for (std::size_t i = 0; i < input.size(); ++i) {
        const std::string type = textOf(input[i], "type");
        const std::string callId = textOf(input[i], "call_id");
        if (type == "function_call") {
            calls.insert(callId);
            unanswered.push_back(callId);
        } else if (type == "function_call_output") {
            if (!calls.contains(callId)) {
                return refusal("No tool call found for function call output with call_id " + callId + ".", "input");
            }
            std::erase(unanswered, callId);
        } else if (type == "reasoning" && i + 1 == input.size()) {
            return refusal("Item '" + textOf(input[i], "id")
                               + "' of type 'reasoning' was provided without its required following item.",
                           "input");
        }
    }
    return unanswered.empty() ? Verdict{}
                              : refusal("No tool output found for function call " + unanswered.front() + ".", "input");
}

Verdict checkTool(const Json &tool, const std::string &path)
{
    static const std::vector<std::string_view> types = {
        "function",         "custom",      "web_search", "namespace",   "file_search",        "code_interpreter", "mcp",
        "image_generation", "local_shell", "shell",      "apply_patch", "web_search_preview", "tool_search"};
    if (!tool.is_object()) {
        return wrongType(path, object, tool);
    }
    if (!tool.contains("type")) {
        return missingParameter(path + ".type");
    }
    if (auto verdict = checkOneOf(tool, "type", path, types)) {
        return verdict;
    }
    const std::string type = textOf(tool, "type");
    if (type == "namespace") {
        const Json &inner = memberOf(tool, "tools");
        for (std::size_t i = 0; inner.is_array() && i < inner.size(); ++i) {
            if (auto verdict = checkTool(inner[i], path + ".tools[" + std::to_string(i) + "]")) {
                return verdict;
            }
        }
        return isPlainName(textOf(tool, "name"), 64) ? Verdict{} : missingParameter(path + ".name");
    }
    if (type != "function") {
        return std::nullopt;
    }
    static constexpr Field fields[] = {{"type", string, true},         {"name", string, true},
                                       {"description", string | null}, {"parameters", object | null},
                                       {"strict", boolean | null},     {"defer_loading", boolean}};
    // A tool in chat's nested form lacks the name: that is what the real endpoint reports first.
    if (!tool.contains("name")) {
        return missingParameter(path + ".name");
    }
    if (auto verdict = check(tool, path, fields)) {
        return verdict;
    }
    return checkFunction(tool, path);
}

Verdict checkText(const Json &body)
{
    const Json &text = memberOf(body, "text");
    if (text.is_null()) {
        return std::nullopt;
    }
    static constexpr Field fields[] = {{"format", object}, {"verbosity", string | null}};
    if (auto verdict = check(text, "text", fields)) {
        return verdict;
    }
    const Json &format = memberOf(text, "format");
    if (format.is_null()) {
        return std::nullopt;
    }
    if (auto verdict = checkOneOf(format, "type", "text.format", {"json_object", "json_schema", "text"})) {
        return verdict;
    }
    if (textOf(format, "type") != "json_schema") {
        return std::nullopt;
    }
    static constexpr Field schemaFields[] = {{"type", string, true},
                                             {"name", string, true},
                                             {"schema", object, true},
                                             {"description", string | null},
                                             {"strict", boolean | null}};
    if (auto verdict = check(format, "text.format", schemaFields)) {
        return verdict;
    }
    return memberOf(format, "strict") == Json(false)
               ? Verdict{}
               : checkStrictSchema(format["schema"], "response_format '" + textOf(format, "name") + "'",
                                   "text.format.schema");
}

Verdict checkReasoning(const Json &body, bool reasoningModel)
{
    const Json &reasoning = memberOf(body, "reasoning");
    const Json &temperature = memberOf(body, "temperature");
    if (reasoningModel && temperature.is_number() && temperature.get<double>() != 1.0) {
        return refusal("Unsupported parameter: 'temperature' is not supported with this model.", "temperature",
                       "unsupported_parameter");
    }
    if (reasoning.is_null()) {
        return std::nullopt;
    }
    static constexpr Field fields[] = {{"effort", string | null},
                                       {"summary", string | null},
                                       {"generate_summary", string | null},
                                       {"context", string | null}};
    if (auto verdict = check(reasoning, "reasoning", fields)) {
        return verdict;
    }
    if (!reasoningModel && !memberOf(reasoning, "effort").is_null()) {
        return refusal("Unsupported parameter: 'reasoning.effort' is not supported with this model.",
                       "reasoning.effort", "unsupported_parameter");
    }
    if (auto verdict = checkOneOf(reasoning, "effort", "reasoning",
                                  {"none", "minimal", "low", "medium", "high", "xhigh", "max"})) {
        return verdict;
    }
    return checkOneOf(reasoning, "summary", "reasoning", {"concise", "detailed", "auto"});
}

Verdict checkInput(const Json &body, const Json &earlierItems)
{
    if (!body.contains("input")) {
        const bool other =
            body.contains("prompt") || body.contains("conversation") || body.contains("previous_response_id");
        return other ? Verdict{}
                     : refusal("One of \"input\" or \"previous_response_id\" or 'prompt' or 'conversation' must be "
                               "provided.",
                               "input", "missing_required_parameter");
    }
    const Json &input = body["input"];
    if (!input.is_array()) {
        return checkItemOrder(earlierItems, Json::array());
    }
    for (std::size_t i = 0; i < input.size(); ++i) {
        if (auto verdict = checkItem(input[i], inputAt(i))) {
            return verdict;
        }
    }
    return checkItemOrder(earlierItems, input);
}

} // namespace

Verdict checkResponses(const Json &body, const Json &earlierItems, bool reasoningModel)
{
    if (auto verdict = check(body, {}, bodyFields)) {
        return verdict;
    }
    if (auto verdict = checkInput(body, earlierItems)) {
        return verdict;
    }
    const Json &tools = memberOf(body, "tools");
    for (std::size_t i = 0; i < tools.size(); ++i) {
        if (auto verdict = checkTool(tools[i], "tools[" + std::to_string(i) + "]")) {
            return verdict;
        }
    }
    if (memberOf(body, "tool_choice").is_string()) {
        if (auto verdict = checkOneOf(body, "tool_choice", {}, {"none", "auto", "required"})) {
            return verdict;
        }
    }
    if (auto verdict = checkText(body)) {
        return verdict;
    }
    if (auto verdict = checkReasoning(body, reasoningModel)) {
        return verdict;
    }
    if (auto verdict = checkRange(body, "max_output_tokens", 16, 1e9)) {
        return verdict;
    }
    const Json &include = memberOf(body, "include");
    for (std::size_t i = 0; i < include.size(); ++i) {
        static const std::vector<std::string_view> known = {"file_search_call.results",
                                                            "web_search_call.results",
                                                            "web_search_call.action.sources",
                                                            "message.input_image.image_url",
                                                            "computer_call_output.output.image_url",
                                                            "code_interpreter_call.outputs",
                                                            "reasoning.encrypted_content",
                                                            "message.output_text.logprobs"};
        if (!include[i].is_string()
            || std::find(known.begin(), known.end(), textOf(Json{{"v", include[i]}}, "v")) == known.end()) {
            return invalidValue("include[" + std::to_string(i) + "]", include[i], known);
        }
    }
    const Json &options = memberOf(body, "stream_options");
    if (!options.is_null()) {
        static constexpr Field fields[] = {{"include_obfuscation", boolean}};
        if (memberOf(body, "stream") != Json(true)) {
            return refusal("The 'stream_options' parameter is only allowed when 'stream' is enabled.",
                           "stream_options");
        }
        if (auto verdict = check(options, "stream_options", fields)) {
            return verdict;
        }
    }
    if (auto verdict = checkOneOf(body, "truncation", {}, {"auto", "disabled"})) {
        return verdict;
    }
    return checkCommonLimits(body);
}

std::string encryptedReasoning(const std::string &reasoning)
{
    return QByteArray::fromStdString(std::string(encryptedPrefix) + reasoning).toBase64().toStdString();
}

} // namespace demo_provider::openai
