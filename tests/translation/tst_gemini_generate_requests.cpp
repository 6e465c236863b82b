#include "gateway/translation/dialects/gemini_generate/gemini_generate.h"
#include "tests/translation/dialect_fixtures.h"
#include "tests/support/json_comparison.h"

#include <QTest>

#include <algorithm>

using namespace gateway;
using namespace gateway::translation;

namespace {

constexpr const char *newModel = "gemini-3-pro-preview";
constexpr const char *oldModel = "gemini-2.5-flash";

std::string fixture(const char *name)
{
    return readDialectFixture((std::string("gemini_generate/requests/") + name).c_str());
}

Result<ChatRequest> decode(std::string_view body, std::string_view model = newModel, bool isStream = false)
{
    return geminiGenerateClient().decodeRequest({body, model, isStream, nullptr});
}

struct Encoded {
    Json body;
    std::string path;
    ConversionReport report;
    std::string outputTool;
};

Encoded encode(const ChatRequest &request, const std::string &model = newModel, const std::string &preset = {})
{
    ExchangeState state(request, DialectId::GeminiGenerate, "a1");
    Encoded result;
    const auto encoded = geminiGenerateProvider().encodeRequest(request, {model, preset}, state, result.report);
    if (!encoded) {
        result.body = encoded.error().message;
        return result;
    }
    result.path = encoded->path;
    result.body = *parseJson(encoded->body);
    result.outputTool = state.outputTool;
    return result;
}

// Values without the order of members.
nlohmann::json plain(const Json &value)
{
    return nlohmann::json::parse(value.dump());
}

Json at(const Json &value, const char *pointer)
{
    const Json::json_pointer place(pointer);
    return value.contains(place) ? value[place] : Json();
}

bool hasNote(const ConversionReport &report, ConversionNote::Kind kind, std::string_view pointer)
{
    return std::any_of(report.notes().begin(), report.notes().end(), [&](const ConversionNote &note) {
        return note.kind == kind && note.pointer.starts_with(pointer);
    });
}

Message userSays(std::string text)
{
    Message message;
    message.parts.push_back(makeText(std::move(text)));
    return message;
}

Message withRole(Role role, std::string text)
{
    Message message = userSays(std::move(text));
    message.role = role;
    return message;
}

Part callPart(std::string id, std::string name, std::string arguments)
{
    Part part;
    ToolCallPart call;
    call.id = std::move(id);
    call.name = std::move(name);
    call.arguments = std::move(arguments);
    part.content = std::move(call);
    return part;
}

Part resultPart(std::string id, std::string text, bool isError = false)
{
    Part part;
    ToolResultPart result;
    result.callId = std::move(id);
    result.isError = isError;
    result.content.push_back(makeText(std::move(text)));
    part.content = std::move(result);
    return part;
}

Message assistant(std::vector<Part> parts)
{
    Message message;
    message.role = Role::Assistant;
    message.parts = std::move(parts);
    return message;
}

Message toolMessage(std::vector<Part> parts)
{
    Message message;
    message.role = Role::Tool;
    message.parts = std::move(parts);
    return message;
}

ChatRequest foreign(std::vector<Message> messages = {userSays("Hi")})
{
    ChatRequest request;
    request.dialect = DialectId::AnthropicMessages;
    request.model = "m";
    request.messages = std::move(messages);
    return request;
}

Tool function(std::string name, Json schema = Json{{"type", "object"}})
{
    Tool tool;
    tool.name = std::move(name);
    tool.inputSchema = std::move(schema);
    return tool;
}

} // namespace

class GeminiGenerateRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void ownRequestsComeBackTheSame_data();
    void ownRequestsComeBackTheSame();
    void readsTheNamesOfTheProtoToo();
    void mediaIsReadInBothBase64Alphabets_data();
    void mediaIsReadInBothBase64Alphabets();
    void readsContentsInEveryForm_data();
    void readsContentsInEveryForm();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void wrongKindsNeverCrash_data();
    void wrongKindsNeverCrash();
    void pairsCallsAndResultsWithoutIds();
    void chunksOfOneStreamAreOneTurn();
    void joinsThoughtsToTheStateOfAnotherProvider();
    void theModelIsOneSegmentOfThePath_data();
    void theModelIsOneSegmentOfThePath();
    void resultsFollowTheirCallsInOrder();
    void aMissingResultIsPutIn();
    void resultsAreObjects_data();
    void resultsAreObjects();
    void gemini3GetsASignatureForTheFirstCallOfATurn();
    void statesGoBackToGeminiAlone();
    void mediaOfResultsFollowsOnOldModels();
    void systemTextStaysInItsPlace();
    void gemmaHasNoSystemInstruction();
    void oldModelsGetTheOpenApiSubset();
    void outputSchemaBesideFunctionsIsAForcedTool();
    void demandedToolsComeBeforeAnOutputByTool();
    void tellsWhenThoughtsCannotBeHad();
    void thinkingFitsTheModel_data();
    void thinkingFitsTheModel();
    void toolChoices_data();
    void toolChoices();
    void namespacedAndCustomToolsBecomeFunctions();
    void everyLossIsNoted();
    void aLongAgentRequestIsFast();
};

