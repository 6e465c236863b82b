#include "gateway/pipeline/forwarded_headers.h"

#include <algorithm>
#include <array>
#include <vector>

namespace gateway::pipeline {

namespace {

constexpr std::array<std::string_view, 31> keptFromProviders{
    // hop-by-hop (RFC 9110 §7.6.1) and framing, which the transport writes itself
    "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "content-length",
    "expect", "host",
    // the transport asks for what the relay can read
    "accept-encoding", "content-encoding",
    // credentials: the client's never reach a provider
    "authorization", "x-api-key", "x-goog-api-key", "api-key", "proxy-authorization", "cookie", "x-bifrost-setup-token",
    // of browsers and proxies
    "origin", "referer", "forwarded", "via", "x-real-ip", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto",
    "x-forwarded-port", "x-request-id", "dnt", "priority"};

constexpr std::array<std::string_view, 21> keptFromClients{"connection",
                                                           "keep-alive",
                                                           "proxy-connection",
                                                           "te",
                                                           "trailer",
                                                           "transfer-encoding",
                                                           "upgrade",
                                                           "content-length",
                                                           "date",
                                                           "server",
                                                           "set-cookie",
                                                           "alt-svc",
                                                           "strict-transport-security",
                                                           "proxy-authenticate",
                                                           "vary",
                                                           "x-frame-options",
                                                           "x-content-type-options",
                                                           "referrer-policy",
                                                           "content-security-policy",
                                                           "permissions-policy",
                                                           "via"};

// Never forwarded, not even when asked for by x-bf-eh-NAME (bifrost-api §3.1).
constexpr std::array<std::string_view, 6> neverForwarded{"proxy-authorization", "cookie",    "host", "content-length",
                                                         "transfer-encoding",   "connection"};

template <typename Names>
bool isOneOf(const Names &names, std::string_view name)
{
    return std::any_of(names.begin(), names.end(), [name](std::string_view candidate) {
        return candidate.size() == name.size() && equalsIgnoringCase(candidate, name);
    });
}

bool carriesCredential(std::string_view name)
{
    return equalsIgnoringCase(name, "authorization") || equalsIgnoringCase(name, "x-api-key")
           || equalsIgnoringCase(name, "x-goog-api-key") || equalsIgnoringCase(name, "api-key")
           || startsWithIgnoringCase(name, "x-bf-");
}

std::string_view withoutBlanks(std::string_view text)
{
    constexpr std::string_view blanks = " \t";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// The fields that the Connection field names are for the next hop only, whatever they are called (RFC 9110 §7.6.1).
std::vector<std::string_view> fieldsOfThisHop(const HeaderList &headers)
{
    std::vector<std::string_view> names;
    for (const HeaderField &field : headers) {
        if (!equalsIgnoringCase(field.name, "connection"))
            continue;
        std::string_view rest = field.value;
        while (!rest.empty()) {
            const std::string_view option = withoutBlanks(rest.substr(0, rest.find(',')));
            if (!option.empty())
                names.push_back(option);
            const auto comma = rest.find(',');
            rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
        }
    }
    return names;
}

} // namespace

HeaderList forwardedRequestHeaders(const HeaderList &clientHeaders)
{
    constexpr std::string_view extraHeaderPrefix = "x-bf-eh-";
    const auto ofThisHop = fieldsOfThisHop(clientHeaders);
    HeaderList forwarded;
    forwarded.reserve(clientHeaders.size() + 2);
    for (const HeaderField &field : clientHeaders) {
        if (isOneOf(ofThisHop, field.name))
            continue;
        if (startsWithIgnoringCase(field.name, extraHeaderPrefix)) {
            std::string name = field.name.substr(extraHeaderPrefix.size());
            if (!name.empty() && !isOneOf(neverForwarded, name) && !carriesCredential(name))
                forwarded.set(name, field.value);
            continue;
        }
        if (startsWithIgnoringCase(field.name, "x-bf-") || startsWithIgnoringCase(field.name, "sec-")
            || startsWithIgnoringCase(field.name, "access-control-") || isOneOf(keptFromProviders, field.name))
            continue;
        forwarded.fields().push_back(field);
    }
    return forwarded;
}

HeaderList forwardedResponseHeaders(const HeaderList &providerHeaders)
{
    const auto ofThisHop = fieldsOfThisHop(providerHeaders);
    HeaderList forwarded;
    forwarded.reserve(providerHeaders.size() + 8);
    for (const HeaderField &field : providerHeaders) {
        if (startsWithIgnoringCase(field.name, "x-bifrost-") || startsWithIgnoringCase(field.name, "access-control-")
            || isOneOf(keptFromClients, field.name) || isOneOf(ofThisHop, field.name))
            continue;
        forwarded.fields().push_back(field);
    }
    return forwarded;
}

} // namespace gateway::pipeline
