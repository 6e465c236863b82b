// Random answers of every provider, told to clients of every dialect: streamed and whole they are what the dialect's SDKs
// read, both tell the same, and what a client cannot be told is noted.
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/expected_answer.h"

#include <QtTest>

#include <algorithm>
#include <map>

using namespace codec_harness;
using namespace tests;

class RandomAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void areReadByClients_data();
    void areReadByClients();
    void areReadByClientsWithSeveralChoices_data();
    void areReadByClientsWithSeveralChoices();
    void endingsHaveAWordOrANote_data();
    void endingsHaveAWordOrANote();
};

void RandomAnswersTest::areReadByClients_data()
{
    QTest::addColumn<int>("client");
    for (const DialectId dialect : allDialects)
        QTest::newRow(std::string(dialectName(dialect)).c_str()) << static_cast<int>(dialect);
}

void RandomAnswersTest::areReadByClients()
{
    QFETCH(int, client);
    const auto dialect = static_cast<DialectId>(client);
    const ClientDialect &codec = *findClientDialect(dialect);
    const ChatRequest request = searchingRequest(dialect);
    for (std::uint32_t seed = 0; seed < seedCount(); ++seed) {
        const auto says = [seed](const std::string &what) { return std::to_string(seed) + ": " + what; };
        const StreamEvents events = randomEvents(seed);
        ExchangeState streaming(request, randomProvider(seed), "a1");
        const ToldAnswer streamed = toldByStream(dialect, encodeEvents(codec, streaming, events));
        QVERIFY2(streamed.problem.empty(), says(streamed.problem).c_str());
        const auto answer = collected(events);
        QCOMPARE(says(streamed.failure), says(answer ? std::string() : answer.error().message));
        if (!answer)
            continue;
        ExchangeState writing(request, randomProvider(seed), "a1");
        const ToldAnswer whole = toldByWhole(dialect, codec.encodeResponse(*answer, writing));
        QVERIFY2(whole.problem.empty(), says(whole.problem).c_str());
        ExchangeState replaying(request, randomProvider(seed), "a1"); // a whole answer for a client that streams
        const ToldAnswer replayed = toldByStream(dialect, encodeEvents(codec, replaying, eventsOf(*answer)));
        QVERIFY2(replayed.problem.empty(), says(replayed.problem).c_str());
        const ToldAnswer expected = expectedOf(answer->choices.at(0), dialect);
        for (const ToldAnswer *told : {&streamed, &whole, &replayed}) {
            QCOMPARE(says(comparable(told->text, dialect, expected.calls)),
                     says(comparable(expected.text, dialect, expected.calls)));
            QCOMPARE(says(told->refusal), says(expected.refusal));
            QCOMPARE(says(told->reasoning), says(expected.reasoning));
            QCOMPARE(told->calls, expected.calls);
        }
        for (const ToldAnswer *told : {&streamed, &replayed}) {
            QCOMPARE(says(told->ending), says(whole.ending));
            QCOMPARE(says(told->usage), says(whole.usage));
        }
        QCOMPARE(says(whole.usage), says(expectedUsage(answer->usage, dialect)));
        QCOMPARE(lostInSilence(events, streamed.others, streaming.answerReport), std::string());
        QCOMPARE(lostInSilence(events, whole.others, writing.answerReport), std::string());
        QCOMPARE(lostInSilence(events, replayed.others, replaying.answerReport), std::string());
    }
}

void RandomAnswersTest::areReadByClientsWithSeveralChoices_data()
{
    areReadByClients_data();
}

void RandomAnswersTest::areReadByClientsWithSeveralChoices()
{
    QFETCH(int, client);
    const auto dialect = static_cast<DialectId>(client);
    const ClientDialect &codec = *findClientDialect(dialect);
    const ChatRequest request = searchingRequest(dialect);
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const StreamEvents events = randomEvents(seed, false, true);
        const ChatResponse answer = *collected(events);
        ExchangeState streaming(request, randomProvider(seed), "a1");
        const ToldAnswer streamed = toldByStream(dialect, encodeEvents(codec, streaming, events));
        QVERIFY2(streamed.problem.empty(), (std::to_string(seed) + ": " + streamed.problem).c_str());
        ExchangeState writing(request, randomProvider(seed), "a1");
        const ToldAnswer whole = toldByWhole(dialect, codec.encodeResponse(answer, writing));
        QVERIFY2(whole.problem.empty(), (std::to_string(seed) + ": " + whole.problem).c_str());
        const auto first = std::find_if(answer.choices.begin(), answer.choices.end(),
                                        [](const Choice &choice) { return choice.index == 0; });
        const ToldAnswer expected = expectedOf(*first, dialect);
        for (const ToldAnswer *told : {&streamed, &whole}) {
            QCOMPARE(comparable(told->text, dialect, expected.calls),
                     comparable(expected.text, dialect, expected.calls));
            QCOMPARE(told->calls, expected.calls);
        }
        const bool holdsSeveral = dialect == DialectId::OpenAiChat || dialect == DialectId::GeminiGenerate;
        if (answer.choices.size() > 1 && !answer.choices[1].parts.empty() && !holdsSeveral) {
            QVERIFY(isNoted(streaming.answerReport, {"one choice", "one answer"}));
            QVERIFY(isNoted(writing.answerReport, {"one choice", "one answer"}));
        }
    }
}