void GeminiGenerateRequestsTest::ownRequestsComeBackTheSame_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("Gemini CLI") << QByteArray("gemini_cli_turn.json");
    QTest::newRow("all members") << QByteArray("all_members.json");
    QTest::newRow("newest members") << QByteArray("newest_members.json");
}

void GeminiGenerateRequestsTest::ownRequestsComeBackTheSame()
{
    QFETCH(QByteArray, name);
    const std::string body = fixture(name.constData());
    const auto request = decode(body, newModel, true);
    QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
    QCOMPARE(request->model, std::string(newModel));
    QVERIFY(request->isStream);
    const Encoded encoded = encode(*request);
    const nlohmann::json wanted = nlohmann::json::parse(body);
    const std::string difference = nlohmann::json::diff(wanted, plain(encoded.body)).dump();
    QVERIFY2(plain(encoded.body) == wanted, difference.c_str());
    QCOMPARE(encoded.path, std::string("/v1beta/models/gemini-3-pro-preview:streamGenerateContent?alt=sse"));
    QVERIFY(encoded.report.notes().empty());
}

void GeminiGenerateRequestsTest::readsTheNamesOfTheProtoToo()
{
    const auto request = decode(fixture("snake_case.json"), oldModel);
    QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
    QVERIFY(request->extensions.isEmpty());
    const Json body = encode(*request, oldModel).body;
    QCOMPARE(at(body, "/systemInstruction/parts/0/text"), Json("Be brief."));
    QCOMPARE(at(body, "/contents/0/parts/1/inlineData/mimeType"), Json("image/png"));
    QCOMPARE(at(body, "/contents/1/parts/0/functionCall/args/city_name"), Json("Bern"));
    QCOMPARE(at(body, "/contents/1/parts/0/thoughtSignature"), Json("c2ln"));
    QCOMPARE(at(body, "/contents/2/role"), Json("user"));
    QCOMPARE(at(body, "/contents/2/parts/0/functionResponse/response/output"), Json("20"));
    const Json schema = at(body, "/tools/0/functionDeclarations/0/parametersJsonSchema");
    QCOMPARE(at(schema, "/type"), Json("object"));
    QCOMPARE(at(schema, "/properties/city_name/type"), Json::array({"string", "null"}));
    QCOMPARE(at(schema, "/properties/days/minItems"), Json(1));
    QCOMPARE(at(body, "/toolConfig/functionCallingConfig/allowedFunctionNames/0"), Json("get_weather"));
    QCOMPARE(at(body, "/generationConfig/maxOutputTokens"), Json(100));
    QCOMPARE(at(body, "/generationConfig/thinkingConfig/thinkingBudget"), Json(1024));
    QCOMPARE(at(body, "/generationConfig/responseJsonSchema/properties/a/type"), Json("string"));
}

void GeminiGenerateRequestsTest::mediaIsReadInBothBase64Alphabets_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("standard") << QByteArray("+/+/AA==") << QByteArray("+/+/AA==");
    QTest::newRow("for URLs, as Google's Python SDK writes it") << QByteArray("-_-_AA==") << QByteArray("+/+/AA==");
    QTest::newRow("for URLs, two letters short") << QByteArray("-_-_AA") << QByteArray("+/+/AA==");
    QTest::newRow("for URLs, one letter short") << QByteArray("-_-_AAA") << QByteArray("+/+/AAA=");
}

void GeminiGenerateRequestsTest::mediaIsReadInBothBase64Alphabets()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, read);
    const Json blob{{"mimeType", "image/png"}, {"data", sent.toStdString()}};
    const Json contents{{"role", "user"}, {"parts", Json::array({Json{{"inlineData", blob}}})}};
    const auto request = decode(Json{{"contents", Json::array({contents})}}.dump());
    QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
    const auto *media = request->messages.at(0).parts.at(0).as<MediaPart>();
    QVERIFY(media != nullptr);
    QCOMPARE(media->value, read.toStdString());
}

void GeminiGenerateRequestsTest::readsContentsInEveryForm_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("text") << QByteArray(R"("Hi")");
    QTest::newRow("one content") << QByteArray(R"({"parts":[{"text":"Hi"}]})");
    QTest::newRow("one part") << QByteArray(R"({"text":"Hi"})");
    QTest::newRow("list of text") << QByteArray(R"(["Hi"])");
    QTest::newRow("list of parts") << QByteArray(R"([{"text":"Hi"}])");
    QTest::newRow("usual") << QByteArray(R"([{"role":"user","parts":[{"text":"Hi"}]}])");
    QTest::newRow("role absent") << QByteArray(R"([{"parts":[{"text":"Hi"}]}])");
}

