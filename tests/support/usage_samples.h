// A month of usage and a few prices, for tests and pictures of windows.
#pragma once

#include "gateway/api/price_list_facade.h"
#include "gateway/api/price_views.h"
#include "gateway/api/usage_views.h"

#include <QDate>

namespace support {

// The month of `today`, up to today: six providers, aliases and models, quiet weekends, some costs unknown. Every list
// adds up to the total, as the gateway's do.
gateway::api::UsageReport sampleUsage(const QDate &today);

// What a report of that month says of the latencies that `query` asks for.
void addSampleLatencies(gateway::api::UsageReport &report, const gateway::api::UsageQuery &query);

// Of the four months before that month, for calendars.
QList<gateway::api::UsageHour> sampleEarlierHours(const QDate &today);

QList<gateway::api::PriceView> samplePrices();
QList<gateway::api::PriceOverrideView> sampleOwnPrices();
// One price of each kind; a person's own counts before the one that changes, and pictures got cheaper.
gateway::api::PriceUpdateView samplePriceUpdate();

} // namespace support
