// What is taken out of headers, bodies and targets before anything is kept, and what is left alone.
#include <QTest>

#include "gateway/base/secret_masker.h"

using namespace gateway;

class SecretMaskerTest : public QObject {
    Q_OBJECT

private slots:
    void masksProviderKeys_data();
    void masksProviderKeys();
    void leavesHarmlessTextAlone_data();
    void leavesHarmlessTextAlone();
    void findsAKeyAtEveryOffsetOfABlock();
    void masksSeveralKeysInOneText();
    void masksAKnownSecretOfAnyShape();
    void keepsJsonWellFormed();
    void isIdempotent();
    void masksSecretHeaders_data();
    void masksSecretHeaders();
    void masksKeyPatternsInOtherHeaders();
    void masksKeyParametersOfTargets_data();
    void masksKeyParametersOfTargets();
    void scansTextWithoutKeysQuickly();
};

void SecretMaskerTest::masksProviderKeys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
    };
    row("sk-ant-api03-abcdefgh", "sk-ant-***");
    row("sk-proj-abcdefghijkl", "sk-proj-***");
    row("sk-bf-5e1c1f0a-9c3b-4f1e-8d59-1b1f4a2f8c11", "sk-bf-***");
    row("sk-or-v1-0123456789abcdef", "sk-or-***");
    row("sk-0123456789abcdefABCDEF", "sk-***");
    row("my key is sk-0123456789abcdefABCDEF.", "my key is sk-***.");
    row("Bearer sk-ant-abcdefgh1234\"", "Bearer sk-ant-***\"");
    row("csk-0123456789abcdefghij", "csk-***");
    row("gsk_abcdefghijklmnopqrst", "gsk_***");
    row("xai-abcdefghijklmnopqrs1", "xai-***");
    row("pplx-abcdefghijklmnopqrs1", "pplx-***");
    row("nvapi-abcdefghijklmnopqrstuvwx", "nvapi-***");
    row("hf_abcdefghijklmnopqrstuvwxyz", "hf_***");
    row("r8_abcdefghijklmnopqrstuvwxyz", "r8_***");
    row("fw_3abcdefghijklmnopq", "fw_***");
    row("AIzaSyA0123456789abcdefghijklmnopqrstuv", "AIza***");
    row("AKIAIOSFODNN7EXAMPLE", "AKIA***");
    row("ASIAIOSFODNN7EXAMPLE,", "ASIA***,");
    row("key:\\nsk-ant-abcdefgh1234", "key:\\nsk-ant-***");
    row("\\u0022sk-ant-abcdefgh1234\\u0022", "\\u0022sk-ant-***\\u0022");
    row("?q=%22sk-ant-abcdefgh1234", "?q=%22sk-ant-***");
}

void SecretMaskerTest::masksProviderKeys()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    std::string masked = text.toStdString();
    QVERIFY(containsKeyPattern(masked));
    QVERIFY(maskKeyPatterns(masked));
    QCOMPARE(QByteArray::fromStdString(masked), expected);
    QVERIFY(!containsKeyPattern(masked));
}

void SecretMaskerTest::leavesHarmlessTextAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *text) { QTest::newRow(text) << QByteArray(text); };
    row("the task-force-of-2024-has-met-again");
    row("/dev/disk-1-of-many-other-disks-2");
    row("sk-");
    row("sk-learn is a package");
    row("sk-short1");
    row("risk-0123456789abcdefghijkl");
    row("mask_0123456789abcdefghijkl");
    row("half_abcdefghijklmnopqrstuvwxyz");
    row("shelf_abcdefghijklmnopqrstuvwxyz");
    row("AKIA");
    row("AKIAnotakeyatallbutlong");
    row("xAKIAIOSFODNN7EXAMPLE");
    row("AKIAIOSFODNN7EXAMPLETOOLONG");
    row("AIzaTooShort");
    row("AIzaSyA0123456789abcdefghijklmnopqrstuvAndLongerAsInBase64");
    row("sk-some-kebab-case-name-without-number");
    row("\\\\task-force-0123456789abcdef");
    row("");
    row("s");
}

void SecretMaskerTest::leavesHarmlessTextAlone()
{
    QFETCH(QByteArray, text);
    std::string masked = text.toStdString();
    QVERIFY(!containsKeyPattern(masked));
    QVERIFY(!maskKeyPatterns(masked));
    QCOMPARE(QByteArray::fromStdString(masked), text);
}

void SecretMaskerTest::findsAKeyAtEveryOffsetOfABlock()
{
    for (std::size_t before = 0; before < 200; ++before) {
        for (const std::size_t after : {0u, 1u, 7u, 15u, 16u, 17u, 63u, 64u, 65u}) {
            std::string text = std::string(before, '.') + "AKIAIOSFODNN7EXAMPLE" + std::string(after, '.');
            const std::string expected = std::string(before, '.') + "AKIA***" + std::string(after, '.');
            QVERIFY(maskKeyPatterns(text));
            QCOMPARE(text, expected);
        }
    }
}

