// A request as Python and JavaScript: what is written, and that no key is in it.
#include "ui/models/json_pieces.h"
#include "ui/pages/curl_command.h"
#include "ui/pages/request_code.h"

#include <QTest>

using gateway::api::RequestDetail;
using namespace ui::pages;

namespace {

const QString address = QStringLiteral("http://127.0.0.1:8080");

RequestDetail detail(const QByteArray &body)
{
    RequestDetail detail;
    detail.method = QStringLiteral("POST");
    detail.path = QStringLiteral("/v1/chat/completions");
    detail.summary.dialect = QStringLiteral("openai_chat");
    detail.requestBody = body;
    detail.requestHeaders = {{QStringLiteral("Content-Type"), QStringLiteral("application/json")},
                             {QStringLiteral("Authorization"), QStringLiteral("Bearer ***3fQA")},
                             {QStringLiteral("X-Team"), QStringLiteral("a \"b\"")},
                             {QStringLiteral("Content-Length"), QStringLiteral("12")}};
    return detail;
}

} // namespace

class RequestCodeTest : public QObject {
    Q_OBJECT

private slots:
    void writesPythonThatNeedsNothingElse()
    {
        const QString code =
            pythonCode(detail("{\"model\":\"m\",\"n\":1.10,\"stream\":true,\"stop\":null,\"a\":[],"
                              "\"messages\":[{\"role\":\"user\",\"content\":\"It's\\n\\\"late\\\"\"}]}"),
                       address);
        const QString expected = QStringLiteral("import json\n"
                                                "import os\n"
                                                "import urllib.request\n"
                                                "\n"
                                                "body = {\n"
                                                "    \"model\": \"m\",\n"
                                                "    \"n\": 1.10,\n"
                                                "    \"stream\": True,\n"
                                                "    \"stop\": None,\n"
                                                "    \"a\": [],\n"
                                                "    \"messages\": [\n"
                                                "        {\n"
                                                "            \"role\": \"user\",\n"
                                                "            \"content\": \"It's\\n\\\"late\\\"\",\n"
                                                "        },\n"
                                                "    ],\n"
                                                "}\n"
                                                "request = urllib.request.Request(\n"
                                                "    \"http://127.0.0.1:8080/v1/chat/completions\",\n"
                                                "    method=\"POST\",\n"
                                                "    headers={\n"
                                                "        \"Authorization\": \"Bearer \" + "
                                                "os.environ.get(\"BILROST_KEY\", \"\"),\n"
                                                "        \"Content-Type\": \"application/json\",\n"
                                                "        \"X-Team\": \"a \\\"b\\\"\",\n"
                                                "    },\n"
                                                "    data=json.dumps(body).encode(),\n"
                                                ")\n"
                                                "with urllib.request.urlopen(request) as answer:\n"
                                                "    for line in answer:\n"
                                                "        print(line.decode(), end=\"\")\n");
        QCOMPARE(code, expected);
    }

    void writesAJavaScriptModule()
    {
        const QString code = javaScriptCode(detail("{\"model\":\"m\",\"messages\":[]}"), address);
        const QString expected =
            QStringLiteral("const answer = await fetch(\"http://127.0.0.1:8080/v1/chat/completions\", {\n"
                           "  method: \"POST\",\n"
                           "  headers: {\n"
                           "    \"Authorization\": \"Bearer \" + (process.env.BILROST_KEY ?? \"\"),\n"
                           "    \"Content-Type\": \"application/json\",\n"
                           "    \"X-Team\": \"a \\\"b\\\"\",\n"
                           "  },\n"
                           "  body: JSON.stringify({\n"
                           "    \"model\": \"m\",\n"
                           "    \"messages\": []\n"
                           "  }),\n"
                           "});\n"
                           "for await (const piece of answer.body)\n"
                           "  process.stdout.write(piece);\n");
        QCOMPARE(code, expected);
    }

