// The operators with two operands, by the rules of the language for overflow, division and mixed numbers.
#pragma once

#include "gateway/routing/cel/function_table.h"
#include "gateway/routing/cel/step_budget.h"

namespace gateway::routing::cel {

// Neither operand is a Problem; the result may be one.
CelValue applyOperator(Function function, const CelValue &left, const CelValue &right, const CallContext &context);

CelValue negate(const CelValue &value, const CallContext &context);

} // namespace gateway::routing::cel
