// A value of an expression: null, bool, int, uint, double, string, bytes, list, map, or a type.
#pragma once

#include "gateway/routing/cel/cel_problem.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::routing::cel {

enum class CelKind : std::uint8_t { Null, Bool, Int, Uint, Double, String, Bytes, List, Map, Type, Problem };

class CelValue;
using CelList = std::vector<CelValue>;

// What a map must answer; the gateway's own tables (headers) implement it without a copy.
class CelMap {
public:
    virtual ~CelMap() = default;
    virtual std::size_t size() const = 0;
    virtual CelValue keyAt(std::size_t index) const = 0;
    virtual CelValue valueAt(std::size_t index) const = 0;
    virtual std::optional<CelValue> find(const CelValue &key) const = 0;
};

// Strings, bytes, lists and maps are borrowed or share their storage; a borrowed one lives as long as what it was made
// from. A Problem stands for a value that could not be computed; && and || may absorb it.
class CelValue {
public:
    CelValue() = default; // null

    static CelValue boolean(bool value);
    static CelValue integer(std::int64_t value);
    static CelValue unsignedInteger(std::uint64_t value);
    static CelValue real(double value);
    static CelValue borrowedText(std::string_view text);
    static CelValue ownedText(std::string text);
    static CelValue borrowedBytes(std::string_view bytes);
    static CelValue ownedBytes(std::string bytes);
    static CelValue borrowedList(const CelList &list);
    static CelValue ownedList(CelList list);
    static CelValue borrowedMap(const CelMap &map);
    static CelValue ownedMap(std::shared_ptr<const CelMap> map);
    static CelValue typeOf(CelKind kind);
    // `detail` is the key, number or name that the message tells; it is shared or copied.
    static CelValue problem(CelProblemKind kind, std::uint32_t position, const CelValue &detail);
    static CelValue problem(CelProblemKind kind, std::uint32_t position, std::string detail = {});
    // For a variable that has no value now.
    static CelValue unknown(std::string why) { return problem(CelProblemKind::Unknown, 0, std::move(why)); }

    CelKind kind() const { return m_kind; }
    bool isProblem() const { return m_kind == CelKind::Problem; }
    bool isTrue() const { return m_kind == CelKind::Bool && m_data.boolean; }
    bool isFalse() const { return m_kind == CelKind::Bool && !m_data.boolean; }
    bool isText() const { return m_kind == CelKind::String; }
    bool isNumber() const { return m_kind == CelKind::Int || m_kind == CelKind::Uint || m_kind == CelKind::Double; }

    // Each is valid for its own kind only.
    bool asBool() const { return m_data.boolean; }
    std::int64_t asInt() const { return m_data.integer; }
    std::uint64_t asUint() const { return m_data.unsignedInteger; }
    double asDouble() const { return m_data.real; }
    std::string_view text() const { return {m_data.text, m_size}; } // of String, Bytes and the detail of a Problem
    const CelList &list() const { return *m_data.list; }
    const CelMap &map() const { return *m_data.map; }
    CelKind asType() const { return m_data.type; }
    CelProblemKind problemKind() const { return m_problemKind; }
    std::uint32_t problemPosition() const { return m_position; }

    // The same value without a share in its storage: for what the program itself keeps alive.
    CelValue borrowed() const;
    // A part of this string that shares its storage.
    CelValue slice(std::string_view part) const;
    // A problem from outside (a variable) as the one of the node at `position`.
    CelValue movedTo(std::uint32_t position) const;

private:
    union Data {
        bool boolean;
        std::int64_t integer = 0;
        std::uint64_t unsignedInteger;
        double real;
        const char *text;
        const CelList *list;
        const CelMap *map;
        CelKind type;
    };

    CelKind m_kind = CelKind::Null;
    CelProblemKind m_problemKind = CelProblemKind::Syntax;
    std::uint32_t m_position = 0;
    Data m_data;
    std::size_t m_size = 0;
    std::shared_ptr<const void> m_owner;
};

// A map literal: few entries in their order, compared one after another.
class LiteralMap final : public CelMap {
public:
    std::size_t size() const override { return m_entries.size(); }
    CelValue keyAt(std::size_t index) const override { return m_entries[index].first; }
    CelValue valueAt(std::size_t index) const override { return m_entries[index].second; }
    std::optional<CelValue> find(const CelValue &key) const override;

    void insert(CelValue key, CelValue value); // the last value of a key counts

private:
    std::vector<std::pair<CelValue, CelValue>> m_entries;
};

// "string", "null_type": the name that the language gives to the type.
std::string_view typeName(CelKind kind);
// For messages and tests: JSON-like text of any value.
std::string toText(const CelValue &value);

// Values of different types are unequal, but numbers compare across their types; NaN equals nothing.
bool areEqual(const CelValue &left, const CelValue &right);

} // namespace gateway::routing::cel
