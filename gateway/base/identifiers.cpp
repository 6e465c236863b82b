#include "gateway/base/identifiers.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <random>

namespace gateway {

namespace {

// Ids name rows, they guard nothing, so a seeded generator per thread is enough.
std::mt19937_64 &generator()
{
    thread_local std::mt19937_64 instance{std::random_device{}()};
    return instance;
}

// RFC 9562 §4: the version in the 13th hexadecimal digit, the variant in the two top bits of the second half.
std::string uuidText(std::array<std::uint64_t, 2> words, std::uint64_t version)
{
    words[0] = (words[0] & 0xFFFFFFFFFFFF0FFFULL) | (version << 12);
    words[1] = (words[1] & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL;
    constexpr char digits[] = "0123456789abcdef";
    std::string text(36, '-');
    std::size_t place = 0;
    for (std::size_t nibble = 0; nibble < 32; ++nibble, ++place) {
        if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20)
            ++place;
        const std::uint64_t word = words[nibble / 16];
        text[place] = digits[(word >> (60 - 4 * (nibble % 16))) & 0xF];
    }
    return text;
}

} // namespace

std::string makeUuid()
{
    return uuidText({generator()(), generator()()}, 4);
}

std::string makeTimeOrderedUuid()
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count();
    const std::uint64_t time = static_cast<std::uint64_t>(milliseconds) << 16;
    return uuidText({time | (generator()() & 0xFFFF), generator()()}, 7);
}

} // namespace gateway
