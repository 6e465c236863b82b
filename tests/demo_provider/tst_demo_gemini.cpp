// The Gemini imitation refuses what Google refuses, in its words, and demands back the signatures that it gave.
#include "tools/demo_provider/provider.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using demo_provider::HttpPeer;
using demo_provider::Json;
using demo_provider::Provider;

namespace {

struct Received {
    int status = 0;
    QByteArray body;
};

constexpr const char *fast = "/v1beta/models/demo-fast:generateContent";
constexpr const char *thinker = "/v1beta/models/demo-thinker:generateContent";

} // namespace

class DemoGeminiTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void refusesWhatGoogleRefuses_data();
    void refusesWhatGoogleRefuses();
    void takesBackItsOwnSignatureAndNoOther();
    void streamEndsWithTheFinishReasonAndTheUsage();
    void modelsComeInPages();

private:
    Received send(const QByteArray &path, const QByteArray &body, const QByteArray &key = "key");

    std::unique_ptr<Provider> m_provider;
    std::unique_ptr<HttpPeer> m_peer;
    quint16 m_port = 0;
};

void DemoGeminiTest::init()
{
    m_peer.reset();
    m_provider = std::make_unique<Provider>(demo_provider::ProviderOptions{"key", std::chrono::milliseconds(0), {}});
    m_peer = std::make_unique<HttpPeer>(
        [this](auto &connection, const auto &request) { m_provider->handle(connection, request); });
    m_port = m_peer->listen(0);
    QVERIFY(m_port != 0);
}

// Without a body it is a GET.
Received DemoGeminiTest::send(const QByteArray &path, const QByteArray &body, const QByteArray &key)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QLatin1String(path))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("x-goog-api-key", key);
    const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? network.get(request) : network.post(request, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (finished.isEmpty() && !finished.wait(10000)) {
        return {};
    }
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

void DemoGeminiTest::refusesWhatGoogleRefuses_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const char *path, const char *body, int status, const char *words) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(body) << status << QByteArray(words);
    };
    row("unknown member", fast, R"({"contents":[{"parts":[{"text":"a"}]}],"metadata":{}})", 400,
        R"(Unknown name \"metadata\": Cannot find field.)");
    row("the proto's spelling", fast,
        R"({"contents":[{"parts":[{"text":"a"}]}],"generation_config":{"thinking_config":{"think":1}}})", 400,
        R"(Unknown name \"think\" at 'generation_config.thinking_config')");
    row("unknown member inside", fast, R"({"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"maxTokens":1}})",
        400, R"(Unknown name \"maxTokens\" at 'generation_config')");
    row("no contents", fast, "{}", 400, "contents is not specified");
    row("wrong role", fast, R"({"contents":[{"role":"assistant","parts":[{"text":"a"}]}]})", 400,
        "Please use a valid role: user, model.");
    row("the model alone", fast, R"({"contents":[{"role":"model","parts":[{"text":"a"}]}]})", 400,
        "single turn requests are with a user role");
    row("empty part", fast, R"({"contents":[{"parts":[{}]}]})", 400, "must have one initialized field");
    row("image that is none", fast,
        R"({"contents":[{"parts":[{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}]})", 400,
        "Unable to process input image");
    row("response without call", fast,
        R"({"contents":[{"parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"b"}]},{"parts":[{"functionResponse":{"name":"f","response":{}}}]}]})",
        400, "comes immediately after a function call turn");
    row("call without response", fast,
        R"({"contents":[{"parts":[{"text":"a"}]},{"role":"model","parts":[{"functionCall":{"name":"f","args":{}}}]},{"parts":[{"text":"c"}]}]})",
        400, "is equal to the number of");
    row("response that is text", fast,
        R"({"contents":[{"parts":[{"text":"a"}]},{"role":"model","parts":[{"functionCall":{"name":"f"}}]},{"parts":[{"functionResponse":{"name":"f","response":"c"}}]}]})",
        400, "function_response.response' (TYPE_MESSAGE)");
    row("call without signature", thinker,
        R"({"contents":[{"parts":[{"text":"a"}]},{"role":"model","parts":[{"functionCall":{"name":"f","args":{}}}]},{"parts":[{"functionResponse":{"name":"f","response":{}}}]}]})",
        400, "missing a thought_signature");
    row("foreign signature", thinker,
        R"({"contents":[{"parts":[{"text":"a"}]},{"role":"model","parts":[{"thoughtSignature":"QUJD","functionCall":{"name":"f","args":{}}}]},{"parts":[{"functionResponse":{"name":"f","response":{}}}]}]})",
        400, "Thought signature is not valid.");
    row("temperature", fast, R"({"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"temperature":3}})", 400,
        "temperature must be in the range [0.0, 2.0].");
    row("both amounts of thinking", fast,
        R"({"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"thinkingConfig":{"thinkingBudget":1,"thinkingLevel":"LOW"}}})",
        400, "only set only one of thinking budget and thinking level");
    row("schema without JSON", fast,
        R"({"contents":[{"parts":[{"text":"a"}]}],"generationConfig":{"responseSchema":{"type":"STRING"}}})", 400,
        "only supported with response_mime_type");
    row("JSON Schema in parameters", fast,
        R"({"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f","parameters":{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false}}]}]})",
        400, R"(Unknown name \"additionalProperties\" at 'tools[0].function_declarations[0].parameters')");
    row("function's name", fast,
        R"({"contents":[{"parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"1 f"}]}]})", 400,
        "Invalid function name. Must start with a letter");
    row("choice without functions", fast,
        R"({"contents":[{"parts":[{"text":"a"}]}],"toolConfig":{"functionCallingConfig":{"mode":"ANY"}}})", 400,
        "set without function_declarations");
    row("unknown model", "/v1beta/models/gemini-0:generateContent", R"({"contents":[{"parts":[{"text":"a"}]}]})", 404,
        "models/gemini-0 is not found for API version v1beta");
    row("rate limit", "/v1beta/models/demo-429:generateContent", R"({"contents":[{"parts":[{"text":"a"}]}]})", 429,
        R"("retryDelay":"1s")");
}

