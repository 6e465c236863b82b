// What OpenRouter adds to the dialect that it shares: who runs a model, and reasoning under three names.
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::makeProvider;
using tests::PipelineScene;

namespace {

config::ProviderDefinition openRouter(const char *settings)
{
    config::ProviderDefinition provider = makeProvider("openrouter");
    provider.preset = "openrouter";
    provider.extraJson = settings;
    return provider;
}

const std::string question = R"("messages":[{"role":"user","content":"Hello"}])";

} // namespace

class UpstreamChoiceTest : public QObject {
    Q_OBJECT

private slots:
    void putsTheSettingIntoRequests_data();
    void putsTheSettingIntoRequests();
    void putsItIntoTranslatedRequestsToo();
    void letsOpenAiKeepNothing_data();
    void letsOpenAiKeepNothing();
    void namesWhoPromisedACallThatNeverCame_data();
    void namesWhoPromisedACallThatNeverCame();
    void readsReasoningUnderEveryName_data();
    void readsReasoningUnderEveryName();
};

void UpstreamChoiceTest::putsTheSettingIntoRequests_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("none") << QByteArray() << QByteArray() << QByteArray("null");
    QTest::newRow("other settings") << QByteArray(R"({"openai_config":{}})") << QByteArray() << QByteArray("null");
    QTest::newRow("ignored") << QByteArray(R"({"openrouter_config":{"ignore":["Cloudflare"]}})") << QByteArray()
                             << QByteArray(R"({"ignore":["Cloudflare"]})");
    QTest::newRow("both ignore") << QByteArray(R"({"openrouter_config":{"ignore":["Cloudflare"],"sort":"price"}})")
                                 << QByteArray(R"({"ignore":["Parasail","Cloudflare"],"sort":"latency"})")
                                 << QByteArray(R"({"ignore":["Parasail","Cloudflare"],"sort":"latency"})");
    QTest::newRow("order beside ignore") << QByteArray(R"({"openrouter_config":{"ignore":["Cloudflare"]}})")
                                         << QByteArray(R"({"order":["SiliconFlow"]})")
                                         << QByteArray(R"({"order":["SiliconFlow"],"ignore":["Cloudflare"]})");
}

void UpstreamChoiceTest::putsTheSettingIntoRequests()
{
    QFETCH(QByteArray, settings);
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, sent);
    PipelineScene scene({openRouter(settings.constData())});
    const std::string more = said.isEmpty() ? std::string() : ",\"provider\":" + said.toStdString();
    FakeExchange exchange("POST", "/v1/chat/completions",
                          "{\"model\":\"openrouter/qwen/qwen3\"," + question + more + "}");
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sentBody().value("provider", json()), json::parse(sent.toStdString()));
    QCOMPARE(scene.sentBody().at("model").get<std::string>(), std::string("qwen/qwen3"));
}

void UpstreamChoiceTest::putsItIntoTranslatedRequestsToo()
{
    PipelineScene scene({openRouter(R"({"openrouter_config":{"only":["SiliconFlow"]}})")});
    FakeExchange exchange("POST", "/anthropic/v1/messages",
                          "{\"model\":\"openrouter/qwen/qwen3\",\"max_tokens\":9," + question + "}");
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sentBody().at("provider"), json({{"only", json::array({"SiliconFlow"})}}));
    scene.transport.lastCall()->answer(500, "{}");
    QVERIFY(scene.hasNote("/provider"));
}

void UpstreamChoiceTest::letsOpenAiKeepNothing_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("sent");
    const QByteArray chat = "/v1/chat/completions";
    const QByteArray responses = "/v1/responses";
    const QByteArray on = R"({"openai_config":{"disable_store":true}})";
    QTest::newRow("chat") << on << chat << QByteArray() << QByteArray("false");
    QTest::newRow("whatever the client says")
        << on << responses << QByteArray(",\"store\":true") << QByteArray("false");
    QTest::newRow("translated") << on << QByteArray("/anthropic/v1/messages") << QByteArray(",\"max_tokens\":9")
                                << QByteArray("false");
    QTest::newRow("switched off") << QByteArray(R"({"openai_config":{"disable_store":false}})") << responses
                                  << QByteArray(",\"store\":true") << QByteArray("true");
    QTest::newRow("unsaid") << QByteArray() << responses << QByteArray() << QByteArray("null");
}

