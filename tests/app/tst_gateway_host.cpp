// What is there when the first request can come.
#include "app/gateway_host.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app;

class GatewayHostTest : public QObject {
    Q_OBJECT

private slots:
    void theWholeFileCountsFromTheFirstRequestOn();
    void startsWithAFileThatIsNoJson();

private:
    // The providers at the moment in which the gateway begins to listen.
    QList<gateway::api::ProviderView> providersAtTheStart(const QByteArray &file);
};

QList<gateway::api::ProviderView> GatewayHostTest::providersAtTheStart(const QByteArray &file)
{
    const QTemporaryDir folder;
    QFile config(folder.filePath(QStringLiteral("config.json")));
    if (!config.open(QIODevice::WriteOnly) || config.write(file) != file.size())
        qFatal("The file cannot be written.");
    config.close();
    Options options;
    options.hosts = {QStringLiteral("127.0.0.1")};
    options.port = 0;
    options.isPortGiven = true;
    options.dataFolder = folder.path();
    options.secretStore = SecretStoreChoice::Memory;
    options.workerCount = 1;
    GatewayHost host(options);
    if (!host.open())
        qFatal("The data folder cannot be opened.");
    QList<gateway::api::ProviderView> providers;
    bool isListening = false;
    host.start([&](const gateway::Result<bool> &started) {
        isListening = started && host.service().status().listener == gateway::api::ListenerState::Listening;
        providers = host.service().providers();
    });
    if (!QTest::qWaitFor([&] { return isListening; }, 30'000))
        qFatal("The gateway does not listen.");
    bool isDone = false;
    host.shutDown(std::chrono::seconds(5), [&isDone] { isDone = true; });
    if (!QTest::qWaitFor([&isDone] { return isDone; }, 30'000))
        qFatal("The gateway does not end.");
    return providers;
}

void GatewayHostTest::theWholeFileCountsFromTheFirstRequestOn()
{
    QByteArray file = R"({"version": 2, "providers": {)";
    constexpr int count = 20;
    for (int number = 0; number < count; ++number) {
        file += number == 0 ? "" : ", ";
        file += "\"house-" + QByteArray::number(number)
                + R"(": {"custom_provider_config": {"base_provider_type": "openai"},
                    "network_config": {"base_url": "http://127.0.0.1:9"},
                    "keys": [{"name": "key-)"
                + QByteArray::number(number) + R"(", "value": "sk-0123456789abcdef", "models": ["*"], "weight": 1}]})";
    }
    const auto providers = providersAtTheStart(file + "}}");
    QCOMPARE(providers.size(), count);
    for (const auto &provider : providers)
        QCOMPARE(provider.keys.size(), 1);
}

void GatewayHostTest::startsWithAFileThatIsNoJson()
{
    QVERIFY(providersAtTheStart("{\"providers\": ").isEmpty());
}

QTEST_GUILESS_MAIN(GatewayHostTest)
#include "tst_gateway_host.moc"
