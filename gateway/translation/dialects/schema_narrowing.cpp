#include "gateway/translation/dialects/schema_narrowing.h"

#include <algorithm>
#include <utility>

namespace gateway::translation {

namespace {

constexpr int deepestSchema = 32;
// References to references can make a short document endless long; nobody's tool needs more than this.
constexpr std::size_t mostNodes = 4000;

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

Json openObject(const Json &schema)
{
    Json result{{"type", "OBJECT"}};
    if (const Json *description = findMember(schema, "description"); description && description->is_string())
        result["description"] = *description;
    return result;
}

std::string_view guessedType(const Json &schema)
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

} // namespace

Json SchemaNarrowing::narrowed(const Json &schema, const std::string &pointer)
{
    if (!schema.is_object())
        return anyValue(Json::object(), pointer);
    if (++m_nodes > mostNodes || m_depth >= deepestSchema) {
        m_report.approximated(pointer, "The schema is nested too deep or too long; the rest of it is an open object.");
        return openObject(schema);
    }
    ++m_depth;
    Json result;
    if (const Json *reference = findMember(schema, "$ref")) {
        result = ofReference(schema, reference->is_string() ? reference->get<std::string>() : std::string(), pointer);
    } else {
        const Json flat = flattened(schema, pointer);
        noteDropped(flat, pointer);
        result = ofKinds(flat, kindsOf(flat), pointer);
    }
    --m_depth;
    return result;
}

Json SchemaNarrowing::ofReference(const Json &schema, const std::string &reference, const std::string &pointer)
{
    const Json *target = referenced(m_root, reference);
    if (!target) {
        m_report.dropped(pointer + "/$ref", "The reference leads out of the schema or to nowhere.");
        return openObject(schema);
    }
    if (std::find(m_openReferences.begin(), m_openReferences.end(), reference) != m_openReferences.end()) {
        m_report.approximated(pointer + "/$ref", "The schema contains itself; here it is an open object.");
        return openObject(schema);
    }
    Json merged = target->is_object() ? *target : Json::object();
    for (const auto &[member, value] : schema.items()) {
        if (member != "$ref")
            merged[member] = value;
    }
    m_openReferences.push_back(reference);
    Json result = narrowed(merged, pointer);
    m_openReferences.pop_back();
    return result;
}

SchemaNarrowing::Kinds SchemaNarrowing::kindsOf(const Json &schema)
{
    Kinds kinds;
    kinds.isNullable = booleanMember(schema, "nullable").value_or(false);
    for (const char *word : {"anyOf", "oneOf"}) {
        const Json *choices = findArray(schema, word);
        for (std::size_t i = 0; choices && i < choices->size(); ++i) {
            const Json &choice = (*choices)[i];
            const Json *type = findMember(choice, "type");
            const auto constant = choice.is_object() ? choice.find("const") : choice.end();
            if ((type && isNullType(*type)) || (constant != choice.end() && constant->is_null()))
                kinds.isNullable = true;
            else
                kinds.alternatives.push_back(choice);
        }
    }
    const Json *type = findMember(schema, "type");
    const Json list = !type ? Json::array() : type->is_array() ? *type : Json::array({*type});
    for (const Json &one : list) {
        const std::string_view word =
            one.is_string() ? upperType(one.get_ref<const std::string &>()) : std::string_view();
        if (isNullType(one))
            kinds.isNullable = true;
        else if (!word.empty())
            kinds.types.push_back(word);
    }
    return kinds;
}

Json SchemaNarrowing::ofKinds(const Json &schema, const Kinds &kinds, const std::string &pointer)
{
    if (!kinds.alternatives.empty()) {
        Json base = schema;
        base.erase("anyOf");
        base.erase("oneOf");
        return ofAlternatives(std::move(base), kinds.alternatives, kinds.isNullable, pointer);
    }
    Json forms = Json::array();
    if (kinds.types.empty()) {
        const std::string_view type = guessedType(schema);
        forms.push_back(type.empty() ? anyValue(schema, pointer) : ofOneType(schema, type, pointer));
    }
    for (const std::string_view type : kinds.types)
        forms.push_back(ofOneType(schema, type, pointer));
    if (kinds.isNullable) {
        for (Json &form : forms)
            form["nullable"] = true;
    }
    return forms.size() == 1 ? forms.front() : Json{{"anyOf", std::move(forms)}};
}

// "When using any_of, it must be the only field set": what stands beside the alternatives goes into each of them.
Json SchemaNarrowing::ofAlternatives(Json base, const std::vector<Json> &alternatives, bool isNullable,
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

void SchemaNarrowing::mergeInto(Json &base, const Json &more, const std::string &pointer)
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
            m_report.dropped(std::string(pointer).append(1, '/').append(name),
                             "Two sets of alternatives for one value were joined to the last.");
            *known = value;
        } else {
            *known = value;
        }
    }
}

// allOf put together to one schema.
Json SchemaNarrowing::flattened(const Json &schema, const std::string &pointer)
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

Json SchemaNarrowing::anyValue(const Json &schema, const std::string &pointer)
{
    m_report.approximated(pointer, "Any value was allowed here; Gemini's schema needs a type, so it is text.");
    Json result = openObject(schema);
    result["type"] = "STRING";
    return result;
}

} // namespace gateway::translation
