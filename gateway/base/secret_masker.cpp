#include "gateway/base/secret_masker.h"

#include "gateway/base/percent_encoding.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

// Part of every x86-64; elsewhere the plain loop scans.
#if defined(__SSE2__) || defined(_M_X64)
#define BILROST_HAS_SSE2
#include <emmintrin.h>
#endif

namespace gateway {

namespace {

constexpr std::string_view mask = "***";

enum class Tail { Token, UpperAlphanumeric }; // Token: A-Z a-z 0-9 - _

struct KeyPattern {
    std::string_view prefix;
    std::size_t anchor;      // position in the prefix of the byte pair that the fast scan looks for
    std::size_t minimumTail; // bytes after the prefix
    std::size_t maximumTail; // 0: any length; otherwise a longer run of token characters is not a key
    Tail tail = Tail::Token;
    bool needsDigit = false; // for short prefixes that also begin ordinary words
};

// Longer prefixes stand before the shorter ones that they begin with. Every pair at `anchor` must be known to
// isAnchor(). Exact tails keep runs of base64 (images) from being taken for keys.
constexpr std::array patterns{
    KeyPattern{"sk-ant-", 1, 8, 0},  // Anthropic
    KeyPattern{"sk-proj-", 1, 8, 0}, // OpenAI, project
    KeyPattern{"sk-svcacct-", 1, 8, 0},
    KeyPattern{"sk-admin-", 1, 8, 0},
    KeyPattern{"sk-or-", 1, 8, 0},                   // OpenRouter
    KeyPattern{"sk-bf-", 1, 8, 0},                   // a gateway's virtual key
    KeyPattern{"sk-", 1, 16, 0, Tail::Token, true},  // OpenAI, DeepSeek, Moonshot and others
    KeyPattern{"csk-", 2, 16, 0, Tail::Token, true}, // Cerebras
    KeyPattern{"xai-", 2, 20, 0, Tail::Token, true},
    KeyPattern{"nvapi-", 4, 20, 0},                         // NVIDIA
    KeyPattern{"pplx-", 3, 20, 0, Tail::Token, true},       // Perplexity
    KeyPattern{"gsk_", 2, 20, 0},                           // Groq
    KeyPattern{"sk_", 1, 20, 0, Tail::Token, true},         // ElevenLabs, Stripe
    KeyPattern{"hf_", 1, 20, 0, Tail::Token},               // Hugging Face
    KeyPattern{"r8_", 1, 20, 0},                            // Replicate
    KeyPattern{"fw_", 1, 16, 0, Tail::Token, true},         // Fireworks
    KeyPattern{"tgp_v1_", 2, 20, 0},                        // Together
    KeyPattern{"ghp_", 2, 30, 0},                           // GitHub
    KeyPattern{"AIza", 0, 35, 35},                          // Google
    KeyPattern{"AKIA", 0, 16, 16, Tail::UpperAlphanumeric}, // Amazon, long-lived
    KeyPattern{"ASIA", 0, 16, 16, Tail::UpperAlphanumeric}, // Amazon, session
};

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

constexpr bool isTokenCharacter(char c)
{
    return isDigit(c) || isUpper(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

constexpr bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr bool isAnchor(char first, char second)
{
    switch (second) {
    case '-': return first == 'k' || first == 'i' || first == 'x';
    case '_': return first == 'k' || first == 'f' || first == '8' || first == 'w' || first == 'p';
    case 'I':
    case 'K':
    case 'S': return first == 'A';
    default: return false;
    }
}

constexpr bool everyPatternHasAnAnchor()
{
    for (const KeyPattern &pattern : patterns) {
        if (!isAnchor(pattern.prefix[pattern.anchor], pattern.prefix[pattern.anchor + 1]))
            return false;
    }
    return true;
}
static_assert(everyPatternHasAnAnchor());

#ifdef BILROST_HAS_SSE2
constexpr std::size_t blockSize = 16;

// Bit n is set when the pair that begins at block[n] is an anchor; reads 17 bytes. The same table as isAnchor().
std::uint32_t anchorsOfBlock(const char *block)
{
    const __m128i first = _mm_loadu_si128(reinterpret_cast<const __m128i *>(block));
    const __m128i second = _mm_loadu_si128(reinterpret_cast<const __m128i *>(block + 1));
    const auto is = [](__m128i bytes, char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
    const auto either = [](__m128i left, __m128i right) { return _mm_or_si128(left, right); };
    const __m128i letterK = is(first, 'k');
    const __m128i beforeDash = either(either(letterK, is(first, 'i')), is(first, 'x'));
    const __m128i beforeUnderscore =
        either(either(either(letterK, is(first, 'f')), either(is(first, '8'), is(first, 'w'))), is(first, 'p'));
    const __m128i afterCapital = either(either(is(second, 'I'), is(second, 'K')), is(second, 'S'));
    const __m128i hits =
        either(either(_mm_and_si128(beforeDash, is(second, '-')), _mm_and_si128(beforeUnderscore, is(second, '_'))),
               _mm_and_si128(afterCapital, is(first, 'A')));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(hits));
}
#endif

// Position of the next anchor pair at or after `from`, or npos.
std::size_t findAnchor(std::string_view text, std::size_t from)
{
    std::size_t position = from;
#ifdef BILROST_HAS_SSE2
    for (; position + blockSize < text.size(); position += blockSize) {
        if (const std::uint32_t anchors = anchorsOfBlock(text.data() + position))
            return position + static_cast<std::size_t>(std::countr_zero(anchors));
    }
    // The last block overlaps the one before it: what it sees again is known to have no anchor.
    if (from + blockSize < text.size()) {
        const std::size_t last = text.size() - blockSize - 1;
        const std::uint32_t anchors = anchorsOfBlock(text.data() + last);
        return anchors == 0 ? std::string_view::npos : last + static_cast<std::size_t>(std::countr_zero(anchors));
    }
#endif
    for (; position + 1 < text.size(); ++position) {
        if (isAnchor(text[position], text[position + 1]))
            return position;
    }
    return std::string_view::npos;
}

// A letter just before the prefix belongs to a word ("task-force"), unless it is the end of a JSON escape (RFC 8259
// §7: \n, \u0022) or of a percent-encoded byte (RFC 3986 §2.1).
bool isBoundaryBefore(std::string_view text, std::size_t start)
{
    if (start == 0 || !isTokenCharacter(text[start - 1]))
        return true;
    const char before = text[start - 1];
    if (start >= 2 && text[start - 2] == '\\' && std::strchr("nrtbf", before) != nullptr)
        return true;
    if (start >= 3 && text[start - 3] == '%' && isHexDigit(text[start - 2]) && isHexDigit(before))
        return true;
    return start >= 6 && text[start - 6] == '\\' && text[start - 5] == 'u'
           && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(start) - 4,
                          text.begin() + static_cast<std::ptrdiff_t>(start), isHexDigit);
}

// End of the key that begins at `start`, or npos when the text there is no key.
std::size_t endOfKey(std::string_view text, std::size_t start, const KeyPattern &pattern)
{
    if (text.substr(start, pattern.prefix.size()) != pattern.prefix || !isBoundaryBefore(text, start))
        return std::string_view::npos;
    const std::size_t tailStart = start + pattern.prefix.size();
    std::size_t end = tailStart;
    bool hasDigit = false;
    bool isUpperOnly = true;
    for (; end < text.size() && isTokenCharacter(text[end]); ++end) {
        hasDigit = hasDigit || isDigit(text[end]);
        isUpperOnly = isUpperOnly && (isDigit(text[end]) || isUpper(text[end]));
    }
    const std::size_t length = end - tailStart;
    const bool fits = length >= pattern.minimumTail && (pattern.maximumTail == 0 || length <= pattern.maximumTail)
                      && (!pattern.needsDigit || hasDigit) && (pattern.tail == Tail::Token || isUpperOnly);
    return fits ? end : std::string_view::npos;
}

struct Match {
    std::size_t tailStart = std::string_view::npos;
    std::size_t end = 0;
    bool isFound() const { return tailStart != std::string_view::npos; }
};

constexpr std::size_t shortestKey()
{
    std::size_t shortest = std::string_view::npos;
    for (const KeyPattern &pattern : patterns)
        shortest = std::min(shortest, pattern.prefix.size() + pattern.minimumTail);
    return shortest;
}

Match findKey(std::string_view text, std::size_t from)
{
    if (text.size() - from < shortestKey()) // as most fields of a record are
        return {};
    for (std::size_t anchor = findAnchor(text, from); anchor != std::string_view::npos;
         anchor = findAnchor(text, anchor + 1)) {
        for (const KeyPattern &pattern : patterns) {
            if (pattern.prefix[pattern.anchor] != text[anchor] || pattern.prefix[pattern.anchor + 1] != text[anchor + 1]
                || anchor < from + pattern.anchor)
                continue;
            const std::size_t start = anchor - pattern.anchor;
            const std::size_t end = endOfKey(text, start, pattern);
            if (end != std::string_view::npos)
                return {start + pattern.prefix.size(), end};
        }
    }
    return {};
}

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::any_of(names.begin(), names.end(), [name](std::string_view candidate) {
        return name.size() == candidate.size() && equalsIgnoringCase(name, candidate);
    });
}

std::string_view lastFour(std::string_view secret)
{
    // As SecretString::lastFour: four of fewer than twelve characters would give too much away.
    return secret.size() < 12 ? std::string_view() : secret.substr(secret.size() - 4);
}

std::string maskCredential(std::string_view value)
{
    const std::size_t space = value.find(' ');
    const std::string_view scheme = value.substr(0, space);
    if (space == std::string_view::npos)
        return std::string(mask) + std::string(lastFour(value));
    if (equalsIgnoringCase(scheme, "Bearer")) {
        const std::string_view token = value.substr(value.find_last_of(' ') + 1);
        return std::string(scheme) + ' ' + std::string(mask) + std::string(lastFour(token));
    }
    // The last characters of other schemes are base64 of a password, or a signature.
    if (isOneOf(scheme, {"Basic", "Digest", "Negotiate", "Token", "ApiKey", "AWS4-HMAC-SHA256"}))
        return std::string(scheme) + ' ' + std::string(mask);
    return std::string(mask);
}

} // namespace

HeaderList maskHeaders(HeaderList headers)
{
    for (HeaderField &field : headers.fields()) {
        if (isOneOf(field.name, {"cookie", "set-cookie", "x-bifrost-setup-token", "x-amz-security-token"}))
            field.value = mask;
        else if (isOneOf(field.name, {"authorization", "proxy-authorization", "x-api-key", "x-goog-api-key", "api-key",
                                      "xi-api-key", "api-subscription-key", "x-bf-vk", "x-bf-api-key"}))
            field.value = maskCredential(field.value);
        else
            maskKeyPatterns(field.value);
    }
    return headers;
}

bool maskKeyPatterns(std::string &text)
{
    const std::string_view source = text;
    Match match = findKey(source, 0);
    if (!match.isFound())
        return false;
    std::string masked;
    masked.reserve(text.size());
    std::size_t copied = 0;
    for (; match.isFound(); match = findKey(source, match.end)) {
        masked.append(source.substr(copied, match.tailStart - copied)).append(mask);
        copied = match.end;
    }
    masked.append(source.substr(copied));
    text = std::move(masked);
    return true;
}

bool containsKeyPattern(std::string_view text)
{
    return findKey(text, 0).isFound();
}

bool maskSecret(std::string &text, std::string_view secret)
{
    constexpr std::size_t shortestSecret = 8;
    if (secret.size() < shortestSecret)
        return false;
    bool hasMasked = false;
    for (std::size_t found = text.find(secret); found != std::string::npos; found = text.find(secret, found)) {
        text.replace(found, secret.size(), mask);
        found += mask.size();
        hasMasked = true;
    }
    return hasMasked;
}

namespace {

// Of "name=value", with the name in any percent-encoding.
bool isKeyParameter(std::string_view parameter)
{
    return isOneOf(percentDecoded(parameter.substr(0, parameter.find('='))),
                   {"key", "api_key", "apikey", "api-key", "access_token", "token"});
}

} // namespace

std::string maskTarget(std::string_view target)
{
    std::string masked;
    masked.reserve(target.size());
    const std::size_t query = std::min(target.find('?'), target.size());
    masked.append(target.substr(0, query));
    std::size_t position = query;
    while (position < target.size()) {
        masked.push_back(target[position++]); // '?' or '&'
        const std::size_t end = std::min(target.find('&', position), target.size());
        const std::string_view parameter = target.substr(position, end - position);
        const std::size_t equals = parameter.find('=');
        if (isKeyParameter(parameter) && equals != std::string_view::npos && equals + 1 < parameter.size())
            masked.append(parameter.substr(0, equals + 1)).append(mask);
        else
            masked.append(parameter);
        position = end;
    }
    maskKeyPatterns(masked);
    return masked;
}

std::string withoutKeyParameters(std::string_view query)
{
    std::string kept;
    for (std::size_t position = 0; position < query.size();) {
        const std::size_t end = std::min(query.find('&', position), query.size());
        const std::string_view parameter = query.substr(position, end - position);
        if (!parameter.empty() && !isKeyParameter(parameter)) {
            if (!kept.empty())
                kept.push_back('&');
            kept.append(parameter);
        }
        position = end + 1;
    }
    return kept;
}

} // namespace gateway
