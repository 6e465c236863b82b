#include "gateway/pipeline/answer_relay.h"
#include "gateway/translation/framing/sse_codec.h"

#include "gateway/translation/json/json_scanner.h"
#include "gateway/translation/json/request_facts.h"
#include "gateway/translation/json/top_level_editor.h"
#include "tests/core/core_fixtures.h"
#include "tests/support/fake_exchange.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"
#include "tests/support/record_collector.h"

#include <algorithm>

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using config::CaptureLevel;
using tests::FakeExchange;
using tests::FakeTransport;
using translation::DialectId;

namespace {

const std::string chatAnswer = R"({"id":"c1","model":"gpt-5-2026","choices":[{"index":0,"finish_reason":"stop",)"
                               R"("message":{"role":"assistant","content":"Hi"}}],)"
                               R"("usage":{"prompt_tokens":10,"completion_tokens":3,"total_tokens":13,)"
                               R"("prompt_tokens_details":{"cached_tokens":4}}})";
const std::string chatDelta =
    "data: {\"model\":\"gpt-5-2026\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}\n\n";
const std::string chatStop =
    "data: {\"model\":\"gpt-5-2026\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
const std::string chatUsage = "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":3}}\n\n";
const std::string chatDone = "data: [DONE]\n\n";
const HeaderList streamHeaders{{"Content-Type", "text/event-stream; charset=utf-8"}};

Error reset()
{
    return Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget, "The provider cut the connection.");
}

// A relay between a fake client and a fake provider.
struct Scene : RelayOwner {
    explicit Scene(std::string path = "/v1/chat/completions", CaptureLevel level = CaptureLevel::Everything,
                   std::string body = R"({"model":"p/m"})")
        : exchange("POST", path, std::move(body))
        , journal(clock, sink, feed)
        , snapshot(tests::makeSnapshot({tests::makeProvider("p", routing::findEndpoint("POST", path)->family)}, level))
    {
        exchange.mutableRequest().firstByteAt = clock.steadyNow();
        clock.advance(std::chrono::milliseconds(2));
        exchange.mutableRequest().completeAt = clock.steadyNow();
        clock.advance(std::chrono::milliseconds(1));
        auto made = journal.open(exchange, snapshot);
        made->endpoint = *routing::findEndpoint("POST", path);
        made->facts = *translation::readRequestFacts(*exchange.request().body);
        made->record.requestBody = exchange.request().body;
        context = made.get();
        routing::RoutePlan plan;
        plan.targets.push_back(*router.resolve(*snapshot, context->endpoint, context->facts.model));
        for (const auto &fallback : context->facts.fallbacks)
            router.addFallback(plan, *snapshot, context->endpoint, fallback, {});
        auto addresses = std::make_shared<const ProviderAddresses>(*snapshot);
        relay = std::make_unique<AnswerRelay>(std::move(made), std::move(plan), std::move(addresses),
                                              RelayEnvironment{journal, feed, *this, transport, health, firstTokens});
    }

    FakeTransport::Call &start()
    {
        relay->start();
        upstream = transport.lastCall();
        return *upstream;
    }
    void relayEnded(AnswerRelay &) override
    {
        ++endings;
        relay.reset();
    }
    const RequestRecord &record() const { return sink.records.at(0); }
    bool hasEndedOnce() const { return endings == 1 && sink.records.size() == 1 && feed.inFlight() == 0; }

    tests::ManualClock clock;
    tests::RecordCollector sink;
    LiveFeed feed;
    routing::ModelCatalog catalog;
    routing::ModelRouter router{catalog};
    routing::TargetHealth health{clock};
    routing::FirstTokenTimes firstTokens;
    FakeExchange exchange;
    RequestJournal journal;
    config::ConfigSnapshotPointer snapshot;
    FakeTransport transport;
    std::shared_ptr<FakeTransport::Call> upstream;
    RequestContext *context = nullptr; // until the end
    std::unique_ptr<AnswerRelay> relay;
    int endings = 0;
};

} // namespace

