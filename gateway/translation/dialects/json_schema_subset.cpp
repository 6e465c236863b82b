#include "gateway/translation/dialects/json_schema_subset.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

namespace gateway::translation {

namespace {

constexpr int deepestSchema = 32;
// References to references can make a short document endless long; nobody's tool needs more than this.
constexpr std::size_t mostNodes = 4000;

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

std::string_view upperType(std::string_view type)
{
    if (type == "string" || type == "STRING")
        return "STRING";
    if (type == "number" || type == "NUMBER")
        return "NUMBER";
    if (type == "integer" || type == "INTEGER")
        return "INTEGER";
    if (type == "boolean" || type == "BOOLEAN")
        return "BOOLEAN";
    if (type == "array" || type == "ARRAY")
        return "ARRAY";
    return type == "object" || type == "OBJECT" ? "OBJECT" : std::string_view();
}

bool isNullType(const Json &type)
{
    return type.is_string() && (type == "null" || type == "NULL");
}

std::string_view typeOfValue(const Json &value)
{
    if (value.is_string())
        return "STRING";
    if (value.is_boolean())
        return "BOOLEAN";
    if (value.is_number_integer())
        return "INTEGER";
    if (value.is_number())
        return "NUMBER";
    if (value.is_array())
        return "ARRAY";
    return value.is_object() ? "OBJECT" : std::string_view();
}

// The member that a JSON pointer in a fragment names ("#/$defs/node"), or null.
const Json *referenced(const Json &root, std::string_view reference)
{
    if (reference == "#")
        return &root;
    if (!reference.starts_with("#/"))
        return nullptr;
    const Json *place = &root;
    std::string_view rest = reference.substr(2);
    while (true) {
        const auto slash = rest.find('/');
        std::string name(rest.substr(0, slash));
        for (const auto &[escaped, plain] : {std::pair{"~1", "/"}, std::pair{"~0", "~"}}) {
            for (auto at = name.find(escaped); at != std::string::npos; at = name.find(escaped, at + 1))
                name.replace(at, 2, plain);
        }
        place = findMember(*place, name);
        if (!place || slash == std::string_view::npos)
            return place;
        rest.remove_prefix(slash + 1);
    }
}

bool mayHaveFormat(std::string_view type, std::string_view format)
{
    if (type == "STRING")
        return format == "enum" || format == "date-time";
    if (type == "NUMBER")
        return format == "float" || format == "double";
    return type == "INTEGER" && (format == "int32" || format == "int64");
}

class Narrowing {
public:
    Narrowing(const Json &root, ConversionReport &report) : m_root(root), m_report(report) {}

    Json narrowed(const Json &schema, const std::string &pointer);

private:
    Json flattened(const Json &schema, const std::string &pointer);
    void mergeInto(Json &base, const Json &more, const std::string &pointer);
    Json ofOneType(const Json &schema, std::string_view type, const std::string &pointer);
    Json ofAlternatives(Json base, const std::vector<Json> &alternatives, bool isNullable, const std::string &pointer);
    void addObject(const Json &schema, Json &result, const std::string &pointer);
    void addArray(const Json &schema, Json &result, const std::string &pointer);
    void addEnum(const Json &schema, std::string_view type, Json &result, const std::string &pointer);
    void addBounds(const Json &schema, std::string_view type, Json &result, const std::string &pointer);
    void noteDropped(const Json &schema, const std::string &pointer);
    Json anyValue(const Json &schema, const std::string &pointer);
    static std::string_view guessedType(const Json &schema);

