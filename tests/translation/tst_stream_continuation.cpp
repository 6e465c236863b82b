#include "gateway/translation/canonical/stream_continuation.h"

#include "gateway/translation/canonical/stream_event_checker.h"

#include <QTest>

using namespace gateway;
using namespace gateway::translation;

namespace {

Part reasoning()
{
    Part part;
    part.content = ReasoningPart{};
    return part;
}

Part call(std::string name)
{
    Part part;
    part.content = ToolCallPart{ToolCallPart::Kind::Function, "call_1", std::move(name), {}, {}, {}};
    return part;
}

void addText(StreamEvents &events, std::size_t index, const std::vector<std::string> &pieces, bool isClosed = true)
{
    events.emplace_back(PartStarted{index, 0, makeText({})});
    for (const std::string &piece : pieces)
        events.emplace_back(PartDelta{index, PartDelta::Kind::Text, piece});
    if (isClosed)
        events.emplace_back(PartEnded{index, std::nullopt});
}

void addReasoning(StreamEvents &events, std::size_t index, std::string text, bool isClosed = true)
{
    events.emplace_back(PartStarted{index, 0, reasoning()});
    events.emplace_back(PartDelta{index, PartDelta::Kind::Text, std::move(text)});
    if (isClosed)
        events.emplace_back(PartEnded{index, std::nullopt});
}

void addCall(StreamEvents &events, std::size_t index, std::string name, std::string arguments, bool isClosed = true)
{
    events.emplace_back(PartStarted{index, 0, call(std::move(name))});
    events.emplace_back(PartDelta{index, PartDelta::Kind::Arguments, std::move(arguments)});
    if (isClosed)
        events.emplace_back(PartEnded{index, std::nullopt});
}

StreamEvents begun()
{
    return {MessageStarted{"id", "m", 1, {}, {}}};
}

void addEnd(StreamEvents &events, FinishReason reason = FinishReason::Stop)
{
    events.emplace_back(ChoiceEnded{0, reason, "stop", {}});
    events.emplace_back(MessageEnded{});
}

struct Outcome {
    bool isPossible = true;
    bool differs = false;
    bool isLegal = true;
    std::string said; // what the reader has in the end
};

std::string saidIn(const StreamEvents &events)
{
    std::string said;
    for (const StreamEvent &event : events) {
        if (const auto *started = std::get_if<PartStarted>(&event)) {
            if (started->part.as<ReasoningPart>())
                said += "<think>";
            if (const auto *called = started->part.as<ToolCallPart>())
                said += "<" + called->name + ">";
            said += joinedText({started->part});
        } else if (const auto *delta = std::get_if<PartDelta>(&event)) {
            said += delta->text;
        } else if (std::holds_alternative<PartEnded>(event)) {
            said += "|";
        } else if (std::holds_alternative<MessageEnded>(event)) {
            said += "$";
        }
    }
    return said;
}

Outcome goOn(const StreamEvents &delivered, const StreamEvents &second)
{
    Outcome outcome;
    StreamContinuation continuation(delivered);
    outcome.isPossible = continuation.isPossible();
    StreamEvents all = delivered;
    if (outcome.isPossible) {
        for (const StreamEvent &event : second) {
            outcome.differs = outcome.differs || continuation.take(event, all).has_value();
            if (outcome.differs)
                break;
        }
    }
    StreamEventChecker checker;
    for (const StreamEvent &event : all)
        outcome.isLegal = outcome.isLegal && !checker.check(event);
    outcome.said = saidIn(all);
    return outcome;
}

} // namespace

class StreamContinuationTest : public QObject {
    Q_OBJECT

private slots:
    void goesOnInsideAText()
    {
        StreamEvents delivered = begun();
        addText(delivered, 0, {"Hello ", "wor"}, false);
        for (const auto &pieces : std::vector<std::vector<std::string>>{
                 {"Hello world"}, {"H", "ello w", "orld"}, {"Hello wor", "ld"}, {"", "Hello ", "world"}}) {
            StreamEvents second = begun();
            addText(second, 0, pieces);
            addEnd(second);
            const Outcome outcome = goOn(delivered, second);
            QVERIFY(outcome.isLegal && !outcome.differs);
            QCOMPARE(outcome.said, std::string("Hello world|$"));
        }
    }

    void endsWhereTheTextWasWhole()
    {
        StreamEvents delivered = begun();
        addText(delivered, 0, {"Hello"}, false);
        StreamEvents second = begun();
        addText(second, 0, {"Hello"});
        addEnd(second);
        const Outcome outcome = goOn(delivered, second);
        QVERIFY(outcome.isLegal && !outcome.differs);
        QCOMPARE(outcome.said, std::string("Hello|$"));
    }

