// A model alias is a rule whose expression asks for exactly one name of a model: model == "medium".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gateway {

// The name, when the expression is nothing but that comparison. Escapes other than \" \' and \\ are not looked into.
std::optional<std::string> aliasOfExpression(std::string_view expression);

std::string expressionOfAlias(std::string_view alias);

} // namespace gateway
