#include "tests/translation/bedrock_codec.h"

#include <set>

using namespace bedrock_codec;
using Kind = ConversionNote::Kind;

class BedrockConverseRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void comesBackByValue_data();
    void comesBackByValue();
    void readsWhatOthersUnderstand();
    void refusesWrongRequests_data();
    void refusesWrongRequests();
    void survivesEveryWrongKind_data() { comesBackByValue_data(); }
    void survivesEveryWrongKind();
    void putsTheModelIntoThePath_data();
    void putsTheModelIntoThePath();
    void alternatesStrictly();
    void beginsWithTheUser();
    void answersEveryCallInTheNextTurn();
    void tellsResultsWithoutACallAsText();
    void tellsCallsAsTextWhereNoToolIsOffered_data();
    void tellsCallsAsTextWhereNoToolIsOffered();
    void pairsCallsWithoutIds();
    void fitsIdsAndNames();
    void flattensNamespacesAndCustomTools();
    void choosesTools_data();
    void choosesTools();
    void keepsSystemMessagesInTheirPlace();
    void placesCachePoints_data();
    void placesCachePoints();
    void takesMedia_data();
    void takesMedia();
    void refusesMediaThatTheMessageIsAbout();
    void namesDocuments();
    void givesReasoningBackToItsMaker();
    void tellsEffortInTheModelsWords_data();
    void tellsEffortInTheModelsWords();
    void leavesOutTheDisplayThatOlderClaudesRefuse();
    void limitsSamplingOfClaude();
    void writesStructuredOutput();
    void forcesOutputThroughATool();
    void notesWhatIsLost();
    void notesOptionsOfOthers();

private:
    static std::string fixture(const QByteArray &name)
    {
        return readDialectFixture(QByteArray("bedrock_converse/requests/" + name + ".json").constData());
    }
};

void BedrockConverseRequestsTest::comesBackByValue_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("agent turn") << QByteArray("agent_turn");
    QTest::newRow("all members") << QByteArray("all_members");
    QTest::newRow("newest members") << QByteArray("newest_members");
}

void BedrockConverseRequestsTest::comesBackByValue()
{
    QFETCH(const QByteArray, name);
    const std::string body = fixture(name);
    const auto request = decode(body, true);
    QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
    QVERIFY(request->isStream);
    const Encoded encoded = encode(*request);
    QCOMPARE(encoded.error, std::string());
    QCOMPARE(encoded.notes(), std::string());
    Value wanted = Value::parse(body);
    // The schema is JSON in a string: equal by its value.
    for (Value *value : {&wanted, const_cast<Value *>(&encoded.body)}) {
        const auto place = Value::json_pointer("/outputConfig/textFormat/structure/jsonSchema/schema");
        if (value->contains(place))
            (*value)[place] = Value::parse((*value)[place].get<std::string>());
    }
    QVERIFY2(encoded.body == wanted, Value::diff(wanted, encoded.body).dump().c_str());
}

void BedrockConverseRequestsTest::readsWhatOthersUnderstand()
{
    const auto request = decode(fixture("agent_turn"));
    QVERIFY(request.has_value());
    QCOMPARE(request->messages.size(), std::size_t(5));
    QVERIFY(request->messages[0].isTopLevel);
    QCOMPARE(request->messages[0].parts[0].cacheMarker, std::optional(CacheMarker{"1h"}));
    QCOMPARE(request->messages[3].role, Role::Tool);
    QCOMPARE(request->messages[3].parts.size(), std::size_t(2));
    const auto *first = request->messages[3].parts[0].as<ToolResultPart>();
    QCOMPARE(first->toolName, std::string("read_file"));
    QCOMPARE(first->content[1].as<TextPart>()->text, std::string(R"({"lines":12,"tags":["a"]})"));
    QCOMPARE(first->content[2].as<MediaPart>()->mediaType, std::string("image/png"));
    QVERIFY(request->messages[3].parts[1].as<ToolResultPart>()->isError);
    QVERIFY(request->messages[3].parts[1].cacheMarker.has_value());
    QCOMPARE(request->reasoning.mode, ReasoningOptions::Mode::Enabled);
    QCOMPARE(request->reasoning.budgetTokens, std::optional<std::int64_t>(2048));
    QCOMPARE(request->sampling.topK, std::optional<std::int64_t>(40));
    QVERIFY(request->extensions.isEmpty());
    QVERIFY(request->tools[1].cacheMarker.has_value());

    const auto rich = decode(fixture("all_members"));
    QVERIFY(rich.has_value());
    QCOMPARE(rich->outputFormat.kind, OutputFormat::Kind::JsonSchema);
    QVERIFY(rich->outputFormat.schema.is_object());
    QCOMPARE(rich->reasoning.effort, std::optional(ReasoningEffort::High));
    QCOMPARE(rich->messages[1].parts[8].as<TextPart>()->text,
             std::string("A page (https://example.com/a)\nIts words."));
    QCOMPARE(rich->messages[1].parts[5].as<MediaPart>()->value, std::string("One.Two."));
    QCOMPARE(rich->messages[2].parts[0].as<TextPart>()->text, std::string("It grew."));
    QVERIFY(rich->messages[2].parts[1].as<OpaquePart>());
    QCOMPARE(rich->messages.back().role, Role::System);
    QVERIFY(rich->extensions.find(DialectId::BedrockConverse, "guardrailConfig"));
}

