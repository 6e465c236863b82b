// Who is let in to manage, and how long those wait who guess.
#include "gateway/access/admin_gate.h"

#include "gateway/base/base64.h"

#include <QTest>

using namespace gateway;
using namespace gateway::access;
using namespace std::chrono_literals;

namespace {

HeaderList with(const char *name, const std::string &value)
{
    HeaderList headers;
    headers.add(name, value);
    return headers;
}

ErrorCode codeOf(const Result<void> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

class AdminGateTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void hashesPasswords();
    void letsInByNameAndPassword();
    void letsInByTheSessionOfALogin();
    void endsSessions();
    void asksThePasswordOnceForManyCalls();
    void makesThoseWaitWhoGuess();
    void refusesEverythingElse_data();
    void refusesEverythingElse();

private:
    SteadyTime m_now{};
    int m_checks = 0;
    std::unique_ptr<AdminGate> m_gate;
    const std::string m_basic = "Basic " + encodeBase64("admin:secret:word");
};

void AdminGateTest::init()
{
    m_now = SteadyTime(1h);
    m_checks = 0;
    m_gate = std::make_unique<AdminGate>(
        [this](std::string_view username, std::string_view password) {
            ++m_checks;
            return username == "admin" && password == "secret:word";
        },
        [this] { return m_now; });
}

void AdminGateTest::hashesPasswords()
{
    const auto hash = hashPassword("secret");
    QVERIFY(hash);
    QVERIFY(hash->starts_with("$argon2id$"));
    QVERIFY(isPassword("secret", *hash));
    QVERIFY(!isPassword("Secret", *hash));
    QVERIFY(!isPassword("", *hash));
    QVERIFY(!isPassword("secret", ""));
    QVERIFY(!isPassword("", ""));
}

void AdminGateTest::letsInByNameAndPassword()
{
    QVERIFY(m_gate->check(with("Authorization", m_basic), "a"));
    QVERIFY(m_gate->check(with("Authorization", "Bearer " + encodeBase64("admin:secret:word")), "a"));
    QCOMPARE(codeOf(m_gate->check(with("Authorization", "Basic " + encodeBase64("admin:secret")), "a")),
             ErrorCode::AdminRequired);
}

void AdminGateTest::letsInByTheSessionOfALogin()
{
    QVERIFY(!m_gate->logIn("admin", "wrong", "a"));
    const auto token = m_gate->logIn("admin", "secret:word", "a");
    QVERIFY(token);
    QVERIFY(m_gate->check(with("Authorization", "Bearer " + *token), "b"));
    QVERIFY(m_gate->check(with("Cookie", "theme=dark; token=" + *token), "b"));
    QVERIFY(!m_gate->check(with("Cookie", "token=" + *token + "x"), "b"));
    m_now += AdminGate::sessionLength;
    QVERIFY(!m_gate->check(with("Cookie", "token=" + *token), "b"));
}

void AdminGateTest::endsSessions()
{
    const auto first = m_gate->logIn("admin", "secret:word", "a");
    const auto second = m_gate->logIn("admin", "secret:word", "a");
    m_gate->logOut(with("Cookie", "token=" + *first));
    QVERIFY(!m_gate->check(with("Cookie", "token=" + *first), "a"));
    QVERIFY(m_gate->check(with("Cookie", "token=" + *second), "a"));
    m_gate->endAllSessions();
    QVERIFY(!m_gate->check(with("Cookie", "token=" + *second), "a"));
}

void AdminGateTest::asksThePasswordOnceForManyCalls()
{
    for (int count = 0; count < 5; ++count)
        QVERIFY(m_gate->check(with("Authorization", m_basic), "a"));
    QCOMPARE(m_checks, 1);
    m_gate->endAllSessions();
    QVERIFY(m_gate->check(with("Authorization", m_basic), "a"));
    QCOMPARE(m_checks, 2);
}

void AdminGateTest::makesThoseWaitWhoGuess()
{
    const auto guess = [this](const char *peer) {
        return m_gate->check(with("Authorization", "Basic " + encodeBase64("admin:guess")), peer);
    };
    for (int count = 0; count < 5; ++count)
        QCOMPARE(codeOf(guess("a")), ErrorCode::AdminRequired);
    const auto waiting = guess("a");
    QCOMPARE(codeOf(waiting), ErrorCode::RequestLimited);
    QCOMPARE(*waiting.error().retryAfter, std::chrono::milliseconds(1000));
    QCOMPARE(m_checks, 5);
    QCOMPARE(codeOf(m_gate->check(with("Authorization", m_basic), "a")), ErrorCode::RequestLimited);
    QCOMPARE(codeOf(guess("b")), ErrorCode::AdminRequired); // another address has not guessed
    m_now += 1s;
    QCOMPARE(codeOf(guess("a")), ErrorCode::AdminRequired);
    QCOMPARE(*guess("a").error().retryAfter, std::chrono::milliseconds(2000));
    m_now += 2s;
    QVERIFY(m_gate->check(with("Authorization", m_basic), "a"));
    QCOMPARE(codeOf(guess("a")), ErrorCode::AdminRequired); // counted from the beginning again
}

void AdminGateTest::refusesEverythingElse_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"", "Basic", "Basic ", "Basic !!", "Bearer ", "Bearer x", "Digest a", "sk-bf-x"})
        QTest::newRow(*value ? value : "nothing") << QByteArray(value);
}

void AdminGateTest::refusesEverythingElse()
{
    QFETCH(QByteArray, value);
    QCOMPARE(codeOf(m_gate->check(with("Authorization", value.toStdString()), "a")), ErrorCode::AdminRequired);
    QCOMPARE(m_checks, 0);
}

QTEST_APPLESS_MAIN(AdminGateTest)
#include "tst_admin_gate.moc"
