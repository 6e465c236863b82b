// Keeps secrets until the process ends: for tests, and the honest choice when no keychain can be reached.
#pragma once

#include "gateway/secrets/secret_store.h"

#include <QObject>

#include <map>

namespace gateway::secrets {

class MemorySecretStore final : public SecretStore {
public:
    StoreKind kind() const override { return StoreKind::Memory; }
    void read(const std::string &reference, Reply<SecretString> reply) override;
    void write(const std::string &reference, SecretString value, Reply<Done> reply) override;
    void remove(const std::string &reference, Reply<Done> reply) override;

private:
    std::map<std::string, SecretString> m_secrets;
    QObject m_replies; // replies on their way are dropped with it
};

} // namespace gateway::secrets
