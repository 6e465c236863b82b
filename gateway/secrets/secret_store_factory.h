// Chooses the store that is in force and says why it is not the keychain.
#pragma once

#include "gateway/secrets/secret_store.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace gateway::secrets {

enum class StoreChoice {
    Automatic, // the keychain; without one the vault when there is a passphrase, else memory
    Keychain,  // the keychain; without one memory, and the reason
    Vault,
    Memory,
};

struct StoreRequest {
    StoreChoice choice = StoreChoice::Automatic;
    SecretString passphrase;      // of the vault; empty: none was given
    std::filesystem::path folder; // the vault is <folder>/vault.bin; the folder exists
    QString service;              // of the keychain; empty: the usual one
};

struct StoreInForce {
    std::unique_ptr<SecretStore> store;
    std::string problem; // for people: why it is not the keychain; empty when it is, or when it was not asked for
};

// Never falls back to plain text. Replies from the event loop of the main thread; not at all when `context` is
// destroyed first. An error only when a vault that was asked for, or chosen, cannot be opened: going on without the
// keys that are in it would look as if they were lost. Opening a vault blocks for about a second.
void chooseSecretStore(QObject &context, StoreRequest request, std::function<void(Result<StoreInForce>)> reply);

// Where the value of a provider's key and the password of its proxy are kept.
std::string providerKeyReference(const std::string &keyId);        // "provider-key/<uuid>"
std::string proxyPasswordReference(const std::string &providerId); // "proxy-password/<provider>"

} // namespace gateway::secrets