    void refusesAnotherText()
    {
        StreamEvents delivered = begun();
        addText(delivered, 0, {"Hello"}, false);
        for (const std::string text : {"Hallo", "Hell", "", "hello"}) {
            StreamEvents second = begun();
            addText(second, 0, {text});
            addEnd(second);
            QVERIFY2(goOn(delivered, second).differs, text.c_str());
        }
        StreamEvents nothing = begun();
        addEnd(nothing);
        QVERIFY(goOn(delivered, nothing).differs);
    }

    void refusesMoreTextInAClosedPart()
    {
        StreamEvents delivered = begun();
        addText(delivered, 0, {"Hello"});
        addCall(delivered, 1, "look", "{}");
        StreamEvents second = begun();
        addText(second, 0, {"Hello world"});
        QVERIFY(goOn(delivered, second).differs);
    }

    void ignoresReasoningOnBothSides()
    {
        StreamEvents delivered = begun();
        addReasoning(delivered, 0, "Hmm");
        addText(delivered, 1, {"Hel"}, false);
        StreamEvents withReasoning = begun();
        addReasoning(withReasoning, 0, "Another thought");
        addText(withReasoning, 1, {"Hello"});
        addEnd(withReasoning);
        StreamEvents without = begun();
        addText(without, 0, {"Hello"});
        addEnd(without);
        for (const StreamEvents &second : {withReasoning, without}) {
            const Outcome outcome = goOn(delivered, second);
            QVERIFY(outcome.isLegal && !outcome.differs);
            QCOMPARE(outcome.said, std::string("<think>Hmm|Hello|$"));
        }
    }

    void closesReasoningThatWasBrokenOff()
    {
        StreamEvents delivered = begun();
        addReasoning(delivered, 0, "Hm", false);
        StreamEvents second = begun();
        addReasoning(second, 0, "Otherwise");
        addText(second, 1, {"Hello"});
        addCall(second, 2, "look", "{}");
        addEnd(second, FinishReason::ToolCalls);
        const Outcome outcome = goOn(delivered, second);
        QVERIFY(outcome.isLegal && !outcome.differs);
        QCOMPARE(outcome.said, std::string("<think>Hm|Hello|<look>{}|$"));
    }

    void countsPartsBehindTheDeliveredOnes()
    {
        StreamEvents delivered = begun();
        addText(delivered, 0, {"A"});
        StreamEvents second = begun();
        addReasoning(second, 0, "thought");
        addText(second, 1, {"A"});
        addCall(second, 2, "look", "{}");
        addEnd(second, FinishReason::ToolCalls);
        const Outcome outcome = goOn(delivered, second);
        QVERIFY(outcome.isLegal && !outcome.differs);
        QCOMPARE(outcome.said, std::string("A|<look>{}|$"));
    }

    void matchesAWholeCallByItsMeaning()
    {
        StreamEvents delivered = begun();
        addCall(delivered, 0, "look", R"({"a":1,"b":[2]})");
        StreamEvents same = begun();
        addCall(same, 0, "look", R"({ "b": [2], "a": 1 })");
        addCall(same, 1, "again", "{}");
        addEnd(same, FinishReason::ToolCalls);
        const Outcome outcome = goOn(delivered, same);
        QVERIFY(outcome.isLegal && !outcome.differs);
        QCOMPARE(outcome.said, std::string(R"(<look>{"a":1,"b":[2]}|<again>{}|$)"));
        StreamEvents other = begun();
        addCall(other, 0, "look", R"({"a":2,"b":[2]})");
        QVERIFY(goOn(delivered, other).differs);
        StreamEvents renamed = begun();
        addCall(renamed, 0, "see", R"({"a":1,"b":[2]})");
        QVERIFY(goOn(delivered, renamed).differs);
    }

    void isImpossibleInsideACall()
    {
        StreamEvents delivered = begun();
        addCall(delivered, 0, "look", R"({"a":)", false);
        QVERIFY(!goOn(delivered, {}).isPossible);
    }

    void isImpossibleWithSeveralChoices()
    {
        StreamEvents delivered = begun();
        delivered.emplace_back(PartStarted{0, 1, makeText("x")});
        QVERIFY(!goOn(delivered, {}).isPossible);
    }

    void isImpossibleBehindTheEnd()
    {
        StreamEvents delivered = begun();
        addText(delivered, 0, {"A"});
        delivered.emplace_back(ChoiceEnded{0, FinishReason::Stop, "stop", {}});
        QVERIFY(!goOn(delivered, {}).isPossible);
    }

    void passesFailuresOn()
    {
        StreamEvents delivered = begun();
        addText(delivered, 0, {"Hello"}, false);
        StreamContinuation continuation(delivered);
        StreamEvents out;
        QVERIFY(!continuation.take(StreamFailed{Error::internal(ErrorCode::Internal, "no")}, out));
        QVERIFY(std::holds_alternative<StreamFailed>(out.at(0)));
    }
};

QTEST_APPLESS_MAIN(StreamContinuationTest)
#include "tst_stream_continuation.moc"
