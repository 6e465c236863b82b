#include "gateway/translation/dialects/gemini_generate/schema_codec.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace gateway::translation::gemini {

namespace {

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char character) { return static_cast<char>(std::tolower(character)); });
    return text;
}

// int64 members of the proto come as text: "minItems": "1".
Json numberOf(const Json &value)
{
    if (!value.is_string())
        return value;
    const auto &text = value.get_ref<const std::string &>();
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() ? Json(number) : value;
}

bool isCount(std::string_view name)
{
    return name == "minItems" || name == "maxItems" || name == "minLength" || name == "maxLength"
           || name == "minProperties" || name == "maxProperties";
}

std::string_view standardName(std::string_view name)
{
    if (name == "any_of")
        return "anyOf";
    if (name == "min_items")
        return "minItems";
    if (name == "max_items")
        return "maxItems";
    if (name == "property_ordering")
        return "propertyOrdering";
    return name;
}

Json listOf(const Json &schemas)
{
    if (!schemas.is_array())
        return schemas;
    Json result = Json::array();
    for (const Json &schema : schemas)
        result.push_back(jsonSchemaOf(schema));
    return result;
}

Json mapOf(const Json &schemas)
{
    if (!schemas.is_object())
        return schemas;
    Json result = Json::object();
    for (const auto &[name, schema] : schemas.items())
        result[name] = jsonSchemaOf(schema);
    return result;
}

void makeNullable(Json &schema)
{
    const auto type = schema.find("type");
    if (type != schema.end() && type->is_string())
        *type = Json::array({*type, "null"});
    const auto values = schema.find("enum");
    if (values != schema.end() && values->is_array())
        values->push_back(nullptr);
    const auto alternatives = schema.find("anyOf");
    if (alternatives != schema.end() && alternatives->is_array())
        alternatives->push_back(Json{{"type", "null"}});
}

} // namespace

Json jsonSchemaOf(const Json &schema)
{
    if (!schema.is_object())
        return schema;
    Json result = Json::object();
    bool isNullable = false;
    for (const auto &[key, value] : schema.items()) {
        const std::string name(standardName(key));
        if (name == "nullable" && value.is_boolean())
            isNullable = value.get<bool>();
        else if (name == "type" && value.is_string())
            result[name] = lower(value.get_ref<const std::string &>());
        else if (name == "properties" || name == "$defs" || name == "definitions")
            result[name] = mapOf(value);
        else if (name == "items" || name == "additionalProperties")
            result[name] = value.is_array() ? listOf(value) : jsonSchemaOf(value);
        else if (name == "anyOf" || name == "oneOf" || name == "allOf" || name == "prefixItems")
            result[name] = listOf(value);
        else if (name == "format" && value == "enum")
            continue; // only says that there is a list of values
        else if (name == "example")
            result["examples"] = Json::array({value});
        else
            result[name] = isCount(name) ? numberOf(value) : value;
    }
    if (isNullable)
        makeNullable(result);
    return result;
}

} // namespace gateway::translation::gemini
