// As many connections to a host as the route allows, for all workers; who is beyond that waits in line.
#include "tests/net/upstream_rig.h"

#include <atomic>
#include <functional>
#include <vector>

#include <QtCore/QEventLoop>
#include <QtCore/QPointer>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <QtTest/QTest>

using namespace gateway::net;
using tests::ExchangeRecorder;
using tests::FakePeer;
using tests::FakeUpstream;
using tests::ReceivedRequest;
using tests::TransportKind;
using tests::UpstreamRig;

namespace {

// Answers when the test says so.
class HeldAnswers {
public:
    FakeUpstream::Script script()
    {
        return [this](FakePeer &peer, const ReceivedRequest &request) {
            targets.push_back(request.target);
            m_peers.emplace_back(&peer);
            mostAtOnce = std::max(mostAtOnce, m_peers.size());
        };
    }
    void answerFirst()
    {
        const QPointer<FakePeer> peer = m_peers.front();
        m_peers.erase(m_peers.begin());
        if (peer)
            peer->answer(200, {}, "{}");
    }
    std::size_t held() const { return m_peers.size(); }
    std::string asked() const // in their order, with blanks between them
    {
        std::string all;
        for (const std::string &target : targets)
            all.append(all.empty() ? "" : " ").append(target);
        return all;
    }

    std::vector<std::string> targets;
    std::size_t mostAtOnce = 0;

private:
    std::vector<QPointer<FakePeer>> m_peers;
};

struct Call {
    ExchangeRecorder recorder;
    std::unique_ptr<UpstreamExchange> exchange;
};

UpstreamRequest requestOn(UpstreamRequest request, int most, std::string target = "/")
{
    auto route = std::make_shared<UpstreamRoute>(*request.route);
    route->mostConnections = most;
    request.route = std::move(route);
    request.target = std::move(target);
    return request;
}

// One worker: a thread with a transport of its own, which keeps some requests on their way until all are done.
class Worker : public QThread {
public:
    Worker(ConnectionPlaces &places, const UpstreamRequest &request, int requests)
        : m_places(places), m_request(request), m_left(requests), m_open(requests)
    {
    }
    int failures() const { return m_failures; }

protected:
    void run() override
    {
        DirectTransportLimits limits;
        limits.places = &m_places;
        DirectTransport transport(limits);
        QEventLoop loop;
        std::vector<std::unique_ptr<Call>> calls;
        const std::function<void()> next = [&] {
            if (m_left-- <= 0)
                return;
            auto call = std::make_unique<Call>();
            call->recorder.onEnd = [this, &loop, &next, recorder = &call->recorder] {
                m_failures += recorder->isFinished ? 0 : 1;
                if (--m_open == 0)
                    loop.quit();
                next();
            };
            call->exchange = transport.start(m_request, call->recorder);
            calls.push_back(std::move(call));
        };
        for (int atOnce = 0; atOnce < 8; ++atOnce)
            next();
        loop.exec();
    }

private:
    ConnectionPlaces &m_places;
    UpstreamRequest m_request;
    int m_left;
    int m_open;
    std::atomic<int> m_failures{0};
};

} // namespace

class ConnectionLimitsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<tests::TestCertificates> m_certificates;

    void addTransports()
    {
        QTest::addColumn<TransportKind>("kind");
        QTest::newRow("direct") << TransportKind::Direct;
        QTest::newRow("network access") << TransportKind::NetworkAccess;
        if (m_certificates)
            QTest::newRow("network access over TLS") << TransportKind::NetworkAccessTls;
    }
    UpstreamRig makeRig(FakeUpstream::Script script) const
    {
        QFETCH(TransportKind, kind);
        return {kind, m_certificates.get(), std::move(script)};
    }