void BedrockConverseRequestsTest::refusesWrongRequests_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("pointer");
    QTest::newRow("no object") << QByteArray("[]") << QByteArray("The body");
    QTest::newRow("no array") << QByteArray(R"({"messages":{}})") << QByteArray("/messages:");
    QTest::newRow("role") << QByteArray(R"({"messages":[{"role":"tool","content":[]}]})")
                          << QByteArray("/messages/0/role:");
    QTest::newRow("text content") << QByteArray(R"({"messages":[{"role":"user","content":"Hi"}]})")
                                  << QByteArray("/messages/0/content:");
    QTest::newRow("no content") << QByteArray(R"({"messages":[{"role":"user"}]})")
                                << QByteArray("/messages/0/content:");
    QTest::newRow("two members") << QByteArray(R"({"messages":[{"role":"user","content":[{"text":"a","image":{}}]}]})")
                                 << QByteArray("/messages/0/content/0:");
    QTest::newRow("text no string") << QByteArray(R"({"messages":[{"role":"user","content":[{"text":5}]}]})")
                                    << QByteArray("/messages/0/content/0/text:");
    QTest::newRow("input") << QByteArray(
        R"({"messages":[{"role":"assistant","content":[{"toolUse":{"toolUseId":"a","name":"t","input":"x"}}]}]})")
                           << QByteArray("/messages/0/content/0/toolUse/input:");
    QTest::newRow("no id") << QByteArray(R"({"messages":[{"role":"user","content":[{"toolResult":{"content":[]}}]}]})")
                           << QByteArray("/messages/0/content/0/toolResult/toolUseId:");
    QTest::newRow("result by the assistant") << QByteArray(
        R"({"messages":[{"role":"assistant","content":[{"toolResult":{"toolUseId":"a","content":[]}}]}]})")
                                             << QByteArray("/messages/0/content:");
    QTest::newRow("schema") << QByteArray(R"({"toolConfig":{"tools":[{"toolSpec":{"name":"t","inputSchema":{}}}]}})")
                            << QByteArray("/toolConfig/tools/0/toolSpec/inputSchema/json:");
    QTest::newRow("choice") << QByteArray(R"({"toolConfig":{"toolChoice":{"none":{}}}})")
                            << QByteArray("/toolConfig/toolChoice:");
    QTest::newRow("tokens") << QByteArray(R"({"inferenceConfig":{"maxTokens":"many"}})")
                            << QByteArray("/inferenceConfig/maxTokens:");
    QTest::newRow("output schema") << QByteArray(
        R"({"outputConfig":{"textFormat":{"type":"json_schema","structure":{"jsonSchema":{"schema":"{"}}}}})")
                                   << QByteArray("/outputConfig/textFormat/structure/jsonSchema/schema:");
    QTest::newRow("thinking") << QByteArray(R"({"additionalModelRequestFields":{"thinking":{"type":"deep"}}})")
                              << QByteArray("/additionalModelRequestFields/thinking/type:");
}

void BedrockConverseRequestsTest::refusesWrongRequests()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, pointer);
    const auto request = decode(body.toStdString());
    QVERIFY(!request.has_value());
    QCOMPARE(request.error().httpStatus(), 400);
    QVERIFY2(request.error().message.starts_with(pointer.toStdString()), request.error().message.c_str());
}

// Every member of the request replaced by every other kind: an answer or a 400, never a crash.
void BedrockConverseRequestsTest::survivesEveryWrongKind()
{
    QFETCH(const QByteArray, name);
    const Value body = Value::parse(fixture(name));
    const Value flat = body.flatten();
    std::set<std::string> places;
    for (const auto &[pointer, value] : flat.items()) {
        for (std::string place = pointer; !place.empty(); place.resize(place.rfind('/')))
            places.insert(place);
    }
    for (const std::string &place : places) {
        for (const Value &wrong : {Value(), Value(-1.5), Value::array({1}), Value::object({{"a", 1}}), Value("text")}) {
            Value mutated = body;
            mutated[Value::json_pointer(place)] = wrong;
            const auto request = decode(mutated.dump());
            if (request)
                static_cast<void>(encode(*request));
            else
                QCOMPARE(request.error().httpStatus(), 400);
        }
    }
}

void BedrockConverseRequestsTest::putsTheModelIntoThePath_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<bool>("isStream");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("id") << QByteArray("anthropic.claude-3-haiku-20240307-v1:0") << false
                        << QByteArray("/model/anthropic.claude-3-haiku-20240307-v1%3A0/converse");
    QTest::newRow("stream") << QByteArray("amazon.nova-lite-v1:0") << true
                            << QByteArray("/model/amazon.nova-lite-v1%3A0/converse-stream");
    QTest::newRow("arn") << QByteArray("arn:aws:bedrock:us-east-1:123456789012:inference-profile/x") << false
                         << QByteArray("/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Fx/"
                                       "converse");
    QTest::newRow("up") << QByteArray("..") << false << QByteArray();
}

void BedrockConverseRequestsTest::putsTheModelIntoThePath()
{
    QFETCH(const QByteArray, model);
    QFETCH(const bool, isStream);
    QFETCH(const QByteArray, path);
    ChatRequest request = chat({text(Role::User, "Hi")});
    request.isStream = isStream;
    const Encoded encoded = encode(request, model.toStdString());
    QCOMPARE(encoded.path, path.toStdString());
    QCOMPARE(encoded.error.empty(), !path.isEmpty());
}