void GeminiGenerateRequestsTest::readsContentsInEveryForm()
{
    QFETCH(QByteArray, contents);
    const auto request = decode("{\"contents\":" + contents.toStdString() + "}");
    QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
    QCOMPARE(request->messages.size(), std::size_t(1));
    QVERIFY(request->messages.front() == userSays("Hi"));
}

void GeminiGenerateRequestsTest::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("pointer");
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("");
    QTest::newRow("no object") << QByteArray("[]") << QByteArray("");
    QTest::newRow("no contents") << QByteArray("{}") << QByteArray("/contents:");
    QTest::newRow("empty contents") << QByteArray(R"({"contents":[]})") << QByteArray("/contents:");
    QTest::newRow("role") << QByteArray(R"({"contents":[{"role":"assistant","parts":[]}]})")
                          << QByteArray("/contents/0/role:");
    QTest::newRow("empty part") << QByteArray(R"({"contents":[{"parts":[{}]}]})") << QByteArray("/contents/0/parts/0:");
    QTest::newRow("call of a user") << QByteArray(R"({"contents":[{"parts":[{"functionCall":{"name":"a"}}]}]})")
                                    << QByteArray("/contents/0/parts/0:");
    QTest::newRow("call without name") << QByteArray(R"({"contents":[{"role":"model","parts":[{"functionCall":{}}]}]})")
                                       << QByteArray("/contents/0/parts/0/functionCall/name:");
    QTest::newRow("temperature") << QByteArray(R"({"contents":"a","generationConfig":{"temperature":"hot"}})")
                                 << QByteArray("/generationConfig/temperature:");
    QTest::newRow("mode") << QByteArray(R"({"contents":"a","toolConfig":{"functionCallingConfig":{"mode":"SOME"}}})")
                          << QByteArray("/toolConfig/functionCallingConfig/mode:");
    QTest::newRow("tools") << QByteArray(R"({"contents":"a","tools":{}})") << QByteArray("/tools:");
}

void GeminiGenerateRequestsTest::refusesWhatMakesNoSense()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, pointer);
    const auto request = decode(body.toStdString());
    QVERIFY(!request.has_value());
    QCOMPARE(request.error().httpStatus(), 400);
    QVERIFY2(request.error().message.starts_with(pointer.toStdString()), request.error().message.c_str());
}

void GeminiGenerateRequestsTest::wrongKindsNeverCrash_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("Gemini CLI") << QByteArray("gemini_cli_turn.json");
    QTest::newRow("all members") << QByteArray("all_members.json");
    QTest::newRow("snake case") << QByteArray("snake_case.json");
}

