#include "gateway/admin/log_ranking_json.h"

#include "gateway/access/caller_identification.h"
#include "gateway/admin/text_conversion.h"

#include <algorithm>
#include <limits>
#include <map>

namespace gateway::admin {

namespace {

struct Sum {
    qint64 requests = 0;
    qint64 succeeded = 0;
    qint64 tokens = 0;
    double cost = 0;    // dollars
    double latency = 0; // milliseconds, of all requests together
    double averageLatency() const { return requests == 0 ? 0.0 : latency / static_cast<double>(requests); }
};

Sum sumOf(const api::LogStats &stats)
{
    return {stats.requests, stats.succeeded, stats.promptTokens + stats.completionTokens, stats.cost.dollars(),
            static_cast<double>(stats.duration.count()) / 1000.0};
}

std::map<QString, Sum> sumsByName(const QList<api::LogBucket> &buckets)
{
    std::map<QString, Sum> sums;
    for (const api::LogBucket &bucket : buckets) {
        const Sum part = sumOf(bucket.stats);
        Sum &sum = sums[bucket.name];
        sum.requests += part.requests;
        sum.succeeded += part.succeeded;
        sum.tokens += part.tokens;
        sum.cost += part.cost;
        sum.latency += part.latency;
    }
    return sums;
}

double percentChange(double now, double before)
{
    return before == 0.0 ? 0.0 : (now - before) / before * 100.0;
}

Json trendOf(const Sum &now, const Sum *before)
{
    if (!before)
        return {{"has_previous_period", false}};
    return {{"has_previous_period", true},
            {"requests_trend", percentChange(static_cast<double>(now.requests), static_cast<double>(before->requests))},
            {"tokens_trend", percentChange(static_cast<double>(now.tokens), static_cast<double>(before->tokens))},
            {"cost_trend", percentChange(now.cost, before->cost)},
            {"latency_trend", percentChange(now.averageLatency(), before->averageLatency())}};
}

Json eachOnce(QStringList names)
{
    names.sort();
    names.removeDuplicates();
    Json list = Json::array();
    for (const QString &name : names) {
        if (!name.isEmpty())
            list.push_back(utf8(name));
    }
    return list;
}

Json namesOf(const QList<api::UsageGroup> &groups)
{
    QStringList names;
    for (const api::UsageGroup &group : groups)
        names.append(group.name);
    return eachOnce(std::move(names));
}

// Keys are known by their names; their ids may belong to something else by now.
Json namedObjects(const QList<api::UsageGroup> &groups)
{
    Json list = Json::array();
    for (const Json &name : namesOf(groups))
        list.push_back({{"id", name}, {"name", name}});
    return list;
}

} // namespace

api::LogHistogramQuestion rankingQuestion()
{
    api::LogHistogramQuestion question;
    question.bucketSeconds = std::numeric_limits<int>::max();
    question.dimension = api::LogHistogramQuestion::Dimension::ProviderAndModel;
    return question;
}

std::optional<api::HistoryQuery> queryOfPeriodBefore(const api::HistoryQuery &query, const QDateTime &now)
{
    if (!query.startedFrom.isValid())
        return std::nullopt;
    const qint64 length = query.startedFrom.msecsTo(query.startedUntil.isValid() ? query.startedUntil : now);
    api::HistoryQuery before = query;
    before.startedUntil = query.startedFrom.addMSecs(-1); // both ends are included
    before.startedFrom = query.startedFrom.addMSecs(-length);
    return before;
}

Json writeRankings(const QList<api::LogBucket> &current, const std::optional<QList<api::LogBucket>> &previous)
{
    const auto before = sumsByName(previous.value_or(QList<api::LogBucket>()));
    const auto sums = sumsByName(current);
    std::vector<std::pair<QString, Sum>> ranked(sums.begin(), sums.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &left, const auto &right) { return left.second.requests > right.second.requests; });
    Json list = Json::array();
    for (const auto &[name, sum] : ranked) {
        const qsizetype slash = name.indexOf(QLatin1Char('/')); // names of providers have none
        const auto earlier = before.find(name);
        const double successRate = 100.0 * static_cast<double>(sum.succeeded) / static_cast<double>(sum.requests);
        list.push_back({{"model", utf8(name.mid(slash + 1))},
                        {"provider", utf8(name.left(slash))},
                        {"total_requests", sum.requests},
                        {"success_count", sum.succeeded},
                        {"success_rate", sum.requests == 0 ? 0.0 : successRate},
                        {"total_tokens", sum.tokens},
                        {"total_cost", sum.cost},
                        {"avg_latency", sum.averageLatency()},
                        {"trend", trendOf(sum, earlier == before.end() ? nullptr : &earlier->second)}});
    }
    return {{"rankings", std::move(list)}};
}

Json writeOwnerRankings(QList<RankedOwner> owners)
{
    owners.removeIf([](const RankedOwner &owner) { return owner.current.requests == 0; });
    std::stable_sort(owners.begin(), owners.end(), [](const RankedOwner &left, const RankedOwner &right) {
        return left.current.requests > right.current.requests;
    });
    Json list = Json::array();
    for (const RankedOwner &owner : owners) {
        const Sum now = sumOf(owner.current);
        const std::optional<Sum> before = owner.previous ? std::optional(sumOf(*owner.previous)) : std::nullopt;
        Json trend = trendOf(now, before && before->requests > 0 ? &*before : nullptr);
        trend.erase("latency_trend");
        list.push_back({{"id", utf8(owner.id)},
                        {"name", utf8(owner.name)},
                        {"total_requests", now.requests},
                        {"total_tokens", now.tokens},
                        {"total_cost", now.cost},
                        {"trend", std::move(trend)}});
    }
    return {{"rankings", std::move(list)}};
}

Json writeFilterData(const api::UsageReport &report, const QStringList &dimensions)
{
    Json json = Json::object();
    const auto add = [&](const char *name, const auto &make) {
        if (dimensions.isEmpty() || dimensions.contains(QLatin1String(name)))
            json[name] = make();
    };
    add("models", [&] { return namesOf(report.byModel); });
    add("aliases", [&] { return namesOf(report.byConfiguredModel); });
    add("providers", [&] { return namesOf(report.byProvider); });
    add("selected_keys", [&] { return namedObjects(report.byKey); });
    add("virtual_keys", [&] { return namedObjects(report.byVirtualKey); });
    add("apps", [&] { return namesOf(report.byClient); });
    return json;
}

Json writeUserAgentMappings()
{
    Json list = Json::array();
    for (const access::ApplicationMark &mark : access::applicationMarks()) {
        const std::string part(mark.userAgentPart);
        list.push_back({{"id", part},
                        {"pattern", part},
                        {"match_type", "contains"},
                        {"app", std::string(mark.name)},
                        {"is_active", true}});
    }
    return {{"mappings", std::move(list)}};
}

Json writeStopReasons(const QList<api::RequestSummary> &requests)
{
    QStringList reasons;
    for (const api::RequestSummary &request : requests)
        reasons.append(request.finishReason);
    return eachOnce(std::move(reasons));
}

} // namespace gateway::admin
