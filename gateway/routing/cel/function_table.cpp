#include "gateway/routing/cel/function_table.h"

#include <array>

namespace gateway::routing::cel {

namespace {

// The standard library of the language and its extension for strings, as cel-go declares them, with numbers of
// different types in order (its option CrossTypeNumericComparisons), so that "budget_used > 80" needs no "80.0".
constexpr auto overloads = std::to_array<Overload>({
    {"-", false, "i", "i", Function::Negate},
    {"-", false, "f", "f", Function::Negate},
    {"!", false, "b", "b", Function::Not},
    {"==", false, "AA", "b", Function::Equal},
    {"!=", false, "AA", "b", Function::NotEqual},
    {"+", false, "yy", "y", Function::Add},
    {"+", false, "ff", "f", Function::Add},
    {"+", false, "ii", "i", Function::Add},
    {"+", false, "LALA", "LA", Function::Add},
    {"+", false, "ss", "s", Function::Add},
    {"+", false, "uu", "u", Function::Add},
    {"-", false, "ff", "f", Function::Subtract},
    {"-", false, "ii", "i", Function::Subtract},
    {"-", false, "uu", "u", Function::Subtract},
    {"*", false, "ff", "f", Function::Multiply},
    {"*", false, "ii", "i", Function::Multiply},
    {"*", false, "uu", "u", Function::Multiply},
    {"/", false, "ff", "f", Function::Divide},
    {"/", false, "ii", "i", Function::Divide},
    {"/", false, "uu", "u", Function::Divide},
    {"%", false, "ii", "i", Function::Modulo},
    {"%", false, "uu", "u", Function::Modulo},
    {"[]", false, "LAi", "A", Function::Index},
    {"[]", false, "MABA", "B", Function::Index},
    {"in", false, "ALA", "b", Function::In},
    {"in", false, "AMAB", "b", Function::In},
    {"?:", false, "bAA", "A", Function::Conditional},
    {"&&", false, "bb", "b", Function::And},
    {"||", false, "bb", "b", Function::Or},

    {"bool", false, "b", "b", Function::ToBool},
    {"bool", false, "s", "b", Function::ToBool},
    {"bytes", false, "y", "y", Function::ToBytes},
    {"bytes", false, "s", "y", Function::ToBytes},
    {"double", false, "f", "f", Function::ToDouble},
    {"double", false, "i", "f", Function::ToDouble},
    {"double", false, "s", "f", Function::ToDouble},
    {"double", false, "u", "f", Function::ToDouble},
    {"dyn", false, "A", "d", Function::ToDyn},
    {"int", false, "i", "i", Function::ToInt},
    {"int", false, "f", "i", Function::ToInt},
    {"int", false, "s", "i", Function::ToInt},
    {"int", false, "u", "i", Function::ToInt},
    {"string", false, "s", "s", Function::ToString},
    {"string", false, "b", "s", Function::ToString},
    {"string", false, "y", "s", Function::ToString},
    {"string", false, "f", "s", Function::ToString},
    {"string", false, "i", "s", Function::ToString},
    {"string", false, "u", "s", Function::ToString},
    {"uint", false, "u", "u", Function::ToUint},
    {"uint", false, "f", "u", Function::ToUint},
    {"uint", false, "i", "u", Function::ToUint},
    {"uint", false, "s", "u", Function::ToUint},
    {"type", false, "A", "t", Function::TypeOf},

    {"size", false, "y", "i", Function::Size},
    {"size", true, "y", "i", Function::Size},
    {"size", false, "LA", "i", Function::Size},
    {"size", true, "LA", "i", Function::Size},
    {"size", false, "MAB", "i", Function::Size},
    {"size", true, "MAB", "i", Function::Size},
    {"size", false, "s", "i", Function::Size},
    {"size", true, "s", "i", Function::Size},
    {"contains", true, "ss", "b", Function::Contains},
    {"endsWith", true, "ss", "b", Function::EndsWith},
    {"startsWith", true, "ss", "b", Function::StartsWith},
    {"matches", false, "ss", "b", Function::Matches},
    {"matches", true, "ss", "b", Function::Matches},

    {"charAt", true, "si", "s", Function::CharAt},
    {"indexOf", true, "ss", "i", Function::IndexOf},
    {"indexOf", true, "ssi", "i", Function::IndexOf},
    {"join", true, "Ls", "s", Function::Join},
    {"join", true, "Lss", "s", Function::Join},
    {"lastIndexOf", true, "ss", "i", Function::LastIndexOf},
    {"lastIndexOf", true, "ssi", "i", Function::LastIndexOf},
    {"lowerAscii", true, "s", "s", Function::LowerAscii},
    {"replace", true, "sss", "s", Function::Replace},
    {"replace", true, "sssi", "s", Function::Replace},
    {"reverse", true, "s", "s", Function::Reverse},
    {"split", true, "ss", "Ls", Function::Split},
    {"split", true, "ssi", "Ls", Function::Split},
    {"substring", true, "si", "s", Function::Substring},
    {"substring", true, "sii", "s", Function::Substring},
    {"trim", true, "s", "s", Function::Trim},
    {"upperAscii", true, "s", "s", Function::UpperAscii},
});

struct Comparison {
    std::string_view symbol;
    Function function;
};

constexpr std::array comparisons{Comparison{"<", Function::Less}, Comparison{"<=", Function::LessOrEqual},
                                 Comparison{">", Function::Greater}, Comparison{">=", Function::GreaterOrEqual}};
constexpr std::array<std::string_view, 12> comparable{"bb", "ii", "if", "iu", "uu", "uf",
                                                      "ui", "ff", "fi", "fu", "ss", "yy"};

constexpr auto makeTable()
{
    std::array<Overload, overloads.size() + comparisons.size() * comparable.size()> table{};
    std::size_t next = 0;
    for (const Overload &overload : overloads)
        table[next++] = overload;
    for (const Comparison &comparison : comparisons) {
        for (const std::string_view arguments : comparable)
            table[next++] = {comparison.symbol, false, arguments, "b", comparison.function};
    }
    return table;
}

constexpr auto table = makeTable();

} // namespace

std::span<const Overload> allOverloads()
{
    return table;
}

std::string_view functionName(Function function)
{
    for (const Overload &overload : table) {
        if (overload.function == function)
            return overload.name;
    }
    return {};
}

} // namespace gateway::routing::cel
