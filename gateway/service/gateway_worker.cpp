#include "gateway/service/gateway_worker.h"

#include <QTcpSocket>

namespace gateway::service {

namespace {

std::shared_ptr<const net::ConnectionSettings> connectionSettingsOf(const config::ConfigSnapshot &snapshot)
{
    auto settings = std::make_shared<net::ConnectionSettings>();
    settings->limits.bodyBytes = snapshot.client.maximumBodyBytes;
    settings->origins.allowedHosts = snapshot.client.allowedHosts;
    settings->origins.allowedOrigins = snapshot.client.allowedOrigins;
    return settings;
}

// Answers a connection beyond the limit, so that the client knows why, and closes it.
void refuseConnection(qintptr descriptor)
{
    QTcpSocket socket;
    if (!socket.setSocketDescriptor(descriptor))
        return;
    socket.write(
        "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\nRetry-After: 1\r\n\r\n");
    socket.flush();
    socket.disconnectFromHost();
}

} // namespace

GatewayWorker::GatewayWorker(const WorkerEnvironment &environment, config::ConfigSnapshotPointer snapshot)
    : m_environment(environment)
    , m_gate(std::make_shared<WorkerGate>(*this))
    , m_transport(environment.clock, environment.tokens, environment.targets, environment.network,
                  environment.connections)
    , m_pipeline({environment.clock, m_transport, environment.sink, environment.feed, environment.catalog,
                  environment.targetHealth, environment.firstTokens, *this, environment.healthBody,
                  environment.governor, &environment.sessions, &environment.pace, environment.eventSocketsChanged,
                  environment.lines})
{
    setSnapshot(std::move(snapshot));
}

GatewayWorker::~GatewayWorker()
{
    m_gate->close();
    m_tests.clear();
    m_probes.clear();
    // Connections end their exchanges, and those their relays, while the pipeline still exists.
    const auto connections = m_connections;
    for (net::HttpConnection *connection : connections)
        delete connection;
}

void GatewayWorker::adopt(qintptr descriptor)
{
    if (m_connections.size() >= m_environment.mostConnections) {
        refuseConnection(descriptor);
        return;
    }
    auto *connection = new net::HttpConnection(descriptor, m_pipeline, m_connectionSettings, this);
    m_connections.insert(connection);
    connect(connection, &net::HttpConnection::closed, this, [this, connection] {
        m_connections.erase(connection);
        emit connectionClosed();
    });
}

void GatewayWorker::setSnapshot(config::ConfigSnapshotPointer snapshot)
{
    m_connectionSettings = connectionSettingsOf(*snapshot);
    for (net::HttpConnection *connection : m_connections)
        connection->setSettings(m_connectionSettings);
    m_pipeline.setSnapshot(std::move(snapshot));
}

void GatewayWorker::closeGracefully()
{
    const auto connections = m_connections; // closing an idle one changes the set
    for (net::HttpConnection *connection : connections)
        connection->closeGracefully();
}

void GatewayWorker::startTest(int ticket, ProviderTestPlan plan, ProviderTest::StepSink steps,
                              ProviderTest::EndSink ended)
{
    auto finished = [this, ticket, ended = std::move(ended)](api::ProviderTestReport report) {
        ended(std::move(report));
        // The test ends inside one of its own calls, so it is destroyed from the event loop.
        m_gate->post([this, ticket] { m_tests.erase(ticket); });
    };
    auto test =
        std::make_unique<ProviderTest>(std::move(plan), m_environment.clock, std::move(steps), std::move(finished));
    ProviderTest &started = *test;
    m_tests[ticket] = std::move(test);
    started.start(m_transport);
}

void GatewayWorker::cancelTest(int ticket)
{
    m_tests.erase(ticket);
}

void GatewayWorker::startProbe(HealthProbePlan plan, HealthProbe::EndSink ended)
{
    const int number = m_nextProbe++;
    auto finished = [this, number, ended = std::move(ended)](const Result<void> &answered) {
        ended(answered);
        // It ends inside one of its own calls, so it is destroyed from the event loop.
        m_gate->post([this, number] { m_probes.erase(number); });
    };
    auto probe = std::make_unique<HealthProbe>(std::move(plan), std::move(finished));
    HealthProbe &started = *probe;
    m_probes[number] = std::move(probe);
    started.start(m_transport);
}

void GatewayWorker::ask(pipeline::ManagementRequest request, std::function<void(pipeline::ManagementResponse)> reply)
{
    m_environment.mainGate->post([handler = &m_environment.managementHandler, gate = m_gate,
                                  request = std::move(request), reply = std::move(reply)]() mutable {
        (*handler)(std::move(request), [gate, reply = std::move(reply)](pipeline::ManagementResponse response) {
            gate->post([reply, response = std::move(response)]() mutable { reply(std::move(response)); });
        });
    });
}

} // namespace gateway::service
