// All limits that are in force, whoever has them, and what is said about them.
#pragma once

#include "gateway/api/governance_facade.h"
#include "ui/models/virtual_key_words.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace ui::models {

// One limit and whose it is.
struct OwnedLimit {
    gateway::api::LimitOwnerKind kind = gateway::api::LimitOwnerKind::Everything;
    QString
        ownerId;  // of the virtual key, team, customer or shared limits; empty: of shared limits that are not there yet
    QString name; // of a virtual key, team or customer
    QString provider; // of shared limits, and of a virtual key's provider
    QString model;    // of shared limits, or an alias; and of a virtual key's provider
    gateway::api::LimitView limit;
    bool operator==(const OwnedLimit &) const = default;
};

// Everything, providers, models, customers, teams, virtual keys; each in the order of the gateway.
QList<OwnedLimit> limitsInForce(const gateway::api::GovernanceFacade &governance);

// "All requests", "Provider openai", "Model or alias fast", "Key codex", "Key codex, only openai/gpt-5.4"
QString ownerText(const OwnedLimit &limit);
// The same of a limit that is known by the name that the gateway gave its owner.
QString ownerText(gateway::api::LimitOwnerKind kind, const QString &name);

// "18:00", "23 Nov", and "with the next request" where no window runs.
QString resetText(const gateway::api::LimitView &limit, const QDateTime &now);
// "Open", "88% used", "Spent, until 18:00", and what is allowed beyond it.
KeyState limitState(const gateway::api::LimitView &limit, const QDateTime &now);

// Stores `limit` with its owner: in the place of the one with its id, or beside the others. All else that the owner has
// stays. `done` is called once, on the main thread.
void saveLimit(gateway::api::GovernanceFacade &governance, const OwnedLimit &limit,
               std::function<void(const gateway::Result<bool> &)> done);

} // namespace ui::models
