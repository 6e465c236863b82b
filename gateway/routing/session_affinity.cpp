#include "gateway/routing/session_affinity.h"

namespace gateway::routing {

namespace {

std::string nameOf(const SessionKey &key)
{
    constexpr char separator = '\x1f'; // in no header and no name of a model
    std::string name;
    name.reserve(key.virtualKey.size() + key.session.size() + key.askedModel.size() + 2);
    name.append(key.virtualKey).append(1, separator).append(key.session).append(1, separator).append(key.askedModel);
    return name;
}

} // namespace

std::optional<SessionBinding> SessionAffinity::find(const SessionKey &key) const
{
    const std::string name = nameOf(key);
    const std::lock_guard lock(m_mutex);
    const auto place = m_places.find(name);
    if (place == m_places.end() || place->second->until <= m_clock.steadyNow())
        return std::nullopt;
    return place->second->binding;
}

void SessionAffinity::bind(const SessionKey &key, SessionBinding binding, std::chrono::milliseconds life)
{
    std::string name = nameOf(key);
    const std::lock_guard lock(m_mutex);
    const SteadyTime until = m_clock.steadyNow() + life;
    const auto place = m_places.find(name);
    if (place != m_places.end()) {
        place->second->binding = std::move(binding);
        place->second->until = until;
        m_entries.splice(m_entries.begin(), m_entries, place->second);
        return;
    }
    m_entries.push_front({name, std::move(binding), until});
    m_places.emplace(std::move(name), m_entries.begin());
    if (m_entries.size() <= m_most)
        return;
    m_places.erase(m_entries.back().name);
    m_entries.pop_back();
}

std::size_t SessionAffinity::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries.size();
}

} // namespace gateway::routing
