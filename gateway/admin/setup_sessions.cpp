#include "gateway/admin/setup_sessions.h"

#include "gateway/access/cookie.h"
#include "gateway/access/key_hash.h"
#include "gateway/admin/json_reader.h"
#include "gateway/admin/text_conversion.h"

#include <QDateTime>

namespace gateway::admin {

using pipeline::ManagementRequest;
using pipeline::ManagementResponse;

namespace {

constexpr const char *headerName = "x-bifrost-setup-token";
constexpr const char *cookieName = "bifrost_setup_session";
constexpr std::size_t mostSessions = 100;

// What is shown; empty: nothing.
std::string tokenIn(const ManagementRequest &request)
{
    if (const std::string_view header = request.headers.value(headerName); !header.empty())
        return std::string(header);
    const auto body = parseObject(request.body);
    if (!body)
        return {};
    QString token;
    JsonReader(*body).string("setup_token", token);
    return utf8(token);
}

} // namespace

SetupSessions::SetupSessions(const std::string &token, Now now) : m_token(token), m_now(std::move(now)) {}

bool SetupSessions::isShownBy(const HeaderList &headers)
{
    if (!hasToken())
        return false;
    if (SecretString(headers.value(headerName)) == m_token)
        return true;
    std::erase_if(m_sessions, [now = m_now()](const auto &each) { return each.second <= now; });
    const std::string_view session = access::cookieOf(headers, cookieName);
    return !session.empty() && m_sessions.find(session) != m_sessions.end();
}

ManagementResponse SetupSessions::begin(const ManagementRequest &request)
{
    const std::string token = tokenIn(request);
    if (token.empty())
        return failure(ErrorCode::AdminRequired, "Send the setup token of the gateway in X-Bifrost-Setup-Token.");
    if (!hasToken() || SecretString(token) != m_token)
        return failure(ErrorCode::ManagementRefused,
                       hasToken() ? "This is not the setup token of the gateway." : "The gateway has no setup token.");
    if (m_sessions.size() >= mostSessions)
        m_sessions.clear();
    const std::string session = access::makeRandomSecret();
    m_sessions[session] = m_now() + sessionLength;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(sessionLength).count();
    const QDateTime expiry = QDateTime::currentDateTimeUtc().addSecs(seconds);
    ManagementResponse response = answer(Json{{"expires_at", utf8(expiry.toString(Qt::ISODate))}});
    response.headers.add("Set-Cookie", std::string(cookieName) + "=" + session + "; Path=/; Max-Age="
                                           + std::to_string(seconds) + "; HttpOnly; SameSite=Strict");
    return response;
}

} // namespace gateway::admin
