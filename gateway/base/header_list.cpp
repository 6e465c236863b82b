#include "gateway/base/header_list.h"

#include <algorithm>

namespace gateway {

namespace {

char lowerAscii(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

// Names are compared hundreds of times for each request, and nearly always differ in size or first letter.
bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    if (left.size() != right.size())
        return false;
    if (!left.empty() && (left.front() | 0x20) != (right.front() | 0x20))
        return false;
    return std::equal(left.begin(), left.end(), right.begin(),
                      [](char a, char b) { return lowerAscii(a) == lowerAscii(b); });
}

bool startsWithIgnoringCase(std::string_view text, std::string_view prefix)
{
    return text.size() >= prefix.size() && equalsIgnoringCase(text.substr(0, prefix.size()), prefix);
}

std::string toLowerAscii(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), lowerAscii);
    return lower;
}

void HeaderList::set(std::string_view name, std::string value)
{
    remove(name);
    m_fields.push_back({std::string(name), std::move(value)});
}

void HeaderList::remove(std::string_view name)
{
    std::erase_if(m_fields, [name](const HeaderField &field) { return equalsIgnoringCase(field.name, name); });
}

std::optional<std::string_view> HeaderList::find(std::string_view name) const
{
    for (const HeaderField &field : m_fields) {
        if (field.name.size() == name.size() && equalsIgnoringCase(field.name, name))
            return field.value;
    }
    return std::nullopt;
}

} // namespace gateway
