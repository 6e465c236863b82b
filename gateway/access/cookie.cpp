#include "gateway/access/cookie.h"

namespace gateway::access {

std::string_view cookieOf(const HeaderList &headers, std::string_view name)
{
    std::string_view cookies = headers.value("cookie");
    while (!cookies.empty()) {
        const auto start = cookies.find_first_not_of(' ');
        if (start == std::string_view::npos)
            return {};
        cookies.remove_prefix(start);
        const auto end = cookies.find(';');
        const std::string_view cookie = cookies.substr(0, end);
        if (cookie.starts_with(name) && cookie.substr(name.size()).starts_with('='))
            return cookie.substr(name.size() + 1);
        cookies = end == std::string_view::npos ? std::string_view() : cookies.substr(end + 1);
    }
    return {};
}

} // namespace gateway::access
