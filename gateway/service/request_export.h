// Writes stored requests into a file, page by page, so that no export has to fit into memory.
#pragma once

#include "gateway/api/inspector_views.h"
#include "gateway/service/export_text.h"
#include "gateway/storage/storage_thread.h"

#include <QSaveFile>

#include <atomic>
#include <functional>
#include <memory>

namespace gateway::service {

// Made on the main thread; works on the storage's reader thread, where questions of the window go between two pages.
// The file appears when it is whole: a cancelled or failed export leaves what was there before.
class RequestExport : public std::enable_shared_from_this<RequestExport> {
public:
    struct Listener { // both are called on the reader thread
        std::function<void(qint64 requests)> advanced;
        std::function<void(Result<api::ExportReport>)> ended; // once
    };

    // The storage must outlive it.
    RequestExport(storage::StorageThread &storage, const api::ExportRequests &command, ExportContext context,
                  Listener listener);

    void start();
    void cancel() { m_isCancelled.store(true, std::memory_order_relaxed); } // any thread

private:
    void readNext();
    void takePage(const Result<storage::HistoryPage> &page);
    bool isLastSlice() const;
    void nextSlice();
    Result<void> write(const std::string &text);
    void finish();
    void fail(Error error);

    storage::StorageThread &m_storage;
    const api::ExportRequests m_command;
    const ExportContext m_context;
    const Listener m_listener;
    storage::HistoryQuery m_query;
    qsizetype m_nextId = 0;            // of the ids that are asked for; a statement takes only so many at once
    std::unique_ptr<QSaveFile> m_file; // reader thread only
    api::ExportReport m_report;
    std::atomic<bool> m_isCancelled{false};
};

} // namespace gateway::service
