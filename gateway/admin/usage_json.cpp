#include "gateway/admin/usage_json.h"

#include "gateway/admin/log_json.h"
#include "gateway/admin/text_conversion.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace gateway::admin {

namespace {

using Measure = HistogramKind::Measure;
using Naming = HistogramKind::Naming;

double inMilliseconds(std::chrono::microseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

double average(std::chrono::microseconds sum, qint64 count)
{
    return count == 0 ? 0.0 : inMilliseconds(sum) / static_cast<double>(count);
}

double perSecond(qint64 count, std::chrono::microseconds duration)
{
    return duration.count() == 0 ? 0.0 : static_cast<double>(count) * 1e6 / static_cast<double>(duration.count());
}

Json sumsJson(const api::UsageSums &sums)
{
    return {{"requests", sums.requests},           {"errors", sums.errors},
            {"attempts", sums.attempts},           {"input_tokens", sums.uncachedInput},
            {"cache_read_tokens", sums.cacheRead}, {"cache_write_tokens", sums.cacheWrite},
            {"output_tokens", sums.output},        {"reasoning_tokens", sums.reasoning},
            {"total_tokens", sums.tokens()},       {"cost", sums.cost.dollars()},
            {"unpriced_attempts", sums.unpriced},  {"partial_attempts", sums.partial}};
}

Json groupsJson(const QList<api::UsageGroup> &groups)
{
    Json object = Json::object();
    for (const api::UsageGroup &group : groups) {
        const QString name = group.provider.isEmpty() ? group.name : group.provider + QLatin1Char('/') + group.name;
        object[utf8(name)] = sumsJson(group.sums);
    }
    return object;
}

// The figures of one bucket, or of one name in it.
Json figures(Measure measure, const api::LogBucket &bucket)
{
    const api::LogStats &stats = bucket.stats;
    switch (measure) {
    case Measure::Requests:
        return {{"count", stats.requests}, {"success", stats.succeeded}, {"error", stats.requests - stats.succeeded}};
    case Measure::Models:
        return {{"total", stats.requests}, {"success", stats.succeeded}, {"error", stats.requests - stats.succeeded}};
    case Measure::Tokens:
        return {{"prompt_tokens", stats.promptTokens},
                {"completion_tokens", stats.completionTokens},
                {"total_tokens", stats.promptTokens + stats.completionTokens},
                {"cached_read_tokens", stats.cachedTokens}};
    case Measure::Cost: return {{"total_cost", stats.cost.dollars()}, {"unpriced_requests", stats.unpriced}};
    case Measure::Latency:
        return {{"avg_latency", average(stats.duration, stats.requests)},
                {"p90_latency", inMilliseconds(bucket.p90)},
                {"p95_latency", inMilliseconds(bucket.p95)},
                {"p99_latency", inMilliseconds(bucket.p99)},
                {"total_requests", stats.requests}};
    case Measure::Throughput:
        return {{"tokens_per_second", perSecond(stats.completionTokens, stats.duration)},
                {"total_completion_tokens", stats.completionTokens},
                {"total_requests", stats.requests}};
    }
    return Json::object();
}

bool isByModel(const HistogramKind &kind)
{
    return kind.naming == Naming::Plain && (kind.measure == Measure::Cost || kind.measure == Measure::Models);
}

// Bifrost gives a name's cost as a number and everything else as an object.
Json namedFigures(const HistogramKind &kind, const api::LogBucket &bucket)
{
    return kind.measure == Measure::Cost ? Json(bucket.stats.cost.dollars()) : figures(kind.measure, bucket);
}

const char *memberOf(const HistogramKind &kind)
{
    switch (kind.naming) {
    case Naming::Plain: return "by_model";
    case Naming::ByProvider: return "by_provider";
    case Naming::ByDimension: return "by_dimension";
    }
    return "by_model";
}

std::string stamp(const QDateTime &time)
{
    return utf8(time.toUTC().toString(Qt::ISODate));
}

} // namespace

api::UsageQuery readUsageQuery(const QUrlQuery &query, const QDateTime &now)
{
    api::UsageQuery usage;
    if (const auto times = readLogQuery(query, now)) {
        usage.from = times->startedFrom;
        usage.until = times->startedUntil;
        usage.providers = times->providers;
        usage.askedModels = times->models;
    }
    return usage;
}

Json writeUsage(const api::UsageReport &report)
{
    Json hours = Json::array();
    for (const api::UsageHour &hour : report.hours) {
        Json entry = sumsJson(hour.sums);
        entry["hour"] = stamp(hour.hour);
        entry["provider"] = utf8(hour.provider);
        hours.push_back(std::move(entry));
    }
    return {{"total", sumsJson(report.total)},
            {"byProvider", groupsJson(report.byProvider)},
            {"byConfiguredModel", groupsJson(report.byConfiguredModel)},
            {"byModel", groupsJson(report.byModel)},
            {"byKey", groupsJson(report.byKey)},
            {"byVirtualKey", groupsJson(report.byVirtualKey)},
            {"byClient", groupsJson(report.byClient)},
            {"hours", std::move(hours)}};
}

Json writeLogStats(const api::LogStats &stats)
{
    const double requests = static_cast<double>(std::max<qint64>(stats.requests, 1));
    const double rate = 100.0 * static_cast<double>(stats.succeeded) / requests;
    return {{"total_requests", stats.requests},
            {"success_rate", rate},
            {"user_facing_success_rate", rate},
            {"user_facing_total_requests", stats.requests},
            {"average_latency", average(stats.duration, stats.requests)},
            {"total_tokens", stats.promptTokens + stats.completionTokens},
            {"prompt_tokens", stats.promptTokens},
            {"completion_tokens", stats.completionTokens},
            {"total_cost", stats.cost.dollars()},
            {"unpriced_requests", stats.unpriced}};
}

Json writePriceChanges(const api::PriceChanges &changes)
{
    return {{"total_matched", changes.matched},
            {"updated", changes.priced},
            {"skipped", changes.matched - changes.priced},
            {"remaining", changes.matched - changes.priced},
            {"added_cost", changes.added.dollars()}};
}

Json writeRecalculation(const api::RecalculationView &view)
{
    constexpr std::array<const char *, 5> names{"idle", "running", "completed", "failed", "cancelled"};
    Json json{{"status", names.at(static_cast<std::size_t>(view.state))},
              {"total", view.processed},
              {"processed", view.processed},
              {"updated", view.updated},
              {"skipped", view.processed - view.updated}};
    if (view.state == api::RecalculationState::Idle)
        return json;
    json["id"] = utf8(view.id);
    json["started_at"] = utf8(view.startedAt.toString(Qt::ISODateWithMs));
    json["updated_at"] = utf8(view.updatedAt.toString(Qt::ISODateWithMs));
    if (!view.problem.isEmpty())
        json["last_error"] = utf8(view.problem);
    return json;
}

Result<HistogramKind> readHistogramKind(const QStringList &segments, const QUrlQuery &query)
{
    HistogramKind kind;
    if (segments.isEmpty())
        return kind;
    constexpr std::array<std::pair<const char *, Measure>, 5> measures{{{"tokens", Measure::Tokens},
                                                                        {"cost", Measure::Cost},
                                                                        {"models", Measure::Models},
                                                                        {"latency", Measure::Latency},
                                                                        {"throughput", Measure::Throughput}}};
    const auto measure = std::find_if(measures.begin(), measures.end(),
                                      [&](const auto &each) { return segments.front() == QLatin1String(each.first); });
    const QString naming = segments.value(1);
    const bool isKnown =
        measure != measures.end() && segments.size() <= 2
        && (naming.isEmpty() || naming == QLatin1String("by-provider") || naming == QLatin1String("by-dimension"))
        && (naming.isEmpty() || measure->second != Measure::Models);
    if (!isKnown)
        return unexpected(Error::client(ErrorCode::NotFound, "There is no such histogram."));
    kind.measure = measure->second;
    if (naming == QLatin1String("by-provider"))
        kind.naming = Naming::ByProvider;
    if (naming != QLatin1String("by-dimension"))
        return kind;
    kind.naming = Naming::ByDimension;
    kind.dimension = query.queryItemValue(QStringLiteral("dimension"));
    const QStringList known{QStringLiteral("provider"), QStringLiteral("team_id"), QStringLiteral("customer_id"),
                            QStringLiteral("user_id"), QStringLiteral("business_unit_id")};
    if (!known.contains(kind.dimension))
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        "dimension must be one of " + utf8(known.join(QStringLiteral(", ")))));
    return kind;
}

