// Values of virtual keys: hashed, made anew, kept where that is wanted, told again.
#include "gateway/access/key_hash.h"
#include "gateway/service/governance_configuration.h"
#include "gateway/service/governance_lists.h"
#include "gateway/service/governance_views.h"
#include "gateway/service/view_conversion.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace gateway::service {

namespace {

Q_LOGGING_CATEGORY(keys, "bilrost.keys")

} // namespace

using config::KeyHash;
using config::VirtualKey;

KeyHash GovernanceConfiguration::hashOf(const SecretString &value, KeyHash::Secret secret) const
{
    return access::hashKeyValue(value.reveal(), secret,
                                secret == KeyHash::Secret::SecretStore ? m_hashSecret.reveal()
                                                                       : m_current.settings.databaseSalt);
}

void GovernanceConfiguration::takeValue(VirtualKey &key, const SecretString &value) const
{
    key.hash = hashOf(value, m_hashSecret.isEmpty() ? KeyHash::Secret::Database : KeyHash::Secret::SecretStore);
    key.shownPrefix = access::shownPrefixOf(value.reveal());
}

// The secret store first: a key that says its value is kept would promise what is not there. Of a value that is not kept
// any more, the entry goes when the key that names it is no longer in force; one that people no longer want kept goes
// before, so that they hear when it cannot.
void GovernanceConfiguration::storeKey(const NewKey &made, const Reply<api::MadeVirtualKey> &reply)
{
    const VirtualKey *found = findIn(m_current.virtualKeys, made.key.id.value);
    const VirtualKey before = found ? *found : VirtualKey();
    const bool wasKept = before.hasKeptValue && before.hash == made.key.hash;
    if (wasKept && !made.key.keepsValue) {
        m_kept.remove(before, [this, made, before, reply](const Result<void> &removed) {
            if (!removed) {
                refuse(reply, removed.error());
                return;
            }
            VirtualKey withoutValue = before;
            withoutValue.hasKeptValue = false;
            storeKey(made, withoutValue, false, reply);
        });
    } else if (wasKept || !made.key.keepsValue || made.known.isEmpty()) {
        storeKey(made, before, wasKept, reply);
    } else {
        m_kept.write(made.key, made.known, [this, made, before, reply](const Result<void> &written) {
            if (written) {
                storeKey(made, before, true, reply);
            } else if (made.isFromFile) { // which has the value, too
                qCWarning(keys).noquote() << "the value of the virtual key" << toText(made.key.name)
                                          << "is not kept:" << toText(written.error().message);
                storeKey(made, before, false, reply);
            } else {
                refuse(reply, written.error());
            }
        });
    }
}

void GovernanceConfiguration::storeKey(const NewKey &made, const VirtualKey &before, bool isKept,
                                       const Reply<api::MadeVirtualKey> &reply)
{
    VirtualKey key = made.key;
    key.hasKeptValue = isKept;
    const bool isSameEntry = isKept && before.hasKeptValue && before.hash == key.hash;
    store(key, [this, key, before, isSameEntry, value = made.value, reply](const Result<bool> &stored) {
        if (!isSameEntry)
            m_kept.forget(stored ? before : key);
        if (stored)
            reply(api::MadeVirtualKey{virtualKeyView(key, m_ledger), toText(value.reveal())});
        else
            reply(unexpected(stored.error()));
    });
}

void GovernanceConfiguration::rotateVirtualKey(const QString &id, std::chrono::seconds grace,
                                               Reply<api::MadeVirtualKey> reply)
{
    inTurn([this, id = toUtf8(id), grace, reply = std::move(reply)] {
        const VirtualKey *found = findIn(m_current.virtualKeys, id);
        if (!found) {
            refuse(reply, notFound("Virtual key", id));
            return;
        }
        VirtualKey key = *found;
        const WallTime now = m_clock.wallNow();
        key.previousHash.reset();
        key.previousExpiresAt.reset();
        if (grace.count() > 0) {
            key.previousHash = key.hash;
            key.previousExpiresAt = now + grace;
        }
        key.rotatedAt = key.updatedAt = now;
        key.environmentVariable.clear(); // the value does not come from there any more
        const SecretString value = access::makeVirtualKeyValue();
        takeValue(key, value);
        storeKey({key, value, value, false}, reply);
    });
}

void GovernanceConfiguration::readKeptValue(const QString &id, Reply<QString> reply)
{
    const VirtualKey *found = findIn(m_current.virtualKeys, toUtf8(id));
    if (!found || !found->hasKeptValue) {
        const Error error = found ? Error::client(ErrorCode::NotFound, "Only a hash of this value is kept. Let the key "
                                                                       "keep its values and give it a new one.")
                                  : notFound("Virtual key", toUtf8(id));
        m_mainGate->post([reply = std::move(reply), error] { reply(unexpected(error)); });
        return;
    }
    m_kept.read(*found, [this, hash = found->hash, reply = std::move(reply)](const Result<SecretString> &value) {
        if (!value)
            reply(unexpected(value.error()));
        else if (value->isEmpty() || hashOf(*value, hash.secret) != hash) // taken out, or put there by somebody else
            reply(unexpected(Error::client(ErrorCode::NotFound, "The value is not in the secret store any more. Give "
                                                                "the key a new one.")));
        else
            reply(toText(value->reveal()));
    });
}

void GovernanceConfiguration::watchExpiry()
{
    const bool mayExpire = std::any_of(m_current.virtualKeys.begin(), m_current.virtualKeys.end(),
                                       [](const VirtualKey &key) { return key.goesWhenExpired && key.expiresAt; });
    if (!mayExpire)
        m_expiryCheck.stop();
    else if (!m_expiryCheck.isActive())
        m_expiryCheck.start();
}

void GovernanceConfiguration::removeExpired()
{
    const WallTime now = m_clock.wallNow();
    for (const VirtualKey &key : m_current.virtualKeys) {
        if (!key.goesWhenExpired || !key.hasExpired(now))
            continue;
        removeVirtualKey(toText(key.id.value), [name = toText(key.name)](const Result<api::VirtualKeyView> &removed) {
            if (removed)
                qCInfo(keys).noquote() << "the virtual key" << name << "has expired and is deleted";
        });
    }
}

} // namespace gateway::service
