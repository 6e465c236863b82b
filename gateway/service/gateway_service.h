// Implements the facade: applies commands, publishes snapshots and events. Owns the gateway's threads.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/base/clock.h"
#include "gateway/governance/governor.h"
#include "gateway/pipeline/live_feed.h"
#include "gateway/routing/first_token_times.h"
#include "gateway/routing/model_catalog.h"
#include "gateway/routing/session_affinity.h"
#include "gateway/routing/target_health.h"
#include "gateway/secrets/secret_store.h"
#include "gateway/service/event_stream.h"
#include "gateway/service/governance_configuration.h"
#include "gateway/service/health_keeper.h"
#include "gateway/service/health_prober.h"
#include "gateway/service/known_models.h"
#include "gateway/service/limit_counter_writer.h"
#include "gateway/service/live_updates.h"
#include "gateway/service/metrics_board.h"
#include "gateway/service/preset_catalog.h"
#include "gateway/service/network_watch.h"
#include "gateway/service/price_configuration.h"
#include "gateway/service/price_list_update.h"
#include "gateway/service/provider_configuration.h"
#include "gateway/service/provider_health.h"
#include "gateway/service/removal_undo.h"
#include "gateway/service/rule_configuration.h"
#include "gateway/service/status_pulse.h"
#include "gateway/service/usage_questions.h"
#include "gateway/service/worker_pool.h"
#include "gateway/storage/storage_thread.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace gateway::api {
class InspectorFacade;
}

namespace gateway::service {

class RequestInspector;

struct ServiceOptions {
    int workerCount = WorkerPool::defaultWorkerCount();
    std::optional<config::CaptureLevel> captureLevel;    // for this run only
    std::vector<std::string> allowedHosts;               // in addition to the stored ones, for this run only
    QString secretStoreProblem;                          // why the store in force is not the keychain
    std::shared_ptr<const config::PriceTable> priceList; // null: no prices are known
    QString priceListFile;                               // where a newer one is kept; empty: nowhere
};

// Lives on the main thread. Start-up: constructor, setManagementHandler, startListening. The storage and the secret
// store outlive it.
class GatewayService final : public api::GatewayFacade {
    Q_OBJECT
public:
    GatewayService(const Clock &clock, storage::StorageThread &storage, secrets::SecretStore &secrets,
                   PresetCatalog presets, ServiceOptions options);
    ~GatewayService() override;

    void setManagementHandler(ManagementHandler handler);

    // Why a configuration file that changed is not in force, for the status; empty: it is.
    void setConfigurationProblem(const QString &problem);

    // Stops listening, lets running requests end until the limit, then calls `done`. Destroy the service after it.
    void shutDown(std::chrono::milliseconds limit, std::function<void()> done);

    api::GatewayStatus status() const override;
    QList<api::ProviderView> providers() const override;
    QList<api::ProviderPreset> presets() const override { return m_presets.all(); }
    QList<api::RequestSummary> runningRequests() const override { return m_live->running(); }

    api::GovernanceFacade &governance() override { return *m_governance; }
    api::PriceListFacade &priceLists() override { return *m_priceLists; }
    api::RemovalFacade &removals() { return *m_removals; } // lives as long as this
    api::InspectorFacade &inspector();                     // likewise
    const api::ModelFacade &models() const { return *m_models; }
    api::RecalculationFacade &recalculations() { return m_usage; }
    NetworkWatch &network() { return m_network; } // lives as long as this
    std::string metrics() const;                  // for Prometheus; main thread

    void startListening(const api::ListenAddress &address, api::Reply<api::Done> reply) override;
    void stopListening(api::Reply<api::Done> reply) override;
    void setCaptureLevel(api::CaptureLevel level) override;

    void saveProvider(const api::SaveProvider &command, api::Reply<api::ProviderView> reply) override;
    void removeProvider(const QString &name, api::Reply<api::ProviderView> reply) override;
    void saveProviderKey(const api::SaveProviderKey &command, api::Reply<api::ProviderKeyView> reply) override;
    void removeProviderKey(const QString &provider, const QString &keyId,
                           api::Reply<api::ProviderKeyView> reply) override;

    QList<api::RoutingRuleView> routingRules() const override { return m_rules->views(); }
    std::optional<api::ExpressionProblem> checkRuleExpression(const QString &expression) const override;
    void saveRoutingRule(const api::SaveRoutingRule &command, api::Reply<api::RoutingRuleView> reply) override;
    void removeRoutingRule(const QString &id, api::Reply<api::RoutingRuleView> reply) override;
    QStringList ruleVariables() const override;
    void orderRoutingRules(const QStringList &ids, api::Reply<api::Done> reply) override;
    api::HealthBoard healthBoard() const override;
    void holdTarget(const api::TargetChoice &target, bool isHeld, api::Reply<api::Done> reply) override;
    void resetTarget(const api::TargetChoice &target, api::Reply<api::Done> reply) override;
    api::ResilienceView resilience() const override;
    void saveResilience(const api::ResilienceView &settings, api::Reply<api::ResilienceView> reply) override;
    void simulateRoute(const api::SimulateRoute &command, api::Reply<api::RouteExplanationView> reply) override;

