// Counts of tokens through the whole pipeline: asked of the provider in its own words, or estimated and marked so.
#include "tests/core/pipeline_scene.h"
#include "tests/support/json_comparison.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using nlohmann::json;
using tests::FakeExchange;
using tests::PipelineScene;
using tests::makeProvider;
using translation::DialectFamily;

namespace {

// As Claude Code asks, but for its length.
std::string anthropicQuestion(std::string_view model)
{
    return R"({"model":")" + std::string(model)
           + R"(","system":"Be brief.","messages":[{"role":"user","content":"How long is this text?"}],)"
             R"("tools":[{"name":"read","input_schema":{"type":"object","properties":{"path":{"type":"string"}}}}],)"
             R"("thinking":{"type":"enabled","budget_tokens":2048}})";
}

config::ProviderDefinition makePreset(std::string preset, DialectFamily family = DialectFamily::OpenAi)
{
    auto provider = makeProvider(preset, family);
    provider.preset = std::move(preset);
    return provider;
}

} // namespace

class TokenCountingTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void passesTheProvidersOwnDialectThrough();
    void asksOtherProvidersInTheirWords_data();
    void asksOtherProvidersInTheirWords();
    void keepsOnlyWhatIsCounted();
    void namesTheModelInsideAGeminiBody();
    void readsTheRequestInsideAGeminiBody();
    void estimatesWhereNobodyCounts();
    void countsTheTextsWithCohere_data();
    void countsTheTextsWithCohere();
    void asksCohereInPieces();
    void estimatesWhatCohereCannotCount();
    void estimatesWhatWouldTakeCohereTooLong();
    void estimatesWhenTheProviderFails_data();
    void estimatesWhenTheProviderFails();
    void estimatesWhenTheProviderCannotBeReached();
    void tellsTheProvidersRefusalOfTheClientsWords();
    void refusesWhatCannotBeRead();
    void answersBifrostsSurfaceInItsForm();

private:
    FakeExchange ask(const std::string &path, const std::string &body, HeaderList headers = {})
    {
        return FakeExchange("POST", path, body, std::move(headers));
    }
    json sentBody() const { return json::parse(*m_scene->transport.lastCall()->request.body); }
    const RequestRecord &record() const { return m_scene->sink.records.at(0); }
    bool hasNote(std::string_view text) const
    {
        return std::any_of(record().notes.begin(), record().notes.end(),
                           [text](const std::string &note) { return note.find(text) != std::string::npos; });
    }
    void requireEstimate(const FakeExchange &exchange, const char *member);

    std::unique_ptr<PipelineScene> m_scene;
};

void TokenCountingTest::init()
{
    m_scene = std::make_unique<PipelineScene>();
    m_scene->configure(tests::makeSnapshot(
        {makePreset("openai"), makePreset("groq"), makePreset("deepseek"), makeProvider("own"),
         makeProvider("anthropic", DialectFamily::Anthropic), makeProvider("gemini", DialectFamily::Gemini),
         makeProvider("bedrock", DialectFamily::Bedrock), makeProvider("cohere", DialectFamily::Cohere)}));
}

void TokenCountingTest::requireEstimate(const FakeExchange &exchange, const char *member)
{
    QVERIFY(exchange.isComplete());
    QCOMPARE(exchange.head->status, 200);
    QCOMPARE(std::string(exchange.head->headers.value("x-bifrost-token-count")), std::string("estimated"));
    const auto tokens = json::parse(exchange.body).at(member).get<int>();
    QVERIFY2(tokens > 20 && tokens < 120, exchange.body.c_str());
    QCOMPARE(record().state, RequestState::Succeeded);
    QCOMPARE(record().errorCode, std::string());
    QVERIFY(hasNote("Counted by estimate"));
    QCOMPARE(m_scene->runningRequests(), std::size_t(0));
}

