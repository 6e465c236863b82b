#include "ui/models/route_words.h"

#include "gateway/base/model_alias.h"
#include "ui/display_format.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui::models {

using gateway::RequestState;
using gateway::api::CircuitState;
using gateway::api::KeyFate;
using gateway::api::KeyTrialView;
using gateway::api::RoutingRuleView;
using gateway::api::RuleFallbackView;
using gateway::api::RuleTargetView;
using gateway::api::TargetHealthView;

namespace {

QString briefName(const QString &provider, const QString &model)
{
    if (!model.isEmpty())
        return model;
    return provider.isEmpty() ? QCoreApplication::translate("RouteWords", "as asked for") : provider;
}

} // namespace

std::optional<QString> aliasOf(const RoutingRuleView &rule)
{
    const auto alias = gateway::aliasOfExpression(rule.expression.toStdString());
    return alias ? std::optional(QString::fromStdString(*alias)) : std::nullopt;
}

QString shownName(const RoutingRuleView &rule)
{
    return aliasOf(rule).value_or(rule.name);
}

QString targetName(const QString &provider, const QString &model)
{
    if (provider.isEmpty())
        return briefName(provider, model);
    return QStringLiteral("%1 / %2").arg(
        provider, model.isEmpty() ? QCoreApplication::translate("RouteWords", "as asked for") : model);
}

QString shareText(double share)
{
    return DisplayFormat().percent(share);
}

QString targetsText(const RoutingRuleView &rule)
{
    double total = 0;
    for (const RuleTargetView &target : rule.targets)
        total += target.weight;
    QStringList targets;
    for (const RuleTargetView &target : rule.targets) {
        const QString name = briefName(target.provider, target.model);
        targets.append(rule.targets.size() < 2 || total <= 0
                           ? name
                           : QStringLiteral("%1 %2").arg(name, shareText(target.weight / total)));
    }
    QString text = targets.join(QStringLiteral(", "));
    for (const RuleFallbackView &fallback : rule.fallbacks)
        text +=
            QCoreApplication::translate("RouteWords", ", then %1").arg(briefName(fallback.provider, fallback.model));
    return text;
}

QString scopeText(const RoutingRuleView &rule)
{
    if (rule.scope == QLatin1String("virtual_key"))
        return QCoreApplication::translate("RouteWords", "for the virtual key %1").arg(rule.scopeId);
    if (rule.scope == QLatin1String("team"))
        return QCoreApplication::translate("RouteWords", "for the team %1").arg(rule.scopeId);
    if (rule.scope == QLatin1String("customer"))
        return QCoreApplication::translate("RouteWords", "for the customer %1").arg(rule.scopeId);
    return {};
}

QString milliseconds(int duration)
{
    const QLocale locale;
    if (duration < 1'000)
        return QCoreApplication::translate("RouteWords", "%1 ms").arg(locale.toString(duration));
    if (duration % 1'000 == 0)
        return QCoreApplication::translate("RouteWords", "%1 s").arg(locale.toString(duration / 1'000));
    return QCoreApplication::translate("RouteWords", "%1 s").arg(locale.toString(duration / 1'000.0, 'f', 1));
}

RequestState circuitShape(const TargetHealthView &target)
{
    if (target.isHeld)
        return RequestState::Blocked;
    switch (target.state) {
    case CircuitState::Closed: return RequestState::ClientError;
    case CircuitState::Open: return RequestState::UpstreamError;
    case CircuitState::HalfOpen: return RequestState::InFlight;
    }
    return RequestState::ClientError;
}

QString circuitText(const TargetHealthView &target)
{
    if (target.isHeld)
        return QCoreApplication::translate("RouteWords", "Held by you");
    switch (target.state) {
    case CircuitState::Closed: return QCoreApplication::translate("RouteWords", "Serves, but failed just now");
    case CircuitState::Open: return QCoreApplication::translate("RouteWords", "Not asked for now");
    case CircuitState::HalfOpen: return QCoreApplication::translate("RouteWords", "Being tried again");
    }
    return {};
}

QString keyFateText(const KeyTrialView &key)
{
    switch (key.fate) {
    case KeyFate::Eligible: return QCoreApplication::translate("RouteWords", "can be used");
    case KeyFate::SwitchedOff: return QCoreApplication::translate("RouteWords", "is turned off");
    case KeyFate::ModelBlacklisted: return QCoreApplication::translate("RouteWords", "must not use this model");
    case KeyFate::ModelNotAllowed: return QCoreApplication::translate("RouteWords", "may not use this model");
    case KeyFate::AliasUnknown: return QCoreApplication::translate("RouteWords", "does not know this alias");
    case KeyFate::NotPermitted: return QCoreApplication::translate("RouteWords", "is not permitted to the virtual key");
    case KeyFate::NotNamed: return QCoreApplication::translate("RouteWords", "is not the one that is named");
    case KeyFate::WithoutValue: return QCoreApplication::translate("RouteWords", "has no value that can be read");
    case KeyFate::Tried: return QCoreApplication::translate("RouteWords", "was tried before");
    case KeyFate::Resting:
        return QCoreApplication::translate("RouteWords", "rests for %1")
            .arg(milliseconds(static_cast<int>(key.rest.count())));
    }
    return {};
}

} // namespace ui::models
