#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/framing/sse_codec.h"
#include "gateway/translation/passthrough/answer_tap.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/cohere_chat_stream_reader.h"
#include "tests/translation/cohere_chat_support.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace codec_harness;
using namespace cohere_support;

namespace {

ChatRequest request(DialectId dialect = DialectId::OpenAiChat)
{
    ChatRequest made;
    made.dialect = dialect;
    made.model = "command-a-03-2025";
    return made;
}

Result<ChatResponse> decodeWhole(std::string_view body, ConversionReport *report = nullptr)
{
    const ChatRequest asked = request();
    ExchangeState state(asked, DialectId::CohereChat, "a1");
    auto response = cohereChatProvider().decodeResponse(body, state);
    if (report)
        *report = state.answerReport;
    return response;
}

StreamEvents decodeStream(const std::string &bytes, std::size_t pieceBytes = 0)
{
    const ChatRequest asked = request();
    ExchangeState state(asked, DialectId::CohereChat, "a1");
    return decodeSseStream(cohereChatProvider(), state, bytes, pieceBytes);
}

Result<ChatResponse> collected(const StreamEvents &events)
{
    ResponseCollector collector;
    for (const StreamEvent &event : events)
        collector.add(event);
    return collector.take();
}

} // namespace

class CohereChatAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void readsThinkingTextAndCitations();
    void readsPlanAndCalls();
    void readsLogprobs();
    void everyFinishReasonHasAMeaning_data();
    void everyFinishReasonHasAMeaning();
    void errorsAreNotAnswers_data();
    void errorsAreNotAnswers();
    void wholeAnswersComeBackTheSame_data();
    void wholeAnswersComeBackTheSame();
    void answersOfOthersAreSaidInCoheresWords();
    void aCutChangesNothing_data();
    void aCutChangesNothing();
    void everyPrefixIsLegal_data();
    void everyPrefixIsLegal();
    void streamsTellTheSameAsWholeAnswers();
    void mixedCallsAreToldOneAfterTheOther();
    void failedStreamsFail_data();
    void failedStreamsFail();
    void malformedFramesAreLeftOut();
    void oddFramesStayLegal();
    void cohereStreamsComeBackTheSame();
    void failuresAreToldAndThenCut();
    void theTapReadsUsageAndEnd();
    void aStreamedEventIsFast();
};

void CohereChatAnswersTest::readsThinkingTextAndCitations()
{
    const auto response = decodeWhole(fixture("responses/thinking_text_citations.json"));
    QVERIFY(response.has_value());
    const Choice &choice = response->choices.at(0);
    QCOMPARE(choice.finishReason, FinishReason::Stop);
    QCOMPARE(choice.rawFinishReason, std::string("COMPLETE"));
    QCOMPARE(choice.parts.size(), std::size_t(2));
    QCOMPARE(choice.parts[0].as<ReasoningPart>()->text, std::string("The handbook says it."));
    QCOMPARE(choice.parts[1].as<TextPart>()->annotations.size(), std::size_t(1));
    QCOMPARE(choice.parts[1].as<TextPart>()->annotations[0]["dialect"], Json("cohere_chat"));
    TokenUsage wanted;
    wanted.uncachedInput = 11; // 523 - 512
    wanted.cacheRead = 512;
    wanted.output = 42;
    QVERIFY(response->usage == wanted);
    QVERIFY(response->rawUsage.find("billed_units") != std::string::npos);
}

void CohereChatAnswersTest::readsPlanAndCalls()
{
    const auto response = decodeWhole(fixture("responses/plan_and_calls.json"));
    const std::vector<Part> &parts = response->choices.at(0).parts;
    QCOMPARE(parts.size(), std::size_t(3));
    QCOMPARE(parts[0].as<TextPart>()->text, std::string("I will use the tool twice."));
    QCOMPARE(parts[2].as<ToolCallPart>()->id, std::string("get_weather_nsz5zm3w56q3"));
    QCOMPARE(parts[2].as<ToolCallPart>()->arguments, std::string(R"({"city":"Oslo"})"));
    QCOMPARE(response->choices[0].finishReason, FinishReason::ToolCalls);
    QVERIFY(!response->usage.cacheRead.has_value()); // not reported is not zero
}

