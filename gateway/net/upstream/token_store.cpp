#include "gateway/net/upstream/token_store.h"

#include <algorithm>

namespace gateway::net {

namespace {

using std::chrono::seconds;

constexpr seconds longestMargin{300};  // before the end of a token
constexpr seconds unusedRemainder{10}; // what is on its way must not expire there
constexpr seconds pauseAfterFailure{30};

seconds marginOf(seconds lifetime)
{
    return std::min(longestMargin, lifetime / 5);
}

} // namespace

// A changed key leaves its grant behind, with a token that nobody can ask for again.
void TokenStore::forgetUnusedGrants()
{
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const bool isUnused = entry->second.grant.use_count() == 1 && !entry->second.isFetching;
        entry = isUnused ? m_entries.erase(entry) : std::next(entry);
    }
}

TokenStore::Answer TokenStore::ask(const TokenGrantPointer &grant, SteadyTime now, const ThreadInboxPointer &inbox,
                                   Waiter waiter)
{
    const std::lock_guard lock(m_mutex);
    forgetUnusedGrants();
    Entry &entry = m_entries[grant.get()];
    entry.grant = grant;
    Answer answer;
    if (entry.token && now < entry.expiresAt)
        answer.token = entry.token;
    const bool isDue = !answer.token || now >= entry.renewAt;
    answer.mustFetch = isDue && !entry.isFetching;
    entry.isFetching |= answer.mustFetch;
    if (!answer.token)
        entry.waiting.emplace_back(inbox, std::move(waiter));
    return answer;
}

void TokenStore::settle(const TokenGrantPointer &grant, SteadyTime began, SteadyTime now,
                        const Result<AccessToken> &fetched)
{
    std::vector<std::pair<ThreadInboxPointer, Waiter>> waiting;
    {
        const std::lock_guard lock(m_mutex);
        Entry &entry = m_entries[grant.get()];
        entry.grant = grant;
        entry.isFetching = false;
        waiting.swap(entry.waiting);
        if (fetched) {
            entry.token = fetched->value;
            entry.renewAt = began + fetched->lifetime - marginOf(fetched->lifetime);
            entry.expiresAt = began + fetched->lifetime - std::min(unusedRemainder, marginOf(fetched->lifetime));
        } else {
            entry.renewAt = now + pauseAfterFailure;
        }
    }
    const Result<SecretString> result = fetched ? Result<SecretString>(fetched->value) : unexpected(fetched.error());
    for (auto &[inbox, waiter] : waiting)
        inbox->post([waiter = std::move(waiter), result] { waiter(result); });
}

void TokenStore::discard(const TokenGrantPointer &grant, const SecretString &token)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = m_entries.find(grant.get());
    if (entry != m_entries.end() && entry->second.token == token)
        entry->second.token.reset();
}

} // namespace gateway::net