void BedrockConverseRequestsTest::alternatesStrictly()
{
    const Encoded encoded =
        encode(chat({text(Role::System, "Be kind."), text(Role::User, "One."), text(Role::User, "Two."),
                     text(Role::Assistant, " \n"), text(Role::User, "Three."), text(Role::Assistant, "A."),
                     text(Role::Assistant, "B."), text(Role::User, "Four.")}));
    QVERIFY(encoded.body["system"] == Value::parse(R"([{"text":"Be kind."}])"));
    const Value turns =
        Value::parse(R"([{"role":"user","content":[{"text":"One."},{"text":"Two."},{"text":"Three."}]},)"
                     R"({"role":"assistant","content":[{"text":"A."},{"text":"B."}]},)"
                     R"({"role":"user","content":[{"text":"Four."}]}])");
    QVERIFY2(encoded.body["messages"] == turns, encoded.body.dump().c_str());
    QVERIFY(encoded.has(Kind::Dropped, "/messages/3/content/0"));
    QVERIFY(!encoded.body.contains("inferenceConfig") && !encoded.body.contains("toolConfig"));
}

void BedrockConverseRequestsTest::beginsWithTheUser()
{
    const Encoded answerFirst = encode(chat({text(Role::Assistant, "Hello."), text(Role::User, "Hi.")}));
    QCOMPARE(answerFirst.body["messages"][0]["role"].get<std::string>(), std::string("user"));
    QVERIFY(answerFirst.has(Kind::Injected, "/messages/0"));
    const Encoded systemOnly = encode(chat({text(Role::System, "Say hi.")}));
    QVERIFY(systemOnly.body["messages"] == Value::parse(R"([{"role":"user","content":[{"text":"Say hi."}]}])"));
    QVERIFY(!systemOnly.body.contains("system"));
    QVERIFY(!encode(chat({text(Role::User, "")})).error.empty());
}

void BedrockConverseRequestsTest::answersEveryCallInTheNextTurn()
{
    ChatRequest request =
        chat({text(Role::User, "Go."),
              message(Role::Assistant, {call("a", "t", "{}"), call("b", "t", ""), call("c", "t", "[1]")}),
              text(Role::User, "Wait."), message(Role::Tool, {result("b", "t", "")}),
              message(Role::Tool, {result("a", "t", "One"), result("a", "t", "Again")}), text(Role::User, "Now?")});
    request.tools.push_back(tool("t"));
    const Encoded encoded = encode(request);
    const Value &messages = encoded.body["messages"];
    QCOMPARE(messages.size(), std::size_t(3));
    QVERIFY(messages[1]["content"][1]["toolUse"]["input"] == Value::object());
    QVERIFY(messages[1]["content"][2]["toolUse"]["input"] == Value({{"input", "[1]"}}));
    const Value &turn = messages[2]["content"];
    QCOMPARE(turn.size(), std::size_t(5));
    QCOMPARE(turn[0]["toolResult"]["toolUseId"].get<std::string>(), std::string("b"));
    QVERIFY(!turn[0]["toolResult"]["content"].empty()); // an empty one is told in words
    QCOMPARE(turn[1]["toolResult"]["content"][0]["text"].get<std::string>(), std::string("One"));
    QCOMPARE(turn[2]["toolResult"]["status"].get<std::string>(), std::string("error"));
    QCOMPARE(turn[3]["text"].get<std::string>(), std::string("Wait."));
    QVERIFY(encoded.has(Kind::Injected, "/messages/1"));
    QVERIFY(encoded.has(Kind::Injected, "/messages/3/content/0/content"));
    QVERIFY(encoded.has(Kind::Dropped, "/messages/4/content/1"));
    QVERIFY(encoded.has(Kind::Approximated, "/messages/1/content/2"));
}

void BedrockConverseRequestsTest::tellsResultsWithoutACallAsText()
{
    ChatRequest request = chat({text(Role::User, "Go."), message(Role::Tool, {result("zz", "t", "Lost")})});
    request.tools.push_back(tool("t"));
    const Encoded encoded = encode(request);
    QVERIFY(
        encoded.body["messages"]
        == Value::parse(
            R"([{"role":"user","content":[{"text":"Go."},{"text":"[The tool \u0022t\u0022 answered:]"},{"text":"Lost"}]}])"));
    QVERIFY(encoded.has(Kind::Approximated, "/messages/1/content/0"));
}

void BedrockConverseRequestsTest::tellsCallsAsTextWhereNoToolIsOffered_data()
{
    QTest::addColumn<bool>("isForbidden");
    QTest::newRow("no tools") << false;
    QTest::newRow("tool choice none") << true;
}

