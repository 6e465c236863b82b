#include "gateway/translation/dialects/anthropic_messages/output_schema.h"

#include "gateway/translation/dialects/anthropic_messages/member_reading.h"

#include <algorithm>
#include <array>

namespace gateway::translation::anthropic {

namespace {

constexpr std::array<std::string_view, 11> refusedLimits{
    "minimum",   "maximum",  "exclusiveMinimum", "exclusiveMaximum", "multipleOf",   "minLength",
    "maxLength", "maxItems", "uniqueItems",      "minProperties",    "maxProperties"};

bool isRefused(std::string_view keyword, const Json &value)
{
    if (keyword == "minItems") // 0 and 1 are taken
        return !value.is_number() || value.get<double>() > 1;
    return std::find(refusedLimits.begin(), refusedLimits.end(), keyword) != refusedLimits.end();
}

// Keywords whose value is an object of schemas by name, not a schema.
bool holdsNamedSchemas(std::string_view keyword)
{
    return keyword == "properties" || keyword == "$defs" || keyword == "definitions";
}

bool isData(std::string_view keyword)
{
    return keyword == "enum" || keyword == "const" || keyword == "default" || keyword == "examples"
           || keyword == "required";
}

bool isObjectSchema(const Json &schema)
{
    const Json *type = findMember(schema, "type");
    if (type && type->is_array())
        return std::find(type->begin(), type->end(), Json("object")) != type->end();
    return type ? *type == "object" : findObject(schema, "properties") != nullptr;
}

} // namespace

Json narrowedOutputSchema(const Json &schema, const std::string &pointer, ConversionReport &report)
{
    if (schema.is_array()) {
        Json list = Json::array();
        for (std::size_t i = 0; i < schema.size(); ++i)
            list.push_back(narrowedOutputSchema(schema[i], pointerTo(pointer, i), report));
        return list;
    }
    if (!schema.is_object())
        return schema;
    Json narrowed = Json::object();
    for (const auto &[keyword, value] : schema.items()) {
        const std::string place = pointerTo(pointer, keyword);
        if (isRefused(keyword, value)) {
            report.dropped(place, "Anthropic's structured output knows no limit \"" + keyword + "\".");
        } else if (holdsNamedSchemas(keyword) && value.is_object()) {
            Json named = Json::object();
            for (const auto &[name, member] : value.items())
                named[name] = narrowedOutputSchema(member, pointerTo(place, name), report);
            narrowed[keyword] = std::move(named);
        } else {
            narrowed[keyword] = isData(keyword) ? value : narrowedOutputSchema(value, place, report);
        }
    }
    const Json *additional = findMember(narrowed, "additionalProperties");
    if (isObjectSchema(narrowed) && (!additional || *additional != false)) {
        narrowed["additionalProperties"] = false;
        report.approximated(pointer, "Anthropic's structured output wants closed objects.");
    }
    return narrowed;
}

} // namespace gateway::translation::anthropic
