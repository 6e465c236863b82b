#include "gateway/pipeline/upstream_attempt.h"

#include "tests/core/core_fixtures.h"
#include "tests/support/fake_exchange.h"

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;
using tests::FakeExchange;
using tests::makeKey;
using tests::makeProvider;
using translation::DialectFamily;

namespace {

// One request on its way to one provider.
struct Attempt {
    FakeExchange exchange;
    config::ProviderDefinition provider;
    RequestContext request;
    AttemptContext context{request, {}};

    Attempt(std::string body, config::ProviderDefinition definition = makeProvider("openai"),
            std::string target = "/v1/chat/completions", HeaderList headers = {}, std::string model = {})
        : exchange("POST", target, body, std::move(headers)), provider(std::move(definition))
    {
        request.exchange = &exchange;
        request.endpoint = *routing::findEndpoint("POST", exchange.request().path());
        request.facts = *translation::readRequestFacts(body);
        context.target.provider = &provider;
        context.target.key = provider.keys.empty() ? nullptr : &provider.keys.front();
        context.target.model = model.empty() ? request.facts.model : model;
    }

    Result<net::UpstreamRequest> encode() { return encodeAttempt(context, *addressOf(provider)); }
};

} // namespace

class UpstreamAttemptTest : public QObject {
    Q_OBJECT

private slots:
    void forwardsTheClientsOwnBytesWhenNothingChanges();
    void takesThePrefixFromTheModelAndKeepsEveryOtherByte();
    void quotesTheModelAsJson();
    void asksForTheUsageOfAStream();
    void addsToStreamOptionsThatAreThere();
    void replacesStreamOptionsThatAreNull();
    void leavesAStreamAloneThatAsksForUsageItself();
    void asksForUsageInChatStreamsOnly();
    void saysTheLimitAsReasoningModelsWantIt();
    void leavesTheLimitAloneElsewhere();
    void saysWhatMistralsClientsMeanInOpenAisWords();
    void signsWithTheProvidersKeyOnly_data();
    void signsWithTheProvidersKeyOnly();
    void needsNoCredentialWithoutAKey();
    void saysTheAnthropicVersionWhenTheClientDoesNot();
    void setsExtraHeadersLast();
    void asksForAPlainAnswer();
    void asksForAPlainAnswerOnly();
    void keepsTheQuery();
    void keepsTheClientsKeyOutOfTheQuery();
    void joinsTheBasePath();
    void takesTheLimitsOfTheProvider();
    void tellsWhyAnAddressCannotBeUsed();
    void readsTheProxy();
    void makesRequestsOfItsOwn();
};

void UpstreamAttemptTest::forwardsTheClientsOwnBytesWhenNothingChanges()
{
    Attempt attempt(R"({ "model" : "gpt-5",  "messages":[] })");
    const auto request = attempt.encode();
    QVERIFY(request.has_value());
    QVERIFY(request->body == attempt.exchange.request().body); // the same bytes, not a copy
    QVERIFY(attempt.context.notes.empty());
    QCOMPARE(request->method, std::string("POST"));
}

void UpstreamAttemptTest::takesThePrefixFromTheModelAndKeepsEveryOtherByte()
{
    const std::string body = "{\n \"x\":1e999,\t\"model\" : \"openai/gpt-5\" , \"y\":\"openai/gpt-5\",\"n\":1.0}\r\n ";
    Attempt attempt(body, makeProvider("openai"), "/v1/chat/completions", {}, "gpt-5");
    std::string expected = body;
    expected.replace(expected.find("\"openai/gpt-5\""), 14, "\"gpt-5\"");
    const auto request = attempt.encode();
    const std::string &original = *attempt.exchange.request().body;
    QVERIFY(request->body.pieces().front().data() == original.data()); // not a copy
    QCOMPARE(request->body.size(), expected.size());
    QCOMPARE(*request->body, expected);
    QCOMPARE(request->body.size(), expected.size());
    QCOMPARE(original, body);
}

void UpstreamAttemptTest::quotesTheModelAsJson()
{
    Attempt attempt("{\"model\":\"p/a\\\"b\"}", makeProvider("p"), "/v1/chat/completions", {}, "a\"b");
    const std::string expected = "{\"model\":\"a\\\"b\"}";
    QCOMPARE(*attempt.encode()->body, expected);
}

void UpstreamAttemptTest::asksForTheUsageOfAStream()
{
    Attempt attempt(R"({"model":"m","stream":true})");
    const auto request = attempt.encode();
    const auto facts = translation::readRequestFacts(*request->body);
    QVERIFY(facts->asksForStreamUsage);
    QVERIFY(request->body->starts_with(R"({"model":"m","stream":true)"));
    QVERIFY(attempt.context.mustWithholdUsageFrame);
    QCOMPARE(attempt.context.notes.size(), std::size_t(1));
    QVERIFY(attempt.context.notes.front().find("/stream_options/include_usage") != std::string::npos);
}

