// Reads an object of a client's request member by member, and knows which members nobody asked for.
#pragma once

#include "gateway/translation/json/json_document.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

// The first thing that is wrong with a request; later ones are not looked for.
class Problem {
public:
    void set(const std::string &pointer, std::string_view text);
    bool isSet() const { return m_error.has_value(); }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

// `object` must be an object and outlive the reader. Absent and null are the same; a member of another kind is a problem.
class MemberReader {
public:
    MemberReader(const Json &object, std::string pointer, Problem &problem);

    const Json *any(std::string_view name);
    const Json *array(std::string_view name);
    const Json *object(std::string_view name);
    std::string text(std::string_view name);
    std::optional<double> number(std::string_view name);
    std::optional<std::int64_t> integer(std::string_view name);
    std::optional<bool> boolean(std::string_view name);

    void require(std::string_view name); // a problem when the member is absent
    void refuse(std::string_view name, std::string_view text);
    std::string pointerOf(std::string_view name) const;
    Problem &problem() { return m_problem; }

    // Calls `take(name, value)` for each member that was not asked for, nulls included.
    template <typename Take>
    void eachUnknown(Take take) const
    {
        if (!m_object.is_object())
            return;
        for (const auto &[name, value] : m_object.items()) {
            if (std::find(m_known.begin(), m_known.end(), name) == m_known.end())
                take(name, value);
        }
    }

private:
    const Json *known(std::string_view name);

    const Json &m_object;
    std::string m_pointer;
    Problem &m_problem;
    std::vector<std::string_view> m_known; // names are literals
};

// The pointer of an element of the array at `array`.
std::string elementPointer(std::string_view array, std::size_t index);

} // namespace gateway::translation
