#include "gateway/translation/dialects/gemini_generate/gemini_generate.h"
#include "gateway/translation/dialects/kept_state.h"
#include "gateway/translation/dialects/openai_responses/openai_responses.h"
#include "tests/translation/conversion_notes.h"
#include "tests/translation/dialect_fixtures.h"
#include "tests/support/json_comparison.h"
#include "tools/demo_provider/openai_responses_rules.h"

#include <algorithm>
#include <set>

#include <QTest>

using namespace gateway;
using namespace gateway::translation;

namespace {

using PlainJson = nlohmann::json; // compares without regard to the order of members

Result<ChatRequest> decode(std::string_view body)
{
    ClientCall call;
    call.body = body;
    return openAiResponsesClient().decodeRequest(call);
}

struct Encoded {
    PlainJson body;
    ConversionReport report;
    std::string error;
};

Encoded encode(const ChatRequest &request, const std::string &model = "gpt-5")
{
    Encoded encoded;
    ExchangeState state(request, DialectId::OpenAiResponses, "a1");
    const auto result = openAiResponsesProvider().encodeRequest(request, {model, "openai"}, state, encoded.report);
    if (!result)
        encoded.error = result.error().message;
    else
        encoded.body = PlainJson::parse(result->body, nullptr, false);
    return encoded;
}

// OpenAI reads null as absent.
PlainJson withoutNulls(const PlainJson &value)
{
    PlainJson result = value;
    if (value.is_object()) {
        result = PlainJson::object();
        for (const auto &[name, member] : value.items()) {
            if (!member.is_null())
                result[name] = withoutNulls(member);
        }
    } else if (value.is_array()) {
        result = PlainJson::array();
        for (const PlainJson &element : value)
            result.push_back(withoutNulls(element));
    }
    return result;
}

std::vector<std::string> itemTypes(const PlainJson &body)
{
    std::vector<std::string> types;
    for (const PlainJson &item : body.at("input"))
        types.push_back(item.value("type", ""));
    return types;
}

Part callPart(std::string id, std::string name, std::string arguments)
{
    ToolCallPart call;
    call.id = std::move(id);
    call.name = std::move(name);
    call.arguments = std::move(arguments);
    Part part;
    part.content = std::move(call);
    return part;
}

Part resultPart(std::string id, std::string name, std::string text)
{
    ToolResultPart result;
    result.callId = std::move(id);
    result.toolName = std::move(name);
    result.content.push_back(makeText(std::move(text)));
    Part part;
    part.content = std::move(result);
    return part;
}

Message messageOf(Role role, std::vector<Part> parts)
{
    Message message;
    message.role = role;
    message.parts = std::move(parts);
    return message;
}

// As an agent of Anthropic's dialect asks.
ChatRequest foreignRequest()
{
    ChatRequest request;
    request.dialect = DialectId::AnthropicMessages;
    request.model = "openai/gpt-5";
    request.messages.push_back(messageOf(Role::System, {makeText("One."), makeText("Two.")}));
    request.messages.back().isTopLevel = true;
    request.messages.push_back(messageOf(Role::User, {makeText("Hello")}));
    return request;
}

} // namespace

class OpenAiResponsesRequestTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackAsItWasWritten_data();
    void comesBackAsItWasWritten();
    void groupsItemsIntoTurns();
    void flattensNamespaces();
    void namesTheToolOfAResult();
    void namesThePlaceOfAnError_data();
    void namesThePlaceOfAnError();
    void survivesWrongKindsEverywhere();
    void writesForeignRequestsWithWhatOpenAiNeeds();
    void sendsNoIdsOfFilesThatAnotherKeeps();
    void passesTheRulesOfAStrictEndpoint_data();
    void passesTheRulesOfAStrictEndpoint();
    void asksNoReasoningOfPlainModels();
    void fitsEffortsToTheModel();
    void asksUnknownModelsForReasoningOnlyWhenTheClientInsists();
    void notesWhatCannotBeSaid_data();
    void notesWhatCannotBeSaid();
    void dropsForeignReasoningAndKeepsItsOwn();
    void sendsNoForeignIds();
    void pairsCallsWithoutIdsWithTheirResults();
    void givesHeldStateBackToTheNextPart();
    void keepsLaterSystemTextInItsPlace();
    void renamesToolsThatOpenAiRefuses();
    void turnsForeignBuiltInToolsAway();
    void refusesWhatAnotherProviderKeeps();
};

