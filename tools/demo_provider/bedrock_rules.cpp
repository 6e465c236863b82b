#include "tools/demo_provider/bedrock_rules.h"

#include "tools/demo_provider/anthropic_block_rules.h"

#include <algorithm>
#include <set>

namespace demo_provider::bedrock {

namespace {

using namespace kind;

constexpr Field bodyFields[] = {
    {"messages", array, true},   {"system", array},
    {"inferenceConfig", object}, {"toolConfig", object},
    {"guardrailConfig", object}, {"additionalModelRequestFields", object},
    {"promptVariables", object}, {"additionalModelResponseFieldPaths", array},
    {"requestMetadata", object}, {"performanceConfig", object},
    {"serviceTier", object},     {"outputConfig", object},
};

Verdict check(const Json &value, const std::string &path, std::span<const Field> fields)
{
    if (!value.is_object()) {
        return refusal(path + " must be an object.");
    }
    const auto problem = checkFields(value, fields);
    if (!problem) {
        return std::nullopt;
    }
    const std::string place = path.empty() ? problem->name : path + "." + problem->name;
    switch (problem->what) {
    case FieldProblem::What::Unknown:
        return refusal("Malformed input request: #" + (path.empty() ? std::string() : "/" + path) + ": extraneous key ["
                       + problem->name + "] is not permitted, please reformat your input and try again.");
    case FieldProblem::What::Missing:
        return refusal("1 validation error detected: Value null at '" + place
                       + "' failed to satisfy constraint: Member must not be null");
    case FieldProblem::What::WrongType: return refusal("Unexpected field type at '" + place + "'.");
    }
    return std::nullopt;
}

bool isId(const std::string &text)
{
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](unsigned char letter) {
        return std::isalnum(letter) != 0 || letter == '_' || letter == '-' || letter == '.' || letter == ':';
    });
}

Verdict checkText(const Json &block, const std::string &path)
{
    const std::string text = block["text"].is_string() ? block["text"].get<std::string>() : std::string();
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return refusal("The text field in the ContentBlock object at " + path
                       + " is blank. Add text to the text field, and try again.");
    }
    return std::nullopt;
}

Verdict checkImage(const Json &image, const std::string &path)
{
    static constexpr Field fields[] = {{"format", string, true}, {"source", object, true}};
    if (auto verdict = check(image, path, fields)) {
        return verdict;
    }
    const std::string format = textOf(image, "format");
    static const std::set<std::string> formats{"png", "jpeg", "gif", "webp"};
    if (!formats.contains(format) || !isBase64Image(textOf(image["source"], "bytes"), "image/" + format)) {
        return refusal("The model returned the following errors: Could not process image at " + path);
    }
    return std::nullopt;
}

Verdict checkToolResult(const Json &result, const std::string &path)
{
    static constexpr Field fields[] = {
        {"toolUseId", string, true}, {"content", array, true}, {"status", string}, {"type", string}};
    if (auto verdict = check(result, path, fields)) {
        return verdict;
    }
    const std::string status = textOf(result, "status");
    if (!status.empty() && status != "success" && status != "error") {
        return refusal("Value '" + status + "' at '" + path + ".status' must satisfy enum value set: [success, error]");
    }
    static constexpr Field partFields[] = {{"text", string},  {"json", object | array | string | number | boolean},
                                           {"image", object}, {"document", object},
                                           {"video", object}, {"searchResult", object}};
    for (const Json &part : result["content"]) {
        if (auto verdict = check(part, path + ".content", partFields)) {
            return verdict;
        }
        if (part.size() != 1) {
            return refusal("ToolResultContentBlock at " + path + " must set exactly one member.");
        }
    }
    return std::nullopt;
}

Verdict checkToolUse(const Json &use, const std::string &path)
{
    static constexpr Field fields[] = {
        {"toolUseId", string, true}, {"name", string, true}, {"input", object, true}, {"type", string}};
    if (auto verdict = check(use, path, fields)) {
        return verdict;
    }
    if (!isPlainName(textOf(use, "name"), 64)) {
        return refusal("Value at '" + path + ".name' failed to satisfy constraint: [a-zA-Z0-9_-]+");
    }
    return isId(textOf(use, "toolUseId"))
               ? Verdict()
               : refusal("Value at '" + path + ".toolUseId' failed to satisfy constraint: [a-zA-Z0-9_.:-]+");
}

