// The demo provider refuses what the real ones refuse, in their words, and its own demo traffic keeps the rules.
#include "tools/demo_provider/provider.h"
#include "tools/demo_provider/traffic.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using demo_provider::HttpPeer;
using demo_provider::Json;
using demo_provider::Provider;
using demo_provider::Traffic;

namespace {

struct Received {
    int status = 0;
    QByteArray body;
};

} // namespace

class DemoProviderTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void refusesWhatTheRealOnesRefuse_data();
    void refusesWhatTheRealOnesRefuse();
    void everySceneOfTheTrafficKeepsTheRules();
    void answersPipelinedRequestsInOrder();
    void cutStreamEndsWithoutItsLastChunk();
    void usageComesOnlyWhenAsked();
    void agentsModelGivesOnlyWhatItWasToldTo();

private:
    Received post(const char *path, const QByteArray &body, bool anthropic, const QByteArray &key = "key");

    std::unique_ptr<Provider> m_provider;
    std::unique_ptr<HttpPeer> m_peer;
    quint16 m_port = 0;
};

void DemoProviderTest::init()
{
    m_peer.reset();
    m_provider = std::make_unique<Provider>(demo_provider::ProviderOptions{"key", std::chrono::milliseconds(0), {}});
    m_peer = std::make_unique<HttpPeer>(
        [this](auto &connection, const auto &request) { m_provider->handle(connection, request); });
    m_port = m_peer->listen(0);
    QVERIFY(m_port != 0);
}