void OpenAiResponsesRequestTest::comesBackAsItWasWritten_data()
{
    QTest::addColumn<QString>("path");
    for (const char *name : {"agent_turn", "text_input", "codex_turn", "options", "newest_members"})
        QTest::newRow(name) << QStringLiteral("openai_responses/requests/%1.json").arg(QLatin1String(name));
}

void OpenAiResponsesRequestTest::comesBackAsItWasWritten()
{
    QFETCH(QString, path);
    const std::string body = readDialectFixture(path.toUtf8().constData());
    const auto request = decode(body);
    QVERIFY2(request, request ? "" : request.error().message.c_str());
    const Encoded encoded = encode(*request, request->model);
    const PlainJson expected = withoutNulls(PlainJson::parse(body));
    QVERIFY2(encoded.body == expected, PlainJson::diff(expected, encoded.body).dump().c_str());
    QVERIFY2(encoded.report.notes().empty(),
             encoded.report.notes().empty() ? "" : encoded.report.notes().front().pointer.c_str());
}

void OpenAiResponsesRequestTest::groupsItemsIntoTurns()
{
    const auto request = decode(readDialectFixture("openai_responses/requests/codex_turn.json"));
    QVERIFY(request.has_value());
    std::vector<Role> roles;
    for (const Message &message : request->messages)
        roles.push_back(message.role);
    QCOMPARE(roles, (std::vector<Role>{Role::Developer, Role::User, Role::Assistant, Role::Tool, Role::Assistant,
                                       Role::User, Role::Assistant}));
    const auto &turn = request->messages[2].parts;
    QCOMPARE(turn.size(), std::size_t(6));
    QCOMPARE(turn[0].as<ReasoningPart>()->text, std::string("First.\n\nSecond."));
    QCOMPARE(turn[0].state->data, std::string("gAAAAABo"));
    QCOMPARE(turn[0].state->itemId, std::string("rs_01"));
    QCOMPARE(turn[4].as<ToolCallPart>()->toolNamespace, std::string("multi_agent_v1"));
    QVERIFY(turn[5].as<ToolCallPart>()->kind == ToolCallPart::Kind::Custom);
    QVERIFY(request->messages[5].parts[3].as<OpaquePart>());
}

void OpenAiResponsesRequestTest::flattensNamespaces()
{
    const auto request = decode(readDialectFixture("openai_responses/requests/codex_turn.json"));
    QVERIFY(request.has_value());
    QCOMPARE(request->tools.size(), std::size_t(5));
    QCOMPARE(request->tools[1].name, std::string("spawn_agent"));
    QCOMPARE(request->tools[1].toolNamespace, std::string("multi_agent_v1"));
    QCOMPARE(request->tools[2].namespaceDescription, std::string("Agents."));
    QVERIFY(request->tools[3].kind == Tool::Kind::Custom);
    QVERIFY(request->tools[4].kind == Tool::Kind::BuiltIn);
    QVERIFY(request->reasoning.wantsEncrypted);
}

void OpenAiResponsesRequestTest::namesTheToolOfAResult()
{
    const auto request = decode(readDialectFixture("openai_responses/requests/codex_turn.json"));
    QVERIFY(request.has_value());
    QCOMPARE(request->messages[3].parts[0].as<ToolResultPart>()->toolName, std::string("spawn_agent"));
}

