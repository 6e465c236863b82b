#include "gateway/routing/cel/parser.h"

#include "gateway/routing/cel/cel_limits.h"
#include "gateway/routing/cel/lexer.h"
#include "gateway/routing/cel/numbers.h"
#include "gateway/translation/json/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace gateway::routing::cel {

namespace {

using Parsed = CelResult<NodeIndex>;
using NodeList = std::vector<NodeIndex>;

// Words that the language keeps for languages that embed it.
constexpr std::array<std::string_view, 17> reservedWords{"as",        "break",  "const",  "continue", "else", "for",
                                                         "function",  "if",     "import", "let",      "loop", "package",
                                                         "namespace", "return", "var",    "void",     "while"};

struct BinaryOperator {
    TokenKind token;
    int precedence;
    Function function;
};

constexpr std::array binaryOperators{
    BinaryOperator{TokenKind::Less, 1, Function::Less},
    BinaryOperator{TokenKind::LessOrEqual, 1, Function::LessOrEqual},
    BinaryOperator{TokenKind::Greater, 1, Function::Greater},
    BinaryOperator{TokenKind::GreaterOrEqual, 1, Function::GreaterOrEqual},
    BinaryOperator{TokenKind::Equal, 1, Function::Equal},
    BinaryOperator{TokenKind::NotEqual, 1, Function::NotEqual},
    BinaryOperator{TokenKind::In, 1, Function::In},
    BinaryOperator{TokenKind::Plus, 2, Function::Add},
    BinaryOperator{TokenKind::Minus, 2, Function::Subtract},
    BinaryOperator{TokenKind::Star, 3, Function::Multiply},
    BinaryOperator{TokenKind::Slash, 3, Function::Divide},
    BinaryOperator{TokenKind::Percent, 3, Function::Modulo},
};

struct MacroForm {
    std::string_view name;
    std::size_t argumentCount;
    NodeKind kind;
};

constexpr std::array macroForms{
    MacroForm{"all", 2, NodeKind::All},
    MacroForm{"exists", 2, NodeKind::Exists},
    MacroForm{"exists_one", 2, NodeKind::ExistsOne},
    MacroForm{"filter", 2, NodeKind::Filter},
    MacroForm{"map", 2, NodeKind::Transform},
    MacroForm{"map", 3, NodeKind::Transform},
};

class Parser {
public:
    Parser(std::string_view source, std::vector<Token> tokens) : m_tokens(std::move(tokens))
    {
        m_tree.source = std::string(source);
    }

    CelResult<SyntaxTree> run()
    {
        const Parsed root = parseExpression();
        if (!root)
            return tl::unexpected(root.error());
        if (token().kind != TokenKind::End)
            return tl::unexpected(unexpectedToken("the end or an operator"));
        m_tree.root = *root;
        return std::move(m_tree);
    }

private:
    const Token &token() const { return m_tokens[m_next]; }

    Token take() { return m_tokens[m_next == m_tokens.size() - 1 ? m_next : m_next++]; }

    bool takeIf(TokenKind kind)
    {
        if (token().kind != kind)
            return false;
        take();
        return true;
    }

    CelProblem problem(CelProblemKind kind, std::size_t position, std::string message) const
    {
        return problemAt(kind, m_tree.source, position, std::move(message));
    }

    CelProblem unexpectedToken(std::string_view expected) const
    {
        const std::string found = token().kind == TokenKind::End ? "The expression ends here"
                                                                 : "\"" + std::string(token().text) + "\" stands here";
        return problem(CelProblemKind::Syntax, token().position,
                       found + ", but " + std::string(expected) + " is expected.");
    }

