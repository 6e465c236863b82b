// Removing with a way back: what a window removes can be brought back for some seconds. A part of the narrow waist.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/api/governance_views.h"
#include "gateway/api/routing_rule_views.h"
#include "gateway/base/result.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>
#include <variant>

namespace gateway::api {

enum class RemovableKind { Provider, ProviderKey, RoutingRule, VirtualKey, Limit, Team, Customer };

struct Removal {
    RemovableKind kind = RemovableKind::Provider;
    QString id;            // of a provider its name
    QString provider = {}; // of a provider's key
};

// One limit, whoever had it: a virtual key, a team, all requests of a provider.
struct RemovedLimitView {
    LimitOwnerKind ownerKind = LimitOwnerKind::Everything;
    QString ownerId;
    QString ownerName; // as in LimitWarning
    LimitView limit;
};

using RemovedView = std::variant<ProviderView, ProviderKeyView, RoutingRuleView, VirtualKeyView, RemovedLimitView,
                                 TeamView, CustomerView>;

// Lives on the main thread as long as its gateway, under the rules of GatewayFacade: replies come later, exactly once.
//
// What is removed is gone from the database and the secret store before the reply, so a removal is whole even if the
// application ends at once. Until the undo ends, definition and secret values are held in memory, and nowhere else.
// One removal at a time can be undone: the next one ends the undo of the one before.
class RemovalFacade : public QObject {
    Q_OBJECT
public:
    template <typename Value>
    using Reply = std::function<void(Result<Value>)>;
    static constexpr std::chrono::seconds undoTime{12};

    using QObject::QObject;

    virtual void remove(const Removal &what, Reply<RemovedView> reply) = 0;
    virtual std::optional<RemovedView> undoable() const = 0; // what undo() would bring back
    // As it was, with its secrets, its place and what was used of its limits. NotFound when there is nothing to undo
    // any more, Conflict when its name was taken meanwhile; then it can be tried again until the time is over.
    virtual void undo(Reply<RemovedView> reply) = 0;
    virtual void endUndo() = 0; // the secrets are forgotten now

signals:
    void undoableChanged();
};

} // namespace gateway::api
