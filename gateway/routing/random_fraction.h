// Chance, for draws by weight and for waits that are spread.
#pragma once

#include <random>

namespace gateway::routing {

// Between 0 and 1, without 1. Each thread has a source of its own.
inline double randomFraction()
{
    thread_local std::minstd_rand generator{std::random_device{}()};
    return std::uniform_real_distribution<double>(0, 1)(generator);
}

} // namespace gateway::routing
