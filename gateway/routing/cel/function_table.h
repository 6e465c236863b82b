// The functions and operators of the language, and the types that each takes and gives.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace gateway::routing::cel {

enum class Function : std::uint8_t {
    None,
    // Operators
    Negate,
    Not,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Index,
    In,
    Conditional,
    And,
    Or,
    // Conversions
    ToBool,
    ToBytes,
    ToDouble,
    ToDyn,
    ToInt,
    ToString,
    ToUint,
    TypeOf,
    // Strings, bytes and containers
    Size,
    Contains,
    EndsWith,
    Matches,
    StartsWith,
    CharAt,
    IndexOf,
    Join,
    LastIndexOf,
    LowerAscii,
    Replace,
    Reverse,
    Split,
    Substring,
    Trim,
    UpperAscii,
};

// Types are written as letters: b bool, i int, u uint, f double, s string, y bytes, d dyn, t type, A and B any type (the
// same letter is the same type), L<e> list of e, M<k><v> map.
struct Overload {
    std::string_view name; // as it is called; operators as the symbol
    bool isMember = false; // the receiver is the first argument
    std::string_view arguments;
    std::string_view result;
    Function function = Function::None;
};

std::span<const Overload> allOverloads();

// The symbol or name for messages.
std::string_view functionName(Function function);

// Operators are told apart from functions of that name, which nobody can call.
constexpr bool isOperator(Function function)
{
    return function >= Function::Negate && function <= Function::Or;
}

} // namespace gateway::routing::cel
