// A gateway for tests of windows: records what it is asked, answers what the test sets, emits what the test says.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "tests/support/fake_governance.h"
#include "tests/support/fake_inspector.h"
#include "tests/support/fake_price_lists.h"
#include "tests/support/fake_removals.h"

#include <QHash>

#include <optional>
#include <utility>
#include <vector>

namespace support {

// Replies are called from inside the command unless holdsReplies is set; then releaseReplies() calls them in order.
class FakeGateway : public gateway::api::GatewayFacade {
    Q_OBJECT
public:
    explicit FakeGateway(QObject *parent = nullptr);

    FakeGovernance fakeGovernance;
    gateway::api::GovernanceFacade &governance() override { return fakeGovernance; }
    FakeRemovals fakeRemovals{*this};
    gateway::api::RemovalFacade &removals() { return fakeRemovals; }
    FakeInspector fakeInspector;
    FakePriceLists fakePriceLists;
    gateway::api::PriceListFacade &priceLists() override { return fakePriceLists; }

    // What getters answer. Change them with the functions below so that signals follow.
    gateway::api::GatewayStatus currentStatus;
    QList<gateway::api::ProviderView> storedProviders;
    QList<gateway::api::ProviderPreset> knownPresets;
    QList<gateway::api::RequestSummary> running;
    QList<gateway::api::RequestSummary> history; // newest first
    QHash<QString, gateway::api::RequestDetail> details;
    QList<gateway::api::RoutingRuleView> storedRules;
    gateway::api::RouteExplanationView explanation; // of every simulation
    gateway::api::HealthBoard board;
    gateway::api::ResilienceView resilienceSettings;
    std::optional<gateway::api::ExpressionProblem> expressionProblem; // of every expression
    gateway::api::UsageReport usage;                                  // of every span
    QList<gateway::api::UsageHour> earlierHours; // before those of `usage`, for spans that begin there
    QList<gateway::api::PriceView> listedPrices;
    QList<gateway::api::PriceOverrideView> ownPrices;
    gateway::api::LogStats logStats;
    QList<gateway::api::LogBucket> logBuckets;
    gateway::api::PriceChanges priceChanges;
    gateway::api::RetentionView retentionSettings;
    gateway::api::ClientSettingsView clientValues;
    QByteArray exportedConfiguration = "{}\n";

    void setStatus(const gateway::api::GatewayStatus &status);
    void setProviders(const QList<gateway::api::ProviderView> &providers);
    void setRules(const QList<gateway::api::RoutingRuleView> &rules);
    void setBoard(const gateway::api::HealthBoard &newBoard);
    void emitRequests(const QList<gateway::api::RequestSummary> &requests); // only while live updates are wanted
    void emitConversation(const gateway::api::ConversationView &conversation);
    void emitTestStep(const gateway::api::ProviderTestStep &step); // of the newest test
    void finishTest(const gateway::api::ProviderTestReport &report);

    // The next command that changes something fails with this.
    void failNext(const gateway::Error &error) { m_nextError = error; }
    bool holdsReplies = false;
    void releaseReplies();

    // What was asked, oldest first.
    std::vector<gateway::api::ListenAddress> listenCommands;
    int stopCommands = 0;
    std::vector<gateway::api::CaptureLevel> captureLevels;
    std::vector<gateway::api::SaveProvider> savedProviders;
    QStringList removedProviders;
    std::vector<gateway::api::SaveProviderKey> savedKeys;
    std::vector<std::pair<QString, QString>> removedKeys; // provider, key id
    std::vector<gateway::api::SimulateRoute> simulations;
    std::vector<gateway::api::SaveRoutingRule> savedRules;
    QList<QStringList> orders;
    std::vector<std::pair<gateway::api::TargetChoice, bool>> holds; // true: held, false: released
    std::vector<gateway::api::TargetChoice> resets;
    std::vector<gateway::api::TestProvider> tests;
    QList<int> cancelledTests;
    std::vector<gateway::api::HistoryQuery> queries;
    QStringList detailQueries;
    std::vector<gateway::api::UsageQuery> usageQueries;
    std::vector<gateway::api::LogHistogramQuestion> histogramQuestions;
    int recalculations = 0;
    QStringList removedRequests;
    QList<QDateTime> clearings;
    QString watchedRequest;
    QStringList cancelledRequests;
    bool isLive = true;

    gateway::api::GatewayStatus status() const override { return currentStatus; }
    QList<gateway::api::ProviderView> providers() const override { return storedProviders; }
    QList<gateway::api::ProviderPreset> presets() const override { return knownPresets; }
    QList<gateway::api::RequestSummary> runningRequests() const override { return running; }

