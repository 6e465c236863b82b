#include "gateway/admin/logs_api.h"

#include "gateway/admin/json_reader.h"
#include "gateway/admin/log_dashboard.h"
#include "gateway/admin/log_json.h"
#include "gateway/admin/log_ranking_json.h"
#include "gateway/admin/price_json.h"
#include "gateway/admin/usage_json.h"

#include <QUrlQuery>

#include <algorithm>

namespace gateway::admin {

using pipeline::ManagementRequest;

void LogsApi::handle(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    if (segments.value(0) == QLatin1String("recalculate-cost"))
        recalculate(request, segments.mid(1), std::move(reply));
    else if (request.method == "DELETE")
        remove(request, std::move(reply));
    else
        read(request, segments, std::move(reply));
}

void LogsApi::read(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QString what = segments.value(0);
    const auto askLogs = [this](const ManagementRequest &part, ManagementReply answered) {
        handle(part, segmentsOf(part.path).mid(2), std::move(answered));
    };
    if (what == QLatin1String("histogram"))
        answerHistogram(request, segments.mid(1), std::move(reply));
    else if (what == QLatin1String("rankings"))
        answerRankings(request, segments.value(1), std::move(reply));
    else if (what == QLatin1String("sessions") && segments.size() > 1)
        answerSession(request, segments, std::move(reply));
    else if (what == QLatin1String("filterdata"))
        answerFilterData(request, std::move(reply));
    else if (what == QLatin1String("dropped"))
        reply(answer(Json{{"dropped_requests", m_gateway.status().droppedRecords}}));
    else if (what == QLatin1String("user-agent-mappings"))
        reply(answer(writeUserAgentMappings()));
    else if (what == QLatin1String("dashboard"))
        answerDashboard(request, askLogs, std::move(reply));
    else if (!what.isEmpty() && what != QLatin1String("stats"))
        m_gateway.requestDetail(what, replyWith<api::RequestDetail>(std::move(reply), writeLogDetail));
    else if (const auto query = queryOf(request); !query)
        reply(failure(query.error()));
    else if (what == QLatin1String("stats"))
        answerStats(request, *query, std::move(reply));
    else
        answerPage(*query, std::move(reply));
}

// POST: the answer comes when the search has ended. Its state can be asked for meanwhile, and it can be ended.
void LogsApi::recalculate(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    if (segments.isEmpty()) {
        m_gateway.recalculateCosts(replyWith<api::PriceChanges>(std::move(reply), writePriceChanges));
        return;
    }
    if (!m_recalculations) {
        reply(nothingHere(request));
        return;
    }
    if (segments.front() == QLatin1String("cancel")) // else it is status
        m_recalculations->cancelRecalculation();
    reply(answer(writeRecalculation(m_recalculations->lastRecalculation())));
}

namespace {

// Filters name keys by their ids, or, where they come from filterdata, by their names. What is neither of a key that is
// there may be either of one that went.
void tellIdsFromNames(QList<api::KeyChoice> &keys, const QList<api::KeyChoice> &known)
{
    QList<api::KeyChoice> told;
    for (const api::KeyChoice &key : std::as_const(keys)) {
        const auto isId = [&key](const api::KeyChoice &each) { return each.id == key.name; };
        const auto isName = [&key](const api::KeyChoice &each) { return each.name == key.name; };
        const auto found = std::find_if(known.begin(), known.end(), isId);
        if (found != known.end()) {
            told.append(*found);
            continue;
        }
        told.append({{}, key.name});
        if (std::none_of(known.begin(), known.end(), isName))
            told.append({key.name, {}});
    }
    keys = told;
}

} // namespace

Result<api::HistoryQuery> LogsApi::queryOf(const ManagementRequest &request) const
{
    const QUrlQuery wanted(QString::fromStdString(request.query));
    auto query = readLogQuery(wanted, QDateTime::currentDateTimeUtc());
    if (!query)
        return query;
    if (!query->virtualKeys.isEmpty()) {
        QList<api::KeyChoice> known;
        for (const api::VirtualKeyView &key : m_gateway.governance().virtualKeys())
            known.append({key.id, key.name});
        tellIdsFromNames(query->virtualKeys, known);
    }
    if (!query->keys.isEmpty()) {
        QList<api::KeyChoice> known;
        for (const api::ProviderView &provider : m_gateway.providers()) {
            for (const api::ProviderKeyView &key : provider.keys)
                known.append({key.id, key.name});
        }
        tellIdsFromNames(query->keys, known);
    }
    narrowByOwners(wanted, m_gateway.governance(), *query);
    return query;
}

// …/sessions/{id}: its requests; …/summary: what they came to.
void LogsApi::answerSession(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    auto query = queryOf(request);
    if (!query) {
        reply(failure(query.error()));
        return;
    }
    query->sessionIds = {segments.at(1)};
    if (segments.size() == 3) // summary
        m_gateway.queryLogStats(*query, replyWith<api::LogStats>(std::move(reply), writeLogStats));
    else
        answerPage(*query, std::move(reply));
}

// With compare_to_previous the same about as long a time just before.
void LogsApi::answerStats(const ManagementRequest &request, const api::HistoryQuery &query, ManagementReply reply)
{
    const QUrlQuery wanted(QString::fromStdString(request.query));
    const bool mustCompare = wanted.queryItemValue(QStringLiteral("compare_to_previous")) == QLatin1String("true");
    const auto before = mustCompare ? queryOfPeriodBefore(query, QDateTime::currentDateTimeUtc()) : std::nullopt;
    m_gateway.queryLogStats(query, [this, mustCompare, before, reply = std::move(reply)](const auto &stats) {
        if (!stats) {
            reply(failure(stats.error()));
            return;
        }
        Json json = writeLogStats(*stats);
        if (mustCompare)
            json["has_previous_period"] = before.has_value();
        if (!before) {
            reply(answer(json));
            return;
        }
        m_gateway.queryLogStats(*before, replyWith<api::LogStats>(reply, [json](const api::LogStats &previous) {
            Json both = json;
            both["previous"] = writeLogStats(previous);
            return both;
        }));
    });
}

void LogsApi::answerPage(const api::HistoryQuery &query, ManagementReply reply)
{
    m_gateway.queryLogStats(query, [this, query, reply = std::move(reply)](const Result<api::LogStats> &stats) {
        if (!stats) {
            reply(failure(stats.error()));
            return;
        }
        if (stats->requests <= query.offset) { // the search for what is not there would take longest
            api::HistoryPage nothing;
            nothing.totalStored = m_gateway.status().storedRequests;
            reply(answer(writeLogPage(nothing, query, *stats)));
            return;
        }
        m_gateway.queryHistory(query, replyWith<api::HistoryPage>(reply, [query, stats = *stats](const auto &found) {
                                   return writeLogPage(found, query, stats);
                               }));
    });
}

void LogsApi::remove(const ManagementRequest &request, ManagementReply reply)
{
    const auto body = parseObject(request.body);
    if (!body) {
        reply(failure(body.error()));
        return;
    }
    JsonReader reader(*body);
    QStringList ids;
    reader.strings("ids", ids);
    if (reader.error()) {
        reply(failure(*reader.error()));
        return;
    }
    if (ids.isEmpty()) {
        reply(failure(ErrorCode::InvalidRequest, "No log IDs provided"));
        return;
    }
    m_gateway.removeRequests(ids, replyWith<qint64>(std::move(reply), [](qint64) {
                                 return Json{{"message", "Logs deleted successfully"}};
                             }));
}

// By what was ever counted: that answers at once, however many requests are stored.
void LogsApi::answerFilterData(const ManagementRequest &request, ManagementReply reply)
{
    const QStringList wanted = QUrlQuery(QString::fromStdString(request.query))
                                   .queryItemValue(QStringLiteral("dimensions"), QUrl::FullyDecoded)
                                   .split(QLatin1Char(','), Qt::SkipEmptyParts);
    m_gateway.queryUsage({}, [this, wanted, reply = std::move(reply)](const Result<api::UsageReport> &report) {
        if (!report) {
            reply(failure(report.error()));
            return;
        }
        Json filterData = writeFilterData(*report, wanted);
        addOwners(filterData, wanted, m_gateway.governance());
        if (wanted.isEmpty() || wanted.contains(QLatin1String("stop_reasons")))
            addStopReasons(filterData, reply);
        else
            reply(answer(filterData));
    });
}

// Those of the newest requests: they are not counted.
void LogsApi::addStopReasons(const Json &filterData, ManagementReply reply)
{
    constexpr int newest = 1000;
    api::HistoryQuery query;
    query.limit = newest;
    m_gateway.queryHistory(query, replyWith<api::HistoryPage>(std::move(reply), [filterData](const auto &page) {
                               Json complete = filterData;
                               complete["stop_reasons"] = writeStopReasons(page.rows);
                               return complete;
                           }));
}

// Of models; …/users, and …/by-dimension, which names what is ranked in its query.
void LogsApi::answerRankings(const ManagementRequest &request, const QString &what, ManagementReply reply)
{
    const auto query = queryOf(request);
    const QUrlQuery wanted(QString::fromStdString(request.query));
    if (!query)
        reply(failure(query.error()));
    else if (what.isEmpty())
        answerModelRankings(*query, reply);
    else if (what == QLatin1String("users"))
        m_dimensions.answerRankings(*query, QStringLiteral("user"), std::move(reply));
    else
        m_dimensions.answerRankings(*query, wanted.queryItemValue(QStringLiteral("dimension")), std::move(reply));
}

void LogsApi::answerModelRankings(const api::HistoryQuery &query, const ManagementReply &reply)
{
    const auto previousQuery = queryOfPeriodBefore(query, QDateTime::currentDateTimeUtc());
    const auto answerWith = [this, previousQuery, reply](const Result<QList<api::LogBucket>> &current) {
        if (!current || !previousQuery) {
            reply(current ? answer(writeRankings(*current, std::nullopt)) : failure(current.error()));
            return;
        }
        m_gateway.queryLogHistogram(*previousQuery, rankingQuestion(),
                                    replyWith<QList<api::LogBucket>>(reply, [current = *current](const auto &previous) {
                                        return writeRankings(current, previous);
                                    }));
    };
    m_gateway.queryLogHistogram(query, rankingQuestion(), answerWith);
}

void LogsApi::answerHistogram(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QUrlQuery wanted(QString::fromStdString(request.query));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto kind = readHistogramKind(segments, wanted);
    const auto query = queryOf(request);
    if (!kind || !query) {
        reply(failure(kind ? query.error() : kind.error()));
        return;
    }
    const int bucket = bucketSeconds(query->startedFrom, query->startedUntil, now);
    if (kind->naming == HistogramKind::Naming::ByDimension && kind->dimension != QLatin1String("provider")) {
        m_dimensions.answerHistogram(*query, *kind, bucket, std::move(reply));
        return;
    }
    m_gateway.queryLogHistogram(
        *query, histogramQuestion(*kind, bucket),
        replyWith<QList<api::LogBucket>>(std::move(reply), [kind = *kind, bucket](const auto &buckets) {
            return writeHistogram(kind, buckets, bucket);
        }));
}

void LogsApi::answerUsage(const ManagementRequest &request, ManagementReply reply)
{
    const QUrlQuery query(QString::fromStdString(request.query));
    m_gateway.queryUsage(readUsageQuery(query, QDateTime::currentDateTimeUtc()),
                         replyWith<api::UsageReport>(std::move(reply), writeUsage));
}

} // namespace gateway::admin
