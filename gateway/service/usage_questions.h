// Asks the storage what was used, in the words of gateway/api.
#pragma once

#include "gateway/api/gateway_commands.h"
#include "gateway/api/gateway_facade.h"
#include "gateway/api/recalculation_facade.h"
#include "gateway/api/usage_views.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/service/worker_gate.h"
#include "gateway/storage/storage_thread.h"

#include <atomic>
#include <memory>

namespace gateway::service {

// Lives on the main thread; replies come there.
class UsageQuestions final : public api::RecalculationFacade {
public:
    UsageQuestions(storage::StorageThread &storage, std::shared_ptr<WorkerGate> mainGate)
        : m_recalculation(std::make_shared<Recalculation>()), m_storage(storage), m_mainGate(std::move(mainGate))
    {
    }

    void usage(const api::UsageQuery &query, api::Reply<api::UsageReport> reply);
    void logStats(const api::HistoryQuery &query, api::Reply<api::LogStats> reply);
    void logHistogram(const api::HistoryQuery &query, const api::LogHistogramQuestion &question,
                      api::Reply<QList<api::LogBucket>> reply);
    void removeRequests(const QStringList &ids, api::Reply<qint64> reply);
    // With the prices of the snapshot.
    void reprice(config::ConfigSnapshotPointer snapshot, api::Reply<api::PriceChanges> reply);

    api::RecalculationView lastRecalculation() const override;
    void cancelRecalculation() override;

private:
    // The writer thread counts, the main thread looks.
    struct Progress {
        std::atomic<qint64> processed = 0;
        std::atomic<qint64> updated = 0;
        std::atomic<bool> isCancelled = false;
    };
    struct Recalculation {
        api::RecalculationView view;        // without the numbers of one that runs
        std::shared_ptr<Progress> progress; // of that one

        api::RecalculationView current() const;
        void end(const std::shared_ptr<Progress> &ended, const Result<api::PriceChanges> &changes);
    };

    std::shared_ptr<Recalculation> m_recalculation; // shared with what ends it, which may come when we are gone
    storage::StorageThread &m_storage;
    std::shared_ptr<WorkerGate> m_mainGate;
};

// Prices those attempts of a stored request whose cost is unknown; true when one of them has a cost now.
bool repriceRecord(const config::ConfigSnapshot &snapshot, RequestRecord &record);

storage::LogHistogramQuery histogramQuery(const api::HistoryQuery &query, const api::LogHistogramQuestion &question);
QList<api::LogBucket> bucketViews(const std::vector<storage::LogBucket> &buckets);

} // namespace gateway::service