class AnswerRelayTest : public QObject {
    Q_OBJECT

private slots:
    void passesAWholeAnswerUnchanged();
    void tellsWhoAnswered();
    void passesAnAnswerOfUnknownLength();
    void passesALargeBodyAsItArrives();
    void passesABodyThatTurnsOutLarge();
    void stopsTheProviderWhileTheClientIsSlow();
    void stopsTheProviderWhileTheClientOfAStreamIsSlow();
    void forwardsFramesInAnyCut_data();
    void forwardsFramesInAnyCut();
    void withholdsTheUsageFrameThatOnlyWeAskedFor();
    void leavesOutTheEmptyUsageThatOnlyWeAskedFor();
    void leavesOutFramesThatAreNotJson();
    void answersAnErrorWhenCutBeforeTheFirstByte_data();
    void answersAnErrorWhenCutBeforeTheFirstByte();
    void answersAnErrorWhenAHeldBodyIsCut();
    void endsACutStreamWithAnErrorFrame_data();
    void endsACutStreamWithAnErrorFrame();
    void endsAStreamThatStopsEarlyWithAnErrorFrame();
    void cutsALargeBodyThatIsCut();
    void keepsWhatArrivedOfALargeBodyThatIsCut();
    void abortsTheProviderWhenTheClientLeaves_data();
    void abortsTheProviderWhenTheClientLeaves();
    void passesAnErrorOfTheProviderUnchanged();
    void wrapsAnErrorThatIsNotJson_data();
    void wrapsAnErrorThatIsNotJson();
    void keepsTheStateOfAnErrorEventInsideAStream();
    void cancelsBeforeTheAnswer();
    void cancelsInsideAStream();
    void completesAStreamWithoutItsLastBlankLine();
    void notesUsageAndFinishReason();
    void notesTheTimesOfTheAttempt();
    void notesTheTimesOfAnAttemptThatWasGivenUp_data();
    void notesTheTimesOfAnAttemptThatWasGivenUp();
    void marksWhereEachEventOfAStreamEnds();
    void refusesAnEventOfEndlessLength();
    void refusesAnEventThatIsTooLongAtTheVeryEnd();
    void keepsNothingAtTheMetadataLevel();
    void metersALargeBodyAtTheMetadataLevel();
    void showsTheWatchedAnswerFromItsBeginning();
    void showsTheFirstBytesOfAWatchAtTheMetadataLevel();
    void showsAWholeStreamToAWatchThatBeganAtItsEnd();
    void showsALargeAnswerToAWatch();
    void showsTheEndOfEveryRequestToAWatch_data();
    void showsTheEndOfEveryRequestToAWatch();
    void showsAStreamThatWasWatchedBeforeItBegan();
};

void AnswerRelayTest::passesAWholeAnswerUnchanged()
{
    Scene scene;
    scene.start().answer(200, chatAnswer);
    QVERIFY(scene.exchange.isComplete());
    QVERIFY(scene.exchange.isWhole);
    QCOMPARE(scene.exchange.head->status, 200);
    QCOMPARE(scene.exchange.body, chatAnswer);
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().state, RequestState::Succeeded);
    QCOMPARE(scene.record().status, 200);
    QCOMPARE(*scene.record().responseBody, chatAnswer);
    QCOMPARE(scene.record().responseBytes, std::uint64_t(chatAnswer.size()));
    QVERIFY(!scene.record().isStream);
}

void AnswerRelayTest::tellsWhoAnswered()
{
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, {{"Content-Type", "application/json"}, {"Connection", "close"}, {"x-ratelimit-limit", "7"}});
    upstream.bytes(chatAnswer);
    upstream.finish();
    const HeaderList &headers = scene.exchange.head->headers;
    QCOMPARE(std::string(headers.value("x-bifrost-provider")), std::string("p"));
    QCOMPARE(std::string(headers.value("x-bifrost-original-model")), std::string("p/m"));
    QCOMPARE(std::string(headers.value("x-bifrost-resolved-model")), std::string("m"));
    QCOMPARE(std::string(headers.value("x-bifrost-request-id")), scene.record().id.value);
    QCOMPARE(std::string(headers.value("x-ratelimit-limit")), std::string("7"));
    QVERIFY(!headers.contains("connection"));
}

void AnswerRelayTest::passesAnAnswerOfUnknownLength()
{
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, {{"Content-Type", "application/json"}});
    for (const char letter : chatAnswer)
        upstream.bytes({&letter, 1});
    QVERIFY(!scene.exchange.head); // held back: a cut can still become an error
    upstream.finish();
    QCOMPARE(scene.exchange.body, chatAnswer);
    QVERIFY(scene.exchange.isComplete());
}

