#include "gateway/secrets/memory_secret_store.h"

#include "gateway/secrets/later_reply.h"

namespace gateway::secrets {

void MemorySecretStore::read(const std::string &reference, Reply<SecretString> reply)
{
    const auto found = m_secrets.find(reference);
    replyLater<SecretString>(m_replies, std::move(reply), found == m_secrets.end() ? SecretString() : found->second);
}

void MemorySecretStore::write(const std::string &reference, SecretString value, Reply<Done> reply)
{
    m_secrets.insert_or_assign(reference, std::move(value));
    replyLater<Done>(m_replies, std::move(reply), Done{});
}

void MemorySecretStore::remove(const std::string &reference, Reply<Done> reply)
{
    m_secrets.erase(reference);
    replyLater<Done>(m_replies, std::move(reply), Done{});
}

} // namespace gateway::secrets
