// Implements InspectorFacade: keeps the marks, starts comparisons, exports and repetitions.
#pragma once

#include "gateway/api/inspector_facade.h"
#include "gateway/service/request_resending.h"
#include "gateway/service/worker_gate.h"
#include "gateway/storage/storage_thread.h"

#include <QHash>

#include <functional>
#include <memory>

namespace gateway::service {

class RequestExport;

// Lives on the main thread.
class RequestInspector final : public api::InspectorFacade {
    Q_OBJECT
public:
    // `baseUrl`: where the gateway listens, empty while it does not.
    RequestInspector(storage::StorageThread &storage, std::shared_ptr<WorkerGate> mainGate,
                     std::function<QString()> baseUrl);
    ~RequestInspector() override;

    api::RequestMark mark(const QString &requestId) const override;
    QList<api::RequestMark> marks() const override { return m_marks.values(); }
    void pin(const QString &requestId, bool isPinned, Reply<api::RequestMark> reply) override;
    void comment(const QString &requestId, const QString &comment, Reply<api::RequestMark> reply) override;
    void queryRequests(const api::HistoryQuery &query, const FilterTerm &condition,
                       Reply<api::HistoryPage> reply) override;
    void queryRequestHistogram(const api::HistoryQuery &query, const FilterTerm &condition,
                               const api::LogHistogramQuestion &question, Reply<QList<api::LogBucket>> reply) override;
    void querySessions(const api::HistoryQuery &query, const FilterTerm &condition,
                       Reply<api::SessionPage> reply) override;
    api::BodySearchView bodySearch() const override { return m_bodySearch; }
    void lookAtBodySearch() override;
    void setBodySearch(bool isOn, Reply<api::BodySearchView> reply) override;
    void compareRequests(const QString &first, const QString &second, Reply<api::RequestComparison> reply) override;
    void resend(const api::ResendRequest &command, Reply<QString> reply) override;
    int exportRequests(const api::ExportRequests &command, Reply<api::ExportReport> reply) override;
    void cancelExport(int ticket) override;

private:
    void readMarks();
    void takeBodySearch(const api::BodySearchView &view);
    void change(const api::RequestMark &mark, Reply<api::RequestMark> reply);
    void keep(const api::RequestMark &mark);
    Result<QString> repeat(const RequestRecord &record, const api::ResendRequest &command);

    storage::StorageThread &m_storage;
    std::shared_ptr<WorkerGate> m_mainGate;
    std::function<QString()> m_baseUrl;
    QHash<QString, api::RequestMark> m_marks; // without the empty ones
    api::BodySearchView m_bodySearch;
    RequestResending m_resending;
    QHash<int, std::shared_ptr<RequestExport>> m_exports;
    int m_lastTicket = 0;
};

} // namespace gateway::service
