// x-bf-compat, and what is done for a client without it.
#include "gateway/pipeline/compat_options.h"
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <algorithm>

#include <QByteArrayList>
#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using nlohmann::json;
using tests::FakeExchange;
using tests::PipelineScene;
using tests::makeProvider;

class CompatOptionsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsTheHeader_data();
    void readsTheHeader();
    void dropsWhatAReasoningModelRefuses();
    void dropsWhatAServerRefuses_data();
    void dropsWhatAServerRefuses();
    void refusesToDropInStrictMode();
    void dropsNothingUnasked_data();
    void dropsNothingUnasked();
    void sendsChatsToResponsesWhereOnlyThatIsServed();
    void knowsModelsOfResponsesAlone_data();
    void knowsModelsOfResponsesAlone();

private:
    void ask(const char *model, HeaderList headers, const json &more = json::object())
    {
        json body = {{"model", model},           {"messages", {{{"role", "user"}, {"content", "Hi"}}}},
                     {"temperature", 0.5},       {"top_p", nullptr},
                     {"frequency_penalty", 0.1}, {"seed", 1}};
        body.update(more);
        m_exchange = std::make_unique<FakeExchange>("POST", "/v1/chat/completions", body.dump(), std::move(headers));
        m_scene->send(*m_exchange);
    }

    json sentFor(const char *model, const char *compat, const json &more = json::object())
    {
        ask(model, {{"x-bf-compat", compat}}, more);
        return json::parse(*m_scene->transport.lastCall()->request.body);
    }

    std::unique_ptr<PipelineScene> m_scene;
    std::unique_ptr<FakeExchange> m_exchange;
};

void CompatOptionsTest::init()
{
    m_scene = std::make_unique<PipelineScene>();
    m_exchange.reset();
    auto openAi = makeProvider("openai");
    openAi.preset = "openai";
    std::vector<config::ProviderDefinition> providers{openAi};
    for (const char *preset : {"groq", "xai", "cerebras", "ollama"}) {
        providers.push_back(makeProvider(preset));
        providers.back().preset = preset;
    }
    m_scene->configure(tests::makeSnapshot(std::move(providers)));
}

void CompatOptionsTest::readsTheHeader_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("mayDrop");
    QTest::newRow("absent") << QByteArray() << false;
    QTest::newRow("true") << QByteArray("true") << true;
    QTest::newRow("star") << QByteArray("*") << true;
    QTest::newRow("named") << QByteArray(R"(["azure_deepseek","should_drop_params"])") << true;
    QTest::newRow("others") << QByteArray(R"(["convert_text_to_chat"])") << false;
    QTest::newRow("not JSON") << QByteArray("should_drop_params") << false;
}

void CompatOptionsTest::readsTheHeader()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, mayDrop);
    HeaderList headers;
    if (!value.isEmpty())
        headers.add("X-BF-Compat", value.toStdString());
    QCOMPARE(readCompatOptions(headers).mayDropParameters, mayDrop);
}

void CompatOptionsTest::dropsWhatAReasoningModelRefuses()
{
    const json sent = sentFor("openai/gpt-5", "true");
    QVERIFY(!sent.contains("temperature") && !sent.contains("frequency_penalty"));
    QVERIFY(sent.contains("seed") && sent.contains("messages"));
    m_scene->transport.lastCall()->answer(200, R"({"choices":[]})");
    const auto &notes = m_scene->sink.records.at(0).notes;
    QCOMPARE(std::count_if(notes.begin(), notes.end(), [](const auto &note) { return note.starts_with("dropped /"); }),
             2);
}

void CompatOptionsTest::dropsWhatAServerRefuses_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("dropped");
    const auto row = [](const char *model, const char *dropped) {
        QTest::newRow(model) << QByteArray(model) << QByteArray(dropped);
    };
    row("openai/gpt-5", "frequency_penalty logit_bias logprobs stop temperature");
    row("openai/gpt-4o", "reasoning_effort verbosity");
    row("xai/grok-4", "frequency_penalty stop");
    row("xai/grok-2", "");
    row("groq/llama-3.3-70b", "logit_bias logprobs store verbosity");
    row("cerebras/llama-3.3-70b", "frequency_penalty logit_bias");
    row("ollama/llama3", "");
}