void DemoGeminiTest::refusesWhatGoogleRefuses()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Received answer = send(path, body);
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.body.contains(words), answer.body.constData());
    const Json error = Json::parse(answer.body.toStdString())["error"];
    QCOMPARE(error["code"].get<int>(), status);
    QVERIFY(!error["status"].get<std::string>().empty());
}

void DemoGeminiTest::takesBackItsOwnSignatureAndNoOther()
{
    Json request = Json::parse(R"({"contents":[{"role":"user","parts":[{"text":"use f city=Paris and f city=Oslo"}]}],
        "tools":[{"functionDeclarations":[{"name":"f","parameters":{"type":"OBJECT",
                  "properties":{"city":{"type":"STRING"}}}}]}]})");
    const Json first = Json::parse(send(thinker, QByteArray::fromStdString(request.dump())).body.toStdString());
    const Json content = first["candidates"][0]["content"];
    QCOMPARE(content["parts"].size(), std::size_t(2));
    QVERIFY(content["parts"][0].contains("thoughtSignature"));
    QVERIFY(!content["parts"][1].contains("thoughtSignature"));
    Json results = {{"role", "user"}, {"parts", Json::array()}};
    for (const Json &part : content["parts"]) {
        results["parts"].push_back(
            {{"functionResponse", {{"name", part["functionCall"]["name"]}, {"response", {{"output", "sun "}}}}}});
    }
    request["contents"].push_back(content);
    request["contents"].push_back(results);
    const Received second = send(thinker, QByteArray::fromStdString(request.dump()));
    QCOMPARE(second.status, 200);
    QVERIFY2(second.body.contains("The tool answered: sun sun "), second.body.constData());

    request["contents"][1]["parts"][0]["functionCall"]["args"]["city"] = "Rome";
    const Received changed = send(thinker, QByteArray::fromStdString(request.dump()));
    QCOMPARE(changed.status, 400);
    QVERIFY2(changed.body.contains("Thought signature is not valid."), changed.body.constData());
}

void DemoGeminiTest::streamEndsWithTheFinishReasonAndTheUsage()
{
    const Received answer = send("/v1beta/models/demo-thinker:streamGenerateContent?alt=sse",
                                 R"({"contents":[{"parts":[{"text":"say: one two"}]}],
                                    "generationConfig":{"thinkingConfig":{"includeThoughts":true}}})");
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.endsWith("\r\n\r\n"));
    std::string text;
    Json last;
    bool hasThought = false;
    for (const QByteArray &line : answer.body.split('\n')) {
        if (!line.startsWith("data: ")) {
            continue;
        }
        QVERIFY(!last.contains("finishReason"));
        const Json chunk = Json::parse(line.mid(6).toStdString());
        last = chunk["candidates"][0];
        const Json &part = last["content"]["parts"][0];
        hasThought = hasThought || part.value("thought", false);
        text += part.value("thought", false) ? "" : part["text"].get<std::string>();
        if (last.contains("finishReason")) {
            const Json &usage = chunk["usageMetadata"];
            QVERIFY(usage["thoughtsTokenCount"].get<long>() > 0);
            QCOMPARE(usage["totalTokenCount"].get<long>(), usage["promptTokenCount"].get<long>()
                                                               + usage["candidatesTokenCount"].get<long>()
                                                               + usage["thoughtsTokenCount"].get<long>());
        }
    }
    QVERIFY(hasThought);
    QCOMPARE(text, std::string("one two"));
    QCOMPARE(last["finishReason"].get<std::string>(), std::string("STOP"));
}

void DemoGeminiTest::modelsComeInPages()
{
    std::set<std::string> names;
    std::string token;
    do {
        const Received page =
            send(QByteArray::fromStdString("/v1beta/models?pageSize=5&pageToken=" + token), QByteArray());
        QCOMPARE(page.status, 200);
        const Json body = Json::parse(page.body.toStdString());
        for (const Json &model : body["models"]) {
            QVERIFY2(names.insert(model["name"]).second, "a model came twice");
        }
        token = body.value("nextPageToken", "");
    } while (!token.empty());
    QVERIFY(names.contains("models/demo-fast"));
    QVERIFY(names.size() > 10);
    QCOMPARE(send("/v1beta/models", QByteArray(), "wrong").status, 400);
}

QTEST_GUILESS_MAIN(DemoGeminiTest)
#include "tst_demo_gemini.moc"
