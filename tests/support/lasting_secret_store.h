// A secret store that outlives a restart of the gateway, as a keychain does.
#pragma once

#include "gateway/secrets/secret_store.h"

#include <QObject>

#include <map>
#include <string>

namespace tests {

// Main thread; replies come from the event loop.
class LastingSecretStore final : public gateway::secrets::SecretStore {
public:
    gateway::secrets::StoreKind kind() const override { return gateway::secrets::StoreKind::Keychain; }
    void read(const std::string &reference, Reply<gateway::SecretString> reply) override
    {
        auto answer = isLocked ? gateway::Result<gateway::SecretString>(gateway::unexpected(
                          gateway::Error::internal(gateway::ErrorCode::SecretUnavailable, "Locked.")))
                               : gateway::Result<gateway::SecretString>(values[reference]);
        QMetaObject::invokeMethod(
            &m_context, [reply, answer] { reply(answer); }, Qt::QueuedConnection);
    }
    void write(const std::string &reference, gateway::SecretString value, Reply<Done> reply) override
    {
        values[reference] = std::move(value);
        QMetaObject::invokeMethod(
            &m_context, [reply] { reply(Done{}); }, Qt::QueuedConnection);
    }
    void remove(const std::string &reference, Reply<Done> reply) override
    {
        values.erase(reference);
        QMetaObject::invokeMethod(
            &m_context, [reply] { reply(Done{}); }, Qt::QueuedConnection);
    }

    bool isLocked = false;
    std::map<std::string, gateway::SecretString> values;

private:
    QObject m_context;
};

} // namespace tests
