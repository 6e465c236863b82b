#include "gateway/net/upstream/upstream_url.h"

#include "gateway/base/header_list.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <QtNetwork/QHostAddress>

namespace gateway::net {

namespace {

tl::unexpected<Error> refuse(std::string message)
{
    return tl::unexpected(Error::client(ErrorCode::InvalidRequest, std::move(message)));
}

std::uint16_t defaultPort(std::string_view scheme)
{
    return scheme == "https" ? 443 : 80;
}

bool isNameCharacter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '-'
           || character == '.' || character == '_';
}

bool isPathCharacter(char character)
{
    constexpr std::string_view marks = "-._~%!$&'()*+,;=:@/";
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
           || (character >= '0' && character <= '9') || marks.find(character) != std::string_view::npos;
}

std::optional<std::uint16_t> readPort(std::string_view text)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port == 0)
        return std::nullopt;
    return port;
}

bool isNumericIpv6(const std::string &host)
{
    const QHostAddress address(QString::fromStdString(host));
    return address.protocol() == QAbstractSocket::IPv6Protocol;
}

// "2130706433" or "0x7f.1" are other spellings of an address to some resolvers, so rules about hosts would be evaded.
bool looksLikeNumericAddress(std::string_view host)
{
    const std::string_view last = host.substr(host.rfind('.') + 1);
    const bool isDecimal = std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isDecimal || startsWithIgnoringCase(last, "0x");
}

bool isNumericIpv4(std::string_view host)
{
    int parts = 0;
    while (true) {
        const std::size_t dot = host.find('.');
        const std::string_view part = host.substr(0, dot);
        int value = -1;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        const bool hasLeadingZero = part.size() > 1 && part.front() == '0';
        if (error != std::errc() || end != part.data() + part.size() || value < 0 || value > 255 || hasLeadingZero)
            return false;
        ++parts;
        if (dot == std::string_view::npos)
            return parts == 4;
        host.remove_prefix(dot + 1);
    }
}

bool isHostName(std::string_view host)
{
    if (host.empty() || host.size() > 253 || host.front() == '.' || host.front() == '-')
        return false;
    if (host.find("..") != std::string_view::npos || !std::all_of(host.begin(), host.end(), isNameCharacter))
        return false;
    return isNumericIpv4(host) || !looksLikeNumericAddress(host);
}

Result<void> readAuthority(std::string_view authority, UpstreamUrl &url)
{
    if (authority.find('@') != std::string_view::npos)
        return refuse("The URL must not contain a user name or password. Enter the key in its own field.");
    std::string_view portText;
    if (!authority.empty() && authority.front() == '[') {
        const std::size_t bracket = authority.find(']');
        if (bracket == std::string_view::npos)
            return refuse("The URL has an opening bracket without a closing one.");
        url.host = toLowerAscii(authority.substr(1, bracket - 1));
        if (!isNumericIpv6(url.host) || url.host.find('%') != std::string::npos)
            return refuse("\"" + url.host + "\" is not an IPv6 address.");
        portText = authority.substr(bracket + 1);
    } else {
        const std::size_t colon = authority.find(':');
        url.host = toLowerAscii(authority.substr(0, colon));
        portText = colon == std::string_view::npos ? std::string_view() : authority.substr(colon);
        if (url.host.empty())
            return refuse("The URL has no host name.");
        if (!isHostName(url.host))
            return refuse("\"" + url.host + "\" is not a host name or address.");
    }
    url.port = defaultPort(url.scheme);
    if (portText.empty() || portText == ":")
        return {};
    const std::optional<std::uint16_t> port = portText.front() == ':' ? readPort(portText.substr(1)) : std::nullopt;
    if (!port)
        return refuse("\"" + std::string(portText) + "\" is not a port. A port is a number from 1 to 65535.");
    url.port = *port;
    return {};
}

std::string_view withoutSlashes(std::string_view path)
{
    while (!path.empty() && path.back() == '/')
        path.remove_suffix(1);
    return path;
}

} // namespace

Result<UpstreamUrl> parseUpstreamUrl(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);
    const std::size_t colon = text.find("://");
    if (colon == std::string_view::npos)
        return refuse("The URL must begin with http:// or https://.");
    UpstreamUrl url;
    url.scheme = toLowerAscii(text.substr(0, colon));
    if (url.scheme != "http" && url.scheme != "https")
        return refuse("The URL must begin with http:// or https://, not with " + url.scheme + "://.");
    text.remove_prefix(colon + 3);
    if (text.find('?') != std::string_view::npos)
        return refuse("The URL must not contain a query (the part after '?').");
    if (text.find('#') != std::string_view::npos)
        return refuse("The URL must not contain a fragment (the part after '#').");
    const std::size_t slash = std::min(text.find('/'), text.size());
    if (const Result<void> authority = readAuthority(text.substr(0, slash), url); !authority)
        return tl::unexpected(authority.error());
    std::string_view path = withoutSlashes(text.substr(slash));
    // Operations bring their version along; people paste base URLs with it. What stands before it is the server's own.
    for (const std::string_view version : {"/v1", "/v1beta"}) {
        if (path.ends_with(version)) {
            path = withoutSlashes(path.substr(0, path.size() - version.size()));
            break;
        }
    }
    if (!std::all_of(path.begin(), path.end(), isPathCharacter))
        return refuse("The URL's path contains a character that is not allowed there, such as a space.");
    url.basePath = path;
    return url;
}

std::string joinUpstreamPath(std::string_view basePath, std::string_view path)
{
    std::string target(withoutSlashes(basePath));
    target.append(path);
    return target;
}

std::string authorityOf(std::string_view scheme, std::string_view host, std::uint16_t port)
{
    const bool isIpv6 = host.find(':') != std::string_view::npos;
    std::string authority = isIpv6 ? "[" + std::string(host) + "]" : std::string(host);
    if (port != defaultPort(scheme))
        authority += ":" + std::to_string(port);
    return authority;
}

} // namespace gateway::net