void UpstreamChoiceTest::letsOpenAiKeepNothing()
{
    QFETCH(QByteArray, settings);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, sent);
    config::ProviderDefinition provider = makeProvider("openai");
    provider.preset = "openai";
    provider.extraJson = settings.toStdString();
    PipelineScene scene({provider});
    const std::string asked = path == "/v1/responses" ? R"("input":"Hello")" : question;
    FakeExchange exchange("POST", path.toStdString(),
                          "{\"model\":\"openai/gpt-4.1\"," + asked + said.toStdString() + "}");
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(scene.sentBody().value("store", json()), json::parse(sent.toStdString()));
    scene.transport.lastCall()->answer(500, "{}");
    QCOMPARE(scene.hasNote("injected /store"), sent == "false");
}

void UpstreamChoiceTest::namesWhoPromisedACallThatNeverCame_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("passed through") << QByteArray("/v1/chat/completions");
    QTest::newRow("translated") << QByteArray("/anthropic/v1/messages");
}

void UpstreamChoiceTest::namesWhoPromisedACallThatNeverCame()
{
    QFETCH(QByteArray, path);
    PipelineScene scene({openRouter("")});
    FakeExchange exchange("POST", path.toStdString(),
                          "{\"model\":\"openrouter/qwen/qwen3\",\"max_tokens\":9,\"stream\":true," + question + "}");
    scene.send(exchange);
    scene.transport.lastCall()->answer(
        200,
        R"(data: {"id":"a","provider":"Cloudflare","choices":[{"index":0,"delta":{"content":""},"finish_reason":null}]})"
        "\n\n"
        R"(data: {"id":"a","provider":"Cloudflare","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]})"
        "\n\ndata: [DONE]\n\n",
        "text/event-stream");
    QVERIFY(scene.record().state != RequestState::Succeeded);
    QVERIFY2(scene.record().errorText.find("\"Cloudflare\"") != std::string::npos, scene.record().errorText.c_str());
    QVERIFY(scene.record().errorText.find("openrouter_config.ignore") != std::string::npos);
}

void UpstreamChoiceTest::readsReasoningUnderEveryName_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("reasoning_content") << QByteArray(R"("reasoning_content":"I think")");
    QTest::newRow("reasoning") << QByteArray(R"("reasoning":"I think")");
    QTest::newRow("details") << QByteArray(
        R"("reasoning_details":[{"type":"reasoning.text","text":"I "},{"type":"reasoning.summary","summary":"think"}])");
    QTest::newRow("all of them") << QByteArray(
        R"("reasoning":"I think","reasoning_details":[{"type":"reasoning.text","text":"I think"}])");
}

void UpstreamChoiceTest::readsReasoningUnderEveryName()
{
    QFETCH(QByteArray, members);
    const std::string said = "{\"role\":\"assistant\",\"content\":\"Hi\"," + members.toStdString() + "}";
    PipelineScene scene({openRouter("")});
    FakeExchange whole("POST", "/anthropic/v1/messages",
                       "{\"model\":\"openrouter/qwen/qwen3\",\"max_tokens\":9," + question + "}");
    scene.send(whole);
    scene.transport.lastCall()->answer(
        200, "{\"id\":\"a\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":" + said + "}]}");
    const json answer = json::parse(whole.body);
    QCOMPARE(answer.at("content").at(0).at("thinking").get<std::string>(), std::string("I think"));

    FakeExchange streamed("POST", "/anthropic/v1/messages",
                          "{\"model\":\"openrouter/qwen/qwen3\",\"max_tokens\":9,\"stream\":true," + question + "}");
    scene.send(streamed);
    scene.transport.lastCall()->answer(200,
                                       "data: {\"id\":\"a\",\"choices\":[{\"index\":0,\"delta\":" + said
                                           + ",\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n",
                                       "text/event-stream");
    QVERIFY2(streamed.body.find("\"thinking\":\"I think\"") != std::string::npos, streamed.body.c_str());
}

QTEST_GUILESS_MAIN(UpstreamChoiceTest)
#include "tst_upstream_choice.moc"
