#include "gateway/translation/dialects/gemini_generate/field_reader.h"

#include <algorithm>
#include <charconv>

namespace gateway::translation::gemini {

namespace {

std::string snakeCase(std::string_view camelName)
{
    std::string name;
    name.reserve(camelName.size() + 4);
    for (const char character : camelName) {
        if (character >= 'A' && character <= 'Z') {
            name += '_';
            name += static_cast<char>(character - 'A' + 'a');
        } else {
            name += character;
        }
    }
    return name;
}

bool hasCapital(std::string_view name)
{
    return std::any_of(name.begin(), name.end(), [](char character) { return character >= 'A' && character <= 'Z'; });
}

} // namespace

const Json *findField(const Json &object, std::string_view camelName)
{
    if (const Json *member = findMember(object, camelName))
        return member;
    return hasCapital(camelName) ? findMember(object, snakeCase(camelName)) : nullptr;
}

FieldReader::FieldReader(const Json &object, std::string pointer) : m_object(object), m_pointer(std::move(pointer))
{
    if (!object.is_object())
        m_error = invalidMember(m_pointer, "must be an object.");
}

const Json *FieldReader::find(std::string_view camelName)
{
    m_read.emplace_back(camelName);
    if (const Json *member = findMember(m_object, camelName))
        return member;
    if (!hasCapital(camelName))
        return nullptr;
    m_read.push_back(snakeCase(camelName));
    return findMember(m_object, m_read.back());
}

const Json *FieldReader::object(std::string_view camelName)
{
    const Json *member = find(camelName);
    if (member && !member->is_object()) {
        fail(camelName, "must be an object.");
        return nullptr;
    }
    return member;
}

const Json *FieldReader::array(std::string_view camelName)
{
    const Json *member = find(camelName);
    if (member && !member->is_array()) {
        fail(camelName, "must be an array.");
        return nullptr;
    }
    return member;
}

std::optional<std::string> FieldReader::text(std::string_view camelName)
{
    const Json *member = find(camelName);
    if (!member)
        return std::nullopt;
    if (!member->is_string()) {
        fail(camelName, "must be a string.");
        return std::nullopt;
    }
    return member->get_ref<const std::string &>();
}

std::optional<bool> FieldReader::boolean(std::string_view camelName)
{
    const Json *member = find(camelName);
    if (!member)
        return std::nullopt;
    if (!member->is_boolean()) {
        fail(camelName, "must be true or false.");
        return std::nullopt;
    }
    return member->get<bool>();
}

std::optional<double> FieldReader::number(std::string_view camelName)
{
    const Json *member = find(camelName);
    if (!member)
        return std::nullopt;
    if (!member->is_number()) {
        fail(camelName, "must be a number.");
        return std::nullopt;
    }
    return member->get<double>();
}

std::optional<std::int64_t> FieldReader::integer(std::string_view camelName)
{
    const Json *member = find(camelName);
    if (!member)
        return std::nullopt;
    if (member->is_string()) {
        const auto &text = member->get_ref<const std::string &>();
        std::int64_t value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem == std::errc() && end == text.data() + text.size())
            return value;
    } else if (const auto value = integerMember(Json{{"value", *member}}, "value")) {
        return value;
    }
    fail(camelName, "must be an integer.");
    return std::nullopt;
}

std::vector<std::string> FieldReader::texts(std::string_view camelName)
{
    std::vector<std::string> result;
    const Json *member = array(camelName);
    if (!member)
        return result;
    for (const Json &element : *member) {
        if (!element.is_string()) {
            fail(camelName, "must be an array of strings.");
            return {};
        }
        result.push_back(element.get_ref<const std::string &>());
    }
    return result;
}

void FieldReader::fail(std::string_view camelName, std::string_view problem)
{
    if (!m_error)
        m_error = invalidMember(pointerTo(camelName), problem);
}

std::string FieldReader::pointerTo(std::string_view camelName) const
{
    std::string pointer = m_pointer;
    pointer += '/';
    pointer += camelName;
    return pointer;
}

bool FieldReader::wasRead(std::string_view name) const
{
    return std::find(m_read.begin(), m_read.end(), name) != m_read.end();
}

} // namespace gateway::translation::gemini
