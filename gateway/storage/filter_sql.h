// Turns a condition on requests into SQL with bound values.
#pragma once

#include "gateway/base/filter_term.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace gateway::storage {

struct SqlCondition {
    std::string text; // with a "?" for each value
    std::vector<std::variant<std::int64_t, std::string>> values;
};

// Of the columns of `requests`. Every part is true or false, never NULL.
SqlCondition sqlOf(const FilterTerm &term);

} // namespace gateway::storage
