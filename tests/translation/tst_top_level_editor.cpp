#include "gateway/translation/json/json_scanner.h"
#include "gateway/translation/json/request_facts.h"
#include "gateway/translation/json/top_level_editor.h"

#include <QTest>

#include <random>
#include <string>
#include <vector>

using namespace gateway;
using namespace gateway::translation;

namespace {

// Pieces from which random objects are made: values with the hunted name inside, odd spaces, escapes, repeats.
const std::vector<std::string> valuePieces = {
    "null", "-1.50e3",      "\"model\"",    R"({"model":"inner"})", R"([{"model":1},"}"])",
    "[ ]",  "\"a\\\"}{,\"", "\"\xC3\xA4\"", "{\n \"x\" : { } }",    "12345678901234567890123"};
const std::vector<std::string> namePieces = {"messages", "mode", "models", "Model", "a\\\"model", "\\\\model", "x", ""};
const std::vector<std::string> spacePieces = {"", "", " ", "\n  ", "\t", "\r\n"};

class ObjectMaker {
public:
    explicit ObjectMaker(unsigned seed) : m_random(seed) {}

    // Text before the hunted member's value, the value, and the text after it.
    std::vector<std::string> makeObjectAroundMember(const std::string &rawName)
    {
        std::string before = space() + "{" + space();
        for (unsigned count = pick(4); count > 0; --count)
            before += member() + space() + "," + space();
        before += "\"" + rawName + "\"" + space() + ":" + space();
        std::string after = space();
        for (unsigned count = pick(4); count > 0; --count)
            after += "," + space() + member() + space();
        after += "}" + space();
        return {before, value(), after};
    }

private:
    unsigned pick(std::size_t count) { return static_cast<unsigned>(m_random() % count); }
    std::string space() { return spacePieces[pick(spacePieces.size())]; }
    std::string value() { return valuePieces[pick(valuePieces.size())]; }
    std::string member()
    {
        return "\"" + namePieces[pick(namePieces.size())] + "\"" + space() + ":" + space() + value();
    }
    std::mt19937 m_random;
};

} // namespace

class TopLevelEditorTest : public QObject {
    Q_OBJECT
private slots:
    void leavesEveryOtherByteWhenItReplaces()
    {
        for (unsigned seed = 0; seed < 3000; ++seed) {
            const std::string name = seed % 3 == 0 ? "m\\u006fdel" : "model";
            const auto parts = ObjectMaker(seed).makeObjectAroundMember(name);
            const auto edited = setTopLevelMember(parts[0] + parts[1] + parts[2], "model", "\"new\"");
            QVERIFY(edited.has_value());
            QCOMPARE(*edited, parts[0] + "\"new\"" + parts[2]);
        }
    }

    void leavesAnObjectWithoutTheMemberWhenItRemoves()
    {
        for (unsigned seed = 0; seed < 1000; ++seed) {
            const auto parts = ObjectMaker(seed).makeObjectAroundMember("model");
            const std::string object = parts[0] + parts[1] + parts[2];
            const auto removed = removeTopLevelMember(object, "model");
            QVERIFY(removed.has_value());
            QVERIFY2(isWellFormedJson(*removed), removed->c_str());
            QVERIFY(!topLevelMember(*removed, "model")->has_value());
            QCOMPARE(*topLevelMember(*removed, "mode"), *topLevelMember(object, "mode"));
            QCOMPARE(*topLevelMember(*removed, "x"), *topLevelMember(object, "x"));
        }
    }

    void appendsWhatIsNotThere_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QByteArray>("edited");
        QTest::newRow("empty") << QByteArray("{}") << QByteArray(R"({"m":1})");
        QTest::newRow("empty with space") << QByteArray(" { \n} ") << QByteArray(" { \n\"m\":1} ");
        QTest::newRow("one") << QByteArray(R"({"a":{"m":0}})") << QByteArray(R"({"a":{"m":0},"m":1})");
        QTest::newRow("pretty") << QByteArray("{\n  \"a\": 2\n}\n") << QByteArray("{\n  \"a\": 2,\"m\":1\n}\n");
    }

    void appendsWhatIsNotThere()
    {
        QFETCH(QByteArray, object);
        QFETCH(QByteArray, edited);
        QCOMPARE(QByteArray::fromStdString(*setTopLevelMember(object.toStdString(), "m", "1")), edited);
    }

    void removesWithItsComma_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QByteArray>("edited");
        QTest::newRow("only") << QByteArray(R"({"m":1})") << QByteArray("{}");
        QTest::newRow("first") << QByteArray(R"({"m":1, "a":2})") << QByteArray(R"({"a":2})");
        QTest::newRow("middle") << QByteArray(R"({"a":2, "m":1, "b":3})") << QByteArray(R"({"a":2, "b":3})");
        QTest::newRow("last") << QByteArray(R"({"a":2, "m":[1] })") << QByteArray(R"({"a":2 })");
        QTest::newRow("every repeat") << QByteArray(R"({"m":1,"a":2,"m":3,"m":4})") << QByteArray(R"({"a":2})");
        QTest::newRow("absent") << QByteArray(R"( {"a":{"m":1}} )") << QByteArray(R"( {"a":{"m":1}} )");
    }

    void removesWithItsComma()
    {
        QFETCH(QByteArray, object);
        QFETCH(QByteArray, edited);
        QCOMPARE(QByteArray::fromStdString(*removeTopLevelMember(object.toStdString(), "m")), edited);
    }

    void readsAndReplacesTheLastOfRepeatedMembers()
    {
        const std::string object = R"({"m":1,"m" : 2 ,"a":3})";
        QCOMPARE(**topLevelMember(object, "m"), std::string("2"));
        QCOMPARE(*setTopLevelMember(object, "m", "{}"), std::string(R"({"m":1,"m" : {} ,"a":3})"));
    }

    void refusesWhatIsNotAnObject()
    {
        for (const char *text : {"", "[]", "{\"a\":1", "{} {}", "nonsense"}) {
            QCOMPARE(setTopLevelMember(text, "m", "1").error().code, ErrorCode::MalformedJson);
            QCOMPARE(removeTopLevelMember(text, "m").error().code, ErrorCode::MalformedJson);
            QCOMPARE(topLevelMember(text, "m").error().code, ErrorCode::MalformedJson);
        }
        QVERIFY(!setTopLevelMember("{}", "m", "1,\"x\":2").has_value());
    }

    void quotesEveryByteAsValidJson()
    {
        QCOMPARE(quoteJson("a\"b\\c\n\t\x01/\xC3\xA4"), std::string("\"a\\\"b\\\\c\\n\\t\\u0001/\xC3\xA4\""));
        QCOMPARE(quoteJson("\xC3(\xFF"), std::string("\"\xEF\xBF\xBD(\xEF\xBF\xBD\""));
        QCOMPARE(quoteJson({}), std::string("\"\""));
        std::mt19937 random(5);
        for (int round = 0; round < 3000; ++round) {
            std::string bytes(random() % 24, '\0');
            for (char &byte : bytes)
                byte = static_cast<char>(random() & 0xFFu);
            QVERIFY(isWellFormedJson(quoteJson(bytes)));
            const auto facts = readRequestFacts("{\"model\":" + quoteJson(bytes) + "}");
            if (isWellFormedJson("\"" + bytes + "\"") && bytes.find('\\') == std::string::npos)
                QCOMPARE(facts->model, bytes);
        }
    }
};

QTEST_APPLESS_MAIN(TopLevelEditorTest)
#include "tst_top_level_editor.moc"
