// What pictures, sound and reranking cost by the lists that come with the program, each with the sum that proves it.
#include "tests/core/pipeline_scene.h"
#include "tests/metering/price_lists.h"

#include <QtTest>

using namespace gateway;
using nlohmann::json;
using tests::FakeExchange;
using tests::makeProvider;
using tests::PipelineScene;
using translation::DialectFamily;

namespace {

// The scene's prices are the shipped ones.
void usePrices(PipelineScene &scene, const char *provider, DialectFamily family = DialectFamily::OpenAi)
{
    static const auto book =
        std::make_shared<const config::PriceBook>(support::shippedPrices(), std::vector<config::PriceOverride>{});
    auto snapshot = std::make_shared<config::ConfigSnapshot>();
    snapshot->providers = {makeProvider(provider, family)};
    snapshot->prices = book;
    scene.configure(snapshot);
}

std::string speechOf(const std::string &text)
{
    return json{{"model", "tts-1"}, {"voice", "alloy"}, {"input", text}}.dump();
}

} // namespace

class ForwardedCostsTest : public QObject {
    Q_OBJECT

private slots:
    void pricesWhatIsForwarded_data();
    void pricesWhatIsForwarded();
    void neverPricesWithoutAPrice_data();
    void neverPricesWithoutAPrice();
};

