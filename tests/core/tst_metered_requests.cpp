// What requests cost: whole, streamed, cut, retried, hedged; each attempt by what its provider said.
#include "tests/core/pipeline_scene.h"

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using tests::FakeExchange;
using tests::FakeTransport;
using tests::PipelineScene;
using tests::makeProvider;
using translation::DialectFamily;

namespace {

// 10 tokens in, 4 of them cached, 3 out.
const std::string chatUsage =
    R"({"prompt_tokens":10,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens":3})";
const std::string chatAnswer = R"({"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
                               R"("finish_reason":"stop","message":{"role":"assistant","content":"Hi"}}],"usage":)"
                               + chatUsage + "}";
const std::string flexAnswer = chatAnswer.substr(0, chatAnswer.size() - 1) + R"(,"service_tier":"flex"})";
const std::string chunkHead = R"(data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":)";
const std::string textChunk = chunkHead + R"([{"index":0,"delta":{"role":"assistant","content":"Hi"}}]})" + "\n\n";
const std::string lastChunks = chunkHead + R"([{"index":0,"delta":{},"finish_reason":"stop"}]})" + "\n\n" + chunkHead
                               + R"([],"usage":)" + chatUsage + "}\n\ndata: [DONE]\n\n";

const std::string messageBegin =
    "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"type\":\"message\",\"role\":"
    "\"assistant\",\"model\":\"c\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":1000,"
    "\"cache_creation_input_tokens\":300,\"cache_creation\":{\"ephemeral_5m_input_tokens\":100,"
    "\"ephemeral_1h_input_tokens\":200},\"output_tokens\":1}}}\n\n";
const std::string messageText =
    "event: content_block_start\ndata: "
    "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\","
    "\"text\":\"\"}}\n\nevent: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":"
    "{\"type\":\"text_delta\",\"text\":\"Hi\"}}\n\n";
const std::string messageEnd =
    "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\nevent: message_delta\ndata: "
    "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":50}}\n\n"
    "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
const HeaderList eventStream{{"Content-Type", "text/event-stream"}};
const std::string refusal = R"({"error":{"message":"The key is wrong.","type":"invalid_request_error"}})";

const std::string toChat = R"({"model":"a/m","messages":[{"role":"user","content":"Hello"}])";
const std::string toChatAsStream = toChat + R"(,"stream":true})";
const std::string toChatWithFallback = toChat + R"(,"stream":true,"fallbacks":["a/other"]})";
const std::string toClaude = R"({"model":"c/c","messages":[{"role":"user","content":"Hello"}],"stream":true})";
const std::string toNewModel = R"({"model":"a/new","messages":[{"role":"user","content":"Hello"}]})";

// Dollars per million tokens are pico-dollars times a million; these are small so that sums are easy to see.
config::PriceBookPointer prices()
{
    auto table = std::make_shared<config::PriceTable>();
    config::ModelPrice price;
    price.checkedOn = "2026-11-21";
    price.standard.rates.input = 2'000'000;
    price.standard.rates.cacheRead = 500'000;
    price.standard.rates.cacheWrite = 3'000'000;
    price.standard.rates.cacheWriteOneHour = 4'000'000;
    price.standard.rates.output = 10'000'000;
    price.serviceTiers["flex"].rates = price.standard.rates;
    price.serviceTiers["flex"].rates.output = 5'000'000;
    table->add({"a"}, {"m", "other"}, price);
    table->add({"c"}, {"c"}, price);
    return std::make_shared<const config::PriceBook>(table, std::vector<config::PriceOverride>{});
}

