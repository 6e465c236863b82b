// Bifrost's objects of governance (bifrost-api §5.6, §6.3) <-> views.
#pragma once

#include "gateway/admin/provider_json.h"
#include "gateway/api/governance_facade.h"
#include "gateway/base/result.h"

#include <QStringList>

namespace gateway::admin {

// What lists mean that are absent or empty. Bifrost turned it round with its version 1.5.
enum class EmptyLists {
    DenyAll,  // of the API, and of files that say "version": 2
    AllowAll, // of files that were written before
};

// A create or, with `previous`, a change request: what is absent stays. Names of members that mean nothing to us are
// added to `unknown`, with their path.
Result<api::SaveVirtualKey> readVirtualKey(const Json &body, const api::VirtualKeyView *previous, EmptyLists emptyLists,
                                           QStringList &unknown);
Result<api::TeamView> readTeam(const Json &body, const api::TeamView *previous, QStringList &unknown);
Result<api::CustomerView> readCustomer(const Json &body, const api::CustomerView *previous, QStringList &unknown);
// A model config; "*" without a provider is everything.
Result<api::SharedLimitsView> readModelConfig(const Json &body, const api::SharedLimitsView *previous,
                                              QStringList &unknown);
// The limits of a provider.
Result<api::SharedLimitsView> readProviderLimits(const Json &body, const api::SharedLimitsView &previous,
                                                 QStringList &unknown);

// Lists of budgets and a rate_limit as they stand in owners, and apart in files.
Result<QList<api::LimitView>> readBudget(const Json &json, QStringList &unknown);    // one
Result<QList<api::LimitView>> readRateLimit(const Json &json, QStringList &unknown); // up to two

// `value`: the whole value, when it was just made; else the beginning of it and "***" are written.
Json writeVirtualKey(const api::VirtualKeyView &key, const QString &value, api::GovernanceFacade &governance);
Json writeTeam(const api::TeamView &team, api::GovernanceFacade &governance);
Json writeCustomer(const api::CustomerView &customer, api::GovernanceFacade &governance);
Json writeModelConfig(const api::SharedLimitsView &shared);
Json writeProviderLimits(const api::SharedLimitsView &shared);
qint64 providerConfigNumber(const QString &id); // of a virtual key's provider, as its answers name it
Json writeBudget(const api::LimitView &limit);
Json writeRateLimit(const QList<api::LimitView> &limits); // null when there is none

} // namespace gateway::admin