    void keepsEveryCharacterOfATextForPython()
    {
        // An escaped slash, a surrogate pair and a control character: Python's escapes are not JSON's.
        const QString code = pythonCode(detail("{\"t\":\"a\\/b \\ud83d\\ude00 \\u0007 \\\\d\"}"), address);
        QVERIFY2(code.contains(QStringLiteral("\"t\": \"a/b \U0001F600 \\u0007 \\\\d\",")), qPrintable(code));
    }

    void sendsABodyThatIsNoJsonAsItIs()
    {
        const RequestDetail odd = detail("a=1&b=\"2\"\n");
        QVERIFY(pythonCode(odd, address).contains(QStringLiteral("body = \"a=1&b=\\\"2\\\"\\n\"\n")));
        QVERIFY(pythonCode(odd, address).contains(QStringLiteral("data=body.encode(),")));
        QVERIFY(javaScriptCode(odd, address).contains(QStringLiteral("  body: \"a=1&b=\\\"2\\\"\\n\",\n")));
        const QString bare = pythonCode(detail({}), address);
        QVERIFY(!bare.contains(QStringLiteral("data=")));
    }

    void showsAnthropicItsOwnHeader()
    {
        RequestDetail anthropic = detail("{}");
        anthropic.summary.dialect = QStringLiteral("anthropic_messages");
        QVERIFY(pythonCode(anthropic, address)
                    .contains(QStringLiteral("\"x-api-key\": os.environ.get(\"BILROST_KEY\", \"\"),")));
        QVERIFY(curlCommand(anthropic, address).contains(QStringLiteral("-H \"x-api-key: $BILROST_KEY\"")));
    }

    void holdsNoKeyInAnyForm()
    {
        RequestDetail secret = detail("{}");
        for (const char *name : {"x-api-key", "X-Goog-Api-Key", "api-key", "Cookie", "x-bf-vk", "x-bf-api-key",
                                 "Proxy-Authorization", "X-Bifrost-Setup-Token", "authorization"})
            secret.requestHeaders.append({QString::fromLatin1(name), QStringLiteral("the-secret")});
        secret.requestHeaders.append({QStringLiteral("X-Custom"), QStringLiteral("***3fQA")});
        for (const QString &code :
             {pythonCode(secret, address), javaScriptCode(secret, address), curlCommand(secret, address)}) {
            QVERIFY2(!code.contains(QStringLiteral("the-secret")), qPrintable(code));
            QVERIFY2(!code.contains(QStringLiteral("***")), qPrintable(code));
            QVERIFY(code.contains(QStringLiteral("BILROST_KEY")));
        }
    }

    void asksGeminiForAnEventStream()
    {
        RequestDetail gemini = detail("{}");
        gemini.summary.dialect = QStringLiteral("gemini_generate");
        gemini.responseHeaders = {{QStringLiteral("content-type"), QStringLiteral("text/event-stream")}};
        QVERIFY(curlCommand(gemini, address).contains(QStringLiteral("?alt=sse'")));
        gemini.responseHeaders.clear();
        QVERIFY(!curlCommand(gemini, address).contains(QStringLiteral("alt=sse")));
    }

    void saysWhereATextStopsBeingJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("at");
        QTest::newRow("whole") << QByteArray("{\"a\": [1, 2]}") << -1;
        QTest::newRow("huge number") << QByteArray("{\"a\": 1e999}") << -1;
        QTest::newRow("empty") << QByteArray("  ") << 2;
        QTest::newRow("bare word") << QByteArray("hello") << 0;
        QTest::newRow("comma too many") << QByteArray("{\"a\":1,}") << 7;
        QTest::newRow("cut") << QByteArray("{\"a\":") << 5;
        QTest::newRow("more behind it") << QByteArray("{} x") << 3;
    }

    void saysWhereATextStopsBeingJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, at);
        QCOMPARE(static_cast<int>(ui::models::jsonProblemAt(text).value_or(-1)), at);
    }
};

QTEST_MAIN(RequestCodeTest)
#include "tst_request_code.moc"
