// Starts the worker threads, hands out sockets and snapshots, drains and stops.
#pragma once

#include "gateway/service/gateway_worker.h"

#include <QHostAddress>
#include <QThread>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace gateway::service {

struct ListenOutcome {
    Result<std::uint16_t> port;
    std::uint16_t nextFreePort = 0; // offered when the port was busy
};

// Lives on the main thread. Replies come on the main thread.
class WorkerPool {
public:
    WorkerPool(int workerCount, WorkerEnvironment environment, config::ConfigSnapshotPointer snapshot);
    ~WorkerPool(); // stops at once what still runs

    // min(4, max(1, cores / 2))
    static int defaultWorkerCount();

    void listen(const std::vector<QHostAddress> &addresses, std::uint16_t port,
                std::function<void(ListenOutcome)> reply);
    void stopListening(std::function<void()> reply);

    void postSnapshot(const config::ConfigSnapshotPointer &snapshot);

    // Runs on each worker's thread.
    void postToAll(const std::function<void(GatewayWorker &)> &work);
    // Runs on the first worker's thread.
    void postToFirst(std::function<void(GatewayWorker &)> work);

private:
    struct Lane {
        std::unique_ptr<QThread> thread;
        GatewayWorker *worker = nullptr; // lives on the thread
        std::shared_ptr<WorkerGate> gate;
    };

    void acceptOnLane(qintptr descriptor); // on the first worker's thread

    WorkerEnvironment m_environment;
    std::vector<Lane> m_lanes;
    net::HttpServer *m_server = nullptr; // lives on the first worker's thread, child of its worker
    std::size_t m_nextLane = 0;          // touched only on the first worker's thread
};

} // namespace gateway::service