// AWS: "The toolConfig field must be defined when using toolUse and toolResult content blocks."
void BedrockConverseRequestsTest::tellsCallsAsTextWhereNoToolIsOffered()
{
    QFETCH(const bool, isForbidden);
    ChatRequest request = chat({text(Role::User, "Go."), message(Role::Assistant, {call("a", "t", "{\"x\":1}")}),
                                message(Role::Tool, {result("a", "t", "Done")}), text(Role::User, "Sum it up.")});
    if (isForbidden) {
        request.tools.push_back(tool("t"));
        request.toolChoice = ToolChoice{ToolChoice::Kind::None, {}, {}, false};
    }
    const Encoded encoded = encode(request);
    QVERIFY(!encoded.body.contains("toolConfig"));
    const std::string written = encoded.body["messages"].dump();
    QVERIFY(written.find("toolUse") == std::string::npos && written.find("toolResult") == std::string::npos);
    QVERIFY2(encoded.body["messages"] == Value::parse(R"([{"role":"user","content":[{"text":"Go."}]},
        {"role":"assistant","content":[{"text":"[The tool \u0022t\u0022 was called with {\u0022x\u0022:1}]"}]},
        {"role":"user","content":[{"text":"[The tool \u0022t\u0022 answered:]"},{"text":"Done"},{"text":"Sum it up."}]}])"),
             written.c_str());
    QVERIFY(encoded.has(Kind::Approximated, "/messages"));
    QCOMPARE(encoded.has(Kind::Approximated, "/tool_choice"), isForbidden);
}

void BedrockConverseRequestsTest::pairsCallsWithoutIds()
{
    ChatRequest request =
        chat({text(Role::User, "Go."), message(Role::Assistant, {call("", "t", "{}"), call("", "t", "{}")}),
              message(Role::Tool, {result("", "t", "One"), result("", "t", "Two")})});
    request.tools.push_back(tool("t"));
    const Value messages = encode(request).body["messages"];
    for (std::size_t i = 0; i < 2; ++i)
        QCOMPARE(messages[2]["content"][i]["toolResult"]["toolUseId"].get<std::string>(),
                 messages[1]["content"][i]["toolUse"]["toolUseId"].get<std::string>());
    QVERIFY(messages[1]["content"][0]["toolUse"]["toolUseId"] != messages[1]["content"][1]["toolUse"]["toolUseId"]);
}

void BedrockConverseRequestsTest::fitsIdsAndNames()
{
    const std::string longId = "call|" + std::string(80, 'x');
    ChatRequest request =
        chat({text(Role::User, "Go."), message(Role::Assistant, {call(longId, "mcp.files/read", "{}")}),
              message(Role::Tool, {result(longId, "mcp.files/read", "One")})});
    request.tools.push_back(tool("mcp.files/read"));
    const Encoded encoded = encode(request);
    const Value &use = encoded.body["messages"][1]["content"][0]["toolUse"];
    QVERIFY(use["toolUseId"].get<std::string>().size() <= 64);
    QVERIFY(encoded.body["messages"][2]["content"][0]["toolResult"]["toolUseId"] == use["toolUseId"]);
    QCOMPARE(use["name"].get<std::string>(), std::string("mcp_files_read"));
    QVERIFY(encoded.body["toolConfig"]["tools"][0]["toolSpec"]["name"] == use["name"]);
    QVERIFY(encoded.has(Kind::Renamed, "/tools/0/name"));
}

void BedrockConverseRequestsTest::flattensNamespacesAndCustomTools()
{
    ChatRequest request = chat({text(Role::User, "Go.")});
    for (const char *space : {"a", "b"}) {
        Tool spaced = tool("run");
        spaced.toolNamespace = space;
        request.tools.push_back(spaced);
    }
    Tool custom = tool("apply_patch");
    custom.kind = Tool::Kind::Custom;
    Tool search = tool("web_search");
    search.kind = Tool::Kind::BuiltIn;
    search.origin = DialectId::OpenAiResponses;
    search.raw = Json{{"type", "web_search"}};
    request.tools.insert(request.tools.end(), {custom, search});
    request.toolChoice = ToolChoice{ToolChoice::Kind::Named, "web_search", {}, false};
    const Encoded encoded = encode(request);
    const Value &tools = encoded.body["toolConfig"]["tools"];
    QCOMPARE(tools.size(), std::size_t(3));
    QCOMPARE(tools[0]["toolSpec"]["name"].get<std::string>(), std::string("a__run"));
    QCOMPARE(tools[1]["toolSpec"]["name"].get<std::string>(), std::string("b__run"));
    QVERIFY(tools[2]["toolSpec"]["inputSchema"]["json"]["properties"].contains("input"));
    QVERIFY(!encoded.body["toolConfig"].contains("toolChoice"));
    QVERIFY(encoded.has(Kind::Dropped, "/tools/3"));
    QVERIFY(encoded.has(Kind::Approximated, "/tools/2"));
    QVERIFY(encoded.has(Kind::Approximated, "/tool_choice"));
}

void BedrockConverseRequestsTest::choosesTools_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("choice");
    QTest::addColumn<bool>("isNoted");
    const int any = int(ToolChoice::Kind::Required);
    const int named = int(ToolChoice::Kind::Named);
    QTest::newRow("auto is the default") << int(ToolChoice::Kind::Auto) << QByteArray(claude) << QByteArray("null")
                                         << false;
    QTest::newRow("claude any") << any << QByteArray(claude) << QByteArray(R"({"any":{}})") << false;
    QTest::newRow("claude named") << named << QByteArray(claude) << QByteArray(R"({"tool":{"name":"t"}})") << false;
    QTest::newRow("nova named") << named << QByteArray("amazon.nova-pro-v1:0") << QByteArray(R"({"tool":{"name":"t"}})")
                                << false;
    QTest::newRow("mistral named") << named << QByteArray("mistral.mistral-large-2407-v1:0")
                                   << QByteArray(R"({"any":{}})") << true;
    QTest::newRow("llama any") << any << QByteArray("meta.llama3-1-70b-instruct-v1:0") << QByteArray("null") << true;
    QTest::newRow("profile") << named << QByteArray("arn:aws:bedrock:us-east-1:1:application-inference-profile/x")
                             << QByteArray(R"({"tool":{"name":"t"}})") << false;
}

