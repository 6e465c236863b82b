#include "gateway/pipeline/request_journal.h"

#include "tests/core/core_fixtures.h"
#include "tests/support/fake_exchange.h"
#include "tests/support/manual_clock.h"
#include "tests/support/record_collector.h"

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using config::CaptureLevel;

namespace {

// Looks like a key of OpenAI; belongs to nobody.
const std::string plantedKey = "sk-proj-" + std::string(40, 'Q') + "wxyz";

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class RequestJournalTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void beginsTheRecordWithTheFactsOfTheRequest();
    void takesTheIdOfTheClient();
    void makesAnIdWhenTheClientsIsTooLong();
    void postsExactlyOneRecord();
    void masksHeadersBodiesAndErrorTexts();
    void masksEveryTextOfAStranger();
    void masksTheProvidersKeyWhereTheProviderRepeatsIt();
    void keepsBodiesByTheCaptureLevel_data();
    void keepsBodiesByTheCaptureLevel();
    void recordsRefusals();
    void givesErrorsTheirState_data();
    void givesErrorsTheirState();
    void showsProgressWithoutBodiesOnlyWhenWanted();
    void showsTheEndOnce();
    void showsNoCredentialsWhileARequestRuns();

private:
    std::unique_ptr<RequestContext> open(tests::FakeExchange &exchange, CaptureLevel level = CaptureLevel::Everything)
    {
        exchange.mutableRequest().firstByteAt = m_clock.steadyNow();
        return m_journal->open(exchange, tests::makeSnapshot({}, level));
    }

    tests::ManualClock m_clock;
    tests::RecordCollector m_sink;
    std::unique_ptr<LiveFeed> m_feed;
    std::unique_ptr<RequestJournal> m_journal;
};

void RequestJournalTest::init()
{
    m_sink.records.clear();
    m_feed = std::make_unique<LiveFeed>();
    m_journal = std::make_unique<RequestJournal>(m_clock, m_sink, *m_feed);
}

void RequestJournalTest::beginsTheRecordWithTheFactsOfTheRequest()
{
    tests::FakeExchange exchange("POST", "/v1/responses?key=abc", "{}", {{"User-Agent", "OpenAI/JS 6.0"}});
    exchange.mutableRequest().firstByteAt = m_clock.steadyNow();
    const WallTime began = m_clock.wallNow();
    m_clock.advance(std::chrono::seconds(2)); // the body took its time
    const auto context = m_journal->open(exchange, tests::makeSnapshot({}));
    QVERIFY(context->exchange == &exchange);
    QVERIFY(context->record.startedAt == began);
    QCOMPARE(context->record.method, std::string("POST"));
    QCOMPARE(context->record.path, std::string("/v1/responses"));
    QCOMPARE(context->record.client, std::string("OpenAI SDK (JavaScript)"));
    QCOMPARE(context->record.peerAddress, std::string("127.0.0.1"));
    QCOMPARE(context->record.requestBytes, std::uint64_t(2));
    QCOMPARE(context->record.id.value.size(), std::size_t(36));
    QCOMPARE(m_feed->inFlight(), 1);
    QVERIFY(m_sink.records.empty());
}

void RequestJournalTest::takesTheIdOfTheClient()
{
    tests::FakeExchange exchange("GET", "/v1/models", {}, {{"X-Request-Id", "my-id"}});
    QCOMPARE(open(exchange)->record.id.value, std::string("my-id"));
}

void RequestJournalTest::makesAnIdWhenTheClientsIsTooLong()
{
    tests::FakeExchange longest("GET", "/", {}, {{"x-request-id", std::string(128, 'a')}});
    QCOMPARE(open(longest)->record.id.value, std::string(128, 'a'));
    tests::FakeExchange tooLong("GET", "/", {}, {{"x-request-id", std::string(129, 'a')}});
    QCOMPARE(open(tooLong)->record.id.value.size(), std::size_t(36));
}

