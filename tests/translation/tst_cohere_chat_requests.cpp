#include "tests/translation/cohere_chat_support.h"
#include "tests/support/json_comparison.h"
#include "gateway/translation/dialects/openai_chat/openai_chat_dialect.h"
#include "gateway/translation/dialects/openai_responses/openai_responses.h"

#include <algorithm>

#include <QTest>

using namespace cohere_support;

class CohereChatRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void ownRequestsComeBackTheSame_data();
    void ownRequestsComeBackTheSame();
    void readsWhatTheHubHasWordsFor();
    void documentsReachOtherProviders();
    void assistantTextHasAnnotationsAtOpenAi();
    void resultsKnowTheirTools();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();
    void wrongKindsNeverCrash_data();
    void wrongKindsNeverCrash();
    void aLongAgentRequestIsFast();
};

void CohereChatRequestsTest::ownRequestsComeBackTheSame_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("all members") << QByteArray("all_members.json");
    QTest::newRow("newest members") << QByteArray("newest_members.json");
    QTest::newRow("structured output") << QByteArray("structured.json");
}

void CohereChatRequestsTest::ownRequestsComeBackTheSame()
{
    QFETCH(QByteArray, name);
    const Json original = *parseJson(fixture("requests/" + name.toStdString()));
    const auto request = decode(dumpJson(original));
    QVERIFY2(request.has_value(), request ? "" : request.error().message.c_str());
    const Encoded again = encode(*request, original["model"].get<std::string>());
    QCOMPARE(again.path, std::string("/v2/chat"));
    QVERIFY2(plain(again.body) == plain(original), again.body.dump(1).c_str());
    QVERIFY(again.report.notes().empty());
}

void CohereChatRequestsTest::readsWhatTheHubHasWordsFor()
{
    const auto request = decode(fixture("requests/all_members.json"));
    QVERIFY(request.has_value());
    QCOMPARE(request->model, std::string(reasoningModel));
    QVERIFY(request->isStream);
    QVERIFY(request->wantsStreamUsage);
    QCOMPARE(request->sampling.topP, std::optional(0.75));
    QCOMPARE(request->sampling.topK, std::optional<std::int64_t>(40));
    QCOMPARE(request->sampling.seed, std::optional<std::int64_t>(42));
    QCOMPARE(request->sampling.stopSequences, (std::vector<std::string>{"END", "STOP"}));
    QCOMPARE(request->sampling.maxOutputTokens, std::optional<std::int64_t>(500));
    QCOMPARE(request->reasoning.mode, ReasoningOptions::Mode::Enabled);
    QCOMPARE(request->reasoning.budgetTokens, std::optional<std::int64_t>(2048));
    QCOMPARE(request->toolChoice->kind, ToolChoice::Kind::Required);
    QCOMPARE(request->tools[0].isStrict, std::optional(true));
    const std::vector<Part> &turn = request->messages[2].parts;
    QCOMPARE(turn[0].as<ReasoningPart>()->text, std::string("Two questions, two tools."));
    QCOMPARE(turn[1].as<TextPart>()->text, std::string("I will ask both tools."));
    QCOMPARE(turn[2].as<ToolCallPart>()->id, std::string("get_weather_1byjy32y4hvq"));
    const auto *picture = request->messages.back().parts[4].as<MediaPart>();
    QCOMPARE(picture->source, MediaPart::Source::Base64);
    QCOMPARE(picture->mediaType, std::string("image/png"));
    QCOMPARE(picture->detail, std::string("high"));
    QVERIFY(request->extensions.find(DialectId::CohereChat, "citation_options"));
    const auto structured = decode(fixture("requests/structured.json"));
    QCOMPARE(structured->outputFormat.kind, OutputFormat::Kind::JsonSchema);
    QCOMPARE(structured->reasoning.mode, ReasoningOptions::Mode::Disabled);
}

void CohereChatRequestsTest::documentsReachOtherProviders()
{
    const auto request = decode(fixture("requests/all_members.json"));
    ExchangeState state(*request, DialectId::OpenAiChat, "a1");
    ConversionReport report;
    const auto encoded = openAiChatProvider().encodeRequest(*request, {"gpt-4.1", "openai"}, state, report);
    QVERIFY(encoded.has_value());
    const std::string last = dumpJson(parseJson(encoded->body)->at("messages").back());
    for (const char *words : {"Plain words.", "Health benefits.", "Handbook", "text of a document"})
        QVERIFY2(last.find(words) != std::string::npos, words);
    QVERIFY(encoded->body.find("temperature\\\":\\\"22 degrees") != std::string::npos);
    QVERIFY(hasNote(report, ConversionNote::Kind::Dropped, "/safety_mode"));
    QVERIFY(!hasNote(report, ConversionNote::Kind::Dropped, "/documents"));
}