void BedrockConverseRequestsTest::choosesTools()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, choice);
    QFETCH(const bool, isNoted);
    ChatRequest request = chat({text(Role::User, "Go.")});
    request.tools.push_back(tool("t"));
    request.toolChoice = ToolChoice{ToolChoice::Kind(kind), "t", {}, false};
    const Encoded encoded = encode(request, model.toStdString());
    QVERIFY2(encoded.body["toolConfig"].value("toolChoice", Value()) == Value::parse(choice.toStdString()),
             encoded.body.dump().c_str());
    QCOMPARE(encoded.has(Kind::Approximated, "/tool_choice"), isNoted);
}

void BedrockConverseRequestsTest::keepsSystemMessagesInTheirPlace()
{
    const ChatRequest request =
        chat({text(Role::System, "First."), text(Role::User, "One."), text(Role::Developer, "Be brief."),
              text(Role::Assistant, "Yes."), text(Role::System, "Be long."), text(Role::User, "Two.")});
    const Encoded wrapped = encode(request);
    QVERIFY2(wrapped.body["messages"] == Value::parse(R"([
        {"role":"user","content":[{"text":"One."},{"text":"<system>\nBe brief.\n</system>"}]},
        {"role":"assistant","content":[{"text":"Yes."}]},
        {"role":"user","content":[{"text":"<system>\nBe long.\n</system>"},{"text":"Two."}]}])"),
             wrapped.body.dump().c_str());
    QVERIFY(wrapped.has(Kind::Approximated, "/messages/2") && wrapped.has(Kind::Approximated, "/messages/4"));
    const Encoded native = encode(request, "anthropic.claude-opus-5-5-v1:0");
    QCOMPARE(native.body["messages"][1]["role"].get<std::string>(), std::string("system"));
    QCOMPARE(native.body["messages"][3]["role"].get<std::string>(), std::string("user")); // not legal there
}

void BedrockConverseRequestsTest::placesCachePoints_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("inMessages");
    QTest::addColumn<QByteArray>("inTools");
    QTest::newRow("claude 4.5") << QByteArray(claude) << QByteArray(R"({"type":"default","ttl":"1h"})")
                                << QByteArray(R"({"type":"default","ttl":"1h"})");
    QTest::newRow("claude 3.7") << QByteArray("anthropic.claude-3-7-sonnet-20250219-v1:0")
                                << QByteArray(R"({"type":"default"})") << QByteArray(R"({"type":"default"})");
    QTest::newRow("nova") << QByteArray("amazon.nova-pro-v1:0") << QByteArray(R"({"type":"default"})")
                          << QByteArray("null");
    QTest::newRow("llama") << QByteArray("meta.llama3-1-70b-instruct-v1:0") << QByteArray("null") << QByteArray("null");
}

void BedrockConverseRequestsTest::placesCachePoints()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, inMessages);
    QFETCH(const QByteArray, inTools);
    ChatRequest request = chat({text(Role::User, "Hi")});
    request.dialect = DialectId::AnthropicMessages;
    request.messages[0].parts[0].cacheMarker = CacheMarker{"1h"};
    request.tools.push_back(tool("t"));
    request.tools[0].cacheMarker = CacheMarker{"1h"};
    const Encoded encoded = encode(request, model.toStdString());
    const Value &content = encoded.body["messages"][0]["content"];
    QVERIFY((content.size() > 1 ? content[1]["cachePoint"] : Value()) == Value::parse(inMessages.toStdString()));
    const Value &tools = encoded.body["toolConfig"]["tools"];
    QVERIFY((tools.size() > 1 ? tools[1]["cachePoint"] : Value()) == Value::parse(inTools.toStdString()));
    QCOMPARE(encoded.has(Kind::Dropped, "/messages/0/content/0/cache_control"), inMessages == "null");
    QCOMPARE(encoded.has(Kind::Dropped, "/tools/0/cache_control"), inTools == "null");
}

