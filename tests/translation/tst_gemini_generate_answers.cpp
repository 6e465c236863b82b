#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/gemini_generate/gemini_generate.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/dialect_fixtures.h"
#include "tests/translation/gemini_stream_reader.h"
#include "tests/support/json_comparison.h"

#include <QTest>

#include <algorithm>

using namespace codec_harness;
using namespace gemini_support;

namespace {

std::string fixture(const char *name)
{
    return readDialectFixture((std::string("gemini_generate/") + name).c_str());
}

ChatRequest plainRequest(DialectId dialect = DialectId::OpenAiChat)
{
    ChatRequest request;
    request.dialect = dialect;
    request.model = "gemini-3-pro-preview";
    return request;
}

Result<ChatResponse> decodeWhole(std::string_view body, ConversionReport *report = nullptr)
{
    const ChatRequest request = plainRequest();
    ExchangeState state(request, DialectId::GeminiGenerate, "a1");
    auto response = geminiGenerateProvider().decodeResponse(body, state);
    if (report)
        *report = state.answerReport;
    return response;
}

StreamEvents decodeStream(const std::string &bytes, std::size_t pieceBytes = 0)
{
    const ChatRequest request = plainRequest();
    ExchangeState state(request, DialectId::GeminiGenerate, "a1");
    return decodeSseStream(geminiGenerateProvider(), state, bytes, pieceBytes);
}

Result<ChatResponse> collected(const StreamEvents &events)
{
    ResponseCollector collector;
    for (const StreamEvent &event : events)
        collector.add(event);
    return collector.take();
}

} // namespace

class GeminiGenerateAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void readsThoughtsTextAndCalls();
    void usageIsTakenApart();
    void aBlockedPromptIsAFilteredAnswer();
    void everyFinishReasonHasAMeaning_data();
    void everyFinishReasonHasAMeaning();
    void answersThatWereGivenUpAreErrors_data();
    void answersThatWereGivenUpAreErrors();
    void oneOfSeveralCandidatesMayFail();
    void readsLogprobsAndSeveralCandidates();
    void errorsAreNotAnswers_data();
    void errorsAreNotAnswers();
    void theForcedToolIsTheAnswersText();
    void namesAndCustomInputComeBack();
    void wholeAnswersComeBackTheSame();
    void aCutChangesNothing_data();
    void aCutChangesNothing();
    void everyPrefixIsLegal_data();
    void everyPrefixIsLegal();
    void streamsTellTheSameAsWholeAnswers();
    void aSignatureEndsItsText();
    void failedStreamsFail_data();
    void failedStreamsFail();
    void malformedFramesAreLeftOut();
    void oddFramesStayLegal();
    void statesOfOthersSurviveAClient();
    void openAisReasoningSurvivesAClientThatKeepsOnlyCalls();
    void geminiStreamsComeBackTheSame();
    void aStreamedEventIsFast();
};

void GeminiGenerateAnswersTest::readsThoughtsTextAndCalls()
{
    const auto response = decodeWhole(fixture("responses/thoughts_text_calls.json"));
    QVERIFY(response.has_value());
    QCOMPARE(response->id, std::string("abc123"));
    QCOMPARE(response->model, std::string("gemini-3-pro-preview"));
    const Choice &choice = response->choices.at(0);
    QCOMPARE(choice.finishReason, FinishReason::ToolCalls);
    QCOMPARE(choice.rawFinishReason, std::string("STOP"));
    QCOMPARE(choice.parts.size(), std::size_t(4));
    QCOMPARE(choice.parts[0].as<ReasoningPart>()->text, std::string("**Thinking** about it."));
    QCOMPARE(choice.parts[1].as<TextPart>()->text, std::string("I call two tools."));
    const auto *first = choice.parts[2].as<ToolCallPart>();
    QCOMPARE(first->id, std::string("call_a1n1"));
    QCOMPARE(first->arguments, std::string(R"({"city":"Zürich"})"));
    QCOMPARE(choice.parts[2].state->data, std::string("CiQBcsjafA=="));
    QCOMPARE(choice.parts[2].state->origin, DialectId::GeminiGenerate);
    QCOMPARE(choice.parts[3].as<ToolCallPart>()->id, std::string("fc-2"));
}

