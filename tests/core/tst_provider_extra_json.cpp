// Bifrost's concurrency_and_buffer_size and allow_private_network, and our health_probe, in the management API.
#include "gateway/admin/provider_json.h"
#include "gateway/base/provider_extras.h"

#include <QtTest>

using namespace gateway;
using namespace gateway::admin;

namespace {

Json json(const char *text)
{
    return Json::parse(text);
}

ProviderExtras extrasOf(const api::ProviderView &provider)
{
    return readProviderExtras(provider.extraJson.toStdString());
}

} // namespace

class ProviderExtraJsonTest : public QObject {
    Q_OBJECT

private slots:
    void takesTheLine();
    void refusesAWrongLine_data();
    void refusesAWrongLine();
    void tellsTheUsualLine();
    void keepsPrivateNetworksThatAScriptDoesNotKnow();
    void keepsTheProbeThatAScriptDoesNotKnow();
    void takesTheChoiceOfUpstreams();
    void takesTheConnections();
    void refusesWrongConnections_data();
    void refusesWrongConnections();
    void writesWhatItReads();
};

void ProviderExtraJsonTest::takesTheLine()
{
    const auto command = readProvider(json(R"({"provider":"openai","concurrency_and_buffer_size":
        {"concurrency":2,"buffer_size":3,"drop_excess_requests":true},"network_config":{"allow_private_network":true}})"));
    QVERIFY(command.has_value());
    ProviderExtras expected;
    expected.places = 2;
    expected.mostWaiting = 3;
    expected.refusesWhenFull = expected.mayBePrivate = true;
    QVERIFY(extrasOf(command->provider) == expected);
}

void ProviderExtraJsonTest::refusesAWrongLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("no places") << QByteArray(R"({"concurrency":0,"buffer_size":5})")
                               << QByteArray("Concurrency must be greater than 0");
    QTest::newRow("no line") << QByteArray(R"({"concurrency":1,"buffer_size":0})")
                             << QByteArray("Buffer size must be greater than 0");
    QTest::newRow("short line") << QByteArray(R"({"concurrency":6,"buffer_size":5})")
                                << QByteArray("Concurrency must be less than or equal to buffer size");
    QTest::newRow("words") << QByteArray(R"({"concurrency":"six"})") << QByteArray("must be a whole number");
    QTest::newRow("too many") << QByteArray(R"({"concurrency":1e18})") << QByteArray("must be a whole number");
    QTest::newRow("no object") << QByteArray("7") << QByteArray("must be an object");
}

void ProviderExtraJsonTest::refusesAWrongLine()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, words);
    Json body{{"provider", "openai"}};
    body["concurrency_and_buffer_size"] = Json::parse(line.toStdString());
    const auto command = readProvider(body);
    QVERIFY(!command.has_value());
    QCOMPARE(command.error().httpStatus(), 400);
    QVERIFY2(command.error().message.find(words.toStdString()) != std::string::npos, command.error().message.c_str());
}

void ProviderExtraJsonTest::tellsTheUsualLine()
{
    const Json written = writeProvider(readProvider(json(R"({"provider":"openai"})"))->provider);
    QCOMPARE(written["concurrency_and_buffer_size"]["concurrency"].get<int>(), 1000);
    QCOMPARE(written["concurrency_and_buffer_size"]["buffer_size"].get<int>(), 5000);
    QVERIFY(!written["network_config"].contains("allow_private_network"));
}

