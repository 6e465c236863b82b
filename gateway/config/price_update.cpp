#include "gateway/config/price_update.h"

#include "gateway/base/refusal.h"
#include "gateway/config/price_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace gateway::config {

namespace {

constexpr int deepestList = 32; // levels of a document; the form of docs/prices.md has about ten

using Entry = PriceTable::Entry;
using Key = std::tuple<std::string, std::string, std::string>; // provider, model, first day

std::map<Key, const ModelPrice *> byKey(const PriceTable &table)
{
    std::map<Key, const ModelPrice *> found;
    for (const Entry &entry : table.entries())
        found[{entry.provider, entry.model, entry.price->validFrom}] = entry.price;
    return found;
}

bool isSameBeside(const ModelPrice &left, const ModelPrice &right)
{
    return left.validUntil == right.validUntil && left.standard.longPrompts == right.standard.longPrompts
           && left.peak == right.peak && left.serviceTiers == right.serviceTiers;
}

// When and where a price was looked up is no difference.
bool isSamePrice(const ModelPrice &left, const ModelPrice &right)
{
    return isSameBeside(left, right) && left.standard.rates == right.standard.rates
           && piecePrices(left) == piecePrices(right);
}

Result<PriceTable> readLists(std::string_view text)
{
    // Copies and texts of a document are made recursively: a deep one from the net would end the stack.
    bool isTooDeep = false;
    const auto watchDepth = [&isTooDeep](int depth, nlohmann::json::parse_event_t, const nlohmann::json &) {
        isTooDeep = isTooDeep || depth > deepestList;
        return !isTooDeep;
    };
    const auto json = nlohmann::json::parse(text, watchDepth, false);
    if (json.is_discarded() || isTooDeep)
        return unexpected(Error::client(ErrorCode::MalformedJson, "The price list is not JSON."));
    PriceTable table;
    for (const auto &list : json.is_array() ? json : nlohmann::json::array({json})) {
        if (auto read = readPriceFile(list.dump(), table); !read)
            return unexpected(read.error());
    }
    if (table.isEmpty())
        return unexpected(refused("The price list has no prices."));
    return table;
}

std::vector<PriceDifference> differencesOf(const PriceTable &before, const PriceTable &after)
{
    const auto old = byKey(before);
    const auto fresh = byKey(after);
    std::vector<PriceDifference> differences;
    const auto add = [&differences](PriceDifference::Kind kind, const Key &key, const ModelPrice *from,
                                    const ModelPrice *to) {
        PriceDifference difference;
        difference.kind = kind;
        std::tie(difference.provider, difference.model, difference.validFrom) = key;
        if (from) {
            difference.before = from->standard.rates;
            difference.piecesBefore = piecePrices(*from);
        }
        if (to) {
            difference.after = to->standard.rates;
            difference.piecesAfter = piecePrices(*to);
        }
        difference.changesOthers = from && to && !isSameBeside(*from, *to);
        differences.push_back(std::move(difference));
    };
    for (const auto &[key, price] : fresh) {
        const auto found = old.find(key);
        if (found == old.end())
            add(PriceDifference::Kind::Added, key, nullptr, price);
        else if (!isSamePrice(*found->second, *price))
            add(PriceDifference::Kind::Changed, key, found->second, price);
    }
    for (const auto &[key, price] : old) {
        if (fresh.find(key) == fresh.end())
            add(PriceDifference::Kind::Removed, key, price, nullptr);
    }
    std::stable_sort(differences.begin(), differences.end(), [](const auto &left, const auto &right) {
        return std::tie(left.provider, left.model, left.validFrom)
               < std::tie(right.provider, right.model, right.validFrom);
    });
    return differences;
}

} // namespace

Result<PriceUpdate> readPriceUpdate(std::string_view json, const PriceTable &current)
{
    auto fresh = readLists(json);
    if (!fresh)
        return unexpected(fresh.error());
    std::set<std::string> named;
    for (const Entry &entry : fresh->entries())
        named.insert(entry.provider);
    auto merged = std::make_shared<PriceTable>();
    for (const PriceTable *table : {&current, static_cast<const PriceTable *>(&*fresh)}) {
        for (const Entry &entry : table->entries()) {
            if (table == &*fresh || named.find(entry.provider) == named.end())
                merged->add({entry.provider}, {entry.model}, *entry.price);
        }
    }
    merged->sortEntries();
    PriceUpdate update{merged, differencesOf(current, *merged)};
    const auto removed =
        std::count_if(update.differences.begin(), update.differences.end(),
                      [](const PriceDifference &each) { return each.kind == PriceDifference::Kind::Removed; });
    if (static_cast<std::size_t>(removed) * 2 > current.entries().size())
        return unexpected(refused("The price list would take away more than half of all prices. It is incomplete."));
    return update;
}

} // namespace gateway::config
