#include "gateway/access/virtual_key_authenticator.h"

#include "gateway/access/key_hash.h"
#include "gateway/base/percent_encoding.h"

#include <array>
#include <optional>
#include <string>

namespace gateway::access {

namespace {

using config::Governance;
using config::KeyHash;
using config::VirtualKey;

Error unknownKey()
{
    return Error::client(ErrorCode::VirtualKeyUnknown, "virtual key not found. The provided virtual key does not exist "
                                                       "or has been revoked.");
}

Error missingKey()
{
    return Error::client(ErrorCode::VirtualKeyRequired,
                         "virtual key is required. Provide a virtual key via the x-bf-vk header.");
}

std::string_view withoutBearer(std::string_view value)
{
    constexpr std::string_view scheme = "Bearer ";
    return startsWithIgnoringCase(value, scheme) ? value.substr(scheme.size()) : value;
}

std::string keyParameter(std::string_view query)
{
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view each = query.substr(0, end);
        if (each.starts_with("key="))
            return percentDecoded(each.substr(4));
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return {};
}

// A previous value is no key any more when its time is over.
const VirtualKey *findValue(std::string_view value, const Governance &governance, WallTime now)
{
    const auto lookUp = [&](KeyHash::Secret kind, std::string_view secret) -> const VirtualKey * {
        if (!governance.hasKeysOf(kind) || secret.empty())
            return nullptr;
        const Governance::Found found = governance.find(hashKeyValue(value, kind, secret));
        const bool isOver =
            found.isPreviousValue && !(found.key->previousExpiresAt && now < *found.key->previousExpiresAt);
        return isOver ? nullptr : found.key;
    };
    if (const VirtualKey *key = lookUp(KeyHash::Secret::SecretStore, governance.hashSecret().reveal()))
        return key;
    return lookUp(KeyHash::Secret::Database, governance.settings().databaseSalt);
}

Result<const VirtualKey *> admitted(const VirtualKey *key, const Governance &governance, WallTime now)
{
    if (!key && governance.hasKeysOf(KeyHash::Secret::SecretStore) && governance.hashSecret().isEmpty())
        return unexpected(Error::internal(ErrorCode::SecretUnavailable,
                                          "Virtual keys cannot be checked: the secret store has not answered. Unlock "
                                          "the keychain, or look at Bilrost's window."));
    if (!key)
        return unexpected(unknownKey());
    if (!key->isActive)
        return unexpected(Error::client(ErrorCode::VirtualKeyBlocked, "Virtual key is inactive"));
    if (key->hasExpired(now))
        return unexpected(Error::client(ErrorCode::VirtualKeyBlocked, "Virtual key has expired"));
    return key;
}

} // namespace

Result<const VirtualKey *> authenticate(const ShownCredentials &shown, const Governance &governance, WallTime now)
{
    const HeaderList &headers = shown.headers;
    if (const std::string_view value = headers.value("x-bf-vk"); !value.empty())
        return admitted(findValue(withoutBearer(value), governance, now), governance, now);
    const std::string parameter = keyParameter(shown.query);
    const std::array values{withoutBearer(headers.value("authorization")), headers.value("x-api-key"),
                            headers.value("x-goog-api-key"), headers.value("api-key"), std::string_view(parameter)};
    for (const std::string_view value : values) {
        if (startsWithIgnoringCase(value, virtualKeyPrefix))
            return admitted(findValue(value, governance, now), governance, now);
        if (value.empty() || !governance.hasUnprefixedValues())
            continue;
        if (const VirtualKey *key = findValue(value, governance, now))
            return admitted(key, governance, now);
    }
    if (governance.settings().requiresVirtualKey)
        return unexpected(missingKey());
    return nullptr;
}

} // namespace gateway::access
