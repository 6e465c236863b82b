#include "gateway/service/usage_questions.h"

#include "gateway/base/identifiers.h"
#include "gateway/metering/cost_meter.h"
#include "gateway/metering/request_cost.h"
#include "gateway/service/utc_time.h"
#include "gateway/service/view_conversion.h"

namespace gateway::service {

namespace {

api::UsageSums sumsView(const storage::UsageSums &sums)
{
    api::UsageSums view;
    view.requests = sums.requests;
    view.errors = sums.errors;
    view.attempts = sums.attempts;
    view.uncachedInput = sums.uncachedInput;
    view.cacheRead = sums.cacheRead;
    view.cacheWrite = sums.cacheWrite;
    view.output = sums.output;
    view.reasoning = sums.reasoning;
    view.cost = sums.cost;
    view.unpriced = sums.unpriced;
    view.partial = sums.partial;
    view.cachedCost = sums.cachedCost;
    view.cachedAsFresh = sums.cachedAsFresh;
    return view;
}

api::LatencyFigures figuresView(const storage::LatencyFigures &figures)
{
    return {figures.answers, figures.p50, figures.p95, figures.p99};
}

api::UsageLatency latencyView(const storage::UsageLatency &latency)
{
    return {figuresView(latency.firstToken), figuresView(latency.whole)};
}

QList<api::UsageGroup> groupViews(const std::vector<storage::UsageGroup> &groups)
{
    QList<api::UsageGroup> views;
    for (const storage::UsageGroup &group : groups)
        views.append({toText(group.name), toText(group.provider), sumsView(group.sums)});
    return views;
}

api::UsageReport reportView(const storage::UsageReport &report)
{
    api::UsageReport view;
    view.total = sumsView(report.total);
    view.byProvider = groupViews(report.byProvider);
    view.byConfiguredModel = groupViews(report.byAskedModel);
    view.byModel = groupViews(report.byModel);
    view.byKey = groupViews(report.byKey);
    view.byVirtualKey = groupViews(report.byVirtualKey);
    view.byClient = groupViews(report.byClient);
    for (const storage::UsageHour &hour : report.hours)
        view.hours.append({inUtc(hour.hour), toText(hour.provider), sumsView(hour.sums)});
    for (const storage::UsageLatency &step : report.latencySteps)
        view.latencySteps.append(latencyView(step));
    for (const storage::ProviderLatency &each : report.latencyByProvider)
        view.latencyByProvider.append({toText(each.provider), latencyView(each.latency)});
    view.latency = latencyView(report.latency);
    if (report.firstHour)
        view.firstHour = inUtc(*report.firstHour);
    return view;
}

api::LogStats statsView(const storage::LogStats &stats)
{
    return {stats.requests,     stats.succeeded, stats.promptTokens, stats.completionTokens,
            stats.cachedTokens, stats.cost,      stats.unpriced,     stats.duration};
}

storage::LogHistogramQuery::Dimension dimensionOf(api::LogHistogramQuestion::Dimension dimension)
{
    switch (dimension) {
    case api::LogHistogramQuestion::Dimension::None: return storage::LogHistogramQuery::Dimension::None;
    case api::LogHistogramQuestion::Dimension::Provider: return storage::LogHistogramQuery::Dimension::Provider;
    case api::LogHistogramQuestion::Dimension::Model: return storage::LogHistogramQuery::Dimension::Model;
    case api::LogHistogramQuestion::Dimension::ProviderAndModel:
        return storage::LogHistogramQuery::Dimension::ProviderAndModel;
    }
    return storage::LogHistogramQuery::Dimension::None;
}

// The storage's answer, turned into a view there, brought to the main thread.
template <typename Stored, typename View, typename Convert>
std::function<void(Result<Stored>)> bring(std::shared_ptr<WorkerGate> gate, api::Reply<View> reply, Convert convert)
{
    return [gate = std::move(gate), reply = std::move(reply), convert](const Result<Stored> &stored) {
        Result<View> view = stored ? Result<View>(convert(*stored)) : Result<View>(unexpected(stored.error()));
        gate->post([reply, view = std::move(view)] { reply(view); });
    };
}

std::string keyIdOf(const config::ProviderDefinition &provider, const std::string &name)
{
    for (const config::ProviderKey &key : provider.keys) {
        if (key.name == name)
            return key.id.value;
    }
    return {};
}

} // namespace

void UsageQuestions::usage(const api::UsageQuery &query, api::Reply<api::UsageReport> reply)
{
    storage::UsageQuery stored;
    stored.from = wallTime(query.from);
    stored.until = wallTime(query.until);
    for (const QString &name : query.providers)
        stored.providers.push_back(toUtf8(name));
    for (const QString &name : query.askedModels)
        stored.askedModels.push_back(toUtf8(name));
    for (const QDateTime &border : query.latencyBorders) {
        if (const auto moment = wallTime(border))
            stored.latencyBorders.push_back(*moment);
    }
    m_storage.postUsage(std::move(stored), bring<storage::UsageReport>(m_mainGate, std::move(reply), reportView));
}

void UsageQuestions::logStats(const api::HistoryQuery &query, api::Reply<api::LogStats> reply)
{
    m_storage.postLogStats(historyQuery(query), bring<storage::LogStats>(m_mainGate, std::move(reply), statsView));
}

storage::LogHistogramQuery histogramQuery(const api::HistoryQuery &query, const api::LogHistogramQuestion &question)
{
    storage::LogHistogramQuery stored;
    stored.filter = historyQuery(query);
    stored.bucket = std::chrono::seconds(question.bucketSeconds);
    stored.dimension = dimensionOf(question.dimension);
    stored.hasPercentiles = question.hasPercentiles;
    return stored;
}

QList<api::LogBucket> bucketViews(const std::vector<storage::LogBucket> &buckets)
{
    QList<api::LogBucket> list;
    for (const storage::LogBucket &bucket : buckets) {
        list.append(
            {inUtc(bucket.start), toText(bucket.name), statsView(bucket.stats), bucket.p90, bucket.p95, bucket.p99});
    }
    return list;
}

void UsageQuestions::logHistogram(const api::HistoryQuery &query, const api::LogHistogramQuestion &question,
                                  api::Reply<QList<api::LogBucket>> reply)
{
    m_storage.postLogHistogram(histogramQuery(query, question),
                               bring<std::vector<storage::LogBucket>>(m_mainGate, std::move(reply), bucketViews));
}

void UsageQuestions::removeRequests(const QStringList &ids, api::Reply<qint64> reply)
{
    std::vector<RequestId> requests;
    for (const QString &id : ids)
        requests.push_back({toUtf8(id)});
    m_storage.postRemoveRequests(
        std::move(requests),
        bring<std::int64_t>(m_mainGate, std::move(reply), [](std::int64_t count) { return qint64{count}; }));
}

void UsageQuestions::reprice(config::ConfigSnapshotPointer snapshot, api::Reply<api::PriceChanges> reply)
{
    const auto progress = std::make_shared<Progress>();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_recalculation->progress = progress;
    m_recalculation->view = {toText(makeUuid()), api::RecalculationState::Running, 0, 0, {}, now, now};
    const auto price = [snapshot = std::move(snapshot), progress](RequestRecord &record) {
        if (progress->isCancelled) // the rest is only counted
            return false;
        const bool hasChanged = repriceRecord(*snapshot, record);
        ++progress->processed;
        progress->updated += hasChanged ? 1 : 0;
        return hasChanged;
    };
    const auto ended = [recalculation = m_recalculation, progress,
                        reply = std::move(reply)](const Result<api::PriceChanges> &changes) {
        recalculation->end(progress, changes);
        reply(changes);
    };
    m_storage.postReprice(price, bring<storage::PriceChanges, api::PriceChanges>(
                                     m_mainGate, ended, [](const storage::PriceChanges &changes) {
                                         return api::PriceChanges{changes.matched, changes.priced, changes.added};
                                     }));
}

void UsageQuestions::Recalculation::end(const std::shared_ptr<Progress> &ended,
                                        const Result<api::PriceChanges> &changes)
{
    if (ended != progress) // a later one counts
        return;
    view = current();
    if (!changes) {
        view.state = api::RecalculationState::Failed;
        view.problem = toText(changes.error().message);
    } else {
        view.state = ended->isCancelled ? api::RecalculationState::Cancelled : api::RecalculationState::Completed;
    }
    progress.reset();
}

api::RecalculationView UsageQuestions::Recalculation::current() const
{
    api::RecalculationView now = view;
    if (progress) {
        now.processed = progress->processed;
        now.updated = progress->updated;
        now.updatedAt = QDateTime::currentDateTimeUtc();
    }
    return now;
}

api::RecalculationView UsageQuestions::lastRecalculation() const
{
    return m_recalculation->current();
}

void UsageQuestions::cancelRecalculation()
{
    if (m_recalculation->progress)
        m_recalculation->progress->isCancelled = true;
}

bool repriceRecord(const config::ConfigSnapshot &snapshot, RequestRecord &record)
{
    // Which of its tokens were pictures is not stored, and they cost more than text: unknown is better than too little.
    if (record.operation.starts_with("image_"))
        return false;
    bool hasChanged = false;
    for (AttemptRecord &attempt : record.attempts) {
        if (attempt.costDetail.basis != CostBasis::Unknown)
            continue;
        const config::ProviderDefinition *provider = snapshot.findProvider(attempt.provider);
        const std::string keyId = provider ? keyIdOf(*provider, attempt.keyName) : std::string();
        config::PriceQuestion question;
        question.provider = attempt.provider;
        if (provider)
            question.preset = provider->priceList(attempt.model);
        question.model = attempt.model;
        question.keyId = keyId;
        question.virtualKey = record.virtualKeyName;
        question.requestType = record.operation;
        question.at = record.startedAt;
        metering::MeteredUse use;
        use.usage = attempt.usage;
        use.serviceTier = attempt.costDetail.serviceTier;
        use.at = record.startedAt;
        use.isComplete = attempt.errorCode.empty();
        use.reportedCost = attempt.costDetail.reported;
        metering::MeteredCost metered = metering::meterCost(snapshot.prices->find(question), use);
        if (!metered.cost)
            continue;
        attempt.cost = metered.cost;
        attempt.costDetail = std::move(metered.detail);
        hasChanged = true;
    }
    if (hasChanged)
        metering::sumUpCost(record);
    return hasChanged;
}

} // namespace gateway::service