void BedrockConverseRequestsTest::takesMedia_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("source");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("filename");
    QTest::addColumn<QByteArray>("block"); // empty: dropped
    const int image = int(MediaKind::Image);
    const int document = int(MediaKind::Document);
    const int bytes = int(MediaPart::Source::Base64);
    QTest::newRow("png") << image << bytes << QByteArray("iVBORw0K") << QByteArray("image/png") << QByteArray()
                         << QByteArray(R"({"image":{"format":"png","source":{"bytes":"iVBORw0K"}}})");
    QTest::newRow("told wrongly") << image << bytes << QByteArray("/9j/4AAQ") << QByteArray("image/png") << QByteArray()
                                  << QByteArray(R"({"image":{"format":"jpeg","source":{"bytes":"/9j/4AAQ"}}})");
    QTest::newRow("svg") << image << bytes << QByteArray("PHN2Zz4=") << QByteArray("image/svg+xml") << QByteArray()
                         << QByteArray();
    QTest::newRow("url") << image << int(MediaPart::Source::Url) << QByteArray("https://example.com/a.png")
                         << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("s3") << image << int(MediaPart::Source::Url) << QByteArray("s3://b/a.jpg") << QByteArray()
                        << QByteArray()
                        << QByteArray(R"({"image":{"format":"jpeg","source":{"s3Location":{"uri":"s3://b/a.jpg"}}}})");
    QTest::newRow("file id") << document << int(MediaPart::Source::FileId) << QByteArray("file-1") << QByteArray()
                             << QByteArray("a.pdf") << QByteArray();
    QTest::newRow("pdf") << document << bytes << QByteArray("JVBERi0x") << QByteArray("application/pdf")
                         << QByteArray("a.pdf")
                         << QByteArray(R"({"document":{"format":"pdf","name":"a","source":{"bytes":"JVBERi0x"}}})");
    QTest::newRow("by its name") << document << bytes << QByteArray("YSxi") << QByteArray() << QByteArray("t.csv")
                                 << QByteArray(R"({"document":{"format":"csv","name":"t","source":{"bytes":"YSxi"}}})");
    QTest::newRow("plain text") << document << int(MediaPart::Source::PlainText) << QByteArray("Hi")
                                << QByteArray("text/plain") << QByteArray()
                                << QByteArray(
                                       R"({"document":{"format":"txt","name":"document","source":{"bytes":"SGk="}}})");
    QTest::newRow("video") << int(MediaKind::Video) << bytes << QByteArray("AAAA") << QByteArray("video/quicktime")
                           << QByteArray() << QByteArray(R"({"video":{"format":"mov","source":{"bytes":"AAAA"}}})");
    QTest::newRow("audio") << int(MediaKind::Audio) << bytes << QByteArray("AAAA") << QByteArray("audio/wav")
                           << QByteArray() << QByteArray(R"({"audio":{"format":"wav","source":{"bytes":"AAAA"}}})");
}

void BedrockConverseRequestsTest::takesMedia()
{
    QFETCH(const int, kind);
    QFETCH(const int, source);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, filename);
    QFETCH(const QByteArray, block);
    const Encoded encoded = encode(chat(
        {message(Role::User, {makeText("See."), media(MediaKind(kind), MediaPart::Source(source), value.toStdString(),
                                                      type.toStdString(), filename.toStdString())})}));
    const Value &content = encoded.body["messages"][0]["content"];
    QCOMPARE(content.size(), std::size_t(block.isEmpty() ? 1 : 2));
    QCOMPARE(encoded.has(Kind::Dropped, "/messages/0/content/1"), block.isEmpty());
    if (!block.isEmpty())
        QVERIFY2(content[1] == Value::parse(block.toStdString()), content.dump().c_str());
}

void BedrockConverseRequestsTest::refusesMediaThatTheMessageIsAbout()
{
    const Encoded encoded = encode(
        chat({message(Role::User, {media(MediaKind::Image, MediaPart::Source::Url, "https://example.com/a.png")})}));
    QVERIFY(encoded.error.starts_with("/messages/0: "));
    QVERIFY(encoded.error.find("base64") != std::string::npos);
}

void BedrockConverseRequestsTest::namesDocuments()
{
    const auto document = [](const char *name) {
        return media(MediaKind::Document, MediaPart::Source::Base64, "JVBERi0x", "application/pdf", name);
    };
    const Encoded encoded =
        encode(chat({message(Role::User, {document("my_report  v2.pdf"), document("my report v2.pdf"),
                                          document("my report v2.pdf"), document("日本.pdf")})}));
    const Value &content = encoded.body["messages"][0]["content"];
    QCOMPARE(content[0]["document"]["name"].get<std::string>(), std::string("my-report v2"));
    QCOMPARE(content[1]["document"]["name"].get<std::string>(), std::string("my report v2"));
    QCOMPARE(content[2]["document"]["name"].get<std::string>(), std::string("my report v2-2"));
    QCOMPARE(content[3]["document"]["name"].get<std::string>(), std::string("document"));
    QVERIFY(content[4].contains("text")); // AWS wants one beside documents
    QVERIFY(encoded.has(Kind::Injected, "/messages"));
    QVERIFY(encoded.has(Kind::Approximated, "/messages/0/content/0"));
    QVERIFY(!encoded.has(Kind::Approximated, "/messages/0/content/1"));
}

void BedrockConverseRequestsTest::givesReasoningBackToItsMaker()
{
    const OpaqueState own{DialectId::BedrockConverse, "c2ln", {}, false, false};
    const OpaqueState redacted{DialectId::BedrockConverse, "cmVk", {}, true, false};
    const OpaqueState anthropic{DialectId::AnthropicMessages, "YW50", {}, false, false};
    const OpaqueState openAi{DialectId::OpenAiResponses, "Z0FB", "rs_1", false, false};
    const ChatRequest request =
        chat({text(Role::User, "Go."),
              message(Role::Assistant, {reasoning("One.", own), reasoning("", redacted), reasoning("Two.", anthropic),
                                        reasoning("Three.", openAi), reasoning("Four."), makeText("Done.")}),
              text(Role::User, "On.")});
    const Encoded toClaude = encode(request);
    QVERIFY2(toClaude.body["messages"][1]["content"] == Value::parse(R"([
        {"reasoningContent":{"reasoningText":{"text":"One.","signature":"c2ln"}}},
        {"reasoningContent":{"redactedContent":"cmVk"}},
        {"reasoningContent":{"reasoningText":{"text":"Two.","signature":"YW50"}}},
        {"text":"Done."}])"),
             toClaude.body.dump().c_str());
    QVERIFY(toClaude.has(Kind::Dropped, "/messages/1/content/3"));
    QVERIFY(!toClaude.has(Kind::Dropped, "/messages/1/content/4")); // noted once
    const Encoded toNova = encode(request, "amazon.nova-pro-v1:0");
    QCOMPARE(toNova.body["messages"][1]["content"].size(), std::size_t(3));
}

