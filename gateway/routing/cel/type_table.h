// Types of expressions while they are checked, and which of them fit together.
#pragma once

#include "gateway/routing/cel/cel_type.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gateway::routing::cel {

// Index into the table; equal types have equal references.
using TypeReference = std::uint32_t;

// Type variables stand for types that are not known yet: the elements of [], the letters A and B of an overload.
class TypeTable {
public:
    TypeTable();

    TypeReference simple(CelType::Kind kind) const { return static_cast<TypeReference>(kind); }
    TypeReference list(TypeReference element) { return intern({CelType::Kind::List, element, 0}); }
    TypeReference map(TypeReference key, TypeReference value) { return intern({CelType::Kind::Map, key, value}); }
    TypeReference newVariable();
    TypeReference of(const CelType &type);

    // With every variable replaced by what it was found to be.
    TypeReference resolved(TypeReference type);
    CelType::Kind kindOf(TypeReference type) const { return m_types[type].kind; }
    bool isVariable(TypeReference type) const { return m_types[type].isVariable; }
    TypeReference firstParameter(TypeReference type) const { return m_types[type].first; }
    TypeReference secondParameter(TypeReference type) const { return m_types[type].second; }

    // Whether each type may stand where its counterpart is expected; binds variables when all may, else none.
    bool areAssignable(const std::vector<TypeReference> &from, const std::vector<TypeReference> &to);
    // The type of elements of which some are `left` and some `right`.
    TypeReference joined(TypeReference left, TypeReference right);

    std::string nameOf(TypeReference type);
    CelType exported(TypeReference type); // what is still unknown becomes dyn

private:
    struct Entry {
        CelType::Kind kind = CelType::Kind::Dyn;
        TypeReference first = 0;
        TypeReference second = 0;
        bool isVariable = false;
        bool operator==(const Entry &) const = default; // two variables are never compared
    };
    static constexpr TypeReference unbound = 0xFFFFFFFFu;

    TypeReference intern(const Entry &entry);
    bool isAssignable(TypeReference from, TypeReference to);
    enum class Fit { Fits, Contradicts, Open };
    Fit bind(TypeReference type, TypeReference variable);
    void setBinding(TypeReference variable, TypeReference type);
    bool occursIn(TypeReference variable, TypeReference type) const;
    bool isAsGeneral(TypeReference left, TypeReference right) const;
    TypeReference moreGeneral(TypeReference left, TypeReference right) const
    {
        return isAsGeneral(left, right) ? left : right;
    }

    std::vector<Entry> m_types;
    std::vector<TypeReference> m_bindings;                       // by type reference; unbound for what is no variable
    std::vector<std::pair<TypeReference, TypeReference>> m_undo; // bindings of this call before it, oldest first
};

} // namespace gateway::routing::cel
