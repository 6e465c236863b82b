#include "tools/demo_provider/gemini_config_rules.h"

#include "tools/demo_provider/gemini_fields.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace demo_provider::gemini {

using namespace kind;

namespace {

constexpr Field configFields[] = {{"temperature", number | null},
                                  {"topP", number | null},
                                  {"topK", number | null},
                                  {"candidateCount", integer},
                                  {"maxOutputTokens", integer},
                                  {"stopSequences", array},
                                  {"responseMimeType", string},
                                  {"responseSchema", object},
                                  {"responseJsonSchema", object},
                                  {"responseModalities", array},
                                  {"presencePenalty", number},
                                  {"frequencyPenalty", number},
                                  {"seed", integer},
                                  {"responseLogprobs", boolean},
                                  {"logprobs", integer},
                                  {"thinkingConfig", object},
                                  {"speechConfig", object},
                                  {"imageConfig", object},
                                  {"enableEnhancedCivicAnswers", boolean},
                                  {"mediaResolution", string}};
/// The Schema message is a part of OpenAPI 3.0, not JSON Schema.
constexpr Field schemaFields[] = {{"type", string, true},
                                  {"format", string},
                                  {"title", string},
                                  {"description", string},
                                  {"nullable", boolean},
                                  {"enum", array},
                                  {"maxItems", integer | string},
                                  {"minItems", integer | string},
                                  {"properties", object},
                                  {"required", array},
                                  {"minProperties", integer | string},
                                  {"maxProperties", integer | string},
                                  {"minLength", integer | string},
                                  {"maxLength", integer | string},
                                  {"pattern", string},
                                  {"example", string | number | object},
                                  {"anyOf", array},
                                  {"propertyOrdering", array},
                                  {"default", string | number | boolean | object | array | null},
                                  {"items", object},
                                  {"minimum", number},
                                  {"maximum", number}};

Verdict checkRange(const Json &config, std::string_view name, double lowest, double highest)
{
    const Json &value = memberOf(config, name);
    if (!value.is_number() || (value.get<double>() >= lowest && value.get<double>() <= highest)) {
        return std::nullopt;
    }
    return invalidMember(joined("generation_config", name), protoName(name) + " must be in the range ["
                                                                + dumped(Json(lowest)) + ", " + dumped(Json(highest))
                                                                + "].");
}

Verdict checkSchema(const Json &schema, const std::string &path)
{
    if (schema.is_object() && !schema.contains("type") && schema.contains("anyOf")) {
        Json typed = schema;
        typed["type"] = "TYPE_UNSPECIFIED";
        return checkSchema(typed, path);
    }
    if (auto verdict = check(schema, path, schemaFields)) {
        return verdict;
    }
    static const std::vector<std::string_view> types = {"TYPE_UNSPECIFIED", "STRING", "NUMBER", "INTEGER",
                                                        "BOOLEAN",          "ARRAY",  "OBJECT", "NULL"};
    if (auto verdict = checkEnum(schema, "type", path, "Type", types)) {
        return verdict;
    }
    const std::string type = textOf(schema, "type");
    const bool isObject = type == "OBJECT" || type == "object";
    const Json &properties = memberOf(schema, "properties");
    if (isObject && schema.contains("properties") && properties.empty()) {
        return invalidMember(path + ".properties", "should be non-empty for OBJECT type");
    }
    if ((type == "ARRAY" || type == "array") && !schema.contains("items")) {
        return invalidMember(path + ".items", "missing field.");
    }
    for (const Json &name : memberOf(schema, "required")) {
        if (!name.is_string() || !properties.contains(name.get<std::string>())) {
            return invalidMember(path + ".required[0]", "property is not defined");
        }
    }
    for (const auto &[name, value] : properties.items()) {
        if (auto verdict = checkSchema(value, path + ".properties[" + name + "]")) {
            return verdict;
        }
    }
    for (const Json &one : memberOf(schema, "anyOf")) {
        if (auto verdict = checkSchema(one, path + ".any_of")) {
            return verdict;
        }
    }
    return schema.contains("items") ? checkSchema(schema["items"], path + ".items") : Verdict{};
}

Verdict checkThinking(const Json &thinking)
{
    if (thinking.is_null()) {
        return std::nullopt;
    }
    static constexpr Field fields[] = {
        {"includeThoughts", boolean}, {"thinkingBudget", integer}, {"thinkingLevel", string}};
    const std::string path = "generation_config.thinking_config";
    if (auto verdict = check(thinking, path, fields)) {
        return verdict;
    }
    if (thinking.contains("thinkingBudget") && thinking.contains("thinkingLevel")) {
        return refusal("You can only set only one of thinking budget and thinking level.");
    }
    const Json &budget = memberOf(thinking, "thinkingBudget");
    if (budget.is_number() && (budget.get<long>() < -1 || budget.get<long>() > 32768)) {
        return refusal("The thinking budget " + dumped(budget)
                       + " is invalid. Please choose a value between 0 and 32768.");
    }
    return checkEnum(thinking, "thinkingLevel", path, "ThinkingConfig.ThinkingLevel",
                     {"MINIMAL", "LOW", "MEDIUM", "HIGH"});
}

Verdict checkFormat(const Json &config)
{
    const std::string mime = textOf(config, "responseMimeType");
    static const std::set<std::string> known = {
        "", "text/plain", "application/json", "application/xml", "application/yaml", "text/x.enum"};
    if (!known.contains(mime)) {
        return invalidMember("generation_config.response_mime_type",
                             "allowed mimetypes are `text/plain`, `application/json`, `application/xml`, "
                             "`application/yaml` and `text/x.enum`.");
    }
    const bool hasSchema = config.contains("responseSchema") || config.contains("responseJsonSchema");
    if (hasSchema && mime != "application/json" && mime != "text/x.enum") {
        return invalidMember("generation_config.response_schema",
                             "only supported with response_mime_type `application/json` or `text/x.enum`.");
    }
    if (config.contains("responseSchema") && config.contains("responseJsonSchema")) {
        return refusal("Only one of response_schema and response_json_schema may be set.");
    }
    return config.contains("responseSchema")
               ? checkSchema(config["responseSchema"], "generation_config.response_schema")
               : Verdict{};
}

Verdict checkDeclaration(const Json &declaration, const std::string &path, std::set<std::string> &names)
{
    static constexpr Field fields[] = {
        {"name", string, true},        {"description", string},          {"behavior", string},
        {"parameters", object},        {"parametersJsonSchema", object}, {"response", object},
        {"responseJsonSchema", object}};
    if (auto verdict = check(declaration, path, fields)) {
        return verdict;
    }
    const std::string name = declaration["name"];
    std::string plain = name;
    for (char &c : plain) {
        c = c == '.' || c == ':' ? '_' : c;
    }
    const bool beginsWell =
        !name.empty() && (std::isalpha(static_cast<unsigned char>(name.front())) != 0 || name.front() == '_');
    if (!beginsWell || !isPlainName(plain, 64)) {
        return invalidMember(path + ".name",
                             "Invalid function name. Must start with a letter or an underscore. Must be alphanumeric "
                             "(a-z, A-Z, 0-9), underscores (_), dots (.), colons (:), or dashes (-), with a maximum "
                             "length of 64.");
    }
    if (!names.insert(name).second) {
        return refusal("Duplicate function declaration found: " + name);
    }
    if (declaration.contains("parameters") && declaration.contains("parametersJsonSchema")) {
        return invalidMember(path + ".parameters", "only one of parameters and parameters_json_schema may be set.");
    }
    return declaration.contains("parameters") ? checkSchema(declaration["parameters"], path + ".parameters")
                                              : Verdict{};
}

} // namespace