// OpenAI demands the member of each output_text, however the client wrote the text.
void CohereChatRequestsTest::assistantTextHasAnnotationsAtOpenAi()
{
    const auto request = decode(fixture("requests/all_members.json"));
    ExchangeState state(*request, DialectId::OpenAiResponses, "a1");
    ConversionReport report;
    const auto encoded = openAiResponsesProvider().encodeRequest(*request, {"gpt-5", "openai"}, state, report);
    QVERIFY(encoded.has_value());
    const Json body = *parseJson(encoded->body);
    int texts = 0;
    for (const Json &item : body.at("input")) {
        for (const Json &part : textMember(item, "role") == "assistant" ? item.at("content") : Json::array()) {
            QVERIFY2(findArray(part, "annotations"), part.dump().c_str());
            ++texts;
        }
    }
    QCOMPARE(texts, 2);
}

void CohereChatRequestsTest::resultsKnowTheirTools()
{
    const auto request = decode(fixture("requests/all_members.json"));
    const auto *first = request->messages[3].parts[0].as<ToolResultPart>();
    QCOMPARE(first->toolName, std::string("get_weather"));
    QCOMPARE(first->content[0].as<TextPart>()->text, std::string(R"({"temperature":"22 degrees","title":"Weather"})"));
    QCOMPARE(first->content[1].as<TextPart>()->text, std::string(R"({"wind": "calm"})"));
    QCOMPARE(request->messages[4].parts[0].as<ToolResultPart>()->toolName, std::string("sales-database"));
}

void CohereChatRequestsTest::refusesWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char *name, const char *body, const char *place) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(place);
    };
    row("no JSON", "{", "line 1");
    row("no object", "[]", "JSON object");
    row("no model", R"({"messages":[{"role":"user","content":"x"}]})", "model is required");
    row("no messages", R"({"model":"m"})", "/messages");
    row("empty messages", R"({"model":"m","messages":[]})", "/messages");
    row("unknown role", R"({"model":"m","messages":[{"role":"bot","content":"x"}]})", "/messages/0/role");
    row("no content", R"({"model":"m","messages":[{"role":"user"}]})", "/messages/0/content");
    row("result without call", R"({"model":"m","messages":[{"role":"tool","content":"x"}]})",
        "/messages/0/tool_call_id");
    row("tool choice", R"({"model":"m","messages":[{"role":"user","content":"x"}],"tool_choice":"auto"})",
        "/tool_choice");
    row("budget",
        R"({"model":"m","messages":[{"role":"user","content":"x"}],"thinking":{"type":"enabled",)"
        R"("token_budget":0}})",
        "/thinking/token_budget");
    row("format", R"({"model":"m","messages":[{"role":"user","content":"x"}],"response_format":{"type":"xml"}})",
        "/response_format/type");
    row("tool without name",
        R"({"model":"m","messages":[{"role":"user","content":"x"}],"tools":[{"type":"function",)"
        R"("function":{}}]})",
        "/tools/0/function/name");
    row("image without data",
        R"({"model":"m","messages":[{"role":"user","content":[{"type":"image_url",)"
        R"("image_url":{"url":"data:image/png,x"}}]}]})",
        "/messages/0/content/0/image_url/url");
}

void CohereChatRequestsTest::refusesWhatIsNoRequest()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, place);
    const auto request = decode(body.toStdString());
    QVERIFY(!request.has_value());
    QCOMPARE(request.error().httpStatus(), 400);
    QVERIFY2(request.error().message.find(place.toStdString()) != std::string::npos, request.error().message.c_str());
}

void CohereChatRequestsTest::wrongKindsNeverCrash_data()
{
    ownRequestsComeBackTheSame_data();
}

void CohereChatRequestsTest::wrongKindsNeverCrash()
{
    QFETCH(QByteArray, name);
    const Json original = *parseJson(fixture("requests/" + name.toStdString()));
    std::vector<std::string> places;
    const Json flat = original.flatten();
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
            auto request = decode(mutated.dump());
            if (!request) {
                QCOMPARE(request.error().httpStatus(), 400);
                continue;
            }
            ++decoded;
            static_cast<void>(encode(*request));
            request->dialect = DialectId::GeminiGenerate; // the way of other clients' requests
            static_cast<void>(encode(*request));
        }
    }
    QVERIFY(decoded > 50);
}

void CohereChatRequestsTest::aLongAgentRequestIsFast()
{
    Json body = *parseJson(fixture("requests/all_members.json"));
    const Json turns = body["messages"];
    while (body.dump().size() < 100'000) {
        for (std::size_t i = 1; i < 5; ++i)
            body["messages"].push_back(turns[i]);
    }
    const std::string text = body.dump();
    QBENCHMARK
    {
        const auto request = decode(text);
        QVERIFY(request.has_value());
        QVERIFY(!encode(*request).body.empty());
    }
}

QTEST_APPLESS_MAIN(CohereChatRequestsTest)
#include "tst_cohere_chat_requests.moc"