Verdict checkReasoning(const Json &reasoning, const std::string &path)
{
    static constexpr Field fields[] = {{"reasoningText", object}, {"redactedContent", string}};
    static constexpr Field textFields[] = {{"text", string, true}, {"signature", string}};
    if (auto verdict = check(reasoning, path, fields)) {
        return verdict;
    }
    if (!reasoning.contains("reasoningText")) {
        return std::nullopt;
    }
    const Json &text = reasoning["reasoningText"];
    if (auto verdict = check(text, path + ".reasoningText", textFields)) {
        return verdict;
    }
    // Signatures are made and checked as those of the models' own maker; one without its text was asked to be so.
    const std::string said = textOf(text, "text");
    return !said.empty() && text.contains("signature")
                   && textOf(text, "signature") != anthropic::thinkingSignature(said)
               ? refusal("The model returned the following errors: " + path
                         + ": Invalid `signature` in `thinking` block")
               : Verdict();
}

Verdict checkBlock(const Json &block, const std::string &path, const std::string &role)
{
    static constexpr Field fields[] = {{"text", string},
                                       {"image", object},
                                       {"document", object},
                                       {"video", object},
                                       {"toolUse", object},
                                       {"toolResult", object},
                                       {"guardContent", object},
                                       {"cachePoint", object},
                                       {"reasoningContent", object},
                                       {"citationsContent", object},
                                       {"searchResult", object},
                                       {"audio", object}};
    if (auto verdict = check(block, path, fields)) {
        return verdict;
    }
    if (block.size() != 1) {
        return refusal("ContentBlock object at " + path
                       + " must set one of the following keys: text, image, toolUse, "
                         "toolResult, document, video, cachePoint, reasoningContent.");
    }
    if (block.contains("text")) {
        return checkText(block, path);
    }
    if (block.contains("image")) {
        return checkImage(block["image"], path + ".image");
    }
    if (block.contains("toolUse")) {
        return role == "assistant" ? checkToolUse(block["toolUse"], path + ".toolUse")
                                   : refusal("User messages cannot contain toolUse blocks: " + path);
    }
    if (block.contains("toolResult")) {
        return role == "user" ? checkToolResult(block["toolResult"], path + ".toolResult")
                              : refusal("Assistant messages cannot contain toolResult blocks: " + path);
    }
    if (block.contains("reasoningContent")) {
        return role == "assistant" ? checkReasoning(block["reasoningContent"], path + ".reasoningContent")
                                   : refusal("User messages cannot contain reasoning content: " + path);
    }
    return std::nullopt;
}

std::vector<std::string> idsIn(const Json &message, const char *member)
{
    std::vector<std::string> ids;
    for (const Json &block : message["content"]) {
        if (block.contains(member)) {
            ids.push_back(textOf(block[member], "toolUseId"));
        }
    }
    return ids;
}

Verdict checkToolOrder(const Json &messages, bool hasTools)
{
    std::vector<std::string> asked;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const std::string place = "messages." + std::to_string(i) + ".content";
        const std::vector<std::string> results = idsIn(messages[i], "toolResult");
        for (const std::string &id : asked) {
            if (std::find(results.begin(), results.end(), id) == results.end()) {
                return refusal("Expected toolResult blocks at " + place + " for the following Ids: " + id);
            }
        }
        for (const std::string &id : results) {
            if (std::find(asked.begin(), asked.end(), id) == asked.end()) {
                return refusal("The number of toolResult blocks at " + place
                               + " exceeds the number of toolUse blocks of previous turn.");
            }
        }
        asked = idsIn(messages[i], "toolUse");
        if (!hasTools && (!asked.empty() || !results.empty())) {
            return refusal("The toolConfig field must be defined when using toolUse and toolResult content blocks.");
        }
    }
    return std::nullopt;
}

