// The setup token and what it is exchanged for: who may manage from elsewhere, and for how long.
#include "gateway/admin/management_api.h"
#include "gateway/admin/setup_sessions.h"
#include "tests/support/fake_gateway.h"

#include <QTest>

using namespace gateway;
using namespace std::chrono_literals;
using admin::SetupSessions;
using pipeline::ManagementRequest;
using pipeline::ManagementResponse;

namespace {

ManagementRequest from(const char *method, const char *path, const HeaderList &headers = {})
{
    ManagementRequest request;
    request.method = method;
    request.path = path;
    request.headers = headers;
    return request; // from elsewhere: isPeerLoopback is false
}

ManagementResponse ask(admin::ManagementApi &api, const ManagementRequest &request)
{
    ManagementResponse answer;
    api.handle(request, [&answer](const ManagementResponse &response) { answer = response; });
    return answer;
}

// "name=value" of the cookie that was set.
std::string cookieIn(const ManagementResponse &response)
{
    const std::string_view whole = response.headers.value("Set-Cookie");
    return std::string(whole.substr(0, whole.find(';')));
}

} // namespace

class SetupSessionsTest : public QObject {
    Q_OBJECT

private slots:
    void opensTheManagementToItsCookie();
    void saysWhetherThereIsAToken();
    void takesTheTokenFromTheBodyToo();
    void refusesWithoutTheToken();
    void endsAfterTwelveHours();
    void readsTheRightCookieOfSeveral();
};

void SetupSessionsTest::opensTheManagementToItsCookie()
{
    support::FakeGateway gateway;
    admin::ManagementApi api(gateway, "the token");
    QCOMPARE(ask(api, from("GET", "/api/providers")).status, 403);
    const ManagementResponse begun =
        ask(api, from("POST", "/api/session/setup", {{"X-Bifrost-Setup-Token", "the token"}}));
    QCOMPARE(begun.status, 200);
    QVERIFY(admin::parseJson(begun.body)["expires_at"].is_string());
    QVERIFY(begun.headers.value("Set-Cookie").find("; HttpOnly; SameSite=Strict") != std::string_view::npos);
    QVERIFY(cookieIn(begun).find("the token") == std::string::npos);
    QCOMPARE(ask(api, from("GET", "/api/providers", {{"Cookie", cookieIn(begun)}})).status, 200);
    QCOMPARE(ask(api, from("GET", "/api/providers", {{"Cookie", "bifrost_setup_session=invented"}})).status, 403);
    gateway.fakeGovernance.storedAdmin = {true, QStringLiteral("root")}; // the token still opens it
    QCOMPARE(ask(api, from("GET", "/api/providers", {{"Cookie", cookieIn(begun)}})).status, 200);
    QCOMPARE(ask(api, from("GET", "/api/providers")).status, 401);
}

void SetupSessionsTest::saysWhetherThereIsAToken()
{
    support::FakeGateway gateway;
    for (const bool hasToken : {true, false}) {
        admin::ManagementApi api(gateway, hasToken ? "the token" : "");
        const ManagementResponse asked = ask(api, from("GET", "/api/session/is-auth-enabled"));
        QCOMPARE(admin::parseJson(asked.body)["setup_token_configured"].get<bool>(), hasToken);
    }
}

void SetupSessionsTest::takesTheTokenFromTheBodyToo()
{
    SetupSessions sessions("the token");
    ManagementRequest request = from("POST", "/api/session/setup");
    request.body = R"({"setup_token":"the token"})";
    QCOMPARE(sessions.begin(request).status, 200);
    request.body = R"({"setup_token":"the tokem"})";
    QCOMPARE(sessions.begin(request).status, 403);
}

void SetupSessionsTest::refusesWithoutTheToken()
{
    SetupSessions sessions("the token");
    QCOMPARE(sessions.begin(from("POST", "/api/session/setup")).status, 401);
    QCOMPARE(sessions.begin(from("POST", "/api/session/setup", {{"X-Bifrost-Setup-Token", "x"}})).status, 403);
    SetupSessions without("");
    QCOMPARE(without.begin(from("POST", "/api/session/setup", {{"X-Bifrost-Setup-Token", "x"}})).status, 403);
    QVERIFY(!without.isShownBy({{"X-Bifrost-Setup-Token", ""}}));
    QVERIFY(!without.isShownBy({{"Cookie", "bifrost_setup_session="}}));
}

void SetupSessionsTest::endsAfterTwelveHours()
{
    SteadyTime now{};
    SetupSessions sessions("the token", [&now] { return now; });
    const HeaderList cookie{{"Cookie", cookieIn(sessions.begin(from("POST", "/api/session/setup",
                                                                    {{"X-Bifrost-Setup-Token", "the token"}})))}};
    now += 12h - 1s;
    QVERIFY(sessions.isShownBy(cookie));
    now += 1s;
    QVERIFY(!sessions.isShownBy(cookie));
}

void SetupSessionsTest::readsTheRightCookieOfSeveral()
{
    SetupSessions sessions("the token");
    const std::string own =
        cookieIn(sessions.begin(from("POST", "/api/session/setup", {{"X-Bifrost-Setup-Token", "the token"}})));
    QVERIFY(sessions.isShownBy({{"Cookie", "token=a; x" + own + "; " + own + "; last=1"}}));
    QVERIFY(!sessions.isShownBy({{"Cookie", "x" + own}}));
}

QTEST_GUILESS_MAIN(SetupSessionsTest)
#include "tst_setup_sessions.moc"