void OpenAiResponsesRequestTest::namesThePlaceOfAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("no object") << QByteArray("[]") << QByteArray(":");
    QTest::newRow("no model") << QByteArray(R"({"input":"x"})") << QByteArray("/model: ");
    QTest::newRow("no input") << QByteArray(R"({"model":"m"})") << QByteArray("/input: ");
    QTest::newRow("number") << QByteArray(R"({"model":"m","input":"x","temperature":"1"})")
                            << QByteArray("/temperature: ");
    QTest::newRow("item") << QByteArray(R"({"model":"m","input":["x"]})") << QByteArray("/input/0: ");
    QTest::newRow("role") << QByteArray(R"({"model":"m","input":[{"role":"king","content":"x"}]})")
                          << QByteArray("/input/0/role: ");
    QTest::newRow("content") << QByteArray(R"({"model":"m","input":[{"role":"user","content":[1]}]})")
                             << QByteArray("/input/0/content/0: ");
    QTest::newRow("call id") << QByteArray(R"({"model":"m","input":[{"type":"function_call_output","output":""}]})")
                             << QByteArray("/input/0/call_id: ");
    QTest::newRow("tool") << QByteArray(R"({"model":"m","input":"x","tools":[{"type":"function"}]})")
                          << QByteArray("/tools/0/name: ");
    QTest::newRow("tool in namespace") << QByteArray(
        R"({"model":"m","input":"x","tools":[{"type":"namespace","name":"n","tools":[{"type":"function"}]}]})")
                                       << QByteArray("/tools/0/tools/0/name: ");
}

void OpenAiResponsesRequestTest::namesThePlaceOfAnError()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, start);
    const auto request = decode(body.toStdString());
    QVERIFY(!request);
    QCOMPARE(request.error().httpStatus(), 400);
    QVERIFY2(request.error().message.starts_with(start.toStdString()), request.error().message.c_str());
}

// Every member and element of the fixtures is replaced by a value of each other kind.
void OpenAiResponsesRequestTest::survivesWrongKindsEverywhere()
{
    const std::vector<PlainJson> strangers{nullptr,
                                           true,
                                           -1,
                                           1e300,
                                           "x",
                                           PlainJson::array(),
                                           PlainJson::object(),
                                           PlainJson{1, "a"},
                                           PlainJson{{"type", "x"}}};
    int accepted = 0;
    for (const char *path : {"openai_responses/requests/codex_turn.json", "openai_responses/requests/options.json"}) {
        const PlainJson body = PlainJson::parse(readDialectFixture(path));
        const PlainJson flat = body.flatten();
        std::set<std::string> places;
        for (const auto &[pointer, value] : flat.items()) {
            for (auto place = PlainJson::json_pointer(pointer); !place.empty(); place = place.parent_pointer())
                places.insert(place.to_string());
        }
        for (const std::string &place : places) {
            for (const PlainJson &stranger : strangers) {
                PlainJson changed = body;
                changed[PlainJson::json_pointer(place)] = stranger;
                const auto request = decode(changed.dump());
                if (!request) {
                    QCOMPARE(request.error().httpStatus(), 400);
                    continue;
                }
                ++accepted;
                QVERIFY2(encode(*request).body.is_object(), place.c_str());
            }
        }
    }
    QVERIFY(accepted > 100);
}

void OpenAiResponsesRequestTest::writesForeignRequestsWithWhatOpenAiNeeds()
{
    ChatRequest request = foreignRequest();
    Tool tool;
    tool.name = "read";
    tool.inputSchema = Json{{"properties", Json::object()}};
    request.tools.push_back(tool);
    request.reasoning.mode = ReasoningOptions::Mode::Enabled;
    request.reasoning.budgetTokens = 31999;
    request.sampling.maxOutputTokens = 4;
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.body["instructions"].get<std::string>(), std::string("One.\n\nTwo."));
    QCOMPARE(encoded.body["store"], PlainJson(false));
    QCOMPARE(encoded.body["include"], PlainJson({"reasoning.encrypted_content"}));
    QCOMPARE(encoded.body["reasoning"], PlainJson({{"effort", "high"}, {"summary", "auto"}}));
    QCOMPARE(encode(request, "gpt-5.2").body["reasoning"]["effort"], PlainJson("xhigh"));
    QCOMPARE(encoded.body["tools"][0]["strict"], PlainJson(false));
    QCOMPARE(encoded.body["tools"][0]["parameters"]["type"], PlainJson("object"));
    QCOMPARE(encoded.body["max_output_tokens"], PlainJson(16));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Injected, "/store"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Injected, "/include"));
}