void CohereChatAnswersTest::readsLogprobs()
{
    const auto response = decodeWhole(fixture("responses/logprobs.json"));
    const Json &tokens = response->choices.at(0).logprobs["content"];
    QCOMPARE(tokens.size(), std::size_t(2));
    QCOMPARE(tokens[1]["token"], Json(" there"));
    QCOMPARE(tokens[1]["logprob"], Json(-0.75));
    QCOMPARE(response->usage.uncachedInput, std::optional<std::int64_t>(2)); // billed, for want of better
    const auto streamed = collected(decodeStream(fixture("streams/logprobs.sse")));
    QVERIFY(streamed->choices[0].logprobs == response->choices[0].logprobs);
}

void CohereChatAnswersTest::everyFinishReasonHasAMeaning_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *word, FinishReason reason) {
        QTest::newRow(word) << QByteArray(word) << static_cast<int>(reason);
    };
    row("COMPLETE", FinishReason::Stop);
    row("STOP_SEQUENCE", FinishReason::StopSequence);
    row("MAX_TOKENS", FinishReason::Length);
    row("ERROR_TOXIC", FinishReason::ContentFilter);
    row("ERROR_LIMIT", FinishReason::ContextOverflow);
    row("NEVER_HEARD_OF", FinishReason::Unknown);
}

void CohereChatAnswersTest::everyFinishReasonHasAMeaning()
{
    QFETCH(QByteArray, word);
    QFETCH(int, reason);
    const auto response = decodeWhole(R"({"id":"a","finish_reason":")" + word.toStdString()
                                      + R"(","message":{"role":"assistant","content":[{"type":"text","text":"x"}]}})");
    QVERIFY(response.has_value());
    QCOMPARE(static_cast<int>(response->choices[0].finishReason), reason);
}

void CohereChatAnswersTest::errorsAreNotAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("error") << QByteArray::fromStdString(fixture("errors/invalid_key.json"))
                           << QByteArray("invalid api token");
    QTest::newRow("no JSON") << QByteArray("<html>") << QByteArray("not JSON");
    QTest::newRow("array") << QByteArray("[]") << QByteArray("no message");
    QTest::newRow("empty object") << QByteArray("{}") << QByteArray("no message");
    for (const char *word : {"ERROR", "TIMEOUT"})
        QTest::newRow(word) << QByteArray(R"({"id":"a","message":{"role":"assistant"},"finish_reason":")") + word
                                   + "\"}"
                            << QByteArray(word);
    QTest::newRow("no call") << QByteArray(R"({"id":"a","message":{"role":"assistant","tool_calls":[]},)"
                                           R"("finish_reason":"TOOL_CALL"})")
                             << QByteArray("sent no call");
}

void CohereChatAnswersTest::errorsAreNotAnswers()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, words);
    const auto response = decodeWhole(body.toStdString());
    QVERIFY(!response.has_value());
    QVERIFY2(response.error().message.find(words.toStdString()) != std::string::npos, response.error().message.c_str());
    QCOMPARE(response.error().source, ErrorSource::Upstream);
}

void CohereChatAnswersTest::wholeAnswersComeBackTheSame_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"thinking_text_citations", "plan_and_calls"})
        QTest::newRow(name) << QByteArray("responses/") + name + ".json";
}

void CohereChatAnswersTest::wholeAnswersComeBackTheSame()
{
    QFETCH(QByteArray, name);
    const std::string body = fixture(name.toStdString());
    const auto response = decodeWhole(body);
    const ChatRequest asked = request(DialectId::CohereChat);
    ExchangeState state(asked, DialectId::CohereChat, "a2");
    const std::string again = cohereChatClient().encodeResponse(*response, state);
    QVERIFY2(plain(*parseJson(again)) == plain(*parseJson(body)), again.c_str());
}