void GeminiGenerateAnswersTest::usageIsTakenApart()
{
    const auto response = decodeWhole(fixture("responses/thoughts_text_calls.json"));
    TokenUsage wanted;
    wanted.uncachedInput = 45; // 100 - 60 cached + 5 of tools
    wanted.cacheRead = 60;
    wanted.output = 50; // 20 + 30 thoughts
    wanted.reasoning = 30;
    wanted.audioInput = 10;
    QVERIFY(response->usage == wanted);
    QVERIFY(parseJson(response->rawUsage).has_value());
    const auto blocked = decodeWhole(fixture("responses/blocked.json"));
    QVERIFY(!blocked->usage.output.has_value());
    QVERIFY(!blocked->usage.cacheRead.has_value());
}

void GeminiGenerateAnswersTest::aBlockedPromptIsAFilteredAnswer()
{
    const auto response = decodeWhole(fixture("responses/blocked.json"));
    QVERIFY(response.has_value());
    QCOMPARE(response->choices.at(0).finishReason, FinishReason::ContentFilter);
    QCOMPARE(response->choices.at(0).rawFinishReason, std::string("PROHIBITED_CONTENT"));
    const auto streamed = collected(decodeStream(fixture("streams/blocked.sse")));
    QVERIFY(streamed.has_value());
    QCOMPARE(streamed->choices.at(0).finishReason, FinishReason::ContentFilter);
    QCOMPARE(streamed->usage.uncachedInput, std::optional<std::int64_t>(8));
}

void GeminiGenerateAnswersTest::everyFinishReasonHasAMeaning_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *word, FinishReason reason) {
        QTest::newRow(word) << QByteArray(word) << static_cast<int>(reason);
    };
    row("STOP", FinishReason::Stop);
    row("MAX_TOKENS", FinishReason::Length);
    for (const char *word : {"SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY",
                             "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION", "MODEL_ARMOR"})
        row(word, FinishReason::ContentFilter);
    row("OTHER", FinishReason::Unknown);
    row("NEVER_HEARD_OF", FinishReason::Unknown);
}

void GeminiGenerateAnswersTest::everyFinishReasonHasAMeaning()
{
    QFETCH(QByteArray, word);
    QFETCH(int, reason);
    const auto response =
        decodeWhole("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}]},\"finishReason\":\""
                    + word.toStdString() + "\"}]}");
    QVERIFY(response.has_value());
    QCOMPARE(static_cast<int>(response->choices.at(0).finishReason), reason);
    QCOMPARE(response->choices.at(0).rawFinishReason, word.toStdString());
}

void GeminiGenerateAnswersTest::answersThatWereGivenUpAreErrors_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("parts");
    for (const char *word : {"MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS", "LANGUAGE",
                             "MISSING_THOUGHT_SIGNATURE", "MALFORMED_RESPONSE", "NO_IMAGE", "OTHER"})
        QTest::newRow(word) << QByteArray(word) << QByteArray("[]");
    QTest::newRow("after a text") << QByteArray("MALFORMED_FUNCTION_CALL") << QByteArray("[{\"text\":\"I call it.\"}]");
}

// An agent takes such an answer for the end of its task when it is told as a success.
void GeminiGenerateAnswersTest::answersThatWereGivenUpAreErrors()
{
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, parts);
    const std::string body = "{\"candidates\":[{\"content\":{\"parts\":" + parts.toStdString()
                             + "},\"finishMessage\":\"print(\",\"finishReason\":\"" + word.toStdString() + "\"}]}";
    for (const auto &answer : {decodeWhole(body), collected(decodeStream("data: " + body + "\r\n\r\n"))}) {
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().retry, RetryAdvice::OtherTarget);
        QCOMPARE(answer.error().httpStatus(), 502);
        QVERIFY(answer.error().message.find(word.toStdString() + " (print()") != std::string::npos);
    }
    QVERIFY(!decodeWhole(fixture("responses/malformed_call.json")).has_value());
}

void GeminiGenerateAnswersTest::oneOfSeveralCandidatesMayFail()
{
    const std::string body = R"({"candidates":[{"index":0,"finishReason":"MALFORMED_FUNCTION_CALL"},)"
                             R"({"index":1,"content":{"parts":[{"text":"Hi"}]},"finishReason":"STOP"}]})";
    for (const auto &answer : {decodeWhole(body), collected(decodeStream("data: " + body + "\r\n\r\n"))}) {
        QVERIFY(answer.has_value());
        QCOMPARE(answer->choices.size(), std::size_t(2));
    }
}

