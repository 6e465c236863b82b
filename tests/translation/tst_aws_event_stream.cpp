#include "gateway/translation/framing/aws_event_stream.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace gateway::translation;

namespace {

struct OwnedEvent {
    std::string raw;
    std::string event;
    std::string data;
    bool isException = false;
    bool operator==(const OwnedEvent &) const = default;
};

struct Outcome {
    std::vector<OwnedEvent> events;
    bool isDamaged = false;
    std::string rest;
    bool operator==(const Outcome &) const = default;
};

void takeEvents(AwsEventStreamDecoder &decoder, Outcome &outcome)
{
    for (;;) {
        const auto event = decoder.next();
        outcome.isDamaged = !event;
        if (!event || !*event)
            return;
        outcome.events.push_back({std::string((*event)->raw), std::string((*event)->event), std::string((*event)->data),
                                  (*event)->isException});
    }
}

Outcome decodeInPieces(std::string_view stream, std::size_t pieceSize, std::size_t limit = 24u << 20u)
{
    AwsEventStreamDecoder decoder(limit);
    Outcome outcome;
    for (std::size_t from = 0; from < stream.size(); from += pieceSize) {
        decoder.feed(stream.substr(from, pieceSize));
        takeEvents(decoder, outcome);
    }
    outcome.rest = decoder.rest();
    return outcome;
}

Outcome decode(std::string_view stream)
{
    return decodeInPieces(stream, std::max<std::size_t>(1, stream.size()));
}

std::string fromHex(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

// The encoding's published test messages (aws-sdk-ruby, gems/aws-eventstream/spec/fixtures/encoded).
constexpr const char *allHeaders =
    "000000cc000000af0fae64ca0a6576656e742d74797065040000a00c0c636f6e74656e742d747970650700106170706c69636174696f6e2f"
    "6a736f6e0a626f6f6c2066616c73650109626f6f6c207472756500046279746502cf0862797465206275660600144927"
    "6d2061206c6974746c6520746561706f74210974696d657374616d7008000000"
    "0000845fed05696e74313603002a05696e7436340500000000028757b2047575696409"
    "0102030405060708090a0b0c0d0e0f107b27666f6f273a27626172277daba5f10c";
constexpr const char *emptyMessage = "000000100000000005c248eb7d98c8ff";
constexpr const char *int32Header =
    "0000002d0000001041c424b80a6576656e742d74797065040000a00c7b27666f6f273a27626172277d36f480a0";
constexpr const char *noHeaders = "0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936";
constexpr const char *oneHeader = "0000003d0000002007fd83960c636f6e74656e742d747970650700106170706c69636174696f6e2f6a73"
                                  "6f6e7b27666f6f273a27626172277d8d9c08b1";

const std::string roleData = R"({"role":"assistant"})";
const std::string textData = R"({"contentBlockIndex":0,"delta":{"text":"Hé"}})";
const std::string slowData = R"({"message":"Slow down."})";
const std::string internalErrorData = "{\"message\":\"An \\\"internal\\\" error\"}";

std::string bedrockStream()
{
    return awsEventFrame("messageStart", roleData) + awsEventFrame("contentBlockDelta", textData)
           + awsEventFrame("messageStop", R"({"stopReason":"end_turn"})")
           + awsExceptionFrame("throttlingException", slowData);
}

} // namespace

class AwsEventStreamTest : public QObject {
    Q_OBJECT
private slots:
    void readsThePublishedMessages_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("all headers") << QByteArray(allHeaders) << QByteArray("{'foo':'bar'}");
        QTest::newRow("empty") << QByteArray(emptyMessage) << QByteArray();
        QTest::newRow("int32 header") << QByteArray(int32Header) << QByteArray("{'foo':'bar'}");
        QTest::newRow("no headers") << QByteArray(noHeaders) << QByteArray("{'foo':'bar'}");
        QTest::newRow("one header") << QByteArray(oneHeader) << QByteArray("{'foo':'bar'}");
    }

    void readsThePublishedMessages()
    {
        QFETCH(QByteArray, hex);
        QFETCH(QByteArray, data);
        const std::string bytes = fromHex(hex.constData());
        const Outcome outcome = decode(bytes);
        QVERIFY(!outcome.isDamaged);
        QCOMPARE(outcome.events.size(), std::size_t{1});
        QCOMPARE(outcome.events[0].raw, bytes);
        QCOMPARE(outcome.events[0].data, data.toStdString());
        QVERIFY(!outcome.events[0].isException);
        QVERIFY(outcome.rest.empty());
    }

