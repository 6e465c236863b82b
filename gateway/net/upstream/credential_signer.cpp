#include "gateway/net/upstream/credential_signer.h"

#include "gateway/base/percent_encoding.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace gateway::net {

namespace {

constexpr std::string_view whiteSpace = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(whiteSpace);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(whiteSpace) - begin + 1);
}

bool isVisibleAscii(char character)
{
    return character > ' ' && character < '\x7f';
}

} // namespace

Result<SecretString> usableKey(const SecretString &key)
{
    const std::string_view text = trimmed(key.reveal());
    if (text.empty())
        return tl::unexpected(Error::internal(ErrorCode::SecretUnavailable, "The key of this provider is empty."));
    if (!std::all_of(text.begin(), text.end(), isVisibleAscii))
        return tl::unexpected(
            Error::internal(ErrorCode::SecretUnavailable,
                            "The key of this provider contains characters that no key has, such as a line break or a "
                            "letter outside of ASCII. Enter it again."));
    return SecretString(text);
}

void removeClientCredentials(HeaderList &headers)
{
    for (const std::string_view name : {"authorization", "x-api-key", "api-key", "x-goog-api-key", "xi-api-key",
                                        "api-subscription-key", "x-bf-vk", "x-bf-api-key", "proxy-authorization",
                                        "cookie", "x-amz-date", "x-amz-content-sha256", "x-amz-security-token"})
        headers.remove(name);
}

Result<void> signRequest(HeaderList &headers, SigningScheme scheme, const SecretString &key)
{
    removeClientCredentials(headers);
    if (scheme == SigningScheme::None)
        return {};
    const auto usable = usableKey(key);
    if (!usable)
        return tl::unexpected(usable.error());
    const std::string_view text = usable->reveal();
    switch (scheme) {
    case SigningScheme::Bearer: headers.set("Authorization", std::string("Bearer ").append(text)); break;
    case SigningScheme::XApiKey: headers.set("x-api-key", std::string(text)); break;
    case SigningScheme::XGoogApiKey: headers.set("x-goog-api-key", std::string(text)); break;
    case SigningScheme::ApiKey: headers.set("api-key", std::string(text)); break;
    case SigningScheme::XiApiKey: headers.set("xi-api-key", std::string(text)); break;
    case SigningScheme::ApiSubscriptionKey: headers.set("api-subscription-key", std::string(text)); break;
    case SigningScheme::None: break;
    }
    return {};
}

void addKeyParameter(UpstreamRequest &request)
{
    if (!request.keyParameter)
        return;
    const KeyParameter &key = *request.keyParameter;
    std::string &target = request.target;
    const auto mark = target.find('?');
    std::string_view rest = mark == std::string::npos ? std::string_view() : std::string_view(target).substr(mark + 1);
    std::string query;
    while (!rest.empty()) {
        const std::string_view each = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), each.size() + 1));
        if (!each.empty() && percentDecoded(each.substr(0, each.find('='))) != key.name)
            query.append(each).append("&");
    }
    query.append(percentEncoded(key.name)).append("=").append(percentEncoded(key.value.reveal()));
    target = target.substr(0, mark) + '?' + query;
    request.keyParameter.reset();
}

} // namespace gateway::net