Received DemoProviderTest::post(const char *path, const QByteArray &body, bool anthropic, const QByteArray &key)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QLatin1String(path))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("Authorization", "Bearer " + key);
    if (anthropic) {
        request.setRawHeader("anthropic-version", "2023-06-01");
    }
    const std::unique_ptr<QNetworkReply> reply(network.post(request, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (finished.isEmpty() && !finished.wait(10000)) {
        return {};
    }
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

void DemoProviderTest::refusesWhatTheRealOnesRefuse_data()
{
    QTest::addColumn<bool>("anthropic");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, bool anthropic, const char *path, const char *body, int status,
                        const char *words) {
        QTest::newRow(name) << anthropic << QByteArray(path) << QByteArray(body) << status << QByteArray(words);
    };
    const char *chat = "/v1/chat/completions";
    row("chat: unknown member", false, chat,
        R"({"model":"demo-fast","messages":[{"role":"user","content":"a"}],"top_k":1})", 400,
        "Unknown parameter: 'top_k'.");
    row("chat: wrong role", false, chat, R"({"model":"demo-fast","messages":[{"role":"bot","content":"a"}]})", 400,
        "Invalid value: 'bot'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and "
        "'developer'.");
    row("chat: wrong type", false, chat, R"({"model":"demo-fast","messages":[{"role":"user","content":"a"}],"n":"1"})",
        400, "Invalid type for 'n': expected an integer, but got a string instead.");
    row("chat: no messages", false, chat, R"({"model":"demo-fast"})", 400, "Missing required parameter: 'messages'.");
    row("chat: long user", false, chat,
        R"({"model":"demo-fast","messages":[{"role":"user","content":"a"}],"user":"0123456789012345678901234567890123456789012345678901234567890123X"})",
        400, "maximum length 64, but got a string with length 65");
    row("chat: tool message without call", false, chat,
        R"({"model":"demo-fast","messages":[{"role":"tool","tool_call_id":"call_1","content":"a"}]})", 400,
        "must be a response to a preceeding message with 'tool_calls'");
    row("chat: call without answer", false, chat,
        R"({"model":"demo-fast","messages":[{"role":"assistant","tool_calls":[{"id":"call_1","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"user","content":"a"}]})",
        400, "did not have response messages: call_1");
    row("chat: custom call in the words of a function", false, chat,
        R"({"model":"demo-fast","messages":[{"role":"assistant","tool_calls":[{"id":"call_1","type":"custom","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"call_1","content":"a"}]})",
        400, "Missing required parameter: 'messages[0].tool_calls[0].custom'.");
    row("chat: custom call without input", false, chat,
        R"({"model":"demo-fast","messages":[{"role":"assistant","tool_calls":[{"id":"call_1","type":"custom","custom":{"name":"f"}}]},{"role":"tool","tool_call_id":"call_1","content":"a"}]})",
        400, "Missing required parameter: 'messages[0].tool_calls[0].custom.input'.");
    row("chat: stream options without stream", false, chat,
        R"({"model":"demo-fast","messages":[{"role":"user","content":"a"}],"stream_options":{"include_usage":true}})",
        400, "only allowed when 'stream' is enabled");
    row("chat: max_tokens of a thinking model", false, chat,
        R"({"model":"demo-thinker","messages":[{"role":"user","content":"a"}],"max_tokens":5})", 400,
        "Use 'max_completion_tokens' instead.");
    row("chat: image that is none", false, chat,
        R"({"model":"demo-fast","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]}]})",
        400, "unsupported image");
    row("chat: open strict schema", false, chat,
        R"({"model":"demo-fast","messages":[{"role":"user","content":"a"}],"response_format":{"type":"json_schema","json_schema":{"name":"s","strict":true,"schema":{"type":"object","properties":{}}}}})",
        400, "'additionalProperties' is required to be supplied and to be false.");
    row("chat: unknown model", false, chat, R"({"model":"gpt-0","messages":[{"role":"user","content":"a"}]})", 404,
        "model_not_found");
    row("openai: unknown address", false, "/v1/chat", "{}", 404, "Invalid URL (POST /v1/chat)");
    row("responses: foreign id", false, "/v1/responses",
        R"({"model":"demo-fast","input":[{"type":"message","role":"user","id":"x1","content":"a"}]})", 400,
        "Expected an ID that begins with 'msg'.");
    row("responses: output without call", false, "/v1/responses",
        R"({"model":"demo-fast","input":[{"type":"function_call_output","call_id":"call_1","output":"a"}]})", 400,
        "No tool call found for function call output with call_id call_1.");
    row("responses: chat's nested tool", false, "/v1/responses",
        R"({"model":"demo-fast","input":"a","tools":[{"type":"function","function":{"name":"f"}}]})", 400,
        "Missing required parameter: 'tools[0].name'.");
    row("responses: chat's messages", false, "/v1/responses", R"({"model":"demo-fast","messages":[]})", 400,
        "Unknown parameter: 'messages'.");
    row("responses: unknown predecessor", false, "/v1/responses",
        R"({"model":"demo-fast","input":"a","previous_response_id":"resp_1"})", 400, "previous_response_not_found");
    row("embeddings: empty input", false, "/v1/embeddings", R"({"model":"demo-embedding","input":""})", 400,
        "'$.input' is invalid");
    const char *messages = "/v1/messages";
    row("messages: unknown member", true, messages,
        R"({"model":"demo-fast","max_tokens":9,"messages":[{"role":"user","content":"a"}],"user":"u"})", 400,
        "user: Extra inputs are not permitted");
    row("messages: beta member without its beta", true, messages,
        R"({"model":"demo-fast","max_tokens":9,"messages":[{"role":"user","content":"a"}],"context_management":{}})",
        400, "context_management: Extra inputs are not permitted");
    row("messages: no max_tokens", true, messages,
        R"({"model":"demo-fast","messages":[{"role":"user","content":"a"}]})", 400, "max_tokens: Field required");
    row("messages: system role", true, messages,
        R"({"model":"demo-fast","max_tokens":9,"messages":[{"role":"system","content":"a"}]})", 400,
        "Unexpected role \\\"system\\\"");
    row("messages: result without use", true, messages,
        R"({"model":"demo-fast","max_tokens":9,"messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"a"}]}]})",
        400, "unexpected `tool_use_id` found in `tool_result` blocks: t1");
    row("messages: use without result", true, messages,
        R"({"model":"demo-fast","max_tokens":9,"messages":[{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"f","input":{}}]},{"role":"user","content":"a"}]})",
        400, "`tool_use` ids were found without `tool_result` blocks immediately after: t1");
    row("messages: forged signature", true, messages,
        R"({"model":"demo-fast","max_tokens":9,"messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"a","signature":"b"}]}]})",
        400, "Invalid `signature` in `thinking` block");
    row("messages: OpenAI's tool", true, messages,
        R"({"model":"demo-fast","max_tokens":9,"messages":[{"role":"user","content":"a"}],"tools":[{"type":"function","function":{"name":"f"}}]})",
        400, "Input tag 'function'");
    row("messages: unknown model", true, messages,
        R"({"model":"claude-0","max_tokens":9,"messages":[{"role":"user","content":"a"}]})", 404, "not_found_error");
}

