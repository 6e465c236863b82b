// Writes what was used of limits to the database as it changes.
#pragma once

#include "gateway/governance/limit_ledger.h"
#include "gateway/service/worker_gate.h"
#include "gateway/storage/storage_thread.h"

#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace gateway::service {

// Lives on the main thread; the ledger calls it from any. The first change is written at once, those that come while a
// write runs together with the next, which waits a moment so that a busy gateway does not write all the time.
class LimitCounterWriter {
public:
    // `written` hears on the main thread which limits were used.
    LimitCounterWriter(governance::LimitLedger &ledger, storage::StorageThread &storage,
                       std::shared_ptr<WorkerGate> mainGate,
                       std::function<void(const std::vector<config::LimitId> &)> written);
    ~LimitCounterWriter(); // writes what is left; workers have ended

private:
    void noteChange(); // any thread
    void write();      // any thread, one at a time

    governance::LimitLedger &m_ledger;
    storage::StorageThread &m_storage;
    std::shared_ptr<WorkerGate> m_mainGate;
    std::function<void(const std::vector<config::LimitId> &)> m_written;
    std::atomic<bool> m_isBusy = false;
    QTimer m_pause;
};

} // namespace gateway::service