    Parsed add(Node node, const NodeList &children)
    {
        unsigned depth = 0;
        for (const NodeIndex child : children)
            depth = std::max<unsigned>(depth, m_tree.nodes[child].depth);
        if (depth >= maximumDepth)
            return tl::unexpected(tooDeep(node.position));
        node.depth = static_cast<std::uint16_t>(depth + 1);
        node.firstChild = static_cast<std::uint32_t>(m_tree.children.size());
        node.childCount = static_cast<std::uint32_t>(children.size());
        m_tree.children.insert(m_tree.children.end(), children.begin(), children.end());
        m_tree.nodes.push_back(node);
        return static_cast<NodeIndex>(m_tree.nodes.size() - 1);
    }

    CelProblem tooDeep(std::size_t position) const
    {
        return problem(CelProblemKind::TooComplex, position, "The expression is nested too deeply here.");
    }

    Parsed addConstant(CelValue value, std::size_t position)
    {
        m_tree.constants.push_back(std::move(value));
        Node node;
        node.position = static_cast<std::uint32_t>(position);
        node.payload = static_cast<std::uint32_t>(m_tree.constants.size() - 1);
        return add(node, {});
    }

    Parsed addNamed(NodeKind kind, std::string_view name, std::size_t position, const NodeList &children)
    {
        m_tree.names.emplace_back(name);
        Node node;
        node.kind = kind;
        node.position = static_cast<std::uint32_t>(position);
        node.payload = static_cast<std::uint32_t>(m_tree.names.size() - 1);
        return add(node, children);
    }

    Parsed addCall(Function function, std::size_t position, const NodeList &children)
    {
        Node node;
        node.kind = NodeKind::Call;
        node.function = function;
        node.position = static_cast<std::uint32_t>(position);
        return add(node, children);
    }

    Parsed addPlain(NodeKind kind, std::size_t position, const NodeList &children)
    {
        Node node;
        node.kind = kind;
        node.position = static_cast<std::uint32_t>(position);
        return add(node, children);
    }

    // expression = or ["?" or ":" expression]
    Parsed parseExpression()
    {
        if (m_depth >= maximumDepth)
            return tl::unexpected(tooDeep(token().position));
        ++m_depth;
        Parsed result = parseConditional();
        --m_depth;
        return result;
    }

    Parsed parseConditional()
    {
        Parsed condition = parseOr();
        if (!condition || token().kind != TokenKind::Question)
            return condition;
        const std::size_t position = take().position;
        const Parsed whenTrue = parseOr();
        if (!whenTrue)
            return whenTrue;
        if (!takeIf(TokenKind::Colon))
            return tl::unexpected(unexpectedToken("the \":\" of \"? :\""));
        const Parsed whenFalse = parseExpression();
        if (!whenFalse)
            return whenFalse;
        return addPlain(NodeKind::Conditional, position, {*condition, *whenTrue, *whenFalse});
    }

    Parsed parseOr()
    {
        return parseChain(TokenKind::Or, NodeKind::Or, [this] {
            return parseChain(TokenKind::And, NodeKind::And, [this] { return parseBinary(1); });
        });
    }

    template <typename ParseOperand>
    Parsed parseChain(TokenKind separator, NodeKind kind, ParseOperand parseOperand)
    {
        Parsed first = parseOperand();
        if (!first || token().kind != separator)
            return first;
        const std::size_t position = token().position;
        NodeList operands{*first};
        while (takeIf(separator)) {
            const Parsed next = parseOperand();
            if (!next)
                return next;
            operands.push_back(*next);
        }
        return addPlain(kind, position, operands);
    }

    // All of these are left-associative; comparisons have one precedence, so 1 < 2 == true is (1 < 2) == true.
    Parsed parseBinary(int leastPrecedence)
    {
        Parsed left = parseUnary();
        while (left) {
            const auto found = std::find_if(binaryOperators.begin(), binaryOperators.end(),
                                            [this](const auto &each) { return each.token == token().kind; });
            if (found == binaryOperators.end() || found->precedence < leastPrecedence)
                return left;
            const std::size_t position = take().position;
            const Parsed right = parseBinary(found->precedence + 1);
            if (!right)
                return right;
            left = addCall(found->function, position, {*left, *right});
        }
        return left;
    }

