// Counts the steps of one evaluation, so that it ends.
#pragma once

#include "gateway/routing/cel/cel_limits.h"
#include "gateway/routing/cel/cel_value.h"

namespace gateway::routing::cel {

class StepBudget {
public:
    // False when they are more than are left; from then on always.
    bool spend(std::size_t steps)
    {
        m_left = steps < m_left ? m_left - steps : 0;
        return m_left > 0;
    }
    bool spendOnBytes(std::size_t bytes) { return spend(bytes / 64); }
    bool spendOnElements(std::size_t elements) { return spend(elements / 8); }
    bool isExhausted() const { return m_left == 0; }

private:
    std::size_t m_left = maximumSteps;
};

// What a function needs beside its arguments.
struct CallContext {
    StepBudget &budget;
    std::uint32_t position = 0; // of the call in the source

    CelValue problem(CelProblemKind kind, std::string detail = {}) const
    {
        return CelValue::problem(kind, position, std::move(detail));
    }
    CelValue noSuchOverload() const { return problem(CelProblemKind::NoSuchOverload); }
    CelValue limitExceeded() const { return problem(CelProblemKind::LimitExceeded); }
};

} // namespace gateway::routing::cel