void UpstreamAttemptTest::addsToStreamOptionsThatAreThere()
{
    Attempt attempt(R"({"model":"m","stream":true,"stream_options":{"include_obfuscation": false},"z":1})");
    const auto request = attempt.encode();
    QVERIFY(request->body->find(R"("include_obfuscation": false)") != std::string::npos);
    QVERIFY(request->body->find(R"("include_usage":true)") != std::string::npos);
    QVERIFY(request->body->ends_with(R"("z":1})"));
    QVERIFY(translation::readRequestFacts(*request->body)->asksForStreamUsage);
    QVERIFY(attempt.context.mustWithholdUsageFrame);

    Attempt refusing(R"({"model":"m","stream":true,"stream_options":{"include_usage":false}})");
    QCOMPARE(*refusing.encode()->body,
             std::string(R"({"model":"m","stream":true,"stream_options":{"include_usage":true}})"));
    QVERIFY(refusing.context.mustWithholdUsageFrame);
}

void UpstreamAttemptTest::replacesStreamOptionsThatAreNull()
{
    Attempt attempt(R"({"model":"m","stream":true,"stream_options":null})");
    QVERIFY(translation::readRequestFacts(*attempt.encode()->body)->asksForStreamUsage);
}

void UpstreamAttemptTest::leavesAStreamAloneThatAsksForUsageItself()
{
    Attempt attempt(R"({"model":"m","stream":true,"stream_options":{"include_usage":true}})");
    QVERIFY(attempt.encode()->body == attempt.exchange.request().body);
    QVERIFY(!attempt.context.mustWithholdUsageFrame);
}

void UpstreamAttemptTest::saysWhatMistralsClientsMeanInOpenAisWords()
{
    const std::string body = R"({"model":"m","stream":true,"messages":[{"role":"user","content":"a"},)"
                             R"({"role":"assistant","content":"b","prefix":false},{"role":"user","content":"c"}]})";
    const HeaderList headers{{"User-Agent", "speakeasy-sdk/typescript 2.7.0 2.884.13 1.0.0 @mistralai/mistralai"}};
    Attempt attempt(body, makeProvider("openai"), "/v1/chat/completions", headers);
    const auto request = attempt.encode();
    QVERIFY(request.has_value());
    QCOMPARE(request->target, std::string("/v1/chat/completions"));
    QVERIFY2(request->body->find("prefix") == std::string::npos, request->body->c_str());
    QVERIFY(attempt.context.translated->request.wantsStreamUsage);
    QVERIFY(!attempt.context.mustWithholdUsageFrame);

    config::ProviderDefinition mistral = makeProvider("mistral");
    mistral.preset = "mistral";
    Attempt own(body, mistral, "/v1/chat/completions", headers);
    QVERIFY(own.encode()->body->find("prefix") != std::string::npos);
    QVERIFY(!own.context.translated);
}

void UpstreamAttemptTest::asksForUsageInChatStreamsOnly()
{
    const std::string body = R"({"model":"m","stream":true})";
    Attempt responses(body, makeProvider("openai"), "/v1/responses");
    QCOMPARE(*responses.encode()->body, body);
    Attempt messages(body, makeProvider("anthropic", DialectFamily::Anthropic), "/anthropic/v1/messages");
    QCOMPARE(*messages.encode()->body, body);
    Attempt unary(R"({"model":"m","stream":false})");
    QVERIFY(unary.encode()->body == unary.exchange.request().body);
}

void UpstreamAttemptTest::saysTheLimitAsReasoningModelsWantIt()
{
    Attempt attempt(R"({"model":"openai/gpt-5","max_tokens":32000,"messages":[{"content":"max_tokens"}]})",
                    makeProvider("openai"), "/v1/chat/completions", {}, "gpt-5");
    QCOMPARE(*attempt.encode()->body,
             std::string(R"({"model":"gpt-5","messages":[{"content":"max_tokens"}],"max_completion_tokens":32000})"));
    QCOMPARE(attempt.context.notes.size(), std::size_t(1));
    QVERIFY(attempt.context.notes.front().find("max_completion_tokens") != std::string::npos);
}

