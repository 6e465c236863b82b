// Chat requests that are said again although both sides speak Chat Completions, and those that go on as they came.
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::makeProvider;
using tests::PipelineScene;

namespace {

config::ProviderDefinition presetProvider(const char *preset)
{
    auto provider = makeProvider("p");
    provider.preset = preset;
    return provider;
}

json chat(const char *model, const json &more)
{
    json body{{"model", std::string("p/") + model}, {"messages", {{{"role", "user"}, {"content", "Hello"}}}}};
    body.update(more);
    return body;
}

} // namespace

class ChatWordsTest : public QObject {
    Q_OBJECT

private slots:
    void asksMistralForNoUsage();
    void saysToMistralWhatItKnows_data();
    void saysToMistralWhatItKnows();
    void saysReasoningInOpenAisWords_data();
    void saysReasoningInOpenAisWords();
    void leavesTheBytesAlone_data();
    void leavesTheBytesAlone();
    void tellsAClientThatAsksWhatWasEdited();
    void listsWhatWasLeftOutInTheAnswer();
    void sendsExtraParametersWhereTheClientAsks_data();
    void sendsExtraParametersWhereTheClientAsks();
};

// Mistral tells the usage of every stream, and answers 422 at stream_options.
void ChatWordsTest::asksMistralForNoUsage()
{
    PipelineScene scene({presetProvider("mistral")});
    FakeExchange exchange("POST", "/v1/chat/completions", chat("mistral-small", {{"stream", true}}).dump());
    scene.send(exchange);
    QVERIFY2(!scene.sentBody().contains("stream_options"), scene.sent().body->c_str());
    const auto call = scene.transport.lastCall();
    const std::string last =
        "data: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},"
        "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2}}\n\n";
    call->head(200, {{"Content-Type", "text/event-stream"}});
    call->bytes(last + "data: [DONE]\n\n");
    call->finish();
    QVERIFY(exchange.isComplete());
    QCOMPARE(scene.record().usage.output.value_or(0), std::int64_t(2));
}

void ChatWordsTest::saysToMistralWhatItKnows_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *more, const char *expected) {
        QTest::newRow(name) << QByteArray(more) << QByteArray(expected);
    };
    row("usage of a stream", R"({"stream":true,"stream_options":{"include_usage":true}})", R"({"stream":true})");
    row("limit", R"({"max_completion_tokens":9})", R"({"max_tokens":9})");
    row("seed", R"({"seed":7})", R"({"random_seed":7})");
    row("account", R"({"user":"u","store":true,"service_tier":"flex","prompt_cache_key":"k"})", "{}");
    row("probabilities", R"({"logprobs":true,"top_logprobs":2})", "{}");
    row("others of OpenAI", R"({"seed":7,"modalities":["text"],"safety_identifier":"u","temperature":0.5})",
        R"({"random_seed":7,"temperature":0.5})");
    row("its own words beside", R"({"seed":7,"safe_prompt":true})", R"({"random_seed":7,"safe_prompt":true})");
}

void ChatWordsTest::saysToMistralWhatItKnows()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, expected);
    PipelineScene scene({presetProvider("mistral")});
    FakeExchange exchange("POST", "/v1/chat/completions",
                          chat("mistral-small", json::parse(more.toStdString())).dump());
    scene.send(exchange);
    json sent = scene.sentBody();
    QCOMPARE(scene.sent().target, std::string("/v1/chat/completions"));
    QCOMPARE(sent["model"], json("mistral-small"));
    QVERIFY(sent["messages"].size() == 1);
    sent.erase("model");
    sent.erase("messages");
    QVERIFY2(sent == json::parse(expected.toStdString()), sent.dump().c_str());
}

void ChatWordsTest::saysReasoningInOpenAisWords_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("effort");
    QTest::newRow("effort") << QByteArray(R"({"reasoning":{"effort":"low"}})") << QByteArray("low");
    QTest::newRow("budget") << QByteArray(R"({"reasoning":{"max_tokens":20000}})") << QByteArray("high");
    QTest::newRow("flat budget") << QByteArray(R"({"reasoning_max_tokens":20000})") << QByteArray("high");
}

void ChatWordsTest::saysReasoningInOpenAisWords()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, effort);
    PipelineScene scene({presetProvider("openai")});
    FakeExchange exchange("POST", "/v1/chat/completions", chat("gpt-5", json::parse(more.toStdString())).dump());
    scene.send(exchange);
    const json sent = scene.sentBody();
    QCOMPARE(scene.sent().target, std::string("/v1/chat/completions"));
    QVERIFY2(!sent.contains("reasoning") && !sent.contains("reasoning_max_tokens"), sent.dump().c_str());
    QCOMPARE(QByteArray::fromStdString(sent.value("reasoning_effort", "")), effort);
}

