#include "gateway/translation/framing/frame_splitter.h"

#include <QTest>

#include <string>

using namespace gateway::translation;

class FrameSplitterTest : public QObject {
    Q_OBJECT
private slots:
    void knowsFramingsByTheirContentType()
    {
        QCOMPARE(framingOfContentType("text/event-stream; charset=utf-8"),
                 std::optional(FramingKind::ServerSentEvents));
        QCOMPARE(framingOfContentType("Application/vnd.amazon.eventstream"),
                 std::optional(FramingKind::AwsEventStream));
        QCOMPARE(framingOfContentType("application/json"), std::optional<FramingKind>());
        for (const FramingKind framing : {FramingKind::ServerSentEvents, FramingKind::AwsEventStream})
            QCOMPARE(framingOfContentType(contentTypeOf(framing)), std::optional(framing));
    }

    void splitsBothFramings()
    {
        for (const FramingKind framing : {FramingKind::ServerSentEvents, FramingKind::AwsEventStream}) {
            const bool isAws = framing == FramingKind::AwsEventStream;
            const std::string wire = isAws ? awsEventFrame("a", "{}") + awsEventFrame("b", "[1]")
                                           : writeSseFrame("a", "{}") + writeSseFrame("b", "[1]");
            FrameSplitter splitter(framing);
            std::string bytes;
            std::string seen;
            for (const char byte : wire) {
                splitter.feed({&byte, 1});
                while (const auto frame = splitter.next()) {
                    bytes += frame->raw;
                    seen += std::string(frame->event) + std::string(frame->data) + (frame->hasData ? "1" : "0");
                }
            }
            QCOMPARE(bytes, wire);
            QCOMPARE(seen, std::string("a{}1b[1]1"));
            QVERIFY(!splitter.defect());
            QVERIFY(splitter.missingEnd().empty());
        }
    }

    void marksExceptions()
    {
        FrameSplitter splitter(FramingKind::AwsEventStream);
        splitter.feed(awsExceptionFrame("throttlingException", "{}"));
        const auto frame = splitter.next();
        QVERIFY(frame && frame->isException);
        QCOMPARE(std::string(frame->event), std::string("throttlingException"));
    }

    void endsTheLastServerSentEventOnly()
    {
        FrameSplitter sse(FramingKind::ServerSentEvents);
        sse.feed("data: 1");
        QVERIFY(!sse.next());
        sse.feed(sse.missingEnd());
        QVERIFY(sse.next());
        FrameSplitter aws(FramingKind::AwsEventStream);
        aws.feed(awsEventFrame("a", "{}").substr(0, 20));
        QVERIFY(!aws.next());
        QVERIFY(aws.missingEnd().empty());
    }

    void tellsADefect()
    {
        FrameSplitter splitter(FramingKind::AwsEventStream);
        splitter.feed("HTTP/1.1 500 this is no event stream");
        QVERIFY(!splitter.next());
        QVERIFY(splitter.defect());
        QCOMPARE(splitter.defect()->code, gateway::ErrorCode::UpstreamProtocol);
    }

    void writesBinaryFramesAsText()
    {
        const std::string wire = awsEventFrame("messageStart", "{}") + awsExceptionFrame("x", "[]");
        QCOMPARE(asServerSentEvents(FramingKind::AwsEventStream, wire),
                 writeSseFrame("messageStart", "{}") + writeSseFrame("x", "[]"));
        QCOMPARE(asServerSentEvents(FramingKind::ServerSentEvents, "data: 1\n\n"), std::string("data: 1\n\n"));
    }
};

QTEST_APPLESS_MAIN(FrameSplitterTest)
#include "tst_frame_splitter.moc"
