#include "tools/demo_provider/cohere_turn_rules.h"

#include "tools/demo_provider/cohere_fields.h"
#include "tools/demo_provider/cohere_rules.h"

#include <algorithm>

namespace demo_provider::cohere {

using namespace kind;

namespace {

Verdict checkImage(const Json &block, const std::string &path)
{
    static constexpr Field fields[] = {{"type", string, true}, {"image_url", object, true}};
    static constexpr Field linkFields[] = {{"url", string, true}, {"detail", string}};
    if (auto verdict = check(block, path, fields)) {
        return verdict;
    }
    if (auto verdict = check(block["image_url"], joined(path, "image_url"), linkFields)) {
        return verdict;
    }
    const std::string detail = textOf(block["image_url"], "detail");
    if (!detail.empty() && detail != "auto" && detail != "low" && detail != "high") {
        return invalidRequest("image_url.detail must be one of auto, low or high.");
    }
    const std::string url = textOf(block["image_url"], "url");
    if (url.starts_with("https://") || url.starts_with("http://")) {
        return std::nullopt;
    }
    const std::size_t mark = url.find(";base64,");
    const bool isImage = url.starts_with("data:image/") && mark != std::string::npos
                         && isBase64Image(std::string_view(url).substr(mark + 8), url.substr(5, mark - 5));
    return isImage ? Verdict{} : invalidRequest("image_url.url must be a valid base64 data URI or a web URL.");
}

Verdict checkDocument(const Json &block, const std::string &path)
{
    static constexpr Field fields[] = {{"type", string, true}, {"document", object, true}};
    static constexpr Field documentFields[] = {{"data", object | string, true}, {"id", string}};
    if (auto verdict = check(block, path, fields)) {
        return verdict;
    }
    return check(block["document"], joined(path, "document"), documentFields);
}

Verdict checkBlock(const Json &block, const std::string &path, const std::string &role)
{
    const std::string type = block.is_object() ? textOf(block, "type") : std::string();
    if (type == "text") {
        static constexpr Field fields[] = {{"type", string, true}, {"text", string, true}};
        if (auto verdict = check(block, path, fields)) {
            return verdict;
        }
        return textOf(block, "text").empty() ? invalidRequest("message must not be empty in a turn") : Verdict{};
    }
    if (type == "thinking" && role == "assistant") {
        static constexpr Field fields[] = {{"type", string, true}, {"thinking", string, true}};
        return check(block, path, fields);
    }
    if (type == "image_url" && role == "user") {
        return checkImage(block, path);
    }
    if (type == "document" && role == "tool") {
        return checkDocument(block, path);
    }
    return invalidRequest("content block " + path + " of type '" + type + "' is not valid for role '" + role + "'.");
}

Verdict checkContent(const Json &message, const std::string &path, const std::string &role)
{
    const Json &content = memberOf(message, "content");
    if (content.is_null()) {
        return std::nullopt;
    }
    if (content.empty() || content == Json("")) {
        return invalidRequest("message must not be empty in a turn");
    }
    for (std::size_t i = 0; content.is_array() && i < content.size(); ++i) {
        if (auto verdict = checkBlock(content[i], indexed(path, "content", i), role)) {
            return verdict;
        }
    }
    return std::nullopt;
}

Verdict checkCalls(const Json &calls, const std::string &path)
{
    static constexpr Field fields[] = {{"id", string, true}, {"type", string, true}, {"function", object, true}};
    static constexpr Field calledFields[] = {{"name", string, true}, {"arguments", string, true}};
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const std::string place = indexed(path, "tool_calls", i);
        if (auto verdict = check(calls[i], place, fields)) {
            return verdict;
        }
        if (auto verdict = check(calls[i]["function"], joined(place, "function"), calledFields)) {
            return verdict;
        }
        const Json arguments = Json::parse(calls[i]["function"]["arguments"].get<std::string>(), nullptr, false);
        if (!arguments.is_object()) {
            return invalidRequest("the arguments of tool call " + textOf(calls[i], "id") + " must be a JSON object.");
        }
    }
    return std::nullopt;
}

Verdict checkMessage(const Json &message, const std::string &path)
{
    static constexpr Field plainFields[] = {{"role", string, true}, {"content", string | array, true}};
    static constexpr Field toolFields[] = {
        {"role", string, true}, {"content", string | array, true}, {"tool_call_id", string, true}};
    static constexpr Field assistantFields[] = {{"role", string, true},
                                                {"content", string | array | null},
                                                {"tool_plan", string | null},
                                                {"tool_calls", array | null},
                                                {"citations", array | null}};
    const std::string role = message.is_object() ? textOf(message, "role") : std::string();
    if (role == "assistant") {
        if (auto verdict = check(message, path, assistantFields)) {
            return verdict;
        }
        const Json &calls = memberOf(message, "tool_calls");
        if (calls.empty() && memberOf(message, "content").empty()) {
            return invalidRequest("all elements in history must have a message.");
        }
        if (auto verdict = checkCalls(calls, path)) {
            return verdict;
        }
    } else if (role == "tool") {
        if (auto verdict = check(message, path, toolFields)) {
            return verdict;
        }
    } else if (role == "user" || role == "system") {
        if (auto verdict = check(message, path, plainFields)) {
            return verdict;
        }
    } else {
        return invalidRequest("role must be one of user, assistant, system or tool, but was '" + role + "'.");
    }
    return checkContent(message, path, role);
}

/// The ids that the turns behind `from` answer, and that the turn itself asks, must be the same.
Verdict checkResults(const Json &messages, std::size_t from)
{
    std::vector<std::string> asked;
    for (const Json &call : memberOf(messages[from], "tool_calls")) {
        asked.push_back(textOf(call, "id"));
    }
    for (std::size_t i = from + 1; i < messages.size() && textOf(messages[i], "role") == "tool"; ++i) {
        const auto found = std::find(asked.begin(), asked.end(), textOf(messages[i], "tool_call_id"));
        if (found == asked.end()) {
            return invalidRequest("tool call id " + textOf(messages[i], "tool_call_id")
                                  + " not found in the tool calls of the previous assistant message.");
        }
        asked.erase(found);
    }
    return asked.empty() ? Verdict{}
                         : invalidRequest("tool call id " + asked.front() + " must be followed by a tool message.");
}

} // namespace

Verdict checkMessages(const Json &messages)
{
    if (messages.empty()) {
        return invalidRequest("messages must not be empty.");
    }
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (auto verdict = checkMessage(messages[i], indexed({}, "messages", i))) {
            return verdict;
        }
    }
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const std::string role = textOf(messages[i], "role");
        if (role == "system" && i > 0 && textOf(messages[i - 1], "role") != "system") {
            return invalidRequest("system turn must be the first in the list");
        }
        const std::string before = i == 0 ? std::string() : textOf(messages[i - 1], "role");
        if (role == "tool" && before != "tool" && before != "assistant") {
            return invalidRequest("a tool message must follow the assistant message that called the tool.");
        }
        if (role == "assistant") {
            if (auto verdict = checkResults(messages, i)) {
                return verdict;
            }
        }
    }
    const std::string last = textOf(messages.back(), "role");
    return last == "user" || last == "tool"
               ? Verdict{}
               : invalidRequest("message must be at least 1 token long or tool results must be specified.");
}

} // namespace demo_provider::cohere