void RandomAnswersTest::endingsHaveAWordOrANote_data()
{
    QTest::addColumn<int>("client");
    QTest::addColumn<int>("reason");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("isNoted");
    // In the order of FinishReason; a mark before a word: it says less than the reason, and a note tells so.
    const std::map<DialectId, std::array<const char *, 10>> words{
        {DialectId::OpenAiChat,
         {"stop", "stop", "length", "stop", "content_filter", "~content_filter", "~length", "~stop", "~length",
          "stop"}},
        {DialectId::OpenAiResponses,
         {"completed", "completed", "incomplete max_output_tokens", "completed", "incomplete content_filter",
          "~incomplete content_filter", "~incomplete max_output_tokens", "~completed", "failed", "completed"}},
        {DialectId::AnthropicMessages,
         {"end_turn", "stop_sequence", "max_tokens", "tool_use", "~refusal", "refusal", "model_context_window_exceeded",
          "pause_turn", "~end_turn", "end_turn"}},
        {DialectId::GeminiGenerate,
         {"STOP", "STOP", "MAX_TOKENS", "STOP", "SAFETY", "~SAFETY", "~MAX_TOKENS", "~STOP", "OTHER", "OTHER"}},
        {DialectId::BedrockConverse,
         {"end_turn", "stop_sequence", "max_tokens", "tool_use", "content_filtered", "~content_filtered",
          "model_context_window_exceeded", "~end_turn", "malformed_model_output", "end_turn"}},
        {DialectId::CohereChat,
         {"COMPLETE", "STOP_SEQUENCE", "MAX_TOKENS", "COMPLETE", "~COMPLETE", "~COMPLETE", "~MAX_TOKENS", "~COMPLETE",
          "ERROR", "COMPLETE"}}};
    for (const auto &[dialect, list] : words) {
        for (std::size_t reason = 0; reason < list.size(); ++reason) {
            const bool isNoted = list[reason][0] == '~';
            QTest::addRow("%s, %s", std::string(dialectName(dialect)).c_str(),
                          std::string(finishReasonName(static_cast<FinishReason>(reason))).c_str())
                << static_cast<int>(dialect) << static_cast<int>(reason) << QByteArray(list[reason] + (isNoted ? 1 : 0))
                << isNoted;
        }
    }
}

void RandomAnswersTest::endingsHaveAWordOrANote()
{
    QFETCH(int, client);
    QFETCH(int, reason);
    QFETCH(QByteArray, word);
    QFETCH(bool, isNoted);
    const auto dialect = static_cast<DialectId>(client);
    const ClientDialect &codec = *findClientDialect(dialect);
    const ChatRequest request = searchingRequest(dialect);
    ChatResponse answer;
    Choice choice;
    choice.parts.push_back(makeText("Hello"));
    choice.finishReason = static_cast<FinishReason>(reason);
    choice.stopSequence = choice.finishReason == FinishReason::StopSequence ? "END" : "";
    answer.choices.push_back(std::move(choice));
    answer.usage.uncachedInput = answer.usage.output = 1;
    ExchangeState writing(request, DialectId::AnthropicMessages, "a1");
    const ToldAnswer whole = toldByWhole(dialect, codec.encodeResponse(answer, writing));
    ExchangeState streaming(request, DialectId::AnthropicMessages, "a1");
    const ToldAnswer streamed = toldByStream(dialect, encodeEvents(codec, streaming, eventsOf(answer)));
    QCOMPARE(whole.problem + streamed.problem, std::string());
    QCOMPARE(QByteArray::fromStdString(whole.ending), word);
    QCOMPARE(QByteArray::fromStdString(streamed.ending), word);
    QCOMPARE(!writing.answerReport.notes().empty(), isNoted);
    QCOMPARE(!streaming.answerReport.notes().empty(), isNoted);
}

QTEST_APPLESS_MAIN(RandomAnswersTest)
#include "tst_random_answers.moc"
