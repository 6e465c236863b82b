// Addresses that people and clients send: base URLs, Host and Origin. No crash, and what was read reads the same again.
#include "gateway/net/http/origin_guard.h"
#include "gateway/net/upstream/address_guard.h"
#include "gateway/net/upstream/upstream_url.h"

#include <cstdint>
#include <cstdlib>

using namespace gateway;
using namespace gateway::net;

namespace {

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

void readUrl(std::string_view text)
{
    const Result<UpstreamUrl> url = parseUpstreamUrl(text);
    if (!url)
        return;
    require(!url->host.empty() && url->port != 0);
    require(url->basePath.empty() || (url->basePath.front() == '/' && url->basePath.back() != '/'));
    const std::string authority = authorityOf(url->scheme, url->host, url->port);
    // "/v1" at the end is stripped from what people type, so one more keeps a base path that ends with it.
    const Result<UpstreamUrl> again = parseUpstreamUrl(url->scheme + "://" + authority + url->basePath + "/v1");
    require(again.has_value() && *again == *url);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    readUrl(text);
    readUrl("http://" + std::string(text));

    const std::size_t end = text.find('\n');
    const std::string host(text.substr(0, end));
    const std::string origin(end == std::string_view::npos ? std::string_view() : text.substr(end + 1));
    const OriginRules rules{{"gateway.example.com"}, {"https://*.example.com", "app://fixed"}, {}};
    HeaderList headers{{"Host", host}, {"Origin", origin}};
    static_cast<void>(checkOrigin(rules, headers));
    // With a good host the origin decides, and both answers must agree: who may not send may not read either.
    headers.set("Host", "localhost");
    require(checkOrigin(rules, headers).has_value() == corsHeaders(rules, headers).isEmpty());
    require(refusalOfHost(host).has_value() == isForbiddenTarget(addressInHost(host)));
    return 0;
}
