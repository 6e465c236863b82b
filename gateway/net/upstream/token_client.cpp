#include "gateway/net/upstream/token_client.h"

#include "gateway/base/base64.h"
#include "gateway/base/percent_encoding.h"
#include "gateway/base/secret_masker.h"
#include "gateway/net/upstream/address_guard.h"
#include "gateway/net/upstream/machine_request.h"
#include "gateway/net/upstream/role_request.h"
#include "gateway/net/upstream/upstream_url.h"

#include <QtNetwork/QHostAddress>

#include <utility>

namespace gateway::net {

namespace {

constexpr std::size_t largestAnswer = 256 * 1024;
constexpr std::chrono::seconds tokenTimeout{20};

bool isThisComputer(const std::string &host)
{
    return host == "localhost" || QHostAddress(QString::fromStdString(host)).isLoopback();
}

// AWS's service reads who asks out of the signature, and answers in XML unless JSON is asked for.
void askForRole(UpstreamRequest &request, const TokenGrant &grant)
{
    request.headers.set("Accept", "text/xml");
    if (grant.kind == TokenGrant::Kind::AwsWebIdentity) // the form has the proof
        return;
    request.awsSigning = std::make_shared<const AwsSigning>(AwsSigning{grant.role.caller, {grant.role.region, "sts"}});
    request.tokenGrant = grant.role.callerGrant;
}

// RFC 6749 §2.3.1: each part is encoded like a form's before RFC 7617 joins them.
std::string basicAuthorization(const TokenGrant &grant)
{
    return "Basic " + encodeBase64(percentEncoded(grant.clientId) + ':' + percentEncoded(grant.secret.reveal()));
}

// The provider's way out, to another host. Whoever is let off the check of a certificate is not handed the credential.
Result<UpstreamRequest> tokenRequest(const TokenGrant &grant, const UpstreamRoute &like, WallTime now)
{
    const auto url = parseUpstreamUrl(grant.tokenUrl);
    if (!url)
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        "The address for access tokens cannot be used: " + url.error().message));
    if (url->scheme != "https" && !isThisComputer(url->host))
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        "The address for access tokens must begin with https://, because the "
                                        "credential itself is sent to it."));
    if (const auto refusal = refusalOfHost(url->host))
        return unexpected(*refusal);
    auto form = tokenForm(grant, now);
    if (!form)
        return unexpected(form.error());
    auto route = std::make_shared<UpstreamRoute>(like);
    route->scheme = url->scheme;
    route->host = url->host;
    route->port = url->port;
    route->skipTlsVerification = false;
    UpstreamRequest request;
    request.route = std::move(route);
    request.method = "POST";
    request.target = joinUpstreamPath(url->basePath, "/");
    if (request.target.size() > 1)
        request.target.pop_back();
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Accept", "application/json"},
                       {"Accept-Encoding", "identity"}};
    request.body = std::make_shared<const std::string>(std::move(*form));
    request.firstByteTimeout = tokenTimeout;
    request.idleTimeout = tokenTimeout;
    if (grant.isAwsRole())
        askForRole(request, grant);
    if (grant.kind == TokenGrant::Kind::BasicClient)
        request.headers.set("Authorization", basicAuthorization(grant));
    return request;
}

} // namespace

// One call to a token endpoint, or the few that a machine wants.
class TokenFetch final : public UpstreamObserver {
public:
    TokenFetch(TokenClient &owner, TokenGrantPointer grant)
        : m_owner(owner), m_grant(std::move(grant)), m_began(owner.m_clock.steadyNow()), m_questions(m_grant)
    {
    }

    Result<UpstreamRequest> firstRequest(const UpstreamRoute &like)
    {
        return m_grant->isOfMachine() ? m_questions.first(like)
                                      : tokenRequest(*m_grant, like, m_owner.m_clock.wallNow());
    }

    const TokenGrantPointer &grant() const { return m_grant; }
    void start(UpstreamRequest request)
    {
        m_host = request.route->host;
        m_body.clear();
        // Whoever is in a role already may have to get that first.
        m_exchange = request.tokenGrant ? m_owner.start(std::move(request), *this)
                                        : m_owner.m_starter(std::move(request), *this);
    }

    void responseStarted(const UpstreamResponseHead &head) override { m_head = head; }
    void responseBytes(std::string_view bytes) override
    {
        if (m_body.size() + bytes.size() <= largestAnswer)
            m_body.append(bytes);
    }
    void responseFinished() override
    {
        if (m_grant->isOfMachine())
            goOn(m_questions.take(m_head.status, m_head.headers, m_body, m_owner.m_clock.wallNow()));
        else
            end(m_grant->isAwsRole()
                    ? readRole(m_head.status, m_head.headers, m_body, m_host, m_owner.m_clock.wallNow())
                    : readToken(m_head.status, m_head.headers, m_body, m_host));
    }
    void responseFailed(const Error &error) override { end(unexpected(error)); }

private:
    // May destroy this.
    void goOn(Result<std::variant<AccessToken, UpstreamRequest>> taken)
    {
        if (!taken)
            end(unexpected(taken.error()));
        else if (auto *next = std::get_if<UpstreamRequest>(&*taken))
            start(std::move(*next));
        else
            end(std::move(std::get<AccessToken>(*taken)));
    }
    // Destroys this.
    void end(Result<AccessToken> fetched)
    {
        if (!fetched) {
            Error error = fetched.error();
            // An endpoint may repeat what it was sent.
            for (const SecretString *secret :
                 {&m_grant->secret, &m_grant->clientSecret, &m_grant->role.caller.secretAccessKey,
                  &m_grant->role.caller.sessionToken})
                maskSecret(error.message, secret->reveal());
            maskKeyPatterns(error.message);
            fetched = unexpected(std::move(error));
        }
        m_owner.fetchEnded(m_grant, m_began, fetched);
    }