void BedrockConverseRequestsTest::tellsEffortInTheModelsWords_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("effort");
    QTest::newRow("claude 4.5") << QByteArray(claude)
                                << QByteArray(R"({"thinking":{"type":"enabled","budget_tokens":24576}})")
                                << QByteArray();
    QTest::newRow("claude 4.6") << QByteArray("anthropic.claude-opus-4-6-v1:0")
                                << QByteArray(R"({"thinking":{"type":"adaptive"}})") << QByteArray("high");
    QTest::newRow("claude 3") << QByteArray("anthropic.claude-3-haiku-20240307-v1:0") << QByteArray("null")
                              << QByteArray();
    QTest::newRow("nova 2") << QByteArray("us.amazon.nova-2-lite-v1:0")
                            << QByteArray(R"({"reasoningConfig":{"type":"enabled","maxReasoningEffort":"high"}})")
                            << QByteArray();
    QTest::newRow("nova 1") << QByteArray("amazon.nova-pro-v1:0") << QByteArray("null") << QByteArray();
    QTest::newRow("gpt-oss") << QByteArray("openai.gpt-oss-120b-1:0") << QByteArray(R"({"reasoning_effort":"high"})")
                             << QByteArray();
}

void BedrockConverseRequestsTest::tellsEffortInTheModelsWords()
{
    QFETCH(const QByteArray, model);
    QFETCH(const QByteArray, fields);
    QFETCH(const QByteArray, effort);
    ChatRequest request = chat({text(Role::User, "Hi")});
    request.reasoning.effort = ReasoningEffort::High;
    request.sampling.temperature = 0.3;
    const Encoded encoded = encode(request, model.toStdString());
    QVERIFY2(encoded.body.value("additionalModelRequestFields", Value()) == Value::parse(fields.toStdString()),
             encoded.body.dump().c_str());
    const Value output = encoded.body.value("outputConfig", Value::object());
    QCOMPARE(output.value("effort", ""), effort.toStdString());
    const bool thinks = fields.contains("thinking") || fields.contains("reasoningConfig");
    QCOMPARE(encoded.has(Kind::Dropped, "/temperature"), thinks);
    if (fields.contains("budget_tokens"))
        QVERIFY(encoded.body["inferenceConfig"]["maxTokens"].get<int>() > 24576);
    if (fields == "null")
        QVERIFY(encoded.has(Kind::Dropped, "/thinking") || encoded.has(Kind::Dropped, "/reasoning"));
}

// Claude Code sends thinking.display to every model.
void BedrockConverseRequestsTest::leavesOutTheDisplayThatOlderClaudesRefuse()
{
    ChatRequest request = chat({text(Role::User, "Hi")});
    request.dialect = DialectId::AnthropicMessages;
    request.reasoning.mode = ReasoningOptions::Mode::Enabled;
    request.reasoning.budgetTokens = 2048;
    request.reasoning.includesText = false;
    request.sampling.maxOutputTokens = 4096;
    const Encoded older = encode(request);
    QVERIFY(older.body["additionalModelRequestFields"]["thinking"]
            == Value::parse(R"({"type":"enabled","budget_tokens":2048})"));
    QVERIFY(older.has(Kind::Approximated, "/thinking/display"));
    request.reasoning.includesText = true; // it shows them in any case
    QVERIFY(!encode(request).body["additionalModelRequestFields"]["thinking"].contains("display"));
    QVERIFY(!encode(request).has(Kind::Approximated, "/thinking/display"));
    request.reasoning.includesText = false;
    request.reasoning.mode = ReasoningOptions::Mode::Adaptive;
    const Encoded newer = encode(request, "anthropic.claude-opus-4-6-v1:0");
    QCOMPARE(newer.body["additionalModelRequestFields"]["thinking"]["display"].get<std::string>(),
             std::string("omitted"));
}

void BedrockConverseRequestsTest::limitsSamplingOfClaude()
{
    ChatRequest request = chat({text(Role::User, "Hi")});
    request.sampling.temperature = 1.6;
    request.sampling.topP = 0.5;
    request.sampling.topK = 30;
    request.sampling.maxOutputTokens = 100;
    request.sampling.stopSequences = {"\n", "END"};
    const Encoded encoded = encode(request);
    QVERIFY2(encoded.body["inferenceConfig"]
                 == Value::parse(R"({"maxTokens":100,"temperature":1.0,"stopSequences":["END"]})"),
             encoded.body.dump().c_str());
    QCOMPARE(encoded.body["additionalModelRequestFields"]["top_k"].get<int>(), 30);
    QVERIFY(encoded.has(Kind::Approximated, "/temperature") && encoded.has(Kind::Dropped, "/top_p"));
    QVERIFY(encoded.has(Kind::Dropped, "/stop_sequences/0"));
    const Encoded nova = encode(request, "amazon.nova-lite-v1:0");
    QCOMPARE(nova.body["inferenceConfig"]["topP"].get<double>(), 0.5);
    QCOMPARE(nova.body["additionalModelRequestFields"]["inferenceConfig"]["topK"].get<int>(), 30);
    const Encoded llama = encode(request, "meta.llama3-1-70b-instruct-v1:0");
    QVERIFY(llama.has(Kind::Dropped, "/top_k"));
}

