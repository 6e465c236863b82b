#include "gateway/service/worker_pool.h"

#include "gateway/net/event_loop/epoll_event_dispatcher.h"

#include <QAbstractEventDispatcher>

#include <algorithm>
#include <future>

namespace gateway::service {

int WorkerPool::defaultWorkerCount()
{
    return std::min(4, std::max(1, QThread::idealThreadCount() / 2));
}

WorkerPool::WorkerPool(int workerCount, WorkerEnvironment environment, config::ConfigSnapshotPointer snapshot)
    : m_environment(std::move(environment))
{
    for (int index = 0; index < workerCount; ++index) {
        Lane lane;
        lane.thread = std::make_unique<QThread>();
        lane.thread->setObjectName(QStringLiteral("worker %1").arg(index + 1));
        if (auto dispatcher = net::makeWorkerEventDispatcher())
            lane.thread->setEventDispatcher(dispatcher.release()); // the thread owns it
        // The worker is made on its own thread, so that its sockets and timers belong there.
        std::promise<GatewayWorker *> made;
        QObject::connect(
            lane.thread.get(), &QThread::started, lane.thread.get(),
            [&] { made.set_value(new GatewayWorker(m_environment, snapshot)); }, Qt::DirectConnection);
        lane.thread->start();
        lane.worker = made.get_future().get();
        lane.gate = lane.worker->gate();
        m_lanes.push_back(std::move(lane));
    }
}

WorkerPool::~WorkerPool()
{
    for (Lane &lane : m_lanes) {
        lane.gate->post([worker = lane.worker] {
            delete worker;
            QThread::currentThread()->quit();
        });
    }
    for (Lane &lane : m_lanes)
        lane.thread->wait();
}

void WorkerPool::listen(const std::vector<QHostAddress> &addresses, std::uint16_t port,
                        std::function<void(ListenOutcome)> reply)
{
    m_lanes.front().gate->post([this, addresses, port, reply = std::move(reply)]() mutable {
        if (!m_server) {
            m_server =
                new net::HttpServer([this](qintptr descriptor) { acceptOnLane(descriptor); }, m_lanes.front().worker);
        }
        m_server->close();
        ListenOutcome outcome{m_server->listen(addresses, port), 0};
        if (!outcome.port)
            outcome.nextFreePort = m_server->nextFreePort().value_or(0);
        const net::OwnListener own{addresses, outcome.port ? *outcome.port : std::uint16_t(0)};
        postToAll([own](GatewayWorker &worker) { worker.setOwnListener(own); });
        m_environment.mainGate->post(
            [outcome = std::move(outcome), reply = std::move(reply)]() mutable { reply(std::move(outcome)); });
    });
}

void WorkerPool::stopListening(std::function<void()> reply)
{
    m_lanes.front().gate->post([this, reply = std::move(reply)]() mutable {
        if (m_server)
            m_server->close();
        postToAll([](GatewayWorker &worker) { worker.setOwnListener({}); });
        m_environment.mainGate->post([reply = std::move(reply)] { reply(); });
    });
}

void WorkerPool::acceptOnLane(qintptr descriptor)
{
    const std::size_t chosen = m_nextLane;
    m_nextLane = (m_nextLane + 1) % m_lanes.size();
    if (chosen == 0)
        m_lanes.front().worker->adopt(descriptor);
    else
        m_lanes[chosen].gate->post([worker = m_lanes[chosen].worker, descriptor] { worker->adopt(descriptor); });
}

void WorkerPool::postSnapshot(const config::ConfigSnapshotPointer &snapshot)
{
    postToAll([snapshot](GatewayWorker &worker) { worker.setSnapshot(snapshot); });
}

void WorkerPool::postToAll(const std::function<void(GatewayWorker &)> &work)
{
    for (Lane &lane : m_lanes)
        lane.gate->post([worker = lane.worker, work] { work(*worker); });
}

void WorkerPool::postToFirst(std::function<void(GatewayWorker &)> work)
{
    m_lanes.front().gate->post([worker = m_lanes.front().worker, work = std::move(work)] { work(*worker); });
}

} // namespace gateway::service
