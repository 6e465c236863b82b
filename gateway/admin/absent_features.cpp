#include "gateway/admin/absent_features.h"

#include "gateway/admin/list_page.h"
#include "gateway/admin/log_query.h"
#include "gateway/admin/usage_json.h"

namespace gateway::admin {

namespace {

Json statsOfNothing()
{
    return {{"total_executions", 0}, {"success_rate", 0.0}, {"average_latency", 0.0}, {"total_cost", 0.0}};
}

Json logsOfNothing(const api::HistoryQuery &query)
{
    return {{"logs", Json::array()},
            {"pagination",
             {{"limit", query.limit},
              {"offset", query.offset},
              {"sort_by", sortName(query.order)},
              {"order", query.oldestFirst ? "asc" : "desc"},
              {"total_count", 0}}},
            {"stats", statsOfNothing()},
            {"has_logs", false}};
}

Json filtersOfNothing()
{
    return {{"tool_names", Json::array()}, {"server_labels", Json::array()}, {"virtual_keys", Json::array()}};
}

} // namespace

pipeline::ManagementResponse answerOfAbsentFeature(const pipeline::ManagementRequest &request)
{
    const QStringList segments = segmentsOf(request.path).mid(1);
    const QString part = segments.value(1);
    const QUrlQuery wanted(QString::fromStdString(request.query));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (segments.value(0) == QLatin1String("plugins"))
        return answer(Json{{"plugins", Json::array()}, {"count", 0}});
    if (segments.value(0) == QLatin1String("mcp"))
        return answer(writePage("clients", Json::array(), 0, pageOf(wanted, 0)));
    const auto query = readLogQuery(wanted, now);
    if (!query)
        return failure(query.error());
    if (part == QLatin1String("stats"))
        return answer(statsOfNothing());
    if (part == QLatin1String("filterdata"))
        return answer(filtersOfNothing());
    if (segments.value(2) == QLatin1String("top-tools"))
        return answer(Json{{"tools", Json::array()}});
    if (part == QLatin1String("histogram"))
        return answer(Json{{"buckets", Json::array()},
                           {"bucket_size_seconds", bucketSeconds(query->startedFrom, query->startedUntil, now)}});
    return answer(logsOfNothing(*query));
}

} // namespace gateway::admin