void CohereChatAnswersTest::answersOfOthersAreSaidInCoheresWords()
{
    Part thought;
    thought.content = ReasoningPart{"Hm.", false};
    thought.state = OpaqueState{DialectId::AnthropicMessages, "sig", "", false, false};
    Part cited = makeText("Read it here");
    cited.as<TextPart>()->annotations.push_back(*parseJson(
        R"({"type":"url_citation","start_index":8,"end_index":12,"url":"https://example.com","title":"Example"})"));
    ChatResponse response;
    response.id = "msg_1";
    response.choices.push_back(Choice{0, {thought, cited}, FinishReason::Length, "max_tokens", "", nullptr});
    response.usage.uncachedInput = 10;
    response.usage.cacheRead = 5;
    response.usage.output = 7;
    const ChatRequest asked = request(DialectId::CohereChat);
    ExchangeState state(asked, DialectId::AnthropicMessages, "a1");
    const Json answer = *parseJson(cohereChatClient().encodeResponse(response, state));
    const Json wanted = *parseJson(
        R"({"id":"msg_1","finish_reason":"MAX_TOKENS","message":{"role":"assistant","content":[)"
        R"({"type":"thinking","thinking":"Hm."},{"type":"text","text":"Read it here"}],"citations":[{"start":8,)"
        R"("end":12,"text":"here","sources":[{"type":"document","id":"https://example.com","document":)"
        R"({"id":"https://example.com","url":"https://example.com","title":"Example"}}],"content_index":1,)"
        R"("type":"TEXT_CONTENT"}]},"usage":{"billed_units":{"input_tokens":15,"output_tokens":7},)"
        R"("tokens":{"input_tokens":15,"output_tokens":7},"cached_tokens":5}})");
    QVERIFY2(plain(answer) == plain(wanted), answer.dump(1).c_str());
    QVERIFY(hasNote(state.answerReport, ConversionNote::Kind::Dropped, "answer/state"));
}

void CohereChatAnswersTest::aCutChangesNothing_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"thinking_text_citations", "plan_and_calls", "mixed_calls", "logprobs", "error_at_the_end",
                             "announced_call_missing"})
        QTest::newRow(name) << QByteArray("streams/") + name + ".sse";
}

void CohereChatAnswersTest::aCutChangesNothing()
{
    QFETCH(QByteArray, name);
    const std::string bytes = fixture(name.toStdString());
    const StreamEvents whole = decodeStream(bytes);
    QVERIFY(decodeStream(bytes, 1) == whole);
    for (std::size_t position = 1; position < bytes.size(); ++position) {
        const ChatRequest asked = request();
        ExchangeState state(asked, DialectId::CohereChat, "a1");
        QVERIFY(decodeSseStreamCutAt(cohereChatProvider(), state, bytes, position) == whole);
    }
}

void CohereChatAnswersTest::everyPrefixIsLegal_data()
{
    aCutChangesNothing_data();
}

void CohereChatAnswersTest::everyPrefixIsLegal()
{
    QFETCH(QByteArray, name);
    const std::string bytes = fixture(name.toStdString());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const ChatRequest asked = request();
        ExchangeState state(asked, DialectId::CohereChat, "a1");
        const StreamEvents events = decodeBrokenSseStream(cohereChatProvider(), state, bytes, size);
        QVERIFY(std::holds_alternative<StreamFailed>(events.back()));
    }
}

void CohereChatAnswersTest::streamsTellTheSameAsWholeAnswers()
{
    const auto response = collected(decodeStream(fixture("streams/thinking_text_citations.sse")));
    QVERIFY(response.has_value());
    QCOMPARE(response->id, std::string("29f14a5a-11de-4cae-9800-25e4747408ea"));
    const std::vector<Part> &parts = response->choices.at(0).parts;
    QCOMPARE(parts.size(), std::size_t(2));
    QCOMPARE(parts[0].as<ReasoningPart>()->text, std::string("The handbook says it."));
    QCOMPARE(parts[1].as<TextPart>()->text, std::string("There are gym mémberships."));
    QCOMPARE(parts[1].as<TextPart>()->annotations.size(), std::size_t(2)); // one came behind the block's end
    QCOMPARE(response->usage.cacheRead, std::optional<std::int64_t>(1024));
    QCOMPARE(response->usage.uncachedInput, std::optional<std::int64_t>(18));
    const auto calls = collected(decodeStream(fixture("streams/plan_and_calls.sse")));
    QCOMPARE(calls->choices[0].finishReason, FinishReason::ToolCalls);
    QCOMPARE(joinedText(calls->choices[0].parts), std::string("I will use the tool."));
    QCOMPARE(calls->choices[0].parts[1].as<ToolCallPart>()->arguments, std::string(R"({"city": "Zürich"})"));
    QCOMPARE(calls->choices[0].parts[2].as<ToolCallPart>()->name, std::string("list_files"));
    QCOMPARE(calls->choices[0].parts[2].as<ToolCallPart>()->arguments, std::string());
}

