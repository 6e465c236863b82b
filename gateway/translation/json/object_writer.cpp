#include "gateway/translation/json/object_writer.h"

#include "gateway/translation/json/top_level_editor.h"

namespace gateway::translation {

ObjectWriter &ObjectWriter::add(std::string_view name, std::string_view text)
{
    return addRaw(name, quoteJson(text));
}

ObjectWriter &ObjectWriter::addNumber(std::string_view name, std::int64_t number)
{
    return addRaw(name, std::to_string(number));
}

ObjectWriter &ObjectWriter::addFlag(std::string_view name, bool isTrue)
{
    return addRaw(name, isTrue ? "true" : "false");
}

ObjectWriter &ObjectWriter::addRaw(std::string_view name, std::string_view rawValue)
{
    if (m_text.size() > 1)
        m_text += ',';
    m_text += quoteJson(name);
    m_text += ':';
    m_text += rawValue;
    return *this;
}

} // namespace gateway::translation
