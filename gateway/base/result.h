// The one spelling of "a value or an Error". std::expected is C++23; tl::expected has the same interface.
#pragma once

#include "gateway/base/error.h"

#include <tl/expected.hpp>

namespace gateway {

template <typename Value>
using Result = tl::expected<Value, Error>;

using tl::unexpected;

} // namespace gateway
