// Streams that break in their middle and go on from another target.
#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/framing/sse_codec.h"
#include "tests/core/pipeline_scene.h"

#include <algorithm>

#include <QTimer>
#include <QSignalSpy>
#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using tests::FakeExchange;
using tests::FakeTransport;
using tests::PipelineScene;
using tests::makeProvider;
using translation::DialectFamily;
using translation::DialectId;

namespace {

const HeaderList eventStream{{"Content-Type", "text/event-stream"}};
const std::vector<std::string> pieces{"The quick ", "brown fox ", "jumps \xC3\xBC", "ber the ", "lazy dog."};

translation::Part textPart()
{
    return translation::makeText({});
}

// The answer of the pieces, with reasoning before it when asked.
translation::StreamEvents answerOf(const std::vector<std::string> &texts, bool hasReasoning = false)
{
    using namespace translation;
    StreamEvents events{MessageStarted{"msg_1", "m", 1, {}, {}}};
    std::size_t index = 0;
    if (hasReasoning) {
        Part part;
        part.content = ReasoningPart{};
        events.emplace_back(PartStarted{index, 0, part});
        events.emplace_back(PartDelta{index, PartDelta::Kind::Text, "Let me think."});
        events.emplace_back(PartEnded{index++, std::nullopt});
    }
    events.emplace_back(PartStarted{index, 0, textPart()});
    for (const std::string &text : texts)
        events.emplace_back(PartDelta{index, PartDelta::Kind::Text, text});
    events.emplace_back(PartEnded{index, std::nullopt});
    TokenUsage usage;
    usage.uncachedInput = 7;
    usage.output = 9;
    events.emplace_back(UsageReported{usage, {}});
    events.emplace_back(ChoiceEnded{0, FinishReason::Stop, "stop", {}});
    events.emplace_back(MessageEnded{});
    return events;
}

// What a provider of the dialect would send, event by event.
std::vector<std::string> wireOf(DialectId dialect, const translation::StreamEvents &events)
{
    const translation::ChatRequest nothing;
    translation::ExchangeState state(nothing, dialect, "provider");
    const auto encoder = translation::findClientDialect(dialect)->beginStream(state);
    std::vector<std::string> wire;
    for (const auto &event : events)
        encoder->encode(event, wire.emplace_back());
    return wire;
}

std::string joined(const std::vector<std::string> &wire)
{
    std::string all;
    for (const std::string &piece : wire)
        all += piece;
    return all;
}

struct ReadStream {
    std::string text;
    bool isLegal = true;
    bool hasEnded = false;
    bool hasFailed = false;
};

// What a client of the dialect makes of its bytes.
ReadStream read(DialectId dialect, std::string_view bytes)
{
    const translation::ChatRequest nothing;
    translation::ExchangeState state(nothing, dialect, "client");
    const auto decoder = translation::findProviderDialect(dialect)->beginStream(state);
    translation::StreamEvents events;
    translation::SseFrameSplitter splitter;
    splitter.feed(bytes);
    while (const auto frame = splitter.next()) {
        if (frame->hasData)
            decoder->decode({frame->event, frame->data, false}, events);
    }
    decoder->finish(nullptr, events);
    ReadStream read;
    translation::StreamEventChecker checker;
    for (const auto &event : events) {
        read.isLegal = read.isLegal && !checker.check(event);
        if (const auto *delta = std::get_if<translation::PartDelta>(&event))
            read.text += delta->text;
        else if (const auto *started = std::get_if<translation::PartStarted>(&event))
            read.text += translation::joinedText({started->part});
        read.hasEnded = read.hasEnded || std::holds_alternative<translation::MessageEnded>(event);
        read.hasFailed = read.hasFailed || std::holds_alternative<translation::StreamFailed>(event);
    }
    return read;
}

Error cut()
{
    return Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::SameTarget, "The connection broke.");
}

struct Client {
    const char *name;
    DialectId dialect;
    const char *path;
    const char *body;
};

constexpr Client clients[] = {
    {"chat", DialectId::OpenAiChat, "/v1/chat/completions",
     R"({"model":"chat/m","stream":true,"messages":[{"role":"user","content":"Go"}],"fallbacks":["%1/other"]})"},
    {"responses", DialectId::OpenAiResponses, "/v1/responses",
     R"({"model":"chat/m","stream":true,"input":"Go","fallbacks":["%1/other"]})"},
    {"anthropic", DialectId::AnthropicMessages, "/anthropic/v1/messages",
     R"({"model":"claude/m","stream":true,"max_tokens":99,"messages":[{"role":"user","content":"Go"}],"fallbacks":["%1/other"]})"},
    {"gemini", DialectId::GeminiGenerate, "/genai/v1beta/models/gemini%2Fm:streamGenerateContent?alt=sse",
     R"({"contents":[{"role":"user","parts":[{"text":"Go"}]}],"fallbacks":["%1/other"]})"},
};

} // namespace

class RescuedStreamsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void goesOnWhereTheNewAnswerRepeats_data();
    void goesOnWhereTheNewAnswerRepeats();
    void leavesOutTheNewReasoning();
    void tellsTheClientWhenTheNewAnswerDiffers();
    void triesTheNextTargetWhenTheRescuerFails();
    void tellsTheClientWhenNobodyCanGoOn();
    void countsABreakOnce();
    void doesNotSpliceHalfAToolCall();
    void goesOnFromATargetThatAnswersWhole();
    void isSwitchedOff();
    void survivesACutAnywhere();
    void continuesWhereTheTargetTakesABeginning();
    void aRefusedBeginningIsNotTheClientsError();
    void asksNobodyToContinueWhoRefusesIt();
    void sendsAHeldStreamAtItsEnd();
    void replacesAHeldStreamUnseen();
    void sendsAHeldBeginningWithItsLastToken();
    void tellsOfABreakWhileItIsHeld();
    void givesARescuerTimeToRepeat();

private:
    void setProviders(config::ResilienceSettings::Rescue rescue = config::ResilienceSettings::Rescue::Match,
                      int heldTokens = 0)
    {
        auto snapshot = std::make_shared<config::ConfigSnapshot>(*tests::makeSnapshot(
            {makeProvider("chat"), makeProvider("chat2"), makeProvider("claude", DialectFamily::Anthropic),
             makeProvider("gemini", DialectFamily::Gemini)}));
        snapshot->resilience.rescue = rescue;
        snapshot->resilience.heldTokens = heldTokens;
        m_scene->configure(std::move(snapshot));
    }
    FakeExchange ask(const Client &client, const char *fallback)
    {
        return FakeExchange("POST", client.path,
                            QString::fromLatin1(client.body).arg(QLatin1String(fallback)).toStdString());
    }
    FakeTransport::Call &call(std::size_t index) { return *m_scene->transport.call(index); }
    static FakeExchange askWithFallback(const std::string &fallback)
    {
        return FakeExchange("POST", "/v1/chat/completions",
                            "{\"model\":\"chat/m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":"
                            "\"Go\"}],\"fallbacks\":[\""
                                + fallback + "\"]}");
    }
    // The first target breaks after "The quick brown fox ", the second says something else.
    void breakAndDiffer(FakeExchange &exchange)
    {
        m_scene->send(exchange);
        const auto provider = wireOf(DialectId::OpenAiChat, answerOf(pieces));
        stream(call(0), joined({provider.begin(), provider.begin() + 4}));
        call(0).fail(cut());
        stream(call(1), joined(wireOf(DialectId::AnthropicMessages, answerOf({"The quick ", "red fox"}))));
    }
    static void stream(FakeTransport::Call &call, std::string_view bytes)
    {
        call.head(200, eventStream);
        call.bytes(bytes);
    }
    const RequestRecord &record() const { return m_scene->sink.records.back(); }

    std::unique_ptr<PipelineScene> m_scene;
};

void RescuedStreamsTest::init()
{
    m_scene = std::make_unique<PipelineScene>();
    setProviders();
}

void RescuedStreamsTest::goesOnWhereTheNewAnswerRepeats_data()
{
    QTest::addColumn<int>("client");
    QTest::addColumn<QByteArray>("fallback");
    QTest::addColumn<int>("rescuer");
    const std::pair<const char *, DialectId> rescuers[] = {{"chat2", DialectId::OpenAiChat},
                                                           {"claude", DialectId::AnthropicMessages},
                                                           {"gemini", DialectId::GeminiGenerate}};
    for (int index = 0; index < 4; ++index) {
        for (const auto &[name, dialect] : rescuers)
            QTest::addRow("%s to %s", clients[index].name, name)
                << index << QByteArray(name) << static_cast<int>(dialect);
    }
}

