#include "gateway/config/price_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

namespace gateway::config {

namespace {

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text += part;
    return text;
}

using nlohmann::json;

struct Defect {
    std::string text;
};

// Decimal digits with at most `decimals` behind the point, as a whole number of 10^-decimals.
std::optional<std::int64_t> scaled(std::string_view text, std::size_t decimals)
{
    const auto point = text.find('.');
    std::string digits(text.substr(0, point));
    const std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (digits.empty() || fraction.size() > decimals || (point != std::string_view::npos && fraction.empty()))
        return std::nullopt;
    digits.append(fraction).append(decimals - fraction.size(), '0');
    if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

const json &member(const json &object, const char *name)
{
    static const json nothing;
    const auto found = object.find(name);
    return found == object.end() ? nothing : *found;
}

Defect notAs(std::string what)
{
    return {std::move(what)};
}

void refuseOthers(const json &object, std::initializer_list<std::string_view> known, const std::string &where)
{
    if (!object.is_object())
        throw notAs(where + " is not an object");
    for (const auto &[name, value] : object.items()) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw notAs(joined({where, " has an unknown member \"", name, "\""}));
    }
}

std::string textOf(const json &value, const std::string &where)
{
    if (!value.is_string())
        throw notAs(where + " is not a text");
    return value.get<std::string>();
}

bool isDay(const std::string &text)
{
    return text.size() == 10 && text[4] == '-' && text[7] == '-'
           && std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) == 8;
}

std::string dayOrNothing(const json &value, const std::string &where)
{
    if (value.is_null())
        return {};
    std::string day = textOf(value, where);
    if (!isDay(day))
        throw notAs(where + " is not a day such as 2026-11-21");
    return day;
}

std::vector<std::string> namesOf(const json &value, const std::string &where)
{
    std::vector<std::string> names;
    if (value.is_string())
        names.push_back(value.get<std::string>());
    else if (value.is_array()) {
        for (const json &name : value)
            names.push_back(textOf(name, where));
    }
    if (names.empty() || std::find(names.begin(), names.end(), "") != names.end())
        throw notAs(where + " names nothing");
    return names;
}

TokenRates ratesOf(const json &object, const std::string &where)
{
    TokenRates rates;
    if (!object.is_object() || object.empty())
        throw notAs(where + " has no rates");
    for (const auto &[name, value] : object.items()) {
        const auto known = std::find_if(tokenRateNames.begin(), tokenRateNames.end(),
                                        [&name = name](const auto &each) { return each.first == name; });
        if (known == tokenRateNames.end())
            throw notAs(joined({where, " has an unknown class \"", name, "\""}));
        const auto price = picoDollarsPerToken(textOf(value, joined({where, "/", name})));
        if (!price)
            throw notAs(joined({where, "/", name, " is not an amount with at most six decimals"}));
        rates.*known->second = *price;
    }
    if (!rates.input)
        throw notAs(where + " has no price of input");
    return rates;
}

RateCard cardOf(const json &rates, const json &longPrompts, const std::string &where)
{
    RateCard card;
    card.rates = ratesOf(rates, where + "/rates");
    std::int64_t last = 0;
    for (const json &tier : longPrompts.is_null() ? json::array() : longPrompts) {
        refuseOthers(tier, {"above", "rates"}, where + "/long");
        const json &above = member(tier, "above");
        if (!above.is_number_integer() || above.get<std::int64_t>() <= last)
            throw notAs(where + "/long/above does not rise");
        last = above.get<std::int64_t>();
        card.longPrompts.push_back({last, ratesOf(member(tier, "rates"), where + "/long")});
    }
    return card;
}

int minuteOf(std::string_view text, const std::string &where) // "04:30"
{
    const auto hours = scaled(text.substr(0, 2), 0);
    const auto minutes = text.size() == 5 && text[2] == ':' ? scaled(text.substr(3), 0) : std::nullopt;
    if (!hours || !minutes || *hours > 24 || *minutes > 59)
        throw notAs(where + " is not a time such as 04:00");
    return static_cast<int>(*hours * 60 + *minutes);
}

PeakRates peakOf(const json &object, const std::string &where)
{
    refuseOthers(object, {"utc", "weekdays", "rates"}, where);
    PeakRates peak;
    for (const std::string &span : namesOf(member(object, "utc"), where + "/utc")) {
        if (span.size() != 11 || span[5] != '-')
            throw notAs(where + "/utc is not a span such as 01:00-04:00");
        peak.spans.push_back(
            {minuteOf(std::string_view(span).substr(0, 5), where), minuteOf(std::string_view(span).substr(6), where)});
    }
    const std::string days = textOf(member(object, "weekdays"), where + "/weekdays");
    if (days.size() != 3 || days[1] != '-' || days[0] < '1' || days[2] > '7' || days[0] > days[2])
        throw notAs(where + "/weekdays is not a span such as 1-5");
    peak.firstWeekday = days[0] - '0';
    peak.lastWeekday = days[2] - '0';
    peak.rates = ratesOf(member(object, "rates"), where + "/rates");
    return peak;
}

