#include "gateway/routing/key_choice.h"

#include "gateway/config/model_names.h"
#include "gateway/routing/random_fraction.h"
#include "gateway/routing/target_balance.h"

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
    if (!wish.keyId.empty())
        return key.id.value == wish.keyId;
    return wish.keyName.empty() || key.name == wish.keyName;
}

// What is forwarded as it is may name no model: then any key will do.
bool isForModel(const ProviderKey &key, const KeyWish &wish)
{
    return wish.model.empty() || key.allowsModel(wish.model);
}

bool isBlacklisted(const ProviderKey &key, std::string_view model)
{
    return std::find(key.blacklistedModels.begin(), key.blacklistedModels.end(), model) != key.blacklistedModels.end();
}

// Another key has a name of its own for the model, and only that makes the provider know it.
bool isAliasOfAnother(const ProviderDefinition &provider, const ProviderKey &key, const KeyWish &wish)
{
    if (key.hasAliasFor(wish.model) || config::namesModel(key.models, wish.model))
        return false;
    const bool isAlias = std::any_of(provider.keys.begin(), provider.keys.end(), [&wish](const ProviderKey &other) {
        return other.isEnabled && other.hasAliasFor(wish.model) && other.allowsModel(wish.model);
    });
    return isAlias && !(wish.catalog && wish.catalog->lists(provider.id.value, wish.model));
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

std::optional<double> knownHeadroom(const ProviderKey &key, const KeyWish &wish)
{
    return wish.pace ? wish.pace->headroomOf(key.id.value) : std::nullopt;
}

double drawingWeight(const ProviderKey &key, const KeyWish &wish)
{
    const auto headroom = knownHeadroom(key, wish);
    return std::max(key.weight, 0.0) * (headroom ? headroomFactor(*headroom) : 1.0);
}

double totalWeight(std::span<const ProviderKey *const> keys, const KeyWish &wish)
{
    double total = 0;
    for (const ProviderKey *key : keys)
        total += drawingWeight(*key, wish);
    return total;
}

const ProviderKey *drawByWeight(std::span<const ProviderKey *const> keys, const KeyWish &wish)
{
    const double whole = totalWeight(keys, wish);
    if (keys.size() == 1 || whole <= 0)
        return keys.front();
    double drawn = randomFraction() * whole;
    for (const ProviderKey *key : keys) {
        drawn -= drawingWeight(*key, wish);
        if (drawn < 0)
            return key;
    }
    return keys.back();
}

// Why the key cannot be used at all; nothing when it can.
std::optional<KeyFate> exclusionOf(const ProviderDefinition &provider, const ProviderKey &key, const KeyWish &wish)
{
    if (!key.isEnabled)
        return KeyFate::SwitchedOff;
    if (!isForModel(key, wish))
        return isBlacklisted(key, wish.model) ? KeyFate::ModelBlacklisted : KeyFate::ModelNotAllowed;
    if (isAliasOfAnother(provider, key, wish))
        return KeyFate::AliasUnknown;
    if (!isPermitted(key, wish))
        return KeyFate::NotPermitted;
    if (!isWished(key, wish))
        return KeyFate::NotNamed;
    // A server of one's own needs none: the key says where it is.
    if (!key.hasCredential() && provider.credentialScheme != config::CredentialScheme::None)
        return KeyFate::WithoutValue;
    return std::nullopt;
}

struct Choice {
    std::vector<const ProviderKey *> usable;
    const ProviderKey *withoutValue = nullptr;
};

Choice usableKeys(const ProviderDefinition &provider, const KeyWish &wish)
{
    Choice choice;
    for (const ProviderKey &key : provider.keys) {
        const auto exclusion = exclusionOf(provider, key, wish);
        if (exclusion == KeyFate::WithoutValue)
            choice.withoutValue = &key;
        else if (!exclusion)
            choice.usable.push_back(&key);
    }
    return choice;
}

// Those among which is drawn. Where all were tried or rest, any is better than none.
std::vector<const ProviderKey *> drawnAmong(std::vector<const ProviderKey *> usable, const KeyWish &wish)
{
    if (usable.size() < 2)
        return usable;
    const auto stale = std::stable_partition(usable.begin(), usable.end(),
                                             [&wish](const ProviderKey *key) { return isFresh(*key, wish); });
    if (stale != usable.begin())
        usable.erase(stale, usable.end());
    return usable;
}

const ProviderKey *keyOfSession(std::span<const ProviderKey *const> usable, const KeyWish &wish)
{
    if (wish.sessionKeyId.empty())
        return nullptr;
    const auto found = std::find_if(usable.begin(), usable.end(), [&wish](const ProviderKey *key) {
        return key->id.value == wish.sessionKeyId && isFresh(*key, wish);
    });
    return found == usable.end() ? nullptr : *found;
}

const ProviderKey *keyOfStored(std::span<const ProviderKey *const> usable)
{
    const auto meant =
        std::find_if(usable.begin(), usable.end(), [](const ProviderKey *key) { return key->useForBatchApi; });
    return meant == usable.end() ? usable.front() : *meant;
}

KeyFate fateOf(const ProviderDefinition &provider, const ProviderKey &key, const KeyWish &wish)
{
    if (const auto exclusion = exclusionOf(provider, key, wish))
        return *exclusion;
    if (isTried(key, wish))
        return KeyFate::Tried;
    return isFresh(key, wish) ? KeyFate::Eligible : KeyFate::Resting;
}

void explain(const ProviderDefinition &provider, const KeyWish &wish, const ProviderKey *chosen)
{
    const auto pool = drawnAmong(usableKeys(provider, wish).usable, wish);
    const double whole = totalWeight(pool, wish);
    for (const ProviderKey &key : provider.keys) {
        KeyTrial trial{key.id.value, key.name, key.weight};
        trial.fate = fateOf(provider, key, wish);
        trial.isChosen = &key == chosen;
        trial.isOfSession = !wish.sessionKeyId.empty() && key.id.value == wish.sessionKeyId;
        if (trial.fate == KeyFate::Resting && wish.health)
            trial.rest = wish.health->restOf(key.id.value).value_or(trial.rest);
        if (std::find(pool.begin(), pool.end(), &key) != pool.end())
            trial.share = whole > 0 ? drawingWeight(key, wish) / whole : (&key == pool.front() ? 1.0 : 0.0);
        if (const auto headroom = knownHeadroom(key, wish))
            trial.balance = std::to_string(static_cast<int>(*headroom * 100 + 0.5)) + " % of its rate limit is left.";
        wish.trials->push_back(std::move(trial));
    }
}

Result<const ProviderKey *> choose(const ProviderDefinition &provider, const KeyWish &wish)
{
    const bool needsNone = provider.credentialScheme == config::CredentialScheme::None;
    if (needsNone && provider.keys.empty())
        return nullptr;
    if (provider.keys.size() == 1
        && !exclusionOf(provider, provider.keys.front(), wish)) // nearly always: nothing to draw
        return &provider.keys.front();
    Choice choice = usableKeys(provider, wish);
    if (choice.usable.empty()) {
        if (needsNone)
            return nullptr;
        return unexpected(choice.withoutValue ? unreadable(provider, *choice.withoutValue) : noKey(provider, wish));
    }
    if (const ProviderKey *bound = keyOfSession(choice.usable, wish))
        return bound;
    if (wish.isForStored)
        return keyOfStored(choice.usable);
    return drawByWeight(drawnAmong(std::move(choice.usable), wish), wish);
}

} // namespace

