// What a window may do with single requests, beside reading them. A part of the narrow waist.
#pragma once

#include "gateway/api/body_search_view.h"
#include "gateway/api/inspector_views.h"
#include "gateway/api/session_views.h"
#include "gateway/api/usage_views.h"
#include "gateway/base/result.h"

#include <QObject>

#include <functional>

namespace gateway::api {

// Lives on the main thread as long as its gateway, under the rules of GatewayFacade: values are cached, replies come
// later, exactly once.
class InspectorFacade : public QObject {
    Q_OBJECT
public:
    template <typename Value>
    using Reply = std::function<void(Result<Value>)>;

    using QObject::QObject;

    // Empty for a request without marks, and until the stored ones were read.
    virtual RequestMark mark(const QString &requestId) const = 0;
    virtual QList<RequestMark> marks() const = 0; // in no order
    // Both work for running requests too; what is not stored yet is marked when it is.
    virtual void pin(const QString &requestId, bool isPinned, Reply<RequestMark> reply) = 0;
    virtual void comment(const QString &requestId, const QString &comment, Reply<RequestMark> reply) = 0;

    // As GatewayFacade::queryHistory(), of the requests for which the condition holds too.
    virtual void queryRequests(const HistoryQuery &query, const gateway::FilterTerm &condition,
                               Reply<HistoryPage> reply) = 0;
    // As GatewayFacade::queryLogHistogram(), of the requests for which the condition holds too.
    virtual void queryRequestHistogram(const HistoryQuery &query, const gateway::FilterTerm &condition,
                                       const LogHistogramQuestion &question, Reply<QList<LogBucket>> reply) = 0;

    // The requests of the query for which the condition holds too, by session. As many sessions as the query has as its
    // limit; its place in the list does not count.
    virtual void querySessions(const HistoryQuery &query, const gateway::FilterTerm &condition,
                               Reply<SessionPage> reply) = 0;

    // As it was when it was looked at last; off until then.
    virtual BodySearchView bodySearch() const = 0;
    virtual void lookAtBodySearch() = 0; // bodySearchChanged() follows where it is another one
    // Off: what was indexed is forgotten. On: stored requests are indexed in the background, new ones within seconds.
    // StorageFailed where this computer's SQLite cannot search.
    virtual void setBodySearch(bool isOn, Reply<BodySearchView> reply) = 0;

    // NotFound when one of them is not stored.
    virtual void compareRequests(const QString &first, const QString &second, Reply<RequestComparison> reply) = 0;

    // Replies the id of the new request when it is on its way; it then comes like any other. NotFound, InvalidRequest
    // when the body was not stored as a whole, Conflict while the gateway does not listen.
    virtual void resend(const ResendRequest &command, Reply<QString> reply) = 0;

    // Writes request after request from the store; secrets are masked there. Cancelled after cancelExport(). Returns a
    // ticket.
    virtual int exportRequests(const ExportRequests &command, Reply<ExportReport> reply) = 0;
    virtual void cancelExport(int ticket) = 0;

signals:
    void markChanged(const gateway::api::RequestMark &mark); // empty: it has none any more
    void marksRead();                                        // of the stored requests, once after the start
    void bodySearchChanged();
    void exportAdvanced(int ticket, qint64 requests);
    // A request that was resent got no answer at all from this gateway.
    void resendFailed(const QString &requestId, const QString &problem);
};

} // namespace gateway::api
