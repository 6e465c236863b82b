// Forms in any cut: what the fields say, and where they stand to the byte.
#include "gateway/translation/framing/multipart_form.h"

#include <algorithm>

#include <QTest>

using namespace gateway::translation;

namespace {

const std::string sampleForm = "preamble\r\n--X\r\n"
                               "Content-Disposition: form-data; name=\"file\"; filename=\"a;\\\"b.wav\"\r\n"
                               "Content-Type: audio/wav\r\n\r\n"
                               "RIFF\r\n--Y\r\n-\r\n--\r\n\r\n--X \r\n"
                               "content-disposition: form-data; name=model\r\n\r\n"
                               "whisper-1\r\n--X\r\n"
                               "Content-Disposition: form-data; name=\"empty\"\r\n\r\n"
                               "\r\n--X--\r\nepilogue";

std::vector<FormField> readInPieces(std::string_view form, std::size_t size)
{
    MultipartReader reader("X");
    while (!form.empty()) {
        reader.feed(form.substr(0, size));
        form.remove_prefix(std::min(size, form.size()));
    }
    const auto fields = reader.finish();
    return fields ? *fields : std::vector<FormField>();
}

} // namespace

class MultipartFormTest : public QObject {
    Q_OBJECT

private slots:
    void readsTheSameInEveryCut();
    void saysWhereFieldsStand();
    void keepsLittleOfLongValues();
    void refusesFormsWithoutAnEnd_data();
    void refusesFormsWithoutAnEnd();
    void readsBoundaries_data();
    void readsBoundaries();
};

void MultipartFormTest::readsTheSameInEveryCut()
{
    for (std::size_t size = 1; size <= sampleForm.size(); ++size) {
        const auto fields = readInPieces(sampleForm, size);
        QCOMPARE(fields.size(), std::size_t(3));
        QVERIFY(fields[0].isFile);
        QCOMPARE(fields[0].name, std::string("file"));
        QCOMPARE(fields[0].value, std::string());
        QVERIFY(!fields[1].isFile);
        QCOMPARE(fields[1].name, std::string("model"));
        QCOMPARE(fields[1].value, std::string("whisper-1"));
        QCOMPARE(fields[2].valueSize, std::uint64_t(0));
    }
}

void MultipartFormTest::saysWhereFieldsStand()
{
    const auto fields = readInPieces(sampleForm, 7);
    const auto textAt = [](std::uint64_t offset, std::uint64_t size) {
        return sampleForm.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(size));
    };
    QCOMPARE(textAt(fields[0].valueOffset, fields[0].valueSize), std::string("RIFF\r\n--Y\r\n-\r\n--\r\n"));
    QCOMPARE(textAt(fields[1].valueOffset, fields[1].valueSize), std::string("whisper-1"));
    // Without the part the rest is a form again.
    std::string shorter = sampleForm;
    shorter.erase(static_cast<std::size_t>(fields[1].partOffset), static_cast<std::size_t>(fields[1].partSize));
    const auto others = readInPieces(shorter, 5);
    QCOMPARE(others.size(), std::size_t(2));
    QCOMPARE(others[0].valueSize, fields[0].valueSize);
    QCOMPARE(others[1].name, std::string("empty"));
}

void MultipartFormTest::keepsLittleOfLongValues()
{
    MultipartReader reader("X");
    reader.feed("--X\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\n");
    const std::string piece(100'000, 'p');
    for (int count = 0; count < 10; ++count)
        reader.feed(piece);
    reader.feed("\r\n--X--\r\n");
    const auto fields = reader.finish();
    QVERIFY(fields.has_value());
    QCOMPARE(fields->front().valueSize, std::uint64_t(1'000'000));
    QCOMPARE(fields->front().value.size(), std::size_t(64 * 1024));
}

void MultipartFormTest::refusesFormsWithoutAnEnd_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another boundary") << QByteArray(
        "--Z\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--Z--");
    QTest::newRow("cut in a value") << QByteArray("--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1");
    QTest::newRow("cut in a head") << QByteArray("--X\r\nContent-Disposition: form");
    QTest::newRow("longer boundary") << QByteArray("--X\r\nA: b\r\n\r\n1\r\n--XY\r\n--X--");
    QTest::newRow("endless head") << "--X\r\n" + QByteArray(20'000, 'h') + "\r\n\r\n1\r\n--X--";
}

void MultipartFormTest::refusesFormsWithoutAnEnd()
{
    QFETCH(QByteArray, form);
    MultipartReader reader("X");
    reader.feed(form.toStdString());
    const auto fields = reader.finish();
    QVERIFY(!fields.has_value());
    QCOMPARE(fields.error().code, gateway::ErrorCode::InvalidRequest);
}

void MultipartFormTest::readsBoundaries_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("boundary");
    QTest::newRow("plain") << QByteArray("multipart/form-data; boundary=abc") << QByteArray("abc");
    QTest::newRow("quoted") << QByteArray("Multipart/Form-Data; charset=utf-8; Boundary=\"a b;c\"")
                            << QByteArray("a b;c");
    QTest::newRow("none") << QByteArray("multipart/form-data") << QByteArray();
    QTest::newRow("other type") << QByteArray("multipart/mixed; boundary=abc") << QByteArray();
}

void MultipartFormTest::readsBoundaries()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, boundary);
    QCOMPARE(QByteArray::fromStdString(formBoundary(contentType.toStdString()).value_or("")), boundary);
}

QTEST_APPLESS_MAIN(MultipartFormTest)
#include "tst_multipart_form.moc"
