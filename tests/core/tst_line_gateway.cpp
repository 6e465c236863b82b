// A provider's line and private targets through a whole gateway: real sockets, two workers, settings by the API.
#include "tests/support/fake_upstream.h"
#include "tests/support/gateway_under_test.h"

#include <QPointer>
#include <QTcpServer>
#include <QtTest>

#include <vector>

using tests::ClientAnswer;
using tests::ClientCall;
using tests::FakePeer;
using tests::FakeUpstream;
using tests::GatewayUnderTest;
using tests::ReceivedRequest;

namespace {

constexpr const char *chatAnswer =
    R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop",)"
    R"("message":{"role":"assistant","content":"Hello"}}]})";
constexpr const char *question = R"({"model":"slow/m","messages":[{"role":"user","content":"Hi"}]})";
constexpr const char *line = R"({"network_config":{"base_url":"%1"},"custom_provider_config":{"base_provider_type":)"
                             R"("openai"},"concurrency_and_buffer_size":{"concurrency":1,"buffer_size":2,)"
                             R"("drop_excess_requests":true}})";

constexpr const char *limited = R"({"network_config":{"base_url":"%1","max_conns_per_host":1},)"
                                R"("custom_provider_config":{"base_provider_type":"openai"},)"
                                R"("concurrency_and_buffer_size":{"concurrency":100,"buffer_size":100}})";

} // namespace

class LineGatewayTest : public QObject {
    Q_OBJECT

private slots:
    void letsRequestsWaitAndRefusesTheRest();
    void freesThePlaceOfAClientThatLeaves();
    void opensNoMoreConnectionsThanAllowed();
    void keepsOthersFromWhatIsBehindIt();
    void reachesThisComputerWhenItCouldNotListen();

private:
    // Keeps its callers waiting until answerNext().
    struct SlowProvider {
        std::vector<QPointer<FakePeer>> peers;
        FakeUpstream upstream{[this](FakePeer &peer, const ReceivedRequest &) { peers.emplace_back(&peer); }};

        QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(upstream.port()); }
        void answer(std::size_t index)
        {
            if (peers.at(index))
                peers.at(index)->answer(200, {{"Content-Type", "application/json"}}, chatAnswer);
        }
    };

    std::unique_ptr<ClientCall> ask(const GatewayUnderTest &gateway)
    {
        return std::make_unique<ClientCall>(gateway.port(), "POST", "/v1/chat/completions", question);
    }
    void addProvider(GatewayUnderTest &gateway, const SlowProvider &provider)
    {
        gateway.addProvider("slow", "openai", provider.url());
        const QByteArray body = QString::fromLatin1(line).arg(QString::fromLatin1(provider.url())).toLatin1();
        QCOMPARE(gateway.call("PUT", "/api/providers/slow", body).status, 200);
    }
};

void LineGatewayTest::letsRequestsWaitAndRefusesTheRest()
{
    SlowProvider provider;
    GatewayUnderTest gateway;
    addProvider(gateway, provider);
    std::vector<std::unique_ptr<ClientCall>> calls;
    for (int index = 0; index < 3; ++index)
        calls.push_back(ask(gateway));
    // One is served, two wait, on whichever worker they came to; a fourth finds the line full.
    QTRY_COMPARE(provider.peers.size(), std::size_t(1));
    QTRY_COMPARE(gateway.service().status().inFlight, 3);
    const ClientAnswer fourth = gateway.call("POST", "/v1/chat/completions", question);
    QCOMPARE(fourth.status, 429);
    QVERIFY2(fourth.body.contains("queue is full"), fourth.body.constData());
    QVERIFY2(fourth.head.toLower().contains("retry-after: 1"), fourth.head.constData());
    for (std::size_t index = 0; index < 3; ++index) {
        QTRY_COMPARE(provider.peers.size(), index + 1);
        provider.answer(index);
    }
    for (const auto &call : calls) {
        QTRY_VERIFY(call->hasEnded());
        QCOMPARE(call->answer().status, 200);
    }
}

void LineGatewayTest::freesThePlaceOfAClientThatLeaves()
{
    SlowProvider provider;
    GatewayUnderTest gateway;
    addProvider(gateway, provider);
    auto leaving = ask(gateway);
    QTRY_COMPARE(provider.peers.size(), std::size_t(1));
    const auto waiting = ask(gateway);
    leaving.reset(); // closes its connection
    QTRY_COMPARE(provider.peers.size(), std::size_t(2));
    provider.answer(1);
    QTRY_VERIFY(waiting->hasEnded());
    QCOMPARE(waiting->answer().status, 200);
}