// Cut after each event: whatever the client had, it ends with the whole text, once.
void RescuedStreamsTest::goesOnWhereTheNewAnswerRepeats()
{
    QFETCH(int, client);
    QFETCH(QByteArray, fallback);
    QFETCH(int, rescuer);
    const Client &asking = clients[client];
    // A provider of OpenAI's family is asked by Responses where the client speaks them.
    const bool isResponses =
        asking.dialect == DialectId::OpenAiResponses && static_cast<DialectId>(rescuer) == DialectId::OpenAiChat;
    const DialectId asked = isResponses ? DialectId::OpenAiResponses : static_cast<DialectId>(rescuer);
    const std::string whole = joined(wireOf(asked, answerOf(pieces)));
    const auto provider = wireOf(asking.dialect, answerOf(pieces));
    for (std::size_t events = 1; events + 3 < provider.size(); ++events) {
        init();
        FakeExchange exchange = ask(asking, fallback.constData());
        m_scene->send(exchange);
        QCOMPARE(m_scene->transport.callCount(), std::size_t(1));
        stream(call(0), joined({provider.begin(), provider.begin() + static_cast<std::ptrdiff_t>(events)}));
        call(0).fail(cut());
        QCOMPARE(m_scene->transport.callCount(), std::size_t(2));
        QVERIFY(!exchange.hasEnded);
        stream(call(1), whole);
        if (call(1).isAlive())
            call(1).finish();
        QVERIFY(exchange.isComplete());
        const ReadStream got = read(asking.dialect, exchange.body);
        QVERIFY2(got.isLegal && got.hasEnded && !got.hasFailed, exchange.body.c_str());
        QCOMPARE(QString::fromStdString(got.text), QString::fromStdString(joined(pieces)));
        QCOMPARE(record().state, RequestState::Succeeded);
        QCOMPARE(record().attempts.size(), std::size_t(2));
        QCOMPARE(record().provider, fallback.toStdString());
        QCOMPARE(record().attempts.at(0).errorCode, std::string("upstream_reset"));
    }
}

void RescuedStreamsTest::leavesOutTheNewReasoning()
{
    FakeExchange exchange = ask(clients[2], "claude");
    m_scene->send(exchange);
    const auto provider = wireOf(DialectId::AnthropicMessages, answerOf(pieces, true));
    stream(call(0), joined({provider.begin(), provider.begin() + 7}));
    call(0).fail(cut());
    stream(call(1), joined(wireOf(DialectId::AnthropicMessages, answerOf(pieces, true))));
    if (call(1).isAlive())
        call(1).finish();
    const ReadStream got = read(DialectId::AnthropicMessages, exchange.body);
    QVERIFY2(got.isLegal && got.hasEnded, exchange.body.c_str());
    QCOMPARE(QString::fromStdString(got.text), QString::fromStdString("Let me think." + joined(pieces)));
}

void RescuedStreamsTest::tellsTheClientWhenTheNewAnswerDiffers()
{
    for (const Client &client : clients) {
        init();
        FakeExchange exchange = ask(client, "chat2");
        m_scene->send(exchange);
        const auto provider = wireOf(client.dialect, answerOf(pieces));
        stream(call(0), joined({provider.begin(), provider.begin() + 4}));
        call(0).fail(cut());
        const DialectId asked =
            client.dialect == DialectId::OpenAiResponses ? DialectId::OpenAiResponses : DialectId::OpenAiChat;
        stream(call(1), joined(wireOf(asked, answerOf({"The quick ", "red fox"}))));
        QVERIFY(!call(1).isAlive());
        QVERIFY(exchange.isComplete());
        const ReadStream got = read(client.dialect, exchange.body);
        QVERIFY2(got.hasFailed && !got.hasEnded, exchange.body.c_str());
        QCOMPARE(QString::fromStdString(got.text), QStringLiteral("The quick brown fox "));
        QCOMPARE(record().state, RequestState::BrokenStream);
        QCOMPARE(record().errorCode, std::string("upstream_reset"));
        QCOMPARE(record().attempts.at(1).errorCode, std::string("answer_differs"));
    }
}

void RescuedStreamsTest::triesTheNextTargetWhenTheRescuerFails()
{
    FakeExchange exchange("POST", "/v1/chat/completions",
                          R"({"model":"chat/m","stream":true,"messages":[{"role":"user","content":"Go"}],)"
                          R"("fallbacks":["claude/x","chat2/y"]})");
    m_scene->send(exchange);
    const auto provider = wireOf(DialectId::OpenAiChat, answerOf(pieces));
    stream(call(0), joined({provider.begin(), provider.begin() + 4}));
    call(0).fail(cut());
    call(1).answer(529, R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})");
    stream(call(2), joined(provider));
    if (call(2).isAlive())
        call(2).finish();
    const ReadStream got = read(DialectId::OpenAiChat, exchange.body);
    QVERIFY(got.hasEnded && got.isLegal);
    QCOMPARE(QString::fromStdString(got.text), QString::fromStdString(joined(pieces)));
    QCOMPARE(record().attempts.size(), std::size_t(3));
}

