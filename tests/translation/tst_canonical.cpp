#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/dialects/reasoning_policy.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/random_events.h"
#include "tests/support/json_comparison.h"

#include <QTest>

using namespace codec_harness;

class CanonicalTest : public QObject {
    Q_OBJECT

private slots:
    void stateComesBackFromItsPackedForm();
    void foreignTextIsTheNativeProvidersState();
    void toolNamesFitAndComeBack();
    void toolNamesNeverCollide();
    void checkerRefusesWhatIsOutOfOrder();
    void randomSequencesAreLegal();
    void collectedEventsTellTheSameAnswer();
    void probabilitiesSurviveAStream();
    void readsEveryEffortByItsName();
    void refusesJsonThatIsNestedTooDeep();
};

void CanonicalTest::stateComesBackFromItsPackedForm()
{
    const OpaqueState state{DialectId::OpenAiResponses, "gAAAA.b=/+", "rs_12", true, true};
    QCOMPARE(unpackState(packState(state)), std::optional(state));
    QCOMPARE(stateFromClient(stateForClient(state, DialectId::AnthropicMessages), DialectId::AnthropicMessages), state);
}

void CanonicalTest::foreignTextIsTheNativeProvidersState()
{
    const OpaqueState state = stateFromClient("EqQBCgIYAhIM", DialectId::AnthropicMessages);
    QCOMPARE(state.origin, DialectId::AnthropicMessages);
    QCOMPARE(stateForClient(state, DialectId::AnthropicMessages), std::string("EqQBCgIYAhIM"));
    QVERIFY(!unpackState("bilrost.unheard_of...x"));
}

void CanonicalTest::toolNamesFitAndComeBack()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const std::string name = state.providerToolName("mcp:files/read.text", 64, "_-");
    QCOMPARE(name, std::string("mcp_files_read_text"));
    QCOMPARE(state.providerToolName("mcp:files/read.text", 64, "_-"), name);
    QCOMPARE(state.clientToolName(name), std::string("mcp:files/read.text"));
    QCOMPARE(state.clientToolName("other"), std::string("other"));
}

void CanonicalTest::toolNamesNeverCollide()
{
    const ChatRequest request;
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    const std::string first = state.providerToolName("read.file", 9, "_");
    const std::string second = state.providerToolName("read:file", 9, "_");
    QVERIFY(first != second);
    QVERIFY(second.size() <= 9);
    QCOMPARE(state.clientToolName(second), std::string("read:file"));
}

void CanonicalTest::checkerRefusesWhatIsOutOfOrder()
{
    const auto firstProblem = [](const StreamEvents &events) {
        StreamEventChecker checker;
        for (const StreamEvent &event : events) {
            if (const auto problem = checker.check(event))
                return *problem;
        }
        return std::string();
    };
    const PartStarted first{0, 0, makeText("")};
    QVERIFY(!firstProblem({PartStarted{0, 0, makeText("")}}).empty());
    QVERIFY(!firstProblem({MessageStarted{}, MessageStarted{}}).empty());
    QVERIFY(!firstProblem({MessageStarted{}, PartStarted{1, 0, makeText("")}}).empty());
    QVERIFY(!firstProblem({MessageStarted{}, first, PartStarted{1, 0, makeText("")}}).empty());
    QVERIFY(!firstProblem({MessageStarted{}, first, PartEnded{0, {}}, PartDelta{0, {}, "x"}}).empty());
    QVERIFY(!firstProblem({MessageStarted{}, first, ChoiceEnded{}}).empty());
    QVERIFY(!firstProblem({MessageStarted{}, first, PartEnded{0, {}}, MessageEnded{}}).empty());
    QVERIFY(!firstProblem({MessageStarted{}, ChoiceEnded{}, MessageEnded{}, UsageReported{}}).empty());
    QCOMPARE(firstProblem({MessageStarted{}, first, PartEnded{0, {}}, ChoiceEnded{}, MessageEnded{}}), std::string());
    QCOMPARE(firstProblem({StreamFailed{}}), std::string());
}

void CanonicalTest::randomSequencesAreLegal()
{
    for (std::uint32_t seed = 0; seed < 300; ++seed)
        requireLegal(randomEvents(seed, true, true));
}

void CanonicalTest::collectedEventsTellTheSameAnswer()
{
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        ResponseCollector collector;
        for (const StreamEvent &event : randomEvents(seed, false, true))
            collector.add(event);
        const auto answer = collector.take();
        QVERIFY(answer.has_value());
        ResponseCollector again;
        const StreamEvents told = eventsOf(*answer);
        requireLegal(told);
        for (const StreamEvent &event : told)
            again.add(event);
        QVERIFY(*again.take() == *answer);
    }
}

void CanonicalTest::probabilitiesSurviveAStream()
{
    ChatResponse answer;
    Choice choice;
    choice.parts = {makeText("Hello"), makeText("you")};
    choice.finishReason = FinishReason::Stop;
    choice.logprobs = Json{{"content", Json::array({Json{{"token", "Hello"}, {"logprob", -0.5}}})}};
    answer.choices.push_back(choice);
    ResponseCollector collector;
    for (const StreamEvent &event : eventsOf(answer))
        collector.add(event);
    QVERIFY(*collector.take() == answer);
}

void CanonicalTest::readsEveryEffortByItsName()
{
    for (const ReasoningEffort effort : {ReasoningEffort::None, ReasoningEffort::Low, ReasoningEffort::High}) {
        QCOMPARE(effortFromName(effortName(effort)), std::optional(effort));
        QCOMPARE(effortOfBudget(budgetOfEffort(effort)), effort);
    }
    QVERIFY(!effortFromName("huge"));
}

void CanonicalTest::refusesJsonThatIsNestedTooDeep()
{
    QVERIFY(!parseJson(std::string(100'000, '[')));
    QVERIFY(parseJson(std::string(200, '[') + std::string(200, ']')));
    const auto broken = parseJson("{\"a\": }");
    QVERIFY(!broken);
    QVERIFY(broken.error().message.find("line 1") != std::string::npos);
}

QTEST_APPLESS_MAIN(CanonicalTest)
#include "tst_canonical.moc"