void TokenCountingTest::passesTheProvidersOwnDialectThrough()
{
    FakeExchange exchange = ask("/anthropic/v1/messages/count_tokens?beta=true", anthropicQuestion("claude-x"),
                                {{"anthropic-beta", "token-counting-2024-11-01"}});
    m_scene->send(exchange);
    const auto call = m_scene->transport.lastCall();
    QCOMPARE(call->request.target, std::string("/v1/messages/count_tokens?beta=true"));
    QCOMPARE(*call->request.body, *exchange.request().body);
    QCOMPARE(std::string(call->request.headers.value("anthropic-beta")), std::string("token-counting-2024-11-01"));
    const std::string answer = R"({ "input_tokens": 14, "context_management": null })";
    call->answer(200, answer);
    QCOMPARE(exchange.body, answer);
    QVERIFY(!exchange.head->headers.contains("x-bifrost-token-count"));
    QCOMPARE(record().operation, std::string("count_tokens"));
    QCOMPARE(record().state, RequestState::Succeeded);
    QVERIFY(record().usage.isEmpty()); // counting uses nothing
}

void TokenCountingTest::asksOtherProvidersInTheirWords_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray anthropic = "/anthropic/v1/messages/count_tokens";
    const QByteArray responses = "/openai/v1/responses/input_tokens";
    const QByteArray gemini = "/genai/v1beta/models/%1:countTokens";
    const auto question = [](const char *model) { return QByteArray::fromStdString(anthropicQuestion(model)); };
    QTest::newRow("messages to responses")
        << anthropic << question("openai/gpt-5") << QByteArray("/v1/responses/input_tokens")
        << QByteArray(R"({"object":"response.input_tokens","input_tokens":31})")
        << QByteArray(R"({"input_tokens":31})");
    QTest::newRow("messages to a server that may be OpenAI's")
        << anthropic << question("own/gpt-5") << QByteArray("/v1/responses/input_tokens")
        << QByteArray(R"({"input_tokens":31})") << QByteArray(R"({"input_tokens":31})");
    QTest::newRow("messages to gemini") << anthropic << question("gemini/gemini-3-flash")
                                        << QByteArray("/v1beta/models/gemini-3-flash:countTokens")
                                        << QByteArray(R"({"totalTokens":32})") << QByteArray(R"({"input_tokens":32})");
    QTest::newRow("responses to messages")
        << responses << QByteArray(R"({"model":"anthropic/claude-x","input":"How long is this?"})")
        << QByteArray("/v1/messages/count_tokens") << QByteArray(R"({"input_tokens":33})")
        << QByteArray(R"({"object":"response.input_tokens","input_tokens":33})");
    QTest::newRow("gemini to messages") << QByteArray(gemini).replace(
        "%1", "anthropic/claude-x") << QByteArray(R"({"contents":[{"role":"user","parts":[{"text":"How long?"}]}]})")
                                        << QByteArray("/v1/messages/count_tokens")
                                        << QByteArray(R"({"input_tokens":34})") << QByteArray(R"({"totalTokens":34})");
    const QByteArray converse =
        R"({"input":{"converse":{"messages":[{"role":"user","content":[{"text":"How long?"}]}]}}})";
    QTest::newRow("converse to messages")
        << QByteArray("/bedrock/model/anthropic%2Fclaude-x/count-tokens") << converse
        << QByteArray("/v1/messages/count_tokens") << QByteArray(R"({"input_tokens":36})")
        << QByteArray(R"({"inputTokens":36})");
    QTest::newRow("converse to converse")
        << QByteArray("/bedrock/model/claude-x/count-tokens") << converse << QByteArray("/model/claude-x/count-tokens")
        << QByteArray(R"({"inputTokens":37})") << QByteArray(R"({"inputTokens":37})");
    QTest::newRow("messages to converse")
        << anthropic << question("bedrock/anthropic.claude-x") << QByteArray("/model/anthropic.claude-x/count-tokens")
        << QByteArray(R"({"inputTokens":38})") << QByteArray(R"({"input_tokens":38})");
    const QByteArray invoke =
        R"({"anthropic_version":"bedrock-2023-05-31","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]})";
    QTest::newRow("a body of Invoke") << QByteArray("/bedrock/model/openai%2Fgpt-5/count-tokens")
                                      << R"({"input":{"invokeModel":{"body":")" + invoke.toBase64() + R"("}}})"
                                      << QByteArray("/v1/responses/input_tokens")
                                      << QByteArray(R"({"input_tokens":39})") << QByteArray(R"({"inputTokens":39})");
    QTest::newRow("gemini to responses") << QByteArray("/genai/v1/models/openai%2Fgpt-5:countTokens")
                                         << QByteArray(
                                                R"({"contents":[{"role":"user","parts":[{"text":"How long?"}]}]})")
                                         << QByteArray("/v1/responses/input_tokens")
                                         << QByteArray(R"({"input_tokens":35})") << QByteArray(R"({"totalTokens":35})");
}

