#include "gateway/service/gateway_service.h"

#include "gateway/service/provider_limits.h"
#include "gateway/service/request_inspector.h"
#include "gateway/service/view_conversion.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

namespace gateway::service {

namespace {

api::SecretStoreKind secretStoreView(secrets::StoreKind kind)
{
    switch (kind) {
    case secrets::StoreKind::Keychain: return api::SecretStoreKind::Keychain;
    case secrets::StoreKind::Vault: return api::SecretStoreKind::Vault;
    case secrets::StoreKind::Memory: return api::SecretStoreKind::Memory;
    }
    return api::SecretStoreKind::Memory;
}

QString baseUrlOf(const QStringList &addresses, quint16 port)
{
    if (addresses.isEmpty())
        return {};
    QString host = addresses.front();
    const QHostAddress address(host);
    if (address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6))
        host = QStringLiteral("127.0.0.1");
    else if (address.protocol() == QAbstractSocket::IPv6Protocol)
        host = QStringLiteral("[%1]").arg(host);
    return QStringLiteral("http://%1:%2").arg(host).arg(port);
}

} // namespace

GatewayService::GatewayService(const Clock &clock, storage::StorageThread &storage, secrets::SecretStore &secrets,
                               PresetCatalog presets, ServiceOptions options)
    : m_clock(clock)
    , m_storage(storage)
    , m_secrets(secrets)
    , m_presets(std::move(presets))
    , m_options(std::move(options))
    , m_mainGate(std::make_shared<WorkerGate>(*this))
    , m_targetHealth(clock)
    , m_sessions(clock)
    , m_healthKeeper(clock, m_targetHealth, storage)
    , m_prober(clock, m_targetHealth,
               [this](HealthProbePlan plan, HealthProbe::EndSink ended) {
                   m_workers->postToFirst(
                       [plan = std::move(plan), ended = std::move(ended), gate = m_mainGate](GatewayWorker &worker) {
                           worker.startProbe(plan, [gate, ended](const Result<void> &answered) {
                               gate->post([ended, answered] { ended(answered); });
                           });
                       });
               })
    , m_network(m_networkChanges, m_targetHealth, [this] { m_prober.probeDue(); })
    , m_health(clock, storage)
    , m_metrics(m_health)
    , m_ledger(clock)
    , m_governor(m_ledger)
    , m_configuration(std::make_unique<ProviderConfiguration>(storage, secrets, m_presets, m_mainGate))
    , m_rules(std::make_unique<RuleConfiguration>(clock, storage, m_mainGate))
    , m_governance(std::make_unique<GovernanceConfiguration>(clock, storage, secrets, m_ledger, m_mainGate))
    , m_removals(std::make_unique<RemovalUndo>(RemovalPlaces{*m_configuration, *m_rules, *m_governance, m_catalog},
                                               m_mainGate))
    , m_counterWriter(std::make_unique<LimitCounterWriter>(
          m_ledger, storage, m_mainGate,
          [this](const std::vector<config::LimitId> &used) { m_governance->noteUse(used); }))
    , m_prices(std::make_unique<PriceConfiguration>(clock, storage, m_mainGate, m_options.priceList))
    , m_priceLists(std::make_unique<PriceListUpdate>(*m_prices, storage, m_mainGate, m_options.priceListFile,
                                                     [this] { recalculateCosts([](const auto &) {}); }))
    , m_models(std::make_unique<KnownModels>(*m_configuration, *m_prices, m_catalog))
    , m_live(std::make_unique<LiveUpdates>(m_feed, storage, m_mainGate))
    , m_inspector(std::make_unique<RequestInspector>(
          storage, m_mainGate,
          [this] { return m_status.listener == api::ListenerState::Listening ? m_status.baseUrl : QString(); }))
    , m_usage(storage, m_mainGate)
    , m_events(*this, [this](const std::string &text) {
        m_workers->postToAll([text](GatewayWorker &worker) { worker.pipeline().sendEvent(text); });
    })
{
    m_status.version = QStringLiteral(BILROST_VERSION);
    m_status.secretStore = secretStoreView(secrets.kind());
    m_status.secretStoreProblem = m_options.secretStoreProblem;
    refreshStatus();
    connect(m_configuration.get(), &ProviderConfiguration::snapshotChanged, this, &GatewayService::publishSnapshot);
    connect(m_live.get(), &LiveUpdates::requestsChanged, this, &GatewayService::takeLiveRequests);
    connect(m_live.get(), &LiveUpdates::conversationChanged, this, &GatewayService::conversationChanged);
    connect(m_rules.get(), &RuleConfiguration::rulesChanged, this, &GatewayService::publishRules);
    connect(m_governance.get(), &GovernanceConfiguration::governanceChanged, this, &GatewayService::publishGovernance);
    connect(m_prices.get(), &PriceConfiguration::pricesChanged, this, &GatewayService::publishPrices);
    m_priceLists->restore();
    storage::StoredConfig stored = storage.loadConfig();
    m_ledger.load(stored.limitCounters);
    m_retention = stored.retention;
    storage.startTrimming(m_retention);
    m_governance->load(std::move(stored.governance));
    m_governance->loadExtras(stored.limitExtras);
    m_configuration->setGovernance(m_governance->governance());
    m_rules->load(std::move(stored.routingRules));
    m_healthKeeper.restore(stored.health);
    m_configuration->setRoutingRules(m_rules->rules());
    m_configuration->setPrices(m_prices->prices());
    m_configuration->load(std::move(stored));
    if (m_options.captureLevel || !m_options.allowedHosts.empty()) {
        config::ClientSettings settings = m_configuration->snapshot()->client;
        settings.captureLevel = m_options.captureLevel.value_or(settings.captureLevel);
        settings.allowedHosts.insert(settings.allowedHosts.end(), m_options.allowedHosts.begin(),
                                     m_options.allowedHosts.end());
        m_configuration->setClientSettings(settings, false);
    }
    m_pulse = std::make_unique<StatusPulse>(m_feed, m_mainGate, [this] { return look(); });
    m_workers = std::make_unique<WorkerPool>(
        m_options.workerCount,
        WorkerEnvironment{
            m_clock, m_metrics, m_feed, m_catalog, m_targetHealth, m_firstTokens, m_sessions, m_pace,
            [this] { return healthBody(); }, m_mainGate,
            [this](auto request, auto reply) { m_managementHandler(std::move(request), std::move(reply)); },
            &m_governor, &m_tokens,
            [this, gate = m_mainGate](int change) { gate->post([this, change] { countEventSockets(change); }); },
            &m_lines, &m_targets, &m_networkChanges, &m_connectionPlaces},
        m_configuration->snapshot());
}