private slots:
    void initTestCase() { m_certificates = tests::TestCertificates::create(); }

    void waitInOrder_data() { addTransports(); }
    void waitInOrder()
    {
        HeldAnswers answers;
        UpstreamRig rig = makeRig(answers.script());
        std::vector<std::unique_ptr<Call>> calls;
        for (int number = 0; number < 12; ++number) {
            calls.push_back(std::make_unique<Call>());
            calls.back()->exchange =
                rig.transport->start(requestOn(rig.request(), 2, "/" + std::to_string(number)), calls.back()->recorder);
        }
        for (std::size_t answered = 0; answered < 12; ++answered) {
            QTRY_COMPARE(answers.targets.size(), std::min<std::size_t>(answered + 2, 12));
            answers.answerFirst();
            QTRY_VERIFY(answered + 1 == 12 || answers.targets.size() == std::min<std::size_t>(answered + 3, 12));
        }
        for (const auto &call : calls) {
            QTRY_VERIFY(call->recorder.isFinished);
            QCOMPARE(call->recorder.violations, 0);
        }
        QCOMPARE(answers.mostAtOnce, std::size_t(2));
        QCOMPARE(rig.upstream->acceptedConnections(), 2);
        for (std::size_t number = 2; number < 12; ++number) // the first two come on two new connections
            QCOMPARE(answers.targets[number], "/" + std::to_string(number));
    }

    void leaveTheLineWhenTheirClientIsGone_data() { addTransports(); }
    void leaveTheLineWhenTheirClientIsGone()
    {
        HeldAnswers answers;
        UpstreamRig rig = makeRig(answers.script());
        std::vector<std::unique_ptr<Call>> calls;
        for (int number = 0; number < 4; ++number) {
            calls.push_back(std::make_unique<Call>());
            calls.back()->exchange =
                rig.transport->start(requestOn(rig.request(), 1, "/" + std::to_string(number)), calls.back()->recorder);
        }
        QTRY_COMPARE(answers.held(), std::size_t(1));
        calls[1]->exchange.reset();
        answers.answerFirst();
        QTRY_COMPARE(answers.held(), std::size_t(1));
        calls[2]->exchange.reset(); // that one has the connection, and takes it along
        QTRY_COMPARE(answers.targets.size(), std::size_t(3));
        answers.answerFirst(); // of the one that has gone
        answers.answerFirst();
        QTRY_VERIFY(calls[3]->recorder.isFinished);
        QCOMPARE(answers.asked(), std::string("/0 /2 /3"));
        QCOMPARE(calls[1]->recorder.calls, 0);
    }

    void waitNoLongerThanForTheHead_data() { addTransports(); }
    void waitNoLongerThanForTheHead()
    {
        HeldAnswers answers;
        UpstreamRig rig = makeRig(answers.script());
        Call first;
        Call second;
        Call third;
        first.exchange = rig.transport->start(requestOn(rig.request(), 1, "/0"), first.recorder);
        QTRY_COMPARE(answers.held(), std::size_t(1));
        UpstreamRequest hasty = requestOn(rig.request(), 1, "/1");
        hasty.firstByteTimeout = std::chrono::milliseconds(50);
        second.exchange = rig.transport->start(std::move(hasty), second.recorder);
        third.exchange = rig.transport->start(requestOn(rig.request(), 1, "/2"), third.recorder);
        QTRY_VERIFY(second.recorder.error);
        // Nothing that speaks against the provider.
        QCOMPARE(second.recorder.error->code, gateway::ErrorCode::RequestLimited);
        QCOMPARE(second.recorder.error->source, gateway::ErrorSource::Client);
        QVERIFY(second.recorder.error->message.find("max_conns_per_host") != std::string::npos);
        answers.answerFirst();
        QTRY_VERIFY(first.recorder.isFinished);
        QTRY_COMPARE(answers.held(), std::size_t(1));
        answers.answerFirst();
        QTRY_VERIFY(third.recorder.isFinished);
        QCOMPARE(answers.asked(), std::string("/0 /2"));
    }

    // A request that runs in the connect timeout's time is not one that cannot connect.
    void haveTheirTimeToConnectAfterTheWait_data() { addTransports(); }
    void haveTheirTimeToConnectAfterTheWait()
    {
        HeldAnswers answers;
        UpstreamRig rig = makeRig(answers.script());
        Call first;
        Call second;
        const auto connectTime = tests::limitFor([&rig, &answers] {
            Call call;
            call.exchange = rig.transport->start(requestOn(rig.request(), 3), call.recorder);
            QTRY_COMPARE(answers.held(), std::size_t(1));
            answers.answerFirst();
            QTRY_VERIFY(call.recorder.isFinished);
        });
        first.exchange = rig.transport->start(requestOn(rig.request(), 1, "/0"), first.recorder);
        UpstreamRequest waiting = requestOn(rig.request(), 1, "/1");
        waiting.connectTimeout = connectTime;
        second.exchange = rig.transport->start(std::move(waiting), second.recorder);
        QTRY_COMPARE(answers.held(), std::size_t(1));
        QTimer::singleShot(connectTime + std::chrono::milliseconds(100), this, [&answers] { answers.answerFirst(); });
        const int answered = static_cast<int>(connectTime.count()) + 60'000; // that time is long on a busy machine
        QTRY_VERIFY_WITH_TIMEOUT(first.recorder.isFinished, answered);
        QTRY_COMPARE(answers.held(), std::size_t(1));
        answers.answerFirst();
        QTRY_VERIFY(second.recorder.hasEnded());
        QVERIFY2(second.recorder.isFinished, second.recorder.error ? second.recorder.error->message.c_str() : "");
    }

    void endWithTheTransport_data() { addTransports(); }
    void endWithTheTransport()
    {
        HeldAnswers answers;
        UpstreamRig rig = makeRig(answers.script());
        Call first;
        Call second;
        first.exchange = rig.transport->start(requestOn(rig.request(), 1), first.recorder);
        second.exchange = rig.transport->start(requestOn(rig.request(), 1), second.recorder);
        QTRY_COMPARE(answers.held(), std::size_t(1));
        rig.transport.reset();
        second.exchange->pause();
        second.exchange->resume();
        first.exchange.reset();
        second.exchange.reset();
        QTRY_COMPARE(rig.upstream->openConnections(), 0);
        QCOMPARE(second.recorder.calls, 0);
    }

    // Whose connection is idle closes it for the one who waits elsewhere.
    void takeTheIdleConnectionOfAnotherWorker()
    {
        FakeUpstream upstream([](FakePeer &peer, const ReceivedRequest &) { peer.answer(200, {}, "{}"); });
        ConnectionPlaces places;
        DirectTransportLimits limits;
        limits.places = &places;
        DirectTransport one(limits);
        DirectTransport other(limits);
        auto route = std::make_shared<UpstreamRoute>();
        route->scheme = "http";
        route->host = "127.0.0.1";
        route->port = upstream.port();
        UpstreamRequest request;
        request.route = route;
        request.method = "GET";
        request = requestOn(std::move(request), 1);
        for (DirectTransport *transport : {&one, &other, &one}) {
            Call call;
            call.exchange = transport->start(request, call.recorder);
            QTRY_VERIFY(call.recorder.isFinished);
            QCOMPARE(one.idleConnections() + other.idleConnections(), std::size_t(1));
        }
        QCOMPARE(upstream.acceptedConnections(), 3);
        QTRY_COMPARE(upstream.openConnections(), 1);
        // The place of a transport that goes is free.
        auto third = std::make_unique<DirectTransport>(limits);
        Call call;
        call.exchange = third->start(request, call.recorder);
        QTRY_VERIFY(call.recorder.isFinished);
        third.reset();
        Call last;
        last.exchange = other.start(request, last.recorder);
        QTRY_VERIFY(last.recorder.isFinished);
    }

    void countForAllWorkers()
    {
        std::size_t running = 0;
        std::size_t mostAtOnce = 0;
        FakeUpstream upstream([&](FakePeer &peer, const ReceivedRequest &) {
            mostAtOnce = std::max(mostAtOnce, ++running);
            // In the next turn of the loop, so that requests which come at once are seen at once.
            QTimer::singleShot(0, &peer, [&peer, &running] {
                --running;
                peer.answer(200, {}, "{}");
            });
        });
        ConnectionPlaces places;
        auto route = std::make_shared<UpstreamRoute>();
        route->scheme = "http";
        route->host = "127.0.0.1";
        route->port = upstream.port();
        UpstreamRequest request;
        request.route = route;
        request.method = "GET";
        request = requestOn(std::move(request), 3);
        std::vector<std::unique_ptr<Worker>> workers;
        for (int worker = 0; worker < 4; ++worker)
            workers.push_back(std::make_unique<Worker>(places, request, 100));
        for (const auto &worker : workers)
            worker->start();
        for (const auto &worker : workers) {
            QTRY_VERIFY_WITH_TIMEOUT(worker->isFinished(), 60'000);
            QCOMPARE(worker->failures(), 0);
        }
        QCOMPARE(upstream.requests().size(), std::size_t(400));
        QVERIFY(mostAtOnce >= 2);
        QVERIFY2(mostAtOnce <= 3, std::to_string(mostAtOnce).c_str());
    }

    void aChangedNumberCounts()
    {
        HeldAnswers answers;
        FakeUpstream upstream(answers.script());
        DirectTransport transport;
        auto route = std::make_shared<UpstreamRoute>();
        route->scheme = "http";
        route->host = "127.0.0.1";
        route->port = upstream.port();
        UpstreamRequest request;
        request.route = route;
        request.method = "GET";
        std::vector<std::unique_ptr<Call>> calls;
        for (int number = 0; number < 3; ++number) {
            calls.push_back(std::make_unique<Call>());
            calls.back()->exchange = transport.start(requestOn(request, 1), calls.back()->recorder);
        }
        QTRY_COMPARE(answers.held(), std::size_t(1));
        for (int number = 0; number < 2; ++number) {
            calls.push_back(std::make_unique<Call>());
            calls.back()->exchange = transport.start(requestOn(request, 2), calls.back()->recorder);
        }
        QTRY_COMPARE(answers.held(), std::size_t(3));
        while (answers.targets.size() < 5 || answers.held() > 0) {
            QTRY_VERIFY(answers.held() > 0);
            answers.answerFirst();
        }
        for (const auto &call : calls)
            QTRY_VERIFY(call->recorder.isFinished);
    }
};

QTEST_GUILESS_MAIN(ConnectionLimitsTest)
#include "tst_connection_limits.moc"