void ProviderExtraJsonTest::keepsPrivateNetworksThatAScriptDoesNotKnow()
{
    const auto before = readProvider(json(R"({"provider":"openai","network_config":{"allow_private_network":true},
        "concurrency_and_buffer_size":{"concurrency":2,"buffer_size":3}})"));
    const auto silent = readProviderChange(json(R"({"network_config":{"base_url":"http://b"}})"), before->provider);
    QVERIFY(extrasOf(silent->provider).mayBePrivate);
    QCOMPARE(extrasOf(silent->provider).places, 1000); // a change is the complete object
    const auto clear =
        readProviderChange(json(R"({"network_config":{"allow_private_network":false}})"), before->provider);
    QVERIFY(!extrasOf(clear->provider).mayBePrivate);
}

void ProviderExtraJsonTest::keepsTheProbeThatAScriptDoesNotKnow()
{
    const auto before = readProvider(json(R"({"provider":"openai","health_probe":"/alive"})"));
    QCOMPARE(extrasOf(before->provider).healthProbe, std::string("/alive"));
    const auto silent = readProviderChange(json(R"({"network_config":{"base_url":"http://b"}})"), before->provider);
    QCOMPARE(extrasOf(silent->provider).healthProbe, std::string("/alive"));
    for (const char *nothing : {R"({"health_probe":""})", R"({"health_probe":null})"}) {
        const auto clear = readProviderChange(json(nothing), before->provider);
        QVERIFY(clear.has_value());
        QVERIFY2(!clear->provider.extraJson.contains("health_probe"), nothing);
    }
    QVERIFY(!readProviderChange(json(R"({"health_probe":7})"), before->provider).has_value());
}

void ProviderExtraJsonTest::takesTheChoiceOfUpstreams()
{
    const auto before =
        readProvider(json(R"({"provider":"openrouter","openrouter_config":{"ignore":["Cloudflare"]}})"));
    QVERIFY(before.has_value());
    QCOMPARE(writeProvider(before->provider)["openrouter_config"], json(R"({"ignore":["Cloudflare"]})"));
    const auto silent = readProviderChange(json(R"({"network_config":{"max_retries":2}})"), before->provider);
    QCOMPARE(writeProvider(silent->provider)["openrouter_config"], json(R"({"ignore":["Cloudflare"]})"));
    const auto clear = readProviderChange(json(R"({"openrouter_config":null})"), before->provider);
    QVERIFY(!writeProvider(clear->provider).contains("openrouter_config"));
    QVERIFY(!readProvider(json(R"({"provider":"openrouter","openrouter_config":["Cloudflare"]})")).has_value());
}

void ProviderExtraJsonTest::takesTheConnections()
{
    const auto before = readProvider(json(R"({"provider":"openai","network_config":
        {"max_conns_per_host":10000,"keep_alive_timeout_in_seconds":1}})"));
    QVERIFY(before.has_value());
    QCOMPARE(extrasOf(before->provider).connectionsPerHost, 10'000);
    QCOMPARE(extrasOf(before->provider).keepAliveSeconds, 1);
    const Json written = writeProvider(before->provider);
    QCOMPARE(written["network_config"]["max_conns_per_host"], Json(10'000));
    QCOMPARE(written["network_config"]["keep_alive_timeout_in_seconds"], Json(1));
    QVERIFY(!written.contains("max_conns_per_host"));
    const auto again = readProviderChange(written, before->provider);
    QVERIFY(extrasOf(again->provider) == extrasOf(before->provider));
    // A change is the complete object; only what older Bifrosts do not know stays.
    const auto silent = readProviderChange(json(R"({"network_config":{"base_url":"http://b"}})"), before->provider);
    QCOMPARE(extrasOf(silent->provider).connectionsPerHost, 5000);
    QCOMPARE(extrasOf(silent->provider).keepAliveSeconds, 1);
    const auto usual = readProviderChange(
        json(R"({"network_config":{"max_conns_per_host":0,"keep_alive_timeout_in_seconds":null}})"), before->provider);
    QVERIFY(extrasOf(usual->provider) == ProviderExtras());
}

void ProviderExtraJsonTest::refusesWrongConnections_data()
{
    QTest::addColumn<QByteArray>("network");
    for (const char *network :
         {R"({"max_conns_per_host":10001})", R"({"max_conns_per_host":-1})", R"({"max_conns_per_host":"5"})",
          R"({"max_conns_per_host":1.5})", R"({"keep_alive_timeout_in_seconds":86401})",
          R"({"keep_alive_timeout_in_seconds":true})"})
        QTest::newRow(network) << QByteArray(network);
}

void ProviderExtraJsonTest::refusesWrongConnections()
{
    QFETCH(QByteArray, network);
    const auto command = readProvider({{"provider", "openai"}, {"network_config", Json::parse(network.toStdString())}});
    QVERIFY(!command.has_value());
    QCOMPARE(command.error().httpStatus(), 400);
    QVERIFY2(command.error().message.find("must be a whole number") != std::string::npos,
             command.error().message.c_str());
}

void ProviderExtraJsonTest::writesWhatItReads()
{
    const Json body = json(R"({"provider":"openai","concurrency_and_buffer_size":
        {"concurrency":2,"buffer_size":3,"drop_excess_requests":true},"network_config":{"allow_private_network":true},
        "openai_config":{"disable_store":true}})");
    const auto before = readProvider(body);
    const Json written = writeProvider(before->provider);
    QCOMPARE(written["concurrency_and_buffer_size"], body["concurrency_and_buffer_size"]);
    QVERIFY(written["network_config"]["allow_private_network"].get<bool>());
    QVERIFY(!written.contains("allow_private_network"));
    const auto again = readProviderChange(written, before->provider);
    QVERIFY(again.has_value());
    QVERIFY(extrasOf(again->provider) == extrasOf(before->provider));
}

QTEST_GUILESS_MAIN(ProviderExtraJsonTest)
#include "tst_provider_extra_json.moc"
