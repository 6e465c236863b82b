// A small HTTP (CONNECT and absolute-form) and SOCKS5 proxy for tests; it only ever connects to loopback.
#pragma once

#include <string>
#include <vector>

#include <QtCore/QByteArray>
#include <QtNetwork/QTcpServer>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace tests {

class FakeProxy : public QTcpServer {
    Q_OBJECT
public:
    enum class Kind { Http, Socks5 };
    enum class Mood { Willing, Refusing, AsksForPassword };

    explicit FakeProxy(Kind kind, Mood mood = Mood::Willing);

    std::uint16_t port() const { return serverPort(); }
    // "host:port" as the client asked for it, one for each connection that was made.
    const std::vector<std::string> &destinations() const { return m_destinations; }
    static constexpr char username[] = "user";
    static constexpr char password[] = "pass";

private:
    void serve(QTcpSocket *client);
    void readHttp(QTcpSocket *client, QByteArray &received);
    void readSocks(QTcpSocket *client, QByteArray &received, int &step);
    void openTunnel(QTcpSocket *client, const QByteArray &host, quint16 port, const QByteArray &greeting,
                    const QByteArray &firstBytes);

    Kind m_kind;
    Mood m_mood;
    std::vector<std::string> m_destinations;
};

} // namespace tests
