#include "gateway/base/identifiers.h"

#include <array>
#include <cstdint>
#include <random>

namespace gateway {

std::string makeUuid()
{
    // Ids name rows, they guard nothing, so a seeded generator per thread is enough.
    thread_local std::mt19937_64 generator{std::random_device{}()};
    std::array<std::uint64_t, 2> words{generator(), generator()};
    words[0] = (words[0] & 0xFFFFFFFFFFFF0FFFULL) | 0x0000000000004000ULL; // RFC 9562: version 4
    words[1] = (words[1] & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL; // RFC 9562: variant
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t nibble = 0; nibble < 32; ++nibble) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20)
            text.push_back('-');
        const std::uint64_t word = words[nibble / 16];
        text.push_back(digits[(word >> (60 - 4 * (nibble % 16))) & 0xF]);
    }
    return text;
}

} // namespace gateway