void OpenAiResponsesRequestTest::sendsNoIdsOfFilesThatAnotherKeeps()
{
    ChatRequest request = foreignRequest();
    Part file;
    file.content = MediaPart{MediaKind::Document, MediaPart::Source::FileId, "file_011", "", "", ""};
    request.messages = {messageOf(Role::User, {makeText("Read this."), file})};
    const Encoded foreign = encode(request);
    QCOMPARE(foreign.body["input"][0]["content"].size(), std::size_t(1));
    QVERIFY(hasNote(foreign.report, ConversionNote::Kind::Dropped, "/messages/0/content/0"));
    request.dialect = DialectId::OpenAiChat; // of the same account
    QCOMPARE(encode(request).body["input"][0]["content"][1]["file_id"], PlainJson("file_011"));
}

void OpenAiResponsesRequestTest::passesTheRulesOfAStrictEndpoint_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::newRow("reasoning") << QByteArray("gpt-5");
    QTest::newRow("plain") << QByteArray("gpt-4o");
}

void OpenAiResponsesRequestTest::passesTheRulesOfAStrictEndpoint()
{
    QFETCH(QByteArray, model);
    ChatRequest request = foreignRequest();
    Part thought;
    thought.content = ReasoningPart{"Hm.", false};
    thought.state = OpaqueState{DialectId::AnthropicMessages, "EqQB", {}, false, false};
    Part file;
    file.content = MediaPart{MediaKind::Document, MediaPart::Source::Base64, "JVBERi0xLjQK", "application/pdf", "", ""};
    Part failed = resultPart("toolu_1", "mcp.read/x", "No such file");
    failed.as<ToolResultPart>()->isError = true;
    request.messages.push_back(messageOf(Role::User, {file}));
    request.messages.push_back(messageOf(Role::Assistant, {thought, callPart("toolu_1", "mcp.read/x", "")}));
    request.messages.push_back(messageOf(Role::Tool, {failed}));
    request.messages.push_back(messageOf(Role::System, {makeText("Now in French.")}));
    request.messages.push_back(messageOf(Role::Assistant, {thought}));
    Tool tool;
    tool.name = "mcp.read/x";
    tool.inputSchema = Json{{"properties", Json::object()}};
    tool.extensions.set(DialectId::AnthropicMessages, "defer_loading", true);
    request.tools.push_back(tool);
    request.toolChoice = ToolChoice{ToolChoice::Kind::Named, "mcp.read/x", {}, false};
    request.reasoning.mode = ReasoningOptions::Mode::Adaptive;
    request.reasoning.effort = ReasoningEffort::High;
    request.sampling.maxOutputTokens = 5;
    request.sampling.temperature = 0.2;
    request.endUserId = std::string(150, 'u');
    request.outputFormat.kind = OutputFormat::Kind::JsonSchema;
    request.outputFormat.schema = Json{{"type", "object"}, {"properties", Json::object()}};
    request.metadata = Json{{"a", 1}};
    const Encoded encoded = encode(request, model.toStdString());
    const auto verdict = demo_provider::openai::checkResponses(encoded.body, PlainJson::array(), model == "gpt-5");
    QVERIFY2(!verdict, verdict ? verdict->message.c_str() : "");
}

