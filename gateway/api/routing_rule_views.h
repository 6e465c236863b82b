// Routing rules as windows and the management API see and change them.
#pragma once

#include "gateway/api/limit_views.h"
#include "gateway/api/route_views.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace gateway::api {

struct RuleTargetView {
    QString provider; // empty: the one that was asked for
    QString model;    // empty: likewise
    QString keyId;    // empty: any
    double weight = 1.0;
    std::optional<int> firstTokenLimitMs; // later than this, the next target is tried
    bool operator==(const RuleTargetView &) const = default;
};

struct RuleFallbackView {
    QString provider;
    QString model;
    QString keyId;
    bool operator==(const RuleFallbackView &) const = default;
};

struct RoutingRuleView {
    QString id;
    QString name;
    QString description;
    bool isEnabled = true;
    QString expression; // CEL; empty: always
    QList<RuleTargetView> targets;
    QList<RuleFallbackView> fallbacks;
    LimitsView limits;                        // of its targets and fallbacks, before those of model and provider
    CareView care;                            // where it differs from what holds for all routes
    QString scope = QStringLiteral("global"); // global, team, customer, virtual_key
    QString scopeId;
    bool continuesChain = false;
    qint64 priority = 0;                        // lower ones are asked first
    QString queryJson = QStringLiteral("null"); // state of a rule builder
    QDateTime createdAt;                        // UTC
    QDateTime updatedAt;                        // UTC
    QString problem; // why the expression does not compile, with line and column; empty when it does
    bool operator==(const RoutingRuleView &) const = default;
};

// Creates (empty id) or replaces a rule; dates and problem are ignored.
struct SaveRoutingRule {
    RoutingRuleView rule;
    bool mayBeNew = false; // an id that is not there makes a rule with it; from a configuration file
};

// What is wrong with an expression that is still being typed.
struct ExpressionProblem {
    QString message; // a sentence
    int offset = 0;  // in UTF-8 bytes
    int line = 1;    // counted from 1
    int column = 1;  // counted from 1, in code points
    bool operator==(const ExpressionProblem &) const = default;
};

} // namespace gateway::api
