#include "tools/demo_provider/anthropic_rules.h"

#include "tools/demo_provider/anthropic_block_rules.h"

#include <algorithm>
#include <set>

namespace demo_provider::anthropic {

namespace {

using namespace kind;

constexpr Field bodyFields[] = {
    {"model", string, true},
    {"messages", array, true},
    {"max_tokens", integer},
    {"cache_control", object | null},
    {"container", string | object | null},
    {"diagnostics", object | null},
    {"inference_geo", string | null},
    {"metadata", object},
    {"output_config", object},
    {"service_tier", string},
    {"speed", string | null},
    {"stop_sequences", array},
    {"stream", boolean},
    {"system", string | array},
    {"temperature", number},
    {"thinking", object},
    {"tool_choice", object},
    {"tools", array},
    {"top_k", integer},
    {"top_p", number},
    {"context_management", object | null},
    {"mcp_servers", array},
};

Verdict checkRange(const Json &body, std::string_view name, double lowest, double highest)
{
    const Json &value = memberOf(body, name);
    if (value.is_number() && value.get<double>() < lowest) {
        return refusal(std::string(name) + ": Input should be greater than or equal to "
                       + std::to_string(static_cast<int>(lowest)));
    }
    if (value.is_number() && value.get<double>() > highest) {
        return refusal(std::string(name) + ": Input should be less than or equal to "
                       + std::to_string(static_cast<int>(highest)));
    }
    return std::nullopt;
}

Verdict checkMessage(const Json &message, const std::string &path, const RuleContext &context)
{
    static constexpr Field fields[] = {
        {"role", string, true}, {"content", string | array, true}, {"output_config", object}};
    static constexpr Field plainFields[] = {{"role", string, true}, {"content", string | array, true}};
    const bool perTurn = context.betas.find("per-turn-control-") != std::string_view::npos;
    if (auto verdict = perTurn ? check(message, path, fields) : check(message, path, plainFields)) {
        return verdict;
    }
    const std::string role = message["role"];
    if (role == "system") {
        const bool allowed = context.systemMessagesKnown
                             && (perTurn || context.betas.find("mid-conversation-") != std::string_view::npos);
        if (!allowed) {
            return refusal("messages: Unexpected role \"system\". The Messages API accepts a top-level `system` "
                           "parameter, not \"system\" as an input message role.");
        }
    } else if (role != "user" && role != "assistant") {
        return refusal("messages: Unexpected role \"" + role + "\". Allowed roles are \"user\" or \"assistant\".");
    }
    const Json &content = message["content"];
    if (content.is_string()) {
        return content.get_ref<const std::string &>().empty() && role != "assistant"
                   ? refusal(path + ": " + role + " messages must have non-empty content")
                   : Verdict{};
    }
    if (content.empty() && role != "assistant") {
        return refusal(path + ": " + role + " messages must have non-empty content");
    }
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (auto verdict = checkBlock(content[i], path + ".content." + std::to_string(i), role)) {
            return verdict;
        }
    }
    return std::nullopt;
}

std::vector<std::string> idsOf(const Json &message, const char *type, const char *member)
{
    std::vector<std::string> ids;
    const Json &content = memberOf(message, "content");
    for (std::size_t i = 0; content.is_array() && i < content.size(); ++i) {
        if (textOf(content[i], "type") == type) {
            ids.push_back(textOf(content[i], member));
        }
    }
    return ids;
}

/// Every tool_use is answered in the very next message, and nothing else is answered there.
Verdict checkToolOrder(const Json &messages)
{
    std::vector<std::string> asked;
    for (std::size_t i = 0; i <= messages.size(); ++i) {
        const std::vector<std::string> results =
            i < messages.size() ? idsOf(messages[i], "tool_result", "tool_use_id") : std::vector<std::string>{};
        std::string missing;
        for (const std::string &id : asked) {
            if (std::find(results.begin(), results.end(), id) == results.end()) {
                missing += (missing.empty() ? "" : ", ") + id;
            }
        }
        if (!missing.empty()) {
            return refusal(
                "messages." + std::to_string(i - 1)
                + ": `tool_use` ids were found without `tool_result` blocks immediately after: " + missing
                + ". Each `tool_use` block must have a corresponding `tool_result` block in the next message.");
        }
        for (const std::string &id : results) {
            if (std::find(asked.begin(), asked.end(), id) == asked.end()) {
                return refusal("messages." + std::to_string(i)
                               + ".content.0: unexpected `tool_use_id` found in `tool_result` blocks: " + id
                               + ". Each `tool_result` block must have a corresponding `tool_use` block in the "
                                 "previous message.");
            }
        }
        asked = i < messages.size() ? idsOf(messages[i], "tool_use", "id") : std::vector<std::string>{};
    }
    return std::nullopt;
}

Verdict checkTools(const Json &body)
{
    static constexpr Field fields[] = {{"name", string, true},           {"input_schema", object, true},
                                       {"description", string},          {"type", string | null},
                                       {"cache_control", object | null}, {"strict", boolean},
                                       {"defer_loading", boolean},       {"eager_input_streaming", boolean | null},
                                       {"input_examples", array},        {"allowed_callers", array}};
    const Json &tools = memberOf(body, "tools");
    std::set<std::string> names;
    for (std::size_t i = 0; i < tools.size(); ++i) {
        const std::string path = "tools." + std::to_string(i);
        const std::string type = textOf(tools[i], "type");
        if (!type.empty() && type != "custom") {
            if (type == "function") {
                return refusal(path
                               + ": Input tag 'function' found using 'type' does not match any of the expected tags: "
                               + "'bash_20250124', 'custom', 'text_editor_20250728', 'web_search_20250305'");
            }
            continue;
        }
        if (auto verdict = check(tools[i], path + ".custom", fields)) {
            return verdict;
        }
        if (!isPlainName(textOf(tools[i], "name"), 128)) {
            return refusal(path + ".custom.name: String should match pattern '^[a-zA-Z0-9_-]{1,128}$'");
        }
        if (!names.insert(textOf(tools[i], "name")).second) {
            return refusal("tools: Tool names must be unique.");
        }
        if (textOf(tools[i]["input_schema"], "type") != "object") {
            return refusal(
                path + ".custom.input_schema.type: "
                + (tools[i]["input_schema"].contains("type") ? "Input should be 'object'" : "Field required"));
        }
    }
    const Json &choice = memberOf(body, "tool_choice");
    if (choice.is_null()) {
        return std::nullopt;
    }
    const std::string type = textOf(choice, "type");
    if (type != "auto" && type != "any" && type != "tool" && type != "none") {
        return refusal("tool_choice: Input tag '" + type
                       + "' found using 'type' does not match any of the expected tags: 'auto', 'any', 'tool', 'none'");
    }
    if (tools.empty()) {
        return refusal("tool_choice: tool_choice may only be specified while providing tools.");
    }
    if (type == "tool" && !names.contains(textOf(choice, "name"))) {
        return refusal("tool_choice.tool.name: Tool '" + textOf(choice, "name") + "' not found in provided tools");
    }
    return std::nullopt;
}

Verdict checkThinking(const Json &body)
{
    const Json &thinking = memberOf(body, "thinking");
    if (thinking.is_null()) {
        return std::nullopt;
    }
    static constexpr Field fields[] = {{"type", string, true}, {"budget_tokens", integer}, {"display", string | null}};
    if (auto verdict = check(thinking, "thinking", fields)) {
        return verdict;
    }
    const std::string type = textOf(thinking, "type");
    if (type != "enabled" && type != "disabled" && type != "adaptive" && type != "between_tools") {
        return refusal("thinking: Input tag '" + type
                       + "' found using 'type' does not match any of the expected tags: 'adaptive', 'disabled', "
                         "'enabled'");
    }
    if (type == "disabled") {
        return std::nullopt;
    }
    if (type == "enabled") {
        if (!thinking.contains("budget_tokens")) {
            return refusal("thinking.enabled.budget_tokens: Field required");
        }
        if (thinking["budget_tokens"].get<long>() < 1024) {
            return refusal("thinking.enabled.budget_tokens: Input should be greater than or equal to 1024");
        }
        const Json &limit = memberOf(body, "max_tokens");
        if (limit.is_number() && limit.get<long>() <= thinking["budget_tokens"].get<long>()) {
            return refusal(
                "`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our documentation "
                "at https://docs.claude.com/en/docs/build-with-claude/extended-thinking#max-tokens-and-"
                "context-window-size");
        }
    }
    const Json &temperature = memberOf(body, "temperature");
    if (temperature.is_number() && temperature.get<double>() != 1.0) {
        return refusal(
            "`temperature` may only be set to 1 when thinking is enabled. Please consult our documentation at "
            "https://docs.claude.com/en/docs/build-with-claude/extended-thinking#important-considerations-"
            "when-using-extended-thinking");
    }
    const std::string choice = textOf(memberOf(body, "tool_choice"), "type");
    if (choice == "any" || choice == "tool") {
        return refusal("Thinking may not be enabled when tool_choice forces tool use.");
    }
    return std::nullopt;
}

Verdict checkBetas(const Json &body, const RuleContext &context)
{
    for (const auto &[name, beta] :
         {std::pair{"context_management", "context-management-"}, {"mcp_servers", "mcp-client-"}}) {
        if (body.contains(name) && context.betas.find(beta) == std::string_view::npos) {
            return refusal(std::string(name) + ": Extra inputs are not permitted");
        }
    }
    if (context.countingTokens) {
        for (const char *name :
             {"max_tokens", "stream", "temperature", "top_p", "top_k", "stop_sequences", "metadata"}) {
            if (body.contains(name)) {
                return refusal(std::string(name) + ": Extra inputs are not permitted");
            }
        }
    } else if (!body.contains("max_tokens")) {
        return refusal("max_tokens: Field required");
    }
    return std::nullopt;
}

Verdict checkSettings(const Json &body)
{
    for (const auto &[name, lowest, highest] :
         {std::tuple{"max_tokens", 1.0, 1e9}, {"temperature", 0.0, 1.0}, {"top_p", 0.0, 1.0}, {"top_k", 0.0, 1e9}}) {
        if (auto verdict = checkRange(body, name, lowest, highest)) {
            return verdict;
        }
    }
    if (body.contains("temperature") && body.contains("top_p")) {
        return refusal("`temperature` and `top_p` cannot both be specified for this model. Please use only one.");
    }
    static constexpr Field metadataFields[] = {{"user_id", string | null}};
    if (body.contains("metadata")) {
        if (auto verdict = check(body["metadata"], "metadata", metadataFields)) {
            return verdict;
        }
        if (utf8Length(textOf(body["metadata"], "user_id")) > 512) {
            return refusal("metadata.user_id: String should have at most 512 characters");
        }
    }
    static constexpr Field outputFields[] = {
        {"effort", string | null}, {"format", object | null}, {"task_budget", object | null}};
    if (body.contains("output_config")) {
        if (auto verdict = check(body["output_config"], "output_config", outputFields)) {
            return verdict;
        }
        const Json &format = memberOf(body["output_config"], "format");
        static constexpr Field formatFields[] = {{"type", string, true}, {"schema", object, true}};
        if (!format.is_null()) {
            if (auto verdict = check(format, "output_config.format", formatFields)) {
                return verdict;
            }
        }
    }
    const Json &system = memberOf(body, "system");
    for (std::size_t i = 0; system.is_array() && i < system.size(); ++i) {
        if (auto verdict = checkBlock(system[i], "system." + std::to_string(i), "system")) {
            return verdict;
        }
    }
    return std::nullopt;
}

} // namespace

Verdict checkMessages(const Json &body, const RuleContext &context)
{
    if (auto verdict = check(body, {}, bodyFields)) {
        return verdict;
    }
    if (auto verdict = checkBetas(body, context)) {
        return verdict;
    }
    const Json &messages = body["messages"];
    if (messages.empty()) {
        return refusal("messages: at least one message is required");
    }
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (auto verdict = checkMessage(messages[i], "messages." + std::to_string(i), context)) {
            return verdict;
        }
    }
    if (auto verdict = checkToolOrder(messages)) {
        return verdict;
    }
    if (auto verdict = checkTools(body)) {
        return verdict;
    }
    if (auto verdict = checkSettings(body)) {
        return verdict;
    }
    return checkThinking(body);
}

OrderedJson envelope(const Refusal &refusal, const std::string &requestId)
{
    return {{"type", "error"},
            {"error", {{"type", refusal.type}, {"message", refusal.message}}},
            {"request_id", requestId}};
}

} // namespace demo_provider::anthropic
