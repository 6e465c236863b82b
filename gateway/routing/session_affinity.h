// Remembers which provider and key served a session, so that its next request finds the provider's prompt cache.
#pragma once

#include "gateway/base/clock.h"

#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gateway::routing {

// What a binding holds for: one caller's session and the model as it was asked for (bifrost-behaviour §1.2).
struct SessionKey {
    std::string_view virtualKey; // empty for none
    std::string_view session;
    std::string_view askedModel;
    bool operator==(const SessionKey &) const = default;
};

struct SessionBinding {
    std::string provider;
    std::string model; // as the provider names it
    std::string keyId; // empty for providers that need none
    bool operator==(const SessionBinding &) const = default;
};

// Any thread; each call takes a short lock, and only requests of a session call. Beyond `most` the one that was used
// longest ago is forgotten.
class SessionAffinity {
public:
    static constexpr std::size_t most = 10'000;
    static constexpr std::chrono::hours usualLife{1}; // after the last request that was served

    explicit SessionAffinity(const Clock &clock, std::size_t mostBindings = most) : m_clock(clock), m_most(mostBindings)
    {
    }

    std::optional<SessionBinding> find(const SessionKey &key) const;
    void bind(const SessionKey &key, SessionBinding binding, std::chrono::milliseconds life);
    std::size_t size() const;

private:
    struct Entry {
        std::string name;
        SessionBinding binding;
        SteadyTime until{};
    };

    const Clock &m_clock;
    const std::size_t m_most;
    mutable std::mutex m_mutex;
    std::list<Entry> m_entries; // the one that was bound last comes first
    std::unordered_map<std::string, std::list<Entry>::iterator> m_places;
};

} // namespace gateway::routing