void RescuedStreamsTest::tellsTheClientWhenNobodyCanGoOn()
{
    FakeExchange exchange = ask(clients[0], "chat2");
    m_scene->send(exchange);
    const auto provider = wireOf(DialectId::OpenAiChat, answerOf(pieces));
    stream(call(0), joined({provider.begin(), provider.begin() + 4}));
    call(0).fail(cut());
    call(1).fail(cut());
    QVERIFY(exchange.isComplete());
    QVERIFY(read(DialectId::OpenAiChat, exchange.body).hasFailed);
    QCOMPARE(record().state, RequestState::BrokenStream);
}

// The last fallback breaks, too: nothing is left to go on from, and its failure counts once.
void RescuedStreamsTest::countsABreakOnce()
{
    FakeExchange exchange = ask(clients[0], "chat2");
    m_scene->send(exchange);
    call(0).fail(Error::upstream(ErrorCode::UpstreamTimedOut, RetryAdvice::OtherTarget, "No answer in time."));
    const auto provider = wireOf(DialectId::OpenAiChat, answerOf(pieces));
    stream(call(1), joined({provider.begin(), provider.begin() + 4}));
    call(1).fail(cut());
    QVERIFY(exchange.isComplete());
    for (const routing::TargetReport &report : m_scene->health.reports())
        QCOMPARE(report.failuresInARow, 1);
    QCOMPARE(m_scene->health.reports().size(), std::size_t(2));
}

void RescuedStreamsTest::doesNotSpliceHalfAToolCall()
{
    using namespace translation;
    Part part;
    part.content = ToolCallPart{ToolCallPart::Kind::Function, "call_1", "look", {}, {}, {}};
    const StreamEvents events{MessageStarted{"msg_1", "m", 1, {}, {}}, PartStarted{0, 0, part},
                              PartDelta{0, PartDelta::Kind::Arguments, R"({"place":)"}};
    FakeExchange exchange = ask(clients[0], "chat2");
    m_scene->send(exchange);
    stream(call(0), joined(wireOf(DialectId::OpenAiChat, events)));
    call(0).fail(cut());
    QCOMPARE(m_scene->transport.callCount(), std::size_t(1));
    QVERIFY(exchange.isComplete());
    QVERIFY(read(DialectId::OpenAiChat, exchange.body).hasFailed);
}

void RescuedStreamsTest::goesOnFromATargetThatAnswersWhole()
{
    FakeExchange exchange = ask(clients[2], "chat2");
    m_scene->send(exchange);
    const auto provider = wireOf(DialectId::AnthropicMessages, answerOf(pieces));
    stream(call(0), joined({provider.begin(), provider.begin() + 4}));
    call(0).fail(cut());
    call(1).answer(200, R"({"id":"c1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
                        R"("finish_reason":"stop","message":{"role":"assistant","content":")"
                            + joined(pieces) + R"("}}],"usage":{"prompt_tokens":1,"completion_tokens":1}})");
    QVERIFY(exchange.isComplete());
    const ReadStream got = read(DialectId::AnthropicMessages, exchange.body);
    QVERIFY2(got.isLegal && got.hasEnded, exchange.body.c_str());
    QCOMPARE(QString::fromStdString(got.text), QString::fromStdString(joined(pieces)));
}

void RescuedStreamsTest::isSwitchedOff()
{
    setProviders(config::ResilienceSettings::Rescue::Off);
    FakeExchange exchange = ask(clients[0], "chat2");
    m_scene->send(exchange);
    const auto provider = wireOf(DialectId::OpenAiChat, answerOf(pieces));
    stream(call(0), joined({provider.begin(), provider.begin() + 4}));
    call(0).fail(cut());
    QCOMPARE(m_scene->transport.callCount(), std::size_t(1));
    QVERIFY(read(DialectId::OpenAiChat, exchange.body).hasFailed);
}

