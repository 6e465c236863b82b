#include "tools/demo_provider/anthropic_block_rules.h"

#include <set>

#include <QByteArray>
#include <QCryptographicHash>

namespace demo_provider::anthropic {

using namespace kind;

namespace {

std::string expectedText(unsigned kinds)
{
    if ((kinds & string) != 0) {
        return "Input should be a valid string";
    }
    if ((kinds & array) != 0) {
        return "Input should be a valid list";
    }
    if ((kinds & object) != 0) {
        return "Input should be a valid dictionary";
    }
    if ((kinds & boolean) != 0) {
        return "Input should be a valid boolean";
    }
    return (kinds & integer) != 0 ? "Input should be a valid integer" : "Input should be a valid number";
}

} // namespace

Refusal refusal(std::string message)
{
    return {400, "invalid_request_error", std::move(message), {}, {}};
}

Verdict check(const Json &value, const std::string &path, std::span<const Field> fields)
{
    const std::string start = path.empty() ? "" : path + ".";
    if (!value.is_object()) {
        return refusal(path + ": Input should be a valid dictionary");
    }
    const auto problem = checkFields(value, fields);
    if (!problem) {
        return std::nullopt;
    }
    switch (problem->what) {
    case FieldProblem::What::Unknown: return refusal(start + problem->name + ": Extra inputs are not permitted");
    case FieldProblem::What::Missing: return refusal(start + problem->name + ": Field required");
    case FieldProblem::What::WrongType: return refusal(start + problem->name + ": " + expectedText(problem->expected));
    }
    return std::nullopt;
}

namespace {

Verdict checkCacheControl(const Json &owner, const std::string &path)
{
    const Json &control = memberOf(owner, "cache_control");
    if (control.is_null()) {
        return std::nullopt;
    }
    static constexpr Field fields[] = {{"type", string, true}, {"ttl", string}, {"scope", string}};
    if (auto verdict = check(control, path + ".cache_control", fields)) {
        return verdict;
    }
    return textOf(control, "type") == "ephemeral" ? Verdict{}
                                                  : refusal(path + ".cache_control.type: Input should be 'ephemeral'");
}

Verdict checkImage(const Json &block, const std::string &path)
{
    static constexpr Field fields[] = {
        {"type", string, true}, {"source", object, true}, {"cache_control", object | null}};
    if (auto verdict = check(block, path, fields)) {
        return verdict;
    }
    const Json &source = block["source"];
    const std::string type = textOf(source, "type");
    if (type == "url") {
        static constexpr Field urlFields[] = {{"type", string, true}, {"url", string, true}};
        if (auto verdict = check(source, path + ".source.url", urlFields)) {
            return verdict;
        }
        const std::string url = source["url"];
        return url.starts_with("https://") ? Verdict{}
                                           : refusal(path + ".image.source.url.url: Only HTTPS URLs are supported.");
    }
    if (type != "base64") {
        return type == "file" ? Verdict{}
                              : refusal(path + ".image.source: Input tag '" + type
                                        + "' found using 'type' does not match any of the expected tags: 'base64', "
                                          "'url', 'file'");
    }
    static constexpr Field dataFields[] = {
        {"type", string, true}, {"media_type", string, true}, {"data", string, true}};
    if (auto verdict = check(source, path + ".image.source.base64", dataFields)) {
        return verdict;
    }
    const std::string media = source["media_type"];
    const std::set<std::string> known = {"image/jpeg", "image/png", "image/gif", "image/webp"};
    if (!known.contains(media)) {
        return refusal(path + ".image.source.base64.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' "
                       + "or 'image/webp'");
    }
    return isBase64Image(source["data"].get_ref<const std::string &>(), media)
               ? Verdict{}
               : refusal(path + ".image.source.base64: The image was specified using the " + media
                         + " media type, but it could not be read as one");
}

Verdict checkThinkingBlock(const Json &block, const std::string &path)
{
    static constexpr Field fields[] = {{"type", string, true}, {"thinking", string, true}, {"signature", string, true}};
    if (auto verdict = check(block, path, fields)) {
        return verdict;
    }
    const std::string thinking = block["thinking"];
    const std::string signature = block["signature"];
    // With `display: omitted` the text stays away and only the signature travels.
    const bool genuine = thinking.empty() ? !signature.empty() : signature == thinkingSignature(thinking);
    return genuine ? Verdict{} : refusal(path + ": Invalid `signature` in `thinking` block");
}

Verdict checkToolResult(const Json &block, const std::string &path)
{
    static constexpr Field fields[] = {{"type", string, true},
                                       {"tool_use_id", string, true},
                                       {"content", string | array},
                                       {"is_error", boolean},
                                       {"cache_control", object | null}};
    if (auto verdict = check(block, path + ".tool_result", fields)) {
        return verdict;
    }
    const Json &content = memberOf(block, "content");
    for (std::size_t i = 0; content.is_array() && i < content.size(); ++i) {
        const std::string type = textOf(content[i], "type");
        if (type == "image") {
            if (auto verdict = checkImage(content[i], path + ".tool_result.content." + std::to_string(i))) {
                return verdict;
            }
        } else if (type != "text" && type != "document" && type != "search_result" && type != "tool_reference") {
            return refusal(path + ".tool_result.content." + std::to_string(i) + ": Input tag '" + type
                           + "' found using 'type' does not match any of the expected tags: 'document', 'image', "
                             "'search_result', 'text', 'tool_reference'");
        }
    }
    return std::nullopt;
}

} // namespace

Verdict checkBlock(const Json &block, const std::string &path, const std::string &role)
{
    if (!block.is_object()) {
        return refusal(path + ": Input should be a valid dictionary");
    }
    if (!block.contains("type")) {
        return refusal(path + ".type: Field required");
    }
    if (auto verdict = checkCacheControl(block, path)) {
        return verdict;
    }
    const std::string type = textOf(block, "type");
    if (type == "text") {
        static constexpr Field fields[] = {{"type", string, true},
                                           {"text", string, true},
                                           {"cache_control", object | null},
                                           {"citations", array | null}};
        if (auto verdict = check(block, path + ".text", fields)) {
            return verdict;
        }
        return textOf(block, "text").empty() ? refusal("messages: text content blocks must be non-empty") : Verdict{};
    }
    if (type == "image") {
        return checkImage(block, path);
    }
    if (type == "tool_use") {
        static constexpr Field fields[] = {{"type", string, true}, {"id", string, true},
                                           {"name", string, true}, {"input", object, true},
                                           {"caller", object},     {"cache_control", object | null}};
        if (role != "assistant") {
            return refusal(path + ": `tool_use` blocks can only be in `assistant` messages");
        }
        if (auto verdict = check(block, path + ".tool_use", fields)) {
            return verdict;
        }
        return isPlainName(textOf(block, "id"), 256)
                   ? Verdict{}
                   : refusal(path + ".tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'");
    }
    if (type == "tool_result") {
        return role == "user" ? checkToolResult(block, path)
                              : refusal(path + ": `tool_result` blocks can only be in `user` messages");
    }
    if (type == "thinking") {
        return role == "assistant" ? checkThinkingBlock(block, path)
                                   : refusal(path + ": `thinking` blocks can only be in `assistant` messages");
    }
    static const std::set<std::string> others = {"redacted_thinking", "document",         "search_result",
                                                 "server_tool_use",   "container_upload", "web_search_tool_result"};
    return others.contains(type)
               ? Verdict{}
               : refusal(
                   path + ": Input tag '" + type
                   + "' found using 'type' does not match any of the expected tags: 'document', 'image', "
                     "'redacted_thinking', 'search_result', 'server_tool_use', 'text', 'thinking', 'tool_result', "
                     "'tool_use', 'web_search_tool_result'");
}

std::string thinkingSignature(const std::string &thinking)
{
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromStdString("bilrost-demo:" + thinking), QCryptographicHash::Sha512);
    return ("Eq" + digest.toBase64(QByteArray::OmitTrailingEquals)).toStdString();
}

} // namespace demo_provider::anthropic
