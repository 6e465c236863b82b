#include "gateway/access/admin_gate.h"

#include "gateway/access/cookie.h"
#include "gateway/access/key_hash.h"
#include "gateway/base/base64.h"

#include <sodium.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace gateway::access {

namespace {

using std::chrono::milliseconds;

constexpr std::string_view sessionCookie = "token";
constexpr int freeFailures = 5;
constexpr std::chrono::seconds longestWait{60};
constexpr std::chrono::hours rememberedPassword{1};
constexpr std::size_t mostAddresses = 10'000; // of those who failed; more are an attack, and forgotten together
constexpr std::size_t longestPassword = 1024;

Error unauthorized()
{
    return Error::client(ErrorCode::AdminRequired, "Unauthorized");
}

struct Credentials {
    std::string username;
    std::string password;
};

std::optional<Credentials> credentialsIn(std::string_view base64)
{
    const auto text = decodeBase64(base64);
    if (!text)
        return std::nullopt;
    const auto colon = text->find(':');
    if (colon == std::string::npos)
        return std::nullopt;
    return Credentials{text->substr(0, colon), text->substr(colon + 1)};
}

std::string_view afterScheme(const HeaderList &headers, std::string_view scheme)
{
    const std::string_view value = headers.value("authorization");
    return startsWithIgnoringCase(value, scheme) ? value.substr(scheme.size()) : std::string_view();
}

} // namespace

Result<std::string> hashPassword(std::string_view password)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return unexpected(Error::internal(ErrorCode::Internal, "There is not enough memory to hash the password."));
    return std::string(hash.data());
}

bool isPassword(std::string_view password, const std::string &hash)
{
    return hash.size() < crypto_pwhash_STRBYTES && password.size() <= longestPassword
           && crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

AdminGate::AdminGate(PasswordCheck isAdmin, Now now)
    : m_isAdmin(std::move(isAdmin)), m_now(std::move(now)), m_digestKey(makeRandomSecret())
{
}

AdminGate::Digest AdminGate::digestOf(std::string_view text) const
{
    return hashKeyValue(text, config::KeyHash::Secret::Database, m_digestKey).bytes;
}

bool AdminGate::isSession(std::string_view token)
{
    const auto found = token.empty() ? m_sessions.end() : m_sessions.find(digestOf(token));
    return found != m_sessions.end() && m_now() < found->second;
}

Result<void> AdminGate::checkPassword(std::string_view username, std::string_view password,
                                      const std::string &peerAddress)
{
    const SteadyTime now = m_now();
    if (m_failures.size() > mostAddresses)
        m_failures.clear();
    const Digest digest = digestOf(std::string(username) + '\0' + std::string(password));
    if (const auto known = m_accepted.find(digest); known != m_accepted.end() && now < known->second)
        return {};
    Failures &failures = m_failures[peerAddress];
    if (now < failures.waitUntil) {
        Error error = Error::client(ErrorCode::RequestLimited, "Too many wrong passwords came from this address.");
        error.retryAfter = std::chrono::ceil<milliseconds>(failures.waitUntil - now);
        return unexpected(std::move(error));
    }
    if (password.size() <= longestPassword && m_isAdmin(username, password)) {
        m_failures.erase(peerAddress);
        m_accepted[digest] = now + rememberedPassword;
        return {};
    }
    if (++failures.count >= freeFailures) {
        const int doublings = std::min(failures.count - freeFailures, 6);
        failures.waitUntil = now + std::min<std::chrono::seconds>(std::chrono::seconds(1 << doublings), longestWait);
    }
    return unexpected(unauthorized());
}

Result<void> AdminGate::check(const HeaderList &headers, const std::string &peerAddress)
{
    const std::string_view bearer = afterScheme(headers, "Bearer ");
    if (isSession(bearer) || isSession(cookieOf(headers, sessionCookie)))
        return {};
    const std::string_view basic = afterScheme(headers, "Basic ");
    if (const auto credentials = credentialsIn(basic.empty() ? bearer : basic))
        return checkPassword(credentials->username, credentials->password, peerAddress);
    return unexpected(unauthorized());
}

Result<std::string> AdminGate::logIn(std::string_view username, std::string_view password,
                                     const std::string &peerAddress)
{
    if (const auto checked = checkPassword(username, password, peerAddress); !checked)
        return unexpected(checked.error());
    std::erase_if(m_sessions, [now = m_now()](const auto &session) { return session.second <= now; });
    std::string token = makeRandomSecret();
    m_sessions[digestOf(token)] = m_now() + sessionLength;
    return token;
}

void AdminGate::logOut(const HeaderList &headers)
{
    m_sessions.erase(digestOf(afterScheme(headers, "Bearer ")));
    m_sessions.erase(digestOf(cookieOf(headers, sessionCookie)));
}

void AdminGate::endAllSessions()
{
    m_sessions.clear();
    m_accepted.clear();
}

} // namespace gateway::access
