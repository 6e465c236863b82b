#include "gateway/routing/cel/lexer.h"

#include "gateway/translation/json/utf8.h"

#include <array>
#include <utility>

namespace gateway::routing::cel {

namespace {

constexpr std::array symbols{std::pair{std::string_view("=="), TokenKind::Equal},
                             std::pair{std::string_view("!="), TokenKind::NotEqual},
                             std::pair{std::string_view("<="), TokenKind::LessOrEqual},
                             std::pair{std::string_view(">="), TokenKind::GreaterOrEqual},
                             std::pair{std::string_view("&&"), TokenKind::And},
                             std::pair{std::string_view("||"), TokenKind::Or},
                             std::pair{std::string_view("<"), TokenKind::Less},
                             std::pair{std::string_view(">"), TokenKind::Greater},
                             std::pair{std::string_view("["), TokenKind::LeftBracket},
                             std::pair{std::string_view("]"), TokenKind::RightBracket},
                             std::pair{std::string_view("{"), TokenKind::LeftBrace},
                             std::pair{std::string_view("}"), TokenKind::RightBrace},
                             std::pair{std::string_view("("), TokenKind::LeftParenthesis},
                             std::pair{std::string_view(")"), TokenKind::RightParenthesis},
                             std::pair{std::string_view("."), TokenKind::Dot},
                             std::pair{std::string_view(","), TokenKind::Comma},
                             std::pair{std::string_view("-"), TokenKind::Minus},
                             std::pair{std::string_view("!"), TokenKind::Not},
                             std::pair{std::string_view("?"), TokenKind::Question},
                             std::pair{std::string_view(":"), TokenKind::Colon},
                             std::pair{std::string_view("+"), TokenKind::Plus},
                             std::pair{std::string_view("*"), TokenKind::Star},
                             std::pair{std::string_view("/"), TokenKind::Slash},
                             std::pair{std::string_view("%"), TokenKind::Percent}};

constexpr std::array keywords{
    std::pair{std::string_view("true"), TokenKind::True}, std::pair{std::string_view("false"), TokenKind::False},
    std::pair{std::string_view("null"), TokenKind::Null}, std::pair{std::string_view("in"), TokenKind::In}};

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isHexDigit(char letter)
{
    return isDigit(letter) || (letter >= 'a' && letter <= 'f') || (letter >= 'A' && letter <= 'F');
}

bool isNameStart(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_';
}

class Lexer {
public:
    explicit Lexer(std::string_view source) : m_source(source) {}

    CelResult<std::vector<Token>> run()
    {
        std::vector<Token> tokens;
        while (true) {
            skipSpace();
            if (m_at == m_source.size()) {
                add(tokens, TokenKind::End, 0);
                return tokens;
            }
            if (const std::size_t prefix = quotePrefix(); prefix != std::string_view::npos) {
                const auto length = quotedLength(prefix);
                if (!length)
                    return tl::unexpected(length.error());
                const bool isBytes = m_source[m_at] == 'b' || m_source[m_at] == 'B';
                add(tokens, isBytes ? TokenKind::Bytes : TokenKind::String, *length);
            } else if (isDigit(peek(0)) || (peek(0) == '.' && isDigit(peek(1)))) {
                addNumber(tokens);
            } else if (isNameStart(peek(0))) {
                addName(tokens);
            } else if (!addSymbol(tokens)) {
                return tl::unexpected(strangeCharacter());
            }
        }
    }

private:
    char peek(std::size_t ahead) const { return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : '\0'; }

    void add(std::vector<Token> &tokens, TokenKind kind, std::size_t length)
    {
        tokens.push_back({kind, static_cast<std::uint32_t>(m_at), m_source.substr(m_at, length)});
        m_at += length;
    }

    void skipSpace()
    {
        while (m_at < m_source.size()) {
            if (peek(0) == '/' && peek(1) == '/')
                m_at = std::min(m_source.find('\n', m_at), m_source.size());
            else if (peek(0) == ' ' || (peek(0) >= '\t' && peek(0) <= '\r' && peek(0) != '\v'))
                ++m_at;
            else
                return;
        }
    }

    // How many letters stand before the quote of a literal that begins here; npos when none does.
    std::size_t quotePrefix() const
    {
        std::size_t prefix = 0;
        if (peek(prefix) == 'b' || peek(prefix) == 'B')
            ++prefix;
        if (peek(prefix) == 'r' || peek(prefix) == 'R')
            ++prefix;
        return peek(prefix) == '"' || peek(prefix) == '\'' ? prefix : std::string_view::npos;
    }

    CelResult<std::size_t> quotedLength(std::size_t prefix) const
    {
        const char quote = peek(prefix);
        const bool isRaw = prefix > 0 && (peek(prefix - 1) == 'r' || peek(prefix - 1) == 'R');
        const std::string_view rest = m_source.substr(m_at + prefix);
        const std::size_t width = rest.size() >= 3 && rest[1] == quote && rest[2] == quote ? 3 : 1;
        std::size_t at = width;
        while (at < rest.size()) {
            if (rest.substr(at, width) == rest.substr(0, width))
                return prefix + at + width;
            if (width == 1 && (rest[at] == '\n' || rest[at] == '\r'))
                break;
            at += rest[at] == '\\' && !isRaw ? 2 : 1;
        }
        return tl::unexpected(
            problemAt(CelProblemKind::Syntax, m_source, m_at,
                      std::string("The string that begins here has no closing ") + std::string(width, quote) + "."));
    }