void CohereChatAnswersTest::mixedCallsAreToldOneAfterTheOther()
{
    const auto response = collected(decodeStream(fixture("streams/mixed_calls.sse")));
    QVERIFY(response.has_value());
    const std::vector<Part> &parts = response->choices.at(0).parts;
    QCOMPARE(parts.size(), std::size_t(2));
    QCOMPARE(parts[0].as<ToolCallPart>()->arguments, std::string(R"({"city":"Oslo"})"));
    QCOMPARE(parts[1].as<ToolCallPart>()->arguments, std::string(R"({"x":1})"));
}

void CohereChatAnswersTest::failedStreamsFail_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("error at the end") << QByteArray::fromStdString(fixture("streams/error_at_the_end.sse"))
                                      << QByteArray("internal server error");
    QTest::newRow("call missing") << QByteArray::fromStdString(fixture("streams/announced_call_missing.sse"))
                                  << QByteArray("sent no call");
    QTest::newRow("bare message") << QByteArray("data: {\"message\":\"too many tokens\"}\n\n")
                                  << QByteArray("too many tokens");
    QTest::newRow("error event") << QByteArray("event: error\ndata: {\"message\":\"no\"}\n\n") << QByteArray("no");
    QTest::newRow("timeout") << QByteArray("data: {\"type\":\"message-end\",\"delta\":{\"finish_reason\":"
                                           "\"TIMEOUT\"}}\n\n")
                             << QByteArray("TIMEOUT");
    QTest::newRow("nothing") << QByteArray() << QByteArray("before the answer was complete");
}

void CohereChatAnswersTest::failedStreamsFail()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, words);
    const auto response = collected(decodeStream(bytes.toStdString()));
    QVERIFY(!response.has_value());
    QVERIFY2(response.error().message.find(words.toStdString()) != std::string::npos, response.error().message.c_str());
}

void CohereChatAnswersTest::malformedFramesAreLeftOut()
{
    std::string bytes = fixture("streams/plan_and_calls.sse");
    const std::string frame = "event: tool-plan-delta";
    bytes.insert(bytes.find(frame), "data: {\"type\": \n\ndata: []\n\nevent: other\ndata: {\"type\":\"other\"}\n\n");
    const ChatRequest asked = request();
    ExchangeState state(asked, DialectId::CohereChat, "a1");
    const StreamEvents events = decodeSseStream(cohereChatProvider(), state, bytes);
    QVERIFY(events == decodeStream(fixture("streams/plan_and_calls.sse")));
    QCOMPARE(state.answerReport.notes().size(), std::size_t(2));
}

void CohereChatAnswersTest::oddFramesStayLegal()
{
    for (const char *name : {"streams/thinking_text_citations.sse", "streams/plan_and_calls.sse"}) {
        const std::string bytes = fixture(name);
        SseFrameSplitter splitter;
        splitter.feed(bytes);
        while (const auto found = splitter.next()) {
            const Json frame = *parseJson(found->data);
            const Json flat = frame.flatten();
            for (const auto &[pointer, value] : flat.items()) {
                for (std::string place = pointer; !place.empty(); place.resize(place.rfind('/'))) {
                    for (const Json &wrong : {Json(nullptr), Json(-1), Json(1e300), Json("x"), Json::array({1}),
                                              Json::object({{"a", 1}}), Json(false)}) {
                        Json mutated = frame;
                        mutated[Json::json_pointer(place)] = wrong;
                        static_cast<void>(decodeStream("data: " + dumpJson(mutated) + "\n\n" + bytes));
                    }
                }
            }
        }
    }
    for (const char *name : {"responses/thinking_text_citations.json", "responses/plan_and_calls.json"}) {
        const Json body = *parseJson(fixture(name));
        const Json flat = body.flatten();
        for (const auto &[pointer, value] : flat.items()) {
            for (std::string place = pointer; !place.empty(); place.resize(place.rfind('/'))) {
                for (const Json &wrong : {Json(nullptr), Json(-1), Json("x"), Json::array({1}), Json::object()}) {
                    Json mutated = body;
                    mutated[Json::json_pointer(place)] = wrong;
                    static_cast<void>(decodeWhole(dumpJson(mutated)));
                }
            }
        }
    }
}

