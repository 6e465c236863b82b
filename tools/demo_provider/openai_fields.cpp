#include "tools/demo_provider/openai_fields.h"

#include <algorithm>

namespace demo_provider::openai {

namespace {

std::string joined(const std::string &path, std::string_view name)
{
    return path.empty() ? std::string(name) : path + "." + std::string(name);
}

std::string expectedText(unsigned kinds)
{
    static const std::pair<unsigned, const char *> words[] = {
        {kind::string, "a string"},   {kind::integer, "an integer"}, {kind::number, "a decimal"},
        {kind::boolean, "a boolean"}, {kind::object, "an object"},   {kind::array, "an array"}};
    std::vector<std::string> parts;
    for (const auto &[bit, word] : words) {
        if ((kinds & bit) != 0) {
            parts.emplace_back(word);
        }
    }
    if (parts.size() < 2) {
        return parts.empty() ? "null" : parts.front();
    }
    std::string text = "one of ";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == parts.size() ? " or " : ", ") + parts[i];
    }
    return text;
}

std::string foundText(const Json &value)
{
    switch (value.type()) {
    case Json::value_t::string: return "a string";
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned: return "an integer";
    case Json::value_t::number_float: return "a decimal";
    case Json::value_t::boolean: return "a boolean";
    case Json::value_t::object: return "an object";
    case Json::value_t::array: return "an array";
    default: return "null";
    }
}

std::string plainNumber(double number)
{
    return dumped(number == static_cast<double>(static_cast<long>(number)) ? Json(static_cast<long>(number))
                                                                           : Json(number));
}

} // namespace

Refusal refusal(std::string message, std::string param, std::string code)
{
    return {400, "invalid_request_error", std::move(message), std::move(param), std::move(code)};
}

Refusal unknownParameter(const std::string &path)
{
    return refusal("Unknown parameter: '" + path + "'.", path, "unknown_parameter");
}

Refusal missingParameter(const std::string &path)
{
    return refusal("Missing required parameter: '" + path + "'.", path, "missing_required_parameter");
}

Refusal wrongType(const std::string &path, unsigned expected, const Json &value)
{
    return refusal("Invalid type for '" + path + "': expected " + expectedText(expected) + ", but got "
                       + foundText(value) + " instead.",
                   path, "invalid_type");
}

Refusal invalidValue(const std::string &path, const Json &value, const std::vector<std::string_view> &supported)
{
    const std::string text = value.is_string() ? value.get<std::string>() : dumped(value);
    return refusal("Invalid value: '" + text + "'. Supported values are: " + quotedList(supported, "and") + ".", path,
                   "invalid_value");
}

Verdict check(const Json &object, const std::string &path, std::span<const Field> fields)
{
    if (!object.is_object()) {
        return wrongType(path, kind::object, object);
    }
    const auto problem = checkFields(object, fields);
    if (!problem) {
        return std::nullopt;
    }
    const std::string where = joined(path, problem->name);
    switch (problem->what) {
    case FieldProblem::What::Unknown: return unknownParameter(where);
    case FieldProblem::What::Missing: return missingParameter(where);
    case FieldProblem::What::WrongType: return wrongType(where, problem->expected, *problem->value);
    }
    return std::nullopt;
}

Verdict checkRange(const Json &body, std::string_view name, double lowest, double highest)
{
    const Json &value = memberOf(body, name);
    if (!value.is_number()) {
        return std::nullopt;
    }
    const std::string word = value.is_number_integer() ? "integer" : "decimal";
    const std::string param(name);
    if (value.get<double>() < lowest) {
        return refusal("Invalid '" + param + "': " + word + " below minimum value. Expected a value >= "
                           + plainNumber(lowest) + ", but got " + dumped(value) + " instead.",
                       param, word + "_below_min_value");
    }
    if (value.get<double>() > highest) {
        return refusal("Invalid '" + param + "': " + word + " above maximum value. Expected a value <= "
                           + plainNumber(highest) + ", but got " + dumped(value) + " instead.",
                       param, word + "_above_max_value");
    }
    return std::nullopt;
}

Verdict checkLength(const Json &object, std::string_view name, const std::string &path, std::size_t longest)
{
    const Json &value = memberOf(object, name);
    const std::size_t length = value.is_string() ? utf8Length(value.get_ref<const std::string &>()) : 0;
    if (length <= longest) {
        return std::nullopt;
    }
    const std::string where = joined(path, name);
    return refusal("Invalid '" + where + "': string too long. Expected a string with maximum length "
                       + std::to_string(longest) + ", but got a string with length " + std::to_string(length)
                       + " instead.",
                   where, "string_above_max_length");
}

Verdict checkOneOf(const Json &object, std::string_view name, const std::string &path,
                   const std::vector<std::string_view> &supported)
{
    const Json &value = memberOf(object, name);
    if (value.is_null()) {
        return std::nullopt;
    }
    const bool fits =
        value.is_string()
        && std::find(supported.begin(), supported.end(), value.get_ref<const std::string &>()) != supported.end();
    return fits ? Verdict{} : invalidValue(joined(path, name), value, supported);
}