void TokenCountingTest::asksOtherProvidersInTheirWords()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, expected);
    FakeExchange exchange = ask(path.toStdString(), body.toStdString());
    m_scene->send(exchange);
    QVERIFY2(m_scene->transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(QByteArray::fromStdString(m_scene->transport.lastCall()->request.target), target);
    m_scene->transport.lastCall()->answer(200, answer.toStdString());
    QCOMPARE(QByteArray::fromStdString(exchange.body), expected);
    QVERIFY(!exchange.head->headers.contains("x-bifrost-token-count"));
    QCOMPARE(record().state, RequestState::Succeeded);
}

void TokenCountingTest::keepsOnlyWhatIsCounted()
{
    FakeExchange toOpenAi = ask("/anthropic/v1/messages/count_tokens", anthropicQuestion("openai/gpt-5"));
    m_scene->send(toOpenAi);
    QCOMPARE(sentBody().at("model").get<std::string>(), std::string("gpt-5"));
    QCOMPARE(sentBody().at("instructions").get<std::string>(), std::string("Be brief."));
    QCOMPARE(sentBody().at("tools").size(), std::size_t(1));
    for (const char *name : {"store", "stream", "max_output_tokens", "include"})
        QVERIFY2(!sentBody().contains(name), name);
    FakeExchange toGemini = ask("/anthropic/v1/messages/count_tokens", anthropicQuestion("gemini/gemini-3-flash"));
    m_scene->send(toGemini);
    const json whole = sentBody().at("generateContentRequest");
    QCOMPARE(whole.at("model").get<std::string>(), std::string("models/gemini-3-flash"));
    QVERIFY(whole.contains("systemInstruction") && whole.contains("contents") && whole.contains("tools"));
    FakeExchange toBedrock =
        ask("/anthropic/v1/messages/count_tokens", anthropicQuestion("bedrock/anthropic.claude-x"));
    m_scene->send(toBedrock);
    const json input = sentBody().at("input").at("converse");
    QVERIFY(input.contains("system") && input.contains("messages") && input.contains("toolConfig"));
    QVERIFY2(!input.contains("inferenceConfig"), input.dump().c_str());
    FakeExchange toAnthropic =
        ask("/openai/responses/input_tokens",
            R"({"model":"anthropic/claude-x","input":"Hi","instructions":"Be brief.","reasoning":{"effort":"low"}})");
    m_scene->send(toAnthropic);
    QCOMPARE(sentBody().at("system"), json("Be brief."));
    QVERIFY(sentBody().contains("thinking"));
    QVERIFY(!sentBody().contains("max_tokens"));
    m_scene->transport.lastCall()->answer(200, R"({"input_tokens":9})");
    QVERIFY(!hasNote("max_tokens"));
}

