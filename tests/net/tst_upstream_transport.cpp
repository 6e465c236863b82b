// The suite that every transport passes, one data row each.
#include "tests/net/upstream_rig.h"

#include <functional>
#include <string_view>
#include <vector>

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtTest/QTest>

using gateway::ErrorCode;
using tests::ExchangeRecorder;
using tests::FakePeer;
using tests::ReceivedRequest;
using tests::TransportKind;
using tests::UpstreamRig;

namespace {

const std::string wholeAnswer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nhello world";
const std::string chunkedAnswer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
                                  "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n";
const std::string endlessHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

std::string chunk(const std::string &text)
{
    return QByteArray::number(text.size(), 16).toStdString() + "\r\n" + text + "\r\n";
}

tests::FakeUpstream::Script sending(std::string bytes)
{
    return [bytes](FakePeer &peer, const ReceivedRequest &) { peer.send(bytes); };
}

// Whether the next exchange of the rig goes over a connection that was there before.
bool isOnAKeptConnection(UpstreamRig &rig)
{
    ExchangeRecorder recorder;
    const auto exchange = rig.start(recorder);
    if (!QTest::qWaitFor([&recorder] { return recorder.isFinished; }))
        qFatal("no answer");
    return recorder.head->isReusedConnection;
}

} // namespace

class TestUpstreamTransport : public QObject {
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
    UpstreamRig makeRig(tests::FakeUpstream::Script script) const
    {
        QFETCH(TransportKind, kind);
        return UpstreamRig(kind, m_certificates.get(), std::move(script));
    }
    std::chrono::milliseconds limitForACall() const
    {
        return tests::limitFor([this] {
            UpstreamRig rig = makeRig(sending(wholeAnswer));
            ExchangeRecorder recorder;
            const auto exchange = rig.start(recorder);
            QTRY_VERIFY_WITH_TIMEOUT(recorder.isFinished, 10000);
        });
    }

    // Of the last call, with those of earlier calls in `firstSendings`. Qt's manager sends again on its own account: what
    // it does more than we would is told, and ended at once.
    static void checkSendings(const UpstreamRig &rig, const ExchangeRecorder &recorder, int firstSendings, int allowed)
    {
        QFETCH(TransportKind, kind);
        const int seen = static_cast<int>(rig.upstream->requests().size());
        if (kind == TransportKind::Direct) {
            QCOMPARE(recorder.secondSendings, allowed);
            QCOMPARE(seen, firstSendings + allowed);
        } else {
            QVERIFY2(recorder.secondSendings <= allowed + 1, std::to_string(recorder.secondSendings).c_str());
            QVERIFY2(seen <= firstSendings + recorder.secondSendings, std::to_string(seen).c_str());
        }
    }

    void addCuts()
    {
        QTest::addColumn<TransportKind>("kind");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("part");
        std::vector<std::pair<QByteArray, TransportKind>> kinds{{"direct", TransportKind::Direct},
                                                                {"network access", TransportKind::NetworkAccess}};
        if (m_certificates)
            kinds.emplace_back("network access over TLS", TransportKind::NetworkAccessTls);
        for (const auto &[name, kind] : kinds) {
            QTest::newRow(QByteArray(name + ", in content-length").constData())
                << kind << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello") << QByteArray("hello");
            QTest::newRow(QByteArray(name + ", in a chunk").constData())
                << kind << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhello")
                << QByteArray("hello");
            QTest::newRow(QByteArray(name + ", between chunks").constData())
                << kind << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
                << QByteArray("hello");
        }
    }
    void checkCut(const std::function<void(FakePeer &, std::string_view)> &cut) const
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, part);
        UpstreamRig rig = makeRig([&](FakePeer &peer, const ReceivedRequest &) { cut(peer, bytes.toStdString()); });
        ExchangeRecorder recorder;
        const auto exchange = rig.start(recorder);
        QTRY_VERIFY(recorder.hasEnded());
        QVERIFY(recorder.error);
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamReset);
        QVERIFY2(recorder.error->message.find("before its answer was complete") != std::string::npos,
                 recorder.error->message.c_str());
        QCOMPARE(recorder.body, part.toStdString());
        QCOMPARE(recorder.violations, 0);
    }

