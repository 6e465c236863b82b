#include "gateway/storage/json_text.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <string>

using namespace gateway;
using namespace gateway::storage;

class JsonTextTest : public QObject {
    Q_OBJECT

private slots:
    void writesEveryText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("plain") << QByteArray("gpt-5");
        QTest::newRow("json") << QByteArray("{\"prompt_tokens\":33,\"path\":\"C:\\\\x\"}");
        QTest::newRow("controls") << QByteArray("\0a\tb\r\n\x1f\x7f", 8);
        QTest::newRow("characters") << QByteArray("\"Größe: 5 €, 😀\"");
    }

    void writesEveryText()
    {
        QFETCH(QByteArray, text);
        std::string json = "[";
        appendJsonString(json, text.toStdString());
        json += ']';
        const nlohmann::json read = nlohmann::json::parse(json, nullptr, false);
        QVERIFY(read.is_array());
        QCOMPARE(read[0].get<std::string>(), text.toStdString());
    }

    void keepsBytesThatAreNoText()
    {
        const std::string bytes = "\"\xff\xc3(";
        std::string json;
        appendJsonString(json, bytes);
        QCOMPARE(stringFromJson(parseJson(json)), bytes);
    }

    void writesHeadersInTheirOrder()
    {
        const HeaderList headers{{"A", "1"}, {"b", "say \"hi\""}, {"\xff", "2"}, {"a", ""}};
        std::string json;
        appendJsonHeaders(json, headers);
        QCOMPARE(headersFromJson(parseJson(json)), headers);
        json.clear();
        appendJsonHeaders(json, {});
        QCOMPARE(json, std::string("[]"));
    }
};

QTEST_APPLESS_MAIN(JsonTextTest)
#include "tst_json_text.moc"
