// The demo is for those without a key: its traffic has to reach the providers that --demo adds.
#include "app/gateway_host.h"

#include "tools/demo_provider/http_peer.h"
#include "tools/demo_provider/provider.h"
#include "tools/demo_provider/traffic.h"

#include <algorithm>

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace app;

class DemoTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void everySceneOfTheTrafficIsServed();

private:
    std::unique_ptr<QNetworkReply> send(const demo_provider::Traffic::Scene &scene);

    QTemporaryDir m_folder;
    demo_provider::Provider m_provider{{{}, std::chrono::milliseconds(0), {}}};
    demo_provider::HttpPeer m_peer{
        [this](auto &connection, const auto &request) { m_provider.handle(connection, request); }};
    std::unique_ptr<GatewayHost> m_host;
    QNetworkAccessManager m_network;
};

void DemoTest::initTestCase()
{
    const quint16 port = m_peer.listen(0);
    QVERIFY(port != 0);
    Options options;
    options.hosts = {QStringLiteral("127.0.0.1")};
    options.port = 0;
    options.dataFolder = m_folder.path();
    options.secretStore = SecretStoreChoice::Memory;
    options.workerCount = 1;
    options.demoUrl = QStringLiteral("http://127.0.0.1:%1").arg(port);
    m_host = std::make_unique<GatewayHost>(options);
    QVERIFY(m_host->open().has_value());
    bool isReady = false;
    m_host->start([&isReady](const gateway::Result<bool> &started) { isReady = started.has_value(); });
    QTRY_VERIFY(isReady);
    const auto hasKeys = [this] {
        const auto providers = m_host->service().providers();
        return providers.size() == 2 && std::all_of(providers.begin(), providers.end(), [](const auto &provider) {
                   return !provider.keys.isEmpty();
               });
    };
    QTRY_VERIFY(hasKeys());
}

void DemoTest::cleanupTestCase()
{
    bool isDone = false;
    m_host->shutDown(std::chrono::seconds(1), [&isDone] { isDone = true; });
    QTRY_VERIFY(isDone);
    m_host.reset();
}

std::unique_ptr<QNetworkReply> DemoTest::send(const demo_provider::Traffic::Scene &scene)
{
    QNetworkRequest request(QUrl(m_host->service().status().baseUrl + QLatin1String(scene.path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (scene.anthropic)
        request.setRawHeader("anthropic-version", "2023-06-01");
    return std::unique_ptr<QNetworkReply>(m_network.post(request, QByteArray::fromStdString(scene.body)));
}

void DemoTest::everySceneOfTheTrafficIsServed()
{
    for (const demo_provider::Traffic::Scene &scene : demo_provider::Traffic::scenes()) {
        const auto reply = send(scene);
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10'000);
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const int expected = scene.body.find("demo-429") != std::string::npos   ? 429
                             : scene.body.find("demo-500") != std::string::npos ? 500
                                                                                : 200;
        QVERIFY2(status == expected,
                 qPrintable(QLatin1String(scene.path) + QLatin1Char(' ') + QString::fromUtf8(reply->readAll())));
    }
}

QTEST_GUILESS_MAIN(DemoTest)
#include "tst_demo.moc"
