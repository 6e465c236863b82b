// HTTP header fields in their order of arrival; names compare without case (RFC 9110 §5.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway {

struct HeaderField {
    std::string name;
    std::string value;
    bool operator==(const HeaderField &) const = default;
};

// ASCII only, independent of the locale.
bool equalsIgnoringCase(std::string_view left, std::string_view right);
bool startsWithIgnoringCase(std::string_view text, std::string_view prefix);
std::string toLowerAscii(std::string_view text);

class HeaderList {
public:
    HeaderList() = default;
    HeaderList(std::initializer_list<HeaderField> fields) : m_fields(fields) {}

    void add(std::string name, std::string value) { m_fields.push_back({std::move(name), std::move(value)}); }
    void set(std::string_view name, std::string value); // replaces all fields of that name
    void remove(std::string_view name);

    // The first value of that name; the view lives as long as the list is not changed.
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view value(std::string_view name) const { return find(name).value_or(std::string_view{}); }
    bool contains(std::string_view name) const { return find(name).has_value(); }

    bool isEmpty() const { return m_fields.empty(); }
    std::size_t size() const { return m_fields.size(); }
    auto begin() const { return m_fields.begin(); }
    auto end() const { return m_fields.end(); }
    std::vector<HeaderField> &fields() { return m_fields; }
    void reserve(std::size_t count) { m_fields.reserve(count); }

    bool operator==(const HeaderList &) const = default;

private:
    std::vector<HeaderField> m_fields;
};

} // namespace gateway