// Whichever worker a request came to.
void LineGatewayTest::opensNoMoreConnectionsThanAllowed()
{
    SlowProvider provider;
    GatewayUnderTest gateway(4);
    gateway.addProvider("slow", "openai", provider.url());
    const QByteArray body = QString::fromLatin1(limited).arg(QString::fromLatin1(provider.url())).toLatin1();
    QCOMPARE(gateway.call("PUT", "/api/providers/slow", body).status, 200);
    std::vector<std::unique_ptr<ClientCall>> calls;
    for (int index = 0; index < 6; ++index)
        calls.push_back(ask(gateway));
    QTRY_COMPARE(gateway.service().status().inFlight, 6);
    for (std::size_t index = 0; index < calls.size(); ++index) {
        QTRY_COMPARE(provider.peers.size(), index + 1);
        provider.answer(index);
    }
    for (const auto &call : calls) {
        QTRY_VERIFY(call->hasEnded());
        QCOMPARE(call->answer().status, 200);
    }
    QTRY_COMPARE(provider.upstream.openConnections(), 1);
    // A client that leaves takes nobody's turn.
    const auto running = ask(gateway);
    QTRY_COMPARE(provider.peers.size(), calls.size() + 1);
    auto leaving = ask(gateway);
    QTRY_COMPARE(gateway.service().status().inFlight, 2);
    const auto waiting = ask(gateway);
    QTRY_COMPARE(gateway.service().status().inFlight, 3);
    leaving.reset();
    QTRY_COMPARE(gateway.service().status().inFlight, 2);
    provider.answer(calls.size());
    QTRY_COMPARE(provider.peers.size(), calls.size() + 2);
    provider.answer(calls.size() + 1);
    QTRY_VERIFY(running->hasEnded() && waiting->hasEnded());
    QCOMPARE(waiting->answer().status, 200);
}

void LineGatewayTest::keepsOthersFromWhatIsBehindIt()
{
    SlowProvider provider;
    GatewayUnderTest gateway;
    addProvider(gateway, provider);
    gateway::api::ListenAddress everywhere;
    everywhere.addresses = {QStringLiteral("0.0.0.0")};
    everywhere.port = 0;
    bool isListening = false;
    gateway.service().stopListening([&](const auto &) {
        gateway.service().startListening(everywhere, [&](const auto &done) { isListening = done.has_value(); });
    });
    QTRY_VERIFY(isListening);
    const auto status = [&](const QByteArray &method, const QByteArray &path, const QByteArray &body) {
        ClientCall call(gateway.service().status().port, method, path, body);
        static_cast<void>(QTest::qWaitFor([&call] { return call.hasEnded(); }));
        return call.answer();
    };
    const ClientAnswer refused = status("POST", "/v1/chat/completions", question);
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.body.contains("allow_private_network"), refused.body.constData());
    QVERIFY(provider.peers.empty());
    QByteArray allowed = QString::fromLatin1(line).arg(QString::fromLatin1(provider.url())).toLatin1();
    allowed.replace(R"({"network_config":{)", R"({"network_config":{"allow_private_network":true,)");
    QCOMPARE(status("PUT", "/api/providers/slow", allowed).status, 200);
    ClientCall call(gateway.service().status().port, "POST", "/v1/chat/completions", question);
    QTRY_COMPARE(provider.peers.size(), std::size_t(1));
    provider.answer(0);
    QTRY_VERIFY(call.hasEnded());
    QCOMPARE(call.answer().status, 200);
}

// A port that is taken leaves a gateway that nobody reaches, so its provider may be on this computer as before.
void LineGatewayTest::reachesThisComputerWhenItCouldNotListen()
{
    SlowProvider provider;
    GatewayUnderTest gateway;
    addProvider(gateway, provider);
    QTcpServer occupant;
    QVERIFY(occupant.listen(QHostAddress::Any));
    gateway::api::ListenAddress everywhere;
    everywhere.addresses = {QStringLiteral("0.0.0.0")};
    everywhere.port = occupant.serverPort();
    bool hasFailed = false;
    gateway.service().startListening(everywhere, [&](const auto &done) { hasFailed = !done.has_value(); });
    QTRY_VERIFY(hasFailed);
    gateway::api::TestProvider test;
    test.provider = gateway.service().providers().at(0);
    bool hasEnded = false;
    gateway.service().testProvider(test, [&](const auto &) { hasEnded = true; });
    QTRY_VERIFY(hasEnded || !provider.peers.empty());
    QCOMPARE(provider.peers.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(LineGatewayTest)
#include "tst_line_gateway.moc"
