#include "tests/support/gateway_under_test.h"

#include "tests/support/source_tree.h"

#include <optional>

#include <QFile>
#include <QTest>

namespace tests {

using namespace gateway;

namespace {

constexpr int longestWait = 30'000;

// RFC 9112 §7.1; empty when it is not whole.
std::optional<QByteArray> withoutChunks(QByteArray framed)
{
    QByteArray body;
    while (true) {
        const auto lineEnd = framed.indexOf("\r\n");
        if (lineEnd < 0)
            return std::nullopt;
        const int size = framed.left(lineEnd).toInt(nullptr, 16);
        if (size == 0)
            return body;
        if (framed.size() < lineEnd + 4 + size)
            return std::nullopt;
        body += framed.mid(lineEnd + 2, size);
        framed.remove(0, lineEnd + 4 + size);
    }
}

// What came of a broken body, for a look at its events.
QByteArray piecesOf(QByteArray framed)
{
    QByteArray body;
    while (true) {
        const auto lineEnd = framed.indexOf("\r\n");
        const int size = lineEnd < 0 ? 0 : framed.left(lineEnd).toInt(nullptr, 16);
        if (size == 0)
            return body;
        body += framed.mid(lineEnd + 2, size);
        framed.remove(0, lineEnd + 4 + size);
    }
}

} // namespace

ClientCall::ClientCall(quint16 port, const QByteArray &method, const QByteArray &path, const QByteArray &body,
                       const QByteArray &headers)
{
    QByteArray request = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
                         + "\r\nConnection: close\r\n" + headers;
    if (!body.isEmpty())
        request += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    request += "\r\n" + body;
    connect(&m_socket, &QTcpSocket::connected, this, [this, request] { m_socket.write(request); });
    connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_received += m_socket.readAll(); });
    connect(&m_socket, &QTcpSocket::disconnected, this, [this] { m_hasEnded = true; });
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { m_hasEnded = true; });
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
}

ClientAnswer ClientCall::answer() const
{
    ClientAnswer answer;
    const auto headEnd = m_received.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return answer;
    answer.head = m_received.left(headEnd);
    answer.status = answer.head.mid(9, 3).toInt();
    answer.body = m_received.mid(headEnd + 4);
    answer.isWhole = true;
    if (answer.head.toLower().contains("transfer-encoding: chunked")) {
        const auto whole = withoutChunks(answer.body);
        answer.isWhole = whole.has_value();
        answer.body = whole ? *whole : piecesOf(answer.body);
    }
    return answer;
}

GatewayUnderTest::GatewayUnderTest(int workerCount, std::unique_ptr<Clock> clock)
    : m_clock(clock ? std::move(clock) : std::make_unique<SystemClock>())
{
    storage::StorageOptions options;
    options.folder = m_folder.path().toStdString();
    m_storage = std::move(*storage::StorageThread::open(options));
    QFile presets(support::sourcePath("resources/providers/presets.json"));
    if (!presets.open(QIODevice::ReadOnly))
        qFatal("no presets");
    service::ServiceOptions serviceOptions;
    serviceOptions.workerCount = workerCount;
    serviceOptions.priceListFile = m_folder.filePath(QStringLiteral("price-list.json"));
    m_service = std::make_unique<service::GatewayService>(
        *m_clock, *m_storage, m_secrets, *service::PresetCatalog::parse(presets.readAll()), serviceOptions);
    m_management =
        std::make_unique<admin::ManagementApi>(*m_service, "setup-token", [this] { return m_service->metrics(); });
    m_management->setPriceLists(m_service->priceLists());
    m_management->setModels(m_service->models());
    m_management->setRecalculations(m_service->recalculations());
    m_service->setManagementHandler(
        [this](const auto &request, auto reply) { m_management->handle(request, std::move(reply)); });
    std::optional<bool> isListening;
    m_service->startListening({{QStringLiteral("127.0.0.1")}, 0},
                              [&](const Result<api::Done> &done) { isListening = done.has_value(); });
    if (!QTest::qWaitFor([&] { return isListening.has_value(); }, longestWait) || !*isListening)
        qFatal("The gateway does not listen.");
    m_port = m_service->status().port;
}

GatewayUnderTest::~GatewayUnderTest()
{
    m_service.reset(); // before the management that it calls
}

ClientAnswer GatewayUnderTest::call(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                                    const QByteArray &headers)
{
    const ClientCall call(m_port, method, path, body, headers);
    if (!QTest::qWaitFor([&] { return call.hasEnded(); }, longestWait))
        return {};
    return call.answer();
}

void GatewayUnderTest::addProvider(const QByteArray &name, const QByteArray &family, const QByteArray &baseUrl,
                                   const QByteArray &moreOfNetworkConfig)
{
    const QByteArray more = moreOfNetworkConfig.isEmpty() ? QByteArray() : "," + moreOfNetworkConfig;
    const ClientAnswer provider =
        call("POST", "/api/providers",
             R"({"provider":")" + name + R"(","network_config":{"base_url":")" + baseUrl + '"' + more
                 + R"(},"custom_provider_config":{"base_provider_type":")" + family + R"("}})");
    const ClientAnswer key =
        call("POST", "/api/providers/" + name + "/keys",
             R"({"name":"key of )" + name + R"(","value":"secret-of-)" + name + R"(","models":["*"],"weight":1.0})");
    if (provider.status != 200 || key.status != 200)
        qFatal("No provider: %s %s", provider.body.constData(), key.body.constData());
}

} // namespace tests