    const Json &m_root;
    ConversionReport &m_report;
    std::vector<std::string> m_openReferences;
    std::size_t m_nodes = 0;
    int m_depth = 0;
};

Json openObject(const Json &schema)
{
    Json result{{"type", "OBJECT"}};
    if (const Json *description = findMember(schema, "description"); description && description->is_string())
        result["description"] = *description;
    return result;
}

void Narrowing::mergeInto(Json &base, const Json &more, const std::string &pointer)
{
    for (const auto &[name, value] : more.items()) {
        const auto known = base.find(name);
        if (known == base.end()) {
            base[name] = value;
        } else if (name == "properties" && known->is_object() && value.is_object()) {
            known->update(value);
        } else if (name == "required" && known->is_array() && value.is_array()) {
            for (const Json &one : value) {
                if (std::find(known->begin(), known->end(), one) == known->end())
                    known->push_back(one);
            }
        } else if ((name == "anyOf" || name == "oneOf") && *known != value) {
            m_report.dropped(pointer + '/' + name, "Two sets of alternatives for one value were joined to the last.");
            *known = value;
        } else {
            *known = value;
        }
    }
}

// allOf put together to one schema.
Json Narrowing::flattened(const Json &schema, const std::string &pointer)
{
    const Json *all = findArray(schema, "allOf");
    if (!all)
        return schema;
    Json base = schema;
    base.erase("allOf");
    Json joined = Json::object();
    for (std::size_t i = 0; i < all->size(); ++i) {
        const Json *piece = &(*all)[i];
        for (int hops = 0; hops < deepestSchema && findMember(*piece, "$ref"); ++hops) {
            const Json *target = referenced(m_root, textMember(*piece, "$ref"));
            if (!target)
                break;
            piece = target;
        }
        if (!piece->is_object() || ++m_nodes > mostNodes)
            continue;
        if (m_depth < deepestSchema) {
            ++m_depth;
            mergeInto(joined, flattened(*piece, pointer), pointer);
            --m_depth;
        }
    }
    mergeInto(joined, base, pointer);
    return joined;
}

std::string_view Narrowing::guessedType(const Json &schema)
{
    if (findMember(schema, "properties") || findMember(schema, "required")
        || findMember(schema, "additionalProperties"))
        return "OBJECT";
    if (findMember(schema, "items") || findMember(schema, "prefixItems"))
        return "ARRAY";
    if (const Json *value = findMember(schema, "const"))
        return typeOfValue(*value);
    if (const Json *values = findArray(schema, "enum")) {
        const auto first = std::find_if(values->begin(), values->end(), [](const Json &one) { return !one.is_null(); });
        return first == values->end() ? std::string_view() : typeOfValue(*first);
    }
    if (findMember(schema, "pattern") || findMember(schema, "minLength") || findMember(schema, "maxLength"))
        return "STRING";
    return findMember(schema, "minimum") || findMember(schema, "maximum") ? "NUMBER" : std::string_view();
}

Json Narrowing::anyValue(const Json &schema, const std::string &pointer)
{
    m_report.approximated(pointer, "Any value was allowed here; Gemini's schema needs a type, so it is text.");
    Json result = openObject(schema);
    result["type"] = "STRING";
    return result;
}

Json Narrowing::narrowed(const Json &schema, const std::string &pointer)
{
    if (!schema.is_object())
        return anyValue(Json::object(), pointer);
    if (++m_nodes > mostNodes || m_depth >= deepestSchema) {
        m_report.approximated(pointer, "The schema is nested too deep or too long; the rest of it is an open object.");
        return openObject(schema);
    }
    if (const Json *reference = findMember(schema, "$ref")) {
        const std::string name = reference->is_string() ? reference->get<std::string>() : std::string();
        const Json *target = referenced(m_root, name);
        if (!target) {
            m_report.dropped(pointer + "/$ref", "The reference leads out of the schema or to nowhere.");
            return openObject(schema);
        }
        if (std::find(m_openReferences.begin(), m_openReferences.end(), name) != m_openReferences.end()) {
            m_report.approximated(pointer + "/$ref", "The schema contains itself; here it is an open object.");
            return openObject(schema);
        }
        Json merged = target->is_object() ? *target : Json::object();
        for (const auto &[member, value] : schema.items()) {
            if (member != "$ref")
                merged[member] = value;
        }
        m_openReferences.push_back(name);
        ++m_depth;
        Json result = narrowed(merged, pointer);
        --m_depth;
        m_openReferences.pop_back();
        return result;
    }
    ++m_depth;
    const Json flat = flattened(schema, pointer);
    noteDropped(flat, pointer);
    bool isNullable = booleanMember(flat, "nullable").value_or(false);
    std::vector<Json> alternatives;
    for (const char *word : {"anyOf", "oneOf"}) {
        const Json *choices = findArray(flat, word);
        for (std::size_t i = 0; choices && i < choices->size(); ++i) {
            const Json &choice = (*choices)[i];
            const Json *type = findMember(choice, "type");
            const Json *constant = choice.is_object() && choice.contains("const") ? &*choice.find("const") : nullptr;
            if ((type && isNullType(*type)) || (constant && constant->is_null()))
                isNullable = true;
            else
                alternatives.push_back(choice);
        }
    }
    std::vector<std::string_view> types;
    if (const Json *type = findMember(flat, "type")) {
        const Json list = type->is_array() ? *type : Json::array({*type});
        for (const Json &one : list) {
            if (isNullType(one))
                isNullable = true;
            else if (one.is_string() && !upperType(one.get_ref<const std::string &>()).empty())
                types.push_back(upperType(one.get_ref<const std::string &>()));
        }
    }
    Json result;
    if (!alternatives.empty()) {
        Json base = flat;
        base.erase("anyOf");
        base.erase("oneOf");
        result = ofAlternatives(std::move(base), alternatives, isNullable, pointer);
    } else if (types.size() > 1) {
        result = Json::object();
        for (const std::string_view type : types)
            result["anyOf"].push_back(ofOneType(flat, type, pointer));
        if (isNullable) {
            for (Json &one : result["anyOf"])
                one["nullable"] = true;
        }
    } else {
        const std::string_view type = types.empty() ? guessedType(flat) : types.front();
        result = type.empty() ? anyValue(flat, pointer) : ofOneType(flat, type, pointer);
        if (isNullable)
            result["nullable"] = true;
    }
    --m_depth;
    return result;
}

// "When using any_of, it must be the only field set": what stands beside the alternatives goes into each of them.
Json Narrowing::ofAlternatives(Json base, const std::vector<Json> &alternatives, bool isNullable,
                               const std::string &pointer)
{
    Json branches = Json::array();
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        Json branch = base;
        if (alternatives[i].is_object())
            mergeInto(branch, alternatives[i], pointer);
        if (isNullable)
            branch["nullable"] = true;
        branches.push_back(narrowed(branch, pointer + "/anyOf/" + std::to_string(i)));
    }
    if (branches.size() == 1)
        return branches.front();
    return Json{{"anyOf", std::move(branches)}};
}

Json Narrowing::ofOneType(const Json &schema, std::string_view type, const std::string &pointer)
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

void Narrowing::addBounds(const Json &schema, std::string_view type, Json &result, const std::string &pointer)
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

void Narrowing::addEnum(const Json &schema, std::string_view type, Json &result, const std::string &pointer)
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

void Narrowing::addObject(const Json &schema, Json &result, const std::string &pointer)
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
        narrow[name] = narrowed(property, pointer + "/properties/" + name);
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

void Narrowing::addArray(const Json &schema, Json &result, const std::string &pointer)
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

void Narrowing::noteDropped(const Json &schema, const std::string &pointer)
{
    for (const char *word : droppedWords) {
        if (findMember(schema, word))
            m_report.dropped(pointer + '/' + word, "Gemini's schema has no such rule.");
    }
}

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

bool isStrictBelow(const Json &schema)
{
    if (!schema.is_object())
        return true;
    const Json *type = findMember(schema, "type");
    const Json *properties = findObject(schema, "properties");
    const bool isObject =
        properties
        || (type
            && (*type == "object"
                || (type->is_array() && std::find(type->begin(), type->end(), Json("object")) != type->end())));
    if (isObject) {
        if (booleanMember(schema, "additionalProperties").value_or(true))
            return false;
        const Json *required = findArray(schema, "required");
        for (auto member = properties ? properties->begin() : Json::const_iterator();
             properties && member != properties->end(); ++member) {
            if (!required || std::find(required->begin(), required->end(), Json(member.key())) == required->end())
                return false;
        }
    }
    return allBelow(schema, isStrictBelow);
}

} // namespace

Json openApiSubset(const Json &schema, const std::string &pointer, ConversionReport &report)
{
    return Narrowing(schema, report).narrowed(schema, pointer);
}

bool isStrictSchema(const Json &schema)
{
    return schema.is_object() && isStrictBelow(schema);
}

} // namespace gateway::translation