void AnswerRelayTest::passesALargeBodyAsItArrives()
{
    Scene scene("/v1/embeddings");
    std::string body = R"({"model":"e","usage":{"prompt_tokens":8,"total_tokens":8},"data":")";
    body += std::string(600 * 1024, 'x') + "\"}";
    auto &upstream = scene.start();
    upstream.head(200, {{"Content-Type", "application/json"}}, body.size());
    QCOMPARE(*scene.exchange.contentLength, std::uint64_t(body.size()));
    for (std::size_t at = 0; at < body.size(); at += 50'000) {
        upstream.bytes(std::string_view(body).substr(at, 50'000));
        QCOMPARE(scene.exchange.body.size(), std::min(body.size(), at + 50'000));
    }
    upstream.finish();
    QVERIFY(scene.exchange.isComplete());
    QCOMPARE(scene.exchange.body, body);
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().state, RequestState::Succeeded);
    QCOMPARE(*scene.record().responseBody, body);
    QCOMPARE(scene.record().usage.uncachedInput.value_or(0), std::int64_t(8));
}

void AnswerRelayTest::passesABodyThatTurnsOutLarge()
{
    Scene scene("/v1/embeddings");
    const std::string body = "\"" + std::string(300 * 1024, 'y') + "\"";
    auto &upstream = scene.start();
    upstream.head(200, {{"Content-Type", "application/json"}});
    upstream.bytes(std::string_view(body).substr(0, 100'000));
    QVERIFY(!scene.exchange.head);
    upstream.bytes(std::string_view(body).substr(100'000));
    QVERIFY(scene.exchange.head.has_value());
    QVERIFY(!scene.exchange.contentLength);
    upstream.finish();
    QCOMPARE(scene.exchange.body, body);
    QVERIFY(scene.exchange.isComplete());
}

void AnswerRelayTest::stopsTheProviderWhileTheClientIsSlow()
{
    Scene scene("/v1/embeddings");
    auto &upstream = scene.start();
    upstream.head(200, {}, 10 * 1024 * 1024);
    upstream.bytes("12345");
    QCOMPARE(upstream.pauses, 0);
    scene.exchange.congested = true;
    upstream.bytes("12345");
    upstream.bytes("12345");
    QCOMPARE(upstream.pauses, 1);
    QCOMPARE(upstream.resumes, 0);
    scene.exchange.drain();
    QCOMPARE(upstream.resumes, 1);
    scene.exchange.drain();
    QCOMPARE(upstream.resumes, 1);
    scene.exchange.congested = true;
    upstream.bytes("12345");
    QCOMPARE(upstream.pauses, 2);
}

void AnswerRelayTest::stopsTheProviderWhileTheClientOfAStreamIsSlow()
{
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    scene.exchange.congested = true;
    upstream.bytes(chatDelta);
    QCOMPARE(upstream.pauses, 1);
    scene.exchange.drain();
    QCOMPARE(upstream.resumes, 1);
}

void AnswerRelayTest::forwardsFramesInAnyCut_data()
{
    QTest::addColumn<int>("cut");
    for (const int cut : {1, 2, 3, 7, 16, 61, 4096})
        QTest::addRow("%d bytes", cut) << cut;
}

void AnswerRelayTest::forwardsFramesInAnyCut()
{
    QFETCH(int, cut);
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    QVERIFY(scene.exchange.head.has_value());
    const std::string stream =
        ": comment\n\n" + chatDelta + "event: x\r\ndata: {\"choices\":[]}\r\n\r\n" + chatStop + chatUsage + chatDone;
    for (std::size_t at = 0; at < stream.size(); at += std::size_t(cut)) {
        upstream.bytes(std::string_view(stream).substr(at, std::size_t(cut)));
        QVERIFY(stream.starts_with(scene.exchange.body));
        QVERIFY(scene.exchange.body.empty() || scene.exchange.body.ends_with("\n"));
    }
    QCOMPARE(scene.exchange.body, stream);
    upstream.finish();
    QVERIFY(scene.exchange.isFinished && scene.exchange.isComplete());
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().state, RequestState::Succeeded);
    QVERIFY(scene.record().isStream);
    QCOMPARE(*scene.record().responseBody, stream);
}

void AnswerRelayTest::withholdsTheUsageFrameThatOnlyWeAskedFor()
{
    Scene scene("/v1/chat/completions", CaptureLevel::Everything, R"({"model":"p/m","stream":true})");
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    upstream.bytes(chatDelta + chatStop + chatUsage + chatDone);
    upstream.finish();
    QCOMPARE(scene.exchange.body, chatDelta + chatStop + chatDone);
    QCOMPARE(scene.record().usage.uncachedInput.value_or(0), std::int64_t(10));
    QCOMPARE(scene.record().usage.output.value_or(0), std::int64_t(3));
}

void AnswerRelayTest::leavesOutTheEmptyUsageThatOnlyWeAskedFor()
{
    const std::string frame = R"(data: {"choices":[{"delta":{"content":"\"usage\":null"}}],"usage":null,"id":"c1"})";
    for (const bool isOurs : {true, false}) {
        const std::string options = isOurs ? "" : R"(,"stream_options":{"include_usage":true})";
        Scene scene("/v1/chat/completions", CaptureLevel::Everything,
                    R"({"model":"p/m","stream":true)" + options + "}");
        auto &upstream = scene.start();
        upstream.head(200, streamHeaders);
        upstream.bytes(frame + "\n\n" + chatStop + chatDone);
        upstream.finish();
        const std::string edited = R"(data: {"choices":[{"delta":{"content":"\"usage\":null"}}],"id":"c1"})";
        QCOMPARE(scene.exchange.body, (isOurs ? edited : frame) + "\n\n" + chatStop + chatDone);
    }
}