std::string_view keyFateName(KeyFate fate)
{
    switch (fate) {
    case KeyFate::Eligible: return "eligible";
    case KeyFate::SwitchedOff: return "switched_off";
    case KeyFate::ModelBlacklisted: return "model_blacklisted";
    case KeyFate::ModelNotAllowed: return "model_not_allowed";
    case KeyFate::AliasUnknown: return "alias_unknown";
    case KeyFate::NotPermitted: return "not_permitted";
    case KeyFate::NotNamed: return "not_named";
    case KeyFate::WithoutValue: return "without_value";
    case KeyFate::Tried: return "tried";
    case KeyFate::Resting: return "resting";
    }
    return "eligible";
}

Result<const ProviderKey *> chooseKey(const ProviderDefinition &provider, const KeyWish &wish)
{
    auto chosen = choose(provider, wish);
    if (wish.trials)
        explain(provider, wish, chosen ? *chosen : nullptr);
    return chosen;
}

bool hasFreshKey(const ProviderDefinition &provider, const KeyWish &wish)
{
    const Choice choice = usableKeys(provider, wish);
    return std::any_of(choice.usable.begin(), choice.usable.end(),
                       [&wish](const ProviderKey *key) { return isFresh(*key, wish); });
}

} // namespace gateway::routing