void GeminiGenerateRequestsTest::wrongKindsNeverCrash()
{
    QFETCH(QByteArray, name);
    const Json original = *parseJson(fixture(name.constData()));
    const Json flat = original.flatten();
    std::vector<std::string> places;
    for (const auto &[pointer, value] : flat.items()) {
        for (std::size_t end = pointer.find('/', 1); end != std::string::npos; end = pointer.find('/', end + 1))
            places.push_back(pointer.substr(0, end));
        places.push_back(pointer);
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    int decoded = 0;
    for (const std::string &place : places) {
        for (const Json &wrong : {Json(nullptr), Json(-7.5), Json::array({1, nullptr}), Json::object({{"x", 1}}),
                                  Json("text"), Json(true), Json::array(), Json::object()}) {
            Json mutated = original;
            mutated[Json::json_pointer(place)] = wrong;
            const auto request = decode(mutated.dump());
            if (!request) {
                QCOMPARE(request.error().httpStatus(), 400);
                continue;
            }
            ++decoded;
            for (const char *model : {newModel, "gemini-1.5-pro", "gemma-3-27b-it"})
                static_cast<void>(encode(*request, model));
        }
    }
    QVERIFY(decoded > 50);
}

void GeminiGenerateRequestsTest::pairsCallsAndResultsWithoutIds()
{
    const auto request = decode(fixture("all_members.json"));
    QVERIFY(request.has_value());
    const auto &messages = request->messages;
    const auto calls = std::find_if(messages.begin(), messages.end(),
                                    [](const Message &message) { return message.role == Role::Assistant; });
    const auto results = calls + 1;
    QCOMPARE(results->role, Role::Tool);
    std::vector<std::string> callIds;
    std::vector<std::string> resultIds;
    for (const Part &part : calls->parts) {
        if (const auto *call = part.as<ToolCallPart>())
            callIds.push_back(call->id);
    }
    for (const Part &part : results->parts)
        resultIds.push_back(part.as<ToolResultPart>()->callId);
    QCOMPARE(callIds, resultIds);
    QVERIFY(callIds[0] != callIds[1]);
    QVERIFY(results->parts[1].as<ToolResultPart>()->isError);
    QCOMPARE((results + 1)->role, Role::User);
}

void GeminiGenerateRequestsTest::chunksOfOneStreamAreOneTurn()
{
    const auto request =
        decode(R"({"contents":[{"role":"user","parts":[{"text":"Both?"}]},)"
               R"({"role":"model","parts":[{"functionCall":{"id":"1","name":"f","args":{}}}]},)"
               R"({"role":"model","parts":[{"functionCall":{"id":"2","name":"f","args":{}}}],"own":1},)"
               R"({"role":"user","parts":[{"functionResponse":{"id":"1","name":"f","response":{}}},)"
               R"({"functionResponse":{"id":"2","name":"f","response":{}}}]}]})");
    QVERIFY(request.has_value());
    QCOMPARE(request->messages.size(), std::size_t(3));
    QCOMPARE(request->messages[1].parts.size(), std::size_t(2));
    QVERIFY(request->messages[1].extensions.find(DialectId::GeminiGenerate, "own"));
    QCOMPARE(request->messages[2].parts.size(), std::size_t(2));
}

void GeminiGenerateRequestsTest::joinsThoughtsToTheStateOfAnotherProvider()
{
    // base64 of "bilrost.anthropic_messages...c2ln"
    const OpaqueState state{DialectId::AnthropicMessages, "c2ln", "", false, false};
    const QByteArray packed = QByteArray::fromStdString(packState(state)).toBase64();
    const QByteArray urlSafe = QByteArray::fromStdString(packState(state))
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    for (const QByteArray &signature : {packed, urlSafe}) {
        const auto request = decode(R"({"contents":[{"role":"model","parts":[{"text":"I ","thought":true},)"
                                    R"({"text":"think","thought":true},{"text":"","thought":true,"thoughtSignature":")"
                                    + signature.toStdString() + R"("},{"text":"Hello"}]}]})");
        QVERIFY(request.has_value());
        const auto &parts = request->messages.front().parts;
        QCOMPARE(parts.size(), std::size_t(2));
        QCOMPARE(parts[0].as<ReasoningPart>()->text, std::string("I think"));
        QCOMPARE(parts[0].state, std::optional(state));
    }
}

void GeminiGenerateRequestsTest::theModelIsOneSegmentOfThePath_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("plain") << QByteArray("gemini-2.5-pro")
                           << QByteArray("/v1beta/models/gemini-2.5-pro:generateContent");
    QTest::newRow("models/") << QByteArray("models/gemma-3") << QByteArray("/v1beta/models/gemma-3:generateContent");
    QTest::newRow("tuned") << QByteArray("tunedModels/mine") << QByteArray("/v1beta/tunedModels/mine:generateContent");
    QTest::newRow("slash") << QByteArray("a/../b?c") << QByteArray("/v1beta/models/a%2F..%2Fb%3Fc:generateContent");
    QTest::newRow("colon") << QByteArray("a:b") << QByteArray("/v1beta/models/a%3Ab:generateContent");
    QTest::newRow("dots") << QByteArray("..") << QByteArray("");
    QTest::newRow("empty") << QByteArray("models/") << QByteArray("");
}

void GeminiGenerateRequestsTest::theModelIsOneSegmentOfThePath()
{
    QFETCH(QByteArray, model);
    QFETCH(QByteArray, path);
    QCOMPARE(encode(foreign(), model.toStdString()).path, path.toStdString());
}

void GeminiGenerateRequestsTest::resultsFollowTheirCallsInOrder()
{
    const ChatRequest request = foreign({userSays("Go"), assistant({makeText("Yes"), callPart("c1", "a", "{\"x\":1}")}),
                                         assistant({callPart("c2", "b", "")}), toolMessage({resultPart("c2", "two")}),
                                         withRole(Role::User, "And?"), toolMessage({resultPart("c1", "one")})});
    const Encoded encoded = encode(request);
    const Json &contents = *encoded.body.find("contents");
    QCOMPARE(contents.size(), std::size_t(3));
    QCOMPARE(at(contents, "/1/parts/1/functionCall/args/x"), Json(1));
    QCOMPARE(at(contents, "/1/parts/2/functionCall/args"), Json::object());
    QCOMPARE(at(contents, "/2/parts/0/functionResponse/id"), Json("c1"));
    QCOMPARE(at(contents, "/2/parts/0/functionResponse/name"), Json("a"));
    QCOMPARE(at(contents, "/2/parts/0/functionResponse/response/output"), Json("one"));
    QCOMPARE(at(contents, "/2/parts/1/functionResponse/id"), Json("c2"));
    QCOMPARE(at(contents, "/2/parts/2/text"), Json("And?"));
    QVERIFY(!at(encode(request, newModel, "vertex").body, "/contents/1/parts/1/functionCall").contains("id"));
}