void AnswerRelayTest::leavesOutFramesThatAreNotJson()
{
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    upstream.bytes(chatDelta + "data: {\"choices\":[{\n\n" + "data: <html>\n\n" + chatStop + chatDone);
    upstream.finish();
    QCOMPARE(scene.exchange.body, chatDelta + chatStop + chatDone);
    QCOMPARE(scene.record().state, RequestState::Succeeded);
    QCOMPARE(scene.record().notes.size(), std::size_t(1));
    QVERIFY(scene.record().notes[0].starts_with("2 event(s)"));
}

void AnswerRelayTest::answersAnErrorWhenCutBeforeTheFirstByte_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("chat") << QByteArray("/v1/chat/completions") << QByteArray("{");
    QTest::newRow("responses") << QByteArray("/v1/responses") << QByteArray("{");
    QTest::newRow("messages") << QByteArray("/anthropic/v1/messages") << QByteArray("{\"type\":\"error\"");
}

void AnswerRelayTest::answersAnErrorWhenCutBeforeTheFirstByte()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, start);
    Scene scene(path.toStdString());
    scene.start().fail(reset());
    QVERIFY(scene.exchange.isWhole && scene.exchange.isComplete());
    QCOMPARE(scene.exchange.head->status, 502);
    QVERIFY(scene.exchange.body.starts_with(start.toStdString()));
    QVERIFY(translation::isWellFormedJson(scene.exchange.body));
    QVERIFY(scene.exchange.body.find("The provider cut the connection.") != std::string::npos);
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().state, RequestState::UpstreamError);
    QCOMPARE(scene.record().status, 502);
    QCOMPARE(scene.record().errorCode, std::string("upstream_reset"));
    QCOMPARE(scene.record().attempts.at(0).errorCode, std::string("upstream_reset"));
    QCOMPARE(scene.record().attempts.at(0).status, 0);
}

void AnswerRelayTest::answersAnErrorWhenAHeldBodyIsCut()
{
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, {{"Content-Type", "application/json"}}, chatAnswer.size());
    upstream.bytes(std::string_view(chatAnswer).substr(0, 40));
    upstream.fail(reset());
    QCOMPARE(scene.exchange.head->status, 502);
    QVERIFY(scene.exchange.body.find("gpt-5-2026") == std::string::npos);
    QCOMPARE(scene.record().state, RequestState::UpstreamError);
    QCOMPARE(scene.record().attempts.at(0).status, 200);
}

void AnswerRelayTest::endsACutStreamWithAnErrorFrame_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("errorStart");
    QTest::newRow("chat") << QByteArray("/v1/chat/completions") << QByteArray::fromStdString(chatDelta)
                          << QByteArray("data: {");
    QTest::newRow("responses")
        << QByteArray("/v1/responses")
        << QByteArray("event: response.created\ndata: {\"type\":\"response.created\",\"response\":{}}\n\n")
        << QByteArray("event: error\ndata: {\"type\":\"error\"");
    QTest::newRow("messages") << QByteArray("/anthropic/v1/messages")
                              << QByteArray(
                                     "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{}}\n\n")
                              << QByteArray("event: error\ndata: {\"type\":\"error\"");
}

void AnswerRelayTest::endsACutStreamWithAnErrorFrame()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, errorStart);
    Scene scene(path.toStdString());
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    upstream.bytes(frame.toStdString() + "data: {\"half");
    QCOMPARE(scene.exchange.body, frame.toStdString());
    upstream.fail(reset());
    QVERIFY(scene.exchange.isFinished && scene.exchange.isComplete());
    const std::string rest = scene.exchange.body.substr(std::size_t(frame.size()));
    // What a parser of event streams makes of the rest: one whole frame with well-formed data, and nothing else.
    translation::SseFrameSplitter splitter;
    splitter.feed(rest);
    const auto error = splitter.next();
    QVERIFY(error.has_value());
    QVERIFY2(rest.starts_with(errorStart.toStdString()), rest.c_str());
    QVERIFY(translation::isWellFormedJson(error->data));
    QVERIFY(std::string(error->data).find("The provider cut the connection.") != std::string::npos);
    QVERIFY(error->data.find("\"error\"") != std::string_view::npos);
    QVERIFY(splitter.rest().empty());
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().state, RequestState::BrokenStream);
    QCOMPARE(scene.record().status, 200);
    QCOMPARE(*scene.record().responseBody, scene.exchange.body);
}