void GeminiGenerateAnswersTest::readsLogprobsAndSeveralCandidates()
{
    const auto response = decodeWhole(fixture("responses/logprobs.json"));
    QVERIFY(response.has_value());
    QCOMPARE(response->choices.size(), std::size_t(2));
    const Choice &first = response->choices[0];
    QCOMPARE(first.parts.size(), std::size_t(1)); // the empty part only brought the signature
    QCOMPARE(first.parts[0].state->data, std::string("c2ln"));
    QCOMPARE(first.logprobs["content"][0]["top_logprobs"][1]["token"], Json("Ho"));
    QCOMPARE(response->choices[1].finishReason, FinishReason::ContentFilter);
}

void GeminiGenerateAnswersTest::errorsAreNotAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("error") << QByteArray::fromStdString(fixture("errors/invalid_key.json")) << 400;
    QTest::newRow("no JSON") << QByteArray("<html>") << 502;
    QTest::newRow("no candidates") << QByteArray("{\"candidates\":[]}") << 502;
    QTest::newRow("array") << QByteArray("[]") << 502;
}

void GeminiGenerateAnswersTest::errorsAreNotAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto response = decodeWhole(body.toStdString());
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().httpStatus(), status);
    QVERIFY(!response.error().message.empty());
}

void GeminiGenerateAnswersTest::theForcedToolIsTheAnswersText()
{
    const ChatRequest request = plainRequest();
    ExchangeState state(request, DialectId::GeminiGenerate, "a1");
    state.outputTool = "structured_output";
    const std::string body = R"({"candidates":[{"content":{"parts":[{"functionCall":{"name":"structured_output",)"
                             R"("args":{"a":1}}}],"role":"model"},"finishReason":"STOP"}],"responseId":"r"})";
    const auto response = geminiGenerateProvider().decodeResponse(body, state);
    QVERIFY(response.has_value());
    QCOMPARE(response->choices[0].finishReason, FinishReason::Stop);
    QCOMPARE(joinedText(response->choices[0].parts), std::string(R"({"a":1})"));
    const auto streamed = collected(decodeSseStream(geminiGenerateProvider(), state, "data: " + body + "\r\n\r\n"));
    QCOMPARE(joinedText(streamed->choices[0].parts), std::string(R"({"a":1})"));
    QCOMPARE(streamed->choices[0].finishReason, FinishReason::Stop);
}

void GeminiGenerateAnswersTest::namesAndCustomInputComeBack()
{
    ChatRequest request = plainRequest(DialectId::OpenAiResponses);
    Tool custom;
    custom.kind = Tool::Kind::Custom;
    custom.name = "apply/patch";
    Tool shared;
    shared.name = "run";
    shared.toolNamespace = "mcp__x";
    Tool other = shared;
    other.toolNamespace = "mcp__y";
    request.tools = {custom, shared, other};
    Message message;
    message.parts.push_back(makeText("Hi"));
    request.messages.push_back(message);
    ExchangeState state(request, DialectId::GeminiGenerate, "a1");
    ConversionReport report;
    QVERIFY(geminiGenerateProvider().encodeRequest(request, {"gemini-3-pro-preview", ""}, state, report).has_value());
    const auto response = geminiGenerateProvider().decodeResponse(
        R"({"candidates":[{"content":{"parts":[{"functionCall":{"name":"apply_patch","args":{"input":"*** x"}}},)"
        R"({"functionCall":{"name":"mcp__y__run","args":{}}}]},"finishReason":"STOP"}]})",
        state);
    QVERIFY(response.has_value());
    const auto *first = response->choices[0].parts[0].as<ToolCallPart>();
    QCOMPARE(first->name, std::string("apply/patch"));
    QCOMPARE(first->kind, ToolCallPart::Kind::Custom);
    QCOMPARE(first->arguments, std::string("*** x"));
    const auto *second = response->choices[0].parts[1].as<ToolCallPart>();
    QCOMPARE(second->name, std::string("run"));
    QCOMPARE(second->toolNamespace, std::string("mcp__y"));
}