void OpenAiResponsesRequestTest::asksNoReasoningOfPlainModels()
{
    ChatRequest request = foreignRequest();
    request.reasoning.mode = ReasoningOptions::Mode::Adaptive;
    request.reasoning.effort = ReasoningEffort::High;
    request.sampling.temperature = 0.3;
    const Encoded plain = encode(request, "gpt-4o");
    QVERIFY(!plain.body.contains("reasoning"));
    QVERIFY(!plain.body.contains("include"));
    QCOMPARE(plain.body["temperature"], PlainJson(0.3));
    QVERIFY(hasNote(plain.report, ConversionNote::Kind::Dropped, "/reasoning"));
    const Encoded reasoning = encode(request, "gpt-5-mini");
    QVERIFY(!reasoning.body.contains("temperature"));
    QVERIFY(hasNote(reasoning.report, ConversionNote::Kind::Dropped, "/temperature"));
}

void OpenAiResponsesRequestTest::fitsEffortsToTheModel()
{
    ChatRequest request = foreignRequest();
    request.reasoning.effort = ReasoningEffort::Maximum;
    const Encoded most = encode(request, "gpt-5");
    QCOMPARE(most.body["reasoning"]["effort"], PlainJson("high"));
    QVERIFY(hasNote(most.report, ConversionNote::Kind::Approximated, "/reasoning"));
    request.reasoning = {};
    request.reasoning.mode = ReasoningOptions::Mode::Disabled;
    request.sampling.temperature = 0.3;
    const Encoded least = encode(request, "gpt-5"); // it cannot be kept from reasoning
    QCOMPARE(least.body["reasoning"]["effort"], PlainJson("minimal"));
    QVERIFY(!least.body.contains("temperature"));
    const Encoded off = encode(request, "gpt-5.1");
    QCOMPARE(off.body["reasoning"]["effort"], PlainJson("none"));
    QCOMPARE(off.body["temperature"], PlainJson(0.3));
}

void OpenAiResponsesRequestTest::asksUnknownModelsForReasoningOnlyWhenTheClientInsists()
{
    ChatRequest request = foreignRequest();
    request.reasoning.mode = ReasoningOptions::Mode::Adaptive; // what agents say for every model
    request.reasoning.effort = ReasoningEffort::High;
    const Encoded unknown = encode(request, "demo-tools");
    QVERIFY(!unknown.body.contains("reasoning"));
    QVERIFY(!unknown.body.contains("include"));
    QVERIFY(hasNote(unknown.report, ConversionNote::Kind::Dropped, "/reasoning"));
    for (const char *model : {"gpt-5", "gpt-6-mini", "o4-mini", "codex-mini-latest"})
        QVERIFY2(encode(request, model).body.contains("reasoning"), model);
    for (const char *model : {"ft:gpt-4o:us:mine:1", "gpt-5-chat-latest"})
        QVERIFY2(!encode(request, model).body.contains("include"), model);
    request.reasoning.mode = ReasoningOptions::Mode::Unset;
    QCOMPARE(encode(request, "demo-tools").body["reasoning"], PlainJson({{"effort", "high"}}));
}

void OpenAiResponsesRequestTest::notesWhatCannotBeSaid_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QByteArray>("pointer");
    int which = 0;
    for (const char *pointer : {"/stop", "/top_k", "/frequency_penalty", "/presence_penalty", "/seed", "/n",
                                "/logit_bias", "/context_management", "/metadata/user_id", "/service_tier"})
        QTest::newRow(pointer) << which++ << QByteArray(pointer);
}