    // "!" and "-" repeat, but do not mix; an even number of them is none.
    Parsed parseUnary()
    {
        const TokenKind kind = token().kind;
        if (kind != TokenKind::Not && kind != TokenKind::Minus)
            return parseMember(false);
        const std::size_t position = token().position;
        std::size_t count = 0;
        while (token().kind == kind) {
            ++count;
            take();
        }
        // The last minus belongs to a number, because -9223372036854775808 has no positive counterpart.
        const bool isNegativeNumber =
            kind == TokenKind::Minus && (token().kind == TokenKind::Int || token().kind == TokenKind::Double);
        if (isNegativeNumber)
            --count;
        const bool mayBeNegativeNumber = kind == TokenKind::Not && takeIf(TokenKind::Minus);
        if (mayBeNegativeNumber && token().kind != TokenKind::Int && token().kind != TokenKind::Double)
            return tl::unexpected(unexpectedToken("a number"));
        const Parsed operand = parseMember(isNegativeNumber || mayBeNegativeNumber);
        if (!operand || count % 2 == 0)
            return operand;
        return addCall(kind == TokenKind::Not ? Function::Not : Function::Negate, position, {*operand});
    }

    Parsed parseMember(bool isNegative)
    {
        Parsed value = parsePrimary(isNegative);
        while (value) {
            if (token().kind == TokenKind::Dot) {
                take();
                value = parseSelection(*value);
            } else if (token().kind == TokenKind::LeftBracket) {
                const std::size_t position = take().position;
                const Parsed index = parseExpression();
                if (!index)
                    return index;
                if (!takeIf(TokenKind::RightBracket))
                    return tl::unexpected(unexpectedToken("the closing \"]\""));
                value = addCall(Function::Index, position, {*value, *index});
            } else if (token().kind == TokenKind::LeftBrace) {
                return tl::unexpected(problem(CelProblemKind::UndeclaredReference, m_tree.nodes[*value].position,
                                              "Messages such as Type{field: value} cannot be made here."));
            } else {
                return value;
            }
        }
        return value;
    }

    Parsed parseSelection(NodeIndex operand)
    {
        if (token().kind != TokenKind::Identifier)
            return tl::unexpected(unexpectedToken("the name of a field or function"));
        const Token name = take();
        if (token().kind != TokenKind::LeftParenthesis) {
            m_tree.constants.push_back(CelValue::ownedText(std::string(name.text)));
            Node node;
            node.kind = NodeKind::Select;
            node.position = name.position;
            node.payload = static_cast<std::uint32_t>(m_tree.constants.size() - 1);
            return add(node, {operand});
        }
        auto arguments = parseArguments();
        if (!arguments)
            return tl::unexpected(arguments.error());
        for (const MacroForm &macro : macroForms) {
            if (macro.name == name.text && macro.argumentCount == arguments->size())
                return addMacro(macro.kind, name, operand, *arguments);
        }
        arguments->insert(arguments->begin(), operand);
        return addNamed(NodeKind::MemberCall, name.text, name.position, *arguments);
    }

    Parsed addMacro(NodeKind kind, const Token &name, NodeIndex range, const NodeList &arguments)
    {
        const Node &variable = m_tree.nodes[arguments.front()];
        if (variable.kind != NodeKind::Name)
            return tl::unexpected(problem(CelProblemKind::MacroMisuse, variable.position,
                                          "The first argument of " + std::string(name.text)
                                              + " must be a plain name, for example x in list.all(x, x > 0)."));
        NodeList children = arguments;
        children.front() = range;
        const std::string variableName = m_tree.names[variable.payload];
        return addNamed(kind, variableName, name.position, children);
    }

    CelResult<NodeList> parseArguments()
    {
        take(); // "("
        return parseList(TokenKind::RightParenthesis, false);
    }