void GeminiGenerateAnswersTest::wholeAnswersComeBackTheSame()
{
    for (const char *name : {"responses/thoughts_text_calls.json", "responses/logprobs.json"}) {
        const auto response = decodeWhole(fixture(name));
        QVERIFY(response.has_value());
        const ChatRequest request = plainRequest(DialectId::GeminiGenerate);
        ExchangeState state(request, DialectId::GeminiGenerate, "a2");
        auto again = decodeWhole(geminiGenerateClient().encodeResponse(*response, state));
        QVERIFY(again.has_value());
        again->rawUsage = response->rawUsage;
        QVERIFY2(*again == *response, name);
    }
}

void GeminiGenerateAnswersTest::aCutChangesNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"thoughts_text_calls", "signature_at_the_end", "error_in_stream", "blocked",
                             "two_candidates", "code_and_image", "no_finish_reason"})
        QTest::newRow(name) << QByteArray("streams/") + name + ".sse";
}

void GeminiGenerateAnswersTest::aCutChangesNothing()
{
    QFETCH(QByteArray, name);
    const std::string bytes = fixture(name.constData());
    const StreamEvents whole = decodeStream(bytes);
    QVERIFY(decodeStream(bytes, 1) == whole);
    for (std::size_t position = 1; position < bytes.size(); ++position) {
        const ChatRequest request = plainRequest();
        ExchangeState state(request, DialectId::GeminiGenerate, "a1");
        QVERIFY(decodeSseStreamCutAt(geminiGenerateProvider(), state, bytes, position) == whole);
    }
}

void GeminiGenerateAnswersTest::everyPrefixIsLegal_data()
{
    aCutChangesNothing_data();
}

void GeminiGenerateAnswersTest::everyPrefixIsLegal()
{
    QFETCH(QByteArray, name);
    const std::string bytes = fixture(name.constData());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const ChatRequest request = plainRequest();
        ExchangeState state(request, DialectId::GeminiGenerate, "a1");
        const StreamEvents events = decodeBrokenSseStream(geminiGenerateProvider(), state, bytes, size);
        // Only the frame with the finish reason makes an answer whole, and it is the last one.
        const bool isWhole = size + 4 > bytes.size() && bytes.find("inishReason") < size;
        if (!isWhole && size + 4 <= bytes.size())
            QVERIFY(std::holds_alternative<StreamFailed>(events.back()));
    }
}

void GeminiGenerateAnswersTest::streamsTellTheSameAsWholeAnswers()
{
    const auto response = collected(decodeStream(fixture("streams/thoughts_text_calls.sse")));
    QVERIFY(response.has_value());
    const Choice &choice = response->choices.at(0);
    QCOMPARE(choice.finishReason, FinishReason::ToolCalls);
    QCOMPARE(choice.parts.size(), std::size_t(4));
    QCOMPARE(choice.parts[0].as<ReasoningPart>()->text, std::string("**Plan** to look."));
    QCOMPARE(choice.parts[1].as<TextPart>()->text, std::string("Let me see Zürich 🙂."));
    QCOMPARE(choice.parts[2].as<ToolCallPart>()->arguments, std::string(R"({"city":"Zürich"})"));
    QCOMPARE(choice.parts[2].state->data, std::string("CiQBcsjafA=="));
    QCOMPARE(choice.parts[3].as<ToolCallPart>()->name, std::string("get_time"));
    QCOMPARE(response->usage.output, std::optional<std::int64_t>(50));
    QCOMPARE(response->usage.uncachedInput, std::optional<std::int64_t>(60));
}

void GeminiGenerateAnswersTest::aSignatureEndsItsText()
{
    const auto response = collected(decodeStream(fixture("streams/signature_at_the_end.sse")));
    QVERIFY(response.has_value());
    QCOMPARE(response->choices[0].parts.size(), std::size_t(1));
    QCOMPARE(joinedText(response->choices[0].parts), std::string("Hello world"));
    QCOMPARE(response->choices[0].parts[0].state->data, std::string("c2lnbmF0dXJl"));
}

void GeminiGenerateAnswersTest::failedStreamsFail_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("error frame") << QByteArray::fromStdString(fixture("streams/error_in_stream.sse")) << 503;
    QTest::newRow("no finish reason") << QByteArray::fromStdString(fixture("streams/no_finish_reason.sse")) << 502;
    QTest::newRow("nothing") << QByteArray() << 502;
    QTest::newRow("only [DONE]") << QByteArray("data: [DONE]\n\n") << 502;
}