void RequestJournalTest::postsExactlyOneRecord()
{
    tests::FakeExchange exchange;
    const auto context = open(exchange);
    context->endpoint = *routing::findEndpoint("POST", "/anthropic/v1/messages");
    m_clock.advance(std::chrono::milliseconds(1500));
    m_journal->close(*context, RequestState::Succeeded, std::nullopt);
    QCOMPARE(m_sink.records.size(), std::size_t(1));
    const RequestRecord &record = m_sink.records.front();
    QCOMPARE(record.state, RequestState::Succeeded);
    QVERIFY(record.duration == std::chrono::milliseconds(1500));
    QCOMPARE(record.dialect, std::string("anthropic_messages"));
    QVERIFY(record.errorCode.empty());
    QCOMPARE(m_feed->inFlight(), 0);
}

void RequestJournalTest::masksHeadersBodiesAndErrorTexts()
{
    tests::FakeExchange exchange;
    const auto context = open(exchange);
    RequestRecord &record = context->record;
    record.requestHeaders = {{"Authorization", "Bearer " + plantedKey}, {"x-api-key", "short-but-secret"}};
    record.responseHeaders = {{"Set-Cookie", "session=verysecretvalue"}};
    const auto body = std::make_shared<const std::string>("{\"text\":\"my key is " + plantedKey + "\"}");
    record.requestBody = body;
    record.responseBody = std::make_shared<const std::string>("you said " + plantedKey);
    AttemptRecord attempt;
    attempt.reason = "refused " + plantedKey;
    record.attempts.push_back(attempt);
    m_journal->close(*context, RequestState::ClientError,
                     Error::client(ErrorCode::InvalidRequest, "bad key " + plantedKey));
    const RequestRecord &kept = m_sink.records.at(0);
    QVERIFY(!contains(std::string(kept.requestHeaders.value("authorization")), plantedKey));
    QVERIFY(!contains(std::string(kept.requestHeaders.value("x-api-key")), "short-but-secret"));
    QVERIFY(!contains(std::string(kept.responseHeaders.value("set-cookie")), "verysecretvalue"));
    QVERIFY(!contains(*kept.requestBody, plantedKey));
    QVERIFY(contains(*kept.requestBody, "my key is "));
    QVERIFY(!contains(*kept.responseBody, plantedKey));
    QVERIFY(!contains(kept.errorText, plantedKey));
    QVERIFY(!contains(kept.attempts.at(0).reason, plantedKey));
    QVERIFY(contains(*body, plantedKey)); // what goes to the provider is not touched
}

// A key of a shape that no pattern knows.
void RequestJournalTest::masksTheProvidersKeyWhereTheProviderRepeatsIt()
{
    const std::string key = "0a1b2c3d4e5f60718293";
    const config::ProviderKey providerKey = tests::makeKey("main", key);
    tests::FakeExchange exchange("POST", "/v1/chat/completions", "{}");
    auto context = open(exchange);
    context->usedKeys = {&providerKey};
    RequestRecord &record = context->record;
    record.notes = {"note " + key};
    record.attempts.emplace_back().reason = "reason " + key;
    record.responseHeaders = {{"X-Refused", key}};
    record.requestBody = std::make_shared<const std::string>("asked " + key);
    record.responseBody = std::make_shared<const std::string>("Incorrect API key provided: " + key);
    m_journal->close(*context, RequestState::ClientError,
                     Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::Never, "Incorrect key " + key));
    const RequestRecord &kept = m_sink.records.at(0);
    QCOMPARE(kept.errorText, std::string("Incorrect key ***"));
    QCOMPARE(kept.notes.at(0), std::string("note ***"));
    QCOMPARE(kept.attempts.at(0).reason, std::string("reason ***"));
    QCOMPARE(std::string(kept.responseHeaders.value("x-refused")), std::string("***"));
    QCOMPARE(*kept.requestBody, std::string("asked ***"));
    QCOMPARE(*kept.responseBody, std::string("Incorrect API key provided: ***"));
}