void GeminiGenerateRequestsTest::aMissingResultIsPutIn()
{
    const ChatRequest request = foreign({userSays("Go"), assistant({callPart("c1", "a", "{}")}), userSays("Never mind"),
                                         toolMessage({resultPart("c9", "lost")})});
    const Encoded encoded = encode(request);
    QVERIFY(at(encoded.body, "/contents/2/parts/0/functionResponse/response").contains("error"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Injected, "/messages/1/content/0"));
    QVERIFY(at(encoded.body, "/contents/2/parts/2/text").dump().find("lost") != std::string::npos);
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Approximated, "/messages/3"));
}

void GeminiGenerateRequestsTest::resultsAreObjects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isError");
    QTest::addColumn<QByteArray>("response");
    QTest::newRow("text") << QByteArray("20 C") << false << QByteArray(R"({"output":"20 C"})");
    QTest::newRow("error") << QByteArray("no") << true << QByteArray(R"({"error":"no"})");
    QTest::newRow("object") << QByteArray(R"({"a":1})") << false << QByteArray(R"({"a":1})");
    QTest::newRow("object as error") << QByteArray(R"({"a":1})") << true << QByteArray(R"({"error":{"a":1}})");
    QTest::newRow("list") << QByteArray("[1]") << false << QByteArray(R"({"output":"[1]"})");
    QTest::newRow("reference") << QByteArray(R"({"$ref":"#/a"})") << false
                               << QByteArray(R"({"output":"{\"$ref\":\"#/a\"}"})");
}

void GeminiGenerateRequestsTest::resultsAreObjects()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isError);
    QFETCH(QByteArray, response);
    const ChatRequest request = foreign({userSays("Go"), assistant({callPart("c1", "a", "{}")}),
                                         toolMessage({resultPart("c1", text.toStdString(), isError)})});
    QCOMPARE(at(encode(request).body, "/contents/2/parts/0/functionResponse/response"),
             *parseJson(response.toStdString()));
}

void GeminiGenerateRequestsTest::gemini3GetsASignatureForTheFirstCallOfATurn()
{
    const ChatRequest request =
        foreign({userSays("Go"), assistant({callPart("c1", "a", "{}"), callPart("c2", "a", "{}")}),
                 toolMessage({resultPart("c1", "1"), resultPart("c2", "2")})});
    for (const char *model : {newModel, "gemini-flash-latest", "gemini-4-argon"}) {
        const Encoded encoded = encode(request, model);
        QCOMPARE(at(encoded.body, "/contents/1/parts/0/thoughtSignature"), Json("skip_thought_signature_validator"));
        QVERIFY(at(encoded.body, "/contents/1/parts/1/thoughtSignature").is_null());
        QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Injected, "/messages"));
    }
    QVERIFY(at(encode(request, oldModel).body, "/contents/1/parts/0/thoughtSignature").is_null());
}

void GeminiGenerateRequestsTest::statesGoBackToGeminiAlone()
{
    Part own = callPart("c1", "a", "{}");
    own.state = OpaqueState{DialectId::GeminiGenerate, "c2ln", "", false, false};
    Part thought;
    thought.content = ReasoningPart{"hmm", false};
    thought.state = OpaqueState{DialectId::AnthropicMessages, "c2ln", "", false, false};
    Part next;
    next.content = ReasoningPart{"", false};
    next.state = OpaqueState{DialectId::GeminiGenerate, "bmV4dA==", "", false, true};
    const ChatRequest request = foreign({userSays("Go"), assistant({thought, own, next, makeText("Hi")})});
    const Encoded encoded = encode(request);
    QCOMPARE(at(encoded.body, "/contents/1/parts").size(), std::size_t(2));
    QCOMPARE(at(encoded.body, "/contents/1/parts/0/thoughtSignature"), Json("c2ln"));
    QCOMPARE(at(encoded.body, "/contents/1/parts/1/thoughtSignature"), Json("bmV4dA=="));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Dropped, "/messages"));
}

void GeminiGenerateRequestsTest::mediaOfResultsFollowsOnOldModels()
{
    Part result = resultPart("c1", "a picture");
    Part image;
    image.content = MediaPart{MediaKind::Image, MediaPart::Source::Base64, "iVBORw0KGgo=", "image/png", "", ""};
    result.as<ToolResultPart>()->content.push_back(image);
    const ChatRequest request =
        foreign({userSays("Go"), assistant({callPart("c1", "a", "{}")}), toolMessage({result})});
    QCOMPARE(at(encode(request).body, "/contents/2/parts/0/functionResponse/parts/0/inlineData/mimeType"),
             Json("image/png"));
    const Encoded old = encode(request, oldModel);
    QVERIFY(at(old.body, "/contents/2/parts/0/functionResponse/parts").is_null());
    QCOMPARE(at(old.body, "/contents/2/parts/1/inlineData/mimeType"), Json("image/png"));
    QVERIFY(hasNote(old.report, ConversionNote::Kind::Approximated, "/messages"));
}

