// Finds the first byte that matters, eight or sixteen bytes at a step; the inner loop of all readers here.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// Part of every x86-64; elsewhere words of eight bytes are searched.
#if defined(__SSE2__) || defined(_M_X64)
#define BILROST_SEARCHES_WITH_SSE2
#include <emmintrin.h>
#endif

namespace gateway::byte_search {

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
// The last word overlaps the one before it: what it sees again is known to have no mark.
template <typename MarksOf, typename IsStop>
const char *findMarked(const char *position, const char *end, MarksOf marksOf, IsStop isStop)
{
    if constexpr (std::endian::native == std::endian::little) {
        if (end - position >= 8) {
            for (; end - position >= 8; position += 8) {
                if (const std::uint64_t marks = marksOf(loadWord(position)))
                    return position + (std::countr_zero(marks) >> 3);
            }
            const std::uint64_t marks = marksOf(loadWord(end - 8));
            return marks == 0 ? end : end - 8 + (std::countr_zero(marks) >> 3);
        }
    }
    while (position != end && !isStop(static_cast<unsigned char>(*position)))
        ++position;
    return position;
}

#ifdef BILROST_SEARCHES_WITH_SSE2
// Marks the bytes that end plain text in a JSON string: quote, backslash, control or non-ASCII.
inline int marksOfUnusualBytes(__m128i bytes)
{
    // As signed numbers non-ASCII bytes are negative, so one comparison finds them and the controls.
    const __m128i unusual = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20));
    const __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    const __m128i backslashes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    return _mm_movemask_epi8(_mm_or_si128(unusual, _mm_or_si128(quotes, backslashes)));
}

// The same for at least 16 bytes; `marksOf` sets a bit for each marked byte of a block.
template <typename MarksOf>
const char *findMarkedByBlocks(const char *position, const char *end, MarksOf marksOf)
{
    const auto marksAt = [&](const char *block) {
        return static_cast<std::uint32_t>(marksOf(_mm_loadu_si128(reinterpret_cast<const __m128i *>(block))));
    };
    for (; end - position >= 16; position += 16) {
        if (const std::uint32_t marks = marksAt(position))
            return position + std::countr_zero(marks);
    }
    const std::uint32_t marks = marksAt(end - 16);
    return marks == 0 ? end : end - 16 + std::countr_zero(marks);
}
#endif

// First of two bytes.
template <unsigned char First, unsigned char Second>
const char *findEither(const char *position, const char *end)
{
#ifdef BILROST_SEARCHES_WITH_SSE2
    if (end - position >= 16) {
        return findMarkedByBlocks(position, end, [](__m128i bytes) {
            return _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(First))),
                                                  _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(Second)))));
        });
    }
#endif
    return findMarked(
        position, end,
        [](std::uint64_t word) { return marksOfZeros(word ^ repeated(First)) | marksOfZeros(word ^ repeated(Second)); },
        [](unsigned char byte) { return byte == First || byte == Second; });
}

// First control character, which is all below the blank.
inline const char *findControl(const char *position, const char *end)
{
#ifdef BILROST_SEARCHES_WITH_SSE2
    if (end - position >= 16) {
        return findMarkedByBlocks(position, end, [](__m128i bytes) { // smaller than the blank, as unsigned numbers
            return _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes));
        });
    }
#endif
    return findMarked(
        position, end, [](std::uint64_t word) { return (word - repeated(0x20)) & ~word & repeated(0x80); },
        [](unsigned char byte) { return byte < 0x20; });
}

// First byte of a JSON string's inside that is not plain ASCII text: quote, backslash, control or non-ASCII.
inline const char *findEndOfPlainText(const char *position, const char *end)
{
#ifdef BILROST_SEARCHES_WITH_SSE2
    if (end - position >= 16)
        return findMarkedByBlocks(position, end, [](__m128i bytes) { return marksOfUnusualBytes(bytes); });
#endif
    return findMarked(
        position, end,
        [](std::uint64_t word) {
            const std::uint64_t controls = (word - repeated(0x20)) & ~word;
            return ((controls | word) & repeated(0x80)) | marksOfZeros(word ^ repeated('"'))
                   | marksOfZeros(word ^ repeated('\\'));
        },
        [](unsigned char byte) { return byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\'; });
}

// Whether `word` stands in `text`. For JSON: std::string_view::find() stops at every quote when the word begins with
// one; this looks at the word's second byte and its last together, which are rarely both there.
inline bool contains(std::string_view text, std::string_view word)
{
    const char *position = text.data();
    const char *const end = position + text.size();
#ifdef BILROST_SEARCHES_WITH_SSE2
    if (word.size() >= 2) {
        const __m128i second = _mm_set1_epi8(word[1]);
        const __m128i last = _mm_set1_epi8(word.back());
        const auto equals = [](const char *block, __m128i byte) {
            return _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(block)), byte);
        };
        // The last byte of the last of 16 places is still inside the text.
        const auto reach = static_cast<std::ptrdiff_t>(word.size() + 15);
        for (; end - position >= reach; position += 16) {
            const __m128i both = _mm_and_si128(equals(position + 1, second), equals(position + word.size() - 1, last));
            for (auto marks = static_cast<std::uint32_t>(_mm_movemask_epi8(both)); marks != 0; marks &= marks - 1) {
                if (std::memcmp(position + std::countr_zero(marks), word.data(), word.size()) == 0)
                    return true;
            }
        }
    }
#endif
    return std::string_view(position, static_cast<std::size_t>(end - position)).find(word) != std::string_view::npos;
}

// Letters of ASCII in lower case, everything else as it is.
constexpr char folded(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

// Whether `word`, which is folded, stands at the position, in letters of either case.
inline bool isAtIgnoringCase(const char *position, std::string_view word)
{
    for (const char letter : word) {
        if (folded(*position++) != letter)
            return false;
    }
    return true;
}

// The first place of `word`, which is folded and not empty, in letters of either case; the end without one.
inline const char *findIgnoringCase(const char *position, const char *end, std::string_view word)
{
#ifdef BILROST_SEARCHES_WITH_SSE2
    // A byte with the bit of lower case added is that letter if, and only if, it is it in either case.
    const auto caseBit = [](char letter) {
        return _mm_set1_epi8(static_cast<char>(letter >= 'a' && letter <= 'z' ? 'a' - 'A' : 0));
    };
    const __m128i firstBit = caseBit(word.front());
    const __m128i lastBit = caseBit(word.back());
    const __m128i first = _mm_set1_epi8(word.front());
    const __m128i last = _mm_set1_epi8(word.back());
    const auto equals = [](const char *block, __m128i bit, __m128i byte) {
        return _mm_cmpeq_epi8(_mm_or_si128(_mm_loadu_si128(reinterpret_cast<const __m128i *>(block)), bit), byte);
    };
    // The last byte of the last of 16 places is still inside.
    const auto reach = static_cast<std::ptrdiff_t>(word.size() + 15);
    for (; end - position >= reach; position += 16) {
        const __m128i both =
            _mm_and_si128(equals(position, firstBit, first), equals(position + word.size() - 1, lastBit, last));
        for (auto marks = static_cast<std::uint32_t>(_mm_movemask_epi8(both)); marks != 0; marks &= marks - 1) {
            if (const char *place = position + std::countr_zero(marks); isAtIgnoringCase(place, word))
                return place;
        }
    }
#endif
    for (; end - position >= static_cast<std::ptrdiff_t>(word.size()); ++position) {
        if (isAtIgnoringCase(position, word))
            return position;
    }
    return end;
}

} // namespace gateway::byte_search
