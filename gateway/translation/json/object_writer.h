// Writes one JSON object, member after member.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gateway::translation {

class ObjectWriter {
public:
    ObjectWriter &add(std::string_view name, std::string_view text);
    ObjectWriter &addNumber(std::string_view name, std::int64_t number);
    ObjectWriter &addFlag(std::string_view name, bool isTrue);
    ObjectWriter &addRaw(std::string_view name, std::string_view rawValue); // JSON text

    std::string finished() const { return m_text + '}'; }

private:
    std::string m_text = "{";
};

} // namespace gateway::translation
