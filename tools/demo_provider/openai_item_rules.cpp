#include "tools/demo_provider/openai_item_rules.h"

#include "tools/demo_provider/openai_fields.h"

#include <algorithm>
#include <set>

#include <QByteArray>

namespace demo_provider::openai {

namespace {

using namespace kind;

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

// Codex 0.169 puts it into its items and OpenAI takes it.
constexpr auto codexMetadata = "internal_chat_message_metadata_passthrough";

Verdict checkMessageItem(const Json &item, const std::string &path)
{
    static constexpr Field fields[] = {
        {"type", string},          {"role", string, true},   {"content", string | array, true}, {"id", string | null},
        {"status", string | null}, {"phase", string | null}, {codexMetadata, object | null}};
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
                                       {"status", string | null},
                                       {codexMetadata, object | null}};
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
        static constexpr Field fields[] = {
            {"type", string, true},    {"id", string | null},       {"call_id", string, true},
            {"name", string, true},    {"arguments", string, true}, {"namespace", string | null},
            {"status", string | null}, {"caller", object | null},   {codexMetadata, object | null}};
        if (auto verdict = check(item, path, fields)) {
            return verdict;
        }
        return checkId(item, path, "fc");
    }
    if (type == "function_call_output") {
        static constexpr Field fields[] = {
            {"type", string, true},           {"id", string | null},     {"call_id", string, true},
            {"output", string | array, true}, {"status", string | null}, {"name", string | null},
            {"namespace", string | null},     {"caller", object | null}, {codexMetadata, object | null}};
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

} // namespace

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

std::string encryptedReasoning(const std::string &reasoning)
{
    return QByteArray::fromStdString(std::string(encryptedPrefix) + reasoning).toBase64().toStdString();
}

} // namespace demo_provider::openai