void ChatWordsTest::leavesTheBytesAlone_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("Mistral's own words") << QByteArray("mistral") << QByteArray(R"({"max_tokens":9,"random_seed":7})");
    QTest::newRow("a null") << QByteArray("mistral") << QByteArray(R"({"seed":null})");
    QTest::newRow("OpenAI's effort") << QByteArray("openai") << QByteArray(R"({"reasoning_effort":"low"})");
    QTest::newRow("reasoning for OpenRouter")
        << QByteArray("openrouter") << QByteArray(R"({"reasoning":{"effort":"low"}})");
    QTest::newRow("a server of nobody's") << QByteArray("") << QByteArray(R"({"reasoning":{"effort":"low"},"seed":7})");
}

void ChatWordsTest::leavesTheBytesAlone()
{
    QFETCH(QByteArray, preset);
    QFETCH(QByteArray, more);
    PipelineScene scene({presetProvider(preset.constData())});
    const json body = chat("m", json::parse(more.toStdString()));
    FakeExchange exchange("POST", "/v1/chat/completions", body.dump());
    scene.send(exchange);
    json expected = body;
    expected["model"] = "m";
    QCOMPARE(*scene.sent().body, expected.dump());
}

void ChatWordsTest::tellsAClientThatAsksWhatWasEdited()
{
    PipelineScene scene({presetProvider("openai")});
    FakeExchange exchange("POST", "/v1/chat/completions", chat("gpt-5", {{"max_tokens", 9}}).dump(),
                          {{"x-bf-conversion-notes", "true"}});
    scene.send(exchange);
    QCOMPARE(scene.sentBody()["max_completion_tokens"], json(9));
    scene.transport.lastCall()->answer(200, R"({"choices":[{"index":0,"finish_reason":"stop","message":{}}]})");
    const json notes = json::parse(std::string(exchange.head->headers.value("x-bifrost-conversion-notes")));
    QCOMPARE(notes.at(0).at("kind"), json("renamed"));
    QCOMPARE(notes.at(0).at("pointer"), json("/max_tokens"));
}

void ChatWordsTest::listsWhatWasLeftOutInTheAnswer()
{
    PipelineScene scene({makeProvider("p", translation::DialectFamily::Anthropic)});
    FakeExchange exchange("POST", "/v1/chat/completions",
                          chat("m", {{"seed", 7}, {"n", 2}, {"temperature", 0.5}}).dump());
    scene.send(exchange);
    scene.transport.lastCall()->answer(
        200, R"({"id":"msg_1","type":"message","role":"assistant","model":"m","stop_reason":"end_turn",)"
             R"("content":[{"type":"text","text":"Hi"}],"usage":{"input_tokens":1,"output_tokens":1}})");
    const json answer = json::parse(exchange.body);
    QVERIFY2(answer.at("extra_fields").at("dropped_compat_plugin_params") == json({"seed", "n"}),
             exchange.body.c_str());
}

void ChatWordsTest::sendsExtraParametersWhereTheClientAsks_data()
{
    QTest::addColumn<bool>("isTranslated");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("translated") << true << true;
    QTest::newRow("translated, not asked") << true << false;
    QTest::newRow("passed through") << false << true;
    QTest::newRow("passed through, not asked") << false << false;
}

void ChatWordsTest::sendsExtraParametersWhereTheClientAsks()
{
    QFETCH(bool, isTranslated);
    QFETCH(bool, isAsked);
    PipelineScene scene({isTranslated ? makeProvider("p", translation::DialectFamily::Anthropic) : presetProvider("")});
    const json more = {
        {"house_option", 1}, {"extra_params", {{"other", "x"}, {"model", "never"}}}, {"modalities", {"text"}}};
    FakeExchange exchange("POST", "/v1/chat/completions", chat("m", more).dump(),
                          {{"x-bf-passthrough-extra-params", isAsked ? "true" : "false"}});
    scene.send(exchange);
    const json sent = scene.sentBody();
    QCOMPARE(sent["model"], json("m"));
    QCOMPARE(sent.contains("other"), isAsked);
    QCOMPARE(sent.contains("house_option"), isAsked || !isTranslated);
    QCOMPARE(sent.contains("modalities"), !isTranslated);
    scene.transport.lastCall()->answer(500, "{}");
    QCOMPARE(scene.hasNote("/house_option"), isTranslated && !isAsked);
}

QTEST_GUILESS_MAIN(ChatWordsTest)
#include "tst_chat_words.moc"