void TokenCountingTest::namesTheModelInsideAGeminiBody()
{
    FakeExchange exchange = ask("/genai/v1beta/models/gemini/gemini-3-flash:countTokens",
                                R"({"generateContentRequest":{"model":"models/gemini/gemini-3-flash","contents":[]}})");
    m_scene->send(exchange);
    QCOMPARE(m_scene->transport.lastCall()->request.target, std::string("/v1beta/models/gemini-3-flash:countTokens"));
    QCOMPARE(*m_scene->transport.lastCall()->request.body,
             std::string(R"({"generateContentRequest":{"model":"models/gemini-3-flash","contents":[]}})"));
    FakeExchange bare = ask("/genai/v1beta/models/gemini-3-flash:countTokens", R"({ "contents": [] })");
    m_scene->send(bare);
    QCOMPARE(*m_scene->transport.lastCall()->request.body, std::string(R"({ "contents": [] })"));
}

void TokenCountingTest::readsTheRequestInsideAGeminiBody()
{
    FakeExchange exchange = ask(
        "/genai/v1beta/models/anthropic/claude-x:countTokens",
        R"({"generateContentRequest":{"model":"models/anthropic/claude-x","systemInstruction":{"parts":[{"text":"Be brief."}]},)"
        R"("contents":[{"role":"user","parts":[{"text":"How long?"}]}]}})");
    m_scene->send(exchange);
    QCOMPARE(sentBody().at("system"), json("Be brief."));
    QCOMPARE(sentBody().at("model").get<std::string>(), std::string("claude-x"));
}

void TokenCountingTest::estimatesWhereNobodyCounts()
{
    for (const char *model : {"groq/llama", "deepseek/deepseek-chat"}) {
        init();
        FakeExchange exchange =
            ask("/anthropic/v1/messages/count_tokens", anthropicQuestion(model), {{"x-bf-conversion-notes", "true"}});
        m_scene->send(exchange);
        QCOMPARE(m_scene->transport.callCount(), std::size_t(0));
        requireEstimate(exchange, "input_tokens");
        QVERIFY(exchange.head->headers.value("x-bifrost-conversion-notes").find("estimate") != std::string_view::npos);
    }
}

void TokenCountingTest::countsTheTextsWithCohere_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("member");
    QTest::newRow("OpenAI's") << QByteArray("/v1/responses/input_tokens")
                              << QByteArray(R"({"model":"cohere/command-a","input":"How long?"})")
                              << QByteArray("How long?") << QByteArray("input_tokens");
    QTest::newRow("Anthropic's") << QByteArray("/anthropic/v1/messages/count_tokens")
                                 << QByteArray::fromStdString(anthropicQuestion("cohere/command-a"))
                                 << QByteArray("Be brief.\nHow long is this text?\nread\n"
                                               R"({"type":"object","properties":{"path":{"type":"string"}}})")
                                 << QByteArray("input_tokens");
    QTest::newRow("Gemini's") << QByteArray("/genai/v1beta/models/cohere/command-a:countTokens")
                              << QByteArray(R"({"contents":[{"role":"user","parts":[{"text":"How long?"}]}]})")
                              << QByteArray("How long?") << QByteArray("totalTokens");
}

void TokenCountingTest::countsTheTextsWithCohere()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, member);
    FakeExchange exchange = ask(path.toStdString(), body.toStdString());
    m_scene->send(exchange);
    QVERIFY2(m_scene->transport.callCount() == 1, exchange.body.c_str());
    QCOMPARE(m_scene->transport.lastCall()->request.target, std::string("/v1/tokenize"));
    QCOMPARE(sentBody(), json({{"text", text.toStdString()}, {"model", "command-a"}}));
    m_scene->transport.lastCall()->answer(200, R"({"tokens":[1,2,3,4,5],"token_strings":["a","b","c","d","e"]})");
    QCOMPARE(exchange.head->status, 200);
    const int counted = json::parse(exchange.body).at(member.toStdString()).get<int>();
    QVERIFY2(counted > 5 && counted < 40, exchange.body.c_str()); // with what stands between the messages
    QVERIFY(!exchange.head->headers.contains("x-bifrost-token-count"));
    QVERIFY(hasNote("Cohere counted the texts"));
}