void AnswerRelayTest::endsAStreamThatStopsEarlyWithAnErrorFrame()
{
    Scene scene("/anthropic/v1/messages");
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    upstream.bytes("event: message_start\ndata: {\"type\":\"message_start\",\"message\":{}}\n\n");
    upstream.finish();
    QVERIFY(scene.exchange.body.find("event: error\n") != std::string::npos);
    QVERIFY(scene.exchange.isComplete());
    QCOMPARE(scene.record().state, RequestState::BrokenStream);
    QCOMPARE(scene.record().errorCode, std::string("upstream_reset"));
}

void AnswerRelayTest::cutsALargeBodyThatIsCut()
{
    Scene scene("/v1/embeddings");
    auto &upstream = scene.start();
    upstream.head(200, {{"Content-Type", "application/json"}}, 1024 * 1024);
    upstream.bytes("{\"data\":[");
    upstream.fail(reset());
    QVERIFY(scene.exchange.isAborted);
    QVERIFY(!scene.exchange.isFinished);
    QCOMPARE(scene.exchange.violations, 0);
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().state, RequestState::BrokenStream);
}

void AnswerRelayTest::abortsTheProviderWhenTheClientLeaves_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("before the head") << 0;
    QTest::newRow("in a held body") << 1;
    QTest::newRow("in a large body") << 2;
    QTest::newRow("in a stream") << 3;
}

void AnswerRelayTest::abortsTheProviderWhenTheClientLeaves()
{
    QFETCH(int, stage);
    Scene scene;
    auto &upstream = scene.start();
    if (stage == 1) {
        upstream.head(200, {});
        upstream.bytes("{");
    } else if (stage == 2) {
        upstream.head(200, {}, 1024 * 1024);
        upstream.bytes("{");
    } else if (stage == 3) {
        upstream.head(200, streamHeaders);
        upstream.bytes(chatDelta);
    }
    QVERIFY(upstream.isAlive());
    scene.exchange.leave();
    QVERIFY(!upstream.isAlive());
    QCOMPARE(scene.exchange.violations, 0);
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().state, RequestState::Cancelled);
    QCOMPARE(scene.record().errorCode, std::string("client_gone"));
    QCOMPARE(scene.record().attempts.size(), std::size_t(1));
    QCOMPARE(scene.record().responseBytes, std::uint64_t(scene.exchange.body.size()));
    if (stage == 3)
        QCOMPARE(*scene.record().responseBody, chatDelta);
}

void AnswerRelayTest::passesAnErrorOfTheProviderUnchanged()
{
    Scene scene;
    const std::string body = R"({"error":{"message":"Slow down","type":"tokens","code":"rate_limit_exceeded"}})";
    auto &upstream = scene.start();
    upstream.head(429, {{"Content-Type", "application/json"}, {"Retry-After", "7"}}, body.size());
    upstream.bytes(body);
    upstream.finish();
    QCOMPARE(scene.exchange.head->status, 429);
    QCOMPARE(scene.exchange.body, body);
    QCOMPARE(std::string(scene.exchange.head->headers.value("retry-after")), std::string("7"));
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().state, RequestState::RateLimited);
    QCOMPARE(scene.record().status, 429);
    QVERIFY(scene.record().errorText.find("Slow down") != std::string::npos);
    QCOMPARE(scene.record().attempts.at(0).status, 429);
}

void AnswerRelayTest::wrapsAnErrorThatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("openai") << QByteArray("/v1/chat/completions");
    QTest::newRow("anthropic") << QByteArray("/anthropic/v1/messages");
}

void AnswerRelayTest::wrapsAnErrorThatIsNotJson()
{
    QFETCH(QByteArray, path);
    Scene scene(path.toStdString());
    scene.start().answer(503, "<html><body>Service Unavailable</body></html>", "text/html");
    QCOMPARE(scene.exchange.head->status, 503);
    QCOMPARE(std::string(scene.exchange.head->headers.value("content-type")), std::string("application/json"));
    QVERIFY(translation::isWellFormedJson(scene.exchange.body));
    QVERIFY(scene.exchange.body.find("\"error\"") != std::string::npos);
    QCOMPARE(path.contains("anthropic"), scene.exchange.body.starts_with("{\"type\":\"error\""));
    QCOMPARE(scene.record().state, RequestState::UpstreamError);
    QCOMPARE(scene.record().status, 503);
}

