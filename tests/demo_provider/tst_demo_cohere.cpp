// The Cohere imitation refuses what Cohere refuses, in its words, and streams its events in their order.
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

QByteArray chat(const char *messages, const char *more = "")
{
    return QByteArray(R"({"model":"demo-fast","messages":[)") + messages + "]" + more + "}";
}

constexpr const char *hello = R"({"role":"user","content":"say: hello"})";
constexpr const char *weatherTool =
    R"(,"tools":[{"type":"function","function":{"name":"get_weather","parameters":{"type":"object",)"
    R"("properties":{"city":{"type":"string"}},"required":["city"]}}}])";

} // namespace

class DemoCohereTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void refusesWhatCohereRefuses_data();
    void refusesWhatCohereRefuses();
    void refusesWrongKeys();
    void answersWhole();
    void callsToolsAndReadsTheirResults();
    void streamsEventsInTheirOrder();
    void listsModelsForItsOwnClients();

private:
    Received send(const QByteArray &path, const QByteArray &body, const QByteArray &key = "Bearer key");

    std::unique_ptr<Provider> m_provider;
    std::unique_ptr<HttpPeer> m_peer;
    quint16 m_port = 0;
};

void DemoCohereTest::init()
{
    m_peer.reset();
    m_provider = std::make_unique<Provider>(demo_provider::ProviderOptions{"key", std::chrono::milliseconds(0), {}});
    m_peer = std::make_unique<HttpPeer>(
        [this](auto &connection, const auto &request) { m_provider->handle(connection, request); });
    m_port = m_peer->listen(0);
    QVERIFY(m_port != 0);
}

// Without a body it is a GET.
Received DemoCohereTest::send(const QByteArray &path, const QByteArray &body, const QByteArray &key)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(QLatin1String(path))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!key.isEmpty()) {
        request.setRawHeader("authorization", key);
    }
    const std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? network.get(request) : network.post(request, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (finished.isEmpty() && !finished.wait(10000)) {
        return {};
    }
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

void DemoCohereTest::refusesWhatCohereRefuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QByteArray &body, int status, const char *words) {
        QTest::newRow(name) << body << status << QByteArray(words);
    };
    row("no JSON", "{", 400, "invalid json syntax");
    row("no model", R"({"messages":[{"role":"user","content":"x"}]})", 400, "model is required");
    row("unknown member", chat(hello, R"(,"top_p":1)"), 422, "unknown field: parameter 'top_p' is not a valid field");
    row("strict of a tool",
        chat(hello, R"(,"tools":[{"type":"function","function":{"name":"f","parameters":{},"strict":true}}])"), 422,
        "parameter 'tools[0].function.strict'");
    row("wrong kind", chat(hello, R"(,"p":"much")"), 400, "parameter p is of type string but should be of type float");
    row("temperature", chat(hello, R"(,"temperature":1.5)"), 400, "temperature must be between 0 and 1.0 inclusive.");
    row("p", chat(hello, R"(,"p":1)"), 400, "p must be between 0.01 and 0.99");
    row("both penalties", chat(hello, R"(,"frequency_penalty":0.5,"presence_penalty":0.5)"), 400,
        "cannot specify both frequency_penalty and presence_penalty.");
    row("late system", chat(R"({"role":"user","content":"x"},{"role":"system","content":"y"})"), 400,
        "system turn must be the first in the list");
    row("empty turn", chat(R"({"role":"user","content":""})"), 400, "message must not be empty in a turn");
    row("last is assistant", chat(R"({"role":"user","content":"x"},{"role":"assistant","content":"y"})"), 400,
        "at least 1 token long or tool results");
    row("call without result",
        chat(R"({"role":"user","content":"x"},{"role":"assistant","tool_calls":[{"id":"c","type":"function",)"
             R"("function":{"name":"f","arguments":"{}"}}]},{"role":"user","content":"y"})"),
        400, "must be followed by a tool message");
    row("result without call",
        chat(R"({"role":"user","content":"x"},{"role":"tool","tool_call_id":"c","content":"y"})"), 400,
        "a tool message must follow");
    row("image for a tool",
        chat(R"({"role":"user","content":"x"},{"role":"assistant","tool_calls":[{"id":"c","type":"function",)"
             R"("function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":)"
             R"([{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}]})"),
        400, "is not valid for role 'tool'");
    row("image that is none",
        chat(R"({"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA"}}]})"),
        400, "must be a valid base64 data URI");
    row("tool's name", chat(hello, R"(,"tools":[{"type":"function","function":{"name":"a-b","parameters":{}}}])"), 400,
        "may contain only a-z, A-Z, 0-9 and _");
    row("choice without tools", chat(hello, R"(,"tool_choice":"REQUIRED")"), 400, "tool_choice requires tools");
    row("choice in lower case", chat(hello, R"(,"tool_choice":"auto")"), 400, "must be one of REQUIRED or NONE");
    row("format beside tools",
        chat(hello, (std::string(weatherTool) + R"(,"response_format":{"type":"json_object"})").c_str()), 400,
        "response_format is not supported with tools.");
    row("format beside documents", chat(hello, R"(,"documents":["x"],"response_format":{"type":"json_object"})"), 400,
        "response_format is not supported with RAG.");
    row("schema that requires nothing",
        chat(hello, R"(,"response_format":{"type":"json_object","json_schema":{"type":"object","properties":{}}})"),
        400, "must have a required field");
    row("budget", chat(hello, R"(,"thinking":{"type":"enabled","token_budget":0})"), 400, "must be positive");
    row("unknown model", R"({"model":"command-x","messages":[{"role":"user","content":"x"}]})", 404,
        "model 'command-x' not found");
    row("rate limit", R"({"model":"demo-429","messages":[{"role":"user","content":"x"}]})", 429, "Trial key");
}

