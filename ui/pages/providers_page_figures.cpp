// What the Providers page tells of each provider beside its state: the last hour, and the spend of this month.
#include "ui/models/provider_table_model.h"
#include "ui/pages/providers_page.h"

#include <QPointer>

namespace ui::pages {

using gateway::api::LogBucket;
using gateway::api::UsageReport;
using models::ProviderFigures;

namespace {

constexpr int bucketSeconds = 5 * 60;
constexpr int buckets = 12; // of the last hour

} // namespace

void ProvidersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    askFigures();
    m_figuresTimer.start();
}

void ProvidersPage::hideEvent(QHideEvent *event)
{
    m_figuresTimer.stop();
    Page::hideEvent(event);
}

void ProvidersPage::askFigures()
{
    if (m_gateway.providers().isEmpty())
        return;
    const QDate today = QDate::currentDate();
    QDateTime hour = QDateTime::currentDateTimeUtc();
    hour.setTime(QTime(hour.time().hour(), 0));
    gateway::api::UsageQuery query;
    query.from = QDate(today.year(), today.month(), 1).startOfDay().toUTC();
    query.latencyBorders = {hour.addSecs(-3600), hour.addSecs(3600)}; // whole hours, so at most two
    const QPointer<ProvidersPage> guard(this);
    m_gateway.queryUsage(query, [guard](const gateway::Result<UsageReport> &report) {
        if (guard && report)
            guard->takeUsage(*report);
    });
    gateway::api::HistoryQuery lastHour;
    const QDateTime from = QDateTime::currentDateTimeUtc().addSecs(-buckets * bucketSeconds);
    lastHour.startedFrom = from;
    gateway::api::LogHistogramQuestion question;
    question.bucketSeconds = bucketSeconds;
    question.dimension = gateway::api::LogHistogramQuestion::Dimension::Provider;
    m_gateway.queryLogHistogram(lastHour, question, [guard, from](const gateway::Result<QList<LogBucket>> &found) {
        if (guard && found)
            guard->takeLastHour(*found, from);
    });
}

void ProvidersPage::takeUsage(const UsageReport &report)
{
    for (ProviderFigures &figures : m_figures) {
        figures.spent = {};
        figures.firstToken.reset();
    }
    for (const gateway::api::UsageGroup &group : report.byProvider)
        m_figures[group.name].spent = group.sums.cost;
    for (const gateway::api::ProviderLatency &each : report.latencyByProvider) {
        if (each.latency.firstToken.answers > 0)
            m_figures[each.provider].firstToken = each.latency.firstToken.p50;
    }
    m_model->setFigures(m_figures);
}

void ProvidersPage::takeLastHour(const QList<LogBucket> &found, const QDateTime &from)
{
    for (const gateway::api::ProviderView &provider : m_gateway.providers())
        m_figures[provider.name].lastHour = QList<qint64>(buckets, 0);
    for (const LogBucket &bucket : found) {
        const qint64 place = std::clamp<qint64>(from.secsTo(bucket.start) / bucketSeconds, 0, buckets - 1);
        ProviderFigures &figures = m_figures[bucket.name];
        if (figures.lastHour.isEmpty())
            figures.lastHour = QList<qint64>(buckets, 0);
        figures.lastHour[place] += bucket.stats.requests;
    }
    m_model->setFigures(m_figures);
}

} // namespace ui::pages