void AnswerRelayTest::keepsTheStateOfAnErrorEventInsideAStream()
{
    Scene scene("/anthropic/v1/messages");
    const std::string stream = "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
                               "\"message\":\"Overloaded\"}}\n\n";
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    upstream.bytes(stream);
    upstream.finish();
    QCOMPARE(scene.exchange.body, stream); // the provider's own words, and no second error
    QVERIFY(scene.exchange.isComplete());
    QCOMPARE(scene.record().state, RequestState::BrokenStream);
    QVERIFY(scene.record().errorText.find("Overloaded") != std::string::npos);
}

void AnswerRelayTest::cancelsBeforeTheAnswer()
{
    Scene scene;
    auto &upstream = scene.start();
    scene.relay->cancel();
    QVERIFY(!upstream.isAlive());
    QVERIFY(scene.exchange.isWhole && scene.exchange.isComplete());
    QCOMPARE(scene.exchange.head->status, 503); // 499 is not a status that a server may send
    QCOMPARE(std::string(scene.exchange.head->headers.value("x-should-retry")), std::string("false"));
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().state, RequestState::Cancelled);
    QCOMPARE(scene.record().errorCode, std::string("cancelled"));
}

void AnswerRelayTest::cancelsInsideAStream()
{
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    upstream.bytes(chatDelta);
    scene.relay->cancel();
    QVERIFY(!upstream.isAlive());
    QVERIFY(scene.exchange.isAborted);
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().state, RequestState::Cancelled);
    QCOMPARE(*scene.record().responseBody, chatDelta);
}

void AnswerRelayTest::completesAStreamWithoutItsLastBlankLine()
{
    for (const std::string_view end : {"data: [DONE]", "data: [DONE]\n", "data: [DONE]\r\n", "data: [DONE]\r"}) {
        Scene scene;
        auto &upstream = scene.start();
        upstream.head(200, streamHeaders);
        upstream.bytes(chatDelta + chatStop + std::string(end));
        upstream.finish();
        QCOMPARE(scene.record().state, RequestState::Succeeded);
        QVERIFY(scene.exchange.isComplete());
        translation::SseFrameSplitter splitter;
        splitter.feed(scene.exchange.body);
        std::string last;
        while (const auto frame = splitter.next()) {
            if (frame->hasData)
                last = frame->data;
        }
        QCOMPARE(last, std::string("[DONE]"));
    }
}

void AnswerRelayTest::notesUsageAndFinishReason()
{
    Scene scene;
    scene.start().answer(200, chatAnswer);
    const RequestRecord &record = scene.record();
    QCOMPARE(record.usage.uncachedInput.value_or(-1), std::int64_t(6));
    QCOMPARE(record.usage.cacheRead.value_or(-1), std::int64_t(4));
    QCOMPARE(record.usage.output.value_or(-1), std::int64_t(3));
    QCOMPARE(record.finishReason, std::string("stop"));
    QCOMPARE(record.answeredModel, std::string("gpt-5-2026"));
    QVERIFY(record.rawUsage.find("\"prompt_tokens\":10") != std::string::npos);
}

void AnswerRelayTest::notesTheTimesOfTheAttempt()
{
    Scene scene;
    auto &upstream = scene.start();
    scene.clock.advance(std::chrono::milliseconds(5));
    upstream.timing.connectedAt = scene.clock.steadyNow();
    scene.clock.advance(std::chrono::milliseconds(10));
    upstream.timing.headAt = scene.clock.steadyNow();
    upstream.head(200, streamHeaders);
    scene.clock.advance(std::chrono::milliseconds(20));
    upstream.bytes(chatDelta);
    scene.clock.advance(std::chrono::milliseconds(40));
    upstream.bytes(chatStop + chatDone);
    upstream.finish();
    const RequestRecord &record = scene.record();
    const AttemptRecord &attempt = record.attempts.at(0);
    QCOMPARE(attempt.provider, std::string("p"));
    QCOMPARE(attempt.model, std::string("m"));
    QCOMPARE(attempt.keyName, std::string("main"));
    QCOMPARE(attempt.status, 200);
    using std::chrono::milliseconds;
    QVERIFY(record.overhead == milliseconds(1)); // from the body's last byte to the start of the call
    QVERIFY(attempt.startedAt == milliseconds(3));
    QVERIFY(attempt.connectedAt == milliseconds(8));
    QVERIFY(attempt.firstByteAt == milliseconds(18));
    QVERIFY(record.firstByteAt == milliseconds(38));
    QVERIFY(attempt.endedAt == milliseconds(78));
    QVERIFY(record.duration == milliseconds(78));
}