void DemoCohereTest::refusesWhatCohereRefuses()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, words);
    const Received answer = send("/v2/chat", body);
    QCOMPARE(answer.status, status);
    const Json error = Json::parse(answer.body.toStdString());
    QVERIFY2(error["message"].get<std::string>().find(words.toStdString()) != std::string::npos,
             answer.body.constData());
}

void DemoCohereTest::refusesWrongKeys()
{
    for (const char *key : {"", "Bearer wrong", "key"}) {
        const Received answer = send("/v2/chat", chat(hello), key);
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.body.contains("message"));
    }
}

void DemoCohereTest::answersWhole()
{
    const Received answer =
        send("/v2/chat", chat(hello, R"(,"documents":[{"id":"d1","data":{"text":"T"}}],"logprobs":true)"));
    QCOMPARE(answer.status, 200);
    const Json json = Json::parse(answer.body.toStdString());
    QCOMPARE(json["finish_reason"].get<std::string>(), std::string("COMPLETE"));
    QCOMPARE(json["message"]["content"][0]["text"].get<std::string>(), std::string("hello"));
    QCOMPARE(json["message"]["citations"][0]["sources"][0]["id"].get<std::string>(), std::string("d1"));
    QCOMPARE(json["logprobs"][0]["text"].get<std::string>(), std::string("hello"));
    QVERIFY(json["usage"]["tokens"]["input_tokens"] > json["usage"]["billed_units"]["input_tokens"]);
}

void DemoCohereTest::callsToolsAndReadsTheirResults()
{
    const Received first =
        send("/v2/chat", chat(R"({"role":"user","content":"Use get_weather with city=Paris"})", weatherTool));
    Json message = Json::parse(first.body.toStdString())["message"];
    QVERIFY(!message["tool_plan"].get<std::string>().empty());
    const Json call = message["tool_calls"][0];
    QCOMPARE(call["function"]["arguments"].get<std::string>(), std::string(R"({"city":"Paris"})"));
    const std::string turns = R"({"role":"user","content":"Use get_weather with city=Paris"},)" + message.dump()
                              + R"(,{"role":"tool","tool_call_id":")" + call["id"].get<std::string>()
                              + R"(","content":[{"type":"document","document":{"data":{"result":"22 degrees"}}}]})";
    const Received second = send("/v2/chat", chat(turns.c_str(), weatherTool));
    QCOMPARE(second.status, 200);
    QVERIFY2(second.body.contains("The tool answered: 22 degrees"), second.body.constData());
}

void DemoCohereTest::streamsEventsInTheirOrder()
{
    const Received answer = send(
        "/v2/chat", R"({"model":"demo-thinker","stream":true,"messages":[{"role":"user","content":"say: one two"}]})");
    QCOMPARE(answer.status, 200);
    std::vector<std::string> types;
    std::string text;
    Json last;
    for (const QByteArray &line : answer.body.split('\n')) {
        if (!line.startsWith("data: ")) {
            continue;
        }
        last = Json::parse(line.mid(6).toStdString());
        if (types.empty() || types.back() != last["type"].get<std::string>()) {
            types.push_back(last["type"].get<std::string>());
        }
        if (last["type"] == "content-delta" && last["index"] == 1) {
            text += last["delta"]["message"]["content"]["text"].get<std::string>();
        }
    }
    const std::vector<std::string> wanted{"message-start", "content-start", "content-delta", "content-end",
                                          "content-start", "content-delta", "content-end",   "message-end"};
    QVERIFY(types == wanted);
    QCOMPARE(text, std::string("one two"));
    QCOMPARE(last["delta"]["finish_reason"].get<std::string>(), std::string("COMPLETE"));
    QVERIFY(last["delta"]["usage"]["tokens"]["output_tokens"] > 2);
}

void DemoCohereTest::listsModelsForItsOwnClients()
{
    const Json own = Json::parse(send("/v1/models?page_size=1000", {}).body.toStdString());
    QCOMPARE(own["models"][0]["name"].get<std::string>(), std::string("demo-fast"));
    QVERIFY(Json::parse(send("/v1/models", {}).body.toStdString()).contains("data"));
}

QTEST_GUILESS_MAIN(DemoCohereTest)
#include "tst_demo_cohere.moc"
