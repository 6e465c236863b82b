#include "gateway/pipeline/forwarded_headers.h"

#include <algorithm>
#include <array>

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
    return std::any_of(names.begin(), names.end(),
                       [name](std::string_view candidate) { return equalsIgnoringCase(candidate, name); });
}

bool carriesCredential(std::string_view name)
{
    return equalsIgnoringCase(name, "authorization") || equalsIgnoringCase(name, "x-api-key")
           || equalsIgnoringCase(name, "x-goog-api-key") || equalsIgnoringCase(name, "api-key")
           || startsWithIgnoringCase(name, "x-bf-");
}

} // namespace

HeaderList forwardedRequestHeaders(const HeaderList &clientHeaders)
{
    constexpr std::string_view extraHeaderPrefix = "x-bf-eh-";
    HeaderList forwarded;
    forwarded.reserve(clientHeaders.size() + 2);
    for (const HeaderField &field : clientHeaders) {
        if (startsWithIgnoringCase(field.name, extraHeaderPrefix)) {
            std::string name = field.name.substr(extraHeaderPrefix.size());
            if (!name.empty() && !isOneOf(neverForwarded, name) && !carriesCredential(name))
                forwarded.set(name, field.value);
            continue;
        }
        if (startsWithIgnoringCase(field.name, "x-bf-") || startsWithIgnoringCase(field.name, "sec-")
            || startsWithIgnoringCase(field.name, "access-control-") || isOneOf(keptFromProviders, field.name))
            continue;
        forwarded.add(field.name, field.value);
    }
    return forwarded;
}

HeaderList forwardedResponseHeaders(const HeaderList &providerHeaders)
{
    HeaderList forwarded;
    forwarded.reserve(providerHeaders.size() + 8);
    for (const HeaderField &field : providerHeaders) {
        if (startsWithIgnoringCase(field.name, "x-bifrost-") || startsWithIgnoringCase(field.name, "access-control-")
            || isOneOf(keptFromClients, field.name))
            continue;
        forwarded.add(field.name, field.value);
    }
    return forwarded;
}

} // namespace gateway::pipeline
