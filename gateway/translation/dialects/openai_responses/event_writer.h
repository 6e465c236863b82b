// Writes the events of a streamed answer, numbered from 0.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gateway::translation::openai_responses {

// begin(), members, end(). Without a wire nothing is written: the answer is wanted as a whole.
class EventWriter {
public:
    void setWire(std::string *wire) { m_wire = wire; }
    bool isWriting() const { return m_wire != nullptr; }

    EventWriter &begin(std::string_view type); // "response.output_item.added"
    EventWriter &addText(std::string_view name, std::string_view text);
    EventWriter &addNumber(std::string_view name, std::int64_t number);
    EventWriter &addRaw(std::string_view name, std::string_view rawValue); // JSON text
    void end();

private:
    void addName(std::string_view name);

    std::string *m_wire = nullptr;
    std::int64_t m_sequenceNumber = 0;
};

} // namespace gateway::translation::openai_responses