    CelResult<NodeList> parseList(TokenKind closing, bool mayEndWithComma)
    {
        NodeList elements;
        const std::string_view expected =
            closing == TokenKind::RightParenthesis ? "\",\" or the closing \")\"" : "\",\" or the closing \"]\"";
        while (true) {
            const bool isLoneComma = mayEndWithComma && elements.empty() && token().kind == TokenKind::Comma;
            if (isLoneComma) { // the grammar has it: [,] is []
                take();
                return takeIf(closing) ? CelResult<NodeList>(elements) : tl::unexpected(unexpectedToken(expected));
            }
            if (token().kind == closing && (elements.empty() || mayEndWithComma)) {
                take();
                return elements;
            }
            const Parsed element = parseExpression();
            if (!element)
                return tl::unexpected(element.error());
            elements.push_back(*element);
            if (takeIf(closing))
                return elements;
            if (!takeIf(TokenKind::Comma))
                return tl::unexpected(unexpectedToken(expected));
        }
    }

    Parsed parsePrimary(bool isNegative)
    {
        const Token first = token();
        switch (first.kind) {
        case TokenKind::Int:
        case TokenKind::Uint:
        case TokenKind::Double: return parseNumber(isNegative);
        case TokenKind::String:
        case TokenKind::Bytes: return parseText();
        case TokenKind::True: take(); return addConstant(CelValue::boolean(true), first.position);
        case TokenKind::False: take(); return addConstant(CelValue::boolean(false), first.position);
        case TokenKind::Null: take(); return addConstant(CelValue(), first.position);
        case TokenKind::LeftParenthesis: return parseGroup();
        case TokenKind::LeftBracket: return parseListLiteral();
        case TokenKind::LeftBrace: return parseMapLiteral();
        case TokenKind::Dot: // a name from the outermost scope, which here is the only one
            take();
            return token().kind == TokenKind::Identifier ? parseName() : tl::unexpected(unexpectedToken("a name"));
        case TokenKind::Identifier: return parseName();
        default: return tl::unexpected(unexpectedToken("a value"));
        }
    }

    Parsed parseGroup()
    {
        take();
        Parsed inner = parseExpression();
        if (inner && !takeIf(TokenKind::RightParenthesis))
            return tl::unexpected(unexpectedToken("the closing \")\""));
        return inner;
    }

    Parsed parseName()
    {
        const Token name = take();
        if (std::find(reservedWords.begin(), reservedWords.end(), name.text) != reservedWords.end())
            return tl::unexpected(problem(CelProblemKind::Syntax, name.position,
                                          "\"" + std::string(name.text) + "\" is a reserved word."));
        if (token().kind != TokenKind::LeftParenthesis)
            return addNamed(NodeKind::Name, name.text, name.position, {});
        const auto arguments = parseArguments();
        if (!arguments)
            return tl::unexpected(arguments.error());
        if (name.text == "has" && arguments->size() == 1)
            return addPresenceTest(name.position, arguments->front());
        return addNamed(NodeKind::GlobalCall, name.text, name.position, *arguments);
    }

    Parsed addPresenceTest(std::size_t position, NodeIndex argument)
    {
        const Node selection = m_tree.nodes[argument];
        if (selection.kind != NodeKind::Select)
            return tl::unexpected(problem(CelProblemKind::MacroMisuse, selection.position,
                                          "has() takes the selection of a field, for example has(headers.accept). For "
                                          "other names write \"x-team\" in headers."));
        Node node;
        node.kind = NodeKind::Has;
        node.position = static_cast<std::uint32_t>(position);
        node.payload = selection.payload;
        return add(node, {m_tree.childrenOf(selection).front()});
    }

    Parsed parseListLiteral()
    {
        const std::size_t position = take().position;
        const auto elements = parseList(TokenKind::RightBracket, true);
        if (!elements)
            return tl::unexpected(elements.error());
        return addPlain(NodeKind::List, position, *elements);
    }

