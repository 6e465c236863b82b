#include "gateway/access/caller_identification.h"

#include <QTest>

using namespace gateway;
using namespace gateway::access;

namespace {

Result<Caller> identify(const HeaderList &headers)
{
    return identifyCaller({headers}, config::Governance(), WallTime());
}

} // namespace

class CallerIdentificationTest : public QObject {
    Q_OBJECT

private slots:
    void namesTheApplication_data();
    void namesTheApplication();
    void knowsAgentsByTheirOwnHeaders();
    void ignoresDummyKeys_data();
    void ignoresDummyKeys();
    void refusesVirtualKeysInEachHeader_data();
    void refusesVirtualKeysInEachHeader();
    void takesTheSessionFromTheFirstHeaderThatHasIt();
};

void CallerIdentificationTest::namesTheApplication_data()
{
    QTest::addColumn<QByteArray>("userAgent");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *userAgent, const char *name) {
        QTest::newRow(*userAgent ? userAgent : "none") << QByteArray(userAgent) << QByteArray(name);
    };
    row("claude-cli/2.1.20 (external, cli)", "Claude Code");
    row("codex_cli_rs/0.98.0 (Debian 12; x86_64) xterm", "Codex");
    row("codex_exec/0.98.0 (Debian 12.0.0; x86_64) unknown", "Codex");
    row("GeminiCLI/0.27.3/gemini-3-pro (linux; x64)", "Gemini CLI");
    row("QwenCode/0.10.0 (linux; x64)", "Qwen Code");
    row("opencode/1.1.53 ai-sdk/provider-utils/4.0.11 runtime/bun/1.3.5", "opencode");
    row("OpenAI/Python 2.17.0", "OpenAI SDK (Python)");
    row("AsyncOpenAI/Python 2.17.0", "OpenAI SDK (Python)");
    row("OpenAI/JS 6.18.0", "OpenAI SDK (JavaScript)");
    row("Anthropic/Python 0.78.0", "Anthropic SDK (Python)");
    row("AsyncAnthropic/Python 0.78.0", "Anthropic SDK (Python)");
    row("Anthropic/JS 0.73.0", "Anthropic SDK (JavaScript)");
    row("ai-sdk/openai/3.0.26 ai-sdk/provider-utils/4.0.14 runtime/node.js/22", "AI SDK");
    row("Zed/0.222.4 (linux; x86_64)", "Zed");
    row("curl/7.88.1", "curl");
    row("python-requests/2.32.3", "python-requests");
    row("Mozilla/5.0 (X11; Linux x86_64)", "Mozilla");
    row("MyApp", "MyApp");
    row("", "");
}

void CallerIdentificationTest::namesTheApplication()
{
    QFETCH(QByteArray, userAgent);
    QFETCH(QByteArray, name);
    HeaderList headers;
    if (!userAgent.isEmpty())
        headers.add("User-Agent", userAgent.toStdString());
    QCOMPARE(applicationName(headers), name.toStdString());
}

void CallerIdentificationTest::knowsAgentsByTheirOwnHeaders()
{
    QCOMPARE(applicationName({{"X-Claude-Code-Session-Id", "abc"}, {"User-Agent", "node"}}),
             std::string("Claude Code"));
    QCOMPARE(applicationName({{"originator", "codex_exec"}, {"User-Agent", "reqwest/0.12"}}), std::string("Codex"));
}

void CallerIdentificationTest::ignoresDummyKeys_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("dummy bearer") << QByteArray("Authorization") << QByteArray("Bearer dummy");
    QTest::newRow("provider's key") << QByteArray("Authorization") << QByteArray("Bearer sk-ant-api03-abc");
    QTest::newRow("basic") << QByteArray("Authorization") << QByteArray("Basic dXNlcjpwYXNz");
    QTest::newRow("x-api-key") << QByteArray("x-api-key") << QByteArray("dummy");
    QTest::newRow("x-goog-api-key") << QByteArray("x-goog-api-key") << QByteArray("AIzaDummy");
    QTest::newRow("api-key") << QByteArray("api-key") << QByteArray("sk-proj-x");
    QTest::newRow("empty") << QByteArray("Authorization") << QByteArray("Bearer ");
    QTest::newRow("empty x-bf-vk") << QByteArray("x-bf-vk") << QByteArray("");
}

void CallerIdentificationTest::ignoresDummyKeys()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QVERIFY(identify({{name.toStdString(), value.toStdString()}}).has_value());
}

void CallerIdentificationTest::refusesVirtualKeysInEachHeader_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("x-bf-vk") << QByteArray("X-BF-VK") << QByteArray("anything");
    QTest::newRow("bearer") << QByteArray("authorization") << QByteArray("Bearer sk-bf-1234");
    QTest::newRow("bearer in small letters") << QByteArray("authorization") << QByteArray("bearer sk-bf-1234");
    QTest::newRow("without a scheme") << QByteArray("authorization") << QByteArray("sk-bf-1234");
    QTest::newRow("x-api-key") << QByteArray("x-api-key") << QByteArray("sk-bf-1234");
    QTest::newRow("x-goog-api-key") << QByteArray("x-goog-api-key") << QByteArray("sk-bf-1234");
    QTest::newRow("api-key") << QByteArray("api-key") << QByteArray("SK-BF-1234");
}

void CallerIdentificationTest::refusesVirtualKeysInEachHeader()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const auto caller = identify({{name.toStdString(), value.toStdString()}});
    QVERIFY(!caller.has_value());
    QCOMPARE(caller.error().code, ErrorCode::VirtualKeyUnknown);
    QCOMPARE(caller.error().httpStatus(), 401);
    QVERIFY(caller.error().message.starts_with("virtual key not found"));
    QVERIFY(caller.error().message.find("1234") == std::string::npos);
}

void CallerIdentificationTest::takesTheSessionFromTheFirstHeaderThatHasIt()
{
    QCOMPARE(identify({{"session-id", "c"}})->sessionId, std::string("c"));
    QCOMPARE(identify({{"session-id", "c"}, {"x-claude-code-session-id", "b"}})->sessionId, std::string("b"));
    QCOMPARE(identify({{"session-id", "c"}, {"x-bf-session-id", "a"}})->sessionId, std::string("a"));
    QCOMPARE(identify({})->sessionId, std::string());
}

QTEST_APPLESS_MAIN(CallerIdentificationTest)
#include "tst_caller_identification.moc"
