#include "tools/demo_provider/cohere_fields.h"

#include "tools/demo_provider/cohere_rules.h"

namespace demo_provider::cohere {

namespace {

constexpr const char *advice = ". For proper usage, please refer to https://docs.cohere.com/reference/chat";

std::string kindName(unsigned kinds)
{
    if ((kinds & kind::object) != 0) {
        return "object";
    }
    if ((kinds & kind::array) != 0) {
        return "array";
    }
    if ((kinds & kind::string) != 0) {
        return "string";
    }
    if ((kinds & kind::boolean) != 0) {
        return "bool";
    }
    return (kinds & kind::number) != 0 ? "float" : "integer";
}

std::string kindOf(const Json &value)
{
    if (value.is_object()) {
        return "object";
    }
    if (value.is_array()) {
        return "array";
    }
    if (value.is_string()) {
        return "string";
    }
    if (value.is_boolean()) {
        return "bool";
    }
    return value.is_null() ? "null" : "number";
}

Refusal wrongType(const std::string &path, unsigned expected, const Json &value)
{
    return {400,
            {},
            "invalid type: parameter " + path + " is of type " + kindOf(value) + " but should be of type "
                + kindName(expected) + advice,
            {},
            {}};
}

} // namespace

std::string joined(const std::string &path, std::string_view name)
{
    return path.empty() ? std::string(name) : path + "." + std::string(name);
}

std::string indexed(const std::string &path, std::string_view name, std::size_t index)
{
    return joined(path, name) + "[" + std::to_string(index) + "]";
}

Verdict check(const Json &value, const std::string &path, std::span<const Field> fields)
{
    if (!value.is_object()) {
        return wrongType(path, kind::object, value);
    }
    const auto problem = checkFields(value, fields);
    if (!problem) {
        return std::nullopt;
    }
    const std::string place = joined(path, problem->name);
    switch (problem->what) {
    case FieldProblem::What::Unknown:
        return Refusal{422, {}, "unknown field: parameter '" + place + "' is not a valid field" + advice, {}, {}};
    case FieldProblem::What::Missing: return invalidRequest(place + " is required.");
    case FieldProblem::What::WrongType: return wrongType(place, problem->expected, *problem->value);
    }
    return std::nullopt;
}

} // namespace demo_provider::cohere