void OpenAiResponsesRequestTest::notesWhatCannotBeSaid()
{
    QFETCH(int, which);
    QFETCH(QByteArray, pointer);
    ChatRequest request = foreignRequest();
    switch (which) {
    case 0: request.sampling.stopSequences = {"END"}; break;
    case 1: request.sampling.topK = 3; break;
    case 2: request.sampling.frequencyPenalty = 0.1; break;
    case 3: request.sampling.presencePenalty = 0.1; break;
    case 4: request.sampling.seed = 1; break;
    case 5: request.sampling.choiceCount = 2; break;
    case 6: request.sampling.logitBias = Json{{"1", 2}}; break;
    case 7: request.extensions.set(DialectId::AnthropicMessages, "context_management", Json::object()); break;
    case 8: request.endUserId = std::string(150, 'x'); break;
    default: request.serviceTier = "turbo"; break;
    }
    const Encoded encoded = encode(request);
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Dropped, pointer.toStdString()));
    QVERIFY(!encode(foreignRequest()).report.hasDrops());
}

void OpenAiResponsesRequestTest::dropsForeignReasoningAndKeepsItsOwn()
{
    ChatRequest request = foreignRequest();
    Part own;
    own.content = ReasoningPart{"Thought.", true};
    own.state = OpaqueState{DialectId::OpenAiResponses, "gAAAA", "rs_7", false, false};
    Part foreign;
    foreign.content = ReasoningPart{"Other thought.", false};
    foreign.state = OpaqueState{DialectId::AnthropicMessages, "EqQB", {}, false, false};
    request.messages.push_back(messageOf(Role::Assistant, {own, foreign, makeText("Answer")}));
    request.messages.push_back(messageOf(Role::User, {makeText("More")}));
    const Encoded encoded = encode(request);
    QCOMPARE(itemTypes(encoded.body), (std::vector<std::string>{"message", "reasoning", "message", "message"}));
    QCOMPARE(encoded.body["input"][1], PlainJson::parse(R"({"type":"reasoning","id":"rs_7","encrypted_content":"gAAAA",
        "summary":[{"type":"summary_text","text":"Thought."}]})"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Dropped, "/messages/1/content/1"));
}

void OpenAiResponsesRequestTest::sendsNoForeignIds()
{
    const auto request = decode(R"({"model":"m","input":[
        {"type":"message","id":"item_1","role":"user","content":"Hi"},
        {"type":"function_call","id":"toolu_1","call_id":"c1","name":"f","arguments":"{}"},
        {"type":"function_call_output","id":"x y","call_id":"c1","output":"1"}]})");
    QVERIFY(request.has_value());
    const PlainJson body = encode(*request).body;
    for (const PlainJson &item : body["input"])
        QVERIFY2(!item.contains("id"), item.dump().c_str());
}

void OpenAiResponsesRequestTest::pairsCallsWithoutIdsWithTheirResults()
{
    ChatRequest request = foreignRequest();
    request.dialect = DialectId::GeminiGenerate;
    request.messages.push_back(messageOf(Role::Assistant, {callPart("", "a", "{}"), callPart("", "b", "")}));
    request.messages.push_back(messageOf(Role::Tool, {resultPart("", "b", "B"), resultPart("", "a", "A")}));
    const PlainJson input = encode(request).body["input"];
    QCOMPARE(input.size(), std::size_t(5));
    QVERIFY(input[1]["call_id"] != input[2]["call_id"]);
    QCOMPARE(input[2]["arguments"], PlainJson("{}"));
    QCOMPARE(input[3]["call_id"], input[2]["call_id"]);
    QCOMPARE(input[3]["output"], PlainJson("B"));
    QCOMPARE(input[4]["call_id"], input[1]["call_id"]);
    QCOMPARE(encode(request).body["input"], input); // the same in each turn
}

void OpenAiResponsesRequestTest::givesHeldStateBackToTheNextPart()
{
    const OpaqueState state{DialectId::GeminiGenerate, "Q0FF", {}, false, true};
    const PlainJson body{{"model", "m"},
                         {"input",
                          {{{"role", "user"}, {"content", "Hi"}},
                           {{"type", "reasoning"},
                            {"id", "rs_1"},
                            {"summary", PlainJson::array()},
                            {"encrypted_content", packState(state)}},
                           {{"type", "function_call"}, {"call_id", "c1"}, {"name", "f"}, {"arguments", "{}"}},
                           {{"type", "function_call_output"}, {"call_id", "c1"}, {"output", "1"}}}}};
    const auto request = decode(body.dump());
    QVERIFY(request.has_value());
    QCOMPARE(request->messages[1].parts.size(), std::size_t(1));
    QVERIFY(request->messages[1].parts[0].as<ToolCallPart>());
    QCOMPARE(request->messages[1].parts[0].state->data, std::string("Q0FF"));
    QVERIFY(request->messages[1].parts[0].state->origin == DialectId::GeminiGenerate);
}