Verdict checkMessages(const Json &messages)
{
    static constexpr Field fields[] = {{"role", string, true}, {"content", array, true}};
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const std::string path = "messages." + std::to_string(i);
        if (auto verdict = check(messages[i], path, fields)) {
            return verdict;
        }
        const std::string role = messages[i]["role"];
        if (role != "user" && role != "assistant" && role != "system") {
            return refusal(
                "Value '" + role + "' at '" + path
                + ".role' failed to satisfy constraint: Member must satisfy enum value set: [user, assistant, system]");
        }
        if (i == 0 && role != "user") {
            return refusal("A conversation must start with a user message. Try again with a conversation that starts "
                           "with a user message.");
        }
        if (i > 0 && role == messages[i - 1]["role"]) {
            return refusal("A conversation must alternate between user and assistant roles. Make sure the conversation "
                           "alternates between user and assistant roles and try again.");
        }
        const Json &content = messages[i]["content"];
        if (content.empty()) {
            return refusal("The content field in the Message object at " + path
                           + " is empty. Add a ContentBlock object to the content field and try again.");
        }
        for (std::size_t place = 0; place < content.size(); ++place) {
            if (auto verdict = checkBlock(content[place], path + ".content." + std::to_string(place), role)) {
                return verdict;
            }
        }
    }
    return std::nullopt;
}

Verdict checkTools(const Json &config)
{
    static constexpr Field fields[] = {{"tools", array, true}, {"toolChoice", object}};
    static constexpr Field toolFields[] = {{"toolSpec", object}, {"systemTool", object}, {"cachePoint", object}};
    static constexpr Field specFields[] = {
        {"name", string, true}, {"description", string}, {"inputSchema", object, true}, {"strict", boolean}};
    static constexpr Field choiceFields[] = {{"auto", object}, {"any", object}, {"tool", object}};
    if (auto verdict = check(config, "toolConfig", fields)) {
        return verdict;
    }
    if (config["tools"].empty()) {
        return refusal("Value at 'toolConfig.tools' failed to satisfy constraint: Member must have length greater than "
                       "or equal to 1");
    }
    std::set<std::string> names;
    for (const Json &tool : config["tools"]) {
        if (auto verdict = check(tool, "toolConfig.tools", toolFields)) {
            return verdict;
        }
        if (!tool.contains("toolSpec")) {
            continue;
        }
        const Json &spec = tool["toolSpec"];
        if (auto verdict = check(spec, "toolConfig.tools.toolSpec", specFields)) {
            return verdict;
        }
        const std::string name = spec["name"];
        if (!isPlainName(name, 64)) {
            return refusal("Value '" + name
                           + "' at 'toolConfig.tools.1.member.toolSpec.name' failed to satisfy "
                             "constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+");
        }
        if (!names.insert(name).second) {
            return refusal("The toolConfig contains duplicate tool names: " + name);
        }
        if (spec.contains("description") && textOf(spec, "description").empty()) {
            return refusal("Value '' at 'toolConfig.tools.1.member.toolSpec.description' failed to satisfy constraint: "
                           "Member must have length greater than or equal to 1");
        }
        if (textOf(memberOf(spec["inputSchema"], "json"), "type") != "object") {
            return refusal("The value at toolConfig.tools.0.toolSpec.inputSchema.json.type must be one of the "
                           "following: object.");
        }
    }
    if (!config.contains("toolChoice")) {
        return std::nullopt;
    }
    const Json &choice = config["toolChoice"];
    if (auto verdict = check(choice, "toolConfig.toolChoice", choiceFields)) {
        return verdict;
    }
    if (choice.size() != 1 || (choice.contains("tool") && !names.contains(textOf(choice["tool"], "name")))) {
        return refusal("toolConfig.toolChoice must name one of the tools.");
    }
    return std::nullopt;
}

