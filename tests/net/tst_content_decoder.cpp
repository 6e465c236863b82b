#include "gateway/net/http/content_decoder.h"

#include <QTest>

#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

#include <string>

using namespace gateway;
using namespace gateway::net;

namespace {

std::string deflateWith(int windowBits, const std::string &text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 9, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, static_cast<uLong>(text.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string packZstd(const std::string &text)
{
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
    return packed;
}

std::string packBrotli(const std::string &text)
{
    std::size_t size = BrotliEncoderMaxCompressedSize(text.size()) + 64;
    std::string packed(size, '\0');
    BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_DEFAULT_MODE, text.size(),
                          reinterpret_cast<const std::uint8_t *>(text.data()), &size,
                          reinterpret_cast<std::uint8_t *>(packed.data()));
    packed.resize(size);
    return packed;
}

std::string pack(const std::string &coding, const std::string &text)
{
    if (coding == "gzip" || coding == "x-gzip")
        return deflateWith(15 + 16, text);
    if (coding == "deflate")
        return deflateWith(15, text);
    if (coding == "raw")
        return deflateWith(-15, text);
    if (coding == "zstd")
        return packZstd(text);
    if (coding == "br")
        return packBrotli(text);
    return text;
}

std::string headerName(const std::string &coding)
{
    return coding == "raw" ? "deflate" : coding;
}

std::string sampleText()
{
    std::string text;
    for (int line = 0; line < 4000; ++line)
        text += "line " + std::to_string(line * 7919 % 1000) + " of the sample\n";
    return text;
}

} // namespace

class ContentDecoderTest : public QObject {
    Q_OBJECT

    static void addCodings()
    {
        QTest::addColumn<std::string>("coding");
        for (const char *coding : {"gzip", "x-gzip", "deflate", "raw", "zstd", "br"})
            QTest::newRow(coding) << std::string(coding);
    }

private slots:
    void decodesPiecesOfAnySize_data() { addCodings(); }

    void decodesPiecesOfAnySize()
    {
        QFETCH(std::string, coding);
        for (const std::string &text : {sampleText(), std::string("x"), std::string()}) {
            const std::string packed = pack(coding, text);
            for (const std::size_t piece : {std::size_t{1}, std::size_t{3}, std::size_t{1000}, packed.size()}) {
                auto decoder = ContentDecoder::create(headerName(coding), text.size());
                QVERIFY(decoder.has_value());
                std::string output;
                for (std::size_t at = 0; at < packed.size(); at += piece) {
                    const auto error = decoder->feedInto(std::string_view(packed).substr(at, piece), output);
                    QVERIFY(!error);
                }
                QVERIFY(!decoder->finish());
                QVERIFY(output == text);
            }
        }
    }

    void givesWhatIsThereAtOnce()
    {
        // A stream of events must not wait for the end: each flushed piece comes out whole.
        z_stream stream{};
        deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
        auto decoder = ContentDecoder::create("gzip", 1000);
        for (const std::string event : {"data: one\n\n", "data: two\n\n"}) {
            std::string packed(200, '\0');
            stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(event.data()));
            stream.avail_in = static_cast<uInt>(event.size());
            stream.next_out = reinterpret_cast<Bytef *>(packed.data());
            stream.avail_out = static_cast<uInt>(packed.size());
            deflate(&stream, Z_SYNC_FLUSH);
            packed.resize(packed.size() - stream.avail_out);
            QCOMPARE(decoder->feed(packed).value(), event);
        }
        deflateEnd(&stream);
        QVERIFY(decoder->finish());
    }

    void stopsABombAtTheLimit_data() { addCodings(); }

    void stopsABombAtTheLimit()
    {
        QFETCH(std::string, coding);
        const std::string packed = pack(coding, std::string(64 * 1024 * 1024, '\0'));
        auto decoder = ContentDecoder::create(headerName(coding), 100'000);
        std::string output;
        const auto error = decoder->feedInto(packed, output);
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::BodyTooLarge);
        QVERIFY(output.size() <= 100'000);
    }

    void refusesACutBody_data() { addCodings(); }

    void refusesACutBody()
    {
        QFETCH(std::string, coding);
        std::string packed = pack(coding, sampleText());
        packed.resize(packed.size() / 2);
        auto decoder = ContentDecoder::create(headerName(coding), 10'000'000);
        QVERIFY(decoder->feed(packed).has_value());
        QVERIFY(decoder->finish());
        QCOMPARE(decoder->finish()->httpStatus(), 400);
    }

    void refusesGarbage_data() { addCodings(); }

    void refusesGarbage()
    {
        QFETCH(std::string, coding);
        auto decoder = ContentDecoder::create(headerName(coding), 1000);
        const auto result = decoder->feed("\xff\xff\xff\xff this is not compressed at all");
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::MalformedHttp);
    }

    void refusesWhatFollowsTheEnd_data() { addCodings(); }

    void refusesWhatFollowsTheEnd()
    {
        QFETCH(std::string, coding);
        auto decoder = ContentDecoder::create(headerName(coding), 1000);
        QVERIFY(!decoder->feed(pack(coding, "whole") + "rubbish").has_value());
    }

    void joinsMembersOfGzipAndFramesOfZstd()
    {
        for (const std::string coding : {"gzip", "zstd"}) {
            auto decoder = ContentDecoder::create(coding, 1000);
            QCOMPARE(decoder->feed(pack(coding, "one ") + pack(coding, "two")).value(), std::string("one two"));
            QVERIFY(!decoder->finish());
        }
    }

    // Debian's library still reads them. The frame is one that it takes whole and refuses in pieces.
    void refusesFormatsOfZstdBeforeTheRfc()
    {
        using namespace std::string_literals;
        auto decoder = ContentDecoder::create("zstd", 1000);
        const auto result = decoder->feed("\x26\xb5\x2f\xfd\x00\xf9\x00\x2f"s);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::MalformedHttp);
    }

    void skipsFramesThatAreNotForIt()
    {
        using namespace std::string_literals;
        const std::string skipped = "\x5e\x2a\x4d\x18\x03\x00\x00\x00"s + "abc";
        const std::string body = skipped + pack("zstd", "one ") + skipped + pack("zstd", "two");
        for (const std::size_t piece : {std::size_t{1}, body.size()}) {
            auto decoder = ContentDecoder::create("zstd", 1000);
            std::string output;
            for (std::size_t at = 0; at < body.size(); at += piece)
                QVERIFY(!decoder->feedInto(std::string_view(body).substr(at, piece), output));
            QVERIFY(!decoder->finish());
            QCOMPARE(output, std::string("one two"));
        }
    }

    void knowsTheNamesOfCodings()
    {
        QCOMPARE(contentCodingFromName("GZIP"), ContentCoding::Gzip);
        QCOMPARE(contentCodingFromName(""), ContentCoding::Identity);
        QVERIFY(!contentCodingFromName("gzip, br"));
        const auto unknown = ContentDecoder::create("compress", 10);
        QVERIFY(!unknown.has_value());
        QCOMPARE(unknown.error().httpStatus(), 415);
    }

    void limitsPlainBodiesToo()
    {
        auto decoder = ContentDecoder::create("identity", 4);
        QCOMPARE(decoder->feed("abcd").value(), std::string("abcd"));
        QVERIFY(!decoder->feed("e").has_value());
    }
};

QTEST_APPLESS_MAIN(ContentDecoderTest)
#include "tst_content_decoder.moc"