void OpenAiResponsesRequestTest::keepsLaterSystemTextInItsPlace()
{
    ChatRequest request = foreignRequest();
    request.messages.push_back(messageOf(Role::System, {makeText("Now in French.")}));
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.body["input"][1]["role"], PlainJson("system"));
    QCOMPARE(encoded.body["instructions"], PlainJson("One.\n\nTwo."));
}

void OpenAiResponsesRequestTest::renamesToolsThatOpenAiRefuses()
{
    ChatRequest request = foreignRequest();
    Tool tool;
    tool.name = "files/read.text";
    request.tools.push_back(tool);
    request.toolChoice = ToolChoice{ToolChoice::Kind::Named, "files/read.text", {}, false};
    request.messages.push_back(messageOf(Role::Assistant, {callPart("c", "files/read.text", "{}")}));
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.body["tools"][0]["name"], PlainJson("files_read_text"));
    QCOMPARE(encoded.body["tool_choice"]["name"], PlainJson("files_read_text"));
    QCOMPARE(encoded.body["input"][1]["name"], PlainJson("files_read_text"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Renamed, "/tools/0/name"));
}

void OpenAiResponsesRequestTest::turnsForeignBuiltInToolsAway()
{
    ChatRequest request = foreignRequest();
    Tool tool;
    tool.kind = Tool::Kind::BuiltIn;
    tool.name = "web_search";
    tool.origin = DialectId::AnthropicMessages;
    Tool function;
    function.name = "f";
    request.tools = {tool, function};
    request.toolChoice = ToolChoice{ToolChoice::Kind::Named, "web_search", {}, false};
    const Encoded encoded = encode(request);
    QCOMPARE(encoded.body["tools"].size(), std::size_t(1));
    QCOMPARE(encoded.body["tool_choice"], PlainJson("auto"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Dropped, "/tools/0"));
    QVERIFY(hasNote(encoded.report, ConversionNote::Kind::Approximated, "/tool_choice"));
}

void OpenAiResponsesRequestTest::refusesWhatAnotherProviderKeeps()
{
    const auto request = decode(R"({"model":"m","input":"x","previous_response_id":"resp_1"})");
    QVERIFY(request.has_value());
    QVERIFY(!refusalOfKeptState(*request, DialectId::OpenAiResponses));
    const auto refusal = refusalOfKeptState(*request, DialectId::AnthropicMessages);
    QVERIFY(refusal);
    QCOMPARE(refusal->httpStatus(), 400);
    const auto conversation = decode(R"({"model":"m","conversation":{"id":"conv_1"}})");
    QVERIFY(conversation.has_value());
    QVERIFY(refusalOfKeptState(*conversation, DialectId::OpenAiChat));
    const auto plain = decode(R"({"model":"m","input":"x"})");
    QVERIFY(!refusalOfKeptState(*plain, DialectId::OpenAiChat));
    const std::string body = R"({"cachedContent":"cachedContents/1","contents":"And now?"})";
    const auto cached = geminiGenerateClient().decodeRequest({body, "gemini-3-pro", false, nullptr});
    QVERIFY(cached.has_value());
    QVERIFY(!refusalOfKeptState(*cached, DialectId::GeminiGenerate));
    QVERIFY(refusalOfKeptState(*cached, DialectId::AnthropicMessages));
}

QTEST_APPLESS_MAIN(OpenAiResponsesRequestTest)
#include "tst_openai_responses_requests.moc"