void RescuedStreamsTest::survivesACutAnywhere()
{
    for (const Client &client : clients) {
        const std::string provider = joined(wireOf(client.dialect, answerOf(pieces)));
        const DialectId asked =
            client.dialect == DialectId::OpenAiResponses ? DialectId::OpenAiResponses : DialectId::OpenAiChat;
        const std::string whole = joined(wireOf(asked, answerOf(pieces)));
        for (std::size_t bytes = 0; bytes <= provider.size(); bytes += 3) {
            init();
            FakeExchange exchange = ask(client, "chat2");
            m_scene->send(exchange);
            stream(call(0), std::string_view(provider).substr(0, bytes));
            if (call(0).isAlive())
                call(0).fail(cut());
            if (m_scene->transport.callCount() > 1) {
                stream(call(1), whole);
                if (call(1).isAlive())
                    call(1).finish();
            }
            QVERIFY(exchange.isComplete());
            const ReadStream got = read(client.dialect, exchange.body);
            QVERIFY2(got.isLegal && got.hasEnded != got.hasFailed, exchange.body.c_str());
            if (got.hasEnded)
                QCOMPARE(QString::fromStdString(got.text), QString::fromStdString(joined(pieces)));
        }
    }
}

void RescuedStreamsTest::continuesWhereTheTargetTakesABeginning()
{
    setProviders(config::Rescue::MatchAndContinue);
    FakeExchange exchange = askWithFallback("claude/claude-sonnet-4-5");
    breakAndDiffer(exchange);
    QCOMPARE(m_scene->transport.callCount(), std::size_t(3));
    const std::string asked = *call(2).request.body;
    QVERIFY2(asked.find("The quick brown fox") != std::string::npos, asked.c_str());
    QVERIFY2(asked.find("The quick brown fox ") == std::string::npos, asked.c_str()); // a space there is refused
    QVERIFY(asked.rfind("\"assistant\"") > asked.rfind("\"user\""));
    stream(call(2), joined(wireOf(DialectId::AnthropicMessages, answerOf({" jumps", " away."}))));
    if (call(2).isAlive())
        call(2).finish();
    const ReadStream got = read(DialectId::OpenAiChat, exchange.body);
    QVERIFY2(got.hasEnded && got.isLegal && !got.hasFailed, exchange.body.c_str());
    QCOMPARE(got.text, std::string("The quick brown fox jumps away."));
    QCOMPARE(record().state, RequestState::Succeeded);
    QCOMPARE(record().attempts.at(1).errorCode, std::string("answer_differs"));
    QVERIFY(std::any_of(record().notes.begin(), record().notes.end(), [](const std::string &note) {
        return note.find("was given what the client had") != std::string::npos;
    }));
    QCOMPARE(exchange.promisedTrailer, std::string("x-bilrost-rescued"));
    QCOMPARE(std::string(exchange.trailers.value("x-bilrost-rescued")),
             std::string("continue; by=\"claude/claude-sonnet-4-5\""));
    QVERIFY(m_scene->health.reports().size() <= 1); // another answer is no failure of the second target
}

void RescuedStreamsTest::aRefusedBeginningIsNotTheClientsError()
{
    setProviders(config::Rescue::MatchAndContinue);
    FakeExchange exchange = askWithFallback("claude/claude-sonnet-4-5");
    breakAndDiffer(exchange);
    call(2).answer(400, "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":"
                        "\"This model does not support assistant message prefill.\"}}");
    QVERIFY(exchange.isComplete());
    const ReadStream got = read(DialectId::OpenAiChat, exchange.body);
    QVERIFY(got.hasFailed && !got.hasEnded);
    QVERIFY2(exchange.body.find("prefill") == std::string::npos, exchange.body.c_str());
    QCOMPARE(record().state, RequestState::BrokenStream);
    QCOMPARE(record().errorCode, std::string("upstream_reset"));
    QVERIFY(exchange.trailers.begin() == exchange.trailers.end());
}

void RescuedStreamsTest::asksNobodyToContinueWhoRefusesIt()
{
    for (const char *fallback : {"claude/claude-opus-4-7", "claude/claude-sonnet-4-6"}) {
        init();
        setProviders(config::Rescue::MatchAndContinue);
        FakeExchange exchange = askWithFallback(fallback);
        breakAndDiffer(exchange);
        QCOMPARE(m_scene->transport.callCount(), std::size_t(2));
        QVERIFY(read(DialectId::OpenAiChat, exchange.body).hasFailed);
    }
}

