// x-bf-compat, and what is done for a client without it.
#include "gateway/pipeline/compat_options.h"
#include "gateway/pipeline/request_pipeline.h"

#include "tests/core/core_fixtures.h"
#include "tests/support/fake_exchange.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"
#include "tests/support/record_collector.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace gateway;
using namespace gateway::pipeline;
using nlohmann::json;
using tests::FakeExchange;
using tests::makeProvider;

namespace {

class NoManagement final : public ManagementPort {
public:
    void ask(ManagementRequest, std::function<void(ManagementResponse)>) override {}
};

} // namespace

class CompatOptionsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsTheHeader_data();
    void readsTheHeader();
    void dropsWhatAReasoningModelRefuses();
    void dropsNothingUnasked_data();
    void dropsNothingUnasked();
    void sendsChatsToResponsesWhereOnlyThatIsServed();
    void knowsModelsOfResponsesAlone_data();
    void knowsModelsOfResponsesAlone();

private:
    json sentFor(const char *model, const char *compat)
    {
        const json body = {{"model", model},           {"messages", {{{"role", "user"}, {"content", "Hi"}}}},
                           {"temperature", 0.5},       {"top_p", nullptr},
                           {"frequency_penalty", 0.1}, {"seed", 1}};
        m_exchange = std::make_unique<FakeExchange>("POST", "/v1/chat/completions", body.dump(),
                                                    HeaderList{{"x-bf-compat", compat}});
        m_pipeline->handleRequest(*m_exchange);
        return json::parse(*m_transport.lastCall()->request.body);
    }

    tests::ManualClock m_clock;
    tests::FakeTransport m_transport;
    tests::RecordCollector m_sink;
    std::unique_ptr<LiveFeed> m_feed;
    routing::ModelCatalog m_catalog;
    std::unique_ptr<routing::TargetHealth> m_health;
    routing::FirstTokenTimes m_firstTokens;
    NoManagement m_management;
    std::unique_ptr<RequestPipeline> m_pipeline;
    std::unique_ptr<FakeExchange> m_exchange;
};

void CompatOptionsTest::init()
{
    m_pipeline.reset();
    m_exchange.reset();
    m_transport = {};
    m_sink.records.clear();
    m_feed = std::make_unique<LiveFeed>();
    m_health = std::make_unique<routing::TargetHealth>(m_clock);
    m_pipeline = std::make_unique<RequestPipeline>(PipelineEnvironment{m_clock, m_transport, m_sink, *m_feed, m_catalog,
                                                                       *m_health, m_firstTokens, m_management,
                                                                       [] { return std::string("{}"); }});
    auto openAi = makeProvider("openai");
    openAi.preset = "openai";
    auto groq = makeProvider("groq");
    groq.preset = "groq";
    m_pipeline->setSnapshot(tests::makeSnapshot({openAi, groq}));
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
    m_transport.lastCall()->answer(200, R"({"choices":[]})");
    const auto &notes = m_sink.records.at(0).notes;
    QCOMPARE(std::count_if(notes.begin(), notes.end(), [](const auto &note) { return note.starts_with("Dropped "); }),
             2);
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
    QCOMPARE(m_transport.lastCall()->request.target, std::string("/v1/responses"));
    QVERIFY(sent.contains("input") && !sent.contains("messages"));
    m_transport.lastCall()->answer(
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
