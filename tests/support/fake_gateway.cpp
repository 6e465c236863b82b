#include "tests/support/fake_gateway.h"

#include "tests/support/usage_samples.h"

#include <algorithm>

namespace support {

using namespace gateway::api;
using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;

FakeGateway::FakeGateway(QObject *parent) : GatewayFacade(parent)
{
    currentStatus.listener = ListenerState::Listening;
    currentStatus.addresses = {QStringLiteral("127.0.0.1")};
    currentStatus.port = 8080;
    currentStatus.baseUrl = QStringLiteral("http://127.0.0.1:8080");
    currentStatus.secretStore = SecretStoreKind::Keychain;
    currentStatus.version = QStringLiteral("0.1.0");
}

template <typename Value>
void FakeGateway::answer(Reply<Value> reply, Result<Value> result)
{
    if (!reply)
        return;
    if (holdsReplies)
        m_heldReplies.push_back([reply = std::move(reply), result = std::move(result)] { reply(result); });
    else
        reply(std::move(result));
}

template <typename Value>
bool FakeGateway::failsNow(const Reply<Value> &reply)
{
    if (!m_nextError)
        return false;
    const Error error = *std::exchange(m_nextError, std::nullopt);
    answer<Value>(reply, tl::unexpected(error));
    return true;
}

void FakeGateway::releaseReplies()
{
    for (const auto &reply : std::exchange(m_heldReplies, {}))
        reply();
}

ProviderView *FakeGateway::providerNamed(const QString &name)
{
    const auto found = std::find_if(storedProviders.begin(), storedProviders.end(),
                                    [&](const ProviderView &provider) { return provider.name == name; });
    return found == storedProviders.end() ? nullptr : &*found;
}

void FakeGateway::setStatus(const GatewayStatus &status)
{
    currentStatus = status;
    emit statusChanged(status);
}

void FakeGateway::setProviders(const QList<ProviderView> &providers)
{
    storedProviders = providers;
    emit providersChanged();
}

void FakeGateway::emitRequests(const QList<RequestSummary> &requests)
{
    if (isLive)
        emit requestsChanged(requests);
}

void FakeGateway::emitConversation(const ConversationView &conversation)
{
    emit conversationChanged(conversation);
}

void FakeGateway::emitTestStep(const ProviderTestStep &step)
{
    emit providerTestStepped(m_lastTicket, step);
}

void FakeGateway::finishTest(const ProviderTestReport &report)
{
    if (auto reply = std::exchange(m_testReply, nullptr))
        reply(report);
}

void FakeGateway::startListening(const ListenAddress &address, Reply<Done> reply)
{
    listenCommands.push_back(address);
    if (failsNow(reply))
        return;
    GatewayStatus status = currentStatus;
    status.listener = ListenerState::Listening;
    status.listenerProblem.clear();
    status.port = address.port;
    status.addresses = address.addresses;
    status.baseUrl = QStringLiteral("http://127.0.0.1:%1").arg(address.port);
    setStatus(status);
    answer<Done>(std::move(reply), Done{});
}

void FakeGateway::stopListening(Reply<Done> reply)
{
    ++stopCommands;
    if (failsNow(reply))
        return;
    GatewayStatus status = currentStatus;
    status.listener = ListenerState::Stopped;
    setStatus(status);
    answer<Done>(std::move(reply), Done{});
}

void FakeGateway::setCaptureLevel(CaptureLevel level)
{
    captureLevels.push_back(level);
    GatewayStatus status = currentStatus;
    status.captureLevel = level;
    setStatus(status);
}

void FakeGateway::saveProvider(const SaveProvider &command, Reply<ProviderView> reply)
{
    savedProviders.push_back(command);
    if (failsNow(reply))
        return;
    ProviderView saved = command.provider;
    if (ProviderView *stored = providerNamed(saved.name)) {
        if (command.mustBeNew) {
            answer<ProviderView>(std::move(reply),
                                 tl::unexpected(Error::client(ErrorCode::Conflict, "This name is already used.")));
            return;
        }
        saved.keys = stored->keys;
        *stored = saved;
    } else {
        saved.keys.clear();
        storedProviders.append(saved);
        std::sort(storedProviders.begin(), storedProviders.end(),
                  [](const ProviderView &first, const ProviderView &second) { return first.name < second.name; });
    }
    emit providersChanged();
    answer<ProviderView>(std::move(reply), saved);
}

void FakeGateway::removeProvider(const QString &name, Reply<ProviderView> reply)
{
    removedProviders.append(name);
    if (failsNow(reply))
        return;
    const ProviderView *stored = providerNamed(name);
    const ProviderView removed = stored != nullptr ? *stored : ProviderView{};
    storedProviders.removeIf([&](const ProviderView &provider) { return provider.name == name; });
    emit providersChanged();
    answer<ProviderView>(std::move(reply), removed);
}

void FakeGateway::saveProviderKey(const SaveProviderKey &command, Reply<ProviderKeyView> reply)
{
    savedKeys.push_back(command);
    if (failsNow(reply))
        return;
    ProviderKeyView key = command.key;
    if (key.id.isEmpty())
        key.id = QStringLiteral("key-%1").arg(++m_lastKeyId);
    if (command.value) {
        key.hasValue = true;
        key.lastFour = command.value->right(4);
        key.redactedValue = QStringLiteral("****") + key.lastFour;
    }
    if (ProviderView *provider = providerNamed(command.provider)) {
        const auto found = std::find_if(provider->keys.begin(), provider->keys.end(),
                                        [&](const ProviderKeyView &stored) { return stored.id == key.id; });
        if (found == provider->keys.end()) {
            provider->keys.append(key);
        } else {
            if (!command.value) {
                key.hasValue = found->hasValue;
                key.lastFour = found->lastFour;
            }
            *found = key;
        }
    }
    emit providersChanged();
    answer<ProviderKeyView>(std::move(reply), key);
}

void FakeGateway::removeProviderKey(const QString &provider, const QString &keyId, Reply<ProviderKeyView> reply)
{
    removedKeys.emplace_back(provider, keyId);
    if (failsNow(reply))
        return;
    if (ProviderView *stored = providerNamed(provider))
        stored->keys.removeIf([&](const ProviderKeyView &key) { return key.id == keyId; });
    emit providersChanged();
    answer<ProviderKeyView>(std::move(reply), ProviderKeyView{});
}

void FakeGateway::setRules(const QList<RoutingRuleView> &rules)
{
    storedRules = rules;
    emit routingRulesChanged();
}

void FakeGateway::setBoard(const HealthBoard &newBoard)
{
    board = newBoard;
    emit healthBoardChanged();
}

QStringList FakeGateway::ruleVariables() const
{
    return {QStringLiteral("model"),   QStringLiteral("provider"), QStringLiteral("request_type"),
            QStringLiteral("headers"), QStringLiteral("params"),   QStringLiteral("budget_used")};
}

void FakeGateway::orderRoutingRules(const QStringList &ids, Reply<Done> reply)
{
    orders.append(ids);
    if (failsNow(reply))
        return;
    std::sort(storedRules.begin(), storedRules.end(),
              [&ids](const RoutingRuleView &left, const RoutingRuleView &right) {
                  return ids.indexOf(left.id) < ids.indexOf(right.id);
              });
    emit routingRulesChanged();
    answer<Done>(std::move(reply), Done{});
}

void FakeGateway::holdTarget(const TargetChoice &target, bool isHeld, Reply<Done> reply)
{
    holds.emplace_back(target, isHeld);
    if (failsNow(reply))
        return;
    for (TargetHealthView &each : board.targets) {
        if (each.provider == target.provider && each.model == target.model && each.keyId == target.keyId)
            each.isHeld = isHeld;
    }
    emit healthBoardChanged();
    answer<Done>(std::move(reply), Done{});
}

void FakeGateway::resetTarget(const TargetChoice &target, Reply<Done> reply)
{
    resets.push_back(target);
    if (failsNow(reply))
        return;
    board.targets.removeIf([&target](const TargetHealthView &each) {
        return each.provider == target.provider && each.model == target.model && each.keyId == target.keyId;
    });
    emit healthBoardChanged();
    answer<Done>(std::move(reply), Done{});
}

void FakeGateway::saveRetention(const RetentionView &settings, Reply<RetentionView> reply)
{
    if (failsNow(reply))
        return;
    retentionSettings = settings;
    emit settingsChanged();
    answer<RetentionView>(std::move(reply), settings);
}

void FakeGateway::clearHistory(const QDateTime &before, Reply<qint64> reply)
{
    clearings.append(before);
    if (failsNow(reply))
        return;
    const qsizetype removed =
        history.removeIf([&before](const RequestSummary &request) { return request.startedAt < before; });
    answer<qint64>(std::move(reply), removed);
}

void FakeGateway::saveClientSettings(const ClientSettingsView &settings, Reply<ClientSettingsView> reply)
{
    if (failsNow(reply))
        return;
    clientValues = settings;
    emit settingsChanged();
    answer<ClientSettingsView>(std::move(reply), settings);
}

void FakeGateway::saveResilience(const ResilienceView &settings, Reply<ResilienceView> reply)
{
    if (failsNow(reply))
        return;
    resilienceSettings = settings;
    emit resilienceChanged();
    answer<ResilienceView>(std::move(reply), settings);
}

void FakeGateway::saveRoutingRule(const SaveRoutingRule &command, Reply<RoutingRuleView> reply)
{
    savedRules.push_back(command);
    if (failsNow(reply))
        return;
    RoutingRuleView rule = command.rule;
    if (rule.id.isEmpty())
        rule.id = QStringLiteral("rule-%1").arg(storedRules.size() + 1);
    const auto place = std::find_if(storedRules.begin(), storedRules.end(),
                                    [&rule](const RoutingRuleView &each) { return each.id == rule.id; });
    if (place == storedRules.end())
        storedRules.append(rule);
    else
        *place = rule;
    emit routingRulesChanged();
    answer<RoutingRuleView>(std::move(reply), rule);
}

void FakeGateway::removeRoutingRule(const QString &id, Reply<RoutingRuleView> reply)
{
    if (failsNow(reply))
        return;
    const auto place = std::find_if(storedRules.begin(), storedRules.end(),
                                    [&id](const RoutingRuleView &each) { return each.id == id; });
    if (place == storedRules.end()) {
        answer<RoutingRuleView>(std::move(reply),
                                tl::unexpected(Error::client(ErrorCode::NotFound, "Routing rule not found")));
        return;
    }
    const RoutingRuleView removed = *place;
    storedRules.erase(place);
    emit routingRulesChanged();
    answer<RoutingRuleView>(std::move(reply), removed);
}

void FakeGateway::simulateRoute(const SimulateRoute &command, Reply<RouteExplanationView> reply)
{
    simulations.push_back(command);
    if (failsNow(reply))
        return;
    answer<RouteExplanationView>(std::move(reply), explanation);
}

int FakeGateway::testProvider(const TestProvider &command, Reply<ProviderTestReport> reply)
{
    tests.push_back(command);
    m_testReply = std::move(reply);
    return ++m_lastTicket;
}

void FakeGateway::cancelProviderTest(int ticket)
{
    cancelledTests.append(ticket);
}

void FakeGateway::savePriceOverride(const PriceOverrideView &price, Reply<PriceOverrideView> reply)
{
    if (failsNow(reply))
        return;
    PriceOverrideView saved = price;
    if (saved.id.isEmpty())
        saved.id = QStringLiteral("price-%1").arg(++m_lastKeyId);
    ownPrices.removeIf([&saved](const PriceOverrideView &each) { return each.id == saved.id; });
    ownPrices.append(saved);
    emit pricesChanged();
    answer<PriceOverrideView>(std::move(reply), saved);
}

void FakeGateway::removePriceOverride(const QString &id, Reply<PriceOverrideView> reply)
{
    if (failsNow(reply))
        return;
    PriceOverrideView removed;
    removed.id = id;
    ownPrices.removeIf([&id](const PriceOverrideView &each) { return each.id == id; });
    emit pricesChanged();
    answer<PriceOverrideView>(std::move(reply), removed);
}

void FakeGateway::queryUsage(const UsageQuery &query, Reply<UsageReport> reply)
{
    usageQueries.push_back(query);
    if (failsNow(reply))
        return;
    UsageReport report = usage;
    if (query.from.isValid() && usage.firstHour.isValid() && query.from < usage.firstHour.addDays(-7))
        report.hours = earlierHours + report.hours;
    addSampleLatencies(report, query);
    answer<UsageReport>(std::move(reply), report);
}

void FakeGateway::queryLogStats(const HistoryQuery &query, Reply<LogStats> reply)
{
    queries.push_back(query);
    if (!failsNow(reply))
        answer<LogStats>(std::move(reply), logStats);
}

void FakeGateway::queryLogHistogram(const HistoryQuery &query, const LogHistogramQuestion &question,
                                    Reply<QList<LogBucket>> reply)
{
    queries.push_back(query);
    histogramQuestions.push_back(question);
    if (!failsNow(reply))
        answer<QList<LogBucket>>(std::move(reply), logBuckets);
}

void FakeGateway::removeRequests(const QStringList &ids, Reply<qint64> reply)
{
    removedRequests += ids;
    if (!failsNow(reply))
        answer<qint64>(std::move(reply), qint64{ids.size()});
}

void FakeGateway::recalculateCosts(Reply<PriceChanges> reply)
{
    ++recalculations;
    if (!failsNow(reply))
        answer<PriceChanges>(std::move(reply), priceChanges);
}

void FakeGateway::queryHistory(const HistoryQuery &query, Reply<HistoryPage> reply)
{
    queries.push_back(query);
    if (failsNow(reply))
        return;
    HistoryPage page;
    page.totalStored = history.size();
    QList<RequestSummary> matching;
    for (const RequestSummary &row : std::as_const(history)) {
        const QString state = QString::fromLatin1(gateway::requestStateName(row.state).data());
        const bool matches =
            (query.states.isEmpty() || query.states.contains(state))
            && (query.providers.isEmpty() || query.providers.contains(row.provider))
            && (query.models.isEmpty() || query.models.contains(row.model))
            && (query.sessionIds.isEmpty() || query.sessionIds.contains(row.sessionId))
            && (query.text.isEmpty()
                || QStringList{row.model, row.askedModel, row.provider, row.client, row.errorText, row.id}
                       .join(QLatin1Char('\n'))
                       .contains(query.text, Qt::CaseInsensitive));
        if (matches)
            matching.append(row);
    }
    if (query.mustCountMatching)
        page.matching = matching.size();
    if (query.order != HistoryOrder::Time) {
        const auto measure = [&query](const RequestSummary &row) -> qint64 {
            switch (query.order) {
            case HistoryOrder::Time: break;
            case HistoryOrder::Duration: return row.duration.count();
            case HistoryOrder::Tokens: return row.inputTokens.value_or(0) + row.outputTokens.value_or(0);
            case HistoryOrder::Cost: return row.cost ? row.cost->nanoDollars : -1;
            }
            return row.sequence;
        };
        std::stable_sort(
            matching.begin(), matching.end(),
            [&](const RequestSummary &left, const RequestSummary &right) { return measure(left) > measure(right); });
    }
    if (query.oldestFirst)
        std::reverse(matching.begin(), matching.end());
    int skipped = 0;
    for (const RequestSummary &row : std::as_const(matching)) {
        const bool isOnThatSide =
            query.beforeSequence == 0
            || (query.oldestFirst ? row.sequence > query.beforeSequence : row.sequence < query.beforeSequence);
        if (!isOnThatSide || skipped++ < query.offset)
            continue;
        if (page.rows.size() == query.limit) {
            page.hasMore = true;
            break;
        }
        page.rows.append(row);
    }
    answer<HistoryPage>(std::move(reply), page);
}

void FakeGateway::requestDetail(const QString &requestId, Reply<RequestDetail> reply)
{
    detailQueries.append(requestId);
    if (failsNow(reply))
        return;
    if (!details.contains(requestId)) {
        answer<RequestDetail>(std::move(reply),
                              tl::unexpected(Error::client(ErrorCode::NotFound, "This request is not stored.")));
        return;
    }
    answer<RequestDetail>(std::move(reply), details.value(requestId));
}

} // namespace support
