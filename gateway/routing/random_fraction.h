// Chance, for draws by weight and for waits that are spread.
#pragma once

#include <cstdint>
#include <random>

namespace gateway::routing {

inline std::minstd_rand &randomSource() // each thread has one of its own
{
    thread_local std::minstd_rand generator{std::random_device{}()};
    return generator;
}

// Between 0 and 1, without 1.
inline double randomFraction()
{
    return std::uniform_real_distribution<double>(0, 1)(randomSource());
}

// The draws of this thread begin anew, so that two decisions can be compared.
inline void seedRandomFractions(std::uint32_t seed)
{
    randomSource().seed(seed);
}

} // namespace gateway::routing
