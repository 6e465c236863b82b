// Every fault of a provider x four client dialects x whole and streamed x with and without a fallback: the client gets
// the whole answer exactly once or an error in its own dialect, never a false success.
#include "tests/integration/dialect_client.h"
#include "tests/integration/sick_provider.h"

#include <set>

#include <QTest>

using namespace tests;

Q_DECLARE_METATYPE(tests::AfterFault)

class FaultTableTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void survivesEachFault_data();
    void survivesEachFault();
    void survivesACutAtAnyByte_data();
    void survivesACutAtAnyByte();
    void survivesARefusedConnection();
    void doesNotWaitForASilentProvider_data();
    void doesNotWaitForASilentProvider();
    void cleanupTestCase();

private:
    QByteArray address(const FakeUpstream &upstream, const std::string &path) const
    {
        return "http://127.0.0.1:" + QByteArray::number(upstream.port()) + QByteArray::fromStdString(path);
    }
    SeenAnswer ask(ClientDialectName dialect, bool isStream, const std::string &model, bool hasFallback)
    {
        return read(dialect, isStream,
                    m_gateway->call("POST", pathFor(dialect, model, isStream),
                                    bodyFor(dialect, model, isStream, hasFallback ? "well/m" : "")));
    }
    std::string modelWith(const std::string &fault);
    void check(const SeenAnswer &seen, AfterFault expected, bool hasFallback);

    std::unique_ptr<FakeUpstream> m_sick;
    std::unique_ptr<FakeUpstream> m_well;
    std::unique_ptr<GatewayUnderTest> m_gateway;
    std::set<std::string> m_providers;
    int m_models = 0; // each request asks another model, so that no circuit is open
};

void FaultTableTest::initTestCase()
{
    m_sick = std::make_unique<FakeUpstream>(playFault);
    m_well = std::make_unique<FakeUpstream>(playWell);
    m_gateway = std::make_unique<GatewayUnderTest>();
    m_gateway->addProvider("well", "anthropic", address(*m_well, ""));
}

void FaultTableTest::cleanupTestCase()
{
    m_gateway.reset();
}

// A provider for each fault; another one for each request where the key of one that said 429 rests.
std::string FaultTableTest::modelWith(const std::string &fault)
{
    ++m_models;
    const bool isLimit = fault == "status-429" || fault == "limited-long";
    const std::string name = isLimit ? fault + "-" + std::to_string(m_models) : fault;
    if (m_providers.insert(name).second)
        m_gateway->addProvider(QByteArray::fromStdString(name), "openai", address(*m_sick, "/" + fault));
    return name + "/m" + std::to_string(m_models);
}

void FaultTableTest::check(const SeenAnswer &seen, AfterFault expected, bool hasFallback)
{
    QVERIFY2(seen.kind != SeenAnswer::Kind::Illegal, (seen.problem + " | " + seen.text).c_str());
    if (hasFallback || expected == AfterFault::Success)
        QVERIFY2(seen.kind == SeenAnswer::Kind::Success, seen.text.c_str());
    else if (expected == AfterFault::Failure)
        QVERIFY2(seen.kind == SeenAnswer::Kind::Failure, seen.text.c_str());
    if (seen.kind == SeenAnswer::Kind::Success)
        QCOMPARE(seen.text, std::string(wholeText));
}

void FaultTableTest::survivesEachFault_data()
{
    QTest::addColumn<int>("fault");
    for (std::size_t i = 0; i < faults().size(); ++i)
        QTest::newRow(faults()[i].name) << static_cast<int>(i);
}

void FaultTableTest::survivesEachFault()
{
    QFETCH(int, fault);
    const Fault &played = faults()[static_cast<std::size_t>(fault)];
    for (const ClientDialectName dialect : allClientDialects()) {
        for (const bool isStream : {false, true}) {
            for (const bool hasFallback : {false, true}) {
                const std::string what = std::string(nameOf(dialect)) + (isStream ? ", stream" : ", whole")
                                         + (hasFallback ? ", fallback" : "");
                const SeenAnswer seen = ask(dialect, isStream, modelWith(played.name), hasFallback);
                check(seen, isStream ? played.stream : played.whole, hasFallback);
                if (QTest::currentTestFailed())
                    QFAIL(what.c_str());
            }
        }
    }
}