void AnswerRelayTest::marksWhereEachEventOfAStreamEnds()
{
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    upstream.bytes(chatDelta);
    scene.clock.advance(std::chrono::milliseconds(9));
    upstream.bytes(chatStop + chatDone);
    upstream.finish();
    const auto &marks = scene.record().streamMarks;
    QCOMPARE(marks.size(), std::size_t(3));
    QCOMPARE(marks[0].endOffset, std::uint64_t(chatDelta.size()));
    QCOMPARE(marks[1].endOffset, std::uint64_t(chatDelta.size() + chatStop.size()));
    QVERIFY(marks[1].at - marks[0].at == std::chrono::milliseconds(9));
    QCOMPARE(marks[2].endOffset, std::uint64_t(scene.record().responseBody->size()));
}

void AnswerRelayTest::refusesAnEventOfEndlessLength()
{
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    const std::string piece(1024 * 1024, 'x');
    upstream.bytes("data: ");
    for (int sent = 0; sent < 20 && upstream.isAlive(); ++sent)
        upstream.bytes(piece);
    QVERIFY(!upstream.isAlive());
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().state, RequestState::BrokenStream);
    QCOMPARE(scene.record().errorCode, std::string("upstream_protocol"));
}

void AnswerRelayTest::keepsNothingAtTheMetadataLevel()
{
    Scene scene("/v1/chat/completions", CaptureLevel::Metadata);
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    upstream.bytes(chatDelta + chatStop + chatUsage + chatDone);
    upstream.finish();
    QVERIFY(!scene.record().responseBody);
    QVERIFY(scene.record().streamMarks.empty());
    QCOMPARE(scene.record().usage.output.value_or(0), std::int64_t(3));
    QCOMPARE(scene.record().finishReason, std::string("stop"));
}

void AnswerRelayTest::showsTheWatchedAnswerFromItsBeginning()
{
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    upstream.bytes(chatDelta);
    scene.feed.watch(scene.context->record.id);
    scene.relay->showConversation();
    auto shown = scene.feed.take().watched;
    QVERIFY(shown.has_value());
    QVERIFY(shown->isFirst && shown->isStream && !shown->isComplete);
    QCOMPARE(shown->bytes, chatDelta);
    QVERIFY(shown->requestBody == scene.exchange.request().body);
    upstream.bytes(chatStop);
    upstream.bytes(chatDone);
    upstream.finish();
    shown = scene.feed.take().watched;
    QCOMPARE(shown->bytes, chatStop + chatDone);
    QVERIFY(!shown->isFirst);
    QVERIFY(shown->isComplete);
}

void AnswerRelayTest::notesTheTimesOfAnAttemptThatWasGivenUp_data()
{
    QTest::addColumn<bool>("isByTheClient");
    QTest::newRow("client left") << true;
    QTest::newRow("cancelled") << false;
}

void AnswerRelayTest::notesTheTimesOfAnAttemptThatWasGivenUp()
{
    QFETCH(bool, isByTheClient);
    Scene scene;
    auto &upstream = scene.start();
    upstream.timing.connectedAt = upstream.timing.headAt = scene.clock.steadyNow();
    upstream.head(200, streamHeaders);
    upstream.bytes(chatDelta);
    if (isByTheClient)
        scene.exchange.leave();
    else
        scene.relay->cancel();
    const AttemptRecord &attempt = scene.record().attempts.at(0);
    QVERIFY(attempt.connectedAt == std::chrono::milliseconds(3));
    QVERIFY(attempt.firstByteAt == std::chrono::milliseconds(3));
}

void AnswerRelayTest::keepsWhatArrivedOfALargeBodyThatIsCut()
{
    Scene scene("/v1/embeddings");
    auto &upstream = scene.start();
    upstream.head(200, {{"Content-Type", "application/json"}}, 1024 * 1024);
    upstream.bytes("{\"data\":[");
    upstream.fail(reset());
    QVERIFY(scene.record().responseBody != nullptr);
    QCOMPARE(*scene.record().responseBody, std::string("{\"data\":["));
    QCOMPARE(std::string(scene.record().responseHeaders.value("content-type")), std::string("application/json"));
    QVERIFY(scene.record().responseBytes > 0);
}

// The blank line that is added at the end makes the event too long; the relay is gone after that.
void AnswerRelayTest::refusesAnEventThatIsTooLongAtTheVeryEnd()
{
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    upstream.bytes("data: " + std::string(16u * 1024u * 1024u - 6, 'x'));
    QVERIFY(upstream.isAlive());
    upstream.finish();
    QVERIFY(scene.hasEndedOnce());
    QCOMPARE(scene.record().errorCode, std::string("upstream_protocol"));
}

