// Gives requests the access token that they need, and fetches it when it is this worker's turn.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/net/upstream/token_store.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>

#include <QtCore/QObject>

namespace gateway::net {

class AuthorizedExchange;
class TokenFetch;

// Lives on a worker thread; outlives its exchanges.
class TokenClient final : public QObject {
public:
    using Starter = std::function<std::unique_ptr<UpstreamExchange>(UpstreamRequest, UpstreamObserver &)>;

    // `starter` sends a request as it is. Store and clock outlive the client.
    TokenClient(TokenStore &store, const Clock &clock, Starter starter);
    ~TokenClient() override;

    // For a request with a tokenGrant. A failure to get the token is the failure of the exchange.
    std::unique_ptr<UpstreamExchange> start(UpstreamRequest request, UpstreamObserver &observer);

private:
    friend class AuthorizedExchange;
    friend class TokenFetch;

    void fetch(const TokenGrantPointer &grant, const UpstreamRoute &like);
    void fetchEnded(const TokenGrantPointer &grant, SteadyTime began, const Result<AccessToken> &fetched);
    void tokenCame(std::uint64_t ticket, const Result<SecretString> &token);

    TokenStore &m_store;
    const Clock &m_clock;
    Starter m_starter;
    ThreadInboxPointer m_inbox;
    std::uint64_t m_lastTicket = 0;
    std::map<std::uint64_t, AuthorizedExchange *> m_waiting;
    std::map<const TokenGrant *, std::unique_ptr<TokenFetch>> m_fetches;
};

} // namespace gateway::net