void RescuedStreamsTest::sendsAHeldStreamAtItsEnd()
{
    setProviders(config::Rescue::Match, config::wholeAnswer);
    FakeExchange exchange("POST", "/v1/chat/completions", "{\"model\":\"chat/m\",\"stream\":true,\"messages\":[]}");
    m_scene->send(exchange);
    const auto provider = wireOf(DialectId::OpenAiChat, answerOf(pieces));
    stream(call(0), joined({provider.begin(), provider.end() - 1}));
    QVERIFY(!exchange.head);
    call(0).bytes(provider.back());
    call(0).finish();
    QCOMPARE(read(DialectId::OpenAiChat, exchange.body).text, joined(pieces));
    QCOMPARE(exchange.pieces, 1);
}

void RescuedStreamsTest::replacesAHeldStreamUnseen()
{
    setProviders(config::Rescue::Off, config::wholeAnswer);
    FakeExchange exchange = askWithFallback("chat2/other");
    m_scene->send(exchange);
    const auto provider = wireOf(DialectId::OpenAiChat, answerOf(pieces));
    stream(call(0), joined({provider.begin(), provider.begin() + 4}));
    call(0).fail(cut());
    QVERIFY(!exchange.head);
    stream(call(1), joined(wireOf(DialectId::OpenAiChat, answerOf({"Something else."}))));
    call(1).finish();
    const ReadStream got = read(DialectId::OpenAiChat, exchange.body);
    QVERIFY(got.hasEnded && got.isLegal);
    QCOMPARE(got.text, std::string("Something else."));
    QCOMPARE(record().provider, std::string("chat2"));
}

void RescuedStreamsTest::sendsAHeldBeginningWithItsLastToken()
{
    setProviders(config::Rescue::Off, 3);
    FakeExchange exchange("POST", "/v1/chat/completions", "{\"model\":\"chat/m\",\"stream\":true,\"messages\":[]}");
    m_scene->send(exchange);
    const auto provider = wireOf(DialectId::OpenAiChat, answerOf(pieces));
    std::vector<std::string> events;
    std::copy_if(provider.begin(), provider.end(), std::back_inserter(events),
                 [](const std::string &each) { return !each.empty(); });
    call(0).head(200, eventStream);
    call(0).bytes(events.at(0));
    call(0).bytes(events.at(1));
    QVERIFY(!exchange.head);
    call(0).bytes(events.at(2));
    QVERIFY(exchange.head && !exchange.body.empty());
    const std::size_t before = exchange.body.size();
    call(0).bytes(events.at(3)); // from here as it comes
    QVERIFY(exchange.body.size() > before);
}

void RescuedStreamsTest::tellsOfABreakWhileItIsHeld()
{
    setProviders(config::Rescue::Off, config::wholeAnswer);
    FakeExchange exchange("POST", "/v1/chat/completions", "{\"model\":\"chat/m\",\"stream\":true,\"messages\":[]}");
    m_scene->send(exchange);
    const auto provider = wireOf(DialectId::OpenAiChat, answerOf(pieces));
    stream(call(0), joined({provider.begin(), provider.begin() + 4}));
    call(0).fail(cut());
    QVERIFY(exchange.isWhole);
    QCOMPARE(exchange.head->status, 502);
    QVERIFY(exchange.body.find("quick") == std::string::npos);
}

// The limit of the first token is kept by what the provider says first, not by what is new to the client.
void RescuedStreamsTest::givesARescuerTimeToRepeat()
{
    auto hasty = makeProvider("chat2");
    hasty.network.firstTokenTimeout = std::chrono::milliseconds(20);
    m_scene->configure(tests::makeSnapshot({makeProvider("chat"), hasty}));
    FakeExchange exchange = askWithFallback("chat2/other");
    m_scene->send(exchange);
    const auto provider = wireOf(DialectId::OpenAiChat, answerOf(pieces));
    stream(call(0), joined({provider.begin(), provider.begin() + 4}));
    call(0).fail(cut());
    stream(call(1), joined({provider.begin(), provider.begin() + 3}));
    QTimer later;
    later.setSingleShot(true);
    QSignalSpy over(&later, &QTimer::timeout);
    later.start(60);
    QTRY_COMPARE(over.count(), 1);
    QVERIFY(call(1).isAlive());
    call(1).bytes(joined({provider.begin() + 3, provider.end()}));
    if (call(1).isAlive())
        call(1).finish();
    QCOMPARE(read(DialectId::OpenAiChat, exchange.body).text, joined(pieces));
    QCOMPARE(record().state, RequestState::Succeeded);
}

QTEST_GUILESS_MAIN(RescuedStreamsTest)
#include "tst_rescued_streams.moc"