    void addNumber(std::vector<Token> &tokens)
    {
        const std::size_t start = m_at;
        std::size_t end = m_at;
        const auto skipDigits = [&] {
            while (end < m_source.size() && isDigit(m_source[end]))
                ++end;
        };
        const auto letterAt = [&](std::size_t position) {
            return position < m_source.size() ? m_source[position] : '\0';
        };
        TokenKind kind = TokenKind::Int;
        if (letterAt(start) == '0' && letterAt(start + 1) == 'x' && isHexDigit(letterAt(start + 2))) {
            end = start + 2;
            while (isHexDigit(letterAt(end)))
                ++end;
        } else {
            skipDigits();
            if (letterAt(end) == '.' && isDigit(letterAt(end + 1))) {
                kind = TokenKind::Double;
                ++end;
                skipDigits();
            }
            const bool hasSign = letterAt(end + 1) == '+' || letterAt(end + 1) == '-';
            if ((letterAt(end) == 'e' || letterAt(end) == 'E') && isDigit(letterAt(end + (hasSign ? 2 : 1)))) {
                kind = TokenKind::Double;
                end += hasSign ? 2 : 1;
                skipDigits();
            }
        }
        if (kind == TokenKind::Int && (letterAt(end) == 'u' || letterAt(end) == 'U')) {
            kind = TokenKind::Uint;
            ++end;
        }
        add(tokens, kind, end - start);
    }

    void addName(std::vector<Token> &tokens)
    {
        std::size_t length = 1;
        while (isNameStart(peek(length)) || isDigit(peek(length)))
            ++length;
        const std::string_view name = m_source.substr(m_at, length);
        for (const auto &[keyword, kind] : keywords) {
            if (keyword == name)
                return add(tokens, kind, length);
        }
        add(tokens, TokenKind::Identifier, length);
    }

    bool addSymbol(std::vector<Token> &tokens)
    {
        for (const auto &[symbol, kind] : symbols) {
            if (m_source.substr(m_at).starts_with(symbol)) {
                add(tokens, kind, symbol.size());
                return true;
            }
        }
        return false;
    }

    CelProblem strangeCharacter() const
    {
        const char *start = m_source.data() + m_at;
        const std::size_t length = translation::utf8CharacterLength(start, m_source.data() + m_source.size());
        std::string message = "The character " + std::string(start, length) + " has no meaning here.";
        if (*start == '=')
            message += " To compare, write ==.";
        else if (*start == '&' || *start == '|')
            message += std::string(" Write ") + *start + *start + ".";
        return problemAt(CelProblemKind::Syntax, m_source, m_at, std::move(message));
    }

    std::string_view m_source;
    std::size_t m_at = 0;
};

std::optional<std::uint32_t> readDigits(std::string_view text, std::size_t count, unsigned base)
{
    if (text.size() < count)
        return std::nullopt;
    std::uint32_t value = 0;
    for (const char letter : text.substr(0, count)) {
        if (!isHexDigit(letter))
            return std::nullopt;
        const auto digit = static_cast<unsigned>(isDigit(letter) ? letter - '0' : (letter | 0x20) - 'a' + 10);
        if (digit >= base)
            return std::nullopt;
        value = value * base + digit;
    }
    return value;
}

// One escape sequence after its backslash; appends what it stands for and gives its length, or 0 when it is none.
std::size_t appendEscaped(std::string &text, std::string_view escape, bool isBytes)
{
    constexpr std::string_view letters = "abfnrtv\\'\"`?";
    constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\'\"`?";
    if (escape.empty())
        return 0;
    if (const std::size_t simple = letters.find(escape[0]); simple != std::string_view::npos) {
        text += meanings[simple];
        return 1;
    }
    std::size_t digitCount = 0;
    std::size_t firstDigit = 1;
    unsigned base = 16;
    switch (escape[0]) {
    case 'x':
    case 'X': digitCount = 2; break;
    case 'u': digitCount = isBytes ? 0 : 4; break;
    case 'U': digitCount = isBytes ? 0 : 8; break;
    case '0':
    case '1':
    case '2':
    case '3':
        digitCount = 3;
        firstDigit = 0;
        base = 8;
        break;
    default: break;
    }
    const auto code = readDigits(escape.substr(firstDigit), digitCount, base);
    if (digitCount == 0 || !code)
        return 0;
    if (isBytes) {
        text += static_cast<char>(*code);
    } else {
        if (*code > 0x10FFFF || (*code >= 0xD800 && *code <= 0xDFFF))
            return 0;
        translation::appendUtf8(text, *code);
    }
    return firstDigit + digitCount;
}

} // namespace

CelResult<std::vector<Token>> tokenize(std::string_view source)
{
    return Lexer(source).run();
}

CelResult<std::string> unquote(std::string_view source, const Token &literal)
{
    std::string_view text = literal.text;
    const bool isBytes = literal.kind == TokenKind::Bytes;
    if (isBytes)
        text.remove_prefix(1);
    const bool isRaw = text.starts_with('r') || text.starts_with('R');
    if (isRaw)
        text.remove_prefix(1);
    const std::size_t width = text.size() >= 6 && text[1] == text[0] && text[2] == text[0] ? 3 : 1;
    text = text.substr(width, text.size() - 2 * width);
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\r') { // a line end is \n in every string
            result += '\n';
            at += text.substr(at).starts_with("\r\n") ? 2 : 1;
        } else if (text[at] == '\\' && !isRaw) {
            const std::size_t length = appendEscaped(result, text.substr(at + 1), isBytes);
            if (length == 0)
                return tl::unexpected(problemAt(CelProblemKind::Syntax, source,
                                                static_cast<std::size_t>(text.data() - source.data()) + at,
                                                "This is not an escape sequence. For a backslash write \\\\, or use a "
                                                "raw string: r\"...\"."));
            at += 1 + length;
        } else {
            result += text[at++];
        }
    }
    return result;
}

} // namespace gateway::routing::cel
