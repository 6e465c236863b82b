#include "gateway/net/upstream/credential_signer.h"

#include <algorithm>
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

void removeClientCredentials(HeaderList &headers)
{
    for (const std::string_view name :
         {"authorization", "x-api-key", "api-key", "x-goog-api-key", "xi-api-key", "x-bf-vk", "x-bf-api-key",
          "proxy-authorization", "cookie", "x-amz-date", "x-amz-content-sha256", "x-amz-security-token"})
        headers.remove(name);
}

Result<void> signRequest(HeaderList &headers, SigningScheme scheme, const SecretString &key)
{
    removeClientCredentials(headers);
    if (scheme == SigningScheme::None)
        return {};
    const std::string_view text = trimmed(key.reveal());
    if (text.empty())
        return tl::unexpected(Error::internal(ErrorCode::SecretUnavailable, "The key of this provider is empty."));
    if (!std::all_of(text.begin(), text.end(), isVisibleAscii))
        return tl::unexpected(
            Error::internal(ErrorCode::SecretUnavailable,
                            "The key of this provider contains characters that no key has, such as a line break or a "
                            "letter outside of ASCII. Enter it again."));
    switch (scheme) {
    case SigningScheme::Bearer: headers.set("Authorization", std::string("Bearer ").append(text)); break;
    case SigningScheme::XApiKey: headers.set("x-api-key", std::string(text)); break;
    case SigningScheme::XGoogApiKey: headers.set("x-goog-api-key", std::string(text)); break;
    case SigningScheme::ApiKey: headers.set("api-key", std::string(text)); break;
    case SigningScheme::XiApiKey: headers.set("xi-api-key", std::string(text)); break;
    case SigningScheme::None: break;
    }
    return {};
}

} // namespace gateway::net
