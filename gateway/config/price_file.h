// Reads price lists: our own JSON, described in docs/prices.md.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/price_table.h"

#include <string_view>

namespace gateway::config {

// Adds the prices of one file. An entry that is not as described makes the whole file an error that names the entry, and
// nothing of it is added.
Result<void> readPriceFile(std::string_view json, PriceTable &table);

// "0.0375" dollars for a million tokens -> 37'500 pico-dollars for one. Nothing for other texts, for amounts below zero
// and for more than six decimals, which would have to be rounded.
std::optional<PicoDollars> picoDollarsPerToken(std::string_view dollarsPerMillion);

// "0.01" dollars for one search -> 10'000'000'000.
std::optional<PicoDollars> picoDollarsEach(std::string_view dollars);

} // namespace gateway::config