void GeminiGenerateAnswersTest::failedStreamsFail()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const auto response = collected(decodeStream(bytes.toStdString()));
    QVERIFY(!response.has_value());
    QCOMPARE(response.error().httpStatus(), status);
}

void GeminiGenerateAnswersTest::malformedFramesAreLeftOut()
{
    const ChatRequest request = plainRequest();
    ExchangeState state(request, DialectId::GeminiGenerate, "a1");
    const auto response =
        collected(decodeSseStream(geminiGenerateProvider(), state, fixture("streams/two_candidates.sse")));
    QVERIFY(response.has_value());
    QCOMPARE(joinedText(response->choices.at(0).parts), std::string("one more"));
    QCOMPARE(joinedText(response->choices.at(1).parts), std::string("two too"));
    QCOMPARE(response->choices.at(0).finishReason, FinishReason::Length);
    QCOMPARE(response->choices.at(1).finishReason, FinishReason::ContentFilter);
    QCOMPARE(state.answerReport.notes().size(), std::size_t(1));
}

void GeminiGenerateAnswersTest::oddFramesStayLegal()
{
    const Json frame = *parseJson(R"({"candidates":[{"content":{"parts":[{"text":"a"},{"functionCall":{"name":"b",)"
                                  R"("args":{}}}],"role":"model"},"index":0,"finishReason":"STOP"}],)"
                                  R"("usageMetadata":{"promptTokenCount":1},"promptFeedback":{"blockReason":"X"}})");
    const Json flat = frame.flatten();
    for (const auto &[pointer, value] : flat.items()) {
        for (std::string place = pointer; !place.empty(); place.resize(place.rfind('/'))) {
            for (const Json &wrong : {Json(nullptr), Json(-1), Json(1e300), Json("x"), Json::array({Json::object()}),
                                      Json::object({{"a", 1}}), Json(false)}) {
                Json mutated = frame;
                mutated[Json::json_pointer(place)] = wrong;
                const std::string body = dumpJson(mutated);
                static_cast<void>(decodeStream("data: " + body + "\n\ndata: " + dumpJson(frame) + "\n\n"));
                static_cast<void>(decodeWhole(body));
            }
        }
    }
}

// Gemini CLI sends its calls back with their signatures, and no thoughts.
void GeminiGenerateAnswersTest::openAisReasoningSurvivesAClientThatKeepsOnlyCalls()
{
    const OpaqueState state{DialectId::OpenAiResponses, "sealed", "rs_1", false, false};
    Part thought;
    thought.content = ReasoningPart{"I think", true};
    Part call;
    call.content = ToolCallPart{ToolCallPart::Kind::Function, "call_1", "read", "{}", "", ""};
    const StreamEvents events{MessageStarted{"m", "gpt-5", {}, {}, ""},
                              PartStarted{0, 0, thought},
                              PartEnded{0, state},
                              PartStarted{1, 0, call},
                              PartEnded{1, {}},
                              ChoiceEnded{0, FinishReason::ToolCalls, "", ""},
                              MessageEnded{}};
    const ChatRequest request = plainRequest(DialectId::GeminiGenerate);
    ExchangeState streamed(request, DialectId::OpenAiResponses, "a1");
    ExchangeState whole(request, DialectId::OpenAiResponses, "a1");
    const ClientView view = readStream(encodeEvents(geminiGenerateClient(), streamed, events));
    QVERIFY2(view.problem.empty(), view.problem.c_str());
    const Json body = *parseJson(geminiGenerateClient().encodeResponse(*collected(events), whole));
    const Json &all = body["candidates"][0]["content"]["parts"];
    const auto isCall = [](const Json &part) { return part.contains("functionCall"); };
    const Json onlyCall = *std::find_if(all.begin(), all.end(), isCall);
    QCOMPARE(view.signatures.back(), std::string(textMember(onlyCall, "thoughtSignature")));
    for (const Json &parts : {Json::array({onlyCall}), all}) {
        const Json next{{"contents", Json::array({Json{{"role", "model"}, {"parts", parts}}})}};
        const auto decoded = geminiGenerateClient().decodeRequest({dumpJson(next), "gpt-5", false, nullptr});
        QVERIFY(decoded.has_value());
        const auto &kept = decoded->messages[0].parts;
        QCOMPARE(kept.size(), std::size_t(2)); // once, even if the client kept both
        QVERIFY(kept[0].as<ReasoningPart>());
        QCOMPARE(kept[0].state, std::optional(state));
        QVERIFY(kept[1].as<ToolCallPart>());
        QVERIFY(!kept[1].state);
    }
}

