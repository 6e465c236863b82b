// Reads the members of one proto message in JSON form, and remembers which ones nobody asked for.
#pragma once

#include "gateway/translation/json/json_document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation::gemini {

// A member by its lowerCamelCase name or by the proto's own snake_case one: Google takes both. Null for absent and for
// JSON null.
const Json *findField(const Json &object, std::string_view camelName);

// The first member of a wrong kind is kept as the error, and reads as absent. Borrows the object.
class FieldReader {
public:
    FieldReader(const Json &object, std::string pointer); // an error when it is no object

    const Json *find(std::string_view camelName);
    const Json *object(std::string_view camelName);
    const Json *array(std::string_view camelName);
    std::optional<std::string> text(std::string_view camelName);
    std::optional<bool> boolean(std::string_view camelName);
    std::optional<double> number(std::string_view camelName);
    std::optional<std::int64_t> integer(std::string_view camelName); // also as text, as proto3 JSON allows
    std::vector<std::string> texts(std::string_view camelName);      // an array of strings; empty when absent

    void fail(std::string_view camelName, std::string_view problem);
    std::string pointerTo(std::string_view camelName) const;

    // Calls `take(name, value)` for each member that was not asked for; nulls are left out.
    template <typename Take>
    void eachUnknown(Take take) const
    {
        if (!m_object.is_object())
            return;
        for (const auto &[name, value] : m_object.items()) {
            if (!value.is_null() && !wasRead(name))
                take(name, value);
        }
    }

    const std::optional<Error> &error() const { return m_error; }

private:
    bool wasRead(std::string_view name) const;

    const Json &m_object;
    std::string m_pointer;
    std::vector<std::string> m_read;
    std::optional<Error> m_error;
};

} // namespace gateway::translation::gemini
