#include "gateway/translation/dialects/openai_responses/event_writer.h"

#include "gateway/translation/json/top_level_editor.h"

namespace gateway::translation::openai_responses {

EventWriter &EventWriter::begin(std::string_view type)
{
    if (!m_wire)
        return *this;
    *m_wire += "event: ";
    *m_wire += type;
    *m_wire += "\ndata: {\"type\":\"";
    *m_wire += type;
    *m_wire += "\",\"sequence_number\":";
    *m_wire += std::to_string(m_sequenceNumber++);
    return *this;
}

void EventWriter::addName(std::string_view name)
{
    *m_wire += ",\"";
    *m_wire += name;
    *m_wire += "\":";
}

EventWriter &EventWriter::addText(std::string_view name, std::string_view text)
{
    return m_wire ? addRaw(name, quoteJson(text)) : *this;
}

EventWriter &EventWriter::addNumber(std::string_view name, std::int64_t number)
{
    return m_wire ? addRaw(name, std::to_string(number)) : *this;
}

EventWriter &EventWriter::addRaw(std::string_view name, std::string_view rawValue)
{
    if (!m_wire)
        return *this;
    addName(name);
    *m_wire += rawValue;
    return *this;
}

void EventWriter::end()
{
    if (m_wire)
        *m_wire += "}\n\n";
}

} // namespace gateway::translation::openai_responses
