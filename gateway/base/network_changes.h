// How often the network of this computer has changed: what was connected before is not used after it.
#pragma once

#include <atomic>

namespace gateway {

// Any thread.
class NetworkChanges {
public:
    void note() { m_count.fetch_add(1, std::memory_order_relaxed); }
    unsigned count() const { return m_count.load(std::memory_order_relaxed); }

private:
    std::atomic<unsigned> m_count{0};
};

// Lives on one thread.
class NetworkNotice {
public:
    explicit NetworkNotice(const NetworkChanges *changes) // outlives this; null: it never changes
        : m_changes(changes), m_seen(changes != nullptr ? changes->count() : 0)
    {
    }

    bool hasChanged() // since it was asked last
    {
        const unsigned before = m_seen;
        if (m_changes != nullptr)
            m_seen = m_changes->count();
        return m_seen != before;
    }

private:
    const NetworkChanges *m_changes;
    unsigned m_seen;
};

} // namespace gateway
