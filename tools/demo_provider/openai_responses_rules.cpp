#include "tools/demo_provider/openai_responses_rules.h"

#include "tools/demo_provider/openai_fields.h"
#include "tools/demo_provider/openai_item_rules.h"

#include <algorithm>

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

} // namespace demo_provider::openai