private slots:
    void initTestCase()
    {
        m_certificates = tests::TestCertificates::create();
        if (!m_certificates)
            qWarning("There is no openssl command: the rows over TLS are left out.");
    }

    void sendsTheRequestAsGiven_data() { addTransports(); }
    void sendsTheRequestAsGiven()
    {
        UpstreamRig rig = makeRig(sending(wholeAnswer));
        ExchangeRecorder recorder;
        gateway::net::UpstreamRequest request = rig.request("POST", std::string(100'000, 'b'));
        request.headers.add("X-Two", "a");
        const auto exchange = rig.transport->start(request, recorder);
        QTRY_VERIFY(recorder.hasEnded());
        QCOMPARE(rig.upstream->requests().size(), std::size_t(1));
        const ReceivedRequest &received = rig.upstream->requests().front();
        QCOMPARE(received.method, std::string("POST"));
        QCOMPARE(received.target, std::string("/v1/chat/completions?x=1%20a"));
        QCOMPARE(received.body, std::string(100'000, 'b'));
        QCOMPARE(std::string(received.headers.value("authorization")), std::string("Bearer key"));
        QCOMPARE(std::string(received.headers.value("x-two")), std::string("a"));
        QCOMPARE(std::string(received.headers.value("host")), "127.0.0.1:" + std::to_string(rig.upstream->port()));
        QVERIFY(!received.headers.contains("cookie"));
        QVERIFY(exchange->timing().connectedAt && exchange->timing().sentAt && exchange->timing().headAt);
    }

    void sendsABodyWithAReplacedStretch_data() { addTransports(); }
    void sendsABodyWithAReplacedStretch()
    {
        UpstreamRig rig = makeRig(sending(wholeAnswer));
        const auto original =
            std::make_shared<const std::string>("{\"model\":\"a/b\"," + std::string(500'000, ' ') + "}");
        std::string expected = *original;
        expected.replace(9, 5, "\"longer\"");
        ExchangeRecorder recorder;
        gateway::net::UpstreamRequest request = rig.request();
        request.body = gateway::net::UpstreamBody(original, 9, 5, "\"longer\"");
        const auto exchange = rig.transport->start(request, recorder);
        QTRY_VERIFY(recorder.hasEnded());
        QVERIFY(rig.upstream->requests().front().body == expected);
    }

    // A signed request is refused by AWS when an escape changes on its way.
    void keepsEscapesOfThePath_data() { addTransports(); }
    void keepsEscapesOfThePath()
    {
        UpstreamRig rig = makeRig(sending(wholeAnswer));
        ExchangeRecorder recorder;
        gateway::net::UpstreamRequest request = rig.request("POST", "{}");
        request.target = "/model/arn%3Aaws%3Abedrock%2Fanthropic.claude-v1%3A0%2B/converse-stream";
        const auto exchange = rig.transport->start(request, recorder);
        QTRY_VERIFY(recorder.hasEnded());
        QCOMPARE(rig.upstream->requests().front().target, request.target);
    }

    void neverCallsBackFromInsideStart_data() { addTransports(); }
    void neverCallsBackFromInsideStart()
    {
        UpstreamRig rig = makeRig(sending(wholeAnswer));
        auto closedPort = std::make_shared<gateway::net::UpstreamRoute>(*rig.route);
        rig.upstream->close();
        ExchangeRecorder recorder;
        const auto exchange = rig.start(recorder);
        QCOMPARE(recorder.calls, 0);
        QTRY_VERIFY(recorder.error);
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamUnreachable);
        QCOMPARE(recorder.error->message,
                 "Nothing listens at 127.0.0.1:" + std::to_string(rig.route->port) + ". Is the server running?");
    }

    void refusesAFieldWithALineBreak_data() { addTransports(); }
    void refusesAFieldWithALineBreak()
    {
        UpstreamRig rig = makeRig(sending(wholeAnswer));
        ExchangeRecorder recorder;
        gateway::net::UpstreamRequest request = rig.request();
        request.headers.add("X-Bad", "a\r\nX-Smuggled: 1");
        const auto exchange = rig.transport->start(request, recorder);
        QCOMPARE(recorder.calls, 0);
        QTRY_VERIFY(recorder.error);
        QCOMPARE(recorder.error->code, ErrorCode::InvalidRequest);
        QCOMPARE(rig.upstream->acceptedConnections(), 0);
    }

    void readsAnAnswer_data()
    {
        QTest::addColumn<TransportKind>("kind");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("pieceSize");
        QTest::addColumn<bool>("mustClose");
        std::vector<std::pair<QByteArray, TransportKind>> kinds{{"direct", TransportKind::Direct},
                                                                {"network access", TransportKind::NetworkAccess}};
        if (m_certificates)
            kinds.emplace_back("network access over TLS", TransportKind::NetworkAccessTls);
        const QByteArray whole = QByteArray::fromStdString(wholeAnswer);
        const QByteArray chunked = QByteArray::fromStdString(chunkedAnswer);
        const QByteArray untilClose = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nhello world";
        for (const auto &[name, kind] : kinds) {
            for (const int size : {1, 7, 1000}) {
                const QByteArray suffix = ", pieces of " + QByteArray::number(size);
                QTest::newRow(QByteArray(name + ", whole" + suffix).constData()) << kind << whole << size << false;
                QTest::newRow(QByteArray(name + ", chunked" + suffix).constData()) << kind << chunked << size << false;
                QTest::newRow(QByteArray(name + ", until close" + suffix).constData())
                    << kind << untilClose << size << true;
                QTest::newRow(QByteArray(name + ", after 100 Continue" + suffix).constData())
                    << kind << "HTTP/1.1 100 Continue\r\n\r\n" + whole << size << false;
            }
        }
    }
    void readsAnAnswer()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, pieceSize);
        QFETCH(bool, mustClose);
        UpstreamRig rig = makeRig([&](FakePeer &peer, const ReceivedRequest &) {
            peer.sendInPieces(bytes.toStdString(), static_cast<std::size_t>(pieceSize));
            if (mustClose)
                peer.close();
        });
        ExchangeRecorder recorder;
        const auto exchange = rig.start(recorder);
        QTRY_VERIFY(recorder.hasEnded());
        QVERIFY2(recorder.isFinished, recorder.error ? recorder.error->message.c_str() : "");
        QCOMPARE(recorder.head->status, 200);
        QCOMPARE(std::string(recorder.head->headers.value("content-type")), std::string("text/plain"));
        QVERIFY(!recorder.head->headers.contains("transfer-encoding"));
        QCOMPARE(recorder.body, std::string("hello world"));
        QCOMPARE(recorder.violations, 0);
    }

    void readsAnAnswerCutAnywhere_data() { addTransports(); }
    void readsAnAnswerCutAnywhere()
    {
        std::size_t cut = 0;
        UpstreamRig rig =
            makeRig([&cut](FakePeer &peer, const ReceivedRequest &) { peer.sendInPieces(chunkedAnswer, cut); });
        for (cut = 1; cut < chunkedAnswer.size(); ++cut) {
            ExchangeRecorder recorder;
            const auto exchange = rig.start(recorder);
            QTRY_VERIFY(recorder.hasEnded());
            QVERIFY(recorder.isFinished);
            QCOMPARE(recorder.body, std::string("hello world"));
        }
    }

    void passesEventsOnWhenTheyCome_data() { addTransports(); }
    void passesEventsOnWhenTheyCome()
    {
        UpstreamRig rig = makeRig(sending(endlessHead));
        ExchangeRecorder recorder;
        const auto exchange = rig.start(recorder);
        QTRY_VERIFY(recorder.head);
        std::string expected;
        for (int event = 0; event < 5; ++event) {
            const std::string text = "data: {\"n\":" + std::to_string(event) + "}\n\n";
            expected += text;
            rig.upstream->lastPeer()->send(chunk(text));
            QTRY_COMPARE(recorder.body, expected); // before the next one is sent
        }
        rig.upstream->lastPeer()->send("0\r\n\r\n");
        QTRY_VERIFY(recorder.isFinished);
    }

    void leavesTheContentEncodingAlone_data() { addTransports(); }
    void leavesTheContentEncodingAlone()
    {
        const std::string gzip("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xab\xae\x05\x00\x43\xbf\xa6\xa3\x02\x00\x00",
                               21);
        UpstreamRig rig = makeRig([&gzip](FakePeer &peer, const ReceivedRequest &) {
            peer.answer(200, {{"Content-Encoding", "gzip"}}, gzip);
        });
        for (const bool isAsked : {true, false}) {
            ExchangeRecorder recorder;
            gateway::net::UpstreamRequest request = rig.request();
            if (isAsked)
                request.headers.add("Accept-Encoding", "gzip, br");
            const auto exchange = rig.transport->start(request, recorder);
            QTRY_VERIFY(recorder.hasEnded());
            QVERIFY(recorder.isFinished);
            QCOMPARE(recorder.body, gzip);
            QCOMPARE(std::string(recorder.head->headers.value("content-encoding")), std::string("gzip"));
            const std::string sent(rig.upstream->requests().back().headers.value("accept-encoding"));
            QVERIFY(isAsked ? sent == "gzip, br" : sent.empty() || sent == "identity");
        }
    }

    void givesErrorsAndRedirectsAsTheyAre_data()
    {
        QTest::addColumn<TransportKind>("kind");
        QTest::addColumn<int>("status");
        for (const int status : {301, 307, 400, 401, 403, 404, 407, 429, 500, 503, 529}) {
            QTest::addRow("direct, %d", status) << TransportKind::Direct << status;
            if (status != 407) // to a manager that is the proxy speaking
                QTest::addRow("network access, %d", status) << TransportKind::NetworkAccess << status;
        }
    }
    void givesErrorsAndRedirectsAsTheyAre()
    {
        QFETCH(int, status);
        UpstreamRig rig = makeRig([status](FakePeer &peer, const ReceivedRequest &) {
            peer.answer(status, {{"Location", "/elsewhere"}, {"WWW-Authenticate", "Basic realm=\"x\""}},
                        "{\"error\":1}");
        });
        ExchangeRecorder recorder;
        const auto exchange = rig.start(recorder);
        QTRY_VERIFY(recorder.hasEnded());
        QVERIFY2(recorder.isFinished, recorder.error ? recorder.error->message.c_str() : "");
        QCOMPARE(recorder.head->status, status);
        QCOMPARE(recorder.body, std::string("{\"error\":1}"));
        QCOMPARE(rig.upstream->requests().size(), std::size_t(1));
    }

    void knowsAnswersWithoutABody_data() { addTransports(); }
    void knowsAnswersWithoutABody()
    {
        UpstreamRig rig = makeRig([](FakePeer &peer, const ReceivedRequest &request) {
            peer.send(request.method == "HEAD" ? "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"
                                               : "HTTP/1.1 204 No Content\r\n\r\n");
        });
        for (const char *method : {"HEAD", "DELETE", "GET"}) {
            ExchangeRecorder recorder;
            const auto exchange = rig.start(recorder, method);
            QTRY_VERIFY(recorder.isFinished);
            QCOMPARE(recorder.byteCount, std::uint64_t(0));
            QCOMPARE(rig.upstream->requests().back().method, std::string(method));
        }
    }

    void failsWhenTheAnswerIsCut_data() { addCuts(); }
    void failsWhenTheAnswerIsCut()
    {
        checkCut([](FakePeer &peer, std::string_view bytes) {
            peer.send(bytes);
            peer.close();
        });
    }

    // What a thread sees that got no core while the last bytes and the end arrived.
    void failsWhenTheEndComesWithTheLastBytes_data() { addCuts(); }
    void failsWhenTheEndComesWithTheLastBytes()
    {
        checkCut([](FakePeer &peer, std::string_view bytes) { peer.sendAndClose(bytes); });
    }

    void failsWhenThePeerResets_data() { addTransports(); }
    void failsWhenThePeerResets()
    {
        UpstreamRig rig = makeRig(sending(endlessHead + chunk("hello")));
        ExchangeRecorder recorder;
        const auto exchange = rig.start(recorder);
        QTRY_COMPARE(recorder.body, std::string("hello"));
        rig.upstream->lastPeer()->reset();
        QTRY_VERIFY(recorder.error);
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamReset);
    }

    void failsWhenThePeerClosesBeforeItAnswers_data() { addTransports(); }
    void failsWhenThePeerClosesBeforeItAnswers()
    {
        UpstreamRig rig = makeRig([](FakePeer &peer, const ReceivedRequest &) { peer.close(); });
        ExchangeRecorder recorder;
        const auto exchange = rig.start(recorder);
        QTRY_VERIFY(recorder.error);
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamReset);
        checkSendings(rig, recorder, 1, 0); // it may have worked on it
    }

    void failsWhenTheAnswerIsNotHttp_data() { addTransports(); }
    void failsWhenTheAnswerIsNotHttp()
    {
        UpstreamRig rig = makeRig([](FakePeer &peer, const ReceivedRequest &) {
            peer.send("220 mail.example ESMTP\r\n\r\n");
            peer.close();
        });
        ExchangeRecorder recorder;
        const auto exchange = rig.start(recorder);
        QTRY_VERIFY(recorder.error);
        // Qt's own parser gives up without saying why.
        QFETCH(TransportKind, kind);
        QCOMPARE(recorder.error->code,
                 kind == TransportKind::Direct ? ErrorCode::UpstreamProtocol : ErrorCode::UpstreamReset);
    }

    void timesOutWithoutAHead_data() { addTransports(); }
    void timesOutWithoutAHead()
    {
        UpstreamRig rig = makeRig(nullptr);
        ExchangeRecorder recorder;
        gateway::net::UpstreamRequest request = rig.request();
        request.firstByteTimeout = limitForACall();
        const auto exchange = rig.transport->start(request, recorder);
        QTRY_VERIFY_WITH_TIMEOUT(recorder.error, 30000);
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamTimedOut);
        QVERIFY2(recorder.error->message.find("did not begin to answer within ") != std::string::npos,
                 recorder.error->message.c_str());
        QTRY_COMPARE(rig.upstream->openConnections(), 0);
    }

    void timesOutInsideTheBody_data() { addTransports(); }
    void timesOutInsideTheBody()
    {
        UpstreamRig rig = makeRig(sending(endlessHead + chunk("hello")));
        ExchangeRecorder recorder;
        gateway::net::UpstreamRequest request = rig.request();
        request.idleTimeout = std::chrono::milliseconds(200);
        const auto exchange = rig.transport->start(request, recorder);
        QTRY_VERIFY(recorder.error);
        QCOMPARE(recorder.body, std::string("hello"));
        QCOMPARE(recorder.error->code, ErrorCode::UpstreamTimedOut);
        QVERIFY(recorder.error->message.find("fell silent") != std::string::npos);
    }

    void doesNotCallASlowHeadAConnectTimeout_data() { addTransports(); }
    void doesNotCallASlowHeadAConnectTimeout()
    {
        UpstreamRig rig = makeRig(sending(wholeAnswer));
        auto route = std::make_shared<gateway::net::UpstreamRoute>(*rig.route);
        route->connectTimeout = limitForACall();
        rig.route = route;
        const auto later = route->connectTimeout + std::chrono::milliseconds(300);
        for (int round = 0; round < 2; ++round) { // the second on the connection of the first
            rig.upstream->setScript([later](FakePeer &peer, const ReceivedRequest &) {
                QTimer::singleShot(later, &peer, [&peer] { peer.send(wholeAnswer); });
            });
            ExchangeRecorder recorder;
            const auto exchange = rig.start(recorder);
            QTRY_VERIFY_WITH_TIMEOUT(recorder.hasEnded(), 30000);
            QVERIFY2(recorder.isFinished, recorder.error ? recorder.error->message.c_str() : "");
            QCOMPARE(recorder.head->isReusedConnection, round == 1);
        }
    }

    void doesNotCountAPauseAsSilence_data() { addTransports(); }
    void doesNotCountAPauseAsSilence()
    {
        UpstreamRig rig = makeRig(sending(endlessHead + chunk("hello")));
        ExchangeRecorder recorder;
        gateway::net::UpstreamRequest request = rig.request();
        request.idleTimeout = std::chrono::milliseconds(150);
        const auto exchange = rig.transport->start(request, recorder);
        QTRY_COMPARE(recorder.body, std::string("hello"));
        exchange->pause();
        recorder.isPaused = true;
        QTest::qWait(500); // the time itself is what is tested
        QVERIFY(!recorder.error);
        recorder.isPaused = false;
        exchange->resume();
        rig.upstream->lastPeer()->send(chunk("more") + "0\r\n\r\n");
        QTRY_VERIFY(recorder.isFinished);
        QCOMPARE(recorder.violations, 0);
    }

    void letsBackPressureReachThePeer_data() { addTransports(); }
    void letsBackPressureReachThePeer()
    {
        constexpr std::size_t size = 64 * 1024 * 1024;
        UpstreamRig rig = makeRig([](FakePeer &peer, const ReceivedRequest &) {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n");
            peer.send(std::string(size, 'x'));
        });
        ExchangeRecorder recorder;
        recorder.mustKeepBody = false;
        std::unique_ptr<gateway::net::UpstreamExchange> exchange;
        recorder.onHead = [&] {
            exchange->pause();
            recorder.isPaused = true;
        };
        exchange = rig.start(recorder);
        QTRY_VERIFY(recorder.head);
        qint64 before = -1;
        const auto hasSettled = [&] {
            const qint64 unsent = rig.upstream->lastPeer()->unsentBytes();
            return std::exchange(before, unsent) == unsent;
        };
        QTRY_VERIFY(hasSettled());
        QTest::qWait(300); // what still moves after this would be buffering without end
        // The system's own buffers on both sides grow with the speed: Linux may be set to 32 MB for receiving alone
        // (tcp_rmem). Without back-pressure nothing would be left unsent.
        QVERIFY2(rig.upstream->lastPeer()->unsentBytes() > qint64(size) / 4,
                 qPrintable(QString::number(rig.upstream->lastPeer()->unsentBytes())));
        QCOMPARE(recorder.byteCount, std::uint64_t(0));
        recorder.isPaused = false;
        exchange->resume();
        QTRY_VERIFY_WITH_TIMEOUT(recorder.isFinished, 30'000);
        QCOMPARE(recorder.byteCount, std::uint64_t(size));
        QCOMPARE(recorder.violations, 0);
    }

    void pausesBetweenAnyTwoPieces_data() { addTransports(); }
    void pausesBetweenAnyTwoPieces()
    {
        UpstreamRig rig = makeRig(sending(chunkedAnswer)); // both chunks in one read
        ExchangeRecorder recorder;
        std::unique_ptr<gateway::net::UpstreamExchange> exchange;
        int pauses = 0;
        recorder.onBytes = [&] {
            exchange->pause();
            recorder.isPaused = true;
            ++pauses;
            QTimer::singleShot(0, rig.upstream.get(), [&] {
                recorder.isPaused = false;
                exchange->resume();
            });
        };
        exchange = rig.start(recorder);
        QTRY_VERIFY(recorder.isFinished);
        QCOMPARE(recorder.body, std::string("hello world"));
        QCOMPARE(recorder.violations, 0);
        QVERIFY(pauses >= 1);
    }

    void closesThePeersConnectionOnAbort_data() { addTransports(); }
    void closesThePeersConnectionOnAbort()
    {
        UpstreamRig rig = makeRig(sending(endlessHead + chunk("hello")));
        ExchangeRecorder recorder;
        auto exchange = rig.start(recorder);
        QTRY_COMPARE(recorder.body, std::string("hello"));
        const int calls = recorder.calls;
        exchange.reset();
        QTRY_COMPARE(rig.upstream->openConnections(), 0);
        QCOMPARE(recorder.calls, calls);
    }

    void mayBeDestroyedInsideEachCall_data() { addTransports(); }
    void mayBeDestroyedInsideEachCall()
    {
        UpstreamRig rig = makeRig(sending(chunkedAnswer));
        for (int place = 0; place < 4; ++place) {
            ExchangeRecorder recorder;
            std::unique_ptr<gateway::net::UpstreamExchange> exchange;
            const auto destroy = [&exchange] { exchange.reset(); };
            if (place == 0)
                recorder.onHead = destroy;
            else if (place == 1)
                recorder.onBytes = destroy;
            else
                recorder.onEnd = destroy;
            if (place == 3) // the failing end
                rig.upstream->setScript([](FakePeer &peer, const ReceivedRequest &) {
                    peer.send(endlessHead);
                    peer.close();
                });
            exchange = rig.start(recorder);
            QTRY_VERIFY(!exchange);
            QCOMPARE(recorder.violations, 0);
        }
    }

    void runsTwentyStreamsToOneHostAtOnce_data() { addTransports(); }
    void runsTwentyStreamsToOneHostAtOnce()
    {
        std::vector<QPointer<FakePeer>> peers;
        UpstreamRig rig = makeRig([&peers](FakePeer &peer, const ReceivedRequest &) {
            peer.send(endlessHead + chunk("first"));
            peers.emplace_back(&peer);
        });
        std::vector<std::unique_ptr<ExchangeRecorder>> recorders;
        std::vector<std::unique_ptr<gateway::net::UpstreamExchange>> exchanges;
        for (int stream = 0; stream < 20; ++stream) {
            recorders.push_back(std::make_unique<ExchangeRecorder>());
            exchanges.push_back(rig.start(*recorders.back()));
        }
        for (const auto &recorder : recorders) // all have begun before any ends
            QTRY_COMPARE_WITH_TIMEOUT(recorder->body, std::string("first"), 10'000);
        QCOMPARE(peers.size(), std::size_t(20));
        for (const QPointer<FakePeer> &peer : peers)
            peer->send("0\r\n\r\n");
        for (const auto &recorder : recorders)
            QTRY_VERIFY(recorder->isFinished);
    }

    void reusesItsConnection_data() { addTransports(); }
    void reusesItsConnection()
    {
        UpstreamRig rig = makeRig(sending(chunkedAnswer));
        for (int round = 0; round < 5; ++round) {
            ExchangeRecorder recorder;
            const auto exchange = rig.start(recorder);
            QTRY_VERIFY(recorder.isFinished);
            QCOMPARE(recorder.head->isReusedConnection, round > 0);
            QCOMPARE(exchange->timing().connectedAt.has_value(), round == 0);
            QCOMPARE(recorder.secondSendings, 0);
        }
        QCOMPARE(rig.upstream->acceptedConnections(), 1);
    }

    void usesNoConnectionFromBeforeASleep_data() { addTransports(); }
    void usesNoConnectionFromBeforeASleep()
    {
        UpstreamRig rig = makeRig(sending(chunkedAnswer));
        const auto isReused = [&rig] { return isOnAKeptConnection(rig); };
        QVERIFY(!isReused());
        *rig.asleep = std::chrono::milliseconds(200); // what clocks differ by is no sleep
        QVERIFY(isReused());
        *rig.asleep = std::chrono::hours(8);
        QVERIFY(!isReused());
        QVERIFY(isReused());
        QCOMPARE(rig.upstream->acceptedConnections(), 2);
    }

    void usesNoConnectionFromBeforeAChangeOfTheNetwork_data() { addTransports(); }
    void usesNoConnectionFromBeforeAChangeOfTheNetwork()
    {
        UpstreamRig rig = makeRig(sending(chunkedAnswer));
        const auto isReused = [&rig] { return isOnAKeptConnection(rig); };
        QVERIFY(!isReused());
        QVERIFY(isReused());
        rig.network->note();
        QVERIFY(!isReused());
        QVERIFY(isReused());
        QCOMPARE(rig.upstream->acceptedConnections(), 2);
    }

    void survivesAConnectionThatTheServerDropped_data() { addTransports(); }
    void survivesAConnectionThatTheServerDropped()
    {
        UpstreamRig rig = makeRig(sending(wholeAnswer));
        ExchangeRecorder first;
        const auto exchange = rig.start(first);
        QTRY_VERIFY(first.isFinished);
        // The server's close and our next request cross each other.
        const QPointer<FakePeer> peer = rig.upstream->lastPeer();
        rig.upstream->setScript([peer](FakePeer &receiver, const ReceivedRequest &) {
            if (&receiver == peer)
                receiver.reset();
            else
                receiver.send(wholeAnswer);
        });
        ExchangeRecorder second;
        const auto next = rig.start(second);
        QTRY_VERIFY(second.hasEnded());
        QVERIFY2(second.isFinished, second.error ? second.error->message.c_str() : "");
        QCOMPARE(second.secondSendings, 1);
        QCOMPARE(second.violations, 0);
        QCOMPARE(rig.upstream->requests().size(), std::size_t(3));
    }

    void sendsAgainOnlyOnce_data() { addTransports(); }
    void sendsAgainOnlyOnce()
    {
        UpstreamRig rig = makeRig(sending(wholeAnswer));
        ExchangeRecorder first;
        const auto exchange = rig.start(first);
        QTRY_VERIFY(first.isFinished);
        rig.upstream->setScript([](FakePeer &peer, const ReceivedRequest &) { peer.reset(); });
        ExchangeRecorder second;
        const auto next = rig.start(second);
        QTRY_VERIFY(second.hasEnded());
        QVERIFY(second.error);
        QCOMPARE(second.error->code, ErrorCode::UpstreamReset);
        checkSendings(rig, second, 2, 1);
    }

    void mayOutliveItsTransport_data() { addTransports(); }
    void mayOutliveItsTransport()
    {
        UpstreamRig rig = makeRig(sending(endlessHead + chunk("hello")));
        ExchangeRecorder recorder;
        auto exchange = rig.start(recorder);
        QTRY_COMPARE(recorder.body, std::string("hello"));
        rig.transport.reset();
        const int calls = recorder.calls;
        QTRY_COMPARE(rig.upstream->openConnections(), 0);
        exchange->resume();
        exchange.reset();
        QCOMPARE(recorder.calls, calls);
    }
};

QTEST_GUILESS_MAIN(TestUpstreamTransport)
#include "tst_upstream_transport.moc"
