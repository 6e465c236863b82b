#include "tools/demo_provider/cohere_rules.h"

#include "tools/demo_provider/cohere_fields.h"
#include "tools/demo_provider/cohere_turn_rules.h"

#include <algorithm>
#include <cctype>

namespace demo_provider::cohere {

using namespace kind;

namespace {

constexpr Field bodyFields[] = {
    {"model", string, true},
    {"messages", array, true},
    {"stream", boolean | null},
    {"tools", array | null},
    {"strict_tools", boolean | null},
    {"tool_choice", string | null},
    {"documents", array | null},
    {"citation_options", object | null},
    {"response_format", object | null},
    {"safety_mode", string | null},
    {"max_tokens", integer | null},
    {"stop_sequences", array | null},
    {"temperature", number | null},
    {"seed", integer | null},
    {"frequency_penalty", number | null},
    {"presence_penalty", number | null},
    {"k", integer | null},
    {"p", number | null},
    {"logprobs", boolean | null},
    {"thinking", object | null},
    {"priority", integer | null},
    {"raw_prompting", boolean | null},
};

Verdict checkRange(const Json &body, const char *name, double lowest, double highest, const char *range)
{
    const Json &value = memberOf(body, name);
    if (!value.is_number() || (value.get<double>() >= lowest && value.get<double>() <= highest)) {
        return std::nullopt;
    }
    return invalidRequest(std::string(name) + " must be between " + range + " inclusive.");
}

Verdict checkSampling(const Json &body)
{
    for (const Verdict &verdict :
         {checkRange(body, "temperature", 0, 1, "0 and 1.0"), checkRange(body, "p", 0.01, 0.99, "0.01 and 0.99"),
          checkRange(body, "k", 0, 500, "0 and 500"), checkRange(body, "frequency_penalty", 0, 1, "0 and 1.0"),
          checkRange(body, "presence_penalty", 0, 1, "0 and 1.0"),
          checkRange(body, "max_tokens", 1, 1e9, "1 and the model's limit"),
          checkRange(body, "seed", 0, 1.8446744073709552e19, "0 and 18446744073709551615")}) {
        if (verdict) {
            return verdict;
        }
    }
    const auto isSet = [&](const char *name) {
        const Json &value = memberOf(body, name);
        return value.is_number() && value.get<double>() > 0;
    };
    if (isSet("frequency_penalty") && isSet("presence_penalty")) {
        return invalidRequest("cannot specify both frequency_penalty and presence_penalty.");
    }
    return memberOf(body, "stop_sequences").size() > 5 ? invalidRequest("at most 5 stop sequences may be specified.")
                                                       : Verdict{};
}

bool isToolName(const std::string &name)
{
    return !name.empty() && std::isdigit(static_cast<unsigned char>(name.front())) == 0
           && std::all_of(name.begin(), name.end(), [](char character) {
                  return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
              });
}

Verdict checkTools(const Json &body)
{
    static constexpr Field fields[] = {{"type", string, true}, {"function", object, true}};
    static constexpr Field functionFields[] = {
        {"name", string, true}, {"description", string | null}, {"parameters", object, true}};
    const Json &tools = memberOf(body, "tools");
    for (std::size_t i = 0; i < tools.size(); ++i) {
        const std::string path = indexed({}, "tools", i);
        if (auto verdict = check(tools[i], path, fields)) {
            return verdict;
        }
        const Json &function = tools[i]["function"];
        if (auto verdict = check(function, joined(path, "function"), functionFields)) {
            return verdict;
        }
        if (!isToolName(textOf(function, "name"))) {
            return invalidRequest("tool name '" + textOf(function, "name")
                                  + "' may contain only a-z, A-Z, 0-9 and _ and must not begin with a digit.");
        }
        const Json &parameters = function["parameters"];
        const bool hasOnlyOptional =
            !memberOf(parameters, "properties").empty() && memberOf(parameters, "required").empty();
        if (memberOf(body, "strict_tools") == Json(true) && hasOnlyOptional) {
            return invalidRequest("tools with strict_tools must have at least one required parameter.");
        }
    }
    const Json &choice = memberOf(body, "tool_choice");
    if (choice.is_string() && choice != Json("REQUIRED") && choice != Json("NONE")) {
        return invalidRequest("tool_choice must be one of REQUIRED or NONE.");
    }
    return choice.is_string() && tools.empty() ? invalidRequest("tool_choice requires tools to be specified.")
                                               : Verdict{};
}

/// An object at the top, and something required in every object.
Verdict checkSchema(const Json &schema, bool isTop)
{
    if (!schema.is_object()) {
        return std::nullopt;
    }
    if (isTop && textOf(schema, "type") != "object") {
        return invalidRequest("the top level of response_format.json_schema must be of type object.");
    }
    for (const char *name : {"anyOf", "allOf", "oneOf", "not", "minimum", "maximum", "minItems", "maxItems",
                             "minLength", "maxLength", "uniqueItems", "additionalProperties"}) {
        if (schema.contains(name)) {
            return invalidRequest(std::string("response_format.json_schema: '") + name + "' is not supported.");
        }
    }
    if (textOf(schema, "type") == "object" && memberOf(schema, "required").empty()) {
        return invalidRequest("every object in response_format.json_schema must have a required field.");
    }
    for (const Json &property : memberOf(schema, "properties")) {
        if (auto verdict = checkSchema(property, false)) {
            return verdict;
        }
    }
    return checkSchema(memberOf(schema, "items"), false);
}

Verdict checkFormat(const Json &body)
{
    static constexpr Field fields[] = {
        {"type", string, true}, {"json_schema", object | null}, {"schema", object | null}};
    const Json &format = memberOf(body, "response_format");
    if (format.is_null()) {
        return std::nullopt;
    }
    if (auto verdict = check(format, "response_format", fields)) {
        return verdict;
    }
    const std::string type = textOf(format, "type");
    if (type != "text" && type != "json_object") {
        return invalidRequest("response_format.type must be one of text or json_object.");
    }
    if (type == "text") {
        return std::nullopt;
    }
    if (!memberOf(body, "documents").empty()) {
        return invalidRequest("response_format is not supported with RAG.");
    }
    if (!memberOf(body, "tools").empty()) {
        return invalidRequest("response_format is not supported with tools.");
    }
    const Json &schema = memberOf(format, "json_schema");
    return schema.is_object() ? checkSchema(schema, true) : Verdict{};
}

Verdict checkThinking(const Json &thinking)
{
    static constexpr Field fields[] = {{"type", string, true}, {"token_budget", integer | null}};
    if (thinking.is_null()) {
        return std::nullopt;
    }
    if (auto verdict = check(thinking, "thinking", fields)) {
        return verdict;
    }
    const std::string type = textOf(thinking, "type");
    if (type != "enabled" && type != "disabled") {
        return invalidRequest("thinking.type must be one of enabled or disabled.");
    }
    const Json &budget = memberOf(thinking, "token_budget");
    return budget.is_number() && budget.get<long>() < 1 ? invalidRequest("thinking.token_budget must be positive.")
                                                        : Verdict{};
}

Verdict checkDocuments(const Json &documents)
{
    static constexpr Field fields[] = {{"data", object | string, true}, {"id", string | null}};
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (documents[i].is_string()) {
            continue;
        }
        if (auto verdict = check(documents[i], indexed({}, "documents", i), fields)) {
            return verdict;
        }
    }
    return std::nullopt;
}

} // namespace

Refusal invalidRequest(const std::string &words)
{
    return {400, {}, "invalid request: " + words, {}, {}};
}

Verdict checkChat(const Json &body)
{
    if (auto verdict = check(body, {}, bodyFields)) {
        return verdict;
    }
    if (auto verdict = checkMessages(body["messages"])) {
        return verdict;
    }
    if (auto verdict = checkTools(body)) {
        return verdict;
    }
    if (auto verdict = checkDocuments(memberOf(body, "documents"))) {
        return verdict;
    }
    if (auto verdict = checkFormat(body)) {
        return verdict;
    }
    if (auto verdict = checkThinking(memberOf(body, "thinking"))) {
        return verdict;
    }
    return checkSampling(body);
}

} // namespace demo_provider::cohere