void ForwardedCostsTest::pricesWhatIsForwarded_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<qlonglong>("nanoDollars");
    const auto row = [](const char *name, const char *provider, const char *path, const std::string &body,
                        const char *answer, qlonglong nanoDollars, const char *type = "application/json") {
        QTest::newRow(name) << QByteArray(provider) << QByteArray(path) << QByteArray::fromStdString(body)
                            << QByteArray(answer) << QByteArray(type) << nanoDollars;
    };
    // 9 x $5/M + 272 x $40/M
    row("picture by tokens", "openai", "/v1/images/generations", R"({"model":"gpt-image-1","prompt":"a"})",
        R"({"data":[{"b64_json":"AA=="}],"usage":{"input_tokens":9,"output_tokens":272}})", 10'925'000);
    // 20 x $5/M + 300 x $8/M + 10 x $10/M + 1000 x $32/M
    row("picture of pictures, text beside it", "openai", "/v1/images/generations",
        R"({"model":"gpt-image-1.5","prompt":"a"})",
        R"({"data":[{"b64_json":"AA=="}],"usage":{"input_tokens":320,"input_tokens_details":{"text_tokens":20,)"
        R"("image_tokens":300},"output_tokens":1010,"output_tokens_details":{"text_tokens":10,"image_tokens":1000}}})",
        100'000 + 2'400'000 + 100'000 + 32'000'000);
    row("streamed picture", "openai", "/v1/images/generations", R"({"model":"gpt-image-1","prompt":"a","stream":true})",
        "event: image_generation.completed\ndata: {\"type\":\"image_generation.completed\",\"b64_json\":\"AA==\","
        "\"usage\":{\"input_tokens\":9,\"output_tokens\":272}}\n\n",
        10'925'000, "text/event-stream");
    // 3 x $0.02
    row("pictures by the piece", "xai", "/v1/images/generations", R"({"model":"grok-imagine-image","n":3})",
        R"({"data":[{"url":"a"},{"url":"b"},{"b64_json":"AA=="}]})", 60'000'000);
    // $0.04 for this quality and size, $0.06 for the others
    row("picture by quality", "xai", "/v1/images/generations",
        R"({"model":"grok-imagine-image-2.0","quality":"low","size":"1024x1024"})", R"({"data":[{"url":"a"}]})",
        40'000'000);
    row("picture of another quality", "xai", "/v1/images/generations",
        R"({"model":"grok-imagine-image-2.0","quality":"high","size":"1024x1024"})", R"({"data":[{"url":"a"}]})",
        60'000'000);
    // 9 s x $0.0001
    row("seconds as usage", "openai", "/v1/audio/transcriptions", R"({"model":"whisper-1"})",
        R"({"text":"a","usage":{"type":"duration","seconds":9}})", 900'000);
    // 8.47 s are 9 begun ones
    row("seconds as duration", "openai", "/v1/audio/transcriptions", R"({"model":"whisper-1"})",
        R"({"text":"a","duration":8.470000267028809})", 900'000);
    row("seconds that are whole", "openai", "/v1/audio/transcriptions", R"({"model":"whisper-1"})",
        R"({"text":"a","duration":8.0})", 800'000);
    // 203 s x $0.00005
    row("seconds of Mistral", "mistral", "/v1/audio/transcriptions", R"({"model":"voxtral-mini-latest"})",
        R"({"text":"a","usage":{"prompt_audio_seconds":203,"prompt_tokens":4,"completion_tokens":635}})", 10'150'000);
    // 14 x $6/M of sound + 5 x $10/M
    row("transcription by tokens", "openai", "/v1/audio/transcriptions", R"({"model":"gpt-4o-transcribe"})",
        R"({"text":"a","usage":{"type":"tokens","input_tokens":14,"input_token_details":{"text_tokens":0,)"
        R"("audio_tokens":14},"output_tokens":5}})",
        84'000 + 50'000);
    // 6 characters in 8 bytes x $0.000015
    row("speech by characters", "openai", "/v1/audio/speech", speechOf("Gr\u00fc\u00dfe!"), "ID3", 90'000,
        "audio/mpeg");
    // 2 x $0.002
    row("searches of a reranker", "cohere", "/cohere/v2/rerank",
        R"({"model":"rerank-v3.5","query":"q","documents":["a"]})",
        R"({"results":[],"meta":{"billed_units":{"search_units":2}}})", 4'000'000);
    // 100 x $0.02/M
    row("tokens of a reranker", "cohere", "/cohere/v2/rerank",
        R"({"model":"rerank-v5.0-fast","query":"q","documents":["a"]})",
        R"({"results":[],"meta":{"billed_units":{"input_tokens":100}}})", 2'000);
    row("what is free", "openai", "/v1/moderations", R"({"input":"a"})", R"({"results":[]})", 0);
    row("what was refused", "openai", "/v1/images/generations", R"({"model":"gpt-image-1","prompt":"a"})", "", 0);
}

void ForwardedCostsTest::pricesWhatIsForwarded()
{
    QFETCH(QByteArray, provider);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, type);
    QFETCH(qlonglong, nanoDollars);
    const bool isCohere = provider == "cohere";
    PipelineScene scene({makeProvider("none")});
    usePrices(scene, provider.constData(), isCohere ? DialectFamily::Cohere : DialectFamily::OpenAi);
    FakeExchange exchange("POST", path.toStdString(), body.toStdString(), {{"Content-Type", "application/json"}});
    scene.send(exchange);
    QVERIFY2(scene.transport.callCount() == 1, exchange.body.c_str());
    const std::string refusal = R"({"error":{"message":"no"}})";
    scene.transport.lastCall()->answer(answer.isEmpty() ? 400 : 200, answer.isEmpty() ? refusal : answer.toStdString(),
                                       type.toStdString());
    const AttemptRecord &attempt = scene.record().attempts.at(0);
    QVERIFY2(attempt.cost.has_value(), attempt.costDetail.problem.c_str());
    QCOMPARE(qlonglong(attempt.cost->nanoDollars), nanoDollars);
    QCOMPARE(scene.record().cost, attempt.cost);
}

void ForwardedCostsTest::neverPricesWithoutAPrice_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("model without a list")
        << QByteArray(R"({"model":"unheard-of","prompt":"a"})") << QByteArray(R"({"data":[{"url":"a"}]})")
        << QByteArray("The provider did not say what was used.");
    QTest::newRow("pictures of a model that is listed for text alone")
        << QByteArray(R"({"model":"gpt-5.4","prompt":"a"})")
        << QByteArray(R"({"data":[{"url":"a"}],"usage":{"input_tokens":9,"output_tokens":272}})")
        << QByteArray("There is no price of the pictures that were made.");
}

void ForwardedCostsTest::neverPricesWithoutAPrice()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, problem);
    PipelineScene scene({makeProvider("none")});
    usePrices(scene, "openai");
    FakeExchange exchange("POST", "/v1/images/generations", body.toStdString(), {{"Content-Type", "application/json"}});
    scene.send(exchange);
    scene.transport.lastCall()->answer(200, answer.toStdString());
    QVERIFY(!scene.record().cost);
    QCOMPARE(QByteArray::fromStdString(scene.record().attempts.at(0).costDetail.problem), problem);
}

QTEST_GUILESS_MAIN(ForwardedCostsTest)
#include "tst_forwarded_costs.moc"
