#include "gateway/base/base64.h"

#include <QTest>

class Base64Test : public QObject {
    Q_OBJECT

private slots:
    void writesTheVectorsOfTheStandard_data();
    void writesTheVectorsOfTheStandard();
    void readsBothAlphabetsAndNoPadding();
    void refusesWhatIsNoBase64();
};

void Base64Test::writesTheVectorsOfTheStandard_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("one") << QByteArray("f") << QByteArray("Zg==");
    QTest::newRow("two") << QByteArray("fo") << QByteArray("Zm8=");
    QTest::newRow("three") << QByteArray("foo") << QByteArray("Zm9v");
    QTest::newRow("six") << QByteArray("foobar") << QByteArray("Zm9vYmFy");
    QTest::newRow("high bytes") << QByteArray("\xfb\xff\xfe", 3) << QByteArray("+//+");
}

void Base64Test::writesTheVectorsOfTheStandard()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, text);
    QCOMPARE(gateway::encodeBase64(bytes.toStdString()), text.toStdString());
    QCOMPARE(gateway::decodeBase64(text.toStdString()), std::optional(bytes.toStdString()));
}

void Base64Test::readsBothAlphabetsAndNoPadding()
{
    QCOMPARE(gateway::decodeBase64("-__-"), gateway::decodeBase64("+//+"));
    QCOMPARE(gateway::decodeBase64("Zg"), std::optional(std::string("f")));
}

void Base64Test::refusesWhatIsNoBase64()
{
    QVERIFY(!gateway::decodeBase64("Zm9v!"));
    QVERIFY(!gateway::decodeBase64("bilrost.x"));
}

QTEST_APPLESS_MAIN(Base64Test)
#include "tst_base64.moc"
