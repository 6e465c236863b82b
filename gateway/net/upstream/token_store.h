// Keeps the access tokens of all workers, and lets exactly one of them fetch each.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/result.h"
#include "gateway/base/token_grant.h"
#include "gateway/net/upstream/thread_inbox.h"
#include "gateway/net/upstream/token_request.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace gateway::net {

// Thread-safe. A token is renewed before it expires: one request more fetches, all others go on with the old one.
class TokenStore {
public:
    using Waiter = std::function<void(const Result<SecretString> &)>; // called on the thread of the inbox

    struct Answer {
        std::optional<SecretString> token; // that can be used now; without one the waiter is kept
        bool mustFetch = false;            // the one who asked fetches a token, and tells it by settle()
    };

    Answer ask(const TokenGrantPointer &grant, SteadyTime now, const ThreadInboxPointer &inbox, Waiter waiter);

    // The end of a fetch that began at `began`. A failure reaches those who wait; a token that is still good stays.
    void settle(const TokenGrantPointer &grant, SteadyTime began, SteadyTime now, const Result<AccessToken> &fetched);

    // The provider refused this token: the next one who asks fetches another.
    void discard(const TokenGrantPointer &grant, const SecretString &token);

private:
    struct Entry {
        TokenGrantPointer grant; // keeps its address from being given to another
        std::optional<SecretString> token;
        SteadyTime expiresAt{};
        SteadyTime renewAt{}; // from then on somebody fetches while the others go on
        bool isFetching = false;
        std::vector<std::pair<ThreadInboxPointer, Waiter>> waiting;
    };

    void forgetUnusedGrants();

    std::mutex m_mutex;
    std::map<const TokenGrant *, Entry> m_entries;
};

} // namespace gateway::net
