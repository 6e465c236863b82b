// The narrow waist: all that a window, and the management API, may do with the gateway.
#pragma once

#include "gateway/api/gateway_commands.h"
#include "gateway/api/gateway_views.h"
#include "gateway/api/governance_facade.h"
#include "gateway/api/price_views.h"
#include "gateway/api/route_views.h"
#include "gateway/api/routing_rule_views.h"
#include "gateway/api/settings_views.h"
#include "gateway/api/usage_views.h"
#include "gateway/base/result.h"

#include <QObject>

#include <functional>

namespace gateway::api {

class PriceListFacade;

template <typename Value>
using Reply = std::function<void(Result<Value>)>;
struct Done {};

// Lives on the main thread; call it there. Nothing blocks: values are cached, commands return at once and their reply
// is called later on the main thread, exactly once. A reply that captures a widget must guard it with a QPointer.
class GatewayFacade : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual GatewayStatus status() const = 0;
    virtual QList<ProviderView> providers() const = 0; // sorted by name
    virtual QList<ProviderPreset> presets() const = 0;
    virtual QList<RequestSummary> runningRequests() const = 0;
    virtual QList<RoutingRuleView> routingRules() const = 0; // in the order in which they are asked
    // What is wrong with a rule's expression that is being typed; cheap enough for every key stroke.
    virtual std::optional<ExpressionProblem> checkRuleExpression(const QString &expression) const = 0;
    virtual QStringList ruleVariables() const = 0; // that an expression may use
    virtual HealthBoard healthBoard() const = 0;
    virtual ResilienceView resilience() const = 0;

    virtual GovernanceFacade &governance() = 0; // lives as long as this
    virtual PriceListFacade &priceLists() = 0;  // likewise

    virtual void startListening(const ListenAddress &address, Reply<Done> reply) = 0;
    virtual void stopListening(Reply<Done> reply) = 0;
    virtual void setCaptureLevel(CaptureLevel level) = 0;

    virtual void saveProvider(const SaveProvider &command, Reply<ProviderView> reply) = 0;
    virtual void removeProvider(const QString &name, Reply<ProviderView> reply) = 0;
    virtual void saveProviderKey(const SaveProviderKey &command, Reply<ProviderKeyView> reply) = 0;
    virtual void removeProviderKey(const QString &provider, const QString &keyId, Reply<ProviderKeyView> reply) = 0;

    // InvalidRequest names line and column of a wrong expression.
    virtual void saveRoutingRule(const SaveRoutingRule &command, Reply<RoutingRuleView> reply) = 0;
    virtual void removeRoutingRule(const QString &id, Reply<RoutingRuleView> reply) = 0;

    virtual QList<PriceView> prices() const = 0;                 // the list, by provider and model
    virtual QList<PriceOverrideView> priceOverrides() const = 0; // a person's own, by name
    virtual void savePriceOverride(const PriceOverrideView &price, Reply<PriceOverrideView> reply) = 0; // empty id: new
    virtual void removePriceOverride(const QString &id, Reply<PriceOverrideView> reply) = 0;

    // All rules in the order in which they shall be asked; those of one scope stay together. InvalidRequest when one is
    // missing.
    virtual void orderRoutingRules(const QStringList &ids, Reply<Done> reply) = 0;

    // Held targets are not asked until they are released, as long as there is another. Without a key's id all keys of
    // the provider are meant. Both survive a restart.
    virtual void holdTarget(const TargetChoice &target, bool isHeld, Reply<Done> reply) = 0;
    virtual void resetTarget(const TargetChoice &target, Reply<Done> reply) = 0; // as if it had never failed
    virtual void saveResilience(const ResilienceView &settings, Reply<ResilienceView> reply) = 0;

    // Where a request would go now and why; nothing is sent. InvalidRequest when the pasted text is no request.
    virtual void simulateRoute(const SimulateRoute &command, Reply<RouteExplanationView> reply) = 0;

    // Steps arrive by providerTestStepped; the reply comes last. Returns a ticket that the steps carry.
    virtual int testProvider(const TestProvider &command, Reply<ProviderTestReport> reply) = 0;
    virtual void cancelProviderTest(int ticket) = 0;

    virtual void queryHistory(const HistoryQuery &query, Reply<HistoryPage> reply) = 0;
    virtual void requestDetail(const QString &requestId, Reply<RequestDetail> reply) = 0;

    // What was used, for ever; then sums over the requests that are still stored.
    virtual void queryUsage(const UsageQuery &query, Reply<UsageReport> reply) = 0;
    virtual void queryLogStats(const HistoryQuery &query, Reply<LogStats> reply) = 0;
    virtual void queryLogHistogram(const HistoryQuery &query, const LogHistogramQuestion &question,
                                   Reply<QList<LogBucket>> reply) = 0;
    // Deletes stored requests with their bodies; what they used stays counted. Replies how many there were.
    virtual void removeRequests(const QStringList &ids, Reply<qint64> reply) = 0;
    // Looks for prices of stored requests whose cost is not known.
    virtual void recalculateCosts(Reply<PriceChanges> reply) = 0;

    virtual RetentionView retention() const = 0;
    // In force when the reply comes; what is too old or too much then goes in the background. InvalidRequest for less
    // than nothing.
    virtual void saveRetention(const RetentionView &settings, Reply<RetentionView> reply) = 0;
    // Deletes the stored requests that began before, in the background. Replies how many there were.
    virtual void clearHistory(const QDateTime &before, Reply<qint64> reply) = 0;
    virtual ClientSettingsView clientSettings() const = 0;
    virtual void saveClientSettings(const ClientSettingsView &settings, Reply<ClientSettingsView> reply) = 0;
    // The whole configuration as a config.json that a gateway can take over. Secrets stand in it as references, never
    // as values (docs/configuration.md).
    virtual QByteArray exportConfiguration() = 0;

    // While watched, conversationChanged is emitted for a running request as its answer arrives, at most ten times a
    // second. An empty id watches nothing.
    virtual void watchRequest(const QString &requestId) = 0;
    virtual void cancelRequest(const QString &requestId) = 0;

    // While false (window hidden) requestsChanged is not emitted, and costs nothing.
    virtual void setLiveUpdatesWanted(bool wanted) = 0;

signals:
    void statusChanged(const gateway::api::GatewayStatus &status);
    void providersChanged();
    void routingRulesChanged();
    void pricesChanged();
    void healthBoardChanged(); // at most once a second
    void resilienceChanged();
    void settingsChanged(); // of retention() or clientSettings()
    // New and changed rows, merged: at most ten times a second, each id once.
    void requestsChanged(const QList<gateway::api::RequestSummary> &requests);
    void conversationChanged(const gateway::api::ConversationView &conversation);
    void providerTestStepped(int ticket, const gateway::api::ProviderTestStep &step);
};

} // namespace gateway::api
