// Removals of a fake gateway: what was removed last can be brought back, until the test says that the time is over.
#pragma once

#include "gateway/api/removal_facade.h"

#include <optional>
#include <utility>
#include <vector>

namespace support {

class FakeGateway;

// Removes from the fake gateway by its own commands, so that those are recorded there. Replies come at once.
class FakeRemovals : public gateway::api::RemovalFacade {
    Q_OBJECT
public:
    explicit FakeRemovals(FakeGateway &gateway) : m_gateway(gateway) {}

    void failNextUndo(const gateway::Error &error) { m_nextError = error; }
    int undos = 0; // that were asked for

    void remove(const gateway::api::Removal &what, Reply<gateway::api::RemovedView> reply) override;
    std::optional<gateway::api::RemovedView> undoable() const override { return m_undoable; }
    void undo(Reply<gateway::api::RemovedView> reply) override;
    void endUndo() override;

private:
    void keep(const gateway::api::Removal &what, const gateway::api::RemovedView &view,
              const Reply<gateway::api::RemovedView> &reply);
    void bringBack(const gateway::api::ProviderView &provider);
    void bringBack(const gateway::api::ProviderKeyView &key);
    void bringBack(const gateway::api::RoutingRuleView &rule);
    void bringBack(const gateway::api::VirtualKeyView &key);
    void bringBack(const gateway::api::RemovedLimitView &removed);
    void bringBack(const gateway::api::TeamView &team);
    void bringBack(const gateway::api::CustomerView &customer);

    FakeGateway &m_gateway;
    gateway::api::Removal m_removal;
    std::optional<gateway::api::RemovedView> m_undoable;
    std::optional<gateway::Error> m_nextError;
};

} // namespace support
