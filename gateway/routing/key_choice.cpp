#include "gateway/routing/key_choice.h"

#include "gateway/routing/random_fraction.h"

#include <algorithm>
#include <vector>

namespace gateway::routing {

namespace {

using config::ProviderDefinition;
using config::ProviderKey;

bool isPermitted(const ProviderKey &key, const KeyWish &wish)
{
    if (!wish.permittedKeys)
        return true;
    return std::any_of(wish.permittedKeys->begin(), wish.permittedKeys->end(), [&key](const std::string &permitted) {
        return permitted == "*" || permitted == key.id.value || permitted == key.name;
    });
}

bool isWished(const ProviderKey &key, const KeyWish &wish)
{
    if (!isPermitted(key, wish))
        return false;
    if (!wish.keyId.empty())
        return key.id.value == wish.keyId;
    return wish.keyName.empty() || key.name == wish.keyName;
}

// What is forwarded as it is may name no model: then any key will do.
bool isForModel(const ProviderKey &key, const KeyWish &wish)
{
    return wish.model.empty() || key.allowsModel(wish.model);
}

bool isTried(const ProviderKey &key, const KeyWish &wish)
{
    return std::find(wish.triedKeyIds.begin(), wish.triedKeyIds.end(), key.id.value) != wish.triedKeyIds.end();
}

bool isFresh(const ProviderKey &key, const KeyWish &wish)
{
    return !isTried(key, wish) && !(wish.health && wish.health->isCooling(key.id.value));
}

Error noKey(const ProviderDefinition &provider, const KeyWish &wish)
{
    if (!wish.keyId.empty() || !wish.keyName.empty()) {
        const std::string_view asked = wish.keyId.empty() ? wish.keyName : wish.keyId;
        return Error::client(ErrorCode::NoKeyForModel, "no key \"" + std::string(asked) + "\" of " + provider.id.value
                                                           + " supports model: " + std::string(wish.model));
    }
    return Error::client(ErrorCode::NoKeyForModel, "no keys found that support model: " + std::string(wish.model)
                                                       + " (provider " + provider.id.value + ")");
}

Error unreadable(const ProviderDefinition &provider, const ProviderKey &key)
{
    return Error::internal(ErrorCode::SecretUnavailable, "The key \"" + key.name + "\" of " + provider.id.value
                                                             + " cannot be read: " + key.valueProblem);
}

const ProviderKey *drawByWeight(std::span<const ProviderKey *const> keys)
{
    double totalWeight = 0;
    for (const ProviderKey *key : keys)
        totalWeight += std::max(key->weight, 0.0);
    if (keys.size() == 1 || totalWeight <= 0)
        return keys.front();
    double drawn = randomFraction() * totalWeight;
    for (const ProviderKey *key : keys) {
        drawn -= std::max(key->weight, 0.0);
        if (drawn < 0)
            return key;
    }
    return keys.back();
}

struct Choice {
    std::vector<const ProviderKey *> usable;
    const ProviderKey *withoutValue = nullptr;
};

Choice usableKeys(const ProviderDefinition &provider, const KeyWish &wish)
{
    Choice choice;
    for (const ProviderKey &key : provider.keys) {
        if (!key.isEnabled || !isForModel(key, wish) || !isWished(key, wish))
            continue;
        if (key.value.isEmpty())
            choice.withoutValue = &key;
        else
            choice.usable.push_back(&key);
    }
    return choice;
}

} // namespace

Result<const ProviderKey *> chooseKey(const ProviderDefinition &provider, const KeyWish &wish)
{
    const bool needsNone = provider.credentialScheme == config::CredentialScheme::None;
    if (needsNone && provider.keys.empty())
        return nullptr;
    if (provider.keys.size() == 1) { // nearly always: nothing to draw
        const ProviderKey &only = provider.keys.front();
        if (only.isEnabled && isForModel(only, wish) && isWished(only, wish) && !only.value.isEmpty())
            return &only;
    }
    Choice choice = usableKeys(provider, wish);
    if (choice.usable.empty()) {
        if (needsNone)
            return nullptr;
        return unexpected(choice.withoutValue ? unreadable(provider, *choice.withoutValue) : noKey(provider, wish));
    }
    if (choice.usable.size() == 1)
        return choice.usable.front();
    // Where all were tried or rest, any is better than none.
    const auto stale = std::stable_partition(choice.usable.begin(), choice.usable.end(),
                                             [&wish](const ProviderKey *key) { return isFresh(*key, wish); });
    if (stale != choice.usable.begin())
        choice.usable.erase(stale, choice.usable.end());
    return drawByWeight(choice.usable);
}

bool hasFreshKey(const ProviderDefinition &provider, const KeyWish &wish)
{
    const Choice choice = usableKeys(provider, wish);
    return std::any_of(choice.usable.begin(), choice.usable.end(),
                       [&wish](const ProviderKey *key) { return isFresh(*key, wish); });
}

} // namespace gateway::routing