void DemoProviderTest::refusesWhatTheRealOnesRefuse()
{
    QFETCH(bool, anthropic);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Received received = post(path.constData(), body, anthropic);
    QCOMPARE(received.status, status);
    QVERIFY2(received.body.contains(words), received.body.constData());
    const Received locked = post(path.constData(), body, anthropic, "wrong");
    QCOMPARE(locked.status, path == "/v1/chat" ? 404 : 401);
}

void DemoProviderTest::everySceneOfTheTrafficKeepsTheRules()
{
    for (const Traffic::Scene &scene : Traffic::scenes()) {
        Json body = Json::parse(scene.body);
        const std::string model = body["model"];
        body["model"] = model.substr(model.find('/') + 1);
        // The gateway's integration prefixes stand before the provider's own paths.
        const std::string path = std::string(scene.path).substr(std::string(scene.path).find("/v1"));
        const Received received = post(path.c_str(), QByteArray::fromStdString(body.dump()), scene.anthropic);
        const int expected = model == "demo/demo-429" ? 429 : model == "demo/demo-500" ? 500 : 200;
        QVERIFY2(received.status == expected, received.body.constData());
    }
}

void DemoProviderTest::answersPipelinedRequestsInOrder()
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    const QByteArray head = "Host: localhost\r\nAuthorization: Bearer key\r\n\r\n";
    socket.write("GET /v1/models/demo-fast HTTP/1.1\r\n" + head + "GET /v1/models/demo-slow HTTP/1.1\r\n" + head);
    QByteArray read;
    QTRY_VERIFY_WITH_TIMEOUT((read += socket.readAll()).contains("demo-slow"), 5000);
    QVERIFY(read.indexOf("demo-fast") < read.indexOf("demo-slow"));
    QCOMPARE(read.count("HTTP/1.1 200 OK"), 2);
}

void DemoProviderTest::cutStreamEndsWithoutItsLastChunk()
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    const QByteArray body = R"({"model":"demo-cut","stream":true,"messages":[{"role":"user","content":"a"}]})";
    socket.write("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer key\r\n"
                 "Content-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray read;
    QTRY_VERIFY_WITH_TIMEOUT(((read += socket.readAll()), socket.state() == QAbstractSocket::UnconnectedState), 5000);
    QVERIFY(read.contains("chat.completion.chunk"));
    QVERIFY(!read.contains("[DONE]"));
    QVERIFY(!read.endsWith("0\r\n\r\n"));
}

void DemoProviderTest::usageComesOnlyWhenAsked()
{
    const QByteArray without = R"({"model":"demo-fast","stream":true,"messages":[{"role":"user","content":"a"}]})";
    const QByteArray with =
        R"({"model":"demo-fast","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"a"}]})";
    QVERIFY(!post("/v1/chat/completions", without, false).body.contains("usage"));
    const QByteArray stream = post("/v1/chat/completions", with, false).body;
    QCOMPARE(stream.count("\"prompt_tokens\""), 1);
    QVERIFY(stream.indexOf("\"choices\":[]") > stream.lastIndexOf("\"finish_reason\":\"stop\""));
}

void DemoProviderTest::agentsModelGivesOnlyWhatItWasToldTo()
{
    const Json schema = {
        {"type", "object"},
        {"properties",
         {{"command", {{"type", "string"}}}, {"why", {{"type", "string"}}}, {"timeout", {{"type", "integer"}}}}},
        {"required", {"command", "why"}}};
    const Json tool = {{"type", "function"}, {"function", {{"name", "shell"}, {"parameters", schema}}}};
    const Json request = {{"model", "demo-agent"},
                          {"tools", {tool}},
                          {"messages",
                           {{{"role", "user"},
                             {"content", "<reminder>Use shell with care.</reminder>\n"
                                         "do: use shell command='cat notes.txt; ls -l'\nuse shell no more"}}}}};
    const Received answer = post("/v1/chat/completions", QByteArray::fromStdString(request.dump()), false);
    QCOMPARE(answer.status, 200);
    const Json message = Json::parse(answer.body.toStdString())["choices"][0]["message"];
    QCOMPARE(message["tool_calls"].size(), std::size_t(1));
    const Json arguments = Json::parse(message["tool_calls"][0]["function"]["arguments"].get<std::string>());
    QCOMPARE(arguments.size(), std::size_t(2));
    QCOMPARE(arguments["command"].get<std::string>(), std::string("cat notes.txt; ls -l"));
}

QTEST_GUILESS_MAIN(DemoProviderTest)
#include "tst_demo_provider.moc"
