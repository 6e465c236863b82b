#include "gateway/secrets/secret_store_factory.h"

#include "gateway/secrets/keychain_secret_store.h"
#include "gateway/secrets/memory_secret_store.h"
#include "gateway/secrets/vault_secret_store.h"

#include <QPointer>

#include <system_error>
#include <utility>

namespace gateway::secrets {

namespace {

using ChoiceReply = std::function<void(Result<StoreInForce>)>;

std::filesystem::path vaultPath(const StoreRequest &request)
{
    return request.folder / "vault.bin";
}

Result<StoreInForce> memoryStore(std::string problem)
{
    return StoreInForce{std::make_unique<MemorySecretStore>(), std::move(problem)};
}

Result<StoreInForce> vaultStore(const StoreRequest &request, std::string problem)
{
    auto vault = VaultSecretStore::open(vaultPath(request), request.passphrase);
    if (!vault)
        return unexpected(vault.error());
    return StoreInForce{std::move(*vault), std::move(problem)};
}

Result<StoreInForce> storeInsteadOfKeychain(const StoreRequest &request, const Error &why)
{
    if (request.choice == StoreChoice::Automatic && !request.passphrase.isEmpty())
        return vaultStore(request, why.message + " Keys are kept in the vault.");
    std::error_code ignored;
    const bool hasVault = std::filesystem::exists(vaultPath(request), ignored);
    return memoryStore(why.message + (hasVault ? " There is a vault, but no passphrase was given." : "")
                       + " Keys are kept in memory and are gone when the program ends.");
}

void tryKeychain(QObject &context, StoreRequest request, ChoiceReply reply)
{
    const QString service = request.service.isEmpty() ? KeychainSecretStore::defaultService() : request.service;
    auto keychain =
        std::make_shared<std::unique_ptr<KeychainSecretStore>>(std::make_unique<KeychainSecretStore>(service));
    KeychainSecretStore &store = **keychain;
    // The store is handed on from the event loop, because it must not be destroyed inside its own answer.
    store.probe([context = QPointer<QObject>(&context), keychain, request = std::move(request),
                 reply = std::move(reply)](Result<SecretStore::Done> outcome) {
        if (!context)
            return;
        QMetaObject::invokeMethod(
            context.data(),
            [keychain, request, reply, outcome] {
                if (outcome)
                    reply(StoreInForce{std::move(*keychain), {}});
                else
                    reply(storeInsteadOfKeychain(request, outcome.error()));
            },
            Qt::QueuedConnection);
    });
}

} // namespace

void chooseSecretStore(QObject &context, StoreRequest request, ChoiceReply reply)
{
    if (request.choice == StoreChoice::Automatic || request.choice == StoreChoice::Keychain)
        return tryKeychain(context, std::move(request), std::move(reply));
    QMetaObject::invokeMethod(
        &context,
        [request = std::move(request), reply = std::move(reply)] {
            reply(request.choice == StoreChoice::Vault ? vaultStore(request, {}) : memoryStore({}));
        },
        Qt::QueuedConnection);
}

std::string providerKeyReference(const std::string &keyId)
{
    return "provider-key/" + keyId;
}

std::string proxyPasswordReference(const std::string &providerId)
{
    return "proxy-password/" + providerId;
}

} // namespace gateway::secrets