    Parsed parseMapLiteral()
    {
        const std::size_t position = take().position;
        NodeList entries;
        if (takeIf(TokenKind::Comma) && token().kind != TokenKind::RightBrace) // the grammar has it: {,} is {}
            return tl::unexpected(unexpectedToken("the closing \"}\""));
        while (!takeIf(TokenKind::RightBrace)) {
            const Parsed key = parseExpression();
            if (!key)
                return key;
            if (!takeIf(TokenKind::Colon))
                return tl::unexpected(unexpectedToken("the \":\" between key and value"));
            const Parsed value = parseExpression();
            if (!value)
                return value;
            entries.push_back(*key);
            entries.push_back(*value);
            if (token().kind != TokenKind::RightBrace && !takeIf(TokenKind::Comma))
                return tl::unexpected(unexpectedToken("\",\" or the closing \"}\""));
        }
        return addPlain(NodeKind::Map, position, entries);
    }

    Parsed parseText()
    {
        const Token literal = take();
        auto text =
            unquote(m_tree.source, {literal.kind, literal.position,
                                    std::string_view(m_tree.source).substr(literal.position, literal.text.size())});
        if (!text)
            return tl::unexpected(text.error());
        return addConstant(literal.kind == TokenKind::Bytes ? CelValue::ownedBytes(std::move(*text))
                                                            : CelValue::ownedText(std::move(*text)),
                           literal.position);
    }

    Parsed parseNumber(bool isNegative)
    {
        const Token literal = take();
        const auto value = numberValue(literal, isNegative);
        if (!value)
            return tl::unexpected(problem(CelProblemKind::Syntax, literal.position,
                                          std::string(literal.text) + " is too large for its type."));
        return addConstant(*value, literal.position);
    }

    static std::optional<CelValue> numberValue(const Token &literal, bool isNegative)
    {
        const std::string sign = isNegative ? "-" : "";
        if (literal.kind == TokenKind::Double) {
            const auto value = parseDouble(sign + std::string(literal.text));
            return value ? std::optional(CelValue::real(*value)) : std::nullopt;
        }
        std::string_view digits = literal.text;
        const int base = digits.starts_with("0x") ? 16 : 10;
        if (base == 16)
            digits.remove_prefix(2);
        if (literal.kind == TokenKind::Uint) {
            std::uint64_t value = 0;
            const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size() - 1, value, base);
            return parsed.ec == std::errc() ? std::optional(CelValue::unsignedInteger(value)) : std::nullopt;
        }
        const std::string text = sign + std::string(digits);
        std::int64_t value = 0;
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value, base);
        return parsed.ec == std::errc() ? std::optional(CelValue::integer(value)) : std::nullopt;
    }

    SyntaxTree m_tree;
    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
    unsigned m_depth = 0;
};

std::optional<std::size_t> findInvalidUtf8(std::string_view text)
{
    const char *const end = text.data() + text.size();
    for (const char *at = text.data(); at != end;) {
        const std::size_t length = translation::utf8CharacterLength(at, end);
        if (length == 0)
            return static_cast<std::size_t>(at - text.data());
        at += length;
    }
    return std::nullopt;
}

} // namespace

CelResult<SyntaxTree> parse(std::string_view source)
{
    if (source.size() > maximumSourceBytes)
        return tl::unexpected(
            problemAt(CelProblemKind::TooComplex, source, maximumSourceBytes,
                      "The expression is longer than " + std::to_string(maximumSourceBytes) + " bytes."));
    if (const auto invalid = findInvalidUtf8(source))
        return tl::unexpected(problemAt(CelProblemKind::Syntax, source, *invalid, "This byte is not UTF-8 text."));
    auto tokens = tokenize(source);
    if (!tokens)
        return tl::unexpected(tokens.error());
    return Parser(source, std::move(*tokens)).run();
}

} // namespace gateway::routing::cel