void GeminiGenerateRequestsTest::systemTextStaysInItsPlace()
{
    const ChatRequest request = foreign({withRole(Role::System, "A"), withRole(Role::Developer, "B"), userSays("Hi"),
                                         withRole(Role::System, "C"), userSays("Go")});
    const Encoded encoded = encode(request);
    QCOMPARE(at(encoded.body, "/systemInstruction/parts/1/text"), Json("B"));
    QCOMPARE(at(encoded.body, "/contents/0/parts/1/text"), Json("<system>\nC\n</system>"));
    QCOMPARE(at(encoded.body, "/contents").size(), std::size_t(1));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Approximated, "/messages/3"));
    const Encoded alone = encode(foreign({withRole(Role::System, "A")}));
    QCOMPARE(at(alone.body, "/contents/0/parts/0/text"), Json("A"));
}

void GeminiGenerateRequestsTest::gemmaHasNoSystemInstruction()
{
    const Encoded encoded = encode(foreign({withRole(Role::System, "A"), userSays("Hi")}), "gemma-3-27b-it");
    QVERIFY(!encoded.body.contains("systemInstruction"));
    QCOMPARE(at(encoded.body, "/contents/0/parts/0/text"), Json("A"));
    QCOMPARE(at(encoded.body, "/contents/0/parts/1/text"), Json("Hi"));
    QVERIFY(!encoded.report.notes().empty());
}

void GeminiGenerateRequestsTest::oldModelsGetTheOpenApiSubset()
{
    ChatRequest request = foreign();
    request.tools = {function("a", *parseJson(R"({"type":"object","properties":{"b":{"type":["string","null"]}}})")),
                     function("none")};
    const Json declarations = at(encode(request, "gemini-1.5-pro").body, "/tools/0/functionDeclarations");
    QCOMPARE(at(declarations, "/0/parameters/properties/b"), (Json{{"type", "STRING"}, {"nullable", true}}));
    QVERIFY(!declarations[1].contains("parameters"));
    QCOMPARE(at(encode(request).body, "/tools/0/functionDeclarations/0/parametersJsonSchema"),
             request.tools[0].inputSchema);
}