GatewayService::~GatewayService()
{
    m_workers.reset();
    m_healthKeeper.saveChanges(*m_configuration->snapshot());
    m_counterWriter.reset();
    m_mainGate->close();
}

void GatewayService::setManagementHandler(ManagementHandler handler)
{
    m_managementHandler = std::move(handler);
}

api::InspectorFacade &GatewayService::inspector()
{
    return *m_inspector;
}

// --- listening

void GatewayService::startListening(const api::ListenAddress &address, api::Reply<api::Done> reply)
{
    std::vector<QHostAddress> addresses;
    for (const QString &text : address.addresses)
        addresses.emplace_back(text);
    m_status.listener = api::ListenerState::Starting;
    emit statusChanged(m_status);
    if (canBeReached(addresses)) // before the first request can come
        m_targets.setReachable(true);
    m_workers->listen(addresses, address.port,
                      [this, address, addresses, reply = std::move(reply)](ListenOutcome outcome) {
                          m_status.nextFreePort = outcome.nextFreePort;
                          m_status.addresses = address.addresses;
                          if (outcome.port) {
                              m_status.listener = api::ListenerState::Listening;
                              m_status.listenerProblem.clear();
                              m_status.port = *outcome.port;
                              m_status.baseUrl = baseUrlOf(address.addresses, *outcome.port);
                              m_configuration->setOwnPort(*outcome.port);
                              m_targets.setReachable(canBeReached(addresses));
                          } else {
                              m_targets.setReachable(false); // nobody hears: what listened before was closed
                              m_status.listener = api::ListenerState::Failed;
                              m_status.listenerProblem = toText(outcome.port.error().message);
                              m_status.port = address.port;
                          }
                          refreshStatus();
                          emit statusChanged(m_status);
                          if (outcome.port)
                              reply(api::Done{});
                          else
                              reply(unexpected(outcome.port.error()));
                      });
}

void GatewayService::stopListening(api::Reply<api::Done> reply)
{
    m_workers->stopListening([this, reply = std::move(reply)] {
        m_workers->postToAll([](GatewayWorker &worker) { worker.closeGracefully(); });
        m_status.listener = api::ListenerState::Stopped;
        m_configuration->setOwnPort(0);
        emit statusChanged(m_status);
        reply(api::Done{});
    });
}

void GatewayService::shutDown(std::chrono::milliseconds limit, std::function<void()> done)
{
    const auto until = std::chrono::steady_clock::now() + limit;
    stopListening([this, until, done = std::move(done)](const Result<api::Done> &) { whenDrained(until, done); });
}

