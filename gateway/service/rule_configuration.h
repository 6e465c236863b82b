// The routing rules in force: checks commands, keeps them in the database, gives them to snapshots.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/base/clock.h"
#include "gateway/config/routing_rule.h"
#include "gateway/service/worker_gate.h"
#include "gateway/storage/storage_thread.h"

#include <QObject>

#include <memory>

namespace gateway::service {

// Lives on the main thread. A command is acknowledged only after it is safely stored.
class RuleConfiguration : public QObject {
    Q_OBJECT
public:
    RuleConfiguration(const Clock &clock, storage::StorageThread &storage, std::shared_ptr<WorkerGate> mainGate,
                      QObject *parent = nullptr);

    void load(std::vector<config::RoutingRule> stored); // before anything else; emits nothing

    const config::RoutingRulesPointer &rules() const { return m_rules; } // never null
    QList<api::RoutingRuleView> views() const;                           // in the order in which they are asked

    // InvalidRequest with line and column when the expression does not compile.
    void save(const api::SaveRoutingRule &command, api::Reply<api::RoutingRuleView> reply);
    // All of them, in the order in which they shall be asked within their scopes.
    void order(const QStringList &ids, api::Reply<api::Done> reply);
    void remove(const QString &id, api::Reply<api::RoutingRuleView> reply);
    void restore(const config::RoutingRule &removed, api::Reply<api::RoutingRuleView> reply); // as it was, in its place
    const config::RoutingRule *find(const std::string &id) const;

signals:
    void rulesChanged();

private:
    Result<config::RoutingRule> checkedRule(const api::SaveRoutingRule &command) const;
    void store(const config::RoutingRule &rule, api::Reply<api::RoutingRuleView> reply);
    void adopt(config::RoutingRule rule);
    void publish(std::vector<config::RoutingRule> rules);

    const Clock &m_clock;
    storage::StorageThread &m_storage;
    std::shared_ptr<WorkerGate> m_mainGate;
    config::RoutingRulesPointer m_rules = std::make_shared<const std::vector<config::RoutingRule>>();
};

// What is wrong with the expression of a rule, if anything.
std::optional<api::ExpressionProblem> ruleExpressionProblem(const QString &expression);

} // namespace gateway::service