void RequestJournalTest::keepsBodiesByTheCaptureLevel_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<bool>("hasSucceeded");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("metadata, success") << int(CaptureLevel::Metadata) << true << false;
    QTest::newRow("metadata, failure") << int(CaptureLevel::Metadata) << false << false;
    QTest::newRow("errors, success") << int(CaptureLevel::Errors) << true << false;
    QTest::newRow("errors, failure") << int(CaptureLevel::Errors) << false << true;
    QTest::newRow("everything, success") << int(CaptureLevel::Everything) << true << true;
    QTest::newRow("everything, failure") << int(CaptureLevel::Everything) << false << true;
}

void RequestJournalTest::keepsBodiesByTheCaptureLevel()
{
    QFETCH(int, level);
    QFETCH(bool, hasSucceeded);
    QFETCH(bool, isKept);
    tests::FakeExchange exchange;
    const auto context = open(exchange, static_cast<CaptureLevel>(level));
    context->record.requestBody = context->record.responseBody = std::make_shared<const std::string>("x");
    context->record.streamMarks.push_back({});
    m_journal->close(*context, hasSucceeded ? RequestState::Succeeded : RequestState::UpstreamError, std::nullopt);
    const RequestRecord &kept = m_sink.records.at(0);
    QCOMPARE(kept.requestBody != nullptr, isKept);
    QCOMPARE(kept.responseBody != nullptr, isKept);
    QCOMPARE(!kept.streamMarks.empty(), isKept);
}

void RequestJournalTest::recordsRefusals()
{
    m_journal->recordRefusal(Error::client(ErrorCode::HostRefused, "Not here: " + plantedKey), "GET",
                             "/v1/models?key=" + plantedKey,
                             {{"Authorization", "Bearer " + plantedKey}, {"x-request-id", "theirs"}}, "10.0.0.7");
    QCOMPARE(m_sink.records.size(), std::size_t(1));
    const RequestRecord &record = m_sink.records.front();
    QCOMPARE(record.state, RequestState::Blocked);
    QCOMPARE(record.status, 403);
    QCOMPARE(record.errorCode, std::string("host_refused"));
    QCOMPARE(record.path, std::string("/v1/models"));
    QCOMPARE(record.peerAddress, std::string("10.0.0.7"));
    QVERIFY(record.id.value != "theirs");
    QVERIFY(!contains(record.errorText, plantedKey));
    QVERIFY(!contains(std::string(record.requestHeaders.value("authorization")), plantedKey));
    QCOMPARE(m_feed->inFlight(), 0);
}

void RequestJournalTest::givesErrorsTheirState_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("upstreamStatus");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, ErrorCode code, int status, RequestState state) {
        QTest::newRow(name) << int(code) << status << int(state);
    };
    row("host", ErrorCode::HostRefused, 0, RequestState::Blocked);
    row("origin", ErrorCode::OriginRefused, 0, RequestState::Blocked);
    row("virtual key", ErrorCode::VirtualKeyUnknown, 0, RequestState::Blocked);
    row("no virtual key", ErrorCode::VirtualKeyRequired, 0, RequestState::Blocked);
    row("budget", ErrorCode::BudgetExceeded, 0, RequestState::Blocked);
    row("request limit", ErrorCode::RequestLimited, 0, RequestState::RateLimited);
    row("management", ErrorCode::ManagementRefused, 0, RequestState::Blocked);
    row("client gone", ErrorCode::ClientGone, 0, RequestState::Cancelled);
    row("cancelled", ErrorCode::Cancelled, 0, RequestState::Cancelled);
    row("not found", ErrorCode::NotFound, 0, RequestState::ClientError);
    row("bad json", ErrorCode::MalformedJson, 0, RequestState::ClientError);
    row("upstream 401", ErrorCode::UpstreamStatus, 401, RequestState::ClientError);
    row("upstream 429", ErrorCode::UpstreamStatus, 429, RequestState::RateLimited);
    row("upstream 500", ErrorCode::UpstreamStatus, 500, RequestState::UpstreamError);
    row("upstream 529", ErrorCode::UpstreamStatus, 529, RequestState::UpstreamError);
    row("unreachable", ErrorCode::UpstreamUnreachable, 0, RequestState::UpstreamError);
    row("timeout", ErrorCode::UpstreamTimedOut, 0, RequestState::UpstreamError);
}