void TokenCountingTest::asksCohereInPieces()
{
    const std::string line(999, 'a');
    std::string text;
    while (text.size() < 100'000)
        text += line + "\n";
    FakeExchange exchange =
        ask("/v1/responses/input_tokens", json{{"model", "cohere/command-a"}, {"input", text}}.dump());
    m_scene->send(exchange);
    const std::string first = sentBody().at("text");
    QVERIFY(first.size() <= 65'536 && first.ends_with("\n"));
    m_scene->transport.lastCall()->answer(200, R"({"tokens":[1,2,3]})");
    QTRY_COMPARE(m_scene->transport.callCount(), std::size_t(2));
    QCOMPARE(sentBody().at("model").get<std::string>(), std::string("command-a"));
    QCOMPARE(first + sentBody().at("text").get<std::string>(), text);
    QVERIFY(!exchange.isComplete());
    m_scene->transport.lastCall()->answer(200, R"({"tokens":[1,2,3,4]})");
    QVERIFY(exchange.isComplete());
    const int both = json::parse(exchange.body).at("input_tokens").get<int>();
    init();
    FakeExchange small = ask("/v1/responses/input_tokens", R"({"model":"cohere/command-a","input":"a"})");
    m_scene->send(small);
    m_scene->transport.lastCall()->answer(200, R"({"tokens":[1,2,3,4,5,6,7]})");
    QCOMPARE(both, json::parse(small.body).at("input_tokens").get<int>());
}

void TokenCountingTest::estimatesWhatCohereCannotCount()
{
    FakeExchange exchange = ask(
        "/v1/responses/input_tokens",
        R"({"model":"cohere/command-a","input":[{"role":"user","content":[{"type":"input_text","text":"What is it?"},)"
        R"({"type":"input_image","image_url":"https://a.test/1.png"}]}]})");
    m_scene->send(exchange);
    QCOMPARE(sentBody().at("text").get<std::string>(), std::string("What is it?"));
    m_scene->transport.lastCall()->answer(200, R"({"tokens":[1,2,3,4]})");
    QVERIFY(json::parse(exchange.body).at("input_tokens").get<int>() > 100);
    QCOMPARE(std::string(exchange.head->headers.value("x-bifrost-token-count")), std::string("estimated"));
    QVERIFY(hasNote("pictures"));
}

void TokenCountingTest::estimatesWhatWouldTakeCohereTooLong()
{
    FakeExchange exchange = ask("/v1/responses/input_tokens",
                                json{{"model", "cohere/command-a"}, {"input", std::string(9 * 65'536, 'a')}}.dump());
    m_scene->send(exchange);
    QCOMPARE(m_scene->transport.callCount(), std::size_t(0));
    QCOMPARE(exchange.head->status, 200);
    QCOMPARE(std::string(exchange.head->headers.value("x-bifrost-token-count")), std::string("estimated"));
    QVERIFY(hasNote("Counted by estimate"));
}

void TokenCountingTest::estimatesWhenTheProviderFails_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("member");
    const QByteArray anthropic = "/anthropic/v1/messages/count_tokens";
    const auto question = [](const char *model) { return QByteArray::fromStdString(anthropicQuestion(model)); };
    const QByteArray error = R"({"type":"error","error":{"type":"not_found_error","message":"no"}})";
    QTest::newRow("own dialect without the endpoint")
        << anthropic << question("claude-x") << 404 << error << QByteArray("input_tokens");
    QTest::newRow("own dialect, too many requests")
        << anthropic << question("claude-x") << 429 << error << QByteArray("input_tokens");
    QTest::newRow("own dialect, unreadable answer")
        << anthropic << question("claude-x") << 200 << QByteArray("<html>") << QByteArray("input_tokens");
    QTest::newRow("another dialect refuses what we wrote")
        << anthropic << question("own/m") << 400 << error << QByteArray("input_tokens");
    QTest::newRow("another dialect, no number")
        << anthropic << question("own/m") << 200 << QByteArray(R"({"input_tokens":-1})") << QByteArray("input_tokens");
    QTest::newRow("Cohere has no tokenizer for it")
        << anthropic << question("cohere/command-a") << 400 << error << QByteArray("input_tokens");
    QTest::newRow("Cohere tells no tokens")
        << anthropic << question("cohere/command-a") << 200 << QByteArray("{}") << QByteArray("input_tokens");
    QTest::newRow("gemini") << QByteArray("/genai/v1beta/models/gemini-3-flash:countTokens")
                            << QByteArray(R"({"contents":[{"role":"user","parts":[{"text":"How long is this text, )"
                                          R"(and how many tokens would a provider make of it, were it asked?"}]}]})")
                            << 503 << QByteArray("busy") << QByteArray("totalTokens");
}

