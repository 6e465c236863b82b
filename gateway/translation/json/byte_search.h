// Finds the first byte that matters, eight bytes at a step; the inner loop of all readers here.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace gateway::translation::byte_search {

constexpr std::uint64_t repeated(unsigned char byte)
{
    return 0x0101010101010101u * byte;
}

// High bits of the bytes that are zero. Borrows make false marks only above a true one, so the lowest mark is right.
constexpr std::uint64_t marksOfZeros(std::uint64_t word)
{
    return (word - repeated(0x01)) & ~word & repeated(0x80);
}

inline std::uint64_t loadWord(const char *position)
{
    std::uint64_t word = 0;
    std::memcpy(&word, position, sizeof word);
    return word;
}

// Moves to the first position whose byte is marked, or to the end. `marksOf` marks words, `isStop` judges one byte.
template <typename MarksOf, typename IsStop>
const char *findMarked(const char *position, const char *end, MarksOf marksOf, IsStop isStop)
{
    if constexpr (std::endian::native == std::endian::little) {
        while (end - position >= 8) {
            if (const std::uint64_t marks = marksOf(loadWord(position)))
                return position + (std::countr_zero(marks) >> 3);
            position += 8;
        }
    }
    while (position != end && !isStop(static_cast<unsigned char>(*position)))
        ++position;
    return position;
}

// First of two bytes.
template <unsigned char First, unsigned char Second>
const char *findEither(const char *position, const char *end)
{
    return findMarked(
        position, end,
        [](std::uint64_t word) { return marksOfZeros(word ^ repeated(First)) | marksOfZeros(word ^ repeated(Second)); },
        [](unsigned char byte) { return byte == First || byte == Second; });
}

// First byte of a JSON string's inside that is not plain ASCII text: quote, backslash, control or non-ASCII.
inline const char *findEndOfPlainText(const char *position, const char *end)
{
    return findMarked(
        position, end,
        [](std::uint64_t word) {
            const std::uint64_t controls = (word - repeated(0x20)) & ~word;
            return ((controls | word) & repeated(0x80)) | marksOfZeros(word ^ repeated('"'))
                   | marksOfZeros(word ^ repeated('\\'));
        },
        [](unsigned char byte) { return byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\'; });
}

} // namespace gateway::translation::byte_search