Verdict checkGenerationConfig(const Json &config)
{
    if (config.is_null()) {
        return std::nullopt;
    }
    if (auto verdict = check(config, "generation_config", configFields)) {
        return verdict;
    }
    for (const auto &[name, lowest, highest] : {std::tuple{"temperature", 0.0, 2.0},
                                                {"topP", 0.0, 1.0},
                                                {"topK", 1.0, 1000.0},
                                                {"candidateCount", 1.0, 8.0},
                                                {"maxOutputTokens", 1.0, 1e9},
                                                {"seed", -2147483648.0, 2147483647.0}}) {
        if (auto verdict = checkRange(config, name, lowest, highest)) {
            return verdict;
        }
    }
    if (memberOf(config, "stopSequences").size() > 5) {
        return invalidMember("generation_config.stop_sequences", "The number of stop sequences must not exceed 5.");
    }
    if (auto verdict = checkThinking(memberOf(config, "thinkingConfig"))) {
        return verdict;
    }
    return checkFormat(config);
}

std::vector<const Json *> declarationsOf(const Json &tools)
{
    std::vector<const Json *> declarations;
    for (std::size_t i = 0; tools.is_array() && i < tools.size(); ++i) {
        const Json &list = memberOf(tools[i], "functionDeclarations");
        for (std::size_t one = 0; list.is_array() && one < list.size(); ++one) {
            declarations.push_back(&list[one]);
        }
    }
    return declarations;
}

