#include "gateway/admin/json_reader.h"

#include <algorithm>

namespace gateway::admin {

const Json *JsonReader::member(const char *name)
{
    m_asked.insert(name);
    const auto found = m_object.find(name);
    return found == m_object.end() || found->is_null() ? nullptr : &*found;
}

bool JsonReader::has(const char *name)
{
    m_asked.insert(name);
    return m_object.contains(name);
}

void JsonReader::string(const char *name, QString &into)
{
    const Json *value = member(name);
    if (!value)
        return;
    if (value->is_string())
        into = QString::fromStdString(value->get<std::string>());
    else
        refuse(name, "a string");
}

void JsonReader::boolean(const char *name, bool &into)
{
    const Json *value = member(name);
    if (!value)
        return;
    if (value->is_boolean())
        into = value->get<bool>();
    else
        refuse(name, "true or false");
}

void JsonReader::integer(const char *name, qint64 &into)
{
    const Json *value = member(name);
    if (!value)
        return;
    if (value->is_number_integer())
        into = value->get<qint64>();
    else
        refuse(name, "a whole number");
}

void JsonReader::number(const char *name, double &into)
{
    const Json *value = member(name);
    if (!value)
        return;
    if (value->is_number())
        into = value->get<double>();
    else
        refuse(name, "a number");
}

void JsonReader::strings(const char *name, QStringList &into)
{
    const Json *value = member(name);
    if (!value)
        return;
    const bool isListOfStrings = value->is_array() && std::all_of(value->begin(), value->end(), [](const Json &each) {
                                     return each.is_string();
                                 });
    if (!isListOfStrings) {
        refuse(name, "a list of strings");
        return;
    }
    into.clear();
    for (const Json &each : *value)
        into.append(QString::fromStdString(each.get<std::string>()));
}

const Json *JsonReader::object(const char *name)
{
    const Json *value = member(name);
    if (value && !value->is_object()) {
        refuse(name, "an object");
        return nullptr;
    }
    return value;
}

const Json *JsonReader::list(const char *name)
{
    const Json *value = member(name);
    if (value && !value->is_array()) {
        refuse(name, "a list");
        return nullptr;
    }
    return value;
}

void JsonReader::refuse(const char *name, const char *expected)
{
    if (!m_error)
        m_error = Error::client(ErrorCode::InvalidRequest, m_prefix + name + " must be " + expected + ".");
}

void JsonReader::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

QStringList JsonReader::unknownMembers() const
{
    QStringList unknown;
    for (const auto &[name, value] : m_object.items()) {
        if (!m_asked.contains(name))
            unknown.append(QString::fromStdString(name));
    }
    return unknown;
}

} // namespace gateway::admin
