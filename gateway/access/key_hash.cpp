#include "gateway/access/key_hash.h"

#include "gateway/base/header_list.h"

#include <sodium.h>

#include <algorithm>

namespace gateway::access {

namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr std::size_t generatedLetters = 40;

} // namespace

SecretString makeVirtualKeyValue()
{
    std::string value(virtualKeyPrefix);
    value.reserve(virtualKeyPrefix.size() + generatedLetters);
    for (std::size_t count = 0; count < generatedLetters; ++count)
        value.push_back(letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))]);
    SecretString secret(value);
    sodium_memzero(value.data(), value.size());
    return secret;
}

std::string makeRandomSecret()
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string secret;
    for (std::size_t count = 0; count < crypto_generichash_KEYBYTES_MAX; ++count)
        secret.push_back(digits[randombytes_uniform(static_cast<std::uint32_t>(digits.size()))]);
    return secret;
}

config::KeyHash hashKeyValue(std::string_view value, config::KeyHash::Secret kind, std::string_view secret)
{
    config::KeyHash hash;
    hash.secret = kind;
    const auto *bytes = reinterpret_cast<const unsigned char *>(value.data());
    const auto *key = reinterpret_cast<const unsigned char *>(secret.data());
    crypto_generichash(hash.bytes.data(), hash.bytes.size(), bytes, value.size(), key,
                       std::min<std::size_t>(secret.size(), crypto_generichash_KEYBYTES_MAX));
    return hash;
}

std::string shownPrefixOf(std::string_view value)
{
    constexpr std::size_t shown = 4;
    constexpr std::size_t leastHidden = 12; // of fewer, four letters would give too much away
    const std::size_t start = startsWithIgnoringCase(value, virtualKeyPrefix) ? virtualKeyPrefix.size() : 0;
    if (value.size() < start + shown + leastHidden)
        return std::string(value.substr(0, start));
    return std::string(value.substr(0, start + shown));
}

} // namespace gateway::access
