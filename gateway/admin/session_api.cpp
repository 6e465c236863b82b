#include "gateway/admin/session_api.h"

#include "gateway/access/key_hash.h"
#include "gateway/admin/json_reader.h"

#include <QUrlQuery>

namespace gateway::admin {

using pipeline::ManagementRequest;
using pipeline::ManagementResponse;

namespace {

constexpr std::chrono::seconds ticketLife{60};
constexpr std::size_t mostTickets = 1000;

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Json message(const char *text)
{
    Json json = Json::object();
    json["message"] = text;
    return json;
}

} // namespace

SessionApi::SessionApi(api::GovernanceFacade &governance, bool hasSetupToken)
    : m_governance(governance)
    , m_gate([this](std::string_view username, std::string_view password) {
        return m_governance.isAdmin(textOf(username), textOf(password));
    })
    , m_hasSetupToken(hasSetupToken)
{
}

// Sessions of an account that is another one now must end.
void SessionApi::followAccount()
{
    const api::AdminView account = m_governance.admin();
    if (account == m_account)
        return;
    m_account = account;
    m_tickets.clear();
    m_gate.endAllSessions();
}

Result<void> SessionApi::check(const ManagementRequest &request)
{
    followAccount();
    if (request.path == "/ws") {
        const QUrlQuery query(QString::fromStdString(request.query));
        if (takeTicket(query.queryItemValue(QStringLiteral("ticket"), QUrl::FullyDecoded).toStdString()))
            return {};
        if (const QString token = query.queryItemValue(QStringLiteral("token"), QUrl::FullyDecoded); !token.isEmpty()) {
            HeaderList headers;
            headers.add("Authorization", "Bearer " + token.toStdString());
            return m_gate.check(headers, request.peerAddress);
        }
    }
    return m_gate.check(request.headers, request.peerAddress);
}

bool SessionApi::takeTicket(const std::string &ticket)
{
    const auto now = std::chrono::steady_clock::now();
    std::erase_if(m_tickets, [now](const auto &each) { return each.second < now; });
    return m_tickets.erase(ticket) > 0;
}

// For those who cannot send headers with a WebSocket, as browsers: good once, and soon.
void SessionApi::giveTicket(const ManagementRequest &request, const ManagementReply &reply)
{
    if (isAdminNeeded()) {
        if (const auto checked = check(request); !checked) {
            reply(failure(checked.error()));
            return;
        }
    }
    if (m_tickets.size() >= mostTickets)
        m_tickets.clear();
    const std::string ticket = access::makeRandomSecret();
    m_tickets[ticket] = std::chrono::steady_clock::now() + ticketLife;
    Json json = Json::object();
    json["ticket"] = ticket;
    reply(answer(json));
}

void SessionApi::handle(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QString &what = segments.front();
    if (what == QLatin1String("is-auth-enabled")) {
        Json json = Json::object();
        json["is_auth_enabled"] = isAdminNeeded();
        json["has_valid_token"] = isAdminNeeded() && check(request).has_value();
        json["auth_type"] = isAdminNeeded() ? "password" : "none";
        json["inference_auth_enforced"] = m_governance.requiresVirtualKey();
        json["setup_required"] = false; // management is never locked until there is an administrator
        json["setup_token_configured"] = m_hasSetupToken;
        reply(answer(json));
    } else if (what == QLatin1String("login")) {
        logIn(request, reply);
    } else if (what == QLatin1String("ws-ticket")) {
        giveTicket(request, reply);
    } else { // logout
        m_gate.logOut(request.headers);
        ManagementResponse response = answer(message("Logout successful"));
        response.headers.add("Set-Cookie", "token=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        reply(response);
    }
}

void SessionApi::logIn(const ManagementRequest &request, const ManagementReply &reply)
{
    followAccount();
    if (!isAdminNeeded()) {
        reply(failure(ErrorCode::ManagementRefused, "Authentication is not enabled"));
        return;
    }
    const auto body = parseObject(request.body);
    if (!body) {
        reply(failure(body.error()));
        return;
    }
    JsonReader reader(*body);
    QString username;
    QString password;
    reader.string("username", username);
    reader.string("password", password);
    const auto token = m_gate.logIn(username.toStdString(), password.toStdString(), request.peerAddress);
    if (!token) {
        const bool isWrong = token.error().code == ErrorCode::AdminRequired;
        ManagementResponse response =
            isWrong ? failure(ErrorCode::AdminRequired, "Invalid username or password") : failure(token.error());
        reply(response);
        return;
    }
    ManagementResponse response = answer(message("Login successful"));
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(access::AdminGate::sessionLength).count();
    response.headers.add("Set-Cookie", "token=" + *token + "; Path=/; Max-Age=" + std::to_string(seconds)
                                           + "; HttpOnly; SameSite=Lax");
    reply(response);
}

} // namespace gateway::admin