void CompatOptionsTest::dropsWhatAServerRefuses()
{
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, dropped);
    const json more = {{"logit_bias", {{"1", 2}}},  {"logprobs", true},   {"stop", "END"},
                       {"reasoning_effort", "low"}, {"verbosity", "low"}, {"store", false}};
    const json sent = sentFor(model.constData(), R"(["should_drop_params"])", more);
    QByteArrayList missing;
    for (const char *name : {"frequency_penalty", "logit_bias", "logprobs", "reasoning_effort", "stop", "store",
                             "temperature", "verbosity"}) {
        if (!sent.contains(name))
            missing << name;
    }
    QCOMPARE(missing.join(' '), dropped);
    QVERIFY(sent.contains("seed"));
}

void CompatOptionsTest::refusesToDropInStrictMode()
{
    ask("openai/gpt-5", {{"x-bf-compat", "true"}, {"x-bf-strict", "true"}});
    QCOMPARE(m_scene->transport.callCount(), std::size_t(0));
    QCOMPARE(m_exchange->head->status, 400);
    QVERIFY2(m_exchange->body.find("/temperature") != std::string::npos
                 && m_exchange->body.find("/frequency_penalty") != std::string::npos,
             m_exchange->body.c_str());
}

void CompatOptionsTest::dropsNothingUnasked_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("compat");
    QTest::newRow("no header") << QByteArray("openai/gpt-5") << QByteArray("");
    QTest::newRow("a model that takes them") << QByteArray("openai/gpt-4o") << QByteArray("true");
    QTest::newRow("another provider") << QByteArray("groq/gpt-5") << QByteArray("true");
}

void CompatOptionsTest::dropsNothingUnasked()
{
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, compat);
    const json sent = sentFor(model.constData(), compat.constData());
    QCOMPARE(sent.at("temperature").get<double>(), 0.5);
    QVERIFY(sent.contains("frequency_penalty"));
}

void CompatOptionsTest::sendsChatsToResponsesWhereOnlyThatIsServed()
{
    const json sent = sentFor("openai/gpt-5-pro", "");
    QCOMPARE(m_scene->transport.lastCall()->request.target, std::string("/v1/responses"));
    QVERIFY(sent.contains("input") && !sent.contains("messages"));
    m_scene->transport.lastCall()->answer(
        200,
        R"({"id":"resp_1","object":"response","created_at":1,"status":"completed","model":"gpt-5-pro","output":[)"
        R"({"type":"message","id":"msg_1","role":"assistant","status":"completed","content":[)"
        R"({"type":"output_text","text":"Hello","annotations":[]}]}],"usage":{"input_tokens":1,"output_tokens":1}})");
    QCOMPARE(m_exchange->head->status, 200);
    const json answer = json::parse(m_exchange->body);
    QCOMPARE(answer["object"].get<std::string>(), std::string("chat.completion"));
    QCOMPARE(answer["choices"][0]["message"]["content"].get<std::string>(), std::string("Hello"));
}

void CompatOptionsTest::knowsModelsOfResponsesAlone_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("isResponsesOnly");
    for (const char *model : {"o1-pro", "o3-pro-2025-06-10", "gpt-5-pro", "gpt-5.1-codex-max", "o4-mini-deep-research",
                              "computer-use-preview"})
        QTest::newRow(model) << QByteArray(model) << true;
    for (const char *model : {"gpt-5", "gpt-4o", "o3", "gpt-4.1-mini", "my-pro-model", "gpt-5.4-nano"})
        QTest::newRow(model) << QByteArray(model) << false;
}

void CompatOptionsTest::knowsModelsOfResponsesAlone()
{
    QFETCH(QByteArray, model);
    QFETCH(bool, isResponsesOnly);
    auto provider = makeProvider("any");
    QVERIFY(!pipeline::isResponsesOnly(provider, model.toStdString()));
    provider.preset = "openai";
    QCOMPARE(pipeline::isResponsesOnly(provider, model.toStdString()), isResponsesOnly);
}

QTEST_GUILESS_MAIN(CompatOptionsTest)
#include "tst_compat_options.moc"