void AnswerRelayTest::showsAWholeStreamToAWatchThatBeganAtItsEnd()
{
    Scene scene;
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    upstream.bytes(chatDelta + chatStop + chatDone);
    scene.feed.watch(scene.context->record.id);
    upstream.finish();
    const auto shown = scene.feed.take().watched;
    QVERIFY(shown.has_value());
    QVERIFY(shown->isFirst && shown->isComplete);
    QCOMPARE(shown->bytes, chatDelta + chatStop + chatDone);
}

void AnswerRelayTest::metersALargeBodyAtTheMetadataLevel()
{
    Scene scene("/v1/embeddings", CaptureLevel::Metadata);
    const std::string body = "{\"data\":\"" + std::string(300 * 1024, 'x') + "\",\"usage\":{\"prompt_tokens\":8}}";
    auto &upstream = scene.start();
    upstream.head(200, {{"Content-Type", "application/json"}}, body.size());
    upstream.bytes(body);
    upstream.finish();
    QCOMPARE(scene.record().usage.uncachedInput.value_or(0), std::int64_t(8));
    QVERIFY(!scene.record().responseBody);
}

void AnswerRelayTest::showsTheFirstBytesOfAWatchAtTheMetadataLevel()
{
    Scene scene("/v1/chat/completions", CaptureLevel::Metadata);
    auto &upstream = scene.start();
    upstream.head(200, streamHeaders);
    scene.feed.watch(scene.context->record.id);
    upstream.bytes(chatDelta);
    QCOMPARE(scene.feed.take().watched->bytes, chatDelta);
}

void AnswerRelayTest::showsALargeAnswerToAWatch()
{
    Scene scene;
    const std::string body = "{\"choices\":[{\"message\":{\"content\":\"" + std::string(300 * 1024, 'x') + "\"}}]}";
    auto &upstream = scene.start();
    scene.feed.watch(scene.context->record.id);
    upstream.head(200, {{"Content-Type", "application/json"}}, body.size());
    upstream.bytes(body);
    upstream.finish();
    const auto shown = scene.feed.take().watched;
    QVERIFY(shown.has_value());
    QVERIFY(shown->isComplete && !shown->isStream);
    QCOMPARE(shown->bytes, body);
}

void AnswerRelayTest::showsTheEndOfEveryRequestToAWatch_data()
{
    QTest::addColumn<int>("ending");
    QTest::newRow("error of the provider") << 0;
    QTest::newRow("error of ours") << 1;
    QTest::newRow("client left") << 2;
    QTest::newRow("cancelled before the answer") << 3;
    QTest::newRow("cancelled inside a stream") << 4;
    QTest::newRow("large body cut") << 5;
}

void AnswerRelayTest::showsTheEndOfEveryRequestToAWatch()
{
    QFETCH(int, ending);
    Scene scene;
    auto &upstream = scene.start();
    scene.feed.watch(scene.context->record.id);
    scene.relay->showConversation();
    QVERIFY(!scene.feed.take().watched->isComplete);
    switch (ending) {
    case 0: upstream.answer(400, R"({"error":{"message":"No"}})"); break;
    case 1: upstream.fail(reset()); break;
    case 2: scene.exchange.leave(); break;
    case 3: scene.relay->cancel(); break;
    case 4:
        upstream.head(200, streamHeaders);
        upstream.bytes(chatDelta);
        scene.relay->cancel();
        break;
    default:
        upstream.head(200, {{"Content-Type", "application/json"}}, 1024 * 1024);
        upstream.bytes("{");
        upstream.fail(reset());
        break;
    }
    QVERIFY(scene.hasEndedOnce());
    const auto shown = scene.feed.take().watched;
    QVERIFY(shown.has_value());
    QVERIFY(shown->isComplete);
}

// A request for a stream may be answered with a whole body, and the other way round.
void AnswerRelayTest::showsAStreamThatWasWatchedBeforeItBegan()
{
    Scene scene;
    auto &upstream = scene.start();
    scene.feed.watch(scene.context->record.id);
    scene.relay->showConversation();
    upstream.head(200, streamHeaders);
    upstream.bytes(chatDelta);
    const auto shown = scene.feed.take().watched;
    QVERIFY(shown->isFirst && shown->isStream);
    QCOMPARE(shown->bytes, chatDelta);
    scene.exchange.leave();
}

QTEST_APPLESS_MAIN(AnswerRelayTest)
#include "tst_answer_relay.moc"