void GatewayService::whenDrained(std::chrono::steady_clock::time_point limit, std::function<void()> done)
{
    if (m_feed.inFlight() == 0 || std::chrono::steady_clock::now() >= limit) {
        done();
        return;
    }
    QTimer::singleShot(20, this, [this, limit, done = std::move(done)] { whenDrained(limit, done); });
}

// --- configuration

void GatewayService::publishSnapshot()
{
    ExtrasOfProviders extras = extrasOf(*m_configuration->snapshot());
    m_lines.setRules(lineRulesOf(extras));
    m_targets.setPrivateHosts(privateHostsOf(*m_configuration->snapshot(), extras));
    if (m_workers)
        m_workers->postSnapshot(m_configuration->snapshot());
    m_prober.setSnapshot(m_configuration->snapshot(), std::move(extras));
    m_status.captureLevel = captureLevelView(m_configuration->snapshot()->client.captureLevel);
    emit providersChanged();
}

void GatewayService::publishRules()
{
    m_configuration->setRoutingRules(m_rules->rules());
    emit routingRulesChanged();
}

void GatewayService::publishGovernance()
{
    m_configuration->setGovernance(m_governance->governance());
}

void GatewayService::publishPrices()
{
    m_configuration->setPrices(m_prices->prices());
    emit pricesChanged();
}

void GatewayService::savePriceOverride(const api::PriceOverrideView &price, api::Reply<api::PriceOverrideView> reply)
{
    m_prices->save(price, std::move(reply));
}

void GatewayService::removePriceOverride(const QString &id, api::Reply<api::PriceOverrideView> reply)
{
    m_prices->remove(id, std::move(reply));
}

void GatewayService::setCaptureLevel(api::CaptureLevel level)
{
    config::ClientSettings settings = m_configuration->snapshot()->client;
    settings.captureLevel = captureLevelFromView(level);
    m_configuration->setClientSettings(settings, true);
    emit statusChanged(m_status);
}

QList<api::ProviderView> GatewayService::providers() const
{
    QList<api::ProviderView> views = m_configuration->views();
    for (api::ProviderView &view : views)
        m_health.describe(view);
    return views;
}

void GatewayService::saveProvider(const api::SaveProvider &command, api::Reply<api::ProviderView> reply)
{
    m_configuration->saveProvider(command, std::move(reply));
}

void GatewayService::removeProvider(const QString &name, api::Reply<api::ProviderView> reply)
{
    m_catalog.removeProvider(toUtf8(name));
    m_configuration->removeProvider(name, std::move(reply));
}

void GatewayService::saveProviderKey(const api::SaveProviderKey &command, api::Reply<api::ProviderKeyView> reply)
{
    m_configuration->saveKey(command, std::move(reply));
}

void GatewayService::removeProviderKey(const QString &provider, const QString &keyId,
                                       api::Reply<api::ProviderKeyView> reply)
{
    m_configuration->removeKey(provider, keyId, std::move(reply));
}

std::optional<api::ExpressionProblem> GatewayService::checkRuleExpression(const QString &expression) const
{
    return ruleExpressionProblem(expression);
}

void GatewayService::saveRoutingRule(const api::SaveRoutingRule &command, api::Reply<api::RoutingRuleView> reply)
{
    m_rules->save(command, std::move(reply));
}

void GatewayService::removeRoutingRule(const QString &id, api::Reply<api::RoutingRuleView> reply)
{
    m_rules->remove(id, std::move(reply));
}

QStringList GatewayService::ruleVariables() const
{
    QStringList names;
    for (const routing::cel::CelDeclaration &declaration : routing::ruleDeclarations())
        names.append(toText(declaration.name));
    return names;
}

void GatewayService::orderRoutingRules(const QStringList &ids, api::Reply<api::Done> reply)
{
    m_rules->order(ids, std::move(reply));
}

// --- requests

void GatewayService::queryHistory(const api::HistoryQuery &query, api::Reply<api::HistoryPage> reply)
{
    m_storage.postQuery(historyQuery(query), query.mustCountMatching,
                        [gate = m_mainGate, reply = std::move(reply)](Result<storage::HistoryPage> page) {
                            Result<api::HistoryPage> answer = api::HistoryPage{};
                            if (page)
                                answer = historyPage(*page);
                            else
                                answer = unexpected(page.error());
                            gate->post([reply, answer = std::move(answer)] { reply(answer); });
                        });
}