void FaultTableTest::survivesACutAtAnyByte_data()
{
    QTest::addColumn<int>("place");
    for (int place = 0; place < cutPlaces; ++place)
        QTest::addRow("%d of %d", place, cutPlaces) << place;
}

void FaultTableTest::survivesACutAtAnyByte()
{
    QFETCH(int, place);
    const std::string fault = "cut-" + std::to_string(place);
    for (const ClientDialectName dialect : allClientDialects()) {
        for (const bool isStream : {false, true}) {
            for (const bool hasFallback : {false, true}) {
                const SeenAnswer seen = ask(dialect, isStream, modelWith(fault), hasFallback);
                check(seen, isStream ? AfterFault::Either : AfterFault::Failure, hasFallback);
                if (QTest::currentTestFailed())
                    QFAIL((std::string(nameOf(dialect)) + (isStream ? ", stream" : ", whole")
                           + (hasFallback ? ", fallback" : ""))
                              .c_str());
            }
        }
    }
}

void FaultTableTest::survivesARefusedConnection()
{
    quint16 closedPort = 0;
    {
        const FakeUpstream gone(playFault);
        closedPort = gone.port();
    }
    m_gateway->addProvider("refused", "openai", "http://127.0.0.1:" + QByteArray::number(closedPort));
    for (const ClientDialectName dialect : allClientDialects()) {
        for (const bool isStream : {false, true}) {
            for (const bool hasFallback : {false, true}) {
                check(ask(dialect, isStream, "refused/m" + std::to_string(++m_models), hasFallback),
                      AfterFault::Failure, hasFallback);
                QVERIFY2(!QTest::currentTestFailed(), nameOf(dialect));
            }
        }
    }
}

void FaultTableTest::doesNotWaitForASilentProvider_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<AfterFault>("expected");
    QTest::newRow("before the head") << QByteArray("silent") << AfterFault::Failure;
    QTest::newRow("behind the head") << QByteArray("mute") << AfterFault::Failure;
    QTest::newRow("behind a complete stream") << QByteArray("stays-open") << AfterFault::Success;
}

void FaultTableTest::doesNotWaitForASilentProvider()
{
    QFETCH(QByteArray, provider);
    QFETCH(AfterFault, expected);
    FakeUpstream silent([&provider](FakePeer &peer, const ReceivedRequest &request) {
        const bool isStream = request.body.find("\"stream\":true") != std::string::npos;
        if (provider == "mute")
            peer.send(std::string("HTTP/1.1 200 OK\r\nContent-Type: ")
                      + (isStream ? "text/event-stream" : "application/json")
                      + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        else if (provider == "stays-open")
            playFault(peer, request);
    });
    m_gateway->addProvider(provider, "openai", address(silent, provider == "stays-open" ? "/stays-open" : ""),
                           R"("default_request_timeout_in_seconds":1,"stream_idle_timeout_in_seconds":1)");
    struct Asked {
        ClientDialectName dialect;
        bool isStream;
        bool hasFallback;
        std::unique_ptr<ClientCall> call;
    };
    std::vector<Asked> all; // side by side, so that the limit passes once
    for (const ClientDialectName dialect : allClientDialects()) {
        for (const bool isStream : {false, true}) {
            for (const bool hasFallback : {false, true}) {
                const std::string model = provider.toStdString() + "/m" + std::to_string(++m_models);
                all.push_back(
                    {dialect, isStream, hasFallback,
                     std::make_unique<ClientCall>(m_gateway->port(), "POST", pathFor(dialect, model, isStream),
                                                  bodyFor(dialect, model, isStream, hasFallback ? "well/m" : ""))});
            }
        }
    }
    for (const Asked &asked : all) {
        QTRY_VERIFY_WITH_TIMEOUT(asked.call->hasEnded(), 20'000);
        check(read(asked.dialect, asked.isStream, asked.call->answer()), expected, asked.hasFallback);
        QVERIFY2(!QTest::currentTestFailed(), nameOf(asked.dialect));
    }
}

QTEST_GUILESS_MAIN(FaultTableTest)
#include "tst_fault_table.moc"
