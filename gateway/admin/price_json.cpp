#include "gateway/admin/price_json.h"

#include "gateway/base/refusal.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gateway::admin {

namespace {

using api::PriceOverrideView;
using api::PriceRates;

constexpr double picoPerDollar = 1e12;
constexpr double mostDollarsPerToken = 1.0; // a million dollars for a million tokens: beyond it a unit was mistaken

// The names of Bifrost, which are those of LiteLLM's public price table.
constexpr std::array<std::pair<const char *, std::optional<qint64> PriceRates::*>, 10> members{
    {{"input_cost_per_token", &PriceRates::input},
     {"output_cost_per_token", &PriceRates::output},
     {"cache_read_input_token_cost", &PriceRates::cacheRead},
     {"cache_creation_input_token_cost", &PriceRates::cacheWrite},
     {"cache_creation_input_token_cost_above_1hr", &PriceRates::cacheWriteOneHour},
     {"output_cost_per_reasoning_token", &PriceRates::reasoning},
     {"input_cost_per_audio_token", &PriceRates::audioInput},
     {"output_cost_per_audio_token", &PriceRates::audioOutput},
     {"input_cost_per_image_token", &PriceRates::imageInput},
     {"output_cost_per_image_token", &PriceRates::imageOutput}}};

constexpr auto searchMember = "search_context_cost_per_query";

Result<std::optional<qint64>> picoDollars(const Json &patch, const char *name, double most)
{
    const auto found = patch.find(name);
    if (found == patch.end() || found->is_null())
        return std::optional<qint64>();
    if (!found->is_number() || !(found->get<double>() >= 0 && found->get<double>() <= most))
        return unexpected(refused(std::string(name) + " must be a number of dollars for one token."));
    return std::optional<qint64>(std::llround(found->get<double>() * picoPerDollar));
}

// Text, or what it was before.
Result<void> takeText(const Json &body, const char *name, QString &text)
{
    const auto found = body.find(name);
    if (found == body.end())
        return {};
    if (!found->is_string() && !found->is_null())
        return unexpected(refused(std::string(name) + " must be a string."));
    text = found->is_null() ? QString() : QString::fromStdString(found->get<std::string>());
    return {};
}

Result<void> takePatch(const Json &body, PriceOverrideView &price)
{
    Json patch;
    if (const auto object = body.find("patch"); object != body.end())
        patch = *object;
    else if (const auto text = body.find("pricing_patch"); text != body.end())
        patch = text->is_string() ? parseJson(text->get<std::string>()) : *text;
    else
        return {};
    if (!patch.is_object())
        return unexpected(refused("patch must be an object."));
    price.rates = {};
    for (const auto &[name, rate] : members) {
        const auto value = picoDollars(patch, name, mostDollarsPerToken);
        if (!value)
            return unexpected(value.error());
        price.rates.*rate = *value;
    }
    // A table by the size of the search is not used: it stays in the patch.
    const auto search = patch.find(searchMember);
    price.perSearch.reset();
    if (search != patch.end() && search->is_number()) {
        const auto value = picoDollars(patch, searchMember, 1000.0);
        if (!value)
            return unexpected(value.error());
        price.perSearch = *value;
    }
    std::string text = toText(patch);
    text.pop_back(); // its line end
    price.patchJson = QByteArray::fromStdString(text);
    return {};
}

Result<void> takeRequestTypes(const Json &body, PriceOverrideView &price)
{
    const auto found = body.find("request_types");
    if (found == body.end())
        return {};
    price.requestTypes.clear();
    for (const Json &type : found->is_array() ? *found : Json::array()) {
        if (!type.is_string())
            return unexpected(refused("request_types must be an array of strings."));
        price.requestTypes.append(QString::fromStdString(type.get<std::string>()));
    }
    return {};
}

std::string patchText(const PriceOverrideView &price)
{
    if (!price.patchJson.isEmpty())
        return price.patchJson.toStdString();
    Json patch = Json::object();
    for (const auto &[name, rate] : members) {
        if (price.rates.*rate)
            patch[name] = static_cast<double>(*(price.rates.*rate)) / picoPerDollar;
    }
    if (price.perSearch)
        patch[searchMember] = static_cast<double>(*price.perSearch) / picoPerDollar;
    std::string text = toText(patch);
    text.pop_back();
    return text;
}

} // namespace

Result<PriceOverrideView> readPriceOverride(const Json &body, const PriceOverrideView *previous)
{
    PriceOverrideView price = previous ? *previous : PriceOverrideView();
    QString matchType = price.isPattern ? QStringLiteral("wildcard") : QStringLiteral("exact");
    for (const auto &taken :
         {takeText(body, "name", price.name), takeText(body, "scope_kind", price.scope),
          takeText(body, "provider_id", price.providerId), takeText(body, "provider_key_id", price.keyId),
          takeText(body, "virtual_key_id", price.virtualKeyId), takeText(body, "pattern", price.pattern),
          takeText(body, "match_type", matchType), takeRequestTypes(body, price), takePatch(body, price)}) {
        if (!taken)
            return unexpected(taken.error());
    }
    if (matchType != QLatin1String("exact") && matchType != QLatin1String("wildcard"))
        return unexpected(refused("match_type must be exact or wildcard."));
    price.isPattern = matchType == QLatin1String("wildcard");
    return price;
}

Json writePriceOverride(const PriceOverrideView &price)
{
    const auto optional = [](const QString &text) { return text.isEmpty() ? Json() : Json(text.toStdString()); };
    Json types = Json::array();
    for (const QString &type : price.requestTypes)
        types.push_back(type.toStdString());
    return {{"id", price.id.toStdString()},
            {"name", price.name.toStdString()},
            {"scope_kind", price.scope.toStdString()},
            {"virtual_key_id", optional(price.virtualKeyId)},
            {"provider_id", optional(price.providerId)},
            {"provider_key_id", optional(price.keyId)},
            {"match_type", price.isPattern ? "wildcard" : "exact"},
            {"pattern", price.pattern.toStdString()},
            {"request_types", std::move(types)},
            {"pricing_patch", patchText(price)},
            {"created_at", price.createdAt.toUTC().toString(Qt::ISODate).toStdString()},
            {"updated_at", price.updatedAt.toUTC().toString(Qt::ISODate).toStdString()}};
}

Json writePriceOverrides(const QList<PriceOverrideView> &prices, const QUrlQuery &query)
{
    const auto number = [&query](const char *name, int otherwise) {
        bool isNumber = false;
        const int value = query.queryItemValue(QLatin1String(name)).toInt(&isNumber);
        return isNumber ? std::max(value, 0) : otherwise;
    };
    const int total = static_cast<int>(prices.size());
    const int limit = std::max(1, number("limit", std::max(total, 1)));
    const int offset = std::min(number("offset", 0), total);
    Json list = Json::array();
    for (const PriceOverrideView &price : prices.mid(offset, limit))
        list.push_back(writePriceOverride(price));
    const std::size_t count = list.size();
    return {{"pricing_overrides", std::move(list)},
            {"count", count},
            {"total_count", total},
            {"limit", limit},
            {"offset", offset}};
}

} // namespace gateway::admin
