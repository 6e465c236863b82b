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
        auto value = isLocked ? gateway::Result<gateway::SecretString>(gateway::unexpected(locked()))
                              : gateway::Result<gateway::SecretString>(values[reference]);
        QMetaObject::invokeMethod(
            &m_context, [reply, value] { reply(value); }, Qt::QueuedConnection);
    }
    void write(const std::string &reference, gateway::SecretString value, Reply<Done> reply) override
    {
        if (!isLocked)
            values[reference] = std::move(value);
        answer(reply);
    }
    void remove(const std::string &reference, Reply<Done> reply) override
    {
        if (!isLocked)
            values.erase(reference);
        answer(reply);
    }

    bool isLocked = false;
    std::map<std::string, gateway::SecretString> values;

private:
    static gateway::Error locked()
    {
        return gateway::Error::internal(gateway::ErrorCode::SecretUnavailable, "Locked.");
    }
    void answer(const Reply<Done> &reply)
    {
        const auto done =
            isLocked ? gateway::Result<Done>(gateway::unexpected(locked())) : gateway::Result<Done>(Done{});
        QMetaObject::invokeMethod(
            &m_context, [reply, done] { reply(done); }, Qt::QueuedConnection);
    }

    QObject m_context;
};

} // namespace tests
