// Keeps what was removed last, for as long as its removal can be undone.
#pragma once

#include "gateway/api/removal_facade.h"
#include "gateway/routing/model_catalog.h"
#include "gateway/service/governance_configuration.h"
#include "gateway/service/provider_configuration.h"
#include "gateway/service/rule_configuration.h"

#include <QTimer>

#include <optional>
#include <variant>

namespace gateway::service {

// The configurations that things are removed from; borrowed.
struct RemovalPlaces {
    ProviderConfiguration &providers;
    RuleConfiguration &rules;
    GovernanceConfiguration &governance;
    routing::ModelCatalog &catalog;
};

// Lives on the main thread. Secret values are held here in memory only, and wiped when the undo ends.
class RemovalUndo final : public api::RemovalFacade {
    Q_OBJECT
public:
    RemovalUndo(const RemovalPlaces &places, std::shared_ptr<WorkerGate> mainGate, QObject *parent = nullptr);

    void remove(const api::Removal &what, Reply<api::RemovedView> reply) override;
    std::optional<api::RemovedView> undoable() const override;
    void undo(Reply<api::RemovedView> reply) override;
    void endUndo() override;

private:
    struct RemovedProvider {
        config::ProviderDefinition definition;
        std::optional<routing::ModelCatalog::Listing> listing;
    };
    using Removed = std::variant<RemovedProvider, RemovedProviderKey, config::RoutingRule, RemovedVirtualKey,
                                 RemovedLimit, RemovedOwner<config::Team>, RemovedOwner<config::Customer>>;
    struct Kept {
        api::RemovedView view;
        Removed what;
    };

    void removeProvider(const QString &name, Reply<api::RemovedView> reply);
    void removeKey(const api::Removal &what, Reply<api::RemovedView> reply);
    void removeRule(const QString &id, Reply<api::RemovedView> reply);
    void removeVirtualKey(const QString &id, Reply<api::RemovedView> reply);
    void removeLimit(const QString &id, Reply<api::RemovedView> reply);
    void removeTeam(const QString &id, Reply<api::RemovedView> reply);
    void removeCustomer(const QString &id, Reply<api::RemovedView> reply);
    template <typename Taken, typename View>
    std::function<void(Result<Taken>)> whenTaken(View view, Reply<api::RemovedView> reply);
    void keep(Kept kept);
    template <typename View>
    std::function<void(Result<View>)> whenBack(Reply<api::RemovedView> reply);

    RemovalPlaces m_places;
    std::shared_ptr<WorkerGate> m_mainGate;
    std::optional<Kept> m_kept;
    bool m_isComingBack = false;
    QTimer m_end;
};

} // namespace gateway::service