void CohereChatAnswersTest::cohereStreamsComeBackTheSame()
{
    for (const char *name : {"streams/thinking_text_citations.sse", "streams/plan_and_calls.sse"}) {
        const StreamEvents events = decodeStream(fixture(name));
        const ChatRequest asked = request(DialectId::CohereChat);
        ExchangeState state(asked, DialectId::CohereChat, "a2");
        const std::string wire = encodeEvents(cohereChatClient(), state, events);
        const ClientView view(wire);
        QVERIFY2(view.problem.empty(), view.problem.c_str());
        const auto again = collected(decodeStream(wire));
        auto wanted = collected(events);
        for (Part &part : wanted->choices[0].parts) {
            if (auto *call = part.as<ToolCallPart>(); call && call->arguments.empty())
                call->arguments = "{}";
        }
        QVERIFY2(*again == *wanted, name);
    }
}

void CohereChatAnswersTest::failuresAreToldAndThenCut()
{
    const Error error = Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget, "It \"broke\".");
    const ClientView view(cohereChatClient().failureFrame(error, {}));
    QCOMPARE(view.finishReason, std::string("ERROR"));
    QCOMPARE(view.error, std::string("It \"broke\"."));
    QVERIFY(!cohereChatClient().hasFailureEvents()); // the SDKs raise at a cut alone
    QVERIFY(cohereChatClient().isErrorBody(fixture("errors/invalid_key.json")));
    QVERIFY(!cohereChatClient().isErrorBody(R"({"detail":"no"})"));
    QVERIFY(!cohereChatClient().isErrorBody("<html>"));
}

void CohereChatAnswersTest::theTapReadsUsageAndEnd()
{
    AnswerTap streamed(DialectId::CohereChat, false);
    SseFrameSplitter splitter;
    splitter.feed(fixture("streams/thinking_text_citations.sse"));
    while (const auto frame = splitter.next()) {
        QVERIFY(!streamed.facts().hasEnded);
        QCOMPARE(streamed.readFrame(frame->event, frame->data), FrameVerdict::Forward);
    }
    QVERIFY(streamed.facts().hasEnded);
    QCOMPARE(streamed.facts().finishReason, std::string("COMPLETE"));
    QCOMPARE(streamed.facts().usage.output, std::optional<std::int64_t>(66));
    QVERIFY(streamed.facts().errorText.empty());
    AnswerTap whole(DialectId::CohereChat, false);
    whole.readWholeBody(fixture("responses/plan_and_calls.json"));
    QCOMPARE(whole.facts().finishReason, std::string("TOOL_CALL"));
    QCOMPARE(whole.facts().usage.uncachedInput, std::optional<std::int64_t>(1042));
    QVERIFY(whole.facts().errorText.empty());
    AnswerTap failed(DialectId::CohereChat, false);
    failed.readFrame("message-end", R"({"type":"message-end","delta":{"error":"no","finish_reason":"ERROR"}})");
    QCOMPARE(failed.facts().errorText, std::string("no"));
    AnswerTap refused(DialectId::CohereChat, false);
    refused.readWholeBody(fixture("errors/invalid_key.json"));
    QCOMPARE(refused.facts().errorText, std::string("invalid api token"));
}

void CohereChatAnswersTest::aStreamedEventIsFast()
{
    std::string stream = "data: {\"type\":\"message-start\",\"id\":\"a\"}\n\n";
    for (int i = 0; i < 1000; ++i)
        stream += "event: content-delta\ndata: {\"type\":\"content-delta\",\"index\":0,\"delta\":{\"message\":"
                  "{\"content\":{\"text\":\"some words \"}}}}\n\n";
    QBENCHMARK
    {
        const StreamEvents events = decodeStream(stream);
        const ChatRequest asked = request(DialectId::CohereChat);
        ExchangeState state(asked, DialectId::CohereChat, "a2");
        QVERIFY(encodeEvents(cohereChatClient(), state, events).size() > 1000);
    }
}

QTEST_APPLESS_MAIN(CohereChatAnswersTest)
#include "tst_cohere_chat_answers.moc"