void GeminiGenerateAnswersTest::statesOfOthersSurviveAClient()
{
    const OpaqueState state{DialectId::AnthropicMessages, "RXFRQi5j+/==", "", false, false};
    Part thought;
    thought.content = ReasoningPart{};
    const StreamEvents events{MessageStarted{"m", "claude", {}, {}, ""},
                              PartStarted{0, 0, thought},
                              PartDelta{0, PartDelta::Kind::Text, "I "},
                              PartDelta{0, PartDelta::Kind::Text, "think"},
                              PartEnded{0, state},
                              PartStarted{1, 0, makeText("Hi")},
                              PartEnded{1, {}},
                              ChoiceEnded{0, FinishReason::Stop, "end_turn", ""},
                              MessageEnded{}};
    const ChatRequest request = plainRequest(DialectId::GeminiGenerate);
    ExchangeState exchange(request, DialectId::AnthropicMessages, "a1");
    const std::string wire = encodeEvents(geminiGenerateClient(), exchange, events);
    QVERIFY(readStream(wire).problem.empty());
    // The SDKs' chats send back all parts of all frames, one after the other.
    Json parts = Json::array();
    std::string_view rest = wire;
    while (!rest.empty()) {
        const auto end = rest.find("\r\n\r\n");
        const Json frame = *parseJson(rest.substr(6, end - 6));
        for (const Json &part : frame["candidates"][0]["content"]["parts"])
            parts.push_back(part);
        rest.remove_prefix(end + 4);
    }
    const Json body{{"contents", Json::array({Json{{"role", "model"}, {"parts", parts}}})}};
    const auto next = geminiGenerateClient().decodeRequest({dumpJson(body), "claude", false, nullptr});
    QVERIFY(next.has_value());
    QCOMPARE(next->messages[0].parts[0].as<ReasoningPart>()->text, std::string("I think"));
    QCOMPARE(next->messages[0].parts[0].state, std::optional(state));
    QCOMPARE(joinedText(next->messages[0].parts), std::string("Hi"));
}

void GeminiGenerateAnswersTest::geminiStreamsComeBackTheSame()
{
    for (const char *name : {"streams/thoughts_text_calls.sse", "streams/signature_at_the_end.sse",
                             "streams/two_candidates.sse", "streams/code_and_image.sse"}) {
        const StreamEvents events = decodeStream(fixture(name));
        const ChatRequest request = plainRequest(DialectId::GeminiGenerate);
        ExchangeState state(request, DialectId::GeminiGenerate, "a2");
        auto again = collected(decodeStream(encodeEvents(geminiGenerateClient(), state, events)));
        QVERIFY(again.has_value());
        const auto first = collected(events);
        again->rawUsage = first->rawUsage;
        QVERIFY2(*again == *first, name);
    }
}

void GeminiGenerateAnswersTest::aStreamedEventIsFast()
{
    std::string bytes =
        R"(data: {"candidates":[{"content":{"parts":[{"text":"some words of an answer "}],"role":"model"},)"
        R"("index":0}],"usageMetadata":{"promptTokenCount":100,"candidatesTokenCount":20,)"
        R"("totalTokenCount":120},"modelVersion":"gemini-3-pro-preview","responseId":"r1"})"
        "\r\n\r\n";
    std::string stream;
    for (int i = 0; i < 1000; ++i)
        stream += bytes;
    QBENCHMARK
    {
        const StreamEvents events = decodeStream(stream);
        const ChatRequest request = plainRequest(DialectId::GeminiGenerate);
        ExchangeState state(request, DialectId::GeminiGenerate, "a2");
        QVERIFY(encodeEvents(geminiGenerateClient(), state, events).size() > 1000);
    }
}

QTEST_APPLESS_MAIN(GeminiGenerateAnswersTest)
#include "tst_gemini_generate_answers.moc"
