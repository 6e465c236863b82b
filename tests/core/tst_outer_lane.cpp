// What lanes around lanes have in common: the inner one answers for both.
#include "gateway/pipeline/array_lane.h"
#include "gateway/pipeline/text_completion_lane.h"

#include <QTest>

using namespace gateway;
using namespace gateway::pipeline;

namespace {

// Writes what it is fed, and answers what a test sets.
class InnerLane final : public AnswerLane {
public:
    void setFraming(translation::FramingKind given) override { framing = given; }
    std::optional<Error> feed(std::string_view bytes, LaneOutput &output) override
    {
        output.wire.append(bytes);
        return std::nullopt;
    }
    std::optional<Error> finish(LaneOutput &output) override
    {
        output.wire.append("data: {\"last\":1}\n\n");
        return failure;
    }
    bool fail(const Error &, LaneOutput &output) override
    {
        output.wire.append("data: {\"error\":1}\n\n");
        return tellsOfFailures;
    }
    bool hasContent() const override { return content; }
    bool hasSpoken() const override { return spoken; }
    Result<std::optional<std::string>> translateWhole(std::string_view, bool) override { return std::nullopt; }
    const translation::AnswerFacts &facts() const override { return answerFacts; }
    bool isComplete() const override { return complete; }
    std::vector<std::string> takeNotes() override { return {"a note"}; }
    bool translates() const override { return false; }
    bool streamsToClient() const override { return true; }
    std::string_view contentType() const override { return "text/event-stream"; }

    translation::FramingKind framing = translation::FramingKind::ServerSentEvents;
    translation::AnswerFacts answerFacts;
    std::optional<Error> failure;
    bool tellsOfFailures = true;
    bool content = false;
    bool spoken = false;
    bool complete = false;
};

Error broken()
{
    return Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget, "Gone.");
}

} // namespace

class OuterLaneTest : public QObject {
    Q_OBJECT

private slots:
    void asksTheInnerLane_data()
    {
        QTest::addColumn<bool>("isArray");
        QTest::newRow("array") << true;
        QTest::newRow("text completion") << false;
    }

    void asksTheInnerLane()
    {
        auto owned = std::make_unique<InnerLane>();
        InnerLane &inner = *owned;
        const auto lane = wrapped(std::move(owned));
        QVERIFY(!lane->hasContent() && !lane->hasSpoken() && !lane->isComplete());
        inner.spoken = true; // but nothing of it is for the client
        QVERIFY(lane->hasSpoken());
        QVERIFY(!lane->hasContent());
        inner.content = true;
        inner.complete = true;
        QVERIFY(lane->hasContent());
        QVERIFY(lane->isComplete());
        QCOMPARE(&lane->facts(), &inner.answerFacts);
        QCOMPARE(lane->takeNotes(), std::vector<std::string>{"a note"});
        QVERIFY(lane->streamsToClient());
        lane->setFraming(translation::FramingKind::AwsEventStream);
        QVERIFY(inner.framing == translation::FramingKind::AwsEventStream);
    }

    void closesAnArrayOnlyAtAGoodEnd()
    {
        auto owned = std::make_unique<InnerLane>();
        InnerLane &inner = *owned;
        ArrayLane lane(std::move(owned));
        LaneOutput output;
        inner.failure = broken();
        QVERIFY(lane.finish(output).has_value());
        QCOMPARE(output.wire, std::string("[{\"last\":1}"));
        inner.tellsOfFailures = false;
        QVERIFY(!lane.fail(broken(), output));
        QCOMPARE(output.wire, std::string("[{\"last\":1}")); // and the cut says the rest
        inner.tellsOfFailures = true;
        QVERIFY(lane.fail(broken(), output));
        QCOMPARE(output.wire, std::string("[{\"last\":1}\n,\n{\"error\":1}\n]"));
    }

private:
    static std::unique_ptr<AnswerLane> wrapped(std::unique_ptr<AnswerLane> inner)
    {
        QFETCH(bool, isArray);
        if (isArray)
            return std::make_unique<ArrayLane>(std::move(inner));
        return std::make_unique<TextCompletionLane>(std::move(inner), "");
    }
};

QTEST_GUILESS_MAIN(OuterLaneTest)
#include "tst_outer_lane.moc"
