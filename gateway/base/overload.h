// One visitor of a variant from a lambda for each alternative.
#pragma once

namespace gateway {

template <typename... Visitors>
struct Overload : Visitors... {
    using Visitors::operator()...;
};
template <typename... Visitors>
Overload(Visitors...) -> Overload<Visitors...>;

} // namespace gateway
