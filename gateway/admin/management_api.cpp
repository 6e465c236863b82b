#include "gateway/admin/management_api.h"

#include "gateway/admin/health_json.h"
#include "gateway/admin/log_json.h"
#include "gateway/admin/management_answers.h"
#include "gateway/admin/price_json.h"
#include "gateway/admin/provider_json.h"
#include "gateway/admin/route_json.h"
#include "gateway/admin/routing_rule_json.h"
#include "gateway/admin/usage_json.h"
#include "gateway/base/secret_string.h"

#include <QUrlQuery>

namespace gateway::admin {

using api::ProviderKeyView;
using api::ProviderView;
using pipeline::ManagementRequest;

ManagementApi::ManagementApi(api::GatewayFacade &gateway, std::string setupToken)
    : m_gateway(gateway), m_governance(gateway), m_sessions(gateway.governance()), m_setupToken(std::move(setupToken))
{
}

bool ManagementApi::mayManage(const ManagementRequest &request) const
{
    return request.isPeerLoopback || hasSetupToken(request);
}

bool ManagementApi::hasSetupToken(const ManagementRequest &request) const
{
    const std::string_view token = request.headers.value("x-bifrost-setup-token");
    return !m_setupToken.empty() && SecretString(token) == SecretString(m_setupToken);
}

void ManagementApi::handle(const ManagementRequest &request, Reply reply)
{
    const QStringList segments = segmentsOf(request.path); // "api", ...
    const QString area = segments.value(1);
    if (area == QLatin1String("version") && segments.size() == 2 && isRead(request)) {
        reply(answer(m_gateway.status().version.toStdString()));
        return;
    }
    if (area == QLatin1String("session")) {
        m_sessions.handle(request, segments.mid(2), std::move(reply));
        return;
    }
    if (m_sessions.isAdminNeeded()) {
        const auto checked = hasSetupToken(request) ? Result<void>() : m_sessions.check(request);
        if (!checked) {
            reply(failure(checked.error()));
            return;
        }
    } else if (!mayManage(request)) {
        reply(failure(ErrorCode::ManagementRefused,
                      "Management is open to this computer only. From elsewhere send the setup token of the gateway "
                      "(BIFROST_SETUP_TOKEN) in X-Bifrost-Setup-Token."));
        return;
    }
    if (area == QLatin1String("providers"))
        handleProviders(request, segments.mid(2), std::move(reply));
    else if (area == QLatin1String("keys") && segments.size() == 2 && isRead(request))
        reply(answer(writeAllKeys(m_gateway.providers())));
    else if (area == QLatin1String("governance") && segments.value(2) == QLatin1String("routing-rules"))
        handleRules(request, segments.mid(3), std::move(reply));
    else if (area == QLatin1String("governance") && segments.value(2) == QLatin1String("pricing-overrides"))
        handlePrices(request, segments.mid(3), std::move(reply));
    else if (area == QLatin1String("routing"))
        handleRouting(request, segments.mid(2), std::move(reply));
    else if (area == QLatin1String("logs"))
        handleLogs(request, segments.mid(2), std::move(reply));
    else if (area == QLatin1String("usage") && segments.size() == 2)
        answerUsage(request, std::move(reply));
    else if (area != QLatin1String("governance") || !m_governance.handle(request, segments.mid(2), reply))
        reply(nothingHere(request));
}

std::optional<ProviderView> ManagementApi::find(const QString &provider) const
{
    for (const ProviderView &view : m_gateway.providers()) {
        if (view.name == provider)
            return view;
    }
    return std::nullopt;
}

void ManagementApi::handleProviders(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    if (segments.isEmpty()) {
        if (isRead(request))
            reply(answer(writeProviders(m_gateway.providers())));
        else if (request.method == "POST")
            saveProvider(request, std::nullopt, std::move(reply));
        else
            reply(methodRefused(request, "GET, HEAD, POST"));
        return;
    }
    if (segments.size() == 1)
        handleProvider(request, segments.front(), std::move(reply));
    else if (segments.at(1) == QLatin1String("keys") && segments.size() <= 3)
        handleKeys(request, segments, std::move(reply));
    else
        reply(nothingHere(request));
}

void ManagementApi::handleProvider(const ManagementRequest &request, const QString &name, Reply reply)
{
    if (request.method == "PUT") {
        saveProvider(request, name, std::move(reply));
        return;
    }
    const auto provider = find(name);
    if (!provider)
        reply(failure(ErrorCode::NotFound, "Provider not found: " + name.toStdString()));
    else if (isRead(request))
        reply(answer(writeProvider(*provider)));
    else if (request.method == "DELETE")
        m_gateway.removeProvider(name, replyWith<ProviderView>(std::move(reply), writeProvider));
    else
        reply(methodRefused(request, "GET, HEAD, PUT, DELETE"));
}

void ManagementApi::saveProvider(const ManagementRequest &request, const std::optional<QString> &name, Reply reply)
{
    const auto body = parseObject(request.body);
    if (!body) {
        reply(failure(body.error()));
        return;
    }
    Result<api::SaveProvider> command = unexpected(Error{});
    if (!name) {
        command = readProvider(*body);
    } else {
        ProviderView unknown;
        unknown.name = *name; // PUT makes a provider that is not there yet
        command = readProviderChange(*body, find(*name).value_or(unknown));
    }
    if (!command) {
        reply(failure(command.error()));
        return;
    }
    m_gateway.saveProvider(*command, replyWith<ProviderView>(std::move(reply), writeProvider));
}

void ManagementApi::handleKeys(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    const auto provider = find(segments.at(0));
    if (!provider) {
        reply(failure(ErrorCode::NotFound, "Provider not found: " + segments.at(0).toStdString()));
        return;
    }
    if (segments.size() == 2) {
        if (isRead(request))
            reply(answer(writeKeys(provider->keys)));
        else if (request.method == "POST")
            saveKey(request, provider->name, {}, std::move(reply));
        else
            reply(methodRefused(request, "GET, HEAD, POST"));
        return;
    }
    const QString &keyId = segments.at(2);
    const auto key = std::find_if(provider->keys.begin(), provider->keys.end(),
                                  [&keyId](const ProviderKeyView &each) { return each.id == keyId; });
    if (key == provider->keys.end())
        reply(failure(ErrorCode::NotFound, "Key not found: " + keyId.toStdString()));
    else if (isRead(request))
        reply(answer(writeKey(*key)));
    else if (request.method == "PUT")
        saveKey(request, provider->name, keyId, std::move(reply));
    else if (request.method == "DELETE")
        m_gateway.removeProviderKey(provider->name, keyId, replyWith<ProviderKeyView>(std::move(reply), writeKey));
    else
        reply(methodRefused(request, "GET, HEAD, PUT, DELETE"));
}

void ManagementApi::saveKey(const ManagementRequest &request, const QString &provider, const QString &keyId,
                            Reply reply)
{
    const auto body = parseObject(request.body);
    if (!body) {
        reply(failure(body.error()));
        return;
    }
    const auto view = find(provider);
    const ProviderKeyView *previous = nullptr;
    for (const ProviderKeyView &key : view->keys) {
        if (key.id == keyId && !keyId.isEmpty())
            previous = &key;
    }
    if (view->isCustom && !view->needsKey) {
        reply(failure(ErrorCode::InvalidRequest, "Cannot add keys to a keyless provider"));
        return;
    }
    const auto command = readKey(*body, provider, previous);
    if (!command) {
        reply(failure(command.error()));
        return;
    }
    m_gateway.saveProviderKey(*command, replyWith<ProviderKeyView>(std::move(reply), writeKey));
}

void ManagementApi::handleRules(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    const QList<api::RoutingRuleView> rules = m_gateway.routingRules();
    if (segments.isEmpty()) {
        if (isRead(request))
            reply(answer(writeRoutingRules(rules, QUrlQuery(QString::fromStdString(request.query)))));
        else if (request.method == "POST")
            saveRule(request, nullptr, std::move(reply));
        else
            reply(methodRefused(request, "GET, HEAD, POST"));
        return;
    }
    const auto rule = std::find_if(rules.begin(), rules.end(), [&segments](const api::RoutingRuleView &each) {
        return each.id == segments.front();
    });
    if (segments.size() > 1)
        reply(nothingHere(request));
    else if (rule == rules.end())
        reply(failure(ErrorCode::NotFound, "Routing rule not found: " + segments.front().toStdString()));
    else if (isRead(request))
        reply(answer(Json{{"rule", writeRoutingRule(*rule)}}));
    else if (request.method == "PUT")
        saveRule(request, &*rule, std::move(reply));
    else if (request.method == "DELETE")
        m_gateway.removeRoutingRule(rule->id, replyWith<api::RoutingRuleView>(std::move(reply), [](const auto &) {
                                        return Json{{"message", "Routing rule deleted successfully"}};
                                    }));
    else
        reply(methodRefused(request, "GET, HEAD, PUT, DELETE"));
}

void ManagementApi::saveRule(const ManagementRequest &request, const api::RoutingRuleView *previous, Reply reply)
{
    const auto body = parseObject(request.body);
    if (!body) {
        reply(failure(body.error()));
        return;
    }
    const auto command = readRoutingRule(*body, previous);
    if (!command) {
        reply(failure(command.error()));
        return;
    }
    const char *message = previous ? "Routing rule updated successfully" : "Routing rule created successfully";
    m_gateway.saveRoutingRule(*command, replyWith<api::RoutingRuleView>(std::move(reply), [message](const auto &rule) {
        return writeChangedRoutingRule(message, rule);
    }));
}

void ManagementApi::handlePrices(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    const bool isRead = request.method == "GET" || request.method == "HEAD";
    const QList<api::PriceOverrideView> prices = m_gateway.priceOverrides();
    if (segments.isEmpty()) {
        if (isRead)
            reply(answer(writePriceOverrides(prices, QUrlQuery(QString::fromStdString(request.query)))));
        else if (request.method == "POST")
            savePrice(request, nullptr, std::move(reply));
        else
            reply(methodRefused(request, "GET, HEAD, POST"));
        return;
    }
    const auto price = std::find_if(prices.begin(), prices.end(), [&segments](const api::PriceOverrideView &each) {
        return each.id == segments.front();
    });
    if (segments.size() > 1)
        reply(failure(ErrorCode::NotFound, "Nothing is served at " + request.path + "."));
    else if (price == prices.end())
        reply(failure(ErrorCode::NotFound, "Pricing override not found: " + segments.front().toStdString()));
    else if (isRead)
        reply(answer(Json{{"pricing_override", writePriceOverride(*price)}}));
    else if (request.method == "PUT")
        savePrice(request, &*price, std::move(reply));
    else if (request.method == "DELETE")
        m_gateway.removePriceOverride(price->id, replyWith<api::PriceOverrideView>(std::move(reply), [](const auto &) {
                                          return Json{{"message", "Pricing override deleted successfully"}};
                                      }));
    else
        reply(methodRefused(request, "GET, HEAD, PUT, DELETE"));
}

// A price that is new counts for requests of unknown cost, too.
void ManagementApi::savePrice(const ManagementRequest &request, const api::PriceOverrideView *previous, Reply reply)
{
    const auto body = parseObject(request.body);
    const auto price = body ? readPriceOverride(*body, previous) : unexpected(body.error());
    if (!price) {
        reply(failure(price.error()));
        return;
    }
    const int status = previous ? 200 : 201;
    const char *message = previous ? "Pricing override updated successfully" : "Pricing override created successfully";
    m_gateway.savePriceOverride(*price, [this, status, message, reply](const Result<api::PriceOverrideView> &saved) {
        if (!saved) {
            reply(failure(saved.error()));
            return;
        }
        reply(answer(Json{{"message", message}, {"pricing_override", writePriceOverride(*saved)}}, status));
        m_gateway.recalculateCosts([](const Result<api::PriceChanges> &) {});
    });
}

// Rules live here since Bifrost 2.x; the rest is ours.
void ManagementApi::handleRouting(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    const QString part = segments.value(0);
    if (part == QLatin1String("rules"))
        handleRules(request, segments.mid(1), std::move(reply));
    else if (part == QLatin1String("simulate") && segments.size() == 1)
        simulateRoute(request, std::move(reply));
    else if (part == QLatin1String("health"))
        handleHealth(request, segments.mid(1), std::move(reply));
    else if (part == QLatin1String("resilience") && segments.size() == 1)
        handleResilience(request, std::move(reply));
    else
        reply(failure(ErrorCode::NotFound, "Nothing is served at " + request.path + "."));
}

void ManagementApi::handleHealth(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    if (segments.isEmpty()) {
        if (request.method == "GET" || request.method == "HEAD")
            reply(answer(writeHealthBoard(m_gateway.healthBoard())));
        else
            reply(methodRefused(request, "GET, HEAD"));
        return;
    }
    const QString &command = segments.front();
    const bool isKnown =
        command == QLatin1String("hold") || command == QLatin1String("release") || command == QLatin1String("reset");
    if (segments.size() > 1 || !isKnown) {
        reply(failure(ErrorCode::NotFound, "Nothing is served at " + request.path + "."));
        return;
    }
    if (request.method != "POST") {
        reply(methodRefused(request, "POST"));
        return;
    }
    const auto body = parseObject(request.body);
    const auto target = body ? readTargetChoice(*body) : unexpected(body.error());
    if (!target) {
        reply(failure(target.error()));
        return;
    }
    auto done = replyWith<api::Done>(std::move(reply),
                                     [this](const api::Done &) { return writeHealthBoard(m_gateway.healthBoard()); });
    if (command == QLatin1String("reset"))
        m_gateway.resetTarget(*target, std::move(done));
    else
        m_gateway.holdTarget(*target, command == QLatin1String("hold"), std::move(done));
}

void ManagementApi::handleResilience(const ManagementRequest &request, Reply reply)
{
    if (request.method == "GET" || request.method == "HEAD") {
        reply(answer(writeResilience(m_gateway.resilience())));
        return;
    }
    if (request.method != "PUT") {
        reply(methodRefused(request, "GET, HEAD, PUT"));
        return;
    }
    const auto body = parseObject(request.body);
    const auto settings = body ? readResilience(*body, m_gateway.resilience()) : unexpected(body.error());
    if (settings)
        m_gateway.saveResilience(*settings, replyWith<api::ResilienceView>(std::move(reply), writeResilience));
    else
        reply(failure(settings.error()));
}

void ManagementApi::simulateRoute(const ManagementRequest &request, Reply reply)
{
    if (request.method != "POST") {
        reply(methodRefused(request, "POST"));
        return;
    }
    const auto body = parseObject(request.body);
    const auto command = body ? readSimulation(*body) : unexpected(body.error());
    if (!command) {
        reply(failure(command.error()));
        return;
    }
    m_gateway.simulateRoute(*command, replyWith<api::RouteExplanationView>(std::move(reply), writeExplanation));
}

void ManagementApi::handleLogs(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    const QString what = segments.value(0);
    if (what == QLatin1String("recalculate-cost") && segments.size() == 1 && request.method == "POST") {
        m_gateway.recalculateCosts(replyWith<api::PriceChanges>(std::move(reply), writePriceChanges));
        return;
    }
    if (request.method != "GET" && request.method != "HEAD") {
        reply(methodRefused(request, "GET, HEAD"));
        return;
    }
    if (what == QLatin1String("histogram")) {
        answerHistogram(request, segments.mid(1), std::move(reply));
        return;
    }
    if (segments.size() > 1) {
        reply(failure(ErrorCode::NotFound, "Nothing is served at " + request.path + "."));
        return;
    }
    const auto query = readLogQuery(QUrlQuery(QString::fromStdString(request.query)), QDateTime::currentDateTimeUtc());
    if (what == QLatin1String("dropped")) {
        reply(answer(Json{{"dropped_requests", m_gateway.status().droppedRecords}}));
    } else if (!what.isEmpty() && what != QLatin1String("stats")) {
        m_gateway.requestDetail(what, replyWith<api::RequestDetail>(std::move(reply), writeLogDetail));
    } else if (!query) {
        reply(failure(query.error()));
    } else if (what == QLatin1String("stats")) {
        m_gateway.queryLogStats(*query, replyWith<api::LogStats>(std::move(reply), writeLogStats));
    } else {
        m_gateway.queryHistory(*query,
                               replyWith<api::HistoryPage>(std::move(reply), [query = *query](const auto &page) {
                                   return writeLogPage(page, query);
                               }));
    }
}

void ManagementApi::answerHistogram(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    const QUrlQuery wanted(QString::fromStdString(request.query));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto kind = readHistogramKind(segments, wanted);
    const auto query = readLogQuery(wanted, now);
    if (!kind || !query) {
        reply(failure(kind ? query.error() : kind.error()));
        return;
    }
    const int bucket = bucketSeconds(query->startedFrom, query->startedUntil, now);
    m_gateway.queryLogHistogram(
        *query, histogramQuestion(*kind, bucket),
        replyWith<QList<api::LogBucket>>(std::move(reply), [kind = *kind, bucket](const auto &buckets) {
            return writeHistogram(kind, buckets, bucket);
        }));
}

void ManagementApi::answerUsage(const ManagementRequest &request, Reply reply)
{
    if (request.method != "GET" && request.method != "HEAD") {
        reply(methodRefused(request, "GET, HEAD"));
        return;
    }
    const QUrlQuery query(QString::fromStdString(request.query));
    m_gateway.queryUsage(readUsageQuery(query, QDateTime::currentDateTimeUtc()),
                         replyWith<api::UsageReport>(std::move(reply), writeUsage));
}

} // namespace gateway::admin