    void refusesThePublishedCorruptMessages_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("length") << QByteArray(oneHeader).replace(0, 8, "0000003e");
        QTest::newRow("length of headers") << QByteArray(oneHeader).replace(8, 8, "00000021");
        QTest::newRow("payload") << QByteArray(noHeaders).replace(24, 2, "5b");
        QTest::newRow("headers") << QByteArray(oneHeader).replace(90, 2, "61");
    }

    void refusesThePublishedCorruptMessages()
    {
        QFETCH(QByteArray, hex);
        const Outcome outcome = decode(fromHex(hex.constData()));
        QVERIFY(outcome.isDamaged);
        QVERIFY(outcome.events.empty());
    }

    void readsWhatItWrites()
    {
        const Outcome outcome = decode(bedrockStream());
        QCOMPARE(outcome.events.size(), std::size_t{4});
        QCOMPARE(outcome.events[0].event, std::string("messageStart"));
        QCOMPARE(outcome.events[0].data, roleData);
        QCOMPARE(outcome.events[1].data, textData);
        QVERIFY(!outcome.events[2].isException);
        QVERIFY(outcome.events[3].isException);
        QCOMPARE(outcome.events[3].event, std::string("throttlingException"));
        QCOMPARE(outcome.events[3].data, slowData);
    }

    // A message with the type "error" has no payload: its headers say what happened.
    void tellsAnErrorMessageLikeAnException()
    {
        // :message-type = error, :error-code = InternalError, :error-message = An "internal" error
        const Outcome outcome = decode(
            fromHex("0000006700000057bb3fb0630d3a6d6573736167652d747970650700056572726f720b3a6572726f722d636f64650700"
                    "0d496e7465726e616c4572726f720e3a6572726f722d6d657373616765070013416e2022696e7465726e616c22206572"
                    "726f72ef019360"));
        QCOMPARE(outcome.events.size(), std::size_t{1});
        QVERIFY(outcome.events[0].isException);
        QCOMPARE(outcome.events[0].event, std::string("InternalError"));
        QCOMPARE(outcome.events[0].data, internalErrorData);
    }

    void givesTheSameEventsForEveryCut()
    {
        const std::string stream = fromHex(allHeaders) + bedrockStream() + fromHex(emptyMessage);
        const Outcome whole = decode(stream);
        QCOMPARE(whole.events.size(), std::size_t{6});
        for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
            AwsEventStreamDecoder decoder;
            Outcome outcome;
            decoder.feed(std::string_view(stream).substr(0, cut));
            takeEvents(decoder, outcome);
            decoder.feed(std::string_view(stream).substr(cut));
            takeEvents(decoder, outcome);
            QVERIFY(outcome == whole);
        }
        for (const std::size_t pieceSize : {1u, 2u, 3u, 7u, 100u})
            QVERIFY(decodeInPieces(stream, pieceSize) == whole);
    }

    void keepsTheBytesOfACutMessage()
    {
        const std::string stream = bedrockStream();
        for (std::size_t size = 0; size < stream.size(); ++size) {
            const Outcome outcome = decode(std::string_view(stream).substr(0, size));
            QVERIFY(!outcome.isDamaged);
            std::string bytes;
            for (const OwnedEvent &event : outcome.events)
                bytes += event.raw;
            QCOMPARE(bytes + outcome.rest, stream.substr(0, size));
        }
    }

    // CRC32 finds every error of one byte, wherever it is.
    void noticesEveryChangedByte()
    {
        const std::string stream = bedrockStream();
        for (std::size_t place = 0; place < stream.size(); ++place) {
            for (const int change : {0x01, 0x80, 0xFF}) {
                std::string damaged = stream;
                damaged[place] = static_cast<char>(damaged[place] ^ change);
                const Outcome outcome = decode(damaged);
                QVERIFY(outcome.isDamaged);
                QVERIFY(outcome.events.size() < 4);
                QVERIFY(decodeInPieces(damaged, 5) == outcome);
            }
        }
    }

    void staysDamaged()
    {
        AwsEventStreamDecoder decoder;
        decoder.feed(fromHex(QByteArray(noHeaders).replace(24, 2, "5b").constData()));
        QVERIFY(!decoder.next());
        decoder.feed(fromHex(noHeaders));
        const auto again = decoder.next();
        QVERIFY(!again);
        QCOMPARE(again.error().code, gateway::ErrorCode::UpstreamProtocol);
    }

    // The lengths are checked when the first twelve bytes are there, not when gigabytes have come.
    void refusesAbsurdLengthsAtOnce_data()
    {
        QTest::addColumn<QByteArray>("prelude");
        QTest::newRow("4 GiB") << QByteArray("ffffffff00000000ffffffff");
        QTest::newRow("too small") << QByteArray("0000000f00000000e77248b8");
        QTest::newRow("headers beyond the message") << QByteArray("0000002000000011ce53d09f");
        QTest::newRow("headers beyond the limit") << QByteArray("00ffffff00020001ad371de1");
    }

    void refusesAbsurdLengthsAtOnce()
    {
        QFETCH(QByteArray, prelude);
        QVERIFY(decode(fromHex(prelude.constData())).isDamaged);
    }

    // All checksums fit; the headers themselves are wrong.
    void refusesHeadersThatMakeNoSense_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("unknown type") << QByteArray("0000001300000003db6b638101610affab9622");
        QTest::newRow("no name") << QByteArray("0000001200000002910c7aa700007bc1361e");
        QTest::newRow("value beyond the headers") << QByteArray("000000170000000729860158016107000561623c52410d");
    }

    void refusesHeadersThatMakeNoSense()
    {
        QFETCH(QByteArray, hex);
        const Outcome outcome = decode(fromHex(hex.constData()));
        QVERIFY(outcome.isDamaged);
        QVERIFY(outcome.events.empty());
    }

    void refusesAMessageBeyondTheLimit()
    {
        const std::string message = awsEventFrame("chunk", std::string(2000, 'a'));
        QVERIFY(decodeInPieces(message, 12, 1000).isDamaged);
        QVERIFY(!decodeInPieces(message, 12, message.size()).isDamaged);
    }
};

QTEST_APPLESS_MAIN(AwsEventStreamTest)
#include "tst_aws_event_stream.moc"
