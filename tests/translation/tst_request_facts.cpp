#include "gateway/translation/json/json_scanner.h"
#include "gateway/translation/json/request_facts.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <string>

using namespace gateway;
using namespace gateway::translation;

namespace {

std::string repeated(std::string_view text, std::size_t count)
{
    std::string all;
    for (std::size_t index = 0; index < count; ++index)
        all += text;
    return all;
}

} // namespace

class RequestFactsTest : public QObject {
    Q_OBJECT
private slots:
    void readsTheFactsOfAChatRequest()
    {
        const auto facts = readRequestFacts(
            R"({"messages":[{"role":"user","content":"hi","model":"inner"}],"model":"openai/gpt-5","stream":true,)"
            R"("stream_options":{"include_usage":true},"user":"u-7"})");
        QVERIFY(facts.has_value());
        QCOMPARE(facts->model, std::string("openai/gpt-5"));
        QVERIFY(facts->isStream);
        QVERIFY(facts->hasStreamOptions);
        QVERIFY(facts->asksForStreamUsage);
        QCOMPARE(facts->user, std::string("u-7"));
    }

    void readsTheSessionOfAnAnthropicRequest()
    {
        const auto facts =
            readRequestFacts("{\"model\":\"claude-x\",\"metadata\":{\"user_id\":\"{\\\"session\\\":\\\"5\\\"}\"}}");
        QVERIFY(facts.has_value());
        QCOMPARE(facts->user, std::string(R"({"session":"5"})"));
        QVERIFY(!facts->isStream);
        QVERIFY(!facts->hasStreamOptions);
    }

    void treatsNullAsAbsent()
    {
        const auto facts =
            readRequestFacts(R"({"model":null,"stream":null,"stream_options":null,"user":null,"metadata":null})");
        QVERIFY(facts.has_value());
        QVERIFY(facts->model.empty());
        QVERIFY(!facts->hasStreamOptions);
    }

    void takesTheLastOfRepeatedMembers()
    {
        const auto facts = readRequestFacts("{\"model\":\"a\",\"stream\":true,\"mod\\u0065l\":\"b\",\"stream\":false}");
        QVERIFY(facts.has_value());
        QCOMPARE(facts->model, std::string("b"));
        QVERIFY(!facts->isStream);
    }

    void tellsWhereEditsGo()
    {
        const std::string body = "{ \"model\":\"a\",\"stream_options\" : null ,\"mod\\u0065l\": \"b\" }";
        const auto facts = readRequestFacts(body);
        QVERIFY(facts.has_value());
        QCOMPARE(body.substr(facts->modelPlace.offset, facts->modelPlace.size), std::string("\"b\""));
        QCOMPARE(body.substr(facts->streamOptionsPlace.offset, facts->streamOptionsPlace.size), std::string("null"));
        QCOMPARE(body.substr(facts->endOfMembers), std::string(" }"));
        const auto empty = readRequestFacts(" { }");
        QVERIFY(empty.has_value());
        QCOMPARE(empty->modelPlace.size, std::size_t{0});
        QCOMPARE(empty->endOfMembers, std::size_t{2});
    }

    // The fast search looks at sixteen bytes at a time.
    void findsABadByteAtAnyPlaceOfAString()
    {
        for (std::size_t length = 0; length < 40; ++length) {
            for (const char bad : {'\x01', '\x1f', '\x80', '\xff'}) {
                const std::string start = "{\"a\":\"" + std::string(length, 'x');
                const auto facts = readRequestFacts(start + bad + std::string(20, 'y') + "\"}");
                QVERIFY(!facts.has_value());
                QVERIFY(facts.error().message.find("(byte " + std::to_string(start.size()) + ")") != std::string::npos);
            }
            QVERIFY(readRequestFacts("{\"a\":\"" + std::string(length, '\x7f') + "\"}").has_value());
        }
    }

    void decodesEscapesInTheModel()
    {
        const auto facts = readRequestFacts("{\"model\":\"a\\/b \\ud83d\\ude00 \\ud800 \\n\\\"\\\\\"}");
        QVERIFY(facts.has_value());
        QCOMPARE(facts->model, std::string("a/b \xF0\x9F\x98\x80 \xEF\xBF\xBD \n\"\\"));
    }