int bucketSeconds(const QDateTime &from, const QDateTime &until, const QDateTime &now)
{
    constexpr qint64 hour = 3600;
    constexpr qint64 day = 24 * hour;
    if (!from.isValid())
        return hour;
    const qint64 range = from.secsTo(until.isValid() ? until : now);
    constexpr std::array<std::pair<qint64, qint64>, 7> steps{{{365 * day, 30 * day},
                                                              {90 * day, 7 * day},
                                                              {30 * day, 3 * day},
                                                              {7 * day, day},
                                                              {3 * day, 8 * hour},
                                                              {day, hour},
                                                              {2 * hour, 600}}};
    for (const auto &[least, bucket] : steps) {
        if (range >= least)
            return static_cast<int>(bucket);
    }
    return 60;
}

api::LogHistogramQuestion histogramQuestion(const HistogramKind &kind, int bucketSeconds)
{
    api::LogHistogramQuestion question;
    question.bucketSeconds = bucketSeconds;
    question.hasPercentiles = kind.measure == Measure::Latency;
    if (isByModel(kind))
        question.dimension = api::LogHistogramQuestion::Dimension::Model;
    else if (kind.naming != Naming::Plain)
        question.dimension = api::LogHistogramQuestion::Dimension::Provider;
    return question;
}

Json writeHistogram(const HistogramKind &kind, const QList<api::LogBucket> &buckets, int bucketSeconds)
{
    const bool hasNames = isByModel(kind) || kind.naming != Naming::Plain;
    std::map<QDateTime, Json> byTime;
    std::map<QDateTime, Money> costs;
    std::set<std::string> names;
    for (const api::LogBucket &bucket : buckets) {
        Json &entry = byTime[bucket.start];
        if (!hasNames) {
            entry = figures(kind.measure, bucket);
            continue;
        }
        costs[bucket.start] += bucket.stats.cost;
        if (entry.is_null())
            entry = Json{{memberOf(kind), Json::object()}};
        entry[memberOf(kind)][utf8(bucket.name)] = namedFigures(kind, bucket);
        names.insert(utf8(bucket.name));
    }
    Json list = Json::array();
    for (auto &[start, entry] : byTime) {
        entry["timestamp"] = stamp(start);
        if (kind.measure == Measure::Cost && hasNames)
            entry["total_cost"] = costs[start].dollars();
        list.push_back(std::move(entry));
    }
    Json answer{{"buckets", std::move(list)}, {"bucket_size_seconds", bucketSeconds}};
    if (kind.naming == Naming::ByDimension) {
        answer["dimension"] = utf8(kind.dimension);
        answer["dimension_values"] = names;
    } else if (hasNames) {
        answer[kind.naming == Naming::ByProvider ? "providers" : "models"] = names;
    }
    return answer;
}

} // namespace gateway::admin
