// What a provider's extra fields say of its line, of private networks and of probes, and that the other fields stay.
#include "gateway/base/provider_extras.h"

#include <QtTest>

using gateway::ProviderExtras;
using gateway::readProviderExtras;
using gateway::withProviderExtras;

class ProviderExtrasTest : public QObject {
    Q_OBJECT

private slots:
    void hasUsualValuesForWhatIsMissing_data();
    void hasUsualValuesForWhatIsMissing();
    void readsWhatItWrites();
    void leavesOtherFieldsAlone();
    void growsTheLineWithThePlaces();
};

void ProviderExtrasTest::hasUsualValuesForWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "{}", "[]", "no JSON", R"({"concurrency_and_buffer_size":7})",
          R"({"concurrency_and_buffer_size":{"concurrency":0,"buffer_size":-1}})",
          R"({"concurrency_and_buffer_size":{"concurrency":1e99}})", R"({"allow_private_network":"yes"})",
          R"({"health_probe":7})", R"({"max_conns_per_host":10001})",
          R"({"max_conns_per_host":0,"keep_alive_timeout_in_seconds":"30s"})"})
        QTest::newRow(text) << QByteArray(text);
}

void ProviderExtrasTest::hasUsualValuesForWhatIsMissing()
{
    QFETCH(QByteArray, text);
    QVERIFY(readProviderExtras(text.toStdString()) == ProviderExtras());
}

void ProviderExtrasTest::readsWhatItWrites()
{
    ProviderExtras extras;
    extras.places = 2;
    extras.mostWaiting = 9;
    extras.refusesWhenFull = extras.mayBePrivate = extras.disablesStore = true;
    extras.healthProbe = "/alive";
    extras.openRouterConfig = R"({"ignore":["a"]})";
    extras.betaHeaders = {{"context-1m", false}, {"files-api", true}};
    extras.keyParameter = "api_key";
    extras.connectionsPerHost = 3;
    extras.keepAliveSeconds = 7;
    QVERIFY(readProviderExtras(withProviderExtras({}, extras)) == extras);
    QCOMPARE(withProviderExtras(withProviderExtras({}, extras), {}), std::string());
}

void ProviderExtrasTest::leavesOtherFieldsAlone()
{
    const std::string text = R"({"openai_config":{"organization":"house"}})";
    ProviderExtras extras = readProviderExtras(text);
    extras.places = extras.mostWaiting = 5;
    const std::string changed = withProviderExtras(text, extras);
    QVERIFY(changed.find("organization") != std::string::npos);
    QCOMPARE(readProviderExtras(changed).places, 5);
    QCOMPARE(withProviderExtras(changed, {}), text);
}

void ProviderExtrasTest::growsTheLineWithThePlaces()
{
    QCOMPARE(readProviderExtras(R"({"concurrency_and_buffer_size":{"concurrency":6000}})").mostWaiting, 6000);
}

QTEST_GUILESS_MAIN(ProviderExtrasTest)
#include "tst_provider_extras.moc"
