// Price lists come from the net: a bad one adds nothing, and what a good one says is found again.
#include "gateway/config/price_file.h"
#include "gateway/config/price_update.h"

#include <cstdint>
#include <cstdlib>

using namespace gateway;
using namespace gateway::config;

namespace {

void require(bool isWell)
{
    if (!isWell)
        std::abort();
}

PriceTable presentPrices()
{
    PriceTable table;
    ModelPrice price;
    price.standard.rates.input = 1'000'000;
    table.add({"openai"}, {"gpt-5"}, price);
    table.add({"acme"}, {"m"}, price);
    table.sortEntries();
    return table;
}

void readUpdate(std::string_view text)
{
    const auto update = readPriceUpdate(text, presentPrices());
    if (!update)
        return;
    require(!update->list->isEmpty());
    for (const PriceTable::Entry &entry : update->list->entries())
        static_cast<void>(update->list->find(entry.provider, entry.model, WallTime{}));
    // The same list once more has nothing new to say.
    const auto again = readPriceUpdate(text, *update->list);
    require(again.has_value() && again->differences.empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    PriceTable table;
    require(readPriceFile(text, table).has_value() || table.isEmpty());
    readUpdate(text);
    for (const auto &price : {picoDollarsPerToken(text), picoDollarsEach(text)})
        require(!price || *price >= 0);
    return 0;
}
