// One worker: client connections, the transport to providers, the pipeline between them.
#pragma once

#include "gateway/net/http/http_connection.h"
#include "gateway/net/http/http_server.h"
#include "gateway/net/upstream/upstream_client.h"
#include "gateway/pipeline/management_port.h"
#include "gateway/pipeline/request_pipeline.h"
#include "gateway/service/health_probe.h"
#include "gateway/service/provider_test.h"
#include "gateway/service/worker_gate.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <unordered_set>

namespace gateway::service {

// Answers management requests; called on the main thread, the reply may come later on it.
using ManagementHandler =
    std::function<void(pipeline::ManagementRequest, std::function<void(pipeline::ManagementResponse)>)>;

// Shared by all workers; outlives them.
struct WorkerEnvironment {
    const Clock &clock;
    RecordSink &sink;
    pipeline::LiveFeed &feed;
    routing::ModelCatalog &catalog;
    routing::TargetHealth &targetHealth;
    routing::FirstTokenTimes &firstTokens;
    routing::SessionAffinity &sessions;
    routing::TargetPace &pace;
    std::function<std::string()> healthBody;
    std::shared_ptr<WorkerGate> mainGate;           // posts to the main thread
    ManagementHandler managementHandler;            // called there
    const governance::Governor *governor = nullptr; // null: nothing is limited
    net::TokenStore *tokens = nullptr;              // null: each worker fetches its own
    std::function<void(int)> eventSocketsChanged{}; // hears +1 and -1, on worker threads
    pipeline::ProviderLines *lines = nullptr;       // null: providers serve any number at once
    const net::TargetPolicy *targets = nullptr;     // null: any private address is fine
    const NetworkChanges *network = nullptr;        // null: it never changes
    net::ConnectionPlaces *connections = nullptr;   // to providers; null: each worker counts its own
    std::size_t mostConnections = 4096;             // of one worker
};

// Lives in one worker thread, made and destroyed there.
class GatewayWorker final : public QObject, public pipeline::ManagementPort {
    Q_OBJECT
public:
    GatewayWorker(const WorkerEnvironment &environment, config::ConfigSnapshotPointer snapshot);
    ~GatewayWorker() override;

    std::shared_ptr<WorkerGate> gate() const { return m_gate; }

    void adopt(qintptr descriptor);
    void setSnapshot(config::ConfigSnapshotPointer snapshot);
    void setOwnListener(net::OwnListener listener) { m_transport.setOwnListener(std::move(listener)); }
    void closeGracefully(); // idle connections at once, the others after their answer
    std::size_t connectionCount() const { return m_connections.size(); }
    pipeline::RequestPipeline &pipeline() { return m_pipeline; }

    void startTest(int ticket, ProviderTestPlan plan, ProviderTest::StepSink steps, ProviderTest::EndSink ended);
    void cancelTest(int ticket);
    void startProbe(HealthProbePlan plan, HealthProbe::EndSink ended);

    void ask(pipeline::ManagementRequest request, std::function<void(pipeline::ManagementResponse)> reply) override;

signals:
    void connectionClosed();

private:
    const WorkerEnvironment &m_environment;
    std::shared_ptr<WorkerGate> m_gate;
    net::UpstreamClient m_transport;
    pipeline::RequestPipeline m_pipeline;
    std::shared_ptr<const net::ConnectionSettings> m_connectionSettings;
    std::unordered_set<net::HttpConnection *> m_connections;
    std::map<int, std::unique_ptr<ProviderTest>> m_tests;
    std::map<int, std::unique_ptr<HealthProbe>> m_probes; // by a number of their own
    int m_nextProbe = 0;
};

} // namespace gateway::service