Verdict checkCommonLimits(const Json &body)
{
    for (const auto &[name, lowest, highest] :
         {std::tuple{"temperature", 0.0, 2.0}, {"top_p", 0.0, 1.0}, {"top_logprobs", 0.0, 20.0}}) {
        if (auto verdict = checkRange(body, name, lowest, highest)) {
            return verdict;
        }
    }
    for (const auto &[name, longest] :
         {std::pair{"user", std::size_t{64}}, {"safety_identifier", 64}, {"prompt_cache_key", 64}}) {
        if (auto verdict = checkLength(body, name, {}, longest)) {
            return verdict;
        }
    }
    const Json &metadata = memberOf(body, "metadata");
    if (metadata.is_object()) {
        if (metadata.size() > 16) {
            return refusal("Invalid 'metadata': too many properties. Expected an object with at most 16 properties, "
                           "but got an object with "
                               + std::to_string(metadata.size()) + " properties instead.",
                           "metadata", "object_above_max_properties");
        }
        for (const auto &[key, value] : metadata.items()) {
            if (!value.is_string()) {
                return wrongType("metadata." + key, kind::string, value);
            }
            if (auto verdict = checkLength(metadata, key, "metadata", 512)) {
                return verdict;
            }
        }
    }
    return checkOneOf(body, "service_tier", {}, {"auto", "default", "flex", "scale", "priority", "fast"});
}

Verdict checkFunction(const Json &function, const std::string &path)
{
    const Json &name = memberOf(function, "name");
    if (name.is_null()) {
        return missingParameter(path + ".name");
    }
    if (!name.is_string()) {
        return wrongType(path + ".name", kind::string, name);
    }
    if (name.get_ref<const std::string &>().size() > 64) {
        return checkLength(function, "name", path, 64);
    }
    if (!isPlainName(name.get_ref<const std::string &>(), 64)) {
        return refusal("Invalid '" + path + ".name': string does not match pattern. Expected a string that matches "
                           + "the pattern '^[a-zA-Z0-9_-]+$'.",
                       path + ".name", "invalid_value");
    }
    const Json &parameters = memberOf(function, "parameters");
    if (parameters.is_object() && !parameters.empty() && textOf(parameters, "type") != "object") {
        return refusal("Invalid schema for function '" + textOf(function, "name")
                           + "': schema must be a JSON Schema of "
                           + "'type: \"object\"', got 'type: " + dumped(memberOf(parameters, "type")) + "'.",
                       path + ".parameters", "invalid_function_parameters");
    }
    if (memberOf(function, "strict") == Json(true)) {
        return checkStrictSchema(parameters, "function '" + textOf(function, "name") + "'", path + ".parameters");
    }
    return std::nullopt;
}

Verdict checkStrictSchema(const Json &schema, const std::string &owner, const std::string &param,
                          const std::string &context)
{
    if (!schema.is_object()) {
        return std::nullopt;
    }
    const std::string code = owner.starts_with("function") ? "invalid_function_parameters" : "invalid_json_schema";
    const std::string start = "Invalid schema for " + owner + ": In context=(" + context + "), ";
    const Json &properties = memberOf(schema, "properties");
    if (textOf(schema, "type") == "object") {
        if (memberOf(schema, "additionalProperties") != Json(false)) {
            return refusal(start + "'additionalProperties' is required to be supplied and to be false.", param, code);
        }
        const Json &required = memberOf(schema, "required");
        for (const auto &[name, value] : properties.items()) {
            if (!required.is_array() || std::find(required.begin(), required.end(), Json(name)) == required.end()) {
                return refusal(start + "'required' is required to be supplied and to be an array including every key "
                                   + "in properties. Missing '" + name + "'.",
                               param, code);
            }
        }
    }
    for (const char *keyword : {"properties", "$defs"}) {
        for (const auto &[name, value] : memberOf(schema, keyword).items()) {
            const std::string deeper =
                context + (context.empty() ? "'" : ", '") + std::string(keyword) + "', '" + name + "'";
            if (auto verdict = checkStrictSchema(value, owner, param, deeper)) {
                return verdict;
            }
        }
    }
    return checkStrictSchema(memberOf(schema, "items"), owner, param,
                             context + (context.empty() ? "'items'" : ", 'items'"));
}

Verdict checkImageUrl(const std::string &url, const std::string &path)
{
    if (url.starts_with("https://") || url.starts_with("http://")) {
        return std::nullopt;
    }
    const std::size_t marker = url.find(";base64,");
    if (!url.starts_with("data:") || marker == std::string::npos) {
        return refusal("Invalid '" + path + "'. Expected a valid URL, but got a value with an invalid format.", path,
                       "invalid_value");
    }
    if (!isBase64Image(std::string_view(url).substr(marker + 8), url.substr(5, marker - 5))) {
        return refusal("You uploaded an unsupported image. Please make sure your image has of one the following "
                       "formats: ['png', 'jpeg', 'gif', 'webp'].",
                       path, "invalid_image_format");
    }
    return std::nullopt;
}

OrderedJson envelope(const Refusal &refusal)
{
    const auto orNull = [](const std::string &text) { return text.empty() ? OrderedJson() : OrderedJson(text); };
    return {{"error",
             {{"message", refusal.message},
              {"type", refusal.type},
              {"param", orNull(refusal.param)},
              {"code", orNull(refusal.code)}}}};
}

} // namespace demo_provider::openai
