// The inspector of a fake gateway: keeps marks, records what it is asked, answers what the test sets.
#pragma once

#include "gateway/api/inspector_facade.h"

#include <QHash>

#include <optional>
#include <utility>
#include <vector>

namespace support {

// Replies come at once, but for exports: finishExport() ends them.
class FakeInspector : public gateway::api::InspectorFacade {
    Q_OBJECT
public:
    using InspectorFacade::InspectorFacade;

    QHash<QString, gateway::api::RequestMark> storedMarks;
    gateway::api::RequestComparison comparison; // of every pair
    gateway::api::HistoryPage page;             // of every condition
    QString nextId = QStringLiteral("req_resent");

    void failNext(const gateway::Error &error) { m_nextError = error; }
    void finishExport(gateway::Result<gateway::api::ExportReport> report);

    // What was asked, oldest first.
    std::vector<std::pair<gateway::api::HistoryQuery, gateway::FilterTerm>> queries;
    std::vector<std::pair<gateway::api::HistoryQuery, gateway::FilterTerm>> histogramQueries;
    QList<gateway::api::LogBucket> logBuckets;
    std::vector<std::pair<gateway::api::HistoryQuery, gateway::FilterTerm>> sessionQueries;
    gateway::api::SessionPage sessionPage;
    gateway::api::BodySearchView bodySearchState;
    int bodySearchLooks = 0;
    void changeBodySearch(const gateway::api::BodySearchView &state);
    QList<std::pair<QString, QString>> comparisons;
    std::vector<gateway::api::ResendRequest> resent;
    std::vector<gateway::api::ExportRequests> exports;
    QList<int> cancelledExports;

    gateway::api::RequestMark mark(const QString &requestId) const override;
    QList<gateway::api::RequestMark> marks() const override { return storedMarks.values(); }
    void pin(const QString &requestId, bool isPinned, Reply<gateway::api::RequestMark> reply) override;
    void comment(const QString &requestId, const QString &comment, Reply<gateway::api::RequestMark> reply) override;
    void queryRequestHistogram(const gateway::api::HistoryQuery &query, const gateway::FilterTerm &condition,
                               const gateway::api::LogHistogramQuestion &question,
                               Reply<QList<gateway::api::LogBucket>> reply) override;
    void queryRequests(const gateway::api::HistoryQuery &query, const gateway::FilterTerm &condition,
                       Reply<gateway::api::HistoryPage> reply) override;
    void querySessions(const gateway::api::HistoryQuery &query, const gateway::FilterTerm &condition,
                       Reply<gateway::api::SessionPage> reply) override;
    gateway::api::BodySearchView bodySearch() const override { return bodySearchState; }
    void lookAtBodySearch() override { ++bodySearchLooks; }
    void setBodySearch(bool isOn, Reply<gateway::api::BodySearchView> reply) override;
    void compareRequests(const QString &first, const QString &second,
                         Reply<gateway::api::RequestComparison> reply) override;
    void resend(const gateway::api::ResendRequest &command, Reply<QString> reply) override;
    int exportRequests(const gateway::api::ExportRequests &command, Reply<gateway::api::ExportReport> reply) override;
    void cancelExport(int ticket) override { cancelledExports.append(ticket); }

private:
    void change(const gateway::api::RequestMark &mark, const Reply<gateway::api::RequestMark> &reply);

    std::optional<gateway::Error> m_nextError;
    Reply<gateway::api::ExportReport> m_exportReply;
};

} // namespace support
