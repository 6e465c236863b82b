#include "gateway/translation/dialects/schema_narrowing.h"

#include <array>
#include <cmath>
#include <tuple>

namespace gateway::translation {

namespace {

constexpr std::array keptWords{"title",     "description",   "default",       "minItems", "maxItems",
                               "minLength", "maxLength",     "minProperties", "pattern",  "maximum",
                               "minimum",   "maxProperties", "nullable",      "example",  "propertyOrdering"};
constexpr std::array droppedWords{"multipleOf",
                                  "uniqueItems",
                                  "patternProperties",
                                  "propertyNames",
                                  "dependentSchemas",
                                  "dependentRequired",
                                  "dependencies",
                                  "if",
                                  "then",
                                  "else",
                                  "not",
                                  "contains",
                                  "minContains",
                                  "maxContains",
                                  "unevaluatedProperties",
                                  "unevaluatedItems",
                                  "contentEncoding",
                                  "contentMediaType"};

bool mayHaveFormat(std::string_view type, std::string_view format)
{
    if (type == "STRING")
        return format == "enum" || format == "date-time";
    if (type == "NUMBER")
        return format == "float" || format == "double";
    return type == "INTEGER" && (format == "int32" || format == "int64");
}

} // namespace

Json SchemaNarrowing::ofOneType(const Json &schema, std::string_view type, const std::string &pointer)
{
    Json result{{"type", type}};
    for (const char *word : keptWords) {
        const Json *value = findMember(schema, word);
        if (!value)
            continue;
        const std::string_view name = word;
        const bool isForText = name == "minLength" || name == "maxLength" || name == "pattern";
        const bool isForArray = name == "minItems" || name == "maxItems";
        const bool isForObject = name == "minProperties" || name == "maxProperties" || name == "propertyOrdering";
        const bool isForNumber = name == "minimum" || name == "maximum";
        if ((isForText && type != "STRING") || (isForArray && type != "ARRAY") || (isForObject && type != "OBJECT")
            || (isForNumber && type != "NUMBER" && type != "INTEGER"))
            continue;
        result[word] = *value;
    }
    if (const auto format = textMember(schema, "format"); !format.empty()) {
        if (mayHaveFormat(type, format))
            result["format"] = format;
        else
            m_report.dropped(pointer + "/format", "Gemini's schema does not know this format.");
    }
    addBounds(schema, type, result, pointer);
    addEnum(schema, type, result, pointer);
    if (type == "OBJECT")
        addObject(schema, result, pointer);
    else if (type == "ARRAY")
        addArray(schema, result, pointer);
    return result;
}

void SchemaNarrowing::addBounds(const Json &schema, std::string_view type, Json &result, const std::string &pointer)
{
    if (type != "NUMBER" && type != "INTEGER")
        return;
    for (const auto &[word, bound, step] :
         {std::tuple{"exclusiveMinimum", "minimum", 1.0}, std::tuple{"exclusiveMaximum", "maximum", -1.0}}) {
        const auto limit = numberMember(schema, word);
        if (!limit)
            continue;
        const double inclusive = type == "INTEGER" ? std::trunc(*limit) + step : *limit;
        if (std::abs(inclusive) < 9e15 && std::trunc(inclusive) == inclusive)
            result[bound] = static_cast<std::int64_t>(inclusive);
        else
            result[bound] = inclusive;
        m_report.approximated(pointer + '/' + word, "The bound is said as an inclusive one.");
    }
}

void SchemaNarrowing::addEnum(const Json &schema, std::string_view type, Json &result, const std::string &pointer)
{
    Json values = Json::array();
    if (const Json *listed = findArray(schema, "enum"))
        values = *listed;
    else if (const Json *constant = findMember(schema, "const"))
        values.push_back(*constant);
    if (values.empty())
        return;
    Json texts = Json::array();
    std::string others;
    for (const Json &value : values) {
        if (value.is_null())
            result["nullable"] = true;
        else if (type == "STRING" && value.is_string() && !value.get_ref<const std::string &>().empty())
            texts.push_back(value);
        else
            others += (others.empty() ? "" : ", ") + dumpJson(value);
    }
    if (!texts.empty())
        result["enum"] = texts;
    if (others.empty())
        return;
    m_report.approximated(pointer + "/enum",
                          "Gemini's schema lists texts only; the other values are told in the description.");
    std::string description(textMember(result, "description"));
    if (!description.empty())
        description += ' ';
    result["description"] = description + (texts.empty() ? "One of: " : "Or one of: ") + others + '.';
}

void SchemaNarrowing::addObject(const Json &schema, Json &result, const std::string &pointer)
{
    if (const Json *more = findMember(schema, "additionalProperties")) {
        if (more->is_boolean() && !more->get<bool>())
            m_report.approximated(pointer + "/additionalProperties", "Gemini's schema cannot forbid other members.");
        else if (more->is_object() && !more->empty())
            m_report.dropped(pointer + "/additionalProperties", "Gemini's schema has no members of any name.");
    }
    const Json *properties = findObject(schema, "properties");
    if (!properties || properties->empty()) {
        result.erase("propertyOrdering");
        return;
    }
    Json narrow = Json::object();
    for (const auto &[name, property] : properties->items()) {
        if (property.is_boolean() && !property.get<bool>())
            continue; // a member that may never be there
        narrow[name] = narrowed(property, std::string(pointer).append("/properties/").append(name));
    }
    Json required = Json::array();
    if (const Json *listed = findArray(schema, "required")) {
        for (const Json &name : *listed) {
            if (name.is_string() && narrow.contains(name.get_ref<const std::string &>()))
                required.push_back(name);
        }
    }
    result["properties"] = std::move(narrow);
    if (!required.empty())
        result["required"] = std::move(required);
}

void SchemaNarrowing::addArray(const Json &schema, Json &result, const std::string &pointer)
{
    const Json *tuple = findArray(schema, "prefixItems");
    const Json *items = findMember(schema, "items");
    if (!tuple && items && items->is_array())
        tuple = items;
    if (tuple && !tuple->empty()) {
        m_report.approximated(pointer + "/items",
                              "Gemini's schema has one form for all items, not one for each place.");
        std::vector<Json> forms(tuple->begin(), tuple->end());
        result["items"] = ofAlternatives(Json::object(), forms, false, pointer + "/items");
    } else if (items && items->is_object()) {
        result["items"] = narrowed(*items, pointer + "/items");
    } else {
        result["items"] = anyValue(Json::object(), pointer + "/items");
    }
}

void SchemaNarrowing::noteDropped(const Json &schema, const std::string &pointer)
{
    for (const char *word : droppedWords) {
        if (findMember(schema, word))
            m_report.dropped(pointer + '/' + word, "Gemini's schema has no such rule.");
    }
}

} // namespace gateway::translation