    TokenClient &m_owner;
    TokenGrantPointer m_grant;
    SteadyTime m_began;
    MachineQuestions m_questions;
    std::string m_host;
    UpstreamResponseHead m_head;
    std::string m_body;
    std::unique_ptr<UpstreamExchange> m_exchange;
};

// A call that begins when its token is there.
class AuthorizedExchange final : public UpstreamExchange, private UpstreamObserver {
public:
    AuthorizedExchange(TokenClient &client, std::uint64_t ticket, UpstreamRequest request, UpstreamObserver &observer)
        : m_client(client), m_ticket(ticket), m_request(std::move(request)), m_observer(observer)
    {
        m_client.m_waiting.emplace(m_ticket, this);
    }
    ~AuthorizedExchange() override { m_client.m_waiting.erase(m_ticket); }

    void begin(const SecretString &token)
    {
        m_client.m_waiting.erase(m_ticket);
        m_token = token;
        m_grant = std::exchange(m_request.tokenGrant, nullptr);
        showTo(m_request, token);
        m_inner = m_client.m_starter(std::move(m_request), *this);
        if (m_isPaused)
            m_inner->pause();
    }
    void fail(const Error &error)
    {
        m_client.m_waiting.erase(m_ticket);
        m_observer.responseFailed(error); // may destroy this
    }

    void pause() override
    {
        m_isPaused = true;
        if (m_inner)
            m_inner->pause();
    }
    void resume() override
    {
        m_isPaused = false;
        if (m_inner)
            m_inner->resume();
    }
    UpstreamTiming timing() const override { return m_inner ? m_inner->timing() : UpstreamTiming(); }

private:
    void responseStarted(const UpstreamResponseHead &head) override
    {
        if (m_grant->isAwsKey() ? refusesRole(head.status, head.headers) : head.status == 401) // before its time
            m_client.m_store.discard(m_grant, m_token);
        m_observer.responseStarted(head);
    }
    void responseBytes(std::string_view bytes) override { m_observer.responseBytes(bytes); }
    void responseFinished() override { m_observer.responseFinished(); }
    void responseFailed(const Error &error) override { m_observer.responseFailed(error); }

    // AWS's token is no word of the request: the transport signs with it.
    void showTo(UpstreamRequest &request, const SecretString &token) const
    {
        if (!m_grant->isAwsKey()) {
            request.headers.set("Authorization", std::string("Bearer ").append(token.reveal()));
            return;
        }
        AwsSigning signing = request.awsSigning ? *request.awsSigning : AwsSigning();
        signing.credentials = credentialsOfRole(token).value_or(AwsCredentials());
        request.awsSigning = std::make_shared<const AwsSigning>(std::move(signing));
    }

    TokenClient &m_client;
    const std::uint64_t m_ticket;
    UpstreamRequest m_request;
    UpstreamObserver &m_observer;
    TokenGrantPointer m_grant;
    SecretString m_token;
    bool m_isPaused = false;
    std::unique_ptr<UpstreamExchange> m_inner;
};

TokenClient::TokenClient(TokenStore &store, const Clock &clock, Starter starter)
    : m_store(store), m_clock(clock), m_starter(std::move(starter)), m_inbox(std::make_shared<ThreadInbox>(*this))
{
}

TokenClient::~TokenClient()
{
    m_inbox->close();
    // Other workers may wait for what this one was to fetch.
    const auto abandoned = std::exchange(m_fetches, {});
    for (const auto &entry : abandoned)
        m_store.settle(entry.second->grant(), m_clock.steadyNow(), m_clock.steadyNow(),
                       unexpected(Error::internal(ErrorCode::ShuttingDown, "Bilrost is being closed.")));
}

std::unique_ptr<UpstreamExchange> TokenClient::start(UpstreamRequest request, UpstreamObserver &observer)
{
    const TokenGrantPointer grant = request.tokenGrant;
    const UpstreamRoutePointer route = request.route;
    const std::uint64_t ticket = ++m_lastTicket;
    auto exchange = std::make_unique<AuthorizedExchange>(*this, ticket, std::move(request), observer);
    const auto answer = m_store.ask(grant, m_clock.steadyNow(), m_inbox,
                                    [this, ticket](const auto &token) { tokenCame(ticket, token); });
    if (answer.mustFetch)
        fetch(grant, *route);
    if (answer.token)
        exchange->begin(*answer.token);
    return exchange;
}

void TokenClient::fetch(const TokenGrantPointer &grant, const UpstreamRoute &like)
{
    auto fetch = std::make_unique<TokenFetch>(*this, grant);
    auto request = fetch->firstRequest(like);
    if (!request) {
        fetchEnded(grant, m_clock.steadyNow(), unexpected(request.error()));
        return;
    }
    auto &started = m_fetches[grant.get()];
    started = std::move(fetch);
    started->start(std::move(*request));
}

void TokenClient::fetchEnded(const TokenGrantPointer &grant, SteadyTime began, const Result<AccessToken> &fetched)
{
    const TokenGrantPointer kept = grant; // the argument may be a part of the fetch
    const auto ended = m_fetches.extract(kept.get());
    m_store.settle(kept, began, m_clock.steadyNow(), fetched);
}

void TokenClient::tokenCame(std::uint64_t ticket, const Result<SecretString> &token)
{
    const auto found = m_waiting.find(ticket);
    if (found == m_waiting.end()) // given up meanwhile
        return;
    if (token)
        found->second->begin(*token);
    else
        found->second->fail(token.error());
}

} // namespace gateway::net
