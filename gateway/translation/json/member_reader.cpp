#include "gateway/translation/json/member_reader.h"

namespace gateway::translation {

void Problem::set(const std::string &pointer, std::string_view text)
{
    if (!m_error)
        m_error = invalidMember(pointer, text);
}

MemberReader::MemberReader(const Json &object, std::string pointer, Problem &problem)
    : m_object(object), m_pointer(std::move(pointer)), m_problem(problem)
{
}

const Json *MemberReader::known(std::string_view name)
{
    m_known.push_back(name);
    return findMember(m_object, name);
}

void MemberReader::refuse(std::string_view name, std::string_view text)
{
    m_problem.set(pointerOf(name), text);
}

std::string MemberReader::pointerOf(std::string_view name) const
{
    return m_pointer + '/' + std::string(name);
}

const Json *MemberReader::any(std::string_view name)
{
    return known(name);
}

const Json *MemberReader::array(std::string_view name)
{
    const Json *value = known(name);
    if (!value || value->is_array())
        return value;
    refuse(name, "must be an array.");
    return nullptr;
}

const Json *MemberReader::object(std::string_view name)
{
    const Json *value = known(name);
    if (!value || value->is_object())
        return value;
    refuse(name, "must be an object.");
    return nullptr;
}

std::string MemberReader::text(std::string_view name)
{
    const Json *value = known(name);
    if (!value)
        return {};
    if (value->is_string())
        return value->get_ref<const std::string &>();
    refuse(name, "must be a string.");
    return {};
}

std::optional<double> MemberReader::number(std::string_view name)
{
    if (known(name) && !numberMember(m_object, name))
        refuse(name, "must be a number.");
    return numberMember(m_object, name);
}

std::optional<std::int64_t> MemberReader::integer(std::string_view name)
{
    if (known(name) && !integerMember(m_object, name))
        refuse(name, "must be a whole number.");
    return integerMember(m_object, name);
}

std::optional<bool> MemberReader::boolean(std::string_view name)
{
    if (known(name) && !booleanMember(m_object, name))
        refuse(name, "must be true or false.");
    return booleanMember(m_object, name);
}

void MemberReader::require(std::string_view name)
{
    if (!findMember(m_object, name))
        refuse(name, "is missing.");
}

std::string elementPointer(std::string_view array, std::size_t index)
{
    std::string pointer(array);
    pointer += '/';
    pointer += std::to_string(index);
    return pointer;
}

} // namespace gateway::translation
