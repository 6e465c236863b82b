#include "gateway/translation/json/utf8.h"

namespace gateway::translation {

namespace {

struct LeadRule {
    std::size_t length;
    unsigned char secondFrom;
    unsigned char secondTo;
};

// RFC 3629, section 4: the second byte's range shuts out overlong forms, surrogates and code points past U+10FFFF.
LeadRule ruleOf(unsigned char lead)
{
    if (lead < 0x80)
        return {1, 0, 0};
    if (lead < 0xC2)
        return {0, 0, 0};
    if (lead < 0xE0)
        return {2, 0x80, 0xBF};
    if (lead == 0xE0)
        return {3, 0xA0, 0xBF};
    if (lead == 0xED)
        return {3, 0x80, 0x9F};
    if (lead < 0xF0)
        return {3, 0x80, 0xBF};
    if (lead == 0xF0)
        return {4, 0x90, 0xBF};
    if (lead < 0xF4)
        return {4, 0x80, 0xBF};
    if (lead == 0xF4)
        return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

char byteOf(std::uint32_t value)
{
    return static_cast<char>(static_cast<unsigned char>(value));
}

} // namespace

std::size_t utf8CharacterLength(const char *position, const char *end)
{
    const LeadRule rule = ruleOf(static_cast<unsigned char>(*position));
    if (rule.length < 2)
        return rule.length;
    if (static_cast<std::size_t>(end - position) < rule.length)
        return 0;
    const auto second = static_cast<unsigned char>(position[1]);
    if (second < rule.secondFrom || second > rule.secondTo)
        return 0;
    for (std::size_t index = 2; index < rule.length; ++index) {
        if ((static_cast<unsigned char>(position[index]) & 0xC0u) != 0x80u)
            return 0;
    }
    return rule.length;
}

void appendUtf8(std::string &text, std::uint32_t codePoint)
{
    if ((codePoint >= 0xD800 && codePoint <= 0xDFFF) || codePoint > 0x10FFFF)
        codePoint = 0xFFFD;
    if (codePoint < 0x80) {
        text += byteOf(codePoint);
        return;
    }
    if (codePoint < 0x800) {
        text += byteOf(0xC0u | (codePoint >> 6));
    } else {
        if (codePoint < 0x10000) {
            text += byteOf(0xE0u | (codePoint >> 12));
        } else {
            text += byteOf(0xF0u | (codePoint >> 18));
            text += byteOf(0x80u | ((codePoint >> 12) & 0x3Fu));
        }
        text += byteOf(0x80u | ((codePoint >> 6) & 0x3Fu));
    }
    text += byteOf(0x80u | (codePoint & 0x3Fu));
}

} // namespace gateway::translation
