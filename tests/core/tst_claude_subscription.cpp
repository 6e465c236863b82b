// Claude Code with the user's own subscription: its token goes to Anthropic, and nowhere else.
#include "tests/core/pipeline_scene.h"

#include <QTest>

using namespace gateway;
using tests::FakeExchange;
using tests::makeProvider;
using tests::PipelineScene;
using translation::DialectFamily;

namespace {

const std::string token = "sk-ant-oat01-of-the-user";

HeaderList headersOfClaudeCode()
{
    return {{"Authorization", "Bearer " + token},
            {"User-Agent", "claude-cli/2.1.329 (external, cli)"},
            {"anthropic-beta", "oauth-2025-04-20"},
            {"anthropic-version", "2023-06-01"}};
}

HeaderList with(std::string_view name, std::string value)
{
    HeaderList headers = headersOfClaudeCode();
    headers.set(std::string(name), std::move(value));
    return headers;
}

std::string question(const char *model)
{
    return std::string("{\"model\":\"") + model
           + "\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
}

std::vector<config::ProviderDefinition> allProviders()
{
    return {makeProvider("anthropic", DialectFamily::Anthropic, {tests::makeKey("main", "our-key")}),
            makeProvider("proxy", DialectFamily::Anthropic, {tests::makeKey("other", "our-key")}),
            makeProvider("openai", DialectFamily::OpenAi, {tests::makeKey("open", "our-key")})};
}

} // namespace

class ClaudeSubscriptionTest : public QObject {
    Q_OBJECT

private slots:
    void goesToAnthropic();
    void needsNoKeyOfOurs();
    void goesNowhereElse_data();
    void goesNowhereElse();
};

void ClaudeSubscriptionTest::goesToAnthropic()
{
    PipelineScene scene(allProviders());
    FakeExchange exchange("POST", "/anthropic/v1/messages?beta=true", question("claude-sonnet-4-5"),
                          headersOfClaudeCode());
    scene.send(exchange);
    const HeaderList &sent = scene.sent().headers;
    QCOMPARE(std::string(sent.value("authorization")), "Bearer " + token);
    QVERIFY(!sent.contains("x-api-key"));
    QCOMPARE(std::string(sent.value("anthropic-beta")), std::string("oauth-2025-04-20"));
    QCOMPARE(*scene.sent().body, question("claude-sonnet-4-5"));
    scene.transport.lastCall()->answer(200, R"({"type":"message","stop_reason":"end_turn","content":[],"usage":{}})");
    QCOMPARE(exchange.head->status, 200);
    for (const HeaderField &field : scene.record().requestHeaders)
        QVERIFY2(field.value.find(token) == std::string::npos, field.name.c_str());
}

void ClaudeSubscriptionTest::needsNoKeyOfOurs()
{
    PipelineScene scene({makeProvider("anthropic", DialectFamily::Anthropic, {})});
    FakeExchange exchange("POST", "/anthropic/v1/messages", question("claude-sonnet-4-5"), headersOfClaudeCode());
    scene.send(exchange);
    QCOMPARE(scene.transport.callCount(), std::size_t(1));
    QCOMPARE(std::string(scene.sent().headers.value("authorization")), "Bearer " + token);
}

void ClaudeSubscriptionTest::goesNowhereElse_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("headerName");
    QTest::addColumn<QByteArray>("headerValue");
    const auto row = [](const char *name, const char *path, const char *model, const char *headerName,
                        const char *headerValue) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(model) << QByteArray(headerName)
                            << QByteArray(headerValue);
    };
    const char *messages = "/anthropic/v1/messages";
    row("with a key beside it", messages, "claude-sonnet-4-5", "x-api-key", "dummy");
    row("of another program", messages, "claude-sonnet-4-5", "User-Agent", "curl/8");
    row("no subscription's token", messages, "claude-sonnet-4-5", "Authorization", "Bearer sk-ant-api03-x");
    row("no Claude", messages, "anthropic/house-model", "x-app", "cli");
    row("another provider", messages, "openai/claude-like", "x-app", "cli");
    row("another server of the dialect", messages, "proxy/claude-sonnet-4-5", "x-app", "cli");
    row("another address", "/v1/chat/completions", "anthropic/claude-sonnet-4-5", "x-app", "cli");
}

void ClaudeSubscriptionTest::goesNowhereElse()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, headerName);
    QFETCH(QByteArray, headerValue);
    PipelineScene scene(allProviders());
    FakeExchange exchange("POST", path.toStdString(), question(model.constData()),
                          with(headerName.toStdString(), headerValue.toStdString()));
    scene.send(exchange);
    QCOMPARE(scene.transport.callCount(), std::size_t(1));
    bool hasOurKey = false;
    for (const HeaderField &field : scene.sent().headers) {
        QVERIFY2(field.value.find("sk-ant-") == std::string::npos, field.name.c_str());
        hasOurKey = hasOurKey || field.value.find("our-key") != std::string::npos;
    }
    QVERIFY(hasOurKey);
}

QTEST_GUILESS_MAIN(ClaudeSubscriptionTest)
#include "tst_claude_subscription.moc"