Verdict checkInference(const Json &config)
{
    static constexpr Field fields[] = {
        {"maxTokens", integer}, {"temperature", number}, {"topP", number}, {"stopSequences", array}};
    if (auto verdict = check(config, "inferenceConfig", fields)) {
        return verdict;
    }
    if (config.contains("maxTokens") && config["maxTokens"].get<long>() < 1) {
        return refusal("Value at 'inferenceConfig.maxTokens' must have value greater than or equal to 1");
    }
    for (const char *name : {"temperature", "topP"}) {
        const Json &value = memberOf(config, name);
        if (value.is_number() && (value.get<double>() < 0 || value.get<double>() > 1)) {
            return refusal(std::string("Value at 'inferenceConfig.") + name
                           + "' failed to satisfy constraint: Member must have value less than or equal to 1");
        }
    }
    for (const Json &stop : config.contains("stopSequences") ? config["stopSequences"] : Json::array()) {
        if (!stop.is_string() || stop.get_ref<const std::string &>().empty()) {
            return refusal("Value at 'inferenceConfig.stopSequences' must have length greater than or equal to 1");
        }
    }
    return std::nullopt;
}

Verdict checkOutput(const Json &config)
{
    static constexpr Field fields[] = {{"textFormat", object}, {"effort", string}};
    static constexpr Field formatFields[] = {{"type", string, true}, {"structure", object, true}};
    static constexpr Field schemaFields[] = {{"schema", string, true}, {"name", string}, {"description", string}};
    if (auto verdict = check(config, "outputConfig", fields)) {
        return verdict;
    }
    if (!config.contains("textFormat")) {
        return std::nullopt;
    }
    const Json &format = config["textFormat"];
    if (auto verdict = check(format, "outputConfig.textFormat", formatFields)) {
        return verdict;
    }
    const Json &jsonSchema = memberOf(format["structure"], "jsonSchema");
    if (auto verdict = check(jsonSchema, "outputConfig.textFormat.structure.jsonSchema", schemaFields)) {
        return verdict;
    }
    const Json schema = Json::parse(textOf(jsonSchema, "schema"), nullptr, false);
    return schema.is_object() && memberOf(schema, "additionalProperties") == Json(false)
               ? Verdict()
               : refusal("The model returned the following errors: output_config.format.schema: For 'object' type, "
                         "'additionalProperties' must be explicitly set to false");
}

/// Claude, told to think with a budget, goes on with a turn only if it began with its thoughts.
Verdict checkThinkingTurn(const Json &body)
{
    const Json &thinking = memberOf(memberOf(body, "additionalModelRequestFields"), "thinking");
    const Json &messages = body["messages"];
    if (textOf(thinking, "type") != "enabled" || messages.size() < 2 || idsIn(messages.back(), "toolResult").empty()) {
        return std::nullopt;
    }
    return messages[messages.size() - 2]["content"].front().contains("reasoningContent")
               ? Verdict()
               : refusal("The model returned the following errors: messages." + std::to_string(messages.size() - 2)
                         + ".content.0.type: Expected `thinking` or `redacted_thinking`, but found `tool_use`. When "
                           "`thinking` is enabled, a final `assistant` message must start with a thinking block.");
}

} // namespace

Refusal refusal(const std::string &message)
{
    return {400, "ValidationException", message, {}, {}};
}

Verdict checkConverse(const Json &body)
{
    if (auto verdict = check(body, {}, bodyFields)) {
        return verdict;
    }
    if (body["messages"].empty()) {
        return refusal(
            "A conversation must start with a user message. Try again with a conversation that starts with a "
            "user message.");
    }
    if (auto verdict = checkMessages(body["messages"])) {
        return verdict;
    }
    static constexpr Field systemFields[] = {{"text", string}, {"guardContent", object}, {"cachePoint", object}};
    for (const Json &block : body.contains("system") ? body["system"] : Json::array()) {
        if (auto verdict = check(block, "system", systemFields)) {
            return verdict;
        }
        if (block.contains("text")) {
            if (auto verdict = checkText(block, "system")) {
                return verdict;
            }
        }
    }
    if (body.contains("toolConfig")) {
        if (auto verdict = checkTools(body["toolConfig"])) {
            return verdict;
        }
    }
    if (body.contains("inferenceConfig")) {
        if (auto verdict = checkInference(body["inferenceConfig"])) {
            return verdict;
        }
    }
    if (body.contains("outputConfig")) {
        if (auto verdict = checkOutput(body["outputConfig"])) {
            return verdict;
        }
    }
    if (auto verdict = checkToolOrder(body["messages"], body.contains("toolConfig"))) {
        return verdict;
    }
    return checkThinkingTurn(body);
}

} // namespace demo_provider::bedrock