void BedrockConverseRequestsTest::writesStructuredOutput()
{
    ChatRequest request = chat({text(Role::User, "Hi")});
    request.outputFormat.kind = OutputFormat::Kind::JsonSchema;
    request.outputFormat.name = std::string("weather");
    request.outputFormat.schema = Json::parse(R"({"type":"object","properties":{"t":{"type":"number","minimum":0}}})");
    const Encoded encoded = encode(request);
    const Value &definition = encoded.body["outputConfig"]["textFormat"]["structure"]["jsonSchema"];
    QCOMPARE(definition["name"].get<std::string>(), std::string("weather"));
    QVERIFY(Value::parse(definition["schema"].get<std::string>())
            == Value::parse(R"({"type":"object","properties":{"t":{"type":"number"}},"additionalProperties":false})"));
    QVERIFY(encoded.has(Kind::Dropped, "/response_format/schema/properties/t/minimum"));
    QVERIFY(encoded.outputTool.empty() && !encoded.body.contains("toolConfig"));
}

void BedrockConverseRequestsTest::forcesOutputThroughATool()
{
    ChatRequest request = chat({text(Role::User, "Hi")});
    request.outputFormat.kind = OutputFormat::Kind::JsonObject;
    request.reasoning.effort = ReasoningEffort::Low;
    const Encoded encoded = encode(request, "anthropic.claude-3-7-sonnet-20250219-v1:0");
    QCOMPARE(encoded.outputTool, std::string("final_answer"));
    QVERIFY(encoded.body["toolConfig"]["toolChoice"] == Value::parse(R"({"tool":{"name":"final_answer"}})"));
    QVERIFY(encoded.has(Kind::Injected, "/response_format"));
    QVERIFY(!encoded.body.contains("additionalModelRequestFields")); // Claude cannot think when a call is demanded
    QVERIFY(encoded.has(Kind::Dropped, "/thinking"));
    request.tools.push_back(tool("t"));
    QVERIFY(encode(request).body["toolConfig"]["toolChoice"].contains("any"));
}

void BedrockConverseRequestsTest::notesWhatIsLost()
{
    ChatRequest request = chat({text(Role::User, "Hi")});
    request.sampling.frequencyPenalty = 1;
    request.sampling.presencePenalty = 1;
    request.sampling.seed = 7;
    request.sampling.choiceCount = 2;
    request.sampling.logprobs = true;
    request.sampling.topLogprobs = 3;
    request.sampling.logitBias = Json{{"1", 2}};
    request.verbosity = std::string("low");
    request.endUserId = std::string("u1");
    request.promptCacheKey = std::string("k");
    request.mayStore = true;
    request.serviceTier = std::string("scale");
    request.allowsParallelToolCalls = false;
    request.tools.push_back(tool("t"));
    request.tools[0].isStrict = true;
    request.metadata = Json{{"team", "red"}, {"note", "quotes \" do not fit"}};
    request.messages[0].name = std::string("ada");
    const Encoded encoded = encode(request);
    for (const char *pointer : {"/frequency_penalty", "/presence_penalty", "/seed", "/n", "/logprobs", "/top_logprobs",
                                "/logit_bias", "/verbosity", "/user", "/prompt_cache_key", "/store", "/service_tier",
                                "/parallel_tool_calls", "/tools/0/strict", "/metadata", "/messages/0/name"})
        QVERIFY2(encoded.has(Kind::Dropped, pointer), pointer);
    QVERIFY(encoded.body["requestMetadata"] == Value({{"team", "red"}}));
    request.previousResponseId = std::string("resp_1");
    QVERIFY(encode(request).error.starts_with("/previous_response_id"));
}

void BedrockConverseRequestsTest::notesOptionsOfOthers()
{
    ChatRequest request = chat({text(Role::User, "Hi")});
    request.extensions.set(DialectId::AnthropicMessages, "context_management", Json::object());
    request.messages[0].parts[0].extensions.set(DialectId::OpenAiChat, "odd", 1);
    Part opaque;
    opaque.content = OpaquePart{DialectId::OpenAiResponses, Json{{"type", "odd"}}};
    request.messages[0].parts.push_back(opaque);
    const Encoded encoded = encode(request);
    QVERIFY(!encoded.body.contains("context_management"));
    QVERIFY(encoded.has(Kind::Dropped, "/context_management"));
    QVERIFY(encoded.has(Kind::Dropped, "/messages/0/content/0/odd"));
    QVERIFY(encoded.has(Kind::Dropped, "/messages/0/content/1"));
}

QTEST_APPLESS_MAIN(BedrockConverseRequestsTest)
#include "tst_bedrock_converse_requests.moc"