    void startListening(const gateway::api::ListenAddress &address,
                        gateway::api::Reply<gateway::api::Done> reply) override;
    void stopListening(gateway::api::Reply<gateway::api::Done> reply) override;
    void setCaptureLevel(gateway::api::CaptureLevel level) override;
    void saveProvider(const gateway::api::SaveProvider &command,
                      gateway::api::Reply<gateway::api::ProviderView> reply) override;
    void removeProvider(const QString &name, gateway::api::Reply<gateway::api::ProviderView> reply) override;
    void saveProviderKey(const gateway::api::SaveProviderKey &command,
                         gateway::api::Reply<gateway::api::ProviderKeyView> reply) override;
    void removeProviderKey(const QString &provider, const QString &keyId,
                           gateway::api::Reply<gateway::api::ProviderKeyView> reply) override;
    QList<gateway::api::RoutingRuleView> routingRules() const override { return storedRules; }
    QList<gateway::api::PriceView> prices() const override { return listedPrices; }
    QList<gateway::api::PriceOverrideView> priceOverrides() const override { return ownPrices; }
    void savePriceOverride(const gateway::api::PriceOverrideView &price,
                           gateway::api::Reply<gateway::api::PriceOverrideView> reply) override;
    void removePriceOverride(const QString &id, gateway::api::Reply<gateway::api::PriceOverrideView> reply) override;
    std::optional<gateway::api::ExpressionProblem> checkRuleExpression(const QString &) const override
    {
        return expressionProblem;
    }
    void saveRoutingRule(const gateway::api::SaveRoutingRule &command,
                         gateway::api::Reply<gateway::api::RoutingRuleView> reply) override;
    void removeRoutingRule(const QString &id, gateway::api::Reply<gateway::api::RoutingRuleView> reply) override;
    QStringList ruleVariables() const override;
    gateway::api::HealthBoard healthBoard() const override { return board; }
    gateway::api::ResilienceView resilience() const override { return resilienceSettings; }
    void orderRoutingRules(const QStringList &ids, gateway::api::Reply<gateway::api::Done> reply) override;
    void holdTarget(const gateway::api::TargetChoice &target, bool isHeld,
                    gateway::api::Reply<gateway::api::Done> reply) override;
    void resetTarget(const gateway::api::TargetChoice &target, gateway::api::Reply<gateway::api::Done> reply) override;
    void saveResilience(const gateway::api::ResilienceView &settings,
                        gateway::api::Reply<gateway::api::ResilienceView> reply) override;
    void simulateRoute(const gateway::api::SimulateRoute &command,
                       gateway::api::Reply<gateway::api::RouteExplanationView> reply) override;
    int testProvider(const gateway::api::TestProvider &command,
                     gateway::api::Reply<gateway::api::ProviderTestReport> reply) override;
    void cancelProviderTest(int ticket) override;
    void queryHistory(const gateway::api::HistoryQuery &query,
                      gateway::api::Reply<gateway::api::HistoryPage> reply) override;
    void requestDetail(const QString &requestId, gateway::api::Reply<gateway::api::RequestDetail> reply) override;
    void queryUsage(const gateway::api::UsageQuery &query,
                    gateway::api::Reply<gateway::api::UsageReport> reply) override;
    void queryLogStats(const gateway::api::HistoryQuery &query,
                       gateway::api::Reply<gateway::api::LogStats> reply) override;
    void queryLogHistogram(const gateway::api::HistoryQuery &query, const gateway::api::LogHistogramQuestion &question,
                           gateway::api::Reply<QList<gateway::api::LogBucket>> reply) override;
    void removeRequests(const QStringList &ids, gateway::api::Reply<qint64> reply) override;
    void recalculateCosts(gateway::api::Reply<gateway::api::PriceChanges> reply) override;
    gateway::api::RetentionView retention() const override { return retentionSettings; }
    void saveRetention(const gateway::api::RetentionView &settings,
                       gateway::api::Reply<gateway::api::RetentionView> reply) override;
    void clearHistory(const QDateTime &before, gateway::api::Reply<qint64> reply) override;
    gateway::api::ClientSettingsView clientSettings() const override { return clientValues; }
    void saveClientSettings(const gateway::api::ClientSettingsView &settings,
                            gateway::api::Reply<gateway::api::ClientSettingsView> reply) override;
    QByteArray exportConfiguration() override { return exportedConfiguration; }
    void watchRequest(const QString &requestId) override { watchedRequest = requestId; }
    void cancelRequest(const QString &requestId) override { cancelledRequests.append(requestId); }
    void setLiveUpdatesWanted(bool wanted) override { isLive = wanted; }

private:
    template <typename Value>
    void answer(gateway::api::Reply<Value> reply, gateway::Result<Value> result);
    template <typename Value>
    bool failsNow(const gateway::api::Reply<Value> &reply);
    gateway::api::ProviderView *providerNamed(const QString &name);

    std::optional<gateway::Error> m_nextError;
    std::vector<std::function<void()>> m_heldReplies;
    gateway::api::Reply<gateway::api::ProviderTestReport> m_testReply;
    int m_lastTicket = 0;
    int m_lastKeyId = 0;
};

} // namespace support
