// The objects of governance <-> the views of gateway/api.
#pragma once

#include "gateway/api/governance_views.h"
#include "gateway/base/result.h"
#include "gateway/config/virtual_key.h"
#include "gateway/governance/limit_ledger.h"

namespace gateway::service {

api::VirtualKeyView virtualKeyView(const config::VirtualKey &key, const governance::LimitLedger &ledger);
api::LimitView limitView(const config::UsageLimit &limit, const governance::LimitLedger &ledger);
api::TeamView teamView(const config::Team &team, const governance::LimitLedger &ledger);
api::CustomerView customerView(const config::Customer &customer, const governance::LimitLedger &ledger);
api::SharedLimitsView sharedLimitsView(const config::SharedLimits &shared, const governance::LimitLedger &ledger);

// InvalidRequest where a window, a zone or an amount cannot be, or two limits are of the same kind. A limit keeps its id,
// and with it what was used, when it is one of `previous`: by id, or by unit and window. `trustsIds`: unknown ids are
// taken over, as from a configuration file.
Result<config::UsageLimits> readLimits(const QList<api::LimitView> &views, const config::UsageLimits &previous,
                                       bool trustsIds);

// Everything that a person may say about a key; hash, dates and id stay those of `previous`.
Result<config::VirtualKey> readVirtualKey(const api::VirtualKeyView &view, const config::VirtualKey &previous,
                                          bool trustsIds);

// All limits of an object.
std::vector<config::LimitId> limitIds(const config::UsageLimits &limits);
std::vector<config::LimitId> limitIds(const config::VirtualKey &key);

} // namespace gateway::service
