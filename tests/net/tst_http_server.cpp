#include "gateway/net/http/http_server.h"

#include "gateway/net/http/http_connection.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <vector>

using namespace gateway;
using namespace gateway::net;

namespace {

bool hasIpv6()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHostIPv6);
}

} // namespace

class HttpServerTest : public QObject {
    Q_OBJECT

    std::vector<std::unique_ptr<QTcpSocket>> m_accepted;

    void accept(qintptr descriptor)
    {
        auto socket = std::make_unique<QTcpSocket>();
        QVERIFY(socket->setSocketDescriptor(descriptor));
        m_accepted.push_back(std::move(socket));
    }

private slots:
    void cleanup() { m_accepted.clear(); }

    void handsOutEachDescriptor()
    {
        HttpServer server([this](qintptr descriptor) { accept(descriptor); });
        const auto port = server.listen({QHostAddress(QHostAddress::LocalHost)}, 0);
        QVERIFY(port.has_value());
        QVERIFY(*port != 0);
        QCOMPARE(server.port(), *port);
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int count = 0; count < 20; ++count) {
            clients.push_back(std::make_unique<QTcpSocket>());
            clients.back()->connectToHost(QHostAddress(QHostAddress::LocalHost), *port);
        }
        QTRY_COMPARE(m_accepted.size(), std::size_t{20});
        m_accepted.front()->write("hello");
        QTRY_VERIFY(clients.front()->bytesAvailable() == 5);
    }

    void listensOnSeveralAddressesOfOnePort()
    {
        HttpServer server([this](qintptr descriptor) { accept(descriptor); });
        const auto port =
            server.listen({QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)}, 0);
        QVERIFY(port.has_value());
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), *port);
        QTRY_COMPARE(m_accepted.size(), std::size_t{1});
        if (!hasIpv6())
            return; // and it has listened all the same
        QTcpSocket other;
        other.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), *port);
        QTRY_COMPARE(m_accepted.size(), std::size_t{2});
    }

    void namesTheHolderOfABusyPortAndAFreeOne()
    {
        QTcpServer holder;
        QVERIFY(holder.listen(QHostAddress::LocalHost));
        HttpServer server([](qintptr) {});
        const auto result = server.listen({QHostAddress(QHostAddress::LocalHost)}, holder.serverPort());
        QVERIFY(!result.has_value());
        QVERIFY(!server.isListening());
        QCOMPARE(result.error().code, ErrorCode::Conflict);
        QVERIFY(server.nextFreePort().has_value());
        QVERIFY(*server.nextFreePort() > holder.serverPort());
        std::string expected = "Port " + std::to_string(holder.serverPort()) + " is used by ";
#ifdef Q_OS_LINUX
        // The kernel keeps fifteen characters of a name.
        expected += QCoreApplication::applicationName().left(15).toStdString() + " ("
                    + std::to_string(QCoreApplication::applicationPid()) + ").";
#else
        expected += "another program.";
#endif
        expected += " Port " + std::to_string(*server.nextFreePort()) + " is free.";
        QCOMPARE(result.error().message, expected);
        QVERIFY(server.listen({QHostAddress(QHostAddress::LocalHost)}, *server.nextFreePort()).has_value());
    }

    void listensNowhereWhenOneAddressIsBusy()
    {
        if (!hasIpv6())
            QSKIP("needs a second address");
        QTcpServer holder;
        QVERIFY(holder.listen(QHostAddress::LocalHostIPv6));
        HttpServer server([](qintptr) {});
        const auto result = server.listen(
            {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)}, holder.serverPort());
        QVERIFY(!result.has_value());
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost, holder.serverPort()));
    }

    void saysWhichAddressIsNotThere()
    {
        HttpServer server([](qintptr) {});
        const auto result = server.listen({QHostAddress(QStringLiteral("192.0.2.1"))}, 0);
        QVERIFY(!result.has_value());
        QVERIFY(result.error().message.find("192.0.2.1") != std::string::npos);
    }

    void freesThePortWhenClosed()
    {
        HttpServer server([](qintptr) {});
        const auto port = server.listen({QHostAddress(QHostAddress::LocalHost)}, 0);
        server.close();
        QVERIFY(!server.isListening());
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost, *port));
        QVERIFY(!findPortHolder(1).has_value() || findPortHolder(1)->processId > 0);
    }
};

QTEST_GUILESS_MAIN(HttpServerTest)
#include "tst_http_server.moc"
