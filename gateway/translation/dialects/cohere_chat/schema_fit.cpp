#include "gateway/translation/dialects/cohere_chat/schema_fit.h"

#include <algorithm>
#include <array>

namespace gateway::translation::cohere {

namespace {

constexpr std::array<std::string_view, 3> placesOfSchemas{"properties", "$defs", "definitions"};

bool isObjectOfNothingRequired(const Json &schema)
{
    if (textMember(schema, "type") != "object")
        return false;
    const Json *required = findArray(schema, "required");
    return !findObject(schema, "properties") || !required || required->empty();
}

bool fitsInside(const Json &schema)
{
    if (!schema.is_object())
        return true;
    for (const std::string_view composition : {"anyOf", "allOf", "oneOf", "not"}) {
        if (findMember(schema, composition))
            return false;
    }
    if (isObjectOfNothingRequired(schema))
        return false;
    for (const std::string_view place : placesOfSchemas) {
        const Json *members = findObject(schema, place);
        if (members && !std::all_of(members->begin(), members->end(), fitsInside))
            return false;
    }
    const Json *items = findMember(schema, "items");
    return !items || fitsInside(*items);
}

bool isLimit(const Json &schema, std::string_view name)
{
    constexpr std::array<std::string_view, 11> limits{
        "minimum",  "maximum",     "exclusiveMinimum", "exclusiveMaximum", "multipleOf",          "minItems",
        "maxItems", "uniqueItems", "minLength",        "maxLength",        "additionalProperties"};
    constexpr std::array<std::string_view, 4> formats{"date-time", "uuid", "date", "time"};
    if (name == "format")
        return std::find(formats.begin(), formats.end(), textMember(schema, "format")) == formats.end();
    if (name == "pattern") {
        const std::string_view pattern = textMember(schema, "pattern");
        return pattern.find_first_of("^$") != std::string_view::npos || pattern.find("(?") != std::string_view::npos;
    }
    return std::find(limits.begin(), limits.end(), name) != limits.end();
}

bool isPlainValue(std::string_view name)
{
    constexpr std::array<std::string_view, 5> names{"enum", "const", "default", "required", "examples"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Here the names are the schema author's, and no keywords.
Json eachWithoutLimits(const Json &schemas, const std::string &pointer, ConversionReport &report)
{
    if (!schemas.is_object())
        return schemas;
    Json kept = Json::object();
    for (const auto &[name, schema] : schemas.items())
        kept[name] = withoutLimits(schema, pointer, report);
    return kept;
}

} // namespace

bool isEnforceable(const Json &schema)
{
    return textMember(schema, "type") == "object" && fitsInside(schema);
}

bool isEnforceableForTool(const Json &schema)
{
    const Json *properties = findObject(schema, "properties");
    return !schema.is_object() || !properties || properties->empty() || isEnforceable(schema);
}

Json withoutLimits(const Json &schema, const std::string &pointer, ConversionReport &report)
{
    if (!schema.is_object())
        return schema;
    Json kept = Json::object();
    for (const auto &[name, value] : schema.items()) {
        if (isLimit(schema, name)) {
            if (name != "additionalProperties") // Cohere's objects have no others anyway
                report.dropped(pointer, "Cohere's schemas know no " + name + '.');
        } else if (std::find(placesOfSchemas.begin(), placesOfSchemas.end(), name) != placesOfSchemas.end()) {
            kept[name] = eachWithoutLimits(value, pointer, report);
        } else {
            kept[name] = isPlainValue(name) ? value : withoutLimits(value, pointer, report);
        }
    }
    return kept;
}

} // namespace gateway::translation::cohere
