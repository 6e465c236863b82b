// Bifrost's PricingOverride (bifrost-api §5.6) <-> views.
#pragma once

#include "gateway/admin/provider_json.h"
#include "gateway/api/price_views.h"

#include <QUrlQuery>

namespace gateway::admin {

// A create or, with `previous`, a change request: members that are absent keep what they were. `patch` is an object;
// `pricing_patch`, the form of answers, is taken too. Members of the patch that we have no use for are kept and given
// back, and do not count.
Result<api::PriceOverrideView> readPriceOverride(const Json &body, const api::PriceOverrideView *previous);

Json writePriceOverride(const api::PriceOverrideView &price);
Json writePriceOverrides(const QList<api::PriceOverrideView> &prices, const QUrlQuery &query);

} // namespace gateway::admin
