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
        QTest::newRow("api-subscription-key") << int(SigningScheme::ApiSubscriptionKey)
                                              << QByteArray("api-subscription-key") << QByteArray("provider-key");
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
                           {"xi-api-key", "client"},
                           {"api-subscription-key", "client"},
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

    void putsAKeyIntoTheAddress_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("alone") << QByteArray("/v1/chat") << QByteArray("/v1/chat?api_key=s3%2Fc%26r%3D");
        QTest::newRow("beside others") << QByteArray("/v1/chat?a=1&b")
                                       << QByteArray("/v1/chat?a=1&b&api_key=s3%2Fc%26r%3D");
        QTest::newRow("instead of another")
            << QByteArray("/v1?api_key=mine&a=1&api%5Fkey=x") << QByteArray("/v1?a=1&api_key=s3%2Fc%26r%3D");
        QTest::newRow("another name") << QByteArray("/v1?api_keys=1")
                                      << QByteArray("/v1?api_keys=1&api_key=s3%2Fc%26r%3D");
    }
    void putsAKeyIntoTheAddress()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, sent);
        gateway::net::UpstreamRequest request;
        request.target = target.toStdString();
        gateway::net::addKeyParameter(request);
        QCOMPARE(request.target, target.toStdString()); // no key stands in it
        request.keyParameter = std::make_shared<const gateway::net::KeyParameter>(
            gateway::net::KeyParameter{"api_key", SecretString("s3/c&r=")});
        gateway::net::addKeyParameter(request);
        QCOMPARE(request.target, sent.toStdString());
        gateway::net::addKeyParameter(request); // once
        QCOMPARE(request.target, sent.toStdString());
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
