// Cuts an expression into tokens.
#pragma once

#include "gateway/routing/cel/cel_problem.h"

#include <string_view>
#include <vector>

namespace gateway::routing::cel {

enum class TokenKind : std::uint8_t {
    End,
    Identifier,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    True,
    False,
    Null,
    In,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    LeftParenthesis,
    RightParenthesis,
    Dot,
    Comma,
    Minus,
    Not,
    Question,
    Colon,
    Plus,
    Star,
    Slash,
    Percent,
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::uint32_t position = 0;
    std::string_view text; // of the source
};

// The last token is End. `source` must outlive the tokens and be valid UTF-8.
CelResult<std::vector<Token>> tokenize(std::string_view source);

// The characters that a string or bytes literal stands for.
CelResult<std::string> unquote(std::string_view source, const Token &literal);

} // namespace gateway::routing::cel