void UpstreamAttemptTest::leavesTheLimitAloneElsewhere()
{
    for (const char *body :
         {R"({"model":"gpt-4o","max_tokens":9})", R"({"model":"gpt-5","max_tokens":null})",
          R"({"model":"gpt-5","max_tokens":9,"max_completion_tokens":8})",
          R"({"model":"gpt-5","messages":[{"max_tokens":9}]})", R"({"model":"gpt-oss","max_tokens":9})"}) {
        Attempt attempt(body);
        QCOMPARE(*attempt.encode()->body, std::string(body));
        QVERIFY(attempt.context.notes.empty());
    }
    Attempt local(R"({"model":"gpt-5","max_tokens":9})", makeProvider("mistral"));
    local.provider.preset = "mistral";
    QCOMPARE(*local.encode()->body, std::string(R"({"model":"gpt-5","max_tokens":9})"));
}

void UpstreamAttemptTest::signsWithTheProvidersKeyOnly_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"Authorization", "x-api-key", "api-key", "x-goog-api-key", "x-bf-vk", "Cookie",
                             "x-bf-eh-authorization", "x-bf-eh-x-api-key", "x-bf-api-key", "proxy-authorization"})
        QTest::newRow(name) << QByteArray(name);
}

void UpstreamAttemptTest::signsWithTheProvidersKeyOnly()
{
    QFETCH(QByteArray, name);
    for (const auto family : {DialectFamily::OpenAi, DialectFamily::Anthropic}) {
        const bool isOpenAi = family == DialectFamily::OpenAi;
        Attempt attempt(R"({"model":"m"})", makeProvider("p", family, {makeKey("k", "provider-key")}),
                        isOpenAi ? "/v1/chat/completions" : "/anthropic/v1/messages",
                        {{name.toStdString(), "client-key"}});
        const auto request = attempt.encode();
        for (const HeaderField &field : request->headers)
            QVERIFY2(field.value.find("client-key") == std::string::npos, field.name.c_str());
        QCOMPARE(std::string(request->headers.value("authorization")),
                 std::string(isOpenAi ? "Bearer provider-key" : ""));
        QCOMPARE(std::string(request->headers.value("x-api-key")), std::string(isOpenAi ? "" : "provider-key"));
    }
}

void UpstreamAttemptTest::needsNoCredentialWithoutAKey()
{
    Attempt attempt(R"({"model":"m"})", tests::makeKeylessProvider("ollama"), "/v1/chat/completions",
                    {{"Authorization", "Bearer dummy"}});
    QVERIFY(!attempt.encode()->headers.contains("authorization"));
}

void UpstreamAttemptTest::saysTheAnthropicVersionWhenTheClientDoesNot()
{
    const auto anthropic = makeProvider("anthropic", DialectFamily::Anthropic);
    Attempt silent(R"({"model":"m"})", anthropic, "/anthropic/v1/messages");
    QCOMPARE(std::string(silent.encode()->headers.value("anthropic-version")), std::string("2023-06-01"));
    Attempt telling(R"({"model":"m"})", anthropic, "/anthropic/v1/messages", {{"anthropic-version", "2030-01-01"}});
    QCOMPARE(std::string(telling.encode()->headers.value("anthropic-version")), std::string("2030-01-01"));
    Attempt openAi(R"({"model":"m"})");
    QVERIFY(!openAi.encode()->headers.contains("anthropic-version"));
}

void UpstreamAttemptTest::setsExtraHeadersLast()
{
    auto provider = makeProvider("p");
    provider.network.extraHeaders = {{"Authorization", "Custom abc"}, {"X-Title", "Bilrost"}};
    Attempt attempt(R"({"model":"m"})", provider, "/v1/chat/completions", {{"x-title", "client"}});
    const auto request = attempt.encode();
    QCOMPARE(std::string(request->headers.value("authorization")), std::string("Custom abc"));
    QCOMPARE(std::string(request->headers.value("x-title")), std::string("Bilrost"));
}

void UpstreamAttemptTest::asksForAPlainAnswer()
{
    Attempt attempt(R"({"model":"m"})", makeProvider("p"), "/v1/chat/completions", {{"Accept-Encoding", "gzip, br"}});
    const auto request = attempt.encode();
    QCOMPARE(std::string(request->headers.value("accept-encoding")), std::string("identity"));
}

void UpstreamAttemptTest::keepsTheQuery()
{
    Attempt attempt(R"({"model":"m"})", makeProvider("anthropic", DialectFamily::Anthropic),
                    "/anthropic/v1/messages?beta=true&x=%20");
    QCOMPARE(attempt.encode()->target, std::string("/v1/messages?beta=true&x=%20"));
}