Verdict checkTools(const Json &tools)
{
    static constexpr Field fields[] = {
        {"functionDeclarations", array}, {"googleSearch", object}, {"googleSearchRetrieval", object},
        {"codeExecution", object},       {"urlContext", object},   {"computerUse", object},
        {"fileSearch", object},          {"googleMaps", object},   {"mcpServers", array}};
    std::set<std::string> names;
    for (std::size_t i = 0; tools.is_array() && i < tools.size(); ++i) {
        const std::string path = indexed({}, "tools", i);
        if (auto verdict = check(tools[i], path, fields)) {
            return verdict;
        }
        const Json &declarations = memberOf(tools[i], "functionDeclarations");
        for (std::size_t one = 0; one < declarations.size(); ++one) {
            if (auto verdict = checkDeclaration(declarations[one], indexed(path, "functionDeclarations", one), names)) {
                return verdict;
            }
        }
    }
    return std::nullopt;
}

Verdict checkToolConfig(const Json &toolConfig, const Json &tools)
{
    if (toolConfig.is_null()) {
        return std::nullopt;
    }
    static constexpr Field fields[] = {
        {"functionCallingConfig", object}, {"retrievalConfig", object}, {"includeServerSideToolInvocations", boolean}};
    if (auto verdict = check(toolConfig, "tool_config", fields)) {
        return verdict;
    }
    const Json &calling = memberOf(toolConfig, "functionCallingConfig");
    if (calling.is_null()) {
        return std::nullopt;
    }
    static constexpr Field callingFields[] = {
        {"mode", string}, {"allowedFunctionNames", array}, {"streamFunctionCallArguments", boolean}};
    const std::string path = "tool_config.function_calling_config";
    if (auto verdict = check(calling, path, callingFields)) {
        return verdict;
    }
    if (auto verdict = checkEnum(calling, "mode", path, "FunctionCallingConfig.Mode",
                                 {"MODE_UNSPECIFIED", "AUTO", "ANY", "NONE", "VALIDATED"})) {
        return verdict;
    }
    const std::vector<const Json *> declarations = declarationsOf(tools);
    if (declarations.empty()) {
        return refusal("Function calling config is set without function_declarations.");
    }
    const Json &allowed = memberOf(calling, "allowedFunctionNames");
    const std::string mode = textOf(calling, "mode");
    if (!allowed.empty() && mode != "ANY" && mode != "VALIDATED") {
        return invalidMember(path + ".allowed_function_names",
                             "Allowed function names should only be set when function calling mode is ANY.");
    }
    for (const Json &name : allowed) {
        const auto isIt = [&](const Json *declaration) { return textOf(*declaration, "name") == name; };
        if (std::none_of(declarations.begin(), declarations.end(), isIt)) {
            return invalidMember(path + ".allowed_function_names",
                                 "Function " + dumped(name) + " is not in the function declarations.");
        }
    }
    return std::nullopt;
}

} // namespace demo_provider::gemini