    void refusesWrongTypes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("member");
        QTest::newRow("model") << QByteArray(R"({"model":5})") << QByteArray("\"model\"");
        QTest::newRow("stream") << QByteArray(R"({"stream":"yes"})") << QByteArray("\"stream\"");
        QTest::newRow("options") << QByteArray(R"({"stream_options":[]})") << QByteArray("\"stream_options\"");
        QTest::newRow("usage") << QByteArray(R"({"stream_options":{"include_usage":1}})")
                               << QByteArray("\"stream_options.include_usage\"");
    }

    void refusesWrongTypes()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, member);
        const auto facts = readRequestFacts(body.toStdString());
        QVERIFY(!facts.has_value());
        QCOMPARE(facts.error().code, ErrorCode::InvalidRequest);
        QVERIFY(QByteArray::fromStdString(facts.error().message).contains(member));
    }

    void leavesTheJudgementOfTheUserToTheUpstream()
    {
        const auto facts = readRequestFacts(R"({"model":"m","user":7,"metadata":"x"})");
        QVERIFY(facts.has_value());
        QVERIFY(facts->user.empty());
    }

    void saysWhereTheBodyIsBroken()
    {
        const auto facts = readRequestFacts("{\"model\": \"m\",\n \"stream\" true}");
        QVERIFY(!facts.has_value());
        QCOMPARE(facts.error().code, ErrorCode::MalformedJson);
        QCOMPARE(facts.error().source, ErrorSource::Client);
        QVERIFY2(facts.error().message.find("line 2, column 11 (byte 25): expected a colon") != std::string::npos,
                 facts.error().message.c_str());
        const auto cut = readRequestFacts("{\"model\": \"m");
        QVERIFY(cut.error().message.find("the text ends") != std::string::npos);
    }

    void refusesWhatIsNotOneObject_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("space") << QByteArray("  \n");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("text") << QByteArray("\"{}\"");
        QTest::newRow("two") << QByteArray("{}{}");
        QTest::newRow("after") << QByteArray("{} x");
        QTest::newRow("zero byte after") << QByteArray("{}\0", 3);
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}");
        QTest::newRow("deep defect") << QByteArray(R"({"model":"m","messages":[{"content":tru}]})");
        QTest::newRow("latin-1") << QByteArray("{\"model\":\"m\",\"x\":\"\xE4\"}");
        QTest::newRow("single quotes") << QByteArray("{'model':'m'}");
        QTest::newRow("comment") << QByteArray("{} // no");
    }

    void refusesWhatIsNotOneObject()
    {
        QFETCH(QByteArray, body);
        const auto facts = readRequestFacts(body.toStdString());
        QVERIFY(!facts.has_value());
        QCOMPARE(facts.error().code, ErrorCode::MalformedJson);
    }

    void survivesDeepNesting()
    {
        const std::size_t depth = 2'000'000;
        QVERIFY(isWellFormedJson(repeated("[", depth) + repeated("]", depth)));
        QVERIFY(!isWellFormedJson(repeated("[", depth)));
        QVERIFY(!isWellFormedJson(repeated("{\"a\":", depth)));
        QVERIFY(readRequestFacts("{\"x\":" + repeated("[", depth) + repeated("]", depth) + ",\"model\":\"m\"}")->model
                == "m");
    }

    void knowsWellFormedValues_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"null",
                                 " true ",
                                 "false",
                                 "0",
                                 "-0",
                                 "-0.5",
                                 "1e999",
                                 "1E+2",
                                 "1e-2",
                                 "10.25",
                                 "123456789012345678901234567890",
                                 "\"\"",
                                 "\"\\u00e4\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                                 "\"\\ud800\"",
                                 "\"\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\xF4\x8F\xBF\xBF\"",
                                 "[]",
                                 "[ 1 , 2 ]",
                                 "{}",
                                 "{ \"a\" : [ { } ] }",
                                 "{\"a\":1,\"a\":2}",
                                 "\"\x7F\"",
                                 "\t\r\n[]\r\n\t"})
            QTest::newRow(text) << QByteArray(text);
    }

    void knowsWellFormedValues()
    {
        QFETCH(QByteArray, text);
        QVERIFY(isWellFormedJson(text.toStdString()));
    }

    void knowsMalformedValues_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",
                                 "nul",
                                 "nulll",
                                 "True",
                                 "-",
                                 "+1",
                                 "01",
                                 "-01",
                                 "1.",
                                 ".5",
                                 "1.e2",
                                 "1e",
                                 "1e+",
                                 "0x10",
                                 "NaN",
                                 "Infinity",
                                 "\"",
                                 "\"\\\"",
                                 "\"\\x\"",
                                 "\"\\u12g4\"",
                                 "\"\\u123\"",
                                 "\"\n\"",
                                 "\"\x1F\"",
                                 "\"\xFF\"",
                                 "\"\xC0\xAF\"",
                                 "\"\xC3\"",
                                 "\"\xC3\x28\"",
                                 "\"\xE2\x82\"",
                                 "\"\xE0\x80\x80\"",
                                 "\"\xED\xA0\x80\"",
                                 "\"\xF0\x80\x80\x80\"",
                                 "\"\xF4\x90\x80\x80\"",
                                 "\"\xF5\x80\x80\x80\"",
                                 "\"\x80\"",
                                 "[",
                                 "]",
                                 "[1,]",
                                 "[,1]",
                                 "[1 2]",
                                 "[1}",
                                 "{",
                                 "}",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{\"a\":1,}",
                                 "{,}",
                                 "{a:1}",
                                 "{1:1}",
                                 "{\"a\":1]",
                                 "{\"a\" 1}",
                                 "[]]",
                                 "1 2",
                                 "\v1",
                                 "\xC2\xA0"
                                 "1"})
            QTest::newRow(text) << QByteArray(text);
    }

    void knowsMalformedValues()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!isWellFormedJson(text.toStdString()));
    }

    // Every place of the string is tried in the eight-byte steps of the search.
    void findsSpecialBytesAtEveryPlace()
    {
        for (std::size_t length = 1; length < 40; ++length) {
            for (std::size_t place = 0; place < length; ++place) {
                std::string inside(length, 'a');
                inside[place] = '\x01';
                QVERIFY(!isWellFormedJson("\"" + inside + "\""));
                inside[place] = '"';
                QVERIFY(!isWellFormedJson("\"" + inside + "\""));
                inside[place] = '\xC3';
                QVERIFY(!isWellFormedJson("\"" + inside + "\""));
                inside[place] = '\x7F';
                QVERIFY(isWellFormedJson("\"" + inside + "\""));
            }
        }
    }

    // Escapes are passed in blocks: each stands across every border of one, alone and in runs.
    void readsEscapesAtEveryPlace()
    {
        for (const std::string_view escape : {"\\n", "\\\"", "\\\\", "\\/", "\\u00e4", "\\\\\\\"", "\\\"\\\\\\\\",
                                              "\\x", "\\", "\\u00g4", "\\\\\"", "\\\x01", "\\\xC3\xA4", "\xC3\xA4"}) {
            for (std::size_t before = 0; before < 40; ++before) {
                for (const std::size_t after : {0u, 1u, 15u, 16u, 40u}) {
                    std::string text =
                        "\"" + std::string(before, 'a') + std::string(escape) + std::string(after, 'b') + "\"";
                    QCOMPARE(isWellFormedJson(text), nlohmann::json::accept(text));
                    text += std::string(20, ' '); // so that its end is inside of a block too
                    QCOMPARE(isWellFormedJson(text), nlohmann::json::accept(text));
                }
            }
        }
    }

    // A library's judgement on small changes of a document that has everything in it.
    void agreesWithALibraryOnMutations()
    {
        const std::string base = "{\"a\":[1,-2.5e+3,true,false,null,\"x\\u00e4\\n\\\\\"],\"b\":{\"c\":{},\"d\":[]}, "
                                 "\"é€😀\" : \"ü\\ud83d\\ude00\"}";
        QVERIFY(isWellFormedJson(base));
        const std::string replacements = std::string("\"\\{}[],:0-.e+tun /a\n\x01\x80\xC3\xFF", 25);
        for (std::size_t place = 0; place < base.size(); ++place) {
            for (const char replacement : replacements) {
                std::string changed = base;
                changed[place] = replacement;
                // The library refuses lone surrogates and numbers out of range, which RFC 8259 allows.
                if (changed.find("\\u") == std::string::npos || base[place] == changed[place]
                    || (place > 40 && place < 80))
                    QCOMPARE(isWellFormedJson(changed), nlohmann::json::accept(changed));
            }
            std::string shorter = base;
            shorter.erase(place, 1);
            if (place > 40 && place < 80)
                QCOMPARE(isWellFormedJson(shorter), nlohmann::json::accept(shorter));
        }
    }
};

QTEST_APPLESS_MAIN(RequestFactsTest)
#include "tst_request_facts.moc"