void UpstreamAttemptTest::keepsTheClientsKeyOutOfTheQuery()
{
    const auto targetOf = [](const char *query) {
        Attempt attempt(R"({"model":"m"})", makeProvider("p"), std::string("/v1/chat/completions?") + query);
        return attempt.encode()->target;
    };
    const std::string path = "/v1/chat/completions";
    QCOMPARE(targetOf("key=abc"), path);
    QCOMPARE(targetOf("a=1&API_key=abc&b=2"), path + "?a=1&b=2");
    QCOMPARE(targetOf("k%65y=abc&&api-version=2024"), path + "?api-version=2024");
    QCOMPARE(targetOf("keys=1"), path + "?keys=1");
}

void UpstreamAttemptTest::joinsTheBasePath()
{
    auto provider = makeProvider("groq");
    provider.network.baseUrl = "https://api.groq.com/openai/v1/";
    Attempt attempt(R"({"model":"m"})", provider, "/openai/chat/completions");
    const auto request = attempt.encode();
    QCOMPARE(request->target, std::string("/openai/v1/chat/completions"));
    QCOMPARE(request->route->host, std::string("api.groq.com"));
    QCOMPARE(request->route->port, std::uint16_t(443));
}

void UpstreamAttemptTest::takesTheLimitsOfTheProvider()
{
    auto provider = makeProvider("p");
    provider.network.totalTimeout = std::chrono::seconds(30);
    provider.network.streamIdleTimeout = std::chrono::seconds(5);
    Attempt unary(R"({"model":"m"})", provider);
    QVERIFY(unary.encode()->firstByteTimeout == std::chrono::seconds(30));
    QVERIFY(unary.encode()->idleTimeout == std::chrono::seconds(30));
    Attempt stream(R"({"model":"m","stream":true})", provider);
    QVERIFY(stream.encode()->idleTimeout == std::chrono::seconds(5));
}

void UpstreamAttemptTest::tellsWhyAnAddressCannotBeUsed()
{
    auto provider = makeProvider("p");
    provider.network.baseUrl = "ftp://example.org";
    const auto snapshot = tests::makeSnapshot({provider});
    const ProviderAddresses addresses(*snapshot);
    QVERIFY(!addresses.find({"p"}).has_value());
    QCOMPARE(addresses.find({"p"}).error().code, ErrorCode::InvalidRequest);
    QCOMPARE(addresses.find({"other"}).error().code, ErrorCode::Internal);
}

void UpstreamAttemptTest::readsTheProxy()
{
    auto provider = makeProvider("p");
    provider.network.proxy.kind = config::ProxyKind::Socks5;
    provider.network.proxy.url = "socks5://proxy.example:1080";
    provider.network.proxy.username = "user";
    provider.network.proxy.password = SecretString("pass");
    const auto address = addressOf(provider);
    QVERIFY(address.has_value());
    QCOMPARE(address->route->proxyMode, net::ProxyMode::Socks5);
    QCOMPARE(address->route->proxyHost, std::string("proxy.example"));
    QCOMPARE(address->route->proxyPort, std::uint16_t(1080));
    QCOMPARE(address->route->proxyPassword, std::string("pass"));
    provider.network.proxy.url = "";
    QVERIFY(!addressOf(provider).has_value());
}

void UpstreamAttemptTest::makesRequestsOfItsOwn()
{
    auto provider = makeProvider("anthropic", DialectFamily::Anthropic, {makeKey("k", "secret")});
    provider.network.baseUrl = "http://127.0.0.1:9/base";
    const auto request =
        encodeOwnRequest(provider, &provider.keys.front(), *addressOf(provider), "GET", "/v1/models?limit=1000");
    QVERIFY(request.has_value());
    QCOMPARE(request->target, std::string("/base/v1/models?limit=1000"));
    QCOMPARE(std::string(request->headers.value("x-api-key")), std::string("secret"));
    QCOMPARE(std::string(request->headers.value("anthropic-version")), std::string("2023-06-01"));
    QVERIFY(request->headers.value("user-agent").starts_with("Bilrost/"));
    QVERIFY(!request->body);
}

void UpstreamAttemptTest::asksForAPlainAnswerOnly()
{
    Attempt attempt(R"({"model":"m"})", makeProvider("p"), "/v1/chat/completions",
                    {{"x-bf-eh-accept-encoding", "gzip"}});
    const auto request = attempt.encode();
    int fields = 0;
    for (const HeaderField &field : request->headers)
        fields += equalsIgnoringCase(field.name, "accept-encoding") ? 1 : 0;
    QCOMPARE(fields, 1);
    QCOMPARE(std::string(request->headers.value("accept-encoding")), std::string("identity"));
}

QTEST_APPLESS_MAIN(UpstreamAttemptTest)
#include "tst_upstream_attempt.moc"