void GeminiGenerateRequestsTest::outputSchemaBesideFunctionsIsAForcedTool()
{
    ChatRequest request = foreign();
    request.outputFormat.kind = OutputFormat::Kind::JsonSchema;
    request.outputFormat.schema = *parseJson(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    QCOMPARE(at(encode(request, oldModel).body, "/generationConfig/responseJsonSchema"), request.outputFormat.schema);
    QVERIFY(at(encode(request, "gemini-2.0-flash").body, "/generationConfig/responseSchema/type") == Json("OBJECT"));
    request.tools = {function("a")};
    const Encoded old = encode(request, oldModel);
    QVERIFY(!old.outputTool.empty());
    QCOMPARE(at(old.body, "/tools/0/functionDeclarations/1/name"), Json(old.outputTool));
    QCOMPARE(at(old.body, "/toolConfig/functionCallingConfig/mode"), Json("ANY"));
    QVERIFY(at(old.body, "/generationConfig").is_null());
    QVERIFY(hasNote(old.report, ConversionNote::Kind::Injected, "/response_format"));
    const Encoded now = encode(request);
    QVERIFY(now.outputTool.empty());
    QCOMPARE(at(now.body, "/generationConfig/responseMimeType"), Json("application/json"));
}

void GeminiGenerateRequestsTest::demandedToolsComeBeforeAnOutputByTool()
{
    ChatRequest request = foreign();
    request.outputFormat.kind = OutputFormat::Kind::JsonSchema;
    request.outputFormat.description = "A city.";
    request.outputFormat.schema = *parseJson(R"({"type":"object","properties":{"a":{"type":"string"}}})");
    request.tools = {function("a"), function("b")};
    const auto namesFor = [&request](ToolChoice choice) {
        request.toolChoice = std::move(choice);
        return at(encode(request, oldModel).body, "/toolConfig/functionCallingConfig/allowedFunctionNames");
    };
    const Encoded plain = encode(request, oldModel);
    QCOMPARE(at(plain.body, "/tools/0/functionDeclarations/2/description"),
             Json("Give the final answer by calling this function. A city."));
    const std::string output = plain.outputTool;
    QCOMPARE(namesFor({ToolChoice::Kind::Named, "b", {}, false}), Json::array({"b"}));
    QCOMPARE(namesFor({ToolChoice::Kind::Named, "unknown", {}, false}), Json::array({output}));
    QCOMPARE(namesFor({ToolChoice::Kind::None, {}, {}, false}), Json::array({output}));
    QCOMPARE(namesFor({ToolChoice::Kind::Allowed, {}, {"a"}, false}), Json::array({"a", output}));
    QVERIFY(!hasNote(encode(request, oldModel).report, ConversionNote::Kind::Approximated, "/tool_choice"));
    QCOMPARE(namesFor({ToolChoice::Kind::Allowed, {}, {"a"}, true}), Json::array({"a", output}));
    QVERIFY(hasNote(encode(request, oldModel).report, ConversionNote::Kind::Approximated, "/tool_choice"));
    QCOMPARE(namesFor({ToolChoice::Kind::Required, {}, {}, false}), Json());
    QVERIFY(hasNote(encode(request, oldModel).report, ConversionNote::Kind::Approximated, "/tool_choice"));
}

void GeminiGenerateRequestsTest::tellsWhenThoughtsCannotBeHad()
{
    ChatRequest request = foreign();
    request.reasoning.includesText = true;
    QVERIFY(hasNote(encode(request, "gemini-2.0-flash").report, ConversionNote::Kind::Approximated, "/reasoning"));
    QVERIFY(!hasNote(encode(request).report, ConversionNote::Kind::Approximated, "/reasoning"));
}

void GeminiGenerateRequestsTest::thinkingFitsTheModel_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<int>("effort"); // -1: none said
    QTest::addColumn<int>("budget"); // -2: none said
    QTest::addColumn<QByteArray>("thinking");
    const auto row = [](const char *name, const char *model, int effort, int budget, const char *thinking) {
        QTest::newRow(name) << QByteArray(model) << effort << budget << QByteArray(thinking);
    };
    const int none = static_cast<int>(ReasoningEffort::None);
    const int low = static_cast<int>(ReasoningEffort::Low);
    const int maximum = static_cast<int>(ReasoningEffort::Maximum);
    row("level", "gemini-3-pro-preview", low, -2, R"({"includeThoughts":true,"thinkingLevel":"LOW"})");
    row("greatest level", "gemini-3-pro-preview", maximum, -2, R"({"includeThoughts":true,"thinkingLevel":"HIGH"})");
    row("budget as level", "gemini-3-flash-preview", -1, 12000, R"({"includeThoughts":true,"thinkingLevel":"MEDIUM"})");
    row("off on Pro 3", "gemini-3-pro-preview", none, -2, R"({"includeThoughts":true,"thinkingLevel":"LOW"})");
    row("off on Flash 3", "gemini-3-flash-preview", none, -2, R"({"includeThoughts":true,"thinkingLevel":"MINIMAL"})");
    row("budget", "gemini-2.5-pro", -1, 5000, R"({"includeThoughts":true,"thinkingBudget":5000})");
    row("too great a budget", "gemini-2.5-flash", -1, 31999, R"({"includeThoughts":true,"thinkingBudget":24576})");
    row("effort as budget", "gemini-2.5-pro", low, -2, R"({"includeThoughts":true,"thinkingBudget":4096})");
    row("off on Pro 2.5", "gemini-2.5-pro", none, -2, R"({"includeThoughts":true,"thinkingBudget":128})");
    row("does not think", "gemini-2.0-flash", low, -2, "null");
}

void GeminiGenerateRequestsTest::thinkingFitsTheModel()
{
    QFETCH(QByteArray, model);
    QFETCH(int, effort);
    QFETCH(int, budget);
    QFETCH(QByteArray, thinking);
    ChatRequest request = foreign();
    request.reasoning.mode = ReasoningOptions::Mode::Enabled;
    if (effort >= 0)
        request.reasoning.effort = static_cast<ReasoningEffort>(effort);
    if (budget > -2)
        request.reasoning.budgetTokens = budget;
    const Encoded encoded = encode(request, model.toStdString());
    QCOMPARE(QByteArray::fromStdString(plain(at(encoded.body, "/generationConfig/thinkingConfig")).dump()), thinking);
}

void GeminiGenerateRequestsTest::toolChoices_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isRequired");
    QTest::addColumn<QByteArray>("config");
    const auto row = [](const char *name, ToolChoice::Kind kind, bool isRequired, const char *config) {
        QTest::newRow(name) << static_cast<int>(kind) << isRequired << QByteArray(config);
    };
    row("auto", ToolChoice::Kind::Auto, false, R"({"mode":"AUTO"})");
    row("none", ToolChoice::Kind::None, false, R"({"mode":"NONE"})");
    row("required", ToolChoice::Kind::Required, false, R"({"mode":"ANY"})");
    row("named", ToolChoice::Kind::Named, false, R"({"allowedFunctionNames":["a_b"],"mode":"ANY"})");
    row("allowed", ToolChoice::Kind::Allowed, false, R"({"allowedFunctionNames":["a_b"],"mode":"VALIDATED"})");
    row("one of", ToolChoice::Kind::Allowed, true, R"({"allowedFunctionNames":["a_b"],"mode":"ANY"})");
}

