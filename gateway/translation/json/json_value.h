// Looks at one value inside a text that is known to be JSON, without building a document.
#pragma once

#include "gateway/translation/json/json_scanner.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

// A view: the text must outlive it. Members that are not there give an absent value, so paths can be followed without
// tests between: value["usage"]["prompt_tokens"].integer(). Repeated names: the last one counts, as for providers.
class JsonValue {
public:
    enum class Kind { Absent, Null, Boolean, Number, String, Array, Object };

    JsonValue() = default;                            // absent
    static JsonValue checked(std::string_view text);  // absent when the text is not JSON
    static JsonValue trusted(std::string_view value); // one value of a text that was checked before

    Kind kind() const;
    bool isPresent() const { return !m_raw.empty(); }
    bool isNull() const { return kind() == Kind::Null; }
    bool isString() const { return kind() == Kind::String; }
    bool isArray() const { return kind() == Kind::Array; }
    bool isObject() const { return kind() == Kind::Object; }
    bool isTrue() const { return m_raw == "true"; }
    bool isText(std::string_view text) const; // a string that is `text`

    std::string_view raw() const { return m_raw; }
    std::string text() const;                    // decoded string; empty for other kinds
    std::optional<std::int64_t> integer() const; // whole numbers, also when written as 12.0

    JsonValue operator[](std::string_view name) const;

private:
    explicit JsonValue(std::string_view raw) : m_raw(raw) {}
    std::string_view m_raw;
};

// Walks through the members of an object; nothing to walk for other kinds.
class JsonMembers {
public:
    explicit JsonMembers(JsonValue object);
    std::optional<JsonMember> next();

private:
    std::string_view m_rest;
};

// Walks through the elements of an array; nothing to walk for other kinds.
class JsonElements {
public:
    explicit JsonElements(JsonValue array);
    std::optional<JsonValue> next();

private:
    std::string_view m_rest;
};

} // namespace gateway::translation