// 6 fresh at $2, 4 cached at $0.5, 3 out at $10: 12 + 2 + 30 micro-dollars
constexpr Money chatCost{44'000};
// 1000 at $2, 100 at $3, 200 at $4 and 50 at $10
constexpr Money messageCost{2'000'000 + 300'000 + 800'000 + 500'000};
constexpr Money messageBeginCost{2'000'000 + 300'000 + 800'000 + 10'000};

Error cut()
{
    return Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::SameTarget, "The connection broke.");
}

} // namespace

class MeteredRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void pricesAWholeAnswer();
    void pricesAStreamAsItsWholeAnswer();
    void pricesWhatIsTranslated();
    void pricesTheServiceTierOfTheAnswer();
    void leavesAModelWithoutAPriceUnknown();
    void chargesNothingForRefusals();
    void chargesNothingForWhatWasNotSent();
    void doesNotKnowWhatASilentTargetCharges();
    void doesNotKnowACutStreamWithoutUsage();
    void countsWhatACutStreamTold();
    void addsTheCostOfALoser();
    void addsAllTries();
    void countsForAClientThatLeaves();
    void chargesNothingForListings();

private:
    void setProviders(int slowStartAfter = 10'000)
    {
        auto a = makeProvider("a");
        a.network.maxRetries = 1;
        auto snapshot = std::make_shared<config::ConfigSnapshot>(
            *tests::makeSnapshot({a, makeProvider("c", DialectFamily::Anthropic, {tests::makeKey("claude-key")})}));
        snapshot->resilience.slowStartAfter = std::chrono::milliseconds(slowStartAfter);
        snapshot->resilience.rescue = config::ResilienceSettings::Rescue::Off;
        snapshot->prices = prices();
        m_scene->configure(std::move(snapshot));
    }
    static FakeExchange chat(const std::string &body)
    {
        return FakeExchange("POST", "/v1/chat/completions", body, HeaderList());
    }
    FakeTransport::Call &call(std::size_t index) { return *m_scene->transport.call(index); }
    const RequestRecord &record() const { return m_scene->sink.records.back(); }
    const AttemptCost &costDetail(std::size_t attempt = 0) const { return record().attempts.at(attempt).costDetail; }

    std::unique_ptr<PipelineScene> m_scene;
};

void MeteredRequestsTest::init()
{
    m_scene = std::make_unique<PipelineScene>();
    setProviders();
}

void MeteredRequestsTest::pricesAWholeAnswer()
{
    FakeExchange exchange = chat(toChat + "}");
    m_scene->send(exchange);
    call(0).answer(200, chatAnswer);
    QCOMPARE(record().cost, chatCost);
    QCOMPARE(record().unpricedAttempts, 0);
    QCOMPARE(record().attempts.at(0).usage.cacheRead, 4);
    QCOMPARE(costDetail().basis, CostBasis::Priced);
    QCOMPARE(costDetail().source, std::string("a, list of 2026-11-21"));
    QCOMPARE(costDetail().lines.size(), std::size_t(3));
}

void MeteredRequestsTest::pricesAStreamAsItsWholeAnswer()
{
    FakeExchange exchange = chat(toChatAsStream);
    m_scene->send(exchange);
    call(0).head(200, eventStream);
    call(0).bytes(textChunk + lastChunks);
    call(0).finish();
    QCOMPARE(record().cost, chatCost);
    QCOMPARE(costDetail().basis, CostBasis::Priced);
}

void MeteredRequestsTest::pricesWhatIsTranslated()
{
    FakeExchange exchange = chat(toClaude);
    m_scene->send(exchange);
    call(0).head(200, eventStream);
    call(0).bytes(messageBegin + messageText + messageEnd);
    call(0).finish();
    QCOMPARE(record().state, RequestState::Succeeded);
    QCOMPARE(record().cost, messageCost);
    QCOMPARE(record().attempts.at(0).usage.cacheWriteOneHour, 200);
}

void MeteredRequestsTest::pricesTheServiceTierOfTheAnswer()
{
    FakeExchange exchange = chat(toChat + "}");
    m_scene->send(exchange);
    call(0).answer(200, flexAnswer);
    QCOMPARE(record().cost, Money{chatCost.nanoDollars - 15'000});
    QCOMPARE(costDetail().serviceTier, std::string("flex"));
}

void MeteredRequestsTest::leavesAModelWithoutAPriceUnknown()
{
    FakeExchange exchange = chat(toNewModel);
    m_scene->send(exchange);
    call(0).answer(200, chatAnswer);
    QVERIFY(!record().cost);
    QCOMPARE(record().unpricedAttempts, 1);
    QCOMPARE(record().attempts.at(0).usage.output, 3);
    QCOMPARE(costDetail().problem, std::string("There is no price for this model."));
}

void MeteredRequestsTest::chargesNothingForRefusals()
{
    FakeExchange exchange = chat(toChat + "}");
    m_scene->send(exchange);
    call(0).timing.sentAt = m_scene->clock.steadyNow();
    call(0).answer(401, refusal);
    QCOMPARE(record().cost, Money{});
    QCOMPARE(costDetail().basis, CostBasis::Nothing);
}

void MeteredRequestsTest::chargesNothingForWhatWasNotSent()
{
    FakeExchange exchange = chat(toChat + "}");
    m_scene->send(exchange);
    exchange.leave();
    QCOMPARE(record().state, RequestState::Cancelled);
    QCOMPARE(record().cost, Money{});
}

void MeteredRequestsTest::doesNotKnowWhatASilentTargetCharges()
{
    FakeExchange exchange = chat(toChat + "}");
    m_scene->send(exchange);
    call(0).timing.sentAt = m_scene->clock.steadyNow();
    exchange.leave();
    QVERIFY(!record().cost);
    QCOMPARE(costDetail().problem, std::string("The answer ended before the provider said what was used."));
}

void MeteredRequestsTest::doesNotKnowACutStreamWithoutUsage()
{
    FakeExchange exchange = chat(toChatAsStream);
    m_scene->send(exchange);
    call(0).head(200, eventStream);
    call(0).bytes(textChunk);
    call(0).fail(cut());
    QCOMPARE(record().state, RequestState::BrokenStream);
    QVERIFY(!record().cost);
    QCOMPARE(record().unpricedAttempts, 1);
}

void MeteredRequestsTest::countsWhatACutStreamTold()
{
    FakeExchange exchange = chat(toClaude);
    m_scene->send(exchange);
    call(0).head(200, eventStream);
    call(0).bytes(messageBegin + messageText);
    call(0).fail(cut());
    QCOMPARE(record().state, RequestState::BrokenStream);
    QCOMPARE(record().cost, messageBeginCost);
    QCOMPARE(costDetail().basis, CostBasis::Partial);
}

// Both were paid for, and the client heard one.
void MeteredRequestsTest::addsTheCostOfALoser()
{
    setProviders(20);
    FakeExchange exchange = chat(toClaude.substr(0, toClaude.size() - 1) + R"(,"fallbacks":["a/other"]})");
    m_scene->send(exchange);
    call(0).head(200, eventStream);
    call(0).bytes(messageBegin);
    QTRY_COMPARE(m_scene->transport.callCount(), std::size_t(2));
    call(1).head(200, eventStream);
    call(1).bytes(textChunk);
    QVERIFY(!call(0).isAlive());
    call(1).bytes(lastChunks);
    call(1).finish();
    QCOMPARE(record().provider, std::string("a"));
    QCOMPARE(record().attempts.size(), std::size_t(2));
    QCOMPARE(record().attempts.at(0).cost, messageBeginCost);
    QCOMPARE(costDetail(0).basis, CostBasis::Partial);
    QCOMPARE(record().attempts.at(1).cost, chatCost);
    QCOMPARE(record().cost, messageBeginCost + chatCost);
    QCOMPARE(record().usage.output, 3); // of the answer that the client got
}

void MeteredRequestsTest::addsAllTries()
{
    FakeExchange exchange = chat(toChatWithFallback);
    m_scene->send(exchange);
    call(0).head(503);
    call(0).finish();
    QTRY_VERIFY(m_scene->transport.callCount() > 1);
    auto &last = *m_scene->transport.lastCall();
    last.head(200, eventStream);
    last.bytes(textChunk + lastChunks);
    last.finish();
    QCOMPARE(record().state, RequestState::Succeeded);
    QCOMPARE(record().attempts.at(0).cost, Money{});
    QCOMPARE(record().cost, chatCost);
}

void MeteredRequestsTest::countsForAClientThatLeaves()
{
    FakeExchange exchange = chat(toClaude);
    m_scene->send(exchange);
    call(0).head(200, eventStream);
    call(0).bytes(messageBegin + messageText);
    exchange.leave();
    QCOMPARE(record().state, RequestState::Cancelled);
    QCOMPARE(record().cost, messageBeginCost);
    QCOMPARE(costDetail().basis, CostBasis::Partial);
}

void MeteredRequestsTest::chargesNothingForListings()
{
    FakeExchange exchange("GET", "/v1/models", {}, HeaderList());
    m_scene->send(exchange);
    for (std::size_t index = 0; index < m_scene->transport.callCount(); ++index)
        call(index).answer(200, R"({"object":"list","data":[]})");
    QCOMPARE(record().operation, std::string("list_models"));
    QCOMPARE(record().cost, Money{});
}

QTEST_GUILESS_MAIN(MeteredRequestsTest)
#include "tst_metered_requests.moc"