std::optional<PicoDollars> amountOf(const json &value, const std::string &where)
{
    if (value.is_null())
        return std::nullopt;
    const auto amount = picoDollarsEach(textOf(value, where));
    if (!amount)
        throw notAs(where + " is not an amount");
    return amount;
}

// What is sold by the piece.
void readUnits(const json &entry, const std::string &where, ModelPrice &price)
{
    price.perSearch = amountOf(member(entry, "per_search"), where + "/per_search");
    price.perAudioSecond = amountOf(member(entry, "per_second"), where + "/per_second");
    price.perCharacter = amountOf(member(entry, "per_character"), where + "/per_character");
    const json &images = member(entry, "per_image");
    if (images.is_null())
        return;
    if (!images.is_object() || images.empty())
        throw notAs(where + "/per_image is not an object");
    for (const auto &[kind, value] : images.items()) {
        const std::string place = joined({where, "/per_image/", kind});
        const auto amount = amountOf(value, place);
        if (!amount)
            throw notAs(place + " is not an amount");
        price.perImage[kind] = *amount;
    }
}

ModelPrice priceOf(const json &entry, const std::string &where)
{
    refuseOthers(entry,
                 {"models", "from", "until", "rates", "long", "peak", "tiers", "per_search", "per_image", "per_second",
                  "per_character", "confirmed_by"},
                 where);
    ModelPrice price;
    price.validFrom = dayOrNothing(member(entry, "from"), where + "/from");
    price.validUntil = dayOrNothing(member(entry, "until"), where + "/until");
    readUnits(entry, where, price);
    const bool hasUnits = price.perSearch || price.perAudioSecond || price.perCharacter || !price.perImage.empty();
    if (!hasUnits || !member(entry, "rates").is_null()) // what is sold by the piece need not have tokens
        price.standard = cardOf(member(entry, "rates"), member(entry, "long"), where);
    if (const json &peak = member(entry, "peak"); !peak.is_null())
        price.peak = peakOf(peak, where + "/peak");
    if (const json &tiers = member(entry, "tiers"); !tiers.is_null()) {
        for (const auto &[name, tier] : tiers.items()) {
            const std::string place = joined({where, "/tiers/", name});
            refuseOthers(tier, {"rates", "long"}, place);
            price.serviceTiers.emplace(name, cardOf(member(tier, "rates"), member(tier, "long"), place));
        }
    }
    const json &tables = member(entry, "confirmed_by");
    if (!tables.is_number_integer() || tables.get<int>() < 1)
        throw notAs(where + "/confirmed_by is not a number of tables");
    price.confirmedBy = tables.get<int>();
    return price;
}

void readAll(const json &file, PriceTable &table)
{
    refuseOthers(file, {"provider", "published_at", "checked", "tables", "prices"}, "the file");
    const std::vector<std::string> providers = namesOf(member(file, "provider"), "/provider");
    const std::string page = textOf(member(file, "published_at"), "/published_at");
    const std::string checked = dayOrNothing(member(file, "checked"), "/checked");
    const std::vector<std::string> tables = namesOf(member(file, "tables"), "/tables");
    const json &prices = member(file, "prices");
    if (page.empty() || checked.empty() || !prices.is_array())
        throw notAs("published_at, checked or prices is missing");
    std::vector<std::pair<std::vector<std::string>, ModelPrice>> read;
    for (std::size_t index = 0; index < prices.size(); ++index) {
        const std::string where = "/prices/" + std::to_string(index);
        ModelPrice price = priceOf(prices[index], where);
        price.source = page;
        price.checkedOn = checked;
        read.emplace_back(namesOf(member(prices[index], "models"), where + "/models"), std::move(price));
    }
    for (auto &[models, price] : read)
        table.add(providers, models, std::move(price));
}

} // namespace

std::optional<PicoDollars> picoDollarsPerToken(std::string_view dollarsPerMillion)
{
    return scaled(dollarsPerMillion, 6);
}

std::optional<PicoDollars> picoDollarsEach(std::string_view dollars)
{
    return scaled(dollars, 12);
}

Result<void> readPriceFile(std::string_view text, PriceTable &table)
{
    const json file = json::parse(text, nullptr, false);
    if (file.is_discarded())
        return unexpected(Error::client(ErrorCode::MalformedJson, "The price list is not JSON."));
    try {
        readAll(file, table);
    } catch (const Defect &defect) {
        return unexpected(
            Error::client(ErrorCode::InvalidRequest, "The price list is not valid: " + defect.text + "."));
    } catch (const json::exception &problem) {
        return unexpected(
            Error::client(ErrorCode::InvalidRequest, std::string("The price list is not valid: ") + problem.what()));
    }
    table.sortEntries();
    return {};
}

} // namespace gateway::config
