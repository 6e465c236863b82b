#include "gateway/translation/dialects/json_schema_subset.h"

#include "gateway/translation/dialects/schema_narrowing.h"

#include <algorithm>

namespace gateway::translation {

namespace {

// Schemas below this one, wherever JSON Schema lets them stand.
template <typename Visit>
bool allBelow(const Json &schema, Visit visit)
{
    for (const char *word : {"properties", "$defs", "definitions", "patternProperties"}) {
        if (const Json *members = findObject(schema, word)) {
            if (!std::all_of(members->begin(), members->end(), visit))
                return false;
        }
    }
    for (const char *word : {"anyOf", "oneOf", "allOf", "prefixItems"}) {
        if (const Json *list = findArray(schema, word)) {
            if (!std::all_of(list->begin(), list->end(), visit))
                return false;
        }
    }
    const Json *items = findMember(schema, "items");
    if (items && items->is_array())
        return std::all_of(items->begin(), items->end(), visit);
    return !items || visit(*items);
}

bool requiresAll(const Json &schema, const Json &properties)
{
    const Json *required = findArray(schema, "required");
    for (const auto &[name, property] : properties.items()) {
        if (!required || std::find(required->begin(), required->end(), Json(name)) == required->end())
            return false;
    }
    return true;
}

bool isStrictBelow(const Json &schema)
{
    if (!schema.is_object())
        return true;
    const Json *type = findMember(schema, "type");
    const Json *properties = findObject(schema, "properties");
    const bool isListed =
        type && type->is_array() && std::find(type->begin(), type->end(), Json("object")) != type->end();
    const bool isObject = properties || isListed || (type && *type == "object");
    if (isObject) {
        if (booleanMember(schema, "additionalProperties").value_or(true))
            return false;
        if (properties && !requiresAll(schema, *properties))
            return false;
    }
    return allBelow(schema, isStrictBelow);
}

} // namespace

Json openApiSubset(const Json &schema, const std::string &pointer, ConversionReport &report)
{
    return SchemaNarrowing(schema, report).narrowed(schema, pointer);
}

bool isStrictSchema(const Json &schema)
{
    return schema.is_object() && isStrictBelow(schema);
}

} // namespace gateway::translation
