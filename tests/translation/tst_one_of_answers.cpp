// Gemini's "text/x.enum": an answer of one word, which other providers are asked for as an object.
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "tests/translation/codec_harness.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace codec_harness;

namespace {

const std::string words = R"({"type":"STRING","enum":["Percussion","String"],"description":"the kind"})";

Result<ChatRequest> decode(const std::string &config)
{
    const std::string body =
        R"({"contents":[{"role":"user","parts":[{"text":"What is a cello?"}]}],"generationConfig":)" + config + "}";
    return findClientDialect(DialectId::GeminiGenerate)->decodeRequest({body, "gpt-5", false, nullptr});
}

ChatRequest oneOfRequest()
{
    return *decode(R"({"responseMimeType":"text/x.enum","responseSchema":)" + words + "}");
}

Json encoded(const ChatRequest &request, DialectId provider, const std::string &model, ConversionReport &report)
{
    ExchangeState state(request, provider, "a1");
    const auto sent = findProviderDialect(provider)->encodeRequest(request, {model, {}}, state, report);
    return sent ? *parseJson(sent->body) : Json();
}

ChatResponse answerOf(const std::string &text)
{
    ChatResponse response;
    response.id = "r";
    response.model = "m";
    Choice choice;
    choice.parts.push_back(makeText(text));
    choice.finishReason = FinishReason::Stop;
    response.choices.push_back(std::move(choice));
    return response;
}

// The whole text that Gemini's client reads, of an answer and of a stream.
std::string readWhole(const ChatRequest &request, DialectId provider, const std::string &text)
{
    ExchangeState state(request, provider, "a1");
    const auto &client = *findClientDialect(DialectId::GeminiGenerate);
    const auto body = parseJson(client.encodeResponse(answerOf(text), state));
    return std::string(textMember((*body)["candidates"][0]["content"]["parts"][0], "text"));
}

std::string readStream(const ChatRequest &request, DialectId provider, const std::string &text)
{
    ExchangeState state(request, provider, "a1");
    StreamEvents events{MessageStarted{"r", "m", 1, {}, {}}, PartStarted{0, 0, makeText({})}};
    for (const char letter : text)
        events.emplace_back(PartDelta{0, PartDelta::Kind::Text, std::string(1, letter)});
    events.emplace_back(PartEnded{0, std::nullopt});
    events.emplace_back(ChoiceEnded{0, FinishReason::Stop, "stop", {}});
    events.emplace_back(MessageEnded{});
    const std::string wire = encodeEvents(*findClientDialect(DialectId::GeminiGenerate), state, events);
    const ChatRequest nothing;
    ExchangeState reading(nothing, DialectId::GeminiGenerate, "a2");
    ResponseCollector collector;
    for (const StreamEvent &event : decodeSseStream(*findProviderDialect(DialectId::GeminiGenerate), reading, wire))
        collector.add(event);
    return joinedText(collector.take()->choices.at(0).parts);
}

} // namespace

class OneOfAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackToGeminiAsItWas();
    void isAskedForAsAnObjectElsewhere();
    void isTakenOutOfTheObject_data();
    void isTakenOutOfTheObject();
    void staysWithGeminiAlone();
    void keepsOtherKindsForGemini();
};

void OneOfAnswersTest::comesBackToGeminiAsItWas()
{
    ConversionReport report;
    const Json body = encoded(oneOfRequest(), DialectId::GeminiGenerate, "gemini-2.5-flash", report);
    const Json &config = body["generationConfig"];
    QCOMPARE(std::string(textMember(config, "responseMimeType")), std::string("text/x.enum"));
    QVERIFY2(config["responseSchema"]["enum"] == Json::array({"Percussion", "String"}), config.dump().c_str());
    QCOMPARE(std::string(textMember(config["responseSchema"], "description")), std::string("the kind"));
    QVERIFY(!config.contains("responseJsonSchema"));
    QVERIFY(report.notes().empty());
}

void OneOfAnswersTest::isAskedForAsAnObjectElsewhere()
{
    ConversionReport report;
    const Json body = encoded(oneOfRequest(), DialectId::OpenAiResponses, "gpt-5", report);
    const Json &format = body["text"]["format"];
    QCOMPARE(std::string(textMember(format, "type")), std::string("json_schema"));
    QVERIFY2(format["schema"]["properties"]["value"]["enum"] == Json::array({"Percussion", "String"}),
             format.dump().c_str());
    QVERIFY(format["schema"]["required"] == Json::array({"value"}));
    QVERIFY(!report.hasDrops());
}

void OneOfAnswersTest::isTakenOutOfTheObject_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("an object") << QByteArray(R"({"value":"String"})") << QByteArray("String");
    QTest::newRow("with blanks") << QByteArray("{\n \"value\": \"String\"\n}") << QByteArray("String");
    QTest::newRow("a word") << QByteArray("String") << QByteArray("String");
    QTest::newRow("another object") << QByteArray(R"({"kind":"String"})") << QByteArray(R"({"kind":"String"})");
    QTest::newRow("a cut object") << QByteArray(R"({"value":"Str)") << QByteArray(R"({"value":"Str)");
}

void OneOfAnswersTest::isTakenOutOfTheObject()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, read);
    const ChatRequest request = oneOfRequest();
    QCOMPARE(QByteArray::fromStdString(readWhole(request, DialectId::OpenAiResponses, said.toStdString())), read);
    QCOMPARE(QByteArray::fromStdString(readStream(request, DialectId::OpenAiResponses, said.toStdString())), read);
}

void OneOfAnswersTest::staysWithGeminiAlone()
{
    const std::string object = R"({"value":"String"})";
    const ChatRequest request = oneOfRequest();
    QCOMPARE(readWhole(request, DialectId::GeminiGenerate, object), object);
    const auto schema = decode(R"({"responseMimeType":"application/json","responseSchema":)" + words + "}");
    QVERIFY(!schema->outputFormat.isOneOf);
    QCOMPARE(readStream(*schema, DialectId::OpenAiResponses, object), object);
}

void OneOfAnswersTest::keepsOtherKindsForGemini()
{
    const auto request = decode(R"({"responseMimeType":"text/x.enum"})"); // without a list there is nothing to ask for
    QVERIFY(request.has_value());
    ConversionReport own;
    const Json body = encoded(*request, DialectId::GeminiGenerate, "gemini-2.5-flash", own);
    QCOMPARE(std::string(textMember(body["generationConfig"], "responseMimeType")), std::string("text/x.enum"));
    ConversionReport foreign;
    encoded(*request, DialectId::OpenAiResponses, "gpt-5", foreign);
    QVERIFY(foreign.hasDrops());
}

QTEST_APPLESS_MAIN(OneOfAnswersTest)
#include "tst_one_of_answers.moc"