void SecretMaskerTest::masksSeveralKeysInOneText()
{
    std::string text = "a sk-ant-abcdefgh1 b gsk_abcdefghijklmnopqrst c sk-ant-abcdefgh2";
    QVERIFY(maskKeyPatterns(text));
    QCOMPARE(text, std::string("a sk-ant-*** b gsk_*** c sk-ant-***"));
}

void SecretMaskerTest::keepsJsonWellFormed()
{
    std::string text = R"({"a":"sk-ant-abcdefgh1\"","b":["AKIAIOSFODNN7EXAMPLE"],"c":"\\sk-ant-abcdefgh1"})";
    QVERIFY(maskKeyPatterns(text));
    QCOMPARE(text, std::string(R"({"a":"sk-ant-***\"","b":["AKIA***"],"c":"\\sk-ant-***"})"));
}

void SecretMaskerTest::isIdempotent()
{
    std::string text = "sk-ant-abcdefgh1 sk-0123456789abcdefABCDEF";
    QVERIFY(maskKeyPatterns(text));
    QVERIFY(!maskKeyPatterns(text));
}

void SecretMaskerTest::masksSecretHeaders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *value, const char *expected) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(value) << QByteArray(expected);
    };
    row("Authorization", "Bearer planted-secret-value-9876", "Bearer ***9876");
    row("AUTHORIZATION", "Bearer short", "Bearer ***");
    row("authorization", "Basic dXNlcjpwYXNzd29yZA==", "Basic ***");
    row("Proxy-Authorization", "planted-secret-value-9876", "***9876");
    row("authorizatioN", "planted secret words", "***");
    row("x-api-key", "planted-secret-value-9876", "***9876");
    row("x-goog-api-key", "planted-secret-value-9876", "***9876");
    row("api-key", "planted-secret-value-9876", "***9876");
    row("xi-api-key", "planted-secret-value-9876", "***9876");
    row("api-subscription-key", "planted-secret-value-9876", "***9876");
    row("x-bf-vk", "planted-secret-value-9876", "***9876");
    row("x-bf-api-key", "", "***");
    row("cookie", "session=planted-secret-value-9876", "***");
    row("Set-Cookie", "session=planted-secret-value-9876; Path=/", "***");
    row("x-bifrost-setup-token", "planted-secret-value-9876", "***");
    row("x-amz-security-token", "planted-secret-value-9876", "***");
    row("user-agent", "claude-cli/1.0", "claude-cli/1.0");
}

void SecretMaskerTest::masksSecretHeaders()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, expected);
    HeaderList headers;
    headers.add(name.toStdString(), value.toStdString());
    const HeaderList masked = maskHeaders(headers);
    QCOMPARE(masked.size(), std::size_t(1));
    QCOMPARE(QByteArray::fromStdString(masked.begin()->name), name);
    QCOMPARE(QByteArray::fromStdString(masked.begin()->value), expected);
}

void SecretMaskerTest::masksKeyPatternsInOtherHeaders()
{
    const HeaderList masked = maskHeaders({{"x-note", "uses sk-ant-abcdefgh1234"}});
    QCOMPARE(std::string(masked.value("x-note")), std::string("uses sk-ant-***"));
}

void SecretMaskerTest::masksKeyParametersOfTargets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *target, const char *expected) {
        QTest::newRow(target) << QByteArray(target) << QByteArray(expected);
    };
    row("/v1/models", "/v1/models");
    row("/v1?key=planted&a=b", "/v1?key=***&a=b");
    row("/v1?a=b&API_KEY=planted", "/v1?a=b&API_KEY=***");
    row("/v1?apikey=p&access_token=q&token=r", "/v1?apikey=***&access_token=***&token=***");
    row("/v1?k%65y=planted", "/v1?k%65y=***");
    row("/v1?key=&a", "/v1?key=&a");
    row("/v1?monkey=planted", "/v1?monkey=planted");
    row("/v1?q=sk-ant-abcdefgh1234", "/v1?q=sk-ant-***");
    row("/v1/sk-ant-abcdefgh1234/x?", "/v1/sk-ant-***/x?");
}

void SecretMaskerTest::masksKeyParametersOfTargets()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(maskTarget(target.toStdString())), expected);
}

void SecretMaskerTest::masksAKnownSecretOfAnyShape()
{
    std::string text = "0123abcd0123abcd, once more 0123abcd: 0123abcd";
    QVERIFY(maskSecret(text, "0123abcd"));
    QCOMPARE(text, std::string("******, once more ***: ***"));
    QVERIFY(!maskSecret(text, "0123abcd"));
    std::string word = "demo";
    QVERIFY(!maskSecret(word, "demo"));
    QVERIFY(!maskSecret(word, ""));
    QCOMPARE(word, std::string("demo"));
}

void SecretMaskerTest::scansTextWithoutKeysQuickly()
{
    std::string text;
    while (text.size() < 8u * 1024u * 1024u)
        text += R"({"role":"user","content":"The quick brown fox asks for a task-force, \n and more of the same."},)";
    bool isFound = true;
    QBENCHMARK
    {
        isFound = containsKeyPattern(text);
    }
    QVERIFY(!isFound);
}

QTEST_APPLESS_MAIN(SecretMaskerTest)
#include "tst_secret_masker.moc"
