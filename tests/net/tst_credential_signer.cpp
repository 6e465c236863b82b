#include "gateway/net/upstream/credential_signer.h"

#include <QtTest/QTest>

using gateway::HeaderList;
using gateway::SecretString;
using gateway::net::SigningScheme;

class TestCredentialSigner : public QObject {
    Q_OBJECT
private slots:
    void replacesTheClientsCredentials_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("bearer") << int(SigningScheme::Bearer) << QByteArray("authorization")
                                << QByteArray("Bearer provider-key");
        QTest::newRow("x-api-key") << int(SigningScheme::XApiKey) << QByteArray("x-api-key")
                                   << QByteArray("provider-key");
        QTest::newRow("none") << int(SigningScheme::None) << QByteArray() << QByteArray();
    }
    void replacesTheClientsCredentials()
    {
        QFETCH(int, scheme);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        HeaderList headers{{"AUTHORIZATION", "Bearer client"},
                           {"X-Api-Key", "client"},
                           {"api-key", "client"},
                           {"x-goog-api-key", "client"},
                           {"x-bf-vk", "client"},
                           {"x-bf-api-key", "client"},
                           {"Cookie", "session=client"},
                           {"Proxy-Authorization", "Basic client"},
                           {"X-Amz-Security-Token", "client"},
                           {"X-Amz-Date", "client"},
                           {"X-Amz-Content-Sha256", "client"},
                           {"Accept", "*/*"}};
        QVERIFY(
            gateway::net::signRequest(headers, static_cast<SigningScheme>(scheme), SecretString(" provider-key\n")));
        for (const gateway::HeaderField &field : headers)
            QVERIFY2(field.value.find("client") == std::string::npos, field.name.c_str());
        QVERIFY(headers.contains("accept"));
        QCOMPARE(headers.size(), std::size_t(name.isEmpty() ? 1 : 2));
        if (!name.isEmpty())
            QCOMPARE(std::string(headers.value(name.toStdString())), value.toStdString());
    }

    void refusesAKeyThatCannotBeSent_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("white space") << QByteArray(" \n");
        QTest::newRow("line break inside") << QByteArray("sk-\r\nX-Smuggled: 1");
        QTest::newRow("not ASCII") << QByteArray("sk-\xc3\xa4");
    }
    void refusesAKeyThatCannotBeSent()
    {
        QFETCH(QByteArray, key);
        HeaderList headers{{"Authorization", "Bearer client"}};
        const auto result = gateway::net::signRequest(headers, SigningScheme::Bearer, SecretString(key.toStdString()));
        QVERIFY(!result);
        QCOMPARE(result.error().code, gateway::ErrorCode::SecretUnavailable);
        QVERIFY(result.error().message.find("sk-") == std::string::npos);
        QVERIFY(headers.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCredentialSigner)
#include "tst_credential_signer.moc"
