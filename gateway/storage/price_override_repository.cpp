#include "gateway/storage/price_override_repository.h"

#include "gateway/storage/json_text.h"
#include "gateway/storage/sqlite_file.h"

#include <nlohmann/json.hpp>

#include <array>

namespace gateway::storage {

namespace {

using config::PicoDollars;
using config::PriceOverride;
using config::TokenRates;
using nlohmann::json;

std::string ratesText(const PriceOverride &price)
{
    json rates = json::object();
    for (const auto &[name, rate] : config::tokenRateNames) {
        if (price.rates.*rate)
            rates[name] = *(price.rates.*rate);
    }
    if (price.perSearch)
        rates["search"] = *price.perSearch;
    return rates.dump();
}

std::optional<PicoDollars> numberMember(const json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer() ? std::optional(found->get<PicoDollars>())
                                                               : std::nullopt;
}

void readRates(std::string_view text, PriceOverride &price)
{
    const json rates = parseJson(text);
    if (!rates.is_object())
        return;
    for (const auto &[name, rate] : config::tokenRateNames)
        price.rates.*rate = numberMember(rates, name);
    price.perSearch = numberMember(rates, "search");
}

StoredPriceOverride overrideFromRow(const SqliteStatement &row)
{
    StoredPriceOverride stored;
    PriceOverride &price = stored.price;
    price.id = row.text(0);
    price.name = row.text(1);
    price.scope = config::priceScopeFromName(row.bytes(2)).value_or(PriceOverride::Scope::Global);
    price.providerId = row.text(3);
    price.keyId = row.text(4);
    price.virtualKeyId = row.text(5);
    price.isPattern = row.boolean(6);
    price.pattern = row.text(7);
    price.requestTypes = stringsFromJson(parseJson(row.bytes(8)));
    readRates(row.bytes(9), price);
    stored.patchJson = row.text(10);
    price.createdAt = row.integer(11);
    price.updatedAt = row.integer(12);
    return stored;
}

} // namespace

Result<std::vector<StoredPriceOverride>> PriceOverrideRepository::load()
{
    auto statement = m_file.prepare("SELECT id, name, scope, provider_id, key_id, virtual_key_id, is_pattern, pattern,"
                                    " request_types, rates, patch, created_at, updated_at FROM price_overrides");
    if (!statement)
        return unexpected(statement.error());
    std::vector<StoredPriceOverride> prices;
    while (true) {
        const Result<bool> hasRow = statement->step();
        if (!hasRow)
            return unexpected(hasRow.error());
        if (!*hasRow)
            return prices;
        prices.push_back(overrideFromRow(*statement));
    }
}

Result<bool> PriceOverrideRepository::save(const StoredPriceOverride &stored)
{
    const PriceOverride &price = stored.price;
    auto statement = m_file.prepare("INSERT OR REPLACE INTO price_overrides (id, name, scope, provider_id, key_id,"
                                    " virtual_key_id, is_pattern, pattern, request_types, rates, patch, created_at,"
                                    " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!statement)
        return unexpected(statement.error());
    std::string types;
    appendJsonStrings(types, price.requestTypes);
    const std::string rates = ratesText(price);
    statement->bind(1, std::string_view(price.id));
    statement->bind(2, std::string_view(price.name));
    statement->bind(3, config::priceScopeName(price.scope));
    statement->bind(4, std::string_view(price.providerId));
    statement->bind(5, std::string_view(price.keyId));
    statement->bind(6, std::string_view(price.virtualKeyId));
    statement->bind(7, price.isPattern);
    statement->bind(8, std::string_view(price.pattern));
    statement->bind(9, std::string_view(types));
    statement->bind(10, std::string_view(rates));
    statement->bind(11, std::string_view(stored.patchJson));
    statement->bind(12, price.createdAt);
    statement->bind(13, price.updatedAt);
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return true;
}

Result<bool> PriceOverrideRepository::remove(const std::string &id)
{
    auto statement = m_file.prepare("DELETE FROM price_overrides WHERE id = ?");
    if (!statement)
        return unexpected(statement.error());
    statement->bind(1, std::string_view(id));
    if (auto done = statement->run(); !done)
        return unexpected(done.error());
    return m_file.changedRows() > 0;
}

} // namespace gateway::storage
