// Calls the functions of the language with values: checks their kinds, converts, and wraps results.
#pragma once

#include "gateway/routing/cel/function_table.h"
#include "gateway/routing/cel/step_budget.h"

#include <span>

namespace gateway::routing::cel {

// No argument is a Problem; the result may be one. The checker made sure of the number of arguments.
CelValue callFunction(Function function, std::span<const CelValue> arguments, const CallContext &context);

} // namespace gateway::routing::cel
