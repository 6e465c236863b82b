// Brings what running requests do to the window: merged, at most ten times a second, only while somebody looks.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/pipeline/live_feed.h"
#include "gateway/service/worker_gate.h"
#include "gateway/storage/storage_thread.h"
#include "gateway/translation/conversation/conversation.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <memory>

namespace gateway::service {

// Lives on the main thread; conversations are assembled on the storage's reader thread.
class LiveUpdates : public QObject {
    Q_OBJECT
public:
    LiveUpdates(pipeline::LiveFeed &feed, storage::StorageThread &storage, std::shared_ptr<WorkerGate> mainGate,
                QObject *parent = nullptr);

    void setWanted(bool wanted);
    void watch(const QString &requestId);
    QList<api::RequestSummary> running() const { return m_running.values(); }

signals:
    void requestsChanged(const QList<gateway::api::RequestSummary> &requests);
    void conversationChanged(const gateway::api::ConversationView &conversation);

private:
    struct Assembly; // of the watched answer; used only on the reader thread

    void takeBatch();
    void assemble(pipeline::WatchedAnswer piece);

    pipeline::LiveFeed &m_feed;
    storage::StorageThread &m_storage;
    std::shared_ptr<WorkerGate> m_mainGate;
    QTimer m_timer;
    QMap<QString, api::RequestSummary> m_running;
    std::shared_ptr<Assembly> m_assembly;
};

} // namespace gateway::service
