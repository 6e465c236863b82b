// The type of a variable or of an expression's value, as it is declared and reported.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gateway::routing::cel {

struct CelType {
    enum class Kind : std::uint8_t { Dyn, Null, Bool, Int, Uint, Double, String, Bytes, Type, List, Map };

    Kind kind = Kind::Dyn; // Dyn: known only when the expression is evaluated
    std::vector<CelType> parameters;

    static CelType simple(Kind kind) { return {kind, {}}; }
    static CelType text() { return simple(Kind::String); }
    static CelType real() { return simple(Kind::Double); }
    static CelType list(CelType element) { return {Kind::List, {std::move(element)}}; }
    static CelType map(CelType key, CelType value) { return {Kind::Map, {std::move(key), std::move(value)}}; }

    bool operator==(const CelType &) const = default;
};

std::string nameOf(const CelType &type); // "map(string, double)"

} // namespace gateway::routing::cel
