#include "gateway/config/governance.h"

#include <algorithm>

namespace gateway::config {

namespace {

template <typename Owner, typename Id>
const Owner *findOwner(const std::vector<Owner> &owners, const Id &id)
{
    if (id.isEmpty())
        return nullptr;
    const auto found = std::find_if(owners.begin(), owners.end(), [&id](const Owner &each) { return each.id == id; });
    return found == owners.end() ? nullptr : &*found;
}

} // namespace

Governance::Governance(StoredGovernance stored, SecretString hashSecret)
    : m_stored(std::move(stored)), m_hashSecret(std::move(hashSecret))
{
    m_byId.reserve(m_stored.virtualKeys.size());
    for (std::size_t place = 0; place < m_stored.virtualKeys.size(); ++place) {
        const VirtualKey &key = m_stored.virtualKeys[place];
        m_byId.emplace(key.id.value, place);
        index(key.hash, place, false);
        if (key.previousHash)
            index(*key.previousHash, place, true);
        m_hasUnprefixedValues = m_hasUnprefixedValues || !key.shownPrefix.starts_with("sk-bf-");
    }
}

void Governance::index(const KeyHash &hash, std::size_t key, bool isPrevious)
{
    const auto secret = static_cast<std::size_t>(hash.secret);
    m_byHash[secret].try_emplace(hash.bytes, Place{key, isPrevious});
    ++m_count[secret];
}

Governance::Found Governance::find(const KeyHash &hash) const
{
    const Index &index = m_byHash[static_cast<std::size_t>(hash.secret)];
    const auto found = index.find(hash.bytes);
    if (found == index.end())
        return {};
    return {&m_stored.virtualKeys[found->second.key], found->second.isPrevious};
}

const VirtualKey *Governance::findKey(std::string_view id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_stored.virtualKeys[found->second];
}

const Team *Governance::findTeam(const TeamId &id) const
{
    return findOwner(m_stored.teams, id);
}

const Customer *Governance::findCustomer(const CustomerId &id) const
{
    return findOwner(m_stored.customers, id);
}

const Customer *Governance::customerOf(const VirtualKey &key) const
{
    if (const Team *team = findTeam(key.team))
        return findCustomer(team->customer);
    return findCustomer(key.customer);
}

} // namespace gateway::config
