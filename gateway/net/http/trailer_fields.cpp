#include "gateway/net/http/trailer_fields.h"

#include "gateway/net/http/response_writer.h"

#include <algorithm>

namespace gateway::net {

bool takesTrailers(const HeaderList &requestHeaders)
{
    for (const HeaderField &field : requestHeaders) {
        if (!equalsIgnoringCase(field.name, "te"))
            continue;
        std::string_view codings = field.value;
        while (!codings.empty()) {
            std::string_view coding = codings.substr(0, codings.find(','));
            codings.remove_prefix(std::min(codings.size(), coding.size() + 1));
            const auto begin = coding.find_first_not_of(" \t");
            const auto end = coding.find_last_not_of(" \t");
            if (begin != std::string_view::npos
                && equalsIgnoringCase(coding.substr(begin, end - begin + 1), "trailers"))
                return true;
        }
    }
    return false;
}

void TrailerFields::promise(std::string_view name, const HeaderList &requestHeaders)
{
    if (!takesTrailers(requestHeaders))
        return;
    m_promised.append(m_promised.empty() ? "" : ", ").append(name);
}

void TrailerFields::set(std::string_view name, std::string_view value)
{
    if (m_promised.find(name) != std::string::npos)
        m_fields.set(std::string(name), std::string(value));
}

std::string TrailerFields::lastChunk() const
{
    return "0\r\n" + renderFields(m_fields) + "\r\n";
}

} // namespace gateway::net
