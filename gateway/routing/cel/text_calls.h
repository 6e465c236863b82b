// Calls the functions of strings with values.
#pragma once

#include "gateway/routing/cel/function_table.h"
#include "gateway/routing/cel/step_budget.h"

#include <span>

namespace gateway::routing::cel {

// As callFunction, for contains() to upperAscii() of the table.
CelValue callTextFunction(Function function, std::span<const CelValue> arguments, const CallContext &context);

} // namespace gateway::routing::cel