void GatewayService::requestDetail(const QString &requestId, api::Reply<api::RequestDetail> reply)
{
    m_storage.postRead({toUtf8(requestId)},
                       [gate = m_mainGate, reply = std::move(reply)](Result<storage::StoredRecord> stored) {
                           Result<api::RequestDetail> answer = api::RequestDetail{};
                           if (stored)
                               answer = service::requestDetail(*stored);
                           else
                               answer = unexpected(stored.error());
                           gate->post([reply, answer = std::move(answer)] { reply(answer); });
                       });
}

void GatewayService::queryUsage(const api::UsageQuery &query, api::Reply<api::UsageReport> reply)
{
    m_usage.usage(query, std::move(reply));
}

void GatewayService::queryLogStats(const api::HistoryQuery &query, api::Reply<api::LogStats> reply)
{
    m_usage.logStats(query, std::move(reply));
}

void GatewayService::queryLogHistogram(const api::HistoryQuery &query, const api::LogHistogramQuestion &question,
                                       api::Reply<QList<api::LogBucket>> reply)
{
    m_usage.logHistogram(query, question, std::move(reply));
}

void GatewayService::removeRequests(const QStringList &ids, api::Reply<qint64> reply)
{
    m_usage.removeRequests(ids, std::move(reply));
}

void GatewayService::recalculateCosts(api::Reply<api::PriceChanges> reply)
{
    m_usage.reprice(m_configuration->snapshot(),
                    [this, reply = std::move(reply)](const Result<api::PriceChanges> &done) {
                        m_spendingSeenAt = -1;
                        reply(done);
                    });
}

void GatewayService::watchRequest(const QString &requestId)
{
    m_live->watch(requestId);
    if (requestId.isEmpty())
        return;
    m_workers->postToAll(
        [id = RequestId{toUtf8(requestId)}](GatewayWorker &worker) { worker.pipeline().showConversation(id); });
}

void GatewayService::cancelRequest(const QString &requestId)
{
    m_workers->postToAll([id = RequestId{toUtf8(requestId)}](GatewayWorker &worker) { worker.pipeline().cancel(id); });
}

// --- status

api::GatewayStatus GatewayService::status() const
{
    return m_status;
}

void GatewayService::refreshSpending()
{
    const QDate today = QDate::currentDate();
    if (m_spendingSeenAt == m_status.storedRequests && m_spendingDay == today)
        return;
    m_spendingSeenAt = m_status.storedRequests;
    m_spendingDay = today;
    api::UsageQuery query;
    query.from = today.startOfDay().toUTC();
    m_usage.usage(query, [this](const Result<api::UsageReport> &report) {
        if (!report)
            return;
        const api::GatewayStatus before = m_status;
        m_status.spentToday = report->total.cost;
        m_status.unpricedToday = report->total.unpriced;
        if (m_status != before)
            emit statusChanged(m_status);
    });
}

bool GatewayService::look()
{
    m_prober.probeDue();
    const bool isNew = refreshStatus();
    refreshSpending();
    const bool isHealthNew = m_healthKeeper.saveChanges(*m_configuration->snapshot());
    if (isHealthNew)
        emit healthBoardChanged();
    return isNew || isHealthNew;
}

bool GatewayService::refreshStatus()
{
    const api::GatewayStatus before = m_status;
    const storage::StorageCounters counters = m_storage.counters();
    m_status.inFlight = m_feed.inFlight();
    m_status.droppedRecords = counters.dropped;
    m_status.storageProblem = toText(counters.problem);
    m_status.storedRequests = counters.stored;
    m_status.storedBytes = counters.fileBytes;
    QJsonObject health;
    const bool isMemory = m_status.secretStore == api::SecretStoreKind::Memory;
    health.insert(QLatin1String("status"), QLatin1String("ok"));
    health.insert(QLatin1String("components"), QJsonObject{{QLatin1String("db_pings"), QLatin1String("ok")}});
    health.insert(QLatin1String("secret_store"), m_status.secretStore == api::SecretStoreKind::Keychain
                                                     ? QLatin1String("keychain")
                                                 : isMemory ? QLatin1String("memory")
                                                            : QLatin1String("vault"));
    if (isMemory)
        health.insert(QLatin1String("notice"), QLatin1String("Keys are kept in memory until this process ends."));
    health.insert(QLatin1String("dropped_requests"), m_status.droppedRecords);
    {
        const std::lock_guard lock(m_healthMutex);
        m_healthBody = QJsonDocument(health).toJson(QJsonDocument::Compact).toStdString() + "\n";
    }
    if (m_status == before)
        return false;
    emit statusChanged(m_status);
    return true;
}

std::string GatewayService::healthBody() const
{
    const std::lock_guard lock(m_healthMutex);
    return m_healthBody;
}

} // namespace gateway::service