void RequestJournalTest::givesErrorsTheirState()
{
    QFETCH(int, code);
    QFETCH(int, upstreamStatus);
    QFETCH(int, state);
    Error error = Error::client(static_cast<ErrorCode>(code), "x");
    if (upstreamStatus)
        error.upstreamStatus = upstreamStatus;
    QCOMPARE(int(stateOfError(error)), state);
}

void RequestJournalTest::showsProgressWithoutBodiesOnlyWhenWanted()
{
    tests::FakeExchange exchange;
    const auto context = open(exchange);
    context->record.requestBody = std::make_shared<const std::string>("x");
    m_journal->showProgress(*context);
    QVERIFY(m_feed->take().requests.empty());
    m_feed->setWanted(true);
    m_journal->showProgress(*context);
    auto shown = m_feed->take().requests;
    QCOMPARE(shown.size(), std::size_t(1));
    QCOMPARE(shown[0].state, RequestState::InFlight);
    QVERIFY(!shown[0].requestBody);
    context->record.firstByteAt = Microseconds(1);
    m_journal->showProgress(*context);
    QCOMPARE(m_feed->take().requests.at(0).state, RequestState::Streaming);
}

void RequestJournalTest::showsTheEndOnce()
{
    m_feed->setWanted(true);
    tests::FakeExchange exchange;
    const auto context = open(exchange);
    context->record.responseBody = std::make_shared<const std::string>("x");
    m_journal->close(*context, RequestState::Succeeded, std::nullopt);
    const auto shown = m_feed->take().requests;
    QCOMPARE(shown.size(), std::size_t(1));
    QCOMPARE(shown[0].state, RequestState::Succeeded);
    QVERIFY(!shown[0].responseBody);
    QVERIFY(m_sink.records.at(0).responseBody != nullptr);
}

void RequestJournalTest::masksEveryTextOfAStranger()
{
    tests::FakeExchange exchange("GET", "/v1/" + plantedKey, {},
                                 {{"x-request-id", plantedKey}, {"User-Agent", plantedKey + "/1.0"}});
    const auto context = open(exchange);
    RequestRecord &record = context->record;
    record.sessionId = record.askedModel = record.model = record.answeredModel = record.finishReason = plantedKey;
    record.rawUsage = "{\"x\":\"" + plantedKey + "\"}";
    record.notes.push_back("openai: Incorrect API key provided: " + plantedKey);
    AttemptRecord attempt;
    attempt.model = plantedKey;
    record.attempts.push_back(attempt);
    m_journal->close(*context, RequestState::ClientError, std::nullopt);
    const RequestRecord &kept = m_sink.records.at(0);
    for (const std::string &text :
         {kept.id.value, kept.path, kept.client, kept.sessionId, kept.askedModel, kept.model, kept.answeredModel,
          kept.finishReason, kept.rawUsage, kept.notes.at(0), kept.attempts.at(0).model}) {
        QVERIFY2(!text.empty() && !contains(text, plantedKey), text.c_str());
    }
}

void RequestJournalTest::showsNoCredentialsWhileARequestRuns()
{
    m_feed->setWanted(true);
    tests::FakeExchange exchange;
    const auto context = open(exchange);
    context->record.requestHeaders = {{"Authorization", "Bearer " + plantedKey}};
    m_journal->showProgress(*context);
    QVERIFY(m_feed->take().requests.at(0).requestHeaders.isEmpty());
    QVERIFY(!context->record.requestHeaders.isEmpty());
}

QTEST_APPLESS_MAIN(RequestJournalTest)
#include "tst_request_journal.moc"
