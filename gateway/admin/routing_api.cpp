#include "gateway/admin/routing_api.h"

#include "gateway/admin/health_json.h"
#include "gateway/admin/route_json.h"
#include "gateway/admin/routing_rule_json.h"

#include <QUrlQuery>

#include <algorithm>

namespace gateway::admin {

using pipeline::ManagementRequest;

// Rules live here since Bifrost 2.x; the rest is ours.
void RoutingApi::handle(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QString part = segments.value(0);
    if (part == QLatin1String("rules"))
        handleRules(request, segments.mid(1), std::move(reply));
    else if (part == QLatin1String("simulate"))
        simulateRoute(request, std::move(reply));
    else if (part == QLatin1String("health"))
        handleHealth(request, segments.mid(1), std::move(reply));
    else
        handleResilience(request, std::move(reply));
}

void RoutingApi::handleRules(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QList<api::RoutingRuleView> rules = m_gateway.routingRules();
    if (segments.isEmpty()) {
        if (isRead(request))
            reply(answer(writeRoutingRules(rules, QUrlQuery(QString::fromStdString(request.query)))));
        else
            saveRule(request, nullptr, std::move(reply));
        return;
    }
    const auto rule = std::find_if(rules.begin(), rules.end(), [&segments](const api::RoutingRuleView &each) {
        return each.id == segments.front();
    });
    if (rule == rules.end())
        reply(failure(ErrorCode::NotFound, "Routing rule not found: " + segments.front().toStdString()));
    else if (isRead(request))
        reply(answer(Json{{"rule", writeRoutingRule(*rule)}}));
    else if (request.method == "PUT")
        saveRule(request, &*rule, std::move(reply));
    else
        m_gateway.removeRoutingRule(rule->id, replyWith<api::RoutingRuleView>(std::move(reply), [](const auto &) {
                                        return Json{{"message", "Routing rule deleted successfully"}};
                                    }));
}

void RoutingApi::saveRule(const ManagementRequest &request, const api::RoutingRuleView *previous, ManagementReply reply)
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

void RoutingApi::handleHealth(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    if (segments.isEmpty()) {
        reply(answer(writeHealthBoard(m_gateway.healthBoard())));
        return;
    }
    const QString &command = segments.front(); // hold, release or reset
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

void RoutingApi::handleResilience(const ManagementRequest &request, ManagementReply reply)
{
    if (isRead(request)) {
        reply(answer(writeResilience(m_gateway.resilience())));
        return;
    }
    const auto body = parseObject(request.body);
    const auto settings = body ? readResilience(*body, m_gateway.resilience()) : unexpected(body.error());
    if (settings)
        m_gateway.saveResilience(*settings, replyWith<api::ResilienceView>(std::move(reply), writeResilience));
    else
        reply(failure(settings.error()));
}

void RoutingApi::simulateRoute(const ManagementRequest &request, ManagementReply reply)
{
    const auto body = parseObject(request.body);
    const auto command = body ? readSimulation(*body) : unexpected(body.error());
    if (!command) {
        reply(failure(command.error()));
        return;
    }
    m_gateway.simulateRoute(*command, replyWith<api::RouteExplanationView>(std::move(reply), writeExplanation));
}

} // namespace gateway::admin
