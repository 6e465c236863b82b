#include "gateway/base/model_alias.h"

#include <algorithm>

namespace gateway {

namespace {

constexpr std::string_view whitespace = " \t\r\n\f";

void skipWhitespace(std::string_view &text)
{
    text.remove_prefix(std::min(text.find_first_not_of(whitespace), text.size()));
}

bool skip(std::string_view &text, std::string_view token)
{
    skipWhitespace(text);
    if (!text.starts_with(token))
        return false;
    text.remove_prefix(token.size());
    return true;
}

} // namespace

std::optional<std::string> aliasOfExpression(std::string_view expression)
{
    if (!skip(expression, "model") || !skip(expression, "=="))
        return std::nullopt;
    skipWhitespace(expression);
    if (expression.empty() || (expression.front() != '"' && expression.front() != '\''))
        return std::nullopt;
    const char quote = expression.front();
    if (expression.starts_with(std::string(3, quote))) // a long literal, or an empty name
        return std::nullopt;
    std::string name;
    std::size_t place = 1;
    for (; place < expression.size() && expression[place] != quote; ++place) {
        if (expression[place] == '\n')
            return std::nullopt;
        if (expression[place] == '\\') {
            const std::string_view next = expression.substr(place + 1, 1);
            if (next != "\"" && next != "'" && next != "\\")
                return std::nullopt;
            ++place;
        }
        name += expression[place];
    }
    const bool isClosed = place < expression.size();
    if (!isClosed || name.empty() || expression.find_first_not_of(whitespace, place + 1) != std::string_view::npos)
        return std::nullopt;
    return name;
}

std::string expressionOfAlias(std::string_view alias)
{
    std::string expression = "model == \"";
    for (const char letter : alias) {
        if (letter == '"' || letter == '\\')
            expression += '\\';
        expression += letter;
    }
    return expression + "\"";
}

} // namespace gateway
