#include "gateway/admin/logs_api.h"

#include "gateway/admin/log_json.h"
#include "gateway/admin/price_json.h"
#include "gateway/admin/usage_json.h"

#include <QUrlQuery>

namespace gateway::admin {

using pipeline::ManagementRequest;

void LogsApi::handle(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QString what = segments.value(0);
    if (what == QLatin1String("recalculate-cost") && segments.size() == 1 && request.method == "POST") {
        m_gateway.recalculateCosts(replyWith<api::PriceChanges>(std::move(reply), writePriceChanges));
        return;
    }
    if (!isRead(request)) {
        reply(methodRefused(request, "GET, HEAD"));
        return;
    }
    if (what == QLatin1String("histogram")) {
        answerHistogram(request, segments.mid(1), std::move(reply));
        return;
    }
    if (segments.size() > 1) {
        reply(nothingHere(request));
        return;
    }
    const auto query = readLogQuery(QUrlQuery(QString::fromStdString(request.query)), QDateTime::currentDateTimeUtc());
    if (what == QLatin1String("dropped")) {
        reply(answer(Json{{"dropped_requests", m_gateway.status().droppedRecords}}));
    } else if (!what.isEmpty() && what != QLatin1String("stats")) {
        m_gateway.requestDetail(what, replyWith<api::RequestDetail>(std::move(reply), writeLogDetail));
    } else if (!query) {
        reply(failure(query.error()));
    } else if (what == QLatin1String("stats")) {
        m_gateway.queryLogStats(*query, replyWith<api::LogStats>(std::move(reply), writeLogStats));
    } else {
        m_gateway.queryHistory(*query,
                               replyWith<api::HistoryPage>(std::move(reply), [query = *query](const auto &page) {
                                   return writeLogPage(page, query);
                               }));
    }
}

void LogsApi::answerHistogram(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QUrlQuery wanted(QString::fromStdString(request.query));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto kind = readHistogramKind(segments, wanted);
    const auto query = readLogQuery(wanted, now);
    if (!kind || !query) {
        reply(failure(kind ? query.error() : kind.error()));
        return;
    }
    const int bucket = bucketSeconds(query->startedFrom, query->startedUntil, now);
    m_gateway.queryLogHistogram(
        *query, histogramQuestion(*kind, bucket),
        replyWith<QList<api::LogBucket>>(std::move(reply), [kind = *kind, bucket](const auto &buckets) {
            return writeHistogram(kind, buckets, bucket);
        }));
}

void LogsApi::answerUsage(const ManagementRequest &request, ManagementReply reply)
{
    if (!isRead(request)) {
        reply(methodRefused(request, "GET, HEAD"));
        return;
    }
    const QUrlQuery query(QString::fromStdString(request.query));
    m_gateway.queryUsage(readUsageQuery(query, QDateTime::currentDateTimeUtc()),
                         replyWith<api::UsageReport>(std::move(reply), writeUsage));
}

} // namespace gateway::admin