void GeminiGenerateRequestsTest::toolChoices()
{
    QFETCH(int, kind);
    QFETCH(bool, isRequired);
    QFETCH(QByteArray, config);
    ChatRequest request = foreign();
    request.tools = {function("a/b"), function("c")};
    ToolChoice choice;
    choice.kind = static_cast<ToolChoice::Kind>(kind);
    choice.name = "a/b";
    choice.allowed = {"a/b"};
    choice.isRequired = isRequired;
    request.toolChoice = choice;
    const Encoded encoded = encode(request);
    QCOMPARE(QByteArray::fromStdString(plain(at(encoded.body, "/toolConfig/functionCallingConfig")).dump()), config);
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Renamed, "/tools/0/name"));
}

void GeminiGenerateRequestsTest::namespacedAndCustomToolsBecomeFunctions()
{
    ChatRequest request = foreign({userSays("Go")});
    request.dialect = DialectId::OpenAiResponses;
    Tool shared = function("run");
    shared.toolNamespace = "mcp__x";
    Tool other = function("run");
    other.toolNamespace = "mcp__y";
    Tool alone = function("stop");
    alone.toolNamespace = "mcp__x";
    Tool custom;
    custom.kind = Tool::Kind::Custom;
    custom.name = "patch";
    Tool search;
    search.kind = Tool::Kind::BuiltIn;
    search.name = "web_search";
    search.origin = DialectId::OpenAiResponses;
    search.raw = Json{{"type", "web_search"}};
    request.tools = {shared, other, alone, custom, search};
    const Encoded encoded = encode(request);
    const Json declarations = at(encoded.body, "/tools/0/functionDeclarations");
    QCOMPARE(declarations.size(), std::size_t(4));
    QCOMPARE(at(declarations, "/0/name"), Json("mcp__x__run"));
    QCOMPARE(at(declarations, "/1/name"), Json("mcp__y__run"));
    QCOMPARE(at(declarations, "/2/name"), Json("stop"));
    QCOMPARE(at(declarations, "/3/parametersJsonSchema/required/0"), Json("input"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Approximated, "/tools/3"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Dropped, "/tools/4"));
}

void GeminiGenerateRequestsTest::everyLossIsNoted()
{
    ChatRequest request = foreign();
    request.messages[0].name = "bob";
    request.messages[0].parts[0].cacheMarker = CacheMarker{"5m"};
    request.allowsParallelToolCalls = false;
    request.verbosity = "low";
    request.endUserId = "u";
    request.promptCacheKey = "k";
    request.metadata = Json{{"a", "b"}};
    request.mayStore = true;
    request.serviceTier = "priority";
    request.sampling.logitBias = Json{{"1", 2}};
    request.sampling.seed = 99'999'999'999;
    request.sampling.stopSequences = {"1", "2", "3", "4", "5", "6"};
    request.sampling.frequencyPenalty = 0.5;
    request.extensions.set(DialectId::AnthropicMessages, "context_management", Json::object());
    const Encoded encoded = encode(request, oldModel);
    for (const char *pointer : {"/messages/0/name", "/messages/0/content/0/cache_control", "/parallel_tool_calls",
                                "/verbosity", "/user", "/prompt_cache_key", "/metadata", "/store", "/service_tier",
                                "/logit_bias", "/seed", "/stop", "/frequency_penalty", "/context_management"})
        QVERIFY2(hasNote(encoded.report, ConversionNote::Kind::Dropped, pointer), pointer);
    QCOMPARE(at(encoded.body, "/generationConfig/stopSequences").size(), std::size_t(5));
    request.previousResponseId = "resp_1";
    QVERIFY(encode(request).body.is_string());
}

void GeminiGenerateRequestsTest::aLongAgentRequestIsFast()
{
    std::vector<Message> messages{withRole(Role::System, std::string(20'000, 's'))};
    for (int i = 0; i < 60; ++i) {
        const std::string id = "call_" + std::to_string(i);
        messages.push_back(assistant({makeText("I look."), callPart(id, "read", R"({"path":"/a/b/c"})")}));
        messages.push_back(toolMessage({resultPart(id, std::string(1000, 'x'))}));
        messages.push_back(userSays("Go on."));
    }
    const ChatRequest request = foreign(messages);
    const std::string body = encode(request).body.dump();
    QVERIFY(body.size() > 80'000);
    QBENCHMARK
    {
        QVERIFY(decode(body).has_value());
        static_cast<void>(encode(request));
    }
}

QTEST_APPLESS_MAIN(GeminiGenerateRequestsTest)
#include "tst_gemini_generate_requests.moc"