    QList<api::PriceView> prices() const override { return m_prices->list(); }
    QList<api::PriceOverrideView> priceOverrides() const override { return m_prices->overrides(); }
    void savePriceOverride(const api::PriceOverrideView &price, api::Reply<api::PriceOverrideView> reply) override;
    void removePriceOverride(const QString &id, api::Reply<api::PriceOverrideView> reply) override;

    int testProvider(const api::TestProvider &command, api::Reply<api::ProviderTestReport> reply) override;
    void cancelProviderTest(int ticket) override;

    void queryHistory(const api::HistoryQuery &query, api::Reply<api::HistoryPage> reply) override;
    void requestDetail(const QString &requestId, api::Reply<api::RequestDetail> reply) override;
    void queryUsage(const api::UsageQuery &query, api::Reply<api::UsageReport> reply) override;
    void queryLogStats(const api::HistoryQuery &query, api::Reply<api::LogStats> reply) override;
    void queryLogHistogram(const api::HistoryQuery &query, const api::LogHistogramQuestion &question,
                           api::Reply<QList<api::LogBucket>> reply) override;
    void removeRequests(const QStringList &ids, api::Reply<qint64> reply) override;
    void recalculateCosts(api::Reply<api::PriceChanges> reply) override;
    api::RetentionView retention() const override;
    void saveRetention(const api::RetentionView &settings, api::Reply<api::RetentionView> reply) override;
    void clearHistory(const QDateTime &before, api::Reply<qint64> reply) override;
    api::ClientSettingsView clientSettings() const override;
    void saveClientSettings(const api::ClientSettingsView &settings,
                            api::Reply<api::ClientSettingsView> reply) override;
    QByteArray exportConfiguration() override;
    void watchRequest(const QString &requestId) override;
    void cancelRequest(const QString &requestId) override;
    void setLiveUpdatesWanted(bool wanted) override;

private:
    void takeLiveRequests(const QList<api::RequestSummary> &requests);
    void countEventSockets(int change);
    void wantLiveUpdates();
    void publishSnapshot();
    void publishRules();
    void publishGovernance();
    void publishPrices();
    bool look();            // at what the workers did since; true: something changed
    bool refreshStatus();   // emits statusChanged when something did, and says so
    void refreshSpending(); // asks for today's when requests were stored since
    void whenDrained(std::chrono::steady_clock::time_point limit, std::function<void()> done);
    ProviderTestPlan testPlan(const api::TestProvider &command) const;
    std::string healthBody() const;

    const Clock &m_clock;
    storage::StorageThread &m_storage;
    secrets::SecretStore &m_secrets;
    PresetCatalog m_presets;
    ServiceOptions m_options;
    std::shared_ptr<WorkerGate> m_mainGate;
    pipeline::LiveFeed m_feed;
    routing::ModelCatalog m_catalog;
    routing::TargetHealth m_targetHealth;
    routing::FirstTokenTimes m_firstTokens;
    routing::SessionAffinity m_sessions;
    routing::TargetPace m_pace{m_clock};
    net::TokenStore m_tokens; // of all workers, as are the three below
    net::ConnectionPlaces m_connectionPlaces;
    pipeline::ProviderLines m_lines;
    net::TargetPolicy m_targets;
    HealthKeeper m_healthKeeper;
    HealthProber m_prober;
    NetworkChanges m_networkChanges;
    NetworkWatch m_network;
    ProviderHealthBoard m_health;
    MetricsBoard m_metrics;
    governance::LimitLedger m_ledger;
    governance::Governor m_governor;
    config::RetentionSettings m_retention;
    ManagementHandler m_managementHandler;
    std::unique_ptr<ProviderConfiguration> m_configuration;
    std::unique_ptr<RuleConfiguration> m_rules;
    std::unique_ptr<GovernanceConfiguration> m_governance;
    std::unique_ptr<RemovalUndo> m_removals;
    std::unique_ptr<LimitCounterWriter> m_counterWriter;
    std::unique_ptr<PriceConfiguration> m_prices;
    std::unique_ptr<PriceListUpdate> m_priceLists;
    std::unique_ptr<KnownModels> m_models;
    std::unique_ptr<LiveUpdates> m_live;
    std::unique_ptr<RequestInspector> m_inspector;
    UsageQuestions m_usage;
    qint64 m_spendingSeenAt = -1; // the number of stored requests that today's spending is of
    QDate m_spendingDay;
    std::unique_ptr<StatusPulse> m_pulse; // outlives the workers, who wake it
    std::unique_ptr<WorkerPool> m_workers;
    api::GatewayStatus m_status;
    EventStream m_events;
    bool m_isWindowLooking = false;
    int m_eventSockets = 0; // of all workers
    int m_nextTicket = 1;
    mutable std::mutex m_healthMutex; // healthBody is asked by workers
    std::string m_healthBody;
};

} // namespace gateway::service
