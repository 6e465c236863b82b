// What a newer price list would change, and the list that comes of it.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/price_table.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::config {

struct PriceDifference {
    enum class Kind { Added, Changed, Removed };
    Kind kind = Kind::Changed;
    std::string provider;
    std::string model;
    std::string validFrom;
    TokenRates before; // of short prompts at the usual tier; empty when it was added
    TokenRates after;  // likewise; empty when it was removed
    std::vector<PiecePrice> piecesBefore;
    std::vector<PiecePrice> piecesAfter;
    bool changesOthers = false; // for long prompts, at service tiers or peak hours, or the last day
    bool operator==(const PriceDifference &) const = default;
};

struct PriceUpdate {
    std::shared_ptr<const PriceTable> list;   // all prices as they would be
    std::vector<PriceDifference> differences; // by provider and model
};

// `json`: one list of docs/prices.md, or an array of them. A provider that it names gets its prices from it alone; the
// prices of all others stay. An error says what is wrong, and nothing would change then: a list without a single price,
// and one that would take away more than half of what there is, count as wrong.
Result<PriceUpdate> readPriceUpdate(std::string_view json, const PriceTable &current);

} // namespace gateway::config
