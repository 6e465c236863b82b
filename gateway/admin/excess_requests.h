// Bifrost's client.drop_excess_requests, which speaks of all providers at once, for lines that each provider has of its
// own.
#pragma once

#include "gateway/api/gateway_views.h"

namespace gateway::admin {

// Whether every provider refuses what its line has no room for; false without providers.
bool refusesExcess(const QList<api::ProviderView> &providers);

// Whether the provider's own configuration says either.
bool saysExcess(const api::ProviderView &provider);

// Those of the providers that say otherwise, as they are to be saved. Empty when they mean the same already: some that
// refuse among others that do not are not all, and stay as their owner wanted them.
QList<api::ProviderView> withExcessRefused(QList<api::ProviderView> providers, bool refuses);

} // namespace gateway::admin