void TokenCountingTest::estimatesWhenTheProviderFails()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, member);
    FakeExchange exchange = ask(path.toStdString(), body.toStdString());
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(status, answer.toStdString());
    requireEstimate(exchange, member.constData());
    QCOMPARE(record().attempts.size(), std::size_t(1));
    QCOMPARE(record().attempts.front().status, status);
    QVERIFY(!record().attempts.front().errorCode.empty());
}

void TokenCountingTest::estimatesWhenTheProviderCannotBeReached()
{
    FakeExchange exchange = ask("/anthropic/v1/messages/count_tokens", anthropicQuestion("claude-x"));
    m_scene->send(exchange);
    m_scene->transport.lastCall()->fail(
        Error::upstream(ErrorCode::UpstreamUnreachable, RetryAdvice::OtherTarget, "connection refused"));
    requireEstimate(exchange, "input_tokens");
    QVERIFY(hasNote("connection refused"));
}

void TokenCountingTest::tellsTheProvidersRefusalOfTheClientsWords()
{
    FakeExchange exchange = ask("/anthropic/v1/messages/count_tokens", anthropicQuestion("claude-x"));
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(
        400, R"({"type":"error","error":{"type":"invalid_request_error","message":"tools.0.name: too long"}})");
    QCOMPARE(exchange.head->status, 400);
    const json answer = json::parse(exchange.body);
    QCOMPARE(answer.at("type").get<std::string>(), std::string("error"));
    QVERIFY(answer.at("error").at("message").get<std::string>().find("tools.0.name") != std::string::npos);
    QCOMPARE(record().state, RequestState::ClientError);
}

void TokenCountingTest::refusesWhatCannotBeRead()
{
    FakeExchange exchange =
        ask("/anthropic/v1/messages/count_tokens", R"({"model":"groq/llama","messages":"not a list"})");
    m_scene->send(exchange);
    QCOMPARE(exchange.head->status, 400);
    QVERIFY(exchange.body.find("/messages") != std::string::npos);
}

void TokenCountingTest::answersBifrostsSurfaceInItsForm()
{
    FakeExchange exchange = ask("/v1/responses/input_tokens", R"({"model":"anthropic/claude-x","input":"Hi"})");
    m_scene->send(exchange);
    m_scene->transport.lastCall()->answer(200, R"({"input_tokens":9})");
    const json answer = json::parse(exchange.body);
    QCOMPARE(answer.at("object").get<std::string>(), std::string("response.input_tokens"));
    QCOMPARE(answer.at("model").get<std::string>(), std::string("claude-x"));
    QCOMPARE(answer.at("input_tokens").get<int>(), 9);
    QCOMPARE(answer.at("total_tokens").get<int>(), 9);
    QCOMPARE(answer.at("extra_fields").at("request_type").get<std::string>(), std::string("count_tokens"));
}

QTEST_GUILESS_MAIN(TokenCountingTest)
#include "tst_token_counting.moc"
