#include "gateway/net/http/origin_guard.h"

#include <algorithm>
#include <array>

namespace gateway::net {

namespace {

struct HostAndPort {
    std::string_view host; // an IPv6 address without its brackets
    std::string_view port; // may be empty
};

struct Origin {
    std::string_view scheme;
    std::string_view authority; // host and port as written
    HostAndPort parts;
};

bool isDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

// RFC 3986 §3.2.2 and §3.2.3; nothing when it is no authority.
std::optional<HostAndPort> splitAuthority(std::string_view authority)
{
    HostAndPort parts;
    std::string_view rest;
    if (!authority.empty() && authority.front() == '[') {
        const auto end = authority.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        parts.host = authority.substr(1, end - 1);
        rest = authority.substr(end + 1);
    } else {
        const auto colon = std::min(authority.find(':'), authority.size());
        parts.host = authority.substr(0, colon);
        rest = authority.substr(colon);
    }
    if (!rest.empty()) {
        if (rest.front() != ':' || rest.size() > 6 || !isDigits(rest.substr(1)))
            return std::nullopt;
        parts.port = rest.substr(1);
    }
    const bool isPlain = parts.host.find_first_of("@/?# \t,\\%") == std::string_view::npos;
    return parts.host.empty() || !isPlain ? std::nullopt : std::optional(parts);
}

std::optional<Origin> splitOrigin(std::string_view text)
{
    const auto mark = text.find("://");
    if (mark == std::string_view::npos || mark == 0)
        return std::nullopt;
    Origin origin{text.substr(0, mark), text.substr(mark + 3), {}};
    const auto parts = splitAuthority(origin.authority);
    if (!parts)
        return std::nullopt;
    origin.parts = *parts;
    return origin;
}

// Four decimal numbers, as browsers write them. Other spellings (0x7f.1) are not needed and count as names.
bool isIpv4(std::string_view host)
{
    int numbers = 0;
    while (true) {
        const auto dot = std::min(host.find('.'), host.size());
        const auto number = host.substr(0, dot);
        if (number.empty() || number.size() > 3 || !isDigits(number) || ++numbers > 4)
            return false;
        int value = 0;
        for (const char digit : number)
            value = value * 10 + (digit - '0');
        if (value > 255)
            return false;
        if (dot == host.size())
            return numbers == 4;
        host.remove_prefix(dot + 1);
    }
}

bool isIpv6(std::string_view host)
{
    return host.find(':') != std::string_view::npos
           && host.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
}

bool isLoopback(std::string_view host)
{
    if (isIpv4(host))
        return host.substr(0, 4) == "127.";
    if (!host.empty() && host.back() == '.') // a fully qualified name
        host.remove_suffix(1);
    return host == "::1" || equalsIgnoringCase(host, "localhost")
           || (host.size() > 10 && equalsIgnoringCase(host.substr(host.size() - 10), ".localhost")); // RFC 6761 §6.3
}

bool isAllowedHost(const OriginRules &rules, std::string_view hostField)
{
    const auto parts = splitAuthority(hostField);
    if (!parts)
        return false;
    std::string_view host = parts->host;
    if (isLoopback(host) || isIpv4(host) || isIpv6(host))
        return true;
    if (host.back() == '.')
        host.remove_suffix(1);
    // Containers reach their host under these names; public DNS does not have them.
    if (equalsIgnoringCase(host, "host.docker.internal") || equalsIgnoringCase(host, "host.containers.internal"))
        return true;
    return std::any_of(rules.allowedHosts.begin(), rules.allowedHosts.end(), [&](const std::string &allowed) {
        return allowed == "*" || equalsIgnoringCase(allowed, host) || equalsIgnoringCase(allowed, hostField);
    });
}

// '*' in a pattern stands for one label: letters, digits and '-', at least one.
bool matchesPattern(std::string_view pattern, std::string_view text)
{
    const auto star = pattern.find('*');
    if (star == std::string_view::npos)
        return equalsIgnoringCase(pattern, text);
    if (!startsWithIgnoringCase(text, pattern.substr(0, star)))
        return false;
    text.remove_prefix(star);
    pattern.remove_prefix(star + 1);
    const auto labelEnd = std::min(text.find_first_of(".:/"), text.size());
    return labelEnd > 0 && matchesPattern(pattern, text.substr(labelEnd));
}

// Web pages cannot have these schemes; desktop applications that embed a browser do.
bool isApplicationScheme(std::string_view scheme)
{
    constexpr std::array<std::string_view, 5> schemes{"app", "tauri", "vscode-webview", "vscode-file", "capacitor"};
    return std::any_of(schemes.begin(), schemes.end(),
                       [scheme](std::string_view known) { return equalsIgnoringCase(scheme, known); });
}

enum class OriginTrust { None, OnlyByStar, Named };

OriginTrust trustOf(const OriginRules &rules, std::string_view origin, std::string_view hostField)
{
    const auto parts = splitOrigin(origin);
    const bool isNamed =
        parts
        && (isLoopback(parts->parts.host) || isApplicationScheme(parts->scheme)
            || equalsIgnoringCase(parts->authority, hostField)
            || std::any_of(rules.allowedOrigins.begin(), rules.allowedOrigins.end(), [&](const std::string &allowed) {
                   return allowed != "*" && matchesPattern(allowed, origin);
               }));
    if (isNamed)
        return OriginTrust::Named;
    // "null" too: who writes "*" means every page.
    const bool hasStar =
        std::find(rules.allowedOrigins.begin(), rules.allowedOrigins.end(), "*") != rules.allowedOrigins.end();
    return hasStar ? OriginTrust::OnlyByStar : OriginTrust::None;
}

std::string allowedHeaderList(const OriginRules &rules)
{
    std::string list = "Content-Type, Authorization, X-Requested-With, X-Stainless-Timeout, X-Api-Key, "
                       "X-OpenAI-Agents-SDK, X-Operation-ID, X-Bifrost-Setup-Token";
    for (const std::string &header : rules.allowedHeaders)
        list.append(", ").append(header);
    return list;
}

} // namespace

std::optional<Error> checkOrigin(const OriginRules &rules, const HeaderList &headers)
{
    const auto host = headers.find("host");
    // HTTP/1.0 may come without Host; browsers, against whom this guards, always send it.
    if (host && !isAllowedHost(rules, *host)) {
        return Error::client(ErrorCode::HostRefused,
                             "This gateway is not known under the host name of the request. Use localhost or an "
                             "address, or add the name to the allowed hosts.");
    }
    const auto origin = headers.find("origin");
    if (origin && trustOf(rules, *origin, host.value_or(std::string_view{})) == OriginTrust::None) {
        return Error::client(ErrorCode::OriginRefused,
                             "Web pages of this origin may not use this gateway. Add the origin to the allowed "
                             "origins if they should.");
    }
    return std::nullopt;
}

HeaderList corsHeaders(const OriginRules &rules, const HeaderList &requestHeaders)
{
    const auto origin = requestHeaders.find("origin");
    if (!origin)
        return {};
    const OriginTrust trust = trustOf(rules, *origin, requestHeaders.value("host"));
    if (trust == OriginTrust::None)
        return {};
    HeaderList headers{{"Access-Control-Allow-Origin", std::string(*origin)},
                       {"Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, PATCH, OPTIONS, HEAD"},
                       {"Access-Control-Allow-Headers", allowedHeaderList(rules)},
                       {"Access-Control-Max-Age", "86400"},
                       {"Vary", "Origin"}};
    if (trust == OriginTrust::Named)
        headers.add("Access-Control-Allow-Credentials", "true");
    return headers;
}

const HeaderList &securityHeaders()
{
    static const HeaderList headers{{"X-Frame-Options", "DENY"},
                                    {"X-Content-Type-Options", "nosniff"},
                                    {"Referrer-Policy", "strict-origin-when-cross-origin"},
                                    {"Content-Security-Policy", "frame-ancestors 'none'"},
                                    {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"}};
    return headers;
}

} // namespace gateway::net
